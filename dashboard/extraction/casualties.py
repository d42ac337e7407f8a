"""Casualty claims: counts of people killed, wounded, detained, missing or displaced.

A count becomes a claim when its own noun, the verb or verbal noun before it, the head of its
phrase («حصيلة القتلى … إلى») or the verb after it says what became of the people. Bounds, scope
and subsets follow the project's conventions (docs/methodology.md).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any, cast

from dashboard.extraction.counts import Count, counted_words, read_count
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
    single_claim,
    unreal,
    without_killers,
)
from dashboard.extraction.phrases import PROCLITICS, PhraseTable, load, table
from dashboard.extraction.scope import dates_among, is_rate, scoped
from dashboard.model import CasualtyClaim, ClaimKind, ClaimScope, DateMention
from dashboard.numerals import number_openers
from dashboard.text import Folded, Word, fold_word

AFTER_REACH = 14  # words from a count to the verb after it that says what became of it


@dataclass(frozen=True, slots=True)
class _Lexicon:
    triggers: PhraseTable[tuple[str, str]]  # (kind, "noun" or "verb")
    after: PhraseTable[str]
    heads: PhraseTable[str]
    links: PhraseTable[str]
    subset: PhraseTable[str]
    subset_of: PhraseTable[str]
    none: PhraseTable[str]
    unreal: PhraseTable[str]
    crowds: PhraseTable[str]
    either: PhraseTable[str]
    asks: frozenset[str]
    answers: frozenset[str]
    needs_people: frozenset[str]
    things_before: frozenset[str]
    deeds_before: frozenset[str]


@lru_cache(maxsize=1)
def _lexicon() -> _Lexicon:
    raw: dict[str, Any] = load("language/casualties.toml")
    triggers: PhraseTable[tuple[str, str]] = PhraseTable()
    for part, name in (("verbal_nouns", "noun"), ("verbs", "verb")):
        for kind, forms in raw[part].items():
            for form in forms:
                triggers.add(form, (kind, name))
    scope, heads = raw["scope"], raw["heads"]
    return _Lexicon(
        triggers,
        table(raw["after"]),
        table({"head": heads["words"]}),
        table({"link": heads["links"]}),
        table({"subset": scope["subset"]}),
        table(scope["subset_of"]),
        table({"none": raw["negation"]["none"]}),
        table({"unreal": raw["negation"]["unreal"]}),
        table({"crowd": raw["negation"]["crowds"]}),
        table({"either": raw["either"]["words"]}),
        *(
            frozenset(fold_word(w) for w in raw["negation"][name])
            for name in ("asks", "answers", "needs_people", "things_before", "deeds_before")
        ),
    )


@lru_cache(maxsize=1)
def _cue_words() -> dict[str, frozenset[str]]:
    """The words that tell how to take the counts around them, with what they may be."""
    lex, joined = _lexicon(), ("", "و", "ف")
    openers = {
        "none": lex.none.opens(("", "و")),
        "unreal": lex.unreal.opens(joined),
        "subset": lex.subset.opens(joined),
        "subset_of": lex.subset_of.opens(joined),
        "either": lex.either.opens(("",)),
        "head": lex.heads.opens(("", "و", "ال", "ل", "ب")),
        "after": lex.after.opens(("", "و")),
    }
    words = frozenset().union(*openers.values())
    return {w: frozenset(name for name, those in openers.items() if w in those) for w in words}


@lru_cache(maxsize=1)
def _counted() -> frozenset[str]:
    """The words that a count can begin with, figures apart."""
    return counted_words() | number_openers()


@lru_cache(maxsize=1)
def _trigger_words() -> frozenset[str]:
    """The words that a verb or verbal noun of casualties can begin with."""
    return _lexicon().triggers.opens(PROCLITICS)


@lru_cache(maxsize=1)
def _calling() -> frozenset[str]:
    """The words at which anything of a claim can begin; at most words nothing does."""
    return frozenset(_cue_words()) | _trigger_words() | _counted()


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
    claims: list[CasualtyClaim] = []
    for first, stop in sentences:
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
    lex, cues, calling = _lexicon(), _cue_words(), _calling()
    counted, triggers = _counted(), _trigger_words()
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
        if not (word in calling or word.isdecimal()):
            i += 1
            continue
        cue = cues.get(word, ())
        if "none" in cue and lex.none.at(tokens, i, ("", "و")):
            negated_at = i
        if "unreal" in cue and (doubt := lex.unreal.at(tokens, i, ("", "و", "ف"))) is not None:
            unreal_at = doubt.end
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
        if "after" in cue and waiting and (after := lex.after.at(tokens, i, ("", "و"))) is not None:
            for late, is_subset in waiting:
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
            is_subset = i - subset_at <= 3
            joined = bool(found) and joins(tokens, found[-1][0].end, i)
            if _of_a_crowd(tokens, i) or _of_things(tokens, i, count):
                i = count.end
                continue
            if spent is not None and another_clause(tokens, spent, i):
                trigger = spent = None
            kind, rule = kind_before(count, trigger, i, found if joined else [])
            if rule in ("verb", "verbal-noun") and trigger is not None:
                if count.bare and tokens[trigger.end - 1].text.lstrip("وبف") in lex.needs_people:
                    kind = ""
                spent = count.end
            if is_subset and not kind:
                kind, rule = parent_kind, "subset"
            if is_head_noun(tokens, count, head_at, i, stop):
                # «عدد القتلى»: not a count yet, the number follows.
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
                merged = joined and merge(found, count, kind)
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
        match = _lexicon().crowds.at(tokens, k, ("", "و", "ال"))
        if match is not None and match.end == i:
            return True
    return False


def _of_things(tokens: Sequence[Word], i: int, count: Count) -> bool:
    """«تدمير 3 رشاشات», «تفجيران انتحاريان»: a number of things, an adjective of a deed."""
    before = tokens[i - 1].text if i else ""
    bare = before.removeprefix("و").removeprefix("ال")
    lex = _lexicon()
    if count.bare and bare in lex.things_before:
        return True
    return bare in lex.deeds_before and tokens[i].text.startswith("انتحاري")


def _answered(tokens: Sequence[Word], i: int, clitic: int, stop: int) -> bool:
    lex = _lexicon()
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
    lex = _lexicon()
    return lex.triggers.at(probe, 0) is not None or read_count(probe, 0, len(probe)) is not None
