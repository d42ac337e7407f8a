"""Who met whom: pairs of participants, as bars and as a matrix."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import told
from dashboard.charts.direction import isolate, rows
from dashboard.charts.labels import Labels
from dashboard.charts.layout import lay_out, write
from dashboard.charts.measure import text_size
from dashboard.charts.meetings import encounter_key
from dashboard.charts.ranking import bars
from dashboard.charts.rows import rows_of
from dashboard.charts.theme import Look, framed, hover_lines, sentence, with_opacity


def _pairs(
    rows: Iterable[Mapping[Any, Any]],
) -> tuple[Counter[tuple[str, str]], Counter[str], dict[str, Mapping[str, Any]]]:
    """How often two actors were at one encounter, how often each was, and who they are."""
    pairs: Counter[tuple[str, str]] = Counter()
    alone: Counter[str] = Counter()
    who: dict[str, Mapping[str, Any]] = {}
    seen: dict[str, set[str]] = {}
    for row in rows:
        people = seen.setdefault(encounter_key(row), set())
        for part in row.get("participants") or ():
            who[part["actor_id"]] = part
            people.add(part["actor_id"])
    for people in seen.values():
        alone.update(sorted(people))  # ties in one order, whatever the hashes
        pairs.update(combinations(sorted(people), 2))
    return pairs, alone, who


def meeting_pairs(
    encounters: pd.DataFrame,
    *,
    title: str,
    caption: str,
    labels: Labels,
    look: Look,
    limit: int = 10,
) -> go.Figure:
    """Bars of the pairs that met most often; ``customdata`` is the two actors' ids, comma-joined.

    Everyone at one encounter has met everyone else there; its reports count once.
    """
    pairs, _, who = _pairs(rows_of(encounters))
    top = pairs.most_common(limit)
    if not top:
        return sentence(
            labels.t("chart.pairs.empty"), title=title, caption=caption, labels=labels, look=look
        )
    names = [labels.t("chart.between").join(labels.name(who[a]) for a in pair) for pair, _ in top]
    return bars(
        names, [n for _, n in top], list(range(len(top), 0, -1)), [",".join(p) for p, _ in top],
        title=title, caption=caption, labels=labels, look=look, unit=labels.t("chart.pairs.unit"),
    )  # fmt: skip


def meeting_matrix(
    encounters: pd.DataFrame,
    *,
    title: str,
    caption: str,
    labels: Labels,
    look: Look,
    limit: int = 8,
) -> go.Figure:
    """Who met whom among the busiest actors, the count in every cell.

    ``customdata`` of a cell is the two actors' ids, comma-joined; on the diagonal, where all of one
    actor's encounters are counted, its id. ``ticks`` in ``layout.meta`` are the ids of the names at
    the edges.
    """
    pairs, alone, who = _pairs(rows_of(encounters))
    busiest = [actor for actor, _ in alone.most_common() if any(actor in pair for pair in pairs)]
    top = busiest[: min(limit, 5) if look.narrow else limit]
    if len(top) < 2:
        return sentence(
            labels.t("chart.pairs.empty"), title=title, caption=caption, labels=labels, look=look
        )
    p = look.palette
    counts = [[pairs[min(a, b), max(a, b)] if a != b else 0 for b in top] for a in top]
    most = max(max(row) for row in counts) or 1
    names = [isolate(labels.name(who[actor])) for actor in top]
    below, angle, high = _under_columns([labels.name(who[actor]) for actor in top], labels, look)
    colour = look.mark("CONSULT").colour
    between = [
        (labels.t("chart.between").join(labels.name(who[actor]) for actor in pair), pairs[pair])
        for pair in combinations(sorted(top), 2)
    ]
    places = list(range(len(top)))
    met = labels.t("chart.between")
    figure = go.Figure(
        go.Heatmap(
            z=[[n or None for n in row] for row in counts], x=places, y=places, xgap=2, ygap=2,
            zmin=0, zmax=most, showscale=False, hoverinfo="skip",
            colorscale=[[0, with_opacity(colour, 0.1)], [1, with_opacity(colour, 0.75)]],
        )
    )  # fmt: skip
    # A heat map cannot be selected in: what is clicked are marks without colour over its cells.
    cells = [
        (x, y, n or alone[a] * (x == y), sorted({a, b}))
        for y, (a, row) in enumerate(zip(top, counts, strict=True))
        for x, (b, n) in enumerate(zip(top, row, strict=True))
        if n or x == y
    ]
    unseen = {"marker": {"opacity": 0}}
    figure.add_scatter(
        x=[x for x, *_ in cells], y=[y for _, y, *_ in cells], mode="markers",
        marker={"symbol": "square", "size": 34, "opacity": 0}, selected=unseen, unselected=unseen,
        customdata=[[",".join(pair)] for *_, pair in cells], hoverinfo="text", showlegend=False,
        hovertext=[
            hover_lines([
                met.join(labels.name(who[actor]) for actor in pair),
                labels.counted("chart.encounters", n),
            ])
            for *_, n, pair in cells
        ],
    )  # fmt: skip
    write(figure, [
        {
            "x": x, "y": y, "text": f"({labels.number(n)})" if x == y else labels.number(n),
            "showarrow": False, "font": {"color": p.quiet if x == y else p.ink},
        }
        for x, y, n, _ in cells
    ])  # fmt: skip
    framed(
        figure, title=title, caption=caption, unit=labels.t("chart.pairs.unit"), labels=labels,
        told=told.of_matrix(len(top), between, labels), look=look, height=200 + 44 * len(top),
        axis_room=high,
    )  # fmt: skip
    lay_out(figure, meta=dict(figure.layout.meta) | {"ticks": top})
    ends = [-0.5, len(top) - 0.5]
    axis: dict[str, Any] = {
        "tickmode": "array", "tickvals": places, "showgrid": False, "zeroline": False,
        "fixedrange": True, "ticks": "", "tickfont": {"color": p.ink},
    }  # fmt: skip
    lay_out(
        figure, xaxis=axis | {"ticktext": below, "tickangle": angle,
                      "ticklabeloverflow": "allow",
                      "range": [ends[1], ends[0]] if labels.rtl else ends},
        yaxis=axis | {"ticktext": names, "range": [ends[1], ends[0]], "automargin": True,
                      "side": "right" if labels.rtl else "left"},
        clickmode="event+select",
    )  # fmt: skip
    return figure


def _under_columns(names: list[str], labels: Labels, look: Look) -> tuple[list[str], int, int]:
    """The names under a matrix, their angle, and how high they are: broken into the width of a
    column, or upright where one has a word that is wider."""

    def wide(text: str) -> float:
        return text_size(text, size)[0]

    size = 14 if labels.rtl else 13  # of the ticks, as of all text of a figure
    beside = max(map(wide, names)) + 24
    column = ((look.width or 640) - beside) / len(names) - 6
    broken = [rows(name, column, width=wide) for name in names]
    if max(wide(row) for name in broken for row in name) > column:
        return [isolate(name) for name in names], -90, round(max(map(wide, names))) + 16
    return [isolate("<br>".join(name)) for name in broken], 0, 20 + 19 * max(map(len, broken))
