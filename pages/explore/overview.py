"""What happened when, at what toll, who and where most, and who met last?"""

import streamlit as st

from dashboard.charts.ranking import ranked_bars
from dashboard.ui import ask, figures, frame, lists, wording
from dashboard.ui.i18n import t

view = frame.opening(t("overview.title"))
when, tolls = st.columns([2.1, 1], gap="medium")
with when:
    figures.when(view, t("overview.histogram"), 285, share=0.66)
with tolls:
    frame.part(t("overview.tolls"))
    lists.tolls(lists.latest_tolls(ask.newest_claims(view.snapshot, view.filters), 3))

who, where, met = st.columns(3, gap="medium")
for column, name, answer in ((who, "actor", ask.actors), (where, "place", ask.places)):
    with column:
        bars = ranked_bars(
            answer(view.snapshot, view.filters, 7), id_column=f"{name}_id",
            title=t(f"overview.{name}s"), unit=t("unit.events"),
            **figures.dress(view, 250, share=0.32),
        )  # fmt: skip
        figures.draw(bars, name, figures.set_one(f"{name}s"), caption=False,
                     hint=f"hint.{name}")  # fmt: skip
with met:
    frame.part(t("overview.meetings"))
    latest = lists.latest(ask.newest_encounters(view.snapshot, view.filters), 3)
    if latest.empty:
        st.html(f'<p class="rule">{wording.safe(t("overview.no_meetings"))}</p>')
    lists.brief(latest)
frame.closing(view, "")
