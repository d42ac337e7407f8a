"""Who met whom, where and when, and who spoke by telephone?"""

import streamlit as st

from dashboard.charts.meetings import meetings_map, places_of
from dashboard.charts.pairs import meeting_matrix, meeting_pairs
from dashboard.charts.theme import MAP_CONFIG
from dashboard.ui import ask, figures, frame, lists
from dashboard.ui.i18n import t, tn

view = frame.opening(t("meetings.title"))
encounters = ask.encounters(view.snapshot, view.filters)
if encounters.empty:
    frame.say("no_encounters")
    st.stop()
calls = encounters[encounters["mode"] == "phone"]
met = encounters[encounters["mode"] != "phone"]
placed = places_of(met)

drawn, paired, listed = st.tabs([t("meetings.tab.map"), t("meetings.tab.who"), t("tab.table")])
with drawn:
    where, latest = st.columns([2.2, 1], gap="medium")
    with where:
        dressed = figures.dress(view, 520, share=0.68)
        figure = meetings_map(placed, title=t("meetings.map"), basemap=figures.BASEMAP, **dressed)
        figures.draw(figure, "map", figures.set_one("places"), config=MAP_CONFIG)
        st.caption(tn("meetings.calls", len(calls)))
    with latest:
        frame.part(t("meetings.latest"))
        with st.container(height=590, border=False):
            lists.brief(lists.latest(encounters, 12))
with paired:
    often, grid = st.columns(2, gap="large")
    dressed = figures.dress(view, 560, share=0.5)
    with often:
        pairs = meeting_pairs(encounters, title=t("meetings.pairs"), **dressed)
        figures.draw(pairs, "pairs")
    with grid:
        matrix = meeting_matrix(encounters, title=t("meetings.matrix"), **dressed)
        figures.draw(matrix, "matrix", caption=False)
with listed:
    lists.linked_table(lists.latest(encounters, len(encounters)))
frame.closing(view, frame.version(view))
