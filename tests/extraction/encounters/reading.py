"""The encounters read in a text, as the tests of encounters compare them."""

from __future__ import annotations

from datetime import date

from dashboard.extraction import extract
from dashboard.model import Document, Event

Told = tuple[str, str, set[str], str | None, str]


def encounters(published: date | str, text: str) -> list[Event]:
    """The meetings, visits and calls of a text published on that day."""
    if isinstance(published, str):
        published = date.fromisoformat(published)
    found = extract(Document("d", text, published=published))
    return [event for event in found.events if event.event_type == "CONSULT"]


def told(published: date | str, text: str) -> list[Told]:
    """Mode, modality, names of the parties, place and EDTF of each encounter."""
    return [
        (e.mode, e.modality, {p.name for p in e.participants}, e.place and e.place.name,
         e.date.edtf)
        for e in encounters(published, text)
    ]  # fmt: skip
