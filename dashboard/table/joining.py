"""Which events are one: what analysts said of it, put upon what the rules found.

A merge is one entry for each of its events ("same"), a report taken out of its cluster likewise
("apart"); the entries of one act share what their ids begin with. So each event carries its own
part through new readings, and who belongs together is told by the rows. Where two acts contradict
each other the later one holds. Nothing is deleted, averaged or added up: reports of other documents
share a cluster, rows of one document are shown as one of them, their claims side by side.
"""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dashboard.model import IMPORTED
from dashboard.table import claim_wishes, wishes
from dashboard.table.corrections import (
    Entry,
    as_read,
    entered,
    marks_of,
    put,
    standing,
    stands,
    value_of,
    with_log,
)
from dashboard.table.schema import Row
from dashboard.table.wishes import CorrectionError, Value

GROUPED = ("same", "apart")
MADE = "analyst.split"
"""The rule of an event that an analyst made out of another."""
_QUOTE = 200  # characters of a sentence that the log keeps to name an event by
Logs = Mapping[str, Sequence[Entry]]


@dataclass(frozen=True, slots=True)
class Link:
    """One act: its events in the order given are one, or ``out`` is another than the rest."""

    same: bool
    at: datetime
    members: tuple[str, ...]
    out: str = ""


def group(entry_id: str) -> str:
    """What the ids of all entries of one act begin with."""
    return entry_id.partition("-")[0]


def merged(events: Sequence[Row], who: str, why: str) -> list[Entry]:
    """The entries that make events one; of several rows of one document the first is shown."""
    if len({e["event_id"] for e in events}) < 2:
        raise CorrectionError("alone", "one event alone is nothing to merge: choose another too")
    return _grouped("same", events, {}, {"events": [_brief(e) for e in events]}, who, why)


def parted(event: Row, others: Sequence[Row], who: str, why: str) -> list[Entry]:
    """The entries that take an event's report out of what the others report."""
    if not others:
        raise CorrectionError(
            "single", "no other document reports this event: there is nothing to take it out of"
        )
    now = {"out": True, "events": [_brief(e) for e in others]}
    return _grouped("apart", [event, *others], {"out": False, "events": []}, now, who, why)


def split(event: Row, wish: Mapping[str, Any], who: str, why: str) -> Entry:
    """The entry that makes a second event out of one, on the same sentence.

    ``wish`` gives the second one's ``date`` and ``place`` (as for a correction), ``participants``
    (ids among the row's) and ``claims`` (spans and kinds among the row's, which go over to it).
    """
    who, why = wishes.person(who), wishes.reason(why)
    _ours(event)
    known = {p["actor_id"]: p for p in value_of(event, "participants")}
    was = {name: value_of(event, name) for name in ("date", "place", "participants")}
    days = wishes.days(str(wish.get("date") or ""), event["published"])
    same_days = all(days[n] == was["date"][n] for n in ("first", "last", "approximate"))
    claims, place = value_of(event, "claims"), str(wish.get("place") or "")
    now: Value = {
        "event_id": uuid.uuid4().hex[:20],
        "event_type": value_of(event, "event_type"),
        "date": was["date"] if same_days else days,
        "place": was["place"] if place == event["place_id"] else wishes.place(place),
        "participants": [known[a] for a in wish.get("participants") or () if a in known],
        "claims": [
            c for c in claims
            if any(claim_wishes.same_claim(c, w) for w in wish.get("claims") or ())
        ],
    }  # fmt: skip
    if not now["claims"] and all(now[name] == was[name] for name in was):
        raise CorrectionError(
            "twin", "the second event is the first again: give it another date, place, other "
            "actors, or figures of its own",
        )  # fmt: skip
    # A figure that goes over stays the word of whoever corrected or added it.
    if marks := marks_of(event, now["claims"]):
        now["marks"] = marks
    return entered(event, "split", None, now, who, why)


def _grouped(
    field: str, events: Sequence[Row], was: Value, now: Value, who: str, why: str
) -> list[Entry]:
    """One entry an event; the first says what was done, so that the log says it once."""
    who, why = wishes.person(who), wishes.reason(why)
    for event in events:
        if event["review"] != "merged":
            _ours(event)
    act = uuid.uuid4().hex
    rest: Value = {"out": False, "events": []} if field == "apart" else {"events": []}
    return [
        entered(event, field, was, rest if n else now, who, why, id=f"{act}-{n}")
        for n, event in enumerate(events)
    ]


def _ours(event: Row) -> None:
    stands(event)
    if event["rule"].startswith(IMPORTED):
        raise CorrectionError(
            "dataset",
            "the event is a row of a data set, which counts each event once: only events that "
            "were read in articles are merged or split",
        )


def _brief(event: Row) -> Row:
    """What names an event in the log, also when its document is read anew."""
    published = event["published"]
    return {
        "event_id": event["event_id"], "doc_id": event["doc_id"], "source": event["source"],
        "quote": event["quote"][:_QUOTE], "published": published.isoformat() if published else None,
    }  # fmt: skip


def links(logs: Logs) -> list[Link]:
    """The acts that hold, the latest first; the events are those whose logs have their part."""
    held: dict[str, list[tuple[int, str, Entry]]] = defaultdict(list)
    for event_id, log in logs.items():
        for each in standing(log):
            if each.field in GROUPED:
                number = int(each.id.rpartition("-")[2])
                held[group(each.id)].append((number, event_id, each))
    found = []
    for parts in held.values():
        parts.sort(key=lambda part: part[:2])
        first = parts[0][2]
        members = tuple(event_id for _, event_id, _ in parts)
        out = next((m for _, m, e in parts if e.field == "apart" and e.now.get("out")), "")
        found.append(Link(first.field == "same", first.at, members, out))
    return sorted(found, key=lambda link: (link.at, link.members), reverse=True)


class _Groups:
    """Events put together step by step, none with one that it was taken away from."""

    def __init__(self, acts: Iterable[Link]) -> None:
        self._of: dict[str, set[str]] = {}
        self._bars: dict[str, set[str]] = defaultdict(set)
        self._out: set[str] = set()
        for act in acts:
            if act.same:
                self.join(act.members)
            elif act.out:
                self._bar(act.out, act.members)

    def join(self, members: Sequence[str]) -> None:
        """One group of these, or as many as what holds already asks for."""
        made: list[set[str]] = []
        # What was taken out comes last: who is new goes with the others.
        for member in sorted(members, key=lambda m: m in self._out):
            mine = self._of.setdefault(member, {member})
            for other in made:
                if mine is other:
                    break
                if not self._barred(mine, other):
                    other |= mine
                    self._of |= dict.fromkeys(mine, other)
                    break
            else:
                made.append(mine)

    def _bar(self, out: str, members: Iterable[str]) -> None:
        self._out.add(out)
        for other in members:
            if other not in self._of.get(out, {out}):
                self._bars[out].add(other)
                self._bars[other].add(out)

    def _barred(self, mine: set[str], other: set[str]) -> bool:
        return any(not self._bars[m].isdisjoint(other) for m in mine if m in self._bars)

    def __iter__(self) -> Iterator[set[str]]:
        return iter({id(found): found for found in self._of.values()}.values())


def settled(
    found: Mapping[str, str], acts: Sequence[Link], shown: Collection[str]
) -> dict[str, str]:
    """Clusters as the rules found them (event → cluster) with what analysts said put upon them.

    A cluster is named by the smallest id of its events that are ``shown``; one of a single event
    is none. What analysts put together brings along whatever the rules found to be the same.
    """
    groups = _Groups(acts)
    by_rule: dict[str, list[str]] = defaultdict(list)
    for event_id, name in found.items():
        by_rule[name].append(event_id)
    for name in sorted(by_rule):
        groups.join(sorted(by_rule[name]))
    out: dict[str, str] = {}
    for members in groups:
        told = [m for m in members if m in shown]
        if len(told) > 1:
            out |= dict.fromkeys(members, min(told))
    return out


def under(rows: Sequence[Row], logs: Logs) -> list[Row]:
    """Rows of documents as they are under their logs (event → entries), in the order given.

    After them come the events that analysts made out of these and that the rows lack. An event
    whose making was undone has the review "undone": it is to go.
    """
    rows, logs = _with_seconds(rows, logs)
    found = leads(rows, logs)
    gone = {each.undoes for log in logs.values() for each in log}
    done: dict[str, Row] = {}
    for row in sorted(rows, key=lambda r: r["event_id"] not in found):
        name = row["event_id"]
        if name not in logs:
            done[name] = row
            continue
        beside = [done[other] for other, lead in found.items() if lead == name]
        done[name] = with_log(row, logs[name], beside, found.get(name, ""))
        if any(e.now["event_id"] == name and e.id in gone for e in _splits(logs[name])):
            done[name]["review"] = "undone"
    return [done[row["event_id"]] for row in rows]


def made_of(event_id: str, log: Iterable[Entry]) -> bool:
    """Whether an analyst made the event of this log out of another."""
    return any(e.now["event_id"] == event_id for e in _splits(log))


def _splits(log: Iterable[Entry]) -> list[Entry]:
    return [e for e in log if e.field == "split"]


def _with_seconds(rows: Sequence[Row], logs: Logs) -> tuple[list[Row], dict[str, list[Entry]]]:
    there = {row["event_id"]: row for row in rows}
    full = {name: list(log) for name, log in logs.items()}
    waiting = list(rows)
    while waiting:
        row = waiting.pop()
        for each in _splits(standing(full.get(row["event_id"], ()))):
            second = each.now["event_id"]
            if second == row["event_id"]:
                continue
            if second not in there:
                there[second] = _second(row, each)
                waiting.append(there[second])
            if each.id not in {e.id for e in full.setdefault(second, [])}:
                full[second].insert(0, each)
    return list(there.values()), full


def _second(row: Row, made: Entry) -> Row:
    second = as_read(row) | {
        "event_id": made.now["event_id"], "rule": MADE, "cluster_id": None
    }  # fmt: skip
    for field in ("event_type", "date", "place", "participants", "claims"):
        put(second, field, made.now[field], whole=True)
    return second


def leads(rows: Sequence[Row], logs: Logs) -> dict[str, str]:
    """The rows that are shown as another row of their document: event → the one it is shown as."""
    acts = links(logs)
    document = {row["event_id"]: row["doc_id"] for row in rows}
    out: dict[str, str] = {}
    for members in _Groups(acts):
        of_document: dict[str, set[str]] = defaultdict(set)
        for member in members:
            if member in document:
                of_document[document[member]].add(member)
        for same in of_document.values():
            if len(same) > 1:
                lead = next(m for act in acts if act.same for m in act.members if m in same)
                out |= dict.fromkeys(same - {lead}, lead)
    return out
