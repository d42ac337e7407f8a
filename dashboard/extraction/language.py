"""Whether a text is English."""

from __future__ import annotations

import re

_ARABIC_LETTER = re.compile(r"[\u0621-\u064a]")
_MOSTLY_ARABIC = 1.6  # bytes a character
_LATIN_LETTER = re.compile(r"[A-Za-z]")


def is_english(text: str) -> bool:
    """Whether a text is in Latin letters for the most part.

    A letter of Arabic takes two bytes of UTF-8, so most texts are told by their size alone.
    """
    size = len(text.encode(errors="replace"))
    if size > _MOSTLY_ARABIC * len(text):
        return False
    return len(_LATIN_LETTER.findall(text)) > len(_ARABIC_LETTER.findall(text))
