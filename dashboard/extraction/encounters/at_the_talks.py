"""Meetings at talks of many sides: where the talks are that the story has just told of.

«تواصلت في لوزان أمس المفاوضات بين إيران والدول الست. وعقد كيري وظريف اجتماعاً صباح أمس»: those who
sit at a table meet apart where the table is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dashboard.extraction.encounters.encounter import UNDATED, Encounter
from dashboard.extraction.reading import Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.lexicon import lexicon
from dashboard.extraction.vocabulary.registry import registry

_TALKS = word_set("at_the_talks", "talks")
_ENTERS = word_set("at_the_talks", "enters")  # «دخلت المفاوضات ساعاتها الأخيرة»
_HELD = 12  # words from the verb that begins or ends talks to the talks
_STORY = 3  # sentences from the talks to a meeting at them
_ENVOY = "un-envoy"
_ELSEWHERE = ("phone", "visit")
_LESS_SURE = 0.08
_CLITICS = ("", "و", "س", "وس", "ف")


def at_the_talks(reading: Reading, found: Sequence[Encounter]) -> list[Encounter]:
    """The encounters, one of the day of talks and without a place of its own where these are."""
    talks = [item for item in found if _of_talks(reading, item)]
    return [_there(reading, item, talks) for item in found]


def _of_talks(reading: Reading, item: Encounter) -> bool:
    """Whether sides or bodies hold talks in a place, told to begin, go on or end."""
    bodies = sum(party.actor.kind != "person" for party in item.parties)
    if item.place is None or item.mode in _ELSEWHERE or bodies < 2 or item.modality != "actual":
        return False
    first = reading.sentences[item.sentence][0]
    near = reading.words[item.start : item.end]
    if not any(word.lstrip("وبل").removeprefix("ال") in _TALKS for word in near):
        return False
    return any(
        lexicon().held.at(reading.tokens, k, _CLITICS) is not None
        or reading.words[k].lstrip("وفس") in lexicon().holding | _ENTERS
        for k in range(max(first, item.start - _HELD), item.end)
    )


def _there(reading: Reading, item: Encounter, talks: Sequence[Encounter]) -> Encounter:
    if item.place is not None or item.mode in _ELSEWHERE or item.date.basis in UNDATED:
        return item
    if any(place.located for place in reading.places_in(*reading.sentences[item.sentence])):
        told = [t for t in talks if t.sentence == item.sentence]
    else:
        told = [t for t in talks if 0 <= item.sentence - t.sentence <= _STORY]
    told = [t for t in told if t.start < item.start]
    if not told or not _sits_there(reading, item, told[-1]) or not _that_day(item, told[-1]):
        return item
    rule, sure = item.rule + ".talks", item.sure - _LESS_SURE
    return replace(item, place=told[-1].place, rule=rule, sure=sure)


def _that_day(item: Encounter, talks: Encounter) -> bool:
    """Whether it was on a day of the talks, as far as the text gives both."""
    one, other = item.date, talks.date
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return False
    return other.first <= one.first and one.last <= other.last


def _sits_there(reading: Reading, item: Encounter, talks: Encounter) -> bool:
    """Whether one of its people is of a side of the talks, or the envoy who holds them."""
    sides = {party.actor.id for party in talks.parties} | {p.actor.side for p in talks.parties}
    day = reading.document.published
    return any(
        party.actor.id in sides
        or party.actor.side in sides
        or any(t.office.startswith(_ENVOY) for t in registry().offices(party.actor.id, day))
        for party in item.parties
    )
