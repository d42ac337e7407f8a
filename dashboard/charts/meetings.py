"""Who met whom, and where: the offline map of encounters, and pairs of participants."""

from __future__ import annotations

import csv
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.direction import isolate
from dashboard.charts.labels import Labels, as_day
from dashboard.charts.ranking import bars
from dashboard.charts.theme import FONT, Look, framed, hover_lines, sentence, with_opacity

BASEMAP = "/app/static/countries-50m.geojson"
_POINTS = Path(__file__).parents[2] / "data" / "look" / "country_points.csv"
_TILE = 512  # pixels of the whole world at zoom 0 in MapLibre
_CLOSEST = 6.0


def places_of(encounters: pd.DataFrame) -> pd.DataFrame:
    """Encounters by place: one row a place with coordinates, for ``meetings_map``.

    Columns ``place_id``, ``name``, ``name_ar``, ``lat``, ``lon``, ``country``, ``n`` (encounters;
    reports of one ``cluster_id`` count once), ``who`` (list of participants, busiest first),
    ``first``, ``last`` (days).
    """
    found: dict[str, dict[str, Any]] = {}
    for row in encounters.to_dict("records"):
        place, lat = row.get("place_id"), row.get("place_lat")
        if not isinstance(place, str) or lat is None or lat is pd.NA or lat != lat:
            continue
        entry = found.setdefault(
            place,
            {
                "place_id": place,
                "name": row["place_name"],
                "name_ar": row["place_name_ar"],
                "lat": float(lat),
                "lon": float(row["place_lon"]),
                "country": row["place_country"],
                "keys": set(),
                "people": Counter(),
                "parts": {},
                "days": [],
            },
        )
        key = _encounter_key(row)
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


def _encounter_key(row: Mapping[Any, Any]) -> str:
    cluster = row.get("cluster_id")
    return cluster if isinstance(cluster, str) and cluster else str(row["event_id"])


@dataclass
class _Group:
    x: float
    y: float
    rows: list[dict[str, Any]] = field(default_factory=list)

    @property
    def n(self) -> int:
        return sum(int(row["n"]) for row in self.rows)


def meetings_map(
    places: pd.DataFrame,
    *,
    title: str,
    caption: str,
    labels: Labels,
    look: Look,
    basemap: str | Mapping[str, Any] = BASEMAP,
) -> go.Figure:
    """A quiet map with a mark a place, its area in proportion to the encounters there.

    ``places`` has the columns of ``places_of`` (``who``, ``first``, ``last`` may be missing).
    Marks that would overlap are one mark; ``customdata`` is the ids of its places, comma-joined,
    and the number of encounters. ``basemap`` is a URL on this server, or GeoJSON for an export.
    """
    rows = [r for r in places.to_dict("records") if r["lat"] == r["lat"] and r["lat"] is not None]
    if not rows:
        return sentence(
            labels.t("chart.map.empty"), title=title, caption=caption, labels=labels, look=look
        )
    note = labels.t("chart.map.borders")
    figure = go.Figure()
    framed(
        figure,
        title=title,
        caption=f"{caption}\n{note}" if caption else note,
        unit=labels.t("chart.map.unit"),
        labels=labels,
        look=look,
        height=560,
        axis_room=4,
    )
    layout = figure.layout
    wide = (look.width or 640) - 24
    high = layout.height - layout.margin.t - layout.margin.b
    centre, zoom = _view(rows, wide, high)
    most = max(int(row["n"]) for row in rows)
    groups = _grouped(rows, zoom, most)
    p = look.palette
    _name_countries(figure, {str(row["country"]) for row in rows}, labels, look)
    figure.add_scattermap(
        lat=[g.rows[0]["lat"] for g in groups],
        lon=[g.rows[0]["lon"] for g in groups],
        mode="markers",
        marker={
            "size": [_size(g.n, most) + 3 for g in groups],
            "color": p.paper,
            "opacity": 1,
            "allowoverlap": True,
        },
        hoverinfo="skip",
    )
    figure.add_scattermap(
        lat=[g.rows[0]["lat"] for g in groups],
        lon=[g.rows[0]["lon"] for g in groups],
        mode="markers+text",
        marker={
            "size": [_size(g.n, most) for g in groups],
            "color": look.mark("CONSULT").colour,
            "opacity": 0.88,
            "allowoverlap": True,
        },
        text=[isolate(_group_label(g, labels)) for g in groups],
        textposition="bottom center",
        textfont={"size": 15 if labels.rtl else 13, "color": p.ink, "family": FONT},
        customdata=[[",".join(str(r["place_id"]) for r in g.rows), g.n] for g in groups],
        hovertext=[_group_hover(g, labels) for g in groups],
        hoverinfo="text",
    )
    land: dict[str, Any] = {"sourcetype": "geojson", "source": basemap, "below": "traces"}
    background = {"id": "sea", "type": "background", "paint": {"background-color": p.sea}}
    figure.update_layout(
        showlegend=False,
        clickmode="event+select",
        dragmode="pan",
        map={
            "style": {"version": 8, "sources": {}, "layers": [background]},
            "center": centre,
            "zoom": zoom,
            "layers": [
                {**land, "type": "fill", "color": p.land},
                {**land, "type": "line", "color": p.border, "line": {"width": 0.8}},
            ],
        },
    )
    return figure


def _size(n: int, most: int) -> float:
    return 11 + 23 * math.sqrt(n / most) if most > 1 else 14


def _mercator(lat: float, lon: float) -> tuple[float, float]:
    """Web Mercator of the world as 0..1 in both directions, y growing southwards."""
    sine = math.sin(math.radians(max(min(lat, 85.0), -85.0)))
    return (lon + 180) / 360, 0.5 - math.log((1 + sine) / (1 - sine)) / (4 * math.pi)


def _view(rows: list[dict[Any, Any]], wide: float, high: float) -> tuple[dict[str, float], float]:
    """The centre and zoom at which every mark lies inside with a margin for its name."""
    points = [_mercator(row["lat"], row["lon"]) for row in rows]
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    zoom = _CLOSEST
    for span, room in ((right - left, wide - 110), (bottom - top, high - 100)):
        if span > 0:
            zoom = min(zoom, math.log2(max(room, 60) / (span * _TILE)))
    x, y = (left + right) / 2, (top + bottom) / 2 + 8 / (_TILE * 2**zoom)
    lat = math.degrees(2 * math.atan(math.exp((0.5 - y) * 2 * math.pi)) - math.pi / 2)
    return {"lat": round(lat, 3), "lon": round(x * 360 - 180, 3)}, round(max(zoom, 0.2), 2)


def _grouped(rows: list[dict[Any, Any]], zoom: float, most: int) -> list[_Group]:
    """Places whose marks would overlap at this zoom, together under the busiest of them."""
    world = _TILE * 2**zoom
    groups: list[_Group] = []
    for row in sorted(rows, key=lambda r: -int(r["n"])):
        x, y = _mercator(row["lat"], row["lon"])
        for group in groups:
            near = (_size(int(group.rows[0]["n"]), most) + _size(int(row["n"]), most)) / 2
            if math.hypot(group.x - x, group.y - y) * world < near:
                group.rows.append(row)
                break
        else:
            groups.append(_Group(x, y, [row]))
    return groups


def _group_label(group: _Group, labels: Labels) -> str:
    name = labels.name(group.rows[0]).replace("&amp;", "&")
    more = len(group.rows) - 1
    if more:
        name = f"{name} {labels.t('chart.map.more', n=labels.number(more))}"
    return f"{name} · {labels.number(group.n)}"


def _group_hover(group: _Group, labels: Labels) -> str:
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


@lru_cache(maxsize=1)
def _country_points() -> Mapping[str, tuple[float, float]]:
    with _POINTS.open(encoding="utf-8", newline="") as file:
        return {r["country"]: (float(r["lat"]), float(r["lon"])) for r in csv.DictReader(file)}


def _name_countries(figure: go.Figure, codes: set[str], labels: Labels, look: Look) -> None:
    known = _country_points()
    named = sorted(code for code in codes if code in known)
    figure.add_scattermap(
        lat=[known[code][0] for code in named],
        lon=[known[code][1] for code in named],
        mode="text",
        text=[isolate(labels.country(code)) for code in named],
        hoverinfo="skip",
        textfont={"size": 13 if labels.rtl else 12, "color": look.palette.quiet, "family": FONT},
    )


def _pairs(
    rows: Iterable[Mapping[Any, Any]],
) -> tuple[Counter[tuple[str, str]], Counter[str], dict[str, Mapping[str, Any]]]:
    """How often two actors were at one encounter, how often each was, and who they are."""
    pairs: Counter[tuple[str, str]] = Counter()
    alone: Counter[str] = Counter()
    who: dict[str, Mapping[str, Any]] = {}
    seen: dict[str, set[str]] = {}
    for row in rows:
        people = seen.setdefault(_encounter_key(row), set())
        for part in row.get("participants") or ():
            who[part["actor_id"]] = part
            people.add(part["actor_id"])
    for people in seen.values():
        alone.update(people)
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
    pairs, _, who = _pairs(encounters.to_dict("records"))
    top = pairs.most_common(limit)
    if not top:
        return sentence(
            labels.t("chart.pairs.empty"), title=title, caption=caption, labels=labels, look=look
        )
    names = [labels.t("chart.between").join(labels.name(who[a]) for a in pair) for pair, _ in top]
    return bars(
        names,
        [n for _, n in top],
        list(range(len(top), 0, -1)),
        [",".join(p) for p, _ in top],
        title=title,
        caption=caption,
        labels=labels,
        look=look,
        unit=labels.t("chart.pairs.unit"),
    )


def meeting_matrix(
    encounters: pd.DataFrame,
    *,
    title: str,
    caption: str,
    labels: Labels,
    look: Look,
    limit: int = 8,
) -> go.Figure:
    """Who met whom among the busiest actors, the count in every cell; ``customdata`` as pairs'."""
    pairs, alone, who = _pairs(encounters.to_dict("records"))
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
    short = [isolate("<br>".join(labels.name(who[actor]).rsplit(" ", 1))) for actor in top]
    colour = look.mark("CONSULT").colour
    places = list(range(len(top)))
    met = labels.t("chart.between")
    figure = go.Figure(
        go.Heatmap(
            z=[[n or None for n in row] for row in counts],
            x=places,
            y=places,
            xgap=2,
            ygap=2,
            zmin=0,
            zmax=most,
            showscale=False,
            hoverinfo="text",
            hoverongaps=False,
            colorscale=[[0, with_opacity(colour, 0.1)], [1, with_opacity(colour, 0.75)]],
            customdata=[[[f"{min(a, b)},{max(a, b)}"] for b in top] for a in top],
            hovertext=[
                [
                    hover_lines(
                        [
                            met.join((labels.name(who[a]), labels.name(who[b]))),
                            labels.counted("chart.encounters", n),
                        ]
                    )
                    for b, n in zip(top, row, strict=True)
                ]
                for a, row in zip(top, counts, strict=True)
            ],
        )
    )
    for y, row in enumerate(counts):
        for x, n in enumerate(row):
            figure.add_annotation(
                x=x,
                y=y,
                text="·" if x == y else labels.number(n) if n else "",
                showarrow=False,
                font={"color": p.quiet if x == y else p.ink},
            )
    framed(
        figure,
        title=title,
        caption=caption,
        unit=labels.t("chart.pairs.unit"),
        labels=labels,
        look=look,
        height=200 + 44 * len(top),
        axis_room=56,
    )
    axis: dict[str, Any] = {
        "tickmode": "array",
        "tickvals": places,
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
        "tickfont": {"color": p.ink},
    }
    figure.update_layout(
        xaxis=axis
        | {"ticktext": short, "tickangle": 0, "autorange": "reversed" if labels.rtl else True},
        yaxis=axis
        | {
            "ticktext": names,
            "autorange": "reversed",
            "automargin": True,
            "side": "right" if labels.rtl else "left",
        },
        clickmode="event+select",
    )
    return figure
