"""Years as they are written: digits, words, eras, «من العام الماضي»."""

from __future__ import annotations

from dashboard.dates.scan import Scan
from dashboard.values import dataclass

_SPELLED = range(1900, 2100)
BRACKETS = {"(": ")", "[": "]"}


@dataclass(frozen=True, slots=True)
class YearRead:
    value: int
    end: int
    era: str = ""  # "hijri", "solar", "common", or empty where none is written

    @property
    def hijri(self) -> bool:
        return self.era == "hijri"


def said_again(scan: Scan, i: int, value: int) -> int:
    """The index after «(17)» where a number in words is repeated in figures."""
    if scan.text[i] != "(" or scan.text[i + 2] != ")" or scan.text[i + 1] != str(value):
        return i
    return i + 3


def read_digits_year(scan: Scan, i: int) -> int | None:
    """A year in four digits, 1000 to 2999."""
    word = scan.text[i]
    if len(word) == 4 and word.isdecimal() and word[0] in "12":
        return int(word)
    return None


def read_era(scan: Scan, i: int) -> tuple[str, int]:
    """The era mark at a token («هـ», «هجري شمسي», «م»), empty for none, and the index after it."""
    if scan.is_in(i, "period.hijri_era"):
        j = i + 2 if scan.text[i + 1] == "." and scan.tokens.attached(i + 2) else i + 1
        if scan.is_in(j, "period.solar_era") or (j > i + 1 and scan.text[j] == "ش"):
            return "solar", j + 1
        return "hijri", i + 1
    if scan.is_in(i, "period.solar_era"):
        return "solar", i + 1
    if scan.is_in(i, "period.era"):
        return "common", i + 1
    return "", i


def read_year_name(scan: Scan, i: int) -> YearRead | None:
    """«عام 2015», «العام 2015», «سنة ألفين وستة عشر», «عام 67»: a year after its word."""
    if not scan.is_in(i, "period.year"):
        return None
    j = i + 1
    if scan.text[j] in (".", ",") and scan.tokens.attached(j + 1) and not scan.tokens.attached(j):
        j += 1  # «في عام .1990»: a stop that typing moved before the figures
    year = read_digits_year(scan, j)
    if year is not None:
        era, end = read_era(scan, j + 1)
        return YearRead(year, end, era)
    word = scan.text[j]
    if word.isdecimal():
        decimal = scan.text[j + 1] in (",", ".") and scan.text[j + 2].isdecimal()
        counted = decimal or scan.text[j + 1] == "%" or scan.text[i] == "السنه"
        if len(word) == 2 and int(word) >= 30 and not counted:
            judicial = scan.is_in(j + 1, "period.judicial")  # «الطعن 19 لسنة 36 ق»
            return None if judicial else YearRead(1900 + int(word), j + 1)
        if len(word) == 3:
            era, end = read_era(scan, j + 1)
            return YearRead(int(word), end, era) if era else None
        return None
    spelled = _spelled_year(scan, j)
    if spelled is None or not 1000 <= spelled[0] <= 2999:
        return None
    era, end = read_era(scan, spelled[1])
    return YearRead(spelled[0], end, era)


def _spelled_year(scan: Scan, i: int) -> tuple[int, int] | None:
    """«ألفين وستة عشر», «سبعة وأربعين وتسعمئة وألف»: a year in words, in either order."""
    number = scan.tokens.cardinal(i)
    if number is None or number.digits:
        return None
    value, end = number.value, number.end
    while value < 1000 and scan.text[end][:1] == "و":
        joined = end + 1 if scan.text[end] == "و" else end
        following = scan.tokens.cardinal(joined)
        if following is None or following.digits or following.value % 100:
            break
        value, end = value + following.value, following.end
    return value, said_again(scan, end, value)


def _is_bare_year(scan: Scan, i: int) -> bool:
    """«أكتوبر من 2014»: four digits that count nothing."""
    year = read_digits_year(scan, i)
    return year is not None and year in _SPELLED and not scan.is_in(i + 1, "period.counted")


def read_year(scan: Scan, i: int) -> YearRead | None:
    """The year after a month: bare, with its word, with «من», after a slash, dash or comma."""
    text = scan.text
    j = i
    if text[j] in ("/", "-", ",", "\\", ".", "من", "ل"):
        j += 1
    named = read_year_name(scan, j)
    if named is not None:
        return named
    if text[i] in ("من", "ل") and not (text[i] == "من" and _is_bare_year(scan, j)):
        return None
    if scan.is_in(j, "period.thousand"):
        spelled = _spelled_year(scan, j)  # «أول نوفمبر ألفين وأربعة عشر»
        return YearRead(*spelled) if spelled is not None and spelled[0] in _SPELLED else None
    closes = BRACKETS.get(text[i])
    if closes is not None and text[i + 2] == closes and _is_bare_year(scan, i + 1):
        return YearRead(int(text[i + 1]), i + 3)  # «27 تموز[2001]»
    year = read_digits_year(scan, j)
    if year is None or not 1000 <= year <= 2999:
        return None
    if text[i] == "." and not scan.tokens.attached(j):
        return None
    if scan.is_in(j + 1, "period.counted"):
        return None
    era, end = read_era(scan, j + 1)
    return YearRead(year, end, era)
