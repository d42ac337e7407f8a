"""The events of a view as intervals on a time axis: a day a mark, a month a bar a month wide."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.direction import escape, isolate
from dashboard.charts.labels import Labels, as_day
from dashboard.charts.theme import Look, framed, time_axis, type_marks, with_opacity

MOST = 500
LANE = 26


def event_intervals(
    events: pd.DataFrame,
    *,
    title: str,
    caption: str,
    unit: str,
    names: Mapping[str, str],
    hover: Callable[[Mapping[str, Any]], str],
    labels: Labels,
    look: Look,
) -> go.Figure:
    """A lane a type; marks for days, bars for wider intervals, hollow where not known to have been.

    ``events`` has the columns of ``queries.events``; undated rows and those after the first
    ``MOST`` are left out. ``customdata`` of every mark is its document and event id.
    """
    figure = go.Figure()
    dated = events[events["date_first"].notna() & events["date_last"].notna()].head(MOST)
    kinds = list(dict.fromkeys(dated["event_type"]))
    marks = type_marks(look.theme)
    for lane, kind in enumerate(kinds):
        mark = marks[kind]
        rows = dated[dated["event_type"] == kind].to_dict("records")
        for row in rows:
            first, last = as_day(row["date_first"]), as_day(row["date_last"])
            if first is None or last is None or last == first:
                continue
            figure.add_shape(
                type="rect",
                x0=str(first),
                x1=str(last + timedelta(days=1)),
                y0=lane - 0.28,
                y1=lane + 0.28,
                line={"width": 0},
                layer="below",
                fillcolor=with_opacity(mark.colour, 0.18 if row["date_approximate"] else 0.35),
            )
        sure = [r["modality"] == "actual" and not r["date_approximate"] for r in rows]
        figure.add_scatter(
            x=[str(_middle(r)) for r in rows],
            y=[lane] * len(rows),
            mode="markers",
            name=isolate(escape(names.get(kind, kind))),
            marker={
                "symbol": [mark.shape if s else f"{mark.shape}-open" for s in sure],
                "size": 9,
                "color": mark.colour,
                "line": {"width": 1.5, "color": mark.colour},
            },
            customdata=[[r["doc_id"], r["event_id"]] for r in rows],
            text=[hover({str(k): v for k, v in r.items()}) for r in rows],
            hovertemplate="%{text}<extra></extra>",
        )
    days = [d for c in ("date_first", "date_last") for d in map(as_day, dated[c]) if d]
    if days:
        around = timedelta(days=max(3, (max(days) - min(days)).days // 40))
        figure.update_xaxes(**time_axis(min(days) - around, max(days) + around, labels, look))
    figure.update_yaxes(
        tickvals=list(range(len(kinds))),
        ticktext=[isolate(escape(names.get(k, k))) for k in kinds],
        range=[len(kinds) - 0.4, -0.6],
        showgrid=True,
        gridcolor=look.palette.grid,
        zeroline=False,
        fixedrange=True,
        automargin=True,
        tickfont={"color": look.palette.ink},
    )
    figure.update_layout(showlegend=False, clickmode="event+select")
    return framed(
        figure,
        title=title,
        caption=caption,
        unit=unit,
        labels=labels,
        look=look,
        height=max(420, LANE * len(kinds) + 200),
    )


def _middle(row: Mapping[Any, Any]) -> object:
    first, last = as_day(row["date_first"]), as_day(row["date_last"])
    if first is None or last is None:
        return first or last
    return first + (last - first) / 2
