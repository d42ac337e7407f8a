"""What the words of a sentence say of its toll: of which lands it is, and that it was put right."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from dashboard.text import fold, fold_word, words

Land = tuple[str, str]
"""A land by its name in English and in Arabic."""

_DATA = Path(__file__).parents[2] / "data"


def lands(text: object) -> frozenset[Land]:
    """The lands that a text names, by name or adjective."""
    found: set[Land] = set()
    for word in words(fold(str(text or ""))):
        if land := land_of(word.text):
            found.add(land)
    return frozenset(found)


def land_of(word: str) -> Land | None:
    """The land that a folded word names, by name or adjective."""
    known = _land_words()
    return next((known[form] for form in bare(word, "lands") if form in known), None)


@lru_cache(maxsize=32_768)
def bare(word: str, of: str) -> tuple[str, ...]:
    """A word as it is written, then without letters that are written onto words ``of`` a kind."""
    attached = _update_words()["attached"][of]
    found = (word.removeprefix(letters) for letters in attached if word.startswith(letters))
    return (word, *found)


@lru_cache(maxsize=1)
def _land_words() -> Mapping[str, Land]:
    """The single words that name a land or its people: folded word → the land."""
    raw = tomllib.loads((_DATA / "actors" / "states.toml").read_text(encoding="utf-8"))
    english = tomllib.loads((_DATA / "language" / "english.toml").read_text(encoding="utf-8"))
    known: dict[str, Land] = {}
    for state in raw["actor"]:
        named = (state["name"], state["name_ar"], *state.get("aliases", ()))
        people = (*state.get("adjectives", ()), *english["demonyms"].get(state["side"], ()))
        for name in (*named, *people):
            if " " not in name:
                known.setdefault(fold_word(name), (state["name"], state["name_ar"]))
    return known


@lru_cache(maxsize=4096)
def revised(sentence: str) -> bool:
    """Whether a sentence says that a toll rose or was put right."""
    said = (form for word in words(fold(sentence)) for form in bare(word.text, "revised"))
    return not _revisions().isdisjoint(said)


@lru_cache(maxsize=1)
def _revisions() -> frozenset[str]:
    return frozenset(fold_word(w) for listed in _update_words()["revised"].values() for w in listed)


@lru_cache(maxsize=1)
def _update_words() -> Mapping[str, Mapping[str, Sequence[str]]]:
    found: Mapping[str, Mapping[str, Sequence[str]]] = tomllib.loads(
        (_DATA / "language" / "updates.toml").read_text(encoding="utf-8")
    )
    return found
