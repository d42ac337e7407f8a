"""Arabic dates: ``find_dates`` for texts, ``parse_date`` for publication dates."""

from __future__ import annotations

from dashboard.dates.dateline import agreeing, infer_published
from dashboard.dates.finder import find_dates
from dashboard.dates.publication import days_named, parse_date

__all__ = ["agreeing", "days_named", "find_dates", "infer_published", "parse_date"]
