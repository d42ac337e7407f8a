"""An analyst's word: in every query, in the log, undone, kept through new readings, pinned."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any

import pyarrow as pa
import pytest
from deltalake import DeltaTable, write_deltalake

from dashboard.filters import Filters
from dashboard.table import queries, reviewing
from dashboard.table.schema import EVENTS
from dashboard.table.store import EventTable
from dashboard.table.wishes import CorrectionError
from tests.table.building import GENEVA, KERRY, LAVROV, build, claim, event, on

WHY = {"who": "ليلى", "why": "يقول النص غير ذلك"}
DAMASCUS = "geonames:170654"


def met(event_id: str = "e1", **fields: Any) -> Any:
    """The encounter of Geneva."""
    return event(
        event_id, when=on("2016-09-08"), place=GENEVA, participants=(KERRY, LAVROV), **fields
    )  # fmt: skip


def struck(event_id: str = "e2", **fields: Any) -> Any:
    """An attack with one claim."""
    values = {"quote": "وقُتل 14 شخصاً في حلب.", "start": 31, "end": 53, "claims": (0,)} | fields
    return event(event_id, "ASSAULT", on("2016-09-08"), **values)


def one(table: EventTable, event_id: str) -> dict[str, Any]:
    found = queries.event(table.snapshot(), event_id)
    assert found
    return found


def shown(table: EventTable, **chosen: Any) -> list[str]:
    return queries.events(table.snapshot(), Filters(**chosen))["event_id"].tolist()


@pytest.fixture
def filled(table: EventTable) -> EventTable:
    table.append([build("d1", met(), struck(), claims=(claim(14),)), build("d2", met("e3"))])
    return table


def test_a_corrected_place_and_date_are_seen_by_every_question(filled: EventTable) -> None:
    filled.correct("e1", {"place": "دمشق", "date": "7 أيلول 2016"}, **WHY)
    row = one(filled, "e1")
    assert (row["place_id"], row["place_name"], row["place_country"]) == (
        DAMASCUS,
        "Damascus",
        "SY",
    )
    assert (row["date_edtf"], row["date_first"]) == ("2016-09-07", date(2016, 9, 7))
    assert (row["date_basis"], row["review"]) == ("analyst", "corrected")
    assert shown(filled, places=(DAMASCUS,)) == ["e1"]
    assert shown(filled, last=date(2016, 9, 7)) == ["e1"]
    assert shown(filled, text="دمشق") == ["e1"]
    assert shown(filled, reviewed=True) == ["e1"]


def test_corrected_actors_are_found_by_id_and_a_free_name_stands(filled: EventTable) -> None:
    filled.correct("e1", {"participants": ["john-kerry", "بشار الأسد", "سلمى الحلبية"]}, **WHY)
    people = one(filled, "e1")["participants"]
    assert [p["name"] for p in people] == ["John Kerry", "Bashar al-Assad", "سلمى الحلبية"]
    assert people[0]["start"] == KERRY.start
    assert shown(filled, actors=(people[1]["actor_id"],)) == ["e1"]
    assert shown(filled, actors=("sergey-lavrov",)) == ["e3"]


def test_corrected_figures_reach_the_claims_and_the_crosswalk(filled: EventTable) -> None:
    wish = {"start": 31, "end": 41, "kind": "killed", "low": 10, "best": 12, "high": None}
    filled.correct("e2", {"claims": [wish]}, **WHY)
    told = queries.claims(filled.snapshot(), Filters())
    assert told[["low", "best"]].values.tolist() == [[10, 12]]
    assert told["high"].isna().all()
    assert one(filled, "e2")["acled_fatalities"] == 10


def test_another_type_and_way_of_meeting(filled: EventTable) -> None:
    filled.correct("e1", {"event_type": "CONSULT:phone"}, **WHY)
    assert one(filled, "e1")["mode"] == "phone"
    filled.correct("e1", {"event_type": "AGREE"}, **WHY)
    assert (one(filled, "e1")["event_type"], one(filled, "e1")["mode"]) == ("AGREE", "")


def test_the_log_says_what_was_what_is_who_and_why(filled: EventTable) -> None:
    filled.correct("e1", {"place": DAMASCUS}, **WHY)
    (logged,) = reviewing.log(filled.snapshot())
    entry = logged.entry
    assert (entry.was["name"], entry.now["name"]) == ("Geneva", "Damascus")
    assert (entry.who, entry.why, entry.field) == ("ليلى", "يقول النص غير ذلك", "place")
    assert logged.event and logged.event["event_id"] == "e1" and logged.undone is None


def test_an_undo_gives_back_what_was_read_and_stays_in_the_log(filled: EventTable) -> None:
    filled.set_clusters({"e1": "e1", "e3": "e1"})  # as an ingest would
    before = filled._event("e1")
    filled.correct("e1", {"place": DAMASCUS, "date": "2016-08"}, **WHY)
    for logged in reviewing.log(filled.snapshot()):
        filled.undo(logged.entry.id, who="سمير")
    after = filled._event("e1")
    assert {k: v for k, v in after.items() if k != "corrections"} == {
        k: v for k, v in before.items() if k != "corrections"
    }
    assert [each.undone.who for each in reviewing.log(filled.snapshot()) if each.undone] == [
        "سمير"
    ] * 2
    assert len(filled._ask("corrections", "SELECT 1 FROM rows")) == 4


def test_an_earlier_correction_undone_leaves_the_later_one(filled: EventTable) -> None:
    filled.correct("e1", {"date": "2016-08"}, **WHY)
    filled.correct("e1", {"date": "2016-07"}, **WHY)
    later, earlier = reviewing.log(filled.snapshot())
    filled.undo(earlier.entry.id, who="سمير")
    assert one(filled, "e1")["date_edtf"] == "2016-07"
    filled.undo(later.entry.id, who="سمير")
    assert one(filled, "e1")["date_edtf"] == "2016-09-08"
    with pytest.raises(CorrectionError, match="undone already"):
        filled.undo(later.entry.id, who="سمير")


def test_a_confirmed_event_says_so_and_keeps_what_it_says(filled: EventTable) -> None:
    filled.judge("e1", "confirmed", who="ليلى")
    assert one(filled, "e1")["review"] == "confirmed"
    with pytest.raises(CorrectionError, match="confirmed already"):
        filled.judge("e1", "confirmed", who="سمير")


def test_a_rejected_event_leaves_every_count_and_can_come_back(filled: EventTable) -> None:
    filled.judge("e2", "rejected", **WHY)
    snapshot = filled.snapshot()
    assert queries.count(snapshot, Filters()).events == 2
    assert queries.claims(snapshot, Filters()).empty
    assert [c.id for c in queries.choices(snapshot).types] == ["CONSULT"]
    document = queries.document(snapshot, "d1")
    assert document and [e["event_id"] for e in document["events"]] == ["e1"]
    with pytest.raises(CorrectionError, match="undo the rejection"):
        filled.correct("e2", {"date": "2016"}, **WHY)
    (logged,) = reviewing.log(snapshot)
    assert logged.event and logged.event["review"] == "rejected"
    filled.undo(logged.entry.id, who="ليلى")
    assert queries.count(filled.snapshot(), Filters()).events == 3


def test_a_pinned_version_shows_what_was_true_then(filled: EventTable) -> None:
    former = filled.snapshot()
    corrected = filled.correct("e1", {"place": DAMASCUS}, **WHY)
    filled.judge("e1", "rejected", **WHY)
    for version, name, entries in ((former.version, "Geneva", 0), (corrected, "Damascus", 1)):
        at = EventTable(filled.path).snapshot(version)
        found = queries.event(at, "e1")
        assert found and found["place_name"] == name
        assert len(reviewing.log(at)) == entries
        assert queries.count(at, Filters()).events == 3


def test_a_newer_extractor_keeps_what_analysts_said(filled: EventTable) -> None:
    filled.correct("e1", {"place": DAMASCUS, "participants": ["john-kerry"]}, **WHY)
    filled.judge("e2", "rejected", **WHY)
    # The same sentence under another rule and id; the newer rules read another day.
    again = event(
        "e9", when=on("2016-09-09"), place=GENEVA, participants=(KERRY, LAVROV), rule="r2", end=29
    )
    filled.append([build("d1", again, struck("e8"), claims=(claim(14),), version="2")])
    row = one(filled, "e9")
    assert (row["place_name"], row["date_edtf"]) == ("Damascus", "2016-09-09")
    assert [p["actor_id"] for p in row["participants"]] == ["john-kerry"]
    assert shown(filled) == ["e3", "e9"]
    filled.append([build("d1", met(), struck(), claims=(claim(14),), version="3")])
    assert one(filled, "e1")["place_name"] == "Damascus"
    for logged in reviewing.log(filled.snapshot()):
        filled.undo(logged.entry.id, who="ليلى")
    assert one(filled, "e1")["place_name"] == "Geneva"
    assert shown(filled) == ["e1", "e2", "e3"]


def test_a_correction_never_moves_to_an_event_that_was_there_beside_it(table: EventTable) -> None:
    table.append([build("d1", met("e1"), met("e2"))])
    table.correct("e1", {"place": DAMASCUS}, **WHY)
    table.append([build("d1", met("e2"), version="2")])
    assert one(table, "e2")["place_name"] == "Geneva"
    (logged,) = reviewing.log(table.snapshot())
    assert logged.event is None
    with pytest.raises(CorrectionError, match="no longer read"):
        table.undo(logged.entry.id, who="ليلى")
    table.append([build("d1", met("e1"), met("e2"), version="3")])  # it waited
    assert one(table, "e1")["place_name"] == "Damascus"


def test_two_analysts_at_once_lose_nothing(table: EventTable) -> None:
    table.append([build("d1", *(met(f"e{n}") for n in range(6)))])

    def correct(n: int) -> None:
        EventTable(table.path).correct(f"e{n % 6}", {("date", "place")[n % 2]: "2015" if n % 2 == 0 else DAMASCUS}, **WHY)  # fmt: skip

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(correct, range(6)))
    assert len(reviewing.log(table.snapshot())) == 6
    told = queries.events(table.snapshot(), Filters())
    assert (told["review"] == "corrected").all()


def test_what_a_crash_left_in_the_log_is_put_in_by_the_next_writer(filled: EventTable) -> None:
    from dashboard.table import corrections

    entries = corrections.made(filled._event("e1"), {"place": DAMASCUS}, "ليلى", "النص")
    filled._commit("corrections", [e.row() for e in entries])  # and no commit of events
    assert one(filled, "e1")["place_name"] == "Geneva"
    filled.append([build("d4")])
    assert one(filled, "e1")["place_name"] == "Damascus"


def test_a_table_without_the_columns_opens_and_gets_them(filled: EventTable) -> None:
    rows = filled._ask("events", "SELECT * FROM rows", whole=True)
    older = pa.schema([f for f in EVENTS if f.name not in ("review", "corrections")])
    shutil.rmtree(filled.path / "events")
    uri = (filled.path / "events").as_uri()
    DeltaTable.create(uri, schema=older)
    table = EventTable(filled.path)
    assert shown(table) == []
    write_deltalake(uri, pa.Table.from_pylist(rows, schema=older), mode="append")
    assert sorted(shown(table)) == ["e1", "e2", "e3"]
    table.correct("e1", {"place": DAMASCUS}, **WHY)
    assert shown(table, reviewed=True) == ["e1"]
    assert queries.count(table.snapshot(), Filters()).events == 3
    assert queries.count(EventTable(filled.path).snapshot(1), Filters()).events == 3


@pytest.mark.parametrize(
    ("wish", "code", "says"),
    [
        ({"date": "2016-13-40"}, "date", "2016-13-40.*write it as"),
        ({"date": "قريباً"}, "date", "names no one date"),
        ({"date": "2016-09/2016-08"}, "date", "names no one date"),
        ({"place": "أطلانطس"}, "place", "no place of the gazetteer"),
        ({"event_type": "PARTY"}, "event_type", "choose one of"),
        ({"claims": [{"start": 31, "end": 41, "kind": "killed", "low": 20, "best": 14, "high": 14}]},
         "order", "14 شخصاً.*do not rise"),
        ({"claims": [{"start": 31, "end": 41, "kind": "killed", "low": -1, "best": 0, "high": 1}]},
         "figure", "whole numbers"),
        ({"claims": [{"start": 31, "end": 41, "kind": "killed", "low": None, "best": None, "high": None}]},
         "no_figure", "reject the event"),
        ({"claims": [{"start": 1, "end": 2, "kind": "killed", "low": 1, "best": 1, "high": 1}]},
         "claim", "open the event again"),
        ({"date": "2016-09-08"}, "nothing", "confirm it"),
    ],
)  # fmt: skip
def test_wrong_input_is_refused_with_its_remedy_and_changes_nothing(
    filled: EventTable, wish: dict[str, Any], code: str, says: str
) -> None:
    version = filled.snapshot().version
    with pytest.raises(CorrectionError, match=says) as refused:
        filled.correct("e2", wish, **WHY)
    assert refused.value.code == code
    assert filled.snapshot().version == version
    assert reviewing.log(filled.snapshot()) == []


def test_a_name_and_a_reason_are_asked_for(filled: EventTable) -> None:
    with pytest.raises(CorrectionError, match="who corrects"):
        filled.correct("e1", {"date": "2016"}, who=" ", why="x")
    with pytest.raises(CorrectionError, match="why"):
        filled.judge("e1", "rejected", who="ليلى", why="")
    with pytest.raises(CorrectionError, match="read anew"):
        filled.judge("e77", "confirmed", who="ليلى")


def test_the_queue_begins_with_what_is_unsure_and_weighty(table: EventTable) -> None:
    table.append([
        build("d1", met("sure"), event("lone"),
              struck("toll", confidence=0.6, claims=(0,)), struck("small", confidence=0.6, claims=(1,)),
              claims=(claim(300), claim(2, 60))),
    ])  # fmt: skip
    found = reviewing.queue(table.snapshot(), Filters(), limit=9)
    assert [row["event_id"] for row in found] == ["toll", "small", "sure", "lone"]
    assert (found[0]["killed"], found[0]["waiting"]) == (300, 4)
    table.judge("toll", "confirmed", who="ليلى")
    assert reviewing.queue(table.snapshot(), Filters())[0]["event_id"] == "small"
