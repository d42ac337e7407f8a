"""What data sets count a month, beside the claims of articles and never added to them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import told
from dashboard.charts.direction import isolate
from dashboard.charts.histogram import last_day
from dashboard.charts.labels import Labels, as_day
from dashboard.charts.layout import lay_out
from dashboard.charts.rows import rows_of
from dashboard.charts.theme import (
    Look,
    count_axis,
    dragged,
    framed,
    hover_lines,
    legend_below,
    legend_line,
    legend_rows,
    sentence,
    tick_room,
    time_axis,
)
from dashboard.charts.wording import claim_words

_DASHES = ("solid", "dash", "dot", "dashdot")
_HEIGHT = 240

Months = list[dict[str, Any]]


def killed_each_month(
    frame: pd.DataFrame,
    *,
    title: str,
    caption: str,
    labels: Labels,
    look: Look,
    days: tuple[date, date] | None = None,
) -> go.Figure:
    """People killed a month as each data set counts them: a stepped line with its low–high band.

    ``frame`` has the columns of the query of that name. ``days`` are the ends of another figure's
    time axis, to stand under it; months outside are counted in the unit. ``customdata`` is the data
    set and the month's ends. Data sets are never added
    to one another; one alone is named in the unit, several in a legend.
    """
    months: Months = [
        {str(k): v for k, v in row.items()} | {"first": as_day(row["period"])}
        for row in rows_of(frame)
    ]
    if days is None and months:
        days = _ends(months)
    inside = [m for m in months if days and m["first"] <= days[1] and _last(m) >= days[0]]
    if not days or not any(m["n"] for m in inside):
        return sentence(
            labels.t("chart.reference.empty"), title=title, caption=caption, labels=labels,
            look=look, height=_HEIGHT,
        )  # fmt: skip
    figure = go.Figure()
    by_source: dict[str, Months] = {}
    for month in inside:
        by_source.setdefault(str(month["source"]), []).append(month)
    for index, (name, own) in enumerate(by_source.items()):
        _draw(figure, name, own, _DASHES[index % len(_DASHES)], labels, look)
    alone = len(by_source) == 1
    said = [labels.t("chart.reference.unit")]
    if alone:
        said.insert(0, isolate(labels.quoted(next(iter(by_source)))))
    if outside := len({m["first"] for m in months} - {m["first"] for m in inside}):
        said.append(labels.counted("chart.reference.outside", outside))
    room, rows = tick_room(*days), 0 if alone else legend_rows(list(by_source), look)
    framed(
        figure, title=title, caption=caption, unit=" · ".join(said), labels=labels, look=look,
        told=_told(inside, labels),
        height=_HEIGHT, below=8 * (not alone) + 19 * rows, axis_room=room,
    )  # fmt: skip
    highest = max(float(m["high"]) for m in inside)
    lay_out(
        figure, xaxis=time_axis(*days, labels, look) | {"showgrid": False},
        yaxis=count_axis(highest * 1.1, labels, look), hoverdistance=60,
        showlegend=not alone, **dragged(look),
        legend=legend_line(labels) | {"y": legend_below(figure, room + 6)},
    )  # fmt: skip
    return figure


def _told(months: Months, labels: Labels) -> str:
    return told.of_months(
        [
            (str(m["source"]), m["first"], _last(m), int(m["low"]), int(m["best"]), int(m["high"]))
            for m in months
        ],
        labels,
    )


def _last(month: dict[str, Any]) -> date:
    return last_day(month["first"], "month")


def _ends(months: Months) -> tuple[date, date]:
    first, last = min(m["first"] for m in months), max(map(_last, months))
    # Wider where the count axis is written, inside, at the left.
    margin = timedelta(days=max((last - first).days // 14, 5))
    return first - margin, last + margin / 2


def _draw(
    figure: go.Figure, name: str, months: Months, dash: str, labels: Labels, look: Look
) -> None:
    """Steps from month to month, the band under them, and a place for the pointer in each."""
    times = [str(m["first"]) for m in months] + [str(_last(months[-1]) + timedelta(days=1))]

    def steps(column: str) -> list[int]:
        values = [int(m[column]) for m in months]
        return [*values, values[-1]]

    if any(m["low"] != m["high"] for m in months):
        for column, fill in (("low", None), ("high", "tonexty")):
            figure.add_scatter(
                x=times, y=steps(column), mode="lines", hoverinfo="skip", showlegend=False,
                fill=fill, fillcolor=look.ink(0.16),
                line={"shape": "hv", "width": 0, "color": look.ink(0)},
            )  # fmt: skip
    figure.add_scatter(
        x=times, y=steps("best"), mode="lines", name=isolate(labels.quoted(name)),
        hoverinfo="skip",
        line={"shape": "hv", "width": 1.3, "color": look.palette.quiet, "dash": dash},
    )  # fmt: skip
    figure.add_scatter(
        x=[str(m["first"] + (_last(m) - m["first"]) / 2) for m in months],
        y=[int(m["best"]) for m in months], mode="markers", showlegend=False,
        marker={"size": 9, "color": look.ink(0), "line": {"width": 0}},
        hovertext=[_hover(name, m, labels) for m in months], hoverinfo="text",
        customdata=[[name, str(m["first"]), str(_last(m))] for m in months],
    )  # fmt: skip


def _hover(name: str, month: dict[str, Any], labels: Labels) -> str:
    best, low, high = (int(month[column]) for column in ("best", "low", "high"))
    said = claim_words(best, best, best, labels=labels, kind="killed")
    bounds = labels.t("chart.reference.bounds", low=labels.number(low), high=labels.number(high))
    return hover_lines(
        [
            f"<b>{said}</b>",
            bounds if low != high else "",
            labels.days(month["first"], _last(month)),
            labels.counted("chart.reference.rows", int(month["n"]), source=labels.quoted(name)),
        ]
    )
