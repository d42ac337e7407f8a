"""Dates against labels: what is right, wrong, missed, and what is the same to the letter.

A date is right when its span overlaps the label's and both ends of its days agree. Labels marked
uncertain are neither missed nor wrong. Durations and vague references have no days; a reader that
names days for one is wrong.
"""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
CORPUS = Path(os.environ.get("TAWQIT_SHARED", HERE.parents[2] / "shared")) / "corpus"
GOLD, NEWS = CORPUS / "gold.jsonl", CORPUS / "arabic_news.jsonl.gz"

Label = dict[str, Any]
Found = tuple[int, int, str, str]  # start, end, first and last day (ISO)


@dataclass
class Score:
    """Counts of dates with days, and what was missed or invented, in words."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)

    def add(self, name: str, text: str, labels: Iterable[Label], found: Sequence[Found]) -> None:
        """Counts one article."""
        used: set[int] = set()
        for label in labels:
            over = [k for k, f in enumerate(found) if f[0] < label["end"] and label["start"] < f[1]]
            if label.get("uncertain"):
                used.update(over)
                continue
            if not label["first"]:
                continue
            good = [k for k in over if found[k][2:] == (label["first"], label["last"])]
            used.update(good)
            if good:
                self.right += 1
            else:
                self.missed += 1
                span = text[label["start"] : label["end"]]
                self.misses.append(f"{name}: missed «{span}» {label['first']}..{label['last']}")
        for k, (start, end, first, last) in enumerate(found):
            if k not in used:
                self.wrong += 1
                self.misses.append(f"{name}: wrong «{text[start:end]}» {first}..{last}")


def gold() -> Iterator[tuple[str, str, str, list[Label]]]:
    """The labelled articles that carry their text: id, publication, text, labels."""
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield row["id"], row["published"], row["text"], row["dates"]


def news(name: str) -> Iterator[tuple[str, str, str, list[Label]]]:
    """The labels of one file of this folder with the texts of the articles."""
    lines = (HERE / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    rows = {row["id"]: row for row in map(json.loads, lines)}
    with gzip.open(NEWS, "rt", encoding="utf-8") as articles:
        texts = {a["id"]: a["text"] for a in map(json.loads, articles) if a["id"] in rows}
    for key, row in rows.items():
        yield key, row["published"], texts[key], row["dates"]
