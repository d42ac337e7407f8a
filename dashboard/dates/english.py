"""Relative dates as English writes them: «two days ago», «last Friday», «next month»."""

from __future__ import annotations

from datetime import timedelta

from dashboard.dates.calendars import FUTURE, PAST, Interval, moved, shifted, weekday_near
from dashboard.dates.scan import Match, Scan

_UNITS = {
    "day": "day", "days": "day", "week": "week", "weeks": "week", "month": "month",
    "months": "month", "year": "year", "years": "year",
}  # fmt: skip
_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
MOVES = {"last": -1, "next": 1, "this": 0}
_MOST = 400  # units
_EASY = ("week", "month", "year")


def ago(scan: Scan, i: int) -> Match | None:
    """«two days ago», «3 years ago»: so many units before publication, at the unit's grain."""
    text = scan.text
    if i < 2 or text[i - 1] not in _UNITS:
        return None
    number = text[i - 2]
    count = int(number) if number.isdecimal() and len(number) < 4 else _NUMBERS.get(number)
    if count is None or count > _MOST:
        return None
    if scan.published is None:
        return Match(i - 2, i + 1, "date", None, "ago", True)
    unit = _UNITS[text[i - 1]]
    day = moved(scan.published, -count, unit)
    if day is None:
        return None
    if unit == "day":
        return Match(i - 2, i + 1, "date", Interval(day, day, "day"), "ago", True)
    interval = shifted(scan.published, -count, unit)
    return None if interval is None else Match(i - 2, i + 1, "date", interval, "ago", True)


def moved_unit(scan: Scan, i: int) -> Match | None:
    """«last week», «next month», «this year», «last Friday», «next Monday»."""
    text, step = scan.text, MOVES[scan.text[i]]
    number = scan.lexicon.weekdays.get(text[i + 1])
    unit = _UNITS.get(text[i + 1])
    if number is None and (unit not in _EASY or text[i + 1].endswith("s")):
        return None
    if scan.published is None:
        return Match(i, i + 2, "date", None, "english-moved", True)
    if number is not None:
        tense = FUTURE if step > 0 else PAST
        if step == 0:
            tense = scan.tense(i, i + 2) or PAST
        day = weekday_near(scan.published, number, tense, strict=step != 0)
        if day is None:
            return None
        return Match(i, i + 2, "date", Interval(day, day, "day"), "english-moved", True)
    interval = shifted(scan.published, step, unit or "")
    if interval is None:
        return None
    return Match(i, i + 2, "date", interval, "english-moved", True)


def eve(scan: Scan, i: int) -> Match | None:
    """«the day before yesterday», «the day after tomorrow»."""
    text = scan.text
    phrase = (text[i], text[i + 1], text[i + 2])
    step = {("day", "before", "yesterday"): -2, ("day", "after", "tomorrow"): 2}.get(phrase)
    if step is None:
        return None
    if scan.published is None:
        return Match(i, i + 3, "date", None, "english-moved", True)
    day = scan.published + timedelta(days=step)
    return Match(i, i + 3, "date", Interval(day, day, "day"), "english-moved", True)
