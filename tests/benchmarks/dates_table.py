"""Dates: right, wrong, missed and time, ours against dateparser, on the hand-labelled articles.

    python tests/benchmarks/dates_table.py

Right: the span overlaps a label and both ends of its days agree. Rows marked uncertain do not
count. dateparser names a day and a period; its days are the period that holds the day.
"""

from __future__ import annotations

import json
import os
import sys
import time
import warnings
from calendar import monthrange
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from dashboard.dates import find_dates  # noqa: E402

SHARED = Path(os.environ.get("TAWQIT_SHARED", str(ROOT.parent / "shared")))
GOLD = SHARED / "corpus" / "gold.jsonl"

Found = tuple[int, int, str, str]
Reader = Callable[[str, date], list[Found]]


def ours(text: str, published: date) -> list[Found]:
    return [
        (m.start, m.end, m.first.isoformat(), m.last.isoformat())
        for m in find_dates(text, published)
        if m.first is not None and m.last is not None
    ]


def dateparser_reader() -> Reader:
    from dateparser.date import DateDataParser
    from dateparser.search import search_dates

    def read(text: str, published: date) -> list[Found]:
        settings: dict[str, Any] = {
            "RELATIVE_BASE": datetime.combine(published, datetime.min.time()),
            "PREFER_DATES_FROM": "past",
        }
        parser = DateDataParser(languages=["ar"], settings=settings)
        found: list[Found] = []
        at = 0
        for phrase, moment in search_dates(text, languages=["ar"], settings=settings) or []:
            start = text.find(phrase, at)
            if start < 0:
                continue
            at = start + len(phrase)
            period = parser.get_date_data(phrase).period
            first = last = moment.date()
            if period == "month":
                first = first.replace(day=1)
                last = first.replace(day=monthrange(first.year, first.month)[1])
            elif period == "year":
                first, last = date(first.year, 1, 1), date(first.year, 12, 31)
            found.append((start, at, first.isoformat(), last.isoformat()))
        return found

    return read


def measure(read: Reader, rows: list[dict[str, Any]]) -> tuple[int, int, int, float, list[str]]:
    right = wrong = missed = 0
    misses: list[str] = []
    began = time.process_time()
    results = [read(row["text"], date.fromisoformat(row["published"])) for row in rows]
    seconds = time.process_time() - began
    for row, found in zip(rows, results, strict=True):
        used: set[int] = set()
        for label in row["dates"]:
            over = [k for k, f in enumerate(found) if f[0] < label["end"] and label["start"] < f[1]]
            if label.get("uncertain"):
                used.update(over)
                continue
            if not label["first"]:
                continue
            good = [k for k in over if found[k][2:] == (label["first"], label["last"])]
            right += bool(good)
            used.update(good)
            if not good:
                missed += 1
                misses.append(f"{row['id']} «{label['text']}»")
        wrong += len(found) - len(used & set(range(len(found))))
    return right, wrong, missed, seconds, misses


def main() -> int:
    if not GOLD.exists():
        print(f"the labelled articles are not here: {GOLD}; set TAWQIT_SHARED to their folder")
        return 0
    warnings.simplefilter("ignore")
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    kilobytes = sum(len(row["text"].encode()) for row in rows) / 1000
    print(f"{len(rows)} articles, {kilobytes:.0f} KB")
    print(f"{'reader':<12}{'right':>7}{'wrong':>7}{'missed':>8}{'F1':>7}{'ms/KB':>9}")
    for name, read in (("tawqit", ours), ("dateparser", dateparser_reader())):
        read(rows[0]["text"], date(2016, 9, 9))  # load tables before the clock
        right, wrong, missed, seconds, misses = measure(read, rows)
        f1 = 2 * right / (2 * right + wrong + missed)
        per_kilobyte = 1000 * seconds / kilobytes
        print(f"{name:<12}{right:>7}{wrong:>7}{missed:>8}{f1:>7.3f}{per_kilobyte:>9.2f}")
        if name == "tawqit":
            for miss in misses:
                print(f"  missed: {miss}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
