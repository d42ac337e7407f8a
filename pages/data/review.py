"""What should an analyst look at first, and what has been corrected, by whom and why?"""

import streamlit as st

from dashboard.ui import correcting, frame, reviewing, sidebar
from dashboard.ui.i18n import t

view = frame.view(t("review.title"))
frame.heading(t("review.title"))
sidebar.controls(view.filters, view.choices)
sidebar.chips(view.filters, view.choices)
correcting.said()
queue, log = st.tabs([t("review.tab.queue"), t("review.tab.log")])
with queue:
    reviewing.queue(view)
with log:
    reviewing.log(view)
frame.closing(view)
