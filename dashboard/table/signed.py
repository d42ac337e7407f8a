"""Whose word a row is: the analyst that corrected or confirmed an event, or one of its claims."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd
import pyarrow as pa

SIGNED = ("analyst", "analyst_on")
"""What an event has beside its columns: who said last what its ``review`` tells, and on what day.

A claim that an analyst added or corrected has these too, and ``by_analyst`` ("added", "corrected")
and ``analyst_why``, the reason; other claims have none of them.
"""
_NOBODY: Mapping[str, Any] = {"analyst": "", "analyst_on": None}


def signed(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row of events with its ``corrections`` read: who signed it and its claims."""
    said = json.loads(row.get("corrections") or "null") or {}
    made = {name: value for name, value in row.items() if name != "corrections"}
    made |= _signature(said.get("by")) if row.get("review") else _NOBODY
    marks = said.get("claims")
    if marks and row.get("claims") is not None:
        made["claims"] = [claim | mark_of(claim, marks) for claim in row["claims"]]
    return made


def taken_away(
    rows: Sequence[Mapping[str, Any]], kept: Sequence[Mapping[str, Any]]
) -> set[tuple[int, int]]:
    """Where claims stand that were read in some of a document's rows and that none of those
    ``kept`` has any more."""
    there, read = ({_span(c) for row in some for c in row["claims"] or ()} for some in (kept, rows))
    for row in rows:
        said = json.loads(row.get("corrections") or "null") or {}
        read |= {_span(c) for c in said.get("read", {}).get("claims") or ()}
    return read - there


def _span(claim: Mapping[str, Any]) -> tuple[int, int]:
    return int(claim["start"]), int(claim["end"])


def mark_of(claim: Mapping[str, Any], marks: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Who added or corrected a claim and why; nothing where it is as it was read."""
    said = marks.get(key(claim))
    if said is None:
        return {}
    return {
        "by_analyst": said["how"], "analyst_why": said["why"],
        **_signature((said["who"], said["on"])),
    }  # fmt: skip


def key(claim: Mapping[str, Any]) -> str:
    """What ``corrections`` calls a claim of its event."""
    return f"{claim['start']}-{claim['end']}-{claim['kind']}"


def _signature(by: Any) -> dict[str, Any]:
    if not by:
        return dict(_NOBODY)
    who, day = by
    return {"analyst": who, "analyst_on": date.fromisoformat(day)}


def days(values: Sequence[date | None]) -> pd.Series[Any]:
    """Days as a column of a frame, ``NaT`` where there is none."""
    return pd.Series(pa.array(values, pa.date32()).cast(pa.timestamp("s")).to_pandas())
