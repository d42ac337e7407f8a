"""Whole documents against labels made by reading: floors that may only rise."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dashboard.extraction import extract
from dashboard.model import Document, Extraction
from dashboard.sources import read
from tests.gold import scoring
from tests.gold.scoring import Score

ROOT = Path(__file__).resolve().parents[2]
OURS = Path(__file__).with_name("dispatches.jsonl")
CORPUS = Path(os.environ.get("TAWQIT_SHARED", ROOT.parent / "shared")) / "corpus"
SHARED = CORPUS / "gold.jsonl"
NEWS = CORPUS / "arabic_news.jsonl.gz"
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


@pytest.fixture(scope="module")
def news() -> dict[str, Labelled]:
    """The news articles labelled here: those rules are mended on, and those that only measure."""
    if not NEWS.exists():
        pytest.skip("the news articles are not on this machine: their text is not ours to copy")
    names = (
        "articles", "heldout", "random", "encounters", "casualties", "fresh", "later", "last",
        "two_readers", "long", "rest",
    )  # fmt: skip
    files = {name: Path(__file__).with_name(f"{name}.jsonl") for name in names}
    labels = {
        name: [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        for name, path in files.items()
    }
    wanted = {row["id"] for rows in labels.values() for row in rows}
    with gzip.open(NEWS, "rt", encoding="utf-8") as lines:
        texts = {row["id"]: row["text"] for row in map(json.loads, lines) if row["id"] in wanted}
    return {
        name: [_read_article(row, texts[row["id"]]) for row in rows]
        for name, rows in labels.items()
    }


def _read_article(
    row: dict[str, Any], text: str
) -> tuple[Extraction, dict[str, list[dict[str, object]]]]:
    for claim in row.get("casualties", ()):
        claim["text"] = text[claim["start"] : claim["end"]]
    document = Document(row["id"], text, published=date.fromisoformat(row["published"]))
    return extract(document), row


def total(labelled: Labelled, what: str) -> Score:
    score = getattr(scoring, what)
    return sum((score(found, labels[what]) for found, labels in labelled), Score())


@pytest.mark.parametrize(
    ("what", "f1", "most_wrong"),
    [("dates", 1.0, 0), ("casualties", 0.98, 0), ("meetings", 0.93, 1)],
)
def test_our_dispatches_are_read_as_labelled(
    dispatches: Labelled, what: str, f1: float, most_wrong: int
) -> None:
    score = total(dispatches, what)
    assert score.right > 10, "too few labels to judge by"
    assert score.f1 >= f1, score
    assert score.wrong <= most_wrong, score


@pytest.mark.parametrize(
    ("what", "f1", "most_wrong"), [("casualties", 0.98, 1), ("meetings", 0.80, 1)]
)
def test_the_labelled_articles_are_read_as_labelled(
    articles: Labelled, what: str, f1: float, most_wrong: int
) -> None:
    score = total(articles, what)
    assert score.f1 >= f1, score
    assert score.wrong <= most_wrong, score


@pytest.mark.parametrize(
    ("articles", "what", "f1", "most_wrong"),
    [
        ("articles", "casualties", 0.94, 2),
        ("articles", "meetings", 0.93, 2),
        ("heldout", "casualties", 0.92, 4),
        ("heldout", "meetings", 0.72, 5),
        ("random", "casualties", 0.92, 2),
        ("random", "meetings", 0.58, 6),
        ("casualties", "casualties", 0.90, 3),
        ("encounters", "meetings", 0.55, 48),
        ("fresh", "casualties", 0.90, 1),
        ("fresh", "meetings", 0.50, 5),
        ("later", "casualties", 0.89, 7),
        ("later", "meetings", 0.69, 14),
        ("last", "casualties", 0.86, 9),
        ("last", "meetings", 0.53, 29),
        ("two_readers", "casualties", 0.87, 74),
        ("long", "casualties", 0.79, 28),
        ("long", "meetings", 0.56, 42),
        ("two_readers", "meetings", 0.63, 100),
        ("rest", "casualties", 0.89, 8),
        ("rest", "meetings", 0.20, 1),
    ],
)
def test_news_articles_are_read_as_labelled(
    news: dict[str, Labelled], articles: str, what: str, f1: float, most_wrong: int
) -> None:
    score = total(news[articles], what)
    assert score.f1 >= f1, score
    assert score.wrong <= most_wrong, score
