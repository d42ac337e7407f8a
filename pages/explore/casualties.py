"""What tolls are stated, by whom and when? Totals and single incidents are never added."""

import streamlit as st

from dashboard.ui import ask, frame, lists
from dashboard.ui.i18n import t

view = frame.opening(t("page.casualties"))
claims = ask.claims(view.snapshot, view.filters).sort_values("published", ascending=False)
st.caption(t("casualties.never_added"))
totals, incidents = st.tabs([t("scope.cumulative"), t("scope.incident")])
for tab, scope in ((totals, "cumulative"), (incidents, "incident")):
    with tab:
        shown = claims[claims["scope"] == scope].head(24)
        if shown.empty:
            st.caption(t("casualties.none"))
        columns = st.columns(3)
        for place, claim in enumerate(shown.to_dict("records")):
            with columns[place % 3]:
                lists.toll({str(name): value for name, value in claim.items()})
frame.closing(view)
