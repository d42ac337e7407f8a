"""Casualty claims as their sources make them: running totals apart from single incidents.

Nothing here adds claims up or averages them: every mark is one claim, beside those it contradicts.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.direction import escape, isolate
from dashboard.charts.labels import Labels, as_count, as_day
from dashboard.charts.placement import Box, place_labels
from dashboard.charts.theme import (
    Look,
    count_axis,
    framed,
    hover_lines,
    plot_height,
    sentence,
    time_axis,
)
from dashboard.charts.wording import claim_words

_DASHES = ("solid", "dash", "dot", "dashdot", "longdash")
_SHAPES = ("circle", "square", "diamond", "triangle-down", "pentagon")
_TALL = 480
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Claim:
    row: Row
    day: date
    low: int | None
    high: int | None
    value: int
    words: str
    series: str

    @property
    def open_above(self) -> bool:
        return self.high is None


def cumulative_tolls(
    frame: pd.DataFrame,
    *,
    title: str,
    caption: str,
    labels: Labels,
    look: Look,
    kind: str = "killed",
) -> go.Figure:
    """Running totals of one kind over time, a step line for each who asserts them.

    Only claims of scope ``cumulative`` counted in people are drawn; a range is a band of the same
    ink, a claim open above a caret with "≥". ``frame`` has the columns of the claims query;
    ``customdata`` of a mark is its event's id. Claims on other victims are series of their own.
    """
    claims = _claims(frame, "cumulative", kind, labels)
    if not claims:
        return sentence(
            labels.t("chart.tolls.empty"), title=title, caption=caption, labels=labels, look=look
        )
    figure = go.Figure()
    names = sorted({c.series for c in claims}, key=lambda s: -sum(c.series == s for c in claims))
    for index, name in enumerate(names):
        own = sorted((c for c in claims if c.series == name), key=lambda c: c.day)
        _draw_series(figure, own, name, index, labels, look)
    rows = -(-len(names) // (1 if look.narrow else 2))
    first, last = _ends(claims)
    framed(
        figure,
        title=title,
        caption=caption,
        unit=labels.t(f"chart.tolls.unit.{kind}"),
        labels=labels,
        look=look,
        height=_TALL,
        below=22 + 19 * rows,
    )
    _axes(figure, claims, first, last, labels, look, log=False)
    lasts = {c.series: id(c) for c in sorted(claims, key=lambda c: c.day)}
    _label(figure, claims, first, last, labels, look, set(lasts.values()), with_name=True)
    return figure


def incident_claims(
    frame: pd.DataFrame,
    *,
    title: str,
    caption: str,
    labels: Labels,
    look: Look,
    kind: str = "killed",
) -> go.Figure:
    """Claims on single incidents by date, each a mark with its range; never added up.

    Only claims of scope ``incident`` counted in people are drawn; those of one day stand side by
    side. Where figures lie far apart the scale is logarithmic and says so. ``customdata`` of a
    mark is its event's id.
    """
    claims = sorted(_claims(frame, "incident", kind, labels), key=lambda c: (c.day, c.value))
    if not claims:
        return sentence(
            labels.t("chart.incidents.empty"),
            title=title,
            caption=caption,
            labels=labels,
            look=look,
        )
    figure = go.Figure()
    first, last = _ends(claims)
    values = sorted(c.value for c in claims)
    log = values[-1] > 200 and values[-1] > 20 * max(values[len(values) // 2], 1)
    floor = 0.7 if log else 0.0
    per_day = look.spacing_width / max((last - first).days, 1)
    times = _side_by_side(claims, 8 / per_day)
    stems, ranges, spans = _segments(claims, times, floor, _top(claims, log=log))
    ink = look.ink
    for points, colour, width in (
        (spans, ink(0.35), 1),
        (stems, ink(0.3), 1.2),
        (ranges, ink(0.3), 7),
    ):
        figure.add_scatter(
            x=[x for x, _ in points],
            y=[y for _, y in points],
            mode="lines",
            hoverinfo="skip",
            line={"color": colour, "width": width},
            showlegend=False,
        )
    figure.add_scatter(
        x=[str(time) for time in times],
        y=[max(c.value, floor) for c in claims],
        mode="markers",
        marker={
            "symbol": ["triangle-up" if c.open_above else "square" for c in claims],
            "size": [9 if c.open_above else 7 for c in claims],
            "color": look.palette.ink,
            "opacity": [0.6 if c.row.get("approximate") is True else 1 for c in claims],
        },
        customdata=[[str(c.row["event_id"])] for c in claims],
        hovertext=[_hover(c, labels) for c in claims],
        hoverinfo="text",
        showlegend=False,
        cliponaxis=False,
    )
    unit = labels.t(f"chart.incidents.unit.{kind}")
    if log:
        unit = f"{unit} · {labels.t('chart.logarithmic')}"
    framed(
        figure,
        title=title,
        caption=caption,
        unit=f"{unit} · {labels.t('chart.incidents.key')}",
        labels=labels,
        look=look,
        height=_TALL - 60,
        below=14,
    )
    _axes(figure, claims, first, last, labels, look, log=log)
    big = sorted(claims, key=lambda c: -c.value)[: max(look.spacing_width // 90, 3)]
    _label(
        figure,
        claims,
        first,
        last,
        labels,
        look,
        {id(c) for c in big},
        with_name=False,
        log=log,
        only=True,
    )
    return figure


def _claims(frame: pd.DataFrame, scope: str, kind: str, labels: Labels) -> list[_Claim]:
    found: list[_Claim] = []
    seen: set[tuple[object, ...]] = set()
    for row in frame.to_dict("records"):
        if (row["scope"], row["kind"]) != (scope, kind) or row.get("unit") == "families":
            continue
        low, best, high = (as_count(row.get(name)) for name in ("low", "best", "high"))
        if scope == "incident":
            day = as_day(row.get("date_first")) or as_day(row.get("date_last"))
        else:
            day = None
        day = day or as_day(row.get("last")) or as_day(row.get("published"))
        bounds = [n for n in (best, low, high) if n is not None]
        if day is None or not bounds:
            continue
        words = claim_words(
            low,
            best,
            high,
            labels=labels,
            approximate=row.get("approximate") is True,
            text=str(row.get("text") or ""),
        )
        series = _asserted_by(row, labels)
        # Several documents repeat one assertor's figure of one day: one mark is enough.
        same = (day, low, high, series, row.get("event_id") if scope == "incident" else "")
        if same not in seen:
            seen.add(same)
            found.append(
                _Claim(
                    {str(k): v for k, v in row.items()}, day, low, high, bounds[0], words, series
                )
            )
    return found


def _asserted_by(row: Mapping[Any, Any], labels: Labels) -> str:
    who = labels.name(row, "asserted_by")
    if not who:
        who = labels.t("chart.own_voice", source=escape(str(row.get("source") or "")))
    victims = str(row.get("victims") or "")
    return f"{who} ({escape(victims)})" if victims else who


def _draw_series(
    figure: go.Figure, own: list[_Claim], name: str, index: int, labels: Labels, look: Look
) -> None:
    days = [str(c.day) for c in own]
    if any(c.low is not None and c.high is not None and c.low != c.high for c in own):
        lows = [c.low if c.low is not None else c.value for c in own]
        highs = [c.high if c.high is not None else c.value for c in own]
        for low, high, day in zip(lows, highs, days, strict=True):
            figure.add_scatter(
                x=[day, day],
                y=[low, high],
                mode="lines",
                hoverinfo="skip",
                showlegend=False,
                line={"color": look.ink(0.28), "width": 9},
            )
        for ends, fill in ((lows, None), (highs, "tonexty")):
            figure.add_scatter(
                x=days,
                y=ends,
                mode="lines",
                hoverinfo="skip",
                showlegend=False,
                fill=fill,
                line={"shape": "hv", "width": 0, "color": look.ink(0)},
                fillcolor=look.ink(0.14),
            )
    shape = _SHAPES[index % len(_SHAPES)]
    figure.add_scatter(
        x=days,
        y=[c.value for c in own],
        mode="lines+markers",
        name=isolate(name),
        line={
            "shape": "hv",
            "color": look.ink(0.75),
            "width": 1.6,
            "dash": _DASHES[index % len(_DASHES)],
        },
        marker={
            "symbol": [shape if not c.open_above else "triangle-up" for c in own],
            "size": [8 if not c.open_above else 10 for c in own],
            "color": [
                look.palette.paper if c.row.get("approximate") is True else look.palette.ink
                for c in own
            ],
            "line": {"color": look.palette.ink, "width": 1.6},
        },
        customdata=[[str(c.row["event_id"])] for c in own],
        hovertext=[_hover(c, labels) for c in own],
        hoverinfo="text",
        cliponaxis=False,
    )


def _hover(claim: _Claim, labels: Labels) -> str:
    row = claim.row
    said = claim_words(
        row.get("low"),
        row.get("best"),
        row.get("high"),
        labels=labels,
        kind=str(row["kind"]),
        approximate=row.get("approximate") is True,
        text=str(row.get("text") or ""),
    )
    if row["scope"] == "incident":
        when = labels.days(row.get("date_first"), row.get("date_last") or claim.day)
    else:
        first = as_day(row.get("first"))
        when = labels.t("chart.until", day=labels.day(claim.day))
        if first:
            when = labels.days(first, claim.day)
    published = as_day(row.get("published"))
    source = escape(str(row.get("source") or ""))
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


def _ends(claims: list[_Claim]) -> tuple[date, date]:
    first, last = min(c.day for c in claims), max(c.day for c in claims)
    margin = timedelta(days=max((last - first).days // 18, 20))
    return first - margin, last + margin


def _top(claims: list[_Claim], *, log: bool) -> float:
    highest = max(max(c.value, c.high or 0) for c in claims)
    return highest * (2.6 if log else 1.22)


def _axes(
    figure: go.Figure,
    claims: list[_Claim],
    first: date,
    last: date,
    labels: Labels,
    look: Look,
    *,
    log: bool,
) -> None:
    top = _top(claims, log=log)
    axis = count_axis(top, labels, look)
    if log:
        powers = [10**power for power in range(int(math.log10(top)) + 1)]
        axis |= {
            "type": "log",
            "range": [math.log10(0.6), math.log10(top)],
            "tickvals": powers,
            "ticktext": [labels.number(power) for power in powers],
        }
    else:
        axis["range"] = [0, top]
    inside = plot_height(figure)
    side = "right" if labels.rtl else "left"
    figure.update_layout(
        xaxis=time_axis(first, last, labels, look) | {"showgrid": False},
        yaxis=axis,
        clickmode="event+select",
        showlegend=any(t.showlegend is not False for t in figure.data),
        legend={
            "orientation": "h",
            "x": 1 if labels.rtl else 0,
            "xanchor": side,
            "yanchor": "top",
            "y": -44 / max(inside, 1),
            "itemclick": False,
            "itemdoubleclick": False,
        },
    )


def _side_by_side(claims: list[_Claim], gap_days: float) -> list[pd.Timestamp]:
    """The time of every mark: claims of one day spread about its noon, a gap apart."""
    by_day: dict[date, list[int]] = {}
    for index, claim in enumerate(claims):
        by_day.setdefault(claim.day, []).append(index)
    times = [pd.Timestamp(claim.day) + pd.Timedelta(hours=12) for claim in claims]
    for members in by_day.values():
        for place, index in enumerate(members):
            shift = (place - (len(members) - 1) / 2) * gap_days
            times[index] += pd.Timedelta(days=shift)
    return times


Points = list[tuple[str | None, float | None]]


def _segments(
    claims: list[_Claim], times: list[pd.Timestamp], floor: float, top: float
) -> tuple[Points, Points, Points]:
    """Line segments with gaps between: stems up to the figure, ranges, and uncertain dates."""
    stems: Points = []
    ranges: Points = []
    spans: Points = []
    for claim, time in zip(claims, times, strict=True):
        at, base = str(time), max(claim.low if claim.low is not None else 0, floor)
        stems += [(at, floor), (at, max(base, floor)), (None, None)]
        high = claim.high if claim.high is not None else None
        if high is not None and high != (claim.low or 0):
            ranges += [(at, base), (at, max(high, floor)), (None, None)]
        first, last = as_day(claim.row.get("date_first")), as_day(claim.row.get("date_last"))
        if first and last and first != last:
            level = max(claim.value, floor)
            spans += [(str(first), level), (str(last + timedelta(days=1)), level), (None, None)]
    return stems, ranges, spans


def _label(
    figure: go.Figure,
    claims: list[_Claim],
    first: date,
    last: date,
    labels: Labels,
    look: Look,
    first_choice: set[int],
    *,
    with_name: bool,
    log: bool = False,
    only: bool = False,
) -> None:
    """Writes claims in words beside their marks where there is room, the first choice first."""
    top = _top(claims, log=log)
    high = plot_height(figure)
    days = max((last - first).days, 1)
    wide = look.spacing_width - 44
    low_end = math.log10(0.6)

    def up(value: float) -> float:
        if log:
            return (math.log10(max(value, 0.7)) - low_end) / (math.log10(top) - low_end) * high
        return value / top * high

    points = [((c.day - first).days / days * wide, up(c.value)) for c in claims]
    texts = [
        _label_text(c, labels, with_name and id(c) in first_choice, place=only) for c in claims
    ]
    sizes = [
        (
            max(len(line) for line in _plain(text).split("<br>")) * 6.9 + 6,
            16.5 * (text.count("<br>") + 1),
        )
        if not only or id(c) in first_choice
        else (0.0, 0.0)
        for c, text in zip(claims, texts, strict=True)
    ]
    order = sorted(
        range(len(claims)), key=lambda i: (id(claims[i]) not in first_choice, -claims[i].value)
    )
    placed = place_labels(points, sizes, order, Box(-8, -6, wide + 8, high + 8))
    for index, claim in enumerate(claims):
        side = placed.get(index)
        if side is None and (only or not claim.open_above):
            continue
        text = texts[index] if side else "≥"
        above = side is None or side.startswith("above")
        left = side is not None and side.endswith("left")
        figure.add_annotation(
            x=str(claim.day),
            y=math.log10(max(claim.value, 0.7)) if log else claim.value,
            text=isolate(text),
            showarrow=False,
            align="right" if left else "left",
            xanchor="center" if side is None else "right" if left else "left",
            yanchor="bottom" if above else "top",
            yshift=6 if above else -6,
            font={"size": 13 if labels.rtl else 12, "color": look.palette.ink},
        )


def _label_text(claim: _Claim, labels: Labels, with_name: bool, *, place: bool) -> str:
    lines = [f"<b>{claim.words}</b>"]
    if place:
        lines.append(labels.name(claim.row, "place_name"))
    elif with_name:
        lines.append(claim.series)
    return "<br>".join(line for line in lines if line)


def _plain(text: str) -> str:
    return text.replace("<b>", "").replace("</b>", "")
