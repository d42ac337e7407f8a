"""What analysts said of events, and how it changes a row; nothing here touches the disk.

The log is the truth: a row is what the extractor read, with the log's entries put upon it in their
order. The row's own ``corrections`` column (JSON) keeps the ids of its entries and, for each field
they changed, what was read, so that an undo needs no second reading. Entries are numbered by that
list; an entry whose event a newer extractor no longer reads waits in the log.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from dashboard.model import IMPORTED, CasualtyClaim, Event, EventDate, Place
from dashboard.table import claim_wishes, wishes
from dashboard.table.crosswalk import crosswalk
from dashboard.table.schema import Row, search_words
from dashboard.table.signed import key
from dashboard.table.wishes import CorrectionError, Value

FIELDS = ("event_type", "date", "place", "participants", "claims")
"""What of an event can be corrected."""
VERDICTS = ("confirmed", "rejected")

_DATE = {
    "edtf": "date_edtf", "first": "date_first", "last": "date_last",
    "precision": "date_precision", "basis": "date_basis", "approximate": "date_approximate",
}  # fmt: skip
_PLACE = ("id", "name", "name_ar", "country", "admin1", "lat", "lon", "precision")


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the log: ``field`` is one of ``FIELDS``, "verdict", "same", "apart", "split"
    (see ``joining``) or "undo".

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
    stands(event)
    entries = []
    for field in FIELDS:
        if field not in wish:
            continue
        now = _wished(field, wish[field], event)
        was = _present(event, field, now)
        if now != was:
            entries.append(entered(event, field, was, now, who, why))
    if not entries:
        raise CorrectionError(
            "nothing", "nothing differs from what the event says; change a field, or confirm it"
        )
    return entries


def judged(event: Row, verdict: str, who: str, why: str) -> Entry:
    """The entry of a verdict, "confirmed" or "rejected"; a rejection needs its reason."""
    who, why = wishes.person(who), wishes.reason(why, needed=verdict == "rejected")
    stands(event)
    if verdict not in VERDICTS:
        raise CorrectionError("verdict", f"«{verdict}» is no verdict; use confirmed or rejected")
    if event["review"] == verdict:
        raise CorrectionError("already", "the event is confirmed already; nothing is to be done")
    return entered(event, "verdict", event["review"], verdict, who, why)


def undone(meant: Entry, event: Row | None, who: str, why: str) -> Entry:
    """The entry that takes back another, of the event as it is now where it is still read."""
    who, why = wishes.person(who), wishes.reason(why, needed=False)
    event_id = event["event_id"] if event else meant.event_id
    return Entry(
        uuid.uuid4().hex, event_id, meant.doc_id, "undo", meant.now, meant.was, meant.anchor,
        who, why, datetime.now(UTC), meant.id,
    )  # fmt: skip


def standing(log: Sequence[Entry]) -> list[Entry]:
    """The entries that hold: no undo, nothing undone."""
    gone = {e.undoes for e in log}
    return [e for e in log if e.field != "undo" and e.id not in gone]


def with_log(event: Row, log: Sequence[Entry], beside: Sequence[Row] = (), into: str = "") -> Row:
    """An event, corrected or not, as it is under exactly these entries, in their order.

    ``beside`` are rows of its document that are shown as this one: their claims stand beside its
    own. ``into`` is the event that this one is shown as.
    """
    row = as_read(event)
    held = standing(log)
    given = [e for e in held if e.field == "split" and e.now["event_id"] != row["event_id"]]
    read = {e.field: value_of(row, e.field) for e in held if e.field in FIELDS}
    if beside or given:
        read["claims"] = value_of(row, "claims")
    if beside:
        row["claims"] = _side_by_side(row, beside)
    for each in held:
        if each.field in FIELDS:
            put(row, each.field, each.now)
        elif each in given:
            row["claims"] = _without(row["claims"] or (), each.now["claims"])
    verdicts = [e.now for e in held if e.field == "verdict"]
    changed = any(e.field in FIELDS or e.field == "split" for e in held)
    row["review"] = (
        "rejected" if verdicts[-1:] == ["rejected"] else "merged" if into
        else "corrected" if changed else "confirmed" if verdicts else ""
    )  # fmt: skip
    kept = {"log": [e.id for e in log], "read": read} | _signed(row, held, beside)
    row["corrections"] = json.dumps(kept, ensure_ascii=False) if log else ""
    return _derived(row)


def _side_by_side(row: Row, beside: Sequence[Row]) -> list[Row]:
    """The claims of rows that are one event, none twice, nothing added up."""
    claims = [dict(c) for c in row["claims"] or ()]
    for other in beside:
        for claim in other["claims"] or ():
            if not any(claim_wishes.same_claim(claim, c) for c in claims):
                claims.append(dict(claim))
    return claims


def _without(claims: Sequence[Row], given: Sequence[Row]) -> list[Row]:
    left = list(claims)
    for claim in given:
        if (found := claim_wishes.meant(left, claim)) is not None:
            left.remove(found)
    return left


def _signed(row: Row, held: Sequence[Entry], beside: Sequence[Row]) -> Row:
    """Who said last what the row's review tells, and which of its claims are an analyst's."""
    fields = {
        "corrected": (*FIELDS, "split"), "confirmed": ("verdict",), "rejected": ("verdict",),
        "merged": ("same",),
    }  # fmt: skip
    said = [e for e in held if e.field in fields.get(row["review"], ())]
    marks: dict[str, Value] = {}
    for other in beside:
        marks |= _kept(other).get("claims", {})
    for each in held:
        if each.field == "split" and each.now["event_id"] == row["event_id"]:
            marks |= each.now.get("marks", {})
        for claim in each.now if each.field == "claims" else ():
            how = "added" if claim.get("added") else "corrected"
            found = None if claim.get("removed") else _as_put(row, claim)
            if found is not None:
                marks[key(found)] = {
                    "how": how, "who": each.who, "on": each.at.date().isoformat(), "why": each.why,
                }  # fmt: skip
    there = {key(c) for c in row["claims"] or ()}
    marks = {name: mark for name, mark in marks.items() if name in there}
    by = [said[-1].who, said[-1].at.date().isoformat()] if said else []
    return {name: value for name, value in (("by", by), ("claims", marks)) if value}


def _as_put(row: Row, claim: Row) -> Any:
    """The claim of a row that was changed into this one, or added as it."""
    there = row["claims"] or ()
    same = (c for c in there if claim_wishes.same_claim(c, claim))
    alike = (c for c in there if (c["kind"], c["text"]) == (claim["kind"], claim["text"]))
    return next(same, None) or next(alike, None)


def as_read(event: Row) -> Row:
    """The event as the extractor read it."""
    row = dict(event)
    for field, value in _kept(event)["read"].items():
        put(row, field, value, whole=True)
    return _derived(row | {"review": "", "corrections": ""})


def log_of(event: Mapping[str, Any]) -> list[str]:
    """The ids of an event's entries, in their order."""
    return list(_kept(event)["log"])


def marks_of(event: Mapping[str, Any], claims: Sequence[Row]) -> dict[str, Value]:
    """Whose word those of an event's claims are that an analyst added or corrected, by ``key``."""
    wanted = {key(claim) for claim in claims}
    found: dict[str, Value] = _kept(event).get("claims", {})
    return {name: mark for name, mark in found.items() if name in wanted}


def _kept(event: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(event.get("corrections") or "null") or {
        "log": [], "read": {}
    }  # fmt: skip
    return found


def anchor(event: Row) -> Row:
    """What tells an event from the others of its document when its id has changed."""
    names = ("event_id", "doc_id", "event_type", "mode", "rule", "quote", "char_start", "char_end")
    return {name: event[name] for name in names} | {
        "actors": sorted(p["actor_id"] for p in event["participants"] or ())
    }


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
    return claim_wishes.present(event, now)


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
    return claim_wishes.claims(wish, event)


def put(row: Row, field: str, value: Value, *, whole: bool = False) -> None:
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
        _put_claims(row, value)


def _put_claims(row: Row, value: Value) -> None:
    """Change, take away and add claims; one whose words are no longer there is left out."""
    row["claims"] = [dict(claim) for claim in row["claims"] or ()]
    for changed in value:
        if changed.get("added"):
            where = claim_wishes.spot(changed["text"], row)
            claim = {n: changed[n] for n in claim_wishes.CLAIM} | {"first": None, "last": None}
            if where and row["quote"]:
                claim |= {"start": where[0], "end": where[1]}
                row["claims"].append(claim)
            continue
        found = claim_wishes.meant(row["claims"], changed)
        if found is None:
            continue
        if changed.get("removed"):
            row["claims"].remove(found)
        else:
            found.update({n: changed[n] for n in claim_wishes.CHANGED if n in changed})


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


def stands(event: Row) -> None:
    """Raises ``CorrectionError`` for an event that is shown nowhere."""
    if event["review"] == "rejected":
        raise CorrectionError(
            "rejected", "the event is rejected; undo the rejection on the review page first"
        )
    if event["review"] == "merged":
        raise CorrectionError(
            "merged", "the event is shown as another one; undo the merge on the review page first"
        )


def entered(
    event: Row, field: str, was: Value, now: Value, who: str, why: str, id: str = ""
) -> Entry:
    """A new entry on an event as it stands."""
    return Entry(
        id or uuid.uuid4().hex, event["event_id"], event["doc_id"], field, was, now,
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
