"""Places in the text, from the gazetteer of ``data/places``; false friends need a cue word."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from dashboard.extraction.actors import VISITED
from dashboard.extraction.phrases import DATA, PhraseTable
from dashboard.model import Place
from dashboard.text import Word, fold_word

CLITICS = ("", "و", "ب", "وب", "ل", "ف", "ك", "فب", "ول")
_LOCATIVE = frozenset(
    fold_word(w)
    for w in (
        "في", "إلى", "الى", "قرب", "داخل", "نحو", "مدينة", "بلدة", "قرية", "بلدتي", "مدينتي",
        "حي", "مخيم", "محافظة", "العاصمة", "ضاحية", "ريف", "منطقة", "معبر", "مطار", "على",
        "من", "وسط", "شرق", "غرب", "شمال", "جنوب", "شرقي", "غربي", "شمالي", "جنوبي", "بمدينة",
        "ببلدة", "بريف", "حصار", "قصف", "أحياء", "بلدات", "قرى", "جبل", "سهل", "زار", "يزور",
        "زيارة", "زارت", "زيارته", "مدن", "بمحافظة", "سجن", "عبر",
    )
)  # fmt: skip
_RURAL = frozenset(
    fold_word(w)
    for w in (
        "ريف", "بريف", "وريف", "شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي",
        "محيط", "ضواحي", "قرب",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place at tokens ``start``..``end``; ``located`` when «في», «إلى», «مدينة» … precede it."""

    start: int
    end: int
    clitic: int
    place: Place
    located: bool


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The places by id, their names, and the names that need a cue before them."""

    places: dict[str, Place]
    kinds: dict[str, str]
    names: PhraseTable[str]
    cues: dict[str, frozenset[str]]


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The gazetteer of ``data/places/*.csv``; a bad row is an error that names file and line."""
    places: dict[str, Place] = {}
    kinds: dict[str, str] = {}
    names: PhraseTable[str] = PhraseTable()
    for path in sorted((DATA / "places").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for number, row in enumerate(csv.DictReader(file), start=2):
                try:
                    place = Place(
                        row["id"], row["name"], row["name_ar"], row["country"], row["admin1"],
                        float(row["lat"]), float(row["lon"]), int(row["precision"]),
                    )  # fmt: skip
                except (KeyError, TypeError, ValueError) as error:
                    raise ValueError(f"{path}:{number}: {error}; correct the row") from error
                places[place.id] = place
                kinds[place.id] = row["kind"]
                for alias in (row["name_ar"], row["name"], *row["aliases"].split("|")):
                    if alias.strip():
                        names.add(alias, place.id)
    cues: dict[str, frozenset[str]] = {}
    ambiguous = DATA / "places" / "ambiguous.toml"
    if ambiguous.exists():
        with ambiguous.open("rb") as file:
            raw = tomllib.load(file)
        for entry in raw.get("alias", raw.get("ambiguous", [])):
            name = entry.get("alias") or entry.get("name") or entry.get("form")
            wanted = entry.get("cues") or entry.get("cue") or []
            if name and wanted:
                cues[fold_word(name)] = frozenset(fold_word(w) for w in wanted)
    return Gazetteer(places, kinds, names, cues)


def find_places(
    tokens: Sequence[Word], blocked: Collection[int], context: str = "SY"
) -> list[FoundPlace]:
    """The places named in the text, in order.

    ``blocked`` are tokens of dates and of actors that are no places. ``context`` is the country
    preferred when a name is shared.
    """
    gaz = gazetteer()
    named = gaz.names.opens(CLITICS)
    found: list[FoundPlace] = []
    i = 0
    while i < len(tokens):
        if tokens[i].text not in named:
            i += 1
            continue
        place = None if i in blocked else _at(gaz, tokens, i, context)
        if place is None:
            i += 1
            continue
        found.append(place)
        i = place.end
    return found


def _at(gaz: Gazetteer, tokens: Sequence[Word], i: int, context: str) -> FoundPlace | None:
    match = gaz.names.at(tokens, i, CLITICS)
    if match is None:
        return None
    before = tokens[i - 1].text if i else ""
    prefix = tokens[i].text[: match.clitic]
    located = "ب" in prefix or before.removeprefix("و") in _LOCATIVE or _visited(tokens, i)
    surface = " ".join(t.text for t in tokens[i : match.end])[match.clitic :]
    wanted = gaz.cues.get(surface)
    if wanted is not None and before not in wanted and before.removeprefix("و") not in wanted:
        return None
    if match.clitic and not located:
        # «وقف», «لكم»: a letter read off needs a stem of its own and, for ل ك ف, a cue.
        stem = len(tokens[i].text) - match.clitic
        if stem < 4 and not _joined(gaz, tokens, i, prefix):
            return None
    place = _choose(gaz, match.values, context)
    if place.precision == 6 and not located:
        return None
    if before in _RURAL and place.precision < 2:
        place = replace(place, precision=3 if "ريف" in before else 2)
    return FoundPlace(i, match.end, match.clitic, place, located)


def _visited(tokens: Sequence[Word], i: int) -> bool:
    """«زار المبعوث الدولي دي ميستورا دمشق»: no preposition stands before what is visited."""
    for k in range(i - 1, max(-1, i - 8), -1):
        if not tokens[k].text.isalpha():
            return False
        if tokens[k].text.lstrip("وف") in VISITED:
            return True
    return False


def _joined(gaz: Gazetteer, tokens: Sequence[Word], i: int, prefix: str) -> bool:
    """«حلب وحمص»: the word before is a place too."""
    return prefix == "و" and i > 0 and gaz.names.at(tokens, i - 1, CLITICS) is not None


def _choose(gaz: Gazetteer, ids: Sequence[str], context: str) -> Place:
    candidates = [gaz.places[i] for i in ids]
    for place in candidates:
        if place.country == context and place.precision < 6:
            return place
    return candidates[0]
