"""Text direction and line breaks: plotly draws every text left to right and on one line.

This is the one place that wraps Arabic in U+2067 … U+2069 (RIGHT-TO-LEFT ISOLATE, POP DIRECTIONAL
ISOLATE; Unicode Standard Annex 9, section 2.4).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"
_ARABIC = "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff"
_HAS_ARABIC = re.compile(f"[{_ARABIC}]")
_FIRST_STRONG = re.compile(rf"[A-Za-z\u00c0-\u024f{_ARABIC.replace('٠-٩', '')}]")
_RUN = re.compile(rf"[«(]?[{_ARABIC}](?:[^A-Za-z<>]*[{_ARABIC}])?[»)]?")
_BREAK = re.compile(r"(<br>|\n)")
_TAG = re.compile(rf"<[^>]+>|{LRI}[^{PDI}]*{PDI}")  # what does not decide a line's direction


def isolate(text: str) -> str:
    """The text with its Arabic in right-to-left isolates, line by line.

    A line that begins in Arabic is wrapped whole, markup inside; in a Latin line each Arabic run
    is wrapped by itself. A line without Arabic, or already wrapped, comes back unchanged.
    """
    if not _HAS_ARABIC.search(text):
        return text
    return "".join(
        part if _BREAK.fullmatch(part) else _isolate_line(part) for part in _BREAK.split(text)
    )


def _isolate_line(line: str) -> str:
    if RLI in line or not _HAS_ARABIC.search(line):
        return line
    first = _FIRST_STRONG.search(_TAG.sub("", line))
    if first and _HAS_ARABIC.match(first.group()):
        return f"{RLI}{line}{PDI}"
    return _RUN.sub(lambda run: f"{RLI}{run.group()}{PDI}", line)


def isolate_latin(text: str) -> str:
    """A text that begins in Latin letters in a left-to-right isolate, for an Arabic sentence."""
    first = _FIRST_STRONG.search(text)
    return f"{LRI}{text}{PDI}" if first and not _HAS_ARABIC.match(first.group()) else text


def escape(text: str) -> str:
    """The text of a document with ``&``, ``<`` and ``>`` escaped: plotly reads a small HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def wrap(text: str, characters: int, lines: int = 0) -> str:
    """The text broken with ``<br>`` into lines of at most so many characters, at spaces.

    ``lines`` above 0 keeps that many and ends the last with an ellipsis when more was there.
    """
    return "<br>".join(rows(text, characters, lines))


def rows(text: str, room: float, most: int = 0, width: Callable[[str], float] = len) -> list[str]:
    """The text in rows that are no wider than ``room``, broken at spaces; see ``wrap``.

    A name in an isolate may be broken too: each row opens and closes what it has of it, as one
    that is only closed turns the rest of its row around.
    """
    found: list[str] = []
    space = width(" ")
    for paragraph in text.split("\n"):
        row, used = "", 0.0
        for word in paragraph.split(" "):
            wide = width(word)
            if row and used + space + wide > room:
                found.append(row)
                row, used = word, wide
            else:
                row, used = (f"{row} {word}", used + space + wide) if row else (word, wide)
        found.append(row)
    if most and len(found) > most:
        last = found[most - 1]
        while " " in last and width(f"{last} …") > room:
            last = last.rpartition(" ")[0]
        found = [*found[: most - 1], last.rstrip(" .,،؛;") + " …"]
    return list(_balanced(found))


def _balanced(rows: list[str]) -> Iterator[str]:
    still_open: list[str] = []
    for row in rows:
        begun = "".join(still_open)
        for sign in row:
            if sign in (LRI, RLI, FSI):
                still_open.append(sign)
            elif sign == PDI and still_open:
                still_open.pop()
        yield f"{begun}{row}{PDI * len(still_open)}"
