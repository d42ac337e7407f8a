"""Arabic text: folding that keeps offsets, words, sentences.

Folding makes one spelling of many (hamza carriers, final ya, ta marbuta, digits, presentation
forms) and drops what is not a letter to a reader (vowel signs, tatweel, zero-width and bidi
marks). Everything read from folded text is reported at offsets of the original.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

_LETTERS = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ئ": "ي", "ؤ": "و",
    "ة": "ه", "ۀ": "ه", "ہ": "ه", "ک": "ك", "ﻻ": "لا", "ھ": "ه",
    "،": ",", "؛": ";", "؟": "?", "٪": "%", "٫": ".", "٬": ",",
    "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "ـ": "",
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "’": "'", "‘": "'",
    "\u00a0": " ", "\u202f": " ", "\u2009": " ",
}  # fmt: skip


@lru_cache(maxsize=4096)
def _fold_char(char: str) -> str:
    """The folded form of one character: usually one character, empty where it is dropped."""
    if char in _LETTERS:
        return _LETTERS[char]
    category = unicodedata.category(char)
    if category in ("Mn", "Cf", "Me"):
        return ""
    if category == "Nd":
        return str(unicodedata.digit(char))
    if "\ufb50" <= char <= "\ufdff" or "\ufe70" <= char <= "\ufeff":
        return "".join(_fold_char(c) for c in unicodedata.normalize("NFKC", char) if c != char)
    return char.lower()[:1] if category == "Lu" else char


# What folds one to one, letter by letter: replacing a letter that a text lacks costs next to
# nothing, so this is several times faster than one translation of every character.
_SIMPLE = {k: v for k, v in _LETTERS.items() if len(v) == 1}
_SIMPLE.update({chr(0x660 + i): str(i) for i in range(10)})
_SIMPLE.update({chr(0x6F0 + i): str(i) for i in range(10)})
_FOLDED = frozenset(_SIMPLE)
_CAPITALS = frozenset(map(chr, range(65, 91)))
_LOWER = {c: chr(c + 32) for c in range(65, 91)}
_PLAIN = "\x00-\x7f\u060c\u061b\u061f\u0621-\u063a\u0641-\u064a\u0660-\u0669"
_KNOWN = _FOLDED | {chr(c) for c in range(0x700) if re.match(f"[{_PLAIN}]", chr(c))}
# Runs of everything else; first the dots that hide a word from filters: «شهيـ.ـد».
_SPECIAL = re.compile(rf"\u0640+[.·•*]{{1,2}}\u0640+|[^{_PLAIN}{re.escape(''.join(_SIMPLE))}]+")


def _special(text: str, start: int, end: int) -> list[tuple[str, int]]:
    """The folded characters of a run that does not fold one to one, with their offsets."""
    run = text[start:end]
    if run[0] == "\u0640":
        if len(run) > 1 and not run.isalpha():
            return []
        before, after = text[start - 1 : start], text[end : end + 1]
        # «3ـ7ـ2015», «4 ـ 7 أيلول»: a tatweel that stands for a dash.
        if (before.isdecimal() and after.isdecimal()) or (before == after == " "):
            return [("-", start)]
    return [(part, k) for k in range(start, end) for part in _fold_char(text[k])]


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text with the way back: ``origin[i]`` is the original offset of folded ``text[i]``.

    ``origin`` has one entry more than ``text``: the length of the original.
    """

    original: str
    text: str
    origin: tuple[int, ...] | range

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original span of folded ``text[start:end]``, vowel signs of its last letter kept."""
        if end <= start:
            return self.origin[start], self.origin[start]
        stop = self.origin[end - 1] + 1
        while stop < len(self.original) and unicodedata.category(self.original[stop]) == "Mn":
            stop += 1
        return self.origin[start], stop

    def position(self, offset: int) -> int:
        """The folded index of the first character at or after an original offset."""
        return bisect_left(self.origin, offset)


def fold(text: str) -> Folded:
    """The folded text with its offsets; cost is linear in the length."""
    simple, letters = text, set(text)
    for letter in letters & _FOLDED:
        simple = simple.replace(letter, _SIMPLE[letter])
    if letters & _CAPITALS:
        simple = simple.translate(_LOWER)
    special = None if letters <= _KNOWN else _SPECIAL.search(text)
    if special is None:
        return Folded(text, simple, range(len(text) + 1))
    out: list[str] = []
    origin: list[int] = []
    at = 0
    while special is not None:
        start, end = special.span()
        out.append(simple[at:start])
        origin.extend(range(at, start))
        for part, k in _special(text, start, end):
            out.append(part)
            origin.append(k)
        at = end
        special = _SPECIAL.search(text, at)
    out.append(simple[at:])
    origin.extend(range(at, len(text) + 1))
    return Folded(text, "".join(out), tuple(origin))


def fold_word(word: str) -> str:
    """The folded form of a word or phrase, for dictionary keys."""
    return fold(word).text


@dataclass(frozen=True, slots=True)
class Word:
    """A word, number or single mark of folded text; offsets are folded offsets."""

    start: int
    end: int
    text: str


_WORD = re.compile(r"\d+|[^\W\d_]+|[^\w\s]|_")


def words(folded: Folded) -> list[Word]:
    """Words, digit runs and single punctuation marks of folded text, in order."""
    return [Word(m.start(), m.end(), m.group()) for m in _WORD.finditer(folded.text)]


_ABBREVIATION = re.compile(r"(?:\b[دأاامص]|\b[A-Z]|\d)$")
_SENTENCE_END = re.compile(r"[.!?؟…]+[\"»”')\]]*(?=\s|$)|\n+")


def sentences(text: str) -> list[tuple[int, int]]:
    """Spans of the sentences of ``text``, without surrounding space; a line ends a sentence."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        before = text[max(0, match.start() - 2) : match.start()]
        if match.group().startswith(".") and _ABBREVIATION.search(before):
            follows = text[match.end() : match.end() + 2].strip()
            if not text[max(0, match.start() - 1)].isdecimal() or follows[:1].isdecimal():
                continue
        _append_stripped(text, start, match.end(), spans)
        start = match.end()
    _append_stripped(text, start, len(text), spans)
    return spans


def _append_stripped(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        spans.append((start, end))
