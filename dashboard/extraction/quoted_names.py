"""Names that a house puts in quotes: «وزير الخارجية "محمد جواد ظريف"» is he without them."""

from __future__ import annotations

from itertools import pairwise

from dashboard.extraction.vocabulary.registry import registry
from dashboard.text import Word

_QUOTE, _NAME = '"', 6  # words of a name between its quotes


def without_quotes_of_names(tokens: list[Word]) -> list[Word]:
    """The tokens but for the quotes around the name of one person."""
    quotes = [k for k, token in enumerate(tokens) if token.text == _QUOTE]
    dropped: set[int] = set()
    for k, end in pairwise(quotes):
        if k not in dropped and 1 < end - k <= _NAME and _person(tokens, k + 1, end):
            dropped |= {k, end}
    return [t for k, t in enumerate(tokens) if k not in dropped] if dropped else tokens


def _person(tokens: list[Word], first: int, end: int) -> bool:
    reg = registry()
    match = reg.names.at(tokens, first)
    if match is None or match.end != end:
        return False
    return all(reg.actors[who].kind == "person" for who in match.values)
