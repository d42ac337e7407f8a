"""The timeline: every event where its days lie, as wide as they are uncertain."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import told
from dashboard.charts.direction import PDI, RLI, isolate
from dashboard.charts.grouped import domain, draw_groups
from dashboard.charts.labels import Labels
from dashboard.charts.layout import lay_out, write
from dashboard.charts.rows import rows_of
from dashboard.charts.theme import (
    Look,
    dragged,
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
    OTHER,
    By,
    days_of,
    ends_of,
    group_name,
    grouped,
    items_of,
    labelled,
    ordered,
)

_TALL = 420  # pixels of lanes: the axis under more is not on the first screen


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
    most: int | None = None,
) -> go.Figure:
    """Events in lanes by type, actor or place; ``customdata`` of every mark is the event's id.

    A day is a mark with its type's shape, a longer date a bar that wide, approximate ends fade;
    what has not happened is hollow, a date taken from publication hollow with a dot. Reports of
    one event are one mark, at the days of the one that knows them best. ``frame`` has the columns
    of the event table, ``total`` is how many events the filters let through, ``window`` the days to
    show, ``most`` the pixels of height within which lower lanes bring a figure of many, but on a
    telephone, which is scrolled. Undated events are not drawn and are said to be missing.
    """
    rows = rows_of(frame)
    items = items_of(rows, window)[:limit]
    if not items:
        key = "chart.timeline.undated" if rows else "chart.timeline.empty"
        return sentence(labels.t(key), title=title, caption=caption, labels=labels, look=look)
    first, last = ends_of(items, window)
    items = [item for item in items if item.first <= last and item.last >= first]
    figure = go.Figure()
    drawn = grouped(labelled(items, labels, look), by)
    groups = [
        (group, group_name(group, [i for i in drawn if i.group == group], labels, by))
        for group in ordered(drawn, by)
    ]
    legend, kinds = 0, ordered(items, "type")
    if by != "type":
        legend = 24 + 19 * legend_rows([labels.t(f"type.{kind}") for kind in kinds], look)
    axis = tick_room(first, last)
    around = (150 if look.words else 10 + axis) + legend
    room = None if most is None or look.narrow else most - around
    height = draw_groups(figure, drawn, groups, first, last, labels, look, room=room)
    if by != "type":
        _name_types(figure, kinds, labels, look)
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
    sizes = Counter(item.group for item in drawn)
    named = [(name, sizes[group]) for group, name in groups if group not in ("", OTHER)]
    framed(
        figure, title=title, caption=caption, unit=" · ".join(unit), labels=labels, look=look,
        told=told.of_events(items, len(groups), named, labels),
        height=height + around, below=legend, axis_room=axis,
    )  # fmt: skip
    lay_out(
        figure, barmode="overlay", showlegend=by != "type", **dragged(look),
        xaxis=time_axis(first, last, labels, look)
        | {"showgrid": True, "domain": domain(labels, look)},
        yaxis={"visible": False, "range": [-height, 2], "fixedrange": True},
        legend=legend_line(labels),
    )  # fmt: skip
    inside = plot_height(figure)
    if inside > height:  # lanes keep their size; room that is left stays empty below
        lay_out(figure, yaxis={"range": [2 - inside, 2]})
    lay_out(figure, legend={"y": legend_below(figure, axis + 16)})
    if inside > _TALL:
        _days_above(figure, look)
    return figure


def _days_above(figure: go.Figure, look: Look) -> None:
    """The names of the days once more, over a figure whose foot is further down than a screen."""
    axis = figure.layout.xaxis
    room = 20
    margin = figure.layout.margin.to_plotly_json()
    lay_out(figure, margin={"t": margin["t"] + room}, height=figure.layout.height + room)
    first, last = (date.fromisoformat(end) for end in axis.range)
    edge = last - (last - first) / 25  # nearer to it a word would be cut
    font = {"size": figure.layout.font.size - 1, "color": look.palette.quiet}
    write(figure, [
        {
            "x": day, "y": 1, "xref": "x", "yref": "paper", "yanchor": "bottom", "yshift": 2,
            "text": _one_line(text), "showarrow": False, "font": font,
        }
        for day, text in zip(axis.tickvals, axis.ticktext, strict=True)
        if day <= str(edge)
    ])  # fmt: skip


def _one_line(text: str) -> str:
    """A tick of two lines as one, which has the direction of the first."""
    return isolate(text.replace(RLI, "").replace(PDI, "").replace("<br>", " "))


def _name_types(figure: go.Figure, kinds: list[str], labels: Labels, look: Look) -> None:
    """The legend of types: their whole shapes, whatever the first event of each is like."""
    for kind in kinds:
        mark = look.mark(kind)
        figure.add_scatter(
            x=[None], y=[None], mode="markers", name=isolate(labels.t(f"type.{kind}")),
            marker={"symbol": mark.shape, "size": 10, "color": mark.colour},
        )  # fmt: skip
