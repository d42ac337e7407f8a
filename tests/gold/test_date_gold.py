"""Dates against the hand-labelled articles: floors that may only rise.

A date is right when its span overlaps the label's and both ends of its days agree. Rows marked
uncertain are not scored, neither as missed nor as wrong. Vague references and durations have no
days; inventing days for one counts as wrong.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dashboard.dates import find_dates
from dashboard.model import DateMention

SHARED = Path(os.environ.get("TAWQIT_SHARED", "../shared"))
GOLD = SHARED / "corpus" / "gold.jsonl"
ARTICLE = "000_26315c06c95c515a"
PRECISION_FLOOR, RECALL_FLOOR, STRICT_FLOOR = 0.98, 1.0, 0.91


def articles() -> Iterator[tuple[dict[str, Any], list[DateMention]]]:
    if not GOLD.exists():
        pytest.skip(f"labelled articles are not here: {GOLD}")
    with GOLD.open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            yield row, find_dates(row["text"], date.fromisoformat(row["published"]))


def overlap(mention: DateMention, label: dict[str, Any]) -> bool:
    return bool(mention.start < label["end"] and label["start"] < mention.end)


def days(mention: DateMention) -> tuple[str | None, str | None]:
    return (
        mention.first.isoformat() if mention.first else None,
        mention.last.isoformat() if mention.last else None,
    )


def strictly(mention: DateMention, label: dict[str, Any]) -> bool:
    return (mention.start, mention.end, mention.kind, *days(mention)) == (
        label["start"],
        label["end"],
        label["kind"],
        label["first"],
        label["last"],
    )


def test_every_date_of_the_article_to_the_letter():
    for row, mentions in articles():
        if row["id"] == ARTICLE:
            missed = [
                label["text"]
                for label in row["dates"]
                if not any(strictly(mention, label) for mention in mentions)
            ]
            assert missed == []
            assert len(mentions) == len(row["dates"]) == 17
            return
    pytest.fail(f"{ARTICLE} is not in {GOLD}")


def test_precision_and_recall_of_days_stay_above_their_floors():
    right = labelled = named = 0
    wrong: list[str] = []
    for row, mentions in articles():
        scored = [d for d in row["dates"] if not d.get("uncertain")]
        unsure = [d for d in row["dates"] if d.get("uncertain")]
        dated = [d for d in scored if d["first"]]
        labelled += len(dated)
        right_here: set[int] = set()
        for label in dated:
            found = [
                k
                for k, m in enumerate(mentions)
                if overlap(m, label) and days(m) == (label["first"], label["last"])
            ]
            right_here.update(found[:1])
            if not found:
                wrong.append(f"{row['id']}: missed «{label['text']}»")
        right += len(right_here)
        for k, mention in enumerate(mentions):
            if mention.first is None or any(overlap(mention, d) for d in unsure):
                continue
            named += 1
            if k not in right_here:
                wrong.append(f"{row['id']}: wrong «{mention.text}» {days(mention)}")
    assert labelled > 50
    assert right / named >= PRECISION_FLOOR, wrong
    assert right / labelled >= RECALL_FLOOR, wrong


def test_spans_and_kinds_stay_above_their_floor():
    same = labels = 0
    missed: list[str] = []
    for row, mentions in articles():
        for label in row["dates"]:
            if label.get("uncertain"):
                continue
            labels += 1
            if any(strictly(mention, label) for mention in mentions):
                same += 1
            else:
                missed.append(f"{row['id']}: {label['kind']} «{label['text']}»")
    assert same / labels >= STRICT_FLOOR, missed
