"""The questions the pages ask of a snapshot; every answer is a pandas DataFrame or a small value.

Days are ``datetime64`` columns with ``NaT`` where there is none; ``participants`` and ``claims``
hold Python lists of dicts with ``datetime.date`` days. Nothing here adds up casualty claims:
whatever is counted is a number of events.
"""

# ruff: noqa: S608 -- what is put into SQL here is our own text; every value is a parameter.
from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import pandas as pd

from dashboard.filters import KEPT, Filters
from dashboard.table.answers import Question, events_frame, frame, narrow, one, records, rows
from dashboard.table.claim_rows import NEWEST, WEIGHT, claims_of
from dashboard.table.schema import EVENT_COLUMNS, SHOWN_COLUMNS
from dashboard.table.signed import signed, taken_away
from dashboard.table.store import Snapshot

Grain = Literal["day", "week", "month", "quarter", "year"]

_EVENTS = ", ".join((*EVENT_COLUMNS, "corrections"))


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the filters let through.

    ``undated`` are the events without a date that meet every filter but the days; where days are
    asked for they are not among ``events``. ``sources`` is how many the events are of, ``named``
    the first and last of their names.
    """

    events: int
    documents: int
    undated: int
    sources: int = 0
    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """One value a filter can take, with the number of events that have it."""

    id: str
    name: str
    name_ar: str
    n: int


@dataclass(frozen=True, slots=True)
class Choices:
    """Everything the sidebar offers, each list by falling number of events.

    Event types, modalities and sources carry their own value as both names. ``datasets`` are those
    sources whose rows were imported and are shown where they are chosen. ``first``/``last`` are
    the ends of all dated events, ``None`` in a table without any.
    """

    actors: tuple[Choice, ...]
    places: tuple[Choice, ...]
    types: tuple[Choice, ...]
    modalities: tuple[Choice, ...]
    sources: tuple[Choice, ...]
    first: date | None
    last: date | None
    datasets: tuple[Choice, ...] = ()


MOST_CLAIMS = 2_000
"""Events whose claims ``claims`` gives at once: more are told apart by nobody."""
MOST_ENCOUNTERS = 2_000
"""Encounters that ``encounters`` gives at once."""

_BACKWARDS = "undated, rank DESC"


def events(
    snapshot: Snapshot, filters: Filters, limit: int = 500, offset: int = 0, *, newest: bool = False
) -> pd.DataFrame:
    """Events in order of time or, ``newest``, from the last back, undated ones last: a row each.

    Columns ``EVENT_COLUMNS`` and ``SIGNED``, as the claims of an event have them.
    """
    if newest:
        return _events(snapshot, filters, limit, offset, order=_BACKWARDS, shown=_BACKWARDS)
    return _events(snapshot, filters, limit, offset)


def latest(
    snapshot: Snapshot, filters: Filters, limit: int, condition: str = "TRUE"
) -> pd.DataFrame:
    """The last ``limit`` events in time, in order; undated ones only where there is room.

    Columns ``SHOWN_COLUMNS`` and ``SIGNED``.
    """
    return _events(
        snapshot, filters, limit, condition=condition, order=_BACKWARDS, columns=SHOWN_COLUMNS
    )


def encounters(
    snapshot: Snapshot, filters: Filters, limit: int = MOST_ENCOUNTERS, *, held: bool = False
) -> pd.DataFrame:
    """Encounters that happened or, without ``held``, are scheduled (CONSULT).

    Columns as ``latest``, in order of time; where there are more than ``limit`` the last ones.
    """
    modalities = "'actual', 'historical'" if held else "'actual', 'historical', 'future'"
    condition = f"event_type = 'CONSULT' AND modality IN ({modalities})"
    return latest(snapshot, filters, limit, condition)


def count(snapshot: Snapshot, filters: Filters) -> Counts:
    """How many events, of how many documents and sources, the filters let through."""
    asked = narrow(snapshot, filters)
    undated = narrow(snapshot, filters, dates=False)
    row = one(
        snapshot,
        f"""
        SELECT count(*) FILTER (WHERE inside) AS events,
               count(DISTINCT doc_id) FILTER (WHERE inside) AS documents,
               count(*) FILTER (WHERE undated) AS undated,
               count(DISTINCT source) FILTER (WHERE inside) AS sources,
               [min(source) FILTER (WHERE inside), max(source) FILTER (WHERE inside)]::VARCHAR[]
                 AS named
        FROM (SELECT doc_id, source, {asked.where} AS inside,
                     date_first IS NULL AND date_last IS NULL AS undated
              FROM narrow WHERE {undated.where})
        """,
        undated.params | asked.params,
    )
    named = tuple(dict.fromkeys(filter(None, row["named"])))
    return Counts(row["events"], row["documents"], row["undated"], row["sources"], named)


def left_out(snapshot: Snapshot, filters: Filters) -> tuple[int, int]:
    """How many events with claims, and how many encounters, ``claims`` and ``encounters`` leave
    out because there are too many; 0 nearly always."""
    where, params = narrow(snapshot, filters)
    row = one(
        snapshot,
        f"""
        SELECT count(*) FILTER (told > 0) AS told,
               count(*) FILTER (event_type = 'CONSULT'
                                AND modality IN ('actual', 'historical', 'future')) AS met
        FROM narrow WHERE {where}
        """,
        params,
    )
    return max(0, row["told"] - MOST_CLAIMS), max(0, row["met"] - MOST_ENCOUNTERS)


def histogram(snapshot: Snapshot, filters: Filters, grain: Grain = "month") -> pd.DataFrame:
    """Dated events by period and type: columns ``period`` (its first day), ``event_type``, ``n``.

    An event counts once, where its days begin (within the days asked for); periods without any
    have no row. Weeks begin on Monday (ISO 8601).
    """
    where, params = narrow(snapshot, filters)
    since = "greatest(coalesce(date_first, date_last), coalesce($since::DATE, DATE '0001-01-01'))"
    return frame(
        snapshot,
        f"""
        WITH days AS (
            SELECT {since} AS since, event_type, count(*) AS n
            FROM narrow WHERE {where} AND coalesce(date_first, date_last) IS NOT NULL GROUP BY ALL
        )
        SELECT date_trunc($grain, since)::DATE AS period, event_type::VARCHAR AS event_type,
               sum(n)::BIGINT AS n
        FROM days GROUP BY ALL ORDER BY period, event_type
        """,
        params | {"grain": grain, "since": filters.first},
    )


def origins(
    snapshot: Snapshot, filters: Filters, first: date | None = None, last: date | None = None
) -> pd.DataFrame:
    """Where the events of ``histogram`` between two days come from, all of them by default.

    Columns ``source``, ``documents``, ``n`` events; the source with most documents first.
    """
    where, params = narrow(snapshot, filters)
    since = "greatest(coalesce(date_first, date_last), coalesce($since::DATE, DATE '0001-01-01'))"
    return frame(
        snapshot,
        f"""
        SELECT source::VARCHAR AS source, count(DISTINCT doc_id)::INT AS documents, count(*) AS n
        FROM narrow WHERE {where} AND coalesce(date_first, date_last) IS NOT NULL
          AND {since} BETWEEN coalesce($begin::DATE, DATE '0001-01-01')
                          AND coalesce($finish::DATE, DATE '9999-12-31')
        GROUP BY ALL ORDER BY documents DESC, source
        """,
        params | {"since": filters.first, "begin": first, "finish": last},
    )


def claims(
    snapshot: Snapshot, filters: Filters, limit: int = MOST_CLAIMS, *, newest: bool = False
) -> pd.DataFrame:
    """Casualty claims of the events, one row a claim, repeats inside one document left out.

    Where more than ``limit`` events have some: those with running totals, then those that tell of
    most people (``newest``: those told of last).

    Columns: ``event_id``, ``event_type``, ``doc_id``, ``source``, ``published``, ``title``,
    ``quote``, ``place_*``, ``date_first``/``date_last`` of the event, then the claim's ``kind``,
    ``low``, ``best``, ``high`` (nullable integers, null for an open bound), ``approximate``,
    ``scope``, ``unit``, ``first``, ``last`` (else the event's last day, else the day of print),
    ``victims``, ``asserted_by``, ``asserted_by_ar``, ``text``, ``start``, ``end``, ``by_analyst``
    ("added", "corrected", "") with ``analyst``, ``analyst_on``, ``analyst_why``, the event's
    ``cluster_id``, ``mode`` and ``date_basis``, and ``done_by``, its participants who did it.
    """
    asked = narrow(snapshot, filters)
    found = snapshot.query(
        f"SELECT nr FROM narrow WHERE told > 0 AND {asked.where} "
        f"ORDER BY {NEWEST if newest else WEIGHT} LIMIT $limit",
        asked.params | {"limit": limit},
    )
    return claims_of(snapshot, found)


def actors(snapshot: Snapshot, filters: Filters, limit: int | None = 20) -> pd.DataFrame:
    """The busiest participants: ``actor_id``, ``name``, ``name_ar``, ``side``, ``n`` events."""
    return _actors(snapshot, narrow(snapshot, filters), limit)


def places(snapshot: Snapshot, filters: Filters, limit: int | None = 20) -> pd.DataFrame:
    """The places with most events: ``place_id``, ``name``, ``name_ar``, ``lat``, ``lon``,
    ``country``, ``n``; without those whose place is unknown."""
    return _places(snapshot, narrow(snapshot, filters), limit)


def _actors(snapshot: Snapshot, asked: Question, limit: int | None) -> pd.DataFrame:
    return frame(
        snapshot,
        f"""
        WITH counted AS (
            SELECT unnest(actor_ids) AS actor_id, count(*) AS n FROM narrow WHERE {asked.where}
            GROUP BY actor_id
        )
        SELECT actor_id::VARCHAR AS actor_id, name, name_ar, side, n
        FROM counted JOIN actor_names USING (actor_id)
        ORDER BY n DESC, actor_id LIMIT $limit
        """,
        asked.params | {"limit": limit},
    )


def _places(snapshot: Snapshot, asked: Question, limit: int | None) -> pd.DataFrame:
    return frame(
        snapshot,
        f"""
        WITH counted AS (
            SELECT place_id, count(*) AS n FROM narrow
            WHERE {asked.where} AND place_id IS NOT NULL GROUP BY place_id
        )
        SELECT place_id::VARCHAR AS place_id, name, name_ar, lat, lon, country, n
        FROM counted JOIN place_names USING (place_id)
        ORDER BY n DESC, place_id LIMIT $limit
        """,
        asked.params | {"limit": limit},
    )


def choices(snapshot: Snapshot, datasets: bool = False) -> Choices:
    """Every value the filters can take in this snapshot.

    Actors, places, types and days are those of articles, with ``datasets`` of all events; sources
    are always all.
    """
    asked = narrow(snapshot, Filters(), datasets=datasets)
    ends = one(
        snapshot,
        "SELECT min(coalesce(date_first, date_last)) AS first, "
        f"max(coalesce(date_last, date_first)) AS last FROM narrow WHERE {asked.where}",
    )
    who = _actors(snapshot, asked, None)
    found = _places(snapshot, asked, None)
    return Choices(
        actors=tuple(Choice(*row) for row in rows(who, "actor_id", "name", "name_ar", "n")),
        places=tuple(Choice(*row) for row in rows(found, "place_id", "name", "name_ar", "n")),
        types=_values(snapshot, "event_type", asked.where),
        modalities=_values(snapshot, "modality", asked.where),
        sources=_values(snapshot, "source"),
        first=ends["first"],
        last=ends["last"],
        datasets=_values(snapshot, "source", "imported"),
    )


def document(snapshot: Snapshot, doc_id: str) -> dict[str, Any] | None:
    """A document with its columns, ``mentions`` (dates, actors, places, claims with their spans,
    days as ISO strings) and ``events`` (a list of dicts in text order); ``None`` if unknown.

    A claim that analysts took away from every event it was read in is no mention any more.
    """
    found = records(
        snapshot.query("SELECT * FROM documents WHERE doc_id = $doc_id", {"doc_id": doc_id})
    )
    if not found:
        return None
    sql = f"SELECT {_EVENTS}, {KEPT} AS kept FROM events WHERE doc_id = $doc_id "
    sql += "ORDER BY char_start, event_id"
    rows = records(snapshot.query(sql, {"doc_id": doc_id}))
    kept = [row for row in rows if row.pop("kept")]
    mentions = json.loads(found[0]["mentions"])
    gone = taken_away(rows, kept)
    mentions["claims"] = [c for c in mentions["claims"] if (c["start"], c["end"]) not in gone]
    return found[0] | {"mentions": mentions, "events": [signed(row) for row in kept]}


def event(snapshot: Snapshot, event_id: str) -> dict[str, Any] | None:
    """One event as a dict of ``EVENT_COLUMNS`` and ``SIGNED``; ``None`` if none has this id."""
    sql = f"SELECT {_EVENTS} FROM events WHERE event_id = $event_id"
    found = records(snapshot.query(sql, {"event_id": event_id}))
    return signed(found[0]) if found else None


def reports(snapshot: Snapshot, cluster_id: str) -> pd.DataFrame:
    """What several documents report of one event: columns as ``events``, by publication."""
    found = snapshot.query(
        f"SELECT {_EVENTS} FROM events WHERE cluster_id = $cluster_id AND {KEPT} "
        "ORDER BY published NULLS LAST, doc_id, event_id",
        {"cluster_id": cluster_id},
    )
    return events_frame(found)


def _events(
    snapshot: Snapshot,
    filters: Filters,
    limit: int,
    offset: int = 0,
    *,
    condition: str = "TRUE",
    order: str = "rank",
    shown: str = "rank",
    columns: Sequence[str] = EVENT_COLUMNS,
) -> pd.DataFrame:
    """Some events in the order ``shown``; ``order`` says which where ``limit`` takes some."""
    asked = narrow(snapshot, filters)
    inner = f"""
        SELECT nr, rank, coalesce(date_first, date_last) IS NULL AS undated
        FROM narrow WHERE {condition} AND {asked.where}
        ORDER BY {order} LIMIT $limit OFFSET $offset
    """
    found = snapshot.query(
        f"SELECT nr FROM ({inner}) ORDER BY {shown}",
        asked.params | {"limit": limit, "offset": offset},
    )
    return events_frame(snapshot.index.take(found.column("nr"), (*columns, "corrections")))


def _values(snapshot: Snapshot, column: str, where: str = "TRUE") -> tuple[Choice, ...]:
    """The values of one of our own columns, most frequent first."""
    table = snapshot.query(
        f"SELECT {column}::VARCHAR AS id, count(*) AS n FROM narrow "
        f"WHERE {column} <> '' AND {where} "
        "GROUP BY ALL ORDER BY n DESC, id"
    )
    return tuple(Choice(row["id"], row["id"], row["id"], row["n"]) for row in records(table))
