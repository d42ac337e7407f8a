"""What a hand picks in a figure becomes days, pairs and actors."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import pytest

from dashboard.charts import periods, selection
from dashboard.charts.casualties import cumulative_tolls, incident_claims
from dashboard.charts.measure import text_size
from dashboard.charts.pair_lanes import pair_lanes
from dashboard.charts.pairs import meeting_matrix
from dashboard.charts.theme import Look
from dashboard.charts.timeline import timeline
from dashboard.filters import Filters
from dashboard.table import queries
from dashboard.table.store import Snapshot
from dashboard.ui.i18n import catalogue
from dashboard.ui.wording import labels

YEARS = (date(2012, 1, 1), date(2018, 1, 1))


def dressed(language: str = "en", **look: Any) -> dict[str, Any]:
    said = labels(catalogue(language))
    return {"title": "T", "caption": "C", "labels": said, "look": Look(**look)}


def test_a_box_is_the_days_between_its_sides_in_either_direction() -> None:
    for sides in (["2016-02-03 11:20", "2016-04-05"], ["2016-04-05", "2016-02-03 11:20"]):
        event = {"selection": {"points": [], "box": [{"x": sides, "y": [0, 1]}]}}
        assert selection.stretch(event) == (date(2016, 2, 3), date(2016, 4, 5))


@pytest.mark.parametrize("box", [[], [{"x": [0.5, 3.2], "y": [0, 1]}]])
def test_no_box_over_time_is_no_choice_of_days(box: list[dict[str, Any]]) -> None:
    assert selection.stretch({"selection": {"points": [], "box": box}}) is None


def test_a_box_over_years_means_whole_months_and_over_weeks_its_days() -> None:
    drag = (date(2016, 2, 27), date(2016, 4, 2))
    assert periods.whole(*drag, YEARS) == (date(2016, 2, 1), date(2016, 4, 30))
    assert periods.whole(*drag, (date(2016, 2, 1), date(2016, 4, 20))) == drag


def test_figures_over_time_are_dragged_over_but_not_by_a_finger(snapshot: Snapshot) -> None:
    claims = queries.claims(snapshot, Filters())
    met = queries.encounters(snapshot, Filters())
    for chart, rows in (
        (cumulative_tolls, claims), (incident_claims, claims), (pair_lanes, met), (timeline, met),
    ):  # fmt: skip
        wide, narrow = chart(rows, **dressed(width=900)), chart(rows, **dressed(width=358))
        assert (wide.layout.dragmode, narrow.layout.dragmode) == ("select", False)
        assert wide.layout.xaxis.type == "date"


def test_a_cell_is_both_actors_and_the_diagonal_one(snapshot: Snapshot) -> None:
    met = queries.encounters(snapshot, Filters())
    figure = meeting_matrix(met, **dressed(width=700))
    (marks,) = (t for t in figure.data if t.customdata is not None)
    for row, x, y, hover in zip(marks.customdata, marks.x, marks.y, marks.hovertext, strict=True):
        ids = row[0].split(",")
        assert len(ids) == (1 if x == y else 2)
        if x != y:
            both = Filters(actors=tuple(ids), together=True)
            keys = queries.encounters(snapshot, both)
            n = (
                keys["cluster_id"]
                .where(keys["cluster_id"].fillna("") != "", keys["event_id"])
                .nunique()
            )
            assert f"<br>{n} " in hover


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("width", [358, 700, 1000])
def test_names_under_a_matrix_keep_apart(snapshot: Snapshot, language: str, width: int) -> None:
    met = queries.encounters(snapshot, Filters())
    figure = meeting_matrix(met, **dressed(language, width=width))
    axis, size = figure.layout.xaxis, figure.layout.font.size
    beside = max(text_size(name, size)[0] for name in figure.layout.yaxis.ticktext)
    column = (width - beside - 30) / len(axis.ticktext)
    for name in axis.ticktext:
        wide, high = text_size(name, size)
        across, down = (wide, high) if axis.tickangle == 0 else (high, wide)
        assert across <= column + 2 and down <= figure.layout.margin.b, name
    if width != 700:  # where a word of an English name is as wide as its column
        assert axis.tickangle == (0 if width > 700 else -90)


def test_together_lets_through_what_all_take_part_in(snapshot: Snapshot) -> None:
    names = ("john-kerry", "sergey-lavrov")
    either = queries.events(snapshot, Filters(actors=names))
    both = queries.events(snapshot, Filters(actors=names, together=True))
    held = [{p["actor_id"] for p in people} for people in both["participants"]]
    assert 0 < len(both) < len(either)
    assert all(set(names) <= people for people in held)
    expected = sum(
        set(names) <= {p["actor_id"] for p in people} for people in either["participants"]
    )
    assert len(both) == expected
    assert isinstance(both, pd.DataFrame)


def test_together_is_in_the_link_and_means_two() -> None:
    both = Filters(actors=("a", "b"), together=True)
    assert both.to_query() == {"actor": "a,b", "together": "yes"}
    assert Filters.from_query(both.to_query()) == both
    assert not both.with_(actors=("a",)).together
    assert both.without("together") == Filters(actors=("a", "b"))
    assert Filters(together=True) == Filters()
