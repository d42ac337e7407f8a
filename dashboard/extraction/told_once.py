"""The claims of a document, each once: a headline, a lead and a recap make the same again."""

from __future__ import annotations

from dataclasses import replace

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.circumstances.speech import Said, asserted_by
from dashboard.extraction.claims.casualties import find_claims
from dashboard.extraction.deeds.places import of_the_last
from dashboard.extraction.english.claims import find_english_claims
from dashboard.extraction.places.mentions import FoundPlace
from dashboard.extraction.reading import Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.phrases import load
from dashboard.model import CasualtyClaim
from dashboard.text import fold_word

_ANNIVERSARY, _WHICH = word_set("told_once", "anniversary"), word_set("told_once", "of_it")
_UPON = fold_word("على")
_HIM = frozenset(load("language/casualties.toml")["him"]["words"])
_OF_HIM = 2  # words: «قتل الطفل»
_TELLING = 3  # people
_TOLL = 100  # people: a figure that no second incident of an article has by chance
_COUNTRY = 6  # UCDP where_prec
_LIES_BY = "by "  # before the id of a place that only says where another lies


def told_once(
    reading: Reading, said: list[Said], speakers: dict[int, Found]
) -> list[CasualtyClaim]:
    """The document's claims, each once, with who asserts it."""
    article = [s for k, s in enumerate(reading.sentences) if k not in reading.aside]
    text = (reading.folded, reading.tokens, article, reading.dates, reading.document.published)
    english = reading.english
    found = find_english_claims(*text) if english else find_claims(*text, reading.begins)
    out: list[CasualtyClaim] = []
    places = _places_by_sentence(reading)
    told: dict[tuple[object, ...], list[tuple[frozenset[str], int]]] = {}
    for claim in found:
        token = reading.token_at(claim.start)
        who = asserted_by(reading, token, said, speakers)
        if who is not None and who.actor.kind != "media":
            claim = replace(claim, asserted_by=who.actor.name, asserted_by_ar=who.actor.name_ar)
        if _of_an_anniversary(reading, token):
            continue
        where = places.get(reading.sentence_of(token), frozenset())
        before = _told_before(claim, where, told, len(out))
        if before is None:
            out.append(claim)
        else:
            out[before] = _with_what_is_known(out[before], claim)
    return out


def _of_an_anniversary(reading: Reading, token: int) -> bool:
    """«الذكرى الرابعة للانفجار الذي أودى بحياة 220»: a death recalled makes no claim."""
    first = reading.sentences[reading.sentence_of(token)][0]
    words = reading.words[first:token]
    day = max((k for k, word in enumerate(words) if word.lstrip("ولب") in _ANNIVERSARY), default=-1)
    if day < 0 or "," in words[day:]:
        return False
    # «ذكرى مرور مئة يوم على مقتل العشرات»
    return words[-1] == _UPON or not _WHICH.isdisjoint(words[day:])


def _with_what_is_known(claim: CasualtyClaim, again: CasualtyClaim) -> CasualtyClaim:
    """A claim with the period and the speaker that only its repetition gives."""
    if again.scope == "cumulative" and claim.first is None:
        claim = replace(claim, scope="cumulative", first=again.first, last=again.last)
    if not claim.asserted_by:
        claim = replace(claim, asserted_by=again.asserted_by, asserted_by_ar=again.asserted_by_ar)
    return claim


def _places_by_sentence(reading: Reading) -> dict[int, frozenset[str]]:
    """The places of each sentence; those that only say where another lies have a mark."""
    out: dict[int, set[str]] = {}
    last: FoundPlace | None = None
    for found in reading.places:
        lies_by = last is not None and of_the_last(reading, last, found)
        last = found
        if found.place.precision < _COUNTRY:
            mark = _LIES_BY if lies_by else ""
            out.setdefault(reading.sentence_of(found.start), set()).add(mark + found.place.id)
    return {number: frozenset(ids) for number, ids in out.items()}


def _meet(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sentences name one place, and one of them as more than what another lies by."""
    near = {mark.removeprefix(_LIES_BY) for mark in one} & {m.removeprefix(_LIES_BY) for m in other}
    return any(place in one or place in other for place in near)


def _told_before(
    claim: CasualtyClaim,
    where: frozenset[str],
    told: dict[tuple[object, ...], list[tuple[frozenset[str], int]]],
    number: int,
) -> int | None:
    """Which claim a headline, lead or recap makes again: one figure, no other place.

    ``number`` is what the claim's own would be. One or two people are too common a figure to know
    a claim by; hundreds are the same toll, whether or not the headline says since when.
    """
    size = max(claim.low or 0, claim.high or 0)
    figure = size >= _TOLL and claim.best is not None  # «مئات» is none
    scope = "toll" if figure and claim.scope != "subset" else claim.scope
    before = told.setdefault((claim.kind, claim.low, claim.high, scope, claim.unit), [])
    told_there = (n for there, n in before if not where or not there or _meet(where, there))
    again = next(told_there, None) if size >= _TELLING else None
    words = claim.text.split()
    if again is None and size == 1 and before and len(words) <= _OF_HIM and words[-1] in _HIM:
        again = before[-1][1]  # «قتل الطفل» after «مقتل الطفل عبد الله»
    before.append((where, number if again is None else again))
    return again
