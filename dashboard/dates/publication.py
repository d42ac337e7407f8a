"""Publication dates: from metadata in any language, and from a text that decides its own."""

from __future__ import annotations

import re
import warnings
from datetime import date

from dashboard.dates.finder import find_dates

_ISO = re.compile(r"\s*(\d{4})-(\d{2})-(\d{2})(?=$|[T\s])")
_ISO_COMPACT = re.compile(r"\s*((?:19|20)\d{2})(\d{2})(\d{2})(?:\d{4,6})?\s*$")
_LONGEST = 200


def parse_date(text: str) -> date | None:
    """The day a publication-date string names, or ``None``.

    ISO and Arabic strings are read by our own rules, others by ``dateparser`` (day first unless
    the language says otherwise). Times of day are dropped as written, without a change of zone.
    """
    text = text.strip()[:_LONGEST]
    for pattern in (_ISO, _ISO_COMPACT):
        iso = pattern.match(text)
        if iso is not None:
            try:
                return date(int(iso[1]), int(iso[2]), int(iso[3]))
            except ValueError:
                return None
    for mention in find_dates(text):
        if mention.first is not None and mention.first == mention.last:
            return mention.first
    return _foreign(text)


def _foreign(text: str) -> date | None:
    if not any(char.isdecimal() for char in text):
        return None
    import dateparser

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            found = dateparser.parse(
                text,
                settings={"REQUIRE_PARTS": ["day", "month", "year"], "PREFER_DATES_FROM": "past"},
            )
        except Exception:  # dateparser raises many kinds of errors on malformed input
            return None
    return None if found is None else found.date()


_DATELINE = 160
_STAMP = re.compile(r"(?:نشر|تاريخ النشر|آخر تحديث|أضيف|حُرر|حرر)[^\n]{0,20}$")


def infer_published(text: str) -> tuple[date, str] | None:
    """The publication date that a text decides itself, with the reason; ``None`` otherwise.

    Decided by one full date (day, month, year) in a dateline at the head of the text, or by
    «اليوم» beside a full date. A date that a sentence merely tells is no decision.
    """
    for mention in find_dates(text):
        day = mention.first
        if day is None or day != mention.last or mention.precision != "day" or mention.approximate:
            continue
        head = text[: mention.start]
        if mention.rule == "deictic" and not mention.notes and mention.text.startswith("اليوم"):
            return day, f"«{mention.text}»"
        if mention.start <= _DATELINE and _heads_a_line(text, mention.start, mention.end):
            return day, f"«{mention.text}» stands in the dateline"
        if _STAMP.search(head[-60:]):
            return day, f"«{mention.text}» stands in the publication stamp"
    return None


def _heads_a_line(text: str, start: int, end: int) -> bool:
    """Whether a date stands alone on its line or in «دمشق، 9 أيلول 2016 (وكالة) –»."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    before, after = text[line_start:start], text[end:line_end]
    if len(before.split()) > 4 or any(mark in before for mark in ".!؟»"):
        return False
    if not after.strip(" .،,-–—()"):
        return True
    return bool(re.match(r"\s*(?:\([^)]{1,40}\)\s*)?[-–—:]", after)) and len(before.split()) <= 3
