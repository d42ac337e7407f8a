"""Intervals of days and the arithmetic of calendars: units, parts, years that were not written.

All functions return ``None`` where a day does not exist (31 February, year 0): no date, no error.
"""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from hijridate import Gregorian, Hijri
from persiantools.jdatetime import JalaliDate

from dashboard.model import Precision
from dashboard.values import dataclass

PAST, PRESENT, FUTURE = -1, 0, 1


@dataclass(frozen=True, slots=True)
class Interval:
    """Days ``first``..``last``, inclusive, with the grain at which the text named them."""

    first: date
    last: date
    precision: Precision
    approximate: bool = False


def day_of(year: int, month: int, day: int) -> date | None:
    """The Gregorian day, or ``None`` where there is none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def hijri_day(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a Hijri one by Umm al-Qura (1343 to 1500), or ``None``."""
    try:
        return date.fromordinal(Hijri(year, month, day).to_gregorian().toordinal())
    except (ValueError, OverflowError):
        return None


def hijri_month(year: int, month: int) -> Interval | None:
    """The days of a Hijri month."""
    first = hijri_day(year, month, 1)
    following = hijri_day(year + month // 12, month % 12 + 1, 1)
    if first is None or following is None:
        return None
    return Interval(first, following - timedelta(1), "month")


def hijri_year(year: int) -> Interval | None:
    """The days of a Hijri year, approximate for years outside the Umm al-Qura tables."""
    first, following = hijri_day(year, 1, 1), hijri_day(year + 1, 1, 1)
    if first is None or following is None:
        return None
    return Interval(first, following - timedelta(1), "year")


def hijri_year_of(day: date) -> int | None:
    """The Hijri year that holds a day."""
    try:
        return int(Gregorian(day.year, day.month, day.day).to_hijri().year)
    except (ValueError, OverflowError):
        return None


def solar_day(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of an Iranian solar (Jalali) one, or ``None``."""
    try:
        return JalaliDate(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None


def solar_month(year: int, month: int) -> Interval | None:
    """The days of an Iranian solar month; the Kurdish months are the same under other names."""
    first = solar_day(year, month, 1)
    following = solar_day(year + month // 12, month % 12 + 1, 1)
    if first is None or following is None:
        return None
    return Interval(first, following - timedelta(1), "month")


def solar_year(year: int) -> Interval | None:
    """The days of an Iranian solar year."""
    first, following = solar_day(year, 1, 1), solar_day(year + 1, 1, 1)
    if first is None or following is None:
        return None
    return Interval(first, following - timedelta(1), "year")


def solar_year_of(day: date) -> int | None:
    """The Iranian solar year that holds a day."""
    try:
        return int(JalaliDate.to_jalali(day.year, day.month, day.day).year)
    except (ValueError, OverflowError):
        return None


def month_end(year: int, month: int) -> date:
    """The last day of a Gregorian month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def month_of(year: int, month: int) -> Interval | None:
    if not (1 <= year <= 9998 and 1 <= month <= 12):
        return None
    return Interval(date(year, month, 1), month_end(year, month), "month")


def years_of(first: int, last: int, precision: Precision = "year") -> Interval | None:
    if not 1 <= first <= last <= 9998:
        return None
    return Interval(date(first, 1, 1), date(last, 12, 31), precision)


def moved_months(day: date, months: int) -> date | None:
    """The day ``months`` later, the month's last day where it is shorter."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9998:
        return None
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def moved(day: date, amount: int, unit: str) -> date | None:
    """The day ``amount`` units later; hours and shorter are rounded to whole days."""
    try:
        match unit:
            case "second" | "minute":
                return day
            case "hour":
                return day + timedelta(days=int(amount / 24))
            case "day":
                return day + timedelta(days=amount)
            case "week":
                return day + timedelta(weeks=amount)
            case "month":
                return moved_months(day, amount)
            case _:
                years = {"year": 1, "decade": 10, "century": 100}[unit]
                return moved_months(day, amount * 12 * years)
    except OverflowError:
        return None


def holding(day: date, unit: str) -> Interval | None:
    """The unit that holds a day: its Monday-to-Sunday week, its month, year, decade, century."""
    match unit:
        case "week":
            try:
                first = day - timedelta(days=day.weekday())
                return Interval(first, first + timedelta(days=6), "week")
            except OverflowError:
                return None
        case "month":
            return month_of(day.year, day.month)
        case "year":
            return years_of(day.year, day.year)
        case "decade":
            return years_of(max(1, day.year // 10 * 10), day.year // 10 * 10 + 9, "decade")
        case "century":
            return years_of(max(1, day.year // 100 * 100), day.year // 100 * 100 + 99, "century")
        case _:
            return Interval(day, day, "day")


def shifted(anchor: date, amount: int, unit: str) -> Interval | None:
    """The unit ``amount`` units away from the one that holds ``anchor``."""
    day = moved(anchor, amount, unit)
    return None if day is None else holding(day, unit)


def part_of(whole: Interval, part: str) -> Interval | None:
    """The ``early``, ``middle`` or ``late`` part of an interval, approximate.

    Months: 1–10, 11–20, 21–end. Years: January–March, May–August, October–December. Other
    spans by thirds.
    """
    first, last = whole.first, whole.last
    if whole.precision == "year" and first.month == 1 and first.day == 1:
        months = {"early": (1, 3), "middle": (5, 8), "late": (10, 12)}[part]
        return Interval(
            date(first.year, months[0], 1), month_end(first.year, months[1]), "month", True
        )
    length = (last - first).days + 1
    if whole.precision == "month":
        begins = {"early": 0, "middle": 10, "late": 20}[part]
        stop = last if part == "late" else first + timedelta(days=begins + 9)
        return Interval(first + timedelta(days=begins), stop, "day", True)
    if whole.precision in ("decade", "century") and first.month == 1:
        years = last.year - first.year + 1
        third = years // 3
        begin = first.year + {"early": 0, "middle": third + 1, "late": years - third}[part]
        return replace(
            Interval(date(begin, 1, 1), date(begin + third - 1, 12, 31), "year", True),
            last=date(
                last.year if part == "late" else begin + third - 1 + (part == "early"), 12, 31
            ),
        )
    if length < 3:
        return None
    third = length // 3
    begins = {"early": 0, "middle": third, "late": length - third}[part]
    stop = last if part == "late" else first + timedelta(days=begins + third - 1)
    return Interval(first + timedelta(days=begins), stop, "day", True)


_SEASON_MONTH = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


def season_of(year: int, season: str) -> Interval | None:
    """A northern meteorological season; winter begins in December of the year before."""
    month = _SEASON_MONTH[season]
    if not 2 <= year <= 9998:
        return None
    first = date(year - 1 if season == "winter" else year, month, 1)
    last = moved_months(first, 2)
    return None if last is None else Interval(first, month_end(last.year, last.month), "season")


def nearest(options: Sequence[Interval], anchor: date, tense: int | None) -> Interval | None:
    """The option that suits the tense: past at or before the anchor, future at or after it.

    An option that holds the anchor suits both. Without a tense the nearest option wins, and the
    future counts double: news that shows no tense mostly tells what was.
    """
    if tense == PAST:
        options = [o for o in options if o.first <= anchor]
    elif tense == FUTURE:
        options = [o for o in options if o.last >= anchor]
    if not options:
        return None

    def distance(option: Interval) -> tuple[int, int]:
        if option.first <= anchor <= option.last:
            return 0, 0
        if option.first > anchor:
            return 2 * (option.first - anchor).days, 1
        return (anchor - option.last).days, 0

    return min(options, key=distance)


def weekday_near(anchor: date, weekday: int, tense: int, strict: bool = False) -> date | None:
    """The nearest such weekday on or before the anchor (past) or on or after it (future)."""
    step = (anchor.weekday() - weekday) % 7 if tense != FUTURE else (weekday - anchor.weekday()) % 7
    if strict and step == 0:
        step = 7
    try:
        return anchor + timedelta(days=step if tense == FUTURE else -step)
    except OverflowError:
        return None
