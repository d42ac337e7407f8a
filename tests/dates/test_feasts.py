"""Feasts: a day where the year is stated, none where it is not."""

from __future__ import annotations

import pytest

from dashboard.dates import find_dates
from tests.dates.phrases import Row, check

# First days as they were announced or are fixed by the calendar.
FEASTS: list[Row] = [
    ("هدنة {عيد الأضحى 2016} في حلب", "2016-09-12"),
    ("خرقت هدنة {عيد الأضحى المبارك 2015}", "2015-09-24"),
    ("خلال {عيد الفطر 1437هـ} سقطت قذائف", "2016-07-06"),
    ("قصف السوق في {أول أيام عيد الفطر 2016}", "2016-07-06"),
    ("وقع الانفجار في {ثاني أيام عيد الأضحى عام 2015}", "2015-09-25"),
    ("تدفق اللاجئون قبيل {عيد الفطر من عام 2012}", "2012-08-19"),
    ("اعتقل {عشية عيد الميلاد 2015}", "2015-12-24"),
    ("اغتيل زهران علوش في {يوم عيد الميلاد 2015}", "2015-12-25"),
    ("هجوم إسطنبول في {رأس السنة 2017}", "2017-01-01"),
    ("احتفل الأكراد بعيد {النوروز 2012} في ديار بكر", "2012-03-21"),
    ("تفجيرات {عاشوراء عام 2004} في كربلاء", "2004-03-01"),
    ("تظاهروا في {عيد العمال 2011}", "2011-05-01"),
    ("وقف الحجاج في {يوم عرفة 1437}", "2016-09-11"),
    ("مسيرات {يوم المرأة العالمي 2017}", "2017-03-08"),
]
WITHOUT_A_YEAR = [
    "تبادل الجانبان التهاني بعيد الأضحى المبارك",
    "هدنة عيد الفطر",
    "احتفل المسيحيون بعيد الميلاد",
    "وزعت في عيد الأضحى 2000 أضحية",
    "كلمة بمناسبة رأس السنة الميلادية",
    "مواكب عاشوراء في النبطية",
]


@pytest.mark.parametrize("row", FEASTS, ids=[row[0] for row in FEASTS])
def test_a_feast_of_a_stated_year(row: Row) -> None:
    check(row)


@pytest.mark.parametrize("text", WITHOUT_A_YEAR)
def test_a_feast_without_its_year(text: str) -> None:
    check((text,))


def test_what_the_moon_decides_is_approximate() -> None:
    (moon,) = find_dates("عيد الأضحى 2016")
    (fixed,) = find_dates("عيد الميلاد 2016")
    assert (moon.edtf, fixed.edtf) == ("2016-09-12~", "2016-12-25")
