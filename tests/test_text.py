"""Folding keeps the way back to the text: spans of words with signs, ornaments and hidden dots."""

from __future__ import annotations

import tomllib

import pytest

from dashboard.numerals import DATA
from dashboard.text import fold, fold_word, indices_of, pieces, sentences, words


@pytest.mark.parametrize(
    "text",
    [
        "وصل الوزير إلى دمشق مساء أمس",
        "قُتِلَ شَرطيٌّ في المَدينة",
        "مـديـنة حلـب، وريـف حمـاة",
        "قال \u200fالناطق\u200e إن «ﻻ ضحايا»",
        "شهيـ.ـد في قـ..ـصف قرب البلدة",
        "وصول 3 ش.هداء إثر ق*صف للاح.تلال",
    ],
)
def test_a_span_is_the_word_with_the_signs_of_its_last_letter(text: str) -> None:
    folded = fold(text)
    for word in words(folded):
        start, end = folded.span(word.start, word.end)
        assert fold(text[start:end]).text == word.text
        assert end == len(text) or not "\u064b" <= text[end] <= "\u0655"
        assert start == folded.origin(word.start)


def test_a_span_over_a_dropped_sign_keeps_it() -> None:
    folded = fold("بعد قُتِلَ ثلاثة")
    assert folded.text == "بعد قتل ثلاثه"
    assert folded.span(4, 7) == (4, 10)
    assert folded.span(4, 5) == (4, 6)
    assert folded.span(0, 3) == (0, 3)
    assert folded.span(4, 4) == (4, 4)


def test_known_words_are_found_where_they_stand() -> None:
    tokens = words(fold("جاء الخبر، ثم جاء غيره"))
    assert list(indices_of(tokens, {"جاء", "غيره"})) == [0, 4, 5]
    assert list(indices_of(tokens, frozenset())) == []


@pytest.mark.parametrize(
    "month", ["Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"]
)
def test_a_short_month_ends_no_sentence(month: str) -> None:
    text = f"More than 120 have been killed since {month}. 30, and thousands injured."
    assert sentences(text) == [(0, len(text))]


def test_a_line_broken_at_a_comma_ends_no_sentence() -> None:
    text = "بحث لافروف،\nاليوم، الهدنة في حلب\nوقال إنها صامدة"
    assert [text[a:b] for a, b in sentences(text)] == [
        "بحث لافروف،\nاليوم، الهدنة في حلب", "وقال إنها صامدة",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("ش.هداء في ق.صف", "شهداء في قصف"),
        ("استشه*د 3 بق*صف الاح.تلال", "استشهد 3 بقصف الاحتلال"),
        ("جرائم ا.ل.ق.ت.ل", "جرايم القتل"),
        ("وغا_رة على البلدة", "وغاره علي البلده"),
        # What is no hidden word keeps its marks.
        ("وكالة أ.ف.ب", "وكاله ا.ف.ب"),
        ("في جنيف.وقال", "في جنيف.وقال"),
        ("آب/أغسطس", "اب/اغسطس"),
        ("العربية.نت", "العربيه.نت"),
    ],
)
def test_words_hidden_by_marks_are_read(text: str, read: str) -> None:
    assert fold(text).text == read


def test_a_stop_that_hides_a_word_ends_no_sentence() -> None:
    assert len(sentences("قصف من المقا.ومة استهدف البلدة")) == 1
    assert len(sentences("انتهى الاجتماع.وقال المصدر إن شخصين قتلا")) == 2


def test_hidden_words_are_spelt_as_folded() -> None:
    with (DATA / "language" / "hidden_words.toml").open("rb") as file:
        listed = tomllib.load(file)["words"]
    assert [word for word in listed if fold_word(word) != word] == []


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("عاد الهدوء\n" + "-" * 20 + "\nإلى المدينة", "-" * 20),
        ("النتيجة " + "5/" * 20 + "5 كل يوم", "5/" * 20 + "5"),
    ],
)
def test_a_ruler_is_one_piece_and_many_words(text: str, whole: str) -> None:
    folded = fold(text)
    parts = pieces(folded)
    assert [parts.texts[k] for k in parts.rulers] == [whole]
    tokens = words(folded, parts)
    assert tokens == words(folded)
    assert len(tokens) == len(whole) + 3 + ("\n" in text)
    assert all(folded.text[t.start : t.end] == t.text and t.text.strip() for t in tokens)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("انسحب الجيش من القرية.وقال ناشطون", ["انسحب الجيش من القرية.", "وقال ناشطون"]),
        ("سأل: «متى نعود؟» ثم رحل", ["سأل: «متى نعود؟»", "ثم رحل"]),
        ("هدوء…\n\nثم قصف", ["هدوء…", "ثم قصف"]),
        ("نقلت أ.ف.ب عن شاهد", ["نقلت أ.ف.ب عن شاهد"]),
        ("بلغ 3.5 ملايين", ["بلغ 3.5 ملايين"]),
    ],
)
def test_where_a_sentence_ends(text: str, said: list[str]) -> None:
    assert [text[a:b] for a, b in sentences(text)] == said
