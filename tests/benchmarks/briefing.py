"""How long each figure of a briefing takes, from the table to the finished files.

    python tests/benchmarks/briefing.py [--language ar] [--paper wide] [--table FOLDER]

Seven figures in every format, made as the page makes them, of the sample or of another table. Of
each: seconds on the clock, and of them the processor's, this program's and the browser's apart, as
the clock alone says little on a machine that does other work.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from dashboard.briefing import browser, bundle, views  # noqa: E402
from dashboard.briefing.model import Briefing  # noqa: E402
from dashboard.briefing.paper import PAPERS  # noqa: E402
from dashboard.filters import Filters  # noqa: E402
from dashboard.pipeline import ingest  # noqa: E402
from dashboard.table.store import EventTable, Snapshot  # noqa: E402
from dashboard.ui.i18n import catalogue  # noqa: E402
from dashboard.ui.wording import labels  # noqa: E402

PICKED = ("histogram", "timeline", "cumulative", "incident", "disputed", "map", "matrix")
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Moment:
    """The clock, this program's processor time and that of all it started, in seconds."""

    clock: float
    own: float
    started: float

    @classmethod
    def now(cls) -> Moment:
        """This moment."""
        return cls(time.perf_counter(), time.process_time(), _started())


def _started() -> float:
    """The processor time of this process's descendants; 0 where ``/proc`` is not."""
    parents: dict[int, int] = {}
    used: dict[int, float] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
        except OSError:  # it ended meanwhile
            continue
        parents[int(folder.name)] = int(fields[1])
        used[int(folder.name)] = sum(map(int, fields[11:15])) / _TICKS
    ours = {os.getpid()}
    while fresh := {pid for pid, parent in parents.items() if parent in ours} - ours:
        ours |= fresh
    return sum(used[pid] for pid in ours - {os.getpid()})


def made(snapshot: Snapshot, language: str, paper: str) -> list[tuple[str, Moment]]:
    """When each step of a briefing began, and its end."""
    steps: list[tuple[str, Moment]] = []

    def told(_: float, step: str, part: str) -> None:
        steps.append((f"{step} {part}".strip(), Moment.now()))

    said, size = labels(catalogue(language)), PAPERS[paper]
    parts = views.parts(list(PICKED), snapshot, Filters(), said, size, "killed", told)
    briefing = Briefing(
        headline="1", note="", filters="", version=snapshot.version,
        day=snapshot.committed_at.date(), labels=said, paper=size, parts=parts,
    )  # fmt: skip
    steps.append(("start", Moment.now()))
    browser.begin()
    browser.ready()
    files = bundle.everything(briefing, told)
    steps.append(("zip", Moment.now()))
    bundle.zipped(files)
    steps.append(("", Moment.now()))
    return steps


def printed(steps: list[tuple[str, Moment]]) -> None:
    """A line a step, then what a figure takes in all, its counting and its drawing."""
    spent: dict[str, list[float]] = {}
    print(f"{'step':<20} {'clock':>7} {'own':>7} {'browser':>7}")
    for (step, begun), (_, ended) in pairwise(steps):
        took = [ended.clock - begun.clock, ended.own - begun.own, ended.started - begun.started]
        print(f"{step:<20} {took[0]:7.2f} {took[1]:7.2f} {took[2]:7.2f}")
        kind, _, part = step.partition(" ")
        if kind in ("count", "draw"):
            before = spent.get(part, [0.0, 0.0, 0.0])
            spent[part] = [a + b for a, b in zip(before, took, strict=True)]
    print()
    for part in PICKED:
        if part in spent:
            print(f"{part:<20} " + " ".join(f"{value:7.2f}" for value in spent[part]))


def main() -> None:
    """Makes the table if none is given, then the briefing."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--language", default="ar", choices=("ar", "en"))
    asked.add_argument("--paper", default="wide", choices=tuple(PAPERS))
    asked.add_argument("--table", type=Path)
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        table = options.table or Path(folder) / "table"
        if options.table is None:
            ingest([ROOT / "data" / "dispatches"], table)
        printed(made(EventTable(table).snapshot(), options.language, options.paper))


if __name__ == "__main__":
    main()
