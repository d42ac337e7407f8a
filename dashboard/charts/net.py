"""Who meets whom as a net: a circle for each actor, a line for each two who were together."""

from __future__ import annotations

import html
import math
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import told
from dashboard.charts.direction import isolate
from dashboard.charts.labels import Labels
from dashboard.charts.layout import lay_out, write
from dashboard.charts.meetings import encounter_key
from dashboard.charts.net_layout import placed
from dashboard.charts.placement import Box, free_side
from dashboard.charts.rows import rows_of
from dashboard.charts.steps import Days, until, within
from dashboard.charts.theme import (
    Look,
    framed,
    hover_lines,
    legend_below,
    legend_line,
    legend_rows,
    plot_height,
    sentence,
    with_opacity,
)

MOST, _NARROW = 30, 14  # circles
_TIES = 150  # lines
_WIDTHS = (1.2, 2.4, 4.0, 6.5)  # pixels of lines
_SIDES = Path(__file__).parents[2] / "data" / "look" / "sides.toml"
Pair = tuple[str, str]


@dataclass
class Net:
    """Encounters by actor and by pair; meetings and calls of a pair are counted apart."""

    who: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    alone: Counter[str] = field(default_factory=Counter)
    met: Counter[Pair] = field(default_factory=Counter)
    called: Counter[Pair] = field(default_factory=Counter)

    def of(self, pair: Pair) -> int:
        """All encounters of a pair."""
        return self.met[pair] + self.called[pair]


def _told(net: Net, actors: Sequence[str], pairs: Sequence[Pair], labels: Labels) -> str:
    between = labels.t("chart.between")
    return told.of_net(
        [(labels.name(net.who[a]), net.alone[a]) for a in actors if net.alone[a]],
        [(between.join(labels.name(net.who[a]) for a in p), net.of(p)) for p in pairs if net.of(p)],
        labels,
    )


def net_of(rows: Iterable[Mapping[Any, Any]]) -> Net:
    """The net of encounters that were held; reports of one encounter count once.

    Everyone at one encounter was there with everyone else. Only encounters of two or more count.
    """
    net = Net()
    seen: dict[str, tuple[set[str], bool]] = {}
    for row in rows:
        if row["modality"] == "future":
            continue
        people, call = seen.setdefault(encounter_key(row), (set(), row["mode"] == "phone"))
        for part in row.get("participants") or ():
            net.who[part["actor_id"]] = part
            people.add(part["actor_id"])
    for people, call in seen.values():
        if len(people) > 1:
            net.alone.update(people)
            (net.called if call else net.met).update(combinations(sorted(people), 2))
    return net


def _rows(encounters: pd.DataFrame) -> list[dict[Any, Any]]:
    """The columns that a net needs: whole rows take ten times as long."""
    wanted = ["event_id", "cluster_id", "modality", "mode", "participants"]
    found: list[dict[Any, Any]] = rows_of(encounters[wanted])
    return found


def meeting_net(
    encounters: pd.DataFrame,
    *,
    title: str,
    caption: str,
    labels: Labels,
    look: Look,
    sides: Mapping[str, str] | None = None,
    step: Days | None = None,
    limit: int = MOST,
) -> go.Figure:
    """The busiest actors as circles, those who were together joined by lines.

    A circle's area is in proportion to the actor's encounters, a line as wide as they are many;
    calls are dashed. ``customdata`` is an actor's id, or on a line two, comma-joined. ``sides`` are
    the names of states and organisations, by the code of actors' sides. At a ``step`` in time
    what was by its end is drawn, in ink what was in it; everything keeps its place.
    """
    whole = net_of(_rows(encounters))
    if not whole.alone:
        return sentence(
            labels.t("chart.pairs.empty"), title=title, caption=caption, labels=labels, look=look
        )
    ranked = sorted(whole.alone, key=lambda actor: (-whole.alone[actor], actor))
    top = ranked[: min(limit, _NARROW) if look.narrow else limit]
    pairs = [pair for pair in combinations(sorted(top), 2) if whole.of(pair)]
    pairs = sorted(pairs, key=lambda pair: (-whole.of(pair), pair))
    drawn = pairs[:_TIES]
    now = net_of(_rows(until(encounters, step))) if step else whole
    fresh = net_of(_rows(within(encounters, step))) if step else Net()
    colours, legend = _colours(top, whole, sides or {}, labels, look)
    unit = [labels.t("chart.net.unit")]
    if step:
        unit.append(labels.t("chart.step.ink", days=labels.days(*step)))
    if len(ranked) > len(top):
        left = {"shown": labels.number(len(top)), "total": labels.number(len(ranked))}
        unit.insert(0, labels.t("chart.net.part", **left))
    if len(pairs) > len(drawn):
        left = {"shown": labels.number(len(drawn)), "total": labels.number(len(pairs))}
        unit.insert(1, labels.t("chart.net.ties", **left))
    figure = go.Figure()
    below = 10 + 20 * legend_rows([name for name, _ in legend], look) if legend else 0
    framed(
        figure, title=title, caption=caption, unit=" · ".join(unit), labels=labels, look=look,
        told=_told(now, top, drawn, labels), height=560, axis_room=4, below=below,
    )  # fmt: skip
    wide, high = (look.width or 640) - 6, plot_height(figure)
    most = max(whole.alone.values())
    sizes = [_across(whole.alone[actor], most, look) for actor in top]
    index = {actor: number for number, actor in enumerate(top)}
    ties = {(index[a], index[b]): whole.of((a, b)) for a, b in drawn}
    points = dict(zip(top, placed(sizes, ties, wide, high), strict=True))
    _draw_ties(figure, drawn, points, whole, now, fresh, labels, look)
    _draw_circles(figure, top, points, now, fresh, most, colours, sides or {}, labels, look)
    _write_names(figure, top, points, sizes, whole, now, Box(0, 0, wide, high), labels, look)
    for name, colour in legend:
        figure.add_scatter(
            x=[None], y=[None], mode="markers", name=isolate(name),
            marker={"size": 10, "color": colour},
        )  # fmt: skip
    axis = {"visible": False, "fixedrange": True}
    lay_out(
        figure, xaxis=axis | {"range": [0, wide]}, yaxis=axis | {"range": [0, high]},
        clickmode="event+select", hovermode="closest", showlegend=bool(legend),
        legend=legend_line(labels) | {"y": legend_below(figure, 8)},
    )  # fmt: skip
    return figure


def _across(n: int, most: int, look: Look) -> float:
    """The pixels across a circle, its area in proportion to ``n``."""
    return max((24 if look.narrow else 36) * math.sqrt(n / most), 7)


@lru_cache(maxsize=1)
def _hues() -> Mapping[str, Mapping[str, str]]:
    """The colours of the sides that have one, by side and theme."""
    return tomllib.loads(_SIDES.read_text(encoding="utf-8"))


def _colours(
    top: list[str], net: Net, sides: Mapping[str, str], labels: Labels, look: Look
) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """The colour of every actor, and the legend: the same side the same colour, others grey."""
    code = {actor: str(net.who[actor].get("side") or "") for actor in top}
    there = set(code.values())
    chosen = {
        side: hue[look.theme] for side, hue in _hues().items() if side in there and side in sides
    }
    grey = look.palette.quiet
    legend = [(labels.quoted(sides[side]), hue) for side, hue in chosen.items()]
    if legend and there - chosen.keys():
        legend.append((labels.t("chart.net.other_sides"), grey))
    return {actor: chosen.get(code[actor], grey) for actor in top}, legend


def _draw_ties(
    figure: go.Figure,
    pairs: list[Pair],
    points: Mapping[str, tuple[float, float]],
    whole: Net,
    now: Net,
    fresh: Net,
    labels: Labels,
    look: Look,
) -> None:
    """The lines in a few widths, meetings whole and calls dashed, and places to click on them."""
    most = max((whole.of(pair) for pair in pairs), default=1)
    p = look.palette
    middles: list[tuple[float, float, Pair]] = []
    groups: dict[tuple[int, bool, bool], list[float | None]] = {}
    for pair in pairs:
        (x0, y0), (x1, y1) = points[pair[0]], points[pair[1]]
        long = max(math.hypot(x1 - x0, y1 - y0), 1)
        for counts, lately, call in (
            (now.met, fresh.met, False), (now.called, fresh.called, True),
        ):  # fmt: skip
            if not (n := counts[pair]):
                continue
            # Where two both met and called, the dashed line runs beside the whole one.
            off = (_WIDTHS[_class(now.met[pair], most)] / 2 + 3) if call and now.met[pair] else 0
            dx, dy = -(y1 - y0) / long * off, (x1 - x0) / long * off
            line = groups.setdefault((_class(n, most), call, bool(lately[pair])), [])
            line += [x0 + dx, y0 + dy, x1 + dx, y1 + dy, None, None]
        if now.of(pair):
            middles += [(x0 + (x1 - x0) * k, y0 + (y1 - y0) * k, pair) for k in (0.35, 0.5, 0.65)]
    # Every width has its line at every step, so that a step changes places and not lines.
    for size, width in enumerate(_WIDTHS):
        for call in (False, True):
            for new in (False, True):
                line = groups.get((size, call, new), [])
                colour = with_opacity(p.ink, 0.9) if new else with_opacity(p.quiet, 0.5)
                figure.add_scatter(
                    x=_rounded(line[0::2]), y=_rounded(line[1::2]), mode="lines",
                    hoverinfo="skip", showlegend=False,
                    line={"width": width, "color": colour, "dash": "4px,4px" if call else "solid"},
                )  # fmt: skip
    unseen = {"marker": {"opacity": 0}}
    figure.add_scatter(
        x=_rounded([x for x, *_ in middles]), y=_rounded([y for _, y, _ in middles]),
        mode="markers", marker={"size": 14, "opacity": 0}, selected=unseen, unselected=unseen,
        customdata=[[",".join(pair)] for *_, pair in middles], showlegend=False, hoverinfo="text",
        hovertext=[_tie_hover(pair, now, labels) for *_, pair in middles],
    )  # fmt: skip


def _class(n: int, most: int) -> int:
    """Which of the widths a line of ``n`` encounters has."""
    return min(int(math.sqrt(n / most) * len(_WIDTHS)), len(_WIDTHS) - 1) if most > 1 else 1


def _rounded(values: list[float | None]) -> list[float | None]:
    return [None if value is None else round(value, 1) for value in values]


def _tie_hover(pair: Pair, net: Net, labels: Labels) -> str:
    names = labels.t("chart.between").join(labels.name(net.who[actor]) for actor in pair)
    said = [f"<b>{names}</b>", labels.counted("chart.encounters", net.of(pair))]
    if calls := net.called[pair]:
        said.append(labels.counted("chart.net.calls", calls))
    return hover_lines(said)


def _draw_circles(
    figure: go.Figure,
    top: list[str],
    points: Mapping[str, tuple[float, float]],
    now: Net,
    fresh: Net,
    most: int,
    colours: Mapping[str, str],
    sides: Mapping[str, str],
    labels: Labels,
    look: Look,
) -> None:
    p = look.palette
    there = [actor for actor in top if now.alone[actor]]
    with_whom = Counter(actor for pair in {*now.met, *now.called} for actor in pair)
    full = {"marker": {"opacity": 1}}
    figure.add_scatter(
        x=[points[a][0] for a in there], y=[points[a][1] for a in there], mode="markers",
        marker={
            "size": [_across(now.alone[a], most, look) for a in there], "opacity": 1,
            "color": [colours[a] for a in there],
            "line": {"color": [p.ink if fresh.alone[a] else p.paper for a in there],
                     "width": [2.5 if fresh.alone[a] else 1.5 for a in there]},
        },
        customdata=[[a] for a in there], showlegend=False, hoverinfo="text", selected=full,
        unselected=full,
        hovertext=[
            hover_lines([
                f"<b>{labels.name(now.who[a])}</b>",
                labels.quoted(sides.get(str(now.who[a].get("side") or ""), "")),
                labels.counted("chart.encounters", now.alone[a]),
                labels.counted("chart.net.with", with_whom[a]),
            ])
            for a in there
        ],
    )  # fmt: skip


def _write_names(
    figure: go.Figure,
    top: list[str],
    points: Mapping[str, tuple[float, float]],
    sizes: list[float],
    whole: Net,
    now: Net,
    frame: Box,
    labels: Labels,
    look: Look,
) -> None:
    """Each name beside its circle where it covers nothing; elsewhere the hover has it.

    Room is kept for names of the ``whole`` net, so that none moves from step to step.
    """
    font = 13 if labels.rtl else 12
    taken = [
        Box(x - s / 2 - 1, y - s / 2 - 1, x + s / 2 + 1, y + s / 2 + 1)
        for (x, y), s in zip((points[a] for a in top), sizes, strict=True)
    ]
    written: list[dict[str, Any]] = []
    for actor, size in zip(top, sizes, strict=True):
        name = labels.name(whole.who[actor])
        plain = html.unescape(name)
        found = free_side(points[actor], plain, font, size, taken, frame, corners=True)
        if found is None:
            continue
        side, box = found
        taken.append(box)
        if not now.alone[actor]:
            continue
        anchor = {"right": "left", "left": "right"}.get(side.split()[-1], "center")
        x = {"left": box.left, "right": box.right}.get(anchor, (box.left + box.right) / 2)
        written.append({
            "x": x, "y": (box.bottom + box.top) / 2, "text": isolate(name), "xanchor": anchor,
            "showarrow": False, "borderpad": 0, "bgcolor": with_opacity(look.palette.paper, 0.7),
            "font": {"size": font, "color": look.palette.ink},
        })  # fmt: skip
    write(figure, written)
