"""Who met whom, where and when, and who spoke by telephone?"""

import streamlit as st

from dashboard.charts.meetings import meetings_map, places_of
from dashboard.charts.pair_lanes import pair_lanes
from dashboard.charts.pairs import meeting_matrix, meeting_pairs
from dashboard.charts.theme import MAP_CONFIG
from dashboard.ui import ask, figures, frame, lists, sidebar
from dashboard.ui.i18n import t, tn

view = frame.opening(t("meetings.title"))
lines = sidebar.switch("lines", "meetings.lines")
encounters = ask.encounters(view.snapshot, view.filters)
if encounters.empty:
    frame.say("no_encounters")
    st.stop()
frame.too_many(ask.left_out(view.snapshot, view.filters)[1], "meetings.most")
calls = encounters[encounters["mode"] == "phone"]
met = encounters[encounters["mode"] != "phone"]
placed = places_of(met)

drawn, paired, listed = st.tabs([t("meetings.tab.map"), t("meetings.tab.who"), t("tab.table")])
with drawn:
    where, latest = st.columns([2.2, 1], gap="medium")
    with where:
        figure = meetings_map(
            placed, title=t("meetings.map"), basemap=figures.BASEMAP, over_time=met, lines=lines,
            **figures.dress(view, 560, share=0.68),
        )  # fmt: skip
        figures.draw(figure, "map", figures.set_one("places"), config=MAP_CONFIG)
        st.caption(tn("meetings.calls", len(calls)))
    with latest:
        frame.part(t("meetings.latest"))
        with st.container(height=590, border=False):
            lists.brief(lists.latest(encounters, 12))
with paired:
    over_time, told = st.columns([2.2, 1], gap="medium")
    with over_time:
        lanes = pair_lanes(
            encounters, title=t("meetings.lanes"), **figures.dress(view, share=0.68)
        )
        figures.draw(lanes, "lanes", figures.remember_click("lanes"), caption=False)
        figures.open_clicked("lanes", encounters)
    with told:
        frame.part(t("meetings.lanes.list"))
        with st.container(height=450, border=False):
            lists.brief(lists.latest(figures.shown(lanes, encounters), 20))
    often, grid = st.columns(2, gap="large")
    dressed = figures.dress(view, 560, share=0.5)
    with often:
        pairs = meeting_pairs(encounters, title=t("meetings.pairs"), **dressed)
        figures.draw(pairs, "pairs")
    with grid:
        matrix = meeting_matrix(encounters, title=t("meetings.matrix"), **dressed)
        figures.draw(matrix, "matrix", caption=False)
with listed:
    lists.paged_events(encounters)
frame.closing(view, frame.version(view))
