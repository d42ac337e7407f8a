"""Dates as English writes them: «two days ago», «last Friday», «mid-April», «past two weeks»."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from dashboard.dates.calendars import (
    FUTURE,
    PAST,
    Interval,
    holding,
    moved,
    part_of,
    season_of,
    shifted,
    weekday_near,
    years_of,
)
from dashboard.dates.elements import When, read_month
from dashboard.dates.explicit import month_first
from dashboard.dates.resolve import resolve
from dashboard.dates.scan import Match, Scan
from dashboard.dates.wide import moved_season, share
from dashboard.dates.year_elements import read_digits_year

_UNITS = {
    "day": "day", "days": "day", "week": "week", "weeks": "week", "month": "month",
    "months": "month", "year": "year", "years": "year", "decade": "decade", "decades": "decade",
}  # fmt: skip
_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
MOVES = {"last": -1, "next": 1, "this": 0, "coming": 1}
# «early May», and with «of» between, «the start of May».
PARTS = {"early": "early", "mid": "middle", "late": "late"}
PARTS_OF = {"beginning": "early", "start": "early", "middle": "middle", "end": "late"}
BACK = ("past", "last")
# «from May to July», «between 2011 and 2015».
RANGES = {"from": ("to", "until", "till", "through"), "between": ("and",)}
WEEKEND = "weekend"
_BEFORE_LAST = (
    "the",
    "these",
    "those",
    "in",
    "over",
    "during",
    "within",
    "for",
    "of",
    "since",
    "its",
    "his",
)
_LEADS = ("the", "last", "this")
_YEARS = range(1900, 2100)
_DAY_FIGURES = 2
_AFTER_A_DAY = ("", "\n", ".", ",", ";", ")", "in", "at", "near", "the", "when", "to", "and", "by")
_HOURS = ("hours",)
_DAY = 24  # hours
_MOST = 400  # units
_ORDINAL, _ORDINALS, _LONGEST = 3, ("st", "nd", "rd", "th"), 31  # tokens of «28th of», days
_EASY = ("week", "month", "year")
_WHOLE = ("month", "year")


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
    if interval is None:
        return None
    return Match(i - 2, i + 1, "date", replace(interval, approximate=True), "ago", True)


def moved_unit(scan: Scan, i: int) -> Match | None:
    """«last week», «next month», «this year», «last Friday», «next Monday»."""
    text, step = scan.text, MOVES[scan.text[i]]
    number = scan.lexicon.weekdays.get(text[i + 1])
    unit = _UNITS.get(text[i + 1])
    name = scan.lexicon.english["seasons"].get(text[i + 1])
    if name is not None:
        return moved_season(scan, i, name, (step, i + 2))  # «last summer»
    if scan.role(i + 1, "month"):
        return _moved_month(scan, i, step) if text[i] != "coming" else None
    if number is None and (unit not in _EASY or text[i + 1].endswith("s") or text[i] == "coming"):
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
    if unit == "month" and (of := _day_of(scan, i)) is not None:
        begin, number = of
        if number > interval.last.day:
            return None
        day = interval.first.replace(day=number)
        return Match(begin, i + 2, "date", Interval(day, day, "day"), "english-moved", True)
    return Match(i, i + 2, "date", interval, "english-moved", True)


def _day_of(scan: Scan, i: int) -> tuple[int, int] | None:
    """«the 28th of | this month»: where the day begins, and the day."""
    text = scan.text
    if i < _ORDINAL or text[i - 1] != "of" or text[i - 2] not in _ORDINALS:
        return None
    number = text[i - _ORDINAL]
    if not number.isdecimal() or not 1 <= int(number) <= _LONGEST:
        return None
    return i - _ORDINAL, int(number)


def _moved_month(scan: Scan, i: int, step: int) -> Match | None:
    """«last March», «next June»; «last March 5» is of the day."""
    month = read_month(scan, i + 1)
    if month is None or month.year is not None or scan.text[month.end].isdecimal():
        return None
    when = When(month.end, shift=step)
    resolved = resolve(scan, month.month, None, when, None, (i, month.end))
    if resolved is None:
        return None
    return Match(i, month.end, "date", resolved.interval, "english-moved", True)


def eve(scan: Scan, i: int) -> Match | None:
    """«the day before yesterday», «the day after tomorrow», «the same day», «the next day»."""
    text = scan.text
    told = scan.lexicon.english["told"].get(text[i - 1]) if i > 1 else None
    if told is not None and text[i - 2] == "the":
        last = scan.last_interval(i, ("day",), one_day=True)
        if last is None:
            return Match(i - 2, i + 1, "reference", None, "same-unknown")
        day = last.last + timedelta(days=told)
        return Match(i - 2, i + 1, "date", Interval(day, day, "day"), "same")
    phrase = (text[i], text[i + 1], text[i + 2])
    step = {("day", "before", "yesterday"): -2, ("day", "after", "tomorrow"): 2}.get(phrase)
    if step is None:
        return None
    if scan.published is None:
        return Match(i, i + 3, "date", None, "english-moved", True)
    day = scan.published + timedelta(days=step)
    return Match(i, i + 3, "date", Interval(day, day, "day"), "english-moved", True)


def part(scan: Scan, i: int) -> Match | None:
    """«early May», «mid-April 2023», «the end of 2015»: a part of a month or a year."""
    text = scan.text
    name, j = PARTS.get(text[i]), i + 1
    if name is None:
        name = PARTS_OF.get(text[i])
        if name is None or text[j] != "of":
            return None
        j += 2 if text[j + 1] == "the" else 1
    elif text[j] == "-":
        j += 1
    found = _whole(scan, j, text[j - 1] == "the")
    if found is None or found.interval is None or found.interval.precision == "day":
        return None
    narrowed = part_of(found.interval, name)
    if narrowed is None:
        return None
    return replace(found, start=i, interval=narrowed, rule="part", precision="part")


def _whole(scan: Scan, i: int, definite: bool) -> Match | None:
    """What has parts: «2015», «1980s», «last year», «May 2015», and «the month», «the year»."""
    word = scan.text[i]
    year = read_digits_year(scan, i)
    if year is not None and year in _YEARS:
        several = decade(scan, i)
        whole = years_of(year, year)
        alone = Match(i, i + 1, "date", whole, "year", written_year=True) if whole else None
        return several or alone
    if word in MOVES and scan.text[i + 1] in _WHOLE:
        return moved_unit(scan, i)
    if definite and word in _WHOLE:
        held = holding(scan.published, word) if scan.published is not None else None
        return Match(i, i + 1, "date", held, "unit", True) if held is not None else None
    return None if definite else month_first(scan, i, True)  # «the end of the march»


def decade(scan: Scan, i: int) -> Match | None:
    """«the 1980s»."""
    year = read_digits_year(scan, i)
    if year is None or year not in _YEARS or year % 10:
        return None
    if scan.text[i + 1] != "s" or not scan.tokens.attached(i + 1):
        return None
    whole = years_of(year, year + 9, "decade")
    return Match(i, i + 2, "date", whole, "decade", written_year=True) if whole else None


def year_of_event(scan: Scan, i: int) -> Match | None:
    """«the 2011 uprising»: a year before what happened in it."""
    year = read_digits_year(scan, i)
    named = i > 0 and scan.text[i - 1] in ("the", "s") and year is not None and year % 1000
    event = scan.is_in(i + 1, "english.events") or (
        named and scan.is_in(i + 2, "english.events") and scan.text[i + 1].isalpha()
    )  # «the 2019 Turkish incursion»
    if year is None or year not in _YEARS or not event:
        return None
    whole = years_of(year, year)
    return Match(i, i + 1, "date", whole, "year", written_year=True) if whole else None


def season(scan: Scan, i: int) -> Match | None:
    """«summer 2014», «the spring of 2011»."""
    j = i + 2 if scan.text[i + 1] == "of" else i + 1
    year = read_digits_year(scan, j)
    if year is None or year not in _YEARS:
        return None
    whole = season_of(year, scan.lexicon.english["seasons"][scan.text[i]])
    return Match(i, j + 1, "date", whole, "season", written_year=True) if whole else None


def fraction(scan: Scan, i: int) -> Match | None:
    """«the first quarter of 2016», «the second half of last year»."""
    text, english = scan.text, scan.lexicon.english
    number, parts = english["places"].get(text[i - 1]), english["fractions"][text[i]]
    j = i + 2 if text[i + 1] == "of" else i + 1
    definite = text[j] == "the"
    whole = _whole(scan, j + definite, definite) if number is not None and i else None
    if whole is None or whole.interval is None or number > parts:
        return None
    if whole.interval.precision != "year":
        return None
    part = share(whole.interval, parts, parts if number == -1 else number)
    return replace(whole, start=i - 1, interval=part, rule="fraction") if part else None


def year_of_range(scan: Scan, i: int, match: Match) -> Match | None:
    """«from 2015 to 2017»: a bare year after one that is told as such."""
    year = read_digits_year(scan, i)
    told = match.interval is not None and match.interval.precision == "year"
    if year is None or year not in _YEARS or not told:
        return None
    whole = years_of(year, year)
    return Match(i, i + 1, "date", whole, "year", written_year=True) if whole else None


def day_of_range(scan: Scan, i: int, match: Match) -> Match | None:
    """«from July 3 to 5», «between 3 July and 5»: a bare day after one of a month."""
    text = scan.text[i]
    if match.interval is None or match.interval.precision != "day" or not text.isdecimal():
        return None
    if len(text) > _DAY_FIGURES or scan.text[i + 1] not in _AFTER_A_DAY:
        return None
    first = match.interval.first
    try:
        day = first.replace(day=int(text))
    except ValueError:
        return None
    later = match.rule.startswith("day") and day > first
    return replace(match, start=i, end=i + 1, interval=Interval(day, day, "day")) if later else None


def next_day_too(scan: Scan, i: int, match: Match) -> Match:
    """«May 21 and | 22»: both days; the date as it is where another number follows."""
    second = day_of_range(scan, i, match)
    if second is None or second.interval is None or match.interval is None:
        return match
    both = Interval(match.interval.first, second.interval.last, "day")
    if (both.last - both.first).days != 1:
        return match
    return replace(match, end=second.end, kind="interval", interval=both)


def day_of_week(scan: Scan, i: int, number: int) -> Match | None:
    """«Tuesday | last week», «Tuesday of next week»: the day of that week, ``i`` after the day."""
    k = i + (scan.text[i] == "of")
    if scan.text[k] not in ("last", "next", "this") or scan.text[k + 1] != "week":
        return None
    if scan.published is None:
        return Match(i - 1, k + 2, "date", None, "weekday-of-week", True)
    week = shifted(scan.published, MOVES[scan.text[k]], "week")
    if week is None:
        return None
    day = week.first + timedelta(days=number)
    return Match(i - 1, k + 2, "date", Interval(day, day, "day"), "weekday-of-week", True)


def looking_back(scan: Scan, i: int) -> Match | None:
    """«the past two weeks», «the last 24 hours», «the past month»: up to publication."""
    text = scan.text
    number, j = text[i + 1], i + 2
    if number.isdecimal() and len(number) < 4:
        count: int | None = int(number)
    else:
        count = _NUMBERS.get(number)
    if text[i] == "past" and number in _EASY:
        count, j = 1, i + 1
    if count is None or not 0 < count <= _MOST:
        return None
    unit = _UNITS.get(text[j])
    if text[j] in _HOURS and count >= _DAY:
        unit, count = "day", -(-count // _DAY)
    if unit is None or i < 1 or (count > 1 and not text[j].endswith("s")):
        return None
    if text[i] == "last" and text[i - 1] not in _BEFORE_LAST:
        return None  # «the talks last two days»
    if scan.published is None:
        return Match(i, j + 1, "interval", None, "looking-back", True)
    first = moved(scan.published, -count, unit)
    if first is None:
        return None
    whole = Interval(first, scan.published, "day", True)
    return Match(i, j + 1, "interval", whole, "looking-back", True)


def weekend(scan: Scan, i: int) -> Match | None:
    """«over the weekend», «last weekend»: the Saturday and Sunday that end by publication.

    «this weekend» of what is to come: those of the week of publication.
    """
    if i < 1 or scan.text[i - 1] not in _LEADS or scan.published is None:
        return None
    last = scan.published - timedelta(days=(scan.published.weekday() + 1) % 7)
    if scan.tense(i - 1, i + 1) == FUTURE:
        if scan.text[i - 1] != "this":
            return None
        last = scan.published + timedelta(days=6 - scan.published.weekday())
    whole = Interval(last - timedelta(days=1), last, "day", True)
    return Match(i - 1, i + 1, "date", whole, "weekend", True)
