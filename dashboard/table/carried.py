"""Which event carries a row now that is shown as another, was joined again, or was rejected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dashboard.table import corrections, joining
from dashboard.table.corrections import Entry
from dashboard.table.schema import Row
from dashboard.table.store import Snapshot

How = Literal["merged", "rejoined", "rejected"]


@dataclass(frozen=True, slots=True)
class Carried:
    """``event_id`` is the event that carries the row, "" for none, where the row was rejected.

    ``entry`` is what made it so, for "rejoined" the undo that took the second event back.
    """

    event_id: str
    how: How
    entry: Entry


def carried(snapshot: Snapshot, event_id: str) -> Carried | None:
    """What became of a row that is not shown; ``None`` where it is, or where nobody knows it."""
    sql = "SELECT * FROM events WHERE event_id = $event_id"
    found = snapshot.query(sql, {"event_id": event_id}).to_pylist()
    if not found:
        return _rejoined(snapshot, event_id)
    (row,) = found
    if row["review"] == "rejected":
        said = corrections.standing(_log(snapshot, row["doc_id"]))
        own = [e for e in said if e.event_id == event_id and e.now == "rejected"]
        return Carried("", "rejected", own[-1]) if own else None
    return _merged(snapshot, row) if row["review"] == "merged" else None


def _merged(snapshot: Snapshot, row: Row) -> Carried | None:
    """The row of its document that it is shown as, through the act that put the two together."""
    sql = "SELECT * FROM events WHERE doc_id = $doc_id AND corrections <> ''"
    rows = snapshot.query(sql, {"doc_id": row["doc_id"]}).to_pylist()
    by_id = {e.id: e for e in _log(snapshot, row["doc_id"])}
    logs = {
        r["event_id"]: [by_id[name] for name in corrections.log_of(r) if name in by_id]
        for r in rows
    }
    lead = joining.leads(rows, logs).get(row["event_id"])
    own = [e for e in corrections.standing(logs[row["event_id"]]) if e.field == "same"]
    if not lead or not own:
        return None
    return carried(snapshot, lead) or Carried(lead, "merged", own[-1])


def _rejoined(snapshot: Snapshot, event_id: str) -> Carried | None:
    """The event that an analyst made this one out of, before it was undone."""
    sql = "SELECT * FROM corrections WHERE field = 'split' AND contains(value, $event_id)"
    said = map(corrections.entry, snapshot.query(sql, {"event_id": event_id}).to_pylist())
    made = next((e for e in said if e is not None and e.now["event_id"] == event_id), None)
    if made is None:
        return None
    back = next((e for e in _log(snapshot, made.doc_id) if e.undoes == made.id), None)
    # Read anew since, the first event has another id and still the entry in its log.
    sql = "SELECT event_id FROM events WHERE doc_id = $doc_id AND contains(corrections, $id)"
    rows = snapshot.query(sql, {"doc_id": made.doc_id, "id": made.id}).to_pylist()
    if back is None or not rows:
        return None
    first = str(rows[0]["event_id"])
    return carried(snapshot, first) or Carried(first, "rejoined", back)


def _log(snapshot: Snapshot, doc_id: str) -> list[Entry]:
    sql = 'SELECT * FROM corrections WHERE doc_id = $doc_id ORDER BY "at"'
    rows = snapshot.query(sql, {"doc_id": doc_id}).to_pylist()
    return [e for e in map(corrections.entry, rows) if e is not None]
