"""Who states tolls: asserters of casualty claims, whether or not they take part in any event."""

# ruff: noqa: S608 -- what is put into SQL here is our own text; every value is a parameter.
from __future__ import annotations

import pandas as pd

from dashboard.filters import Filters
from dashboard.table.answers import narrow, records
from dashboard.table.store import Snapshot

MOST = 300
"""Asserters that are offered."""


def asserters(snapshot: Snapshot, filters: Filters, limit: int = MOST) -> pd.DataFrame:
    """Those who state most tolls: ``name``, ``name_ar``, ``n`` events of which they state one.

    The filters' actors are left aside: an asserter need have no part in the events.
    """
    asked = narrow(snapshot, filters.with_(actors=()))
    counted = snapshot.query(
        f"""
        WITH told AS (
            SELECT nr, unnest(list_distinct(asserters)) AS name FROM narrow
            WHERE told > 0 AND {asked.where}
        )
        SELECT name, count(*) AS n, min(nr) AS nr FROM told WHERE name <> ''
        GROUP BY name ORDER BY n DESC, name LIMIT $limit
        """,
        asked.params | {"limit": limit},
        asked.tables,
    )
    claims = snapshot.index.take(counted["nr"], ["claims"])["claims"].to_pylist()
    rows = [
        (row["name"], _arabic(row["name"], told), row["n"])
        for row, told in zip(records(counted), claims, strict=True)
    ]
    return pd.DataFrame(rows, columns=["name", "name_ar", "n"])


def _arabic(name: str, claims: list[dict[str, str]]) -> str:
    """The Arabic name that goes with an English one in an event's claims."""
    return next(c["asserted_by_ar"] for c in claims if c["asserted_by"] == name)
