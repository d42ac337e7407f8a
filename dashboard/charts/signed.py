"""Whose word an event or a claim is where it is an analyst's: in words, with name and day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dashboard.charts.direction import escape
from dashboard.charts.labels import Labels, as_day

Row = Mapping[Any, Any]
_SAID = ("added", "corrected", "confirmed")


def signature(row: Row, labels: Labels, name: Callable[[str], str] | None = None) -> str:
    """Who added or corrected a claim, or corrected or confirmed an event, and when; "" for none.

    ``name`` makes an analyst's name ready for a sentence, by default for one in a figure.
    """
    how = row.get("by_analyst") if "by_analyst" in row else row.get("review")
    if how not in _SAID:
        return ""
    who, day = row.get("analyst"), as_day(row.get("analyst_on"))
    if not isinstance(who, str) or not who or day is None:
        return labels.t(f"analyst.{how}.unsigned")
    return labels.t(f"analyst.{how}", who=(name or labels.quoted)(who), day=labels.day(day))


def reason(row: Row, labels: Labels) -> str:
    """What an analyst's claim stands on instead of a sentence, for a figure; "" for another."""
    why = row.get("analyst_why") if row.get("by_analyst") else ""
    if not isinstance(why, str) or not why:
        return ""
    return labels.t("quoted", text=escape(why))
