"""The map through time: a slider over months, and lines from parties' capitals to the venue.

Steps are plotly frames: they are played in the browser, which asks the server for nothing, and
they change sizes and words only, so that the map stays where its reader has moved it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import plotly.graph_objects as go

from dashboard.charts.direction import isolate
from dashboard.charts.histogram import last_day
from dashboard.charts.labels import Labels, as_day
from dashboard.charts.map_view import Country, Group, countries, size_of
from dashboard.charts.periods import Grain
from dashboard.charts.theme import Look, with_opacity

SLIDER_ROOM = 78
"""The pixels under the map that the slider takes."""
_MOST = 4_000  # marks in all steps; with more, steps are longer
_GRAINS: tuple[tuple[Grain, int], ...] = (("month", 1), ("quarter", 3), ("year", 12))
_PLAY = 450  # milliseconds a step


@dataclass(frozen=True, slots=True)
class Sighting:
    """One encounter at one place: by which day it is known to have been, and whose it was."""

    place_id: str
    lat: float
    lon: float
    day: date | None
    origins: tuple[Country, ...]


def sightings(rows: Iterable[Mapping[Any, Any]]) -> list[Sighting]:
    """Each encounter once at each place that its reports tell.

    Its origins are the countries of parties of a state, without the one it was held in.
    """
    found: dict[tuple[str, str], Sighting] = {}
    for row in rows:
        place, lat = row.get("place_id"), row.get("place_lat")
        if not isinstance(place, str) or lat is None or lat != lat:
            continue
        cluster = row.get("cluster_id")
        key = cluster if isinstance(cluster, str) and cluster else str(row["event_id"])
        known = countries()
        sides = {str(part.get("side") or "") for part in row.get("participants") or ()}
        origins = {known[side] for side in sides if side in known}
        before = found.get((key, place))
        day = as_day(row.get("date_last")) or as_day(row.get("date_first"))
        if before:
            origins |= set(before.origins)
            day = min(filter(None, (day, before.day)), default=None)
        away = sorted(
            (c for c in origins if c.code != row.get("place_country")), key=lambda c: c.code
        )
        found[key, place] = Sighting(place, float(lat), float(row["place_lon"]), day, tuple(away))
    return list(found.values())


Points = dict[str, list[float | None]]


def lines_of(seen: Iterable[Sighting]) -> Points:
    """Line segments from every seat of government to its place, each pair of ends once."""
    ends = dict.fromkeys((*o.seat, s.lat, s.lon) for s in seen for o in s.origins)
    points: Points = {"lat": [], "lon": []}
    for lat, lon, to_lat, to_lon in ends:
        points["lat"] += [lat, to_lat, None]
        points["lon"] += [lon, to_lon, None]
    return points


def add_lines(figure: go.Figure, seen: Sequence[Sighting], look: Look) -> None:
    """The lines as the figure's next trace."""
    figure.add_scattermap(
        **lines_of(seen), mode="lines", hoverinfo="skip",
        line={"width": 1.1, "color": with_opacity(look.mark("CONSULT").colour, 0.45)},
    )  # fmt: skip


def origins_of(seen: Iterable[Sighting]) -> list[Country]:
    """The countries that lines begin in."""
    return sorted({o for s in seen for o in s.origins}, key=lambda c: c.code)


def periods(days: Sequence[date], marks: int) -> list[date]:
    """The last days of the months (or longer) from the first to the last of ``days``.

    They are longer where so many marks in each month would be too many for one page.
    """
    first, last = min(days), max(days)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    grain, step = next(
        (g for g in _GRAINS if months / g[1] * max(marks, 1) <= _MOST), _GRAINS[-1]
    )
    ends: list[date] = []
    begin = date(first.year, (first.month - 1) // step * step + 1, 1)
    while begin <= last:
        ends.append(last_day(begin, grain))
        begin = ends[-1] + timedelta(days=1)
    return ends


def add_steps(
    figure: go.Figure,
    seen: Sequence[Sighting],
    groups: Sequence[Group],
    most: int,
    traces: Mapping[str, int],
    names: Sequence[tuple[int, int]],
    called: Sequence[str],
    labels: Labels,
    look: Look,
) -> bool:
    """Adds the slider and its frames; false where there are too few days for one.

    A mark is as large as its encounters up to the step are many, in ink where one was in the step.
    ``traces`` are the figure's indices of ``halo``, ``marks`` and, where drawn, ``lines``;
    ``names`` those of each name's trace and of its group, ``called`` the name of every group.
    """
    dated = sorted((s for s in seen if s.day), key=lambda s: s.day or date.min)
    ends = periods([s.day for s in dated if s.day], len(groups)) if dated else []
    if len(ends) < 2:
        return False
    at = {str(row["place_id"]): i for i, g in enumerate(groups) for row in g.rows}
    inside: dict[date, list[Sighting]] = {}  # a month without an encounter is no step
    for sighting in dated:
        if sighting.day and sighting.place_id in at:
            inside.setdefault(ends[bisect_left(ends, sighting.day)], []).append(sighting)
    counts = [0] * len(groups)
    colour, ink = look.mark("CONSULT").colour, look.palette.ink
    frames, steps = [], []
    for end, here in inside.items():
        new = {at[s.place_id] for s in here}
        for sighting in here:
            counts[at[sighting.place_id]] += 1
        sizes = [size_of(n, most) if n else 0 for n in counts]
        told = [
            isolate(f"{name} · {labels.number(n)}") if n else ""
            for name, n in zip(called, counts, strict=True)
        ]
        changed: dict[int, dict[str, Any]] = {
            traces["halo"]: {"marker": {"size": [s + 3 if s else 0 for s in sizes]}},
            traces["marks"]: {
                "marker": {"size": sizes,
                           "color": [ink if i in new else colour for i in range(len(groups))]},
                "hovertext": told,
            },
        }  # fmt: skip
        for trace, index in names:
            changed[trace] = {"text": [told[index]]}
        if "lines" in traces:
            changed[traces["lines"]] = dict(lines_of(here))
        frames.append(_frame(str(end), changed))
        steps.append(_step(str(end), _until(end, labels)))
    frames.append(_whole(figure, [*traces.values(), *(trace for trace, _ in names)]))
    steps.append(_step("all", labels.t("chart.map.all")))
    figure.frames = frames
    figure.update_layout(**_controls(steps, labels, look))
    return True


def _until(end: date, labels: Labels) -> str:
    month = labels.digits(f"{labels.month(end.month)} {end.year}")
    return labels.t("chart.map.until", month=month)


def _frame(name: str, changed: Mapping[int, Mapping[str, Any]]) -> go.Frame:
    data = [{"type": "scattermap", **part} for part in changed.values()]
    return go.Frame(name=name, data=data, traces=list(changed))


def _whole(figure: go.Figure, traces: Sequence[int]) -> go.Frame:
    """The figure as it is without a step: what a step changes, put back."""
    back: dict[int, dict[str, Any]] = {}
    for index in traces:
        trace = figure.data[index].to_plotly_json()
        part = {key: trace[key] for key in ("lat", "lon", "text", "hovertext") if key in trace}
        if trace["mode"] == "markers":
            part["marker"] = {key: trace["marker"][key] for key in ("size", "color")}
            if isinstance(part["marker"]["color"], str):
                part["marker"]["color"] = [part["marker"]["color"]] * len(trace["lat"])
        back[index] = part
    return _frame("all", back)


def _step(name: str, label: str) -> dict[str, Any]:
    options = {
        "mode": "immediate", "frame": {"duration": 0, "redraw": True},
        "transition": {"duration": 0},
    }  # fmt: skip
    return {"method": "animate", "label": isolate(label), "args": [[name], options]}


def _controls(steps: list[dict[str, Any]], labels: Labels, look: Look) -> dict[str, Any]:
    """The slider, from left to right as time runs everywhere here, and the buttons before it."""
    p = look.palette
    play = {
        "mode": "immediate", "fromcurrent": True, "transition": {"duration": 0},
        "frame": {"duration": _PLAY, "redraw": True},
    }  # fmt: skip
    stop = {"mode": "immediate", "frame": {"duration": 0, "redraw": False},
            "transition": {"duration": 0}}  # fmt: skip
    room = 132 / (look.width or 640)
    slider = {
        "steps": steps, "active": len(steps) - 1, "x": room, "len": 1 - room, "y": 0,
        "yanchor": "top", "pad": {"t": 6, "b": 0, "l": 0, "r": 12}, "ticklen": 0,
        "minorticklen": 0, "bgcolor": p.border, "bordercolor": p.quiet, "borderwidth": 1,
        "activebgcolor": p.accent, "transition": {"duration": 0},
        "font": {"size": 1, "color": "rgba(0,0,0,0)"},
        "currentvalue": {"visible": True, "xanchor": "left", "offset": 8,
                         "font": {"size": 14, "color": p.ink}},
    }  # fmt: skip
    buttons = {
        "type": "buttons", "direction": "left", "showactive": False, "x": 0, "xanchor": "left",
        "y": 0, "yanchor": "top", "pad": {"t": 26, "l": 0, "r": 0}, "bgcolor": p.paper,
        "bordercolor": p.border, "font": {"size": 13, "color": p.ink},
        "buttons": [
            {"label": isolate(labels.t("chart.map.play")), "method": "animate",
             "args": [None, play]},
            {"label": isolate(labels.t("chart.map.pause")), "method": "animate",
             "args": [[None], stop]},
        ],
    }  # fmt: skip
    return {"sliders": [slider], "updatemenus": [buttons]}
