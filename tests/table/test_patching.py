"""An index that is patched after a correction answers exactly as one that is made in full."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from datetime import date
from typing import Any

import duckdb
import pandas as pd
import pytest

from dashboard.filters import Filters
from dashboard.model import Participant, Place
from dashboard.table import asserters, patching, queries, reviewing, shelf, tables
from dashboard.table.patching import Patched
from dashboard.table.store import EventTable, Snapshot
from tests.table.building import GENEVA, KERRY, LAVROV, build, claim, event, on

WHY = {"who": "ليلى", "why": "كما في النص"}
ALEPPO = Place("geonames:170063", "Aleppo", "حلب", "SY", "", 36.2, 37.15)
# The same people under the names of another paper, told last.
LATER = Participant("john-kerry", "J. Kerry", "جون كيري", "attendee", "USA", 6, 10)

_ASKED = [
    Filters(),
    Filters(first=date(2016, 3, 1), last=date(2016, 9, 30)),
    Filters(actors=("john-kerry",)),
    Filters(actors=("sergey-lavrov", "john-kerry"), together=True),
    Filters(places=(GENEVA.id,), types=("CONSULT", "ASSAULT")),
    Filters(places=(ALEPPO.id,)),
    Filters(sources=("وكالة 1", "وكالة 2"), modalities=("actual",)),
    Filters(text="حلب"),
    Filters(text="جنيف لقاء"),
    Filters(reviewed=True),
    Filters(text="ليس في أي خبر"),
]


def _document(number: int) -> Any:
    events = [
        event(
            f"e{number}-{k}",
            "CONSULT" if k % 2 else "ASSAULT",
            on(f"2016-{1 + (number + 3 * k) % 12:02}-0{1 + k}") if k != 3 else None,
            place=GENEVA if k == 1 else ALEPPO if k == 0 else None,
            participants=(KERRY if number % 3 else LATER, LAVROV)[: k % 3],
            claims=(0,) if k == 2 else (),
            quote="قصف حلب" if k == 0 else f"لقاء يوم {number}",
        )
        for k in range(5)
    ]  # fmt: skip
    told = claim(number + 1, asserted_by="UN", asserted_by_ar="الأمم المتحدة")
    printed = date(2016, 9, 1 + number % 9)
    return build(f"d{number}", *events, claims=(told,), source=f"وكالة {number % 4}",
                 published=printed)  # fmt: skip


@pytest.fixture
def filled(table: EventTable) -> EventTable:
    table.append([_document(number) for number in range(12)])
    return table


def _ready(snapshot: Snapshot) -> Snapshot:
    snapshot.index.ready()
    return snapshot


def _frame(found: pd.DataFrame) -> list[dict[str, str]]:
    return found.astype(str).to_dict("records")


def answers(
    at: Snapshot, filters: Sequence[Filters] = _ASKED[:1], *, all_of: bool = False
) -> list[tuple[str, Filters | None, Any]]:
    """What the pages ask under some filters, the most telling of it or all."""
    out: list[tuple[str, Filters | None, Any]] = [
        ("choices", None, asdict(queries.choices(at))),
        ("log", None, reviewing.log(at)),
    ]
    for asked in filters:
        found: dict[str, Any] = {
            "events": _frame(queries.events(at, asked)),
            "count": queries.count(at, asked),
            "claims": _frame(queries.claims(at, asked, 5)),
            "actors": _frame(queries.actors(at, asked)),
            "places": _frame(queries.places(at, asked)),
            "queue": reviewing.queue(at, asked, 100),
        }
        if all_of:
            found |= {
                "page": _frame(queries.events(at, asked, 7, 7)),
                "latest": _frame(queries.latest(at, asked, 9)),
                "met": _frame(queries.encounters(at, asked, 9, held=True)),
                "left out": queries.left_out(at, asked),
                "histogram": _frame(queries.histogram(at, asked)),
                "origins": _frame(queries.origins(at, asked)),
                "newest": _frame(queries.claims(at, asked, 5, newest=True)),
                "stated": _frame(asserters.stated(at, asked, "UN", "الأمم المتحدة")),
                "asserters": _frame(asserters.asserters(at, asked)),
                "shelf": _frame(shelf.documents(at, asked, 5, 2)),
            }
        out += [(name, asked, said) for name, said in found.items()]
    return out


def _split(table: EventTable) -> object:
    wish = {"date": "2016-01-05", "place": GENEVA.id,
            "claims": [{"start": 31, "end": 41, "kind": "killed"}]}  # fmt: skip
    return table.split("e4-2", wish, **WHY)


def _undo(field: str) -> Callable[[EventTable], object]:
    def undo(table: EventTable) -> object:
        said = reviewing.entries(table.snapshot())
        gone = {e.undoes for e in said}
        first = min((e for e in said if e.field == field and e.id not in gone), key=lambda e: e.id)
        return table.undo(first.id, who="سامر")

    return undo


_ACTS: list[Callable[[EventTable], object]] = [
    lambda t: t.judge("e1-0", "confirmed", who="ليلى"),
    lambda t: t.correct("e2-1", {"place": ALEPPO.id, "date": "2016-02"}, **WHY),
    lambda t: t.correct("e0-1", {"participants": []}, **WHY),
    lambda t: t.correct("e3-2", {"claims": [
        {"start": 31, "end": 41, "kind": "killed", "best": 900, "high": 900}]}, **WHY),
    lambda t: t.correct("e5-4", {"date": "", "event_type": "CONSULT:phone"}, **WHY),
    lambda t: t.judge("e8-1", "rejected", **WHY),
    lambda t: t.merge(["e6-1", "e7-1", "e6-3"], **WHY),
    _split,
    lambda t: t.correct("e6-0", {"date": "2016-05-05", "participants": ["sergey-lavrov"]}, **WHY),
    _undo("split"),
    _undo("same"),
    _undo("verdict"),
    _undo("place"),
    _undo("participants"),
]  # fmt: skip


def test_a_patched_index_answers_as_a_new_one_after_every_act(filled: EventTable) -> None:
    at = _ready(filled.snapshot())
    first, before = at, answers(at)
    for number, act in enumerate(_ACTS):
        act(filled)
        at = filled.snapshot(after=at)
        assert isinstance(at.index, Patched), number
        # Each time some of the filters, in the end all of them.
        last = number == len(_ACTS) - 1
        filters = _ASKED if last else [_ASKED[number % len(_ASKED)]]
        new = answers(filled.snapshot(), filters, all_of=last or number == 6)
        patched = answers(at, filters, all_of=last or number == 6)
        for said, expected in zip(patched, new, strict=True):
            assert said == expected, number
    assert answers(first) == before  # a version never changes


def test_what_no_row_had_before_has_an_index_made_in_full(filled: EventTable) -> None:
    at = _ready(filled.snapshot())
    filled.correct("e1-1", {"participants": ["فلان الفلاني"]}, **WHY)
    after = filled.snapshot(after=at)
    assert not isinstance(after.index, Patched)
    assert answers(after) == answers(filled.snapshot())
    filled.append([_document(40)])
    assert not isinstance(filled.snapshot(after=at).index, Patched)


def test_files_that_are_put_together_are_no_change(
    filled: EventTable, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled.append([_document(12)])
    at = _ready(filled.snapshot())
    monkeypatch.setattr(tables, "_FILES_BEFORE_COMPACTION", 2)
    filled.judge("e1-0", "rejected", **WHY)
    after = filled.snapshot(after=at)
    assert after.version == at.version + 2  # the rejection, and the files
    assert isinstance(after.index, Patched)
    assert answers(after) == answers(filled.snapshot())


def test_a_patch_that_fails_leaves_what_was_there_and_is_made_in_full(
    filled: EventTable, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = _ready(filled.snapshot())
    before = answers(at)
    filled.judge("e1-0", "rejected", **WHY)
    with monkeypatch.context() as broken:
        broken.setattr(patching, "_NARROW", "SELECT no_such_column FROM fresh")
        whole = filled.snapshot(after=at)
    assert not isinstance(whole.index, Patched)
    new = answers(filled.snapshot())
    assert answers(whole) == new
    assert answers(at) == before
    again = filled.snapshot(after=at)
    assert isinstance(again.index, Patched)
    assert answers(again) == new


def test_many_may_patch_and_ask_at_once(filled: EventTable) -> None:
    at = _ready(filled.snapshot())
    old = answers(at)
    filled.merge(["e6-1", "e7-1", "e6-3"], **WHY)
    new = answers(filled.snapshot())

    def visit(number: int) -> bool:
        return answers(filled.snapshot(after=at)) == new if number % 2 else answers(at) == old

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(visit, range(8)))


def test_too_many_changes_are_no_patch(filled: EventTable, monkeypatch: pytest.MonkeyPatch) -> None:
    at = _ready(filled.snapshot())
    monkeypatch.setattr(patching, "MOST", 1)
    filled.judge("e1-0", "rejected", **WHY)
    at = filled.snapshot(after=at)
    assert isinstance(at.index, Patched)
    filled.judge("e2-0", "rejected", **WHY)
    at = filled.snapshot(after=at)
    assert not isinstance(at.index, Patched)
    with pytest.raises(duckdb.Error):
        at.query("SELECT * FROM gone")
