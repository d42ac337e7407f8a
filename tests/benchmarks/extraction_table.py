"""Claims and encounters against labels made by reading, every miss, and how sure ours were.

    python tests/benchmarks/extraction_table.py

The misses of the articles that only measure are counted and not shown.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from dashboard.extraction import extract  # noqa: E402
from dashboard.model import Document, Event, Extraction  # noqa: E402
from tests.gold import scoring  # noqa: E402
from tests.gold.date_scoring import GOLD, NEWS  # noqa: E402

LABELS = ROOT / "tests" / "gold"
BINS = (0.0, 0.6, 0.7, 0.8, 0.9, 1.01)
Row = dict[str, Any]


def shared() -> Iterator[tuple[Row, str]]:
    """The articles that were labelled outside the project."""
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield row, row["text"]


def news(name: str) -> Iterator[tuple[Row, str]]:
    """The articles of ``tests/gold/<name>.jsonl`` with their texts."""
    lines = (LABELS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    wanted = {row["id"] for row in rows}
    with gzip.open(NEWS, "rt", encoding="utf-8") as articles:
        texts = {a["id"]: a["text"] for a in map(json.loads, articles) if a["id"] in wanted}
    for row in rows:
        text = texts[row["id"]]
        for claim in row.get("casualties", ()):
            claim["text"] = text[claim["start"] : claim["end"]]
        yield row, text


def encounters(found: Extraction, row: Row) -> tuple[list[tuple[Event, bool]], list[Row]]:
    """The encounters found, each with whether it is right, and the labels nobody found."""
    free = list(row["meetings"])
    judged: list[tuple[Event, bool]] = []
    for event in found.events:
        if event.event_type != "CONSULT":
            continue
        label = next((known for known in free if scoring._same_meeting(event, known)), None)
        if label is not None:
            free.remove(label)
        judged.append((event, label is not None))
    return judged, [label for label in free if not label.get("uncertain")]


def told(event: Event) -> str:
    people = ", ".join(p.name for p in event.participants)
    place = event.place.name if event.place else "-"
    return f"{event.mode} {event.modality} [{people}] {place} {event.date.edtf or '-'}"


def attacks() -> None:
    """Prints what is told of labelled mentions of attacks, and how many certain days are right."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    days: list[str] = []
    read: dict[str, Extraction] = {}
    for row, text in news("deeds"):
        if row["id"] not in read:
            published = date.fromisoformat(row["published"])
            read[row["id"]] = extract(Document(row["id"], text, published=published))
        event = scoring.attack_told(read[row["id"]], row)
        made = event is not None and event.modality == "actual"
        counts[row["told"] or "readers differ"][made] += 1
        if event is not None and made and row["told"] == "actual":
            days.append(scoring.day_of_attack(event, row))
    print(
        "\nmentions of attacks, by what they are, and how many are told as made in their sentence:"
    )
    for kind, (other, made) in sorted(counts.items()):
        print(f"  {kind:<15}{made:>5} of {made + other}")
    right, wrong = days.count("right"), days.count("wrong")
    print(
        f"  certain days of those made: {right} right, {wrong} wrong; {days.count('open')} uncertain"
    )


def main() -> int:
    """Prints the scores, the misses and the bins of confidence."""
    if not GOLD.exists() or not NEWS.exists():
        print(f"the labelled articles are not here: {GOLD}; set TAWQIT_SHARED to their folder")
        return 0
    bins: dict[float, list[int]] = defaultdict(lambda: [0, 0])
    sets = {
        "shared": shared(),
        "at hand": news("articles"),
        "random": news("random"),
        "violence": news("casualties"),
        "talks": news("encounters"),
        "fresh": news("fresh"),
        "drawn later": news("later"),
        "drawn last": news("last"),
        "two readers": news("two_readers"),
        "long ones": news("long"),
        "the rest": news("rest"),
        "only measures": news("heldout"),
    }
    print(f"\n{'articles':<15}{'what':<12}{'right':>7}{'wrong':>7}{'missed':>8}{'F1':>7}")
    misses: list[str] = []
    for name, rows in sets.items():
        claims = meetings = scoring.Score()
        for row, text in rows:
            found = extract(
                Document(row["id"], text, published=date.fromisoformat(row["published"]))
            )
            if "casualties" in row:
                claims += scoring.casualties(found, row["casualties"])
            if "meetings" not in row:
                continue
            meetings += scoring.meetings(found, row["meetings"])
            judged, unfound = encounters(found, row)
            for event, right in judged:
                low = max(edge for edge in BINS if edge <= event.confidence)
                bins[low][0] += right
                bins[low][1] += 1
                if not right and name != "only measures":
                    misses.append(f"{row['id']}: wrong {told(event)}")
            if name != "only measures":
                misses += [
                    f"{row['id']}: missed {json.dumps(x, ensure_ascii=False)}" for x in unfound
                ]
        for what, score in (("claims", claims), ("encounters", meetings)):
            if score == scoring.Score():
                continue
            print(
                f"{name:<15}{what:<12}{score.right:>7}{score.wrong:>7}{score.missed:>8}{score.f1:>7.3f}"
            )
    print("\nconfidence of encounters against how many were right:")
    for low, high in pairwise(BINS):
        right, of = bins[low]
        if of:
            print(f"  {low:.1f} to {min(high, 1.0):.1f}: {right} of {of} ({right / of:.2f})")
    attacks()
    print("\nencounters wrong and missed, but for the articles that only measure:")
    for miss in misses:
        print(f"  {miss}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
