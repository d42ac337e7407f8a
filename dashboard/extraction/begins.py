"""What the words of a document can begin: the name of an actor or a place, a trigger of an event.

The tables have some hundred thousand words, most of which no article has: to look into each for
every word costs more than what is then done with the few that are found. Here a word is looked up
once for all of them, and for what tells of casualties.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import compress, repeat

from dashboard.extraction.actors.mentions import words_of_actors
from dashboard.extraction.places.gazetteer import gazetteer
from dashboard.extraction.places.mentions import CLITICS
from dashboard.extraction.vocabulary.claim_words import words_of_harm, words_telling
from dashboard.extraction.vocabulary.count_words import numbers_with_by
from dashboard.extraction.vocabulary.lexicon import TRIGGER_CLITICS, lexicon

_ACTOR, _PLACE, _TRIGGER, _TELLING, _HARM, _WITH_BY = 1, 2, 4, 8, 16, 32


@lru_cache(maxsize=1)
def _known() -> dict[str, int]:
    """What each word can begin, or be, as a sum."""
    known: dict[str, int] = {}
    tables: tuple[tuple[int, Iterable[str]], ...] = (
        (_ACTOR, words_of_actors()),
        (_PLACE, gazetteer().names.opens(CLITICS)),
        (_TRIGGER, lexicon().triggers.opens(TRIGGER_CLITICS)),
        (_TELLING, words_telling()),
        (_HARM, words_of_harm()),
        (_WITH_BY, numbers_with_by()),
    )
    for what, words in tables:
        for word in words:
            known[word] = known.get(word, 0) | what
    return known


class Begins:
    """The tokens of a document at which a name or a trigger may begin, in order.

    So too those without which no sentence makes a claim of casualties, and numbers with ب.
    """

    def __init__(self, words: Sequence[str]) -> None:
        what = list(map(_known().get, words, repeat(0)))
        some = list(compress(enumerate(what), what))
        self.actors = [i for i, each in some if each & _ACTOR]
        self.places = [i for i, each in some if each & _PLACE]
        self.triggers = [i for i, each in some if each & _TRIGGER]
        self.telling = [i for i, each in some if each & _TELLING]
        self.harm = [i for i, each in some if each & _HARM]
        self.numbers_with_by = [i for i, each in some if each & _WITH_BY]
