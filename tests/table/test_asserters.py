"""Who states tolls: each asserter by the events it states one of, with or without a part in any."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.filters import Filters
from dashboard.table import queries
from dashboard.table.asserters import asserters, not_stated, stated
from dashboard.table.store import EventTable, Snapshot
from tests.table.building import KERRY, LAVROV, build, claim, event, on

HRW = {"asserted_by": "Human Rights Watch", "asserted_by_ar": "هيومن رايتس ووتش"}
SOHR = {
    "asserted_by": "Syrian Observatory for Human Rights",
    "asserted_by_ar": "المرصد السوري لحقوق الإنسان",
}


@pytest.fixture
def snapshot(table: EventTable) -> Snapshot:
    """Three attacks: HRW states tolls of two, of one of them two; SOHR of one; one has its own."""
    claims = (claim(4, 31, **HRW), claim(9, 45, **HRW), claim(14, 60, **SOHR), claim(3, 80))
    table.append([
        build(
            "d1",
            event("a", "ASSAULT", on("2016-09-01"), claims=(0, 1), participants=(KERRY,)),
            event("b", "ASSAULT", on("2016-09-02"), claims=(2, 3)),
            claims=claims,
        ),
        build("d2", event("c", "ASSAULT", on("2017-01-01"), claims=(0,)), claims=claims[:1]),
    ])  # fmt: skip
    return table.snapshot()


def test_each_asserter_counts_its_events_and_nobody_is_no_asserter(snapshot: Snapshot) -> None:
    found = asserters(snapshot, Filters())
    rows = list(zip(found["name"], found["name_ar"], found["n"], strict=True))
    assert rows == [(*HRW.values(), 2), (*SOHR.values(), 1)]
    assert len(asserters(snapshot, Filters(), limit=1)) == 1


def test_the_days_count_and_the_actors_do_not(snapshot: Snapshot) -> None:
    late = asserters(snapshot, Filters(first=date(2017, 1, 1), actors=("john-kerry",)))
    assert list(zip(late["name"], late["n"], strict=True)) == [("Human Rights Watch", 1)]
    assert asserters(snapshot, Filters(last=date(2016, 1, 1))).empty


def test_what_an_actor_stated_is_its_own_even_where_it_has_no_part(table: EventTable) -> None:
    kerry = {"asserted_by": "John Kerry", "asserted_by_ar": "جون كيري"}
    table.append([
        build(
            "d1",
            event("hit", "ASSAULT", participants=(LAVROV,), claims=(0, 1)),
            claims=(claim(14, **kerry), claim(20, 60, **SOHR)),
        ),
        build("d2", event("other", "ASSAULT", claims=(0,)), claims=(claim(14),)),
    ])  # fmt: skip
    asked = Filters(actors=("john-kerry",))
    frame = stated(table.snapshot(), asked, "John Kerry", "جون كيري")
    assert frame[["event_id", "best"]].values.tolist() == [["hit", 14]]
    assert list(frame.columns) == list(queries.claims(table.snapshot(), Filters()).columns)
    assert stated(table.snapshot(), asked.with_(types=("CONSULT",)), "John Kerry", "جون كيري").empty


def test_one_who_states_little_is_found_by_name(snapshot: Snapshot) -> None:
    found = asserters(snapshot, Filters(), limit=1, name=SOHR["asserted_by"])
    assert found["name_ar"].tolist() == [SOHR["asserted_by_ar"]]
    assert asserters(snapshot, Filters(), name="Nobody").empty


def test_of_too_many_tolls_the_weightiest_are_given_and_the_others_counted(
    snapshot: Snapshot,
) -> None:
    given = stated(snapshot, Filters(), *HRW.values(), limit=1)
    assert given["best"].tolist() == [4, 9]
    assert not_stated(snapshot, Filters(), HRW["asserted_by"], limit=1) == 1
    assert not_stated(snapshot, Filters(), HRW["asserted_by"]) == 0
    assert len(stated(snapshot, Filters(), *HRW.values())) == 3
