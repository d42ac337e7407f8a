"""A briefing: what is said once, and its parts, each a figure with the rows it shows."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pandas as pd

from dashboard.briefing.paper import Paper
from dashboard.charts.direction import FSI, PDI
from dashboard.charts.labels import Labels

# Signs without a shape that XML allows nowhere (XML 1.0, 2.2), and so neither SVG nor PPTX.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")

Told = Callable[[float, str, str], None]
"""Hears how far it is (0 to 1), the step (``count``, ``draw``, ``bind``) and of which part."""


def silent(share: float, step: str, part: str) -> None:
    """Tells nobody."""


def printable(text: str) -> str:
    """The text without signs that no file may hold."""
    return _NO_XML.sub("", text)


@dataclass(frozen=True, slots=True)
class Part:
    """One figure: its words, how it is drawn in a given room, and the rows it shows.

    ``rows`` has columns named in English; ``headings`` are those names in the briefing's language.
    ``sources`` are the names of the sources among the rows, the most frequent first. ``draw``
    gives SVG of ``room``, a width and height in pixels; it may need a browser.
    """

    name: str
    title: str
    unit: str
    note: str
    rows: pd.DataFrame
    headings: list[str]
    events: int
    documents: int
    sources: list[str]
    room: tuple[float, float]
    figure: Any = field(repr=False)
    draw: Callable[[], str] = field(repr=False)

    def __post_init__(self) -> None:
        """Keeps what is written of it printable."""
        for name in ("title", "unit", "note"):
            object.__setattr__(self, name, printable(getattr(self, name)))
        object.__setattr__(self, "sources", [*map(printable, self.sources)])


@dataclass(frozen=True, slots=True)
class Briefing:
    """Everything that is exported together, in one language on one paper.

    ``filters`` are the filters in words, ``version`` and ``day`` the event table's.
    """

    headline: str
    note: str
    filters: str
    version: int
    day: date
    labels: Labels
    paper: Paper
    parts: list[Part]

    def __post_init__(self) -> None:
        """Keeps what is written of it printable, whatever was pasted."""
        for name in ("headline", "note", "filters"):
            object.__setattr__(self, name, printable(getattr(self, name)))

    @property
    def stem(self) -> str:
        """The name that every file of it begins with."""
        return f"tawqit-briefing-v{self.version}"

    @property
    def name(self) -> str:
        """What the whole is called: its headline, else the first figure's title."""
        return self.headline or (self.parts[0].title if self.parts else "")

    @property
    def opens(self) -> bool:
        """Whether a page of its own, with headline and note, comes first."""
        return bool(self.headline or self.note)

    def versioned(self) -> str:
        """The table version and its day, in words."""
        return self.labels.t("caption.version", version=self.version, day=self.labels.day(self.day))

    def counted(self, part: Part) -> str:
        """How many events and documents a part shows, in words."""
        counted = self.labels.counted
        return " · ".join(
            (counted("count.events", part.events), counted("count.documents", part.documents))
        )

    def sources(self, part: Part, most: int = 0) -> str:
        """The sources of a part in words; above 0, ``most`` are named and the others counted."""
        names = part.sources[:most] if most else part.sources
        said = self.labels.t("list.join").join(map(_isolated, names))
        if more := len(part.sources) - len(names):
            said = self.labels.counted("briefing.sources.more", more, names=said)
        return self.labels.t("caption.sources", sources=said)

    def footer(self, part: Part) -> list[str]:
        """The lines at a figure's foot: counts and filters; sources; version and day."""
        lines = [f"{self.counted(part)} · {self.filters}", self.sources(part, 5)]
        note = f"{part.note} " if part.note else ""
        return [*lines, f"{note}{self.labels.t('app.name')} · {self.versioned()}"]


def _isolated(name: str) -> str:
    """The name kept from turning its neighbours around: U+2068 … U+2069 (UAX #9)."""
    return f"{FSI}{name}{PDI}"
