"""The busiest actors and places as horizontal bars, names above the bars so that none is cut."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import told
from dashboard.charts.direction import isolate
from dashboard.charts.labels import Labels
from dashboard.charts.layout import lay_out, write
from dashboard.charts.rows import rows_of
from dashboard.charts.theme import Look, framed, hover_lines, sentence


def ranked_bars(
    frame: pd.DataFrame,
    *,
    title: str,
    caption: str,
    labels: Labels,
    look: Look,
    id_column: str,
    unit: str,
    limit: int = 8,
) -> go.Figure:
    """Bars by falling ``n``, each with its name over it; ``customdata`` is the row's id.

    ``frame`` has the id column, ``name``, ``name_ar`` and ``n``. In Arabic the bars grow from the
    right. ``unit`` says what is counted ("events each takes part in").
    """
    if frame.empty:
        return sentence(
            labels.t("chart.ranking.empty"), title=title, caption=caption, labels=labels, look=look
        )
    top = frame.sort_values("n", ascending=False, kind="stable").head(limit)
    names = [labels.name(row) for row in rows_of(top)]
    counts = [int(n) for n in top["n"]]
    places = list(range(len(top), 0, -1))
    return bars(
        names, counts, places, [str(value) for value in top[id_column]],
        title=title, caption=caption, labels=labels, look=look, unit=unit,
    )  # fmt: skip


def bars(
    names: list[str],
    counts: list[int],
    places: list[int],
    ids: list[str],
    *,
    title: str,
    caption: str,
    labels: Labels,
    look: Look,
    unit: str,
) -> go.Figure:
    """Horizontal bars of already escaped names at descending places, longest first."""
    rtl, p = labels.rtl, look.palette
    figure = go.Figure(
        go.Bar(
            x=counts, y=places, orientation="h", width=0.3, offset=-0.34,
            marker={"color": p.accent, "line": {"width": 0}},
            customdata=[[value] for value in ids],
            text=[labels.number(n) for n in counts], textposition="outside", cliponaxis=False,
            textfont={"color": p.ink, "size": 13}, constraintext="none", hoverinfo="text",
            hovertext=[
                hover_lines([f"<b>{name}</b>", f"{labels.number(n)} · {unit}"])
                for name, n in zip(names, counts, strict=True)
            ],
        )
    )  # fmt: skip
    framed(
        figure, title=title, caption=caption, unit=unit, labels=labels, look=look,
        told=told.of_ranks(list(zip(names, counts, strict=True)), labels),
        height=150 + 38 * len(names), axis_room=2,
    )  # fmt: skip
    # Room at the longest bar's end for its number.
    highest = max(counts) * max(1.14, 1.08 + 0.02 * len(labels.number(max(counts))))
    lay_out(
        figure,
        xaxis={
            "visible": False,
            "range": [highest, 0] if rtl else [0, highest],
            "fixedrange": True,
        },
        yaxis={"visible": False, "range": [0.55, len(names) + 0.62], "fixedrange": True},
        clickmode="event+select",
    )
    above = {
        "x": 1 if rtl else 0, "xref": "paper", "xanchor": "right" if rtl else "left", "yshift": 1,
        "yanchor": "bottom", "showarrow": False, "font": {"color": p.ink},
    }  # fmt: skip
    write(
        figure,
        [above | {"text": isolate(n), "y": y} for n, y in zip(names, places, strict=True)],
    )
    return figure
