"""Who states tolls: asserters of casualty claims, whether or not they take part in any event."""

# ruff: noqa: S608 -- what is put into SQL here is our own text; every value is a parameter.
from __future__ import annotations

import pandas as pd

from dashboard.filters import Filters
from dashboard.table.answers import frame
from dashboard.table.store import Snapshot

MOST = 300
"""Asserters that are offered."""


def asserters(snapshot: Snapshot, filters: Filters, limit: int = MOST) -> pd.DataFrame:
    """Those who state most tolls: ``name``, ``name_ar``, ``n`` events of which they state one.

    The filters' actors are left aside: an asserter need have no part in the events.
    """
    where, params = filters.with_(actors=()).where()
    return frame(
        snapshot,
        f"""
        WITH told AS (
            SELECT unnest(list_distinct(
                [{{'name': claim.asserted_by, 'name_ar': claim.asserted_by_ar}} FOR claim IN claims]
            )) AS who
            FROM events WHERE {where} AND len(claims) > 0
        )
        SELECT who.name AS name, who.name_ar AS name_ar, count(*) AS n
        FROM told WHERE who.name <> ''
        GROUP BY ALL ORDER BY n DESC, name LIMIT $limit
        """,
        params | {"limit": limit},
    )
