"""Groups of marks one under the other along time, each in lanes beside its name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import plotly.graph_objects as go

from dashboard.charts.direction import isolate, wrap
from dashboard.charts.labels import Labels
from dashboard.charts.lanes import pack
from dashboard.charts.layout import rule, write
from dashboard.charts.theme import Look
from dashboard.charts.timeline_items import Item
from dashboard.charts.timeline_marks import (
    GUTTER,
    add_bar,
    add_marks,
    extent,
    gutter,
    label_bars,
    per_day,
)

_LANE, _HEADER, _BAR = 13, 22, 8  # pixels


def domain(labels: Labels, look: Look, names: int = GUTTER) -> list[float]:
    """The part of the figure's width that time has, beside ``names`` pixels for the names."""
    kept = gutter(look, names) / (look.spacing_width + 40)
    return [0, 1 - kept] if labels.rtl else [kept, 1]


def draw_groups(
    figure: go.Figure,
    items: Sequence[Item],
    groups: Sequence[tuple[str, str]],
    first: date,
    last: date,
    labels: Labels,
    look: Look,
    names: int = GUTTER,
    *,
    call_shape: str = "",
) -> int:
    """Draws every group under its heading; the height in pixels, which are the y axis' units.

    ``groups`` are ids and escaped names from top to bottom, ``names`` the pixels kept for names,
    ``call_shape`` the mark of telephone calls where it is another than that of meetings.
    """
    y = 0
    bars: dict[str, list[Any]] = {
        key: [] for key in ("x", "base", "y", "fill", "line", "id", "text")
    }
    marks: dict[tuple[str, str], list[tuple[Item, float]]] = {}
    scale = per_day(first, last, look, names)
    grid = {"type": "line", "xref": "paper", "x0": 0, "x1": 1}
    grid |= {"line": {"color": look.palette.grid, "width": 1}}
    headings: list[dict[str, Any]] = []
    rules: list[dict[str, Any]] = []
    for group, name in groups:
        members = [item for item in items if item.group == group]
        lanes = pack([extent(item, first, last, scale) for item in members])
        heading, lines = _heading(name, len(members), y, labels, look, names)
        headings.append(heading)
        rules.append(grid | {"y0": -y, "y1": -y})
        above = _HEADER if look.narrow else 3
        for item, lane in zip(members, lanes, strict=True):
            centre = -(y + above + _LANE * lane + _LANE / 2)
            if item.first != item.last:
                add_bar(bars, item, centre, look, labels, first, last)
            shape = call_shape if item.row.get("mode") == "phone" else ""
            marks.setdefault((str(item.row["event_type"]), shape), []).append((item, centre))
        y += max(above + _LANE * (max(lanes) + 1) + 3, 17 * lines + 3)
    rule(figure, rules)
    write(figure, headings)
    figure.add_bar(
        x=bars["x"], base=bars["base"], y=bars["y"], orientation="h", width=_BAR, showlegend=False,
        marker={"color": bars["fill"], "line": {"color": bars["line"], "width": 1}},
        customdata=bars["id"], hovertext=bars["text"], hoverinfo="text", textposition="none",
    )  # fmt: skip
    for (kind, shape), placed in marks.items():
        add_marks(figure, kind, placed, first, last, look, labels, shape)
        label_bars(figure, placed, first, last, look, labels)
    return y


def _heading(
    name: str, n: int, y: int, labels: Labels, look: Look, names: int
) -> tuple[dict[str, Any], int]:
    """A group's name and number as an annotation, and how many lines that takes."""
    p, rtl = look.palette, labels.rtl
    room = 60 if look.narrow else names // 7
    text = wrap(f"{name}\u00a0·\u00a0{labels.number(n)}", room, 2)
    side = "right" if rtl else "left"
    written = {
        "text": isolate(text), "x": 1 if rtl else 0, "xref": "paper", "y": -y,
        "showarrow": False, "xanchor": side, "yanchor": "top", "borderpad": 0, "align": side,
        "font": {"size": 13 if rtl else 12, "color": p.ink, "weight": 600},
    }  # fmt: skip
    return written, text.count("<br>") + 1


