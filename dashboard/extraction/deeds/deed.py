"""A deed as it is read, before it becomes an event."""

from __future__ import annotations

from dashboard.extraction.actors.mentions import Found
from dashboard.model import EventDate, Modality, Place
from dashboard.values import dataclass


@dataclass(frozen=True, slots=True)
class Deed:
    """An event before it is given an id; ``claims`` are indices."""

    type: str
    mode: str
    modality: Modality
    date: EventDate
    place: Place | None
    source: Found | None
    others: tuple[Found, ...]
    claims: tuple[int, ...]
    start: int
    end: int
    sentence: int
    rule: str
    sure: float
