"""The parts of written dates: day numbers and ordinals, months and twins, years, modifiers.

Every reader takes a token index and returns what it read with the index after it, or ``None``.
"""

from __future__ import annotations

from dashboard.dates.lexicon import Month
from dashboard.dates.scan import Scan
from dashboard.dates.year_elements import (
    BRACKETS,
    YearRead,
    read_digits_year,
    read_year,
    said_again,
)
from dashboard.values import dataclass

_MAX_LISTED = 6
_RANGE_JOINS = "joins.range"


_YEARS_OFF = {"last": -1, "this": 0, "next": 1}


@dataclass(frozen=True, slots=True)
class MonthRead:
    month: Month
    end: int
    year: YearRead | None = None
    twin: bool = False
    explicit: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DaysRead:
    """Day numbers of one month in the order written; ``joined`` where they are two ends."""

    days: tuple[int, ...]
    end: int
    ordinal: bool
    joined: bool = False


@dataclass(frozen=True, slots=True)
class When:
    """What follows a month and places it: a year, or a shift of its month or of its year."""

    end: int
    year: YearRead | None = None
    shift: int | None = None
    year_shift: int | None = None
    same_year: bool = False
    year_step: int = 0  # from the year told: «أيلول من العام التالي»


def read_ordinal(scan: Scan, i: int) -> tuple[int, int] | None:
    """«الأول» … «الحادي والثلاثين» as a number 1..39."""
    text, ordinals = scan.text, scan.lexicon.ordinals
    value = ordinals.get(text[i])
    if value is None:
        return None
    if value < 10:
        if scan.is_in(i + 1, "ordinals.teen"):
            return value + 10, i + 2
        if text[i + 1] == "و" and ordinals.get(text[i + 2], 0) in (20, 30):
            return value + ordinals[text[i + 2]], i + 3
        if scan.is_in(i, "ordinals.needs_tens"):
            return None
    return value, i + 1


def range_join(scan: Scan, i: int) -> int | None:
    """The index after «إلى», «حتى», «-», «إلى غاية», «وإلى حدود»: what ties two ends of a range."""
    j = i + 1 if scan.text[i] == "و" and scan.is_in(i + 1, _RANGE_JOINS) else i
    if not scan.is_in(j, _RANGE_JOINS):
        return None
    return j + 2 if scan.is_in(j + 1, "joins.reach") and scan.text[j] != "-" else j + 1


def read_day(scan: Scan, i: int) -> tuple[int, int, bool] | None:
    """A day number in digits or as an ordinal; the flag says ordinal."""
    word = scan.text[i]
    if word.isdecimal():
        if len(word) > 2 or not 1 <= int(word) <= 31:
            return None
        tokens = scan.tokens
        if tokens.attached(i) and i >= 2 and word_is_number_tail(scan, i):
            return None
        end = i + 1
        if scan.is_in(end, "english.ordinal_ends") and tokens.attached(end):
            end += 1  # «17th»
        return int(word), end, False
    ordinal = read_ordinal(scan, i)
    if ordinal is None or ordinal[0] > 31:
        return None
    return ordinal[0], said_again(scan, ordinal[1], ordinal[0]), True


def word_is_number_tail(scan: Scan, i: int) -> bool:
    """Whether digits at ``i`` continue a number such as «1,5» or «3.12»."""
    return (
        scan.text[i - 1] in (",", ".", "+", ":")
        and scan.text[i - 2].isdecimal()
        and scan.tokens.attached(i - 1)
    )


def read_days(scan: Scan, i: int) -> DaysRead | None:
    """One day, a list («4 و5», «4 أو 5», «4, 5 و6») or a range («12 إلى 15», «11-12») of days."""
    first = read_day(scan, i)
    if first is None:
        return None
    days, end, ordinal = [first[0]], first[1], first[2]
    joined = False
    while len(days) < _MAX_LISTED:
        sep = scan.text[end]
        tie = range_join(scan, end)
        if sep in ("و", ",", "/", "او") or tie is not None:
            following = read_day(scan, end + 1 if tie is None else tie)
            if following is None or following[0] == days[-1]:
                break
            joined = joined or tie is not None or sep == "/"
            days.append(following[0])
            end = following[1]
        elif sep.isascii() and (more := _english_day(scan, end)) is not None:
            joined = joined or scan.is_in(end, "english.range")
            days.append(more[0])
            end = more[1]
        else:
            break
    return DaysRead(tuple(days), end, ordinal, joined)


def _english_day(scan: Scan, i: int) -> tuple[int, int] | None:
    """«and 13 January», «to 15 January»: the other day of a month that follows it."""
    if not (scan.is_in(i, "english.list") or scan.is_in(i, "english.range")):
        return None
    day = read_day(scan, i + 1)
    return (day[0], day[1]) if day is not None and scan.role(day[1], "month") else None


def read_month(scan: Scan, i: int) -> MonthRead | None:
    """A month with its twin, both orders and styles, and a year written between the two."""
    text, months = scan.text, scan.lexicon.months
    j, explicit = i, False
    if scan.is_in(j, "period.month"):
        j, explicit = j + 1, True
    found = months.match(text, j)
    if found is None:
        return _numbered_month(scan, j) if explicit else None
    month, end = found
    wrong = scan.lexicon.not_month_spelling.get(text[j])
    if wrong is not None:
        spelled = scan.tokens.original(j)
        # «باب» is no «ب» + «آب»: after an attached letter the name keeps its madda.
        if spelled in wrong or (spelled == text[j] and scan.tokens.attached(j)):
            return None
    year: YearRead | None = None
    year_between = read_year(scan, end)
    for k in (end, year_between.end if year_between else -1):
        if k < 0:
            continue
        twin = _twin(scan, k, month)
        if twin is not None and k != end and read_year(scan, twin.end) is not None:
            twin = None  # «نيسان 2017 – نيسان 2018»: two months
        if twin is not None:
            if k != end:
                year = year_between
            return MonthRead(month, twin.end, year or twin.year, True, explicit, twin.notes)
    return MonthRead(month, end, None, False, explicit)


def _numbered_month(scan: Scan, i: int) -> MonthRead | None:
    """«شهر 8», «الشهر الثامن», «شهر عشرة»: a month by its number."""
    word = scan.text[i]
    number: int | None = None
    end = i + 1
    if word.isdecimal() and len(word) <= 2:
        number = int(word)
        if scan.role(end, "unit") or scan.text[end] in ("/", "%"):
            return None
    elif scan.text[i - 1] == "الشهر":
        ordinal = read_ordinal(scan, i)
        if ordinal is not None and (
            scan.text[ordinal[1]] != "من" or scan.is_in(ordinal[1] + 1, "period.year")
        ):
            number, end = ordinal
    else:
        counted = scan.tokens.cardinal(i) if not scan.is_in(i, "quantity.one") else None
        if counted is not None and not scan.role(counted.end, "unit"):
            number, end = counted.value, counted.end
    if number is None or not 1 <= number <= 12:
        return None
    return MonthRead(Month(number, "gregorian", "safe", "number"), end, explicit=True)


def _twin(scan: Scan, i: int, first: Month) -> MonthRead | None:
    text, months = scan.text, scan.lexicon.months
    sep = text[i]
    if sep in BRACKETS:
        found = months.match(text, i + 1)
        if found is None or found[0].calendar != first.calendar:
            return None
        end = found[1]
        third = months.match(text, end + 1) if text[end] in ("/", "-") else None
        if third is not None and third[0].number == found[0].number:
            end = third[1]  # «ماي (أيار/مايو)»
        year = read_year(scan, end)
        if year is not None:
            end = year.end
        if text[end] != BRACKETS[sep]:
            return None
        end += 1
        notes = () if found[0].number == first.number else ("twin-mismatch",)
        return MonthRead(found[0], end, year, True, notes=notes)
    if sep in ("/", "\\") and months.match(text, i + 1) is None:
        garbled = _garbled_twin(scan, i + 1, first)
        if garbled:
            return MonthRead(first, garbled, None, True)
    if sep in ("/", "-", "او", "\\"):
        found = months.match(text, i + 1)
        if found is None and text[i + 1] == "(":
            found = months.match(text, i + 2)
        if found is None or found[0].calendar != first.calendar:
            return None
        if found[0].number != first.number and (sep != "/" or found[0].press == first.press):
            return None
        notes = () if found[0].number == first.number else ("twin-mismatch",)
        return MonthRead(found[0], found[1], None, True, notes=notes)
    found = months.match(text, i)
    if (
        found is not None
        and found[0].number == first.number
        and found[0].calendar == first.calendar
    ):
        return MonthRead(found[0], found[1], None, True)
    return None


def _garbled_twin(scan: Scan, i: int, first: Month) -> int:
    """The index after a twin that is cut short or misspelt: «أكتوبر/ تشرين», «أبريل/ نسيان 2017».

    A misspelt one counts only where a year or «الماضي» follows it.
    """
    word = scan.text[i]
    if first.number in scan.lexicon.half_names.get(word, ()):
        return i + 1
    follows = read_digits_year(scan, i + 1) is not None or read_modifier(scan, i + 1) is not None
    if follows and word.isalpha() and not word.isascii() and not scan.lexicon.roles.get(word):
        return i + 1
    return 0


def read_modifier(scan: Scan, i: int) -> tuple[int, int] | None:
    """«الماضي», «المقبل», «الجاري», «قبل الماضي»: the shift and the index after it."""
    return scan.lexicon.modifiers.match(scan.text, i)


def _english_year(scan: Scan, i: int) -> When | None:
    """«April of last year», «May this year»: the year told by publication."""
    j = i + (scan.text[i] == "of")
    step = _YEARS_OFF.get(scan.text[j])
    if step is None or scan.text[j + 1] != "year":
        return None
    return When(j + 2, year_shift=step)


def read_when(scan: Scan, i: int) -> When:
    """The year or the modifier after a month; ``end == i`` where there is none."""
    year = read_year(scan, i)
    if year is not None:
        return When(year.end, year=year)
    if (english := _english_year(scan, i)) is not None:
        return english
    shift = read_modifier(scan, i)
    if shift is not None and scan.text[i] not in ("هذا", "هذه"):
        year = read_year(scan, shift[1])
        return When(year.end if year else shift[1], year=year, shift=shift[0])
    j = i + 1 if scan.text[i] in ("من", "ل") else i
    this = scan.text[j] in ("هذا", "هذه")
    k = j + 1 if this else j
    told = scan.is_in(k, "same.before") or scan.is_in(k, "same.that")
    if told and scan.text[k + 1] in ("العام", "السنه"):
        return When(k + 2, same_year=True)
    if scan.text[k] in ("العام", "السنه"):
        if this:
            return When(k + 1, year_shift=0)
        if scan.is_in(k + 1, "same.words"):
            return When(k + 2, same_year=True)
        if scan.is_in(k + 1, "same.next"):
            return When(k + 2, same_year=True, year_step=1)
        shift = read_modifier(scan, k + 1)
        if shift is not None:
            year = read_year(scan, shift[1])
            return When(year.end if year else shift[1], year=year, year_shift=shift[0])
    return When(i)
