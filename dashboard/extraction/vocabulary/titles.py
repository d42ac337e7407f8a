"""Titles in the text: counterparts, pairs, duals and plurals of an office, institutions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dashboard.extraction.vocabulary.phrases import PhraseTable, load, table
from dashboard.text import fold_word

CLITICS = ("", "و", "ب", "ل", "ف", "ك", "وب", "ول")  # what may be attached to a title or name


@dataclass(frozen=True, slots=True)
class Titles:
    """The words beside a title or name that tell who is meant."""

    counterparts: frozenset[str]
    pairs: PhraseTable[str]
    triples: PhraseTable[str]
    members: PhraseTable[tuple[str, tuple[str, ...]]]  # the envoy's office of a land, and ids
    address: PhraseTable[str]
    counterparts_many: frozenset[str]
    groups: PhraseTable[str]  # dual and plural titles -> office
    institutions: PhraseTable[str]
    delegates: frozenset[str]
    people: dict[str, int]  # «وفد», «بوفد»: how many letters are attached
    ranks: frozenset[str]  # what may stand between these and the adjective of their state
    deputies: frozenset[str]
    bare: PhraseTable[str]  # «الوزير» -> what the office's id says
    monitors: frozenset[str]
    national: frozenset[str]  # world bodies of whose name states have bodies too
    of_one_state: frozenset[str]
    heads: dict[str, tuple[str, ...]]  # offices that stand in for an office
    theirs: PhraseTable[str]  # «وزير خارجيتها» -> office
    leaders: frozenset[str]  # offices by whose holder a state is known
    councils: PhraseTable[str]
    council_of: dict[str, str]  # state -> id of its council
    seats: frozenset[str]  # bodies known by their house
    inside: frozenset[str]
    between: frozenset[str]
    styles: frozenset[str]
    given: frozenset[str]  # given names beside those of the list of people
    not_names: frozenset[str]
    name_with: frozenset[str]  # what belongs to the last word of a name: «بن علوي»
    ordinary: frozenset[str]  # last words of names that name nobody alone
    surname_of_one: frozenset[str]  # alone, of the best known of a family
    honorifics: frozenset[str]
    common: frozenset[str]  # honorifics that say nothing of an office
    by_given_name: frozenset[str]  # honorifics of one known by his given name
    namesakes: frozenset[str]
    kin: frozenset[str]  # of whom is told what is not told of the one named after
    envoys: PhraseTable[str]
    lands: dict[str, frozenset[str]]  # the UN envoy's office -> words of his country
    told_lands: dict[str, frozenset[str]]  # those, and lands of which no text is by their words


@lru_cache(maxsize=1)
def titles() -> Titles:
    """The title words of ``data/language/titles.toml``."""
    raw: dict[str, Any] = load("language/titles.toml")
    groups: PhraseTable[str] = PhraseTable()
    for part in ("duals", "plurals"):
        for office, forms in raw[part].items():
            for form in forms:
                groups.add(form, office)
    return Titles(
        frozenset(fold_word(w) for w in raw["counterparts"]),
        table(raw["pairs"]),
        table(raw["triples"]),
        _members(raw["members"]),
        table(raw["address"]),
        frozenset(fold_word(w) for w in raw["counterparts_many"]["words"]),
        groups,
        table({"institution": raw["institutions"]["words"]}),
        frozenset(fold_word(w) for w in raw["delegates"]["words"]),
        _with_clitics(raw["people"]["words"]),
        frozenset(fold_word(w) for w in raw["people"]["ranks"]),
        frozenset(fold_word(w) for w in raw["deputies"]["words"]),
        table(raw["bare"]),
        frozenset(raw["monitors"]["ids"]),
        frozenset(raw["national"]["ids"]),
        frozenset(fold_word(w) for w in raw["national"]["words"]),
        {office: tuple(those) for office, those in raw["heads"].items()},
        table(raw["theirs"]),
        frozenset(raw["of_leader"]["offices"]),
        table({"council": raw["councils"]["words"]}),
        dict(raw["councils"]["of"]),
        frozenset(raw["seats"]["ids"]),
        frozenset(fold_word(w) for w in raw["seats"]["before"]),
        frozenset(fold_word(w) for w in raw["between"]["words"]),
        frozenset(fold_word(w) for w in raw["styles"]["words"]),
        frozenset(fold_word(w) for w in raw["given"]["words"]),
        frozenset(fold_word(w) for w in raw["not_names"]["words"]),
        frozenset(fold_word(w) for w in raw["surnames"]["with"]),
        frozenset(fold_word(w) for w in raw["surnames"]["ordinary"]),
        frozenset(fold_word(w) for w in raw["surnames"]["of_one"]),
        frozenset(fold_word(w) for w in raw["honorifics"]["words"]),
        frozenset(fold_word(w) for w in raw["honorifics"]["common"]),
        frozenset(fold_word(w) for w in raw["honorifics"]["by_given_name"]),
        frozenset(fold_word(w) for w in raw["namesakes"]["words"]),
        frozenset(fold_word(w) for w in raw["kin"]["words"]),
        table({"envoy": raw["envoys"]["words"]}),
        _lands(raw["envoys"]["lands"]),
        _lands(raw["envoys"]["lands"] | raw["envoys"]["told"]),
    )


def _lands(listed: dict[str, list[str]]) -> dict[str, frozenset[str]]:
    return {office: frozenset(map(fold_word, words)) for office, words in listed.items()}


def _members(raw: dict[str, Any]) -> PhraseTable[tuple[str, tuple[str, ...]]]:
    """Each body's members, with the land in whose news they are called so ("" in any)."""
    out: PhraseTable[tuple[str, tuple[str, ...]]] = PhraseTable()
    for name, ids in raw.items():
        of_a_land = ids.items() if isinstance(ids, dict) else ()
        for phrase, those in of_a_land or ((name, ids),):
            out.add(phrase, (name if of_a_land else "", tuple(those)))
    return out


def _with_clitics(words: Iterable[str]) -> dict[str, int]:
    """Each word, with the article or without, after each letter that may be attached to it."""
    out: dict[str, int] = {}
    for word in map(fold_word, words):
        for clitic in ("", "و", "ب", "ل", "وب"):
            out.setdefault(clitic + word, len(clitic))
            out.setdefault(clitic + "ال" + word, len(clitic))
    return out
