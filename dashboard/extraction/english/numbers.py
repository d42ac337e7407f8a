"""Counts of people in English: «at least 19 civilians», «two dozen», «between 10 and 15»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.extraction.english.vocabulary import syntax_words, vocabulary
from dashboard.text import Word

_RANGE = frozenset(("to", "-", "–", "and", "or"))
_WHOSE = frozenset(("the", "its", "their", "his", "her", "them", "those"))
_ARTICLES = ("al", "el")
_SCALED = 5  # words of «a quarter of a million»
_ADJECTIVES = 3  # words between a number and its noun: «19 young Syrian civilians»


@dataclass(frozen=True, slots=True)
class Count:
    """A count at tokens ``start``..``end``; ``bare`` when no noun of people follows it."""

    start: int
    end: int
    low: int | None
    best: int | None
    high: int | None
    approximate: bool = False
    victims: str = ""
    bare: bool = True
    named: bool = True  # a number is written; «several people» has none


def read_count(tokens: Sequence[Word], i: int, stop: int) -> Count | None:
    """The count of people that begins at ``tokens[i]``, or ``None`` for counts of other things."""
    words = vocabulary()
    start, bounds = i, []
    while (match := words.bounds.at(tokens, i)) is not None and match.end < stop:
        bounds.append(match.values[0])
        i = match.end
    count = _plain(tokens, i, stop)
    if count is None:
        return None
    count = _noun(tokens, count, stop) if count.bare else count
    if count is None:
        return None
    for bound in bounds:
        count = _bounded(count, bound)
    after = words.low_after.at(tokens, count.end) if count.end < stop else None
    if after is not None and after.end <= stop and count.low is not None:
        count = replace(_bounded(count, "low"), end=after.end)
    return replace(count, start=start)


def _bounded(count: Count, bound: str) -> Count:
    if bound == "low":
        return replace(count, high=None, approximate=False)
    if bound == "about":
        return replace(count, approximate=True)
    return replace(count, low=None, best=None)


def _plain(tokens: Sequence[Word], i: int, stop: int) -> Count | None:
    words = vocabulary()
    if i >= stop:
        return None
    vague = words.vague.at(tokens, i)
    if vague is not None and vague.end <= stop:
        end = vague.end + (vague.end < stop and tokens[vague.end].text == "of")
        return Count(i, end, vague.values[0], None, None)
    few = words.few.at(tokens, i)
    number = read_number(tokens, i, stop)
    if number is None:
        if few is not None and few.end < stop:
            return Count(i, few.end, 1, None, None, named=False)
        if tokens[i].text == "another" and (more := read_number(tokens, i + 1, stop)) is not None:
            return Count(i, more[1], more[0], more[0], more[0], approximate=more[2])
        if (family := _family(tokens, i, stop)) is not None:
            return family
        if tokens[i].text == "another" and i and _others_fell(tokens, i, stop):
            return Count(i, i + 1, 1, 1, 1, bare=False, named=False)
        if tokens[i].text == "others" and i and _others_fell(tokens, i, stop):
            return Count(i, i + 1, 1, None, None, bare=False, named=False)
        if tokens[i].text == "a" and i + 2 < stop:
            if _one_more(tokens, i, stop):
                return Count(i, i + 2, 1, 1, 1)
            if tokens[i + 1].text == "couple" and tokens[i + 2].text != "of":
                return Count(i, i + 2, 2, 2, 2, bare=False, named=False)
        if tokens[i].text in ("a", "an", "another") and (not i or tokens[i - 1].text != "of"):
            return Count(i, i + 1, 1, 1, 1, named=False)
        return None
    value, end, loose = number
    opened = i > 0 and tokens[i - 1].text in ("between", "from")
    if end + 1 < stop and tokens[end].text in _RANGE and (opened or tokens[end].text != "and"):
        upper = read_number(tokens, end + 1, stop)
        if upper is not None and upper[0] > value:
            low, high = value, upper[0]
            if high >= 1000 > low and high // 1000 >= low:
                low *= 1000  # «10 to 12 thousand»
            return Count(i, upper[1], low, (low + high) // 2, high)
    return Count(i, end, value, value, value, approximate=loose)


def _family(tokens: Sequence[Word], i: int, stop: int) -> Count | None:
    """«a family of four»: four people."""
    if [token.text for token in tokens[i + 1 : i + 3]] != ["family", "of"]:
        return None
    number = read_number(tokens, i + 3, stop) if i + 3 < stop else None
    if tokens[i].text not in ("a", "the", "one", "another") or number is None or number[2]:
        return None
    return Count(i, number[1], number[0], number[0], number[0], bare=False)


def _others_fell(tokens: Sequence[Word], i: int, stop: int) -> bool:
    """«A number of soldiers were killed and others injured»: at least one."""
    k = i + 1
    while k < stop and (
        tokens[k].text in vocabulary().auxiliaries or tokens[k].text.endswith("ly")
    ):
        k += 1
    fate = vocabulary().after.at(tokens, k) if k < stop else None
    return tokens[i - 1].text in ("and", "while") and fate is not None


def _one_more(tokens: Sequence[Word], i: int, stop: int) -> bool:
    """«two were killed and a third wounded», «a third soldier»; not «a third of them»."""
    if tokens[i + 1].text not in syntax_words("ordinals"):
        return False
    k = i + 2
    while k < stop - 1 and (
        tokens[k].text in vocabulary().auxiliaries or tokens[k].text.endswith("ly")
    ):
        k += 1
    words = vocabulary()
    return words.after.at(tokens, k) is not None or words.people.at(tokens, i + 2) is not None


def _aged(tokens: Sequence[Word], k: int, stop: int) -> int:
    """The token after «16-year-old», or 0."""
    words = [token.text for token in tokens[k : min(stop, k + 5)]]
    aged = words[1:2] == ["-"] and words[2:3] in (["year"], ["month"]) and words[4:5] == ["old"]
    return k + 5 if aged else 0


def read_number(tokens: Sequence[Word], i: int, stop: int) -> tuple[int, int, bool] | None:
    """The cardinal at ``i``, the token after it and whether it is round («two dozen»)."""
    words = vocabulary()
    part = _part_of_a_scale(tokens, i, stop)
    if part is not None:
        return part
    total, current, end, loose = 0, None, i, False
    k = i
    while k < stop:
        text = tokens[k].text
        if text.isdecimal() and current is None:
            value, k, fraction = _digits(tokens, k, stop)
            if fraction is not None:
                return (fraction[0], fraction[1], False) if fraction[1] else None
            current = value
        elif text in words.one and (current is None or (current % 10 == 0 and text != "zero")):
            current = (current or 0) + words.one[text]
            k += 1
        elif text in words.scale and (current is not None or _half(tokens, k)):
            factor = words.scale[text]
            if factor == 100:
                current = (current or 1) * 100
            else:
                total += (current or 1) * factor
                current = 0
            k += 1
        elif text in words.dozen:
            current, loose = (current or 1) * 12, True
            k += 1
        elif _passes(tokens, i, k, stop, current):
            k += 1
            continue
        else:
            break
        end = k
    if current is None or end == i:
        return None
    return total + current, end, loose


def _part_of_a_scale(tokens: Sequence[Word], i: int, stop: int) -> tuple[int, int, bool] | None:
    """«half a million», «a quarter of a million»: so much of the scale, and about so much."""
    if tokens[i].text not in ("half", "a"):
        return None
    words = [token.text for token in tokens[i : min(stop, i + _SCALED)]]
    for phrase, share in (("half", "a"), 2), (("a", "quarter", "of", "a"), 4):
        scale = vocabulary().scale.get(words[len(phrase)]) if len(words) > len(phrase) else None
        if tuple(words[: len(phrase)]) == phrase and scale is not None:
            return scale // share, i + len(phrase) + 1, True
    return None


def _passes(tokens: Sequence[Word], i: int, k: int, stop: int, current: int | None) -> bool:
    """Whether a word inside a number adds nothing: «hundred and five», «twenty-one», «a dozen»."""
    words, text = vocabulary(), tokens[k].text
    following = tokens[k + 1].text if k + 1 < stop else ""
    if text == "and":
        return current is not None and tokens[k - 1].text == "hundred"
    if text == "-":
        return current is not None and 20 <= current % 100 <= 90 and following in words.one
    return text == "a" and k == i and (following in words.scale or following in words.dozen)


def _goes_on(tokens: Sequence[Word], end: int, stop: int) -> bool:
    """Whether a noun follows an adjective of a land, which is no noun itself then."""
    words = vocabulary()
    if end >= stop or not tokens[end].text.isalpha() or tokens[end].text in words.auxiliaries:
        return False
    closed = syntax_words("closed") | words.outside | words.left
    ends = tokens[end].text in closed or words.after.at(tokens, end) is not None
    return not ends and words.before.at(tokens, end) is None


def _of_several(tokens: Sequence[Word], end: int) -> bool:
    """Whether a noun after «a» names no one person: «a doctors' …», «a police …», «a rebel's»."""
    owner = end < len(tokens) and tokens[end].text in ("'", "’")
    return owner or tokens[end - 1].text == "police"


def _half(tokens: Sequence[Word], k: int) -> bool:
    return k > 0 and tokens[k - 1].text == "a"


def _digits(tokens: Sequence[Word], k: int, stop: int) -> tuple[int, int, tuple[int, int] | None]:
    """«1,200», «63 074», «1.7 million» (whose value and end come third)."""
    text = tokens[k].text
    k += 1
    if k < stop and tokens[k].start == tokens[k - 1].end and tokens[k].text.isalpha():
        if tokens[k].text not in vocabulary().scale:
            return 0, k + 1, (0, 0)  # «the 7th Brigade», «12x»
    while (
        k + 1 < stop
        and tokens[k].text == ","
        and len(tokens[k + 1].text) == 3
        and tokens[k + 1].text.isdecimal()
        and tokens[k].start == tokens[k - 1].end
        and tokens[k + 1].start == tokens[k].end
    ):
        text += tokens[k + 1].text
        k += 2
    if (
        k + 1 < stop
        and tokens[k].text == "."
        and tokens[k + 1].text.isdecimal()
        and (tokens[k].start == tokens[k - 1].end and tokens[k + 1].start == tokens[k].end)
    ):
        scale = vocabulary().scale.get(tokens[k + 2].text) if k + 2 < stop else None
        if scale is None:
            return 0, k + 2, (0, 0)  # a decimal of nothing counted in people
        value = round(float(f"{text}.{tokens[k + 1].text}") * scale)
        return 0, k + 3, (value, k + 3)
    if len(text) > 9:
        return 0, k, (0, 0)
    return int(text), k, None


def _noun(tokens: Sequence[Word], count: Count, stop: int) -> Count | None:
    """The count with its noun, adjectives read through; ``None`` where it counts other things."""
    words = vocabulary()
    aged = _aged(tokens, count.end, stop) or _aged(tokens, count.end + 1, stop)
    begin = aged or count.end
    for k in range(begin, min(stop, begin + _ADJECTIVES + 1)):
        text = tokens[k].text
        if text == "of" and k == count.end and k + 1 < stop and tokens[k + 1].text in _WHOSE:
            if tokens[k + 1].text == "them":
                return replace(count, end=k + 2, bare=False)
            continue  # «24 of its aid workers»
        inside = text == "-" and begin < k < stop - 1 and (
            tokens[k + 1].text == "backed" or tokens[k - 1].text in _ARTICLES
        )  # fmt: skip
        if text == "and" and k + 1 < stop and (
            words.bounds.at(tokens, k + 1) is not None or tokens[k + 1].text == "another"
        ):  # fmt: skip
            break  # «88, and at least another 25 injured»
        if text in _WHOSE or inside:  # «five Iran-backed fighters», «three al-Shabaab militants»
            continue
        match = words.people.at(tokens, k)
        if match is not None and match.end <= stop:
            follows = words.people.at(tokens, match.end) if match.end < stop else None
            if follows is not None:  # «Palestinian children», «police officers»
                match = follows
            if words.demonyms.at(tokens, k) is not None and _goes_on(tokens, match.end, stop):
                continue  # «an Israeli aggression», «two Israeli strikes»
            if not count.named and _of_several(tokens, match.end):
                return None  # «a doctors' committee», «a police source»
            return replace(count, end=match.end, victims=match.values[0], bare=False)
        if text == "other":
            continue  # «two other civilians», «several other locations»
        if text in words.others:
            return replace(count, end=k + 1, bare=False)
        if k == count.end and text in words.units:
            return None
        if text in words.units or not text.isalpha() or text in words.auxiliaries:
            break
        if words.after.at(tokens, k) is not None or words.before.at(tokens, k) is not None:
            break
    if aged and tokens[aged - 3].text == "year":
        return replace(count, end=aged, bare=False)  # «a 16-year-old was killed»
    return count if count.named else None
