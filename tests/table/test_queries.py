"""What the pages ask: the right events, counts of events only, each claim once a document."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from dashboard.charts.periods import by_year
from dashboard.filters import Filters
from dashboard.model import CasualtyClaim, EventDate
from dashboard.table import queries, shelf
from dashboard.table.queries import Counts
from dashboard.table.schema import EVENT_COLUMNS
from dashboard.table.signed import SIGNED
from dashboard.table.store import EventTable, Snapshot
from tests.table.building import GENEVA, KERRY, LAVROV, build, claim, event, on


@pytest.fixture
def snapshot(table: EventTable) -> Snapshot:
    """Four events: a meeting, a month-wide attack, an open-ended siege, an undated demand."""
    table.append([
        build(
            "d1",
            event("meeting", when=on("2016-09-08"), place=GENEVA, participants=(KERRY, LAVROV)),
            event("attack", "ASSAULT", on("2016-08-01", "2016-08-31"), quote="قصف حلب"),
            claims=(),
        ),
        build(
            "d2",
            event("siege", "COERCE", EventDate("2016-07-15/..", date(2016, 7, 15), None, "day"),
                  quote="حصار المدينة"),
            event("demand", "DEMAND", modality="demanded", participants=(KERRY,), quote="وقف القصف"),
            source="وكالة، ثانية", title="الأزمةُ السورية",
        ),
    ])  # fmt: skip
    return table.snapshot()


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(), ["siege", "attack", "meeting", "demand"]),
        (Filters(first=date(2016, 8, 31), last=date(2016, 8, 31)), ["siege", "attack"]),
        (Filters(last=date(2016, 7, 15)), ["siege"]),
        (Filters(last=date(2016, 7, 14)), []),
        (Filters(first=date(2020, 1, 1)), ["siege"]),
        (Filters(actors=("john-kerry",)), ["meeting", "demand"]),
        (Filters(actors=("sergey-lavrov", "nobody")), ["meeting"]),
        (Filters(places=("geonames:2660646",)), ["meeting"]),
        (Filters(types=("ASSAULT", "DEMAND")), ["attack", "demand"]),
        (Filters(sources=("وكالة، ثانية",)), ["siege", "demand"]),
        (Filters(modalities=("demanded",)), ["demand"]),
        (Filters(text="الأزمة السوريّة"), ["siege", "demand"]),
        (Filters(text="سيرغى"), ["meeting"]),
        (Filters(text="GENEVA kerry"), ["meeting"]),
        (Filters(text='"قصف حلب"'), ["attack"]),
        (Filters(text='"حلب قصف"'), []),
        (Filters(text="100% _ 'x"), []),
        (Filters(actors=("john-kerry",), types=("ASSAULT",)), []),
    ],
)
def test_the_filters_let_through(snapshot: Snapshot, filters: Filters, expected: list[str]) -> None:
    found = queries.events(snapshot, filters)
    assert found["event_id"].tolist() == expected
    assert queries.count(snapshot, filters).events == len(expected)


def test_events_have_their_columns_and_python_lists(snapshot: Snapshot) -> None:
    frame = queries.events(snapshot, Filters(places=("geonames:2660646",)))
    assert tuple(frame.columns) == (*EVENT_COLUMNS, *SIGNED)
    assert [p["actor_id"] for p in frame["participants"][0]] == ["john-kerry", "sergey-lavrov"]
    assert frame["date_first"][0] == pd.Timestamp("2016-09-08")
    empty = queries.events(snapshot, Filters(text="لا شيء"))
    assert empty.dtypes.to_dict() == frame.dtypes.to_dict()


def test_the_newest_events_come_first_where_that_is_asked_and_undated_ones_last(
    snapshot: Snapshot,
) -> None:
    found = queries.events(snapshot, Filters(), newest=True)
    order = queries.events(snapshot, Filters())["event_id"].tolist()
    assert found["event_id"].tolist() == [*order[-2::-1], order[-1]]
    page = queries.events(snapshot, Filters(), 2, 2, newest=True)
    assert page["event_id"].tolist() == found["event_id"].tolist()[2:]


def test_events_are_paged(snapshot: Snapshot) -> None:
    pages = [queries.events(snapshot, Filters(), 2, at)["event_id"].tolist() for at in (0, 2, 4)]
    assert pages == [["siege", "attack"], ["meeting", "demand"], []]


def test_counts_say_what_a_date_filter_leaves_out(snapshot: Snapshot) -> None:
    both = ("وكالة أولى", "وكالة، ثانية")
    assert queries.count(snapshot, Filters()) == Counts(4, 2, 1, 2, both)
    assert queries.count(snapshot, Filters(first=date(2016, 9, 1))) == Counts(2, 2, 1, 2, both)
    dated_attack = Filters(first=date(2016, 9, 1), types=("ASSAULT",))
    assert queries.count(snapshot, dated_attack) == Counts(0, 0, 0)


def test_the_histogram_counts_each_dated_event_once_where_it_begins(snapshot: Snapshot) -> None:
    frame = queries.histogram(snapshot, Filters())
    assert list(zip(frame["period"].dt.date, frame["event_type"], frame["n"], strict=True)) == [
        (date(2016, 7, 1), "COERCE", 1),
        (date(2016, 8, 1), "ASSAULT", 1),
        (date(2016, 9, 1), "CONSULT", 1),
    ]
    inside = queries.histogram(snapshot, Filters(first=date(2016, 8, 10)), "day")
    assert inside["period"].min().date() == date(2016, 8, 10)


def test_actors_and_places_are_counted_by_events(snapshot: Snapshot) -> None:
    who = queries.actors(snapshot, Filters())
    assert list(zip(who["actor_id"], who["n"], strict=True)) == [
        ("john-kerry", 2), ("sergey-lavrov", 1),
    ]  # fmt: skip
    assert len(queries.actors(snapshot, Filters(), 1)) == 1
    where = queries.places(snapshot, Filters())
    assert where.iloc[0].to_dict() == {
        "place_id": "geonames:2660646", "name": "Geneva", "name_ar": "جنيف",
        "lat": 46.2, "lon": 6.15, "country": "CH", "n": 1,
    }  # fmt: skip


def test_choices_hold_what_the_table_holds(snapshot: Snapshot) -> None:
    found = queries.choices(snapshot)
    assert [choice.id for choice in found.actors] == ["john-kerry", "sergey-lavrov"]
    assert {choice.id for choice in found.sources} == {"وكالة أولى", "وكالة، ثانية"}
    assert (found.first, found.last) == (date(2016, 7, 15), date(2016, 9, 8))


def test_encounters_are_those_that_took_place_or_will(table: EventTable) -> None:
    table.append([
        build("d1", event("met"), event("will", modality="future"),
              event("not", modality="denied"), event("said", "STATEMENT")),
    ])  # fmt: skip
    assert set(queries.encounters(table.snapshot(), Filters())["event_id"]) == {"met", "will"}


def test_an_empty_table_answers_everything(table: EventTable) -> None:
    snapshot, nothing = table.snapshot(), Filters(text="كيري", first=date(2016, 1, 1))
    assert queries.count(snapshot, nothing) == Counts(0, 0, 0)
    for ask in (queries.events, queries.claims, queries.histogram, queries.actors, queries.places,
                queries.encounters, shelf.documents):  # fmt: skip
        assert ask(snapshot, nothing).empty
    assert queries.choices(snapshot).first is None
    assert queries.document(snapshot, "d1") is None
    assert queries.event(snapshot, "e1") is None


def test_a_document_comes_with_its_mentions_and_events_in_text_order(snapshot: Snapshot) -> None:
    found = queries.document(snapshot, "d1")
    assert found is not None
    assert found["text"].startswith("التقى كيري")
    assert set(found["mentions"]) == {"dates", "actors", "places", "claims"}
    assert {e["event_id"] for e in found["events"]} == {"meeting", "attack"}
    one = queries.event(snapshot, "meeting")
    assert one is not None
    assert one["participants"][1]["name"] == "Sergey Lavrov"


def test_documents_are_listed_with_their_matching_events(snapshot: Snapshot) -> None:
    everything = shelf.documents(snapshot, Filters())
    assert list(zip(everything["doc_id"], everything["n"], strict=True)) == [("d1", 2), ("d2", 2)]
    assert shelf.number_of_documents(snapshot, Filters()) == 2
    demanded = Filters(types=("DEMAND",))
    assert shelf.documents(snapshot, demanded)["doc_id"].tolist() == ["d2"]
    assert shelf.number_of_documents(snapshot, demanded) == 1
    assert queries.count(snapshot, demanded).sources == 1  # not those of the whole table


def test_every_document_is_on_a_page_of_the_list(table: EventTable) -> None:
    table.append([build(f"d{n}", *([event(f"e{n}")] if n else [])) for n in range(5)])
    snapshot = table.snapshot()
    assert shelf.number_of_documents(snapshot, Filters()) == 5  # one of them without an event
    pages = [shelf.documents(snapshot, Filters(), 2, at)["doc_id"].tolist() for at in (0, 2, 4)]
    assert sorted(doc for page in pages for doc in page) == [f"d{n}" for n in range(5)]


SAID = {"asserted_by": "SOHR", "asserted_by_ar": "المرصد"}
TOTAL = {"scope": "cumulative", "high": None}
WHEN = {"when": on("2016-09-08")}


@pytest.mark.parametrize(
    ("claims", "kept"),
    [
        ([(claim(14), {}), (claim(14, 90), {})], [14]),
        ([(claim(14), {}), (claim(15, 90), {})], [14, 15]),
        ([(claim(14), {}), (claim(14, 90, kind="wounded"), {})], [14, 14]),
        ([(claim(14), {"place": GENEVA}), (claim(14, 90), {})], [14]),
        ([(claim(2), {"when": on("2016-09-08")}), (claim(2, 90), {"when": on("2016-09-07")})], [2, 2]),
        ([(claim(260_000, **TOTAL), {}), (claim(260_000, 90, **TOTAL, **SAID), {})], [260_000]),
        ([(claim(9, **TOTAL, asserted_by="UN"), {}), (claim(9, 90, **TOTAL, **SAID), {})], [9, 9]),
        ([(claim(3, scope="subset"), {}), (claim(3, 90), {})], [3, 3]),
    ],
)  # fmt: skip
def test_a_claim_repeated_in_one_document_is_one_claim(
    table: EventTable, claims: list[tuple[CasualtyClaim, dict[str, object]]], kept: list[int]
) -> None:
    made = [
        event(f"e{number}", "ASSAULT", claims=(number,), **fields)
        for number, (_, fields) in enumerate(claims)
    ]
    table.append([build("d1", *made, claims=tuple(c for c, _ in claims))])
    frame = queries.claims(table.snapshot(), Filters())
    assert sorted(frame["best"].tolist()) == kept


def test_the_repeat_that_says_more_is_the_one_kept(table: EventTable) -> None:
    said, bare = event("said", "STATEMENT", claims=(0,)), event("hit", "ASSAULT", claims=(0, 1))
    table.append([build("d1", said, bare, claims=(claim(14), claim(14, 60, **SAID)))])
    frame = queries.claims(table.snapshot(), Filters())
    assert frame[["event_id", "asserted_by_ar"]].to_numpy().tolist() == [["hit", "المرصد"]]


def test_two_documents_keep_their_own_claims(table: EventTable) -> None:
    for doc_id in ("d1", "d2"):
        table.append([build(doc_id, event(doc_id, "ASSAULT", claims=(0,)), claims=(claim(14),))])
    assert len(queries.claims(table.snapshot(), Filters())) == 2


def test_an_open_bound_stays_open_and_the_day_falls_back(table: EventTable) -> None:
    made = (
        event("e0", "STATEMENT", claims=(0,)),
        event("e1", "ASSAULT", on("2016-09-08"), claims=(1,)),
    )
    told = claim(260_000, **TOTAL, first=date(2011, 3, 1), last=date(2016, 9, 1))
    table.append([build("d1", *made, claims=(told, claim(7, 80)))])
    table.append([build("d2", event("e2", "ASSAULT", claims=(0,)), claims=(claim(8),))])
    frame = queries.claims(table.snapshot(), Filters()).set_index("event_id")
    assert frame["high"].isna().to_dict() == {"e0": True, "e1": False, "e2": False}
    assert frame["last"].dt.date.to_dict() == {
        "e0": date(2016, 9, 1), "e1": date(2016, 9, 8), "e2": date(2016, 9, 9),
    }  # fmt: skip
    assert frame["low"].dtype == "Int64"


def test_months_added_up_are_the_years(snapshot: Snapshot) -> None:
    for filters in (Filters(), Filters(types=("CONSULT",)), Filters(text="لا شيء")):
        years = queries.histogram(snapshot, filters, "year")
        added = by_year(queries.histogram(snapshot, filters, "month"))
        assert added[["period", "event_type", "n"]].to_numpy().tolist() == years.to_numpy().tolist()
