"""The timeline: every event where its days lie, as wide as they are uncertain."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Literal

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.direction import isolate, wrap
from dashboard.charts.event_words import Row, event_hover, inferred, short_name
from dashboard.charts.labels import Labels, as_count, as_day
from dashboard.charts.lanes import Extent, pack
from dashboard.charts.periods import near
from dashboard.charts.theme import (
    Look,
    framed,
    legend_below,
    legend_line,
    legend_rows,
    plot_height,
    sentence,
    tick_room,
    time_axis,
    type_marks,
    with_opacity,
)

_LANE, _HEADER, _MARK, _BAR, _GUTTER = 13, 22, 10, 8, 150  # pixels
_LETTER = 6.4  # pixels of a label's letter, on average
_NO_DOT = {"bowtie"}  # plotly draws this shape hollow, but not hollow with a dot
_ACTORS = 8
_YEAR = 366


@dataclass(frozen=True, slots=True)
class _Item:
    row: Row
    first: date
    last: date
    group: str
    label: str = ""


def timeline(
    frame: pd.DataFrame,
    *,
    title: str,
    caption: str,
    labels: Labels,
    look: Look,
    by: Literal["type", "actor"] = "type",
    limit: int = 500,
    total: int | None = None,
    window: tuple[date, date] | None = None,
) -> go.Figure:
    """Events in lanes by type or actor; ``customdata`` of every mark is the event's id.

    A day is a mark with its type's shape, a longer date a bar that wide, approximate ends fade;
    what has not happened is hollow, a date taken from publication hollow with a dot. ``frame`` has
    the columns of the event table, ``total`` is how many events the filters let through, ``window``
    the days to show. Undated events are not drawn and are said to be missing.
    """
    rows = frame.to_dict("records")
    items = _items(rows, by, labels, window)[:limit]
    if not items:
        key = "chart.timeline.undated" if rows else "chart.timeline.empty"
        return sentence(labels.t(key), title=title, caption=caption, labels=labels, look=look)
    first, last = _ends(items, window)
    items = [item for item in items if item.first <= last and item.last >= first]
    per_day = _per_day(first, last, look)
    items = _with_labels(items, labels, look)
    figure = go.Figure()
    height = _draw(figure, items, first, last, per_day, labels, look, by)
    unit = [labels.t("chart.timeline.key")]
    shown = len(items)
    dated = sum(_days(row) is not None for row in rows)
    if (total or 0) > len(rows) or dated > shown:
        part = {"shown": labels.number(shown), "total": labels.number(total or len(rows))}
        unit.insert(0, labels.t("chart.timeline.part", **part))
    elif undated := len(rows) - dated:
        unit.append(labels.counted("chart.timeline.left_out", undated))
    legend = 0
    if by == "actor":
        kinds = {str(item.row["event_type"]) for item in items}
        legend = 24 + 19 * legend_rows([labels.t(f"type.{kind}") for kind in sorted(kinds)], look)
    framed(
        figure, title=title, caption=caption, unit=" · ".join(unit), labels=labels, look=look,
        height=height + (150 if look.words else 32) + legend, below=legend,
        axis_room=tick_room(first, last),
    )  # fmt: skip
    figure.update_layout(
        barmode="overlay", clickmode="event+select", showlegend=by == "actor",
        xaxis=time_axis(first, last, labels, look)
        | {"showgrid": True, "domain": _domain(labels, look)},
        yaxis={"visible": False, "range": [-height, 2], "fixedrange": True},
        legend=legend_line(labels),
    )  # fmt: skip
    inside = plot_height(figure)
    if inside > height:  # lanes keep their size; room that is left stays empty below
        figure.update_layout(yaxis_range=[2 - inside, 2])
    figure.update_layout(legend_y=legend_below(figure, tick_room(first, last) + 16))
    return figure


def _gutter(look: Look) -> int:
    """The pixels kept for the names of the groups; on a telephone they stand above the lanes."""
    return 0 if look.narrow else _GUTTER


def _domain(labels: Labels, look: Look) -> list[float]:
    kept = _gutter(look) / (look.spacing_width + 40)
    return [0, 1 - kept] if labels.rtl else [kept, 1]


def _per_day(first: date, last: date, look: Look) -> float:
    return (look.spacing_width - _gutter(look)) / max((last - first).days, 1)


def _items(
    rows: Iterable[Mapping[Any, Any]],
    by: str,
    labels: Labels,
    window: tuple[date, date] | None,
) -> list[_Item]:
    found: list[_Item] = []
    for row in rows:
        days = _days(row)
        if days is None:
            continue
        first, last = days
        if window and (last < window[0] or first > window[1]):
            continue
        found.append(_Item(row, first, last, str(row["event_type"])))
    if by == "type":
        return found
    counts: dict[str, int] = {}
    for item in found:
        for actor in item.row.get("participants") or ():
            counts[actor["actor_id"]] = counts.get(actor["actor_id"], 0) + 1
    top = sorted(counts, key=lambda actor: -counts[actor])[:_ACTORS]
    return [_Item(i.row, i.first, i.last, _actor_of(i.row, top)) for i in found]


def _days(row: Row) -> tuple[date, date] | None:
    first, last = as_day(row.get("date_first")), as_day(row.get("date_last"))
    first, last = first or last, last or first
    return (first, last) if first and last else None


def _actor_of(row: Row, top: list[str]) -> str:
    present = {actor["actor_id"] for actor in row.get("participants") or ()}
    return next((actor for actor in top if actor in present), "")


def _ends(items: list[_Item], window: tuple[date, date] | None) -> tuple[date, date]:
    # What is known to a year at best does not stretch the axis of what is known better.
    exact = [i for i in items if (i.last - i.first).days <= _YEAR] or items
    first, last = near([i.first for i in exact] + [i.last for i in exact])
    if window:
        first, last = max(first, window[0]), min(last, window[1])
    margin = timedelta(days=max((last - first).days // 40, 1))
    return first - margin, last + margin


def _with_labels(items: list[_Item], labels: Labels, look: Look) -> list[_Item]:
    """The items with the names of the most telling ones written beside their marks."""
    if look.narrow:
        return items
    wanted = max(look.spacing_width // 90, 4)
    best = sorted(items, key=lambda item: -_weight(item.row))[:wanted]
    keys = {id(item) for item in best if _weight(item.row) > 0}
    return [
        replace(i, label=_clip(short_name(i.row, labels))) if id(i) in keys else i for i in items
    ]


def _weight(row: Row) -> float:
    """How much an event is worth a label: encounters of named people, then large incidents."""
    if row.get("modality") != "actual":
        return 0.0
    people = row.get("participants")
    met = len(people) if isinstance(people, list) and row["event_type"] == "CONSULT" else 0
    counts = [
        as_count(c.get("low")) or as_count(c.get("high")) or 0
        for c in row.get("claims") or ()
        if c.get("scope") == "incident"
    ]
    dead = float(max(counts, default=0))
    placed = 0.5 if row.get("place_name") or row.get("place_name_ar") else 0.0
    return min(met, 4) + math.sqrt(math.sqrt(min(dead, 2000.0))) + (placed if met or dead else 0.0)


def _clip(text: str, most: int = 40) -> str:
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + " …"


def _draw(
    figure: go.Figure,
    items: list[_Item],
    first: date,
    last: date,
    per_day: float,
    labels: Labels,
    look: Look,
    by: str,
) -> int:
    """Draws every group under its heading; the height in pixels, which are the y axis' units."""
    y = 0
    bars: dict[str, list[Any]] = {
        key: [] for key in ("x", "base", "y", "fill", "line", "id", "text")
    }
    marks: dict[str, list[tuple[_Item, float]]] = {}
    for group in _order({item.group for item in items}, items, by):
        members = [item for item in items if item.group == group]
        lanes = pack([_extent(item, first, last, per_day) for item in members])
        lines = _heading(
            figure, _group_name(group, members, labels, by), len(members), y, labels, look
        )
        above = _HEADER if look.narrow else 3
        for item, lane in zip(members, lanes, strict=True):
            centre = -(y + above + _LANE * lane + _LANE / 2)
            if item.first != item.last:
                _add_bar(bars, item, centre, look, labels, first, last)
            marks.setdefault(str(item.row["event_type"]), []).append((item, centre))
        y += max(above + _LANE * (max(lanes) + 1) + 3, 17 * lines + 3)
    figure.add_bar(
        x=bars["x"], base=bars["base"], y=bars["y"], orientation="h", width=_BAR, showlegend=False,
        marker={"color": bars["fill"], "line": {"color": bars["line"], "width": 1}},
        customdata=bars["id"], hovertext=bars["text"], hoverinfo="text", textposition="none",
    )  # fmt: skip
    for kind, placed in marks.items():
        _add_marks(figure, kind, placed, first, last, look, labels)
        _label_bars(figure, placed, first, last, look, labels)
    return y


def _order(groups: set[str], items: list[_Item], by: str) -> list[str]:
    if by == "type":
        known = [kind for kind in type_marks("light") if kind in groups]
        return known + sorted(groups - set(known))
    sizes = {group: sum(item.group == group for item in items) for group in groups}
    return sorted(groups, key=lambda group: (group == "", -sizes[group]))


def _group_name(group: str, members: list[_Item], labels: Labels, by: str) -> str:
    if by == "type":
        return labels.t(f"type.{group}")
    for actor in members[0].row.get("participants") or ():
        if actor["actor_id"] == group:
            return labels.name(actor)
    return labels.t("chart.other_actors")


def _extent(item: _Item, first: date, last: date, per_day: float) -> Extent:
    start = (max(item.first, first) - first).days * per_day
    end = (min(item.last, last) - first).days * per_day
    middle, half = (start + end) / 2, max((end - start) / 2, _MARK / 2) + 1.5
    label = len(item.label) * _LETTER + 8 if item.label else 0
    if label and _label_left(item, first, last, per_day):
        return Extent(middle - half - label, middle + half)
    return Extent(middle - half, middle + half + label)


def _label_left(item: _Item, first: date, last: date, per_day: float) -> bool:
    """Whether a label has to stand left of its mark, for want of room on the right."""
    middle = item.first + (item.last - item.first) / 2
    return (last - middle).days * per_day < len(item.label) * _LETTER + 12


def _heading(figure: go.Figure, name: str, n: int, y: int, labels: Labels, look: Look) -> int:
    """Writes a group's name and number; how many lines that took."""
    p, rtl = look.palette, labels.rtl
    text = wrap(f"{name} · {labels.number(n)}", 60 if look.narrow else _GUTTER // 7, 2)
    figure.add_shape(
        type="line", xref="paper", x0=0, x1=1, y0=-y, y1=-y, line={"color": p.grid, "width": 1}
    )
    figure.add_annotation(
        text=isolate(text), x=1 if rtl else 0, xref="paper", y=-y,
        showarrow=False, xanchor="right" if rtl else "left", yanchor="top", borderpad=0,
        align="right" if rtl else "left",
        font={"size": 13 if rtl else 12, "color": p.ink, "weight": 600},
    )  # fmt: skip
    return text.count("<br>") + 1


def _add_bar(
    bars: dict[str, list[Any]],
    item: _Item,
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
    text = event_hover(item.row, labels)
    for at, width, opacity in pieces:
        bars["x"].append(span * width)
        bars["base"].append(str(origin + pd.Timedelta(milliseconds=span * at)))
        bars["y"].append(y)
        bars["fill"].append(with_opacity(colour, round(opacity, 3)))
        bars["line"].append(edge)
        bars["id"].append([str(item.row["event_id"])])
        bars["text"].append(text)


def _add_marks(
    figure: go.Figure,
    kind: str,
    placed: list[tuple[_Item, float]],
    first: date,
    last: date,
    look: Look,
    labels: Labels,
) -> None:
    """The marks of one type: full size on a day, a small one in the middle of a bar."""
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
    per_day = _per_day(first, last, look)
    lefts = [_label_left(item, first, last, per_day) for item, _ in placed]
    figure.add_scatter(
        x=[str(middle) for middle in middles],
        y=[y for _, y in placed],
        mode="markers+text",
        name=isolate(labels.t(f"type.{kind}")),
        marker={
            "symbol": [_symbol(mark.shape, item) for item, _ in placed],
            "size": [_MARK if item.first == item.last else _MARK - 4 for item, _ in placed],
            "color": mark.colour,
            "opacity": 1,
            "line": {"width": 1.4, "color": mark.colour},
        },
        text=[isolate(item.label) if item.first == item.last else "" for item, _ in placed],
        textposition=["middle left" if left else "middle right" for left in lefts],
        textfont={"size": 12 if labels.rtl else 11, "color": look.palette.ink},
        customdata=[[str(item.row["event_id"])] for item, _ in placed],
        hovertext=[event_hover(item.row, labels) for item, _ in placed],
        hoverinfo="text",
        cliponaxis=False,
    )


def _label_bars(
    figure: go.Figure,
    placed: list[tuple[_Item, float]],
    first: date,
    last: date,
    look: Look,
    labels: Labels,
) -> None:
    """The names of events whose dates are bars, at the bar's end."""
    per_day = _per_day(first, last, look)
    named = [(i, y, _label_left(i, first, last, per_day)) for i, y in placed if i.label]
    named = [(i, y, left) for i, y, left in named if i.first != i.last]
    figure.add_scatter(
        x=[
            str(max(i.first, first) if left else min(i.last, last) + timedelta(days=1))
            for i, _, left in named
        ],
        y=[y for _, y, _ in named],
        mode="text", hoverinfo="skip", showlegend=False, cliponaxis=False,
        text=[isolate(i.label) for i, _, _ in named],
        textposition=["middle left" if left else "middle right" for _, _, left in named],
        textfont={"size": 12 if labels.rtl else 11, "color": look.palette.ink},
    )  # fmt: skip


def _symbol(shape: str, item: _Item) -> str:
    if item.row.get("modality", "actual") != "actual":
        return f"{shape}-open"
    if inferred(item.row):
        return f"{shape}-open" if shape in _NO_DOT else f"{shape}-open-dot"
    return shape
