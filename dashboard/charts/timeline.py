"""The timeline: every event where its days lie, as wide as they are uncertain."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.direction import isolate, wrap
from dashboard.charts.labels import Labels
from dashboard.charts.lanes import pack
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
)
from dashboard.charts.timeline_items import (
    By,
    Item,
    days_of,
    ends_of,
    group_name,
    grouped,
    items_of,
    labelled,
    ordered,
)
from dashboard.charts.timeline_marks import (
    add_bar,
    add_marks,
    extent,
    gutter,
    label_bars,
    per_day,
)

_LANE, _HEADER, _BAR = 13, 22, 8  # pixels


def timeline(
    frame: pd.DataFrame,
    *,
    title: str,
    caption: str,
    labels: Labels,
    look: Look,
    by: By = "type",
    limit: int = 500,
    total: int | None = None,
    window: tuple[date, date] | None = None,
) -> go.Figure:
    """Events in lanes by type, actor or place; ``customdata`` of every mark is the event's id.

    A day is a mark with its type's shape, a longer date a bar that wide, approximate ends fade;
    what has not happened is hollow, a date taken from publication hollow with a dot. Reports of
    one event are one mark, at the days of the one that knows them best. ``frame`` has the columns
    of the event table, ``total`` is how many events the filters let through, ``window`` the days to
    show. Undated events are not drawn and are said to be missing.
    """
    rows = frame.to_dict("records")
    items = items_of(rows, window)[:limit]
    if not items:
        key = "chart.timeline.undated" if rows else "chart.timeline.empty"
        return sentence(labels.t(key), title=title, caption=caption, labels=labels, look=look)
    first, last = ends_of(items, window)
    items = [item for item in items if item.first <= last and item.last >= first]
    figure = go.Figure()
    drawn = grouped(labelled(items, labels, look), by)
    height = _draw(figure, drawn, first, last, labels, look, by)
    unit = [labels.t("chart.timeline.key")]
    shown = sum(len(item.reports) for item in items)
    dated = sum(days_of(row) is not None for row in rows)
    if shown > len(items):
        unit.append(labels.t("chart.timeline.folded"))
    if len(drawn) > len(items):
        unit.append(labels.t("chart.timeline.each_actor"))
    if (total or 0) > len(rows) or dated > shown:
        part = {"shown": labels.number(shown), "total": labels.number(total or len(rows))}
        unit.insert(0, labels.t("chart.timeline.part", **part))
    elif undated := len(rows) - dated:
        unit.append(labels.counted("chart.timeline.left_out", undated))
    legend = 0
    if by != "type":
        kinds = ordered(items, "type")
        legend = 24 + 19 * legend_rows([labels.t(f"type.{kind}") for kind in kinds], look)
        _name_types(figure, kinds, labels, look)
    framed(
        figure, title=title, caption=caption, unit=" · ".join(unit), labels=labels, look=look,
        height=height + (150 if look.words else 32) + legend, below=legend,
        axis_room=tick_room(first, last),
    )  # fmt: skip
    figure.update_layout(
        barmode="overlay", clickmode="event+select", showlegend=by != "type",
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


def _domain(labels: Labels, look: Look) -> list[float]:
    kept = gutter(look) / (look.spacing_width + 40)
    return [0, 1 - kept] if labels.rtl else [kept, 1]


def _name_types(figure: go.Figure, kinds: list[str], labels: Labels, look: Look) -> None:
    """The legend of types: their whole shapes, whatever the first event of each is like."""
    for kind in kinds:
        mark = look.mark(kind)
        figure.add_scatter(
            x=[None], y=[None], mode="markers", name=isolate(labels.t(f"type.{kind}")),
            marker={"symbol": mark.shape, "size": 10, "color": mark.colour},
        )  # fmt: skip


def _draw(
    figure: go.Figure,
    items: list[Item],
    first: date,
    last: date,
    labels: Labels,
    look: Look,
    by: By,
) -> int:
    """Draws every group under its heading; the height in pixels, which are the y axis' units."""
    y = 0
    bars: dict[str, list[Any]] = {
        key: [] for key in ("x", "base", "y", "fill", "line", "id", "text")
    }
    marks: dict[str, list[tuple[Item, float]]] = {}
    scale = per_day(first, last, look)
    for group in ordered(items, by):
        members = [item for item in items if item.group == group]
        lanes = pack([extent(item, first, last, scale) for item in members])
        lines = _heading(
            figure, group_name(group, members, labels, by), len(members), y, labels, look
        )
        above = _HEADER if look.narrow else 3
        for item, lane in zip(members, lanes, strict=True):
            centre = -(y + above + _LANE * lane + _LANE / 2)
            if item.first != item.last:
                add_bar(bars, item, centre, look, labels, first, last)
            marks.setdefault(str(item.row["event_type"]), []).append((item, centre))
        y += max(above + _LANE * (max(lanes) + 1) + 3, 17 * lines + 3)
    figure.add_bar(
        x=bars["x"], base=bars["base"], y=bars["y"], orientation="h", width=_BAR, showlegend=False,
        marker={"color": bars["fill"], "line": {"color": bars["line"], "width": 1}},
        customdata=bars["id"], hovertext=bars["text"], hoverinfo="text", textposition="none",
    )  # fmt: skip
    for kind, placed in marks.items():
        add_marks(figure, kind, placed, first, last, look, labels)
        label_bars(figure, placed, first, last, look, labels)
    return y


def _heading(figure: go.Figure, name: str, n: int, y: int, labels: Labels, look: Look) -> int:
    """Writes a group's name and number; how many lines that took."""
    p, rtl = look.palette, labels.rtl
    room = 60 if look.narrow else gutter(look) // 7
    text = wrap(f"{name}\u00a0·\u00a0{labels.number(n)}", room, 2)
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


