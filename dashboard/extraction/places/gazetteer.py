"""The gazetteer of ``data/places``: places by name, and what the names of some of them need."""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from itertools import chain

from dashboard.extraction.vocabulary.phrases import DATA, PhraseTable, key, load
from dashboard.model import Place
from dashboard.text import fold_word
from dashboard.values import dataclass

_COUNTRY, _GOVERNORATE = 6, 4  # UCDP where_prec
_PREFIXED, _REST = ("دير", "كفر"), 3  # letters of what follows in a name such as «كفرنبل»
_SMALL = (
    "geonames",
    "villages",
    "villages_syria",
    "villages_region",
)  # known only where the text says they are places
_ARTICLE = re.compile(r"(^|[ -])(?:al|el)[ -](?=[A-Z])", re.IGNORECASE)
_ARTICLES = ("al-", "Al ", "el-", "El ")


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The places by id, their names, and what the names of some of them need."""

    places: dict[str, Place]
    kinds: dict[str, str]
    names: PhraseTable[Place]
    cues: dict[str, frozenset[str]]  # ordinary words, and what must stand before them
    otherwise: dict[str, frozenset[str]]  # names that are something else before these words
    never_after: dict[str, frozenset[str]]  # names that are something else after these words
    unattached: frozenset[str]  # names that an attached «ب» makes another word of
    everywhere: frozenset[str]  # ids of quarters whose names many cities have
    alone: dict[str, frozenset[str]]  # names after «في» that end a clause or precede these words
    small: frozenset[str]  # ids of places known only where the text says they are places
    ordinary: frozenset[str]  # names of these that need a word for a settlement
    settlements: frozenset[str]
    weak: frozenset[str]  # of these, the ones before ordinary words too
    several: frozenset[str]  # «قريتي», «بلدات»: what follows are names
    districts: dict[str, frozenset[str]]  # «مديرية», «محلية»: the countries that have such
    shared: dict[str, str]  # name to the place meant where nothing decides, or ""
    doubtful: frozenset[str]  # names that are ordinary words too
    codes: dict[str, str]  # English name of a state to its country code


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The gazetteer of ``data/places``; a bad row is an error that names file and line."""
    places: dict[str, Place] = {}
    kinds: dict[str, str] = {}
    named: list[tuple[str, str]] = []  # names and ids
    small: set[str] = set()
    large: set[str] = set()  # names of others than small ones
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
                if path.stem in _SMALL:
                    small.add(place.id)
                spelt = [alias for alias in (row["name_ar"], *row["aliases"].split("|")) if alias]
                names = (row["name"], *spelt, *_written_apart_or_as_one(spelt))
                for alias in dict.fromkeys(chain(names, *map(_with_other_articles, names))):
                    if alias.strip():
                        named.append((alias, place.id))
                        if path.stem not in _SMALL:
                            large.add(folded_name(alias))
    settlements = load("places/settlements.toml")
    cued = load("places/ambiguous.toml")["ambiguous"]
    ordinary = frozenset(map(folded_name, settlements["ordinary"]))
    return Gazetteer(
        places,
        kinds,
        PhraseTable((alias, places[id_]) for alias, id_ in named),
        {folded_name(entry["alias"]): frozenset(map(fold_word, entry["cues"])) for entry in cued},
        {
            folded_name(name): frozenset(map(fold_word, after))
            for name, after in load("places/ambiguous.toml")["otherwise"].items()
        },
        {
            folded_name(name): frozenset(map(fold_word, words))
            for name, words in load("places/ambiguous.toml")["never_after"].items()
        },
        frozenset(map(folded_name, load("places/ambiguous.toml")["never_attached"]["names"])),
        frozenset(
            place.id
            for place in places.values()
            if place.id in small and place.name_ar in settlements["everywhere"]
        ),
        {
            folded_name(name): frozenset(map(fold_word, after))
            for name, after in load("places/ambiguous.toml")["alone"].items()
        },
        frozenset(small),
        ordinary,
        frozenset(map(fold_word, settlements["cues"])),
        frozenset(map(fold_word, settlements["weak"])),
        frozenset(map(fold_word, settlements["several"])),
        {fold_word(w): frozenset(lands) for w, lands in settlements["districts"].items()},
        {
            folded_name(entry["name"]): entry["default"]
            for entry in load("places/shared_names.toml")["shared"]
        },
        ordinary - large,
        {place.name: place.country for place in places.values() if place.precision == _COUNTRY},
    )


def _with_other_articles(name: str) -> list[str]:
    """«al-Bab» is written «Al Bab» and «el-Bab» too; no other spelling of a name without."""
    if not name.isascii() or _ARTICLE.search(name) is None:
        return []
    return [_ARTICLE.sub(rf"\1{article}", name) for article in _ARTICLES]


def _written_apart_or_as_one(names: list[str]) -> list[str]:
    """«ديرقانون», «كفر نبل»: names that begin with «دير» or «كفر», spelt the other way."""
    out = []
    for name in names:
        for first in _PREFIXED:
            rest = name.removeprefix(first)
            if rest == name or len(rest.strip().split(" ")[0]) < _REST:
                continue
            out.append(first + rest[1:] if rest.startswith(" ") else f"{first} {rest}")
    return [name for name in out if name not in names]


def own_precision(place: Place) -> int:
    """How precise a place is by itself: of «محافظة حلب» that of the city."""
    known = gazetteer().places.get(place.id) if place.precision == _GOVERNORATE else None
    return (known or place).precision


@lru_cache(maxsize=256)
def country(name: str) -> Place | None:
    """The country of an English name, if it is one."""
    named = gazetteer().places.values()
    return next((p for p in named if p.precision == _COUNTRY and p.name == name), None)


def folded_name(name: str) -> str:
    return " ".join(key(name))
