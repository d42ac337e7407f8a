"""The day that a sentence tells of its encounter apart from it: in a clause, with the saying."""

from __future__ import annotations

from dashboard.extraction.circumstances.dating import from_mention
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.lexicon import lexicon
from dashboard.model import EventDate
from dashboard.text import fold_word

_RELATIVE = 9  # words from «الذي» to the day it was held
_WHILE = frozenset(fold_word(w) for w in ("خلال", "أثناء"))
_THIS, _IN = fold_word("وذلك"), fold_word("في")
_TITLE, _SAYING = 3, 3  # words of a title, from «أعلن» to its day
_BEGINS = word_set("moments", "begins")
_WHO = ("الذي", "التي")
_HOLDING = word_set("moments", "holding")
_AND_THAT = 1  # words from «وذلك» to its day


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
    return word in _HOLDING


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


def day_of_saying(reading: Reading, hit: Hit) -> EventDate | None:
    """«أعلن أمس الوزير أن …، خلال لقاء مع نظيره»: the day of saying is that of the encounter.

    So it is after «وذلك في»: «أعلن خامنئي، الأحد، أن …، وذلك في لقاء مع …».
    """
    if hit.trigger.form != "noun" or hit.start <= 1:
        return None
    before, comma = reading.words[hit.start - 1], reading.words[hit.start - 2]
    after_it = comma == _THIS and before in _WHILE | {_IN}
    if not after_it and (before not in _WHILE or comma not in (",", "-")):
        return None
    for said in reading.hits_in(reading.sentences[hit.sentence][0], hit.start):
        if said.trigger.type != "STATEMENT" or said.sentence != hit.sentence:
            continue
        for mention, span in reading.dates_in(
            said.end, _after_subject(reading, said.end) + _SAYING
        ):
            if mention.first is not None and mention.precision == "day" and span[1] < hit.start:
                return from_mention(mention, "sentence")
    return None


def _after_subject(reading: Reading, at: int) -> int:
    """The word after the subject of a verb that ends before ``at``, its name between commas."""
    near = [a for a in reading.actors_in(at, at + _TITLE) if a.start - at <= 1]
    return near[0].end if near else at


def day_in_the_end(reading: Reading, hit: Hit) -> EventDate | None:
    """«أجرى الرئيسان اتصالاً بحثا فيه …، وذلك أمس الاثنين»: the day of what the sentence tells.

    That is the first encounter in it; the others are spoken of.
    """
    first, stop = reading.sentences[hit.sentence]
    if any(h.trigger.type == "CONSULT" for h in reading.hits_in(first, hit.start)):
        return None
    for mention, (at, _) in reading.dates_in(hit.end, stop):
        near = reading.words[max(hit.end, at - 1 - _AND_THAT) : at]
        told = near[-1:] == [_THIS] or (near[:1] == [_THIS] and near[-1:] == [_IN])
        if told and mention.first is not None and mention.precision == "day":
            return from_mention(mention, "clause")
    return None
