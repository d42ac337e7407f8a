"""The date that says a weekday again: «الجمعة 9 أيلول», «الجمعة (9/9/2016)», «الجمعة الموافق …»."""

from __future__ import annotations

from dataclasses import replace

from dashboard.dates.doubles import doubled
from dashboard.dates.explicit import day_month, month_first
from dashboard.dates.numeric import numeric
from dashboard.dates.scan import Match, Scan


def date_after(scan: Scan, i: int, number: int | None) -> Match | None:
    """A date that repeats a weekday: after a comma, a bracket, a dash, «الموافق», or nothing."""
    text = scan.text
    j, opened = i, False
    if text[j] == "(":
        j, opened = j + 1, True
    elif text[j] in (",", "-", "/", "ل", ":"):
        j += 1
    dated = scan.lexicon.dated.match(text, j)
    if dated is not None:
        j = dated[1]
        if text[j] in ("ل", "في", "فی", "يوم", ":"):
            j += 1
    elif text[j] in ("في", "يوم") and text[j + 1].isdecimal():
        j += 1
    full = (
        day_month(scan, j, number if number is not None else -1)
        if number is not None
        else day_month(scan, j)
    )
    if full is None and text[j].isascii():
        full = month_first(scan, j)  # «Friday, August 26, 2016»
        if full is not None and full.interval is not None and full.interval.precision != "day":
            return None
    if full is None:
        full = numeric(scan, j, number)
        if full is not None and full.interval is not None and number is not None:
            if full.interval.precision != "day":
                return None
            if full.interval.first.weekday() != number:
                full = replace(full, notes=(*full.notes, "weekday-mismatch"))
    if full is None or full.kind != "date":
        return full if full is not None and not opened and full.kind == "interval" else None
    if opened:
        if text[full.end] != ")":
            return None
        full = replace(full, end=full.end + 1)
    return doubled(scan, full)
