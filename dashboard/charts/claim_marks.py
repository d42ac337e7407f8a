"""Casualty claims as marks: which are drawn, what they say, and their axes and labels."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.direction import escape, isolate
from dashboard.charts.labels import Labels, as_count, as_day
from dashboard.charts.periods import near
from dashboard.charts.placement import Box, place_labels
from dashboard.charts.theme import (
    Look,
    count_axis,
    dragged,
    hover_lines,
    legend_below,
    legend_line,
    plot_height,
    tick_room,
    time_axis,
    with_opacity,
)
from dashboard.charts.wording import claim_words

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim to draw: its day, bounds (``None`` where open), words and who asserts it.

    ``value`` is the best figure, else the lower, else the upper bound.
    """

    row: Row
    day: date
    low: int | None
    high: int | None
    value: int
    words: str
    series: str

    @property
    def open_above(self) -> bool:
        """Whether the source gives no upper bound ("at least")."""
        return self.high is None


def claims_of(frame: pd.DataFrame, scope: str, kind: str, labels: Labels) -> list[Claim]:
    """The claims of a scope and kind that count people, one for each figure, day and assertor."""
    found: list[Claim] = []
    seen: set[tuple[object, ...]] = set()
    # Chosen by column first: a data set has tens of thousands of claims.
    asked = frame[(frame["scope"] == scope) & (frame["kind"] == kind)] if len(frame) else frame
    for row in asked.to_dict("records"):
        if row.get("unit") == "families":
            continue
        low, best, high = (as_count(row.get(name)) for name in ("low", "best", "high"))
        day = _day_of(row)
        bounds = [n for n in (best, low, high) if n is not None]
        if day is None or not bounds:
            continue
        words = claim_words(
            low, best, high, labels=labels, approximate=row.get("approximate") is True,
            text=str(row.get("text") or ""),
        )  # fmt: skip
        series = _asserted_by(row, labels)
        # Several documents repeat one assertor's figure of one day: one mark is enough.
        same = (day, low, high, series, row.get("event_id") if scope == "incident" else "")
        if same not in seen:
            seen.add(same)
            found.append(
                Claim({str(k): v for k, v in row.items()}, day, low, high, bounds[0], words, series)
            )
    return found


def _day_of(row: Mapping[Any, Any]) -> date | None:
    """The day of an incident, or the day up to which a running total counts."""
    event, published = as_day(row.get("date_first")), as_day(row.get("published"))
    last = as_day(row.get("last"))
    if row["scope"] == "incident":
        return event or as_day(row.get("date_last")) or last or published
    return last or published


def _asserted_by(row: Mapping[Any, Any], labels: Labels) -> str:
    who = labels.name(row, "asserted_by")
    if not who:
        who = labels.t("chart.own_voice", source=labels.quoted(row.get("source")))
    victims = row.get("victims")
    if isinstance(victims, str) and victims:
        return f"{who} ({labels.t(f'victims.{victims}')})"
    return who


def claim_hover(claim: Claim, labels: Labels) -> str:
    """The claim with its noun, who says so, of what days and where, the sentence, the source."""
    row = claim.row
    said = claim_words(
        row.get("low"), row.get("best"), row.get("high"), labels=labels, kind=str(row["kind"]),
        approximate=row.get("approximate") is True, text=str(row.get("text") or ""),
    )  # fmt: skip
    if row["scope"] == "incident":
        when = labels.days(row.get("date_first"), row.get("date_last") or claim.day)
    else:
        first = as_day(row.get("first"))
        when = labels.t("chart.until", day=labels.day(claim.day))
        if first:
            when = labels.days(first, claim.day)
    published = as_day(row.get("published"))
    source = labels.quoted(row.get("source"))
    quote = str(row.get("quote") or "")
    return hover_lines(
        [
            f"<b>{said}</b>",
            claim.series,
            when,
            labels.name(row, "place_name") if row["scope"] == "incident" else "",
            f"«{escape(quote)}»" if quote else "",
            " · ".join(p for p in (source, labels.day(published) if published else "") if p),
        ]
    )


def told_apart(claims: list[Claim], most: int) -> tuple[list[Claim], int]:
    """The claims that can be told apart in one figure, and how many are left out.

    Left out are those far in time from nearly all others, and the smallest beyond ``most``.
    """
    first, last = near([claim.day for claim in claims])
    close = [claim for claim in claims if first <= claim.day <= last]
    kept = sorted(close, key=lambda claim: -claim.value)[:most]
    return sorted(kept, key=lambda claim: (claim.day, claim.value)), len(claims) - len(kept)


def ends(claims: list[Claim]) -> tuple[date, date]:
    """The first and last day of the axis, with a margin."""
    first, last = min(c.day for c in claims), max(c.day for c in claims)
    margin = timedelta(days=max((last - first).days // 14, 20))
    return first - margin, last + margin


def top_of(claims: list[Claim], *, log: bool) -> float:
    """The upper end of the axis of people, with room for a label."""
    highest = max(max(c.value, c.high or 0) for c in claims)
    return highest * (2.6 if log else 1.22)


def set_axes(
    figure: go.Figure,
    claims: list[Claim],
    first: date,
    last: date,
    labels: Labels,
    look: Look,
    *,
    log: bool,
) -> None:
    """Sets the axes of time and people, from 0 or logarithmic, and the legend under them."""
    top = top_of(claims, log=log)
    axis = count_axis(top, labels, look)
    if log:
        powers = [10**power for power in range(int(math.log10(top)) + 1)]
        axis |= {
            "type": "log", "range": [math.log10(0.6), math.log10(top)], "tickvals": powers,
            "ticktext": [labels.number(power) for power in powers],
        }  # fmt: skip
    else:
        axis["range"] = [0, top]
    figure.update_layout(
        xaxis=time_axis(first, last, labels, look) | {"showgrid": False}, yaxis=axis,
        showlegend=any(t.showlegend is not False for t in figure.data), **dragged(look),
        legend=legend_line(labels) | {"y": legend_below(figure, tick_room(first, last) + 18)},
    )  # fmt: skip


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
) -> None:
    """Writes claims in words beside their marks where there is room, the first choice first.

    Words keep off the stems of single incidents (``only``) and off ``lines``, the steps between
    claims, wherever another side is free.
    """
    top = top_of(claims, log=log)
    high = plot_height(figure)
    days = max((last - first).days, 1)
    margin = figure.layout.margin
    wide = look.width - margin.l - margin.r if look.width else look.spacing_width - 44
    low_end = math.log10(0.6)

    def up(value: float) -> float:
        if log:
            return (math.log10(max(value, 0.7)) - low_end) / (math.log10(top) - low_end) * high
        return value / top * high

    def at(claim: Claim) -> tuple[float, float]:
        return (claim.day - first).days / days * wide, up(claim.value)

    points = [at(c) for c in claims]
    drawn = [Box(x - 1, 0, x + 1, y) for x, y in points] if only else []
    for chain in lines:
        for (x, y), (end, top_end) in pairwise(map(at, chain)):
            drawn += [Box(x, y - 1, end, y + 1), Box(end - 1, y, end + 1, top_end)]
    texts = [
        _label_text(c, labels, with_name and id(c) in first_choice, place=only) for c in claims
    ]
    sizes = [
        (
            max(len(line) for line in _plain(text).split("<br>")) * 6.9 + 6,
            (18.5 if labels.rtl else 16.5) * (text.count("<br>") + 1),
        )
        if not only or id(c) in first_choice
        else (0.0, 0.0)
        for c, text in zip(claims, texts, strict=True)
    ]
    order = sorted(
        range(len(claims)), key=lambda i: (id(claims[i]) not in first_choice, -claims[i].value)
    )
    room = Box(0, 1, wide, high + 8)
    short = (0, 0) if only else (9, 14)
    whole, brief = place_labels(points, sizes, order, room, short=short, lines=drawn)
    for index, claim in enumerate(claims):
        side = whole.get(index) or brief.get(index)
        if side is None or (index not in whole and not claim.open_above):
            continue
        text = texts[index] if index in whole else "≥"
        left = side.endswith("left")
        above, below = side.startswith("above"), side.startswith("below")
        beside = 0 if above or below else -8 if left else 8
        figure.add_annotation(
            x=str(claim.day), y=math.log10(max(claim.value, 0.7)) if log else claim.value,
            text=isolate(text), showarrow=False, align="right" if left else "left",
            xanchor="right" if left else "left",
            yanchor="bottom" if above else "top" if below else "middle", xshift=beside,
            yshift=6 if above else -6 if below else 0,
            font={"size": 13 if labels.rtl else 12, "color": look.palette.ink},
            bgcolor=with_opacity(look.palette.paper, 0.72), borderpad=0,
        )  # fmt: skip


def _label_text(claim: Claim, labels: Labels, with_name: bool, *, place: bool) -> str:
    lines = [f"<b>{claim.words}</b>"]
    if place:
        lines.append(labels.name(claim.row, "place_name"))
    elif with_name:
        lines.append(claim.series)
    return "<br>".join(line for line in lines if line)


def _plain(text: str) -> str:
    return text.replace("<b>", "").replace("</b>", "")
