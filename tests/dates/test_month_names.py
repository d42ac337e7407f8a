"""Every name a month has in an Arabic newspaper, and twins in every order and style."""

from __future__ import annotations

import pytest

MONTHS = {
    1: "يناير، كانون الثاني، جانفي",
    2: "فبراير، شباط، فيفري",
    3: "مارس، آذار",
    4: "أبريل، إبريل، ابريل، نيسان، أفريل",
    5: "مايو، أيار، ماي",
    6: "يونيو، يونيه، حزيران، جوان",
    7: "يوليو، يوليه، تموز، جويلية، يوليوز",
    8: "أغسطس، اغسطس، آب، أوت، غشت",
    9: "سبتمبر، أيلول، شتنبر",
    10: "أكتوبر، اكتوبر، تشرين الأول، تشرين الاول",
    11: "نوفمبر، تشرين الثاني، تشرين الثانى، نونبر",
    12: "ديسمبر، كانون الأول، دجنبر",
}
NAMES = [(name.strip(), number) for number, row in MONTHS.items() for name in row.split("،")]


@pytest.mark.parametrize(("name", "number"), NAMES)
def test_a_day_of_every_month(days, name, number):
    assert days(f"وقع ذلك في 14 {name} 2014") == [
        (f"14 {name} 2014", f"2014-{number:02d}-14", f"2014-{number:02d}-14")
    ]


@pytest.mark.parametrize(("name", "number"), NAMES)
def test_a_month_of_a_year(days, name, number):
    [(text, first, _)] = days(f"بدأت الحملة في {name} 2014 شمال البلاد")
    assert (text, first) == (f"{name} 2014", f"2014-{number:02d}-01")


@pytest.mark.parametrize(
    ("phrase", "first"),
    [
        ("5 أيلول (سبتمبر) 2015", "2015-09-05"),
        ("5 سبتمبر (أيلول) 2015", "2015-09-05"),
        ("5 أيلول/سبتمبر 2015", "2015-09-05"),
        ("5 سبتمبر/ أيلول 2015", "2015-09-05"),
        ("5 سبتمبر / أيلول 2015", "2015-09-05"),
        ("5 سبتمبر أيلول 2015", "2015-09-05"),
        ("5 تموز-يوليو 2015", "2015-07-05"),
        ("5 كانون الثاني/يناير عام 2015", "2015-01-05"),
        ("5 ديسمبر/كانون الأول من عام 2015", "2015-12-05"),
        ("5 أيلول 2015 (سبتمبر)", "2015-09-05"),
        ("5 أيلول (سبتمبر 2015)", "2015-09-05"),
        ("2015 أيلول (سبتمبر)", "2015-09-01"),
    ],
)
def test_twin_months_in_both_orders_and_styles(days, phrase, first):
    [(text, got, _)] = days(f"في {phrase} اجتمع المجلس")
    assert (text, got) == (phrase, first)


def test_twins_that_disagree_follow_the_first_and_are_marked(mentions):
    [mention] = mentions("في 5 يناير/ كانون الأول 2014")
    assert mention.first is not None and mention.first.isoformat() == "2014-01-05"
    assert "twin-mismatch" in mention.notes


@pytest.mark.parametrize(
    "phrase", ["١٤ آذار ٢٠٠٥", "14 آذار 2005", "۱۴ آذار ۲۰۰۵", "14 آذَار 2005م"]
)
def test_digits_of_any_script(days, phrase):
    [(_, first, last)] = days(phrase)
    assert (first, last) == ("2005-03-14", "2005-03-14")
