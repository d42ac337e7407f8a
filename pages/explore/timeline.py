"""What happened when, and how exactly is that known?"""

import streamlit as st

from dashboard.charts.timeline import timeline
from dashboard.ui import ask, comparing, export, figures, frame, lists, sidebar
from dashboard.ui.i18n import t

MOST = 500  # more marks than these are no longer told apart

view = frame.opening(t("timeline.title"))
by = sidebar.one_of("by", "timeline.by", ("type", "actor", "place"))
periods = comparing.control(view)
drawn, listed = st.tabs([t("timeline.tab.chart"), t("tab.table")])
with drawn:
    if periods:
        comparing.beside(view, *periods)
    events = ask.latest(view.snapshot, view.filters, MOST)
    marks = timeline(
        events, title=t("timeline.intervals"), by=by, limit=MOST, total=view.counts.events,
        most=figures.fitting(view, 490), **figures.dress(view),
    )  # fmt: skip
    figures.when(view, t("timeline.histogram"), 100, above=marks)
    figures.timed(marks, "intervals", events)
with listed:
    lists.linked_table(events.head(export.ROWS))
frame.closing(view, "")
