"""Two periods beside each other: how many events of each type, or of each actor, in either."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import plotly.graph_objects as go

from dashboard.charts import told
from dashboard.charts.direction import isolate
from dashboard.charts.labels import Labels
from dashboard.charts.layout import lay_out, write
from dashboard.charts.theme import (
    Look,
    framed,
    hover_lines,
    legend_below,
    legend_line,
    legend_rows,
    sentence,
)

_ROW = 50  # pixels of a name and its two bars
Days = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Compared:
    """One row: its id, its name (escaped), events in period A and in period B."""

    id: str
    name: str
    a: int
    b: int


def compared(
    a: Mapping[str, int], b: Mapping[str, int], names: Mapping[str, str], limit: int | None = None
) -> list[Compared]:
    """The rows of two counts, the greatest in either period first; ``names`` has every id."""
    ids = sorted(a.keys() | b.keys(), key=lambda i: (-max(a.get(i, 0), b.get(i, 0)), i))
    return [Compared(i, names[i], a.get(i, 0), b.get(i, 0)) for i in ids[:limit]]


def compared_bars(
    rows: Sequence[Compared],
    a: Days,
    b: Days,
    *,
    title: str,
    caption: str,
    labels: Labels,
    look: Look,
    typed: bool = False,
) -> go.Figure:
    """A full bar for period A over a hatched one for B, with their numbers; nothing is added up.

    ``typed`` rows are event types, drawn in their colours. ``customdata`` is the row's id.
    """
    if not any(row.a or row.b for row in rows):
        return sentence(
            labels.t("chart.compare.empty"), title=title, caption=caption, labels=labels, look=look
        )
    p, rtl = look.palette, labels.rtl
    days = [labels.t(f"chart.compare.{key}", days=labels.days(*span)) for key, span in
            (("a", a), ("b", b))]  # fmt: skip
    colours = [look.mark(row.id).colour if typed else p.accent for row in rows]
    full: dict[str, Any] = {"color": colours, "line": {"width": 0}}
    hatched: dict[str, Any] = {
        "color": p.paper, "line": {"width": 1, "color": p.quiet},
        "pattern": {"shape": "/", "size": 5, "fgcolor": p.quiet, "bgcolor": p.paper,
                    "fillmode": "overlay"},
    }  # fmt: skip
    places = list(range(len(rows), 0, -1))
    hovers = [
        hover_lines(
            [
                f"<b>{row.name}</b>",
                f"{days[0]}: {labels.counted('chart.events', row.a)}",
                f"{days[1]}: {labels.counted('chart.events', row.b)}",
            ]
        )
        for row in rows
    ]
    figure = go.Figure()
    for counts, offset, marker in (
        ([row.a for row in rows], -0.3, full),
        ([row.b for row in rows], -0.58, hatched),
    ):
        figure.add_bar(
            x=counts, y=places, orientation="h", width=0.24, offset=offset, marker=marker,
            customdata=[[row.id] for row in rows], hovertext=hovers, hoverinfo="text",
            text=[labels.number(n) for n in counts], textposition="outside", cliponaxis=False,
            textfont={"color": p.ink, "size": 12}, constraintext="none", showlegend=False,
        )  # fmt: skip
    keys = [labels.t(f"chart.compare.key.{key}") for key in ("a", "b")]
    for name, swatch in zip(keys, ({"color": p.ink}, hatched), strict=True):
        figure.add_bar(x=[None], y=[None], orientation="h", name=isolate(name), marker=swatch)
    legend = 12 + 20 * legend_rows(keys, look)
    unit = " · ".join((labels.t("chart.compare.unit"), *days))
    framed(
        figure, title=title, caption=caption, unit=unit, labels=labels, look=look,
        told=told.of_two([(row.name, row.a, row.b) for row in rows], days, labels),
        height=(120 if look.words else 40) + legend + _ROW * len(rows), below=legend,
        axis_room=2,
    )  # fmt: skip
    highest = max(max(row.a, row.b) for row in rows) * 1.14
    lay_out(
        figure, barmode="overlay", clickmode="event+select", showlegend=True,
        xaxis={"visible": False, "range": [highest, 0] if rtl else [0, highest],
               "fixedrange": True},
        yaxis={"visible": False, "range": [0.35, len(rows) + 0.5], "fixedrange": True},
        legend=legend_line(labels) | {"y": legend_below(figure, 8)},
    )  # fmt: skip
    above = {
        "x": 1 if rtl else 0, "xref": "paper", "xanchor": "right" if rtl else "left",
        "yshift": -4, "yanchor": "bottom", "showarrow": False, "font": {"color": p.ink},
    }  # fmt: skip
    write(
        figure,
        [above | {"text": isolate(r.name), "y": y} for r, y in zip(rows, places, strict=True)],
    )
    return figure
