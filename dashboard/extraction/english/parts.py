"""Counts that are part of another: «including seven children», «31 were women»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dashboard.extraction.english.numbers import Count
from dashboard.extraction.english.together import KIN, Told
from dashboard.extraction.english.vocabulary import vocabulary
from dashboard.text import Word

_OF_THEM = (["of", "them"], ["of", "whom"], ["of", "those"])
_WERE, _ALSO = ("were", "are"), ("also", "reportedly", "all")
_DEAD = ("dead", "killed", "victims", "fatalities")
_OF_THE_DEAD = 8  # words from «among the dead» to how many were women


def part(tokens: Sequence[Word], count: Count) -> bool:
    """«including seven children»: part of the count before it."""
    subset = vocabulary().subset
    around = tokens[count.end - 2 : count.end], tokens[count.end : count.end + 2]
    if any([token.text for token in two] in _OF_THEM for two in around):
        return True  # «three of them soldiers»
    if described(tokens, count):
        return True
    return any(
        (match := subset.at(tokens, k)) is not None and match.end == count.start
        for k in range(max(0, count.start - 3), count.start)
    )


def described(tokens: Sequence[Word], count: Count) -> str:
    """Who they were, of «31 were women»: of people counted before."""
    k = count.end
    if not count.bare or k + 1 >= len(tokens) or tokens[k].text not in _WERE:
        return ""
    who = vocabulary().people.at(tokens, k + 1 + (tokens[k + 1].text in _ALSO))
    after = tokens[who.end].text if who is not None and who.end < len(tokens) else ""
    told = who is None or vocabulary().after.at(tokens, who.end) is not None
    return "" if told or who is None or (after.isalpha() and after != "and") else who.values[0]


def joined(tokens: Sequence[Word], end: int, start: int) -> bool:
    between = [tokens[k].text for k in range(end, start)]
    return 0 < len(between) <= 2 and all(word in ("and", ",", *KIN) for word in between)


def subsets(tokens: Sequence[Word], counts: Sequence[Count], told: dict[int, Told]) -> None:
    """Adds «including seven children and three women» to the claim they are part of."""
    open_: Told | None = None
    last = -1
    for count in counts:
        mine = part(tokens, count) or (open_ is not None and joined(tokens, last, count.start))
        if count.start in told and not mine:
            open_ = None
            last = count.end
            continue
        parents = [t for t in told.values() if t.count.end <= count.start and not t.subset]
        if (who := described(tokens, count)) and (parents or _of_the_dead(tokens, count)):
            kind = parents[-1].kind if parents else "killed"
            open_ = Told(replace(count, victims=who), kind, "subset", True)
            told[count.start] = open_
        theirs = tokens[count.end].text == "of" if count.end < len(tokens) else False
        if mine and (theirs or not count.bare) and not (theirs and not count.named):
            kind = _kind_after(counts, told, count) or (parents[-1].kind if parents else "")
            if kind:
                open_ = Told(count, kind, "subset", True)
                told[count.start] = open_
        last = count.end


def _of_the_dead(tokens: Sequence[Word], count: Count) -> bool:
    """«Among the dead, 31 were women»."""
    words = [t.text for t in tokens[max(0, count.start - _OF_THE_DEAD) : count.start]]
    return any(
        one in ("of", "among") and two == "the" and three in _DEAD
        for one, two, three in zip(words, words[1:], words[2:], strict=False)
    )


def _kind_after(counts: Sequence[Count], told: dict[int, Told], count: Count) -> str:
    """The kind of the count a part follows: «19 civilians, including 7 children, were killed»."""
    before = [c for c in counts if c.end <= count.start and c.start in told]
    return told[before[-1].start].kind if before else ""
