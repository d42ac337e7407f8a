"""Days, weeks and months by their place in a period: «الأسبوع الأول من آب», «آخر يوم من شباط»."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from dashboard.dates.calendars import Interval, moved, part_of
from dashboard.dates.elements import read_ordinal
from dashboard.dates.explicit import month_first
from dashboard.dates.scan import Match, Scan
from dashboard.dates.wide import period
from dashboard.model import Precision

_LAST = -1


def _period_after(scan: Scan, i: int, precisions: tuple[str, ...]) -> Match | None:
    """The period that «من», «في» or «ل» at token ``i`` introduces, of one of the grains."""
    if scan.text[i] not in ("من", "في", "ل", "ب"):
        return None
    whole = period(scan, i + 1, meant=True)
    if whole is None or whole.kind != "date":
        return None
    if whole.interval is not None and whole.interval.precision not in precisions:
        return None
    return whole


def _place(scan: Scan, i: int) -> tuple[int, int] | None:
    """«الأول», «الثالث», «الأخير» after a noun: its number (-1 for the last) and the end."""
    if scan.is_in(i, "edges.last"):
        return _LAST, i + 1
    if scan.is_in(i, "edges.first"):
        return 1, i + 1
    return read_ordinal(scan, i)


def nth_day(scan: Scan, i: int) -> Match | None:
    """«اليوم الأخير من عام 2015», «آخر يوم من شباط», «ثالث يوم من آب 2015»."""
    text = scan.text
    if text[i] == "اليوم":
        place = _place(scan, i + 1)
    else:
        construct = scan.lexicon.positions.get(text[i])
        if construct is None or text[i + 1] not in ("يوم", "ايام"):
            return None
        place = construct, i + 2
    if place is None:
        return None
    if text[i + 1] == "ايام":  # «أول أيام رمضان», «آخر أيام شهر آب»
        month = month_first(scan, place[1], meant=True)
        whole = month if month is not None and month.kind == "date" else None
    else:
        whole = _period_after(scan, place[1], ("month", "year"))
    if whole is None:
        return None
    if whole.interval is None:
        return replace(whole, start=i, rule="nth-day")
    first, last = whole.interval.first, whole.interval.last
    day = last if place[0] == _LAST else first + timedelta(days=place[0] - 1)
    if not first <= day <= last:
        return None
    return replace(whole, start=i, interval=Interval(day, day, "day"), rule="nth-day")


def nth_week(scan: Scan, i: int) -> Match | None:
    """«الأسبوع الأول من آب», «الأسبوع الأخير من العام», «أول أسبوع من أيلول»: seven days each."""
    text = scan.text
    if text[i] == "الاسبوع":
        place = _place(scan, i + 1)
    else:
        construct = scan.lexicon.positions.get(text[i])
        if construct is None or text[i + 1] != "اسبوع":
            return None
        place = construct, i + 2
    whole = _period_after(scan, place[1], ("month", "year")) if place is not None else None
    if place is None or whole is None:
        return None
    if whole.interval is None:
        return replace(whole, start=i, rule="nth-week")
    first, last = whole.interval.first, whole.interval.last
    begin = last - timedelta(days=6) if place[0] == _LAST else first + timedelta(weeks=place[0] - 1)
    if not first <= begin <= last:
        return None
    interval = Interval(begin, min(last, begin + timedelta(days=6)), "week", True)
    return replace(whole, start=i, interval=interval, rule="nth-week")


def nth_weekday(scan: Scan, i: int) -> Match | None:
    """«الجمعة الأخيرة من رمضان», «الأحد الأول من تشرين الثاني», «أول جمعة من أيلول»."""
    text, lexicon = scan.text, scan.lexicon
    weekday = lexicon.weekdays.get(text[i])
    if weekday is not None:
        place = _place(scan, i + 1)
    else:
        construct = lexicon.positions.get(text[i])
        weekday = lexicon.bare_weekdays.get(text[i + 1])
        if construct is None or weekday is None:
            return None
        place = construct, i + 2
    whole = _period_after(scan, place[1], ("month",)) if place is not None else None
    if place is None or whole is None:
        return None
    if whole.interval is None:
        return replace(whole, start=i, rule="nth-weekday")
    first, last = whole.interval.first, whole.interval.last
    if place[0] == _LAST:
        day = last - timedelta(days=(last.weekday() - weekday) % 7)
    else:
        day = first + timedelta(days=(weekday - first.weekday()) % 7, weeks=place[0] - 1)
    if not first <= day <= last:
        return None
    return replace(whole, start=i, interval=Interval(day, day, "day"), rule="nth-weekday")


def tenth(scan: Scan, i: int) -> Match | None:
    """«العشر الأواخر من رمضان», «العشر الأوائل من ذي الحجة»: the tens of days of a month."""
    part = scan.lexicon.tens_of_days.get(scan.text[i + 1])
    if scan.text[i] != "العشر" or part is None:
        return None
    whole = _period_after(scan, i + 2, ("month",))
    if whole is None:
        return None
    narrowed = part_of(whole.interval, part) if whole.interval is not None else None
    interval = replace(narrowed, approximate=False) if narrowed is not None else None
    return replace(whole, start=i, interval=interval, rule="ten-days")


def edge(scan: Scan, i: int) -> Match | None:
    """«الأشهر الستة الأولى من العام», «الأيام العشرة الأخيرة من رمضان»: units at one end.

    Without a number the beginning or the end is meant («الأيام الأولى من أيلول»), approximate.
    """
    text, units = scan.text, scan.lexicon.units
    unit = units.get(text[i])
    if unit is None or not unit.definite or unit.number == "singular":
        return None
    count, j = (2, i + 1) if unit.number == "dual" else (0, i + 1)
    if unit.number == "plural":
        if text[j] == "ال":
            j += 1
        number = scan.tokens.cardinal(j)
        if number is not None:
            count, j = number.value, number.end
    late = scan.is_in(j, "edges.last")
    if not (late or scan.is_in(j, "edges.first")) or text[j + 1] != "من":
        return None
    whole = period(scan, j + 1)
    if whole is None:
        return None
    if whole.interval is None:
        return replace(whole, start=i, rule="edge")
    if not count:
        part = part_of(whole.interval, "late" if late else "early")
        return None if part is None else replace(whole, start=i, interval=part, rule="edge")
    first, last = whole.interval.first, whole.interval.last
    step = moved(last + timedelta(1), -count, unit.name) if late else moved(first, count, unit.name)
    if step is None or not first <= step <= last:
        return None
    precision: Precision = "month" if unit.name == "month" else "day"
    interval = (
        Interval(step, last, precision) if late else Interval(first, step - timedelta(1), precision)
    )
    return replace(whole, start=i, interval=interval, rule="edge")
