"""Tables of phrases looked up word by word: the gazetteer and every word list of the extractor."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from dashboard.text import Word, fold, indices_of, words

DATA = Path(__file__).resolve().parents[3] / "data"
V = TypeVar("V")
_KURD, _KURDISH = "كرد", re.compile("^(ال|)كرد(?=ي|ستان|$)")

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
    folded = fold(phrase)
    plain = folded.text.split()
    if all(map(str.isalpha, plain)):
        return tuple(plain)  # letters and spaces only: each piece is a word
    return tuple(w.text for w in words(folded))


def _as_in_erbil(word: str) -> str:
    """«كوردستان» for «كردستان»; another word as it is."""
    return _KURDISH.sub(r"\1كورد", word)


@dataclass(slots=True)
class _Node(Generic[V]):
    next: dict[str, _Node[V]] = field(default_factory=dict)
    values: tuple[V, ...] = ()


class Match(NamedTuple, Generic[V]):
    """A phrase at words ``start``..``end``; ``clitic`` letters of its first word precede it."""

    start: int
    end: int
    clitic: int
    values: tuple[V, ...]


_REMEMBERED = 300_000  # words
_SMALL = 1_500  # first words of a table that is written out whole


# The letters before a phrase, its values where it has one word only, and the words that go on.
_Begin = tuple[int, tuple[Any, ...], dict[str, _Node[Any]]]


class _Starts(dict[str, tuple[_Begin, ...]]):
    """Words with the beginnings of the phrases that begin there, in the order of the clitics.

    A small table is written out whole; of a large one a word is looked into once, when it is met.
    """

    def __init__(self, root: _Node[Any], clitics: tuple[str, ...]) -> None:
        super().__init__()
        self._root, self._clitics = root, clitics
        self._sizes = sorted({len(clitic) for clitic in clitics})
        self._letters = frozenset(clitic[:1] for clitic in clitics)
        self.whole = len(root.next) <= _SMALL
        if self.whole:
            for word in _openers(root, clitics):
                self[word] = self._look(word)

    def __missing__(self, word: str) -> tuple[_Begin, ...]:
        if self.whole:
            return ()
        if len(self) > _REMEMBERED:
            self.clear()
        self[word] = out = self._look(word)
        return out

    def _look(self, word: str) -> tuple[_Begin, ...]:
        begins = self._root.next
        if word[:1] not in self._letters and "" in self._letters:
            node = begins.get(word)
            return ((0, node.values, node.next),) if node is not None else ()
        for size in self._sizes:
            rest = word[size:]
            if rest in begins or (rest[:1] == "ل" and size and "ا" + rest in begins):
                break
        else:
            return ()  # most words, whatever the number of clitics
        found: list[_Begin] = []
        for clitic in self._clitics:
            if not word.startswith(clitic):
                continue
            rest = word[len(clitic) :]
            node = begins.get(rest)
            if node is not None and (not clitic or len(rest) >= 2):
                found.append((len(clitic), node.values, node.next))
            # «للأمم» is ل + الأمم: the alif of the article is not written.
            elif node is None and clitic.endswith("ل") and rest[:1] == "ل" and len(rest) >= 2:
                article = begins.get("ا" + rest)
                if article is not None:
                    found.append((len(clitic), article.values, article.next))
        return tuple(found)


def _openers(root: _Node[Any], clitics: tuple[str, ...]) -> set[str]:
    """Every word that a phrase can begin with, its clitics included."""
    words: set[str] = set()
    for clitic in clitics:
        words.update(clitic + w for w in root.next if not clitic or len(w) >= 2)
        if clitic.endswith("ل"):
            words.update(clitic + w[1:] for w in root.next if w.startswith("ال"))
    return words


class PhraseTable(Generic[V]):
    """Phrases with their values; the longest phrase at a word is found in one walk."""

    def __init__(self, entries: Iterable[tuple[str, V]] = ()) -> None:
        self._root: _Node[V] = _Node()
        self._starts: dict[tuple[str, ...], _Starts] = {}
        self._openers: dict[tuple[str, ...], frozenset[str]] = {}
        self.size = 0
        for phrase, value in entries:
            self.add(phrase, value)

    def add(self, phrase: str, value: V) -> None:
        """Adds a phrase; the same phrase may hold several values.

        One of Kurdistan or the Kurds is added in the spelling of Erbil too: «كوردستان», «الكوردي».
        """
        parts = key(phrase)
        if not parts:
            return
        self._put(parts, value)
        if _KURD in phrase:
            self._put(tuple(_as_in_erbil(part) for part in parts), value)

    def _put(self, parts: tuple[str, ...], value: V) -> None:
        self._starts.clear()
        self._openers.clear()
        node = self._root
        for part in parts:
            node = node.next.setdefault(part, _Node())
        if value not in node.values:
            node.values = (*node.values, value)
            self.size += 1

    def at(
        self, tokens: Sequence[Word], i: int, clitics: tuple[str, ...] = ("",)
    ) -> Match[V] | None:
        """The longest phrase that begins at ``tokens[i]``, after one of the given clitics.

        None also where the text ends before ``i``.
        """
        starts = self._starts.get(clitics)
        if starts is None:
            starts = self.starting(clitics)
        try:
            word = tokens[i].text
        except IndexError:
            return None
        begins = starts.get(word)
        if begins is None:
            if starts.whole:
                return None
            begins = starts[word]
        found: Match[V] | None = None
        for size, values, following in begins:
            end = j = i + 1
            while following and j < len(tokens):
                node = following.get(tokens[j].text)
                if node is None:
                    break
                j += 1
                following = node.next
                if node.values:
                    values, end = node.values, j
            if values and (found is None or end > found.end):
                found = Match(i, end, size, values)  # «برام الله»: not the town of Buram
        return found

    def count(self, tokens: Sequence[Word], clitics: tuple[str, ...] = ("",)) -> int:
        """At how many tokens a phrase begins."""
        begin = indices_of(tokens, self.opens(clitics))
        return sum(self.at(tokens, k, clitics) is not None for k in begin)

    def opens(self, clitics: tuple[str, ...] = ("",)) -> frozenset[str]:
        """Every word that a phrase can begin with, its clitics included."""
        if clitics not in self._openers:
            self._openers[clitics] = frozenset(_openers(self._root, clitics))
        return self._openers[clitics]

    def going_on(self, word: str, clitics: tuple[str, ...]) -> frozenset[str] | None:
        """The words one of which follows where a phrase begins at a word; None where any may."""
        begins = self.starting(clitics)[word]
        if any(values for _, values, _ in begins):
            return None
        return frozenset().union(*(following for _, _, following in begins))

    def starting(self, clitics: tuple[str, ...] = ("",)) -> _Starts:
        """What begins at each word; empty for a word that begins no phrase."""
        starts = self._starts.get(clitics)
        if starts is None:
            starts = self._starts[clitics] = _Starts(self._root, clitics)
        return starts


def table(entries: dict[str, Iterable[str]]) -> PhraseTable[str]:
    """A phrase table of ``value -> phrases``."""
    return PhraseTable((phrase, value) for value, phrases in entries.items() for phrase in phrases)
