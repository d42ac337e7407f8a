"""Claims that contradict one another, side by side: a row a happening, a bar a figure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from dashboard.charts.claim_marks import Claim, claim_hover, mark_of, one_claim, quotation
from dashboard.charts.direction import escape, isolate
from dashboard.charts.labels import Labels, as_day
from dashboard.charts.layout import lay_out, write
from dashboard.charts.measure import fitted, text_size
from dashboard.charts.theme import Look, framed, hover_lines, sentence
from dashboard.charts.told import of_claims
from dashboard.table.contradictions import Contradiction, Telling

MOST, MOST_QUOTED = 5, 3
"""Figures of a happening that are drawn, and those that are drawn with their sentences."""
_HEAD, _LINE, _GAP = 27, 43, 10  # pixels: a heading, a figure with its words, what follows
_MORE = 17  # pixels of a second line, where words have no room in one
_JOIN = " · "
_QUOTE = 20  # pixels of a figure's sentence, where it is asked for
_BAR = 9  # pixels under the middle of a figure's row, where its bar is
_NAMED = 2  # speakers of one figure that are named
_BEYOND = 1.14  # how far an open bar reaches, the highest figure being 1


@dataclass(frozen=True, slots=True)
class _Line:
    """One figure: the claim that gave it first, how far down it stands, on which scale, and whether
    its happening is one for sure."""

    claim: Claim
    telling: Telling
    down: float
    scale: float
    sure: bool


def contradicting_tolls(
    found: Sequence[Contradiction],
    *,
    title: str,
    caption: str,
    labels: Labels,
    look: Look,
    quoted: bool = False,
    more: int = 0,
) -> go.Figure:
    """The figures of every happening, each a mark in its low–high range, with who said so and when.

    A happening has a scale of its own, from 0 to its highest figure; in Arabic it grows from the
    right. A bar that is open fades; a figure that was updated is hollow. What may be two happenings
    begins with a question mark, in grey, and its stems are dotted. ``quoted`` puts a figure's
    sentence below it, as much as has room; ``more`` happenings are elsewhere. ``customdata`` of a
    mark is its event's id and the claim's key in the Reader.
    """
    if not found:
        return sentence(
            labels.t("chart.disputed.empty"), title=title, caption=caption, labels=labels, look=look
        )
    figure = go.Figure()
    size = 13 if labels.rtl else 12
    wide = (look.width or look.spacing_width + 40) - 8
    edge: dict[str, Any] = {
        "xref": "paper", "x": 1 if labels.rtl else 0, "showarrow": False, "borderpad": 0,
        "xanchor": "right" if labels.rtl else "left", "yanchor": "middle",
        "align": "right" if labels.rtl else "left",
    }  # fmt: skip
    down, lines, written = 0.0, list[_Line](), list[dict[str, Any]]()
    for contradiction in found:
        shown, left = drawn(contradiction, MOST_QUOTED if quoted else MOST)
        head, why = _heading(contradiction, left, labels)
        room = wide - text_size(f"<b>{head}</b>", size + 1)[0] - 12
        beside = fitted(why, size - 1, room) if room > 60 else ""
        heads = _in_lines(head.split(_JOIN), size + 1, wide, bold=True)
        down += _MORE * (len(heads) - 1) / 2
        said = "<br>".join(isolate(f"<b>{one}</b>") for one in heads)
        if beside:
            quiet = f"color:{look.palette.quiet};font-size:{size - 1}px"
            said = isolate(f"<b>{head}</b>  <span style='{quiet}'>{beside}</span>")
        ink = look.palette.ink if contradiction.sure else look.palette.quiet
        written.append(edge | {
            "y": down + _HEAD / 2, "text": said,
            "hovertext": hover_lines([head, why]), "font": {"size": size + 1, "color": ink},
        })  # fmt: skip
        down += _HEAD + _MORE * (len(heads) - 1) / 2
        scale = max(_far(telling) for telling in shown)
        for telling in shown:
            claim = one_claim(telling.first, labels)
            texts = _words(claim, telling, labels, size, wide)
            down += _MORE * (len(texts) - 1)
            lines.append(_Line(claim, telling, down + _LINE / 2, scale, contradiction.sure))
            ink = look.palette.ink if telling.stands else look.palette.quiet
            written.append(edge | {
                "y": down + _LINE / 2 - 9 - _MORE * (len(texts) - 1) / 2,
                "text": "<br>".join(map(isolate, texts)),
                "hovertext": _hover(telling, labels), "font": {"size": size, "color": ink},
            })  # fmt: skip
            down += _LINE
            if quoted:
                written.append(edge | {
                    "y": down + _QUOTE / 2 - 8,
                    "text": isolate(_quote(telling.first, size - 1, wide)),
                    "font": {"size": size - 1, "color": look.palette.quiet},
                })  # fmt: skip
                down += _QUOTE
        down += _GAP
    write(figure, written)
    _draw(figure, lines, labels, look)
    told = [row for line in lines for row in line.telling.claims]
    documents = {row["doc_id"] for row in told}
    claims = [one_claim(row, labels) for row in told]
    maybe = sum(not one.sure for one in found)
    unit = " · ".join(
        (
            labels.counted("chart.disputed.claims", len(claims)),
            labels.counted("chart.disputed.documents", len(documents)),
            *([labels.counted("chart.disputed.maybe", maybe)] if maybe else ()),
            *([labels.counted("chart.disputed.elsewhere", more)] if more else ()),
            labels.t("chart.disputed.scale"),
            labels.t("chart.disputed.key"),
        )
    )
    framed(
        figure, title=title, caption=caption, unit=unit, labels=labels, look=look, height=200,
        axis_room=0, told=of_claims(claims, labels),
    )  # fmt: skip
    margin = figure.layout.margin
    reach = [_BEYOND + 0.01, 0] if labels.rtl else [0, _BEYOND + 0.01]
    lay_out(
        figure, height=margin.t + margin.b + down, clickmode="event+select", hoverdistance=30,
        hovermode="closest",
        xaxis={"visible": False, "range": reach, "fixedrange": True},
        yaxis={"visible": False, "range": [down, 0], "fixedrange": True},
    )  # fmt: skip
    return figure


def drawn(contradiction: Contradiction, most: int = MOST) -> tuple[list[Telling], int]:
    """The figures that are drawn, ``most`` of them in their order, and how many are left out.

    The lowest and the highest that stand are always among them, then those of most claims.
    """
    tellings = contradiction.tellings
    standing = [telling for telling in tellings if telling.stands]
    ends = (standing[0], standing[-1])
    others = sorted(
        (t for t in tellings if all(t is not end for end in ends)),
        key=lambda t: (not t.stands, -len(t.claims)),
    )
    kept = [*ends, *others[: most - 2]]
    return [t for t in tellings if any(t is other for other in kept)], max(0, len(tellings) - most)


def pages(
    found: Sequence[Contradiction], room: int, *, quoted: bool = False
) -> list[list[Contradiction]]:
    """The happenings in pages of about so many pixels, at least one on each."""
    most, line = (MOST_QUOTED, _LINE + _QUOTE) if quoted else (MOST, _LINE)
    made: list[list[Contradiction]] = []
    left = 0.0
    for one in found:
        tall = _HEAD + line * len(drawn(one, most)[0]) + _GAP
        if not made or tall > left:
            made.append([])
            left = float(room)
        made[-1].append(one)
        left -= tall
    return made


def happening(contradiction: Contradiction, labels: Labels) -> str:
    """What a contradiction is about: where or of which land, when, whom the figures count."""
    rows = contradiction.claims
    first = rows[0]
    counted = labels.t(f"kind.{first['kind']}")
    if victims := escape(labels.victims(first["victims"])):
        counted = f"{counted} ({victims})"
    if contradiction.how == "total":
        where = " · ".join(
            labels.quoted(arabic if labels.rtl else name) for name, arabic in contradiction.lands
        )
        days = [row["last"] for row in rows]
        return " · ".join(
            (where, labels.t("scope.cumulative"), labels.days(min(days), max(days)), counted)
        )
    places = [name for row in rows if (name := labels.name(row, "place_name"))]
    where = places[0] if places else labels.t(f"type.{first['event_type']}")
    days = [day for row in rows for day in (row["date_first"], row["date_last"]) if day]
    when = labels.days(min(days), max(days)) if days else ""
    return " · ".join(part for part in (where, when, counted) if part)


def speakers(telling: Telling, labels: Labels) -> str:
    """Who gives a figure, the first before the others; many are counted."""
    names = list(dict.fromkeys(one_claim(row, labels).speaker for row in telling.claims))
    said = labels.t("list.join").join(names[:_NAMED])
    more = len(names) - _NAMED
    return said if more <= 0 else f"{said} {labels.counted('chart.disputed.others', more)}"


def _heading(contradiction: Contradiction, more: int, labels: Labels) -> tuple[str, str]:
    sure = "how" if contradiction.sure else "maybe"
    why = labels.t(f"chart.disputed.{sure}.{contradiction.how}")
    if more:
        why = f"{why} · {labels.counted('chart.disputed.more', more)}"
    return named(contradiction, labels), why


def named(contradiction: Contradiction, labels: Labels) -> str:
    """What a contradiction is about, behind a question mark where it may be two happenings."""
    said = happening(contradiction, labels)
    return said if contradiction.sure else labels.t("chart.disputed.unsure", happening=said)


def _words(claim: Claim, telling: Telling, labels: Labels, size: int, wide: float) -> list[str]:
    """The figure, who gives it and when, in one line where there is room."""
    day = as_day(claim.row["published"])
    said = [f"<b>{claim.words}</b> · {speakers(telling, labels)}"]
    said.append(labels.day(day) if day else labels.t("chart.undated"))
    if not telling.stands:
        said.append(labels.t("chart.disputed.updated"))
    return _in_lines(said, size, wide - 8)


def _in_lines(parts: Sequence[str], size: float, wide: float, *, bold: bool = False) -> list[str]:
    """Parts side by side, in two lines where one has no room; what still is too long is cut."""

    def width(some: Sequence[str]) -> float:
        said = _JOIN.join(some)
        return text_size(f"<b>{said}</b>" if bold else said, size)[0]

    kept = next((n for n in range(len(parts), 1, -1) if width(parts[:n]) <= wide), 1)
    found = [_JOIN.join(some) for some in (parts[:kept], parts[kept:]) if some]
    return [
        said if width([said]) <= wide else fitted(said, size, wide, bold=bold) for said in found
    ]


def _quote(row: Mapping[str, Any], size: float, wide: float) -> str:
    """The words around a figure, in one line."""
    said = quotation(row).replace("<b>", "").replace("</b>", "")
    return fitted(said, size, wide - 8)


def _far(telling: Telling) -> float:
    first = telling.first
    return float(max(n for n in (first["low"], first["best"], first["high"], 1) if n is not None))


def _hover(telling: Telling, labels: Labels) -> str:
    said = claim_hover(one_claim(telling.first, labels), labels)
    notes = []
    if len(telling.claims) > 1:
        notes.append(labels.counted("chart.disputed.told", len(telling.claims)))
    if not telling.stands:
        notes.append(labels.t("chart.disputed.updated.long"))
    return f"{said}<br>{hover_lines(notes)}" if notes else said


def _draw(figure: go.Figure, lines: Sequence[_Line], labels: Labels, look: Look) -> None:
    """Stems from 0, ranges, what is open, and the marks."""
    stems: list[tuple[float | None, float | None]] = []
    dotted: list[tuple[float | None, float | None]] = []
    ranges: list[tuple[float | None, float | None]] = []
    for line in lines:
        claim, y = line.claim, line.down + _BAR
        low, high = (claim.low or 0) / line.scale, (claim.high or 0) / line.scale
        value = claim.value / line.scale
        to = _BEYOND if claim.open_above else value
        (stems if line.sure else dotted).extend([(0, y), (to, y), (None, None)])
        if claim.low is not None and claim.high is not None:
            if claim.low != claim.high:
                ranges += [(low, y), (high, y), (None, None)]
            continue
        # Open: strongest at the figure that is given, gone where nothing is.
        start, end = (value, _BEYOND) if claim.open_above else (high, 0.0)
        for step in range(6):
            ends = [start + (end - start) * part / 6 for part in (step, step + 1)]
            figure.add_scatter(
                x=ends, y=[y, y], mode="lines", hoverinfo="skip", showlegend=False,
                line={"color": look.ink(0.26 - 0.045 * step), "width": 9},
            )  # fmt: skip
    drawn_as = ((stems, 1, 0.25, "solid"), (dotted, 1, 0.45, "dot"), (ranges, 9, 0.3, "solid"))
    for points, width, strength, dash in drawn_as:
        figure.add_scatter(
            x=[x for x, _ in points], y=[y for _, y in points], mode="lines", hoverinfo="skip",
            showlegend=False, line={"color": look.ink(strength), "width": width, "dash": dash},
        )  # fmt: skip
    outward = "triangle-left" if labels.rtl else "triangle-right"
    marks = [*lines]
    at = [(line.claim.value / line.scale, line.down + _BAR) for line in marks]
    for line in lines:  # the ends of a range answer the pointer as its mark does
        for bound in (line.claim.low, line.claim.high):
            if bound is not None and bound != line.claim.value:
                marks.append(line)
                at.append((bound / line.scale, line.down + _BAR))
    whole = len(lines)
    hollow = [
        not line.telling.stands or line.claim.row.get("approximate") is True for line in lines
    ]
    p = look.palette
    figure.add_scatter(
        x=[x for x, _ in at], y=[y for _, y in at], mode="markers", showlegend=False,
        marker={
            "symbol": [outward if line.claim.open_above else "square" for line in marks],
            "size": [11 if k < whole else 9 for k in range(len(marks))],
            "color": [
                (p.paper if hollow[k] else p.ink) if k < whole else look.ink(0)
                for k in range(len(marks))
            ],
            "opacity": 1,
            "line": {
                "color": [
                    look.ink(0) if k >= whole else p.ink if line.telling.stands else p.quiet
                    for k, line in enumerate(marks)
                ],
                "width": 1.6,
            },
        },
        customdata=[mark_of(line.claim.row) for line in marks],
        hovertext=[_hover(line.telling, labels) for line in marks], hoverinfo="text",
        cliponaxis=False,
    )  # fmt: skip
