"""Whom one actor met: its encounters counted by the others who were there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

from dashboard.charts.labels import as_day
from dashboard.charts.meetings import encounter_key
from dashboard.charts.rows import rows_of

COLUMNS = (
    "actor_id", "name", "name_ar", "side", "n", "event_id", "doc_id", "date_first", "date_last",
    "date_approximate", "place_name", "place_name_ar",
)  # fmt: skip
"""The other actor, how often they met, then the last encounter of the two."""

_LAST = ("event_id", "doc_id", "date_first", "date_last", "date_approximate")


def counterparts(encounters: pd.DataFrame, actor_id: str) -> pd.DataFrame:
    """Who was at encounters with an actor: one row a counterpart, the most frequent first.

    Columns are ``COLUMNS``. Reports of one encounter count once, and what is only scheduled does
    not count: nobody has met there yet. The last encounter is the latest dated one.
    """
    found: dict[str, dict[str, Any]] = {}
    for row in rows_of(encounters):
        parts = row.get("participants") or ()
        if row["modality"] == "future" or all(p["actor_id"] != actor_id for p in parts):
            continue
        for part in parts:
            if part["actor_id"] == actor_id:
                continue
            entry = found.setdefault(
                part["actor_id"],
                {k: part[k] for k in ("actor_id", "name", "name_ar", "side")}
                | {"met": set(), "day": date.min},
            )
            entry["met"].add(encounter_key(row))
            if (day := _day(row)) > entry["day"] or "event_id" not in entry:
                entry |= {name: row.get(name) for name in _LAST} | _place(row) | {"day": day}
    rows = [{name: e.get(name, len(e["met"])) for name in COLUMNS} for e in found.values()]
    made = pd.DataFrame(rows, columns=list(COLUMNS))
    return made.sort_values(["n", "actor_id"], ascending=[False, True]).reset_index(drop=True)


def _day(row: Mapping[Any, Any]) -> date:
    return as_day(row["date_last"]) or as_day(row["date_first"]) or date.min


def _place(row: Mapping[Any, Any]) -> dict[str, Any]:
    return {name: row.get(name) for name in ("place_name", "place_name_ar")}
