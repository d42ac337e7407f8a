"""The counts of people in an English sentence: no ages, makes, shares or the whole of some."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dashboard.extraction.english.numbers import Count, read_count
from dashboard.extraction.english.together import KIN
from dashboard.extraction.english.vocabulary import syntax_words, vocabulary
from dashboard.text import Word

_WHOLE = 6  # words from «percent of» to the whole
_MAKE = 3  # letters of a make: «MiG-29»


def counts_of(
    tokens: Sequence[Word], first: int, stop: int, blocked: frozenset[int]
) -> list[Count]:
    """The counts of tokens ``first``..``stop`` in text order; ``blocked`` tokens are of dates."""
    out: list[Count] = []
    aged = -1  # where the last age ends
    i = first
    while i < stop:
        count = read_count(tokens, i, stop) if i not in blocked else None
        if count is None and out and _is_of_kin(tokens, i, stop, out[-1]):
            count = Count(i, i + 2, 1, 1, 1, bare=False, named=False)
        if count is None and _heads_kin(tokens, i, stop):
            count = Count(i, i + 2, 1, 1, 1, bare=False, named=False)
        if count is None or any(k in blocked for k in range(count.start, count.end)):
            i += 1
            continue
        if _is_an_age(tokens, first, count, aged):
            i = aged = count.end
            continue
        share = _share(tokens, count, stop)
        if not share and (
            _is_a_rate(tokens, count, stop)
            or _of_a_share(tokens, first, count) or _of_a_parent(tokens, first, count)
        ):  # fmt: skip
            i = count.end
            continue
        if share or _names_a_make(tokens, i) or _names_a_formation(tokens, i, stop):
            i = share or i + 1
            continue
        count = _of_a_whole(tokens, count, stop)
        out.append(count)
        i = count.end
    return out


def _is_an_age(tokens: Sequence[Word], first: int, count: Count, aged: int) -> bool:
    """«aged between nine and 11», «all under 15»: both numbers of it."""
    if not count.bare:
        return False
    near = tokens[max(first, count.start - 2) : count.start]
    follows = aged > 0 and count.start - aged <= 1
    return follows or any(token.text in vocabulary().ages for token in near)


def _share(tokens: Sequence[Word], count: Count, stop: int) -> int:
    """«three out of every 10 children»: the end of a share, in which nobody is counted; else 0."""
    words = [token.text for token in tokens[count.end : count.end + 3]]
    if words[:3] == ["out", "of", "every"] or words[:2] in (["of", "every"], ["in", "every"]):
        second = read_count(tokens, count.end + words.index("every") + 1, stop)
        return second.end if second is not None else count.end
    return 0


def _of_a_share(tokens: Sequence[Word], first: int, count: Count) -> bool:
    """«80 percent of Gaza's 2.3 million people», «half of its 200 fighters»: the whole only."""
    for k in range(count.start - 1, max(first, count.start - _WHOLE), -1):
        if tokens[k].text == "of":
            return tokens[k - 1].text in syntax_words("shares") and k < count.start - 1
        if not tokens[k].text.isalpha() and tokens[k].text not in "'’":
            return False
    return False


def _is_a_rate(tokens: Sequence[Word], count: Count, stop: int) -> bool:
    """«10 people a day», «about 85%»: a rate or a share, nobody is counted."""
    words = [token.text for token in tokens[count.end : min(stop, count.end + 2)]]
    if words[:1] == ["%"] or tokens[count.end - 1].text == "%":
        return True
    every = words[:1] in (["a"], ["per"], ["every"], ["each"])
    return every and words[-1] in ("day", "week", "month", "hour", "year")


def _of_a_parent(tokens: Sequence[Word], first: int, count: Count) -> bool:
    """«The father of two was killed»: whose children they are."""
    k = count.start - 1
    parent = k > first and tokens[k - 1].text in vocabulary().relatives
    return count.bare and parent and tokens[k].text == "of"


def _of_a_whole(tokens: Sequence[Word], count: Count, stop: int) -> Count:
    """«five of the 20 hostages»: five, of people as the whole names them."""
    words = [token.text for token in tokens[count.end : count.end + 2]]
    if (
        not count.bare
        or len(words) < 2
        or words[0] != "of"
        or words[1] not in syntax_words("whole")
    ):
        return count
    whole = read_count(tokens, count.end + 2, stop)
    if whole is None or whole.bare:
        return count
    return replace(count, end=whole.end, victims=whole.victims, bare=False)


def _is_of_kin(tokens: Sequence[Word], i: int, stop: int, last: Count) -> bool:
    """«a man and his son»: one more, right after one who is counted."""
    if last.end != i - 1 or tokens[i].text not in KIN or i + 2 >= stop:
        return False
    chained = tokens[i - 1].text == "," and tokens[i + 2].text in ("and", ",")
    joined = tokens[i - 1].text == "and" or chained  # «a man, his wife and their two children»
    return joined and tokens[i + 1].text in vocabulary().relatives


def _heads_kin(tokens: Sequence[Word], i: int, stop: int) -> bool:
    """«her husband and three children were killed»: he is counted with them."""
    if tokens[i].text not in KIN or i + 3 >= stop or tokens[i + 2].text != "and":
        return False
    others = read_count(tokens, i + 3, stop)
    known = vocabulary().relatives
    return tokens[i + 1].text in known and (
        tokens[i + 3].text in KIN if others is None else others.victims == "children"
    )


def _names_a_formation(tokens: Sequence[Word], i: int, stop: int) -> bool:
    """«the 444 Brigade commander»: the number of a formation."""
    return i + 1 < stop and tokens[i + 1].text in syntax_words("formations")


def _names_a_make(tokens: Sequence[Word], i: int) -> bool:
    """«F-16», «Su-25»: the number of a make, of nobody."""
    return (
        i > 1
        and tokens[i - 1].text == "-"
        and tokens[i - 2].text.isalpha()
        and (len(tokens[i - 2].text) <= _MAKE and tokens[i].text.isdecimal())
    )
