"""Where the circles of a net stand: near those they are tied to, apart from all others.

The same ties give the same places: nothing is left to chance.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

_ROUNDS = 400
_APART = 80  # rounds that push apart what still touches
_PULL = 0.06  # to the middle, so that what is tied to nothing else does not drift away


def placed(
    sizes: Sequence[float],
    ties: Mapping[tuple[int, int], int],
    wide: float,
    high: float,
    margin: tuple[float, float] = (60, 26),
) -> list[tuple[float, float]]:
    """Pixels from the lower left corner for circles so many pixels across, tied so many times.

    Forces as of Fruchterman and Reingold (1991): all repel one another, ties pull by the root of
    their weight. ``margin`` is what stays free at the sides, and above and below, for names.
    """
    n = len(sizes)
    if n < 2:
        return [(wide / 2, high / 2)] * n
    # The golden angle spreads the first places evenly, the busiest in the middle.
    turn = np.arange(n) * math.pi * (3 - math.sqrt(5))
    out = np.sqrt((np.arange(n) + 0.5) / n)
    at = np.stack([out * np.cos(turn), out * np.sin(turn)], axis=1)
    pull = np.zeros((n, n))
    for (a, b), weight in ties.items():
        pull[a, b] = pull[b, a] = math.sqrt(weight)
    ideal = 1.6 / math.sqrt(n)
    for number in range(_ROUNDS):
        away, apart = _apart(at)
        force = ideal**2 / apart**2 - pull * apart / ideal
        move = (away * force[..., None]).sum(axis=1) - _PULL * at / ideal
        length = np.maximum(np.linalg.norm(move, axis=1, keepdims=True), 1e-9)
        at = at + move / length * np.minimum(length, 0.12 * (1 - number / _ROUNDS))
    return _fitted(at, np.asarray(sizes, float), wide, high, margin)


def _apart(at: Any) -> tuple[Any, Any]:
    """For every two places the way from one to the other, and its length."""
    away = at[:, None, :] - at[None, :, :]
    return away, np.maximum(np.linalg.norm(away, axis=2), 1e-3)


def _fitted(
    at: Any, sizes: Any, wide: float, high: float, margin: tuple[float, float]
) -> list[tuple[float, float]]:
    """The places stretched over the room, and pushed apart where circles or names would touch.

    Most of a place is its rank: what stands close in the middle gets the room that is empty around.
    """
    low, top = at.min(axis=0), at.max(axis=0)
    room = np.array([wide - 2 * margin[0], high - 2 * margin[1]])
    rank = at.argsort(axis=0, kind="stable").argsort(axis=0) / (len(at) - 1)
    at = (0.25 * (at - low) / np.maximum(top - low, 1e-9) + 0.75 * rank) * room + np.array(margin)
    # A name is wider than high: what stands on one line needs more room than what stands above.
    need_high = (sizes[:, None] + sizes[None, :]) / 2 + 26
    need_wide = need_high + 34
    for _ in range(_APART):
        away, _ = _apart(at)
        near = np.hypot(away[..., 0] / need_wide, away[..., 1] / need_high)
        np.fill_diagonal(near, 1)
        close = np.maximum(1 - near, 0)[..., None]
        at = at + (np.sign(away) * close * 7).sum(axis=1)
        at = np.clip(at, margin, np.array([wide, high]) - margin)
    return [(round(float(x), 1), round(float(y), 1)) for x, y in at]
