"""Lanes: where marks and intervals go so that none lies on another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Extent:
    """The room of one mark along the axis, in pixels: ``start`` to ``end``, a gap included.

    ``lanes`` is how many it needs, one under the other: words are higher than a low lane.
    """

    start: float
    end: float
    lanes: int = 1

    def meets(self, other: Extent) -> bool:
        """Whether both have some of the axis."""
        return self.start < other.end and other.start < self.end


def pack(extents: Sequence[Extent]) -> list[int]:
    """The lane (0, 1, …) of every extent, of one that needs several the first of them.

    It is the first lane with nothing else in its place. Those of several lanes are placed first;
    the others fill what is left in order of ``start``, so that where every extent needs one lane
    their number is the least there can be.
    """
    high: list[list[Extent]] = []  # by lane
    ends: list[float] = []
    lanes = [0] * len(extents)
    order = sorted(
        range(len(extents)), key=lambda i: (extents[i].lanes == 1, extents[i].start, extents[i].end)
    )
    for index in order:
        extent = extents[index]
        lane = 0
        while any(
            extent.meets(other) for row in high[lane : lane + extent.lanes] for other in row
        ) or (extent.lanes == 1 and lane < len(ends) and ends[lane] > extent.start):
            lane += 1
        if extent.lanes > 1:
            high += [[] for _ in range(lane + extent.lanes - len(high))]
            for row in high[lane : lane + extent.lanes]:
                row.append(extent)
        else:
            ends += [extent.end] * (lane + 1 - len(ends))
            ends[lane] = extent.end
        lanes[index] = lane
    return lanes
