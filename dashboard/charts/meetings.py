"""Where encounters took place: the offline map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import told
from dashboard.charts.direction import isolate
from dashboard.charts.labels import Labels, as_day
from dashboard.charts.layout import lay_out
from dashboard.charts.map_steps import (
    SLIDER_ROOM,
    add_lines,
    add_steps,
    origins_of,
    sightings,
)
from dashboard.charts.map_view import (
    Country,
    Group,
    View,
    countries,
    grouped,
    mercator,
    size_of,
    view_of,
)
from dashboard.charts.placement import Box, free_side
from dashboard.charts.rows import rows_of
from dashboard.charts.steps import Days
from dashboard.charts.theme import (
    FONT,
    Look,
    framed,
    hover_lines,
    plot_height,
    sentence,
)

BASEMAP = "/app/static/countries-50m.geojson"
_APART = 1  # pixels between names: closer ones the map itself takes for one on another


def places_of(encounters: pd.DataFrame) -> pd.DataFrame:
    """Encounters by place: one row a place with coordinates, for ``meetings_map``.

    Columns ``place_id``, ``name``, ``name_ar``, ``lat``, ``lon``, ``country``, ``n`` (encounters;
    reports of one ``cluster_id`` count once), ``who`` (list of participants, busiest first),
    ``first``, ``last`` (days).
    """
    found: dict[str, dict[str, Any]] = {}
    for row in rows_of(encounters):
        place, lat = row.get("place_id"), row.get("place_lat")
        if not isinstance(place, str) or lat is None or lat is pd.NA or lat != lat:
            continue
        entry = found.setdefault(
            place,
            {"place_id": place, "name": row["place_name"], "name_ar": row["place_name_ar"],
             "lat": float(lat), "lon": float(row["place_lon"]), "country": row["place_country"],
             "keys": set(), "people": Counter(), "parts": {}, "days": []},
        )  # fmt: skip
        key = encounter_key(row)
        if key not in entry["keys"]:
            entry["keys"].add(key)
            for part in row.get("participants") or ():
                entry["people"][part["actor_id"]] += 1
                entry["parts"][part["actor_id"]] = part
        entry["days"] += [d for d in (as_day(row["date_first"]), as_day(row["date_last"])) if d]
    rows = [
        {
            **{name: e[name] for name in ("place_id", "name", "name_ar", "lat", "lon", "country")},
            "n": len(e["keys"]),
            "who": [e["parts"][actor] for actor, _ in e["people"].most_common(6)],
            "first": min(e["days"], default=None),
            "last": max(e["days"], default=None),
        }
        for e in found.values()
    ]
    columns = ["place_id", "name", "name_ar", "lat", "lon", "country", "n", "who", "first", "last"]
    frame = pd.DataFrame(rows, columns=columns)
    return frame.sort_values("n", ascending=False, kind="stable").reset_index(drop=True)


def encounter_key(row: Mapping[Any, Any]) -> str:
    """What tells encounters apart: reports of one encounter share their cluster."""
    cluster = row.get("cluster_id")
    return cluster if isinstance(cluster, str) and cluster else str(row["event_id"])


def meetings_map(
    places: pd.DataFrame,
    *,
    title: str,
    caption: str,
    labels: Labels,
    look: Look,
    basemap: str | Mapping[str, Any] = BASEMAP,
    encounters: pd.DataFrame | None = None,
    steps: Sequence[Days] = (),
    lines: bool = False,
) -> go.Figure:
    """A quiet map with a mark a place, its area in proportion to the encounters there.

    ``places`` has the columns of ``places_of`` (``who``, ``first``, ``last`` may be missing).
    Marks that would overlap are one mark; ``customdata`` is the ids of its places, comma-joined,
    and the number of encounters. ``basemap`` is a URL on this server, or GeoJSON for an export.
    With the ``encounters`` themselves it can be shown at each of ``steps`` in time and, with
    ``lines``, has a line from the capital of each party of a state to where it met.
    """
    rows = [r for r in rows_of(places) if r["lat"] == r["lat"] and r["lat"] is not None]
    if not rows:
        return sentence(
            labels.t("chart.map.empty"), title=title, caption=caption, labels=labels, look=look
        )
    note = labels.t("chart.map.borders")
    figure = go.Figure()
    seen = sightings(rows_of(encounters)) if encounters is not None else []
    unit = [labels.t("chart.map.unit")]
    if steps:
        unit.append(labels.t("chart.map.steps"))
    if lines:
        unit.append(labels.t("chart.map.lines"))
    framed(
        figure, title=title, caption=f"{caption}\n{note}" if caption else note,
        unit=" · ".join(unit), labels=labels, look=look, told=told.of_places(rows, labels),
        height=560, axis_room=SLIDER_ROOM if steps else 4,
    )  # fmt: skip
    wide = (look.width or 640) - 24
    origins = origins_of(seen) if lines else []
    points = [(row["lat"], row["lon"]) for row in rows] + [o.seat for o in origins]
    view = view_of(points, wide, plot_height(figure))
    most = max(int(row["n"]) for row in rows)
    groups = grouped(rows, view.zoom, most)
    if not look.words and any(len(group.rows) > 1 for group in groups):
        told_of_groups = " · ".join((*unit, labels.t("chart.map.together")))
        lay_out(figure, meta=figure.layout.meta | {"unit": told_of_groups})
    p = look.palette
    traces: dict[str, int] = {}
    if lines:
        traces["lines"] = 0
        add_lines(figure, seen, look)
    traces |= {"halo": len(figure.data), "marks": len(figure.data) + 1}
    figure.add_scattermap(
        lat=[g.rows[0]["lat"] for g in groups],
        lon=[g.rows[0]["lon"] for g in groups],
        mode="markers",
        marker={"size": [size_of(g.n, most) + 3 for g in groups], "color": p.paper, "opacity": 1,
                "allowoverlap": True},
        hoverinfo="skip",
    )  # fmt: skip
    figure.add_scattermap(
        lat=[g.rows[0]["lat"] for g in groups],
        lon=[g.rows[0]["lon"] for g in groups],
        mode="markers",
        marker={"size": [size_of(g.n, most) for g in groups], "color": look.mark("CONSULT").colour,
                "opacity": 0.9, "allowoverlap": True},
        customdata=[[",".join(str(r["place_id"]) for r in g.rows), g.n] for g in groups],
        hovertext=[_group_hover(g, labels) for g in groups],
        hoverinfo="text",
    )  # fmt: skip
    names = _write_names(figure, groups, view, most, labels, look, origins)
    if steps:
        called = [_group_name(group, labels) for group in groups]
        add_steps(figure, seen, steps, groups, most, traces, names, called, labels, look)
    lay_out(
        figure, showlegend=False, clickmode="event+select", dragmode="pan",
        map={"style": _style(basemap, look), "center": view.centre, "zoom": view.zoom},
    )  # fmt: skip
    return figure


def _style(basemap: str | Mapping[str, Any], look: Look) -> dict[str, Any]:
    """Sea, land and borders (MapLibre Style Specification 8).

    The land is a source of the style and no layer of the figure: it is read once for both its
    layers, and a style without sources loses that required member when the window is resized.
    """
    p = look.palette
    land = {"source": "land"}
    return {
        "version": 8,
        "sources": {"land": {"type": "geojson", "data": basemap}},
        "layers": [
            {"id": "sea", "type": "background", "paint": {"background-color": p.sea}},
            {"id": "land", "type": "fill", "paint": {"fill-color": p.land}} | land,
            {"id": "borders", "type": "line", "paint": {"line-color": p.border, "line-width": 0.8}}
            | land,
        ],
    }


def _group_name(group: Group, labels: Labels) -> str:
    name = labels.name(group.rows[0]).replace("&amp;", "&")
    more = len(group.rows) - 1
    if more:
        name = f"{name} {labels.t('chart.map.more', n=labels.number(more))}"
    return name


def _group_hover(group: Group, labels: Labels) -> str:
    lines: list[str] = []
    for row in group.rows[:6]:
        name, country = labels.name(row), labels.country(str(row["country"]))
        place = name if name == country else labels.t("chart.list").join((name, country))
        lines.append(f"<b>{place}</b>: {labels.counted('chart.encounters', int(row['n']))}")
        if row.get("first"):
            lines.append(labels.days(row["first"], row.get("last")))
        who = row.get("who")
        if isinstance(who, Sequence) and len(who):
            lines.append(labels.t("chart.list").join(labels.name(part) for part in who))
    return hover_lines(lines)


def _write_names(
    figure: go.Figure,
    groups: list[Group],
    view: View,
    most: int,
    labels: Labels,
    look: Look,
    origins: Sequence[Country],
) -> list[tuple[int, int]]:
    """The names of places beside their marks, then of countries, wherever none covers another.

    Returned are the traces of places' names, each with the number of its group.
    """
    named: list[tuple[int, int]] = []
    font = 15 if labels.rtl else 13
    taken = [_around(*view.pixels(g.x, g.y), size_of(g.n, most) / 2 + 1) for g in groups]
    for index, group in enumerate(groups):
        size = size_of(group.n, most)
        text = f"{_group_name(group, labels)} · {labels.number(group.n)}"
        found = free_side(view.pixels(group.x, group.y), text, font, size, taken, view.frame)
        if found is None:  # its hover has the name
            continue
        side, box = found
        taken.append(box.grown(_APART))
        named.append((len(figure.data), index))
        _write(
            figure, group.rows[0], text, side, _distance(side, size, font), font, look.palette.ink
        )
    shown = {labels.name(row) for group in groups for row in group.rows}
    for origin in origins:
        name, point = labels.country(origin.code), view.pixels(*mercator(*origin.seat))
        if name in shown or any(_around(*point, 1).meets(other) for other in taken):
            continue
        found = free_side(point, name, font - 1, 2, taken, view.frame)
        if found is not None:
            side, box = found
            taken.append(box.grown(_APART))
            shown.add(name)
            where = {"lat": origin.seat[0], "lon": origin.seat[1]}
            clear = _distance(side, 2, font - 1)
            _write(figure, where, name, side, clear, font - 1, look.palette.quiet)
    known = countries()
    for code in sorted({str(row["country"]) for g in groups for row in g.rows} & set(known)):
        name, lat, lon = labels.country(code), known[code].lat, known[code].lon
        x, y = view.pixels(*mercator(lat, lon))
        half = len(name) * font * 0.29
        box = Box(x - half, y - 9, x + half, y + 9)
        free = box.within(view.frame) and not any(box.meets(other) for other in taken)
        if free and name not in shown:
            taken.append(box.grown(_APART))
            where = {"lat": lat, "lon": lon}
            _write(figure, where, name, "middle center", 1, font - 1, look.palette.quiet)
    return named


def _distance(side: str, size: float, font: int) -> float:
    """The marker size that makes plotly set a text clear of a mark.

    Plotly 7 sets it 0.5 (beside) or 1.5 (above, below) plus size/100 letter heights away.
    """
    if side.startswith("middle"):
        return max(100 * ((size / 2 + 4) / font - 0.5), 1)
    return max(100 * ((size / 2 + 3) / font + 1.2 - 1.5), 1)


def _write(
    figure: go.Figure,
    where: Mapping[Any, Any],
    text: str,
    side: str,
    clear: float,
    font: int,
    colour: str,
) -> None:
    figure.add_scattermap(
        lat=[where["lat"]], lon=[where["lon"]], mode="markers+text", hoverinfo="skip",
        marker={"size": clear, "opacity": 0}, text=[isolate(text)], textposition=side,
        textfont={"size": font, "color": colour, "family": FONT},
    )  # fmt: skip


def _around(x: float, y: float, half: float) -> Box:
    return Box(x - half, y - half, x + half, y + half)
