"""Casualty claims as their sources make them: running totals apart from single incidents.

Nothing here adds claims up or averages them: every mark is one claim, beside those it contradicts.
"""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import told
from dashboard.charts.claim_labels import write_labels
from dashboard.charts.claim_marks import (
    Claim,
    claim_hover,
    claims_of,
    ends,
    is_range,
    mark_of,
    set_axes,
    told_apart,
    top_of,
)
from dashboard.charts.direction import isolate
from dashboard.charts.labels import Labels, as_day
from dashboard.charts.theme import Look, framed, legend_rows, sentence, tick_room

_DASHES = ("solid", "dash", "dot", "dashdot")
_SHAPES = ("circle", "square", "diamond", "pentagon")
MOST = 300  # more claims than these are no longer told apart
_FEW = 100
_TALL = 480
_APART, _SPREAD = 8, 16  # pixels between the claims of one day, and of all of them
_YEAR, _MONTH = 366, 31


def cumulative_tolls(
    frame: pd.DataFrame,
    *,
    title: str,
    caption: str,
    labels: Labels,
    look: Look,
    kind: str = "killed",
    known: list[Claim] | None = None,
    days: tuple[date, date] | None = None,
) -> go.Figure:
    """Running totals of one kind over time, a step line for each who asserts them.

    Only claims of scope ``cumulative`` counted in people are drawn; a range is a band of the same
    ink, a claim open above a caret with "≥". ``frame`` has the columns of the claims query;
    ``customdata`` of a mark is its event's id. Claims on other victims are series of their own.
    ``known`` are the claims where they have been read already, ``days`` the ends of the axis where
    another figure stands on the same.
    """
    claims = claims_of(frame, "cumulative", kind, labels) if known is None else known
    if not claims:
        return sentence(
            labels.t("chart.tolls.empty"), title=title, caption=caption, labels=labels, look=look
        )
    claims, outside = told_apart(claims, MOST)
    figure = go.Figure()
    followed, single = _followed(claims)
    for index, (name, chains) in enumerate(followed.items()):
        _draw_series(figure, chains, name, index, labels, look)
    _draw_singles(figure, single, labels, look)
    rows = legend_rows(list(followed), look)
    first, last = days or ends(claims)
    framed(
        figure, title=title, caption=caption, labels=labels, look=look, height=_TALL,
        unit=_unit([labels.t(f"chart.tolls.unit.{kind}")], outside, labels),
        told=told.of_claims(claims, labels),
        below=(12 if followed else 0) + 19 * rows, axis_room=tick_room(first, last),
    )  # fmt: skip
    set_axes(figure, claims, first, last, labels, look, log=False)
    ends_of_chains = {id(chain[-1]) for chains in followed.values() for chain in chains}
    named = ends_of_chains | {id(claim) for claim in single}
    steps = [chain for chains in followed.values() for chain in chains]
    write_labels(figure, claims, first, last, labels, look, named, with_name=True, lines=steps)
    return figure


def _followed(claims: list[Claim]) -> tuple[dict[str, list[list[Claim]]], list[Claim]]:
    """The chains of claims that follow one another, by who asserts them, and the claims alone.

    A running total does not fall and keeps its first day: a claim that is smaller, or counted from
    another day, begins a chain of its own. One that names no first day counts from the beginning,
    so it does not follow the total of a year. The assertors with most claims are followed.
    """
    chains: dict[str, list[list[Claim]]] = {}
    for claim in sorted(claims, key=lambda c: (c.day, c.value)):
        own = chains.setdefault(claim.series, [])
        before = [chain for chain in own if _follows(claim, chain[-1])]
        if before:
            max(before, key=lambda chain: chain[-1].value).append(claim)
        else:
            own.append([claim])
    lines = {name: [c for c in own if len(c) > 1] for name, own in chains.items()}
    most = sorted(lines, key=lambda name: -sum(map(len, lines[name])))[: len(_DASHES)]
    kept = {name: lines[name] for name in most if lines[name]}
    inside = {id(c) for own in kept.values() for chain in own for c in chain}
    return kept, [claim for claim in claims if id(claim) not in inside]


def _follows(claim: Claim, before: Claim) -> bool:
    since, since_before = as_day(claim.row.get("first")), as_day(before.row.get("first"))
    if since is None or since_before is None:
        same_start = not (_of_a_year(claim) or _of_a_year(before))
    else:
        # «منذ آذار 2011», «منذ 15 آذار 2011»: one beginning, told to the month or to the day.
        same_start = abs((since - since_before).days) <= _MONTH
    return same_start and claim.day > before.day and claim.value >= before.value


def _of_a_year(claim: Claim) -> bool:
    since = as_day(claim.row.get("first"))
    return since is not None and (claim.day - since).days <= _YEAR


def incident_claims(
    frame: pd.DataFrame,
    *,
    title: str,
    caption: str,
    labels: Labels,
    look: Look,
    kind: str = "killed",
    known: list[Claim] | None = None,
    days: tuple[date, date] | None = None,
) -> go.Figure:
    """Claims on single incidents by date, each a mark with its range; never added up.

    Only claims of scope ``incident`` counted in people are drawn; those of one day stand side by
    side. Where figures lie far apart the scale is logarithmic and says so. ``customdata`` of a
    mark is its event's id. ``known`` are the claims where they have been read already, ``days`` the
    ends of the axis where another figure stands on the same.
    """
    read = claims_of(frame, "incident", kind, labels) if known is None else known
    claims = sorted(read, key=lambda c: (c.day, c.value))
    if not claims:
        return sentence(
            labels.t("chart.incidents.empty"),
            title=title,
            caption=caption,
            labels=labels,
            look=look,
        )
    claims, outside = told_apart(claims, MOST)
    figure = go.Figure()
    first, last = days or ends(claims)
    values = sorted(c.value for c in claims)
    log = values[-1] > 200 and values[-1] > 20 * max(values[len(values) // 2], 1)
    floor = 0.7 if log else 0.0
    per_day = look.spacing_width / max((last - first).days, 1)
    times = _side_by_side(claims, 1 / per_day)
    stems, ranges, spans = _segments(claims, times, floor, top_of(claims, log=log))
    ink = look.ink
    hovers = [claim_hover(c, labels) for c in claims]
    for points, colour, width in (
        (spans, ink(0.35), 1),
        (stems, ink(0.3), 1.2),
        (ranges, ink(0.3), 7),
    ):
        # The ends of a range, and of the days that it may have been, answer as the mark does; of
        # very many claims the marks alone do, for every page is to stay light.
        answers = points is not stems and len(claims) <= _FEW
        figure.add_scatter(
            x=[x for x, _, _ in points], y=[y for _, y, _ in points], mode="lines",
            line={"color": colour, "width": width}, showlegend=False,
            hoverinfo="text" if answers else "skip",
            hovertext=["" if n is None else hovers[n] for _, _, n in points] if answers else None,
        )  # fmt: skip
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
        customdata=[mark_of(c.row) for c in claims],
        hovertext=hovers,
        hoverinfo="text",
        showlegend=False,
        cliponaxis=False,
    )
    said = [labels.t(f"chart.incidents.unit.{kind}")]
    if log:
        said.append(labels.t("chart.logarithmic"))
    said.append(labels.t("chart.incidents.key"))
    framed(
        figure, title=title, caption=caption, unit=_unit(said, outside, labels),
        labels=labels, look=look, told=told.of_claims(claims, labels), height=_TALL - 60, below=14,
        axis_room=tick_room(first, last),
    )  # fmt: skip
    set_axes(figure, claims, first, last, labels, look, log=log)
    big = sorted(claims, key=lambda c: -c.value)[: max(look.spacing_width // 90, 3)]
    write_labels(
        figure, claims, first, last, labels, look, {id(c) for c in big}, with_name=False, log=log,
        only=True, times=times,
    )  # fmt: skip
    return figure


def _draw_series(
    figure: go.Figure,
    chains: list[list[Claim]],
    name: str,
    index: int,
    labels: Labels,
    look: Look,
) -> None:
    for number, chain in enumerate(chains):
        days = [str(c.day) for c in chain]
        if any(is_range(c) for c in chain):
            lows = [c.low if c.low is not None else c.value for c in chain]
            highs = [c.high if c.high is not None else c.value for c in chain]
            for edge, fill in ((lows, None), (highs, "tonexty")):
                figure.add_scatter(
                    x=days, y=edge, mode="lines", hoverinfo="skip", showlegend=False, fill=fill,
                    line={"shape": "hv", "width": 0, "color": look.ink(0)},
                    fillcolor=look.ink(0.14),
                )  # fmt: skip
        _draw_ranges(figure, chain, labels, look)
        figure.add_scatter(
            x=days, y=[c.value for c in chain], mode="lines+markers", name=isolate(name),
            line={"shape": "hv", "color": look.ink(0.75), "width": 1.6, "dash": _DASHES[index]},
            showlegend=number == 0, legendgroup=name,
            **_marks(chain, _SHAPES[index], labels, look),
        )  # fmt: skip


def _draw_singles(figure: go.Figure, claims: list[Claim], labels: Labels, look: Look) -> None:
    if not claims:
        return
    _draw_ranges(figure, claims, labels, look)
    figure.add_scatter(
        x=[str(c.day) for c in claims], y=[c.value for c in claims], mode="markers",
        showlegend=False, **_marks(claims, "circle", labels, look),
    )  # fmt: skip


def _draw_ranges(figure: go.Figure, claims: list[Claim], labels: Labels, look: Look) -> None:
    for claim in claims:
        if is_range(claim):
            figure.add_scatter(
                x=[str(claim.day)] * 2, y=[claim.low, claim.high], mode="lines",
                hovertext=[claim_hover(claim, labels)] * 2, hoverinfo="text",
                showlegend=False, line={"color": look.ink(0.28), "width": 9},
            )  # fmt: skip


def _marks(claims: list[Claim], shape: str, labels: Labels, look: Look) -> dict[str, object]:
    """The marks of claims: a caret where open above, paper-filled where approximate."""
    p = look.palette
    vague = [c.row.get("approximate") is True for c in claims]
    return {
        "marker": {
            "symbol": ["triangle-up" if c.open_above else shape for c in claims],
            "size": [10 if c.open_above else 8 for c in claims],
            "color": [p.paper if about else p.ink for about in vague],
            "opacity": 1,
            "line": {"color": p.ink, "width": 1.6},
        },
        "customdata": [mark_of(c.row) for c in claims],
        "hovertext": [claim_hover(c, labels) for c in claims],
        "hoverinfo": "text",
        "cliponaxis": False,
    }


def _unit(said: list[str], outside: int, labels: Labels) -> str:
    if outside:
        said = [labels.counted("chart.claims.outside", outside), *said]
    return " · ".join(said)


def _side_by_side(claims: list[Claim], pixel: float) -> list[pd.Timestamp]:
    """The time of every mark: claims of one day stand about its noon, all within a mark's width.

    ``pixel`` is how many days a pixel is wide.
    """
    by_day: dict[date, list[int]] = {}
    for index, claim in enumerate(claims):
        by_day.setdefault(claim.day, []).append(index)
    times = [pd.Timestamp(claim.day) + pd.Timedelta(hours=12) for claim in claims]
    for members in by_day.values():
        for place, index in enumerate(members):
            gap = min(_APART, _SPREAD / len(members)) * pixel
            shift = (place - (len(members) - 1) / 2) * gap
            times[index] += pd.Timedelta(days=shift)
    return times


Points = list[tuple[str | None, float | None, int | None]]  # where, and of which claim


def _segments(
    claims: list[Claim], times: list[pd.Timestamp], floor: float, top: float
) -> tuple[Points, Points, Points]:
    """Line segments with gaps between: stems up to the figure, ranges, and uncertain dates."""
    stems: Points = []
    ranges: Points = []
    spans: Points = []
    gap = (None, None, None)
    for n, (claim, time) in enumerate(zip(claims, times, strict=True)):
        at, base = str(time), max(claim.low if claim.low is not None else 0, floor)
        stems += [(at, floor, n), (at, max(base, floor), n), gap]
        high = claim.high if claim.high is not None else None
        if high is not None and high != (claim.low or 0):
            ranges += [(at, base, n), (at, max(high, floor), n), gap]
        first, last = as_day(claim.row.get("date_first")), as_day(claim.row.get("date_last"))
        if first and last and first != last:
            level = max(claim.value, floor)
            end = str(last + timedelta(days=1))
            spans += [(str(first), level, n), (end, level, n), gap]
    return stems, ranges, spans
