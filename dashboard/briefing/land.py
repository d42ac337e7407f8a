"""The meetings map as lines and letters, from the figure that the page draws.

The page's map is painted by MapLibre; to print it so would give a bitmap, and takes seconds
without a graphics card. Projection, zoom, marks and names are the figure's own.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any

from dashboard.charts.theme import FONT

_LAND = Path(__file__).parents[2] / "static" / "countries-50m.geojson"
_TILE = 512  # pixels of the whole world at zoom 0 in MapLibre
_STEP = 2  # parts of a pixel that a coast is drawn to
Ring = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class _Window:
    """The part of the world that the map shows, in pixels."""

    left: float
    top: float
    width: float
    height: float
    world: float
    middle: tuple[float, float]

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """A place in pixels of the picture."""
        return self.drawn(*_share(lon, lat))

    def drawn(self, x: float, y: float) -> tuple[float, float]:
        """A place that is given as a share of the world, in pixels of the picture."""
        return (
            self.left + self.width / 2 + (x - self.middle[0]) * self.world,
            self.top + self.height / 2 + (y - self.middle[1]) * self.world,
        )

    def meets(self, left: float, top: float, right: float, bottom: float) -> bool:
        """Whether a box has a part inside."""
        return (
            left < self.left + self.width and right > self.left
            and top < self.top + self.height and bottom > self.top
        )  # fmt: skip


def map_svg(figure: Any, width: float, height: float) -> str:
    """The figure of ``meetings_map`` as SVG of so many pixels."""
    window = _window(figure, width, height)
    colours = _colours(figure.layout.map.style)
    frame = f'x="{window.left}" y="{window.top}" width="{window.width}" height="{window.height}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
        f'<defs><clipPath id="frame"><rect {frame}/></clipPath></defs>'
        f'<rect {frame} fill="{colours["sea"]}"/><g clip-path="url(#frame)">'
        f'<path d="{"".join(_coasts(window))}" fill="{colours["land"]}" fill-rule="evenodd" '
        f'stroke="{colours["borders"]}" stroke-width="0.8" stroke-linejoin="round"/>'
    ]
    for trace in figure.data:
        parts += _names(trace, window) if "text" in trace.mode else _marks(trace, window)
    return "".join([*parts, "</g></svg>"])


def _window(figure: Any, width: float, height: float) -> _Window:
    margin, shown = figure.layout.margin, figure.layout.map
    world = _TILE * 2**shown.zoom
    whole = _Window(
        margin.l, margin.t, width - margin.l - margin.r, height - margin.t - margin.b, world, (0, 0)
    )
    x, y = whole.at(shown.center.lon, shown.center.lat)
    middle = (
        (x - whole.left - whole.width / 2) / world,
        (y - whole.top - whole.height / 2) / world,
    )
    return _Window(whole.left, whole.top, whole.width, whole.height, world, middle)


def _colours(style: Mapping[str, Any]) -> dict[str, str]:
    found: dict[str, str] = {}
    for layer in style["layers"]:
        paint = layer["paint"]
        found[layer["id"]] = next(paint[name] for name in paint if name.endswith("-color"))
    return found


def _share(lon: float, lat: float) -> tuple[float, float]:
    """A place as a share of the world's width and height (Web Mercator)."""
    sine = math.sin(math.radians(max(min(lat, 85.0), -85.0)))
    return (lon + 180) / 360, 0.5 - math.log((1 + sine) / (1 - sine)) / (4 * math.pi)


@lru_cache(maxsize=1)
def _rings() -> list[Ring]:
    """The outlines of all countries, each with its islands and lakes, in shares of the world."""
    found: list[list[Any]] = []
    for feature in json.loads(_LAND.read_text(encoding="utf-8"))["features"]:
        shape = feature["geometry"]
        many = shape["type"] == "MultiPolygon"
        for polygon in shape["coordinates"] if many else [shape["coordinates"]]:
            found += polygon
    return [[_share(*point[:2]) for point in ring] for ring in found]


def _coasts(window: _Window) -> Iterator[str]:
    """Paths of the outlines in sight, points closer than a part of a pixel drawn once.

    Neighbours are thinned alike, as each point moves by itself: their border stays one line.
    """
    for ring in _rings():
        xs, ys = [x for x, _ in ring], [y for _, y in ring]
        left, top = window.drawn(min(xs), min(ys))
        right, bottom = window.drawn(max(xs), max(ys))
        for turn in (-window.world, 0.0, window.world):  # the map goes on beyond the date line
            if not window.meets(left + turn, top, right + turn, bottom):
                continue
            points = (window.drawn(x, y) for x, y in ring)
            steps = [(round((x + turn) * _STEP), round(y * _STEP)) for x, y in points]
            kept = [p for i, p in enumerate(steps) if i == 0 or p != steps[i - 1]]
            if len(kept) > 2:
                yield "M" + "L".join(f"{x / _STEP:g} {y / _STEP:g}" for x, y in kept) + "Z"


def _marks(trace: Any, window: _Window) -> Iterator[str]:
    for lat, lon, size in zip(trace.lat, trace.lon, trace.marker.size, strict=True):
        x, y = window.at(lon, lat)
        yield (
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size / 2:.1f}" fill="{trace.marker.color}" '
            f'opacity="{trace.marker.opacity}"/>'
        )


def _names(trace: Any, window: _Window) -> Iterator[str]:
    """Names where the figure has them; its marker size says how far from the mark (plotly 7)."""
    font, away = trace.textfont.size, trace.marker.size / 100
    beside, above = (away + 0.5) * font, (away + 0.3) * font
    anchor, right, down = {
        "middle right": ("start", beside, 0.35 * font),
        "middle left": ("end", -beside, 0.35 * font),
        "bottom center": ("middle", 0.0, above + 0.95 * font),
        "top center": ("middle", 0.0, -above - 0.25 * font),
        "middle center": ("middle", 0.0, 0.35 * font),
    }[trace.textposition]
    for lat, lon, text in zip(trace.lat, trace.lon, trace.text, strict=True):
        x, y = window.at(lon, lat)
        yield (
            f'<text x="{x + right:.1f}" y="{y + down:.1f}" text-anchor="{anchor}" '
            f'font-family="{FONT}" font-size="{font}" fill="{trace.textfont.color}">'
            f"{escape(text)}</text>"
        )
