"""How wide and how high a text is in the type of the figures, without a browser.

The widths of letters are measured once (``static/measure_text.py``); an Arabic letter has four,
by whether it is joined to the letter before and after.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from dashboard.charts.direction import FSI, LRI, PDI, RLI

_WIDTHS = Path(__file__).parents[2] / "data" / "look" / "text_widths.json"
_UNKNOWN = 620  # thousandths of the type's size, of a letter that was not measured
_ENDS_A_RUN = frozenset("اأإآدذرزوؤةىءژ")  # these are joined to no letter after them
_ALONE = frozenset("ء")
_TAG = re.compile(r"(</?b>)")
_HALF_ENTITY = re.compile(r"&[a-z]*$")
_ENTITY = {"&amp;": "&", "&lt;": "<", "&gt;": ">"}
_LINE = 1.3  # from line to line, as plotly sets them


@lru_cache(maxsize=1)
def _measured() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(_WIDTHS.read_text(encoding="utf-8"))
    return found


@lru_cache(maxsize=4096)
def text_size(text: str, size: float) -> tuple[float, float]:
    """The width and height in pixels of a text with ``<b>`` and ``<br>``, ``size`` pixels high."""
    lines = text.split("<br>")
    above, below = _measured()["line"]
    height = size * ((above + below) / 1000 + _LINE * (len(lines) - 1))
    bold, widest = False, 0.0
    for line in lines:
        width = 0
        for part in _TAG.split(line):
            if part in ("<b>", "</b>"):
                bold = part == "<b>"
                continue
            for entity, char in _ENTITY.items():
                part = part.replace(entity, char)
            width += sum(_advances(part, "bold" if bold else "regular"))
        widest = max(widest, width)
    return widest * size / 1000, height


def fitted(text: str, size: float, room: float, *, bold: bool = False) -> str:
    """The text, or as much of it as is no wider than ``room`` pixels, with an ellipsis."""
    tag = "<b>{}</b>" if bold else "{}"
    if text_size(tag.format(text), size)[0] <= room:
        return text
    kept = text
    while kept and text_size(tag.format(kept + "…"), size)[0] > room:
        kept = kept[:-1]
    kept = _HALF_ENTITY.sub("", kept).rstrip(" ،,·")
    still_open = sum(map(kept.count, (LRI, RLI, FSI))) - kept.count(PDI)
    return kept + "…" + PDI * still_open


def _advances(text: str, weight: str) -> Iterator[int]:
    """The width of each letter in thousandths of the type's size."""
    plain, joined, tied = (_measured()[weight][name] for name in ("plain", "joined", "tied"))
    # Marks above and below letters, and the marks of direction, take no room.
    shown = [c for c in text if unicodedata.category(c) not in ("Mn", "Cf")]
    at = 0
    while at < len(shown):
        char = shown[at]
        before = at > 0 and _goes_on(shown[at - 1], joined)
        pair = char + shown[at + 1] if at + 1 < len(shown) else ""
        if pair in tied:
            yield tied[pair][before]
            at += 2
            continue
        if char in joined:
            after = at + 1 < len(shown) and shown[at + 1] in joined
            after = after and char not in _ENDS_A_RUN and shown[at + 1] not in _ALONE
            yield joined[char][(before and char not in _ALONE) + 2 * after]
        else:
            yield plain.get(char, _UNKNOWN)
        at += 1


def _goes_on(char: str, joined: dict[str, Any]) -> bool:
    """Whether a letter is joined to the one after it."""
    return char in joined and char not in _ENDS_A_RUN
