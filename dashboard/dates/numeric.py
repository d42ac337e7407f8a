"""Dates in digits alone: «3/7/2015», «2015-07-03», «9/2021», «يوم 26/8»."""

from __future__ import annotations

from dataclasses import replace

from dashboard.dates.calendars import Interval, day_of, hijri_day, month_of
from dashboard.dates.elements import When, word_is_number_tail
from dashboard.dates.lexicon import Month
from dashboard.dates.resolve import resolve
from dashboard.dates.scan import Match, Scan

SEPARATORS = ("/", "-", ".", "\\")

_MONTHS = 12
_AROUND = 14  # days from publication to «الثلاثاء 11-6»
_FRACTIONS = frozenset([(1, 2), (1, 3), (1, 4), (2, 3), (3, 4)])


def numeric(scan: Scan, i: int, weekday: int | None = None) -> Match | None:
    """«3/7/2015» day first, «2015-07-03», «9/2021», «يوم 26/8», all with one kind of separator."""
    text, tokens = scan.text, scan.tokens
    a, sep, b = text[i], text[i + 1], text[i + 2]
    if sep not in SEPARATORS or not b.isdecimal() or not a.isdecimal():
        return None
    if i > 0 and tokens.attached(i) and (text[i - 1] in SEPARATORS or word_is_number_tail(scan, i)):
        return None
    spaced = not (tokens.attached(i + 1) and tokens.attached(i + 2))
    if text[i + 3] == sep and text[i + 4].isdecimal():
        c = text[i + 4]
        if text[i + 5] == sep and tokens.attached(i + 5) and text[i + 6].isdecimal():
            return None
        return _three_numbers(scan, i, a, b, c, weekday)
    if spaced or sep not in ("/", "-", "\\"):
        return None
    if len(b) <= 2 and len(a) <= 2:
        return _day_and_month(scan, i, int(a), int(b), weekday)
    if len(b) == 4 and len(a) <= 2 and b[0] in "12" and (sep != "-" or len(a) == 2):
        interval = month_of(int(b), int(a)) if a != "" else None
        return (
            None
            if interval is None
            else Match(i, i + 3, "date", interval, "numeric-month", written_year=True)
        )
    if len(a) == 4 and len(b) == 2 and a[0] in "12" and int(b) <= 12:
        interval = month_of(int(a), int(b))
        return (
            None
            if interval is None
            else Match(i, i + 3, "date", interval, "iso-month", written_year=True)
        )
    return None


def led_numeric(scan: Scan, i: int) -> Match | None:
    """«يوم 26/8», «نهار 3/7/2015»: the word of days belongs to the date."""
    found = numeric(scan, i + 1) if scan.text[i] in ("يوم", "نهار") else None
    return None if found is None else replace(found, start=i)


def _day_and_month(scan: Scan, i: int, day: int, number: int, weekday: int | None) -> Match | None:
    """«يوم 26/8», «الجمعة 26/8»: two numbers are a day only where a word of days precedes them."""
    end = i + 3
    if not (1 <= number <= 12 and 1 <= day <= 31):
        return None
    dashed = scan.text[i + 1] != "/"
    if dashed and (weekday is None or scan.text[i + 1] != "-"):
        return None
    if scan.role(end, "unit") or scan.is_in(end, "period.counted") or scan.text[end] in ("/", "%"):
        return None
    if weekday is None and not scan.is_in(i - 1, "period.day_cues"):
        return None
    if scan.text[i - 1] == "في" and (day, number) in _FRACTIONS:
        return None
    month = Month(number, "gregorian", "safe", "number")
    found = resolve(scan, month, day, When(end), weekday, (i, end))
    if found is not None and weekday is not None and day <= _MONTHS:
        other = Month(day, "gregorian", "safe", "number")
        turned = resolve(scan, other, number, When(end), weekday, (i, end))
        near = turned is not None and _is_that_day(scan, turned.interval, weekday)
        if near and not _is_that_day(scan, found.interval, weekday):
            found = turned  # «الثلاثاء 04/06» of April: the month first
    if found is None or (dashed and not _is_that_day(scan, found.interval, weekday)):
        return None  # «فاز الأحد 2-1»
    return Match(i, end, "date", found.interval, "numeric-day", found.relative, found.notes)


def _is_that_day(scan: Scan, interval: Interval | None, weekday: int | None) -> bool:
    """Whether a day and month fall on the weekday before them, close to publication."""
    if interval is None or scan.published is None or interval.first.weekday() != weekday:
        return False
    return abs((interval.first - scan.published).days) <= _AROUND


def _three_numbers(scan: Scan, i: int, a: str, b: str, c: str, weekday: int | None) -> Match | None:
    hijri, end = False, i + 5
    if scan.is_in(end, "period.hijri_era"):
        hijri, end = True, end + 1
    elif scan.is_in(end, "period.era"):
        end += 1
    elif text_is_time(scan, end):
        end = time_end(scan, end)
    if len(a) == 4:
        year, month, day = int(a), int(b), int(c)
        rule = "iso-day"
    else:
        day, month, year = int(a), int(b), int(c)
        rule = "numeric-day"
        if len(c) == 2 and len(a) <= 2 and len(b) <= 2:
            year += 2000 if year < 70 else 1900
        elif len(c) != 4:
            return None
        # Month first only where day first is impossible, or the weekday before says so.
        if not hijri and day <= _MONTHS and _is_month_first(day, month, year, weekday):
            day, month, rule = month, day, "numeric-month-first"
    if hijri or 1300 <= year < 1500:
        rule = f"hijri-{rule}"
        found = hijri_day(year, month, day)
    else:
        found = day_of(year, month, day) if 1000 <= year <= 2999 else None
    if found is None:
        return None
    return Match(i, end, "date", Interval(found, found, "day"), rule, written_year=True)


def _is_month_first(a: int, b: int, year: int, weekday: int | None) -> bool:
    day_first, month_first = day_of(year, b, a), day_of(year, a, b)
    if b > _MONTHS or day_first is None or month_first is None or weekday is None:
        return b > _MONTHS
    return day_first.weekday() != weekday == month_first.weekday()


def text_is_time(scan: Scan, i: int) -> bool:
    """Whether «T10:30:00Z» follows an ISO day."""
    return scan.text[i] == "t" and scan.tokens.attached(i) and scan.text[i + 1].isdecimal()


def time_end(scan: Scan, i: int) -> int:
    """The index after an attached ISO time."""
    j = i + 1
    while j < min(i + 12, scan.tokens.n) and scan.tokens.attached(j):
        j += 1
    return j
