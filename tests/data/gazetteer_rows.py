"""The rows of the gazetteers under ``data/``, as their tests read them."""

from __future__ import annotations

import csv
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

from dashboard.extraction.vocabulary.registry import _from_csv

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


def toml(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        return tomllib.load(file)


@lru_cache(maxsize=1)
def actors() -> list[dict[str, Any]]:
    rows = [row for path in ACTORS for row in toml(path).get("actor", [])]
    for path in LONG_LISTS:
        with path.open(encoding="utf-8", newline="") as file:
            rows += [_from_csv(row) for row in csv.DictReader(file)]
    return rows


@lru_cache(maxsize=1)
def offices() -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in toml(ROOT / "data/actors/offices.toml")["office"]}


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
    return toml(ROOT / "data" / folder / "ambiguous.toml")["ambiguous"]


def shared() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = toml(ROOT / "data/places/shared_names.toml")["shared"]
    return rows


def sides() -> set[str]:
    ids = {row["id"] for row in actors() if row["kind"] != "person"}
    return ids | {row["side"] for row in actors() if row["kind"] == "state"}
