"""What should leave this screen? Figures, slides and rows, under the filters of the address."""

import streamlit as st

from dashboard.ui import briefing, frame
from dashboard.ui.i18n import t

view = frame.opening(t("briefing.title"))
asked, made = st.columns([1, 1.7], gap="large")
with asked:
    wanted = briefing.form(view)
    briefing.browser_note()
with made:
    if wanted:
        briefing.make(view, wanted)
    briefing.files(view)
frame.closing(view)
