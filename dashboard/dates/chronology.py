"""Days and months without a year in a text that tells in order: «8 تموز 2014 … 21 أيلول … 2015».

What stands between two dates of written years and fits between them once is of the year it fits.
In a chronology, and where it would fit more than once, the first time after the date before it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from dashboard.dates.calendars import FUTURE, Interval, day_of, month_of
from dashboard.dates.scan import Match, Scan
from dashboard.dates.years import heads_a_line

_RULES, _GRAINS = ("day-month", "month", "part"), ("day", "month")
_NEAR = 1100  # days between two written dates, in which the first time after the first is meant
_RECENT = 45  # days before publication
_SINCE = ("منذ", "مند")
_REACH = 150  # tokens from the date before to the one without a year
_TITLE = 60  # tokens at the beginning in which a chronology says what it is
_LEAST, _MOST_OTHERS = 5, 3  # dates of written years in order, and of others, in a chronology


def in_order(scan: Scan, found: list[Match]) -> list[Match]:
    """The matches with the years that their order gives."""
    written = [k for k, match in enumerate(found) if _is_written(scan, match)]
    if not written or scan.published is None:
        return found
    chronology = _is_chronology(scan, found, written)
    out = list(found)
    for k, following in zip(written, [*written[1:], len(found)], strict=True):
        told = found[k]
        head = told.interval if told.rule == "year" else None
        after = found[following].interval if following < len(found) else None
        if after is None and head is None and not chronology:
            break
        last = head.last if head is not None else after.last if after is not None else None
        for n in range(k + 1, following):
            match = found[n]
            if not _is_open(scan, match):
                if match.rule in _RULES and not match.relative and match.interval is not None:
                    told = match  # «20 أكتوبر من العام نفسه»
                    continue
                if match.interval is not None and not (chronology or head):
                    break
                continue
            if scan.text[match.start - 1] in _SINCE:
                out[n] = _before(match, told) or match  # «كان قد فر منذ أغسطس»
                continue
            moved = _between(scan, match, told, last, chronology)
            if moved is None:
                break
            out[n] = told = moved
    return out


def _is_written(scan: Scan, match: Match) -> bool:
    """A day or month with its year, or a year at the head of an entry («2014:»)."""
    interval = match.interval
    if not match.written_year or interval is None:
        return False
    return interval.precision in _GRAINS or (
        match.rule == "year" and heads_a_line(scan, match.start)
    )


def _is_open(scan: Scan, match: Match) -> bool:
    """A day or month of no year, in no clause of the future, with no «الماضي» after it."""
    if match.rule not in _RULES or match.written_year or not match.relative or match.days:
        return False
    words = scan.text[match.start : match.end]
    if any(word in scan.lexicon.modifiers.table or word in ("العام", "السنه") for word in words):
        return False
    return match.interval is not None and scan.tense(match.start, match.end) != FUTURE


def _is_chronology(scan: Scan, found: list[Match], written: list[int]) -> bool:
    titled = any(scan.is_in(i, "chronology.words") for i in range(min(_TITLE, scan.tokens.n)))
    days = [match.interval.first for match in map(found.__getitem__, written) if match.interval]
    rising = sum(a <= b for a, b in pairwise(days)) + 1
    others = sum(match.rule.startswith(("deictic", "weekday")) for match in found)
    return len(days) >= _LEAST and rising >= len(days) - 1 and (titled or others <= _MOST_OTHERS)


def _between(
    scan: Scan, match: Match, told: Match, last: date | None, chronology: bool
) -> Match | None:
    """The match in the year in which it follows what is told before it, ahead of what is next."""
    if told.interval is None or match.interval is None or scan.published is None:
        return None
    begun = told.interval.last if told.kind == "interval" else told.interval.first
    first, end = begun, last or scan.published
    if match.start - told.end > _REACH or first > end:
        return None
    if last is not None and first <= match.interval.first <= last:
        return match
    fitting = [
        option
        for option in _options(match.interval, range(first.year, end.year + 1))
        if first <= option.last and option.last <= end
    ]
    near = last is not None and (last - first).days <= _NEAR and not _is_recent(scan, match)
    if not fitting or (len(fitting) > 1 and not (chronology or near)):
        return None
    return replace(match, interval=fitting[0], relative=False)


def _is_recent(scan: Scan, match: Match) -> bool:
    """A day that has just been is told of itself: «وحتى نهاية أيار لا يزال», in June."""
    if match.interval is None or scan.published is None:
        return False
    return 0 <= (scan.published - match.interval.last).days <= _RECENT


def _before(match: Match, told: Match) -> Match | None:
    """The last time that the day or month was, up to what is told before it."""
    if match.interval is None or told.interval is None:
        return None
    year = told.interval.first.year
    options = [
        o for o in _options(match.interval, (year - 1, year)) if o.first <= told.interval.last
    ]
    return replace(match, interval=options[-1], relative=False) if options else None


def _options(interval: Interval, years: Iterable[int]) -> Iterable[Interval]:
    """The same days of a month in other years."""
    first, last = interval.first, interval.last
    for year in years:
        begin = day_of(year, first.month, first.day)
        whole = month_of(year, first.month)
        if begin is None or whole is None or first.month != last.month:
            continue
        ends_it = (last + timedelta(days=1)).month != last.month
        end = whole.last if ends_it else day_of(year, last.month, last.day)
        if end is not None:
            yield replace(interval, first=begin, last=end)
