"""Publication dates from metadata strings, and from a text that decides its own."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.dates import agreeing, days_named, infer_published, parse_date


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
        ("20160909T103000Z", date(2016, 9, 9)),
        ("2016-09-09T23:30:00-05:00", date(2016, 9, 9)),
        ("9-Sep-2016", date(2016, 9, 9)),
        ("9 شتنبر 2016", date(2016, 9, 9)),
        ("الأربعاء، 20 تشرين الأول / أكتوبر 2021 - 03:15 م", date(2021, 10, 20)),
        ("2024-02-29", date(2024, 2, 29)),
        ("2023-02-29", None),
        ("29 فبراير 2023", None),
        ("31 نيسان 2016", None),
        # Seconds since 1970, and thousandths of them, are of UTC wherever they are read.
        ("1473379200", date(2016, 9, 9)),
        ("1473379200000", date(2016, 9, 9)),
        # A clock that was never set, and years in which nothing was published.
        ("1970-01-01T00:00:00Z", None),
        ("0001-01-01T00:00:00", None),
        ("9999-12-31", None),
        # Counted from the day of saving the page, which nobody knows.
        ("منذ 3 أيام", None),
        ("3 days ago", None),
        # The day of publication, not that of a change; of two days that nothing tells apart none.
        ("نشر في 9 سبتمبر 2016 - آخر تحديث: 10 سبتمبر 2016", date(2016, 9, 9)),
        ("آخر تحديث: 10 سبتمبر 2016 - نشر في 9 سبتمبر 2016", date(2016, 9, 9)),
        ("9 سبتمبر 2016 / 15 آذار 2011", None),
    ],
)
def test_a_publication_date_string(text, day):
    assert parse_date(text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("7 ذو الحجة 1437", date(2016, 9, 8)),
        ("07/12/1437 هـ", date(2016, 9, 8)),
        ("1437-12-07", date(2016, 9, 8)),
        ("الجمعة 7 ذو الحجة 1437 هـ الموافق 9 سبتمبر 2016 م", date(2016, 9, 9)),
        ("18 شهريور 1395", date(2016, 9, 8)),
        ("۱۸ شهریور ۱۳۹۵", date(2016, 9, 8)),
        ("۱۳۹۵/۰۶/۱۸", date(2016, 9, 8)),
        ("1395/06/18", None),  # of 1975 or of 2016
    ],
)
def test_a_publication_date_of_another_calendar(text, day):
    assert parse_date(text) == day


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("03/04/2015", [date(2015, 4, 3), date(2015, 3, 4)]),
        ("03-04-2015 10:30", [date(2015, 4, 3), date(2015, 3, 4)]),
        ("3/4/15", [date(2015, 4, 3), date(2015, 3, 4)]),
        ("16-09-09", [date(2009, 9, 16), date(2016, 9, 9)]),
        ("09/09/2016", [date(2016, 9, 9)]),
        ("13/4/2015", [date(2015, 4, 13)]),
        ("4/13/2015", [date(2015, 4, 13)]),
        ("الجمعة 3/4/2015", [date(2015, 4, 3)]),
        ("الأربعاء 3/4/2015", [date(2015, 3, 4)]),
        ("Fri, 03/04/2015", [date(2015, 4, 3)]),
        ("Tue, 03/04/2015", []),
    ],
)
def test_a_day_and_month_that_can_be_exchanged(text, days):
    assert list(days_named(text)) == days
    assert parse_date(text) == (days[0] if len(days) == 1 else None)


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


@pytest.mark.parametrize(
    ("text", "day", "sure"),
    [
        ("دمشق\nالجمعة، ٩ أيلول ٢٠١٦\nقال الوزير", date(2016, 9, 9), True),
        ("9 سبتمبر 2016 10:30 ص\nقال الوزير", date(2016, 9, 9), True),
        ("نشر في 9 سبتمبر 2016\nقال الوزير اليوم الجمعة إن", date(2016, 9, 9), True),
        ("بيروت 9 أيلول 2016\nقال الوزير", date(2016, 9, 9), True),
        ("صدر عن المكتب في 9 أيلول 2016\nقال الوزير", date(2016, 9, 9), True),
        ("تم النشر في: 9 سبتمبر 2016, 12:34 مساءً رأس الوزير", date(2016, 9, 9), True),
        # Put up a day late, and a paper that bears the day after.
        ("10 سبتمبر 2016\nقال الوزير اليوم الجمعة إن", date(2016, 9, 10), True),
        ("8 سبتمبر 2016\nقال الوزير اليوم الجمعة إن", date(2016, 9, 8), True),
        # The stamp with its time of day, not the head of a page saved years later.
        ("الخميس 16 أيار 2024\nمقال\n2015-03-28 10:56\nقال", date(2015, 3, 28), True),
        # Day and month can be exchanged, unless the text knows its weekday.
        ("3/4/2015\nقال الوزير إن", date(2015, 4, 3), False),
        ("3/4/2015\nقال الوزير اليوم الأربعاء إن", date(2015, 3, 4), True),
    ],
)
def test_what_a_text_decides(text, day, sure):
    found = infer_published(text)
    assert found is not None and (found.day, found.sure) == (day, sure)


@pytest.mark.parametrize(
    "text",
    [
        "السبت 6 يوليو 2024\nقتل 25 مدنياً أمس الأحد في غارات.",
        "السبت، 27 أبريل 2024\nيعقد المجلس جلسته اليوم الثلاثاء.",
        "12 أيار 2014\n3 حزيران 2013\nقال الوزير إن",
        # Titles and sentences that end in a date.
        "من ذاكرة ثورة 18 آذار 2011\nخرج الآلاف",
        "ثورة 25 يناير 2011\nخرج الآلاف",
        "مع نهاية يوم الخميس 2 أغسطس 1990\nكانت القوات قد",
        "قال مصدر إن مقالاً نشر يوم الاثنين 27 نيسان 2015 أثار جدلاً",
    ],
)
def test_datelines_that_are_contradicted_decide_nothing(text):
    assert infer_published(text) is None


def test_the_seventh_day_is_not_today():
    found = infer_published("اليوم السابع من رمضان 1440هـ شهد معركة.")
    assert found is None


def test_weekdays_of_a_text_choose_between_readings():
    days = [date(2015, 4, 3), date(2015, 3, 4)]
    assert agreeing("قال أمس الثلاثاء إن", days) == (date(2015, 3, 4),)
    assert agreeing("قال إن", days) == tuple(days)
