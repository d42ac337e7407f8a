"""Which of several places of one name is meant: the one near what else the text names."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt

from dashboard.extraction.vocabulary.phrases import load
from dashboard.model import Place

_EARTH = 12_742  # km, the diameter
_NEAR = 150  # km
_WINDOW = 60  # words: what is named farther off counts for less
_COUNTRY = 6  # UCDP where_prec
_CITY = 60  # km from a quarter to its city


def kilometres(one: Place, other: Place) -> float:
    """The great-circle distance in kilometres; places without coordinates are endlessly far."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return float("inf")
    a, b = radians(one.lat), radians(other.lat)
    h = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(other.lon - one.lon) / 2) ** 2
    return _EARTH * asin(sqrt(h))


def nearest(
    candidates: Sequence[Place],
    at: int,
    named: Sequence[tuple[int, Place]],
    states: Sequence[tuple[int, str]],
) -> Place | None:
    """The candidate that the words around token ``at`` speak for, or ``None`` if none do.

    ``named`` are the places whose names are their own, with their tokens; ``states`` the states
    named as actors, by country code. A town near by speaks for a candidate more than one of its
    country, and both the more the nearer their words are.
    """
    scores = [0.0] * len(candidates)
    for token, place in named:
        weight = 1 / (1 + abs(token - at) / _WINDOW)
        for k, candidate in enumerate(candidates):
            if place.country == candidate.country:
                scores[k] += weight
                if place.precision != _COUNTRY:
                    far = kilometres(place, candidate)
                    scores[k] += weight * max(0.0, 1 - far / _NEAR) * 2
    for token, country in states:
        for k, candidate in enumerate(candidates):
            if candidate.country == country:
                scores[k] += 0.5 / (1 + abs(token - at) / _WINDOW)
    best = max(scores)
    if best == 0 or sum(score > 0.9 * best for score in scores) > 1:
        return None
    return candidates[scores.index(best)]


def by_its_city(
    place: Place, named: Sequence[tuple[int, Place]], everywhere: Collection[str]
) -> bool:
    """Whether the city of a quarter is named, of those ``everywhere`` that many cities have."""
    return any(
        other.precision != _COUNTRY
        and other.id not in everywhere
        and kilometres(place, other) <= _CITY
        for _, other in named
    )


def usual(default: Place, places: Sequence[Place], around: Collection[str]) -> Place | None:
    """The place usually meant, where the text names no land of another alone.

    «العزيزية بحلب» is not the town in Libya.
    """
    others = {place.country for place in places} & set(around)
    fits = not others or default.country in others
    return default if default in places and fits else None


def fought_in(country: str) -> frozenset[str]:
    """A state and the lands in which its arms strike, which a text often leaves unnamed."""
    return frozenset((country, *_fought_in().get(country, ())))


@lru_cache(maxsize=1)
def _fought_in() -> dict[str, list[str]]:
    found: dict[str, list[str]] = load("places/settlements.toml")["fought_in"]
    return found
