"""What waits for an analyst's eye, the most pressing first, and what analysts have said so far."""

# ruff: noqa: S608 -- what is put into SQL here is our own text; every value is a parameter.
from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dashboard.filters import Filters
from dashboard.table import corrections
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
    """One entry of the log, the event it belongs to now (``None`` where it is no longer read),
    and the entry that took it back."""

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


def log(snapshot: Snapshot) -> list[Logged]:
    """The log as of this version, the newest entry first; an undo stands with what it undid."""
    rows = snapshot.query('SELECT * FROM corrections ORDER BY "at" DESC').to_pylist()
    entries = [e for e in map(corrections.entry, rows) if e is not None]
    undone = {e.undoes: e for e in entries if e.undoes}
    columns = ", ".join((*EVENT_COLUMNS, "corrections"))
    of: dict[str, dict[str, Any]] = {}
    for row in snapshot.query(
        f"SELECT {columns} FROM events WHERE corrections <> ''"
    ).to_pylist():
        of |= dict.fromkeys(corrections.log_of(row), row)
    return [Logged(e, of.get(e.id), undone.get(e.id)) for e in entries if not e.undoes]
