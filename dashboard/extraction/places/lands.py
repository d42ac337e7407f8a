"""Which state a place lies in: the country codes of the gazetteer and the sides of the actors."""

from __future__ import annotations

from functools import lru_cache

from dashboard.extraction.places.gazetteer import gazetteer
from dashboard.extraction.vocabulary.registry import registry

_COUNTRY = 6  # UCDP where_prec


def side_of(country: str) -> str:
    """The state (alpha-3) of a country code (alpha-2), "" where none is known."""
    return sides().get(country, "")


@lru_cache(maxsize=1)
def sides() -> dict[str, str]:
    """The state (alpha-3) of each country code of the gazetteer (alpha-2), by their name."""
    states = {a.name: a.side for a in registry().actors.values() if a.kind == "state"}
    countries = (p for p in gazetteer().places.values() if p.precision == _COUNTRY)
    return {p.country: states[p.name] for p in countries if p.name in states}
