"""When things happened: events a month, stacked by type, for choosing days."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import told
from dashboard.charts.direction import isolate
from dashboard.charts.labels import Labels, as_day
from dashboard.charts.layout import lay_out
from dashboard.charts.periods import Grain
from dashboard.charts.theme import (
    Look,
    count_axis,
    framed,
    hover_lines,
    legend_below,
    legend_line,
    legend_rows,
    sentence,
    tick_room,
    time_axis,
    type_marks,
)

_MOST_TYPES = 7


def histogram(
    frame: pd.DataFrame,
    *,
    title: str,
    caption: str,
    labels: Labels,
    look: Look,
    grain: Grain = "month",
    legend: bool = True,
    outside: int = 0,
    undated: int = 0,
) -> go.Figure:
    """Bars of events a period, stacked by type; a drag along the time axis selects days.

    ``frame`` has ``period`` (first day), ``event_type``, ``n``. ``customdata`` of a bar is the
    period's first and last day (ISO 8601). Types beyond the seven most frequent share one grey.
    ``legend`` is false above a figure that names the colours itself; ``outside`` is how many
    events lie before or after the days drawn, ``undated`` how many on no known day; both are said.
    """
    if frame.empty:
        return sentence(
            labels.t("chart.histogram.empty"),
            title=title,
            caption=caption,
            labels=labels,
            look=look,
        )
    figure = go.Figure()
    rows = frame.assign(period=[as_day(value) for value in frame["period"]])
    totals = rows.groupby("event_type")["n"].sum().sort_values(ascending=False)
    kept = list(totals.index[:_MOST_TYPES])
    order = [kind for kind in type_marks(look.theme) if kind in kept]
    parts = [(kind, rows[rows["event_type"] == kind]) for kind in order]
    rest = rows[~rows["event_type"].isin(order)]
    if len(rest):
        parts.append(("", rest.groupby("period", as_index=False)["n"].sum()))
    names = [labels.t(f"type.{kind}" if kind else "chart.other_types") for kind, _ in parts]
    for name, (kind, part) in zip(names, parts, strict=True):
        firsts = list(part["period"])
        lasts = [last_day(first, grain) for first in firsts]
        counts = [int(n) for n in part["n"]]
        figure.add_bar(
            x=[str(first) for first in firsts],
            y=counts,
            width=[
                ((last - first).days + 1) * 86_400_000 * 0.86
                for first, last in zip(firsts, lasts, strict=True)
            ],
            offset=0,
            name=isolate(name),
            marker={
                "color": look.mark(kind).colour if kind else look.palette.rest,
                "line": {"width": 0},
            },
            customdata=[[str(a), str(b)] for a, b in zip(firsts, lasts, strict=True)],
            hovertext=[
                hover_lines(
                    [f"<b>{labels.days(a, b)}</b>", f"{name}: {labels.counted('chart.events', n)}"]
                )
                for a, b, n in zip(firsts, lasts, counts, strict=True)
            ],
            hoverinfo="text",
        )
    first = min(rows["period"])
    last = max(last_day(day, grain) for day in rows["period"])
    # Wider where the count axis is written, inside, at the left.
    margin, room = (timedelta(days=max((last - first).days // part, 3)) for part in (60, 24))
    rows_of_legend = legend_rows(names, look)
    unit = labels.t(f"chart.histogram.unit.{grain}")
    for key, n in (("outside", outside), ("undated", undated)):
        if n:
            unit = f"{unit} {labels.counted(f'chart.histogram.{key}', n)}"
    framed(
        figure, title=title, caption=caption, unit=unit,
        labels=labels, look=look, told=_told(rows, grain, labels), height=330,
        below=(26 + 18 * rows_of_legend) * legend, axis_room=tick_room(first, last),
    )  # fmt: skip
    highest = float(rows.groupby("period")["n"].sum().max())
    lay_out(
        figure, barmode="stack", dragmode="select", selectdirection="h", clickmode="event+select",
        xaxis=time_axis(first - room, last + margin, labels, look),
        yaxis=count_axis(highest, labels, look),
        legend=legend_line(labels) | {"y": legend_below(figure, tick_room(first, last) + 12)},
        showlegend=legend,
    )  # fmt: skip
    return figure


def _told(rows: pd.DataFrame, grain: Grain, labels: Labels) -> str:
    by_period = rows.groupby("period")["n"].sum()
    by_type = rows.groupby("event_type")["n"].sum()
    return told.of_periods(
        [(first, last_day(first, grain), int(n)) for first, n in by_period.items()],
        [(labels.t(f"type.{kind}"), int(n)) for kind, n in by_type.items()], labels,
    )  # fmt: skip


def last_day(first: date, grain: Grain) -> date:
    """The last day of the period that begins on ``first``."""
    if grain == "day":
        return first
    if grain == "week":
        return first + timedelta(days=6)
    months = {"month": 1, "quarter": 3, "year": 12}[grain]
    ahead = first.year * 12 + first.month - 1 + months
    return date(ahead // 12, ahead % 12 + 1, 1) - timedelta(days=1)
