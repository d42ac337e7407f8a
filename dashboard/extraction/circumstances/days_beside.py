"""Days beside an encounter that are of something else: of a departure, a tour, a leg of it."""

from __future__ import annotations

from itertools import pairwise

from dashboard.extraction.reading import Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.text import fold_word

_BEGUN = word_set("dating", "begun")
_COMING = word_set("journeys", "coming")
_WHERE = frozenset(fold_word(w) for w in ("حيث", "التي", "الذي"))
_THEN_TO, _TO = fold_word("ثم"), fold_word("إلى")
_ERE = frozenset(fold_word(w) for w in ("قبل", "وقبل"))


def of_what_came_next(reading: Reading, end: int, at: int) -> bool:
    """«التقى كيري حجاب في الرياض قبل أن يغادر صباح اليوم»: the day of what he did after it."""
    words = reading.words[end:at]
    return any(word in _ERE and following == "ان" for word, following in pairwise(words))


def of_the_leg_before(reading: Reading, span: tuple[int, int], start: int) -> bool:
    """«يتوجه غداً إلى القاهرة، ثم إلى عمان حيث يستقبله الملك»: the day of where he goes first.

    So too «وصل إلى موسكو مساء الثلثاء آتياً من لوكا، حيث شارك في اجتماع».
    """
    words = reading.words[span[1] : start]
    came = next((k for k, word in enumerate(words) if word in _COMING), len(words))
    if not _WHERE.isdisjoint(words[came:]):
        return True
    return any(word == _THEN_TO and following == _TO for word, following in pairwise(words))


def of_what_he_began(reading: Reading, at: int, told: range) -> bool:
    """«استقبله البابا، في ختام جولة بدأها الاثنين»: the day of the tour, told with its noun."""
    return at > 1 and reading.words[at - 1] in _BEGUN and at - 2 not in told
