"""Talks known by their place, of which a text need not say who met: «قمة كامب ديفيد».

Who took part is in ``data/language/named_talks.toml``; the day only where the text has it beside
the place. They are told where one of those who took part is named nearby, and not told otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.circumstances.dating import HISTORICAL, from_mention
from dashboard.extraction.encounters.encounter import Encounter
from dashboard.extraction.places.gazetteer import gazetteer
from dashboard.extraction.places.mentions import FoundPlace
from dashboard.extraction.reading import Reading
from dashboard.extraction.vocabulary.phrases import load
from dashboard.extraction.vocabulary.registry import registry
from dashboard.model import Actor, EventDate, Modality
from dashboard.text import fold_word

_AHEAD = timedelta(days=60)  # from the first word of talks to their day
_BESIDE = 3  # words from the place to the day
_CLITICS = ("", "و", "ل", "ب", "ول", "وب")


@dataclass(frozen=True, slots=True)
class _Talks:
    """Talks of a name: who took part, when, and when a text that names them was written."""

    names: frozenset[str]
    parties: tuple[Actor, ...]
    first: date
    last: date
    until: date


@lru_cache(maxsize=1)
def _known() -> Mapping[str, tuple[_Talks, ...]]:
    """The talks by the id of their place."""
    out: dict[str, tuple[_Talks, ...]] = {}
    for row in load("language/named_talks.toml")["talks"]:
        names = frozenset(c + fold_word(name) for name in row["names"] for c in _CLITICS)
        parties = tuple(registry().actors[party] for party in row["parties"])
        talks = _Talks(names, parties, row["first"], row["last"], row["until"])
        place = gazetteer().places[row["place"]].id
        out[place] = (*out.get(place, ()), talks)
    return out


def read_named_talks(reading: Reading, found: Sequence[Encounter]) -> list[Encounter]:
    """The talks that a text names by their place, each once; ``found`` are those it tells."""
    published = reading.document.published
    out: list[Encounter] = []
    if published is None:
        return out
    for place in reading.places:
        for talks in _known().get(place.place.id, ()):
            if not talks.first - _AHEAD <= published <= talks.until:
                continue
            word = reading.words[place.start - 1] if place.start else ""
            headed = place.end < len(reading.tokens) and reading.words[place.end] == ":"
            if word in talks.names and not headed and not _told(place, talks, [*found, *out]):
                out.extend(_named(reading, place, talks, published))
    return out


def _named(reading: Reading, place: FoundPlace, talks: _Talks, published: date) -> list[Encounter]:
    number = reading.sentence_of(place.start)
    low, high = max(0, number - 1), min(len(reading.sentences) - 1, number + 1)
    sides = {actor.side for actor in talks.parties} | {actor.id for actor in talks.parties}
    near = reading.actors_in(reading.sentences[low][0], reading.sentences[high][1])
    if sides.isdisjoint({actor.actor.id for actor in near} | {a.actor.side for a in near}):
        return []
    begin = place.start - 1
    return [
        Encounter(
            "meeting" if len(talks.parties) == 2 else "multilateral",
            _modality(talks, published), _day(reading, place), place.place,
            tuple(Found(begin, place.end, 0, actor, "name") for actor in talks.parties),
            begin, place.end, number, "consult.named", 0.6,
        )
    ]  # fmt: skip


def _told(place: FoundPlace, talks: _Talks, found: Sequence[Encounter]) -> bool:
    """Whether two of them, or of their states, are told to have met in that land."""
    ids = {actor.id for actor in talks.parties}
    sides = {actor.side for actor in talks.parties} - {""}
    return any(
        item.place is not None and item.place.country == place.place.country
        and sum(p.actor.id in ids or p.actor.side in sides for p in item.parties) > 1
        for item in found
    )  # fmt: skip


def _day(reading: Reading, place: FoundPlace) -> EventDate:
    """The day beside the place wherever the text names it: «في كامب ديفيد في 14 مايو 2015»."""
    for other in reading.places:
        if other.place.id != place.place.id:
            continue
        for mention, (start, _) in reading.dates_in(other.end, other.end + _BESIDE):
            if mention.kind in ("date", "interval") and mention.first and start >= other.end:
                return from_mention(mention, "clause")
    return EventDate()


def _modality(talks: _Talks, published: date) -> Modality:
    if published < talks.first:
        return "future"
    return "historical" if talks.last < published - HISTORICAL else "actual"
