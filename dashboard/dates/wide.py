"""Periods wider than a day: «الشهر الماضي», «مطلع 2016», «النصف الثاني من 2015», «صيف 2014»."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from dashboard.dates.calendars import (
    FUTURE,
    PAST,
    Interval,
    holding,
    month_end,
    nearest,
    part_of,
    season_of,
    shifted,
    years_of,
)
from dashboard.dates.elements import read_modifier, read_ordinal
from dashboard.dates.explicit import month_first
from dashboard.dates.same import told_unit
from dashboard.dates.scan import Match, Scan
from dashboard.dates.tense import tells
from dashboard.dates.year_elements import read_digits_year, read_year
from dashboard.dates.years import named_year
from dashboard.model import Precision

_RELATIVE, _SHORTEST = ("ي", "يه"), 4  # of a relative adjective («الدراسي», not «التي»)
_LEADS = ("من", "الي", "مع", "ل", "ب", "و", "بحلول", "لغايه")
_BESIDE, _UNTIL = 3, ("حتي", "قبل", "بحلول", "لغايه", "ل", "الي", "منذ")
_SINCE = ("منذ", "مند", "من")
_GRAINS = frozenset(["day", "week", "month", "year", "decade", "century"])


def unit_with_modifier(scan: Scan, i: int) -> Match | None:
    """«الأسبوع الماضي», «العام المقبل», «هذا الشهر», «العام قبل الماضي», «العام الماضي 2015»."""
    text, units = scan.text, scan.lexicon.units
    j = i + 1 if text[i] in ("هذا", "هذه") else i
    unit = units.get(text[j])
    if unit is None or unit.number != "singular" or unit.name not in _GRAINS:
        return None
    if not unit.definite and not (text[j] in ("شهر", "عام") and j == i):
        return None
    if unit.name == "day" and not (text[j].startswith("ال") and text[j] == "اليوم"):
        return None
    end = j + 1
    if j > i:
        shift = 0
    else:
        modifier = read_modifier(scan, end)
        if modifier is None or text[end] in ("هذا", "هذه") or unit.name == "day":
            return None
        shift, end = modifier
        if unit.name == "year" and i and scan.is_in(i - 1, "period.general"):
            return None  # «الأمين العام السابق»
    if j > i and unit.name == "day":
        return None
    year = read_year(scan, end) if unit.name == "year" and text[end] not in ("من", "-") else None
    if year is not None:
        interval = years_of(year.value, year.value)
        return (
            None
            if interval is None
            else Match(i, year.end, "date", interval, "year", written_year=True)
        )
    if scan.published is None:
        return Match(i, end, "date", None, "unit-modifier", True)
    interval = shifted(scan.published, shift, unit.name)
    return None if interval is None else Match(i, end, "date", interval, "unit-modifier", True)


def period(scan: Scan, i: int, meant: bool = False) -> Match | None:
    """Any period that a part or a fraction may precede; ``meant`` where a month must follow."""
    j = i + 1 if scan.text[i] == "من" else i
    meant = meant or j > i
    found = (
        told_unit(scan, j)
        or unit_with_modifier(scan, j)
        or named_year(scan, j)
        or month_first(scan, j, meant)
        or season(scan, j)
        or decade(scan, j)
        or nth_decade(scan, j)
        or century(scan, j)
        or plain_year(scan, j)
        or _plain_unit(scan, j)
    )
    if found is None or (found.interval is None and not found.relative):
        return None
    return found


def plain_year(scan: Scan, i: int) -> Match | None:
    """«نهاية 2015»: after a part, bare digits are a year."""
    year = read_digits_year(scan, i)
    if year is None or not 1500 <= year <= 2500:
        return None
    if scan.is_in(i + 1, "period.counted"):
        return None
    interval = years_of(year, year)
    return (
        None if interval is None else Match(i, i + 1, "date", interval, "year", written_year=True)
    )


def _plain_unit(scan: Scan, i: int) -> Match | None:
    """«نهاية العام», «منتصف الشهر»: the one that holds publication."""
    if scan.text[i] not in ("العام", "السنه", "الشهر", "الاسبوع"):
        return None
    following = scan.text[i + 1]
    if scan.is_in(i + 1, "period.blessed") or scan.role(i + 1, "ordinal"):
        return None  # «منتصف الشهر الفضيل»: Ramadan
    if scan.is_in(i + 1, "same.who"):
        return None  # «أول السنة التي يجري فيها الانتخاب»
    if following.startswith("ال") and following.endswith(_RELATIVE) and len(following) > _SHORTEST:
        return None  # «نهاية العام الدراسي»
    unit = scan.lexicon.units[scan.text[i]]
    if scan.published is None:
        return Match(i, i + 1, "date", None, "unit", True)
    interval = holding(scan.published, unit.name)
    return None if interval is None else Match(i, i + 1, "date", interval, "unit", True)


def part(scan: Scan, i: int) -> Match | None:
    """«نهاية 2015», «مطلع سبتمبر», «منتصف التسعينيات», «أواخر الشهر الجاري», «نهاية الأسبوع»."""
    name = scan.lexicon.parts.get(scan.text[i]) or _edge_of(scan, i)
    if name is None or (scan.text[i] == "وسط"):
        return None
    whole = period(scan, i + 1, meant=scan.text[i] not in scan.lexicon.parts)
    if whole is None:
        return None
    if whole.interval is None:
        return replace(whole, start=i, rule="part")
    if whole.interval.precision == "week" and name == "late":
        last = whole.interval.last
        # A bare «نهاية الأسبوع» that is told is the weekend before.
        if (
            whole.rule == "unit"
            and scan.published is not None
            and last - timedelta(1) > scan.published
            and scan.tense(i, whole.end) != FUTURE
        ):
            last -= timedelta(7)
        return replace(
            whole,
            start=i,
            rule="weekend",
            interval=Interval(last - timedelta(1), last, "day", True),
        )
    narrowed = part_of(whole.interval, name)
    if narrowed is None:
        return None
    told = _told_year(scan, i, whole, narrowed)
    if told is not None:
        narrowed = part_of(told, name) or narrowed
    elif whole.rule == "unit" and _is_past(scan, i, narrowed):
        grain = "month" if whole.interval.precision == "month" else "year"
        before = shifted(whole.interval.first, -1, grain)
        narrowed = (part_of(before, name) if before is not None else None) or narrowed
    elif whole.rule == "unit" and _is_ahead(scan, i, whole.end, narrowed):
        grain = "month" if whole.interval.precision == "month" else "year"
        ahead = shifted(whole.interval.first, 1, grain)
        narrowed = (part_of(ahead, name) if ahead is not None else None) or narrowed
    return replace(whole, start=i, interval=narrowed, rule="part", precision="part")


def _told_year(scan: Scan, i: int, whole: Match, part: Interval) -> Interval | None:
    """«خلال عام 2006 … وبحلول نهاية العام كانت البلاد»: the year told, where the clause is past."""
    if whole.rule != "unit" or whole.interval is None or whole.interval.precision != "year":
        return None
    if scan.published is None or part.first <= scan.published:
        return None
    told = scan.last_interval(i, ("year",))
    if told is None or told.first >= whole.interval.first or scan.tense(i, whole.end) != PAST:
        return None
    return told


def _edge_of(scan: Scan, i: int) -> str | None:
    """«آخر العام», «أول الشهر», «آخر أيلول»; «أول أيلول» is its first day."""
    place = scan.lexicon.positions.get(scan.text[i])
    if place not in (-1, 1) or not _is_led(scan, i):
        return None
    whole = scan.text[i + 1] in ("العام", "السنه", "الشهر", "الاسبوع")
    if place == -1 and (whole or scan.role(i + 1, "month")):
        return "late"
    return "early" if place == 1 and whole else None


def _is_led(scan: Scan, i: int) -> bool:
    """«جندي آخر الأسبوع الماضي» is another soldier: only a word of time leads to a part."""
    before = scan.tokens.before(i)
    return not before.isalpha() or before in scan.lexicon.month_cues or before in _LEADS


def _is_ahead(scan: Scan, i: int, end: int, part: Interval) -> bool:
    """«تجرى مطلع العام», told in December: of the year after."""
    if scan.published is None or part.last >= scan.published:
        return False
    return scan.text[i - 1] not in _SINCE and scan.tense(i, end) == FUTURE


def _is_past(scan: Scan, i: int, part: Interval) -> bool:
    """«استقال نهاية العام», told in February: of the year before."""
    if scan.published is None or part.first <= scan.published:
        return False
    beside = scan.text[max(0, i - _BESIDE) : i]
    return any(map(tells, beside)) and "ان" not in beside and scan.text[i - 1] not in _UNTIL


def fraction(scan: Scan, i: int) -> Match | None:
    """«الربع الأول من 2015», «النصف الثاني من العام الماضي», «الثلث الأخير من رمضان»."""
    lexicon, text = scan.lexicon, scan.text
    name = lexicon.fractions.get(text[i])
    if name is None:
        return None
    counts = {"الاول": 1, "الثاني": 2, "الثالث": 3, "الرابع": 4, "الاخير": -1}
    number = counts.get(text[i + 1])
    if scan.is_in(i, "fractions.sided") and scan.tokens.before(i).startswith("ال"):
        return None  # «الاجتماع الثلاثي الأول من عام 2015»
    parts = {"quarter": 4, "half": 2, "third": 3}[name]
    if number is None and scan.is_in(i + 1, "same.words"):
        number = _told_part(scan, parts)
    if number is None:
        return None
    number = parts if number == -1 else number
    j = i + 2
    if (
        text[j] not in ("من", "ل")
        and lexicon.units.get(text[j]) is None
        and not text[j].isdecimal()
    ):
        return None
    whole = period(scan, j + 1 if text[j] == "ل" else j)
    if whole is None or number > parts:
        return None
    year = whole.interval is None or whole.interval.precision == "year"
    if scan.is_in(i, "fractions.of_a_year") and not year:
        return None
    if whole.interval is None:
        return replace(whole, start=i, rule="fraction")
    interval = share(whole.interval, parts, number)
    return None if interval is None else replace(whole, start=i, interval=interval, rule="fraction")


def _told_part(scan: Scan, parts: int) -> int | None:
    """Which quarter or half of a year was told last: «الربع الثالث … والربع نفسه من 2015»."""
    for match in reversed(scan.found[-4:]):
        if match.rule == "fraction" and match.interval is not None:
            return (match.interval.first.month - 1) // (12 // parts) + 1
    return None


def share(whole: Interval, parts: int, number: int) -> Interval | None:
    if whole.precision == "year" and whole.first.month == 1:
        size = 12 // parts
        begin = (number - 1) * size + 1
        precision: Precision = "quarter" if parts == 4 else "month"
        year = whole.first.year
        return Interval(date(year, begin, 1), month_end(year, begin + size - 1), precision)
    if whole.precision == "century" and parts == 2:
        first = whole.first.year + (number - 1) * 50
        return years_of(first, first + 49, "decade")
    length = (whole.last - whole.first).days + 1
    size = 15 if whole.precision == "month" and parts == 2 else length // parts
    if size < 1:
        return None
    first_day = whole.first + timedelta(days=(number - 1) * size)
    last_day = whole.last if number == parts else first_day + timedelta(days=size - 1)
    return Interval(first_day, last_day, "day")


def season(scan: Scan, i: int) -> Match | None:
    """«ربيع 2011», «صيف عام 2014», «الصيف الماضي», «شتاء العام الماضي»."""
    name = scan.lexicon.seasons.get(scan.text[i])
    if name is None:
        return None
    year = read_year(scan, i + 1)
    if year is not None and scan.text[i + 1] != "-":
        following = read_digits_year(scan, year.end + 1)
        if name == "winter" and scan.text[year.end] in ("-", "/") and following == year.value + 1:
            year = replace(year, value=following, end=year.end + 2)  # «شتاء 2013-2014»
        interval = season_of(year.value, name)
        return (
            None
            if interval is None
            else Match(i, year.end, "date", interval, "season", written_year=True)
        )
    told = told_unit(scan, i + 1)
    if told is not None:
        if told.interval is None or told.interval.precision != "year":
            return None
        interval = season_of(told.interval.first.year, name)
        return replace(told, start=i, interval=interval, rule="season") if interval else None
    if scan.text[i].startswith("ال"):
        modifier = read_modifier(scan, i + 1)
        if modifier is None or scan.text[i + 1] in ("هذا", "هذه"):
            return None
        return moved_season(scan, i, name, modifier)
    if (scan.text[i + 1] in ("هذا", "هذه") and scan.text[i + 2] in ("العام", "السنه")) or (
        scan.text[i + 1] in ("العام", "السنه")
    ):
        whole = unit_with_modifier(scan, i + 1)
        if whole is not None:
            if whole.interval is None:
                return replace(whole, start=i, rule="season")
            interval = season_of(whole.interval.first.year, name)
            return replace(whole, start=i, interval=interval, rule="season") if interval else None
    return None


def moved_season(scan: Scan, i: int, name: str, modifier: tuple[int, int]) -> Match | None:
    shift, end = modifier
    if scan.published is None:
        return Match(i, end, "date", None, "season", True)
    around = [season_of(scan.published.year + k, name) for k in range(-3, 4)]
    options = [option for option in around if option is not None]
    if shift < 0:
        options = [option for option in options if option.last < scan.published][shift:][:1]
    elif shift > 0:
        options = [option for option in options if option.first > scan.published][shift - 1 :][:1]
    chosen = nearest(options, scan.published, None)
    return None if chosen is None else Match(i, end, "date", chosen, "season", True)


def decade(scan: Scan, i: int) -> Match | None:
    """«تسعينيات القرن الماضي», «الثمانينات», «ستينيات القرن التاسع عشر»."""
    number = scan.lexicon.decades.get(scan.text[i])
    if number is None:
        return None
    whole = century(scan, i + 1) or (century(scan, i + 2) if scan.text[i + 1] == "من" else None)
    end, base, relative = i + 1, 1900, False
    if whole is not None:
        if whole.interval is None:
            return replace(whole, start=i, rule="decade")
        end, base, relative = whole.end, whole.interval.first.year, whole.relative
    elif (
        scan.tokens.before(i) in scan.lexicon.sets["quantity.age_before"]
        or (not scan.text[i].startswith("ال") and scan.tokens.before(i) == "في")
        or scan.is_in(i + 1, "quantity.age_after")
        or (scan.text[i + 1] == "من" and scan.is_in(i + 2, "quantity.age_after"))
    ):
        return None
    first = base + number
    interval = years_of(first, first + 9, "decade")
    return None if interval is None else Match(i, end, "date", interval, "decade", relative)


def nth_decade(scan: Scan, i: int) -> Match | None:
    """«العقد الأول من القرن الحالي», «العقد الأخير من القرن العشرين»."""
    if scan.text[i] != "العقد":
        return None
    place = (-1, i + 2) if scan.is_in(i + 1, "edges.last") else read_ordinal(scan, i + 1)
    if place is None or scan.text[place[1]] not in ("من", "في"):
        return None
    whole = century(scan, place[1] + 1)
    if whole is None or whole.interval is None or not (place[0] == -1 or 1 <= place[0] <= 10):
        return None if whole is None else replace(whole, start=i, rule="decade")
    first = whole.interval.first.year + (9 if place[0] == -1 else place[0] - 1) * 10
    interval = years_of(first, first + 9, "decade")
    return None if interval is None else replace(whole, start=i, interval=interval, rule="decade")


def century(scan: Scan, i: int) -> Match | None:
    """«القرن الماضي», «القرن التاسع عشر», «القرن الـ19», «القرن الحادي والعشرين»."""
    text = scan.text
    if text[i] not in ("القرن", "قرن"):
        return None
    ordinal: tuple[int, int] | None = None
    if text[i + 1] == "ال" and text[i + 2].isdecimal():
        ordinal = int(text[i + 2][:4]), i + 3
    elif text[i + 1].isdecimal() and text[i] == "القرن":
        ordinal = int(text[i + 1][:4]), i + 2
    else:
        ordinal = read_ordinal(scan, i + 1)
    if ordinal is not None:
        number, end = ordinal
        if text[end] in ("الميلادي", "م"):
            end += 1
        if text[end] in ("قبل", "ق", "الهجري") or not 1 <= number <= 21:
            return None
        interval = years_of(max(1, (number - 1) * 100), (number - 1) * 100 + 99, "century")
        return None if interval is None else Match(i, end, "date", interval, "century")
    modifier = read_modifier(scan, i + 1)
    if modifier is None or text[i + 1] in ("هذا", "هذه"):
        return None
    if scan.published is None:
        return Match(i, modifier[1], "date", None, "century", True)
    shifted_century = shifted(scan.published, modifier[0], "century")
    if shifted_century is None:
        return None
    return Match(i, modifier[1], "date", shifted_century, "century", True)
