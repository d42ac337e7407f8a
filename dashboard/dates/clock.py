"""Times of day beside a date: «الساعة 10:30 بتوقيت غرينتش من صباح الجمعة», kept as printed.

A time is not turned into another zone and «الساعة الثالثة» not into morning or afternoon: what
the text leaves open stays open.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from dashboard.model import DateMention

_HOURS = (
    "الواحدة|الثانية عشرة?|الحادية عشرة?|الثانية|الثالثة|الرابعة|الخامسة|السادسة|السابعة|"
    "الثامنة|التاسعة|العاشرة"
)
_ZONE = (
    r"بتوقيت\s+(?!وسط)\w+|بالتوقيت\s+المحلي|ت\.?\s?غ\.?(?!\w)|تغ(?!\w)|"
    r"GMT|UTC|Z(?!\w)|غرينتش|جرينتش"
)
_TIME = re.compile(
    rf"(?:الساع[ةه]\s*\(?\s*(?:\d{{1,2}}\s?[:.,،٫]\s?\d{{2}}|\d{{4}}|\d{{1,2}}|{_HOURS})(?!\w)"
    r"|(?<![\d:./-])\d{1,2}:\d{2}(?::\d{2})?(?![\d:]))"
    r"(?:\s+و(?:ال)?(?:نصف|ربع|ثلث)|\s+إلا\s+(?:ال)?(?:ربعا?|ثلثا?)ً?)?\)?"
    r"(?:\s+(?:صباح|مساء|فجر|ظهر|عصر|ليل)(?:اً|ًا|ا|ً)?(?!\w)|\s+(?:قبل|بعد)\s+الظهر)?"
    rf"(?:\s*[(،,]?\s*(?:\d{{1,2}}\s?[:.,،]?\s?\d{{2}}\s+)?(?:{_ZONE})\)?)?"
)
_CUES = ("الساع", ":")
_ISO_TIME = re.compile(r"T(\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)")
# What may stand between a time and its date: a preposition, «يوم», a comma.
_GAP = re.compile(r"[\s،,(–-]*(?:(?:من|في|يوم|اليوم|مساء|صباح|فجر|ليل|عصر|ظهر)\s*){0,3}[\s،,(–-]*")
_REACH = 24


def with_times(text: str, mentions: Sequence[DateMention]) -> list[DateMention]:
    """The mentions, those of single days with the time printed beside them in ``time``."""
    times = list(_times(text))
    starts = [match.start() for match in times]
    out: list[DateMention] = []
    for mention in mentions:
        if mention.kind == "date" and mention.first == mention.last:
            iso = _ISO_TIME.search(mention.text)
            found = iso[1] if iso is not None else _beside(text, mention, times, starts)
            if found:
                mention = replace(mention, time=found)
        out.append(mention)
    return out


def _times(text: str) -> Iterator[re.Match[str]]:
    """Every time of day in order; only where its word or a colon after a figure stands."""
    done = 0
    for start in sorted(chain.from_iterable(_places(text, cue) for cue in _CUES)):
        colon = start
        while text[colon] == ":" and start > max(0, colon - 2) and text[start - 1].isdecimal():
            start -= 1
        match = _TIME.match(text, start) if start >= done else None
        if match is not None:
            done = match.end()
            yield match


def _places(text: str, cue: str) -> Iterator[int]:
    """Where a cue stands; looking for one word at a time is many times faster than for either."""
    at = text.find(cue)
    while at >= 0:
        yield at
        at = text.find(cue, at + 1)


def _beside(
    text: str, mention: DateMention, times: Sequence[re.Match[str]], starts: Sequence[int]
) -> str:
    k = bisect_left(starts, mention.start)
    for j in (k - 1, k, k + 1):
        if not 0 <= j < len(times):
            continue
        time = times[j]
        if time.end() <= mention.start:
            gap = text[time.end() : mention.start]
        elif time.start() >= mention.end:
            gap = text[mention.end : time.start()]
            gap = re.sub(r"^\s*(?:عند|نحو|حوالي|حوالى|تمام|بحلول)\b", "", gap)
        else:
            return time[0].strip(" ،,")
        if len(gap) <= _REACH and _GAP.fullmatch(gap):
            return time[0].strip(" ،,")
    return ""
