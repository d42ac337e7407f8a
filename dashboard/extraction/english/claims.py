"""Casualty claims in English: the count before «were killed», after «killing», beside «death toll».

A claim is what the Arabic reader makes of the same words: kind, bounds, scope and subsets follow
the project's conventions (docs/methodology.md).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import cast

from dashboard.extraction.claims.scope import dates_among, scoped
from dashboard.extraction.english.counted import counts_of
from dashboard.extraction.english.fallen import named, recalled
from dashboard.extraction.english.fates import Fate, fates_of
from dashboard.extraction.english.numbers import Count
from dashboard.extraction.english.parts import has_its_own_fate, joined, part, subsets
from dashboard.extraction.english.together import Told, counted_together
from dashboard.extraction.english.vocabulary import syntax_words, vocabulary
from dashboard.model import CasualtyClaim, ClaimKind, ClaimScope, DateMention
from dashboard.text import Folded, Word

_REACH = 12  # words from a count to the participle that tells of it, from a verb to its object
_HEAD_REACH = 14
_UNREAL_REACH = 5
_FEARED, _ILL = 3, 4  # words from «feared that» to the count, from «deaths» to the illness
_THE: tuple[list[str], ...] = (["the"], [])
_ITS_OWN = 2  # words from a count to its participle: «were badly hurt»
_IN = ("in", "by", "during", "at", "near", "on", "from")
_ASIDE = ([","], ["-"], ["—"], ["–"])  # «four people — two children and …»
_STOPS = frozenset((";", ":", '"'))
_QUOTED = ('"', "”", "'", "’")
_FAR_HEAD = 26  # words from «the death toll from Sunday's bombing …» to «has risen to»


def find_english_claims(
    folded: Folded,
    tokens: Sequence[Word],
    sentences: Sequence[tuple[int, int]],
    dates: Sequence[DateMention],
    published: date | None,
) -> list[CasualtyClaim]:
    """The claims of an English document in text order; numbers inside dates are never counts."""
    begins = [mention.start for mention in dates]
    claims: list[CasualtyClaim] = []
    for first, stop in sentences:
        begin, end = folded.span(tokens[first].start, tokens[stop - 1].end)
        inside = dates[bisect_left(begins, begin) : bisect_left(begins, end)]
        near = dates_among(folded, tokens[first:stop], inside)
        blocked = frozenset(
            k for d in near if d.mention.precision != "unknown"
            for k in range(first + d.start, first + d.end)
        )  # fmt: skip
        for told in _told(folded, tokens, first, stop, blocked):
            claim = _claim(folded, tokens, told)
            if not told.subset:
                claim = scoped(
                    claim, told.count.start - first, told.count.end - first,
                    tokens[first:stop], near, published,
                )  # fmt: skip
            claims.append(claim)
    return claims


def _told(
    folded: Folded, tokens: Sequence[Word], first: int, stop: int, blocked: frozenset[int]
) -> list[Told]:
    none = _none(tokens, first, stop)
    if none is not None:
        return [none]
    counts = counts_of(tokens, first, stop, blocked)
    words = fates_of(tokens, first, stop, counts)
    told: dict[int, Told] = {}
    for word in words:
        if _is_unreal(tokens, first, word):
            continue
        one = named(folded, tokens, first, (word.start, word.end, word.form), counts)
        if one is not None and word.kind != "displaced":
            told[one.start] = Told(one, word.kind, "named", False)
            continue
        if word.form == "after":
            mine = _before(tokens, first, word, counts, told)
        elif word.form == "head":
            mine = _head(tokens, word, counts)
        else:
            mine = _objects(tokens, word, counts, words) or _behind_an_aside(
                tokens, first, word, counts, told
            )
        for count in mine:
            rule = {"after": "verb-after", "before": "verb", "head": "head"}[word.form]
            told.setdefault(count.start, Told(count, word.kind, rule, False))
    for count in counts:
        if tokens[count.end - 1].text in vocabulary().corpses and count.end - count.start > 1:
            told.setdefault(count.start, Told(count, "killed", "bodies", False))
    subsets(tokens, counts, told)
    return counted_together(tokens, [told[start] for start in sorted(told)])


def _none(tokens: Sequence[Word], first: int, stop: int) -> Told | None:
    for k in range(first, stop):
        match = vocabulary().none.at(tokens, k)
        if match is not None and match.end <= stop:
            text = " ".join(token.text for token in tokens[k : match.end])
            kind = "casualties"
            if "kill" in text or "death" in text or "fatal" in text:
                kind = "killed"
            elif "hurt" in text or "injur" in text or "wound" in text:
                kind = "wounded"
            return Told(Count(k, match.end, 0, 0, 0), kind, "none", False)
    return None


def _is_unreal(tokens: Sequence[Word], first: int, word: Fate) -> bool:
    """«threatened to kill 12 hostages», «could leave dozens dead»."""
    lex = vocabulary()
    near = range(max(first, word.start - _UNREAL_REACH), word.start)
    return any(lex.unreal.at(tokens, k) is not None for k in near) or recalled(
        tokens, first, word.start
    )


def _before(
    tokens: Sequence[Word], first: int, word: Fate, counts: Sequence[Count],
    told: dict[int, Told],
) -> list[Count]:  # fmt: skip
    """The counts a participle tells of: the nearest before it and those joined to it.

    Parts of a count («, including 7 children,») and what is set beside it between commas are read
    over: the words that tell of it reach across them.
    """
    parts = _parts(tokens, counts)
    if tokens[word.start].text == "refugees" and tokens[word.start - 1].text == "them":
        return []  # «two million people, many of them refugees»
    if tokens[word.start].text in vocabulary().adjacent and not _right_after(tokens, word, counts):
        return []
    if _unreal_before(tokens, first, word, counts) or (
        word.kind == "killed" and _of_an_illness(tokens, word.end)
    ):
        return []
    left = [c for c in counts if c.end <= word.start and word.start - c.end <= _REACH + 8]
    if left and left[-1].start in parts and _only_auxiliaries(tokens, left[-1].end, word.start):
        return left[-1:]  # «5,000 fighters, of whom 40 were killed», «40 of whom it says are dead»
    mine: list[Count] = []
    for count in reversed(left):
        if count.start in told or count.start in parts:
            if count.start in told and not mine:
                between = range(count.end, word.start)
                if not any(tokens[k].text in ("and", ",") for k in between):
                    break
            if count.start in told:
                break
            continue
        if any(tokens[k].text in _STOPS for k in range(count.end, word.start)):
            break
        aside = [t.text for t in tokens[count.end : mine[-1].start]] in _ASIDE if mine else False
        if aside and count.victims in ("", "families") and mine[-1].victims:
            return [count]  # «four people, two children and their parents, were killed»
        if mine and not joined(tokens, count.end, mine[-1].start):
            break
        if word.kind != "killed" and tokens[count.end - 1].text in vocabulary().corpses:
            break  # «35 bodies and 80 wounded people»
        mine.append(count)
    return mine


def _only_auxiliaries(tokens: Sequence[Word], end: int, start: int) -> bool:
    """Whether only «were», «had been», or «of whom …», part a count and what became of it."""
    words = [token.text for token in tokens[end:start]]
    of_whom = words[:2] == ["of", "whom"] and "," not in words
    return of_whom or all(word in vocabulary().auxiliaries for word in words)


def _unreal_before(tokens: Sequence[Word], first: int, word: Fate, counts: Sequence[Count]) -> bool:
    """«it feared that 200 people had been killed»: before the count, not the verb."""
    last = next((c for c in reversed(counts) if c.end <= word.start), None)
    near = range(max(first, last.start - _FEARED), last.start) if last is not None else ()
    return any(vocabulary().unreal.at(tokens, k) is not None for k in near)


def _of_an_illness(tokens: Sequence[Word], end: int) -> bool:
    """«45 deaths from Covid-19»: not of violence."""
    near = [token.text for token in tokens[end : end + _ILL]]
    told = near[:1] in (["from"], ["of"], ["for"], ["with"])
    return told and not vocabulary().illnesses.isdisjoint(near)


def _right_after(tokens: Sequence[Word], word: Fate, counts: Sequence[Count]) -> bool:
    """Whether a count ends before a word, but for «still being»."""
    k = word.start
    while k > 0 and tokens[k - 1].text in (*vocabulary().auxiliaries, "still", "now"):
        k -= 1
    after = tokens[word.end].text if word.end < len(tokens) else ""
    holds = after in syntax_words("held") and word.start == k  # «12 people held a vigil»
    return not holds and any(count.end == k and not count.bare for count in counts)


def _objects(
    tokens: Sequence[Word], word: Fate, counts: Sequence[Count], words: Sequence[Fate]
) -> list[Count]:
    """The counts a verb has as object: the next within reach, and what «and» joins to it."""
    stop = min(
        (w.start for w in words if w.start > word.start and w.form != "head"), default=len(tokens)
    )
    mine: list[Count] = []
    for count in counts:
        if count.start < word.end or count.start >= stop or _of_an_illness(tokens, count.end):
            continue
        if not mine:
            between = [t.text for t in tokens[word.end : count.start] if t.text not in _QUOTED]
            if others := _and_others(tokens, word, count):
                mine.append(others)
                continue
            if len(between) > 3 or any(not w.isalpha() or w in _IN for w in between):
                break
            if _hyphened(tokens, count.end):
                break  # «killing a Saudi-led …»
            if count.bare and between:
                break
            if _of_people(tokens, word, count):
                break
        elif (
            not joined(tokens, mine[-1].end, count.start)
            or part(tokens, count)
            or count.bare
            or _has_its_own(tokens, count, words)
        ):
            break
        mine.append(count)
    return mine


def _behind_an_aside(
    tokens: Sequence[Word], first: int, word: Fate, counts: Sequence[Count],
    told: dict[int, Told],
) -> list[Count]:  # fmt: skip
    """«with 35 civilians, including children, killed in shelling»: the participle of a count."""
    if tokens[word.start - 1].text != "," or vocabulary().after.at(tokens, word.start) is None:
        return []
    left = [c for c in counts if c.end < word.start and word.start - c.end <= _REACH]
    opens = tokens[left[-1].end : left[-1].end + 2] if left else []
    aside = len(opens) == 2 and opens[0].text == "," and opens[1].text in ("including", "among")
    return _before(tokens, first, word, counts, told) if aside else []


def _hyphened(tokens: Sequence[Word], end: int) -> bool:
    return (
        end < len(tokens) and tokens[end].text == "-" and tokens[end].start == tokens[end - 1].end
    )


def _and_others(tokens: Sequence[Word], word: Fate, count: Count) -> Count | None:
    """«killed the commander, Fuad Shukr, and six others»: those who fell with one named."""
    if count.start - word.end > _HEAD_REACH or tokens[count.end - 1].text not in (
        "others",
        "other",
    ):
        return None
    if count.start - word.end < 2 or tokens[count.start - 1].text != "and":
        return None
    between = [token.text for token in tokens[word.end : count.start]]
    return None if vocabulary().left.intersection(between) else count


def _has_its_own(tokens: Sequence[Word], count: Count, words: Sequence[Fate]) -> bool:
    """«lost 56 soldiers and three civilians were hurt»: the second count has a verb behind it."""
    if count.end >= len(tokens) or tokens[count.end].text not in vocabulary().auxiliaries:
        return False
    return any(w.form == "after" and 0 < w.start - count.end <= _ITS_OWN for w in words)


def _of_people(tokens: Sequence[Word], word: Fate, count: Count) -> bool:
    """«lost 20», «hurt 3»: of people only where they are named, or a bound stands before it."""
    if tokens[word.start].text in vocabulary().of_lives:
        return tokens[count.end - 1].text not in vocabulary().lives
    if tokens[word.start].text in syntax_words("of_hostages"):
        near = {token.text for token in tokens[count.end - 1 : count.end + 1]}
        return near.isdisjoint(syntax_words("hostages"))
    return tokens[word.start].text in vocabulary().of_people and count.end - count.start == 1


def _head(tokens: Sequence[Word], word: Fate, counts: Sequence[Count]) -> list[Count]:
    """«the death toll rose to 43»: the figure after a verb of counting."""
    links, over = vocabulary().links, vocabulary().over
    for count in counts:
        ahead = [token.text for token in tokens[count.end : word.start]]
        if ahead in _THE and count.start and tokens[count.start - 1].text == "to":
            return [count]  # «That brings to 41 the number of protesters killed»
        far = count.start - word.end > _HEAD_REACH and not vocabulary().rising.intersection(
            token.text for token in tokens[count.start - 2 : count.start]
        )
        if count.start >= word.end and count.start - word.end <= _FAR_HEAD and not far:
            link = tokens[count.start - 1].text
            if link in over:
                return [replace(count, high=None)]  # «topped 200,000»
            if link in links:
                return [count]
    return []


def _parts(tokens: Sequence[Word], counts: Sequence[Count]) -> set[int]:
    """Where the counts begin that are part of another, those joined to them included."""
    out: set[int] = set()
    last: Count | None = None
    for count in counts:
        chained = (
            last is not None and last.start in out and joined(tokens, last.end, count.start)
            and not has_its_own_fate(tokens, count)
        )  # fmt: skip
        if part(tokens, count) or chained:
            out.add(count.start)
        last = count
    return out


def _claim(folded: Folded, tokens: Sequence[Word], told: Told) -> CasualtyClaim:
    count = told.count
    a, b = folded.span(tokens[count.start].start, tokens[count.end - 1].end)
    families = count.victims == "families"
    scope: ClaimScope = "subset" if told.subset else "incident"
    return CasualtyClaim(
        a, b, folded.original[a:b], cast(ClaimKind, told.kind), count.low, count.best, count.high,
        count.approximate, scope, "families" if families else "people",
        victims="" if families else count.victims, rule=f"casualty.english.{told.rule}",
    )  # fmt: skip
