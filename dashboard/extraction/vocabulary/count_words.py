"""The words of counts, from ``data/language/casualties.toml``: nouns of people, bounds, units."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dashboard.extraction.vocabulary.phrases import PhraseTable, load, table
from dashboard.numerals import number_openers
from dashboard.text import Word, fold_word

_LETTERS = 3  # of a number word that may have ب before it
_RISE_REACH = 9  # words from «ارتفع» to the numbers
BRACKETS = {"(": ")", "[": "]", '"': '"'}
BEFORE_BOUNDS = ("", "و", "ب", "ل", "عن", "ال")  # what may be attached to a bound


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun of people: the kind it carries (or ""), the victims' class, its grammatical number."""

    kind: str
    victims: str
    number: str  # "sg", "du" or "pl"
    kin: bool = False  # «زوجته», «أولادهما»: of somebody named before


@dataclass(frozen=True, slots=True)
class _Lexicon:
    nouns: PhraseTable[Noun]
    bounds: PhraseTable[str]
    after: PhraseTable[str]
    vague: PhraseTable[str]
    units: frozenset[str]
    rises: frozenset[str]
    after_one: frozenset[str]  # «وإصابة آخر في …»: what may follow one more
    numbered: PhraseTable[Noun]  # people only after a number: «44 إصابة»


@lru_cache(maxsize=1)
def lexicon() -> _Lexicon:
    """The count words of ``data/language/casualties.toml``."""
    raw: dict[str, Any] = load("language/casualties.toml")
    nouns: PhraseTable[Noun] = PhraseTable()
    for kind, numbers in raw["nouns"].items():
        for number, forms in numbers.items():
            for form in forms:
                nouns.add(form, Noun(kind, "", {"0": "pl", "1": "sg", "2": "du"}[number]))
    for victims, numbers in raw["people"].items():
        for number, forms in numbers.items():
            for form in forms:
                noun = Noun("", victims, number)
                nouns.add(form, noun)
                if number == "pl" and " " not in form and not form.startswith("ال"):
                    nouns.add("ال" + form, noun)  # «عدد من المتمردين»
    for form in raw["nth"]["sg"]:
        nouns.add(form, Noun("", "", "sg"))
    for number in ("sg", "du", "pl"):
        for stem in raw["kin"][number]:
            for suffix in raw["kin"]["suffixes"]:
                nouns.add(stem + suffix, Noun("", "", number, kin=True))
    for victims, stems in raw["theirs"].items():
        for stem in stems:
            for suffix in raw["kin"]["suffixes"]:
                nouns.add(stem + suffix, Noun("", victims, "pl"))
    numbered: PhraseTable[Noun] = PhraseTable()
    for kind, forms in raw["nouns_after_number"].items():
        for form in forms:
            numbered.add(form, Noun(kind, "", "pl"))
    bounds = raw["bounds"]
    return _Lexicon(
        nouns,
        table({name: bounds[name] for name in ("low", "about", "high")}),
        table({name.removesuffix("_after"): bounds[name] for name in bounds if "_after" in name}),
        table(raw["vague"]),
        frozenset(fold_word(w) for w in raw["units"]["words"]),
        frozenset(fold_word(w) for w in raw["rises"]["words"]),
        frozenset(fold_word(w) for w in raw["nth"]["after_one"]),
        numbered,
    )


@lru_cache(maxsize=1)
def counted_words() -> frozenset[str]:
    """The words that a count can begin with, but for numbers."""
    lex = lexicon()
    return frozenset(("ما", "بين", "من", "احد", "احدي", *BRACKETS)).union(
        lex.bounds.opens(BEFORE_BOUNDS),
        lex.vague.opens(("", "و", "ب", "ل")),
        lex.nouns.opens(("", "و")),
    )


@lru_cache(maxsize=1)
def kind_openers() -> frozenset[str]:
    """The words that a noun with a kind of its own can begin with («قتلى», «جريحان»)."""
    raw: dict[str, Any] = load("language/casualties.toml")["nouns"]
    forms = (form for numbers in raw.values() for those in numbers.values() for form in those)
    return table({"kind": forms}).opens(("", "و"))


def of_units(tokens: Sequence[Word], i: int, stop: int) -> bool:
    """«ملايين الدولارات»: a unit with the article."""
    return i < stop and tokens[i].text.removeprefix("ال") in lexicon().units


def risen(tokens: Sequence[Word], i: int) -> bool:
    """«ارتفع عدد القتلى من 20 إلى 35»: from one number to another, not between them."""
    words = (token.text.lstrip("ولب") for token in tokens[max(0, i - _RISE_REACH) : i])
    return any(word in lexicon().rises for word in words)


@lru_cache(maxsize=1)
def numbers_with_by() -> frozenset[str]:
    """«بأربعين», «بتسعمئة»: the words of numbers with ب before them."""
    plain = (w for w in number_openers() if not w.startswith(("و", "ال")) and len(w) >= _LETTERS)
    return frozenset("ب" + word for word in plain)
