"""When a document was published, and where that was found: given, metadata, then its own text."""

from __future__ import annotations

from datetime import date

from dashboard.dates import infer_published, parse_date
from dashboard.model import PublishedBasis


def publication(
    text: str, *, given: date | None = None, metadata: str | date | None = None
) -> tuple[date | None, PublishedBasis]:
    """The publication date and its basis; ``(None, "unknown")`` where nothing tells it.

    A date of the metadata that cannot be read counts as none, so the text is asked next.
    """
    if given is not None:
        return given, "given"
    if isinstance(metadata, date):
        return metadata, "metadata"
    if metadata and (day := parse_date(metadata)) is not None:
        return day, "metadata"
    decided = infer_published(text)
    return (None, "unknown") if decided is None else (decided[0], "text")
