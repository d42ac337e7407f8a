"""How many people does each source say were killed, wounded or driven out, and when?"""

import streamlit as st

from dashboard.table.claim_choice import chosen
from dashboard.ui import ask, casualties, frame, lists, reference
from dashboard.ui.i18n import t

view = frame.opening(t("casualties.title"))
claims = ask.claims(view.snapshot, view.filters)
if claims.empty:
    frame.say("no_claims")
    if reference.wanted(view, "killed"):
        reference.below(view)
    st.stop()
frame.too_many(ask.left_out(view.snapshot, view.filters)[0], "casualties.most")
asked = casualties.choose(claims)
name, tab = casualties.views()
beside = False
with tab:
    if name == "tolls":
        beside = casualties.tolls(view, claims, asked)
    elif name == "disputed":
        casualties.disputed(view, asked)
    else:
        wanted = chosen(claims, asked.choice)
        lists.paged_claims(wanted[wanted["kind"] == asked.kind])
frame.closing(view, t("casualties.never_added"), sets=not beside)
