"""How many people does each source say were killed, wounded or driven out, and when?"""

import streamlit as st

from dashboard.charts.casualties import cumulative_tolls, incident_claims
from dashboard.ui import ask, figures, frame, lists, reference
from dashboard.ui.i18n import t

view = frame.opening(t("casualties.title"))
claims = ask.claims(view.snapshot, view.filters)
if claims.empty:
    frame.say("no_claims")
    if reference.wanted(view, "killed"):
        reference.below(view)
    st.stop()
frame.too_many(ask.left_out(view.snapshot, view.filters)[0], "casualties.most")
kinds = lists.kinds(claims)
kind = st.segmented_control(
    t("casualties.kind"), kinds, format_func=lambda k: t(f"kind.{k}"), default=kinds[0],
    required=True, key="kind", label_visibility="collapsed",
)  # fmt: skip
beside = reference.wanted(view, kind)
heights = reference.heights(view, beside)
drawn, listed = st.tabs([t("casualties.tab.chart"), t("tab.table")])
with drawn:
    for scope, chart, height in (
        ("cumulative", cumulative_tolls, heights[0]),
        ("incident", incident_claims, heights[1]),
    ):
        title = t(f"casualties.{scope}", kind=t(f"kind.{kind}"))
        figure = chart(claims, title=title, kind=kind, **figures.dress(view, height))
        figures.timed(figure, scope, claims, caption=scope == "incident")
        if scope == "cumulative":
            st.html(f'<p class="rule">{t("casualties.never_added")}</p>')
    if beside:
        reference.below(view, figure)
with listed:
    lists.paged_claims(claims[claims["kind"] == kind])
frame.closing(view, frame.version(view))
