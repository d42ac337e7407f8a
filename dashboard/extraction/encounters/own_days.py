"""The day that an encounter has in a clause of its own: «الاجتماع الذي سيعقد غداً»."""

from __future__ import annotations

from dashboard.extraction.circumstances.dating import from_mention
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.lexicon import lexicon
from dashboard.model import EventDate
from dashboard.text import fold_word

_RELATIVE = 9  # words from «الذي» to the day it was held
_TITLE = 3  # words of a title
_WHO = ("الذي", "التي")
_BEGINS = word_set("moments", "begins")
_HOLDING = frozenset(fold_word(w) for w in ("عقد", "انعقاد", "إقام", "إجراء", "إجرائ"))


def held_on(reading: Reading, hit: Hit) -> EventDate | None:
    """«الاجتماع بين وزراء … ونظيرهم الذي سيعقد يوم غد»: the day in its own relative clause."""
    if hit.trigger.form != "noun":
        return None
    stop = reading.sentences[hit.sentence][1]
    for k in range(hit.end, stop - 1):
        other = reading.hit_at(k)
        if other is not None and other.trigger.type == "CONSULT":
            return None
        if reading.words[k] in _WHO and lexicon().held.at(reading.tokens, k + 1, ("", "س")):
            if not _of_its_own_clause(reading, hit, k):
                return None
            for mention, _ in reading.dates_in(k + 2, min(stop, k + _RELATIVE)):
                if mention.first is not None and mention.kind in ("date", "interval"):
                    return from_mention(mention, "clause")
            return None
        if reading.words[k] in lexicon().set_for and _to_be_held(reading.words[k + 1]):
            return _set_day(reading, k + 2, stop)
    return None


def _to_be_held(word: str) -> bool:
    """«عقدها», «انعقاده», «إقامتها»: what is set."""
    return word.removesuffix("ها").removesuffix("ه").rstrip("ت") in _HOLDING


def _set_day(reading: Reading, first: int, stop: int) -> EventDate | None:
    """«القمة المزمع عقدها في العاصمة السعودية الرياض الثلاثاء»: the day for which it is set."""
    stop = min(stop, first + _RELATIVE)
    until = next((k for k in range(first, stop) if reading.words[k] == ","), stop)
    for mention, _ in reading.dates_in(first, until):
        if mention.first is not None and mention.kind in ("date", "interval"):
            return from_mention(mention, "clause")
    return None


def _of_its_own_clause(reading: Reading, hit: Hit, k: int) -> bool:
    """Whether «الذي» follows the encounter or who is at it, not «شهر رمضان الذي يبدأ السبت»."""
    before = k - 1 - (reading.words[k - 1] == ",")
    if reading.words[k + 1].removeprefix("س") not in _BEGINS:
        return True
    named = before in reading.actor_tokens or bool(reading.places_in(before - 1, k))
    return named or k - hit.end <= _TITLE
