"""Claims by where they are: a report's bombing in one town is not another's in the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import asin, cos, radians, sin, sqrt

from dashboard.table.disagreeing import Row

_SPOT = 2  # where_prec: a town or nearer
_FAR = 15.0  # km: a large town, and a suburb told by its own name
Spot = tuple[float, float]


def within(row: Row, precision: int) -> bool:
    """Whether a claim's place is known as exactly as that, or more."""
    return bool(row["place_id"]) and (row["place_precision"] or 9) <= precision


def at_one_spot(group: Sequence[Row]) -> Iterator[list[Row]]:
    """The group parted by places far from one another; one whose place is vague goes with the only
    one that is known."""
    spots: list[tuple[Spot, list[Row]]] = []
    vague: list[Row] = []
    for row in group:
        here = _spot(row)
        if here is None:
            vague.append(row)
            continue
        near = next((rows for there, rows in spots if _km(here, there) <= _FAR), None)
        if near is None:
            spots.append((here, [row]))
        else:
            near.append(row)
    if len(spots) <= 1:
        yield [*group]
        return
    for _, rows in spots:
        yield rows
    if vague:
        yield vague


def _spot(row: Row) -> Spot | None:
    lat, lon = row.get("place_lat"), row.get("place_lon")
    if lat is None or lon is None or not within(row, _SPOT):
        return None
    return float(lat), float(lon)


def _km(one: Spot, two: Spot) -> float:
    (lat, lon), (other_lat, other_lon) = ((radians(a), radians(b)) for a, b in (one, two))
    part = sin((lat - other_lat) / 2) ** 2
    part += cos(lat) * cos(other_lat) * sin((lon - other_lon) / 2) ** 2
    return 12_742 * asin(sqrt(part))
