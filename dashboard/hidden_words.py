"""Words hidden from filters by a mark within them: «ش.هداء», «ق*صف», «ا.ل.ق.ت.ل».

Only words of a list are read through their marks: «أ.ف.ب» and «جنيف.وقال» stay what they are.
"""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path

_DATA = Path(__file__).resolve().parent.parent / "data" / "language" / "hidden_words.toml"
_MARKS = ".*·•_/\\|@~^+"
_MARK = re.compile(rf"[{re.escape(_MARKS)}](?=[\u0621-\u064a])(?<=[\u0621-\u064a].)")
_HIDDEN = re.compile(
    rf"(?<![\u0621-\u064a])[\u0621-\u064a]+(?:[{re.escape(_MARKS)}][\u0621-\u064a]+)+(?![\u0621-\u064a])"
)
_LONGEST = 24  # letters and marks of a hidden word
_ATTACHED = re.compile("[وف]?[بلك]?(?:ال|لل)?")
_TATWEEL = "\u0640"
_DROPPED = "\u200b"  # folds to nothing, so that offsets are kept


def uncovered(text: str) -> str:
    """Text of folded letters with the marks within hidden words made to fold to nothing."""
    if _MARK.search(text) is None:
        return text
    return _HIDDEN.sub(_shown, text)


def hidden_at(text: str, at: int) -> bool:
    """Whether the mark at ``at`` stands within a hidden word; the letters are folded."""
    first, last = max(0, at - _LONGEST), at + _LONGEST
    return _DROPPED in uncovered(text[first:last])[at - first : at - first + 1]


def _shown(found: re.Match[str]) -> str:
    word = found.group()
    whole = "".join(letter for letter in word if letter not in _MARKS and letter != _TATWEEL)
    bare = (whole, whole[_attached(whole) :])
    if _words().isdisjoint(bare):
        return word
    return "".join(_DROPPED if letter in _MARKS else letter for letter in word)


def _attached(word: str) -> int:
    match = _ATTACHED.match(word)
    return match.end() if match is not None else 0


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    with _DATA.open("rb") as file:
        return frozenset(tomllib.load(file)["words"])
