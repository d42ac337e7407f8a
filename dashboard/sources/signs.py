"""Signs that no reader sees and that change what is read on a page, taken out of a document.

A control character has no shape, and XML, so SVG and PPTX, allows none; an override turns all
letters after it around, digits of dates among them. In the text each gives way to one character,
so that every offset stays as it was in the file.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dashboard.model import Document

_CONTROLS = [*range(0x09), 0x0E, *range(0x0F, 0x20), 0x7F, *range(0x80, 0xA0), 0xFFFE, 0xFFFF]
_IN_TEXT = dict.fromkeys(_CONTROLS, " ") | {
    0x0B: "\n", 0x0C: "\n", 0x85: "\n",  # they end a line or a page
    # An override becomes the embedding in its direction (UAX #9, 2.1 and 2.2): it is closed alike.
    0x202D: "\u202a", 0x202E: "\u202b",
}  # fmt: skip
_IN_NAMES = dict.fromkeys([*_CONTROLS, *range(0x09, 0x0E)], " ") | dict.fromkeys(
    (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
)


def plain(document: Document) -> Document:
    """The document without such signs, itself where it has none."""
    text = document.text.translate(_IN_TEXT)
    named: dict[str, Any] = {
        name: " ".join(value.translate(_IN_NAMES).split()) or ("document" if name == "id" else "")
        for name in ("id", "title", "source", "url", "rests_on")
        if not (value := getattr(document, name)).isprintable()
    }
    if text == document.text and not named:
        return document
    return replace(document, text=text, **named)
