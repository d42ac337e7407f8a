"""Whole documents against labels made by reading: floors that may only rise."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from dashboard.extraction import extract
from dashboard.model import Document, Extraction
from dashboard.sources import read
from tests.gold import scoring
from tests.gold.scoring import Score

ROOT = Path(__file__).resolve().parents[2]
OURS = Path(__file__).with_name("dispatches.jsonl")
SHARED = ROOT.parent / "shared" / "corpus" / "gold.jsonl"
Labelled = list[tuple[Extraction, dict[str, list[dict[str, object]]]]]


@pytest.fixture(scope="module")
def dispatches() -> Labelled:
    return list(_dispatches())


def _dispatches() -> Iterator[tuple[Extraction, dict[str, list[dict[str, object]]]]]:
    for line in OURS.read_text(encoding="utf-8").splitlines():
        labels = json.loads(line)
        (document,) = read(ROOT / "data" / "dispatches" / f"{labels['id']}.md")
        assert isinstance(document, Document)
        yield extract(document), labels


@pytest.fixture(scope="module")
def articles() -> Labelled:
    if not SHARED.exists():
        pytest.skip("the labelled articles are not on this machine: their text is not ours to copy")
    rows = [json.loads(line) for line in SHARED.read_text(encoding="utf-8").splitlines()]
    return [
        (
            extract(
                Document(row["id"], row["text"], published=date.fromisoformat(row["published"]))
            ),
            row,
        )
        for row in rows
    ]


def total(labelled: Labelled, what: str) -> Score:
    score = getattr(scoring, what)
    return sum((score(found, labels[what]) for found, labels in labelled), Score())


@pytest.mark.parametrize(
    ("what", "f1", "most_wrong"),
    [("dates", 1.0, 0), ("casualties", 0.89, 0), ("meetings", 0.79, 3)],
)
def test_our_dispatches_are_read_as_labelled(
    dispatches: Labelled, what: str, f1: float, most_wrong: int
) -> None:
    score = total(dispatches, what)
    assert score.right > 10, "too few labels to judge by"
    assert score.f1 >= f1, score
    assert score.wrong <= most_wrong, score


@pytest.mark.parametrize(
    ("what", "f1", "most_wrong"), [("casualties", 0.98, 1), ("meetings", 0.58, 2)]
)
def test_the_labelled_articles_are_read_as_labelled(
    articles: Labelled, what: str, f1: float, most_wrong: int
) -> None:
    score = total(articles, what)
    assert score.f1 >= f1, score
    assert score.wrong <= most_wrong, score
