"""Dates in digits alone: «3/7/2015», «2015-07-03», «9/2021», «يوم 26/8»."""

from __future__ import annotations

from dataclasses import replace

from dashboard.dates.calendars import Interval, day_of, hijri_day, month_of
from dashboard.dates.elements import When, range_join, word_is_number_tail
from dashboard.dates.lexicon import Month
from dashboard.dates.resolve import resolve
from dashboard.dates.scan import Match, Scan

SEPARATORS = ("/", "-", ".", "\\")

_MONTHS = 12
EITHER = "day-or-month"  # the note of «3/4/2015», where nothing tells which number is the month
_LETTERS = 2  # of a file's mark
_LEADS_TO_DAYS = ("من", "بين", "يومي", "ايام", "يوم")
_AROUND = 14  # days from publication to «الثلاثاء 11-6»
_FRACTIONS = frozenset([(1, 2), (1, 3), (1, 4), (2, 3), (3, 4)])


def numeric(scan: Scan, i: int, weekday: int | None = None) -> Match | None:
    """«3/7/2015» day first, «2015-07-03», «9/2021», «يوم 26/8», all with one kind of separator."""
    text, tokens = scan.text, scan.tokens
    a, sep, b = text[i], text[i + 1], text[i + 2]
    if sep not in SEPARATORS or not b.isdecimal() or not a.isdecimal():
        return None
    if i > 0 and tokens.attached(i) and (text[i - 1] in SEPARATORS or word_is_number_tail(scan, i)):
        last = scan.found[-1] if scan.found else None
        tied = last is not None and (last.end, last.rule) == (i - 1, "numeric-day")
        if not tied or text[i - 1] != "-" or sep == "-":
            return None  # but «4/1/2018-10/1/2018»
    spaced = not (tokens.attached(i + 1) and tokens.attached(i + 2))
    if text[i + 3] == sep and text[i + 4].isdecimal():
        c = text[i + 4]
        if _is_filed(scan, i, sep):
            return None
        return _three_numbers(scan, i, a, b, c, weekday)
    if spaced or sep not in ("/", "-", "\\"):
        return None
    if len(b) <= 2 and len(a) <= 2:
        return _day_and_month(scan, i, int(a), int(b), weekday)
    if scan.is_in(i - 1, "period.numbered"):
        return None
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


def _is_filed(scan: Scan, i: int, sep: str) -> bool:
    """Whether three numbers go on: «القرار 23/8/2016/ت», «الملف 7-5-10/1/2015»."""
    text, tokens, k = scan.text, scan.tokens, i + 5
    if text[k] not in ("/", "-") or not (tokens.attached(k) and tokens.attached(k + 1)):
        return False
    if text[k + 1].isdecimal():
        return text[k] == sep or len(text[k - 1]) != 4 or text[k] == "/"
    return text[k] == sep and text[k + 1].isalpha() and len(text[k + 1]) <= _LETTERS


def led_numeric(scan: Scan, i: int) -> Match | None:
    """«يوم 26/8», «نهار 3/7/2015»: the word of days belongs to the date."""
    found = numeric(scan, i + 1) if scan.text[i] in ("يوم", "نهار") else None
    return None if found is None else replace(found, start=i)


def days_in_figures(scan: Scan, i: int) -> Match | None:
    """«14-15/3/2015», «من 14 إلى 15/3/2015», «يومي 14 و15/3/2015»: days of one month."""
    text, tokens = scan.text, scan.tokens
    j = i + 1 if text[i] in _LEADS_TO_DAYS else i
    if not text[j].isdecimal() or not 1 <= int(text[j][:3]) <= 31:
        return None
    if j == i and i > 0 and tokens.attached(i) and text[i - 1] in (*SEPARATORS, ",", ":", "+"):
        return None
    tie = range_join(scan, j + 1)
    if tie is None and (text[j + 1] != "و" or (j == i and not scan.is_in(i - 1, "period.cues"))):
        return None
    if tie is not None and j == i and not tokens.attached(tie):
        return None
    k = j + 2 if tie is None else tie
    if text[k + 1] not in ("/", ".") or text[k + 3] != text[k + 1] or not text[k].isdecimal():
        return None
    if not text[k + 2].isdecimal() or not text[k + 4].isdecimal():
        return None
    last = _three_numbers(scan, k, text[k], text[k + 2], text[k + 4], None)
    if last is None or last.rule != "numeric-day" or last.interval is None:
        return None
    day = last.interval.last
    first = day_of(day.year, day.month, int(text[j]))
    if first is None or first >= day:
        return None
    days = (first, day) if tie is None and text[i] != "بين" else ()
    interval = Interval(first, day, "day")
    return replace(last, start=i, kind="interval", interval=interval, days=days)


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
    either = rule == "numeric-day" and weekday is None and day <= _MONTHS and day != month
    notes = (EITHER,) if either else ()
    return Match(
        i, end, "date", Interval(found, found, "day"), rule, notes=notes, written_year=True
    )


def in_one_order(matches: list[Match]) -> list[Match]:
    """The matches without the note, where another date of the text has its day first for sure."""
    if not any(EITHER in match.notes for match in matches) or not any(map(_day_first, matches)):
        return matches
    return [
        replace(match, notes=tuple(note for note in match.notes if note != EITHER))
        if EITHER in match.notes
        else match
        for match in matches
    ]


def _day_first(match: Match) -> bool:
    """Whether figures of the match have a day that is no month."""
    figures = match.rule == "numeric-day" or (match.rule == "range" and EITHER in match.notes)
    if not figures or match.interval is None:
        return False
    return max(match.interval.first.day, match.interval.last.day) > _MONTHS


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
