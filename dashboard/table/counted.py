"""What the words around a figure say of it: whom it counts, and of how much it is."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from dashboard.table.toll_words import Land, bare, land_of
from dashboard.text import fold, fold_word, words

_DATA = Path(__file__).parents[2] / "data" / "language" / "counted.toml"
_CLAUSE = re.compile(r"[،؛,;:.!؟?\n]")
_YEAR = re.compile(r"(?<!\d)(19\d\d|20\d\d)(?!\d)")
_BEHIND = 5  # words behind a figure that may say whom it counts
_LONGER = 4  # letters
_NEAR = 4  # words between «since» and a length of time

Known = Mapping[str, list[tuple[tuple[str, ...], Any]]]
"""Places to look for: the first word of a name → the words of those names, each with its place."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What a figure is of, by its own sentence.

    ``whom`` are groups of people («من الحوثيين», «إيرانيين»), empty for everyone; ``several`` that
    it sums up more than one happening; ``region`` that it is of a part of a land; ``before`` that
    its sentence calls it an earlier toll.
    """

    whom: frozenset[str]
    several: bool
    region: bool
    before: bool


@lru_cache(maxsize=8192)
def counted(sentence: str, figure: str, *, running: bool) -> Counted:
    """What a ``figure`` of a ``sentence``, its words as they stand there, is of.

    Of a ``running`` total the land is known otherwise, and its people are no group of their own.
    """
    said = _words(sentence)
    folded = " ".join(said)
    return Counted(
        whom=frozenset(_whom(sentence, figure, running)),
        several=not _set("several", "words").isdisjoint(_each(said)) or _lasts(said),
        region=not _set("region", "words").isdisjoint(_each(said)),
        before=any(phrase in folded for phrase in _phrases("before", "words")),
    )


@lru_cache(maxsize=8192)
def of_another_year(sentence: str, year: int) -> bool:
    """Whether a sentence names but years long before ``year``, and not as those of a beginning."""
    named = [int(found) for found in _YEAR.findall(fold(sentence).text)]
    if not named or max(named) >= year - 1:  # «حتى نهاية 2015» is told early in the next
        return False
    return _set("beginning", "words").isdisjoint(_each(_words(sentence)))


def named_places(names: Iterable[tuple[str, Any]]) -> Known:
    """Places, each by a name, made ready to be looked for."""
    known: dict[str, list[tuple[tuple[str, ...], Any]]] = {}
    for name, place in names:
        said = tuple(_words(name))
        if said:
            known.setdefault(said[0], []).append((said, place))
    return known


def names_part(text: str, name: str) -> bool:
    """Whether a text has a place's name, or a longer word of it («الغوطة» for the eastern one)."""
    forms = {form for word in _words(text) for form in bare(word, "lands")}
    said = _words(name)
    longer = [word for word in said if len(word) >= _LONGER] or said[:1]
    return any(not forms.isdisjoint(bare(word, "lands")) for word in longer)


def places_beside(sentence: str, figure: str, known: Known) -> set[Any]:
    """The ``known`` places that the clause of a figure names."""
    at = max(sentence.find(figure), 0)
    begin = max((m.end() for m in _CLAUSE.finditer(sentence, 0, at)), default=0)
    after = _CLAUSE.search(sentence, at + len(figure))
    said = _words(sentence[begin : after.start() if after else len(sentence)])
    found: set[Any] = set()
    for k, word in enumerate(said):
        for form in bare(word, "lands"):
            for name, place in known.get(form, ()):
                if tuple(said[k + 1 : k + len(name)]) == name[1:]:
                    found.add(place)
    return found


def _whom(sentence: str, figure: str, running: bool) -> Iterator[str]:
    own = _words(figure)
    at = sentence.find(figure)
    tail = sentence[at + len(figure) :] if at >= 0 else ""
    cut = _CLAUSE.search(tail)
    behind = list(_until(_words(tail[: cut.start()] if cut else tail)[:_BEHIND]))
    said = [*own, *behind]
    for k, word in enumerate(said):
        before = said[k - 1] if k else ""
        if word in _set("parts", "them"):
            yield word
        elif word in _set("parts", "of") and not running and before not in _set("parts", "bound"):
            yield from _part(said[k + 1 : k + 3])
        if label := _groups().get(word):
            yield label
        elif not running and (land := _people(word)):
            yield land[0]


def _until(said: list[str]) -> Iterator[str]:
    for word in said:
        if word in _set("parts", "end"):
            return
        yield word


def _part(said: list[str]) -> Iterator[str]:
    """Of which group something is a part, by the words behind «من»."""
    for word in said:
        if word in _set("parts", "members"):
            continue
        if word not in _set("parts", "everyone") and not word[0].isdecimal():
            label = _groups().get(word)
            if label is None and (land := _people(word)):
                label = land[0]
            yield label or word
        return


def _people(word: str) -> Land | None:
    """The land of a people's name, «إيرانيا» as well."""
    return land_of(word) or land_of(word.removesuffix("ا"))


def _lasts(said: list[str]) -> bool:
    """Whether a length of time stands near behind «since» or «during»."""
    return any(
        not _set("several", "since").isdisjoint(_each([word]))
        and not _set("several", "while").isdisjoint(_each(said[k + 1 : k + 1 + _NEAR]))
        for k, word in enumerate(said)
    )


def _words(text: str) -> list[str]:
    return [word.text for word in words(fold(text))]


def _each(said: list[str]) -> Iterator[str]:
    """The words, each also without «و» and «ف» written onto it."""
    for word in said:
        yield from bare(word, "revised")


@lru_cache(maxsize=64)
def _set(table: str, name: str) -> frozenset[str]:
    return frozenset(fold_word(word) for word in _said()[table][name])


@lru_cache(maxsize=4)
def _phrases(table: str, name: str) -> tuple[str, ...]:
    return tuple(" ".join(_words(phrase)) for phrase in _said()[table][name])


@lru_cache(maxsize=1)
def _groups() -> Mapping[str, str]:
    return {fold_word(word): name for name, listed in _said()["whom"].items() for word in listed}


@lru_cache(maxsize=1)
def _said() -> Mapping[str, Mapping[str, list[str]]]:
    found: Mapping[str, Mapping[str, list[str]]] = tomllib.loads(_DATA.read_text(encoding="utf-8"))
    return found
