"""One day written in two or three calendars: «28 شعبان 1430هـ الموافق 19 أغسطس 2009م»."""

from __future__ import annotations

from dataclasses import replace

from dashboard.dates.calendars import years_of
from dashboard.dates.explicit import day_month
from dashboard.dates.numeric import EITHER, numeric
from dashboard.dates.scan import Match, Scan
from dashboard.dates.year_elements import read_digits_year
from dashboard.dates.years import bare_year

_APART = 3  # days by which two calendars of one day may differ: sightings, tables, misprints
_MARKS = ("-", "/", "=", "(")


def doubled(scan: Scan, first: Match) -> Match:
    """The day with its other calendars; the Gregorian one counts, a difference is marked.

    After «الموافق» any second date is the same day; after a dash, a slash or a bracket only one
    of another calendar.
    """
    full = first
    for _ in range(2):
        second = _second(scan, full)
        if second is None:
            break
        full = second
    return full


def _second(scan: Scan, first: Match) -> Match | None:
    text, j = scan.text, first.end
    said = scan.lexicon.dated.match(text, j + 1 if text[j] in (",", "-", "(") else j)
    if said is not None:
        j = said[1]
        while text[j] in ("ل", "في", "يوم", ":") or scan.role(j, "weekday"):
            j += 1
    elif text[j] in _MARKS:
        j += 1
    else:
        return None
    other = day_month(scan, j) or numeric(scan, j)
    if other is None or other.kind != first.kind or _calendar(other) == _calendar(first):
        return None
    end = other.end
    if said is None and text[first.end] == "(":
        if text[end] != ")":
            return None
        end += 1
    if first.interval is None or other.interval is None:
        kept = first if other.interval is None else other
        return replace(kept, start=first.start, end=end, rule="double-date")
    apart = abs((first.interval.first - other.interval.first).days)
    if apart > _APART and not (first.written_year and other.written_year):
        return None
    gregorian = other if _calendar(first) else first
    notes = tuple(note for note in gregorian.notes if note != EITHER)  # the other calendar tells
    notes += ("calendar-mismatch",) if apart > 1 else ()
    return replace(gregorian, start=first.start, end=end, rule="double-date", notes=notes)


def doubled_year(scan: Scan, first: Match) -> Match:
    """«عام 1436هـ/2015م», «2015م (1436هـ)»: one year in two calendars; the Gregorian one counts."""
    text, j = scan.text, first.end
    said = scan.lexicon.dated.match(text, j)
    if said is None and text[j] not in _MARKS:
        return first
    other = _year_beside(scan, said[1] if said is not None else j + 1)
    if other is None or first.interval is None or other.interval is None:
        return first
    end = other.end
    if said is None and text[j] == "(":
        if text[end] != ")":
            return first
        end += 1
    gregorian, second = (other, first) if _calendar(first) else (first, other)
    if _calendar(gregorian) or not _calendar(second) or gregorian.kind != "date":
        return first
    known, told = gregorian.interval, second.interval
    if known is None or told is None or known.first > told.last or told.first > known.last:
        return first
    return replace(gregorian, start=first.start, end=end, rule="double-date")


def _year_beside(scan: Scan, i: int) -> Match | None:
    """«2015م», «1436 هـ», «2015»: a year that stands beside that of another calendar."""
    found, year = bare_year(scan, i), read_digits_year(scan, i)
    if found is not None or year is None:
        return found
    end = i + 2 if scan.is_in(i + 1, "period.era") else i + 1
    interval = years_of(year, year)
    return None if interval is None else Match(i, end, "date", interval, "year", written_year=True)


def _calendar(match: Match) -> str:
    """«hijri» or «solar»; empty for the Gregorian calendar."""
    return next((name for name in ("hijri", "solar") if name in match.rule), "")
