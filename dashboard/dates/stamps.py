"""The words by which a page says when it was put up or changed, as patterns before a date."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path

_DATA = Path(__file__).resolve().parents[2] / "data" / "language" / "stamps.toml"
_NEAR = r"[^\n]{0,20}$"  # letters between the words and the date


@lru_cache(maxsize=1)
def _words() -> dict[str, str]:
    """Each list of the data as the alternatives of a pattern."""
    with _DATA.open("rb") as file:
        lists = tomllib.load(file)
    return {name: "|".join(words) for name, words in lists.items()}


@lru_cache(maxsize=1)
def stamped() -> re.Pattern[str]:
    """What may stand before the date of a stamp anywhere in a text: «تاريخ النشر»."""
    return re.compile(f"(?:{_words()['anywhere']}){_NEAR}")


@lru_cache(maxsize=1)
def stamped_line() -> re.Pattern[str]:
    """What opens the line of a stamp that has one for itself: «نشر مقالاً في …» is none."""
    return re.compile(rf"(?:^|\n)[^\w\n]*(?:{_words()['own_line']})\b{_NEAR}")


@lru_cache(maxsize=1)
def changed() -> re.Pattern[str]:
    """What stands before the day on which a page was only changed."""
    return re.compile(rf"(?:{_words()['changed']})\W*$", re.IGNORECASE)


@lru_cache(maxsize=1)
def clock() -> re.Pattern[str]:
    """The time of day after a date."""
    hour = f"(?:(?:{_words()['hour']})\\s*)?"
    return re.compile(
        rf"[^\w\n]*{hour}\d{{1,2}}:\d{{2}}(?::\d{{2}})? *(?:[apAP]\.?[mM]\.?|[صم]\b)?"
    )
