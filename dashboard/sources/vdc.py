"""Violations Documentation Center in Syria: its deaths a day by cause as events of the table.

A row is a day, a column a cause of death, a cell how many the Center documented. Every cell above
zero is an event of that day: how many were killed by this cause, as the Center counts. Deaths in
detention, under siege and for want of medical care are COERCE, all others ASSAULT (PLOVER).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from dashboard.extraction.places.gazetteer import gazetteer
from dashboard.model import (
    IMPORTED,
    CasualtyClaim,
    DateMention,
    Document,
    Event,
    EventDate,
    EventType,
    Extraction,
    Place,
)
from dashboard.sources.files import SourceError
from dashboard.sources.rows import BadRow, Part, Row, Sheet, bad_row, read_rows, twice

NAME = "VDC"
RULE = f"{IMPORTED}vdc"
VERSION = f"{RULE} 1"
WHAT = "the table of deaths by day (`day`) and cause, one column a cause"
RESTS_ON = "Violations Documentation Center in Syria (VDC), deaths by day and cause"
_BY_AR = "مركز توثيق الانتهاكات في سوريا"

CAUSES: dict[str, tuple[EventType, str]] = {
    "Chemical Weapon": ("ASSAULT", "chemical"),
    "Detention": ("COERCE", "detention"),
    "Execution": ("ASSAULT", "execution"),
    "Explosion": ("ASSAULT", "bombing"),
    "Lack of Medical Access": ("COERCE", "no_medical_care"),
    "Shelling": ("ASSAULT", "shelling"),
    "Shooting": ("ASSAULT", "shooting"),
    "Siege": ("COERCE", "siege"),
    "Unknown": ("ASSAULT", "unspecified"),
}
"""Cause → event type and mode."""


def read(path: Path) -> Iterator[Part | SourceError]:
    """The events of a file, one document a month, and bad rows.

    A row is a line of its document, without its zeros; each of its events has it as its quote.
    """
    months: dict[str, list[Row]] = {}
    lines: dict[str, int] = {}
    for row in read_rows(path, ("day", *CAUSES), WHAT):
        if isinstance(row, SourceError):
            yield row
            continue
        try:
            day = row.day("day").isoformat()
            for cause in CAUSES:
                row.count(cause)
            if day in lines:
                raise twice(row, "day", lines[day])
            lines[day] = row.line
            months.setdefault(day[:7], []).append(row)
        except BadRow as error:
            yield bad_row(path, row, error)
    for month in sorted(months):
        yield _part(month, months[month])


def _part(month: str, rows: list[Row]) -> Part:
    sheet = Sheet()
    dates: list[DateMention] = []
    claims: list[CasualtyClaim] = []
    events: list[Event] = []
    for row in rows:
        day = row.day("day")
        told = day.isoformat()
        counts = {cause: row.count(cause) for cause in CAUSES}
        line = sheet.add({"day": told} | {cause: str(n) for cause, n in counts.items() if n})
        start, end = line.values["day"]
        dates.append(DateMention(start, end, told, "date", told, day, day, "day", rule=RULE))
        when = EventDate(told, day, day, "day", basis="clause", start=start, end=end)
        for cause, n in counts.items():
            if not n:
                continue
            kind, mode = CAUSES[cause]
            start, end = line.named[cause]
            claims.append(
                CasualtyClaim(
                    start, end, f"{cause}: {n}", "killed", n, n, n, first=day, last=day,
                    asserted_by=NAME, asserted_by_ar=_BY_AR, rule=RULE,
                )
            )  # fmt: skip
            events.append(
                Event(
                    f"vdc:{told}:{mode}", kind, mode, "actual", when, _country(), (),
                    (len(claims) - 1,), line.text, line.start, line.end, RULE, 1.0,
                )
            )  # fmt: skip
    document = Document(
        f"vdc:{month}", sheet.text, f"{NAME}: {month}", NAME, rests_on=RESTS_ON
    )  # fmt: skip
    return Part(
        Extraction(document, dates=tuple(dates), claims=tuple(claims), events=tuple(events))
    )


@lru_cache(maxsize=1)
def _country() -> Place | None:
    """Syria: the data set's rows name no place within it."""
    return gazetteer().places.get("geonames:163843")
