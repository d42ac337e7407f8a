"""The sizes a sheet can have, and where things stand on it.

Lengths are points (1/72 inch), so that a sheet, a slide and a printed page share every number.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

MARGIN = 40
FOOTER = 72


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet's size in points."""

    width: float
    height: float

    @property
    def inside(self) -> float:
        """The width between the margins."""
        return self.width - 2 * MARGIN

    @property
    def foot(self) -> float:
        """Where the footer begins, from the top."""
        return self.height - FOOTER - 10


WIDE = Paper(960.0, 540.0)  # 13.333 by 7.5 inches, a slide of 16:9
A4 = Paper(841.92, 595.2)  # 297 by 210 mm

PAPERS: Mapping[str, Paper] = {"wide": WIDE, "a4": A4}
"""What a reader can choose, by name."""
