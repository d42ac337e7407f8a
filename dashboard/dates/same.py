"""The unit of a date told before: «اليوم نفسه», «العام التالي», «ذلك الشهر»."""

from __future__ import annotations

from dashboard.dates.calendars import shifted
from dashboard.dates.scan import YEAR_GRAINS, Match, Scan

_SHORT, _NO_NOUNS = 3, ("لكن", "لدي", "لقا", "لقي", "لان", "لهم", "لها")


def same(scan: Scan, i: int, that: bool = False) -> Match | None:
    """«اليوم نفسه», «نفس العام», «اليوم التالي»: counted from the last date of the text."""
    text = scan.text
    if scan.is_in(i, "same.before") or (that and scan.is_in(i, "same.that")):
        unit, end, step = scan.lexicon.units.get(text[i + 1]), i + 2, 0
    else:
        unit, end = scan.lexicon.units.get(text[i]), i + 2
        if scan.is_in(i + 1, "same.words"):
            step = 0
        elif scan.is_in(i + 1, "same.next"):
            step = 1
        elif scan.is_in(i + 1, "same.previous") and text[i] == "اليوم":
            step = -1
        elif scan.is_in(i + 1, "same.which") and scan.is_in(i + 2, "same.which_follows"):
            step, end = 1, i + 3
        elif scan.is_in(i + 1, "same.which") and scan.is_in(i + 2, "same.which_precedes"):
            step, end = -1, i + 3
        else:
            return None
    if unit is None or not unit.definite or unit.number != "singular":
        return None
    if unit.name not in ("day", "week", "month", "year"):
        return None
    if unit.name == "year" and i and scan.is_in(i - 1, "period.general"):
        return None  # «المؤتمر الشعبي العام الموالي له»
    grains = {"day": ("day",), "week": ("day", "week"), "month": ("day", "month")}
    alone = i == 0 or not scan.is_in(i - 1, "same.during")
    if text[end] == "ل" or (alone and _of_an_event(text[end])):
        # «اليوم التالي للهجوم», «بحثا اليوم التالي لحرب غزة»: counted from an event
        return Match(i, end, "reference", None, "same-unknown")
    last = scan.last_interval(i, grains.get(unit.name, YEAR_GRAINS), one_day=unit.name == "day")
    if last is None or (unit.name != "day" and last.first.year != last.last.year):
        return Match(i, end, "reference", None, "same-unknown")
    interval = shifted(last.last if step > 0 else last.first, step, unit.name)
    return None if interval is None else Match(i, end, "date", interval, "same")


def _of_an_event(word: str) -> bool:
    """«لحرب غزة», «لسقوط المدينة»: a noun after ل, not «لم», «لدى», «لكنه»."""
    return len(word) > _SHORT and word.startswith("ل") and not word.startswith(_NO_NOUNS)


def told_unit(scan: Scan, i: int) -> Match | None:
    """What a part is of: «أواخر العام نفسه», «فجر اليوم التالي», «صيف ذلك العام»."""
    return same(scan, i, that=True)
