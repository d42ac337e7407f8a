"""The interface's own typeface, written into every picture, so that none falls back to another."""

from __future__ import annotations

import base64
import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FAMILY = "IBM Plex Sans Arabic"
_ROOT = Path(__file__).parents[2]
_CONFIG = _ROOT / ".streamlit" / "config.toml"
_WEIGHTS = (400, 600)  # what a figure uses; bold takes the heavier
_RANGE = re.compile(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?")
# «fi» as one glyph, and digits in another shape beside Arabic, cannot be found or copied in a PDF:
# Chromium does not write which letters they are.
_LETTERS = 'text{font-feature-settings:"liga" 0,"locl" 0}'


@dataclass(frozen=True, slots=True)
class _Face:
    """One font file as CSS with the file inside, and the characters it is asked for."""

    css: str
    ranges: tuple[tuple[int, int], ...]

    def sets(self, letters: set[int]) -> bool:
        return any(low <= letter <= high for low, high in self.ranges for letter in letters)


def font_faces(text: str | None = None) -> str:
    """CSS with the font files inside, those the theme declares for the pages.

    With ``text`` only the files that have a character of it: a picture carries no more.
    """
    letters = None if text is None else set(map(ord, text))
    return _LETTERS + "".join(
        face.css for face in _faces() if letters is None or face.sets(letters)
    )


@lru_cache(maxsize=1)
def _faces() -> list[_Face]:
    theme = tomllib.loads(_CONFIG.read_text(encoding="utf-8"))["theme"]
    return [
        _Face(
            f"@font-face{{font-family:'{face['family']}';font-weight:{face['weight']};"
            f"src:url({_inside(face['url'])}) format('woff2');"
            f"unicode-range:{face['unicodeRange']}}}",
            tuple(
                (int(low, 16), int(high or low, 16))
                for low, high in _RANGE.findall(face["unicodeRange"])
            ),
        )
        for face in theme["fontFaces"]
        if face["weight"] in _WEIGHTS
    ]


def _inside(url: str) -> str:
    data = (_ROOT / url.removeprefix("app/")).read_bytes()
    return f"data:font/woff2;base64,{base64.b64encode(data).decode()}"
