"""What happened when, and how surely is the day known?"""

import streamlit as st

from dashboard.charts.intervals import MOST, event_intervals
from dashboard.ui import address, ask, figures, frame
from dashboard.ui.i18n import t

view = frame.opening(t("page.timeline"))
events = ask.events(view.snapshot, view.filters, MOST)
figure = event_intervals(
    events,
    title=t("page.timeline"),
    caption=frame.caption(view),
    unit=t("timeline.unit"),
    names=figures.type_names(events),
    hover=figures.hover,
    labels=figures.labels(),
    look=figures.look(),
)
picked = st.plotly_chart(
    figure, key="intervals", on_select="rerun", selection_mode="points", theme=None,
    config={"displayModeBar": False},
)  # fmt: skip
if view.counts.events > MOST:
    st.caption(t("timeline.most"))
points = picked["selection"]["points"] if picked else []
if points:
    address.open_sentence(*points[0]["customdata"])
frame.closing(view)
