"""``make bench-pages``: how long a change of filters takes over a million events, and what it sends.

The events are drawn with replacement from 391,828 real ones, dirt and all, so that names and
places are as many as a large table has; no encounter of that data names its place, so each is put
where some other event was. The dashboard's own server answers on this machine: the
time is from a question to the last word of its answer, the payload all that came between.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
from deltalake import write_deltalake

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("TAWQIT_SHARED") or ROOT.parent / "shared")
sys.path.insert(0, str(ROOT))

from dashboard.table.schema import DOCUMENTS, EVENTS  # noqa: E402
from dashboard.table.store import EventTable  # noqa: E402
from tests.benchmarks.serving import Answer, Server, Visit  # noqa: E402

EVENTS_WANTED = 1_000_000
EACH_DOCUMENT = 200  # events
PAGES = 20

# What the data sets call it, by a word of it, and the event type it is shown as.
_TYPES = (
    ("consult", "CONSULT"), ("meet", "CONSULT"), ("visit", "CONSULT"), ("telephone", "CONSULT"),
    ("statement", "STATEMENT"), ("comment", "STATEMENT"), ("agreement", "AGREE"),
    ("appeal", "DEMAND"), ("demand", "DEMAND"), ("arrest", "COERCE"), ("accuse", "ACCUSE"),
    ("reject", "REJECT"), ("threaten", "THREATEN"), ("demonstrate", "PROTEST"),
    ("cooperat", "COOPERATE"), ("aid", "AID"),
)  # fmt: skip

# An afternoon at the desk: page, then the filters in its URL.
_SESSION: tuple[tuple[str, dict[str, str]], ...] = (
    ("overview", {}),
    ("overview", {"from": "2016-01-01", "to": "2016-12-31"}),
    ("overview", {"from": "2016-09-01", "to": "2016-09-30"}),
    ("overview", {"type": "CONSULT"}),
    ("overview", {"actor": "{actor}"}),
    ("overview", {"place": "{place}"}),
    ("overview", {"q": "Aleppo"}),
    ("timeline", {}),
    ("timeline", {"from": "2018-03-01", "to": "2018-03-31"}),
    ("timeline", {"actor": "{actor}"}),
    ("timeline", {"type": "ASSAULT", "from": "2006-01-01", "to": "2006-12-31"}),
    ("casualties", {}),
    ("casualties", {"from": "2017-01-01", "to": "2017-06-30"}),
    ("casualties", {"place": "{place}"}),
    ("meetings", {}),
    ("meetings", {"from": "2018-01-01", "to": "2018-03-31"}),
    ("meetings", {"actor": "{actor}"}),
    ("meetings", {"show": "net"}),
    ("events", {}),
    ("events", {"q": "Aleppo"}),
    ("events", {"type": "PROTEST"}),
)


def main() -> None:
    """Builds the table in a folder that goes again, runs the session twice, prints the figures."""
    source = SHARED / "events" / "events_large.csv.gz"
    if not source.exists():
        print(f"{source} is not here: nothing to draw a million events from")
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table"
        actor, place = build(pd.read_csv(source, dtype=str).fillna(""), path)
        session(path, actor, place)


def build(rows: pd.DataFrame, path: Path) -> tuple[str, str]:
    """A table of a million events drawn from ``rows``; the ids of a busy actor and place."""
    EventTable(path, create=True)
    drawn = rows.sample(EVENTS_WANTED, replace=True, random_state=1).reset_index(drop=True)
    _give_places(drawn)
    documents = -(-EVENTS_WANTED // EACH_DOCUMENT)
    texts = pa.Table.from_pylist(
        [
            dict.fromkeys(DOCUMENTS.names, "")
            | {"doc_id": f"d{n}", "published": pd.Timestamp("2019-01-01").date(), "mentions": "{}"}
            for n in range(documents)
        ],
        schema=DOCUMENTS,
    )
    write_deltalake(str(path / "documents"), texts, mode="append")
    for first in range(0, EVENTS_WANTED, 100_000):
        part = drawn.iloc[first : first + 100_000]
        write_deltalake(str(path / "events"), _events(part, first), mode="append")
    busiest = drawn[drawn["actor1"] != ""]["actor1"].mode()[0]
    placed = drawn[(drawn["place"] != "") & (drawn["lat"] != "")]["place"].mode()[0]
    return _id(busiest), _id(placed)


def _give_places(drawn: pd.DataFrame) -> None:
    """Puts the encounters, none of which has a place, at places drawn from those that have one."""
    met = drawn.index[[_type(name) == "CONSULT" for name in drawn["event_type"]]]
    there = drawn[(drawn["place"] != "") & (drawn["lat"] != "")]
    where = there.sample(len(met), replace=True, random_state=2)
    for column in ("place", "lat", "lon"):
        drawn.loc[met, column] = where[column].to_numpy()


def _id(name: str) -> str:
    return "-".join(name.lower().split())


def _events(part: pd.DataFrame, first: int) -> pa.Table:
    n = len(part)
    parsed = pd.to_datetime(part["date"], errors="coerce")
    days = [None if pd.isna(day) else day.date() for day in parsed]
    numbers = range(first, first + n)
    actors = [
        [{"actor_id": _id(a), "name": a, "name_ar": "", "role": "", "side": ""} for a in pair if a]
        for pair in zip(part["actor1"], part["actor2"], strict=True)
    ]
    columns: dict[str, Any] = {
        "event_id": [f"e{k}" for k in numbers],
        "event_type": [_type(name) for name in part["event_type"]],
        "modality": ["actual"] * n,
        "date_edtf": ["" if day is None else day.isoformat() for day in days],
        "date_first": days, "date_last": days,
        "date_precision": ["unknown" if day is None else "day" for day in days],
        "date_basis": ["none" if day is None else "clause" for day in days],
        "date_approximate": [False] * n,
        "place_id": [_id(p) or None for p in part["place"]],
        "place_name": [p or None for p in part["place"]],
        "place_name_ar": [p or None for p in part["place"]],
        "place_lat": _degrees(part["lat"]),
        "place_lon": _degrees(part["lon"]),
        "place_precision": [1] * n,
        "participants": actors,
        "claims": [_claims(row, k) for k, row in zip(numbers, part.itertuples(), strict=True)],
        "quote": part["note"].tolist(),
        "char_start": [0] * n, "char_end": [1] * n, "rule": ["drawn"] * n, "confidence": [0.5] * n,
        "doc_id": [f"d{k // EACH_DOCUMENT}" for k in numbers], "source": part["dataset"].tolist(),
        "published": [pd.Timestamp("2019-01-01").date()] * n, "published_basis": ["given"] * n,
        "actor_ids": [[one["actor_id"] for one in who] for who in actors],
        "search": (part["note"] + " " + part["place"]).str.lower().tolist(),
    }  # fmt: skip
    columns["mode"] = ["meeting" if t == "CONSULT" else "" for t in columns["event_type"]]
    empty = {"string": "", "list": None}
    arrays = [
        pa.array(columns[f.name], f.type) if f.name in columns
        else pa.array([empty.get(str(f.type))] * n, f.type)
        for f in EVENTS
    ]  # fmt: skip
    return pa.Table.from_arrays(arrays, schema=EVENTS)


def _degrees(column: pd.Series[str]) -> list[float | None]:
    return [None if pd.isna(v) else float(v) for v in pd.to_numeric(column, errors="coerce")]


def _type(name: str) -> str:
    return next((kind for word, kind in _TYPES if word in name.lower()), "ASSAULT")


def _claims(row: Any, k: int) -> list[dict[str, object]]:
    """The dead of a row as one claim, where it tells of any."""
    low, best, high = map(_whole, (row.deaths_low, row.deaths_best, row.deaths_high))
    if not best:
        return []
    return [{
        "kind": "killed", "low": low or best, "best": best, "high": high or best,
        "approximate": False, "scope": "incident", "unit": "people", "victims": "",
        "asserted_by": row.dataset, "asserted_by_ar": row.dataset, "start": k, "end": k + 1,
        "text": str(best),
    }]  # fmt: skip


def _whole(value: str) -> int | None:
    return int(float(value)) if value.replace(".", "").isdigit() else None


def session(path: Path, actor: str, place: str) -> None:
    """Prints p50 and p95 of the server's answers, the largest, and its memory by open pages."""
    with Server(path) as server:
        first = Visit(server)
        print(f"first answer of the server {first.ask('overview', {}).seconds:.1f} s")
        taken: list[tuple[Answer, str]] = []
        for turn in range(2):
            for page, query in _SESSION:
                filters = {k: v.format(actor=actor, place=place) for k, v in query.items()}
                if turn:  # nothing remembered answers it
                    filters["q"] = f"{filters.get('q', '')} a".strip()
                taken.append((first.ask(page, filters), f"{page} {filters}"))
        seconds = sorted(answer.seconds for answer, _ in taken)
        middle, most = _at(seconds, 50), _at(seconds, 95)
        print(f"{len(taken)} changes of filters: p50 {middle:.0f} ms, p95 {most:.0f} ms")
        for answer, what in sorted(taken, key=lambda row: -row[0].seconds)[:8]:
            print(f"  {answer.seconds * 1000:6.0f} ms {answer.size / 1000:6.0f} kB  {what}")
        largest, where = max(taken, key=lambda row: row[0].size)
        print(f"largest payload {largest.size / 1000:.0f} kB: {where}")
        for answer, what in taken:
            if answer.problem:
                print(f"{what}: {answer.problem}")
        print("memory with one page open", _told(server))
        visits = [Visit(server) for _ in range(PAGES)]
        for step, (page, query) in enumerate(_SESSION):
            filters = {k: v.format(actor=actor, place=place) for k, v in query.items()}
            for visit in visits[step % 4 :: 4]:
                visit.ask(page, filters)
        print(f"memory with {PAGES} more open at once", _told(server))
        for visit in visits:
            visit.close()


def _told(server: Server) -> str:
    own, files = server.memory()
    return f"{own:.0f} MB of its own, {files:.0f} MB of mapped files"


def _at(ordered: list[float], percent: int) -> float:
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)] * 1000


if __name__ == "__main__":
    main()
