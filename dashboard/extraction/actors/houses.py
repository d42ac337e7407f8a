"""The state whose presidency or court speaks: «أعلن الديوان الملكي الأردني أن الملك التقى …»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.text import fold_word

if TYPE_CHECKING:
    from dashboard.extraction.actors.mentions import ActorReader

_HOUSES = word_set("houses", "houses")
_COURT, _OF_A_COURT = fold_word("الديوان"), word_set("houses", "of_a_court")
_REACH = 16  # words from a house to «الرئيس»
_STOPS = frozenset(".!؟:")
_THAT = word_set("shared", "said_that")


def house_before(reader: ActorReader, i: int) -> str:
    """The state of the house that tells of «الرئيس» or «الملك» at word ``i``, or nothing.

    The house stands before «أن» in the same sentence, its state's adjective right after it.
    """
    first = max(0, i - _REACH)
    words = [token.text for token in reader.tokens[first:i]]
    ended = max((k for k, word in enumerate(words) if word in _STOPS), default=-1)
    if _THAT.isdisjoint(words[ended + 1 :]):
        return ""
    for k in range(i - 1, first + ended, -1):
        word = reader.tokens[k].text
        court = word == _COURT and reader.tokens[k + 1].text in _OF_A_COURT
        if court or word in _HOUSES:
            return reader.adjective(k + 1 + court)[0]
    seats = (
        found.actor.side for found in reversed(reader.found)
        if first + ended < found.start and found.actor.id in reader.words.seats
    )  # fmt: skip
    return next(seats, "")
