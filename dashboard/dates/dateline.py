"""The publication date that a text decides itself: its dateline, its stamp, «اليوم» with a date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from dashboard.dates.finder import find_dates
from dashboard.dates.lexicon import lexicon
from dashboard.dates.publication import days_named
from dashboard.dates.stamps import clock, stamped, stamped_line
from dashboard.model import DateMention
from dashboard.text import fold, words

_DATELINE, _STAMP_REACH = 160, 60  # letters of the head, and before a date
_BEFORE, _PUT_UP = 1, 2  # days before and after «اليوم الاثنين» that a page may bear
_TODAY, _STAMPED, _HEADED = 0, 1, 2


class Decided(NamedTuple):
    """A publication date with the reason; not ``sure`` where day and month may be exchanged."""

    day: date
    reason: str
    sure: bool


def infer_published(text: str) -> Decided | None:
    """The publication date that a text decides itself, with the reason; ``None`` otherwise.

    Decided by one full date (day, month, year) in a dateline at the head of the text, in a stamp
    («نشر في»), or by «اليوم» beside a full date. A date that a sentence merely tells is no
    decision, nor are two datelines of different days, nor one that «اليوم الثلاثاء» contradicts
    (the head of a page saved years later).
    """
    mentions = find_dates(text)
    weekdays = _weekdays_told(mentions)
    decided = []
    for way, mention in _deciding(text, mentions):
        days = _agreed(days_named(mention.text) or _day(mention), weekdays)
        if days:
            decided.append((way, Decided(days[0], _reason(way, mention.text), len(days) == 1)))
    for way in (_TODAY, _STAMPED, _HEADED):
        ones = [found for how, found in decided if how == way]
        if ones:
            return ones[0] if len({found.day for found in ones}) == 1 else None
    return None


def agreeing(text: str, days: Sequence[date]) -> tuple[date, ...]:
    """Those of the days that no «اليوم الثلاثاء», «أمس الأحد» of the text contradicts."""
    return _agreed(days, _weekdays_told(find_dates(text)))


def _agreed(days: Sequence[date], weekdays: frozenset[int]) -> tuple[date, ...]:
    if len(days) > 1:
        exact = tuple(day for day in days if weekdays == {day.weekday()})
        if exact:
            return exact
    late = _BEFORE + _PUT_UP
    return tuple(
        day for day in days if all((day.weekday() - w + _BEFORE) % 7 <= late for w in weekdays)
    )


def _day(mention: DateMention) -> tuple[date, ...]:
    return () if mention.first is None else (mention.first,)


def _deciding(text: str, mentions: Sequence[DateMention]) -> Iterator[tuple[int, DateMention]]:
    for mention in mentions:
        day = mention.first
        if day is None or day != mention.last or mention.precision != "day" or mention.approximate:
            continue
        head = text[max(0, mention.start - _STAMP_REACH) : mention.start]
        after = clock().match(text, mention.end)
        end = mention.end if after is None else after.end()
        ends = _ends_its_line(text, end)
        if _says_today(mention):
            yield _TODAY, mention
        elif stamped().search(head) or (ends and stamped_line().search(head)):
            yield _STAMPED, mention
        elif mention.start <= _DATELINE and _heads_a_line(text, mention.start, end):
            yield _STAMPED if after is not None else _HEADED, mention


def _reason(way: int, said: str) -> str:
    stands = {_STAMPED: " stands in the publication stamp", _HEADED: " stands in the dateline"}
    return f"«{said}»{stands.get(way, '')}"


def _says_today(mention: DateMention) -> bool:
    """«اليوم الجمعة 9 أيلول 2016», not «اليوم السابع من رمضان» (the seventh day)."""
    if mention.rule != "deictic" or mention.notes or not mention.text.startswith("اليوم"):
        return False
    said = [word.text for word in words(fold(mention.text))]
    return len(said) < 2 or not (
        said[1] in lexicon().ordinals and said[1] not in lexicon().weekdays
    )


def _weekdays_told(mentions: Sequence[DateMention]) -> frozenset[int]:
    """The weekday of publication by each «اليوم الثلاثاء», «أمس الأحد», «غداً الجمعة»."""
    told = (_weekday_told(m) for m in mentions if m.rule == "deictic" and m.first is None)
    return frozenset(weekday for weekday in told if weekday is not None)


def _weekday_told(mention: DateMention) -> int | None:
    known = lexicon()
    said = [word.text for word in words(fold(mention.text))]
    for k in range(len(said)):
        found = known.deictic.match(said, k)
        if found is not None:
            shift, after = found
            named = [known.weekdays[word] for word in said[after:] if word in known.weekdays]
            return (named[0] - shift) % 7 if len(named) == 1 else None
    return None


def _heads_a_line(text: str, start: int, end: int) -> bool:
    """Whether a date stands alone on its line or in «دمشق، 9 أيلول 2016 (وكالة) –»."""
    before = text[text.rfind("\n", 0, start) + 1 : start]
    after = text[end : end + _STAMP_REACH]
    if len(before.split()) > 4 or any(mark in before for mark in ".!؟»"):
        return False
    if _ends_its_line(text, end):
        return _leads_to_a_day(before)
    return bool(re.match(r"\s*(?:\([^)]{1,40}\)\s*)?[-–—:]", after)) and len(before.split()) <= 3


def _leads_to_a_day(before: str) -> bool:
    """«دمشق،», «دمشق في», «بيروت», nothing; not «من ذاكرة ثورة» (18 آذار 2011)."""
    said = [word.text for word in words(fold(before))]
    if not said or not said[-1].isalpha():
        return True
    sets = lexicon().sets
    if said[-1] in sets["period.day_cues"] - sets["named_after.month"]:
        return True
    named = sets["period.events"] | sets["named_after.month"] | sets["named_after.before"]
    return len(said) == 1 and said[0].removeprefix("ال") not in named


def _ends_its_line(text: str, end: int) -> bool:
    stop = text.find("\n", end, end + _STAMP_REACH)
    after = text[end : end + _STAMP_REACH if stop < 0 else stop]
    return not after.strip(" .،,-–—()[]|")
