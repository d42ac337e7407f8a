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
_MANY = 20  # of so many days one may


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

    ``years`` has ``period`` (a year's first day) and ``n``. Years that hold under a hundredth of
    the events before, or after, all others are left out where that at least halves the span.
    """
    counts = years.groupby("period")["n"].sum().sort_index()
    if counts.empty:
        return None, None
    share = counts.cumsum() / counts.sum()
    inside = counts[(share > _FEW) & (share - counts / counts.sum() < 1 - _FEW)]
    ends = [_year(counts.index[0]), _year(counts.index[-1])]
    near = [_year(inside.index[0]), _year(inside.index[-1])]
    if 2 * (near[1] - near[0] + 1) <= ends[1] - ends[0] + 1:
        ends = near
    return date(ends[0], 1, 1), date(ends[1], 12, 31)


def by_year(months: pd.DataFrame) -> pd.DataFrame:
    """Events counted by month as events by year, in the same columns."""
    years = pd.to_datetime(months["period"]).dt.to_period("Y").dt.start_time
    of_year = months.assign(period=years).groupby(["period", "event_type"], as_index=False)
    return of_year["n"].sum()


def near(days: Sequence[date]) -> tuple[date, date]:
    """The ends of nearly all of some days: a few far from the rest do not stretch an axis.

    A hundredth at one end is left out where that at least halves the span; so at the other; or at
    both together. Of twenty or more one is, where that leaves a quarter of it. ``days`` is not
    empty.
    """
    order = sorted(days)
    few, parts = int(len(order) * _FEW), 2
    if not few and len(order) >= _MANY:
        few, parts = 1, 4
    first, last = order[0], order[-1]
    begun, ended = order[few], order[len(order) - 1 - few]
    for low, high in ((begun, last), (first, ended), (begun, ended)):
        near = max(low, first), min(high, last)
        if parts * (near[1] - near[0]) <= last - first:
            first, last = near
    return first, last


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
