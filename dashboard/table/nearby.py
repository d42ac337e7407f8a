"""Which events may be the same as one: of its type, near in days, near its place or its actors'."""

# ruff: noqa: S608 -- what is put into SQL here is our own text; every value is a parameter.
from __future__ import annotations

from datetime import timedelta
from typing import Any

from dashboard.filters import FROM_DATASET, KEPT
from dashboard.table.answers import records
from dashboard.table.queries import event
from dashboard.table.schema import EVENT_COLUMNS
from dashboard.table.signed import signed
from dashboard.table.store import Snapshot

_DAYS = timedelta(days=5)
_PRINTED = timedelta(days=10)  # between two articles on an event whose day is not known
_MOST = 2_000  # nearest in days that are compared
_RANKED = 60
_FAR = 60.0  # km

# A shared actor weighs as much as a place that is near; a day apart takes a little away.
_NEAR = f"""
WITH near AS (
    SELECT event_id, cluster_id, doc_id, actor_ids, place_id, place_lat, place_lon,
           coalesce(greatest(date_first - $last::DATE, $first::DATE - date_last, 0),
                    abs(published - $printed::DATE), 9) AS days
    FROM events
    WHERE event_type = $kind AND event_id <> $id AND NOT {FROM_DATASET} AND {KEPT}
      AND coalesce(nullif(cluster_id, '') <> nullif($cluster, ''), TRUE)
      AND (doc_id = $doc OR (date_first <= $until::DATE AND date_last >= $since::DATE)
        OR ($first IS NULL AND published BETWEEN $printed_since::DATE AND $printed_until::DATE))
    ORDER BY days, event_id LIMIT $most
), weighed AS (
    SELECT *, len(list_intersect(actor_ids, $actors::VARCHAR[])) AS shared,
           CASE WHEN place_id = $place THEN 0.0
                ELSE 12742 * asin(sqrt(
                    pow(sin(radians(place_lat - $lat) / 2), 2)
                    + cos(radians($lat)) * cos(radians(place_lat))
                      * pow(sin(radians(place_lon - $lon) / 2), 2))) END AS km
    FROM near
)
SELECT event_id, cluster_id FROM weighed
WHERE shared > 0 OR km <= $far OR doc_id = $doc OR $bare
ORDER BY least(shared, 3) + 2 * coalesce((km <= $far)::INT * (1 - km / (2 * $far)), 0)
         - 0.3 * days DESC, event_id
LIMIT $ranked
"""


def candidates(snapshot: Snapshot, event_id: str, limit: int = 6) -> list[dict[str, Any]]:
    """The events that may be the same as this one, the likeliest first, one of each cluster.

    Each has ``EVENT_COLUMNS`` and ``reports``, how many documents tell of it. Rows of data sets
    are none, as each event is in them once.
    """
    of = event(snapshot, event_id)
    if of is None:
        return []
    first, last, told = of["date_first"], of["date_last"], of["published"]
    if first is None or last is None:
        first = last = None
    actors = [p["actor_id"] for p in of["participants"] or ()]
    params = {
        "id": event_id, "kind": of["event_type"], "cluster": of["cluster_id"], "doc": of["doc_id"],
        "first": first, "last": last, "printed": told, "actors": actors, "place": of["place_id"],
        "lat": of["place_lat"], "lon": of["place_lon"], "far": _FAR,
        "since": first - _DAYS if first else None, "until": last + _DAYS if last else None,
        "printed_since": told - _PRINTED if told else None,
        "printed_until": told + _PRINTED if told else None,
        "bare": not actors and of["place_id"] is None, "most": _MOST, "ranked": _RANKED,
    }  # fmt: skip
    found: dict[str, str] = {}
    for row in records(snapshot.query(_NEAR, params)):
        found.setdefault(row["cluster_id"] or row["event_id"], row["event_id"])
    ids = list(found.values())[:limit]
    columns = ", ".join((*EVENT_COLUMNS, "corrections"))
    found_rows = records(
        snapshot.query(
            f"SELECT {columns}, 1 AS reports FROM events "
            "WHERE event_id IN (SELECT unnest($ids::VARCHAR[]))",
            {"ids": ids},
        )
    )
    rows = [signed(row) for row in found_rows]
    clusters = sorted({row["cluster_id"] for row in rows if row["cluster_id"]})
    counted = snapshot.query(
        f"SELECT cluster_id, count(DISTINCT doc_id) AS n FROM events WHERE {KEPT} "
        "AND cluster_id IN (SELECT unnest($clusters::VARCHAR[])) GROUP BY cluster_id",
        {"clusters": clusters},
    )
    told_by = {row["cluster_id"]: row["n"] for row in records(counted)} if clusters else {}
    for row in rows:
        row["reports"] = told_by.get(row["cluster_id"], 1)
    return sorted(rows, key=lambda row: ids.index(row["event_id"]))
