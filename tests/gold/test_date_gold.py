"""Dates against articles labelled by reading: floors that may only rise."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from dashboard.dates import find_dates
from dashboard.model import DateMention
from tests.gold.date_scoring import GOLD, NEWS, Label, Score, gold, news

ARTICLE = "000_26315c06c95c515a"
Articles = Iterator[tuple[str, str, str, list[Label]]]


def days(mention: DateMention) -> tuple[str | None, str | None]:
    return (
        mention.first.isoformat() if mention.first else None,
        mention.last.isoformat() if mention.last else None,
    )


def strictly(mention: DateMention, label: Label) -> bool:
    return (mention.start, mention.end, mention.kind, *days(mention)) == (
        label["start"],
        label["end"],
        label["kind"],
        label["first"],
        label["last"],
    )


def dev() -> Articles:
    return news("dates")


def held_out() -> Articles:
    return news("dates_heldout")


def present(articles: Callable[[], Articles]) -> Articles:
    needed = GOLD if articles is gold else NEWS
    if not needed.exists():
        pytest.skip(f"the labelled articles are not here: {needed}")
    return articles()


def test_every_date_of_the_article_to_the_letter():
    for key, published, text, labels in present(gold):
        if key == ARTICLE:
            mentions = find_dates(text, date.fromisoformat(published))
            missed = [
                label["text"]
                for label in labels
                if not any(strictly(mention, label) for mention in mentions)
            ]
            assert missed == []
            assert len(mentions) == len(labels) == 17
            return
    pytest.fail(f"{ARTICLE} is not in {GOLD}")


@pytest.mark.parametrize(
    ("articles", "labelled", "f1", "same"),
    [(gold, 50, 0.99, 0.91), (dev, 90, 0.99, 0.96), (held_out, 105, 0.96, 0.91)],
    ids=["gold", "dates", "dates_heldout"],
)
def test_days_and_spans_stay_above_their_floors(articles, labelled, f1, same):
    score, strict, labels_seen = Score(), 0, 0
    for key, published, text, labels in present(articles):
        mentions = find_dates(text, date.fromisoformat(published))
        found = [
            (m.start, m.end, m.first.isoformat(), m.last.isoformat())
            for m in mentions
            if m.first is not None and m.last is not None
        ]
        score.add(key, text, labels, found)
        for label in labels:
            if not label.get("uncertain"):
                labels_seen += 1
                strict += any(strictly(mention, label) for mention in mentions)
    assert score.right + score.missed >= labelled
    assert score.f1 >= f1, score
    assert strict / labels_seen >= same
