"""Where things stand on the map: its view in pixels, and marks that would overlap as one."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from dashboard.charts.placement import Box

_POINTS = Path(__file__).parents[2] / "data" / "look" / "country_points.csv"
_TILE = 512  # pixels of the whole world at zoom 0 in MapLibre
_CLOSEST = 6.0


@dataclass
class Group:
    """Places drawn as one mark, the busiest first; ``x``, ``y`` in Web Mercator."""

    x: float
    y: float
    rows: list[dict[str, Any]] = field(default_factory=list)

    @property
    def n(self) -> int:
        """The encounters at all its places."""
        return sum(int(row["n"]) for row in self.rows)


def size_of(n: int, most: int) -> float:
    """The pixels across a mark, its area in proportion to ``n``."""
    return 11 + 23 * math.sqrt(n / most) if most > 1 else 14


def mercator(lat: float, lon: float) -> tuple[float, float]:
    """Web Mercator of the world as 0..1 in both directions, y growing southwards."""
    sine = math.sin(math.radians(max(min(lat, 85.0), -85.0)))
    return (lon + 180) / 360, 0.5 - math.log((1 + sine) / (1 - sine)) / (4 * math.pi)


@dataclass(frozen=True, slots=True)
class View:
    """What a map shows: its middle in Web Mercator, zoom, and size in pixels."""

    x: float
    y: float
    zoom: float
    frame: Box

    def pixels(self, x: float, y: float) -> tuple[float, float]:
        """Pixels from the middle, y growing upwards, of a point in Web Mercator."""
        world = _TILE * 2**self.zoom
        return (x - self.x) * world, (self.y - y) * world

    @property
    def centre(self) -> dict[str, float]:
        """The middle in degrees."""
        lat = math.degrees(2 * math.atan(math.exp((0.5 - self.y) * 2 * math.pi)) - math.pi / 2)
        return {"lat": round(lat, 3), "lon": round(self.x * 360 - 180, 3)}


def view_of(points: Iterable[tuple[float, float]], wide: float, high: float) -> View:
    """The view in which every point (latitude, longitude) lies inside with room for its name."""
    points = [mercator(lat, lon) for lat, lon in points]
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    zoom = _CLOSEST
    for span, room in ((right - left, wide - 80), (bottom - top, high - 110)):
        if span > 0:
            zoom = min(zoom, math.log2(max(room, 60) / (span * _TILE)))
    frame = Box(-wide / 2, -high / 2, wide / 2, high / 2)
    return View((left + right) / 2, (top + bottom) / 2, round(max(zoom, 0.2), 2), frame)


def grouped(rows: list[dict[Any, Any]], zoom: float, most: int) -> list[Group]:
    """Places whose marks would overlap at this zoom, together under the busiest of them."""
    world = _TILE * 2**zoom
    groups: list[Group] = []
    for row in sorted(rows, key=lambda r: -int(r["n"])):
        x, y = mercator(row["lat"], row["lon"])
        for group in groups:
            near = (size_of(int(group.rows[0]["n"]), most) + size_of(int(row["n"]), most)) / 2
            if math.hypot(group.x - x, group.y - y) * world < near:
                group.rows.append(row)
                break
        else:
            groups.append(Group(x, y, [row]))
    return groups


@dataclass(frozen=True, slots=True)
class Country:
    """A country by its ISO 3166 alpha-2 code: where its name is written, and its seat.

    The seat is that of its government; where that is disputed, the place of the name.
    """

    code: str
    lat: float
    lon: float
    seat: tuple[float, float]


@lru_cache(maxsize=1)
def countries() -> Mapping[str, Country]:
    """Every country by its alpha-2 and by its alpha-3 code."""
    found: dict[str, Country] = {}
    with _POINTS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            lat, lon = float(row["lat"]), float(row["lon"])
            seat = (float(row["seat_lat"] or lat), float(row["seat_lon"] or lon))
            country = Country(row["country"], lat, lon, seat)
            found |= {row["country"]: country, row["alpha3"]: country}
    return found
