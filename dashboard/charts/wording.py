"""A casualty claim in words, as people say it: "at least 260,000", «أكثر من 260 ألفاً»."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path

from dashboard.charts.labels import Labels, as_count
from dashboard.text import fold_word

_THOUSAND, _MILLION = 1_000, 1_000_000
_CLAIM_WORDS = Path(__file__).parents[2] / "data" / "language" / "casualties.toml"


def claim_words(
    low: object,
    best: object,
    high: object,
    *,
    labels: Labels,
    approximate: bool = False,
    kind: str = "",
    unit: str = "people",
    text: str = "",
) -> str:
    """The count of a claim as people say it, with its noun when ``kind`` is given.

    Bounds are whole people or families, ``None`` or NA where open. ``text`` is the source's own
    phrase: where it says "more than", so does the wording. Plural forms follow CLDR.
    """
    lower, middle, upper = as_count(low), as_count(best), as_count(high)
    if lower is None and upper is None:
        return labels.t("claim.unknown")
    if lower is None:
        return labels.t("claim.up_to", n=_counted(upper or 0, kind, unit, labels, after=True))
    if upper is None:
        said = _counted(lower, kind, unit, labels, after=True)
        if middle is None:
            return _vague(lower, said, kind, labels)
        more = fold_word(text).startswith(_more_than())
        return labels.t("claim.more_than" if more else "claim.at_least", n=said)
    if lower != upper:
        return labels.t(
            "claim.between",
            low=spoken(lower, labels, after=True),
            high=_counted(upper, kind, unit, labels, after=True),
        )
    said = _counted(middle if middle is not None else lower, kind, unit, labels, after=approximate)
    return labels.t("claim.about", n=said) if approximate else said


@lru_cache(maxsize=1)
def _more_than() -> tuple[str, ...]:
    """How a source itself bounds its figure, as folded text begins: our wording keeps that."""
    words = tomllib.loads(_CLAIM_WORDS.read_text(encoding="utf-8"))["said"]["more_than"]
    return tuple(map(fold_word, words))


def spoken(n: int, labels: Labels, *, after: bool = False, noun: bool = False) -> str:
    """A number as it is said: round thousands and millions in words, else digits.

    ``noun`` is true before the counted noun, where Arabic puts the number in construct state;
    ``after`` a word that governs it, which shows in the dual («أكثر من ألفين»).
    """
    scale = _round(n, labels)
    if not scale:
        return labels.number(n)
    name = "million" if scale == _MILLION else "thousand"
    state = ".of" if noun else ".after" if after else ""
    parts = n / scale
    if parts.is_integer():
        return labels.counted(f"claim.{name}{state}", int(parts))
    return labels.t(f"claim.{name}.part", n=labels.number(parts))


def _round(n: int, labels: Labels) -> int:
    if n >= _MILLION and n % (_MILLION // 10) == 0:
        return _MILLION
    if labels.language == "ar" and n >= _THOUSAND and n % _THOUSAND == 0:
        return _THOUSAND
    return 0


def _counted(n: int, kind: str, unit: str, labels: Labels, *, after: bool) -> str:
    """A number with its noun; ``after`` a word that governs it («أكثر من»), in the oblique."""
    if not kind and unit != "families":
        return spoken(n, labels, after=after)
    noun = "claim.family" if unit == "families" else f"claim.{kind}"
    if _round(n, labels):
        return labels.t(f"{noun}.of", n=spoken(n, labels, noun=True))
    return labels.counted(f"{noun}.after" if after else noun, n)


def _vague(lower: int, said: str, kind: str, labels: Labels) -> str:
    """«عشرات» and the like: the word itself, with the least it can mean."""
    names = {10: "tens", 100: "hundreds", 1000: "thousands", 10_000: "ten_thousands",
             100_000: "hundred_thousands", 1_000_000: "millions"}  # fmt: skip
    if lower == 1:
        return labels.t(f"claim.some.{kind}") if kind else labels.t("claim.some")
    if lower not in names:
        return labels.t("claim.at_least", n=said)
    return labels.t(f"claim.{names[lower]}", n=labels.number(lower))
