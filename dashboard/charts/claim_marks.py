"""Casualty claims as marks: which are drawn, what they say, and their axes."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.direction import escape
from dashboard.charts.labels import Labels, as_count, as_day
from dashboard.charts.layout import lay_out
from dashboard.charts.periods import near
from dashboard.charts.rows import rows_of
from dashboard.charts.signed import reason, signature
from dashboard.charts.theme import (
    Look,
    count_axis,
    dragged,
    hover_lines,
    legend_below,
    legend_line,
    tick_room,
    time_axis,
)
from dashboard.charts.wording import claim_words

Row = Mapping[str, Any]
_SAID = 110  # characters of a sentence around its figure that are shown
_TITLE = 28  # characters of a document's title
FLOOR = 0.6
"""Where a logarithmic axis of people begins."""


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
    speaker: str = ""

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
    for row in rows_of(asked):
        if row.get("unit") == "families" or not _counted(row) or _day_of(row) is None:
            continue
        claim = one_claim(row, labels)
        # Several documents repeat one assertor's figure of one day: one mark is enough.
        event = row.get("event_id") if scope == "incident" else ""
        same = (claim.day, claim.low, claim.high, claim.series, event)
        if same not in seen:
            seen.add(same)
            found.append(claim)
    return found


def one_claim(row: Row, labels: Labels) -> Claim:
    """A row of the claims query as what is drawn; without any day it is of the first there is."""
    low, best, high = (as_count(row.get(name)) for name in ("low", "best", "high"))
    words = claim_words(
        low, best, high, labels=labels, approximate=row.get("approximate") is True,
        text=str(row.get("text") or ""),
    )  # fmt: skip
    speaker = _asserted_by(row, labels)
    victims = escape(labels.victims(row.get("victims")))
    of = f" ({victims})" if victims else ""
    return Claim(
        row, _day_of(row) or date.min, low, high, _counted(row)[0], words, speaker + of, speaker
    )


def _counted(row: Mapping[Any, Any]) -> list[int]:
    """The figures of a claim: the best, else the lower, else the upper bound comes first."""
    found = (as_count(row.get(name)) for name in ("best", "low", "high"))
    return [n for n in found if n is not None]


def mark_of(row: Row) -> list[str]:
    """What a mark's ``customdata`` holds: the event's id, and the claim's key in the Reader."""
    return [str(row["event_id"]), f"claims-{row.get('start')}-{row.get('end')}"]


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
        # Documents without a named source are not one source: each is called by its own name.
        source = row.get("source") or shortened(str(row.get("title") or row.get("doc_id") or ""))
        who = labels.t("chart.own_voice", source=labels.quoted(source))
    return who


def shortened(title: str) -> str:
    """A title as the name of a document beside a mark: its first words."""
    if len(title) <= _TITLE:
        return title
    end = title.rfind(" ", 0, _TITLE)
    return title[: end if end > 0 else _TITLE] + " …"


def claim_hover(claim: Claim, labels: Labels) -> str:
    """The claim with its noun, who says so, of what days and where, the sentence, the source.

    Where it is an analyst's, the analyst's reason stands for the sentence.
    """
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
    return hover_lines(
        [
            f"<b>{said}</b>",
            claim.series,
            when,
            labels.name(row, "place_name") if row["scope"] == "incident" else "",
            signature(row, labels) if row.get("by_analyst") else "",
            reason(row, labels) or quotation(row),
            " · ".join(p for p in (source, labels.day(published) if published else "") if p),
        ]
    )


def quotation(row: Row) -> str:
    """The words of the source around the figure, escaped, the figure's own in bold."""
    quote, text = (str(row.get(name) or "") for name in ("quote", "text"))
    if not quote:
        return ""
    at = quote.find(text) if text else -1
    if at < 0:
        return f"«{escape(quote)}»"
    end = at + len(text)
    start = 0 if end <= _SAID else max(quote.rfind(" ", 0, max(at - _SAID // 2, 0)) + 1, 0)
    stop = len(quote)
    if stop - end > _SAID:
        stop = max(quote.rfind(" ", end, end + _SAID), end)
    before, after = escape(quote[start:at]), escape(quote[end:stop])
    figure = " ".join(f"<b>{escape(word)}</b>" for word in text.split())
    more = " …" if stop < len(quote) else ""
    return f"«{'… ' if start else ''}{before}{figure}{after}{more}»"


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


def common_days(*several: list[Claim], most: int) -> tuple[date, date] | None:
    """The ends of one axis for several figures of claims, each of at most so many."""
    drawn = [claim for claims in several if claims for claim in told_apart(claims, most)[0]]
    return ends(drawn) if drawn else None


def is_range(claim: Claim) -> bool:
    """Whether a claim has two bounds that differ."""
    return claim.low is not None and claim.high is not None and claim.low != claim.high


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
            "type": "log", "range": [math.log10(FLOOR), math.log10(top)], "tickvals": powers,
            "ticktext": [labels.number(power) for power in powers],
        }  # fmt: skip
    else:
        axis["range"] = [0, top]
    lay_out(
        figure, xaxis=time_axis(first, last, labels, look) | {"showgrid": False}, yaxis=axis,
        showlegend=any(t.showlegend is not False for t in figure.data), **dragged(look),
        legend=legend_line(labels) | {"y": legend_below(figure, tick_room(first, last) + 8)},
    )  # fmt: skip
