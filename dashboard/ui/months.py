"""The days of a figure over time chosen with two handles, where a finger cannot draw a box."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Any

import streamlit as st

from dashboard.charts import periods
from dashboard.ui import address, wording
from dashboard.ui.i18n import t


def below(figure: Any, key: str) -> Callable[[], None] | None:
    """What draws the slider of a figure over time that is not dragged over, as on a telephone."""
    if figure.layout.xaxis.type != "date" or figure.layout.dragmode == "select":
        return None
    return partial(_choose, figure, key)


def _choose(figure: Any, key: str) -> None:
    """A slider over the months of the figure's axis, or its days where those are few.

    What is between its handles becomes the filters' days.
    """
    first, last = (date.fromisoformat(str(end)[:10]) for end in figure.layout.xaxis.range)
    daily = periods.grain(first, last) == "day"
    steps = _days(first, last) if daily else _months(first, last)
    if len(steps) < 2:
        return
    name = f"months-{key}-{first}-{last}"

    def changed() -> None:
        start, end = st.session_state[name]
        days = periods.whole(start, end, (first, last))
        address.show(address.filters().with_(first=days[0], last=days[1]))

    st.select_slider(
        t("months.choose"), steps, (steps[0], steps[-1]), key=name, on_change=changed,
        format_func=lambda step: wording.isolated((wording.day if daily else wording.month)(step)),
    )  # fmt: skip


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def _months(first: date, last: date) -> list[date]:
    """The first days of the months that two days lie in, and of those between."""
    start, stop = (day.year * 12 + day.month - 1 for day in (first, last))
    return [date(n // 12, n % 12 + 1, 1) for n in range(start, stop + 1)]
