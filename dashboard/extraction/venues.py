"""The city in which an encounter was, where its airport, its palace or its quarter is named."""

from __future__ import annotations

from functools import lru_cache

from dashboard.extraction.places import gazetteer
from dashboard.model import Place

_PARTS = ("airport", "district")  # kinds of places that a city holds
_AIRPORTS = (" International Airport", " Military Airport", " Airport")
_EXACT = 1  # UCDP where_prec


def in_the_city(place: Place | None) -> Place | None:
    """«التقاه في مطار دمشق», «في قصر المرادية»: the city, else the place itself."""
    return place if place is None else _cities().get(place.id, place)


def landed_in(place: Place) -> Place:
    """«وصل إلى مطار صنعاء»: the city of an airport; a quarter that is visited is told as itself."""
    at_airport = gazetteer().kinds[place.id] == "airport"
    return _cities().get(place.id, place) if at_airport else place


@lru_cache(maxsize=1)
def _cities() -> dict[str, Place]:
    """The city of each airport and of each quarter, by the id of these."""
    gaz = gazetteer()
    towns = {
        (place.country, place.name): place
        for place in gaz.places.values() if gaz.kinds[place.id] in ("city", "town")
    }  # fmt: skip
    out: dict[str, Place] = {}
    for place in gaz.places.values():
        if gaz.kinds[place.id] not in _PARTS or place.precision != _EXACT:
            continue
        name = next((place.name.removesuffix(e) for e in _AIRPORTS if place.name.endswith(e)), "")
        name = name or (place.admin1 if gaz.kinds[place.id] == "district" else "")
        if (place.country, name) in towns:
            out[place.id] = towns[place.country, name]
    return out
