"""The map through time: its steps, and lines from parties' capitals to the venue.

Steps are plotly frames: they change sizes and words only, in the browser, so that the map stays
where its reader has moved it. A slider that nobody sees shows one: the page has a control of its
own, for its lists go through time as well.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import plotly.graph_objects as go

from dashboard.charts.direction import isolate
from dashboard.charts.labels import Labels, as_day
from dashboard.charts.layout import lay_out
from dashboard.charts.map_view import Country, Group, countries, size_of
from dashboard.charts.steps import Days
from dashboard.charts.theme import Look, with_opacity

SLIDER_ROOM = 26
"""The pixels under the map that its slider takes, though nobody sees it."""


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


def add_steps(
    figure: go.Figure,
    seen: Sequence[Sighting],
    steps: Sequence[Days],
    groups: Sequence[Group],
    most: int,
    traces: Mapping[str, int],
    names: Sequence[tuple[int, int]],
    called: Sequence[str],
    labels: Labels,
    look: Look,
) -> None:
    """Adds a frame for each step, a last one for all of it, and the slider that shows them.

    A mark is as large as its encounters up to the step are many, in ink where one was in the step.
    ``traces`` are the figure's indices of ``halo``, ``marks`` and, where drawn, ``lines``;
    ``names`` those of each name's trace and of its group, ``called`` the name of every group.
    """
    at = {str(row["place_id"]): i for i, g in enumerate(groups) for row in g.rows}
    ends = [last for _, last in steps]
    inside: list[list[Sighting]] = [[] for _ in steps]
    for sighting in seen:
        if sighting.day and sighting.place_id in at and sighting.day <= ends[-1]:
            inside[bisect_left(ends, sighting.day)].append(sighting)
    counts = [0] * len(groups)
    colour, ink = look.mark("CONSULT").colour, look.palette.ink
    frames = []
    for end, here in zip(ends, inside, strict=True):
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
    frames.append(_whole(figure, [*traces.values(), *(trace for trace, _ in names)]))
    figure.frames = frames
    lay_out(figure, sliders=[_slider([frame.name for frame in frames])])


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


def _slider(names: Sequence[str]) -> dict[str, Any]:
    """A slider without any colour under the map, whose steps show the frames of these names."""
    options = {
        "mode": "immediate", "frame": {"duration": 0, "redraw": True},
        "transition": {"duration": 0},
    }  # fmt: skip
    clear = "rgba(0,0,0,0)"
    return {
        "steps": [{"method": "animate", "label": "", "args": [[n], options]} for n in names],
        "active": len(names) - 1, "x": 0, "len": 1, "y": 0, "yanchor": "top", "ticklen": 0,
        "minorticklen": 0, "pad": {"t": 0, "b": 0, "l": 0, "r": 0}, "transition": {"duration": 0},
        "bgcolor": clear, "activebgcolor": clear, "bordercolor": clear, "tickcolor": clear,
        "font": {"size": 1, "color": clear}, "currentvalue": {"visible": False},
    }  # fmt: skip
