"""What happened when, and how exactly is that known?"""

import streamlit as st

from dashboard.charts.timeline import timeline
from dashboard.ui import ask, export, figures, frame, lists
from dashboard.ui.i18n import t

MOST = 500  # more marks than these are no longer told apart

view = frame.opening(t("timeline.title"))
with st.sidebar:
    by = st.segmented_control(
        t("timeline.by"), ("type", "actor"), format_func=lambda b: t(f"timeline.by.{b}"),
        default="type", required=True, key="by",)  # fmt: skip
drawn, listed = st.tabs([t("timeline.tab.chart"), t("tab.table")])
with drawn:
    figures.when(view, t("timeline.histogram"), 130, alone=False)
    events = ask.latest(view.snapshot, view.filters, MOST)
    marks = timeline(
        events, title=t("timeline.intervals"), by=by, limit=MOST, total=view.counts.events,
        **figures.dress(view),
    )  # fmt: skip
    figures.draw(marks, "intervals", figures.remember_click("intervals"))
    figures.open_clicked("intervals", events)
with listed:
    lists.linked_table(events.head(export.ROWS))
frame.closing(view, frame.version(view))
