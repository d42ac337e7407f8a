"""The marks of a timeline: days, intervals that fade where they are approximate, and names."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.direction import isolate
from dashboard.charts.event_words import event_hover, inferred
from dashboard.charts.labels import Labels
from dashboard.charts.lanes import Extent
from dashboard.charts.theme import Look, hover_lines, with_opacity
from dashboard.charts.timeline_items import Item, documents

GUTTER = 150
"""The pixels beside time that the names of groups have."""

MARK = 10
"""The pixels of a mark where there is room for it."""

_LETTER = 6.4  # pixels of a label's letter, on average
_SOURCES = 3  # more than these are counted
_NO_DOT = {"bowtie"}  # plotly draws this shape hollow, but not hollow with a dot


def gutter(look: Look, names: int = GUTTER) -> int:
    """The pixels kept for the names of the groups; on a telephone they stand above the lanes."""
    return 0 if look.narrow else names


def per_day(first: date, last: date, look: Look, names: int = GUTTER) -> float:
    """The pixels of a day."""
    return (look.spacing_width - gutter(look, names)) / max((last - first).days, 1)


def item_hover(item: Item, labels: Labels) -> str:
    """The event in words, and how many documents report it where there are several."""
    told = event_hover(item.row, labels)
    n = documents(item)
    if n < 2:
        return told
    sources = list(dict.fromkeys(labels.quoted(r.get("source")) for r in item.reports))
    named = labels.t("chart.list").join(s for s in sources[:_SOURCES] if s)
    more = labels.counted("chart.and_more", len(sources) - _SOURCES)
    line = f"<b>{labels.counted('chart.reports', n)}</b>: {named}"
    return f"{told}<br>{hover_lines([line + (f' {more}' if len(sources) > _SOURCES else '')])}"


def extent(
    item: Item, first: date, last: date, scale: float, mark: float = MARK, words: int = 1
) -> Extent:
    """The room of a mark and its label along the axis; with a label it needs ``words`` lanes."""
    start = (max(item.first, first) - first).days * scale
    end = (min(item.last, last) - first).days * scale
    middle, half = (start + end) / 2, max((end - start) / 2, mark / 2) + 1.5
    label = len(item.label) * _LETTER + 8 if item.label else 0
    if label and _label_left(item, first, last, scale):
        return Extent(middle - half - label, middle + half, words)
    return Extent(middle - half, middle + half + label, words if label else 1)


def _label_left(item: Item, first: date, last: date, scale: float) -> bool:
    """Whether a label has to stand left of its mark, for want of room on the right."""
    middle = item.first + (item.last - item.first) / 2
    return (last - middle).days * scale < len(item.label) * _LETTER + 12


def add_bar(
    bars: dict[str, list[Any]],
    item: Item,
    y: float,
    look: Look,
    labels: Labels,
    first: date,
    last: date,
) -> None:
    """The item's interval as one bar, or as segments whose ends fade when it is approximate."""
    colour = look.mark(str(item.row["event_type"])).colour
    start, stop = max(item.first, first), min(item.last, last) + timedelta(days=1)
    hollow = item.row.get("modality", "actual") != "actual"
    full = 0.0 if hollow else 0.42
    pieces = [(0.0, 1.0, full)]
    edge = with_opacity(colour, 0.9)
    if item.row.get("date_approximate") is True:
        full = 0.16 if hollow else 0.5
        steps = [(i * 0.06, 0.06, full * (i + 1) / 6) for i in range(5)]
        pieces = [*steps, (0.3, 0.4, full), *[(0.94 - a, w, o) for a, w, o in reversed(steps)]]
        edge = "rgba(0,0,0,0)"
    span = (stop - start).total_seconds() * 1000
    origin = pd.Timestamp(start)
    text = item_hover(item, labels)
    for at, width, opacity in pieces:
        bars["x"].append(span * width)
        bars["base"].append(str(origin + pd.Timedelta(milliseconds=span * at)))
        bars["y"].append(y)
        bars["fill"].append(with_opacity(colour, round(opacity, 3)))
        bars["line"].append(edge)
        bars["id"].append([str(item.row["event_id"])])
        bars["text"].append(text)


def add_marks(
    figure: go.Figure,
    kind: str,
    placed: list[tuple[Item, float]],
    first: date,
    last: date,
    look: Look,
    labels: Labels,
    shape: str = "",
    size: float = MARK,
) -> None:
    """The marks of one type: full ``size`` on a day, a small one in the middle of a bar.

    ``shape`` is drawn in place of the type's own where one is given.
    """
    mark = look.mark(kind)
    middles = [
        pd.Timestamp(max(i.first, first))
        + (
            pd.Timestamp(min(i.last, last))
            + pd.Timedelta(days=1)
            - pd.Timestamp(max(i.first, first))
        )
        / 2
        for i, _ in placed
    ]
    scale = per_day(first, last, look)
    lefts = [_label_left(item, first, last, scale) for item, _ in placed]
    figure.add_scatter(
        x=[str(middle) for middle in middles],
        y=[y for _, y in placed],
        mode="markers+text",
        showlegend=False,
        marker={
            "symbol": [_symbol(shape or mark.shape, item) for item, _ in placed],
            "size": [size if item.first == item.last else size * 0.6 for item, _ in placed],
            "color": mark.colour,
            "opacity": 1,
            "line": {"width": 1.4, "color": mark.colour},
        },
        text=[_spaced(item.label) if item.first == item.last else "" for item, _ in placed],
        textposition=["middle left" if left else "middle right" for left in lefts],
        textfont={"size": 12 if labels.rtl else 11, "color": look.palette.ink},
        customdata=[[str(item.row["event_id"])] for item, _ in placed],
        hovertext=[item_hover(item, labels) for item, _ in placed],
        hoverinfo="text",
        cliponaxis=False,
    )


def label_bars(
    figure: go.Figure,
    placed: list[tuple[Item, float]],
    first: date,
    last: date,
    look: Look,
    labels: Labels,
) -> None:
    """The names of events whose dates are bars, at the bar's end."""
    scale = per_day(first, last, look)
    named = [(i, y, _label_left(i, first, last, scale)) for i, y in placed if i.label]
    named = [(i, y, left) for i, y, left in named if i.first != i.last]
    figure.add_scatter(
        x=[
            str(max(i.first, first) if left else min(i.last, last) + timedelta(days=1))
            for i, _, left in named
        ],
        y=[y for _, y, _ in named],
        mode="text", hoverinfo="skip", showlegend=False, cliponaxis=False,
        text=[_spaced(i.label) for i, _, _ in named],
        textposition=["middle left" if left else "middle right" for _, _, left in named],
        textfont={"size": 12 if labels.rtl else 11, "color": look.palette.ink},
    )  # fmt: skip


def _spaced(label: str) -> str:
    """A label with a space on the side of its mark, whichever that is."""
    return f"\u00a0{isolate(label)}\u00a0" if label else ""


def _symbol(shape: str, item: Item) -> str:
    if item.row.get("modality", "actual") != "actual":
        return f"{shape}-open"
    if inferred(item.row):
        return f"{shape}-open" if shape in _NO_DOT else f"{shape}-open-dot"
    return shape
