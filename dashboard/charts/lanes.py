"""Lanes: where marks and intervals go so that none lies on another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Extent:
    """The room of one mark along the axis, in pixels: ``start`` to ``end``, a gap included."""

    start: float
    end: float


def pack(extents: Sequence[Extent]) -> list[int]:
    """The lane (0, 1, …) of every extent: the first lane whose last extent ends before it starts.

    Lanes are filled in order of ``start``, so their number is the least there can be.
    """
    ends: list[float] = []
    lanes = [0] * len(extents)
    for index in sorted(range(len(extents)), key=lambda i: (extents[i].start, extents[i].end)):
        extent = extents[index]
        free = next((lane for lane, end in enumerate(ends) if end <= extent.start), len(ends))
        if free == len(ends):
            ends.append(extent.end)
        ends[free] = extent.end
        lanes[index] = free
    return lanes
