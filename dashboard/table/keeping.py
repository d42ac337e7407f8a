"""What analysts said, kept when documents are read anew by newer rules."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from dashboard.table import joining
from dashboard.table.corrections import Entry, anchor, as_read, log_of
from dashboard.table.schema import Row

_SAME_SPAN = 0.5  # how much of two spans is shared where they are one event's


def reapplied(rows: Sequence[Row], former: Sequence[Row], log: Sequence[Entry]) -> tuple[Row, ...]:
    """New readings of documents with the entries that their former events had.

    An event is found again by its id, else by its span and type among those that are new; entries
    that waited are tried again by their own anchor. Events that analysts made out of others are
    made again out of what these became.
    """
    by_id = {e.id: e for e in log}
    taken = {row["event_id"] for row in former}
    waiting = dict(by_id)
    meant: dict[str, list[Entry]] = {}
    for old in former:
        entries = [by_id[name] for name in log_of(old) if name in by_id]
        for each in entries:
            waiting.pop(each.id, None)
        if joining.made_of(old["event_id"], entries):
            meant[old["event_id"]] = entries
            continue
        found = _again(anchor(as_read(old)), rows, taken) if entries else None
        if found:
            meant.setdefault(found, []).extend(entries)
    seconds = {e.now["event_id"] for e in log if e.field == "split"}
    for each in waiting.values():
        own = each.anchor["event_id"]
        if found := own if own in seconds else _again(each.anchor, rows, taken):
            meant.setdefault(found, []).append(each)
    return tuple(joining.under(rows, meant))


def _again(meant: Row, rows: Iterable[Row], taken: Collection[str]) -> str | None:
    ranked = []
    for row in rows:
        if row["doc_id"] != meant["doc_id"]:
            continue
        if row["event_id"] == meant["event_id"]:
            return str(row["event_id"])
        if row["event_id"] in taken or row["event_type"] != meant["event_type"]:
            continue
        shared = _shared(row, meant)
        if shared < _SAME_SPAN and row["quote"] != meant["quote"]:
            continue
        other = anchor(row)
        people = len(set(other["actors"]) & set(meant["actors"]))
        alike = people + (other["rule"] == meant["rule"]) + (other["mode"] == meant["mode"])
        ranked.append((alike, shared, str(row["event_id"])))
    return max(ranked)[2] if ranked else None


def _shared(one: Row, other: Row) -> float:
    both = min(one["char_end"], other["char_end"]) - max(one["char_start"], other["char_start"])
    whole = max(one["char_end"], other["char_end"]) - min(one["char_start"], other["char_start"])
    return both / whole if whole > 0 else 0.0
