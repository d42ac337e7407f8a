"""Finding every date of a text: one pass over its tokens, rules tried where a word calls them.

Each token is looked up once. Only words with a role, digits and number words start a rule, each
rule looks a bounded number of tokens ahead, and a match is never reopened: the cost is linear.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from dashboard.dates import english
from dashboard.dates.calendars import Interval, day_of
from dashboard.dates.calls import calling, calling_words, longest_of, rules_of_words
from dashboard.dates.chronology import in_order
from dashboard.dates.clock import with_times
from dashboard.dates.doubles import doubled, doubled_year
from dashboard.dates.elements import range_join
from dashboard.dates.explicit import day_month
from dashboard.dates.numeric import in_one_order
from dashboard.dates.repeats import repeats
from dashboard.dates.scan import Match, Scan
from dashboard.dates.tokens import Tokens
from dashboard.model import DateMention
from dashboard.text import Folded, Pieces, fold, pieces

_DOUBLED = frozenset(
    [
        "day-month",
        "hijri-day-month",
        "solar-day-month",
        "numeric-day",
        "hijri-numeric-day",
        "iso-day",
        "hijri-iso-day",
        "weekday-date",
    ]
)
_DOUBLED_YEARS = frozenset(["year", "hijri-year", "solar-year"])
_UNPLACED = ("day-month", "month", "part")  # where no year or «الماضي» is written
_MOVED_WITHIN = 7  # words from «تأجيل» to «من»
_OPENERS = frozenset(["من", "بين", "منذ"])


def _joined(scan: Scan, match: Match) -> Match:
    """The range that ``match`` opens: «من الجمعة إلى الأحد», «28 شباط - 3 آذار 2016»."""
    if match.kind == "interval" and match.days and scan.text[match.end] == "و":
        return _of_one_year(scan, match)
    if match.kind != "date" or match.interval is None:
        return match
    text, j = scan.text, match.end
    tie = range_join(scan, j)
    before = scan.tokens.before(match.start)
    opened = before in _OPENERS
    if (before in english.RANGES and text[j] in english.RANGES[before]) or (
        tie is None
        and text[j] == "و"
        and (before == "بين" or scan.is_in(match.start, "period.month_pair"))
    ):
        opened = True
    elif tie is None and text[j] in ("او", "و"):
        return _one_or_both(scan, match)
    elif tie is None and text[j] == "and":
        return english.next_day_too(scan, j + 1, match)
    elif tie is None:
        return match
    if scan.is_in(j + (text[j] == "و"), "joins.until") and not opened:
        return match
    if before == "من" and _is_moved(scan, match.start):
        return match
    k = j + 1 if tie is None else tie
    scan.found.append(match)  # «من الأول من آذار حتى العشرين منه»: the first end is told
    second = longest_of(scan, k, rules_of_words().get(text[k], ()))
    scan.found.pop()
    if second is None and before in english.RANGES:
        second = english.year_of_range(scan, k, match) or english.day_of_range(scan, k, match)
    if second is None or second.kind != "date" or second.interval is None:
        return match
    grain = match.interval.precision == second.interval.precision
    if not opened and (not grain or text[j] != "-"):
        return match
    if not opened and match.interval.precision == "year":
        return match
    first = match.interval.first
    last = second.interval.last
    if second.written_year and not match.written_year and match.relative:
        for year in (last.year, last.year - 1):
            moved = day_of(year, first.month, first.day)
            if moved is not None and moved <= last:
                first = moved
                break
    bare = not any(_is_placed(scan, t) for t in range(k, second.end))
    if match.written_year and second.relative and bare and second.rule in _UNPLACED:
        last = _first_from(last, first) or last
    if first > last and match.relative and second.relative:
        if match.rule.startswith("weekday") and second.rule.startswith("weekday"):
            last_day = last + timedelta(days=(7 * (((first - last).days + 6) // 7)))
            if scan.published is not None and last_day > scan.published and last <= scan.published:
                first -= timedelta(days=7 * (((first - last).days + 6) // 7))
            else:
                last = last_day
        elif match.rule in ("day-month", "month"):
            if scan.published is not None and first <= scan.published:
                last = _first_from(last, first) or last  # in the midst of it
            else:
                earlier = day_of(first.year - 1, first.month, first.day)
                first = earlier if earlier is not None else first
    if first > last:
        return match
    opener = before in _OPENERS or before in english.RANGES
    leads = opened and opener and before == text[match.start - 1]
    start = match.start - 1 if leads else match.start
    precision = match.interval.precision if grain else "day"
    return replace(
        match,
        start=max(0, start),
        end=second.end,
        kind="interval",
        interval=Interval(
            first, last, precision, match.interval.approximate or second.interval.approximate
        ),
        rule="range",
        notes=tuple(dict.fromkeys(match.notes + second.notes)),
        relative=match.relative or second.relative,
    )


def _is_placed(scan: Scan, i: int) -> bool:
    """«حزيران من العام الجاري», «حزيران الماضي»: a word that says of which year."""
    return scan.is_in(i, "period.year") or scan.lexicon.modifiers.match(scan.text, i) is not None


def _is_moved(scan: Scan, start: int) -> bool:
    """«تأجيل الانتخابات من أيلول إلى كانون الأول»: from one day to another, no range of days."""
    for k in range(start - 2, max(-1, start - 2 - _MOVED_WITHIN), -1):
        if scan.text[k] in (".", "\n", ":"):
            return False
        if scan.is_in(k, "joins.moved"):
            return True
    return False


def _one_or_both(scan: Scan, match: Match) -> Match:
    """«سبتمبر أو أكتوبر المقبلين», «الخميس والجمعة الماضيين»: two months or weekdays in one phrase.

    With و only where the modifier is of both; the first is then the last such before the second.
    """
    text, k = scan.text, match.end + 1
    if match.rule == "day-month" and text[match.end] == "و":
        return _of_one_year(scan, match)
    if match.rule not in ("month", "weekday") or match.written_year or match.interval is None:
        return match
    second = longest_of(scan, k, rules_of_words().get(text[k], ()))
    if second is None or second.kind != "date" or second.interval is None:
        return match
    both = text[second.end - 1] in scan.lexicon.sets["period.of_both"]
    same = second.rule.split("-")[0] == match.rule
    if not same or not (both or (text[match.end] == "او" and match.rule == "month")):
        return match
    first, last = match.interval.first, second.interval.last
    if match.rule == "weekday":
        first = last - timedelta(days=(last.weekday() - first.weekday()) % 7)
    else:
        year = last.year - (first.month > last.month)
        first = date(year, first.month, 1)
    return replace(
        match, end=second.end, kind="interval", rule="range", relative=True,
        interval=Interval(first, last, second.interval.precision), notes=match.notes + second.notes,
    )  # fmt: skip


def _of_one_year(scan: Scan, match: Match) -> Match:
    """«في 10 آذار و15 نيسان 2012»: the year of the second day is that of both."""
    k = match.end + 1
    second = day_month(scan, k) if match.rule == "day-month" else None
    if second is None or second.rule != "day-month" or not second.written_year:
        return match
    if match.interval is None or second.interval is None or not match.relative:
        return match
    first, last = match.interval.first, match.interval.last
    year = second.interval.first.year
    moved = day_of(year, first.month, first.day), day_of(year, last.month, last.day)
    if moved[0] is None or moved[1] is None or moved[1] >= second.interval.first:
        return match
    days = tuple(day.replace(year=year) for day in match.days)
    return replace(
        match, interval=replace(match.interval, first=moved[0], last=moved[1]), days=days
    )


def _first_from(day: date, floor: date) -> date | None:
    """The same day and month in the first year that is not before ``floor``."""
    for year in (floor.year, floor.year + 1):
        moved = day_of(year, day.month, day.day)
        if moved is not None and moved >= floor:
            return moved
    return None


def scan_matches(scan: Scan) -> list[Match]:
    """All matches of a text in order, none overlapping.

    A stretch that says the same words over and over («5/5/5/…») is read where it begins and
    where it ends; what was read at its beginning is what it says all along.
    """
    done = 0
    for stretch in repeats(scan.text, scan.tokens.n):
        _scan_stretch(scan, done, stretch.first)
        first = max(stretch.first, scan.found[-1].end if scan.found else 0)
        done = stretch.last - (stretch.last - first) % stretch.period
        _say_again(scan, first, done, stretch.period)
    _scan_stretch(scan, done, scan.tokens.n)
    return scan.found


def _scan_stretch(scan: Scan, first: int, last: int) -> None:
    found, floor = scan.found, 0
    for i, rules in calling(scan, first, last):
        if i < floor:
            continue
        match = longest_of(scan, i, rules)
        if match is None or match.end <= i:
            continue
        if match.is_none:
            floor = match.end
            continue
        if match.rule in _DOUBLED:
            match = doubled(scan, match)
        elif match.rule in _DOUBLED_YEARS:
            match = doubled_year(scan, match)
        match = _joined(scan, match)
        if match.start < floor:
            match = replace(match, start=floor)
        found.append(match)
        floor = match.end


def _say_again(scan: Scan, first: int, last: int, period: int) -> None:
    """Adds what the last round before ``first`` was read as for every round up to ``last``."""
    said = []
    for match in reversed(scan.found):
        if match.start < first - period:
            break
        said.append(match)
    said.reverse()
    for shift in range(period, last - first + 1, period):
        scan.found.extend(match.shifted(shift) for match in said)


def find_dates(
    text: str,
    published: date | None = None,
    *,
    folded: Folded | None = None,
    parts: Pieces | None = None,
) -> list[DateMention]:
    """The dates, intervals, durations and vague references of a text, sorted, not overlapping.

    ``published`` anchors relative phrases; without it they have no days. ``folded`` and
    ``parts`` save folding a text and cutting it up twice. Offsets are code points of ``text``,
    end exclusive.
    """
    folded = fold(text) if folded is None else folded
    tokens = Tokens(folded, pieces(folded) if parts is None else parts, calling_words())
    if not tokens.n:
        return []
    scan = Scan(tokens, published)
    found = in_order(scan, in_one_order(scan_matches(scan)))
    return with_times(text, [scan.mention(match) for match in found])
