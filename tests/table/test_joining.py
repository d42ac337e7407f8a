"""Events that are one, a report that is another event, two events of one row: kept and undone."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dashboard import pipeline
from dashboard.filters import Filters
from dashboard.model import Place
from dashboard.table import nearby, queries, reviewing
from dashboard.table.store import EventTable
from dashboard.table.wishes import CorrectionError
from tests.table.building import GENEVA, KERRY, LAVROV, build, claim, event, on

WHY = {"who": "ليلى", "why": "الحدث نفسه"}
ALEPPO = Place("geonames:170063", "Aleppo", "حلب", "SY", "", 36.2, 37.15)
IDLIB = Place("geonames:169389", "Idlib", "إدلب", "SY", "", 35.93, 36.63)


def struck(event_id: str, day: str = "2016-09-08", place: Place = ALEPPO, **fields: Any) -> Any:
    """An attack that its own document tells in its own words."""
    values = {"quote": f"قُتل 14 شخصاً في {event_id} وجُرح 7.", "start": 31, "end": 60} | fields
    return event(event_id, "ASSAULT", on(day), place=place, **values)


def one(table: EventTable, event_id: str) -> dict[str, Any]:
    found = queries.event(table.snapshot(), event_id)
    assert found
    return found


def shown(table: EventTable) -> list[str]:
    return sorted(queries.events(table.snapshot(), Filters())["event_id"])


def clusters(table: EventTable) -> dict[str, str]:
    rows = table.snapshot().query("SELECT event_id, cluster_id FROM events").to_pylist()
    return {r["event_id"]: r["cluster_id"] for r in rows if r["cluster_id"]}


def act(table: EventTable, number: int = 0) -> str:
    """The id of an act of the log, the newest by default."""
    return reviewing.log(table.snapshot())[number].entry.id


@pytest.fixture
def three(table: EventTable) -> EventTable:
    """Three documents of one week, none alike enough for the rules."""
    table.append([
        build("d1", struck("a1", claims=(0,)), claims=(claim(14),)),
        build("d2", struck("b1", "2016-09-09", IDLIB, claims=(0,)), claims=(claim(20),)),
        build("d3", struck("c1", "2016-09-11"), struck("c2", "2016-09-12")),
    ])  # fmt: skip
    pipeline.cluster(table)
    return table


@pytest.fixture
def told(table: EventTable) -> EventTable:
    """One encounter that three documents report: the rules see it."""
    met: dict[str, Any] = {
        "when": on("2016-09-08"),
        "place": GENEVA,
        "participants": (KERRY, LAVROV),
    }
    table.append([build(f"d{n}", event(f"m{n}", **met)) for n in (1, 2, 3)])
    pipeline.cluster(table)
    assert clusters(table) == dict.fromkeys(("m1", "m2", "m3"), "m1")
    return table


def test_merged_reports_stand_side_by_side_and_nothing_is_added_up(three: EventTable) -> None:
    assert clusters(three) == {}
    three.merge(["a1", "b1"], **WHY)
    assert clusters(three) == {"a1": "a1", "b1": "a1"}
    side_by_side = queries.reports(three.snapshot(), "a1")
    assert [[c["best"] for c in claims] for claims in side_by_side["claims"]] == [[14], [20]]
    assert shown(three) == ["a1", "b1", "c1", "c2"]


def test_a_merge_is_one_act_of_the_log_and_one_undo_takes_it_back(three: EventTable) -> None:
    three.merge(["a1", "b1", "c1"], **WHY)
    (logged,) = reviewing.log(three.snapshot())
    assert (logged.entry.field, logged.entry.who, logged.entry.why) == (
        "same",
        "ليلى",
        "الحدث نفسه",
    )
    assert [e["event_id"] for e in logged.entry.now["events"]] == ["a1", "b1", "c1"]
    three.undo(logged.entry.id, who="سمير")
    assert clusters(three) == {}
    (logged,) = reviewing.log(three.snapshot())
    assert logged.undone and logged.undone.who == "سمير"
    with pytest.raises(CorrectionError, match="undone already"):
        three.undo(logged.entry.id, who="سمير")


def test_every_later_ingest_respects_a_merge(three: EventTable) -> None:
    three.merge(["a1", "b1"], **WHY)
    three.append([build("d4", struck("n1", quote="لا شيء مما سبق قيل هنا أبداً."))])
    assert pipeline.cluster(three) == 0
    assert clusters(three) == {"a1": "a1", "b1": "a1"}


def test_a_merge_is_kept_when_its_documents_are_read_anew(three: EventTable) -> None:
    three.merge(["a1", "b1"], **WHY)
    again = struck("b9", "2016-09-09", IDLIB, quote=struck("b1").quote, rule="r2", claims=(0,))
    three.append([build("d2", again, claims=(claim(20),), version="2")])
    pipeline.cluster(three)
    assert clusters(three) == {"a1": "a1", "b9": "a1"}
    three.undo(act(three), who="ليلى")
    assert clusters(three) == {}


def test_rows_of_one_document_are_shown_as_one_with_the_claims_of_both(table: EventTable) -> None:
    table.append([
        build("d1", struck("x1", claims=(0,)), struck("x2", claims=(0, 1), start=70, end=99),
              claims=(claim(14), claim(15, 72))),
    ])  # fmt: skip
    former = table.snapshot()
    table.merge(["x1", "x2"], **WHY)
    assert shown(table) == ["x1"]
    assert [c["best"] for c in one(table, "x1")["claims"]] == [14, 15]
    # Two figures of one event are alternatives: the most careful one, never their sum.
    assert one(table, "x1")["acled_fatalities"] == 14
    assert queries.count(former, Filters()).events == 2
    with pytest.raises(CorrectionError, match="shown as another"):
        table.correct("x2", {"date": "2016"}, **WHY)
    # What is corrected of a claim that came along holds, and so does the merge in a new reading.
    wish = {"start": 72, "end": 82, "kind": "killed", "low": 12, "best": 12, "high": 12}
    table.correct("x1", {"claims": [wish]}, **WHY)
    table.append([
        build("d1", struck("x1", claims=(0,)), struck("x2", claims=(0, 1), start=70, end=99),
              claims=(claim(14), claim(15, 72)), version="2"),
    ])  # fmt: skip
    assert shown(table) == ["x1"]
    assert [c["best"] for c in one(table, "x1")["claims"]] == [14, 12]
    table.undo(act(table, 1), who="ليلى")
    assert shown(table) == ["x1", "x2"]
    assert [c["best"] for c in one(table, "x1")["claims"]] == [14]
    assert [c["best"] for c in one(table, "x2")["claims"]] == [14, 15]


def test_a_report_taken_out_is_another_event_for_every_ingest(told: EventTable) -> None:
    told.part("m2", **WHY)
    assert clusters(told) == {"m1": "m1", "m3": "m1"}
    assert pipeline.cluster(told) == 0
    met: dict[str, Any] = {
        "when": on("2016-09-08"),
        "place": GENEVA,
        "participants": (KERRY, LAVROV),
    }
    told.append(
        [build("d2", event("m9", rule="r2", **met), version="2"), build("d4", event("m4", **met))]
    )
    pipeline.cluster(told)
    assert clusters(told) == dict.fromkeys(("m1", "m3", "m4"), "m1")
    told.undo(act(told), who="ليلى")
    assert clusters(told) == dict.fromkeys(("m1", "m3", "m4", "m9"), "m1")


def test_of_two_acts_that_contradict_each_other_the_later_holds(told: EventTable) -> None:
    told.part("m2", **WHY)
    told.merge(["m2", "m1"], **WHY)
    assert clusters(told) == dict.fromkeys(("m1", "m2", "m3"), "m1")
    told.part("m2", **WHY)
    assert clusters(told) == {"m1": "m1", "m3": "m1"}
    told.undo(act(told), who="ليلى")
    assert clusters(told) == dict.fromkeys(("m1", "m2", "m3"), "m1")


def test_a_row_of_two_happenings_becomes_two_events(table: EventTable) -> None:
    table.append([build("d1", struck("x1", participants=(KERRY, LAVROV), claims=(0, 1)),
                        claims=(claim(14), claim(7, 50, kind="wounded")))])  # fmt: skip
    wish = {
        "date": "2016-09-07", "place": "إدلب", "participants": ["sergey-lavrov"],
        "claims": [{"start": 50, "end": 60, "kind": "wounded"}],
    }  # fmt: skip
    table.split("x1", wish, **WHY)
    first = one(table, "x1")
    (second,) = [name for name in shown(table) if name != "x1"]
    made = one(table, second)
    assert [c["best"] for c in first["claims"]] == [14]
    assert [c["best"] for c in made["claims"]] == [7]
    assert (made["date_first"], made["place_name"]) == (date(2016, 9, 7), "Idlib")
    assert [p["actor_id"] for p in made["participants"]] == ["sergey-lavrov"]
    assert [made[n] for n in ("quote", "char_start", "char_end")] == [
        first[n] for n in ("quote", "char_start", "char_end")
    ]
    assert made["review"] == first["review"] == "corrected"

    table.correct(second, {"date": "2016-09-06"}, **WHY)
    again = struck(
        "x9", quote=first["quote"], rule="r2", participants=(KERRY, LAVROV), claims=(0, 1)
    )
    table.append(
        [build("d1", again, claims=(claim(14), claim(7, 50, kind="wounded")), version="2")]
    )
    assert shown(table) == sorted(["x9", second])
    assert one(table, second)["date_first"] == date(2016, 9, 6)
    assert [c["best"] for c in one(table, "x9")["claims"]] == [14]

    former = table.snapshot()
    table.undo(act(table, 1), who="ليلى")
    assert shown(table) == ["x9"]
    assert [c["best"] for c in one(table, "x9")["claims"]] == [14, 7]
    assert one(table, "x9")["review"] == ""
    assert queries.count(former, Filters()).events == 2


def test_a_pinned_version_keeps_what_was_one_and_what_was_two(told: EventTable) -> None:
    former = told.snapshot()
    told.part("m2", **WHY)
    told.merge(["m2", "m3"], **WHY)
    at = EventTable(told.path).snapshot(former.version)
    assert len(queries.reports(at, "m1")) == 3
    assert reviewing.log(at) == []


def test_a_corrected_day_changes_the_clusters_at_once_as_an_ingest_would(three: EventTable) -> None:
    three.append([build("d5", struck("e1", "2016-09-03", claims=(0,)), claims=(claim(14),))])
    pipeline.cluster(three)
    assert clusters(three) == {}
    three.correct("e1", {"date": "2016-09-08"}, **WHY)
    assert clusters(three) == {"a1": "a1", "e1": "a1"}
    assert pipeline.cluster(three) == 0
    three.correct("a1", {"date": "2016-07-01"}, **WHY)
    assert clusters(three) == {}
    assert pipeline.cluster(three) == 0


def test_a_rejected_report_leaves_its_cluster_at_once(told: EventTable) -> None:
    told.judge("m1", "rejected", **WHY)
    assert clusters(told) == {"m2": "m2", "m3": "m2"}
    told.undo(act(told), who="ليلى")
    assert clusters(told) == dict.fromkeys(("m1", "m2", "m3"), "m1")


def test_what_cannot_be_merged_or_split_is_refused_with_its_remedy(three: EventTable) -> None:
    version = three.snapshot().version
    for refused, says in (
        (lambda: three.merge(["a1"], **WHY), "choose another"),
        (lambda: three.merge(["a1", "b1"], who="ليلى", why=""), "why"),
        (lambda: three.merge(["a1", "zz"], **WHY), "open it again"),
        (lambda: three.part("a1", **WHY), "no other document"),
        (lambda: three.split("a1", {"date": "2016-09-08", "place": ALEPPO.id}, **WHY), "the first again"),
        (lambda: three.split("a1", {"date": "قريباً"}, **WHY), "names no one date"),
    ):  # fmt: skip
        with pytest.raises(CorrectionError, match=says):
            refused()
    assert three.snapshot().version == version


def test_what_a_crash_left_of_a_merge_is_put_in_by_the_next_writer(three: EventTable) -> None:
    from dashboard.table import joining

    entries = joining.merged([three._event("a1"), three._event("b1")], "ليلى", "الحدث نفسه")
    three._commit("corrections", [e.row() for e in entries])  # and no commit of events
    assert clusters(three) == {}
    three.append([build("d9")])
    assert clusters(three) == {"a1": "a1", "b1": "a1"}


def test_what_is_offered_for_a_merge_is_near_and_stands_once_a_cluster(table: EventTable) -> None:
    far = Place("geonames:98182", "Baghdad", "بغداد", "IQ", "", 33.3, 44.4)
    near = Place("x:near", "Near Aleppo", "قرب حلب", "SY", "", 36.3, 37.2)
    table.append([
        build("d1", struck("x1", participants=(KERRY,)), struck("own", "2016-08-01")),
        build("d2", struck("near", "2016-09-10", near)),
        build("d3", struck("baghdad", place=far), event("meeting", when=on("2016-09-08"), place=ALEPPO)),
        build("d4", struck("actor", place=far, participants=(KERRY,))),
        build("d5", struck("late", "2016-09-30")),
        build("d6", struck("twin1", quote="قصف على الحي في الصباح الباكر جدا")),
        build("d7", struck("twin2", quote="قصف على الحي في الصباح الباكر جدا")),
    ])  # fmt: skip
    table.merge(["twin1", "twin2"], **WHY)
    found = nearby.candidates(table.snapshot(), "x1")
    assert found[0]["event_id"] == "twin1"
    assert {row["event_id"] for row in found} == {"twin1", "near", "actor", "own"}
    assert found[0]["reports"] == 2
    table.merge(["x1", "near"], **WHY)
    assert "near" not in [r["event_id"] for r in nearby.candidates(table.snapshot(), "x1")]


def test_a_document_may_have_an_apostrophe_in_its_name(table: EventTable) -> None:
    table.append([build("l'orient's", struck("x1")), build("d2", struck("x2", place=IDLIB))])
    table.merge(["x1", "x2"], **WHY)
    assert clusters(table) == {"x1": "x1", "x2": "x1"}
