"""Datelines: where a report was filed («دمشق (رويترز) -»), which is no place of an event."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.extraction.places.gazetteer import gazetteer
from dashboard.extraction.places.mentions import CLITICS
from dashboard.extraction.vocabulary.registry import registry
from dashboard.text import Word

LINES = 3  # a headline and a byline may stand before the line that is dated
_REACH = 14  # words
_ENDS = ("-", ":")
_JOINS = (",", "/")
_DAYED = 6  # words of «, Oct. 5, 2019»


def datelines(tokens: Sequence[Word], lines: Sequence[int]) -> frozenset[int]:
    """The tokens of the datelines at the head of a document; ``lines`` are its lines' first words.

    A dateline is one or more places, then a source in brackets or after a dash, then a dash or a
    colon. A place with a colon and no source is a speaker («موسكو: لن ننسحب»).
    """
    out: set[int] = set()
    for first in lines[:LINES]:
        stop = _end(tokens, first, min(len(tokens), first + _REACH))
        out.update(range(first, stop))
    return frozenset(out)


def _end(tokens: Sequence[Word], first: int, stop: int) -> int:
    """The token after the dateline that begins at ``first``; ``first`` where there is none."""
    i = _places(tokens, first, stop)
    if i == first or i >= stop:
        return first
    i = _day(tokens, i, stop)
    if tokens[i].text == "(":
        closed = next((k for k in range(i, stop) if tokens[k].text == ")"), None)
        if closed is None:
            return first
        signed = any(_medium(tokens, k) for k in range(i + 1, closed))
        marked = closed + 1 < stop and tokens[closed + 1].text in _ENDS
        return closed + 1 if signed or marked else first
    if tokens[i].text != "-":
        return first
    land = any(token.text == "," for token in tokens[first:i])  # «Kyiv, Ukraine - Russia fired»
    if i + 1 < stop and not land and _place(tokens, i + 1) is not None:
        return first  # «موسكو - واشنطن: …» names two governments
    if i + 1 < stop and any(_medium(tokens, k) for k in (i + 1, i + 2) if k < stop):
        return next((k + 1 for k in range(i + 1, stop) if tokens[k].text in _ENDS), i + 1)
    return i + 1


def _day(tokens: Sequence[Word], i: int, stop: int) -> int:
    """The token after the day of «BAGHDAD, Oct 5 (Reuters) -»; ``i`` where there is none."""
    if tokens[i].text != ",":
        return i
    close = next((k for k in range(i, min(stop, i + _DAYED)) if tokens[k].text in "(-"), i)
    words = [token.text for token in tokens[i + 1 : close]]
    dated = any(word.isdecimal() for word in words)
    plain = all(word.isascii() and (word.isalnum() or word == ".") for word in words)
    return close if dated and plain else i


def _places(tokens: Sequence[Word], i: int, stop: int) -> int:
    """The token after a list of places that begins at ``i``."""
    while i < stop:
        end = _place(tokens, i)
        if end is None:
            return i
        i = end
        if i < stop and tokens[i].text in _JOINS and _place(tokens, i + 1) is not None:
            i += 1
    return i


def _place(tokens: Sequence[Word], i: int) -> int | None:
    if i >= len(tokens):
        return None
    for names in (gazetteer().names, registry().capitals):
        match = names.at(tokens, i, ("", "و"))
        if match is not None:
            return match.end
    match = registry().names.at(tokens, i)
    if match is not None and registry().actors[match.values[0]].kind == "state":
        return match.end
    return None


def _medium(tokens: Sequence[Word], i: int) -> bool:
    match = registry().names.at(tokens, i, CLITICS)
    return match is not None and registry().actors[match.values[0]].kind == "media"
