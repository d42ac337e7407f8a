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

from dashboard.extraction.claim_words import (
    calling,
    cue_words,
    lexicon,
    trigger_words,
    words_counted,
    words_telling,
)
from dashboard.extraction.counts import Count, read_count
from dashboard.extraction.governing import (
    NOUN_REACH,
    VERB_REACH,
    Governed,
    Governor,
    another_clause,
    fell,
    is_head_noun,
    joins,
    kind_before,
    merge,
    opens_clause,
    others,
    single_claim,
    told_late,
    unreal,
    without_killers,
)
from dashboard.extraction.phrases import PROCLITICS
from dashboard.extraction.scope import dates_among, is_rate, scoped
from dashboard.model import CasualtyClaim, ClaimKind, ClaimScope, DateMention
from dashboard.text import Folded, Word

AFTER_REACH = 14  # words from a count to the verb after it that says what became of it


def find_claims(
    folded: Folded,
    tokens: Sequence[Word],
    sentences: Sequence[tuple[int, int]],
    dates: Sequence[DateMention],
    published: date | None,
) -> list[CasualtyClaim]:
    """The claims of a document in text order.

    ``sentences`` are ranges of token indices. Numbers inside a date mention are never counts.
    """
    blocked = _token_spans(folded, tokens, dates)
    begins = [mention.start for mention in dates]
    texts = [token.text for token in tokens]
    telling = words_telling()
    claims: list[CasualtyClaim] = []
    for first, stop in sentences:
        if telling.isdisjoint(texts[first:stop]):
            continue  # nothing says what became of anybody
        begin, end = folded.span(tokens[first].start, tokens[stop - 1].end)
        inside = dates[bisect_left(begins, begin) : bisect_left(begins, end)]
        claims.extend(_sentence_claims(folded, tokens, first, stop, blocked, inside, published))
    return claims


def _token_spans(
    folded: Folded, tokens: Sequence[Word], dates: Sequence[DateMention]
) -> frozenset[int]:
    """Indices of tokens that belong to a dated phrase."""
    starts = [token.start for token in tokens]
    inside: set[int] = set()
    for mention in dates:
        first, last = folded.position(mention.start), folded.position(mention.end)
        inside.update(range(bisect_left(starts, first), bisect_left(starts, last)))
    return frozenset(inside)


def _sentence_claims(
    folded: Folded,
    tokens: Sequence[Word],
    first: int,
    stop: int,
    blocked: frozenset[int],
    dates: Sequence[DateMention],
    published: date | None,
) -> list[CasualtyClaim]:
    lex, cues, called = lexicon(), cue_words(), calling()
    counted, triggers = words_counted(), trigger_words()
    trigger: Governor | None = None
    head_at = -99
    subset_at = -99
    negated_at = -99
    unreal_at = -99
    parent_kind = ""
    found: list[Governed] = []  # count, trigger, kind, rule
    waiting: list[tuple[Count, bool]] = []
    told = -1  # the verb that told of a count before it
    spent: int | None = None  # where the count ended that the trigger has already governed
    i = first
    while i < stop:
        word = tokens[i].text
        if word == ":":
            subset_at = -99  # another headline: «بينهم أجانب : إحالة 3517 شخصاً»
            if trigger is not None and trigger.form != "head":
                trigger = spent = None
        if not (word in called or word.isdecimal()):
            i += 1
            continue
        cue = cues.get(word, ())
        if "none" in cue and lex.none.at(tokens, i, ("", "و")):
            negated_at = i
        if "unreal" in cue and (doubt := lex.unreal.at(tokens, i, ("", "و", "ف"))) is not None:
            unreal_at = doubt.end
        if word in lex.namely and (some := read_count(tokens, i + 1, stop)) is not None:
            if some.noun != "pl" and not some.bare:
                subset_at = i = i + 1
                continue
        if "subset" in cue and (sub := lex.subset.at(tokens, i, ("", "و", "ف"))) is not None:
            subset_at = i = sub.end
            continue
        if "subset_of" in cue and (sub := lex.subset_of.at(tokens, i, ("", "و", "ف"))) is not None:
            parent_kind = sub.values[0]
            subset_at = i = sub.end
            continue
        if "either" in cue and (either := lex.either.at(tokens, i)) is not None:
            if _killed_or_wounded(i, found, waiting):
                i = either.end
                continue
        if "head" in cue and lex.heads.at(tokens, i, ("", "و", "ال", "ل", "ب")):
            head_at = i
        if i in blocked:
            i += 1
            continue
        if "lost" in cue and (lost := _lost(tokens, i, stop)):
            trigger, spent, i = Governor(lost, "noun", i, i + 1), None, i + 1
            continue
        if "as_many" in cue and found and (noun := read_count(tokens, i + 1, stop)) is not None:
            many = found[-1][0]
            if noun.kind and noun.noun == "pl" and i - many.end <= 1:
                again = replace(many, start=i, end=noun.end, kind=noun.kind, victims="")
                found.append((again, None, noun.kind, "noun"))
                i = noun.end
                continue
        if (
            "after" in cue
            and waiting
            and (after := lex.after.at(tokens, i, ("", "و"))) is not None
            and lex.after.at(tokens, after.end) is None  # «طفلين نازحين قتلا»
        ):
            for late, is_subset in waiting:
                if after.values[0] == "detained" and unreal(late.start, unreal_at, None):
                    continue  # «إطلاق سراح 13 شخصاً كانوا محتجزين»
                if late.noun == "sg" and not fell(tokens, late.end, i, after.end, stop):
                    continue
                if i - late.end <= AFTER_REACH:
                    told = i
                    parent_kind = after.values[0]
                    found.append((late, None, parent_kind, "subset" if is_subset else "verb-after"))
            waiting.clear()
        counts = word in counted or word.isdecimal()
        count = read_count(tokens, i, stop) if counts else None
        hit = lex.triggers.at(tokens, i, PROCLITICS) if word in triggers else None
        if count is not None and hit is None:
            joined = bool(found) and joins(tokens, found[-1][0].end, i)
            is_subset = i - subset_at <= 3 or (
                # «بينهم 46 طفلاً و20 من النساء»
                joined and found[-1][3] == "subset" and not (count.kind or count.bare)
            )
            if _of_a_crowd(tokens, i) or _of_things(tokens, i, count):
                i = count.end
                continue
            if spent is not None and another_clause(tokens, spent, i):
                trigger = spent = None
            kind, rule = kind_before(count, trigger, i, found if joined else [])
            if (
                is_subset
                and parent_kind
                and not count.kind
                and (trigger is None or trigger.end <= subset_at)
            ):
                kind, rule = parent_kind, "subset"
            if rule in ("verb", "verbal-noun") and trigger is not None:
                if count.bare and tokens[trigger.end - 1].text.lstrip("وبف") in lex.needs_people:
                    kind = ""
                spent = count.end
            if is_subset and not kind:
                kind, rule = parent_kind, "subset"
            if is_head_noun(tokens, count, head_at, i, stop):
                # «عدد القتلى»: not a count yet, the number follows, or stood before.
                found.extend(told_late(tokens, waiting, count.kind, head_at))
                trigger = Governor(count.kind, "head", i, count.end)
                i = count.end
                continue
            if count.noun and not single_claim(
                tokens, count, trigger, i, joined, subset_at, negated_at, parent_kind
            ):
                if count.noun == "sg" and not is_subset and opens_clause(tokens, first, i):
                    waiting.append((count, False))
                i = count.end
                continue
            if count.noun == "sg" and found and found[-1][0].end == i and not joined:
                i = count.end  # «زوجة القيادي»: the second is whose the first is
                continue
            if kind:
                if negated_at < 0 and unreal(i, unreal_at, trigger):
                    i = count.end
                    continue
                merged = joined and not is_subset and merge(found, count, kind)
                if not merged:
                    found.append((count, trigger, kind, "subset" if is_subset else rule))
                if not is_subset:
                    parent_kind = kind
            elif not count.noun:
                waiting.append((count, is_subset))
            i = count.end
            continue
        if hit is not None:
            kind, form = hit.values[0]
            previous, spent, subset_at = trigger, None, -99
            prefix = tokens[i].text[: hit.clitic]
            if form == "verb" and ("ل" in prefix or not _answered(tokens, i, hit.clitic, stop)):
                trigger = None  # «لقتل», «لقي ترحيباً»
                i = hit.end
                continue
            if unreal_at >= 0 and i - unreal_at <= 2 and form == "noun":
                trigger = None
                i = hit.end
                continue
            # «مقتل وإصابة العشرات»
            both = (
                previous is not None
                and previous.form == form
                and previous.end == i
                and previous.start != told
                and tokens[i].text.startswith("و")
            )
            if both and previous is not None:
                trigger = Governor("casualties", form, previous.start, hit.end)
            else:
                trigger = Governor(kind, form, i, hit.end)
            i = hit.end
            continue
        i += 1
    found.extend(others(tokens, waiting, found))
    zero = negated_at >= 0
    sentence = tokens[first:stop]
    near = dates_among(folded, sentence, dates)
    found.sort(key=lambda item: item[0].start)
    found = without_killers(tokens, found)
    out: list[CasualtyClaim] = []
    for count, governing, kind, rule in found:
        if zero and count.start - negated_at in range(6):
            count = replace(count, low=0, best=0, high=0)
        claim = _claim(folded, tokens, count, governing, kind, rule, out)
        if is_rate(tokens, count.end, stop):
            continue  # «خمسة آلاف كل شهر» is no toll
        if rule != "subset":
            claim = scoped(claim, count.start - first, count.end - first, sentence, near, published)
        out.append(claim)
    return out


def _lost(tokens: Sequence[Word], i: int, stop: int) -> str:
    """«فقد 7 آخرون» are missing, «فقد خمسة أشخاص حياتهم» killed; «فقد» alone is a particle."""
    count = read_count(tokens, i + 1, stop) if i + 1 < stop else None
    if count is None or count.bare or count.noun:
        return ""
    lives = (token.text in lexicon().lives for token in tokens[count.end : min(stop, i + 9)])
    return "killed" if any(lives) else "missing"


def _killed_or_wounded(i: int, found: list[Governed], waiting: list[tuple[Count, bool]]) -> bool:
    """Whether a count right before «بين قتيل وجريح» was there to be told of both."""
    if waiting and i - waiting[-1][0].end <= NOUN_REACH:
        found.append((waiting.pop()[0], None, "casualties", "verb-after"))
        return True
    if found and i - found[-1][0].end <= NOUN_REACH:
        count, trigger, _, rule = found[-1]
        found[-1] = (count, trigger, "casualties", rule)
        return True
    return False


def _of_a_crowd(tokens: Sequence[Word], i: int) -> bool:
    """«السكان البالغ عددهم 21 مليون نسمة»: a number of people, none of them a casualty."""
    for k in range(max(0, i - 3), i):
        match = lexicon().crowds.at(tokens, k, ("", "و", "ال"))
        if match is not None and match.end == i:
            return True
    return False


def _of_things(tokens: Sequence[Word], i: int, count: Count) -> bool:
    """«تدمير 3 رشاشات», «تفجيران انتحاريان»: a number of things, an adjective of a deed."""
    before = tokens[i - 1].text if i else ""
    if before == "ال" and i > 1:
        before = tokens[i - 2].text  # «دون سن الـ 18»
    bare = before.removeprefix("و").removeprefix("ال")
    lex = lexicon()
    if count.bare and bare in lex.things_before:
        return True
    return bare in lex.deeds_before and tokens[i].text.startswith("انتحاري")


def _answered(tokens: Sequence[Word], i: int, clitic: int, stop: int) -> bool:
    lex = lexicon()
    if tokens[i].text[clitic:] not in lex.asks:
        return True
    return any(token.text in lex.answers for token in tokens[i + 1 : min(stop, i + VERB_REACH)])


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
    scope: ClaimScope = "subset" if rule == "subset" else "incident"
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
