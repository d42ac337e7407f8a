"""Tokens of folded text for the date rules: words, digit runs, marks; attached letters split off.

A word that no table knows but whose rest is known loses its attached letters to a token of their
own: «والجمعة» is «و» + «الجمعه», «لليوم» is «ل» + «اليوم». Offsets stay those of the folded text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container
from functools import lru_cache
from itertools import compress

from dashboard.dates.lexicon import lexicon
from dashboard.numerals import (
    Reading,
    cardinal_words,
    is_number_word,
    read_cardinal,
    stands_in_number,
)
from dashboard.text import Folded, Pieces, Word

_ATTACHED = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك")
_NOT_FIRST = frozenset([",", ".", "و", "نصف", "ربع"])
_PAD = 8


@lru_cache(maxsize=1)
def splits() -> dict[str, int]:
    """How many attached letters precede a date word, for every word that has them.

    Negative where the article lost its alif («لليوم»). Number words keep و, which the numerals
    read themselves.
    """
    known, numbers = lexicon().vocabulary, cardinal_words()
    whole = lexicon().sets["whole.words"]
    found: dict[str, int] = {}
    for letters in _ATTACHED:
        for word in known:
            found.setdefault(letters + word, len(letters))
            if letters[-1] == "ل" and word.startswith("ال"):
                found.setdefault(letters + word[1:], -len(letters))
        if letters != "و":
            for word in numbers:
                found.setdefault(letters + word, len(letters))
    return {
        word: size
        for word, size in found.items()
        if len(word) > 2 and word not in known and word not in numbers and word not in whole
    }


class Tokens:
    """Parallel lists of token texts and folded offsets, padded so that look-ahead is safe.

    ``known`` are the words with attached letters and those that the caller looks for; where one of
    the latter may stand is kept in ``calling``.
    """

    __slots__ = ("_cardinals", "_grown", "calling", "folded", "n", "start", "text")

    def __init__(self, folded: Folded, parts: Pieces, known: Container[str]) -> None:
        self.folded = folded
        self._cardinals: dict[int, Reading | None] = {}
        self._grown: set[int] = set()  # where tokens begin that are a letter longer than the text
        whole, begins = parts.texts, parts.starts
        if parts.rulers:
            whole = list(whole)
            for i in parts.rulers:
                whole[i] = "\n"  # it separates as a line's end does
        texts: list[str] = []
        starts: list[int] = []
        self.calling: list[int] = []
        sizes, done = splits(), 0
        for i in compress(range(len(whole)), map(known.__contains__, whole)):
            word, start = whole[i], begins[i]
            at = len(texts) + i - done
            self.calling.append(at)
            code = sizes.get(word, 0)
            if not code:
                continue
            self.calling.append(at + 1)
            size = abs(code)
            # «لليوم»: the article lost its alif to the attached ل.
            if code < 0:
                self._grown.add(start + size)
            texts += whole[done:i]
            texts += (word[:size], word[size:] if code > 0 else "ا" + word[size:])
            starts += begins[done:i]
            starts += (start, start + size)
            done = i + 1
        texts += whole[done:]
        starts += begins[done:]
        self.n = len(texts)
        size = len(folded.text)
        texts.extend([""] * _PAD)
        starts.extend([size] * _PAD)
        self.text, self.start = texts, starts

    def end(self, i: int) -> int:
        """The folded offset after token ``i``."""
        start = self.start[i]
        return start + len(self.text[i]) - (start in self._grown)

    def attached(self, i: int) -> bool:
        """Whether token ``i`` touches the token before it."""
        return i > 0 and self.start[i] == self.end(i - 1)

    def before(self, i: int) -> str:
        """The token before ``i``, attached letters skipped; empty at the beginning."""
        j = i - 1
        if j > 0 and self.text[j] in _ATTACHED and self.attached(j + 1):
            return self.text[j]
        return self.text[j] if j >= 0 else ""

    def original(self, i: int) -> str:
        """The token as the text spells it."""
        start, end = self.folded.span(self.start[i], self.end(i))
        return self.folded.original[start:end]

    def index(self, offset: int) -> int:
        """The first token that begins at or after a folded offset."""
        return bisect_left(self.start, offset, 0, self.n)

    def cardinal(self, i: int) -> Reading | None:
        """The cardinal that begins at token ``i``; ``end`` is a token index."""
        if i not in self._cardinals:  # several rules ask for the same one
            self._cardinals[i] = self._cardinal(i)
        return self._cardinals[i]

    def _cardinal(self, i: int) -> Reading | None:
        text = self.text[i]
        if text.isdecimal():
            following = self.text[i + 1]
            if following not in (",", ".") and not is_number_word(following):
                return Reading(int(text), i + 1, True) if len(text) <= 12 else None
        elif not stands_in_number(text) or text in _NOT_FIRST:
            return None
        run: list[Word] = []
        back: list[int] = []
        j, stop = i, min(self.n, i + 14)
        while j < stop:
            word, begin = self.text[j], self.start[j]
            if not stands_in_number(word):
                break
            if word == "و" and self.attached(j + 1) and not self.text[j + 1].isdecimal():
                j += 1
                word = "و" + self.text[j]
            run.append(Word(begin, self.end(j), word))
            back.append(j + 1)
            j += 1
        reading = read_cardinal(run, 0)
        if reading is None:
            return None
        return Reading(reading.value, back[reading.end - 1], reading.digits)
