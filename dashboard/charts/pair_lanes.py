"""Who met whom over time: a row for each pair, a mark on each day that both were present."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from itertools import combinations
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import told
from dashboard.charts.grouped import domain, draw_groups
from dashboard.charts.labels import Labels
from dashboard.charts.layout import lay_out
from dashboard.charts.meetings import encounter_key
from dashboard.charts.rows import rows_of
from dashboard.charts.theme import (
    Look,
    dragged,
    framed,
    plot_height,
    sentence,
    tick_room,
    time_axis,
)
from dashboard.charts.timeline_items import Item, days_of, ends_of, items_of

CALL_SHAPE = "diamond"
_NAMES = 236  # pixels for the names of two
_NARROW = 8  # pairs on a telephone


def pair_lanes(
    encounters: pd.DataFrame,
    *,
    title: str,
    caption: str,
    labels: Labels,
    look: Look,
    limit: int = 12,
) -> go.Figure:
    """The pairs that met most often, in order of their first encounter, each in a row of its own.

    A meeting is a round mark, a call a diamond; what is scheduled or told as background is hollow.
    Everyone at one encounter has met everyone else there, and its reports are one mark.
    ``customdata`` of a mark is its event's id.
    """
    rows = rows_of(encounters)
    items = items_of(rows)
    met: Counter[tuple[str, str]] = Counter()
    who: dict[str, Mapping[str, Any]] = {}
    present: list[tuple[Item, list[tuple[str, str]]]] = []
    for item in items:
        people = {p["actor_id"]: p for row in item.reports for p in row.get("participants") or ()}
        who.update(people)
        pairs = list(combinations(sorted(people), 2))
        met.update(pairs)
        present.append((item, pairs))
    top = {pair for pair, _ in met.most_common(min(limit, _NARROW) if look.narrow else limit)}
    if not top:
        return sentence(
            labels.t("chart.pairs.empty"), title=title, caption=caption, labels=labels, look=look
        )
    drawn = [
        replace(item, group=",".join(pair))
        for item, pairs in present
        for pair in pairs
        if pair in top
    ]
    first, last = ends_of(drawn, None)
    drawn = [item for item in drawn if item.first <= last and item.last >= first]
    begun: dict[str, Item] = {}
    for item in sorted(drawn, key=lambda i: (i.first, i.last)):
        begun.setdefault(item.group, item)
    between = labels.t("chart.between")
    groups = [
        (group, between.join(_kept(labels.name(who[actor])) for actor in group.split(",")))
        for group in begun
    ]
    figure = go.Figure()
    height = draw_groups(
        figure, drawn, groups, first, last, labels, look, _NAMES, call_shape=CALL_SHAPE
    )
    shown = {id(item.row): item for item in drawn}
    sizes = Counter(item.group for item in drawn)
    calls = sum(item.row.get("mode") == "phone" for item in shown.values())
    named = [(name, sizes[group]) for group, name in groups]
    unit = [labels.t("chart.pair_lanes.unit")]
    dated = {encounter_key(row) for row in rows if days_of(row) is not None}
    if undated := {encounter_key(row) for row in rows} - dated:
        unit.append(labels.counted("chart.pair_lanes.undated", len(undated)))
    framed(
        figure, title=title, caption=caption, unit=" · ".join(unit),
        told=told.of_encounters(list(shown.values()), named, calls, labels),
        labels=labels, look=replace(look, height=None), axis_room=tick_room(first, last),
        height=height + (150 if look.words else 10) + tick_room(first, last),
    )  # fmt: skip
    inside = max(plot_height(figure), height)
    lay_out(
        figure, barmode="overlay", showlegend=False, **dragged(look),
        xaxis=time_axis(first, last, labels, look)
        | {"showgrid": True, "domain": domain(labels, look, _NAMES)},
        yaxis={"visible": False, "range": [2 - inside, 2], "fixedrange": True},
    )  # fmt: skip
    return figure


def _kept(name: str) -> str:
    """A name that is not broken: of two names each has its own line where one has no room."""
    return name.replace(" ", "\u00a0")
