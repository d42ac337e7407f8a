"""A document as HTML with what was read from it marked in place.

The text is data: it is cut at the spans' ends first and escaped with ``html.escape`` at the last
step. Spans may overlap and nest; every piece of text carries the layers that cover it.
"""

from __future__ import annotations

import html
import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.charts.labels import as_count
from dashboard.ui import wording
from dashboard.ui.i18n import Catalogue

LAYERS = ("dates", "actors", "places", "claims", "events")


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of the text in one layer, with the sentence that explains it."""

    start: int
    end: int
    layer: str
    says: str
    event_id: str = ""

    @property
    def key(self) -> str:
        """What a link calls this mark: its layer and span, for an event its id."""
        return f"{self.layer}-{self.event_id or f'{self.start}-{self.end}'}"


def marks(document: Mapping[str, Any], words: Catalogue) -> list[Mark]:
    """Every mark of a document (``mentions`` by layer, and ``events``), in reading order."""
    mentions = document["mentions"]
    found = [_mark(row, "dates", _date_says(row, words)) for row in mentions["dates"]]
    for layer in ("actors", "places"):
        found += [_mark(row, layer, _name_says(row, layer, words)) for row in mentions[layer]]
    found += _claims(mentions["claims"], document["events"], words)
    found += [
        Mark(e["char_start"], e["char_end"], "events", event_says(e, words), e["event_id"])
        for e in document["events"]
    ]
    return sorted(found, key=lambda mark: (mark.start, -mark.end))


def _mark(row: Mapping[str, Any], layer: str, says: str) -> Mark:
    return Mark(int(row["start"]), int(row["end"]), layer, says)


def _name(row: Mapping[str, Any], words: Catalogue, field: str = "name") -> str:
    first, second = row.get(f"{field}_ar") or "", row.get(field) or ""
    return (first or second) if words.language == "ar" else (second or first)


def _date_says(row: Mapping[str, Any], words: Catalogue) -> str:
    first, last = wording.as_day(row["first"]), wording.as_day(row["last"])
    said = wording.interval(first, last, bool(row["approximate"]), words)
    if row["kind"] in ("duration", "reference"):
        said = words.text(f"date.kind.{row['kind']}")
    parts = [words.text("mark.dates", value=said)]
    if row.get("edtf"):
        parts.append(wording.isolated(f"EDTF {row['edtf']}"))  # its signs are part of it
    if row.get("anchor"):
        anchor = wording.as_day(row["anchor"])
        if anchor:
            parts.append(words.text("mark.anchor", day=wording.day(anchor, words)))
    if row.get("time"):
        parts.append(words.text("mark.time", time=row["time"]))
    parts += [words.text(f"note.{note}") for note in row.get("notes") or ()]
    return _explained(parts, row, words)


def _name_says(row: Mapping[str, Any], layer: str, words: Catalogue) -> str:
    parts = [words.text(f"mark.{layer}", value=_name(row, words))]
    if row.get("via"):
        parts.append(words.text(f"via.{row['via']}"))
    return _explained(parts, row, words)


def _claim_says(row: Mapping[str, Any], words: Catalogue) -> str:
    """A figure, of what scope and by whom; then how it was read: bounds, victims, period, rule."""
    count = wording.toll(row, words)
    parts = [
        words.text("mark.claims", value=count),
        words.text(f"scope.{row['scope']}"),
    ]
    by = _name(row, words, "asserted_by")
    parts.append(words.text("mark.by", name=by) if by else words.text("mark.by_none"))
    lines = [_bounds(row, words)]
    if row.get("victims"):
        victims = wording.victims(row["victims"], words)
        lines.append(words.text("read.victims", victims=victims))
    first, last = wording.as_day(row.get("first")), wording.as_day(row.get("last"))
    if row["scope"] == "cumulative" and (first or last):
        lines.append(words.text("read.period", days=wording.interval(first, last, False, words)))
    return _explained([" · ".join(parts)], row, words, lines)


def _claims(
    read: Sequence[Mapping[str, Any]], events: Sequence[Mapping[str, Any]], words: Catalogue
) -> list[Mark]:
    """The figures that were read, each with what analysts made of it, and those they added."""
    by_analyst: dict[tuple[int, int], list[str]] = {}
    for event in events:
        for claim in event["claims"] if event.get("claims") is not None else ():
            if claim.get("by_analyst"):
                scope = words.text(f"scope.{claim['scope']}")
                said = f"{wording.toll(claim, words)} · {scope}"
                told = by_analyst.setdefault((claim["start"], claim["end"]), [])
                lines = [words.text("mark.claims", value=said), wording.reason(claim, words)]
                told += [line for line in lines if line not in told]
    marks = []
    for row in read:
        now = by_analyst.pop((row["start"], row["end"]), [])
        was = _claim_says(row, words)
        if now:  # what holds comes first, then what was read
            was = words.text("read.before", said=was)
        marks.append(_mark(row, "claims", "\n".join([*now, was])))
    added = (Mark(*span, "claims", "\n".join(now)) for span, now in by_analyst.items())
    return [*marks, *added]


def _bounds(row: Mapping[str, Any], words: Catalogue) -> str:
    """How exactly the source counts, in words."""
    low, best, high = (as_count(row[name]) for name in ("low", "best", "high"))
    least, most = (words.number(n) if n is not None else "" for n in (low, high))
    if low is None:
        return words.text("read.up_to", high=most)
    if high is None:
        return words.text("read.vague" if best is None else "read.at_least", low=least)
    if low != high:
        return words.text("read.range", low=least, high=most)
    return words.text("read.about" if row["approximate"] else "read.exact", n=least)


def event_says(event: Mapping[str, Any], words: Catalogue) -> str:
    """One line on an event: type, when, where, who, and how it was read."""
    when = wording.interval(
        wording.as_day(event["date_first"]),
        wording.as_day(event["date_last"]),
        bool(event.get("date_approximate")),
        words,
    )
    parts = [words.text(f"type.{event['event_type']}"), when]
    place = _name(event, words, "place_name")
    if place:
        parts.append(place)
    people = event.get("participants")
    if people is not None and len(people):
        parts.append(words.text("list.join").join(_name(p, words) for p in people))
    if event.get("modality") not in (None, "actual"):
        parts.append(words.text(f"modality.{event['modality']}"))
    basis = event.get("date_basis")
    lines = [wording.signed(event, words)] if wording.signed(event, words) else []
    lines += [words.text(f"read.date.{basis}")] if basis else []
    return _explained(parts, event, words, lines)


def _explained(
    parts: Sequence[str], row: Mapping[str, Any], words: Catalogue, more: Sequence[str] = ()
) -> str:
    lines = [" · ".join(part for part in parts if part), *more]
    if rule := row.get("rule"):
        said = words.texts.get(f"rule.{rule}")
        lines.append(words.text("mark.rule", rule=f"{said} ({rule})" if said else rule))
    if row.get("confidence") is not None:
        lines.append(words.text("mark.confidence", percent=round(float(row["confidence"]) * 100)))
    return "\n".join(lines)


def as_html(
    text: str, found: Iterable[Mark], selected: str = "", now: str = "",
    turned: Sequence[tuple[int, int]] = (),
) -> str:  # fmt: skip
    """The marked text: safe HTML, the event ``selected`` with the id ``here``.

    Each piece names in ``data-mark`` the closest mark around it, whose first piece the keyboard
    reaches; the first piece of the mark with the key ``now`` is the current one. Tab comes to one
    of them, the current one where there is one, and arrow keys go on from there. The spans in
    ``turned``, in order, are blocks that run the other way.
    """
    shown = [m for m in found if 0 <= m.start < m.end <= len(text)]
    edges = {edge for span in turned for edge in span}
    cuts = sorted({0, len(text), *(m.start for m in shown), *(m.end for m in shown)} | edges)
    opens, closes = ({span[side] for span in turned} for side in (0, 1))
    starts: dict[int, list[Mark]] = {}
    for mark in shown:
        starts.setdefault(mark.start, []).append(mark)
    pieces: list[str] = []
    open_marks: list[Mark] = []
    met: set[str] = set()
    somewhere = any(m.key == now for m in shown)
    for start, end in itertools.pairwise(cuts):
        pieces.append("</span>" * (start in closes) + '<span class="turned">' * (start in opens))
        open_marks = [m for m in open_marks if m.end > start] + starts.get(start, [])
        if not open_marks:
            pieces.append(html.escape(text[start:end]))
            continue
        nearest = sorted(open_marks, key=lambda m: (m.end - m.start, m.layer == "events"))
        keys = {m.key for m in open_marks}
        more = f' data-mark="{html.escape(nearest[0].key)}"'
        at_now = now in keys and now not in met | {"now"}
        first = at_now if somewhere else not met
        if first or nearest[0].key not in met:
            more += f' tabindex="{0 if first else -1}" role="button"'
        chosen = bool(selected) and any(m.event_id == selected for m in open_marks)
        if chosen and "here" not in met:
            more += ' id="here"'
        if at_now:
            more += f' aria-current="true" data-at="{html.escape(now)}"'
        current = any(m.key == now and not (chosen and m.event_id == selected) for m in open_marks)
        states = ["m-here"] * chosen + ["m-now"] * current
        pieces.append(_piece(text[start:end], nearest, start, end, states, more))
        met |= {nearest[0].key} | ({"here"} if chosen else set()) | ({now} & keys)
    return "".join(pieces) + "</span>" * (len(text) in closes)


def _piece(
    text: str, nearest: Sequence[Mark], start: int, end: int, states: Sequence[str], more: str
) -> str:
    layers = dict.fromkeys(f"m-{m.layer}" for m in nearest)
    edges = {"m-first" for m in nearest if m.start == start and m.layer != "events"}
    edges |= {"m-last" for m in nearest if m.end == end and m.layer != "events"}
    names = " ".join(["m", *layers, *sorted(edges), *states])
    title = html.escape("\n\n".join(dict.fromkeys(m.says for m in nearest)))
    return f'<span class="{names}" title="{title}"{more}>{html.escape(text)}</span>'
