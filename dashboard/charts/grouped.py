"""Groups of marks one under the other along time, each in lanes beside its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
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
    MARK,
    add_bar,
    add_marks,
    extent,
    gutter,
    label_bars,
    per_day,
)

_LANES = (13, 12, 11, 10, 9, 8)  # pixels of a lane, as there is room for them
_LOW = 11  # of such a lane and lower ones, words need two
_HEADER, _BAR = 22, 8  # pixels


def domain(labels: Labels, look: Look, names: int = GUTTER) -> list[float]:
    """The part of the figure's width that time has, beside ``names`` pixels for the names."""
    kept = gutter(look, names) / (look.spacing_width + 40)
    return [0, 1 - kept] if labels.rtl else [kept, 1]


@dataclass(frozen=True, slots=True)
class _Group:
    """A group's heading and marks: how far under its line each mark is, and the pixels of all."""

    title: str
    items: list[Item]
    downs: list[float]
    height: int


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
    room: int | None = None,
) -> int:
    """Draws every group under its heading; the height in pixels, which are the y axis' units.

    ``groups`` are ids and escaped names from top to bottom, ``names`` the pixels kept for names,
    ``call_shape`` the mark of telephone calls where it is another than that of meetings, ``room``
    the pixels there are: lanes are lower and marks smaller, and at last without words, for it.
    """
    scale = per_day(first, last, look, names)
    members = [
        (_title(name, own, labels, look, names), own)
        for group, name in groups
        for own in [[item for item in items if item.group == group]]
    ]

    def laid(lane: int, *, words: bool = True) -> list[_Group]:
        return [
            _laid(title, own if words else _unnamed(own), first, last, scale, lane, look)
            for title, own in members
        ]

    def fits(drawn: list[_Group]) -> bool:
        return room is None or sum(group.height for group in drawn) <= room

    for lane in _LANES:
        drawn = laid(lane)
        if fits(drawn):
            break
    else:  # the groups whose words still have room keep theirs; what is scrolled keeps all
        named, bare = drawn, laid(lane, words=False)
        for at, group in enumerate(named):
            if fits(kept := [*bare[:at], group, *bare[at + 1 :]]):
                bare = kept
        drawn = bare if fits(bare) else named
    y = 0
    bars: dict[str, list[Any]] = {
        key: [] for key in ("x", "base", "y", "fill", "line", "id", "text")
    }
    marks: dict[tuple[str, str], list[tuple[Item, float]]] = {}
    grid = {"type": "line", "xref": "paper", "x0": 0, "x1": 1}
    grid |= {"line": {"color": look.palette.grid, "width": 1}}
    headings: list[dict[str, Any]] = []
    rules: list[dict[str, Any]] = []
    for group in drawn:
        headings.append(_heading(group.title, y, labels, look))
        rules.append(grid | {"y0": -y, "y1": -y})
        for item, down in zip(group.items, group.downs, strict=True):
            centre = -(y + down)
            if item.first != item.last:
                add_bar(bars, item, centre, look, labels, first, last)
            shape = call_shape if item.row.get("mode") == "phone" else ""
            marks.setdefault((str(item.row["event_type"]), shape), []).append((item, centre))
        y += group.height
    rule(figure, rules)
    write(figure, headings)
    figure.add_bar(
        x=bars["x"], base=bars["base"], y=bars["y"], orientation="h", showlegend=False,
        width=min(_BAR, lane - 3),
        marker={"color": bars["fill"], "line": {"color": bars["line"], "width": 1}},
        customdata=bars["id"], hovertext=bars["text"], hoverinfo="text", textposition="none",
    )  # fmt: skip
    for (kind, shape), placed in marks.items():
        add_marks(figure, kind, placed, first, last, look, labels, shape, _mark(lane))
        label_bars(figure, placed, first, last, look, labels)
    return y


def _mark(lane: int) -> int:
    """The pixels of a mark in a lane: two of them touch nowhere."""
    return min(MARK, lane - 2)


def _unnamed(items: list[Item]) -> list[Item]:
    """The items without words beside their marks."""
    return [replace(item, label="") for item in items]


def _laid(
    title: str, items: list[Item], first: date, last: date, scale: float, lane: int, look: Look
) -> _Group:
    """A group in lanes of so many pixels; words have two where one is too low for them."""
    words = 1 if lane > _LOW else 2
    rooms = [extent(item, first, last, scale, _mark(lane), words) for item in items]
    lanes = pack(rooms)
    above = _HEADER if look.narrow else 3
    downs = [above + lane * (n + room.lanes / 2) for n, room in zip(lanes, rooms, strict=True)]
    rows = max(n + room.lanes for n, room in zip(lanes, rooms, strict=True))
    lines = title.count("<br>") + 1
    spare = 3 if lane > _LOW else 1
    return _Group(title, items, downs, max(above + lane * rows + 3, 17 * lines + spare))


def _title(name: str, items: list[Item], labels: Labels, look: Look, names: int) -> str:
    """A group's name and number, broken for the room there is."""
    room = 60 if look.narrow else names // 7
    return wrap(f"{name}\u00a0·\u00a0{labels.number(len(items))}", room, 2)


def _heading(title: str, y: int, labels: Labels, look: Look) -> dict[str, Any]:
    """What a group is called, as an annotation under a line of its own."""
    rtl = labels.rtl
    side = "right" if rtl else "left"
    return {
        "text": isolate(title), "x": 1 if rtl else 0, "xref": "paper", "y": -y,
        "showarrow": False, "xanchor": side, "yanchor": "top", "borderpad": 0, "align": side,
        "font": {"size": 13 if rtl else 12, "color": look.palette.ink, "weight": 600},
    }  # fmt: skip
