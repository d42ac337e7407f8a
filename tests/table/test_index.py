"""What the pages ask of the index is what the events themselves say, however it is held."""

from __future__ import annotations

import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import duckdb
import pytest

from dashboard.filters import Filters
from dashboard.table import index, queries, reviewing
from dashboard.table.store import EventTable, Snapshot
from tests.table.building import GENEVA, KERRY, LAVROV, build, claim, event, on

_ASKED = [
    Filters(),
    Filters(first=date(2016, 3, 1), last=date(2016, 9, 30)),
    Filters(actors=("john-kerry",)),
    Filters(actors=("sergey-lavrov", "john-kerry")),
    Filters(places=("geonames:2660646",), types=("CONSULT", "ASSAULT")),
    Filters(sources=("وكالة 1", "وكالة 2"), modalities=("actual",)),
    Filters(text="حلب"),
    Filters(text="حلب يوم", actors=("john-kerry",)),
    Filters(text="ليس في أي خبر"),
]  # fmt: skip


@pytest.fixture
def snapshot(table: EventTable) -> Snapshot:
    """Sixty events in twelve documents, committed three documents at a time."""
    for batch in range(4):
        table.append([_document(number) for number in range(3 * batch, 3 * batch + 3)])
    return table.snapshot()


def _document(number: int) -> object:
    events = [
        event(
            f"e{number}-{k}",
            "CONSULT" if k % 2 else "ASSAULT",
            on(f"2016-{1 + (number + 3 * k) % 12:02}-0{1 + k}") if k != 3 else None,
            place=GENEVA if k == 1 else None,
            participants=(KERRY, LAVROV)[: k % 3],
            claims=(0,) if k == 2 else (),
            quote="قصف حلب" if k == 0 else f"لقاء يوم {number}",
            modality="future" if k == 4 else "actual",
        )
        for k in range(5)
    ]  # fmt: skip
    return build(f"d{number}", *events, claims=(claim(number + 1),), source=f"وكالة {number % 4}")


def _said(snapshot: Snapshot, filters: Filters) -> set[str]:
    where, params = filters.where()
    sql = f"SELECT event_id FROM events WHERE {where}"  # noqa: S608 -- the filters' own text
    return set(snapshot.query(sql, params).column("event_id").to_pylist())


@pytest.mark.parametrize("filters", _ASKED)
def test_the_index_finds_what_the_events_hold(snapshot: Snapshot, filters: Filters) -> None:
    expected = _said(snapshot, filters)
    found = queries.events(snapshot, filters)
    assert set(found["event_id"]) == expected
    assert queries.count(snapshot, filters).events == len(expected)
    for _, row in found.iterrows():  # each row is whole and its own
        held = queries.event(snapshot, row["event_id"])
        assert held is not None
        assert (row["quote"], row["doc_id"], row["participants"], row["claims"]) == (
            held["quote"], held["doc_id"], held["participants"], held["claims"],
        )  # fmt: skip


def test_the_last_ones_are_those_of_the_last_days_in_order(snapshot: Snapshot) -> None:
    last = queries.latest(snapshot, Filters(), 5)
    days = queries.events(snapshot, Filters())["date_first"].dropna()
    assert last["date_first"].tolist() == sorted(days)[-5:]
    everything = queries.latest(snapshot, Filters(), 100)
    assert len(everything) == 60
    assert everything["date_first"].isna().tolist() == [False] * 48 + [True] * 12


def test_claims_come_with_their_largest_first(snapshot: Snapshot) -> None:
    assert set(queries.claims(snapshot, Filters(), 3)["best"]) == {10, 11, 12}


def test_rows_are_held_in_memory_where_no_file_can_be_made(
    snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    assert set(queries.events(snapshot, Filters())["event_id"]) == _said(snapshot, Filters())


_WEIGHED = """
SELECT e.event_id, coalesce(n, 1) AS reports,
       (1.05 - confidence) * (1 + log10(1 + killed) + ln(coalesce(n, 1)) + 0.25 * people) AS pressing
FROM (SELECT *, len(participants) AS people,
             coalesce(list_max([c.best FOR c IN claims IF c.kind = 'killed']), 0) AS killed
      FROM events WHERE review = '' AND {where}) AS e
LEFT JOIN (SELECT cluster_id, count(DISTINCT doc_id) AS n FROM events
           WHERE cluster_id <> '' AND review <> 'rejected' GROUP BY cluster_id) AS c
  ON c.cluster_id = e.cluster_id
"""


@pytest.mark.parametrize("filters", _ASKED)
def test_the_queue_weighs_what_the_events_say(table: EventTable, filters: Filters) -> None:
    table.append([_document(number) for number in range(12)])
    table.merge(["e1-0", "e2-2", "e3-4"], who="ليلى", why="الحدث نفسه")
    table.judge("e5-0", "rejected", who="ليلى", why="خبر قديم")
    snapshot = table.snapshot()
    where, params = filters.where()
    expected = snapshot.query(_WEIGHED.format(where=where), params).to_pylist()
    found = reviewing.queue(snapshot, filters, 100)
    assert {row["event_id"]: row["reports"] for row in found} == {
        row["event_id"]: row["reports"] for row in expected
    }
    assert [row["waiting"] for row in found] == [len(expected)] * len(expected)
    assert [row["pressing"] for row in found] == pytest.approx(
        sorted((row["pressing"] for row in expected), reverse=True)
    )
    assert all(row["killed"] == max([c["best"] for c in row["claims"]], default=0) for row in found)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a file that is mapped")
def test_no_file_stays_behind(
    snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "files"))
    (tmp_path / "files").mkdir()
    assert len(queries.events(snapshot, Filters(), 100)) == 60
    assert not list((tmp_path / "files").iterdir())


def test_many_may_ask_at_once(snapshot: Snapshot) -> None:
    def asked(filters: Filters) -> list[str]:
        return queries.events(snapshot, filters)["event_id"].tolist()

    with ThreadPoolExecutor(8) as pool:
        at_once = list(pool.map(asked, _ASKED * 4))
    assert at_once == [asked(filters) for filters in _ASKED] * 4


def test_an_index_that_could_not_be_made_is_made_when_it_is_asked_again(
    snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as short_of_memory:
        short_of_memory.setattr(index, "_BY_TIME", "SELECT no_such_column FROM held")
        with pytest.raises(duckdb.Error):
            queries.count(snapshot, Filters())
    assert queries.count(snapshot, Filters()).events == 60
