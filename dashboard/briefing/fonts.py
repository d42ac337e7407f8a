"""The interface's own typeface, written into every picture, so that none falls back to another."""

from __future__ import annotations

import base64
import tomllib
from functools import lru_cache
from pathlib import Path

FAMILY = "IBM Plex Sans Arabic"
_ROOT = Path(__file__).parents[2]
_CONFIG = _ROOT / ".streamlit" / "config.toml"
_WEIGHTS = (400, 600)  # what a figure uses; bold takes the heavier
# «fi» as one glyph, and digits in another shape beside Arabic, cannot be found or copied in a PDF:
# Chromium does not write which letters they are.
_LETTERS = 'text{font-feature-settings:"liga" 0,"locl" 0}'


@lru_cache(maxsize=1)
def font_faces() -> str:
    """CSS with the font files inside, those the theme declares for the pages."""
    theme = tomllib.loads(_CONFIG.read_text(encoding="utf-8"))["theme"]
    return _LETTERS + "".join(
        f"@font-face{{font-family:'{face['family']}';font-weight:{face['weight']};"
        f"src:url({_inside(face['url'])}) format('woff2');unicode-range:{face['unicodeRange']}}}"
        for face in theme["fontFaces"]
        if face["weight"] in _WEIGHTS
    )


def _inside(url: str) -> str:
    data = (_ROOT / url.removeprefix("app/")).read_bytes()
    return f"data:font/woff2;base64,{base64.b64encode(data).decode()}"
