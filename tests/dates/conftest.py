"""What the tables of this folder are read with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dashboard.dates import find_dates
from dashboard.model import DateMention

ARTICLE_DAY = "2016-09-09"  # a Friday

Read = Callable[..., list[tuple[str, str, str]]]


@pytest.fixture
def mentions() -> Callable[..., list[DateMention]]:
    """Mentions of a text published on a day (ISO), by default Friday 2016-09-09."""

    def read(text: str, published: str | None = ARTICLE_DAY) -> list[DateMention]:
        return find_dates(text, date.fromisoformat(published) if published else None)

    return read


@pytest.fixture
def days(mentions: Callable[..., list[DateMention]]) -> Read:
    """The mentions that name days: (text, first, last)."""

    def read(text: str, published: str | None = ARTICLE_DAY) -> list[tuple[str, str, str]]:
        return [
            (m.text, m.first.isoformat(), m.last.isoformat())
            for m in mentions(text, published)
            if m.first is not None and m.last is not None
        ]

    return read
