"""The English words of ``data/language/english.toml``, folded."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from dashboard.extraction.vocabulary.phrases import PhraseTable, key, load, table
from dashboard.text import fold_word

_PEOPLE = (
    "children", "women", "men", "fighters", "police", "medics", "journalists", "civilians",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words of numbers, of people and of what became of them, and of English syntax."""

    one: dict[str, int]
    scale: dict[str, int]
    dozen: frozenset[str]
    vague: PhraseTable[int]
    few: PhraseTable[str]
    bounds: PhraseTable[str]
    low_after: PhraseTable[str]
    people: PhraseTable[str]  # noun to victims' class, "" for people, "families"
    units: frozenset[str]
    others: frozenset[str]
    after: PhraseTable[str]
    before: PhraseTable[str]
    heads: PhraseTable[str]
    links: frozenset[str]
    over: frozenset[str]
    adjacent: frozenset[str]  # what stands right after its count only
    of_people: frozenset[str]
    ages: frozenset[str]
    corpses: frozenset[str]
    of_lives: frozenset[str]
    lives: frozenset[str]
    illnesses: frozenset[str]
    relatives: frozenset[str]
    counts: frozenset[str]  # heads before «of» and people
    rising: frozenset[str]
    subset: PhraseTable[str]
    none: PhraseTable[str]
    unreal: PhraseTable[str]
    right: PhraseTable[str]
    left: frozenset[str]
    outside: frozenset[str]
    together: frozenset[str]
    phone: frozenset[str]
    auxiliaries: frozenset[str]
    pronouns: frozenset[str]
    anonymous: frozenset[str]
    according: PhraseTable[str]
    relative_days: PhraseTable[int]  # phrase to the days from the day told before
    passive: frozenset[str]
    counterpart: frozenset[str]
    kin: frozenset[str]
    delegation: frozenset[str]
    members: frozenset[str]
    sent: frozenset[str]
    called_off: frozenset[str]
    titles: frozenset[str]
    honorifics: frozenset[str]
    royal: frozenset[str]
    lands: frozenset[str]  # words of demonyms, states and bodies: no surnames
    spellings: dict[str, tuple[str, ...]]  # part of a name to its other spellings
    also_named: PhraseTable[str]  # a name that the list of actors has not, to the actor's id
    demonyms: PhraseTable[str]
    states: PhraseTable[str]
    capitals: PhraseTable[str]
    offices: dict[str, PhraseTable[str]]  # of a body, by its id
    attending: PhraseTable[str]
    took_part: PhraseTable[str]
    trades: dict[str, tuple[str, ...]]  # «diplomat» to parts of the offices that one holds
    plural_offices: PhraseTable[str]  # «foreign ministers» to the office
    small_opening: frozenset[str]  # words in lower case that may begin a title
    venues: PhraseTable[str]  # houses by name to the id of their city


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The vocabulary; a missing list is a ``KeyError`` that names it."""
    raw: dict[str, Any] = load("language/english.toml")
    numbers, claims, syntax = raw["numbers"], raw["claims"], raw["syntax"]
    words = claims["words"]

    def some(values: list[str]) -> frozenset[str]:
        return frozenset(map(fold_word, values))

    people = {name: words[name] for name in _PEOPLE}
    people[""], people["families"] = words["people"], words["families"]
    for code, forms in raw["demonyms"].items():
        if len(code) == 3:  # «Palestinians», «three Syrians»
            people[""] = [*people[""], *(f"{f}s" for f in forms if f[-1] in "inae"), *forms[:1]]
    vague: PhraseTable[int] = PhraseTable()
    for phrase, least in numbers["vague"].items():
        vague.add(phrase, least)
    relative: PhraseTable[int] = PhraseTable()
    for phrase, days in raw["relative_days"].items():
        relative.add(phrase, days)
    return Vocabulary(
        numbers["one"],
        numbers["scale"],
        some(numbers["dozen"]),
        vague,
        table({"few": numbers["few"]}),
        table({name: numbers[name] for name in ("low", "about", "high")}),
        table({"low": numbers["low_after"]}),
        table(people),
        some(words["units"]),
        some(words["others"]),
        table(claims["after"]),
        table(claims["before"]),
        table(claims["heads"]),
        some(words["links"]),
        some(words["over"]),
        some(words["adjacent"]),
        some(words["of_people"]),
        some(words["ages"]),
        some(words["corpses"]),
        some(words["of_lives"]),
        some(words["lives"]),
        some(words["illnesses"]),
        some(words["relatives"]),
        some(words["counts"]),
        some(words["rising"]),
        table({"subset": words["subset"]}),
        table({"none": words["none"]}),
        table({"unreal": words["unreal"]}),
        table({"stop": syntax["right"]}),
        some(syntax["left"]),
        some(syntax["outside"]),
        some(syntax["with"]),
        some(syntax["phone"]),
        some(syntax["auxiliaries"]),
        some(syntax["pronouns"]),
        some(syntax["anonymous"]),
        table({"source": syntax["according"]}),
        relative,
        some(syntax["passive"]),
        some(syntax["counterpart"]),
        some(syntax["kin"]),
        some(syntax["delegation"]),
        some(syntax["members"]),
        some(syntax["sent"]),
        some(syntax["called_off"]),
        some(syntax["titles"]),
        some(syntax["honorifics"]),
        some(syntax["royal"]),
        frozenset(
            part
            for names in (*raw["demonyms"].values(), *raw["states"].values(), syntax["lands"])
            for name in names
            for part in key(name)
        ),
        {
            one: tuple(other for other in group if other != one)
            for group in raw["spellings"]["given"]
            for one in group
        },
        table(raw["names"]),
        table(raw["demonyms"]),
        table(raw["states"]),
        table(raw["capitals"]),
        {of: table(offices) for of, offices in raw["offices"].items()},
        table({"": syntax["attending"]}),
        table({"": syntax["took_part"]}),
        {trade: tuple(offices) for trade, offices in raw["trades"].items()},
        table(raw["plural_offices"]),
        frozenset(key(title)[0] for titles in raw["plural_offices"].values() for title in titles)
        | some(syntax["titles_alone"]),
        table(raw["venues"]),
    )


@cache
def syntax_words(name: str) -> frozenset[str]:
    """The folded words of list ``name`` of ``[syntax]``; ``KeyError`` names what is missing."""
    return frozenset(map(fold_word, load("language/english.toml")["syntax"][name]))
