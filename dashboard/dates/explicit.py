"""Dates that name their day, month or year: «4 و5 أيلول (سبتمبر)», «3/7/2015», «عام 2012»."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dashboard.dates.calendars import FUTURE, Interval, day_of, month_of
from dashboard.dates.elements import DaysRead, MonthRead, When, read_days, read_month, read_when
from dashboard.dates.lexicon import NamedDay
from dashboard.dates.of_month import day_of_this_month, match_of_days
from dashboard.dates.resolve import resolve
from dashboard.dates.scan import NO_DATE, Match, Scan
from dashboard.dates.year_elements import read_digits_year, read_year

_ATTACHED = ("و", "ب", "ل", "ف", "ك")
_JUST_BEEN = 10  # days
_OF_SAFAR = 3  # words from the days to the end of «صفر», «من صفر» being a month
_RAMADAN = 9  # of the Hijri year, told without a day as well
_FEMININE, _NIGHT = ("ة", "ه"), ("ليل", "الليل")
_RULE_OF_CALENDAR = {"gregorian": "", "hijri": "hijri-", "solar": "solar-"}


def day_month(scan: Scan, i: int, weekday: int | None = None) -> Match | None:
    """«4 أيلول», «14 من شهر فبراير 2014», «من 12 إلى 15 آذار», «العاشر من الشهر الماضي»."""
    text = scan.text
    j = i
    opened = text[i] in ("من", "بين") or (text[i] == "ما" and text[i + 1] == "بين")
    if opened:
        j = i + 2 if text[i] == "ما" else i + 1
    elif text[i] in ("يوم", "يومي", "ايام", "اليوم") and weekday is None:
        j = i + 1
    if text[j] == "ال" and text[j + 1].isdecimal():
        j += 1  # «الـ15 من آذار»
    days = read_days(scan, j) or _spelled_day(scan, j)
    if days is None:
        return None
    if (opened and len(days.days) < 2) or _counts_something(scan, j, days):
        return None
    if text[days.end] == ")" and j == i and i and text[i - 1] == "(":
        i, days = i - 1, replace(days, end=days.end + 1)  # «يوم (14) من آذار»
    if not days.ordinal and scan.is_in(j - 1, "period.numbered_parts"):
        return None  # «العدد 5 - فبراير 2020»
    if opened and text[i] != "من" and len(days.days) == 2 and days.days[0] < days.days[1]:
        days = replace(days, joined=True)  # «بين 6 و13 ديسمبر»: all the days between
    if j == i and i and len(days.days) == 2 and scan.is_in(i - 1, "english.openers"):
        i, days = i - 1, replace(days, joined=True)  # «between 12 and 15 January»
    month = _month_after_days(scan, days)
    if month is None:
        return day_of_this_month(scan, i, days)
    when = When(month.end, month.year) if month.year is not None else read_when(scan, month.end)
    if every_year(scan, when.end):
        return None
    if (
        month.year is None
        and month.month.certainty == "dated"
        and not _fits_dated(scan, i, days, month, when)
    ):
        return None
    named = _named_day(scan, i, days, month, when)
    if named == 0:
        return Match(i, when.end, "date", None, "named-after", notes=(NO_DATE,))
    return _days_match(scan, i, days, month, when, weekday, named)


def every_year(scan: Scan, end: int) -> bool:
    """«في سبتمبر من كل عام», «الـ10 من ديسمبر كل سنة»: of no year."""
    if scan.is_in(end, "every.words"):
        return scan.is_in(end + 1, "period.year")
    return scan.text[end] == "من" and scan.is_in(end + 1, "every.words")


def _counts_something(scan: Scan, i: int, days: DaysRead) -> bool:
    """Whether a one-word ordinal is a noun's: «للمرة الثانية هذا الشهر», «الاجتماع الثاني أيار»."""
    if not days.ordinal or days.end - i != 1 or scan.is_in(i, "ordinals.construct"):
        return False
    before = scan.tokens.before(i)
    if scan.text[i].startswith("ال") and scan.text[i].endswith(_FEMININE):
        return before.rstrip("".join(_FEMININE)) not in _NIGHT  # «الليلة السابعة من رمضان»
    linked = scan.text[days.end] == "من"
    noun = before.startswith("ال") and before not in scan.lexicon.day_cues
    return noun and not linked and not scan.role(i - 1, "weekday")


def _spelled_day(scan: Scan, i: int) -> DaysRead | None:
    """«خمسة حزيران», «خمسة عشر آذار»: a cardinal in words right before a month."""
    if scan.text[i].isdecimal():
        return None
    number = scan.tokens.cardinal(i)
    if number is None or number.digits or not 1 <= number.value <= 31:
        return None
    if not scan.role(number.end, "month"):
        return None
    month = read_month(scan, number.end)
    if month is None or (month.year is None and read_year(scan, month.end) is None):
        before = scan.tokens.before(i)
        if before not in scan.lexicon.month_cues and before not in scan.lexicon.day_cues:
            return None
    return DaysRead((number.value,), number.end, False)


def _fits_dated(scan: Scan, i: int, days: DaysRead, month: MonthRead, when: When) -> bool:
    """«10 ناصر» needs more: «شهر», a twin or a year; Hijri names and «ك2» need a day only.

    «صفر» is a month after a word of days, or with a year: else it is nought («فاز 2 - صفر»).
    """
    if scan.is_in(month.end - 1, "named_after.nought") and month.end - days.end < _OF_SAFAR:
        tied = scan.text[days.end] in ("-", "/", "الي") or scan.text[days.end] == ","
        led = scan.role(i, "day_word") or scan.tokens.before(i) in scan.lexicon.day_cues
        led = led or scan.role(i - 1, "weekday")
        return when.end > month.end or (led and not tied)
    if month.month.calendar == "hijri" or month.month.press == "short":
        return True
    return month.explicit or month.twin or when.end > month.end


def _month_after_days(scan: Scan, days: DaysRead) -> MonthRead | None:
    text, j = scan.text, days.end
    linked = text[j] == "من" or (text[j] == "of" and scan.is_in(j - 1, "english.ordinal_ends"))
    if linked or text[j] in ("/", "-", "."):
        j += 1
    elif text[j] == "," and scan.is_in(j - 1, "english.ordinal_ends"):
        j += 1  # «15th, October 2023»
    bracketed = text[j] == "(" and scan.role(j + 1, "month")  # «26 (آب/أغسطس) 2016»
    month = read_month(scan, j + bracketed)
    if month is None or (bracketed and text[month.end] != ")"):
        return None
    if bracketed:
        month = replace(month, end=month.end + 1)
        twin = scan.lexicon.months.match(text, month.end)
        if twin is not None and twin[0].number == month.month.number:
            month = replace(month, end=twin[1], twin=True)  # «7 (أيلول) سبتمبر»
    if text[days.end] == "." and not scan.tokens.attached(j):
        return None
    if days.ordinal and not linked and not month.explicit and month.month.certainty != "safe":
        # «الثاني آذار» is no date; «أول أيلول», «فاتح نونبر» are.
        if text[days.end - 1] not in scan.lexicon.sets["ordinals.construct"]:
            return None
    if month.month.press == "number" and not linked and not month.explicit:
        return None
    return month


def _named_day(scan: Scan, i: int, days: DaysRead, month: MonthRead, when: When) -> int | None:
    """The year of «هجمات 11 سبتمبر»; 0 for the name of a street or party; ``None`` otherwise."""
    placed = when.year is not None or when.shift is not None or when.year_shift is not None
    if placed or when.same_year or month.year is not None or len(days.days) != 1:
        return None
    before = scan.tokens.before(i)
    bare = before[1:] if before[:1] in _ATTACHED else before  # «بهجمات 11 سبتمبر»
    forms = {before, before.removeprefix("ال"), bare, bare.removeprefix("ال")}
    for named in scan.lexicon.named_days:
        same_day = (named.month, named.day) == (month.month.number, days.days[0])
        if scan.published is not None and named.year > scan.published.year:
            continue  # not yet
        if same_day and (forms & named.before or scan.text[when.end] in named.after):
            return named.year
        if same_day and named.alone and _is_long_ago(scan, named, (i, when.end)):
            return named.year
    if scan.text[i] in ("يوم", "اليوم"):
        return None  # «قوات التحالف يوم 9 آب»: no name
    if forms & scan.lexicon.sets["named_after.before"]:
        return 0
    return None


def _is_long_ago(scan: Scan, named: NamedDay, span: tuple[int, int]) -> bool:
    """Whether a day that is known by itself is not one that has just been, or is to come."""
    if scan.published is None or scan.tense(*span) == FUTURE:
        return False
    this = day_of(scan.published.year, named.month, named.day)
    return this is not None and not 0 <= (scan.published - this).days <= _JUST_BEEN


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
    rule = _RULE_OF_CALENDAR[month.month.calendar] + "day-month"
    if named:
        day = day_of(named, month.month.number, days.days[0])
        return (
            None
            if day is None
            else match_of_days(i, when.end, [day], False, "named-day", False, notes, True)
        )
    for number in days.days:
        if found and month.month.calendar == "gregorian":
            beside = day_of(found[0].year, month.month.number, number)
            if beside is None:
                return Match(i, when.end, "date", None, rule, notes=(NO_DATE,))
            found.append(beside)  # «18 و25 كانون الأول»: of one year
            continue
        resolved = resolve(scan, month.month, number, when, weekday, (i, when.end))
        if resolved is None:
            return Match(i, when.end, "date", None, rule, notes=(NO_DATE,))
        relative = relative or resolved.relative
        if resolved.interval is None:
            return Match(
                i, when.end, "date" if len(days.days) == 1 else "interval", None, rule, True
            )
        found.append(resolved.interval.first)
        notes += tuple(note for note in resolved.notes if note not in notes)
        weekday = None
    return match_of_days(
        i, when.end, found, days.joined, rule, relative, notes, when.year is not None
    )


def month_first(scan: Scan, i: int, meant: bool = False) -> Match | None:
    """«أيلول 2015», «سبتمبر الماضي», «شهر مارس», «يوليو 13-15», «september 11, 2001».

    ``meant`` says that the words before leave no doubt that a month follows.
    """
    month = read_month(scan, i)
    if month is None:
        return None
    english = scan.text[i].isascii()
    if english and scan.text[month.end] == "." and len(scan.text[i]) <= 4:
        month = replace(month, end=month.end + 1)  # «Sept. 9, 2016»
    days = read_days(scan, month.end) if month.year is None else None
    if days is not None and not days.ordinal and not _year_is_written_in_two(scan, days):
        when = read_when(scan, days.end)
        if english or len(days.days) > 1 or when.year is not None:
            named = _named_day(scan, i, days, month, when) if english else None
            match = _days_match(scan, i, days, month, when, None, named or None)
            if match is not None:
                return match
    when = When(month.end, month.year) if month.year is not None else read_when(scan, month.end)
    if not (meant or _month_is_meant(scan, i, month, when)):
        return None
    resolved = resolve(scan, month.month, None, when, None, (i, when.end))
    if resolved is None:
        return None
    rule = _RULE_OF_CALENDAR[month.month.calendar] + "month"
    return Match(
        i, when.end, "date", resolved.interval, rule, resolved.relative, month.notes,
        written_year=when.year is not None, precision="month",
    )  # fmt: skip


def _year_is_written_in_two(scan: Scan, days: DaysRead) -> bool:
    return scan.role(days.end, "unit") or scan.is_in(days.end, "period.counted")


def _month_is_meant(scan: Scan, i: int, month: MonthRead, when: When) -> bool:
    """Whether a month name without a day is a month here («مارس» the verb, «آب» = returned)."""
    if every_year(scan, when.end) or _is_a_make(scan, i):
        return False
    if month.twin or month.explicit:
        return True
    if when.year is not None or when.year_shift is not None or when.same_year:
        other = month.month.calendar != "gregorian" or month.month.press == "short"
        return month.month.certainty != "dated" or other
    if month.month.calendar == "hijri":
        before = scan.tokens.before(i)
        if month.month.number != _RAMADAN and month.month.certainty == "dated":
            return False
        return when.end > month.end or before in scan.lexicon.month_cues
    if month.month.certainty == "dated":
        return False
    if when.shift is not None:
        return True
    before = scan.tokens.before(i)
    sets = scan.lexicon.sets
    named = {before, before.removeprefix("ال"), before[1:] if before[:1] in _ATTACHED else ""}
    if named & (sets["named_after.before"] | sets["named_after.month"]):
        return False  # «حرب أكتوبر», «لثورة يناير»
    last = scan.found[-1] if scan.found else None
    tied = last is not None and last.end == i - 1 and last.precision == "month"
    if tied and before in ("و", "and"):
        return True  # «كانون الثاني ونيسان»: the second of two months
    if _one_of_two_months(scan, i, when.end):
        return True
    return month.month.certainty == "safe" or before in scan.lexicon.month_cues


def _is_a_make(scan: Scan, i: int) -> bool:
    """«سيارة نيسان 2014»: the make of a car."""
    return scan.is_in(i, "named_after.makes") and scan.is_in(i - 1, "named_after.made")


def _one_of_two_months(scan: Scan, i: int, end: int) -> bool:
    """«بين آذار وأيار», «من آذار إلى أيار», «آذار - أيار»: a month tied to another month."""
    text, before = scan.text, scan.tokens.before(i)
    joins = scan.lexicon.sets["joins.range"]
    opened = before in ("من", "بين", "منذ")
    if text[end] in joins or (before == "بين" and text[end] == "و"):
        following = end + 1
        if text[end] == "و" and text[following] in joins:
            following += 1
        if (opened or text[end] == "-") and scan.role(following, "month"):
            return True
    if i < 3 or not (before in joins or before == "و"):
        return False
    first = i - 2 if before in joins and text[i - 2] != "و" else i - 3
    while first > 0 and i - first < 6 and not scan.role(first, "month"):
        first -= 1
    led = scan.tokens.before(first) in ("من", "بين", "منذ")
    return scan.role(first, "month") and (led or before == "-")


def year_then_month(scan: Scan, i: int) -> Match | None:
    """«2015 أيلول (سبتمبر)», «عام 2015 في أيلول» is two dates: only a year right before."""
    year = read_digits_year(scan, i)
    if year is None:
        return None
    tied = scan.text[i + 1] in ("/", "-") and scan.tokens.attached(i + 1)
    month = read_month(scan, i + 1 + tied)
    if month is None or month.explicit or month.year is not None or scan.text[i + 1] == "شهر":
        return None
    if read_when(scan, month.end).year is not None:
        return None
    interval = month_of(year, month.month.number) if month.month.calendar == "gregorian" else None
    if interval is None:
        return None
    if tied and scan.text[month.end] != scan.text[i + 1]:
        return None
    days = read_days(scan, month.end + tied)
    if days is not None and len(days.days) == 1 and not days.ordinal:
        day = day_of(year, month.month.number, days.days[0])
        if day is not None and not scan.role(days.end, "unit"):
            return Match(
                i, days.end, "date", Interval(day, day, "day"), "year-month-day", written_year=True
            )
    return Match(i, month.end, "date", interval, "year-month", written_year=True)
