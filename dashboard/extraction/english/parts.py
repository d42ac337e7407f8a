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
_HURT = ("wounded", "injured")
_DEAD = ("dead", "killed", "victims", "fatalities")
_WHO_HE_WAS = 4  # words from «one of whom» to who he was or what became of him
_AMONG, _FATE = ("among", "amongst"), 9  # «were among the 12 people who were killed»
_TOLD_ITSELF = 3  # words from a count to «were injured»
_OF_THE_DEAD = 8  # words from «among the dead» to how many were women


def part(tokens: Sequence[Word], count: Count) -> bool:
    """«including seven children»: part of the count before it."""
    subset = vocabulary().subset
    if _only_described(tokens, count):
        return False
    around = tokens[count.end - 2 : count.end], tokens[count.end : count.end + 2]
    if any([token.text for token in two] in _OF_THEM for two in around):
        return True  # «three of them soldiers»
    if described(tokens, count) or _of_the_fallen(tokens, count):
        return True
    return any(
        (match := subset.at(tokens, k)) is not None and match.end == count.start
        for k in range(max(0, count.start - 3), count.start)
    )


def _only_described(tokens: Sequence[Word], count: Count) -> bool:
    """«killing 18, one of whom wore a belt»: who he was, not what became of him."""
    words = [token.text for token in tokens[count.end : count.end + 2]]
    if words != ["of", "whom"] or count.high != 1:
        return False
    near = range(count.end + 2, min(len(tokens), count.end + 2 + _WHO_HE_WAS))
    return not any(
        vocabulary().people.at(tokens, k) or vocabulary().after.at(tokens, k) for k in near
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
    if between[-2:] == ["but", "also"] or between[-3:] == ["as", "well", "as"]:
        between = between[: -2 - (between[-1] == "as")] or ["and"]
    return 0 < len(between) <= 2 and all(word in ("and", ",", *KIN) for word in between)


def subsets(tokens: Sequence[Word], counts: Sequence[Count], told: dict[int, Told]) -> None:
    """Adds «including seven children and three women» to the claim they are part of."""
    open_: Told | None = None
    last = -1
    among = _among(tokens, counts)
    for count in counts:
        if (kind := among.get(count.start, "")) and not count.bare:
            told[count.start] = Told(count, kind, "subset", True)
            last = count.end
            continue
        mine = part(tokens, count) or (
            open_ is not None and joined(tokens, last, count.start)
            and not has_its_own_fate(tokens, count)
        )  # fmt: skip
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
            kind = _of_whom(tokens, count) or _of_the_fallen(tokens, count) or kind
            if kind:
                open_ = Told(count, kind, "subset", True)
                told[count.start] = open_
        last = count.end


def _of_the_fallen(tokens: Sequence[Word], count: Count) -> str:
    """«two of the dead were doctors»: of what kind those are whom the count is part of."""
    words = [token.text for token in tokens[count.end : count.end + 3]]
    if words[:2] != ["of", "the"] or len(words) < 3 or count.bare is False:
        return ""
    return "killed" if words[2] in _DEAD else "wounded" if words[2] in _HURT else ""


def _of_whom(tokens: Sequence[Word], count: Count) -> str:
    """«two of whom later died»: what became of them, "" where it is not told."""
    k = count.end + 2
    if [token.text for token in tokens[count.end : k]] != ["of", "whom"]:
        return ""
    while k < len(tokens) and (
        tokens[k].text in vocabulary().auxiliaries or tokens[k].text.endswith("ly")
    ):
        k += 1
    fate = vocabulary().after.at(tokens, k)
    return fate.values[0] if fate is not None else ""


def _among(tokens: Sequence[Word], counts: Sequence[Count]) -> dict[int, str]:
    """«40 children and 20 women were among those killed»: where each begins, and its kind."""
    out: dict[int, str] = {}
    after: Count | None = None
    for count in reversed(counts):
        words = [token.text for token in tokens[count.end : count.end + 2]]
        if words[:1] in (["were"], ["was"], ["are"]) and words[1:] and words[1] in _AMONG:
            out[count.start] = _fate(tokens, count.end + 2)
        elif after is not None and after.start in out and joined(tokens, count.end, after.start):
            out[count.start] = out[after.start]
        after = count
    return out


def _fate(tokens: Sequence[Word], begin: int) -> str:
    for k in range(begin, min(len(tokens), begin + _FATE)):
        if tokens[k].text in _DEAD:
            return "killed"
        fate = vocabulary().after.at(tokens, k)
        if fate is not None or tokens[k].text in (",", ".", ";"):
            return fate.values[0] if fate is not None else ""
    return ""


def has_its_own_fate(tokens: Sequence[Word], count: Count) -> bool:
    """«…, including eight officers and 12 others were injured»: no part of those killed."""
    k = count.end
    while k < len(tokens) and tokens[k].text in vocabulary().auxiliaries:
        k += 1
    own = count.end < k <= count.end + _TOLD_ITSELF
    return own and k < len(tokens) and vocabulary().after.at(tokens, k) is not None


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
