"""What a reader picked in a figure, from the selection a plotly chart reports.

Only ``customdata`` and box ranges are read: a selected bar's ``x`` can be wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any


def chosen(event: Mapping[str, Any] | None) -> tuple[str, ...]:
    """The first values of ``customdata`` of the selected points, each once, in their order."""
    return tuple(dict.fromkeys(str(data[0]) for data in _customdata(event) if data[0]))


def picked(event: Mapping[str, Any] | None) -> list[tuple[str, ...]]:
    """The ``customdata`` of the selected points that have any, as texts."""
    return [tuple(map(str, data)) for data in _customdata(event) if data[0]]


def span(event: Mapping[str, Any] | None) -> tuple[date, date] | None:
    """The first and last day of the periods picked on the histogram, ``None`` without any."""
    days = [data for data in _customdata(event) if len(data) >= 2]
    if not days:
        return None
    first, last = min(str(data[0]) for data in days), max(str(data[1]) for data in days)
    return date.fromisoformat(first), date.fromisoformat(last)


def stretch(event: Mapping[str, Any] | None) -> tuple[date, date] | None:
    """The days from one side of a box over a time axis to the other, ``None`` without a box."""
    boxes = ((event or {}).get("selection") or {}).get("box") or ()
    ends = sorted(str(end)[:10] for box in boxes for end in box.get("x") or ())
    try:
        return (date.fromisoformat(ends[0]), date.fromisoformat(ends[-1])) if ends else None
    except ValueError:  # an axis of numbers
        return None


def _customdata(event: Mapping[str, Any] | None) -> Iterator[list[Any]]:
    selection = (event or {}).get("selection") or {}
    for point in selection.get("points") or ():
        data = point.get("customdata")
        if isinstance(data, Mapping):  # some versions report an array as {"0": …, "1": …}
            data = [data[key] for key in sorted(data, key=str)]
        if isinstance(data, str):
            data = [data]
        if data:
            yield list(data)
