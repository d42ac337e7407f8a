"""One look at each word finds where names, triggers and words of casualties may begin."""

from __future__ import annotations

import pytest

from dashboard.extraction.begins import Begins
from dashboard.text import fold, words

SAID = "وصل لافروف إلى حلب وقتل ثلاثة مدنيين بأربعين قذيفة"


def _begins(text: str) -> tuple[list[str], Begins]:
    tokens = [word.text for word in words(fold(text))]
    return tokens, Begins(tokens)


@pytest.mark.parametrize(
    ("what", "word"),
    [
        ("actors", "لافروف"),
        ("places", "حلب"),
        ("triggers", "وصل"),
        ("telling", "وقتل"),
        ("harm", "وقتل"),
        ("numbers_with_by", "باربعين"),
    ],
)
def test_a_word_is_found_for_what_it_may_begin(what: str, word: str) -> None:
    tokens, begins = _begins(SAID)
    assert word in [tokens[k] for k in getattr(begins, what)]


def test_other_words_begin_nothing() -> None:
    _, begins = _begins("قذيفة خضراء جميلة")
    assert begins.places == begins.numbers_with_by == begins.telling == []
