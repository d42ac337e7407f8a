"""Encounters on the Meetings page: on the map, as a net, in pairs; figures and lists together."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.charts.meetings import encounter_key, meetings_map, places_of
from dashboard.charts.net import meeting_net
from dashboard.charts.pair_lanes import pair_lanes
from dashboard.charts.pairs import meeting_matrix, meeting_pairs
from dashboard.charts.rows import rows_of
from dashboard.charts.steps import Days, steps_of, until
from dashboard.charts.theme import MAP_CONFIG
from dashboard.ui import address, biography, figures, frame, lists
from dashboard.ui.i18n import language, t, tn
from dashboard.ui.through_time import Control, through_time

_LISTED = 5  # beside a figure
_HEIGHT = 470
_MARKS = 4_000  # on the map in all steps: with more, steps are longer


def on_the_map(
    view: frame.View, encounters: pd.DataFrame, lines: bool, *, box: bool = False
) -> None:
    """Where they met, through time, and beside it the latest up to the step.

    With ``box`` a drag draws a box, and the places in it are chosen; without, it moves the map.
    """
    calls = encounters[encounters["mode"] == "phone"]
    met = encounters[encounters["mode"] != "phone"]
    placed = met[met["place_lat"].notna()]
    unplaced = met[met["place_lat"].isna()]
    places = places_of(met)
    steps = steps_of(met, _MARKS // max(len(places), 1))
    figure = meetings_map(
        places, title=t("meetings.map"), basemap=figures.BASEMAP, encounters=met,
        steps=steps if len(steps) > 1 else (), lines=lines,
        **_dress(view, placed, _HEIGHT, 0.68),
    )  # fmt: skip

    if box and figure.data:
        figure.layout.dragmode = "select"

    def show(step: Days | None, control: Control) -> None:
        where, latest = st.columns([2.2, 1], gap="medium")
        with where:
            figures.draw(
                figure, "map", figures.set_one("places"), box=box, config=MAP_CONFIG,
                hint="hint.map_box" if box else "hint.map", before_hint=control,
            )  # fmt: skip
            left = (("meetings.calls", calls), ("meetings.unplaced", unplaced))
            counted = ((key, _count(until(rows, step))) for key, rows in left)
            frame.small(" ".join(tn(key, n) for key, n in counted if n))
        with latest:
            _first(t("meetings.latest"), until(encounters, step))

    through_time(steps, "map", show, frames="map")


def as_a_net(view: frame.View, encounters: pd.DataFrame) -> None:
    """Who was together with whom, through time, and beside it the latest up to the step."""
    held = encounters[encounters["modality"] != "future"]

    def show(step: Days | None, control: Control) -> None:
        net, latest = st.columns([2.2, 1], gap="medium")
        with net:
            figure = meeting_net(
                held, title=t("meetings.net"), sides=_sides(held), step=step,
                **_dress(view, held, _HEIGHT, 0.68),
            )  # fmt: skip
            figures.draw(figure, "net", figures.set_together, hint="hint.net", before_hint=control)
        with latest:
            _first(t("meetings.latest"), until(held, step))

    through_time(steps_of(held), "net", show)


def in_pairs(view: frame.View, encounters: pd.DataFrame) -> None:
    """Who met whom: over time with the encounters of those drawn, how often, and as a matrix."""
    over_time, told = st.columns([2.2, 1], gap="medium")
    with over_time:
        lanes = pair_lanes(
            encounters, title=t("meetings.lanes"), **_dress(view, encounters, share=0.68)
        )
        figures.timed(lanes, "lanes", encounters, caption=False)
    with told:
        _first(t("meetings.lanes.list"), figures.shown(lanes, encounters))
    often, grid = st.columns(2, gap="large")
    dressed = _dress(view, encounters, 560, 0.5)
    with often:
        pairs = meeting_pairs(encounters, title=t("meetings.pairs"), **dressed)
        figures.draw(pairs, "pairs", figures.set_together, hint="hint.pair")
    with grid:
        matrix = meeting_matrix(encounters, title=t("meetings.matrix"), **dressed)
        figures.draw(matrix, "matrix", figures.set_together, caption=False, hint="hint.cell")


def _dress(
    view: frame.View, encounters: pd.DataFrame, height: int | None = None, share: float = 1
) -> dict[str, Any]:
    """What every figure is given, its caption with the encounters it is made from."""
    said = tn("count.encounters", _count(encounters))
    return figures.dress(view, height, share, encounters, said)


def _count(encounters: pd.DataFrame) -> int:
    """How many encounters the rows are: reports of the same one count once."""
    return len({encounter_key(row) for row in rows_of(encounters)})


def _first(title: str, encounters: pd.DataFrame) -> None:
    """As many of the latest as stand beside a figure, and the way to all."""
    frame.part(title)
    lists.brief(lists.latest(encounters, _LISTED))
    if len(encounters) > _LISTED:
        st.button(
            t("actors.all_meetings"), icon=lists.onward(), type="tertiary", key="all-meetings",
            on_click=address.set_value, args=("show", "table"),
        )  # fmt: skip


def _sides(encounters: pd.DataFrame) -> dict[str, str]:
    """The names of the states and organisations that participants belong to, by code."""
    codes = {p["side"] for people in encounters["participants"] for p in people if p["side"]}
    found = {code: biography.side(code) for code in codes}
    arabic = language() == "ar"
    return {code: s.name_ar if arabic else s.name for code, s in found.items() if s is not None}
