"""What the figures say: every claim and event as it was read, and nothing that was not."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from dashboard.charts.casualties import cumulative_tolls, incident_claims
from dashboard.charts.histogram import histogram
from dashboard.charts.labels import Labels
from dashboard.charts.meetings import meetings_map, places_of
from dashboard.charts.pair_lanes import pair_lanes
from dashboard.charts.pairs import meeting_matrix, meeting_pairs
from dashboard.charts.ranking import ranked_bars
from dashboard.charts.steps import steps_of
from dashboard.charts.theme import Look
from dashboard.charts.timeline import timeline
from dashboard.filters import Filters
from dashboard.table import queries
from dashboard.table.store import Snapshot
from dashboard.ui.i18n import catalogue
from dashboard.ui.wording import labels

ALL = Filters()
ARABIC = re.compile("[\u0600-\u06ff]")
LATIN = re.compile("\u2066[^\u2069]*\u2069")
ISOLATED = re.compile("\u2067[^\u2067\u2069]*\u2069")


def dressed(language: str = "en", **look: Any) -> dict[str, Any]:
    words: Labels = labels(catalogue(language))
    return {"title": "T", "caption": "C", "labels": words, "look": Look(**look)}


def every_figure(
    snapshot: Snapshot, language: str, dress: dict[str, Any] | None = None
) -> Iterator[tuple[str, go.Figure]]:
    events = queries.events(snapshot, ALL)
    claims = queries.claims(snapshot, ALL)
    met = queries.encounters(snapshot, ALL)
    dress = dress or dressed(language)
    for grain in ("day", "month", "year"):
        counted = queries.histogram(snapshot, ALL, grain)
        yield f"histogram-{grain}", histogram(counted, grain=grain, **dress)
    yield "timeline", timeline(events, **dress)
    yield "timeline-actor", timeline(events, by="actor", **dress)
    yield "timeline-place", timeline(events, by="place", **dress)
    for kind in ("killed", "wounded", "missing", "detained", "displaced", "casualties"):
        yield f"tolls-{kind}", cumulative_tolls(claims, kind=kind, **dress)
        yield f"incidents-{kind}", incident_claims(claims, kind=kind, **dress)
    yield "map", meetings_map(places_of(met), **dress)
    yield (
        "steps",
        meetings_map(places_of(met), encounters=met, steps=steps_of(met), lines=True, **dress),
    )
    yield "lanes", pair_lanes(met, **dress)
    yield "pairs", meeting_pairs(met, **dress)
    yield "matrix", meeting_matrix(met, **dress)
    actors = queries.actors(snapshot, ALL)
    yield "actors", ranked_bars(actors, id_column="actor_id", unit="events", **dress)


def texts(value: Any, key: str = "") -> Iterator[str]:
    """Every text of a figure's JSON that a reader may see."""
    if isinstance(value, dict):
        for name, part in value.items():
            if name not in ("template", "meta", "legendgroup"):
                yield from texts(part, name)
    elif isinstance(value, list):
        for part in value:
            yield from texts(part, key)
    elif isinstance(value, str) and key != "customdata":
        yield value


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_word_is_in_the_catalogue_and_arabic_is_isolated(
    snapshot: Snapshot, language: str
) -> None:
    for name, figure in every_figure(snapshot, language):
        for text in texts(json.loads(figure.to_json())):
            assert not re.search(r"\b(chart|claim|type|mode|modality|kind|month)\.\w", text), name
            for line in re.split(r"<br>|\n", text):
                assert not ARABIC.search(ISOLATED.sub("", LATIN.sub("", line))), (name, line)


def test_every_running_total_is_a_mark_of_its_own_and_none_is_a_sum(snapshot: Snapshot) -> None:
    claims = queries.claims(snapshot, ALL)
    told = claims[(claims["scope"] == "cumulative") & (claims["kind"] == "killed")]
    figure = cumulative_tolls(claims, **dressed())
    drawn = [y for trace in figure.data if trace.customdata is not None for y in trace.y]
    values = {int(value) for value in told[["low", "best", "high"]].stack().dropna()}
    assert len(drawn) > 15
    assert set(drawn) <= values
    assert 260_000 in drawn


def test_an_open_claim_is_a_caret_and_says_at_least(snapshot: Snapshot) -> None:
    figure = cumulative_tolls(queries.claims(snapshot, ALL), **dressed())
    marks = {
        (y, symbol)
        for trace in figure.data
        if trace.customdata is not None
        for y, symbol in zip(trace.y, trace.marker.symbol, strict=True)
    }
    assert (260_000, "triangle-up") in marks
    assert (191_369, "triangle-up") not in marks
    assert "260,000 killed" in figure.to_json()
    assert "more than 260,000" in figure.to_json()


def test_totals_and_parts_are_not_among_the_incidents(snapshot: Snapshot) -> None:
    claims = queries.claims(snapshot, ALL)
    figure = incident_claims(claims, **dressed())
    ids = {
        row[0] for trace in figure.data if trace.customdata is not None for row in trace.customdata
    }
    incidents = claims[(claims["scope"] == "incident") & (claims["kind"] == "killed")]
    assert ids
    assert ids <= set(incidents["event_id"])


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        ("2016-09-01", "2016-09-30", 30),
        ("2016-01-01", "2016-12-31", 366),
        ("2016-09-04", "2016-09-05", 2),
    ],
)
def test_an_interval_is_drawn_as_wide_as_it_is_uncertain(first: str, last: str, days: int) -> None:
    figure = timeline(rows(date_first=first, date_last=last), **dressed())
    (bar,) = (trace for trace in figure.data if trace.type == "bar")
    assert [timedelta(milliseconds=x).days for x in bar.x] == [days]
    assert pd.Timestamp(bar.base[0]) == pd.Timestamp(first)


def test_a_day_is_a_mark_and_no_bar() -> None:
    figure = timeline(rows(), **dressed())
    assert [len(trace.x) for trace in figure.data if trace.type == "bar"] == [0]
    (mark,) = figure.select_traces({"mode": "markers+text"})
    assert [row[0] for row in mark.customdata] == ["e1"]


@pytest.mark.parametrize(
    ("fields", "ending"),
    [
        ({"modality": "future"}, "-open"),
        ({"modality": "historical"}, "-open"),
        ({"date_basis": "published"}, "-open-dot"),
        ({"date_basis": "narrative"}, "-open-dot"),
        ({}, ""),
    ],
)
def test_what_is_not_certain_is_hollow(fields: dict[str, str], ending: str) -> None:
    figure = timeline(rows(**fields), **dressed())
    (mark,) = figure.select_traces({"mode": "markers+text"})
    assert mark.marker.symbol == (f"circle{ending}",)


def test_text_of_a_document_is_escaped() -> None:
    bad = "<b onclick=x>قال</b> & <a href='//x'>هنا</a>"
    figure = timeline(
        rows(quote=bad, source=bad, place_name=bad, place_name_ar=bad), **dressed("ar")
    )
    told = figure.to_json()
    assert "onclick" in told
    assert not re.search(r"<(b on|a )|\\u003c(b on|a )", told)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_timeline_taller_than_a_screen_names_its_days_above_as_below(language: str) -> None:
    many = pd.concat(
        rows(event_id=f"e{n}", date_first=f"2016-{5 + n % 4:02}-09", date_last=f"2016-{5 + n % 4:02}-09")
        for n in range(240)
    )  # fmt: skip
    figure = timeline(many, **dressed(language, width=1000))
    above = [a.text for a in figure.layout.annotations if a.xref == "x" and a.yref == "paper"]
    below = [text.replace("<br>", " ") for text in figure.layout.xaxis.ticktext]
    bare = str.maketrans("", "", "\u2067\u2069")
    assert [t.translate(bare) for t in above] == [t.translate(bare) for t in below][: len(above)]
    assert len(above) >= len(below) - 1 > 0
    # Month and year are read as one: in Arabic both are in one isolate.
    assert all(t.count("\u2067") == (language == "ar") for t in above)
    few = timeline(rows(), **dressed(language, width=1000))
    assert not [a for a in few.layout.annotations if a.xref == "x" and a.yref == "paper" and a.text]


def test_undated_events_are_said_to_be_missing() -> None:
    frame = pd.concat([rows(), rows(event_id="e2", date_first=None, date_last=None)])
    figure = timeline(frame, **dressed())
    assert "1 event has no date" in figure.layout.meta["unit"]


def test_the_histogram_says_how_many_events_it_cannot_place(snapshot: Snapshot) -> None:
    rows = queries.histogram(snapshot, ALL)
    said = histogram(rows, outside=1, undated=27, **dressed()).layout.meta["unit"]
    assert said.endswith("1 event lies outside these years. 27 events have no date.")


def test_the_histogram_counts_every_dated_event_once(snapshot: Snapshot) -> None:
    figure = histogram(queries.histogram(snapshot, ALL), **dressed())
    count = queries.count(snapshot, ALL)
    assert sum(sum(trace.y) for trace in figure.data) == count.events - count.undated
    for trace in figure.data:
        for (first, last), x in zip(trace.customdata, trace.x, strict=True):
            assert date.fromisoformat(first) <= date.fromisoformat(last)
            assert x == first


def test_the_map_has_every_place_once_and_counts_its_encounters(snapshot: Snapshot) -> None:
    met = queries.encounters(snapshot, ALL)
    places = places_of(met[met["mode"] != "phone"])
    figure = meetings_map(places, **dressed())
    marks = [
        row for trace in figure.data if trace.customdata is not None for row in trace.customdata
    ]
    assert sorted(i for ids, _ in marks for i in ids.split(",")) == sorted(places["place_id"])
    assert sum(n for _, n in marks) == places["n"].sum()
    assert json.loads(figure.to_json())["layout"]["map"]["style"]["sources"]["land"][
        "data"
    ].startswith("/app/static/")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_figure_of_nothing_is_a_sentence(language: str) -> None:
    for name, figure in {
        "timeline": timeline(rows().head(0), **dressed(language)),
        "tolls": cumulative_tolls(rows().head(0).assign(scope="", kind=""), **dressed(language)),
        "map": meetings_map(places_of(rows().head(0)), **dressed(language)),
    }.items():
        assert not figure.data, name
        assert len(max((a.text for a in figure.layout.annotations), key=len)) > 15, name


def test_the_page_is_told_the_words_where_it_writes_them() -> None:
    figure = timeline(rows(), **dressed(words=False))
    assert figure.layout.title.text is None
    assert figure.layout.meta["title"] == "T"
    assert figure.layout.meta["caption"] == "C"
    assert "bar: as wide as the date is uncertain" in figure.layout.meta["unit"]


def test_many_claims_of_one_day_stay_at_that_day() -> None:
    day = "2015-08-16"
    claims = pd.concat(
        [told(event_id=f"e{n}", low=n, best=n, high=n) for n in range(1, 200)]
        + [told(event_id="long-ago", date_first="1982-02-02", date_last="1982-02-02")]
        + [told(event_id="later", date_first="2016-08-16", date_last="2016-08-16")]
    )
    figure = incident_claims(claims, **dressed(width=1000))
    (marks,) = (trace for trace in figure.data if trace.customdata is not None)
    off = {
        abs((pd.Timestamp(x) - pd.Timestamp(f"{day}T12:00")).days)
        for x, (event_id, _) in zip(marks.x, marks.customdata, strict=True)
        if event_id.startswith("e")
    }
    assert max(off) <= 8  # half a mark, of an axis of a year
    assert "in the table only" in figure.layout.meta["unit"]


def told(**fields: Any) -> pd.DataFrame:
    """One claim as the claims query gives it."""
    row = {
        "event_id": "e1", "scope": "incident", "kind": "killed", "low": 5, "best": 5, "high": 5,
        "approximate": False, "unit": "people", "first": None, "last": None, "victims": "",
        "asserted_by": "", "asserted_by_ar": "", "text": "5 قتلى", "source": "وكالة",
        "quote": "قتل 5.", "published": "2015-08-17", "date_first": "2015-08-16",
        "date_last": "2015-08-16", "place_name": None, "place_name_ar": None,
    } | fields  # fmt: skip
    frame = pd.DataFrame([row])
    for name in ("date_first", "date_last", "published", "first", "last"):
        frame[name] = pd.to_datetime(frame[name])
    return frame


def rows(**fields: Any) -> pd.DataFrame:
    """One event as the events query gives it."""
    row = {
        "event_id": "e1", "event_type": "CONSULT", "mode": "meeting", "modality": "actual",
        "date_first": "2016-09-09", "date_last": "2016-09-09", "date_approximate": False,
        "date_basis": "clause", "place_id": "p", "place_name": "Geneva", "place_name_ar": "جنيف",
        "place_country": "CH", "place_lat": 46.2, "place_lon": 6.15, "participants": [],
        "claims": [], "quote": "التقيا في جنيف.", "source": "وكالة", "published": "2016-09-09",
    } | fields  # fmt: skip
    frame = pd.DataFrame([row])
    for name in ("date_first", "date_last", "published"):
        frame[name] = pd.to_datetime(frame[name])
    return frame


def test_arabic_indic_digits_are_on_axes_labels_and_numbers(snapshot: Snapshot) -> None:
    words: Labels = labels(replace(catalogue("ar"), numerals="arab"))
    dress = dressed("ar") | {"labels": words}
    seen = ""
    for name, figure in every_figure(snapshot, "ar", dress):
        drawn = [re.sub("<[^>]*>", "", text) for text in written(json.loads(figure.to_json()))]
        assert [text for text in drawn if re.search("[0-9]", text)] == [], name
        seen += " ".join(drawn)
    assert {"٢٠١٦", "١٬٠٠٠", "٤٠٠٬٠٠٠"} <= set(re.findall("[٠-٩٬]+", seen))


def written(part: Any) -> Iterator[str]:
    """What a figure writes on itself; its hovers, which quote documents, apart."""
    if not isinstance(part, dict):
        return
    told = ["text", "ticktext", "title", "unit", "caption", "label"]
    if "traces" not in part:  # a step of the map has a name that is not shown
        told.append("name")
    for key, value in part.items():
        rows = value if isinstance(value, list) else [value]
        yield from (each for each in rows if key in told and isinstance(each, str))
        for each in rows:
            yield from written(each)
