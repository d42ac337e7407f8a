"""Any text in, a list out: offsets, order, marks that do not break a date."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.dates import find_dates
from dashboard.text import fold

PIECES = [
    "في", "من", "إلى", "بين", "و", "حتى", "قبل", "منذ", "بعد", "أول", "أمس", "اليوم", "الجمعة", "يومي", "ليل",
    "صباح", "شهر", "عام", "السنوات", "الخمس", "الماضية", "المقبل", "نهاية", "الربع", "الأول", "ربيع", "القرن",
    "التاسع", "عشر", "والعشرين", "آذار", "تشرين", "الثاني", "رمضان", "سبتمبر", "(", ")", "/", "-", "،", ".", "\n",
    "5", "31", "0", "2015", "9999", "0000", "1436", "هـ", "ألف", "خمسة", "أيام", "نصف", "ال", "تسعينيات", "شباط",
]  # fmt: skip


def assert_well_formed(text: str, published: date | None) -> None:
    at = 0
    for mention in find_dates(text, published):
        assert at <= mention.start < mention.end <= len(text)
        assert mention.text == text[mention.start : mention.end]
        assert (mention.first is None) == (mention.last is None)
        if mention.first is not None and mention.last is not None:
            assert mention.first <= mention.last
            assert mention.edtf
        assert mention.rule
        at = mention.end


@given(st.text(max_size=200))
def test_any_unicode_gives_a_list(text):
    assert_well_formed(text, date(2016, 9, 9))


@settings(max_examples=400)
@given(
    st.lists(st.sampled_from(PIECES), max_size=14),
    st.sampled_from([None, date(2016, 9, 9), date.min, date.max, date(2016, 2, 29)]),
)
def test_any_order_of_date_words_gives_a_list(pieces, published):
    assert_well_formed(" ".join(pieces), published)


@settings(max_examples=150)
@given(st.lists(st.sampled_from(PIECES), min_size=3, max_size=14))
def test_folding_beforehand_changes_nothing(pieces):
    text = " ".join(pieces)
    day = date(2016, 9, 9)
    assert find_dates(text, day, folded=fold(text)) == find_dates(text, day)


@pytest.mark.parametrize(
    "text",
    [
        "في ٢٦ آبَ ٢٠١٦",
        "في 26 آب\u200f 2016",
        "في 26\u00a0آب 2016",
        "في \u202b26 آب 2016\u202c",
        "في 26 آ\u0640\u0640ب 2016",
        "في 26 \ufe81\ufe8f 2016",
    ],
)
def test_marks_and_forms_do_not_break_a_date(days, text):
    [(_, first, last)] = days(text)
    assert (first, last) == ("2016-08-26", "2016-08-26")


@pytest.mark.parametrize("fragment", ["و5 ", "(", "5 ", "من 5 إلى ", "الجمعة - ", "2015/"])
def test_repeated_fragments_cost_no_more_a_character(fragment):
    """Work is counted, not seconds: a rule may look only a bounded number of tokens ahead."""
    import cProfile
    import pstats

    def calls(times: int) -> int:
        profile = cProfile.Profile()
        text = fragment * times
        profile.enable()
        find_dates(text, date(2016, 9, 9))
        profile.disable()
        return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]

    calls(100)
    assert calls(2000) <= 2.6 * calls(1000) + 1000


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from([*PIECES[:24], "5", "31", "/", "-"]), min_size=1, max_size=9),
    st.lists(st.sampled_from(PIECES), max_size=5),
)
def test_words_said_over_and_over_are_read_as_if_each_were_looked_at(
    round_: list[str], after: list[str]
) -> None:
    from dashboard.dates import finder

    text = " ".join(["اجتمعا الجمعة في جنيف", *round_ * 700, *after])
    day = date(2016, 9, 9)
    found = find_dates(text, day)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(finder, "repeats", lambda texts, n: ())
        assert find_dates(text, day) == found
