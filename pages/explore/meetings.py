"""Who met whom, where and when?"""

import streamlit as st

from dashboard.ui import ask, frame, lists
from dashboard.ui.i18n import t

view = frame.opening(t("page.meetings"))
met = ask.encounters(view.snapshot, view.filters).sort_values("date_first", ascending=False)
if met.empty:
    st.caption(t("meetings.none"))
lists.rows(met.head(40))
frame.closing(view)
