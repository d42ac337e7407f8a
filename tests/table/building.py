"""Readings built by hand: two documents about one day in Geneva, and a small table of them."""

from __future__ import annotations

from datetime import date

from dashboard.model import (
    CasualtyClaim,
    Document,
    Event,
    EventDate,
    Extraction,
    Participant,
    Place,
)
from dashboard.table.schema import Reading, reading

GENEVA = Place("geonames:2660646", "Geneva", "جنيف", "CH", "GE", 46.2, 6.15)
KERRY = Participant("john-kerry", "John Kerry", "جون كيري", "attendee", "USA", 6, 10)
LAVROV = Participant("sergey-lavrov", "Sergey Lavrov", "سيرغي لافروف", "attendee", "RUS", 11, 17)
TEXT = "التقى كيري لافروف في جنيف أمس. وقُتل 14 شخصاً في حلب."


def on(first: str, last: str | None = None) -> EventDate:
    """An event date of one day, or of the days from ``first`` to ``last``."""
    end = date.fromisoformat(last or first)
    return EventDate(first, date.fromisoformat(first), end, "day", False, "clause")


def build(
    doc_id: str,
    *events: Event,
    claims: tuple[CasualtyClaim, ...] = (),
    version: str = "1",
    **fields: object,
) -> Reading:
    """The reading of a document with these events."""
    values: dict[str, object] = {
        "published": date(2016, 9, 9), "published_basis": "given", "title": "لقاء جنيف",
        "source": "وكالة أولى", "text": TEXT,
    } | fields  # fmt: skip
    document = Document(id=doc_id, **values)  # type: ignore[arg-type]
    return reading(Extraction(document, claims=claims, events=events), version)


def event(
    event_id: str, kind: str = "CONSULT", when: EventDate | None = None, **fields: object
) -> Event:
    """An event with everything but what matters filled in."""
    values: dict[str, object] = {
        "mode": "", "modality": "actual", "place": None, "participants": (), "claims": (),
        "quote": "التقى كيري لافروف في جنيف أمس.", "start": 0, "end": 30, "rule": "r",
        "confidence": 0.9,
    } | fields  # fmt: skip
    return Event(event_id=event_id, event_type=kind, date=when or EventDate(), **values)  # type: ignore[arg-type]


def claim(best: int, start: int = 31, /, **fields: object) -> CasualtyClaim:
    """A killed claim of one figure."""
    values: dict[str, object] = {"kind": "killed", "low": best, "best": best, "high": best} | fields
    return CasualtyClaim(start, start + 10, f"{best} شخصاً", **values)  # type: ignore[arg-type]
