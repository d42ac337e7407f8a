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


def place_labels(
    points: Sequence[tuple[float, float]],
    sizes: Sequence[tuple[float, float]],
    order: Sequence[int],
    frame: Box,
    *,
    clear: float = 7,
) -> dict[int, Side]:
    """The side of its point on which each label can stand; a label without room is left out.

    ``points`` are pixels, ``sizes`` widths and heights of the labels (0 wide: none wanted),
    ``order`` the indices by importance. Labels keep ``clear`` pixels from every point.
    """
    taken = [Box(x - 4, y - 4, x + 4, y + 4) for x, y in points]
    placed: dict[int, Side] = {}
    for index in order:
        width, height = sizes[index]
        if not width:
            continue
        for side in _SIDES:
            box = _box(points[index], width, height, side, clear)
            if not _inside(box, frame) or any(box.meets(other) for other in taken):
                continue
            taken.append(box)
            placed[index] = side
            break
    return placed


def _box(point: tuple[float, float], width: float, height: float, side: Side, clear: float) -> Box:
    x, y = point
    left = x - width if side.endswith("left") else x
    bottom = y + clear if side.startswith("above") else y - clear - height
    return Box(left, bottom, left + width, bottom + height)


def _inside(box: Box, frame: Box) -> bool:
    return (
        frame.left <= box.left
        and box.right <= frame.right
        and frame.bottom <= box.bottom
        and box.top <= frame.top
    )
