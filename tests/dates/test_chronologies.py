"""Days and months whose year is told by the dates around them: chronologies and their entries."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.dates import find_dates

PUBLISHED = date(2022, 10, 3)


def days(text: str) -> list[str]:
    return [m.edtf for m in find_dates(text, PUBLISHED) if m.first is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Between two dates of written years, where it fits once.
        (
            "في 8 تموز 2014 سقطت المدينة. ثم دخلوا العاصمة في 21 أيلول.\n"
            "وفي 14 تشرين الأول احتلوا الميناء.\nفي 20 كانون الثاني 2015 حاصروا القصر.",
            ["2014-07-08", "2014-09-21", "2014-10-14", "2015-01-20"],
        ),
        (
            "في نيسان 2012 بدأت المفاوضات. وفي أيار توقفت. وفي آذار 2013 استؤنفت.",
            ["2012-04", "2012-05", "2013-03"],
        ),
        # Entries under a year.
        (
            "2014\n- 8 تموز: سقوط المدينة.\n- 21 أيلول: دخول العاصمة.\n2015:\n26 آذار: بدء الغارات.",
            ["2014", "2014-07-08", "2014-09-21", "2015", "2015-03-26"],
        ),
        ("* 1990 – توحيد الشطرين.\n* 1994 – حرب أهلية.", ["1990", "1994"]),
        # It fits more than once, and nothing says that all is told in order.
        (
            "بدأت الحرب في آذار 2011. وفي أيلول عقدت جولة. وانتهت في كانون الثاني 2019.",
            ["2011-03", "2022-09", "2019-01"],
        ),
        # What is told from publication is no entry.
        (
            "اندلعت الحرب في آذار 2014. وأعلن أمس أن الهدنة بدأت في 2 نيسان. "
            "وكان زار البلاد في كانون الثاني 2015.",
            ["2014-03", "2022-10-02", "2022-04-02", "2015-01"],
        ),
        (
            "وقع الاتفاق في 5 أيار 2019. وستعقد الجلسة في 9 كانون الأول. ووقع آخر في شباط 2020.",
            ["2019-05-05", "2022-12-09", "2020-02"],
        ),
    ],
)
def test_the_dates_around_tell_the_year(text: str, expected: list[str]) -> None:
    assert days(text) == expected


def test_in_a_chronology_the_first_time_after_is_meant() -> None:
    text = (
        "تسلسل زمني للنزاع\nفي أيلول 2014 سقطت العاصمة.\nفي شباط 2015 فر الرئيس.\n"
        "في آذار 2015 بدأت الغارات.\nفي تشرين الأول سيطر التحالف على المضيق.\n"
        "في حزيران 2018 بدأ الهجوم على الميناء.\nفي كانون الأول 2018 وقع الاتفاق.\n"
    )
    assert days(text)[3] == "2015-10"
