"""Arabic dates: ``find_dates`` for texts, ``parse_date`` for publication dates."""

from __future__ import annotations

from dashboard.dates.finder import find_dates
from dashboard.dates.publication import infer_published, parse_date

__all__ = ["find_dates", "infer_published", "parse_date"]
