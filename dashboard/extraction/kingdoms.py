"""«المملكة» alone: the kingdom of which the text tells, Saudi Arabia where it tells of that one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.places.gazetteer import gazetteer
from dashboard.extraction.places.lands import sides
from dashboard.extraction.places.mentions import FoundPlace
from dashboard.extraction.vocabulary.phrases import load
from dashboard.model import Place
from dashboard.text import Word, fold_word

_THE_KINGDOM = (fold_word("المملكة"), fold_word("لمملكة"))
_COUNTRY = 6  # UCDP where_prec


def kingdoms_meant(
    tokens: Sequence[Word], places: Sequence[FoundPlace], actors: Sequence[Found]
) -> list[FoundPlace]:
    """The places, «المملكة» the one kingdom whose people are named where no Saudi is.

    «التقى الملك عبدالله الثاني المالكي الذي اختتم زيارة إلى المملكة» is of Jordan.
    """
    named = [k for k, place in enumerate(places) if _alone(tokens, place)]
    if not named:
        return list(places)
    told = Counter(actor.actor.side for actor in actors)
    others = [(told[side], place) for side, place in _kingdoms().items() if told[side]]
    if told[_saudi()] or len(others) != 1:
        return list(places)
    out = list(places)
    for k in named:
        out[k] = replace(out[k], place=others[0][1])
    return out


def _alone(tokens: Sequence[Word], place: FoundPlace) -> bool:
    """Whether a place is named by «المملكة» and no more."""
    word = tokens[place.start].text[place.clitic :]
    return place.end == place.start + 1 and word in _THE_KINGDOM


@lru_cache(maxsize=1)
def _kingdoms() -> dict[str, Place]:
    """The other kingdoms that their press calls so, by their state."""
    states = load("places/settlements.toml")["kingdoms"]["others"]
    lands = {p.country: p for p in gazetteer().places.values() if p.precision == _COUNTRY}
    return {side: lands[code] for code, side in sides().items() if side in states}


def _saudi() -> str:
    return str(load("places/settlements.toml")["kingdoms"]["usual"])
