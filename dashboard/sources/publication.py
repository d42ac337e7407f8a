"""When a document was published, and where that was found: given, metadata, then its own text."""

from __future__ import annotations

from datetime import date

from dashboard.dates import agreeing, days_named, infer_published
from dashboard.model import PublishedBasis


def publication(
    text: str,
    *,
    given: date | None = None,
    metadata: str | date | None = None,
    shown: date | None = None,
) -> tuple[date | None, PublishedBasis]:
    """The publication date and its basis; ``(None, "unknown")`` where nothing tells it.

    A date of the metadata that cannot be read counts as none, so the text is asked next. One whose
    day and month can be exchanged («03/04/2015») is that which the text's weekdays leave, or, where
    they leave both, the day first, ``inferred``; so is ``shown``, a day on the page that nothing
    says is that of publication, where nothing else tells one.
    """
    if given is not None:
        return given, "given"
    if isinstance(metadata, date):
        return metadata, "metadata"
    days = days_named(metadata) if metadata else ()
    if len(days) > 1:
        days = agreeing(text, days) or days
    if len(days) == 1:
        return days[0], "metadata"
    decided = infer_published(text)
    if days:
        told = decided is not None and decided.sure and decided.day in days
        return (decided.day, "metadata") if decided is not None and told else (days[0], "inferred")
    if decided is not None:
        return decided.day, "text" if decided.sure else "inferred"
    if shown is not None and agreeing(text, [shown]):
        return shown, "inferred"
    return None, "unknown"
