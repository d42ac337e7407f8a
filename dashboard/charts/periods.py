"""Which days a histogram shows, and in how wide bars."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from typing import Literal

import pandas as pd

from dashboard.charts.labels import as_day

Grain = Literal["day", "week", "month", "quarter", "year"]
_DAYS, _MONTHS = 92, 366 * 12  # up to so many days bars are days, then months, then years
_FEW = 0.01  # of all events: what lies before or after the rest and may be left out
_FEW_DAYS, _VERY_MANY = 0.02, 200  # so of days, where they are so many
_MANY, _SOME = 20, 5  # of so many days one may
_YEAR = 366  # days: an axis no longer than that is nowhere stretched


def grain(first: date | None, last: date | None) -> Grain:
    """The grain that gives a readable number of bars between two days."""
    days = (last - first).days if first and last else 0
    if days <= _DAYS:
        return "day"
    return "month" if days <= _MONTHS else "year"


def whole(first: date, last: date, of: tuple[date, date]) -> tuple[date, date]:
    """Two days widened to whole months, on an axis ``of`` few days left as they are.

    What a hand draws over years means months; nobody can point at a day there.
    """
    if grain(*of) == "day":
        return first, last
    return first.replace(day=1), last.replace(day=monthrange(last.year, last.month)[1])


def bulk(years: pd.DataFrame) -> tuple[date | None, date | None]:
    """The first and last day of the years of nearly all events, ``None`` without any.

    ``years`` has ``period`` (a year's first day) and ``n``. Years that hold no more events before,
    or after, all others than ``near`` leaves out are left out where it would.
    """
    counts = years.groupby("period")["n"].sum().sort_index()
    if counts.empty:
        return None, None
    few, parts = _spared(int(counts.sum()))
    until = counts.cumsum()
    inside = counts[(until > few) & (counts.sum() - until + counts > few)]
    first, last = _year(counts.index[0]), _year(counts.index[-1])
    begun, ended = _year(inside.index[0]), _year(inside.index[-1])
    for low, high in ((begun, last), (first, ended), *([(begun, ended)] if few > 1 else ())):
        low, high = max(low, first), min(high, last)
        if parts * (high - low + 1) <= last - first + 1:
            first, last = low, high
    return date(first, 1, 1), date(last, 12, 31)


def by_year(months: pd.DataFrame) -> pd.DataFrame:
    """Events counted by month as events by year, in the same columns."""
    years = pd.to_datetime(months["period"]).dt.to_period("Y").dt.start_time
    of_year = months.assign(period=years).groupby(["period", "event_type"], as_index=False)
    return of_year["n"].sum()


def near(days: Sequence[date]) -> tuple[date, date]:
    """The ends of nearly all of some days: a few far from the rest do not stretch an axis.

    A hundredth (a fiftieth of two hundred and more) at most is left out at an end, up to the widest
    gap there, where that at least halves the span; so at the other; or at both together. Of twenty
    or more one is, where that leaves a quarter of it; of five or more, where all others crowd in a
    tenth of years. ``days`` is not empty.
    """
    order = sorted(days)
    first, last = order[0], order[-1]
    few, parts = _spared(len(order), _FEW_DAYS if len(order) >= _VERY_MANY else _FEW)
    if len(order) < _MANY and (last - first).days <= _YEAR:
        return first, last
    begun = order[max(range(few + 1), key=lambda k: (order[k] - order[max(k - 1, 0)], k))]
    back = order[::-1]
    ended = back[max(range(few + 1), key=lambda k: (back[max(k - 1, 0)] - back[k], k))]
    # Two ends go together only where each is far: one of one day more would go with the other.
    both = few > 1 or min(begun - first, last - ended) >= ended - begun
    for low, high in ((begun, last), (first, ended), *([(begun, ended)] if both else ())):
        near = max(low, first), min(high, last)
        if parts * (near[1] - near[0]) <= last - first:
            first, last = near
    return first, last


def _spared(of: int, share: float = _FEW) -> tuple[int, int]:
    """How many of so many days an end may be without, and the part of the span they must crowd."""
    if few := int(of * share):
        return few, 2
    return (1, 4) if of >= _MANY else (int(of >= _SOME), 10)


def among(counted: pd.DataFrame, first: date | None, last: date | None) -> pd.DataFrame:
    """The rows whose ``period`` begins within the days."""
    if first is None or last is None:
        return counted
    periods = pd.to_datetime(counted["period"])
    return counted[(periods >= pd.Timestamp(first)) & (periods <= pd.Timestamp(last))]


def _year(period: object) -> int:
    day = as_day(period)
    assert day is not None, "a histogram's period is a day"
    return day.year
