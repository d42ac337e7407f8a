"""Who met whom, where and when, and who spoke by telephone?"""

import streamlit as st

from dashboard.ui import ask, encounters, frame, lists, sidebar
from dashboard.ui.i18n import t

view = frame.opening(t("meetings.title"))
lines, box = (sidebar.switch(name, f"meetings.{name}") for name in ("lines", "box"))
met = ask.encounters(view.snapshot, view.filters)
if met.empty:
    frame.say("no_encounters")
    st.stop()
frame.too_many(ask.left_out(view.snapshot, view.filters)[1], "meetings.most")
shown, tab = frame.tabs(
    "show",
    {
        "map": t("meetings.tab.map"), "net": t("meetings.tab.net"), "who": t("meetings.tab.who"),
        "table": t("tab.table"),
    },
)  # fmt: skip
with tab:
    if shown == "map":
        encounters.on_the_map(view, met, lines, box=box)
    elif shown == "net":
        encounters.as_a_net(view, met)
    elif shown == "who":
        encounters.in_pairs(view, met)
    else:
        lists.paged_events(met)
frame.closing(view, "")
