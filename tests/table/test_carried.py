"""A link to a row that is shown as another leads to the event that carries it."""

from __future__ import annotations

import pytest

from dashboard.table import queries, reviewing
from dashboard.table.carried import carried
from dashboard.table.store import EventTable
from tests.table.building import build, claim, event, on

WHY = {"who": "ليلى", "why": "الحدث نفسه"}


@pytest.fixture
def two(table: EventTable) -> EventTable:
    """Two attacks that one document tells of."""
    rows = (
        event(f"e{n}", "ASSAULT", on(f"2016-09-0{n}"), claims=(n - 1,), start=31, end=60)
        for n in (1, 2)
    )
    table.append([build("d1", *rows, claims=(claim(14), claim(20, 42)))])
    return table


def test_a_merged_row_is_carried_by_the_one_it_is_shown_as(two: EventTable) -> None:
    before = two.snapshot()
    two.merge(["e1", "e2"], **WHY)
    now = two.snapshot()
    found = carried(now, "e2")
    assert found is not None
    assert (found.event_id, found.how, found.entry.who) == ("e1", "merged", "ليلى")
    assert carried(now, "e1") is None
    # In the version before, the row is one of its own.
    assert carried(before, "e2") is None
    held = queries.document(before, "d1")
    assert held and [e["event_id"] for e in held["events"]] == ["e1", "e2"]
    # The log of the event that carries it takes the merge back.
    (act,) = reviewing.log_of(now, found.event_id)
    two.undo(act.entry.id, who="سامر")
    assert carried(two.snapshot(), "e2") is None


def test_a_second_event_whose_making_is_undone_is_carried_by_the_first(two: EventTable) -> None:
    wish = {"date": "2016-09-05", "claims": [{"start": 31, "end": 41, "kind": "killed"}]}
    two.split("e1", wish, **WHY)
    made = next(e for e in reviewing.entries(two.snapshot()) if e.field == "split")
    second = made.now["event_id"]
    assert carried(two.snapshot(), second) is None
    two.undo(made.id, who="سامر")
    found = carried(two.snapshot(), second)
    assert found is not None
    assert (found.event_id, found.how, found.entry.who) == ("e1", "rejoined", "سامر")
    # What carries it may be shown as another in its turn.
    two.merge(["e2", "e1"], **WHY)
    found = carried(two.snapshot(), second)
    assert found is not None
    assert found.event_id == "e2"


def test_a_rejected_row_is_carried_by_none_and_says_who_rejected_it(two: EventTable) -> None:
    two.judge("e1", "rejected", who="ليلى", why="خبر قديم")
    found = carried(two.snapshot(), "e1")
    assert found is not None
    assert (found.event_id, found.how, found.entry.why) == ("", "rejected", "خبر قديم")
    assert carried(two.snapshot(), "no-such-event") is None
