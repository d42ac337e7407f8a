"""What is counted from a date told before, what is moved, days of the month, lists of weekdays."""

from __future__ import annotations

import pytest

from dashboard.dates import find_dates
from tests.dates.phrases import Row, check

# Published Friday 2016-09-09.
ROWS: list[Row] = [
    # The like of another year.
    ("في {مثل هذا اليوم من عام 1982}", "1982-09-09"),
    ("في {مثل هذا الشهر من العام الماضي}", "2015-09-01..2015-09-30"),
    ("مقارنة ب{الشهر نفسه من العام الماضي}", "2015-09-01..2015-09-30"),
    ("قتل 12 في {أيار} مقابل 20 في {الشهر ذاته من عام 2014}", "2016-05", "2014-05"),
    ("قتل 12 في {أيار 2015} و20 في {الشهر ذاته من العام السابق}", "2015-05", "2014-05"),
    # From one day to another is no range.
    ("أعلنت اللجنة تأجيل الاقتراع من {نيسان} إلى {تشرين الثاني}", "2016-04", "2016-11"),
    ("نقلت الجلسة من {5 أيلول} إلى {7 أيلول}", "2016-09-05", "2016-09-07"),
    # The month that holds publication, and the nearest before it.
    ("صدر التقرير في {السادس من الشهر}", "2016-09-06"),
    ("صدر التقرير في {الثلاثين من الشهر}", "2016-08-30"),
    ("ستصدر اللجنة تقريرها في {الثلاثين من الشهر}", "2016-09-30"),
    # Two ends, the second told by the first.
    ("خلال {شهري حزيران وتموز الماضيين}", "2016-06-01..2016-07-31"),
    ("تسري {من الأول من آذار حتى العشرين منه}", "2016-03-01..2016-03-20"),
    # Nights of two weekdays.
    ("عند {منتصف ليل الأحد الاثنين}", "2016-09-04..2016-09-05"),
    ("{بعد منتصف ليل الأحد - الاثنين}", "2016-09-04..2016-09-05"),
    # Weekdays that follow on each other.
    ("استمر القصف {أيام السبت والأحد والاثنين الماضية}", "2016-09-03..2016-09-05"),
    ("يعقد المؤتمر {أيام الاثنين والثلاثاء والأربعاء المقبلة}", "2016-09-12..2016-09-14"),
    # Decades of a century; the first day of a Hijri month after a noun.
    ("{العقد الأول من القرن الحالي}", "2000..2009"),
    ("{العقد الأخير من القرن الماضي}", "1990..1999"),
    ("افتتح المدرسة {غرة محرم 1437}", "2015-10-14"),
    # A day known by a name keeps its year behind an attached letter.
    ("شبهه بهجمات {11 سبتمبر}", "2001-09-11"),
    ("في الذكرى الخامسة لثورة {25 يناير}", "2011-01-25"),
]


@pytest.mark.parametrize("row", ROWS)
def test_what_is_told_before_decides(row: Row) -> None:
    check(row)


@pytest.mark.parametrize(
    "text",
    [
        "يفتح المركز أيام السبت والاثنين والأربعاء من كل أسبوع.",
        "تدور الحافلات أيام الأحد والثلاثاء.",
        "منتصف الشهر الفضيل",
    ],
)
def test_every_week_and_the_blessed_month_are_no_days(text: str) -> None:
    assert [m.text for m in find_dates(text, None) if m.kind != "reference"] == []
