"""Quantities of time: durations, «قبل ثلاثة أيام», «السنوات الخمس الماضية»."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from dashboard.dates.calendars import FUTURE, PAST, Interval, holding, moved
from dashboard.dates.elements import read_modifier
from dashboard.dates.scan import Match, Scan
from dashboard.model import DateKind
from dashboard.values import dataclass


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of units; ``count`` is ``None`` where it is vague («أيام», «عدة أشهر»)."""

    count: int | None
    unit: str
    end: int
    bare: bool = False  # a singular noun without a number: «شهر»
    fraction: bool = False  # with «ونصف»
    more: tuple[int, str] | None = None  # «سنتين و3 أشهر»


# «نصف قرن», «ربع قرن», «نصف عقد», «نصف عام»; the second key says half (a quarter otherwise).
_PARTS_OF_UNITS = {
    ("century", True): (50, "year"),
    ("century", False): (25, "year"),
    ("decade", True): (5, "year"),
    ("year", True): (6, "month"),
    ("year", False): (3, "month"),
}
_HALVES = {
    "century": (50, "year"),
    "decade": (5, "year"),
    "year": (6, "month"),
    "month": (15, "day"),
    "week": (3, "day"),
    "day": (12, "hour"),
}
_BY_SIZE = ("second", "minute", "hour", "day", "week", "month", "year", "decade", "century")
_TIED_REACH = 12
_SHORT = ("second", "minute", "hour")


def read_quantity(scan: Scan, i: int) -> Quantity | None:
    """«خمس سنوات ونصف السنة», «يومين», «نحو أسبوع», «48 ساعة على الأقل», «عدة أيام»."""
    text, lexicon = scan.text, scan.lexicon
    j = i
    about = lexicon.about.match(text, j)
    if about is not None:
        j = about[1]
    found = _counted_units(scan, j)
    if found is None:
        return None
    end = found.end
    fraction = found.fraction
    if text[end] == "و" and (
        scan.is_in(end + 1, "quantity.half") or scan.is_in(end + 1, "quantity.quarter")
    ):
        fraction, end = True, end + 2
        unit = lexicon.units.get(text[end])
        if unit is not None and unit.name == found.unit:
            end += 1
    more = None if found.count is None or fraction else _more_units(scan, end, found.unit)
    if more is not None:
        end = more.end
    if scan.is_in(end, "quantity.vague_after"):
        end += 1
    after = lexicon.after_quantity.match(text, end)
    if after is not None:
        end = after[1]
    bare = found.bare and about is None and not fraction and more is None
    rest = (more.count, more.unit) if more is not None and more.count is not None else None
    return replace(found, end=end, fraction=fraction, bare=bare, more=rest)


def _more_units(scan: Scan, i: int, unit: str) -> Quantity | None:
    """«(سنتين) و3 أشهر», «(عام) وأربعة أشهر»: units smaller than those before."""
    text = scan.text
    j = i + 1 if text[i] == "و" else i
    if not text[i].startswith("و"):
        return None
    found = _counted_units(scan, j)
    if found is None or found.count is None or found.bare:
        return None
    smaller = _BY_SIZE.index(found.unit) < _BY_SIZE.index(unit)
    return found if smaller else None


def _counted_units(scan: Scan, j: int) -> Quantity | None:
    text, units = scan.text, scan.lexicon.units
    if text[j].isdecimal():
        return _numbered_units(scan, j)
    unit = units.get(text[j])
    if unit is not None and unit.definite:
        return None
    if unit is not None:
        if unit.number == "dual":
            return Quantity(2, unit.name, j + 1)
        if unit.number == "plural":
            return Quantity(None, unit.name, j + 1)
        if unit.name == "decade" and _is_concluded(scan, j + 1):
            return None
        end = j + 2 if scan.is_in(j + 1, "quantity.one") else j + 1
        return Quantity(1, unit.name, end, bare=end == j + 1)
    if scan.is_in(j, "quantity.half") or scan.is_in(j, "quantity.quarter"):
        unit = units.get(text[j + 1])
        if unit is None or unit.number != "singular" or unit.definite:
            return None
        half = scan.is_in(j, "quantity.half")
        part = _PARTS_OF_UNITS.get((unit.name, half))
        if part is not None:
            return Quantity(part[0], part[1], j + 2)
        return Quantity(0, unit.name, j + 2, fraction=True)
    if scan.is_in(j, "quantity.vague"):
        k = j + 2 if text[j + 1] == "من" else j + 1
        unit = units.get(text[k])
        if unit is None or unit.number == "dual":
            return None
        return Quantity(None, unit.name, k + 1)
    return _numbered_units(scan, j)


def _is_concluded(scan: Scan, k: int) -> bool:
    """«قبل عقد القمة»: the verbal noun spelt like «a decade», before what is held or concluded."""
    held = scan.lexicon.sets["quantity.concluded"]
    word = scan.text[k]
    return word in held or word.removeprefix("ال") in held


def _numbered_units(scan: Scan, j: int) -> Quantity | None:
    units = scan.lexicon.units
    number = scan.tokens.cardinal(j)
    if number is None:
        return None
    k = number.end
    unit = units.get(scan.text[k])
    if unit is None or unit.definite or unit.number == "dual":
        return None
    if number.value > 20_000:
        return None
    if unit.number == "singular" and 3 <= number.value <= 10 and not number.digits:
        return None  # three to ten take the plural: «قتل ثلاثة يوم الجمعة»
    if unit.number == "singular" and _names_a_date(scan, k - 1, k + 1):
        return None  # «قتل 14 يوم الجمعة», «اعتقل 12 عام 2015»
    return Quantity(number.value, unit.name, k + 1)


def counted(scan: Scan, i: int) -> Match | None:
    """«منذ خمس سنوات», «قبل أربعة أشهر», «بعد يومين من الهجوم», «عقب ساعات قليلة»."""
    text, sets = scan.text, scan.lexicon.sets
    ago = text[i] in sets["quantity.ago"]
    hence = text[i] in sets["quantity.hence"]
    if not (ago or hence):
        return None
    quantity = read_quantity(scan, i + 1)
    if quantity is None or (quantity.bare and _names_a_date(scan, i, quantity.end)):
        return None
    end = quantity.end
    start = i
    other = read_quantity(scan, end + 1) if text[end] == "او" else None
    if _is_tied(scan, other.end if other is not None else end, ago) and text[i] not in (
        "منذ",
        "مند",
    ):
        return Match(start, end, "duration", None, "counted-from-event")
    if quantity.count is None:
        kind: DateKind = "reference" if ago else "duration"
        return Match(start, end, kind, None, "vague-quantity")
    if hence and not _future_is_meant(scan, i, end):
        return Match(start, end, "duration", None, "counted-from-event")
    return _from_publication(scan, start, end, quantity, -1 if ago else 1)


def _names_a_date(scan: Scan, i: int, end: int) -> bool:
    """«منذ عام 2013», «بعد شهر رمضان», «منذ يوم الأربعاء», «يوماً بعد يوم»: no quantity."""
    text = scan.text
    if text[end].isdecimal() or (text[end] in (".", "-") and text[end + 1].isdecimal()):
        return True
    if any(scan.role(end, role) for role in ("month", "weekday", "deictic", "ordinal")):
        return True
    unit, before = (
        scan.lexicon.units.get(text[i + 1]),
        scan.lexicon.units.get(text[i - 1]) if i else None,
    )
    return unit is not None and before is not None and unit.name == before.name


def _is_tied(scan: Scan, end: int, ago: bool) -> bool:
    """Whether the quantity is counted from another event.

    «قبل أسبوعين من انتهاء», «بعد يوم على الهجوم»; but «قبل أسبوعين على دمشق» tells where.
    """
    if ago and scan.text[end] == "علي":
        following = end + 2 if scan.text[end + 1] in ("هذا", "هذه") else end + 1
        return scan.text[following].removeprefix("ال") in scan.lexicon.sets["quantity.events"]
    if scan.text[end] == "علي" and scan.is_in(end + 1, "quantity.not_events"):
        return False
    return scan.is_in(end, "quantity.counted_from") and not scan.is_in(end + 1, "quantity.but_now")


def _future_is_meant(scan: Scan, i: int, end: int) -> bool:
    """«بعد يومين» alone counts from publication only in a future clause or with no clause."""
    if scan.is_in(i + 1, "quantity.more"):
        return False  # «سيغادر منصبه بعد أكثر من أربع سنوات»: in it so long
    last = scan.found[-1] if scan.found else None
    if last is not None and last.interval is not None and i - last.end <= _TIED_REACH:
        # «في العام 2014، وبعد أربع سنوات»: counted from what was just told.
        if scan.published is not None and last.interval.last < scan.published:
            return False
    tense = scan.tense(i, end)
    return tense == FUTURE or (tense is None and scan.tokens.n - (end - i) <= 3)


def _from_publication(
    scan: Scan, start: int, end: int, quantity: Quantity, sign: int
) -> Match | None:
    if scan.published is None:
        return Match(start, end, "date", None, "ago" if sign < 0 else "hence", True)
    day = moved(scan.published, sign * (quantity.count or 0), quantity.unit)
    half = _HALVES.get(quantity.unit) if quantity.fraction and quantity.count else None
    if day is not None and half is not None:
        day = moved(day, sign * half[0], half[1])
    if day is not None and quantity.more is not None:
        day = moved(day, sign * quantity.more[0], quantity.more[1])
    if day is None:
        return None
    interval = holding(day, "day" if quantity.unit in _SHORT else quantity.unit)
    if interval is None:
        return None
    return Match(
        start,
        end,
        "date",
        replace(interval, approximate=True),
        "ago" if sign < 0 else "hence",
        True,
    )


def duration(scan: Scan, i: int) -> Match | None:
    """«أكثر من ساعة», «يومين», «18 شهراً», «ثلاثة أيام مضت»; ages are none."""
    text = scan.text
    if text[i].isdecimal() and text[i + 1] not in scan.lexicon.after_numbers:
        if text[i + 1] not in (",", "."):
            return None
    quantity = read_quantity(scan, i)
    if quantity is None:
        return None
    end = quantity.end
    before = scan.tokens.before(i)
    sets = scan.lexicon.sets
    led = before in sets["quantity.during"] or before == "ل"
    if quantity.bare and (before not in sets["quantity.during"] or _names_a_date(scan, i - 1, end)):
        return None
    if quantity.count is None and end == i + 1 and not led:
        return None
    if scan.is_in(end, "quantity.over") and quantity.count is not None:
        match = _from_publication(scan, i, end + 1, quantity, -1)
        return replace(match, rule="ago") if match else None
    if quantity.unit == "year" and quantity.count is not None:
        told = led or (i + 1 < end and scan.lexicon.about.match(text, i) is not None)
        if _is_age(scan, i) or not (told or before in sets["quantity.years_after"]):
            return None
    modifier = read_modifier(scan, end)
    if modifier is not None and not quantity.bare and text[end] not in ("هذا", "هذه"):
        return _looking(
            scan, i, modifier[1], quantity.count, quantity.unit, modifier[0], modifier[1]
        )
    if quantity.bare and text[end].isdecimal():
        return None
    return Match(i, end, "duration", None, "duration")


def _is_age(scan: Scan, i: int) -> bool:
    """«(29 عاماً)», «البالغ من العمر 35 عاماً», «طفل 16 عاماً»."""
    text = scan.text
    if i and text[i - 1] == "(":
        return True
    sets = scan.lexicon.sets
    words = [text[k] for k in range(max(0, i - 4), i)]
    return any(
        word in sets["quantity.age_before"] and word not in sets["quantity.not_age"]
        for word in words
    )


def looking_back(scan: Scan, i: int) -> Match | None:
    """«السنوات الخمس الماضية», «اليومين الماضيين», «الـ24 ساعة الماضية», «الأيام الماضية»."""
    text, units = scan.text, scan.lexicon.units
    j, count = i, None
    if text[j] == "ال" and text[j + 1].isdecimal():
        number = scan.tokens.cardinal(j + 1)
        if number is None:
            return None
        count, j = number.value, number.end
        unit = units.get(text[j])
        if unit is None:
            return None
        j += 1
    else:
        unit = units.get(text[j])
        if unit is None:
            number = scan.tokens.cardinal(j) if text[j].startswith("ال") else None
            unit = units.get(text[number.end]) if number is not None else None
            if number is None or unit is None:
                return None
            count, j = number.value, number.end + 1
        else:
            if not unit.definite or unit.number == "singular":
                return None
            count = 2 if unit.number == "dual" else None
            j += 1
            if text[j] == "ال" and text[j + 1].isdecimal():
                j += 1
            if text[j].startswith("ال") or text[j].isdecimal():
                number = scan.tokens.cardinal(j)
                if number is not None:
                    count, j = number.value, number.end
    few = scan.is_in(j, "quantity.few")
    if few:
        j += 1
    modifier = read_modifier(scan, j)
    if modifier is None or text[j] in ("هذا", "هذه"):
        return None
    j = modifier[1]
    if scan.is_in(j, "quantity.few"):
        j += 1
        few = True
    return _looking(scan, i, j, None if few else count, unit.name, modifier[0], j)


def _looking(
    scan: Scan, i: int, end: int, count: int | None, unit: str, shift: int, _: int
) -> Match | None:
    if count is None or shift == 0:
        return Match(i, end, "reference", None, "vague-period")
    if scan.published is None:
        return Match(i, end, "interval", None, "looking-back", True)
    sign = PAST if shift < 0 else FUTURE
    other = moved(scan.published, sign * count, unit)
    if other is None:
        return None
    if unit in _SHORT and other == scan.published and count:
        other = scan.published + timedelta(days=0)
    first, last = sorted((other, scan.published))
    return Match(i, end, "interval", Interval(first, last, "day", True), "looking-back", True)
