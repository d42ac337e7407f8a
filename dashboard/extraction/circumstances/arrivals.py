"""An arrival as the moment of an encounter: «استقبله عقب وصوله إلى المطار، اليوم»."""

from __future__ import annotations

from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set

_ARRIVAL, _AT = word_set("arrivals", "arrival"), word_set("arrivals", "at")


def upon_arrival(reading: Reading, hit: Hit) -> bool:
    """Whether an arrival only says where and when somebody was received: «لدى وصوله»."""
    word = reading.words[hit.start]
    return word in _ARRIVAL and hit.start > 0 and reading.words[hit.start - 1] in _AT


def opens_an_arrival(reading: Reading, k: int) -> bool:
    """Whether the word at ``k`` is the «عقب» of «عقب وصوله»."""
    follows = k + 1 < len(reading.tokens) and reading.words[k + 1] in _ARRIVAL
    return follows and reading.words[k] in _AT
