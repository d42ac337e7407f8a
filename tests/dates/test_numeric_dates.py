"""Dates in figures (day first), ISO dates, Hijri dates."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "span", "day"),
    [
        ("بتاريخ 3/7/2015 صدر", "3/7/2015", "2015-07-03"),
        ("بتاريخ 03-07-2015 صدر", "03-07-2015", "2015-07-03"),
        ("بتاريخ 3.7.2015 صدر", "3.7.2015", "2015-07-03"),
        ("بتاريخ 3 / 7 / 2015م صدر", "3 / 7 / 2015م", "2015-07-03"),
        ("بتاريخ ٣/٧/٢٠١٥ صدر", "٣/٧/٢٠١٥", "2015-07-03"),
        ("2015-07-03", "2015-07-03", "2015-07-03"),
        ("2015/07/03", "2015/07/03", "2015-07-03"),
        (
            "25 شوال 1436هـ الموافق 10 أغسطس 2015م",
            "25 شوال 1436هـ الموافق 10 أغسطس 2015م",
            "2015-08-10",
        ),
        ("في 9 ذو الحجة 1437هـ", "9 ذو الحجة 1437هـ", "2016-09-10"),
        ("بتاريخ 17/5/1436هـ", "17/5/1436هـ", "2015-03-08"),
    ],
)
def test_a_day_in_figures(days, text, span, day):
    assert days(text)[0] == (span, day, day)


def test_a_hijri_day_follows_its_weekday(mentions):
    # Umm al-Qura puts 25 Shawwal 1436 on Monday 10 August 2015.
    [mention] = mentions("يوم الثلاثاء 25 شوال 1436هـ")
    assert str(mention.first) == "2015-08-11"
    assert mention.notes == ("hijri-weekday",)


def test_ramadan_of_a_year(days):
    assert days("في رمضان 1437") == [("رمضان 1437", "2016-06-06", "2016-07-05")]


def test_a_month_of_a_year_in_figures(days):
    assert days("في 9/2015") == [("9/2015", "2015-09-01", "2015-09-30")]


@pytest.mark.parametrize(
    "text", ["31/2/2015", "2015-13-45", "30/1/1436هـ", "0/0/0000", "99/99/9999"]
)
def test_impossible_figures_are_no_day(days, text):
    assert not [d for d in days(text) if d[1] == d[2]]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("صدر في 3/4/2015", [True]),
        ("صدر في 3-4-15", [True]),
        ("صدر في 4/4/2015 و13/4/2015", [False, False]),
        ("صدر يوم الجمعة 3/4/2015", [False]),
        ("صدر في 2015/4/3 و2015-04-03", [False, False]),
        ("صدر في 3/4/1436هـ", [False]),
        ("صدر في 19/10/1436هـ الموافق 4/8/2015م", [False]),
        ("من 2-3-2017 وحتى 16-5-2017", [False]),
        ("من 4/1/2018 إلى 10/1/2018", [True]),
        # Another date of the text has its day first.
        ("صدر في 3/4/2015 وعدل في 25/4/2015", [False, False]),
        ("صدر في 25/4/2015 وعدل في 3/5/2015", [False, False]),
        ("صدر في 3/4/2015 وعدل في 4/25/2015", [True, False]),
    ],
)
def test_a_day_that_could_be_the_month_is_marked(mentions, text, marked):
    assert ["day-or-month" in mention.notes for mention in mentions(text)] == marked
    assert all(mention.notes.count("day-or-month") < 2 for mention in mentions(text))
