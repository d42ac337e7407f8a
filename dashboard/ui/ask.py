"""Questions to the event table, remembered by table version and filters."""

from __future__ import annotations

import gc
import logging
import os
from collections.abc import Callable
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, cast
from weakref import WeakValueDictionary

import pandas as pd
import streamlit as st

from dashboard.filters import Filters
from dashboard.table import asserters as tellers
from dashboard.table import carried as rows_carried
from dashboard.table import contradictions, nearby, queries, reference, reviewing
from dashboard.table.store import EventTable, Snapshot, TableError

_LOG = logging.getLogger("tawqit")
_GLANCE = 100  # events
DEFAULT_TABLE = "data/table"


def table_path() -> Path:
    """The event table's folder: ``TAWQIT_TABLE``, by default ``data/table``."""
    return Path(os.environ.get("TAWQIT_TABLE") or DEFAULT_TABLE)


def _stamp(path: Path) -> tuple[int, ...]:
    """Changes with every commit, so that a new version is noticed without opening the table."""
    logs = (path / name / "_delta_log" for name in ("events", "documents", "corrections"))
    return tuple(log.stat().st_mtime_ns if log.is_dir() else 0 for log in logs)


def snapshot(version: int | None) -> Snapshot:
    """The table at a version, by default the newest; ``TableError`` where it cannot be had."""
    path = table_path()
    newest, identity = _newest(str(path.resolve()), _stamp(path))
    return _snapshot(str(path.resolve()), newest if version is None else version, identity)


def prepare() -> None:
    """Makes the newest version ready to be asked, so that no first visitor waits for it."""
    try:
        choices(snapshot(None))
    except TableError as error:
        _LOG.info("%s", error)  # the page of the first visit says so too, and what to do


@st.cache_resource(max_entries=8, show_spinner=False)
def _newest(path: str, stamp: tuple[int, ...]) -> tuple[int, str]:
    return EventTable(path).newest()


@st.cache_resource(max_entries=3, show_spinner=False)  # each has an index in memory
def _snapshot(path: str, version: int, identity: str) -> Snapshot:
    before = _newest_held.get((path, identity))
    made = EventTable(path).snapshot(version, after=before)
    if before is None or before.version < version:
        _newest_held[path, identity] = made
    return made


# As long as the cache or a page has it: what follows it is made out of it.
_newest_held: WeakValueDictionary[tuple[str, str], Snapshot] = WeakValueDictionary()


@lru_cache(maxsize=1)
def _answered() -> Callable[..., Any]:
    # Made with the first question: when this file is read the server does not run yet, and
    # Streamlit would keep the answers outside of it, and say so in the log.
    return cast("Callable[..., Any]", st.cache_data(max_entries=256, show_spinner=False)(_answer))


def _answer(
    question: str,
    table: tuple[str, int, datetime],
    chosen: dict[str, str] | None,
    options: dict[str, Any],
    _snapshot: Snapshot,
) -> Any:
    rooms = (queries, reference, tellers, nearby, reviewing, contradictions, rows_carried)
    asked = next(getattr(room, question) for room in rooms if hasattr(room, question))
    if chosen is None:
        return asked(_snapshot, **options)
    return asked(_snapshot, Filters.from_query(chosen), **options)


def _ask(question: str, at: Snapshot, chosen: Filters | None, **options: Any) -> Any:
    query = None if chosen is None else chosen.to_query()
    return _answered()(question, _key(at), query, options, at)


def _key(at: Snapshot) -> tuple[str, int, datetime]:
    # A table made anew at its place begins at version 0 again, but not at the same moment.
    return str(at.path), at.version, at.committed_at


def events(
    at: Snapshot, chosen: Filters, limit: int, offset: int = 0, *, newest: bool = False
) -> pd.DataFrame:
    """One row an event, the columns of the event table."""
    asked = {"limit": limit, "offset": offset, "newest": newest}
    return cast(pd.DataFrame, _ask("events", at, chosen, **asked))


def latest(at: Snapshot, chosen: Filters, limit: int) -> pd.DataFrame:
    """The last ``limit`` dated events in time, in order; all there are where they are fewer."""
    return cast(pd.DataFrame, _ask("latest", at, chosen, limit=limit))


def count(at: Snapshot, chosen: Filters) -> queries.Counts:
    """Events, documents and undated events under these filters."""
    return cast(queries.Counts, _ask("count", at, chosen))


def reports(at: Snapshot, cluster_id: str) -> pd.DataFrame:
    """The events of one cluster, the earliest published first."""
    return cast(pd.DataFrame, _ask("reports", at, None, cluster_id=cluster_id))


def histogram(at: Snapshot, chosen: Filters, grain: str = "month") -> pd.DataFrame:
    """Events by period and type: period, event_type, n."""
    return cast(pd.DataFrame, _ask("histogram", at, chosen, grain=grain))


def claims(at: Snapshot, chosen: Filters) -> pd.DataFrame:
    """One row a casualty claim: the running totals and the largest where there are very many."""
    return cast(pd.DataFrame, _ask("claims", at, chosen))


def disputed(at: Snapshot, chosen: Filters) -> list[contradictions.Contradiction]:
    """The happenings that claims contradict one another about, those farthest apart first."""
    return cast("list[contradictions.Contradiction]", _ask("disputed", at, chosen))


def left_out(at: Snapshot, chosen: Filters) -> tuple[int, int]:
    """Events with claims, and encounters, that are too many to be among the answers."""
    if count(at, chosen).events <= min(queries.MOST_CLAIMS, queries.MOST_ENCOUNTERS):
        return 0, 0
    return cast("tuple[int, int]", _ask("left_out", at, chosen))


def newest_claims(at: Snapshot, chosen: Filters) -> pd.DataFrame:
    """The claims told last, running totals before others, as many as a glance needs."""
    return cast(pd.DataFrame, _ask("claims", at, chosen, limit=_GLANCE, newest=True))


def stated(at: Snapshot, chosen: Filters, name: str, name_ar: str) -> pd.DataFrame:
    """The casualty claims that an actor of these names gave, one row each."""
    return cast(pd.DataFrame, _ask("stated", at, chosen, name=name, name_ar=name_ar))


def not_stated(at: Snapshot, chosen: Filters, name: str) -> int:
    """Events whose tolls, stated by the actor of this name, are too many to be in ``stated``."""
    if count(at, chosen.with_(actors=())).events <= queries.MOST_CLAIMS:
        return 0
    return cast(int, _ask("not_stated", at, chosen, name=name))


def asserters(at: Snapshot, chosen: Filters, name: str = "") -> pd.DataFrame:
    """Who states most tolls: name, name_ar, n; with ``name`` that one alone."""
    return cast(pd.DataFrame, _ask("asserters", at, chosen, name=name))


def encounters(at: Snapshot, chosen: Filters) -> pd.DataFrame:
    """Meetings, calls and visits, one row each."""
    return cast(pd.DataFrame, _ask("encounters", at, chosen))


def newest_encounters(at: Snapshot, chosen: Filters) -> pd.DataFrame:
    """The last encounters that were held, as many as a glance needs."""
    return cast(pd.DataFrame, _ask("encounters", at, chosen, limit=_GLANCE, held=True))


def actors(at: Snapshot, chosen: Filters, limit: int | None) -> pd.DataFrame:
    """The busiest actors, or all: actor_id, name, name_ar, n."""
    return cast(pd.DataFrame, _ask("actors", at, chosen, limit=limit))


def places(at: Snapshot, chosen: Filters, limit: int) -> pd.DataFrame:
    """The busiest places: place_id, name, name_ar, n."""
    return cast(pd.DataFrame, _ask("places", at, chosen, limit=limit))


def choices(at: Snapshot, datasets: bool = False) -> Any:
    """What the sidebar can offer: actors, places, types, sources, first and last day."""
    return _choices(_key(at), datasets, at)


@st.cache_resource(max_entries=16, show_spinner=False)
def _choices(table: tuple[str, int, datetime], datasets: bool, _snapshot: Snapshot) -> Any:
    # Nothing changes them, so no page needs a copy of its own: there may be twenty thousand.
    found = queries.choices(_snapshot, datasets)
    # They and all that is loaded by now stay; looked through for garbage every few pages, they
    # held up that page by a tenth of a second (CPython, module gc).
    gc.unfreeze()  # what an earlier version left behind may go
    gc.collect()
    gc.freeze()
    return found


def killed_by_month(at: Snapshot, chosen: Filters) -> pd.DataFrame:
    """People killed a month as each data set of the table counts them."""
    return cast(pd.DataFrame, _ask("killed_by_month", at, chosen))


def document(at: Snapshot, doc_id: str) -> dict[str, Any] | None:
    """A document with its mentions and events, ``None`` where the table has no such document."""
    return cast("dict[str, Any] | None", _ask("document", at, None, doc_id=doc_id))


def candidates(at: Snapshot, event_id: str) -> list[dict[str, Any]]:
    """The events that may be the same as one, the likeliest first."""
    return cast("list[dict[str, Any]]", _ask("candidates", at, None, event_id=event_id))


def log_of(at: Snapshot, event_id: str) -> list[reviewing.Logged]:
    """What analysts said of one event, the newest first."""
    return cast("list[reviewing.Logged]", _ask("log_of", at, None, event_id=event_id))


def carried(at: Snapshot, event_id: str) -> rows_carried.Carried | None:
    """What became of a row that is not shown by itself, ``None`` where nobody knows it."""
    return cast("rows_carried.Carried | None", _ask("carried", at, None, event_id=event_id))
