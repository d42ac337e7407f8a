"""Encounters of a tour in one sentence: «التقى في الدوحة الأمير تميم وفي جدة الملك سلمان»."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.circumstances.dating import from_mention
from dashboard.extraction.reading import Hit, Reading
from dashboard.model import EventDate, Place
from dashboard.text import fold_word

_IN = ("في", "وفي")
_BEFORE = 4  # words from «وفي» to who was met there, a day between
_WITH = fold_word("مع")


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
        led = found.start > first - 1 and reading.words[found.start - 1] in _IN
        between = range(found.end, at)
        if led and all(k in reading.dated or reading.words[k] == _WITH for k in between):
            return found.place
    return None


def its_day(reading: Reading, hit: Hit, partners: Sequence[Found], whom: Found) -> EventDate | None:
    """The day told with a town: «وفي لندن الأربعاء مع جونسون»; of the first, that before all.

    ``None`` where no day is told with it.
    """
    before = max([hit.end, *(a.end for a in partners if a.start < whom.start)])
    first = min(a.start for a in partners) == whom.start
    begin = max(reading.sentences[hit.sentence][0], hit.start - _BEFORE) if first else before
    days = [
        mention for mention, _ in reading.dates_in(begin, whom.start)
        if mention.kind == "date" and mention.first is not None
    ]  # fmt: skip
    return from_mention(days[-1], "clause") if days else None


def in_their_order(
    reading: Reading, partners: Sequence[Found], pairs: Sequence[tuple[Place | None, EventDate]]
) -> dict[int, EventDate]:
    """«التقى أوباما في واشنطن في 13 أيار وهولاند في باريس في 20 منه»: the day after each.

    By the first token of the partner; empty where the partners do not stand one before each pair.
    """
    if len(pairs) < 2 or len(partners) != len(pairs):
        return {}
    before = -1
    out: dict[int, EventDate] = {}
    for partner, (_, when) in zip(partners, pairs, strict=True):
        at = reading.token_at(when.start) if when.start is not None else -1
        if not before < partner.start < at:
            return {}
        out[partner.start], before = when, at
    return out
