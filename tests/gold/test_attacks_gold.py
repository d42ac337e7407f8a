"""Mentions of attacks against labels made by reading: what was made, and on which day."""

from __future__ import annotations

import gzip
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dashboard.extraction import extract
from dashboard.model import Document, Event
from tests.gold import scoring
from tests.gold.date_scoring import NEWS

LABELS = Path(__file__).with_name("deeds.jsonl")
Told = list[tuple[dict[str, Any], Event | None]]


NOT_MADE = ("future", "demanded", "denied", "hypothetical")


@pytest.fixture(scope="module")
def attacks() -> Told:
    """Each labelled mention of an attack with what the extractor tells of it."""
    if not NEWS.exists():
        pytest.skip("the news articles are not on this machine: their text is not ours to copy")
    rows = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]
    wanted = {row["id"] for row in rows}
    with gzip.open(NEWS, "rt", encoding="utf-8") as lines:
        texts = {row["id"]: row["text"] for row in map(json.loads, lines) if row["id"] in wanted}
    found = {
        row["id"]: extract(
            Document(row["id"], texts[row["id"]], published=date.fromisoformat(row["published"]))
        )
        for row in rows
    }
    return [(row, scoring.attack_told(found[row["id"]], row)) for row in rows if row["told"]]


@pytest.mark.parametrize(
    ("told", "most"), [(NOT_MADE, 3), (("background",), 8), (("no attack",), 8)]
)
def test_few_attacks_are_told_as_made_that_were_not(
    attacks: Told, told: tuple[str, ...], most: int
) -> None:
    those = [event for row, event in attacks if row["told"] in told]
    assert len(those) > 40, "too few labels to judge by"
    assert sum(event is not None and event.modality == "actual" for event in those) <= most


def test_attacks_that_were_made_are_told(
    attacks: Told,
) -> None:
    made = [event for row, event in attacks if row["told"] == "actual"]
    told = sum(event is not None and event.modality == "actual" for event in made)
    assert told >= 0.5 * len(made), f"{told} of {len(made)}"


def test_an_attack_with_a_certain_day_mostly_has_the_right_one(
    attacks: Told,
) -> None:
    days = [
        scoring.day_of_attack(event, row)
        for row, event in attacks
        if row["told"] == "actual" and event is not None and event.modality == "actual"
    ]
    assert days.count("right") >= 4 * days.count("wrong")
