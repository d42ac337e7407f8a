"""Which events several documents report: the rules' clusters with what analysts said upon them.

All of the table at an ingest; after a correction only the neighbourhood of what changed, a bounded
number of reports near in days and of the same type.
"""

# ruff: noqa: S608 -- what is put into SQL here is our own text; every value is a parameter.
from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dashboard.filters import FROM_DATASET
from dashboard.table import joining
from dashboard.table.corrections import Entry, log_of
from dashboard.table.schema import Row

if TYPE_CHECKING:
    from dashboard.extraction.clusters import Report

Ask = Callable[[str, Mapping[str, object]], list[Row]]

_COLUMNS = """
    event_id, cluster_id, doc_id, event_type, mode, modality, date_first, date_last, date_basis,
    place_id, place_lat, place_lon, place_precision, participants, claims, quote, published,
    review, corrections
"""
_TAKES_PART = f"NOT {FROM_DATASET} AND review <> 'rejected'"
REPORTS = f"SELECT {_COLUMNS} FROM events WHERE {_TAKES_PART}"
"""The rows that ``clustered`` asks for, of a whole table."""

_DAYS = timedelta(days=8)  # a report may last a week, and a day be off by one
_COPIES = timedelta(days=14)  # within which a copy of the same words is printed
_MOST = 1_000  # reports that are looked at around one event
_MOST_REPORTS = 10_000  # of the clusters of those
_MOST_WINDOWS = 12  # events of one change that are looked around
_FAR = 100_000  # days: where there are none to compare


def clustered(rows: Sequence[Row], entries: Sequence[Entry]) -> dict[str, str]:
    """The cluster of each of these events that several documents report: event → cluster."""
    from dashboard.extraction.clusters import clusters  # loads much: only where it is needed

    shown = [row for row in rows if row["review"] != "merged"]
    by_id = {e.id: e for e in entries}
    logs = {
        row["event_id"]: [by_id[name] for name in log_of(row) if name in by_id]
        for row in rows if row["corrections"]
    }  # fmt: skip
    found = clusters(_report(row) for row in shown)
    return joining.settled(found, joining.links(logs), {row["event_id"] for row in shown})


def _report(row: Row) -> Report:
    from dashboard.extraction.clusters import Report

    people = row["participants"] or []
    return Report(
        row["event_id"], row["doc_id"], row["event_type"], row["mode"], row["modality"],
        row["date_first"], row["date_last"], row["date_basis"] in ("clause", "sentence", "analyst"),
        row["place_id"], row["place_lat"], row["place_lon"], row["place_precision"] or 6,
        people[0]["actor_id"] if people else "", frozenset(p["actor_id"] for p in people),
        frozenset((c["kind"], c["low"], c["high"]) for c in row["claims"] or []),
        row["quote"], row["published"],
    )  # fmt: skip


def around(
    ask: Ask,
    log: Callable[[Sequence[str]], list[Entry]],
    now: Sequence[Row],
    before: Sequence[Row],
) -> dict[str, str | None]:
    """The clusters that follow when events change from what they were ``before`` to ``now``.

    Event → cluster, of the changed events and of those whose cluster is another now. ``ask``
    answers a query over the table's events (``events``) as it was, ``log`` gives the entries of
    documents.
    """  # fmt: skip
    there = {row["event_id"]: row for row in _neighbours(ask, [*now, *before])}
    was = {name: row["cluster_id"] for name, row in there.items()}
    was |= {row["event_id"]: row["cluster_id"] for row in before}
    gone = {row["event_id"] for row in now if row["review"] == "undone"}
    there |= {row["event_id"]: row for row in now}
    rows = [
        row for name, row in there.items()
        if name not in gone and row["review"] != "rejected" and not _of_dataset(row)
    ]  # fmt: skip
    said = [row["doc_id"] for row in rows if row["corrections"]]
    found = clustered(rows, log(said) if said else [])
    touched = _touched({row["event_id"] for row in now}, was, found)
    changed = {row["event_id"] for row in now}
    return {
        name: found.get(name)
        for name in touched if name in changed or was.get(name) != found.get(name)
    }  # fmt: skip


def _of_dataset(row: Row) -> bool:
    from dashboard.model import IMPORTED

    return bool(row.get("rule", "").startswith(IMPORTED))


def _touched(start: set[str], was: Mapping[str, str | None], found: Mapping[str, str]) -> set[str]:
    """The events that share a cluster, as it was or as it is, with one of ``start``, and so on."""
    met: dict[tuple[bool, str], set[str]] = {}
    for new, named in ((False, was), (True, found)):
        for event_id, name in named.items():
            if name:
                met.setdefault((new, name), set()).add(event_id)
    touched, waiting = set(start), list(start)
    while waiting:
        event_id = waiting.pop()
        for new, named in ((False, was), (True, found)):
            name = named.get(event_id)
            fresh = met.get((new, name), set()) - touched if name else set()
            touched |= fresh
            waiting.extend(fresh)
    return touched


def _neighbours(ask: Ask, rows: Sequence[Row]) -> list[Row]:
    """The reports near these events in days, of their types, and all of the clusters of those."""
    ids = {row["event_id"] for row in rows}
    known = {row["cluster_id"] for row in rows}
    windows = {_window(row) for row in rows if not _of_dataset(row)}
    for kind, first, last, told in sorted(windows, key=str)[:_MOST_WINDOWS]:
        params = {
            "kind": kind, "first": first, "last": last, "told": told, "most": _MOST,
            "since": first - _DAYS if first else None, "until": last + _DAYS if last else None,
            "copied_since": told - _COPIES if told else None,
            "copied_until": told + _COPIES if told else None, "far": _FAR,
        }  # fmt: skip
        for row in ask(_NEAR, params):
            ids.add(row["event_id"])
            known.add(row["cluster_id"])
    named = sorted(name for name in known if name)
    sql = (
        "SELECT event_id FROM events WHERE cluster_id IN (SELECT unnest($named::VARCHAR[])) "
        "ORDER BY event_id LIMIT $most"
    )
    if named:
        ids |= {row["event_id"] for row in ask(sql, {"named": named, "most": _MOST_REPORTS})}
    # The ids first: whole rows are many times slower to look through.
    sql = (
        f"SELECT {_COLUMNS} FROM events WHERE {_TAKES_PART} "
        "AND event_id IN (SELECT unnest($ids::VARCHAR[]))"
    )
    return ask(sql, {"ids": sorted(ids)})


def _window(row: Row) -> tuple[str, date | None, date | None, date | None]:
    first, last = row["date_first"], row["date_last"]
    if first is None or last is None or last - first > _DAYS:
        first = last = None
    return row["event_type"], first, last, row["published"]


# The nearest in days first, copies of the same words after them by the day they were printed.
_NEAR = f"""
    SELECT event_id, cluster_id FROM events
    WHERE event_type = $kind AND {_TAKES_PART}
      AND ((date_first <= $until::DATE AND date_last >= $since::DATE)
        OR published BETWEEN $copied_since::DATE AND $copied_until::DATE)
    ORDER BY coalesce(greatest(date_first - $last::DATE, $first::DATE - date_last, 0), $far),
             coalesce(abs(published - $told::DATE), $far), event_id
    LIMIT $most
"""
