"""Arabic cardinals, in digits and in words, read from folded words.

«260 الف», «ألفين وأربعمئة وسبعة عشر», «ثلاثة وعشرون», «1,5 مليون», «٢٦٠٬٠٠٠».
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from pathlib import Path

from dashboard.text import Word, fold_word
from dashboard.values import dataclass

_QUARTERS = fold_word("أرباع")
_TEEN = ("عشر", "عشره")
_THOUSAND, _REST = 1000, 3  # digits of what is left of thousands
DATA = Path(__file__).resolve().parent.parent / "data"


@dataclass(frozen=True, slots=True)
class Reading:
    """A number that was read: its value, the index after its last word, and how it was written."""

    value: int
    end: int
    digits: bool


@dataclass(frozen=True, slots=True)
class _Lexicon:
    simple: dict[str, tuple[int, str]]
    scales: dict[str, int]
    fractions: dict[str, Fraction]
    teens: dict[str, int]  # the first words of eleven and twelve


@lru_cache(maxsize=1)
def _lexicon() -> _Lexicon:
    """The number words of ``data/language/numbers.toml``, folded."""
    with (DATA / "language" / "numbers.toml").open("rb") as file:
        raw = tomllib.load(file)
    simple: dict[str, tuple[int, str]] = {}
    for family in ("units", "tens", "hundreds", "duals"):
        for value, forms in raw[family].items():
            for form in forms:
                simple[fold_word(form)] = (int(value), family)
    scales = {fold_word(f): int(v) for v, forms in raw["scales"].items() for f in forms}
    fractions = {fold_word(f): Fraction(v) for v, forms in raw["fractions"].items() for f in forms}
    teens = {fold_word(f): int(v) for v, forms in raw["teens"].items() for f in forms}
    return _Lexicon(simple, scales, fractions, teens)


def is_number_word(word: str) -> bool:
    """Whether a folded word is a cardinal or a scale («خمسه», «الف»), without attached letters."""
    lexicon = _lexicon()
    return word in lexicon.simple or word in lexicon.scales


@lru_cache(maxsize=1)
def cardinal_words() -> frozenset[str]:
    """The folded words that are a cardinal or a scale, without attached letters."""
    return frozenset({*_lexicon().simple, *_lexicon().scales})


def number_words() -> frozenset[str]:
    """The folded words that can begin a cardinal, with and without the article."""
    lexicon = _lexicon()
    words = {*lexicon.simple, *lexicon.scales, *lexicon.teens, *lexicon.fractions}
    return frozenset(words | {"ال" + word for word in words})


@lru_cache(maxsize=1)
def number_openers() -> frozenset[str]:
    """The folded words that ``read_cardinal`` can begin at, figures apart."""
    lexicon = _lexicon()
    words = {*lexicon.simple, *lexicon.scales, *lexicon.teens}
    attached = {before + word for word in words for before in ("", "و", "ال", "وال")}
    return frozenset(attached | {*lexicon.fractions})


def begins_number(word: str) -> bool:
    """Whether a folded word can begin a cardinal: a number word, or «احد», «اثنا» of a teen."""
    return is_number_word(word) or word in _lexicon().teens


@lru_cache(maxsize=20_000)
def stands_in_number(word: str) -> bool:
    """Whether a folded word can be part of a cardinal, attached و and ال included."""
    bare = word.removeprefix("و")
    return (
        word.isdecimal()
        or word in (",", ".", "و")
        or any(
            begins_number(form) or form in _lexicon().fractions or form in _TEEN
            for form in (word, bare, bare.removeprefix("ال"))
        )
    )


def read_cardinal(words: Sequence[Word], i: int) -> Reading | None:
    """The cardinal that begins at ``words[i]``, or ``None``.

    Reads digits with separators and a scale word after them, and number words joined by و. The
    article («الأربعة») is read through; an attached و, ب, ل before the first word is not: the
    caller strips it by passing words that begin after it.
    """
    if i >= len(words):
        return None
    word = words[i].text
    if word not in number_openers() and not word.isdecimal():
        return None  # nearly all words: seen at once
    if word in _lexicon().fractions:
        return _part_of_a_scale(words, i)
    if (parts := _quarters(words, i)) is not None:
        return parts
    number = _digits(words, i) if word.isdecimal() else _in_words(words, i)
    return _and_a_part(words, number) if number is not None else None


def _part_of_a_scale(words: Sequence[Word], i: int) -> Reading | None:
    """«نصف مليون», «ربع مليون»; a fraction of anything else is no cardinal."""
    scale = _lexicon().scales.get(words[i + 1].text) if i + 1 < len(words) else None
    if scale is None:
        return None
    value = _lexicon().fractions[words[i].text] * scale
    return Reading(int(value), i + 2, False)


def _quarters(words: Sequence[Word], i: int) -> Reading | None:
    """«ثلاثة أرباع مليون»: so many quarters of a scale."""
    if i + 2 >= len(words) or words[i + 1].text != _QUARTERS:
        return None
    many = _lexicon().simple.get(words[i].text, (0, ""))[0]
    scale = _lexicon().scales.get(words[i + 2].text.removeprefix("ال"))
    return Reading(int(Fraction(many, 4) * scale), i + 3, False) if many and scale else None


def _and_a_part(words: Sequence[Word], number: Reading) -> Reading:
    """«مليون ونصف», «مليونان ونصف المليون»: the part is one of the scale just read."""
    lexicon, end = _lexicon(), number.end
    part = lexicon.fractions.get(words[end].text.removeprefix("و")) if end < len(words) else None
    if part is None or not words[end].text.startswith("و"):
        return number
    read = _bare(words[end - 1].text, first=False) or ""
    scale = lexicon.scales.get(read) or lexicon.simple.get(read, (0, ""))[0] // 2
    if scale < _THOUSAND:
        return number
    named = end + 1 < len(words) and words[end + 1].text.removeprefix("ال") in lexicon.scales
    return Reading(int(number.value + part * scale), end + 1 + named, number.digits)


def _digits(words: Sequence[Word], i: int) -> Reading | None:
    text = words[i].text
    if len(text) > 12:
        return None
    end = i + 1
    value = Fraction(int(text))
    groups = 0
    while (
        len(text) <= 3
        and end + 1 < len(words)
        and words[end].text in (",", ".")
        and words[end + 1].text.isdecimal()
        and len(words[end + 1].text) == 3
        and words[end].start == words[end - 1].end
        and words[end + 1].start == words[end].end
    ):
        value = value * 1000 + int(words[end + 1].text)
        end += 2
        groups += 1
    if (
        groups == 0
        and end + 2 < len(words)
        and words[end].text in (",", ".")
        and words[end + 1].text.isdecimal()
        and len(words[end + 1].text) <= 2
        and words[end].start == words[end - 1].end
        and words[end + 1].start == words[end].end
        and words[end + 2].text in _lexicon().scales
    ):
        decimals = words[end + 1].text
        value += Fraction(int(decimals), 10 ** len(decimals))
        end += 2
    value, end = scaled(words, value, end)
    # «3 آلاف و400», «ألف و200»: a rest smaller than the scale just read.
    if end > i + 1 and words[end - 1].text in _lexicon().scales:
        scale = _lexicon().scales[words[end - 1].text]
        rest = _rest(words, end, scale)
        if rest is not None:
            value, end = value + rest.value, rest.end
        elif scale == _THOUSAND and _three_digits(words, end):
            value, end = value + int(words[end].text), end + 1  # «343 ألف 437»
    if value.denominator != 1:
        return None
    return Reading(int(value), end, True)


def _three_digits(words: Sequence[Word], i: int) -> bool:
    """Whether the hundreds follow their thousands with no «و» between."""
    return i < len(words) and len(words[i].text) == _REST and words[i].text.isdecimal()


def scaled(words: Sequence[Word], value: Fraction, end: int) -> tuple[Fraction, int]:
    """A number with the scales that follow it («ألف», «مليون»), and the index after them."""
    while end < len(words) and words[end].text in _lexicon().scales:
        value *= _lexicon().scales[words[end].text]
        end += 1
    return value, end


def _rest(words: Sequence[Word], i: int, below: int) -> Reading | None:
    """«و400» or «وأربعمئة» after a scale: a cardinal that is smaller than the scale."""
    if i >= len(words):
        return None
    if words[i].text == "و" and i + 1 < len(words) and words[i + 1].text.isdecimal():
        reading = _digits(words, i + 1)
    elif words[i].text.startswith("و") and _known(words[i].text[1:]):
        reading = _in_words(words, i)
    else:
        reading = None
    return reading if reading is not None and reading.value < below else None


def _known(text: str) -> bool:
    lexicon = _lexicon()
    return text in lexicon.simple or text in lexicon.scales


def _bare(text: str, *, first: bool) -> str | None:
    """The number word inside ``text``: as it is, after و (not the first), after ال."""
    if _known(text):
        return text
    if not first and text.startswith("و"):
        rest = text[1:]
        if _known(rest):
            return rest
        if rest.startswith("ال") and _known(rest[2:]):
            return rest[2:]
    if text.startswith("ال") and _known(text[2:]):
        return text[2:]
    if first and text.startswith("و") and _known(text[1:]):
        return text[1:]
    return None


def _teen(words: Sequence[Word], i: int) -> int:
    """Eleven or twelve, two words («أحد عشر», «واثنتي عشرة»); 0 for any other word."""
    if i + 1 >= len(words) or words[i + 1].text not in _TEEN:
        return 0
    word = words[i].text
    for bare in (word, word.removeprefix("و"), word.removeprefix("و").removeprefix("ال")):
        if bare in _lexicon().teens:
            return _lexicon().teens[bare]
    return 0


def _in_words(words: Sequence[Word], i: int) -> Reading | None:
    lexicon = _lexicon()
    total = 0  # what scales have closed
    group = 0  # below a thousand, still open
    last = 0  # the smallest power still free: a later part must be smaller
    end = i
    ceiling = 10**12
    while end < len(words):
        text = words[end].text
        teen = _teen(words, end)
        if teen:
            if group % 100 or (end > i and not text.startswith("و")):
                break
            group += teen
            last = teen
            end += 2
            continue
        bare = _bare(text, first=end == i)
        if bare is None:
            break
        joined = end > i and text.startswith("و") and not _known(text)
        if bare in lexicon.scales:
            scale = lexicon.scales[bare]
            if end == i or joined:
                if total and scale >= ceiling:
                    break
                total += group
                group = 0
                total += scale
            elif group:
                total += group * scale
                group = 0
            elif total and last == -1:
                total *= scale
            else:
                break
            ceiling = scale
            last = -1
            end += 1
            continue
        value, family = lexicon.simple[bare]
        if family == "duals":
            if group or (total and value >= ceiling):
                break
            total += value
            ceiling, last = value // 2, -1
            end += 1
            continue
        if end > i and not joined:
            # «سبعة عشر» and «ثلاث مئة» are the only parts that follow without و.
            if family == "units" and value == 10 and group % 10 > 0 and group % 100 < 10:
                group += 10
            elif bare in ("مائه", "مئه", "مايه", "ميه", "ميه") and 3 <= group <= 9:
                group *= 100
            else:
                break
        elif not joined and end > i:
            break
        elif group == 0:
            group = value
        elif (
            (family == "tens" and 0 < group % 100 < 10)
            or (family == "units" and group % 100 == 0 and value <= 10)
            or (family == "tens" and group % 100 == 0)
        ):
            group += value
        else:
            break
        last = value
        end += 1
    if end == i:
        return None
    if last == -1 and ceiling > 1 and not group and end < len(words) and words[end].text == "و":
        rest = _rest(words, end, ceiling)  # «ثمانية ملايين و300 ألف»
        if rest is not None:
            return Reading(total + rest.value, rest.end, False)
    return Reading(total + group, end, False)
