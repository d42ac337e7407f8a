"""Tolls of several towns in one sentence, each with its own: «3 في بنش و2 في سرمين»."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dashboard.extraction.claims.by_place import TOWN
from dashboard.extraction.places.gazetteer import gazetteer
from dashboard.extraction.places.mentions import FoundPlace
from dashboard.extraction.places.told_near import SIDES
from dashboard.extraction.reading import Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.model import CasualtyClaim, Place
from dashboard.text import fold_word

_OF_A_TOWN = f"casualty.{TOWN}"
_IN = fold_word("في")
_LED = 4  # words from a count over «في بلدة» to its town
_BESIDE = 2  # words between two claims of one town
_APART = frozenset((",", ":", ";"))
_MARKS = frozenset((":", "(", "-", "–", "[", "ب"))
_NEAR = SIDES | word_set("toll_towns", "around")

Towns = dict[int, Place]  # by the number of a claim


def towns_of(reading: Reading, claims: Sequence[CasualtyClaim], indices: Sequence[int]) -> Towns:
    """The town of each claim of a sentence that gives every one its own; else none.

    All are told in one manner: «3 في بنش و2 في سرمين», «بنش: 3 شهداء، سرمين: شهيدان». A claim
    beside another («3 قتلى و5 جرحى في دوما») is of the same town.
    """
    main = [k for k in indices if claims[k].scope != "subset" or claims[k].rule == _OF_A_TOWN]
    if len(main) < 2:
        return {}
    spans = {k: _words_of(reading, claims[k]) for k in main}
    spans = dict(sorted(spans.items(), key=lambda item: item[1]))
    main = [*spans]
    first, stop = reading.sentences[reading.sentence_of(spans[main[0]][0])]
    ends = [*(spans[k][0] for k in main[1:]), stop]
    after = {k: _after(reading, spans[k][1], end) for k, end in zip(main, ends, strict=True)}
    begins = [first, *(spans[k][1] for k in main[:-1])]
    before = {k: _before(reading, at, spans[k][0]) for k, at in zip(main, begins, strict=True)}
    for led, backward in ((after, False), (before, True)):
        named = {k: place for k, place in led.items() if place is not None}
        if len({place.id for place in named.values()}) > 1:
            out = _shared(reading, named, spans, backward=backward)
            taken = {place.id for place in out.values()}
            for k in main:  # «محافظة بغداد كانت الأكثر تضرراً حيث سجلت 335 قتيلاً»
                near = reading.places_in(first, spans[k][0])
                if k not in out and near and near[-1].place.id not in taken:
                    out[k] = near[-1].place
            for k in indices:
                whole = [n for n in main if claims[n].start < claims[k].start]
                if claims[k].scope == "subset" and k not in out and whole and whole[-1] in out:
                    out[k] = out[whole[-1]]
            return out
    return {}


def _words_of(reading: Reading, claim: CasualtyClaim) -> tuple[int, int]:
    """The words of a claim, the one whose attached «و» stays outside it included."""
    start = reading.token_at(claim.start)
    inside = reading.tokens[start].start > reading.folded.position(claim.start)
    return start - inside, reading.token_at(claim.end)


def _shared(
    reading: Reading,
    named: Towns,
    spans: dict[int, tuple[int, int]],
    *,
    backward: bool,
) -> Towns:
    """Each claim with its town, and those right beside it: «3 قتلى و5 جرحى في دوما»."""
    out, order = dict(named), [*spans]
    for one, other in pairwise(order if backward else [*reversed(order)]):
        between = sorted((spans[one], spans[other]))
        words = reading.words[between[0][1] : between[1][0]]
        if other not in out and one in out and len(words) <= _BESIDE and _APART.isdisjoint(words):
            out[other] = out[one]
    return out


def _after(reading: Reading, at: int, stop: int) -> Place | None:
    """«3 [قتلى] في بلدة بنش»: the town led by «في» right after a count."""
    for found in reading.places_in(at, min(stop, at + _LED + 1)):
        words = reading.words[at : found.start]
        attached = reading.words[found.start][: found.clitic].endswith("ب")
        if words[:1] == [_IN] and all(_leads(word) for word in words[1:]):
            return found.place
        if attached and not words:
            return found.place
        return None
    return None


def _leads(word: str) -> bool:
    return word in gazetteer().settlements or word in _NEAR


def _before(reading: Reading, first: int, at: int) -> Place | None:
    """«بنش: 3 شهداء», «سرمين (شهيدان)»: the town right before a count."""
    near: Sequence[FoundPlace] = reading.places_in(first, at)
    if not near:
        return None
    words = reading.words[near[-1].end : at]
    return near[-1].place if len(words) <= 1 and _MARKS.issuperset(words) else None
