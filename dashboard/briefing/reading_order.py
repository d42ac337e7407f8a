"""The text of a printed page in the order it is read, for programs that take it out.

Chromium writes a line of Arabic from its left end to its right, as it is seen, and says of each
letter which of its four shapes it is. Viewers turn that around, but programs that read what is
written get the last word first, in letters that nobody types. Here the words of a line are put
into their order, which moves nothing on the page, and shapes are said to be their letters. Where
two letters are one shape («لا»), programs do not agree on which comes first: it stays what it is,
and NFKC makes letters of it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pypdf import PageObject, PdfWriter
from pypdf.generic import NameObject, StreamObject

# A word: one font at one place, its letters moved on one by one.
_WORD = re.compile(rb"BT\n(?:(?!ET\n)[^\n]*\n)+ET\n")
_WORDS = re.compile(rb"(?:BT\n(?:(?!ET\n)[^\n]*\n)+ET\n){2,}")
_FONT = re.compile(rb"(/\S+) [-\d.]+ Tf")
_LINE = re.compile(rb"[-\d.]+ ([-\d.]+) Tm")
_LETTERS = re.compile(rb"<([0-9A-Fa-f]+)> Tj")
_ONE = re.compile(r"^<([0-9A-Fa-f]+)> <([0-9A-Fa-f]+)>$", re.M)
_RANGE = re.compile(r"^<([0-9A-Fa-f]+)> <([0-9A-Fa-f]+)> <([0-9A-Fa-f]+)>$", re.M)
_SECTION = re.compile(r"\d+ begin(bfchar|bfrange)\n(.*?)\nend\1", re.S)

_MOST = 100  # glyphs of a section of a font's table

Letters = Mapping[int, str]
"""What the glyphs of a font stand for."""


def ordered(writer: PdfWriter, page: PageObject, *, rtl: bool) -> None:
    """Puts the words of a page's lines into their order; ``rtl`` is its language's direction."""
    fonts = {name: _spelled(writer, font) for name, font in _fonts(page)}
    contents = page.get_contents()
    if contents is None:
        return

    def line(match: re.Match[bytes]) -> bytes:
        return b"".join(_lines(_WORD.findall(match[0]), fonts, rtl))

    made = StreamObject()
    made.set_data(_WORDS.sub(line, contents.get_data()))
    page[NameObject("/Contents")] = writer._add_object(made.flate_encode())


def _fonts(page: PageObject) -> Iterator[tuple[bytes, Any]]:
    resources: Any = page["/Resources"]
    for name, font in (resources.get("/Font") or {}).items():
        if "/ToUnicode" in font.get_object():
            yield name.encode(), font.get_object()


def _spelled(writer: PdfWriter, font: Any) -> Letters:
    """What a font's glyphs stand for, after shapes of a letter are said to be that letter."""
    said = font["/ToUnicode"].get_object().get_data().decode("latin-1")
    known: dict[int, str] = {}

    def section(match: re.Match[str]) -> str:
        kind, lines = match.groups()
        if kind == "bfrange" and not all(map(_RANGE.match, lines.split("\n"))):
            return match[0]  # not as Chromium writes it
        found = {}
        if kind == "bfchar":
            found = {int(a, 16): _text(b) for a, b in _ONE.findall(lines)}
        else:
            for first, last, text in _RANGE.findall(lines):
                for glyph in range(int(first, 16), int(last, 16) + 1):
                    found[glyph] = chr(int(text, 16) + glyph - int(first, 16))
        found = {glyph: _letter(text) for glyph, text in found.items()}
        known.update(found)
        return _listed(found)

    made = StreamObject()
    made.set_data(_SECTION.sub(section, said).encode("latin-1"))
    font[NameObject("/ToUnicode")] = writer._add_object(made.flate_encode())
    return known


def _text(digits: str) -> str:
    return bytes.fromhex(digits).decode("utf-16-be", "replace")


def _letter(text: str) -> str:
    """The letter of which a character is a shape, if it is one of a single letter."""
    if len(text) == 1 and "\ufb50" <= text <= "\ufeff":
        plain = unicodedata.normalize("NFKC", text)
        return plain if len(plain) == 1 else text
    return text


def _listed(found: Letters) -> str:
    """A part of a font's table, in sections as long as the format has them."""
    lines = [f"<{glyph:04X}> <{found[glyph].encode('utf-16-be').hex()}>" for glyph in sorted(found)]
    some = (lines[k : k + _MOST] for k in range(0, len(lines), _MOST))
    return "\n".join("\n".join([f"{len(part)} beginbfchar", *part, "endbfchar"]) for part in some)


def _lines(words: Sequence[bytes], fonts: Mapping[bytes, Letters], rtl: bool) -> Iterator[bytes]:
    """The words, those of one line after the other."""
    start = 0
    for end in range(1, len(words) + 1):
        if end == len(words) or _height(words[end]) != _height(words[start]):
            yield from _read(words[start:end], fonts, rtl)
            start = end


def _height(word: bytes) -> bytes | None:
    found = _LINE.search(word)
    return found[1] if found else None


def _read(words: Sequence[bytes], fonts: Mapping[bytes, Letters], rtl: bool) -> list[bytes]:
    """The words of one line, from left to right, in the order they are read."""
    runs = [_direction(word, fonts) for word in words]
    if "R" not in runs:
        return list(words)
    back = rtl or "L" not in runs
    order = list(range(len(words)))
    if back:
        order.reverse()
    other, k = ("L" if back else "R"), 0
    while k < len(order):
        if runs[order[k]] == other:
            # What runs the other way, with what stands between, keeps its own order.
            last = k
            for n in range(k, len(order)):
                if runs[order[n]] == other:
                    last = n
                elif runs[order[n]]:
                    break
            order[k : last + 1] = order[k : last + 1][::-1]
            k = last
        k += 1
    return [words[n] for n in order]


def _direction(word: bytes, fonts: Mapping[bytes, Letters]) -> str:
    """``R`` for a word with Arabic letters, ``L`` for one with others or digits, else nothing."""
    font = _FONT.search(word)
    letters = fonts.get(font[1], {}) if font else {}
    said = b"".join(_LETTERS.findall(word))
    glyphs = [int(said[k : k + 4], 16) for k in range(0, len(said), 4)]
    kinds = {unicodedata.bidirectional(c) for glyph in glyphs for c in letters.get(glyph, "")}
    if kinds & {"R", "AL"}:
        return "R"
    return "L" if kinds & {"L", "EN", "AN"} else ""
