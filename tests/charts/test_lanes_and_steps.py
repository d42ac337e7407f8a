"""Timeline groups, two periods, pairs over time and the map's steps: all drawn, nothing twice."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime
from itertools import combinations, pairwise
from random import Random
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from dashboard.charts import meetings
from dashboard.charts.comparison import compared, compared_bars
from dashboard.charts.histogram import histogram
from dashboard.charts.lanes import Extent, pack
from dashboard.charts.map_steps import sightings
from dashboard.charts.measure import text_size
from dashboard.charts.meetings import meetings_map, places_of
from dashboard.charts.pair_lanes import pair_lanes
from dashboard.charts.pairs import meeting_pairs
from dashboard.charts.placement import Box, free_side, label_box, place_labels
from dashboard.charts.steps import steps_of
from dashboard.charts.theme import Look, same_days, time_axis
from dashboard.charts.timeline import timeline
from dashboard.filters import Filters
from dashboard.table import queries
from dashboard.table.store import Snapshot
from dashboard.ui.i18n import catalogue
from dashboard.ui.wording import labels

A, B = (date(2016, 9, 1), date(2016, 9, 30)), (date(2016, 8, 2), date(2016, 8, 31))


@pytest.fixture(scope="module")
def met(snapshot: Snapshot) -> pd.DataFrame:
    return queries.encounters(snapshot, Filters())


def dressed(language: str = "en", **look: Any) -> dict[str, Any]:
    words = labels(catalogue(language))
    return {"title": "T", "caption": "C", "labels": words, "look": Look(**look)}


def report(**fields: Any) -> dict[str, Any]:
    """One event as the events query gives it."""
    row = {
        "event_id": "e1", "doc_id": "d1", "event_type": "CONSULT", "mode": "meeting",
        "modality": "actual", "date_first": "2016-09-09", "date_last": "2016-09-09",
        "date_approximate": False, "date_basis": "clause", "place_id": "geneva",
        "place_name": "Geneva", "place_name_ar": "جنيف", "place_country": "CH", "place_lat": 46.2,
        "place_lon": 6.15, "participants": [], "claims": [], "quote": "التقيا في جنيف.",
        "source": "وكالة", "published": "2016-09-09", "cluster_id": "",
    } | fields  # fmt: skip
    return row | {
        name: pd.Timestamp(row[name]) for name in ("date_first", "date_last", "published")
    }


def person(name: str, side: str = "") -> dict[str, str]:
    return {"actor_id": name, "name": name, "name_ar": name, "role": "attendee", "side": side}


def marks(figure: go.Figure) -> list[tuple[str, str, str, float]]:
    """Event id, hover, symbol and height of every mark of a timeline."""
    return [
        (row[0], hover, symbol, y)
        for trace in figure.data
        if trace.type == "scatter" and trace.customdata is not None
        for row, hover, symbol, y in zip(
            trace.customdata, trace.hovertext, trace.marker.symbol, trace.y, strict=True
        )
    ]


def headings(figure: go.Figure) -> list[tuple[str, int]]:
    """Name and number of every group, from top to bottom."""
    found = []
    for note in sorted(figure.layout.annotations, key=lambda a: -a.y):
        name, dot, number = note.text.replace("<br>", " ").rpartition("\u00a0·\u00a0")
        if dot:
            found.append((name.replace("\u00a0", " "), int(number)))
    return found


def test_by_place_every_event_is_drawn_once_under_its_place(snapshot: Snapshot) -> None:
    events = queries.events(snapshot, Filters())
    dated = events[events["date_first"].notna()]
    figure = timeline(events, by="place", **dressed())
    ids = [event_id for event_id, *_ in marks(figure)]
    assert sorted(ids) == sorted(dated["event_id"])
    told = dict(headings(figure))
    counts = dated["place_name"].value_counts()
    assert told["Geneva"] == counts["Geneva"]
    assert told["No place told"] == dated["place_id"].isna().sum()
    assert sum(told.values()) == len(dated)
    sizes = [n for name, n in headings(figure) if name not in ("Other places", "No place told")]
    assert sizes == sorted(sizes, reverse=True)


def test_by_actor_an_event_stands_with_each_of_its_busy_actors() -> None:
    rows = [
        report(event_id=f"e{n}", participants=[person("A"), person("B")], date_first=f"2016-09-0{n}",
               date_last=f"2016-09-0{n}") for n in (1, 2)
    ]  # fmt: skip
    figure = timeline(pd.DataFrame(rows), by="actor", **dressed())
    assert headings(figure) == [("A", 2), ("B", 2)]
    assert sorted(i for i, *_ in marks(figure)) == ["e1", "e1", "e2", "e2"]
    assert "stands with each" in figure.layout.meta["unit"]


@pytest.mark.parametrize(("language", "said"), [("en", "2 reports"), ("ar", "تقريران")])
def test_reports_of_one_event_are_one_mark_at_the_days_known_best(language: str, said: str) -> None:
    vague = report(event_id="vague", doc_id="d2", date_first="2016-09-01", date_last="2016-09-30",
                   cluster_id="c", source="صحيفة")  # fmt: skip
    rows = [vague, report(event_id="exact", cluster_id="c"), report(event_id="other")]
    figure = timeline(pd.DataFrame(rows), **dressed(language))
    drawn = {event_id: hover for event_id, hover, *_ in marks(figure)}
    assert drawn.keys() == {"exact", "other"}
    assert said in drawn["exact"]
    assert "صحيفة" in drawn["exact"]
    assert said not in drawn["other"]
    assert catalogue(language).text("chart.timeline.folded") in figure.layout.meta["unit"]


def test_approximate_ends_fade_and_exact_ones_do_not() -> None:
    month = {"date_first": "2016-09-01", "date_last": "2016-09-30"}
    for approximate in (True, False):
        frame = pd.DataFrame([report(date_approximate=approximate, **month)])
        (bar,) = (t for t in timeline(frame, **dressed()).data if t.type == "bar")
        strength = [float(fill.rstrip(")").split(",")[-1]) for fill in bar.marker.color]
        if approximate:
            middle = strength.index(max(strength))
            assert strength[: middle + 1] == sorted(strength[: middle + 1])
            assert strength[middle:] == sorted(strength[middle:], reverse=True)
            assert strength[0] < max(strength) / 4
        else:
            assert len(strength) == 1


def test_labels_stand_apart_and_inside_the_frame() -> None:
    points = [(40.0 + 13 * n, 60.0 + 17 * (n % 5)) for n in range(30)]
    sizes = [(70.0, 33.0)] * len(points)
    frame = Box(0, 0, 460, 180)
    placed = place_labels(points, [[size] for size in sizes], range(len(points)), frame)
    boxes = []
    for index, (_, side) in placed.items():
        boxes.append(label_box(points[index], *sizes[index], side))
    assert len(boxes) >= 3
    assert all(box.within(frame) for box in boxes)
    for one, other in combinations(boxes, 2):
        assert not Box(one.left - 4, one.bottom, one.right + 4, one.top).meets(other)


@pytest.mark.parametrize(
    ("line", "form"),
    [
        (Box(0, 101, 200, 125), (0, "below-right")),
        (Box(0, 0, 90, 200), (0, "above-right")),
        (Box(0, 60, 200, 90), (0, "above-left")),
        (Box(0, 115, 200, 118), (0, "below-right")),
    ],
)
def test_a_label_never_crosses_a_line(line: Box, form: tuple[int, str]) -> None:
    placed = place_labels(
        [(100, 100)], [[(50, 16), (50, 8)]], [0], Box(0, 0, 200, 200), kept_free=[line]
    )
    assert placed == {0: form}


@pytest.mark.parametrize(("gap", "form"), [(40.0, 0), (14.0, 1), (7.0, 2), (3.0, None)])
def test_a_label_without_room_is_written_shorter(gap: float, form: int | None) -> None:
    lines = [Box(0, 105 + gap, 200, 200), Box(0, 0, 200, 98)]
    placed = place_labels(
        [(100, 100)], [[(50, 30), (50, 12)]], [0], Box(0, 0, 200, 200), short=(9, 6),
        kept_free=lines,
    )  # fmt: skip
    assert placed == ({} if form is None else {0: (form, "above-left")})


@pytest.mark.parametrize("language", ["ar", "en"])
def test_two_periods_stand_side_by_side_with_their_own_numbers(
    snapshot: Snapshot, language: str
) -> None:
    counts = []
    for first, last in (A, B):
        counted = queries.histogram(snapshot, Filters(first=first, last=last), "year")
        counts.append(counted.groupby("event_type")["n"].sum().astype(int).to_dict())
    names = {kind: catalogue(language).text(f"type.{kind}") for found in counts for kind in found}
    rows = compared(*counts, names)
    assert {row.id: row.a for row in rows if row.a} == counts[0]
    assert {row.id: row.b for row in rows if row.b} == counts[1]
    assert sum(counts[0].values()) == queries.count(snapshot, Filters(first=A[0], last=A[1])).events
    figure = compared_bars(rows, A, B, typed=True, **dressed(language))
    full, hatched = (t for t in figure.data if t.customdata is not None)
    assert list(full.x) == [row.a for row in rows]
    assert list(hatched.x) == [row.b for row in rows]
    assert hatched.marker.pattern.shape == "/"
    told = labels(catalogue(language))
    for days in (A, B):
        assert told.days(*days) in figure.layout.meta["unit"]
        assert told.days(*days) in full.hovertext[0]


def test_two_empty_periods_are_a_sentence() -> None:
    figure = compared_bars([], A, B, **dressed())
    assert not figure.data
    assert "No events in either period." in figure.layout.annotations[-1].text


def test_pairs_are_rows_in_order_of_their_first_encounter(met: pd.DataFrame) -> None:
    figure = pair_lanes(met, **dressed(width=900))
    told = headings(figure)
    often = meeting_pairs(met, limit=12, **dressed())
    bars = often.data[0]
    pairs = {t.split("<br>")[0]: n for t, n in zip(bars.hovertext, bars.x, strict=True)}
    assert told[0][1] and len(told) == 12
    for name, n in told:
        assert pairs[f"<b>{name}</b>"] == n, name
    first: dict[str, Any] = {}
    days = dict(zip(met["event_id"], met["date_first"], strict=True))
    lines = sorted(-shape.y0 for shape in figure.layout.shapes)
    for event_id, _, _, y in marks(figure):
        row = sum(line <= -y for line in lines) - 1
        first[row] = min(first.get(row, days[event_id]), days[event_id])
    order = [first[row] for row in sorted(first)]
    assert order == sorted(order)


def test_encounters_without_a_date_are_said_to_have_no_mark(met: pd.DataFrame) -> None:
    met = met[met["date_first"].notna()]
    assert "no mark here" not in pair_lanes(met, **dressed()).layout.meta["unit"]
    undated = met.iloc[:2].assign(
        event_id=["x", "y"], cluster_id=None, date_first=pd.NaT, date_last=pd.NaT
    )
    figure = pair_lanes(pd.concat([met, undated], ignore_index=True), **dressed())
    said = "2 encounters have no date, so no mark here"
    assert figure.layout.meta["unit"].endswith(said)


def test_a_call_is_a_diamond_among_the_pairs_and_no_place_on_the_map(met: pd.DataFrame) -> None:
    calls = set(met.loc[met["mode"] == "phone", "event_id"])
    drawn = marks(pair_lanes(met, **dressed()))
    assert any(i in calls for i, *_ in drawn)
    for event_id, _, symbol, _ in drawn:
        assert symbol.startswith("diamond" if event_id in calls else "circle"), event_id


def test_places_under_one_mark_are_explained(met: pd.DataFrame) -> None:
    places = places_of(met[met["mode"] != "phone"])
    crowded = meetings_map(places, **dressed(width=400))
    look = {**dressed(width=400)}
    look["look"] = replace(look["look"], words=False)
    assert "+" in "".join(str(trace.text or "") for trace in crowded.data)
    assert "the number after +" in meetings_map(places, **look).layout.meta["unit"]
    assert "the number after +" not in meetings_map(places.head(1), **look).layout.meta["unit"]


def test_the_steps_of_the_map_grow_to_what_it_shows(met: pd.DataFrame) -> None:
    placed = met[met["mode"] != "phone"]
    figure = meetings_map(
        places_of(placed), encounters=placed, steps=steps_of(placed), **dressed(width=900)
    )
    (index,) = (i for i, t in enumerate(figure.data) if t.customdata is not None)
    sizes = [
        dict(zip(frame.traces, frame.data, strict=True))[index].marker.size
        for frame in figure.frames
    ]
    for before, after in pairwise(sizes):
        assert all(a <= b for a, b in zip(before, after, strict=True))
    assert sizes[0] != sizes[-1]
    assert sizes[-1] == figure.data[index].marker.size
    steps = figure.layout.sliders[0].steps
    assert [step.args[0][0] for step in steps] == [frame.name for frame in figure.frames]
    ends = [str(last) for _, last in steps_of(placed)]
    assert [frame.name for frame in figure.frames] == [*ends, "all"]


def test_a_step_moves_no_map_and_costs_little(met: pd.DataFrame) -> None:
    placed = met[met["mode"] != "phone"]
    figure = meetings_map(
        places_of(placed), encounters=placed, steps=steps_of(placed), lines=True, **dressed("ar")
    )
    assert all(frame.layout == go.Layout() for frame in figure.frames)
    assert len(json.dumps(json.loads(figure.to_json()), ensure_ascii=False).encode()) < 200_000


def test_lines_come_from_states_other_than_the_host() -> None:
    people = [
        person("Kerry", "USA"),
        person("Annan", "united-nations"),
        person("Burkhalter", "CHE"),
    ]
    (seen,) = sightings([report(participants=people)])
    assert [origin.code for origin in seen.origins] == ["US"]
    lat, lon = seen.origins[0].seat
    assert (round(lat), round(lon)) == (39, -77)
    frame = pd.DataFrame([report(participants=people)])
    figure = meetings_map(places_of(frame), encounters=frame, lines=True, **dressed())
    assert figure.data[0].mode == "lines"
    assert list(figure.data[0].lat) == [lat, 46.2, None]
    without = meetings_map(places_of(frame), encounters=frame, **dressed())
    assert not any(trace.mode == "lines" for trace in without.data)


@pytest.mark.parametrize("first", [date(2016, 1, 1), date(2015, 12, 20), date(2016, 2, 28)])
def test_the_first_month_on_an_axis_says_its_year_and_is_not_cut_off(first: date) -> None:
    axis = time_axis(first, date(2016, 12, 31), labels(catalogue("en")), Look())
    days = (date(2016, 12, 31) - first).days
    assert "2016" in axis["ticktext"][0]
    assert (date.fromisoformat(axis["tickvals"][0]) - first).days >= days // 25


def test_a_day_is_named_under_the_middle_of_its_bar() -> None:
    axis = time_axis(date(2016, 9, 1), date(2016, 9, 20), labels(catalogue("en")), Look())
    days = [datetime.fromisoformat(tick) for tick in axis["tickvals"]]
    assert {day.hour for day in days} == {12}
    assert [str(day.day) for day in days] == [text.split("<br>")[0] for text in axis["ticktext"]]


def test_the_bars_above_a_timeline_stand_at_its_days(snapshot: Snapshot) -> None:
    lanes = timeline(queries.latest(snapshot, Filters(), 500), **dressed())
    bars = histogram(queries.histogram(snapshot, Filters()), **dressed())
    assert bars.layout.xaxis.range != lanes.layout.xaxis.range
    same_days(bars, lanes)
    for part in ("range", "domain", "tickvals"):
        assert bars.layout.xaxis[part] == lanes.layout.xaxis[part]
    late = timeline(queries.latest(snapshot, Filters(), 20), **dressed())
    bars = histogram(queries.histogram(snapshot, Filters()), **dressed())
    same_days(bars, late)  # only the last ones are in lanes: no bar may be lost
    assert bars.layout.xaxis.domain == late.layout.xaxis.domain
    assert bars.layout.xaxis.range != late.layout.xaxis.range


@pytest.mark.parametrize("language", ["ar", "en"])
def test_names_on_the_map_are_as_wide_as_they_are_drawn_and_keep_apart(
    met: pd.DataFrame, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    there: list[tuple[str, Box]] = []

    def remember(*given: Any, **more: Any) -> tuple[str, Box] | None:
        found = free_side(*given, **more)
        if found:
            assert found[1].right - found[1].left == pytest.approx(text_size(given[1], given[2])[0])
            there.append((given[1], found[1]))
        return found

    monkeypatch.setattr(meetings, "free_side", remember)
    meetings_map(places_of(met), encounters=met, **dressed(language, width=680, height=470))
    assert len(there) >= 8
    for (name, box), (other, its) in combinations(there, 2):
        assert not box.grown(0.9).meets(its), (name, other)


def test_what_needs_two_lanes_shares_them_with_nothing() -> None:
    chance = Random(1)
    extents = [
        Extent(start, start + chance.choice((8, 90)), chance.choice((1, 1, 2)))
        for start in (chance.randrange(600) for _ in range(80))
    ]
    lanes = pack(extents)
    rows = [set(range(lane, lane + e.lanes)) for lane, e in zip(lanes, extents, strict=True)]
    for (a, its), (b, others) in combinations(zip(extents, rows, strict=True), 2):
        assert not (a.meets(b) and its & others)
    assert pack([Extent(0, 5), Extent(5, 9), Extent(1, 3)]) == [0, 0, 1]


@pytest.mark.parametrize("most", [490, 448])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_all_events_of_the_sample_fit_in_the_room_there_is(
    snapshot: Snapshot, language: str, most: int
) -> None:
    events = queries.latest(snapshot, Filters(), 500)
    dress = dressed(language, width=1036, words=False)
    figure, free = timeline(events, most=most, **dress), timeline(events, **dress)
    assert figure.layout.height <= most < free.layout.height
    assert [len(marks(f)) for f in (figure, free)] == [len(marks(free))] * 2
    sizes = [
        size
        for trace in figure.select_traces({"type": "scatter"})
        for size in trace.marker.size or ()
    ]
    assert max(sizes) >= 6


def test_few_events_are_drawn_in_full_size_whatever_the_room() -> None:
    rows = pd.DataFrame([report(event_id=f"e{n}") for n in range(4)])
    figure, free = timeline(rows, most=490, **dressed()), timeline(rows, **dressed())
    assert figure.layout.height == free.layout.height


def test_words_are_left_out_only_where_that_brings_all_within_the_room(snapshot: Snapshot) -> None:
    events = queries.latest(snapshot, Filters(), 500)
    dress = dressed("en", width=1036, words=False)

    def words(most: int | None) -> int:
        figure = timeline(events, most=most, **dress)
        return sum(
            bool(text)
            for trace in figure.select_traces({"type": "scatter"})
            for text in trace.text or ()
        )

    assert any(0 < words(most) < words(None) for most in range(400, 500, 10))
    assert words(100) == words(None)
