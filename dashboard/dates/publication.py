"""Publication dates of metadata, as pages, feeds and files write them, in any language."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable
from datetime import UTC, date, datetime

from dashboard.dates.calendars import day_of, hijri_day, solar_day
from dashboard.dates.finder import find_dates
from dashboard.dates.lexicon import lexicon
from dashboard.dates.stamps import changed
from dashboard.model import DateMention
from dashboard.text import fold, words

_LONGEST = 200
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?=$|[T\s])")
_COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})(?:T?\d{4,6})?(?:\.\d+)?(?:Z|[+-]\d{4})?$")
_SECONDS = re.compile(r"(\d{9,10})(?:\d{3})?(?:\.\d+)?$")  # since 1970, or thousandths of them
_FIGURES = re.compile(r"(?<!\d)(\d{1,2})\s*([/.\\-])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})(?!\d)")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{1,2})(?!\d)")
_OTHER = range(1300, 1500)  # years of the Hijri or the solar count
_FIRST, _LAST = 1900, 2100  # years in which something can have been published
_UNSET = date(1970, 1, 1)  # the day of a clock that was never set
_PERSIAN = re.compile("[\u06f0-\u06f9]")
_NAMES_A_MONTH = re.compile(r"[^\W\d_]{3}|[\u2e80-\u9fff\uac00-\ud7af]")
_CLOCK = re.compile(r"\b(?:gmt|utc|[a-z]{2}t)\b", re.IGNORECASE)
_SHORT_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def parse_date(text: str) -> date | None:
    """The day a publication-date string names; ``None`` where it names none or several.

    Nothing is guessed: «03/04/2015» may be of March or of April, «1395/6/18» of two calendars.
    Times of day are dropped as written, without a change of zone; seconds since 1970 are UTC.
    """
    days = days_named(text)
    return days[0] if len(days) == 1 else None


def days_named(text: str) -> tuple[date, ...]:
    """The days that a publication-date string may name, the day first before the month first.

    One where it is plain, two where day and month can be exchanged and no weekday decides, none
    where it names no day, several days, or one that is no day of publication (a clock not set).
    """
    text = text.strip()[:_LONGEST]
    for reader in (_by_machine, _of_other_calendar):
        found = reader(text)
        if found is not None:
            break
    else:
        found = _told(text)
    return tuple(day for day in found if _FIRST <= day.year <= _LAST and day != _UNSET)


def _by_machine(text: str) -> tuple[date, ...] | None:
    """ISO days and times, digits alone, seconds since 1970; ``None`` for other strings."""
    for pattern in (_ISO, _COMPACT):
        written = pattern.match(text)
        if written is not None and int(written[1]) >= _FIRST:
            return _some(day_of(int(written[1]), int(written[2]), int(written[3])))
    seconds = _SECONDS.match(text)
    return None if seconds is None else (datetime.fromtimestamp(int(seconds[1]), UTC).date(),)


def _some(*days: date | None) -> tuple[date, ...]:
    return tuple(day for day in dict.fromkeys(days) if day is not None)


def _of_other_calendar(text: str) -> tuple[date, ...] | None:
    """«۱۳۹۵/۰۶/۱۸», «1437-12-07»: a solar or a Hijri day in figures, where only one can be meant.

    Persian digits are of the solar count; otherwise both must not be days that have been.
    """
    written = _YEAR_FIRST.search(text)
    if written is None or int(written[1]) not in _OTHER:
        return None
    if fold(text).text[written.end() :].lstrip()[:1] in ("ه", "ش"):
        return None  # the era is written
    year, month, day = int(written[1]), int(written[3]), int(written[4])
    today = date.today()
    solar, hijri = solar_day(year, month, day), hijri_day(year, month, day)
    if _PERSIAN.search(written[0]) and solar is not None and solar <= today:
        return (solar,)
    possible = tuple(d for d in _some(solar, hijri) if d <= today)
    return possible if len(possible) == 1 else ()


def _told(text: str) -> tuple[date, ...]:
    """The day that a phrase names: one day only, that of publication before that of a change."""
    named = [m for m in find_dates(text) if m.first is not None and m.first == m.last]
    named = [m for m in named if not changed().search(text[: m.start])] or named
    named = [m for m in named if "hijri" not in m.rule and "solar" not in m.rule] or named
    if not named:
        return _foreign(text)
    if len({mention.first for mention in named}) > 1:
        return ()
    return _some(named[0].first) if "hijri" in named[0].rule else _readings(named[0], text)


def _readings(mention: DateMention, text: str) -> tuple[date, ...]:
    """Both readings of «3/4/2015» or «3/4/15», or the one that the weekday beside it means."""
    figures = _FIGURES.search(mention.text)
    if figures is None:
        return _some(mention.first)
    a, b, year = int(figures[1]), int(figures[3]), int(figures[4])
    full = len(figures[4]) == 4
    year += 0 if full else 2000 if year < 70 else 1900
    days = [day_of(year, b, a), day_of(year, a, b)]
    if not full and figures[2] == "-" and len(figures[1]) == 2:
        days.append(day_of(2000 + a, b, int(figures[4])))  # «16-09-09»: the year first
    possible = _some(*days)
    weekdays = set(_weekdays(word.text for word in words(fold(text))))
    if not weekdays or len(possible) == 1:
        return possible
    return tuple(day for day in possible if day.weekday() in weekdays)


def _weekdays(texts: Iterable[str]) -> Iterable[int]:
    names = lexicon().weekdays
    for word in texts:
        if word in names:
            yield names[word]
        elif word in _SHORT_DAYS:
            yield _SHORT_DAYS.index(word)


def _foreign(text: str) -> tuple[date, ...]:
    """A day that names its month in another language; figures alone were read before."""
    if not any(map(str.isdecimal, text)) or not _NAMES_A_MONTH.search(_CLOCK.sub(" ", text)):
        return ()
    import dateparser

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            found = dateparser.parse(
                text,
                # «3 days ago» counts from the day of saving the page, which nobody knows.
                settings={
                    "REQUIRE_PARTS": ["day", "month", "year"],
                    "PARSERS": ["absolute-time"],
                },
            )
        except Exception:  # dateparser raises many kinds of errors on malformed input
            return ()
    return () if found is None else (found.date(),)
