"""Feasts with a stated year: «عيد الأضحى 2016», «عاشوراء 1437», «رأس السنة 2017».

A feast without its year names no day here: nothing in the phrase says which one is meant.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from dashboard.dates.calendars import Interval
from dashboard.dates.elements import When
from dashboard.dates.lexicon import Month
from dashboard.dates.resolve import resolve
from dashboard.dates.scan import Match, Scan
from dashboard.dates.year_elements import read_year

_LONGEST = 4  # days that are counted within a feast: «رابع أيام عيد الأضحى»
_APART = 2  # days between a table and what was announced
_YEARS = {"gregorian": range(1800, 2101), "hijri": range(1300, 2077)}


def feast(scan: Scan, i: int) -> Match | None:
    """The first day of a feast whose year stands after it; approximate where the moon decides."""
    led = scan.text[i] == "يوم"
    match = feast_day(scan, i, 1) or (feast_day(scan, i + 1, 1) if led else None)
    return None if match is None else replace(match, start=min(i, match.start))


def feast_day(scan: Scan, i: int, number: int) -> Match | None:
    """«ثاني أيام عيد الفطر 2016»: the day ``number`` of the feast that begins at token ``i``."""
    found = scan.lexicon.feasts.match(scan.text, i)
    if found is None or not 1 <= number <= _LONGEST:
        return None
    named, end = found
    while scan.is_in(end, "feasts.after"):
        end += 1
    year = read_year(scan, end) if scan.text[end] not in (",", ".", "-", "/", "\\") else None
    if year is None or year.value not in _YEARS[named.calendar]:
        return None
    if named.calendar == "gregorian" and year.hijri:
        return None
    if year.value % 100 == 0 and year.end == end + 1 and scan.text[year.end].isalpha():
        return None  # «في عيد الأضحى 2000 أضحية»
    month = Month(named.month, named.calendar, "safe")
    resolved = resolve(scan, month, named.day, When(year.end, year), None, (i, year.end))
    if resolved is None or resolved.interval is None:
        return None
    first = resolved.interval.first
    near = (day for day in named.announced if abs((day - first).days) <= _APART)
    first = next(near, first)
    eve = scan.is_in(i - 1, "feasts.eve") and i > 0
    day = first + timedelta(days=number - 1 - eve)
    moon = named.calendar == "hijri" or named.moved
    interval = Interval(day, day, "day", moon)
    return Match(i - eve, year.end, "date", interval, "feast", written_year=True)


def nth_feast_day(scan: Scan, i: int) -> Match | None:
    """«أول أيام عيد الأضحى 2016»."""
    number = scan.lexicon.positions.get(scan.text[i])
    if number is None or number < 1 or scan.text[i + 1] not in ("ايام", "يوم"):
        return None
    j = i + 3 if scan.text[i + 2] == "من" else i + 2
    match = feast_day(scan, j, number)
    return None if match is None else replace(match, start=i)
