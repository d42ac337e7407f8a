"""Where encounters on the margins of a gathering were: «وعلى هامش المؤتمر التقى السيسي …»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dashboard.extraction.encounters.encounter import OF_BODIES, Encounter
from dashboard.extraction.reading import Reading
from dashboard.extraction.vocabulary.function_words import word_set

_MARGIN = "هامش"
_NOUNS = word_set("margins", "nouns")
_OF_SIGNING = word_set("margins", "of_signing")
_MEETING, _MEET = "اجتماع", ("جتمع", "جتمعت", "جتمعوا")
_NAMED = 3  # words from «هامش» to the gathering, «أعمال» between
_NEAR, _AFTER = 12, 8  # words from «هامش» to the encounter after it or before it
_STORY = 8  # sentences from a gathering to an encounter on its margins
_TOLD = 6  # words around the trigger of a gathering in which its noun stands
_GATHERINGS = (*OF_BODIES, "consult.gathering", "consult.conference")
_MANY = 3  # who meet at a gathering told by those who were there
_SURE = 0.05


def on_the_margins(reading: Reading, found: Sequence[Encounter]) -> list[Encounter]:
    """The encounters, with the place of the gathering on whose margins they were, or it theirs."""
    out = list(found)
    for k, item in enumerate(found):
        noun = _occasion(reading, item)
        if not noun:
            continue
        at = _gathering(reading, out, k, noun)
        if at is None:
            continue
        held, place = out[at], out[k].place
        if place is None and held.place is not None:
            rule, sure = item.rule + ".margin", item.sure - _SURE
            out[k] = replace(out[k], place=held.place, rule=rule, sure=sure)
        elif place is not None and held.place is None:
            out[at] = replace(held, place=place)
    return out


def _occasion(reading: Reading, item: Encounter) -> str:
    """«القمة» of «على هامش القمة» beside an encounter, or nothing."""
    if item.mode in ("phone", "visit") or item.rule.startswith(_GATHERINGS):
        return ""
    first, stop = reading.sentences[item.sentence]
    for k in range(max(first, item.start - _NEAR), min(stop, item.end + _AFTER)):
        if reading.words[k] != _MARGIN:
            continue
        for token in reading.tokens[k + 1 : min(stop, k + 1 + _NAMED)]:
            if token.text.startswith("ال") and token.text[2:] in _NOUNS:
                return token.text[2:]
    return ""


def _gathering(reading: Reading, found: Sequence[Encounter], k: int, noun: str) -> int | None:
    """The gathering of that noun which was told last before an encounter."""
    item = found[k]
    told = [
        at for at, other in enumerate(found)
        if at != k and 0 <= item.sentence - other.sentence <= _STORY
        and other.start < item.start and other.modality == item.modality
        and (other.rule.startswith((*_GATHERINGS, "consult.accord")) or len(other.parties) >= _MANY)
        and _told_as(reading, other, noun)
    ]  # fmt: skip
    return max(told, key=lambda at: found[at].start, default=None)


def _told_as(reading: Reading, item: Encounter, noun: str) -> bool:
    if noun in _OF_SIGNING:
        return item.rule == "consult.accord"
    near = reading.words[max(0, item.start - _TOLD) : item.end + _TOLD]
    if noun == _MEETING and any(word.lstrip("وس").endswith(_MEET) for word in near):
        return True  # «اجتمعت اللجنة …. وعلى هامش الاجتماع»
    words = (word.lstrip("وبل").removeprefix("ال").removesuffix("ا") for word in near)
    return noun in words
