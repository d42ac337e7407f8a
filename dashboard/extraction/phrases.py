"""Tables of phrases looked up word by word: the gazetteer and every word list of the extractor."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Generic, TypeVar

from dashboard.text import Word, fold, words

DATA = Path(__file__).resolve().parent.parent.parent / "data"
V = TypeVar("V")

# Letters that are written onto the next word: «وبجنيف», «لـلأسد», «فقتل».
PROCLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "س", "وس")


@lru_cache(maxsize=64)
def load(name: str) -> dict[str, Any]:
    """The TOML file ``data/<name>``; an error names the file and the line."""
    path = DATA / name
    try:
        with path.open("rb") as file:
            return tomllib.load(file)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{path}: {error}; correct the line or restore the file") from error


def key(phrase: str) -> tuple[str, ...]:
    """The folded words of a phrase, the form in which phrases are looked up."""
    return tuple(w.text for w in words(fold(phrase)))


@dataclass(slots=True)
class _Node(Generic[V]):
    next: dict[str, _Node[V]] = field(default_factory=dict)
    values: list[V] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Match(Generic[V]):
    """A phrase at words ``start``..``end``; ``clitic`` letters of its first word precede it."""

    start: int
    end: int
    clitic: int
    values: tuple[V, ...]


class PhraseTable(Generic[V]):
    """Phrases with their values; the longest phrase at a word is found in one walk."""

    def __init__(self, entries: Iterable[tuple[str, V]] = ()) -> None:
        self._root: _Node[V] = _Node()
        self._starts: dict[tuple[str, ...], dict[str, list[tuple[int, _Node[V]]]]] = {}
        self._openers: dict[tuple[str, ...], frozenset[str]] = {}
        self.size = 0
        for phrase, value in entries:
            self.add(phrase, value)

    def add(self, phrase: str, value: V) -> None:
        """Adds a phrase; the same phrase may hold several values."""
        parts = key(phrase)
        if not parts:
            return
        self._starts.clear()
        self._openers.clear()
        node = self._root
        for part in parts:
            node = node.next.setdefault(part, _Node())
        if value not in node.values:
            node.values.append(value)
            self.size += 1

    def at(
        self, tokens: Sequence[Word], i: int, clitics: tuple[str, ...] = ("",)
    ) -> Match[V] | None:
        """The longest phrase that begins at ``tokens[i]``, after one of the given clitics."""
        starts = self._starts.get(clitics)
        if starts is None:
            starts = self._starts[clitics] = self._with(clitics)
        for size, first in starts.get(tokens[i].text, ()):
            node: _Node[V] | None = first
            best: Match[V] | None = None
            j = i + 1
            while node is not None:
                if node.values:
                    best = Match(i, j, size, tuple(node.values))
                node = node.next.get(tokens[j].text) if j < len(tokens) else None
                j += 1
            if best is not None:
                return best
        return None

    def opens(self, clitics: tuple[str, ...] = ("",)) -> frozenset[str]:
        """Every word that a phrase can begin with, its clitics included."""
        if clitics not in self._openers:
            self._starts[clitics] = self._with(clitics)
            self._openers[clitics] = frozenset(self._starts[clitics])
        return self._openers[clitics]

    def _with(self, clitics: tuple[str, ...]) -> dict[str, list[tuple[int, _Node[V]]]]:
        """Words with the letters before their phrase and the phrase's first node, in their order.

        Most words begin no phrase: one look-up says so, whatever the number of clitics.
        """
        starts: dict[str, list[tuple[int, _Node[V]]]] = {}
        for clitic in clitics:
            size = len(clitic)
            for word, node in self._root.next.items():
                if not clitic or len(word) >= 2:
                    starts.setdefault(clitic + word, []).append((size, node))
                # «للأمم» is ل + الأمم: the alif of the article is not written.
                bare = word[1:]
                if clitic.endswith("ل") and word.startswith("ال") and len(bare) >= 2:
                    if bare not in self._root.next:
                        starts.setdefault(clitic + bare, []).append((size, node))
        return starts


def table(entries: dict[str, Iterable[str]]) -> PhraseTable[str]:
    """A phrase table of ``value -> phrases``."""
    return PhraseTable((phrase, value) for value, phrases in entries.items() for phrase in phrases)
