"""From months and days as written to days of the calendar: years that the text leaves out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from dashboard.dates.calendars import (
    FUTURE,
    PAST,
    Interval,
    day_of,
    hijri_day,
    hijri_month,
    hijri_year_of,
    month_of,
    nearest,
    solar_day,
    solar_month,
    solar_year_of,
)
from dashboard.dates.elements import When
from dashboard.dates.lexicon import Month
from dashboard.dates.scan import YEAR_GRAINS, Scan
from dashboard.dates.tense import (
    names_what_was_held,
    tells,
    tells_of_the_past,
    was_planned,
)


@dataclass(frozen=True, slots=True)
class Resolved:
    """An interval, or ``None`` with ``relative`` where the anchor it needs is unknown."""

    interval: Interval | None
    relative: bool
    notes: tuple[str, ...] = ()


_TOLD_REACH, _TOLD_GRAINS = 14, ("day", "month", "season")  # tokens
_WHO = 5  # words from «الذين خطفهم» to the day
_BESIDE, _UNTIL = 3, ("حتي", "لغايه", "الي")  # words
_SOON, _JUST_GONE = 25, 60  # days
_DEADLINE = 12  # words from «أمهل» to its day
_KURDISH_ERA = 1321  # years that the Kurdish count is ahead of the Iranian solar one
_WHOLE = {"gregorian": month_of, "hijri": hijri_month, "solar": solar_month}
_DAY = {"gregorian": day_of, "hijri": hijri_day, "solar": solar_day}
_YEARS = {"gregorian": (1, 9998), "hijri": (1343, 1500), "solar": (1200, 1500)}


def _option(month: Month, year: int, day: int | None) -> Interval | None:
    if day is None:
        return _WHOLE[month.calendar](year, month.number)
    found = _DAY[month.calendar](year, month.number, day)
    return None if found is None else Interval(found, found, "day")


def _options(month: Month, day: int | None, anchor: date, reach: int = 2) -> list[Interval]:
    """The month or day in the years around the anchor; a leap day reaches further."""
    centre: int | None = anchor.year
    if month.calendar == "hijri":
        centre = hijri_year_of(anchor)
    elif month.calendar == "solar":
        centre = solar_year_of(anchor)
    if centre is None:
        return []
    reach = 8 if day in (29, 30) and month.number in (2, 12) else reach
    found = (_option(month, centre + k, day) for k in range(-reach, reach + 1))
    return [option for option in found if option is not None]


def _written_year(month: Month, when: When) -> int | None:
    """The written year in the month's own calendar; ``None`` where it is no year of it."""
    if when.year is None:
        return None
    year = when.year.value
    if month.calendar == "gregorian" and when.year.hijri:
        return None
    if month.calendar == "solar" and 2600 <= year <= 2800:
        year -= _KURDISH_ERA
    first, last = _YEARS[month.calendar]
    return year if first <= year <= last else None


def _hijri_in(month: Month, day: int | None, year: int) -> Interval | None:
    """«رمضان 2015»: the Hijri month or day that begins in a Gregorian year."""
    if not 1925 <= year <= 2076:
        return None
    there = hijri_year_of(date(year, 1, 1)) or 0
    options = (_option(month, there + k, day) for k in (0, 1))
    return next((o for o in options if o is not None and o.first.year == year), None)


def _moved(options: list[Interval], anchor: date, shift: int, by_month: bool) -> Interval | None:
    """The option ``shift`` steps strictly before or after the anchor (0: the one around it)."""
    if shift == 0:
        same = [o for o in options if o.first.year == anchor.year]
        return nearest(same or options, anchor, None)
    if shift < 0:
        before = [o for o in options if (o.last if by_month else o.first) < anchor]
        return before[shift] if len(before) >= -shift else None
    after = [o for o in options if o.first > anchor]
    return after[shift - 1] if len(after) >= shift else None


def _in_told_year(
    scan: Scan, month: Month, day: int | None, start: int, tense: int | None
) -> Interval | None:
    """«منتصف أيار 2013 … وسقطت أوائل حزيران»: the year of the date told just before.

    Only in one sentence, only after a month or day of an earlier year, and only forward in it.
    """
    last = scan.found[-1] if scan.found else None
    if last is None or last.interval is None or not last.written_year or tense == FUTURE:
        return None
    if start - last.end > _TOLD_REACH or last.interval.precision not in _TOLD_GRAINS:
        return None
    if scan.published is None or last.interval.last.year >= scan.published.year:
        return None
    if any(stop in scan.text[last.end : start] for stop in (".", "\n", ":", "?")):
        return None
    told = _option(month, last.interval.last.year, day)
    return told if told is not None and told.first >= last.interval.first else None


def resolve(
    scan: Scan,
    month: Month,
    day: int | None,
    when: When,
    weekday: int | None,
    span: tuple[int, int],
) -> Resolved | None:
    """The days of a month, or of a day in it; ``None`` where the day does not exist.

    A stated weekday decides between years, and corrects a Hijri day by one.
    """
    hijri, gregorian = month.calendar == "hijri", month.calendar == "gregorian"
    if when.year is not None:
        year = _written_year(month, when)
        if year is None and hijri and not when.year.hijri:
            exact = _hijri_in(month, day, when.year.value)
        else:
            exact = None if year is None else _option(month, year, day)
        return None if exact is None else _checked(exact, hijri, weekday, False)
    if when.same_year and gregorian:
        last = scan.last_interval(span[0], YEAR_GRAINS)
        if last is not None:
            exact = _option(month, last.first.year + when.year_step, day)
            return None if exact is None else _checked(exact, hijri, weekday, False)
        return Resolved(None, True)  # of a year that was not told
    anchor = scan.published
    if anchor is None:
        possible = day is None or not gregorian or _option(month, 2000, day) is not None
        return Resolved(None, True) if possible else None
    if when.year_shift is not None and gregorian:
        exact = _option(month, anchor.year + when.year_shift, day)
        return None if exact is None else _checked(exact, hijri, weekday, True)
    options = _options(month, day, anchor)
    if not options:
        return None
    if when.shift is not None:
        chosen = _moved(options, anchor, when.shift, day is None)
        return None if chosen is None else _checked(chosen, hijri, weekday, True)
    if weekday is not None and not hijri:
        agreeing = [o for o in options if o.first.weekday() == weekday]
        close = nearest(agreeing, anchor, None)
        if close is not None and abs((close.first - anchor).days) <= 550:
            return Resolved(close, True)
    tense = scan.tense(*span)
    if is_deadline(scan, span[0]) and not (tense == PAST and scan.text[span[0] - 1] == "قبل"):
        tense = FUTURE
    if tense == FUTURE and was_planned(scan.text, span[0]):
        tense = None  # «كان مقرراً في أواخر أيار»
    if day is None and span[0] and names_what_was_held(scan.text[span[0] - 1]):
        tense = None  # «تعهداته خلال قمة يونيو»: the nearest, whatever is said of it
    told = None
    if gregorian and weekday is None:
        told = _in_told_year(scan, month, day, span[0], tense)
    if told is not None:
        return Resolved(told, True)
    chosen = nearest(options, anchor, tense) or options[0]
    if gregorian:
        chosen = _likely(scan, options, chosen, tense, span[0])
    return _checked(chosen, hijri, weekday, True)


def _likely(
    scan: Scan, options: list[Interval], chosen: Interval, tense: int | None, start: int
) -> Interval:
    """The other side of publication where the clause's side is almost a year away.

    Of a day a few days ahead nobody says that it was, without a year; nor of one just gone that it
    will be. What stands right beside the day counts more: «قتل في 19 يناير», «حتى 19 يناير».
    """
    anchor = scan.published
    near = nearest(options, anchor, None) if anchor is not None else None
    if anchor is None or near is None or near == chosen or not start:
        return chosen
    beside = scan.text[max(0, start - _BESIDE) : start]
    if tense == FUTURE:
        until = beside[-1] in _UNTIL
        gone = 0 <= (anchor - near.last).days <= _JUST_GONE
        return near if gone and not until else chosen
    soon = near.precision == "day" and 0 < (near.first - anchor).days <= _SOON
    told = "ان" not in beside and any(map(tells, beside))
    told = told or any(scan.is_in(k, "same.who") for k in range(max(0, start - _WHO), start))
    return near if soon and not told and not tells_of_the_past(beside[-1]) else chosen


def _checked(option: Interval, hijri: bool, weekday: int | None, relative: bool) -> Resolved:
    if weekday is None or option.precision != "day" or option.first.weekday() == weekday:
        return Resolved(option, relative)
    if hijri:
        for step in (-1, 1):
            other = option.first + timedelta(days=step)
            if other.weekday() == weekday:
                return Resolved(Interval(other, other, "day"), relative, ("hijri-weekday",))
    return Resolved(option, relative, ("weekday-mismatch",))


def tense_of_shift(shift: int) -> int:
    """The tense a modifier shows: «الماضي» past, «المقبل» future."""
    return PAST if shift < 0 else FUTURE


def is_deadline(scan: Scan, i: int) -> bool:
    """«أمهل المسلحين حتى الجمعة», «يجب الانسحاب بحلول الجمعة»."""
    ends = [k for k in (i - 1, i - 2) if k >= 0 and scan.is_in(k, "deadlines.until")]
    if not ends:
        return False  # «حتى الجمعة», «حتى مساء الجمعة»
    words = scan.lexicon.sets["deadlines.words"]
    before = scan.text[max(0, i - _DEADLINE) : ends[0]]
    return any(word in words or word.removeprefix("و") in words for word in before)
