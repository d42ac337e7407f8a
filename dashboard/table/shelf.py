"""The documents of the table as a list, page by page, and how many there are."""

from __future__ import annotations

import pandas as pd

from dashboard.filters import Filters
from dashboard.table.answers import frame, narrow, one
from dashboard.table.store import Snapshot

_LISTED = """
FROM documents AS d LEFT JOIN (
    SELECT doc_id::VARCHAR AS doc_id, count(*) AS n FROM narrow WHERE {where} GROUP BY doc_id
) AS e ON e.doc_id = d.doc_id
WHERE e.n > 0 OR ($everything
  AND d.doc_id NOT IN (SELECT doc_id::VARCHAR FROM narrow WHERE imported))
"""


def documents(
    snapshot: Snapshot, filters: Filters, limit: int = 200, offset: int = 0
) -> pd.DataFrame:
    """Documents with an event that the filters let through, newest first; without filters all
    articles, also those without an event.

    Columns: ``doc_id``, ``title``, ``source``, ``published``, ``published_basis``, ``n`` events.
    """
    where, params = narrow(snapshot, filters)
    return frame(
        snapshot,
        "SELECT d.doc_id, d.title, d.source, d.published, d.published_basis, coalesce(e.n, 0) AS n "
        + _LISTED.format(where=where)
        + "ORDER BY d.published DESC NULLS LAST, d.doc_id LIMIT $limit OFFSET $offset",
        params | {"everything": not filters.active(), "limit": limit, "offset": offset},
    )


def number_of_documents(snapshot: Snapshot, filters: Filters) -> int:
    """How many documents ``documents`` lists on all its pages."""
    where, params = narrow(snapshot, filters)
    row = one(
        snapshot, "SELECT count(*) AS n " + _LISTED.format(where=where),
        params | {"everything": not filters.active()},
    )  # fmt: skip
    return int(row["n"])
