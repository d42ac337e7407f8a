"""Casualty claims: counts of people killed, wounded, detained, missing or displaced.

A count becomes a claim when its own noun, the verb or verbal noun before it, the head of its
phrase («حصيلة القتلى … إلى») or the verb after it says what became of the people. Bounds, scope
and subsets follow the project's conventions (docs/methodology.md).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import cast

from dashboard.extraction.begins import Begins
from dashboard.extraction.claims.by_place import TOWN
from dashboard.extraction.claims.counts import Count, read_count
from dashboard.extraction.claims.governing import Governor, joins
from dashboard.extraction.claims.scope import (
    dates_among,
    is_rate,
    of_all_those,
    running,
    scoped,
    shared,
    since_told,
)
from dashboard.extraction.claims.tolls import TollReader
from dashboard.extraction.vocabulary.claim_words import lexicon
from dashboard.extraction.vocabulary.count_words import counted_words
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.model import CasualtyClaim, ClaimKind, ClaimScope, DateMention
from dashboard.numerals import begins_number
from dashboard.text import Folded, Word, word_start

_NUMBER, _RAISED = word_set("casualties", "number"), word_set("casualties", "raised")
_PARTS = frozenset(("subset", TOWN))
_HEADED = 5  # words from one figure to the next of a list of them
_ON = 3  # words that a phrase may go on past the end of a line


def find_claims(
    folded: Folded,
    tokens: Sequence[Word],
    sentences: Sequence[tuple[int, int]],
    dates: Sequence[DateMention],
    published: date | None,
    begins: Begins,
) -> list[CasualtyClaim]:
    """The claims of a document in text order.

    ``sentences`` are ranges of token indices. Numbers inside a date mention are never counts.
    """
    telling = _sentences_telling(begins, sentences)
    if not telling:
        return []
    blocked = _token_spans(folded, tokens, dates)
    days = [mention.start for mention in dates]
    tokens = _without_by(tokens, begins.numbers_with_by)
    claims: list[CasualtyClaim] = []
    told_last: list[CasualtyClaim] = []
    for number in telling:
        first, stop = sentences[number]
        last = sentences[number - 1] if number else (0, 0)
        last_kind = _last_kind(told_last, tokens[first:stop])
        inside = _inside(folded, tokens, (first, stop), dates, days)
        whole = _last_whole(told_last) if last[1] == first else ("", 0)
        found = _sentence_claims(
            folded, tokens, first, stop, blocked, inside, published, last_kind, whole
        )
        if found and of_all_those(tokens[first:stop]) and last[1] == first:
            told = tokens[last[0] : last[1]]
            near = dates_among(folded, told, _inside(folded, tokens, last, dates, days))
            since, day = since_told(told, near)
            found = [running(c, day, published) if since and c.scope == "incident" else c
                     for c in found]  # fmt: skip
        claims.extend(found)
        told_last = found or told_last
    return claims


def _last_kind(told: Sequence[CasualtyClaim], sentence: Sequence[Word]) -> str:
    """What «ارتفعت الحصيلة إلى 20» counts: the dead where both were told; «العدد» then neither."""
    kinds = [claim.kind for claim in told]
    if not {"killed", "wounded"} <= set(kinds):
        return kinds[-1] if kinds else ""
    return "" if any(token.text.lstrip("وف") in _NUMBER for token in sentence) else "killed"


def _last_whole(told: Sequence[CasualtyClaim]) -> tuple[str, int]:
    """The kind and number of the first exact figure of a sentence: «توثيق 80 قتيلاً. 30 في …»."""
    exact = (c for c in told if c.scope != "subset" and c.low is not None and c.low == c.high)
    whole = next(exact, None)
    return (whole.kind, whole.low or 0) if whole is not None else ("", 0)


def _sentences_telling(begins: Begins, sentences: Sequence[tuple[int, int]]) -> list[int]:
    """The sentences in which something says what became of somebody, by their numbers."""
    return [
        number for number, (first, stop) in enumerate(sentences)
        if _one_of(begins.telling, first, stop) and _one_of(begins.harm, first, stop + _ON)
    ]  # fmt: skip


def _one_of(tokens: Sequence[int], first: int, stop: int) -> bool:
    """Whether one of the tokens stands among ``first``..``stop``."""
    at = bisect_left(tokens, first)
    return at < len(tokens) and tokens[at] < stop


def _inside(
    folded: Folded,
    tokens: Sequence[Word],
    sentence: tuple[int, int],
    dates: Sequence[DateMention],
    begins: Sequence[int],
) -> Sequence[DateMention]:
    """The dates of a sentence; ``begins`` are where all of them begin."""
    begin, end = folded.span(tokens[sentence[0]].start, tokens[sentence[1] - 1].end)
    return dates[bisect_left(begins, begin) : bisect_left(begins, end)]


def _without_by(tokens: Sequence[Word], at: Sequence[int]) -> Sequence[Word]:
    """The words, «أودى بأربعين شخصاً» without the ب of a number before what it counts."""
    if not at:
        return tokens
    out = list(tokens)
    for k in at:
        if k + 1 == len(tokens):
            break
        one, after = tokens[k], tokens[k + 1].text
        if after in counted_words() or begins_number(after.removeprefix("و")):
            out[k] = Word(one.start + 1, one.end, one.text[1:])  # «بتسعمئة وعشرين ألفاً»
    return out


def _token_spans(
    folded: Folded, tokens: Sequence[Word], dates: Sequence[DateMention]
) -> frozenset[int]:
    """Indices of tokens that belong to a dated phrase."""
    inside: set[int] = set()
    for mention in dates:
        first, last = folded.position(mention.start), folded.position(mention.end)
        begin = bisect_left(tokens, first, key=word_start)
        inside.update(range(begin, bisect_left(tokens, last, begin, key=word_start)))
    return frozenset(inside)


def _sentence_claims(
    folded: Folded,
    tokens: Sequence[Word],
    first: int,
    stop: int,
    blocked: frozenset[int],
    dates: Sequence[DateMention],
    published: date | None,
    last_kind: str,
    last_whole: tuple[str, int],
) -> list[CasualtyClaim]:
    reader = TollReader(tokens, first, stop, blocked, last_kind, last_whole)
    found = reader.read()
    sentence = tokens[first:stop]
    near = dates_among(folded, sentence, dates)
    out: list[CasualtyClaim] = []
    joined: list[bool] = []
    end = first
    for count, governing, kind, rule in found:
        if reader.told_as_none(count):
            count = replace(count, low=0, best=0, high=0)
            if tokens[count.start].text in lexicon().any_harm:
                kind = "casualties"  # «دون ضحايا»
        claim = _claim(folded, tokens, count, governing, kind, rule, out)
        if is_rate(tokens, count.end, stop):
            continue  # «خمسة آلاف كل شهر» is no toll
        if rule not in _PARTS:
            claim = scoped(claim, count.start - first, count.end - first, sentence, near, published)
        out.append(claim)
        headed = rule == "head" and 0 <= count.start - end <= _HEADED  # «2946 وعدد المصابين 5674»
        headed = headed and all(t.text not in _RAISED for t in tokens[end : count.start])
        joined.append(headed or joins(tokens, end, count.start))
        end = count.end if rule not in _PARTS else end
    return shared(out, joined)


def _claim(
    folded: Folded,
    tokens: Sequence[Word],
    count: Count,
    trigger: Governor | None,
    kind: str,
    rule: str,
    before: Sequence[CasualtyClaim],
) -> CasualtyClaim:
    start = count.start
    if trigger is not None and trigger.form == "noun" and trigger.end == count.start:
        start = trigger.start
    opening = tokens[start]
    # Attached letters stay outside the span: «بمقتل», «وأكثر».
    offset = 0
    if start == count.start or trigger is not None:
        for clitic in ("وب", "ول", "و", "ب", "ل", "ف"):
            rest = opening.text[len(clitic) :]
            if opening.text.startswith(clitic) and _stands_alone(rest, tokens, start):
                offset = len(clitic)
                break
    a, b = folded.span(opening.start + offset, tokens[count.end - 1].end)
    families = count.victims == "families"
    scope: ClaimScope = "subset" if rule in _PARTS else "incident"
    return CasualtyClaim(
        a, b, folded.original[a:b], cast(ClaimKind, kind), count.low, count.best, count.high,
        count.approximate, scope, "families" if families else "people",
        victims="" if families else count.victims, rule=f"casualty.{rule}",
    )  # fmt: skip


def _stands_alone(rest: str, tokens: Sequence[Word], i: int) -> bool:
    if len(rest) < 2:
        return False
    probe = [Word(tokens[i].start, tokens[i].end, rest), *tokens[i + 1 : i + 6]]
    lex = lexicon()
    return lex.triggers.at(probe, 0) is not None or read_count(probe, 0, len(probe)) is not None
