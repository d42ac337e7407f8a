"""What the words of a document can begin: the name of an actor or a place, a trigger of an event.

The three tables have some hundred thousand words, most of which no article has: to look into each
for every word costs more than what is then done with the few that are found. Here a word is looked
up once for all three.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import compress, repeat

from dashboard.extraction.actors import words_of_actors
from dashboard.extraction.lexicon import TRIGGER_CLITICS, lexicon
from dashboard.extraction.places import CLITICS, gazetteer

_ACTOR, _PLACE, _TRIGGER = 1, 2, 4


@lru_cache(maxsize=1)
def _known() -> dict[str, int]:
    """What each word can begin, as a sum of the three."""
    known: dict[str, int] = {}
    tables: tuple[tuple[int, Iterable[str]], ...] = (
        (_ACTOR, words_of_actors()),
        (_PLACE, gazetteer().names.opens(CLITICS)),
        (_TRIGGER, lexicon().triggers.opens(TRIGGER_CLITICS)),
    )
    for what, words in tables:
        for word in words:
            known[word] = known.get(word, 0) | what
    return known


class Begins:
    """The tokens of a document at which a name or a trigger may begin, in order."""

    def __init__(self, words: Sequence[str]) -> None:
        what = list(map(_known().get, words, repeat(0)))
        some = list(compress(enumerate(what), what))
        self.actors = [i for i, each in some if each & _ACTOR]
        self.places = [i for i, each in some if each & _PLACE]
        self.triggers = [i for i, each in some if each & _TRIGGER]
