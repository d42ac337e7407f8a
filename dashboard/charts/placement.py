"""Labels beside points: where each can stand without lying on another label or point."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Side = Literal["above-left", "above-right", "below-right", "below-left"]
_SIDES: tuple[Side, ...] = ("above-left", "above-right", "below-right", "below-left")


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels, y growing upwards."""

    left: float
    bottom: float
    right: float
    top: float

    def meets(self, other: Box) -> bool:
        """Whether the two rectangles share any area."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.bottom < other.top
            and other.bottom < self.top
        )

    def within(self, other: Box) -> bool:
        """Whether this rectangle lies wholly inside the other."""
        return (
            other.left <= self.left
            and self.right <= other.right
            and other.bottom <= self.bottom
            and self.top <= other.top
        )


def place_labels(
    points: Sequence[tuple[float, float]],
    sizes: Sequence[tuple[float, float]],
    order: Sequence[int],
    frame: Box,
    *,
    clear: float = 7,
    short: tuple[float, float] = (0, 0),
) -> tuple[dict[int, Side], dict[int, Side]]:
    """The side of its point on which each label can stand, and then where a short one can.

    ``points`` are pixels, ``sizes`` widths and heights of the labels (0 wide: none wanted),
    ``order`` the indices by importance. Labels keep ``clear`` pixels from every point. ``short``
    is the size of what is written where the whole label has no room; without room, nothing is.
    """
    taken = [Box(x - 4, y - 4, x + 4, y + 4) for x, y in points]
    whole: dict[int, Side] = {}
    brief: dict[int, Side] = {}
    for placed in (whole, brief):
        for index in order:
            width, height = sizes[index] if placed is whole else short
            if not width or index in whole:
                continue
            for side in _SIDES:
                box = _box(points[index], width, height, side, clear)
                if not box.within(frame) or any(box.meets(other) for other in taken):
                    continue
                taken.append(box)
                placed[index] = side
                break
    return whole, brief


def _box(point: tuple[float, float], width: float, height: float, side: Side, clear: float) -> Box:
    x, y = point
    left = x - width if side.endswith("left") else x
    bottom = y + clear if side.startswith("above") else y - clear - height
    return Box(left, bottom, left + width, bottom + height)
