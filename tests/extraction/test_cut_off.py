"""Texts cut off anywhere: a page half loaded, a quotation in a search result, a headline."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dashboard.extraction import extract
from dashboard.model import Document

DISPATCHES = sorted((Path(__file__).parents[2] / "data" / "dispatches").glob("*.md"))
TRIGGERS = (
    "وقتل",
    "قتلا",
    "وأصيب",
    "وهم",
    "بينهم",
    "التقى",
    "زيارة",
    "نظيره",
    "أكثر من",
    "في",
    "بين",
)


@pytest.mark.parametrize("path", DISPATCHES, ids=lambda path: path.stem)
def test_any_beginning_of_a_text_is_read(path: Path) -> None:
    words = path.read_text(encoding="utf-8").split(" ")
    for end in range(1, len(words)):
        begin = max(0, end - 25)
        text = " ".join(words[begin:end])
        for event in extract(Document("d", text, published=date(2018, 3, 18))).events:
            assert text[event.start : event.end] == event.quote


@pytest.mark.parametrize("word", TRIGGERS)
def test_a_text_that_ends_with_any_trigger_is_read(word: str) -> None:
    for before in ("طفلان", "ثلاثة مدنيين", "قال جون كيري إن", "في 5 آذار", ""):
        text = f"{before} {word}".strip()
        for claim in extract(Document("d", text, published=date(2018, 3, 18))).claims:
            assert text[claim.start : claim.end] == claim.text
