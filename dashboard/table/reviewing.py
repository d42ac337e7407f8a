"""What waits for an analyst's eye, the most pressing first, and what analysts have said so far."""

# ruff: noqa: S608 -- what is put into SQL here is our own text; every value is a parameter.
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dashboard.filters import Filters
from dashboard.table import corrections, joining
from dashboard.table.answers import narrow, records
from dashboard.table.claim_wishes import FIGURES
from dashboard.table.corrections import Entry
from dashboard.table.schema import EVENT_COLUMNS
from dashboard.table.signed import signed
from dashboard.table.store import Snapshot

# How unsure the reading is, times how much hangs on it (see the index), of which three reports
# weigh one. What is equally pressing stands in order of time.
_QUEUE = """
WITH told AS (
    SELECT cluster, count(DISTINCT doc_id) AS n FROM narrow
    WHERE cluster IS NOT NULL AND review <> 'rejected' GROUP BY cluster
)
SELECT w.nr AS nr, coalesce(t.n, 1) AS reports, doubt * (stake + ln(coalesce(t.n, 1))) AS pressing,
       count(*) OVER () AS waiting
FROM narrow AS w LEFT JOIN told AS t ON t.cluster = w.cluster
WHERE w.review = '' AND {where}
ORDER BY pressing DESC, rank LIMIT $limit OFFSET $offset
"""


_WEIGHED = ("reports", "pressing", "waiting")


@dataclass(frozen=True, slots=True)
class Logged:
    """One act of the log, by its first entry, the event it belongs to now (``None`` where it is no
    longer read), and the entry that took it back."""

    entry: Entry
    event: dict[str, Any] | None
    undone: Entry | None


def queue(
    snapshot: Snapshot, filters: Filters, limit: int = 1, offset: int = 0
) -> list[dict[str, Any]]:
    """Events that no analyst has looked at, the most pressing first.

    Each has ``EVENT_COLUMNS``, how many documents report it (``reports``), the largest killed
    claim (``killed``, 0 for none), its weight (``pressing``) and how many wait (``waiting``).
    """
    asked = narrow(snapshot, filters.with_(reviewed=False))
    found = snapshot.query(
        _QUEUE.format(where=asked.where),
        asked.params | {"limit": limit, "offset": offset},
    )
    columns = (*EVENT_COLUMNS, "corrections")
    rows = records(snapshot.index.take(found.column("nr"), columns))
    return [
        signed(row) | {"killed": _killed(row)} | {name: told[name] for name in _WEIGHED}
        for row, told in zip(rows, records(found), strict=True)
    ]


def _killed(row: Mapping[str, Any]) -> int:
    counted = (
        next((n for name in FIGURES if (n := claim[name]) is not None), 0)
        for claim in row["claims"] or ()
        if (claim["kind"], claim["unit"]) == ("killed", "people") and claim["scope"] != "subset"
    )
    return max(counted, default=0)


def entries(snapshot: Snapshot) -> list[Entry]:
    """Every entry of the log as of this version, the newest first, undos among them."""
    rows = snapshot.query('SELECT * FROM corrections ORDER BY "at" DESC').to_pylist()
    return [e for e in map(corrections.entry, rows) if e is not None]


def log(snapshot: Snapshot) -> list[Logged]:
    """The log as of this version, the newest act first; an undo stands with what it undid.

    An act on several events is there once, with one of its events that is still read.
    """
    columns = ", ".join((*EVENT_COLUMNS, "corrections"))
    of: dict[str, dict[str, Any]] = {}
    for row in snapshot.query(f"SELECT {columns} FROM events WHERE corrections <> ''").to_pylist():
        for name in corrections.log_of(row):
            of.setdefault(joining.group(name), row)
    return _acts(entries(snapshot), of)


def log_of(snapshot: Snapshot, event_id: str) -> list[Logged]:
    """The acts of the log that an event has its part in, the newest first."""
    sql = "SELECT corrections FROM events WHERE event_id = $event_id"
    rows = snapshot.query(sql, {"event_id": event_id}).to_pylist()
    names = {joining.group(name) for row in rows for name in corrections.log_of(row)}
    if not names:
        return []
    of: dict[str, dict[str, Any]] = {name: {"event_id": event_id} for name in names}
    return [each for each in _acts(entries(snapshot), of) if each.event is not None]


def _acts(said: list[Entry], of: dict[str, dict[str, Any]]) -> list[Logged]:
    undone = {e.undoes: e for e in said if e.undoes}
    first: dict[str, Entry] = {}
    for each in said:
        act = joining.group(each.id)
        if not each.undoes and (act not in first or each.id < first[act].id):
            first[act] = each
    return [Logged(e, of.get(act), undone.get(e.id)) for act, e in first.items()]
