"""Publication dates from metadata strings, and from a text that decides its own."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.dates import infer_published, parse_date


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2016-09-09", date(2016, 9, 9)),
        ("2016-09-09T10:30:00Z", date(2016, 9, 9)),
        ("2016-09-09 10:30", date(2016, 9, 9)),
        ("20160909", date(2016, 9, 9)),
        ("الجمعة 9 سبتمبر 2016", date(2016, 9, 9)),
        ("الجمعة، ٩ أيلول (سبتمبر) ٢٠١٦", date(2016, 9, 9)),
        ("09/09/2016", date(2016, 9, 9)),
        ("Fri, 09 Sep 2016 18:01:00 GMT", date(2016, 9, 9)),
        ("September 9, 2016", date(2016, 9, 9)),
        ("9 septembre 2016", date(2016, 9, 9)),
        ("9 Eylül 2016", date(2016, 9, 9)),
        ("", None),
        ("أمس", None),
        ("بلا تاريخ", None),
        ("2016-13-45", None),
        ("2016", None),
    ],
)
def test_a_publication_date_string(text, day):
    assert parse_date(text) == day


def test_a_dateline_with_a_full_date_decides():
    found = infer_published("جنيف، 9 أيلول 2016 (وكالة) - بدأ الوزيران محادثات جديدة.")
    assert found is not None and found[0] == date(2016, 9, 9) and "9 أيلول 2016" in found[1]


def test_today_beside_a_full_date_decides():
    found = infer_published("قال الوزير اليوم الجمعة 9 أيلول 2016 إن المحادثات بدأت.")
    assert found is not None and found[0] == date(2016, 9, 9)


@pytest.mark.parametrize(
    "text",
    ["اندلعت الحرب في 15 آذار 2011 في درعا.", "قال الوزير أمس إن", "بدأت المحادثات في 2016."],
)
def test_a_date_that_a_sentence_tells_is_no_decision(text):
    assert infer_published(text) is None
