"""Labels beside points: where each can stand without lying on another label or point."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dashboard.charts.measure import text_size

Side = Literal[
    "above-left", "above-right", "below-right", "below-left", "right", "left", "above", "below"
]
_SIDES: tuple[Side, ...] = (
    "above-left", "above-right", "below-right", "below-left", "right", "left", "above", "below",
)  # fmt: skip
_GAP = 5  # pixels between the ends of two labels on one line
_LEADING = 2  # pixels between a label and the one above it
ASIDE, ABOVE = 8, 5  # pixels from a point to a label beside it, and to one over or under it


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

    def grown(self, by: float) -> Box:
        """The rectangle with so many pixels more on every side."""
        return Box(self.left - by, self.bottom - by, self.right + by, self.top + by)


Size = tuple[float, float]


def place_labels(
    points: Sequence[tuple[float, float]],
    forms: Sequence[Sequence[Size]],
    order: Sequence[int],
    frame: Box,
    *,
    short: Size = (0, 0),
    kept_free: Sequence[Box] = (),
) -> dict[int, tuple[int, Side]]:
    """The form in which each label can stand, and on which side of its point.

    ``points`` are pixels; ``forms`` the widths and heights of each label as it is best written and
    then ever shorter (0 wide: not wanted); ``order`` the indices by importance. No label lies on a
    point, on what is ``kept_free`` or on another label, and a gap stays between them. ``short`` is
    the size of what is written last of all where no form has room (its form is the one after
    those of the label); without room, nothing is.
    """
    taken = [*kept_free, *(Box(x - 5, y - 5, x + 5, y + 5) for x, y in points)]
    placed: dict[int, tuple[int, Side]] = {}

    def place(index: int, form: int, size: Size) -> None:
        if index in placed or not size[0]:
            return
        if (found := _free(points[index], *size, frame, taken)) is not None:
            side, box = found
            placed[index] = form, side
            taken.append(
                Box(box.left - _GAP, box.bottom - _LEADING, box.right + _GAP, box.top + _LEADING)
            )

    for index in order:
        for form, size in enumerate(forms[index]):
            place(index, form, size)
    for index in order:
        place(index, len(forms[index]), short)
    return placed


def _free(
    point: tuple[float, float], width: float, height: float, frame: Box, taken: Sequence[Box]
) -> tuple[Side, Box] | None:
    """The first side where a label covers nothing."""
    for side in _SIDES:
        box = label_box(point, width, height, side)
        if box.within(frame) and not any(box.meets(other) for other in taken):
            return side, box
    return None


def label_box(point: tuple[float, float], width: float, height: float, side: Side) -> Box:
    """Where a label of this size is drawn on a side of its point."""
    x, y = point
    if side in ("left", "right"):
        left = x - ASIDE - width if side == "left" else x + ASIDE
        return Box(left, y - height / 2, left + width, y + height / 2)
    left = x - width if side.endswith("left") else x if side.endswith("right") else x - width / 2
    bottom = y + ABOVE if side.startswith("above") else y - ABOVE - height
    return Box(left, bottom, left + width, bottom + height)


def free_side(
    point: tuple[float, float],
    text: str,
    font: int,
    size: float,
    taken: list[Box],
    frame: Box,
    *,
    corners: bool = False,
) -> tuple[str, Box] | None:
    """The side of a round mark where its name covers nothing and is not cut, with the name's box.

    ``size`` is the mark's, ``font`` the letters' pixels; the side is called as plotly calls it.
    With ``corners`` a name may also begin or end over or under its mark.
    """
    x, y = point
    wide, gap = text_size(text, font)[0], size / 2 + 4
    boxes = {
        "bottom center": Box(x - wide / 2, y - gap - font - 4, x + wide / 2, y - gap),
        "middle right": Box(x + gap, y - font * 0.7, x + gap + wide, y + font * 0.7),
        "middle left": Box(x - gap - wide, y - font * 0.7, x - gap, y + font * 0.7),
        "top center": Box(x - wide / 2, y + gap, x + wide / 2, y + gap + font + 4),
    }
    if corners:
        for side, low in (("bottom", y - gap - font - 2), ("top", y + gap - 2)):
            for end, left in (("right", x), ("left", x - wide)):
                boxes[f"{side} {end}"] = Box(left, low, left + wide, low + font + 4)
    for side, box in boxes.items():
        if box.within(frame) and not any(box.meets(other) for other in taken):
            return side, box
    return None
