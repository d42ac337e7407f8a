"""Tables of phrases: the longest at a word, what may be attached to it, what must follow it."""

from __future__ import annotations

import pytest

from dashboard.extraction.vocabulary.claim_words import only_before, words_of_harm
from dashboard.extraction.vocabulary.phrases import PhraseTable
from dashboard.extraction.vocabulary.registry import registry
from dashboard.text import fold, fold_word, words

CLITICS = ("", "و", "ل")
FRUIT = PhraseTable(
    [("التفاح", "apple"), ("التفاح الأخضر", "green"), ("عصير البرتقال", "juice"), ("تين", "fig")]
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("التفاح في السوق", (1, 0, "apple")),
        ("والتفاح الأخضر في السوق", (2, 1, "green")),
        ("للتفاح", (1, 1, "apple")),
        ("عصير البرتقال", (2, 0, "juice")),
        ("عصير الرمان", None),
        ("وتين", (1, 1, "fig")),
        ("بتين", None),
    ],
)
def test_the_longest_phrase_at_a_word(text: str, found: tuple[int, int, str] | None) -> None:
    match = FRUIT.at(words(fold(text)), 0, CLITICS)
    assert (match and (match.end, match.clitic, match.values[0])) == found


def test_every_word_that_opens_a_phrase_is_told() -> None:
    opens = FRUIT.opens(CLITICS)
    assert {"التفاح", "والتفاح", "للتفاح", "وعصير", "لتين"} <= opens
    assert not {"بتين", "البرتقال", "الاخضر"} & opens


def test_what_must_follow_a_word_that_is_no_phrase_alone() -> None:
    assert FRUIT.going_on("عصير", CLITICS) == {"البرتقال"}
    assert FRUIT.going_on("وعصير", CLITICS) == {"البرتقال"}
    assert FRUIT.going_on("التفاح", CLITICS) is None
    assert FRUIT.going_on("السوق", CLITICS) == frozenset()


@pytest.mark.parametrize("phrase", ["ما", "قد", "حيث", "بين", "المنطقة", "المدينة", "على", "إلى"])
def test_a_word_that_only_opens_or_ends_a_phrase_tells_of_no_harm(phrase: str) -> None:
    assert fold_word(phrase) not in words_of_harm()


@pytest.mark.parametrize(
    "word", ["قتلوا", "وقتل", "للقبض", "غادروا", "مصيرهم", "جريح", "وجرحى", "فقدت", "الحصيلة"]
)
def test_the_rarest_word_of_a_phrase_tells_of_harm(word: str) -> None:
    assert fold_word(word) in words_of_harm()


def test_a_preposition_is_a_cue_only_before_what_goes_on() -> None:
    assert "بينهم" in only_before()["من"]
    assert "الي" not in only_before()["من"]
    assert "لم" not in only_before()  # «لم يسفر القصف عن سقوط ضحايا»: what is denied stands apart


@pytest.mark.parametrize(
    ("word", "state"),
    [
        ("الروسي", "RUS"),
        ("والتركية", "TUR"),
        ("للفرنسيين", "FRA"),
        ("بريطاني", "GBR"),
        ("رمادي", ""),
    ],
)
def test_the_state_of_an_adjective_with_what_is_attached(word: str, state: str) -> None:
    assert registry().adjective(fold_word(word)) == state
