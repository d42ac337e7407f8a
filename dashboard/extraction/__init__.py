"""What an article says: actors, places, casualty claims and events, each with its sentence."""

from __future__ import annotations

from dashboard.extraction.assemble import EXTRACTOR_VERSION, extract

__all__ = ["EXTRACTOR_VERSION", "extract"]
