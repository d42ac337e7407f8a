"""What is known of date words, read from ``data/language`` and folded once for look-ups.

Rules ask three things: which roles a word can play (``roles``), which phrase of a family begins
at a token (``Phrases.match``), and whether a word is one of a set. No rule knows a word itself.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, Generic, TypeVar

from dashboard.numerals import number_words
from dashboard.text import fold, words

LANGUAGE = Path(__file__).resolve().parents[2] / "data" / "language"

V = TypeVar("V")


def folded_words(phrase: str) -> tuple[str, ...]:
    """The folded words of a phrase of the data, tokenised as texts are."""
    return tuple(word.text for word in words(fold(phrase)))


@dataclass(slots=True)
class Phrases(Generic[V]):
    """Phrases of one family by their first word; the longest phrase wins."""

    table: dict[str, list[tuple[tuple[str, ...], V]]] = field(default_factory=dict)

    def add(self, phrase: str, value: V) -> None:
        key = folded_words(phrase)
        entries = self.table.setdefault(key[0], [])
        if key[1:] not in [rest for rest, _ in entries]:
            entries.append((key[1:], value))
            entries.sort(key=lambda entry: -len(entry[0]))

    def match(self, texts: list[str], i: int) -> tuple[V, int] | None:
        """The value of the longest phrase at token ``i`` and the token after it."""
        for rest, value in self.table.get(texts[i], ()):
            stop = i + 1 + len(rest)
            if not rest or tuple(texts[i + 1 : stop]) == rest:
                return value, stop
        return None

    @classmethod
    def of(cls, families: Mapping[V, Iterable[str]]) -> Phrases[V]:
        phrases = cls()
        for value, forms in families.items():
            for form in forms:
                phrases.add(form, value)
        return phrases

    def vocabulary(self) -> set[str]:
        """Every word of every phrase."""
        found = set(self.table)
        for entries in self.table.values():
            for rest, _ in entries:
                found.update(rest)
        return found


def _phrase_set(forms: Iterable[str]) -> Phrases[bool]:
    return Phrases.of({True: forms})


def _word_set(forms: Iterable[str]) -> frozenset[str]:
    """The single words among the forms; phrases are looked up as phrases."""
    return frozenset(words_[0] for words_ in map(folded_words, forms) if len(words_) == 1)


@dataclass(frozen=True, slots=True)
class Month:
    """A month of a calendar (``gregorian`` or ``hijri``) and how safely its name stands alone."""

    number: int
    calendar: str
    certainty: str  # "safe", "ambiguous" (needs a cue) or "dated" (needs a day)
    press: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of time and its grammatical number: singular, dual or plural; definite with ال."""

    name: str
    number: str
    definite: bool


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day known by a name: «هجمات 11 سبتمبر» is a day of 2001."""

    before: frozenset[str]
    month: int
    day: int
    year: int
    after: frozenset[str] = frozenset()
    alone: bool = False  # known without a word beside it: «منذ 7 أكتوبر»


@dataclass(frozen=True, slots=True)
class Feast:
    """A feast by its day in its calendar; ``moved`` where places keep it on other days."""

    calendar: str
    month: int
    day: int
    moved: bool
    announced: tuple[date, ...] = ()


@dataclass(slots=True)
class Lexicon:
    """All tables the rules look words up in."""

    months: Phrases[Month]
    half_names: dict[str, frozenset[int]]
    not_month_spelling: dict[str, frozenset[str]]
    month_cues: frozenset[str]
    day_cues: frozenset[str]
    weekdays: dict[str, int]
    bare_weekdays: dict[str, int]
    deictic: Phrases[int]
    modifiers: Phrases[int]
    units: dict[str, Unit]
    parts: dict[str, str]
    part_of_day: Phrases[bool]
    part_of_day_after: Phrases[bool]
    seasons: dict[str, str]
    decades: dict[str, int]
    fractions: dict[str, str]
    ordinals: dict[str, int]
    positions: dict[str, int]
    tens_of_days: dict[str, str]
    references: Phrases[bool]
    about: Phrases[bool]
    after_quantity: Phrases[bool]
    dated: Phrases[bool]
    named_days: tuple[NamedDay, ...]
    feasts: Phrases[Feast]
    english: dict[str, Any]
    sets: dict[str, frozenset[str]]
    roles: dict[str, frozenset[str]]
    gates: dict[str, frozenset[str]]
    after_figures: frozenset[str]
    after_numbers: frozenset[str]
    vocabulary: frozenset[str]


def _load(name: str) -> dict[str, Any]:
    with (LANGUAGE / name).open("rb") as file:
        return tomllib.load(file)


def _months(raw: dict[str, Any]) -> Phrases[Month]:
    ambiguous = {folded_words(word) for word in raw["ambiguous"]["words"]}
    dated = {folded_words(word) for word in raw["dated_only"]["words"]}
    months: Phrases[Month] = Phrases()
    for row in raw["month"]:
        for press, forms in row.items():
            if press in ("number", "calendar"):
                continue
            for form in forms:
                key = folded_words(form)
                certainty = "dated" if key in dated else "ambiguous" if key in ambiguous else "safe"
                months.add(form, Month(row["number"], row["calendar"], certainty, press))
    return months


def _half_names(raw: dict[str, Any]) -> dict[str, frozenset[int]]:
    """The first words that two Levantine months share, as «تشرين», with the numbers of both."""
    found: dict[str, set[int]] = {}
    for row in raw["month"]:
        for form in row.get("levantine", ()):
            first, *rest = folded_words(form)
            if rest:
                found.setdefault(first, set()).add(row["number"])
    return {word: frozenset(both) for word, both in found.items() if len(both) > 1}


def _units(raw: dict[str, Any]) -> dict[str, Unit]:
    units: dict[str, Unit] = {}
    for name, numbers in raw.items():
        for number, forms in numbers.items():
            for form in forms:
                word = folded_words(form)[0]
                units.setdefault(word, Unit(name, number, False))
                units.setdefault("ال" + word, Unit(name, number, True))
    return units


def _flat(raw: dict[str, list[str]]) -> dict[str, str]:
    return {folded_words(form)[0]: name for name, forms in raw.items() for form in forms}


def _decades(raw: dict[str, list[str]]) -> dict[str, int]:
    decades: dict[str, int] = {}
    for number, forms in raw.items():
        for form in forms:
            word = folded_words(form)[0]
            decades[word] = decades["ال" + word] = int(number)
    return decades


def _sets(raw: dict[str, Any]) -> dict[str, frozenset[str]]:
    """Sets of single words by «family.name», and phrases of one family by their first words."""
    return {
        f"{family}.{name}": _word_set(forms)
        for family, content in raw.items()
        if isinstance(content, dict)
        for name, forms in content.items()
        if isinstance(forms, list)
    }


def _gates(
    roles: Mapping[str, set[str]],
    phrases: Mapping[str, Phrases[Any]],
    follow: Mapping[str, frozenset[str]],
) -> dict[str, frozenset[str]]:
    """For words that only open something, the words that may follow (digits always may).

    ``phrases`` are families of one role: a word that is none by itself needs its second word.
    ``follow`` are the words that continue a role, whatever the word.
    """
    gates: dict[str, frozenset[str]] = {}
    for word, played in roles.items():
        needed: set[str] = set()
        for role in played:
            if role in follow:
                needed |= follow[role]
            rests = phrases[role].table.get(word, ()) if role in phrases else ()
            if role in follow or (rests and all(rest for rest, _ in rests)):
                needed.update(rest[0] for rest, _ in rests if rest)
            else:
                break
        else:
            gates[word] = frozenset(needed)
    return gates


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lexicon, read once a process."""
    months_raw, raw = _load("months.toml"), _load("date_words.toml")
    weekdays: dict[str, int] = {}
    bare: dict[str, int] = {}
    for row in _load("weekdays.toml")["weekday"]:
        weekdays.update({folded_words(form)[0]: row["number"] for form in row["names"]})
        bare.update({folded_words(form)[0]: row["number"] for form in row["bare"]})
    months = _months(months_raw)
    ordinals = {
        folded_words(form)[0]: int(n)
        for n, forms in raw["ordinals"].items()
        if n.isdecimal()
        for form in forms
    }
    positions = {
        folded_words(form)[0]: int(n) for n, forms in raw["positions"].items() for form in forms
    }
    deictic = Phrases.of({int(n): forms for n, forms in raw["deictic"].items()})
    modifiers = Phrases.of({int(n): forms for n, forms in raw["modifiers"].items() if n != "weak"})
    units, seasons = _units(raw["units"]), _flat(raw["seasons"])
    parts = _flat(raw["parts"])
    fractions = _flat({k: raw["fractions"][k] for k in ("quarter", "half", "third")})
    decades = _decades(raw["decades"])
    quantity = raw["quantity"]
    part_of_day = _phrase_set(raw["part_of_day"]["words"])
    references = _phrase_set(raw["references"]["words"])
    about = _phrase_set(quantity["about"])
    feasts: Phrases[Feast] = Phrases()
    for row in raw["feast"]:
        kept = Feast(
            row["calendar"],
            row["month"],
            row["day"],
            row.get("moved", False),
            tuple(row.get("announced", ())),
        )
        for name in row["names"]:
            feasts.add(name, kept)
    sets = _sets(raw)
    roles: dict[str, set[str]] = {}

    def play(words_: Iterable[str], role: str) -> None:
        for word in words_:
            roles.setdefault(word, set()).add(role)

    play(months.table, "month")
    play(weekdays, "weekday")
    play(deictic.table, "deictic")
    play(units, "unit")
    play(parts, "part")
    play(part_of_day.table, "part_of_day")
    play(sets["part_of_day.day_words"], "day_word")
    play(seasons, "season")
    play(decades, "decade")
    play(fractions, "fraction")
    play(ordinals, "ordinal")
    play(positions, "position")
    play(references.table, "reference")
    play(feasts.table, "feast")
    play(about.table, "about")
    play(sets["quantity.ago"] | sets["quantity.hence"], "counted")
    play(sets["quantity.vague"] | sets["quantity.half"] | sets["quantity.quarter"], "quantity")
    play(sets["period.year"], "year_word")
    play(sets["period.month"], "month_word")
    play(sets["joins.range_start"], "range")
    play(sets["same.before"], "same")
    play(("هذا", "هذه"), "modifier")  # the others follow their noun
    counted = frozenset(units) | frozenset(about.table) | number_words()
    counted |= sets["quantity.vague"] | sets["quantity.half"] | sets["quantity.quarter"]
    gates = _gates(
        roles,
        {
            "part_of_day": part_of_day, "reference": references, "about": about,
            "deictic": deictic, "month": months, "feast": feasts,
        },
        {
            "range": frozenset(ordinals) | {"ال", "بين"},
            "modifier": frozenset(word for word, unit in units.items() if unit.definite),
            "counted": counted,
            "about": counted,
            "position": frozenset(units) | frozenset(bare) | frozenset(months.table),
        },
    )  # fmt: skip
    vocabulary = frozenset(roles) | {"قرن", "القرن"}
    return Lexicon(
        months=months,
        half_names=_half_names(months_raw),
        not_month_spelling={
            folded_words(word)[0]: frozenset(wrong)
            for word, wrong in months_raw["spelling"].items()
        },
        month_cues=_word_set(months_raw["ambiguous"]["cues"]),
        day_cues=sets["period.day_cues"],
        weekdays=weekdays,
        bare_weekdays=bare,
        deictic=deictic,
        modifiers=modifiers,
        units=units,
        parts=parts,
        part_of_day=part_of_day,
        part_of_day_after=_phrase_set(raw["part_of_day"]["after"]),
        seasons=seasons,
        decades=decades,
        fractions=fractions,
        ordinals=ordinals,
        positions=positions,
        tens_of_days=_flat(raw["tens_of_days"]),
        references=references,
        about=about,
        after_quantity=_phrase_set(quantity["after"]),
        dated=_phrase_set(raw["period"]["dated"]),
        named_days=tuple(
            NamedDay(
                _word_set(r["before"]),
                r["month"],
                r["day"],
                r["year"],
                _word_set(r.get("after", ())),
                r.get("alone", False),
            )
            for r in raw["named_day"]
        ),
        feasts=feasts,
        english=raw["english"],
        sets=sets,
        gates=gates,
        after_figures=frozenset("/-.\\,و()")
        | {"من", "هذا", "ل", "او"}
        | frozenset(months.table)
        | frozenset(units)
        | number_words()
        | sets["joins.range"]
        | sets["period.month"]
        | sets["period.current_month"]
        | sets["period.past_month"]
        | sets["same.before"]
        | sets["same.of_it"]
        | sets["english.ordinal_ends"]
        | sets["english.list"]
        | sets["english.range"],
        after_numbers=frozenset(months.table)
        | frozenset(units)
        | number_words()
        | {f"و{word}" for word in number_words()}
        | frozenset(_flat(raw["tens_of_days"]))
        | sets["period.month"]
        | {"و", "من", "عشر", "عشره"},
        roles={word: frozenset(found) for word, found in roles.items()},
        vocabulary=vocabulary,
    )
