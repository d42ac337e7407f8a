"""Dates: right, wrong, missed and time, ours against others, on articles labelled by reading.

    python tests/benchmarks/dates_table.py
    PEERS=/path/to/other/python python tests/benchmarks/dates_table.py

dateparser is measured in this process; mahad and HeidelTime only where ``PEERS`` names the Python
of an environment that has them (see ``peers.py``). dateparser names a day and a period; its days
are the period that holds the day.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import warnings
from calendar import monthrange
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from dashboard.dates import find_dates  # noqa: E402
from tests.gold.date_scoring import GOLD, NEWS, Found, Label, Score, gold, news  # noqa: E402

Article = tuple[str, str, str, list[Label]]
Reader = Callable[[str, date], list[Found]]

TURNS = 5
# A fragment that a careless rule reads again and again.
FRAGMENTS = ("و5 ", "(", "5 ", "من 5 إلى ", "الجمعة - ", "2015/", "ألف و", "قبل ", "5/")


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


def in_process(read: Reader, articles: list[Article]) -> tuple[list[list[Found]], float]:
    read(articles[0][2], date(2016, 9, 9))  # load tables before the clock
    began = time.process_time()
    found = [read(text, date.fromisoformat(published)) for _, published, text, _ in articles]
    return found, time.process_time() - began


def by_peer(name: str, articles: list[Article]) -> tuple[list[list[Found]], float]:
    lines = "\n".join(
        json.dumps({"text": text, "published": published}) for _, published, text, _ in articles
    )
    script = Path(__file__).with_name("peers.py")
    done = subprocess.run(
        [os.environ["PEERS"], str(script), name], input=lines, capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    answer = json.loads(done.stdout)
    return [[tuple(f) for f in row] for row in answer["found"]], answer["seconds"]


def table(name: str, articles: list[Article], show_misses: bool) -> None:
    kilobytes = sum(len(text.encode()) for _, _, text, _ in articles) / 1000
    print(f"\n{name}: {len(articles)} articles, {kilobytes:.0f} KB")
    print(f"{'reader':<12}{'right':>7}{'wrong':>7}{'missed':>8}{'F1':>7}{'ms/KB':>9}")
    reader = dateparser_reader()
    readers: dict[str, Callable[[], tuple[list[list[Found]], float]]] = {
        "tawqit": lambda: in_process(ours, articles),
        "dateparser": lambda: in_process(reader, articles),
    }
    if os.environ.get("PEERS"):
        readers["mahad"] = lambda: by_peer("mahad", articles)
        readers["heideltime"] = lambda: by_peer("heideltime", articles)
    for who, read in readers.items():
        try:
            found, seconds = read()
        except (OSError, subprocess.CalledProcessError) as error:
            print(f"{who:<12} could not run: {error}")
            continue
        score = Score()
        for (key, _, text, labels), dates in zip(articles, found, strict=True):
            score.add(key, text, labels, dates)
        print(
            f"{who:<12}{score.right:>7}{score.wrong:>7}{score.missed:>8}{score.f1:>7.3f}"
            f"{1000 * seconds / kilobytes:>9.2f}"
        )
        if who == "tawqit" and show_misses:
            for miss in score.misses:
                print(f"  {miss}")


def times_faster(articles: list[Article]) -> None:
    """The same articles through ours and through ``search_dates(languages=["ar"])``, in turns."""
    from dateparser.search import search_dates

    def seconds(work: Callable[[str, date], object]) -> float:
        began = time.process_time()
        for _, published, text, _ in articles:
            work(text, date.fromisoformat(published))
        return time.process_time() - began

    def theirs() -> float:
        return seconds(lambda text, _: search_dates(text, languages=["ar"]))

    def mine() -> float:
        return sum(seconds(find_dates) for _ in range(5)) / 5

    theirs(), mine()  # both have met the words before the clock runs
    turns = [theirs() / mine() for _ in range(TURNS)]
    print(
        f"\ndateparser.search_dates takes {median(turns):.1f} times as long on these articles "
        f"({min(turns):.1f} to {max(turns):.1f} in {TURNS} turns)"
    )


def linear(prose: str) -> None:
    """What a byte of a repeated fragment costs, in bytes of prose."""

    def cost(text: str) -> float:
        began = time.process_time()
        find_dates(text, date(2016, 9, 9))
        return (time.process_time() - began) / len(text.encode())

    cost(prose)
    usual = cost(prose)
    print("\n200,000 repeated fragments, time a byte against prose:")
    for fragment in FRAGMENTS:
        print(f"  «{fragment}» {cost(fragment * 200_000) / usual:6.2f}")


def main() -> int:
    """Prints the tables of the labelled articles that are on this machine."""
    warnings.simplefilter("ignore")
    if not GOLD.exists() or not NEWS.exists():
        print(f"the labelled articles are not here: {GOLD}; set TAWQIT_SHARED to their folder")
        return 0
    sets = {
        "articles that rules were mended on": [*gold(), *news("dates")],
        "articles that only measure": list(news("dates_heldout")),
    }
    for name, articles in sets.items():
        table(name, articles, show_misses="only" not in name)
    everything = [article for articles in sets.values() for article in articles]
    times_faster(everything)
    linear("\n".join(text for _, _, text, _ in everything) * 4)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
