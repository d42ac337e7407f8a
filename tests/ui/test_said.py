"""Numbers, days and tolls as people say them."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from dashboard.ui import wording
from dashboard.ui.i18n import catalogue

AR, EN = catalogue("ar"), catalogue("en")


@pytest.mark.parametrize(
    ("first", "last", "arabic", "english"),
    [
        ("2016-09-09", "2016-09-09", "9 أيلول/سبتمبر 2016", "9 September 2016"),
        ("2016-09-04", "2016-09-05", "4–5 أيلول/سبتمبر 2016", "4–5 September 2016"),
        ("2016-08-26", "2016-09-02", "26 آب/أغسطس – 2 أيلول/سبتمبر 2016", "26 August – 2 September 2016"),
        ("2015-12-30", "2016-01-02", "30 كانون الأول/ديسمبر 2015 – 2 كانون الثاني/يناير 2016", "30 December 2015 – 2 January 2016"),
        ("2016-02-01", "2016-02-29", "شباط/فبراير 2016", "February 2016"),
        ("2011-01-01", "2011-12-31", "2011", "2011"),
        ("2011-01-01", "2016-12-31", "2011–2016", "2011–2016"),
        ("2011-03-15", "", "منذ 15 آذار/مارس 2011", "since 15 March 2011"),
        ("", "2016-09-09", "حتى 9 أيلول/سبتمبر 2016", "until 9 September 2016"),
        ("", "", "بلا تاريخ", "no date"),
    ],
)  # fmt: skip
def test_interval(first, last, arabic, english):
    ends = [date.fromisoformat(end) if end else None for end in (first, last)]
    assert wording.interval(*ends, words=AR) == arabic
    assert wording.interval(*ends, words=EN) == english


@pytest.mark.parametrize(
    ("low", "best", "high", "text", "arabic", "english"),
    [
        (260_000, 260_000, None, "أكثر من 260 الف قتيل", "أكثر من 260 ألف قتيل", "more than 260,000 killed"),
        (7, 7, None, "ما لا يقل عن 7 قتلى", "ما لا يقل عن 7 قتلى", "at least 7 killed"),
        (14, 14, 14, "14 قتيلاً", "14 قتيلاً", "14 killed"),
    ],
)  # fmt: skip
def test_toll(low, best, high, text, arabic, english):
    claim = {
        "low": low, "best": best, "high": high, "approximate": False, "text": text,
        "kind": "killed", "unit": "people",
    }  # fmt: skip
    assert wording.toll(claim, AR) == arabic
    assert wording.toll(claim, EN) == english


@pytest.mark.parametrize("nothing", [None, pd.NaT, ""])
def test_an_empty_cell_is_no_day(nothing):
    assert wording.as_day(nothing) is None


@pytest.mark.parametrize("nothing", [None, pd.NA, float("nan")])
def test_an_empty_cell_is_no_count(nothing):
    assert wording.as_count(nothing) is None


@pytest.mark.parametrize(
    "typed", ["**x**", "[a](http://b)", ":red[x]", "$x$", "`x`", "<b>", "# x", ":smile:", "a_b_c"]
)
def test_markdown_in_a_label_is_shown_letter_by_letter(typed: str) -> None:
    said = wording.literal(typed)
    for mark in "*[]()$`<>#_":
        assert said.count(f"\\{mark}") == typed.count(mark)
    assert ":smile:" not in said and ":red" not in said
    assert wording.literal("سيرغي لافروف") == "سيرغي لافروف"


@pytest.mark.parametrize(("words", "quoted"), [(AR, "«بلاغ ثانٍ»"), (EN, "“بلاغ ثانٍ”")])
def test_what_an_analyst_says_stands_in_the_quotes_of_the_page(words, quoted):
    claim = {
        "by_analyst": "added", "analyst": "سلمى", "analyst_on": date(2016, 9, 9),
        "analyst_why": "بلاغ ثانٍ",
    }  # fmt: skip
    assert quoted in wording.reason(claim, words)
