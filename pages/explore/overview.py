"""What happened, what tolls are stated, who met last?"""

import streamlit as st

from dashboard.ui import ask, frame, lists
from dashboard.ui.i18n import t

view = frame.opening(t("page.overview"))
claims = ask.claims(view.snapshot, view.filters)
totals = claims[(claims["scope"] == "cumulative") & (claims["kind"] == "killed")]
meetings = ask.encounters(view.snapshot, view.filters)
left, right = st.columns(2, gap="large")
with left:
    st.subheader(t("overview.tolls"))
    for claim in totals.sort_values("published", ascending=False).head(3).to_dict("records"):
        lists.toll({str(name): value for name, value in claim.items()})
with right:
    st.subheader(t("overview.meetings"))
    held = meetings[meetings["modality"] != "future"]
    lists.rows(held.sort_values("date_first", ascending=False).head(4))
frame.closing(view)
