"""How the tables of this folder are written: a phrase with its dates in braces, then their days.

    ("وقع الهجوم في {14 آذار 2005} ثم", "2005-03-14")
    ("{من 12 إلى 15 آذار 2016}", "2016-03-12..2016-03-15")
    ("بقي {ثلاثة أيام}", "duration")

«2016-03» is the whole month, «2016» the whole year, «date» a date without days. A row names every
date, interval and duration of its text, in order; vague references only where it says «reference».
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from dashboard.dates import find_dates
from dashboard.model import DateMention

ARTICLE_DAY = date(2016, 9, 9)  # a Friday
Row = tuple[str, ...]
Read = list[tuple[str, str]]


def _end(value: str, last: bool) -> str:
    if re.fullmatch(r"\d{4}", value):
        return value + ("-12-31" if last else "-01-01")
    if re.fullmatch(r"\d{4}-\d\d", value):
        year, month = map(int, value.split("-"))
        return f"{value}-{monthrange(year, month)[1] if last else 1:02d}"
    return value


def expected(row: Row) -> tuple[str, Read]:
    """The plain text of a row and the mentions it expects: (offset and span, days or kind)."""
    marked, values = row[0], row[1:]
    text, spans = "", []
    for piece in re.split(r"([{}])", marked):
        if piece == "{":
            spans.append([len(text), -1])
        elif piece == "}":
            spans[-1][1] = len(text)
        else:
            text += piece
    assert len(spans) == len(values), f"{marked}: {len(spans)} spans, {len(values)} values"
    read = []
    for (start, end), value in zip(spans, values, strict=True):
        if value[0].isdecimal():
            first, _, last = value.partition("..")
            value = f"{_end(first, False)}..{_end(last or first, True)}"
        read.append((f"{start}:{text[start:end]}", value))
    return text, read


def _value(mention: DateMention) -> str:
    return f"{mention.first}..{mention.last}" if mention.first else mention.kind


def found(text: str, published: date | None = ARTICLE_DAY, references: bool = False) -> Read:
    """What the parser reads, in the form of ``expected``."""
    return [
        (f"{m.start}:{m.text}", _value(m))
        for m in find_dates(text, published)
        if references or m.kind != "reference"
    ]


def check(row: Row, published: date | None = ARTICLE_DAY) -> None:
    """One row of a table: every date of its text, nothing else."""
    text, read = expected(row)
    assert found(text, published, "reference" in row[1:]) == read
