"""Years: «عام 2012», «1436 هـ», «عامي 2014 و2015», and bare digits that a cue shows to be years."""

from __future__ import annotations

from dashboard.dates.calendars import Interval, hijri_year, solar_year, years_of
from dashboard.dates.scan import Match, Scan
from dashboard.dates.year_elements import YearRead, read_digits_year, read_era, read_year_name

_MAX_LISTED = 8
_BULLETS = ("*", "-", "•", "·", "▪", "●", "#")
_TOLL_REACH = 9  # words from «حصيلة» to its number


def named_year(scan: Scan, i: int) -> Match | None:
    """«عام 2012», «سنة 1436 هـ», «عامي 2014 و2015»; «العام الماضي 2015» is elsewhere."""
    year = read_year_name(scan, i)
    if year is None:
        return None
    first = _year_interval(year.value, year.era or era_of_text(scan, year.value))
    if first is None:
        return None
    text = scan.text
    several = _listed_years(scan, i, year)
    if several is not None:
        return several
    if text[year.end] in ("و", "-", "الي", "حتي", "/"):
        other = read_digits_year(scan, year.end + 1)
        short = text[year.end + 1]
        if other is None and text[year.end] in ("-", "/") and len(short) == 2 and short.isdecimal():
            other = year.value // 100 * 100 + int(short)
        plain = text[year.end] == "و" and not text[i].endswith("ي")
        if other is not None and other > year.value and not plain and not year.hijri:
            interval = years_of(year.value, other)
            if interval is not None:
                return Match(i, year.end + 2, "interval", interval, "years", written_year=True)
    return Match(
        i,
        year.end,
        "date",
        first,
        f"{year.era}-year" if year.era in ("hijri", "solar") else "year",
        written_year=True,
    )


def _listed_years(scan: Scan, i: int, first: YearRead) -> Match | None:
    """«العامين 2014 و2015», «الأعوام 2013 و2014 و2015», «بين عامي 1975 و1990»."""
    text = scan.text
    if not scan.is_in(i, "period.years") or first.era in ("hijri", "solar"):
        return None
    years, end = [first.value], first.end
    while len(years) < _MAX_LISTED and text[end] in ("و", ","):
        at = end + 2 if text[end] == "," and text[end + 1] == "و" else end + 1
        following = read_digits_year(scan, at)
        if following is None or following <= years[-1]:
            break
        years.append(following)
        end = at + 1
    interval = years_of(years[0], years[-1])
    if len(years) == 1 or interval is None:
        return None
    led = scan.tokens.before(i) == "بين" and len(years) == 2
    return Match(i - led, end, "interval", interval, "years", written_year=True)


def era_of_text(scan: Scan, year: int) -> str:
    """«عام 1402» where the text says that it counts in Iranian solar years; empty elsewhere."""
    return "solar" if 1300 <= year < 1500 and scan.counts_solar_years else ""


def _year_interval(year: int, era: str) -> Interval | None:
    if era == "solar":
        year -= 1321 if 2600 <= year <= 2800 else 0  # the Kurdish count
        return solar_year(year) if 1200 <= year <= 1500 else None
    return hijri_year(year) if era == "hijri" or 1343 <= year <= 1500 else years_of(year, year)


def bare_year(scan: Scan, i: int) -> Match | None:
    """«منذ 2012», «في 2016», «2011-2015»: digits that a cue or a range shows to be years."""
    year = read_digits_year(scan, i)
    if year is None or not 1800 <= year <= 2100:
        return _hijri_bare_year(scan, i)
    if _inside_a_number(scan, i):
        return None
    tied = _tied_years(scan, i, year)
    if tied is not None:
        return tied
    text, end = scan.text, i + 1
    if _counted(scan, end):
        return None
    before = scan.tokens.before(i)
    era = scan.is_in(end, "period.era") and scan.tokens.attached(end)
    if not era and (before not in scan.lexicon.sets["period.cues"] or _number_wanted(scan, i)):
        if not (_dates_an_event(scan, i) or heads_a_line(scan, i) or _is_alternative(scan, i)):
            return None
    if before in ("بين", "من") and text[end] in ("و", "الي", "حتي"):
        other = read_digits_year(scan, end + 1)
        interval = years_of(year, other) if other is not None and other > year else None
        if interval is not None and _counted(scan, end + 2):
            return None  # «من 2000 إلى 2020 ليرة»
        if interval is not None:
            return Match(i - 1, end + 2, "interval", interval, "years", written_year=True)
    if scan.is_in(end, "period.era"):
        end += 1
    interval = years_of(year, year)
    if interval is None:
        return None
    return Match(i, end, "date", interval, "year", written_year=True)


def _dates_an_event(scan: Scan, i: int) -> bool:
    """«غزو العراق 2003،», «حدود 1967»: a year set beside an event, with nothing counted after."""
    text = scan.text
    after = text[i + 1]
    closed = not after or not after.isalpha() or scan.is_in(i + 1, "period.after_year")
    if not closed:
        return False
    for k in range(i - 1, max(-1, i - 7), -1):
        word = text[k].removeprefix("و").removeprefix("ال")
        if not word.isalpha() or scan.is_in(k, "period.not_cues"):
            return False
        if word in scan.lexicon.sets["period.events"]:
            return True
    return False


def heads_a_line(scan: Scan, i: int) -> bool:
    """«2011: وقّعت سوريا …», «* 1990 – توحيد»: the year at the head of an entry of a chronology."""
    text = scan.text
    begin = i - 1 if i and text[i - 1] in _BULLETS else i
    return (begin == 0 or text[begin - 1] == "\n") and text[i + 1] in (":", "-", "\n")


def _is_alternative(scan: Scan, i: int) -> bool:
    """«عام 2020 أو 2021»: a second year right after another."""
    last = scan.found[-1] if scan.found else None
    if last is None or last.interval is None or last.end != i - 1:
        return False
    return last.interval.precision == "year" and scan.text[i - 1] == "او"


def _inside_a_number(scan: Scan, i: int) -> bool:
    """Whether four digits belong to a decimal, a code or a longer number."""
    text, tokens = scan.text, scan.tokens
    if i >= 2 and tokens.attached(i):
        before = text[i - 1]
        if before in (",", ".", "-", "/", "+", ":") or (before.isascii() and before.isalpha()):
            return True
    followed = tokens.attached(i + 1) and tokens.attached(i + 2) and text[i + 2].isdecimal()
    return followed and text[i + 1] in ("%", ".", ",")


def _tied_years(scan: Scan, i: int, year: int) -> Match | None:
    """«2011-2015», «2015/16», «2002 حتى 2005»: two years tied by a dash or a word."""
    text, end = scan.text, i + 1
    if text[end] not in ("-", "/", "\\", "الي", "حتي"):
        return None
    other, short = read_digits_year(scan, end + 1), text[end + 1]
    if other is None and len(short) == 2 and short.isdecimal() and text[end] in ("-", "/"):
        other = year // 100 * 100 + int(short)
    if other is None or not year < other <= year + 100 or _counted(scan, end + 2):
        return None
    interval = years_of(year, other)
    if interval is None:
        return None
    led = i > 0 and text[i - 1] in ("من", "بين")
    return Match(i - led, end + 2, "interval", interval, "years", written_year=True)


def _hijri_bare_year(scan: Scan, i: int) -> Match | None:
    year = read_digits_year(scan, i)
    if year is None:
        return None
    era, end = read_era(scan, i + 1)
    if era not in ("hijri", "solar"):
        return _hijri_pair(scan, i, year)
    interval = _year_interval(year, era)
    return (
        None
        if interval is None
        else Match(i, end, "date", interval, f"{era}-year", written_year=True)
    )


def _hijri_pair(scan: Scan, i: int, year: int) -> Match | None:
    """«(1434/1435هـ)»: two Hijri years with one era mark."""
    other = read_digits_year(scan, i + 2) if scan.text[i + 1] in ("/", "-") else None
    if other is None or not year < other <= year + 20:
        return None
    era, end = read_era(scan, i + 3)
    first, last = hijri_year(year), hijri_year(other)
    if era != "hijri" or first is None or last is None:
        return None
    interval = Interval(first.first, last.last, "year")
    return Match(i, end, "interval", interval, "hijri-years", written_year=True)


def _counted(scan: Scan, i: int) -> bool:
    """Whether the token is a noun counted by the digits before it: «2015 دولاراً»."""
    if scan.is_in(i, "period.counted"):
        return True
    word = scan.text[i]
    if len(word) < 4 or not word.endswith("ا") or scan.is_in(i, "period.not_counted"):
        return False
    tokens = scan.tokens
    end = tokens.folded.origin(tokens.end(i) - 1)
    original = tokens.folded.original
    return "\u064b" in original[max(0, end - 1) : end + 2]


def _number_wanted(scan: Scan, i: int) -> bool:
    """Whether the words before ask for a number: «أكثر من 2000», «القرار 2254», «كأس العالم»."""
    text = scan.text
    banned = scan.lexicon.sets["period.not_cues"]
    if i and text[i - 1] in banned:
        return True
    if (
        i
        and text[i - 1] == "الي"
        and any(scan.is_in(k, "period.tolls") for k in range(max(0, i - _TOLL_REACH), i))
    ):
        return True  # «ارتفعت حصيلة القتلى إلى 2019»
    return i > 1 and scan.is_in(i - 1, "period.not_cues_gap") and text[i - 2] in banned
