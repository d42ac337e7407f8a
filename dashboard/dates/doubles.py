"""One day written in two or three calendars: «28 شعبان 1430هـ الموافق 19 أغسطس 2009م»."""

from __future__ import annotations

from dataclasses import replace

from dashboard.dates.explicit import day_month
from dashboard.dates.numeric import numeric
from dashboard.dates.scan import Match, Scan

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
    notes = gregorian.notes + (("calendar-mismatch",) if apart > 1 else ())
    return replace(gregorian, start=first.start, end=end, rule="double-date", notes=notes)


def _calendar(match: Match) -> str:
    """«hijri» or «solar»; empty for the Gregorian calendar."""
    return next((name for name in ("hijri", "solar") if name in match.rule), "")
