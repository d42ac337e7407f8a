"""Who states tolls: asserters of casualty claims, whether or not they take part in any event."""

# ruff: noqa: S608 -- what is put into SQL here is our own text; every value is a parameter.
from __future__ import annotations

import pandas as pd

from dashboard.filters import Filters
from dashboard.table.answers import Question, narrow, one, records
from dashboard.table.claim_rows import WEIGHT, claims_of
from dashboard.table.queries import MOST_CLAIMS
from dashboard.table.store import Snapshot

MOST = 300
"""Asserters that are offered."""


def asserters(
    snapshot: Snapshot, filters: Filters, limit: int = MOST, name: str = ""
) -> pd.DataFrame:
    """Those who state most tolls: ``name``, ``name_ar``, ``n`` events of which they state one.

    The filters' actors are left aside: an asserter need have no part in the events. With ``name``
    only the one of this English name, however few it states.
    """
    asked = narrow(snapshot, filters.with_(actors=()))
    counted = snapshot.query(
        f"""
        WITH told AS (
            SELECT nr, unnest(list_distinct(asserters)) AS name FROM narrow
            WHERE told > 0 AND {asked.where}
        )
        SELECT name, count(*) AS n, min(nr) AS nr FROM told
        WHERE name <> '' AND ($name = '' OR name = $name)
        GROUP BY name ORDER BY n DESC, name LIMIT $limit
        """,
        asked.params | {"limit": limit, "name": name},
    )
    claims = snapshot.index.take(counted["nr"], ["claims"])["claims"].to_pylist()
    rows = [
        (row["name"], _arabic(row["name"], told), row["n"])
        for row, told in zip(records(counted), claims, strict=True)
    ]
    return pd.DataFrame(rows, columns=["name", "name_ar", "n"])


# The documents of the events in which one states a toll, the weightiest of too many.
_QUOTING = f"""
    SELECT doc_id FROM narrow
    WHERE told > 0 AND list_contains(asserters, $name) AND {{where}}
    ORDER BY {WEIGHT} LIMIT $limit
"""


def stated(
    snapshot: Snapshot, filters: Filters, name: str, name_ar: str, limit: int = MOST_CLAIMS
) -> pd.DataFrame:
    """The claims that one actor gave, columns as ``claims``; it need have no part in the events.

    The filters' actors are therefore left aside. Only the documents that quote the actor are read,
    each of them whole, so that repeats are told as ``claims`` tells them. Where it states tolls of
    more than ``limit`` events, those of running totals and then of most people are given.
    """
    asked = _stating(snapshot, filters, name, limit)
    found = snapshot.query(
        f"SELECT nr FROM narrow WHERE told > 0 AND {asked.where} "
        f"AND doc_id IN ({_QUOTING.format(where=asked.where)})",
        asked.params,
    )
    given = claims_of(snapshot, found)
    same = (given["asserted_by"] == name) & (given["asserted_by_ar"] == name_ar)
    return given[same].reset_index(drop=True)


def not_stated(snapshot: Snapshot, filters: Filters, name: str, limit: int = MOST_CLAIMS) -> int:
    """Of how many events ``stated`` leaves the tolls out because there are too many."""
    asked = _stating(snapshot, filters, name, limit)
    row = one(
        snapshot,
        f"SELECT count(*) AS n FROM narrow WHERE told > 0 AND list_contains(asserters, $name) "
        f"AND {asked.where} AND doc_id NOT IN ({_QUOTING.format(where=asked.where)})",
        asked.params,
    )
    return int(row["n"])


def _stating(snapshot: Snapshot, filters: Filters, name: str, limit: int) -> Question:
    asked = narrow(snapshot, filters.with_(actors=()))
    return asked._replace(params=asked.params | {"name": name, "limit": limit})


def _arabic(name: str, claims: list[dict[str, str]]) -> str:
    """The Arabic name that goes with an English one in an event's claims."""
    return next(c["asserted_by_ar"] for c in claims if c["asserted_by"] == name)
