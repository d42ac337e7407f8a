"""Random days rendered in every style of the press: the parser gives each of them back."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dashboard.dates import find_dates
from tests.dates import rendering
from tests.dates.rendering import STYLES, WEEKDAYS

PUBLISHED = date(2016, 9, 9)
DAYS = st.dates(date(1925, 1, 1), date(2070, 12, 31))
DICE = st.integers(0, 10**9).map(random.Random)
BEFORE = ("", "وقع الهجوم في ", "قال إنه وصل ", "صدر البيان بتاريخ ", "منذ ")
AFTER = ("", " قرب دمشق", "، وقتل خمسة", " كما قال", ".")


def only(text: str, published: date | None = PUBLISHED) -> tuple[date | None, date | None]:
    """The first and last day of the one date of a text."""
    found = [m for m in find_dates(text, published) if m.kind in ("date", "interval")]
    assert len(found) == 1, (text, [(m.text, m.edtf) for m in found])
    return found[0].first, found[0].last


@pytest.mark.parametrize("style", STYLES, ids=[style.__name__ for style in STYLES])
@given(day=DAYS, dice=DICE)
@settings(max_examples=150, deadline=None)
def test_a_day_in_every_style(style, day, dice):
    phrase = style(day, dice)
    text = dice.choice(BEFORE) + phrase + dice.choice(AFTER)
    assert only(text) == (day, day), text
    assert only(text, None) == (day, day), text


@given(day=DAYS, dice=DICE)
@settings(max_examples=150, deadline=None)
def test_a_day_in_other_digits_and_with_marks(day, dice):
    style = dice.choice(STYLES[:-1])
    phrase = rendering.marked(rendering.other_digits(style(day, dice), dice), dice)
    assert only("وقع الهجوم في " + phrase) == (day, day), phrase


@given(first=DAYS, length=st.integers(1, 500), dice=DICE)
@settings(max_examples=200, deadline=None)
@example(date(2015, 12, 28), 6, random.Random(0))
def test_two_days_as_a_range(first, length, dice):
    last = first + timedelta(days=length)
    phrase = rendering.ranged(first, last, dice)
    assert only("جرت المعارك " + phrase) == (first, last), phrase


@given(published=DAYS, back=st.integers(0, 300), dice=DICE)
@settings(max_examples=150, deadline=None)
def test_a_day_without_a_year_is_the_one_before_publication_in_what_is_told(published, back, dice):
    day = rendering.near(published, -back)
    name = dice.choice((rendering.LEVANTINE, rendering.PAN_ARAB))[day.month - 1]
    text = f"قتل خمسة مدنيين في قصف في {day.day} {name}"
    if (day.month, day.day) not in ((2, 29), (10, 7)):  # the latter is of 2023 by itself
        assert only(text, published) == (day, day), text


@given(published=DAYS, ahead=st.integers(1, 300), dice=DICE)
@settings(max_examples=150, deadline=None)
def test_a_day_without_a_year_is_the_one_after_publication_in_what_will_be(published, ahead, dice):
    day = rendering.near(published, ahead)
    name = dice.choice((rendering.LEVANTINE, rendering.PAN_ARAB))[day.month - 1]
    text = f"ومن المقرر أن تعقد الجولة المقبلة في {day.day} {name}"
    if (day.month, day.day) != (2, 29):
        found = [m for m in find_dates(text, published) if m.kind == "date"]
        assert [(m.first, m.last) for m in found] == [(day, day)], text


@given(published=DAYS, weekday=st.integers(0, 6))
@settings(max_examples=100, deadline=None)
def test_weekdays_by_the_tense_of_their_clause(published, weekday):
    name = WEEKDAYS[weekday]
    since = (published.weekday() - weekday) % 7
    until = (weekday - published.weekday()) % 7
    told = published - timedelta(days=since)
    ahead = published + timedelta(days=until)
    strict = published - timedelta(days=since or 7)
    next_ = published + timedelta(days=until or 7)
    for text, day in (
        (f"قتل خمسة مدنيين {name} في قصف", told),
        (f"وصل الوزير يوم {name} إلى جنيف", told),
        (f"سيصل الوزير {name} إلى جنيف", ahead),
        (f"قتل خمسة {name} الماضي", strict),
        (f"قتل خمسة يوم {name} الفائت", strict),
        (f"تعقد الجلسة {name} المقبل", next_),
        (f"تعقد الجلسة يوم {name} القادم", next_),
    ):
        assert only(text, published) == (day, day), text


@given(published=DAYS, count=st.integers(3, 10))
@settings(max_examples=60, deadline=None)
def test_units_counted_back_in_words_and_figures(published, count):
    day = published - timedelta(days=count)
    week = published - timedelta(weeks=count, days=published.weekday())
    for number in (rendering.COUNTED[count], str(count)):
        assert only(f"قتل قبل {number} أيام", published) == (day, day)
        assert only(f"قتل قبل {number} أسابيع", published) == (week, week + timedelta(days=6))
        year = published.year - count
        assert only(f"بدأت قبل {number} سنوات", published) == (
            date(year, 1, 1),
            date(year, 12, 31),
        )


@given(year=st.integers(1910, 2080), dice=DICE)
@settings(max_examples=80, deadline=None)
def test_periods_of_a_year(year, dice):
    of = dice.choice([f"عام {year}", f"العام {year}", f"{year}", f"سنة {year}"])
    for phrase, first, last in (
        (f"مطلع {of}", (1, 1), (3, 31)),
        (f"منتصف {of}", (5, 1), (8, 31)),
        (f"نهاية {of}", (10, 1), (12, 31)),
        (f"الربع الأول من {of}", (1, 1), (3, 31)),
        (f"الربع الأخير من {of}", (10, 1), (12, 31)),
        (f"النصف الثاني من {of}", (7, 1), (12, 31)),
        (f"صيف {of}", (6, 1), (8, 31)),
        (f"ربيع {of}", (3, 1), (5, 31)),
    ):
        assert only(f"بدأت الحرب في {phrase}") == (date(year, *first), date(year, *last)), phrase
