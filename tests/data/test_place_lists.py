"""The places under ``data/``: unique names, each inside its country."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from functools import lru_cache
from itertools import pairwise

import pytest

from dashboard.text import fold_word
from tests.data.gazetteer_rows import (
    ROOT,
    ambiguous,
    places,
    shared,
    toml,
)

KINDS = {
    "city", "town", "village", "district", "governorate", "camp", "crossing", "airport",
    "region", "country",
}  # fmt: skip
NEAR = 0.15  # degrees a border post may lie outside a border drawn at 1:50 million


def test_there_are_enough_places_and_every_row_is_whole() -> None:
    assert len(places()) >= 330
    for row in places():
        where = (row["file"], row["name"])
        assert row["kind"] in KINDS, where
        assert row["precision"] in {"1", "2", "3", "4", "5", "6"}, where
        assert re.fullmatch(r"[A-Z]{2}", row["country"]), where
        assert re.fullmatch(r"geonames:\d+|tawqit:[a-z0-9-]+", row["id"]), where
        assert row["name"] and re.search(r"[\u0621-\u064a]", row["name_ar"]), where
        assert (row["kind"] == "country") == (row["precision"] == "6"), where


def test_place_ids_are_unique() -> None:
    counts = Counter(row["id"] for row in places())
    assert [i for i, n in counts.items() if n > 1] == []


def test_every_name_of_a_place_is_unique_or_declared() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for row in places():
        for alias in filter(None, (row["name"], row["name_ar"], *row["aliases"].split("|"))):
            owners[fold_word(alias)].add(row["id"])
    declared = {fold_word(e["name"]) for e in shared()}
    assert {a: i for a, i in owners.items() if len(i) > 1 and a not in declared} == {}


def test_ambiguous_places_exist_and_say_what_decides() -> None:
    names: dict[str, set[str]] = defaultdict(set)
    for row in places():
        for alias in filter(None, (row["name"], row["name_ar"], *row["aliases"].split("|"))):
            names[fold_word(alias)].add(row["id"])
    for entry in ambiguous("places"):
        assert set(entry["places"]) == names[fold_word(entry["alias"])], entry["alias"]
        assert entry["needs"] == "cue" and entry["cues"], entry["alias"]
    for entry in shared():
        assert set(entry["places"]) == names[fold_word(entry["name"])], entry["name"]
        assert entry["default"] in ("", *entry["places"]), entry["name"]


def test_ordinary_names_are_names_of_small_places() -> None:
    settlements = toml(ROOT / "data/places/settlements.toml")
    small = {
        fold_word(alias)
        for row in places()
        if row["file"].startswith(("geonames", "villages"))
        for alias in (row["name_ar"], *row["aliases"].split("|"))
    }
    assert {n for n in settlements["ordinary"] if fold_word(n) not in small} == set()
    assert set(settlements["several"]) & {"قريتي", "بلدات"}


# Ordinary words of the news that are also places: never a place without a cue.
@pytest.mark.parametrize(
    "word",
    [
        "الباب",
        "حديثة",
        "القائم",
        "سلوك",
        "حضر",
        "سلمي",
        "صدد",
        "الضمير",
        "السفيرة",
        "الكرامة",
        "الحاضر",
        "كسب",
        "القدم",
        "التضامن",
        "الهول",
        "الصور",
        "الشعار",
        "القريتين",
        "جسرين",
        "تدمر",
        "نصيب",
        "مسقط",
        "آب",
        "nice",
    ],
)
def test_words_that_are_places_only_after_a_cue(word: str) -> None:
    guarded = {fold_word(e["alias"]) for e in ambiguous("places") if e["needs"] == "cue"}
    assert fold_word(word) in guarded


@pytest.mark.parametrize(
    "word",
    [
        "إلى",
        "كبيرا",
        "وقف",
        "فينا",
        "بين",
        "على",
        "من",
        "في",
        "شين",
        "حزب",
        "hit",
        "has",
        "in",
        "us",
        "mali",
    ],
)
def test_words_that_are_no_place_at_all(word: str) -> None:
    names = {
        fold_word(alias)
        for row in places()
        if row["kind"] != "country"
        for alias in (row["name"], row["name_ar"], *row["aliases"].split("|"))
    }
    assert fold_word(word) not in names


@lru_cache(maxsize=1)
def _borders() -> dict[str, list[list[tuple[float, float]]]]:
    path = ROOT / "static" / "countries-50m.geojson"
    if not path.exists():
        pytest.skip(f"{path.name} is not made yet: see static/README.md")
    rings: dict[str, list[list[tuple[float, float]]]] = defaultdict(list)
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        shape = feature["geometry"]
        parts = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
        for part in parts:
            rings[feature["properties"]["iso_a2"]].append([(x, y) for x, y, *_ in part[0]])
    return rings


def _inside(lon: float, lat: float, ring: list[tuple[float, float]]) -> bool:
    odd = False
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1:
            odd = not odd
    return odd


def _distance(lon: float, lat: float, ring: list[tuple[float, float]]) -> float:
    best = 360.0
    for (x1, y1), (x2, y2) in pairwise(ring):
        length = (x2 - x1) ** 2 + (y2 - y1) ** 2
        t = ((lon - x1) * (x2 - x1) + (lat - y1) * (y2 - y1)) / length if length else 0.0
        t = min(1.0, max(0.0, t))
        best = min(best, abs(lon - x1 - t * (x2 - x1)) + abs(lat - y1 - t * (y2 - y1)))
    return best


# Waters lie off their coast; borders drawn by others put these on the other side.
_WATERS = {"tawqit:gulf-of-oman", "tawqit:persian-gulf", "tawqit:black-sea", "tawqit:red-sea",
           "tawqit:strait-of-hormuz", "tawqit:bab-al-mandab", "tawqit:gulf-of-aden"}  # fmt: skip
_ISLETS = {"Maldives", "Lampedusa"}  # too small for the base map
# Crimea and Yalta: Ukraine's under UNGA 68/262; Northern Cyprus: Cyprus's under UNSC 541.
_DISPUTED = {"tawqit:crimea", "geonames:688533", "tawqit:northern-cyprus"}


def test_every_place_lies_in_its_country() -> None:
    borders = _borders()
    outside = []
    for row in places():
        if (
            row["name"] in _ISLETS
            or row["id"] in _WATERS | _DISPUTED
            or row["country"] not in borders
        ):
            continue
        lon, lat = float(row["lon"]), float(row["lat"])
        rings = borders[row["country"]]
        if any(_inside(lon, lat, ring) for ring in rings):
            continue
        if min(_distance(lon, lat, ring) for ring in rings) > NEAR:
            outside.append((row["name"], row["country"], lat, lon))
    assert outside == []


@pytest.mark.parametrize(
    ("name", "alias", "country", "lat", "lon"),
    [
        ("Geneva", "جنيف", "CH", 46.2, 6.15),
        ("Aleppo", "حلب", "SY", 36.2, 37.16),
        ("Arbin", "عربين", "SY", 33.54, 36.37),
        ("Douma", "دوما", "SY", 33.57, 36.4),
        ("The Hague", "لاهاي", "NL", 52.08, 4.31),
        ("Jarajir", "الجراجير", "SY", 34.06, 36.65),
        ("Sirwah", "صرواح", "YE", 15.45, 45.02),
        ("Sinjar", "سنجار", "IQ", 36.32, 41.87),
        ("Kobani", "عين العرب", "SY", 36.89, 38.35),
        ("Rukban Camp", "الركبان", "SY", 33.32, 38.7),
    ],
)  # fmt: skip
def test_a_place_is_where_it_is(
    name: str, alias: str, country: str, lat: float, lon: float
) -> None:
    found = [row for row in places() if row["name"] == name]
    assert len(found) == 1
    row = found[0]
    assert alias in (row["name_ar"], *row["aliases"].split("|"))
    assert row["country"] == country
    assert abs(float(row["lat"]) - lat) < 0.05 and abs(float(row["lon"]) - lon) < 0.05
