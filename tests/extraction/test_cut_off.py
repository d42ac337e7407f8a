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


def test_a_sentence_without_an_end_is_cut_at_a_comma() -> None:
    tolls = "، و".join(f"قُتل {k} مدنياً في بلدة دوما" for k in range(12, 92))
    found = extract(Document("d", f"{tolls}.", published=date(2018, 3, 13)))
    assert [claim.low for claim in found.claims] == list(range(12, 92))
    spans = [found.document.text[event.start : event.end] for event in found.events]
    assert spans
    assert all(event.quote == span for event, span in zip(found.events, spans, strict=True))
