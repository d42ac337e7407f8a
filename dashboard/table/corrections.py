"""What analysts said of events, and how it changes a row; nothing here touches the disk.

The log is the truth: a row is what the extractor read, with the log's entries put upon it in their
order. The row's own ``corrections`` column (JSON) keeps the ids of its entries and, for each field
they changed, what was read, so that an undo needs no second reading. Entries are numbered by that
list; an entry whose event a newer extractor no longer reads waits in the log.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from dashboard.model import IMPORTED, CasualtyClaim, Event, EventDate, Place
from dashboard.table import wishes
from dashboard.table.crosswalk import crosswalk
from dashboard.table.schema import Row, search_words
from dashboard.table.wishes import CorrectionError, Value

FIELDS = ("event_type", "date", "place", "participants", "claims")
"""What of an event can be corrected."""
VERDICTS = ("confirmed", "rejected")
REVIEWED = ("confirmed", "corrected")
"""The values of ``review`` that let an event through «reviewed only»."""

_DATE = {
    "edtf": "date_edtf", "first": "date_first", "last": "date_last",
    "precision": "date_precision", "basis": "date_basis", "approximate": "date_approximate",
}  # fmt: skip
_PLACE = ("id", "name", "name_ar", "country", "admin1", "lat", "lon", "precision")
_SAME_SPAN = 0.5  # how much of two spans is shared where they are one event's


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the log: ``field`` is one of ``FIELDS``, "verdict" or "undo".

    ``was`` and ``now`` are values of the field (a verdict's are words); ``undoes`` is the id of
    the entry that an undo takes back; ``anchor`` says which event was meant, in its own words.
    """

    id: str
    event_id: str
    doc_id: str
    field: str
    was: Value
    now: Value
    anchor: Row
    who: str
    why: str
    at: datetime
    undoes: str = ""

    def row(self) -> Row:
        """The entry as a row of the corrections table."""
        value = {
            "id": self.id, "was": self.was, "now": self.now, "event": self.anchor,
            "undoes": self.undoes,
        }  # fmt: skip
        return {
            "event_id": self.event_id, "doc_id": self.doc_id, "field": self.field,
            "value": json.dumps(value, ensure_ascii=False, default=_iso),
            "who": self.who, "at": self.at, "why": self.why,
        }  # fmt: skip


def entry(row: Mapping[str, Any]) -> Entry | None:
    """The entry of a row of the corrections table; ``None`` for a value of another kind."""
    try:
        value = json.loads(row["value"])
        return Entry(
            value["id"], row["event_id"], row["doc_id"], row["field"], value["was"], value["now"],
            value["event"], row["who"], row["why"], row["at"], value["undoes"],
        )  # fmt: skip
    except (ValueError, KeyError, TypeError):
        return None


def made(event: Row, wish: Mapping[str, Any], who: str, why: str) -> list[Entry]:
    """The entries that turn an event into what is wished, one a field that differs.

    ``wish`` has some of ``FIELDS``: a type («CONSULT:phone»), a date (EDTF or words), a place (id
    or name), participants (ids or names), claims (rows with the figures wished). Raises
    ``CorrectionError``, also where nothing would change.
    """
    who, why = wishes.person(who), wishes.reason(why)
    _standing(event)
    entries = []
    for field in FIELDS:
        if field not in wish:
            continue
        now = _wished(field, wish[field], event)
        was = _present(event, field, now)
        if now != was:
            entries.append(_entry(event, field, was, now, who, why))
    if not entries:
        raise CorrectionError(
            "nothing", "nothing differs from what the event says; change a field, or confirm it"
        )
    return entries


def judged(event: Row, verdict: str, who: str, why: str) -> Entry:
    """The entry of a verdict, "confirmed" or "rejected"; a rejection needs its reason."""
    who, why = wishes.person(who), wishes.reason(why, needed=verdict == "rejected")
    _standing(event)
    if verdict not in VERDICTS:
        raise CorrectionError("verdict", f"«{verdict}» is no verdict; use confirmed or rejected")
    if event["review"] == verdict:
        raise CorrectionError("already", "the event is confirmed already; nothing is to be done")
    return _entry(event, "verdict", event["review"], verdict, who, why)


def undone(event: Row, log: Sequence[Entry], entry_id: str, who: str, why: str) -> Entry:
    """The entry that takes back an entry of this event; an undo cannot be undone."""
    who = wishes.person(who)
    meant = next((e for e in standing(log) if e.id == entry_id), None)
    if meant is None:
        raise CorrectionError("undone", "this is undone already; open the log again")
    taken = _entry(event, "undo", meant.now, meant.was, who, wishes.reason(why, needed=False))
    return Entry(**{n: getattr(taken, n) for n in taken.__slots__} | {"undoes": entry_id})


def standing(log: Sequence[Entry]) -> list[Entry]:
    """The entries that hold: no undo, nothing undone."""
    gone = {e.undoes for e in log}
    return [e for e in log if e.field != "undo" and e.id not in gone]


def with_log(event: Row, log: Sequence[Entry]) -> Row:
    """An event, corrected or not, as it is under exactly these entries, in their order."""
    row = as_read(event)
    held = standing(log)
    read = {e.field: value_of(row, e.field) for e in held if e.field in FIELDS}
    for each in held:
        if each.field in FIELDS:
            _put(row, each.field, each.now)
    verdicts = [e.now for e in held if e.field == "verdict"]
    row["review"] = (
        "rejected" if verdicts[-1:] == ["rejected"]
        else "corrected" if read else "confirmed" if verdicts else ""
    )  # fmt: skip
    kept = {"log": [e.id for e in log], "read": read}
    row["corrections"] = json.dumps(kept, ensure_ascii=False) if log else ""
    return _derived(row)


def as_read(event: Row) -> Row:
    """The event as the extractor read it."""
    row = dict(event)
    for field, value in _kept(event)["read"].items():
        _put(row, field, value, whole=True)
    return _derived(row | {"review": "", "corrections": ""})


def log_of(event: Mapping[str, Any]) -> list[str]:
    """The ids of an event's entries, in their order."""
    return list(_kept(event)["log"])


def _kept(event: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(event.get("corrections") or "null") or {
        "log": [], "read": {}
    }  # fmt: skip
    return found


def reapplied(
    rows: Sequence[Row], former: Sequence[Row], log: Sequence[Entry]
) -> tuple[Row, ...]:
    """New readings of documents with the entries that their former events had.

    An event is found again by its id, else by its span and type among those that are new; entries
    that waited are tried again by their own anchor.
    """
    by_id = {e.id: e for e in log}
    taken = {row["event_id"] for row in former}
    waiting = dict(by_id)
    meant: dict[str, list[Entry]] = {}
    for old in former:
        entries = [by_id[name] for name in log_of(old) if name in by_id]
        for each in entries:
            waiting.pop(each.id, None)
        found = _again(anchor(as_read(old)), rows, taken) if entries else None
        if found:
            meant.setdefault(found, []).extend(entries)
    for each in waiting.values():
        if found := _again(each.anchor, rows, taken):
            meant.setdefault(found, []).append(each)
    return tuple(
        with_log(row, meant[row["event_id"]]) if row["event_id"] in meant else row for row in rows
    )


def anchor(event: Row) -> Row:
    """What tells an event from the others of its document when its id has changed."""
    names = ("event_id", "doc_id", "event_type", "mode", "rule", "quote", "char_start", "char_end")
    return {name: event[name] for name in names} | {
        "actors": sorted(p["actor_id"] for p in event["participants"] or ())
    }


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


def value_of(event: Row, field: str) -> Value:
    """What an event says in a field, as JSON."""
    if field == "event_type":
        return {"type": event["event_type"], "mode": event["mode"]}
    if field == "date":
        return {name: _iso_or_same(event[column]) for name, column in _DATE.items()}
    if field == "place":
        if event["place_id"] is None:
            return None
        return {name: event[f"place_{name}"] for name in _PLACE}
    rows = [dict(item) for item in event[field] or ()]
    return [{k: _iso_or_same(v) for k, v in row.items()} for row in rows]


def _present(event: Row, field: str, now: Value) -> Value:
    """What stands against ``now``: of claims only those that change."""
    if field != "claims":
        return value_of(event, field)
    there = event["claims"] or ()
    same = [next(c for c in there if wishes.same_claim(c, changed)) for changed in now]
    return [{name: claim[name] for name in wishes.CLAIM} for claim in same]


def _wished(field: str, wish: Any, event: Row) -> Value:
    if field == "event_type":
        found = wishes.event_type(wish)
        if ":" not in wish and found["type"] == event["event_type"]:
            found["mode"] = event["mode"]
        return found
    if field == "date":
        found = wishes.days(wish, event["published"])
        was = value_of(event, "date")
        # The same days are no correction, whatever they were read from.
        same = all(found[name] == was[name] for name in ("first", "last", "approximate"))
        return was if same else found
    if field == "place":
        return wishes.place(wish)
    if field == "participants":
        return wishes.participants(wish, value_of(event, "participants"))
    return wishes.figures(wish, event["claims"] or ())


def _put(row: Row, field: str, value: Value, *, whole: bool = False) -> None:
    """Write a value into a row's columns; figures go to their claims unless the list is whole."""
    if field == "event_type":
        row["event_type"], row["mode"] = value["type"], value["mode"]
    elif field == "date":
        days = {n: _day(value[n]) for n in ("first", "last")}
        row.update({column: (value | days)[name] for name, column in _DATE.items()})
    elif field == "place":
        row.update({f"place_{name}": value[name] if value else None for name in _PLACE})
    elif field == "participants":
        row["participants"] = value
    elif whole:
        row["claims"] = [c | {n: _day(c[n]) for n in ("first", "last")} for c in value]
    else:
        row["claims"] = [dict(claim) for claim in row["claims"] or ()]
        for changed in value:
            _meant(row["claims"], changed).update({n: changed[n] for n in wishes.FIGURES})


def _meant(claims: Sequence[Row], changed: Row) -> Row:
    """The claim of a correction; after a new reading its words find it again, else nothing does."""
    words = (changed["kind"], changed["text"])
    alike = (c for c in claims if (c["kind"], c["text"]) == words)
    return next((c for c in claims if wishes.same_claim(c, changed)), None) or next(alike, {})


def _derived(row: Row) -> Row:
    """The row with the columns that follow from the others."""
    claims = [CasualtyClaim(**claim) for claim in row["claims"] or ()]
    place = value_of(row, "place")
    event = Event(
        row["event_id"], row["event_type"], row["mode"], row["modality"],
        EventDate(row["date_edtf"], row["date_first"], row["date_last"]),
        Place(**place) if place else None, (), (), row["quote"],
        row["char_start"], row["char_end"], row["rule"], row["confidence"],
    )  # fmt: skip
    people = row["participants"] or ()
    # A data set's row keeps the crosswalk that the data set gave it.
    columns = {} if row["rule"].startswith(IMPORTED) else crosswalk(event, claims)
    return row | columns | {
        "actor_ids": list(dict.fromkeys(p["actor_id"] for p in people)),
        "search": search_words(row),
    }  # fmt: skip


def _standing(event: Row) -> None:
    if event["review"] == "rejected":
        raise CorrectionError(
            "rejected", "the event is rejected; undo the rejection on the review page first"
        )


def _entry(event: Row, field: str, was: Value, now: Value, who: str, why: str) -> Entry:
    return Entry(
        uuid.uuid4().hex, event["event_id"], event["doc_id"], field, was, now,
        anchor(as_read(event)), who, why, datetime.now(UTC),
    )  # fmt: skip


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _iso_or_same(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _iso(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{value!r} has no place in the corrections")
