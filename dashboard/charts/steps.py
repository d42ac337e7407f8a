"""Steps through time: the months, or longer, in which something happened, and what was by then."""

from __future__ import annotations

from datetime import date

import pandas as pd

from dashboard.charts.histogram import last_day
from dashboard.charts.periods import Grain

MOST = 72
"""Steps that a slider can tell apart; with more months, steps are longer."""
_GRAINS: tuple[tuple[Grain, int], ...] = (("month", 1), ("quarter", 3), ("year", 12))
Days = tuple[date, date]


def steps_of(events: pd.DataFrame, most: int = MOST) -> list[Days]:
    """First and last day of each month (or quarter, or year) by whose end an event is known.

    A month without an event is no step; undated events are in none. Quarters or years are taken
    where there would be more than ``most`` steps, or than a slider can tell apart.
    """
    days = {day.date() for day in _day(events).dropna()}
    if not days:
        return []
    for grain, long in _GRAINS:
        begins = {date(day.year, (day.month - 1) // long * long + 1, 1) for day in days}
        found = [(begin, last_day(begin, grain)) for begin in sorted(begins)]
        if len(found) <= min(most, MOST):
            break
    return found


def until(events: pd.DataFrame, step: Days | None) -> pd.DataFrame:
    """The events known to have been by the end of a step; all of them without one."""
    return events if step is None else events[_day(events) <= pd.Timestamp(step[1])]


def within(events: pd.DataFrame, step: Days | None) -> pd.DataFrame:
    """The events of the step itself; all of them without one."""
    if step is None:
        return events
    day = _day(events)
    return events[(day >= pd.Timestamp(step[0])) & (day <= pd.Timestamp(step[1]))]


def _day(events: pd.DataFrame) -> pd.Series[pd.Timestamp]:
    """The day by which each event was over."""
    return pd.to_datetime(events["date_last"].fillna(events["date_first"]))
