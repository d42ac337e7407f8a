"""Sentences made hard on purpose, written without the parser at hand: each is right as a whole.

Rows of ``hard_sentences.tsv``: publication day, the sentence with its dates in braces, their values
as in the other tables. A mention counts where it overlaps the marked span and has its very days;
a date that is marked nowhere makes the sentence wrong.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dashboard.dates import find_dates
from tests.dates.phrases import expected

TABLE = Path(__file__).with_name("hard_sentences.tsv")
ROWS = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=[row[1] for row in ROWS])
def test_a_hard_sentence(row: list[str]) -> None:
    text, wanted = expected((row[1], *row[2:]))
    left = find_dates(text, date.fromisoformat(row[0]) if row[0] else None)
    for span, value in wanted:
        start = int(span.partition(":")[0])
        end = start + len(span.partition(":")[2])
        here = [m for m in left if m.start < end and start < m.end]
        left = [m for m in left if m not in here]
        days = [f"{m.first}..{m.last}" for m in here if m.first is not None]
        assert days == ([value] if value[0].isdecimal() else []), f"{span}: {here}"
    assert [m for m in left if m.first is not None] == []
