"""Rounds of talks already told, by their number: «وكانت الجولة الأولى عقدت في واشنطن».

A text that has told of talks or of a body's summit tells others of the same by their number alone,
the one before and the one to come; who meets is told once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.circumstances.dating import event_date
from dashboard.extraction.circumstances.whereabouts import encounter_place
from dashboard.extraction.encounters.assemblies import around
from dashboard.extraction.encounters.encounter import Encounter
from dashboard.extraction.encounters.lasting import lasting
from dashboard.extraction.encounters.modality import modality_of
from dashboard.extraction.encounters.moments import when_ahead
from dashboard.extraction.encounters.parties import distinct
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.lexicon import ASSEMBLY, lexicon
from dashboard.extraction.vocabulary.registry import registry
from dashboard.model import EventDate
from dashboard.text import fold_word, indices_of

_NOUNS, _NUMBERS = word_set("rounds", "nouns"), word_set("rounds", "numbers")
_BEFORE, _NEXT = word_set("rounds", "before"), word_set("rounds", "next")
_OPENERS = _NOUNS | {"و" + noun for noun in _NOUNS}
_WHICH = _NUMBERS | _BEFORE | _NEXT
_OF_WHAT = 4  # words from «الجولة» to its number: «الجولة من محادثات السلام الأولى»
_HELD, _HELD_AFTER = 4, 6  # words between a round and the verb that holds it
_LEVELS = 18  # words from a round to «على مستوى الوزراء»
_LEVEL = (fold_word("على"), fold_word("مستوى"))
_STORY = 8  # sentences from the talks to another round of them
_TOLD = 5  # words before and after the trigger of talks, in which their own number stands
_CLITICS = ("", "و", "س", "وس", "ف")


def read_rounds(
    reading: Reading, found: Sequence[Encounter], wanted: Callable[[Reading, Hit], bool]
) -> list[Encounter]:
    """One encounter for each round with a place or a day, of those whose talks are in ``found``."""
    out: list[Encounter] = []
    for k in indices_of(reading.tokens if found else (), _OPENERS):
        hit = _round(reading, k)
        if hit is None or wanted(reading, hit) or _told(hit, found):
            continue
        last = _talks(reading, hit, found)
        if last is None:
            continue
        sentence = reading.sentences[hit.sentence]
        when = lasting(reading, hit, event_date(reading, hit.start, hit.end))
        when = when if when.basis == "clause" else EventDate()
        place = encounter_place(reading, hit, hit.end, around(reading, hit, sentence))
        if place is None:  # «اختتمت الجولة الأولى الشهر الماضي»: of which nothing more is told
            continue
        modality = modality_of(reading, hit, when, sentence)
        if modality == "future" and reading.words[hit.end - 1] in _BEFORE:
            continue
        out.append(
            Encounter(
                last.mode, modality, when_ahead(reading, when) if modality == "future" else when,
                place, _who(reading, hit, last), hit.start, hit.end, hit.sentence, "consult.round",
                0.5 + 0.08 * (place is not None),
            )
        )  # fmt: skip
    return out


def another_round(reading: Reading, hit: Hit, last: Encounter) -> bool:
    """«بدأت القمة أمس. وعقدت القمة السابقة في الرياض»: not the one told before."""
    which = _which(reading, hit.start)
    if which is None:
        return False
    word = reading.words[which]
    if word not in _NUMBERS:
        return True
    told = reading.words[max(0, last.start - _TOLD) : last.end + _TOLD]
    numbers = set(told) & _NUMBERS
    return bool(numbers) and word not in numbers


def _round(reading: Reading, k: int) -> Hit | None:
    """«الجولة الأولى» at a token, as a trigger, where a verb beside it says that it is held."""
    which = _which(reading, k)
    if which is None:
        return None
    number = reading.sentence_of(k)
    first, stop = reading.sentences[number]
    near = (*range(max(first, k - _HELD), k), *range(which + 1, min(stop, which + 1 + _HELD_AFTER)))
    held = any(lexicon().held.at(reading.tokens, j, _CLITICS) is not None for j in near)
    return Hit(k, which + 1, "ال", ASSEMBLY, number) if held else None


def _which(reading: Reading, k: int) -> int | None:
    """The token of the number of a round that begins at ``k``."""
    tokens = reading.tokens
    if tokens[k].text not in _OPENERS or k in reading.actor_tokens:
        return None
    stop = min(reading.sentences[reading.sentence_of(k)][1], k + 1 + _OF_WHAT)
    for j in range(k + 1, stop):
        if tokens[j].text in _WHICH:
            return j
        if not tokens[j].text.isalpha() or j in reading.dated or j in reading.actor_tokens:
            return None
    return None


def _who(reading: Reading, hit: Hit, last: Encounter) -> tuple[Found, ...]:
    """Who met before, or their states: «الاجتماع المقبل على مستوى الوزراء» is of others."""
    stop = min(reading.sentences[hit.sentence][1], hit.end + _LEVELS)
    words = reading.words[hit.end : stop]
    if not any(pair == _LEVEL for pair in pairwise(words)):
        return last.parties
    states = [(party, registry().state(party.actor.side)) for party in last.parties]
    sent = [replace(party, actor=state) for party, state in states if state is not None]
    return tuple(distinct(sent)) if len(sent) == len(last.parties) else last.parties


def _told(hit: Hit, found: Sequence[Encounter]) -> bool:
    """Whether the words of the round are those of an encounter already read."""
    return any(
        item.sentence == hit.sentence and item.start < hit.end + _TOLD and hit.start < item.end
        for item in found
    )


def _talks(reading: Reading, hit: Hit, found: Sequence[Encounter]) -> Encounter | None:
    """The talks told last before a round, where they are talks of sides or of a body."""
    before = [
        item for item in found
        if item.start < hit.start and 0 <= hit.sentence - item.sentence <= _STORY
        and item.mode not in ("phone", "visit")
    ]  # fmt: skip
    noun = reading.words[hit.start].removeprefix("و").removeprefix("ال")
    alike = [item for item in before if _told_as(reading, item, noun)]
    last = max(alike or before, key=lambda item: item.start, default=None)
    return last if last is not None and _numbered(reading, last) else None


def _told_as(reading: Reading, item: Encounter, noun: str) -> bool:
    """Whether it was a summit, where another summit is told."""
    told = reading.words[max(0, item.start - _TOLD) : item.end]
    return any(word.lstrip("وبل").removeprefix("ال") == noun for word in told)


def _numbered(reading: Reading, item: Encounter) -> bool:
    """Whether talks have a number too, or are those of bodies and states."""
    if any(party.actor.kind != "person" for party in item.parties):
        return True
    told = reading.words[max(0, item.start - _TOLD) : item.end + _TOLD]
    return any(word in _NUMBERS for word in told)
