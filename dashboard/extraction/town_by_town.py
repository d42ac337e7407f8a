"""Encounters of a tour in one sentence: «التقى في الدوحة الأمير تميم وفي جدة الملك سلمان»."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.extraction.actors import Found
from dashboard.extraction.reading import Hit, Reading
from dashboard.model import Place

_IN = ("في", "وفي")
_BEFORE = 4  # words from «وفي» to who was met there, a day between


def towns(reading: Reading, hit: Hit, partners: Sequence[Found]) -> dict[int, Place]:
    """The place before each partner by his first token, where each was met in a town of his own."""
    out: dict[int, Place] = {}
    last = hit.end
    for partner in partners:
        place = _right_before(reading, last, partner.start)
        if place is None:
            return {}
        out[partner.start], last = place, partner.end
    return out if len({place.id for place in out.values()}) > 1 else {}


def _right_before(reading: Reading, first: int, at: int) -> Place | None:
    """«وفي جدة أمس [الملك سلمان]»: a town led by «في», only a day between it and a name."""
    for found in reading.places_in(max(first, at - _BEFORE), at):
        led = found.start > first - 1 and reading.tokens[found.start - 1].text in _IN
        if led and all(k in reading.dated for k in range(found.end, at)):
            return found.place
    return None
