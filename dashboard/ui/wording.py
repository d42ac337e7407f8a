"""Numbers, days and tolls as people say them, in the interface's language."""

from __future__ import annotations

import html
import re
import string
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from dashboard.charts.labels import Labels, as_count
from dashboard.charts.labels import as_day as cell_day
from dashboard.charts.signed import signature
from dashboard.charts.wording import claim_words
from dashboard.ui import i18n
from dashboard.ui.i18n import Catalogue, language

_PUNCTUATION = re.compile(f"[{re.escape(string.punctuation)}]")


def as_day(value: object) -> date | None:
    """The day of a table's cell or ISO string, ``None`` for an empty one of any kind."""
    if isinstance(value, str):
        return date.fromisoformat(value) if value else None
    return cell_day(value)


def day(value: date, words: Catalogue | None = None) -> str:
    """«9 أيلول/سبتمبر 2016», "9 September 2016"."""
    words = words or i18n.words()
    return words.digits(f"{value.day} {words.text(f'month.{value.month}')} {value.year}")


def month(value: date, words: Catalogue | None = None) -> str:
    """«أيلول/سبتمبر 2016», "September 2016"."""
    words = words or i18n.words()
    return words.digits(f"{words.text(f'month.{value.month}')} {value.year}")


def interval(
    first: date | None,
    last: date | None,
    approximate: bool = False,
    words: Catalogue | None = None,
) -> str:
    """The days ``first`` to ``last`` in the fewest words: a day, a month, a year or a range."""
    words = words or i18n.words()
    if first is None and last is None:
        return words.text("date.none")
    if first is None or last is None:
        key = "date.until" if first is None else "date.since"
        said = words.text(key, day=day(first or last or date.min, words))
    else:
        said = _closed(first, last, words)
    return words.text("date.about", date=said) if approximate else said


def _closed(first: date, last: date, words: Catalogue) -> str:
    if first == last:
        return day(first, words)
    from_start, to_end = first.day == 1, (last + timedelta(days=1)).day == 1
    if from_start and to_end:
        if (first.month, last.month) == (1, 12):
            same = first.year == last.year
            return words.digits(f"{first.year}" if same else f"{first.year}–{last.year}")
        if (first.year, first.month) == (last.year, last.month):
            return month(first, words)
    if (first.year, first.month) == (last.year, last.month):
        return f"{words.digits(str(first.day))}–{day(last, words)}"
    if first.year == last.year:
        begins = words.digits(f"{first.day} {words.text(f'month.{first.month}')}")
        return f"{begins} – {day(last, words)}"
    return f"{day(first, words)} – {day(last, words)}"


def number(value: float) -> str:
    """A number with thousands separators, in the interface's digits."""
    return i18n.words().number(value)


def labels(words: Catalogue) -> Labels:
    """A catalogue as the figures see it."""
    return Labels(words.language, words.text, words.count, words.numerals)


def victims(group: object, words: Catalogue | None = None) -> str:
    """Whom a claim counts, in words; "" where it does not say."""
    return labels(words or i18n.words()).victims(group)


def toll(claim: Mapping[str, Any], words: Catalogue | None = None) -> str:
    """A claim's count as its source bounds it: «أكثر من 260 ألف قتيل», "at least 7 killed"."""
    low, best, high = (as_count(claim[name]) for name in ("low", "best", "high"))
    return claim_words(
        low, best, high, approximate=bool(claim["approximate"]), kind=claim["kind"],
        labels=labels(words or i18n.words()), unit=claim["unit"], text=claim["text"],
    )  # fmt: skip


def signed(row: Mapping[str, Any], words: Catalogue | None = None) -> str:
    """Which analyst corrected or confirmed an event, added or corrected a claim, and when."""
    return signature(row, labels(words or i18n.words()), isolated)


def reason(claim: Mapping[str, Any], words: Catalogue | None = None) -> str:
    """What an analyst's claim stands on: who, when and why; "" for a claim that was read."""
    by = signed(claim, words) if claim.get("by_analyst") else ""
    why = str(claim.get("analyst_why") or "")
    said = (words or i18n.words()).text("quoted", text=why)
    return f"{by}: {isolated(said)}" if by and why else by


def named(row: Mapping[str, Any], field: str = "name") -> str:
    """A row's name in the interface's language, the other language's where it has none."""
    arabic, english = row.get(f"{field}_ar"), row.get(field)
    first, second = (arabic, english) if language() == "ar" else (english, arabic)
    for value in (first, second):
        if isinstance(value, str) and value:
            return value
    return ""


def literal(text: str) -> str:
    """Text for a label that Streamlit reads as Markdown: shown letter by letter.

    ASCII punctuation is escaped (CommonMark 0.31, section 2.4). A colon also gets a word joiner:
    «:name:» is looked for after escapes are read.
    """
    return _PUNCTUATION.sub(r"\\\g<0>", text).replace(":", ":\u2060")


def safe(value: object) -> str:
    """A value as text of an HTML page."""
    return html.escape(str(value))


def isolated(text: str) -> str:
    """The text kept from turning its neighbours around: U+2068 … U+2069 (UAX #9)."""
    return f"\u2068{text}\u2069"
