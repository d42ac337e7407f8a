"""What waits for an analyst's eye, the most pressing first, and what analysts have said so far."""

# ruff: noqa: S608 -- what is put into SQL here is our own text; every value is a parameter.
from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dashboard.filters import Filters
from dashboard.table import corrections, joining
from dashboard.table.corrections import Entry
from dashboard.table.schema import EVENT_COLUMNS
from dashboard.table.store import Snapshot

# How unsure the reading is, times how much hangs on it: a tenfold toll weighs one, so do three
# reports, and so do four actors. The toll is the largest single claim, never a sum.
_QUEUE = """
WITH told AS (
    SELECT cluster_id, count(DISTINCT doc_id) AS n FROM events
    WHERE cluster_id IS NOT NULL AND review <> 'rejected' GROUP BY cluster_id
), waiting AS (
    SELECT * FROM events WHERE review = '' AND {where}
), weighed AS (
    SELECT w.*, coalesce(t.n, 1) AS reports, len(coalesce(w.participants, [])) AS n_actors,
           coalesce(list_max([
               coalesce(c.low, c.best, c.high, 0) FOR c IN w.claims
               IF c.kind = 'killed' AND c.scope <> 'subset' AND c.unit = 'people'
           ]), 0) AS killed
    FROM waiting AS w LEFT JOIN told AS t ON t.cluster_id = w.cluster_id
)
SELECT {columns}, reports, killed,
       (1.05 - coalesce(confidence, 0))
       * (1 + log10(1 + killed) + ln(reports) + 0.25 * n_actors) AS pressing,
       count(*) OVER () AS waiting
FROM weighed ORDER BY pressing DESC, event_id LIMIT $limit OFFSET $offset
"""


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
    where, params = filters.with_(reviewed=False).where()
    columns = ", ".join(EVENT_COLUMNS)
    sql = _QUEUE.format(where=where, columns=columns)
    found: list[dict[str, Any]] = snapshot.query(
        sql, params | {"limit": limit, "offset": offset}
    ).to_pylist()
    return found


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
    for row in snapshot.query(
        f"SELECT {columns} FROM events WHERE corrections <> ''"
    ).to_pylist():
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
