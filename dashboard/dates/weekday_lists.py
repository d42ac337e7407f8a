"""Several weekdays of one week: «أيام الجمعة والسبت والأحد الماضية»."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from dashboard.dates.calendars import FUTURE, PAST, Interval, weekday_near
from dashboard.dates.dated import date_after
from dashboard.dates.elements import read_modifier
from dashboard.dates.explicit import every_year
from dashboard.dates.resolve import tense_of_shift
from dashboard.dates.scan import NO_DATE, Match, Scan


def listed_weekdays(scan: Scan, i: int) -> Match | None:
    """The days from the first weekday to the last, where they follow on each other.

    Days apart, and days in a clause of no tense, are those of every week and none of this one,
    unless a date follows.
    """
    if scan.text[i] != "ايام":
        return None
    numbers, end = _weekdays(scan, i + 1)
    if len(numbers) < 2:
        return None
    dates = date_after(scan, end, None)
    if dates is not None and dates.interval is not None:
        return replace(dates, start=i, rule="weekday-list")
    modifier = read_modifier(scan, end)
    tense = scan.tense(i, end)
    if modifier is not None and modifier[0]:
        tense, end = tense_of_shift(modifier[0]), modifier[1]
    follow = all((b - a) % 7 == 1 for a, b in pairwise(numbers))
    if not follow or tense is None or every_year(scan, end):
        return Match(i, end, "date", None, "weekday-list", notes=(NO_DATE,))
    if scan.published is None:
        return Match(i, end, "interval", None, "weekday-list", True)
    gap, strict = timedelta(days=len(numbers) - 1), modifier is not None
    if tense == FUTURE:
        first = weekday_near(scan.published, numbers[0], FUTURE, strict)
    else:
        last = weekday_near(scan.published, numbers[-1], PAST, strict)
        first = None if last is None else last - gap
    if first is None:
        return None
    return Match(i, end, "interval", Interval(first, first + gap, "day"), "weekday-list", True)


def _weekdays(scan: Scan, i: int) -> tuple[list[int], int]:
    """The weekdays joined by و or commas from token ``i`` on, and the index after them."""
    text, weekdays = scan.text, scan.lexicon.weekdays
    numbers: list[int] = []
    j = i
    while (number := weekdays.get(text[j])) is not None:
        numbers.append(number)
        i = j = j + 1
        while text[j] in ("و", ","):
            j += 1
        if j == i:
            break
    return numbers, i
