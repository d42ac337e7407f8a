"""What is counted from a date told before, or from its like of another year.

«اليوم نفسه», «العام التالي», «الشهر نفسه من العام الماضي», «في مثل هذا اليوم من عام 1983».
"""

from __future__ import annotations

from dataclasses import replace

from dashboard.dates.calendars import Interval, day_of, month_of
from dashboard.dates.counted import read_quantity
from dashboard.dates.scan import Match, Scan
from dashboard.dates.wide import plain_year, unit_with_modifier
from dashboard.dates.years import named_year

_LINKS = ("من", "في", "ل")


def same_of_year(scan: Scan, i: int) -> Match | None:
    """«الشهر نفسه من العام الماضي», «نفس اليوم من عام 2012»: the like of another year.

    The like of the month or day told last, of that of publication where none was.
    """
    text, units = scan.text, scan.lexicon.units
    if scan.is_in(i, "same.before"):
        unit, end = units.get(text[i + 1]), i + 2
    elif scan.is_in(i + 1, "same.words"):
        unit, end = units.get(text[i]), i + 2
    else:
        return None
    if unit is None or not unit.definite or unit.number != "singular":
        return None
    return _of_year(scan, i, end, unit.name, told=True)


def same_day_of_year(scan: Scan, i: int) -> Match | None:
    """«في مثل هذا اليوم من عام 1983», «مثل هذا الشهر من العام الماضي»: the day of publication."""
    if i == 0 or not scan.is_in(i - 1, "deictic_names.like"):
        return None
    unit = scan.lexicon.units.get(scan.text[i + 1])
    if unit is None or not unit.definite or unit.number != "singular":
        return None
    before = _years_before(scan, i - 1, i + 2, unit.name)
    return before or _of_year(scan, i - 1, i + 2, unit.name, told=False)


def _years_before(scan: Scan, start: int, end: int, unit: str) -> Match | None:
    """«في مثل هذا اليوم قبل ثلاثة أعوام»: to the day, so many years before publication."""
    if unit != "day" or not scan.is_in(end, "quantity.ago") or scan.published is None:
        return None
    quantity = read_quantity(scan, end + 1)
    if quantity is None or quantity.unit != "year" or not quantity.count or quantity.fraction:
        return None
    year = scan.published.year - quantity.count
    day = day_of(year, scan.published.month, scan.published.day) if year > 0 else None
    if day is None:
        return None
    return Match(start, quantity.end, "date", Interval(day, day, "day"), "same-of-year", True)


def _of_year(scan: Scan, start: int, end: int, unit: str, told: bool) -> Match | None:
    if unit not in ("day", "month") or scan.text[end] not in _LINKS:
        return None
    year = (
        named_year(scan, end + 1) or unit_with_modifier(scan, end + 1) or plain_year(scan, end + 1)
    )
    if year is None or year.kind != "date" or (year.interval is None and not year.relative):
        return None
    if year.interval is not None and year.interval.precision != "year":
        return None
    last = scan.last_interval(start, ("day",) if unit == "day" else ("day", "month"))
    anchor = last.first if told and last is not None else scan.published
    if anchor is None or year.interval is None:
        return replace(year, start=start, interval=None, rule="same-of-year", relative=True)
    number = year.interval.first.year
    if told and last is not None and scan.is_in(year.end - 1, "same.previous"):
        number = last.first.year - 1  # «من العام السابق»: the year before the one told
    if unit == "month":
        interval = month_of(number, anchor.month)
    else:
        day = day_of(number, anchor.month, anchor.day)
        interval = None if day is None else Interval(day, day, "day")
    if interval is None:
        return None
    return Match(start, year.end, "date", interval, "same-of-year", True)
