"""Dates that name their day, month or year: «4 و5 أيلول (سبتمبر)», «3/7/2015», «عام 2012»."""

from __future__ import annotations

from datetime import date

from dashboard.dates.calendars import Interval, day_of, hijri_day, month_of
from dashboard.dates.elements import (
    DaysRead,
    MonthRead,
    When,
    read_days,
    read_digits_year,
    read_month,
    read_when,
    word_is_number_tail,
)
from dashboard.dates.resolve import resolve
from dashboard.dates.scan import Match, Scan
from dashboard.model import DateKind


def day_month(scan: Scan, i: int, weekday: int | None = None) -> Match | None:
    """«4 أيلول», «14 من شهر فبراير 2014», «من 12 إلى 15 آذار», «العاشر من الشهر الماضي»."""
    text = scan.text
    j = i
    opened = text[i] in ("من", "بين") or (text[i] == "ما" and text[i + 1] == "بين")
    if opened:
        j = i + 2 if text[i] == "ما" else i + 1
    elif text[i] in ("يوم", "يومي", "ايام", "اليوم") and weekday is None:
        j = i + 1
    days = read_days(scan, j)
    if days is None:
        return None
    if opened and len(days.days) < 2:
        return None
    month = _month_after_days(scan, days)
    if month is None:
        return _day_of_this_month(scan, i, days)
    when = When(month.end, month.year) if month.year is not None else read_when(scan, month.end)
    if (
        month.year is None
        and month.month.certainty == "dated"
        and not _fits_dated(scan, days, month, when)
    ):
        return None
    named = _named_day(scan, i, days, month, when)
    if named == 0:
        return None
    return _days_match(scan, i, days, month, when, weekday, named)


def _fits_dated(scan: Scan, days: DaysRead, month: MonthRead, when: When) -> bool:
    """«10 ناصر» needs more: «شهر», a twin or a year; Hijri names and «ك2» need a day only."""
    if month.month.calendar == "hijri" or month.month.press == "short":
        return True
    return month.explicit or month.twin or when.end > month.end


def _month_after_days(scan: Scan, days: DaysRead) -> MonthRead | None:
    text, j = scan.text, days.end
    linked = text[j] == "من"
    if linked or text[j] in ("/", "-", "."):
        j += 1
    month = read_month(scan, j)
    if month is None:
        return None
    if text[days.end] == "." and not scan.tokens.attached(j):
        return None
    if days.ordinal and not linked and not month.explicit and month.month.certainty != "safe":
        return None
    if month.month.press == "number" and not linked and not month.explicit:
        return None
    return month


def _day_of_this_month(scan: Scan, i: int, days: DaysRead) -> Match | None:
    """«في العاشر من الشهر الماضي», «10 من هذا الشهر»."""
    text, j = scan.text, days.end
    if text[j] != "من":
        return None
    j += 1
    shift: int | None = None
    if text[j] == "هذا" and text[j + 1] == "الشهر":
        shift, end = 0, j + 2
    elif text[j] in ("الشهر", "شهر"):
        modifier = scan.lexicon.modifiers.match(text, j + 1)
        if modifier is None:
            return None
        shift, end = modifier
    if shift is None:
        return None
    if scan.published is None:
        return Match(i, end, "date", None, "day-of-relative-month", True)
    index = scan.published.year * 12 + scan.published.month - 1 + shift
    found = [day_of(index // 12, index % 12 + 1, day) for day in days.days]
    known = [day for day in found if day is not None]
    if len(known) < len(found):
        return None
    return _match_of_days(i, end, known, days.joined, "day-of-relative-month", True, (), False)


def _named_day(scan: Scan, i: int, days: DaysRead, month: MonthRead, when: When) -> int | None:
    """The year of «هجمات 11 سبتمبر»; 0 for the name of a street or party; ``None`` otherwise."""
    if when.end > month.end or month.year is not None or len(days.days) != 1:
        return None
    before = scan.tokens.before(i)
    for named in scan.lexicon.named_days:
        same_day = (named.month, named.day) == (month.month.number, days.days[0])
        if same_day and (before in named.before or before.removeprefix("ال") in named.before):
            return named.year
    if (
        before in scan.lexicon.sets["named_after.before"]
        or before.removeprefix("ال") in (scan.lexicon.sets["named_after.before"])
    ):
        return 0
    return None


def _days_match(
    scan: Scan,
    i: int,
    days: DaysRead,
    month: MonthRead,
    when: When,
    weekday: int | None,
    named: int | None,
) -> Match | None:
    found: list[date] = []
    notes: tuple[str, ...] = month.notes
    relative = False
    rule = "day-month" if month.month.calendar == "gregorian" else "hijri-day-month"
    if named:
        day = day_of(named, month.month.number, days.days[0])
        return (
            None
            if day is None
            else _match_of_days(i, when.end, [day], False, "named-day", False, notes, True)
        )
    for number in days.days:
        resolved = resolve(scan, month.month, number, when, weekday, (i, when.end))
        if resolved is None:
            return None
        relative = relative or resolved.relative
        if resolved.interval is None:
            return Match(
                i, when.end, "date" if len(days.days) == 1 else "interval", None, rule, True
            )
        found.append(resolved.interval.first)
        notes += tuple(note for note in resolved.notes if note not in notes)
        weekday = None
    return _match_of_days(
        i, when.end, found, days.joined, rule, relative, notes, when.year is not None
    )


def _match_of_days(
    i: int,
    end: int,
    found: list[date],
    joined: bool,
    rule: str,
    relative: bool,
    notes: tuple[str, ...],
    written: bool,
) -> Match | None:
    first, last = min(found), max(found)
    if joined and found != sorted(found):
        return None
    kind: DateKind = "date" if len(found) == 1 else "interval"
    listed = () if joined or len(found) == 1 else tuple(sorted(found))
    return Match(i, end, kind, Interval(first, last, "day"), rule, relative, notes, listed, written)


def month_first(scan: Scan, i: int) -> Match | None:
    """«أيلول 2015», «سبتمبر الماضي», «شهر مارس», «يوليو 13-15», «september 11, 2001»."""
    month = read_month(scan, i)
    if month is None:
        return None
    english = scan.text[i].isascii()
    days = read_days(scan, month.end) if month.year is None else None
    if days is not None and not days.ordinal and not _year_is_written_in_two(scan, days):
        when = read_when(scan, days.end)
        if english or len(days.days) > 1 or when.year is not None:
            match = _days_match(scan, i, days, month, when, None, None)
            if match is not None:
                return match
    when = When(month.end, month.year) if month.year is not None else read_when(scan, month.end)
    if not _month_is_meant(scan, i, month, when):
        return None
    resolved = resolve(scan, month.month, None, when, None, (i, when.end))
    if resolved is None:
        return None
    rule = "month" if month.month.calendar == "gregorian" else "hijri-month"
    return Match(
        i, when.end, "date", resolved.interval, rule, resolved.relative, month.notes,
        written_year=when.year is not None, precision="month",
    )  # fmt: skip


def _year_is_written_in_two(scan: Scan, days: DaysRead) -> bool:
    return scan.role(days.end, "unit") or scan.is_in(days.end, "period.counted")


def _month_is_meant(scan: Scan, i: int, month: MonthRead, when: When) -> bool:
    """Whether a month name without a day is a month here («مارس» the verb, «آب» = returned)."""
    if month.twin or month.explicit:
        return True
    if when.year is not None or when.year_shift is not None or when.same_year:
        return month.month.certainty != "dated" or month.month.calendar == "hijri"
    if month.month.calendar == "hijri":
        before = scan.tokens.before(i)
        if scan.text[i] != "رمضان" and month.month.certainty == "dated":
            return False
        return when.end > month.end or before in scan.lexicon.month_cues
    if month.month.certainty == "dated":
        return False
    if when.shift is not None:
        return True
    before = scan.tokens.before(i)
    if before.removeprefix("ال") in scan.lexicon.sets["named_after.before"]:
        return False
    last = scan.found[-1] if scan.found else None
    if before == "و" and last is not None and last.end == i - 1 and last.precision == "month":
        return True  # «كانون الثاني ونيسان»: the second of two months
    return month.month.certainty == "safe" or before in scan.lexicon.month_cues


def year_then_month(scan: Scan, i: int) -> Match | None:
    """«2015 أيلول (سبتمبر)», «عام 2015 في أيلول» is two dates: only a year right before."""
    year = read_digits_year(scan, i)
    if year is None:
        return None
    month = read_month(scan, i + 1)
    if month is None or month.explicit or month.year is not None or scan.text[i + 1] == "شهر":
        return None
    if read_when(scan, month.end).year is not None:
        return None
    interval = month_of(year, month.month.number) if month.month.calendar == "gregorian" else None
    if interval is None:
        return None
    days = read_days(scan, month.end)
    if days is not None and len(days.days) == 1 and not days.ordinal:
        day = day_of(year, month.month.number, days.days[0])
        if day is not None and not scan.role(days.end, "unit"):
            return Match(
                i, days.end, "date", Interval(day, day, "day"), "year-month-day", written_year=True
            )
    return Match(i, month.end, "date", interval, "year-month", written_year=True)


_SEPARATORS = ("/", "-", ".", "\\")


def numeric(scan: Scan, i: int) -> Match | None:
    """«3/7/2015» day first, «2015-07-03», «9/2021», all with one kind of separator."""
    text, tokens = scan.text, scan.tokens
    a, sep, b = text[i], text[i + 1], text[i + 2]
    if sep not in _SEPARATORS or not b.isdecimal() or not a.isdecimal():
        return None
    if (
        i > 0
        and tokens.attached(i)
        and (text[i - 1] in _SEPARATORS or word_is_number_tail(scan, i))
    ):
        return None
    spaced = not (tokens.attached(i + 1) and tokens.attached(i + 2))
    if text[i + 3] == sep and text[i + 4].isdecimal():
        c = text[i + 4]
        if text[i + 5] == sep and tokens.attached(i + 5) and text[i + 6].isdecimal():
            return None
        return _three_numbers(scan, i, a, b, c)
    if spaced or sep not in ("/", "-", "\\"):
        return None
    if len(b) == 4 and len(a) <= 2 and b[0] in "12" and sep != "-":
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


def _three_numbers(scan: Scan, i: int, a: str, b: str, c: str) -> Match | None:
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
        # Month first only where day first is impossible.
        if month > 12 >= day and not hijri:
            day, month, rule = month, day, "numeric-month-first"
    if hijri or 1300 <= year < 1500:
        found = hijri_day(year, month, day)
    else:
        found = day_of(year, month, day) if 1000 <= year <= 2999 else None
    if found is None:
        return None
    return Match(i, end, "date", Interval(found, found, "day"), rule, written_year=True)


def text_is_time(scan: Scan, i: int) -> bool:
    """Whether «T10:30:00Z» follows an ISO day."""
    return scan.text[i] == "t" and scan.tokens.attached(i) and scan.text[i + 1].isdecimal()


def time_end(scan: Scan, i: int) -> int:
    """The index after an attached ISO time."""
    j = i + 1
    while j < min(i + 12, scan.tokens.n) and scan.tokens.attached(j):
        j += 1
    return j
