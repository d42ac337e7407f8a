"""The tense of an English clause around a weekday: «he is to receive him on Thursday» is ahead.

The nearest cue before the date decides, and after a date that opens its clause the nearest one
behind it. Cues are words of ``data/language/tense.toml``; a word in «-ed» is of the past.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import lru_cache

from dashboard.dates.calendars import FUTURE, PAST
from dashboard.dates.lexicon import LANGUAGE

_LOOK_BACK, _LOOK_AHEAD = 40, 16
_OPENS = 3  # words of «On Thursday», «Early on Thursday» before which no cue can stand
_STOPS = frozenset((".", "?", "!", "\n", ";"))
_MOST = 4  # words of a cue
_BY, _BOUND = ("by", "until", "till", "before"), 12  # words
_PUT_OFF = 6  # words from «postponed» to «until Friday»


@lru_cache(maxsize=1)
def _cues() -> tuple[dict[tuple[str, ...], int], frozenset[str], frozenset[str], frozenset[str]]:
    """Cues with their tense, what in «-ed» is none, verbs of putting off, words before the day."""
    with (LANGUAGE / "tense.toml").open("rb") as file:
        raw = tomllib.load(file)["english"]
    cues = {tuple(phrase.split()): FUTURE for phrase in raw["future"]}
    cues.update({tuple(phrase.split()): PAST for phrase in raw["past"]})
    return cues, frozenset(raw["not_past"]), frozenset(raw["put_off"]), frozenset(raw["until"])


def english_tense(texts: Sequence[str], start: int, end: int) -> int | None:
    """``PAST``, ``FUTURE`` or ``None`` for the clause around tokens ``start``..``end``."""
    if _is_put_off(texts, start) or _is_bound(texts, start):
        return FUTURE
    opens = 0
    for j in range(start - 1, max(-1, start - 1 - _LOOK_BACK), -1):
        if texts[j] in _STOPS or texts[j] == ":":
            break
        tense = _at(texts, j)
        if tense is not None and not (tense == PAST and _participle(texts, j)):
            return tense
        opens += 1
    if opens > _OPENS:
        return None
    for j in range(end, min(len(texts), end + _LOOK_AHEAD)):
        if texts[j] in _STOPS:
            return None
        tense = _at(texts, j)
        if tense is not None:
            return tense
    return None


def _participle(texts: Sequence[str], j: int) -> bool:
    """«will be held», «groups tolerated by the government»: of no tense by itself."""
    by = j + 1 < len(texts) and texts[j + 1] == "by" and texts[j].endswith("ed")
    auxiliary = j and texts[j - 1] in ("was", "were", "been", "is", "are")
    return (j > 0 and texts[j - 1] == "be") or (by and not auxiliary)


def _at(texts: Sequence[str], j: int) -> int | None:
    """The tense of the cue that begins at ``j``, the longest first."""
    cues, not_past, _, _ = _cues()
    for length in range(_MOST, 0, -1):
        tense = cues.get(tuple(texts[j : j + length]))
        if tense is not None:
            return tense
    word = texts[j]
    return PAST if word.endswith("ed") and len(word) > _MOST and word not in not_past else None


def _is_put_off(texts: Sequence[str], start: int) -> bool:
    """«postponed to Friday», «put off until Monday»."""
    _, _, put_off, until = _cues()
    if not start or texts[start - 1] not in until:
        return False
    return any(word in put_off for word in texts[max(0, start - _PUT_OFF) : start - 1])


def _is_bound(texts: Sequence[str], start: int) -> bool:
    """«voted to suspend Syria by Wednesday»: the day by which something is to be done."""
    if not start or texts[start - 1] not in _BY:
        return False
    bound = _bound()
    for j in range(start - 2, max(-1, start - 2 - _BOUND), -1):
        if texts[j] in _STOPS:
            return False
        if texts[j] in bound and "to" in texts[j + 1 : start - 1]:
            return True
    return False


@lru_cache(maxsize=1)
def _bound() -> frozenset[str]:
    with (LANGUAGE / "tense.toml").open("rb") as file:
        return frozenset(tomllib.load(file)["english"]["bound"])
