"""The gazetteers under ``data/``: unique names, sane offices, places inside their countries."""

from __future__ import annotations

import csv
import json
import re
import tomllib
from collections import Counter, defaultdict
from datetime import date
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from dashboard.dates.calendars import FUTURE
from dashboard.dates.tense import word_tense
from dashboard.extraction.registry import _from_csv
from dashboard.text import fold_word

ROOT = Path(__file__).resolve().parents[2]
ACTORS = sorted((ROOT / "data" / "actors").glob("*.toml"))
LONG_LISTS = sorted((ROOT / "data" / "actors").glob("*.csv"))
PLACES = sorted((ROOT / "data" / "places").glob("*.csv"))
COLUMNS = [
    "id",
    "name",
    "name_ar",
    "aliases",
    "country",
    "admin1",
    "lat",
    "lon",
    "precision",
    "kind",
]
KINDS = {
    "city", "town", "village", "district", "governorate", "camp", "crossing", "airport",
    "region", "country",
}  # fmt: skip
NEAR = 0.15  # degrees a border post may lie outside a border drawn at 1:50 million


def _toml(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        return tomllib.load(file)


@lru_cache(maxsize=1)
def actors() -> list[dict[str, Any]]:
    rows = [row for path in ACTORS for row in _toml(path).get("actor", [])]
    for path in LONG_LISTS:
        with path.open(encoding="utf-8", newline="") as file:
            rows += [_from_csv(row) for row in csv.DictReader(file)]
    return rows


@lru_cache(maxsize=1)
def offices() -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in _toml(ROOT / "data/actors/offices.toml")["office"]}


@lru_cache(maxsize=1)
def places() -> list[dict[str, str]]:
    rows = []
    for path in PLACES:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            assert reader.fieldnames == COLUMNS, path.name
            rows += [row | {"file": path.name} for row in reader]
    return rows


def ambiguous(folder: str) -> list[dict[str, Any]]:
    return _toml(ROOT / "data" / folder / "ambiguous.toml")["ambiguous"]


def shared() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = _toml(ROOT / "data/places/shared_names.toml")["shared"]
    return rows


def sides() -> set[str]:
    ids = {row["id"] for row in actors() if row["kind"] != "person"}
    return ids | {row["side"] for row in actors() if row["kind"] == "state"}


# Actors


def test_there_are_enough_actors_and_every_field_is_known() -> None:
    kinds = Counter(row["kind"] for row in actors())
    assert kinds["person"] >= 200 and kinds["state"] >= 75 and len(actors()) >= 400
    assert set(kinds) <= {"person", "state", "organisation", "armed_group", "media", "office"}
    known = {
        "id", "name", "name_ar", "aliases", "aliases_titled", "kind", "side", "offices",
        "capital_ar", "adjectives", "called",
    }  # fmt: skip
    for row in actors():
        assert set(row) <= known, row["id"]
        assert set(row.get("called", {})) in (set(), {"from", "name", "name_ar", "side"}), row["id"]
        assert row["name"] and row["name_ar"] and row["side"], row["id"]
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row["id"]), row["id"]


def test_actor_ids_are_unique() -> None:
    counts = Counter(row["id"] for row in actors())
    assert [i for i, n in counts.items() if n > 1] == []


def test_every_alias_of_an_actor_is_unique_or_declared() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    titled: dict[str, set[str]] = defaultdict(set)
    for row in actors():
        now = row.get("called", row)
        for alias in (
            row["name"], row["name_ar"], now["name"], now["name_ar"], *row.get("aliases", ()),
        ):  # fmt: skip
            owners[fold_word(alias)].add(row["id"])
        for alias in row.get("aliases_titled", ()):
            titled[fold_word(alias)].add(row["id"])
    declared = {fold_word(entry["alias"]) for entry in ambiguous("actors")}
    for table in (owners, titled):
        shared = {alias: ids for alias, ids in table.items() if len(ids) > 1}
        assert {a: i for a, i in shared.items() if a not in declared} == {}


def test_no_actor_repeats_an_alias() -> None:
    for row in actors():
        forms = [fold_word(a) for a in (row["name"], row["name_ar"], *row.get("aliases", ()))]
        assert len(forms) == len(set(forms)), row["id"]


def test_no_adjective_or_capital_means_two_states() -> None:
    for key in ("adjectives", "capital_ar"):
        owners: dict[str, set[str]] = defaultdict(set)
        for row in actors():
            for form in row.get(key, ()):
                owners[fold_word(form)].add(row["id"])
        assert {form: ids for form, ids in owners.items() if len(ids) > 1} == {}


def test_adjectives_are_written_without_the_article() -> None:
    article = {f for row in actors() for f in row.get("adjectives", ()) if f.startswith("ال")}
    # «ألماني», «ألباني» begin with a root alif; the bare «ال» is the article.
    assert article == set()


def test_every_side_is_a_state_or_an_actor() -> None:
    known = sides()
    assert {(row["id"], row["side"]) for row in actors() if row["side"] not in known} == set()


@pytest.mark.parametrize("alias", ["is", "us", "who", "hit", "may", "nice", "a", "the", "in"])
def test_no_actor_answers_to_an_english_word(alias: str) -> None:
    for row in actors():
        forms = {fold_word(a) for a in (row["name"], row["name_ar"], *row.get("aliases", ()))}
        assert alias not in forms, row["id"]


def test_ambiguous_actors_exist() -> None:
    ids = {row["id"] for row in actors()}
    for entry in ambiguous("actors"):
        assert entry["form"] in {"alias", "titled"}
        assert set(entry["actors"]) <= ids and entry["default"] in ("", *entry["actors"])
        assert set(entry["context"]) <= set(entry["actors"]), entry["alias"]


# Offices


def test_offices_have_titles_of_their_own() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    known = sides()
    for office in offices().values():
        assert office.get("titles") or office.get("fixed"), office["id"]
        if office.get("fixed"):
            assert office["of"] in known, office["id"]
        for title in (*office.get("titles", ()), *office.get("fixed", ())):
            owners[fold_word(title)].add(office["id"])
    assert {title: ids for title, ids in owners.items() if len(ids) > 1} == {}


def test_terms_of_office_are_sane() -> None:
    known = sides()
    for row in actors():
        for term in row.get("offices", ()):
            where = (row["id"], term["office"])
            assert term["office"] in offices(), where
            assert term["of"] in known, where
            assert isinstance(term["from"], date) and term["from"].year >= 1970, where
            if "to" in term:
                assert term["from"] < term["to"] <= date.today(), where
            fixed = offices()[term["office"]].get("of")
            assert fixed in (None, term["of"]), where


def test_one_holder_at_a_time() -> None:
    """A handover day may belong to both; offices with ``several_holders`` are left out."""
    held: dict[tuple[str, str], list[tuple[date, date, str]]] = defaultdict(list)
    for row in actors():
        for term in row.get("offices", ()):
            if not offices()[term["office"]].get("several_holders"):
                spell = (term["from"], term.get("to", date.max), row["id"])
                held[term["office"], term["of"]].append(spell)
    clashes = [
        (office, first[2], second[2])
        for office, spells in held.items()
        for first, second in pairwise(sorted(spells))
        if second[0] < first[1]
    ]
    assert clashes == []


@pytest.mark.parametrize(
    ("office", "of", "day", "holder"),
    [
        ("foreign-minister", "USA", date(2016, 9, 9), "john-kerry"),
        ("foreign-minister", "USA", date(2018, 10, 16), "mike-pompeo"),
        ("foreign-minister", "RUS", date(2016, 9, 9), "sergey-lavrov"),
        ("defence-minister", "USA", date(2016, 9, 8), "ashton-carter"),
        ("foreign-ministry-spokesperson", "USA", date(2016, 9, 8), "john-kirby"),
        ("un-envoy-syria", "united-nations", date(2012, 6, 30), "kofi-annan"),
        ("un-envoy-syria", "united-nations", date(2014, 1, 22), "lakhdar-brahimi"),
        ("un-envoy-syria", "united-nations", date(2016, 9, 9), "staffan-de-mistura"),
        ("un-envoy-yemen", "united-nations", date(2018, 9, 6), "martin-griffiths"),
        ("foreign-minister", "TUR", date(2015, 10, 1), "feridun-sinirlioglu"),
        ("foreign-minister", "FRA", date(2016, 2, 20), "jean-marc-ayrault"),
        ("president", "EGY", date(2013, 1, 1), "mohamed-morsi"),
        ("eu-high-representative", "european-union", date(2013, 11, 24), "catherine-ashton"),
        ("opposition-coalition-president", "syrian-national-coalition", date(2015, 8, 1), "khaled-khoja"),
    ],
)  # fmt: skip
def test_who_held_an_office_on_a_day(office: str, of: str, day: date, holder: str) -> None:
    found = {
        row["id"]
        for row in actors()
        for term in row.get("offices", ())
        if (term["office"], term["of"]) == (office, of)
        and term["from"] <= day <= term.get("to", date.max)
    }
    assert found == {holder}


# Places


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
    settlements = _toml(ROOT / "data/places/settlements.toml")
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
           "tawqit:strait-of-hormuz", "tawqit:bab-al-mandab"}  # fmt: skip
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


# Names that are as well verbs of the future: «سيجري الوزير».
VERBS_TOO = {fold_word(w) for w in ("سيجري", "سوف", "سيمسك", "سيميل", "سيروا", "سيرين", "سيجال")}


def test_no_name_shows_a_tense() -> None:
    """«فيصل», «سيهوفر» beside a weekday would move it to the week ahead."""
    phrases = [row["name_ar"] for row in (*actors(), *places())]
    phrases += [alias for row in actors() for key in ("aliases", "aliases_titled")
                for alias in row.get(key, ())]  # fmt: skip
    phrases += [alias for row in places() for alias in row["aliases"].split("|")]
    words = {fold_word(word) for phrase in phrases for word in re.findall(r"[\u0621-\u064a]+", phrase)}
    # 2: a verb of the present that announces («يصل الوزير الخميس»)
    ahead = {word for word in words if word_tense(word) in (2, FUTURE)}
    assert ahead <= VERBS_TOO
