"""The rows of casualty claims as SQL: repeats left out, and which come first of too many."""

from __future__ import annotations

import json

import pandas as pd
import pyarrow as pa

from dashboard.filters import FROM_DATASET
from dashboard.table.answers import as_frame
from dashboard.table.signed import days, mark_of
from dashboard.table.store import Snapshot

# Two claims of one document are one claim repeated when figures, kind and scope are the same and
# nothing known of one (who says it, where, when) contradicts the other. The fullest one stays.
# A data set lists each event once: its rows repeat nothing.
_CLAIMS = f"""
WITH rows AS (
    SELECT event_id, event_type, doc_id, source, published, title, quote,
           place_id, place_name, place_name_ar, place_country, place_admin1,
           place_lat, place_lon, place_precision, date_first, date_last, {FROM_DATASET} AS listed,
           corrections, cluster_id, mode, date_basis,
           list_filter(participants, lambda p: p.role = 'source') AS done_by,
           unnest(claims) AS claim
    FROM chosen
), claims AS (
    SELECT *, row_number() OVER (
        PARTITION BY doc_id
        ORDER BY (claim.asserted_by <> '')::INT + (place_id IS NOT NULL)::INT
                 + (date_first IS NOT NULL)::INT + 2 * (event_type <> 'STATEMENT')::INT DESC,
                 claim.start, event_id
    ) AS rank
    FROM rows
)
SELECT event_id, event_type, doc_id, source, published, title, quote,
       place_id, place_name, place_name_ar, place_country, place_admin1,
       place_lat, place_lon, place_precision, date_first, date_last,
       claim.kind AS kind, claim.low AS low, claim.best AS best, claim.high AS high,
       claim.approximate AS approximate, claim.scope AS scope, claim.unit AS unit,
       claim.first AS first, coalesce(claim.last, date_last, date_first, published) AS last,
       claim.victims AS victims, claim.asserted_by AS asserted_by,
       claim.asserted_by_ar AS asserted_by_ar, claim.text AS text,
       claim.start AS start, claim.end AS "end",
       corrections, cluster_id, mode, date_basis, done_by
FROM claims AS c
WHERE c.listed OR NOT EXISTS (
    SELECT 1 FROM claims AS d
    WHERE d.doc_id = c.doc_id AND d.rank < c.rank
      AND d.claim.kind = c.claim.kind AND d.claim.scope = c.claim.scope
      AND d.claim.unit = c.claim.unit
      AND d.claim.low IS NOT DISTINCT FROM c.claim.low
      AND d.claim.best IS NOT DISTINCT FROM c.claim.best
      AND d.claim.high IS NOT DISTINCT FROM c.claim.high
      AND ((d.claim.start = c.claim.start AND d.claim.end = c.claim.end)
        OR ((d.claim.asserted_by = c.claim.asserted_by
                OR d.claim.asserted_by = '' OR c.claim.asserted_by = '')
            AND (c.claim.scope = 'cumulative'
                OR (coalesce(d.place_id = c.place_id, TRUE)
                    AND coalesce(d.date_first <= c.date_last, TRUE)
                    AND coalesce(c.date_first <= d.date_last, TRUE)))))
)
ORDER BY last NULLS LAST, doc_id, start
"""  # noqa: S608 -- our own text

_COLUMNS = (
    "event_id", "event_type", "doc_id", "source", "published", "title", "quote", "place_id",
    "place_name", "place_name_ar", "place_country", "place_admin1", "place_lat", "place_lon",
    "place_precision", "date_first", "date_last", "rule", "claims", "corrections", "participants",
    "cluster_id", "mode", "date_basis",
)  # fmt: skip

# Over the index: running totals before single incidents, then what was told of most people.
WEIGHT = "running DESC, toll DESC NULLS LAST, rank"
NEWEST = "running DESC, coalesce(published, date_last) DESC NULLS LAST, rank"


def claims_of(snapshot: Snapshot, found: pa.Table) -> pd.DataFrame:
    """The claims of the events whose numbers are in ``nr``, columns as those of ``claims``."""
    rows = {"chosen": snapshot.index.take(found.column("nr"), _COLUMNS)}
    claims = snapshot.query(_CLAIMS, {}, rows)
    marks = [
        mark_of(claim, json.loads(claim["corrections"]).get("claims", {}))
        if claim["corrections"] else {}
        for claim in claims.select(["corrections", "start", "end", "kind"]).to_pylist()
    ]  # fmt: skip
    made = as_frame(claims.drop_columns(["corrections"]))
    for name in ("by_analyst", "analyst", "analyst_why"):
        made[name] = pd.Series([mark.get(name, "") for mark in marks], dtype="str")
    made["analyst_on"] = days([mark.get("analyst_on") for mark in marks])
    return made
