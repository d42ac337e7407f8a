"""What data sets count a month, beside the claims of articles: a sum within one data set only.

A data set lists its own events one by one, so its own rows of a month may be added up; nothing
here is ever added to a claim of an article or of another data set.
"""

from __future__ import annotations

import pandas as pd

from dashboard.filters import FROM_DATASET, Filters
from dashboard.table.store import Snapshot

# The months of a data set go from its first to its last event, within the days asked for; a month
# in which nothing meets the filters is a zero, for the data set does look at it.
_SERIES = """
WITH rows AS (
    SELECT source, date_first, date_last,
           list_filter(claims, lambda c: c.kind = 'killed' AND c.scope = 'incident'
               AND c.unit = 'people' AND c.best IS NOT NULL)[1] AS claim
    FROM events WHERE {where} AND {dataset} AND date_first IS NOT NULL AND date_last IS NOT NULL
), counted AS (
    SELECT source, date_trunc('month', date_first)::DATE AS period,
           date_trunc('month', date_first) = date_trunc('month', date_last) AS inside,
           coalesce(claim.low, claim.best)::BIGINT AS low, claim.best::BIGINT AS best,
           coalesce(claim.high, claim.best)::BIGINT AS high
    FROM rows WHERE claim IS NOT NULL
), covered AS (
    SELECT source,
           greatest(min(date_first), coalesce($since::DATE, min(date_first))) AS first,
           least(max(date_first), coalesce($until::DATE, max(date_first))) AS last
    FROM events WHERE {dataset} GROUP BY source
), months AS (
    SELECT source, unnest(generate_series(
        date_trunc('month', first), last::TIMESTAMP, INTERVAL 1 MONTH))::DATE AS period
    FROM covered WHERE first <= last
)
SELECT m.source, m.period, coalesce(sum(c.low), 0)::BIGINT AS low,
       coalesce(sum(c.best), 0)::BIGINT AS best, coalesce(sum(c.high), 0)::BIGINT AS high,
       count(c.best) AS n,
       (SELECT count(*) FROM counted AS w WHERE w.source = m.source AND NOT w.inside) AS wide,
       (SELECT coalesce(sum(w.best), 0)::BIGINT FROM counted AS w
        WHERE w.source = m.source AND NOT w.inside) AS wide_best
FROM months AS m LEFT JOIN counted AS c
  ON c.source = m.source AND c.period = m.period AND c.inside
GROUP BY m.source, m.period ORDER BY m.source, m.period
"""


def killed_by_month(snapshot: Snapshot, filters: Filters) -> pd.DataFrame:
    """People killed a month as each data set counts them: one row a data set and month.

    Columns: ``source``, ``period`` (the month's first day), ``low``, ``best``, ``high`` (sums over
    the data set's own rows), ``n`` rows; ``wide`` rows of that data set span several months, with
    ``wide_best`` deaths, and are in no month. Only the days and places of the filters count; a
    data set without a row at the places asked for is left out.
    """
    asked = Filters(first=filters.first, last=filters.last, places=filters.places)
    where, params = asked.where(datasets=True)
    sql = _SERIES.format(where=where, dataset=FROM_DATASET)
    ends = {"since": asked.first, "until": asked.last}
    found: pd.DataFrame = snapshot.query(sql, params | ends).to_pandas()
    if asked.places:
        rows = found.groupby("source")["n"].transform("sum") + found["wide"]
        found = found[rows > 0].reset_index(drop=True)
    return found
