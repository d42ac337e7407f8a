"""Days of a month that is not named: «العاشر من الشهر الماضي», «15 الجاري», «23 منه»."""

from __future__ import annotations

from datetime import date

from dashboard.dates.calendars import FUTURE, PAST, Interval, day_of, nearest
from dashboard.dates.elements import DaysRead
from dashboard.dates.scan import Match, Scan
from dashboard.model import DateKind

_THIS_MONTH = ("هذا", "الشهر", "شهر")
_OF_IT_REACH = 25  # tokens


def day_of_this_month(scan: Scan, i: int, days: DaysRead) -> Match | None:
    """«في العاشر من الشهر الماضي», «10 من هذا الشهر», «26 من الشهر نفسه», «15 الجاري»."""
    text, j = scan.text, days.end
    linked = text[j] == "من"
    counted = text[j] in _THIS_MONTH and not _led(scan, i)
    if counted and (days.ordinal or scan.is_in(i - 1, "named_after.numbered")):
        return None  # «وهو الثاني هذا الشهر», «عقد جنيف 2 هذا الشهر»
    j += linked
    anchor, rule, relative = scan.published, "day-of-relative-month", True
    shift: int | None = None
    if text[j] == "هذا" and text[j + 1] == "الشهر":
        shift, end = 0, j + 2
    elif (text[j] in ("الشهر", "شهر") and scan.is_in(j + 1, "same.words")) or (
        (scan.is_in(j, "same.before") or (linked and scan.is_in(j, "same.that")))
        and text[j + 1] == "الشهر"
    ):
        shift, end = 0, j + 2
        anchor, rule, relative = _last_month(scan, i), "day-of-same-month", False
    elif text[j] in ("الشهر", "شهر"):
        modifier = scan.lexicon.modifiers.match(text, j + 1)
        if modifier is None and linked and text[j] == "الشهر":
            return _day_of_the_month(scan, i, j + 1, days)
        if modifier is None or not (linked or modifier[0] == 0):
            return None
        shift, end = modifier
    elif scan.is_in(j, "period.current_month") and (linked or days.ordinal or _led(scan, i)):
        shift, end = 0, j + 1
    elif scan.is_in(j, "period.past_month") and not linked and _led(scan, i):
        shift, end = -1, j + 1  # «في 25 المنصرم»
    elif scan.is_in(j, "same.of_it") and not linked:
        last = _month_told(scan, i) if not days.ordinal or _led(scan, i) else None
        if last is None:
            return None
        anchor, shift, end, rule, relative = last, 0, j + 1, "day-of-same-month", False
    if shift is None:
        return None
    if anchor is None:
        return Match(i, end, "date", None, rule, relative)
    index = anchor.year * 12 + anchor.month - 1 + shift
    found = [day_of(index // 12, index % 12 + 1, day) for day in days.days]
    known = [day for day in found if day is not None]
    if len(known) < len(found):
        return None
    return match_of_days(i, end, known, days.joined, rule, relative, (), False)


def _day_of_the_month(scan: Scan, i: int, end: int, days: DaysRead) -> Match | None:
    """«صدر في العاشر من الشهر»: the nearest such day that suits the clause, of no other month."""
    led = _led(scan, i) or scan.text[i] in ("من", "بين")
    if not led or scan.text[end].startswith("ال") or scan.role(end, "month"):
        return None
    if scan.published is None:
        return Match(i, end, "date", None, "day-of-relative-month", True)
    index = scan.published.year * 12 + scan.published.month - 1
    options = []
    for shift in (-1, 0, 1):
        year, month = divmod(index + shift, 12)
        found = [day_of(year, month + 1, day) for day in days.days]
        known = [day for day in found if day is not None]
        if len(known) == len(found):
            options.append(Interval(min(known), max(known), "day"))
    tense = FUTURE if scan.tense(i, end) == FUTURE else PAST
    chosen = nearest(options, scan.published, tense)
    if chosen is None:
        return None
    kind: DateKind = "date" if len(days.days) == 1 else "interval"
    return Match(i, end, kind, chosen, "day-of-relative-month", True)


def _last_month(scan: Scan, i: int) -> date | None:
    last = scan.last_interval(i, ("day", "month"))
    return None if last is None else last.first


def _month_told(scan: Scan, i: int) -> date | None:
    """The month that «منه» takes up: one told shortly before, in the same sentence."""
    last = scan.found[-1] if scan.found else None
    if last is None or last.interval is None or last.interval.precision not in ("day", "month"):
        return None
    if i - last.end > _OF_IT_REACH or any(stop in scan.text[last.end : i] for stop in (".", "\n")):
        return None
    return last.interval.last


def _led(scan: Scan, i: int) -> bool:
    """Whether a word of days leads to bare digits: «في 15 الجاري», «يوم 15 الجاري»."""
    before = scan.tokens.before(i)
    return before in scan.lexicon.month_cues or before in scan.lexicon.day_cues


def match_of_days(
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
