"""The words of the figures: keys of the catalogue in, sentences of one language out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

import pandas as pd
from babel import Locale

from dashboard.charts.direction import escape, isolate, isolate_latin
from dashboard.digits import Numerals, number, written


@lru_cache(maxsize=4)
def _territories(language: str) -> Mapping[str, str]:
    names: Mapping[str, str] = Locale.parse(language).territories
    return names


@dataclass(frozen=True, slots=True)
class Labels:
    """The catalogue as a figure sees it.

    ``t(key, **values)`` gives a text, ``tn(key, n, **values)`` the plural form for ``n``; both
    write numbers in the digits of ``numerals``, and texts as they are. The number as it is written
    is also the value ``count``. Months are the keys ``month.1`` … ``month.12``.
    """

    language: str
    t: Callable[..., str]
    tn: Callable[..., str]
    numerals: Numerals = "latn"

    @property
    def rtl(self) -> bool:
        """Whether the language is written right to left."""
        return self.language == "ar"

    def digits(self, text: str) -> str:
        """Our own text, never a document's, in the chosen digits."""
        return written(text, self.numerals)

    def number(self, value: float) -> str:
        """A number with thousands separators and at most one decimal, in the chosen digits."""
        return number(value, self.numerals)

    def counted(self, key: str, n: int, **values: object) -> str:
        """The plural form of ``key`` for ``n``, the number written in."""
        return self.tn(key, n, count=self.number(n), **values)

    def month(self, number: int, *, short: bool = False) -> str:
        """The name of month 1..12; short: the first of twin names, or an English name's start."""
        name = self.t(f"month.{number}")
        if not short:
            return name
        return name.split("/")[0].strip() if self.rtl else name[:3]

    def day(self, value: date) -> str:
        """A day as people write it: "9 September 2016", «9 أيلول/سبتمبر 2016»."""
        return self.digits(f"{value.day} {self.month(value.month)} {value.year}")

    def days(self, first: object, last: object) -> str:
        """An interval of days in few words: a day, days of a month, a month, years, both ends."""
        start, end = as_day(first), as_day(last)
        start, end = start or end, end or start
        if start is None or end is None:
            return self.t("chart.undated")
        if start == end:
            return self.day(start)
        whole_months = start.day == 1 and (end + timedelta(days=1)).day == 1
        if whole_months and (start.year, start.month) == (end.year, end.month):
            return self.digits(f"{self.month(start.month)} {start.year}")
        if whole_months and start.month == 1 and end.month == 12:
            same = start.year == end.year
            return self.digits(f"{start.year}" if same else f"{start.year}–{end.year}")
        if (start.year, start.month) == (end.year, end.month):
            return self.digits(f"{start.day}–{end.day} {self.month(end.month)} {end.year}")
        return f"{self.day(start)} – {self.day(end)}"

    def country(self, code: str) -> str:
        """The name of a country from its ISO 3166 alpha-2 code (CLDR), or the code itself."""
        return str(_territories(self.language).get(code, code))

    def name(self, row: Mapping[str, object], column: str = "name") -> str:
        """A row's name in the interface's language, else in the other, ready for a sentence."""
        found = [row.get(f"{column}_ar"), row.get(column)]
        names = [value for value in found if isinstance(value, str) and value]
        return self.quoted((names[0] if self.rtl else names[-1]) if names else "")

    def victims(self, group: object) -> str:
        """Whom a claim counts, in words; a group without words as it is written, "" for none."""
        if not isinstance(group, str) or not group:
            return ""
        said = self.t(key := f"victims.{group}")
        return group if said == key else said

    def quoted(self, text: object) -> str:
        """Text of the data inside a sentence: escaped, and isolated where its direction differs."""
        safe = escape(text) if isinstance(text, str) else ""
        return isolate_latin(safe) if self.rtl else isolate(safe)


def as_day(value: object) -> date | None:
    """The day of a table's cell (date, datetime, Timestamp), ``None`` for an empty one."""
    if value is None or value is pd.NaT or value is pd.NA:
        return None
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else None


def as_count(value: object) -> int | None:
    """The whole number of a table's cell, ``None`` for an empty one of any kind."""
    if value is None or value is pd.NA or value != value:
        return None
    return int(value)  # type: ignore[call-overload, no-any-return]
