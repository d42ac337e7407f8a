"""Arabic text: folding that keeps offsets, words, sentences.

Folding makes one spelling of many (hamza carriers, final ya, ta marbuta, digits, presentation
forms) and drops what is not a letter to a reader (vowel signs, tatweel, zero-width and bidi
marks). Everything read from folded text is reported at offsets of the original.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Container, Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from itertools import accumulate, compress, repeat
from operator import add, itemgetter
from typing import NamedTuple

from dashboard.hidden_words import hidden_at, uncovered
from dashboard.values import dataclass

_LETTERS = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ئ": "ي", "ؤ": "و",
    "ة": "ه", "ۀ": "ه", "ہ": "ه", "ک": "ك", "ﻻ": "لا", "ھ": "ه",
    "،": ",", "؛": ";", "؟": "?", "٪": "%", "٫": ".", "٬": ",",
    "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "ـ": "",
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "’": "'", "‘": "'",
    "\u00a0": " ", "\u202f": " ", "\u2009": " ",
}  # fmt: skip
# Latin letters that only differ by an accent or a stroke: «Çavuşoğlu», «Séjourné», «Kılıç».
_ACCENTED = frozenset(map(chr, (*range(0xC0, 0x180), *range(0x1E00, 0x1F00)))) - set("ÆæßÐðÞþŒœ×÷")
_STROKED = str.maketrans("ıİøØłŁđĐħĦ", "iIoOlLdDhH")


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
    if category[0] == "L" and char in _ACCENTED:
        return unicodedata.normalize("NFD", char.translate(_STROKED))[:1].lower()
    return char.lower()[:1] if category == "Lu" else char


# What folds one to one, letter by letter: replacing a letter that a text lacks costs next to
# nothing, so this is several times faster than one translation of every character.
_SIMPLE = {k: v for k, v in _LETTERS.items() if len(v) == 1}
_SIMPLE.update({chr(0x660 + i): str(i) for i in range(10)})
_SIMPLE.update({chr(0x6F0 + i): str(i) for i in range(10)})
_SIMPLE.update({chr(c): chr(c + 32) for c in range(65, 91)})
# Every space but the end of a line becomes a plain one.
_SIMPLE.update({chr(c): " " for c in range(0x3001) if chr(c).isspace() and chr(c) not in " \n"})
_PAIRS = tuple(_SIMPLE.items())
_TABLE = str.maketrans(_SIMPLE)
_SHORT = 120  # characters: a word of the data is folded faster by one translation
# What is left then that is neither ASCII nor an Arabic letter: a short class is searched several
# times faster than one that lists every letter. First the dots that hide a word: «شهيـ.ـد».
_ODD = "[^\x00-\x7f\u0621-\u063f\u0641-\u064a]+"
_RUN = re.compile(f"({_ODD})")
_SPECIAL = re.compile(rf"\u0640+[.·•*]{{1,2}}\u0640+|{_ODD}")
# Characters that only drop out: vowel signs, zero-width and bidi marks, tatweel inside a word.
_SILENT = frozenset(chr(c) for c in (*range(0x64B, 0x656), *range(0x200B, 0x2010), 0x202C, 0x640))
# A tatweel that is more than an ornament: a dash, or one of two that hide a word.
_MEANT = re.compile("\u0640(?:(?<=[0-9 ]\u0640)|(?<=^\u0640)|(?=[.·•*]))")


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
    """Folded text with the way back to the original.

    ``text`` is made of runs that follow the original letter by letter: run ``k`` begins at
    ``at[k]`` and stands at ``source[k]`` of the original. The last run is the empty one at the
    end of both.
    """

    original: str
    text: str
    at: Sequence[int]
    source: Sequence[int]

    def origin(self, index: int) -> int:
        """The original offset of a folded one."""
        run = bisect_right(self.at, index) - 1
        return self.source[run] + index - self.at[run]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original span of folded ``text[start:end]``, vowel signs of its last letter kept."""
        run = bisect_right(self.at, start)
        if start < end and run < len(self.at) and end < self.at[run]:
            shift = self.source[run - 1] - self.at[run - 1]
            return start + shift, end + shift  # within one run, as most are: no sign was dropped
        first = self.origin(start)
        if end <= start:
            return first, first
        stop = self.origin(end - 1) + 1
        while stop < len(self.original) and unicodedata.category(self.original[stop]) == "Mn":
            stop += 1
        return first, stop

    def position(self, offset: int) -> int:
        """The folded index of the first character at or after an original offset."""
        run = bisect_left(self.source, offset)
        if run == 0:
            return 0
        inside = self.at[run - 1] + offset - self.source[run - 1]
        return inside if run == len(self.at) else min(inside, self.at[run])


def fold(text: str) -> Folded:
    """The folded text with its offsets; cost is linear in the length."""
    simple = text
    if len(text) < _SHORT:
        simple = text.translate(_TABLE)
    else:
        for letter, plain in _PAIRS:
            simple = simple.replace(letter, plain)
    simple = uncovered(simple)
    pieces = _RUN.split(simple)
    if len(pieces) == 1:
        size = len(text)
        return Folded(text, simple, (0, size), (0, size))
    runs, pieces = pieces[1::2], pieces[::2]
    meant = "\u0640" in simple and _MEANT.search(simple) is not None
    if not meant and _SILENT.issuperset("".join(runs)):  # as in most texts
        starts = list(accumulate(map(len, pieces), initial=0))
        dropped = accumulate(map(len, runs), initial=0)
        sources = list(map(add, starts, dropped))
        return Folded(text, "".join(pieces), starts, [*sources, len(text)])
    out: list[str] = []
    at: list[int] = []
    source: list[int] = []
    done = size = 0
    for special in _SPECIAL.finditer(simple):
        start, end = special.span()
        if start > done:
            at.append(size)
            source.append(done)
            out.append(simple[done:start])
            size += start - done
        for part, k in _special(text, start, end):
            at.append(size)
            source.append(k)
            out.append(part)
            size += 1
        done = end
    if len(text) > done:
        at.append(size)
        source.append(done)
        out.append(simple[done:])
        size += len(text) - done
    at.append(size)
    source.append(len(text))
    return Folded(text, "".join(out), at, source)


def fold_word(word: str) -> str:
    """The folded form of a word or phrase, for dictionary keys."""
    return fold(word).text


class Word(NamedTuple):
    """A word, number or single mark of folded text; offsets are folded offsets."""

    start: int
    end: int
    text: str


# The text of a word, for passes over all words of a document, and its offset, for a search.
word_text: Callable[[Word], str] = itemgetter(2)
word_start: Callable[[Word], int] = itemgetter(0)

# A ruler («-------», «.......») or a chain of numbers («5/5/5/…») separates as a line's end does.
_RULER = 17  # marks, or numbers
# A piece with the space after it: they cover the text, so their lengths add up to offsets.
# Letters of Arabic and ASCII come first: a short class is searched faster than all letters are.
_PIECE = re.compile(
    rf"(?:[\u0621-\u064aa-z]+[^\W\d_]*|\d+(?:(?:[^\w\s]\d+){{{_RULER},}}[^\w\s]?)?|[^\W\d_]+|\n"
    rf"|[^\w\s]{{{_RULER},}}|[^\w ]|_) *"
)
_IN_A_RULER = re.compile(r"\d+|[^\w\s]")


class Pieces(NamedTuple):
    """Words, digit runs, marks and line ends of folded text, with their folded offsets.

    The rules of dates and those of events read the same ones: a text is cut up once. ``rulers``
    are the places of the pieces that are a ruler or a chain of numbers, each of them one piece.
    """

    texts: list[str]
    starts: list[int]
    rulers: list[int]


def pieces(folded: Folded) -> Pieces:
    """What folded text is made of, but for its spaces, in order."""
    text = folded.text
    lead = len(text) - len(text.lstrip(" "))
    spaced = _PIECE.findall(text, lead)
    # Stripping each anew is faster than looking it up among all words ever met.
    texts = list(map(str.rstrip, spaced, repeat(" ")))
    sizes = list(map(len, spaced))
    starts = list(accumulate(sizes, initial=lead))
    starts.pop()
    rulers: list[int] = []
    if max(sizes, default=0) >= _RULER:
        rulers = [k for k, t in enumerate(texts) if len(t) >= _RULER and not t.isalnum()]
    return Pieces(texts, starts, rulers)


def words(folded: Folded, parts: Pieces | None = None) -> list[Word]:
    """Words, digit runs and single punctuation marks of folded text, in order.

    ``parts`` saves cutting up a text twice.
    """
    all_texts, all_starts, rulers = pieces(folded) if parts is None else parts
    texts: list[str] = []
    starts: list[int] = []
    done = 0
    for k in sorted([*_line_ends(all_texts), *rulers]):
        texts += all_texts[done:k]
        starts += all_starts[done:k]
        if all_texts[k] != "\n":
            marks = _IN_A_RULER.findall(all_texts[k])
            texts += marks
            starts += list(accumulate(map(len, marks), initial=all_starts[k]))[:-1]
        done = k + 1
    texts += all_texts[done:]
    starts += all_starts[done:]
    ends = map(add, starts, map(len, texts))
    # What ``map(Word, …)`` gives, without a Python call a word.
    return list(map(tuple.__new__, repeat(Word), zip(starts, ends, texts, strict=True)))


def _line_ends(texts: list[str]) -> Iterator[int]:
    k = -1
    with suppress(ValueError):  # the last one is found
        while True:
            k = texts.index("\n", k + 1)
            yield k


def indices_of(tokens: Sequence[Word], known: Container[str]) -> Iterator[int]:
    """The indices of the words that are known, in order; no step of Python for the others."""
    return compress(range(len(tokens)), map(known.__contains__, map(word_text, tokens)))


def words_before(tokens: Sequence[Word], at: int, reach: int) -> list[str]:
    """The folded words of at most ``reach`` tokens before ``at``, none of another sentence."""
    near = [token.text for token in tokens[max(0, at - reach) : at]]
    ended = max((k for k, word in enumerate(near) if word in _STOPS), default=-1)
    return near[ended + 1 :]


_STOPS = frozenset(".!?؟")
_ABBREVIATION = re.compile(
    r"(?:\b[دأاامص]|\b[A-Z]|\d"
    r"|\b(?:Mrs?|Ms|Dr|Gen|Lt|Col|Maj|Sgt|Sen|Rep|Gov|St|No"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec))$"
)
_NEAR = 30  # letters around a stop
_INITIALS = (".S", ".N", ".K")  # «… ambassador to the U.S. He also met …»
_BEGINS = re.compile(r"\s+(?:He|She|It|They|The|In|On|But|A)\s")
_ARABIC = "[\u0621-\u064a]"
# «… في جنيف.وقال»: a stop between two words needs no space; in «أ.ف.ب» it ends nothing.
_GLUED = (
    rf"(?<=[.!?؟])(?:(?<={_ARABIC}{{4}}.)|(?<={_ARABIC}{{4}}[\"»”')].))"
    rf"[.!?؟]*[\"»”')]*(?=[\"«“(]*{_ARABIC}{{3}})"
)
# The mark it begins with is looked for by itself: several times faster than either ending is.
_SENTENCE_END = re.compile(
    rf"[.!?؟…\n](?:(?<=\n)\n*|(?<!\n)(?:[.!?؟…]*[\"»”')\]]*(?=\s|$)|{_GLUED}))"
)


_ENDS = frozenset(".!?؟…:\"»”')]")
_FEWEST, _NARROW, _WIDE = 6, 24, 110  # lines of a wrapped text, and the letters of one
_FULL = 0.6  # of the widest line


@lru_cache(maxsize=1)  # asked of one text twice: for its sentences and for its page
def wrapped_at(text: str) -> int:
    """The letters at which a text's lines were broken, or 0 where its lines are its own.

    Most lines of such a text are nearly as wide as the widest, and few end a sentence.
    """
    if text.count("\n") < _FEWEST:
        return 0
    lines = [line for line in map(str.strip, text.split("\n")) if line]
    widest = max(map(len, lines), default=0)
    if len(lines) < _FEWEST or not _NARROW < widest < _WIDE:
        return 0
    full = [line for line in lines if len(line) >= _FULL * widest]
    open_ended = sum(line[-1] not in _ENDS for line in full)
    most = len(full) >= 0.8 * len(lines) and open_ended >= 0.7 * len(full)
    return widest if most else 0


def sentences(text: str) -> list[tuple[int, int]]:
    """Spans of the sentences of ``text``, without surrounding space; a line ends a sentence.

    But not where all lines are broken at one width: there only a short line does; nor after a
    comma.
    """
    spans: list[tuple[int, int]] = []
    start, width = 0, wrapped_at(text)
    for match in _SENTENCE_END.finditer(text):
        if width and match.group() == "\n":
            line = match.start() - text.rfind("\n", 0, match.start()) - 1
            if line >= _FULL * width:
                continue
        if match.group() == "\n" and text[match.start() - 1] in ",،":
            continue
        if text[match.end() - 1] == "." and _within_a_word(text, match.end() - 1):
            continue
        if text[match.start()] == "." and _goes_on(text, match.start(), match.end()):
            continue
        _append_stripped(text, start, match.end(), spans)
        start = match.end()
    _append_stripped(text, start, len(text), spans)
    return spans


def _within_a_word(text: str, at: int) -> bool:
    """«المقا.ومة»: a stop that hides a word ends no sentence."""
    if not text[at + 1 : at + 2].isalpha():
        return False
    return hidden_at(text[max(0, at - _NEAR) : at + _NEAR].translate(_TABLE), min(at, _NEAR))


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether a full stop is one of an abbreviation, after which the sentence goes on."""
    before = text[max(0, start - 5) : start]
    if not _ABBREVIATION.search(before):
        return False
    if before.endswith(_INITIALS) and _BEGINS.match(text, end):
        return False
    follows = text[end : end + 2].strip()
    return not text[max(0, start - 1)].isdecimal() or follows[:1].isdecimal()


def _append_stripped(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        spans.append((start, end))
