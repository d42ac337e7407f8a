"""The words beside claims: which have room, and where, off marks, lines and the axis."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.claim_marks import FLOOR, Claim, claim_hover, is_range, top_of
from dashboard.charts.direction import isolate
from dashboard.charts.labels import Labels
from dashboard.charts.layout import write
from dashboard.charts.measure import text_size
from dashboard.charts.placement import ABOVE, ASIDE, Box, place_labels
from dashboard.charts.theme import Look, plot_height, with_opacity

_ACROSS = {"left": "right", "right": "left"}  # the end of a label at which its mark is


def write_labels(
    figure: go.Figure,
    claims: list[Claim],
    first: date,
    last: date,
    labels: Labels,
    look: Look,
    first_choice: set[int],
    *,
    with_name: bool,
    log: bool = False,
    only: bool = False,
    lines: Sequence[Sequence[Claim]] = (),
    times: Sequence[pd.Timestamp] = (),
) -> None:
    """Writes claims in words beside their marks where there is room, the first choice first.

    Words keep off marks, ranges, the axis, the stems of single incidents (``only``) and ``lines``,
    the steps between claims: where a whole label has no room, its figure stands alone.
    ``times`` are where the marks stand, by default on their days.
    """
    area = _Area(figure, claims, first, last, look, log=log)
    stand = [pd.Timestamp(c.day) for c in claims] if not times else list(times)
    where = {id(c): area.at(time, c.value) for c, time in zip(claims, stand, strict=True)}
    points = [where[id(c)] for c in claims]
    drawn = [Box(x - 1, 0, x + 1, y) for x, y in points] if only else []
    for chain in lines:
        for (x, y), (end, top_end) in pairwise(where[id(c)] for c in chain):
            drawn += [Box(x, y - 1, end, y + 1), Box(end - 1, y, end + 1, top_end)]
    free = [*area.ticks(labels), *(area.bar(c, where[id(c)][0]) for c in claims if is_range(c))]
    size = 13 if labels.rtl else 12
    texts = [
        _forms(c, labels, with_name and id(c) in first_choice, place=only)
        if not only or id(c) in first_choice else []
        for c in claims
    ]  # fmt: skip
    forms = [[_with_border(text_size(text, size)) for text in of] for of in texts]
    order = sorted(
        range(len(claims)), key=lambda i: (id(claims[i]) not in first_choice, -claims[i].value)
    )
    short = (0.0, 0.0) if only else _with_border(text_size("≥", size))
    placed = place_labels(points, forms, order, area.room, short=short, kept_free=[*drawn, *free])
    written: list[dict[str, object]] = []
    for index, (form, side) in sorted(placed.items()):
        claim = claims[index]
        if form == len(texts[index]) and not claim.open_above:
            continue
        across = next((a for s, a in _ACROSS.items() if side.endswith(s)), "center")
        above, below = side.startswith("above"), side.startswith("below")
        aside = 0 if above or below else -ASIDE if side == "left" else ASIDE
        written.append({
            "x": str(stand[index]),
            "y": math.log10(max(claim.value, 0.7)) if log else claim.value,
            "text": isolate([*texts[index], "≥"][form]), "showarrow": False,
            "align": across, "xanchor": across,
            "yanchor": "bottom" if above else "top" if below else "middle",
            "xshift": aside,
            "yshift": ABOVE if above else -ABOVE if below else 0,
            "font": {"size": size, "color": look.palette.ink},
            "hovertext": claim_hover(claim, labels),
            "bgcolor": with_opacity(look.palette.paper, 0.72), "borderpad": 0,
        })  # fmt: skip
    write(figure, written)


class _Area:
    """The pixels of a figure of claims: where a day and a figure lie, and what is written there."""

    def __init__(
        self, figure: go.Figure, claims: list[Claim], first: date, last: date, look: Look, *,
        log: bool,
    ) -> None:  # fmt: skip
        margin = figure.layout.margin
        self._first, self._days = pd.Timestamp(first), max((last - first).days, 1)
        self._log, self._top = log, top_of(claims, log=log)
        self._axis = figure.layout.yaxis
        self._high = plot_height(figure)
        self._wide = look.width - margin.l - margin.r if look.width else look.spacing_width - 44
        self.room = Box(0, 1, self._wide, self._high + 8)

    def at(self, time: pd.Timestamp, value: float) -> tuple[float, float]:
        days = (time - self._first) / pd.Timedelta(days=1)
        return days / self._days * self._wide, self._up(value)

    def _up(self, value: float) -> float:
        if self._log:
            low = math.log10(FLOOR)
            part = (math.log10(max(value, 0.7)) - low) / (math.log10(self._top) - low)
            return part * self._high
        return value / self._top * self._high

    def bar(self, claim: Claim, x: float) -> Box:
        """The band of a range."""
        return Box(x - 5, self._up(claim.low or 0), x + 5, self._up(claim.high or claim.value))

    def ticks(self, labels: Labels) -> list[Box]:
        """The figures of the axis, which stand inside, on their lines."""
        size = 14 if labels.rtl else 13
        found = []
        for value, text in zip(self._axis.tickvals, self._axis.ticktext, strict=True):
            width, height = text_size(str(text), size)
            up = self._up(value)
            found.append(Box(0, up, width + 6, up + height))
        return found


def _with_border(size: tuple[float, float]) -> tuple[float, float]:
    """The size of a label with the border that plotly keeps around it."""
    return size[0] + 2, size[1] + 2


def _forms(claim: Claim, labels: Labels, with_name: bool, *, place: bool) -> list[str]:
    """A claim in words with its place or who asserts it, and its figure alone."""
    figure = f"<b>{claim.words}</b>"
    more = labels.name(claim.row, "place_name") if place else claim.series if with_name else ""
    return [f"{figure}<br>{more}", figure] if more else [figure]
