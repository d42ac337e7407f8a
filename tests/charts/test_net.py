"""The net of who meets whom: true to the encounters, the same at every step, legible."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from itertools import combinations
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from dashboard.charts.direction import PDI, RLI
from dashboard.charts.meetings import encounter_key
from dashboard.charts.net import meeting_net, net_of
from dashboard.charts.net_layout import placed
from dashboard.charts.steps import steps_of, until, within
from dashboard.charts.theme import Look
from dashboard.filters import Filters
from dashboard.table import queries
from dashboard.table.store import Snapshot
from dashboard.ui.i18n import catalogue
from dashboard.ui.wording import labels


@pytest.fixture(scope="module")
def met(snapshot: Snapshot) -> pd.DataFrame:
    return queries.encounters(snapshot, Filters())


def drawn(met: pd.DataFrame, language: str = "en", width: int = 690, **more: Any) -> go.Figure:
    look = Look(width=width, height=500, words=False)
    dress = {"title": "T", "caption": "C", "labels": labels(catalogue(language)), "look": look}
    return meeting_net(met, **dress | more)


def circles(figure: go.Figure) -> dict[str, tuple[float, float, float]]:
    """Place and size of every actor's circle."""
    trace = next(t for t in figure.data if t.customdata and "," not in t.customdata[0][0])
    return {
        row[0]: (x, y, size)
        for row, x, y, size in zip(
            trace.customdata, trace.x, trace.y, trace.marker.size, strict=True
        )
    }


def test_a_pair_counts_each_encounter_held_once_and_calls_apart(met: pd.DataFrame) -> None:
    net = net_of(met.to_dict("records"))
    kerry, lavrov = "john-kerry", "sergey-lavrov"
    both: dict[str, bool] = {}
    for row in met[met["modality"] != "future"].to_dict("records"):
        if {kerry, lavrov} <= {p["actor_id"] for p in row["participants"]}:
            both.setdefault(encounter_key(row), row["mode"] == "phone")
    counted = Counter(both.values())
    assert net.met[kerry, lavrov] == counted[False] > 3
    assert net.called[kerry, lavrov] == counted[True] > 0
    (ahead,) = met[met["modality"] == "future"].to_dict("records")[:1]
    assert not net_of([ahead]).alone


def test_calls_are_dashed_and_meetings_are_not(met: pd.DataFrame) -> None:
    calls = met[met["mode"] == "phone"]
    for rows, dashed in ((calls, True), (met[met["mode"] != "phone"], False)):
        lines = [t for t in drawn(rows).data if t.mode == "lines" and len(t.x or ())]
        assert lines
        assert all((t.line.dash != "solid") is dashed for t in lines)


@pytest.mark.parametrize(("language", "width"), [("en", 690), ("ar", 690), ("ar", 350)])
def test_no_circle_or_name_lies_on_another(met: pd.DataFrame, language: str, width: int) -> None:
    figure = drawn(met, language, width)
    where = circles(figure)
    for (x, y, size), (u, v, other) in combinations(where.values(), 2):
        assert (x - u) ** 2 + (y - v) ** 2 > ((size + other) / 2) ** 2
    assert all(0 < x < width and 0 < y < 500 for x, y, _ in where.values())
    names = figure.layout.annotations
    assert len(names) > len(where) * 0.7
    if language == "ar":
        assert all(note.text.startswith(RLI) and note.text.endswith(PDI) for note in names)


def test_what_is_left_out_is_said(met: pd.DataFrame) -> None:
    figure = drawn(met, limit=10)
    everyone = len(net_of(met.to_dict("records")).alone)
    assert len(circles(figure)) == 10
    assert f"The 10 actors with most encounters, of {everyone}" in figure.layout.meta["unit"]
    assert len(figure.to_json()) < 60_000


def test_a_step_shows_less_and_moves_nothing(met: pd.DataFrame) -> None:
    steps = steps_of(met)
    whole, half = drawn(met), drawn(met, step=steps[len(steps) // 2])
    before = circles(whole)
    assert len(circles(half)) < len(before)
    for actor, (x, y, size) in circles(half).items():
        assert (x, y) == before[actor][:2]
        assert size <= before[actor][2]
    assert len(half.data) == len(whole.data)
    assert json.loads(drawn(met).to_json()) == json.loads(whole.to_json())


def test_steps_hold_every_dated_encounter_once(met: pd.DataFrame) -> None:
    steps = steps_of(met)
    dated = met["date_last"].fillna(met["date_first"]).notna().sum()
    assert sum(len(within(met, step)) for step in steps) == dated
    assert len(until(met, steps[-1])) == dated
    assert len(until(met, None)) == len(met)
    assert all(len(within(met, step)) for step in steps)


def test_many_months_are_quarters_or_years() -> None:
    days = pd.to_datetime(
        [f"{year}-{month:02}-03" for year in range(2011, 2019) for month in range(1, 13)]
    )
    steps = steps_of(pd.DataFrame({"date_first": days, "date_last": days}))
    assert len(steps) == 32
    assert steps[0] == (date(2011, 1, 1), date(2011, 3, 31))


def test_one_and_none_have_a_place() -> None:
    assert placed([], {}, 100, 100) == []
    assert placed([9], {}, 100, 80) == [(50, 40)]


def test_nobody_with_anybody_is_a_sentence(met: pd.DataFrame) -> None:
    figure = drawn(met.head(0))
    assert not figure.data
    assert "No" in figure.layout.annotations[-1].text
