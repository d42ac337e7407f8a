"""Paper and ink: the colours, type and frame that every figure shares."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import plotly.graph_objects as go

from dashboard.charts.direction import escape, isolate, wrap
from dashboard.charts.labels import Labels
from dashboard.charts.layout import lay_out, write
from dashboard.charts.measure import text_size

Theme = Literal["light", "dark"]
FONT = "IBM Plex Sans Arabic, sans-serif"
MARKS = Path(__file__).parents[2] / "data" / "look" / "event_types.toml"
BRIEFING_HEIGHT = 460
_MONTHS = 30  # of a time axis with ticks of months
_NARROWEST = 350  # pixels of a figure on a 390-pixel telephone


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme, as ``#rrggbb``."""

    paper: str
    ink: str
    quiet: str
    grid: str
    accent: str
    land: str
    border: str
    sea: str
    rest: str


PALETTES: Mapping[Theme, Palette] = {
    "light": Palette(
        paper="#FBFAF6", ink="#1B1C1E", quiet="#5B5E63", grid="#E4E1D8", accent="#1F5C7A",
        land="#F1EEE4", border="#C9C4B4", sea="#E3E8EA", rest="#918D80",
    ),
    "dark": Palette(
        paper="#15171A", ink="#ECEAE4", quiet="#A7AAAF", grid="#2C3035", accent="#7FB8D6",
        land="#262A2F", border="#4A5058", sea="#191D21", rest="#626871",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class TypeMark:
    """How an event type is drawn: colour, plotly symbol and group (force, talks, words)."""

    colour: str
    shape: str
    group: str


@lru_cache(maxsize=2)
def type_marks(theme: Theme) -> Mapping[str, TypeMark]:
    """The mark of every event type in the theme, in the order they are stacked and listed."""
    rows = tomllib.loads(MARKS.read_text(encoding="utf-8"))
    return {kind: TypeMark(r[theme], r["shape"], r["group"]) for kind, r in rows.items()}


@dataclass(frozen=True, slots=True)
class Look:
    """The theme of a figure and the room it has.

    ``width`` is the figure's width in pixels where it is known. Where it is not, titles and
    captions are broken so that they fit a telephone, and marks are spaced for a middling screen.
    ``words`` is false where the page writes title, unit and caption around the figure, from its
    ``layout.meta``: text of the page breaks with the window, text of a figure cannot.
    """

    theme: Theme = "light"
    width: int | None = None
    height: int | None = None
    words: bool = True

    @property
    def palette(self) -> Palette:
        """The theme's colours."""
        return PALETTES[self.theme]

    @property
    def narrow(self) -> bool:
        """Whether the figure is known to be on a telephone's width."""
        return self.width is not None and self.width < 600

    @property
    def spacing_width(self) -> int:
        """The width in pixels that spacing is reckoned with."""
        return (self.width or 760) - 40

    def mark(self, event_type: str) -> TypeMark:
        """The mark of an event type; a type without a row is drawn like a statement."""
        marks = type_marks(self.theme)
        return marks.get(event_type, marks["STATEMENT"])

    def ink(self, opacity: float) -> str:
        """The ink at an opacity."""
        return with_opacity(self.palette.ink, opacity)


def with_opacity(colour: str, opacity: float) -> str:
    """A ``#rrggbb`` colour as ``rgba()``."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity:g})"


def framed(
    figure: go.Figure,
    *,
    title: str,
    caption: str,
    unit: str,
    labels: Labels,
    look: Look,
    told: str = "",
    height: int = BRIEFING_HEIGHT,
    below: int = 0,
    axis_room: int = 26,
) -> go.Figure:
    """The figure with its title, unit, caption, type and colours, so that it stands alone.

    ``title``, ``caption`` and ``unit`` are plain text; they start at the same edge and also stand
    in ``layout.meta``, with ``told``: what is shown, for those who do not see it. ``below`` is the
    room in pixels that a legend under the axis takes, ``axis_room`` that of the axis labels.
    """
    p, rtl = look.palette, labels.rtl
    said = {"title": title, "unit": unit, "caption": caption, "told": told}
    if not look.words:
        title = unit = caption = ""
    room = (look.width or _NARROWEST) - 24
    head = wrap(escape(title), int(room / 8.6), 3)
    foot = wrap(escape(caption), int(room / 5.7))
    under = wrap(escape(unit), int(room / 6.4)) if unit else ""
    size = 14 if rtl else 13
    head_lines = head.count("<br>") + 1 if title else 0
    under_lines = under.count("<br>") + 1 if unit else 0
    foot_lines = foot.count("<br>") + 1 if caption else 0
    top = 10 + 23 * head_lines + 18 * under_lines + 6 * look.words
    bottom = axis_room + below + 16 * foot_lines + 14 * look.words
    side_room = 12 if look.words else 3
    tall = max(look.height or height, top + bottom + (150 if look.words else 70))
    side: dict[str, Any] = {
        "x": 1 if rtl else 0, "xref": "paper", "showarrow": False, "borderpad": 0,
        "xshift": 1 if rtl else -1,
    }  # fmt: skip
    side |= {"xanchor": "right" if rtl else "left", "align": "right" if rtl else "left"}
    lay_out(
        figure,
        meta=said,
        font={"family": FONT, "size": size, "color": p.ink},
        paper_bgcolor=p.paper,
        plot_bgcolor=p.paper,
        height=tall,
        margin={"l": side_room, "r": side_room, "t": top, "b": bottom, "pad": 0},
        hoverlabel={
            "bgcolor": p.paper, "bordercolor": p.quiet, "align": "right" if rtl else "left",
            "font": {"family": FONT, "size": size, "color": p.ink},
        },
        legend={"font": {"color": p.ink, "size": size - 1}, "bgcolor": "rgba(0,0,0,0)"},
        modebar={"remove": ["lasso", "select", "zoom", "pan", "autoscale", "toimage"]},
        dragmode=False,
    )  # fmt: skip
    if title:
        lay_out(
            figure,
            title={
                "text": isolate(head), "x": side["x"], "xref": "paper", "xanchor": side["xanchor"],
                "y": 1, "yref": "container", "yanchor": "top", "pad": {"t": 8}, "automargin": False,
                "font": {"size": 18 if rtl else 17, "color": p.ink, "weight": 600},
            }
        )  # fmt: skip
    around: list[dict[str, Any]] = []
    if unit:
        around.append(side | {
            "text": isolate(under), "y": 1, "yref": "paper", "yanchor": "bottom", "yshift": 5,
            "font": {"size": size, "color": p.quiet},
        })  # fmt: skip
    if caption:
        around.append(side | {
            "text": isolate(foot), "y": 0, "yref": "paper", "yanchor": "bottom",
            "yshift": 8 - bottom, "font": {"size": 12 if rtl else 11, "color": p.quiet},
        })  # fmt: skip
    write(figure, around)
    return figure


def plot_height(figure: go.Figure) -> float:
    """The height in pixels of a framed figure between its margins."""
    margin = figure.layout.margin
    return float(figure.layout.height - margin.t - margin.b)


def legend_below(figure: go.Figure, pixels: int) -> float:
    """The legend's ``y`` in paper units for a distance in pixels under the plot."""
    return -pixels / max(plot_height(figure), 1)


def legend_line(labels: Labels) -> dict[str, Any]:
    """A legend in rows that begin where reading begins; it names, it does not hide."""
    return {
        "orientation": "h", "yanchor": "top", "traceorder": "normal",
        "x": 1 if labels.rtl else 0, "xanchor": "right" if labels.rtl else "left",
        "itemclick": False, "itemdoubleclick": False,
    }  # fmt: skip


def legend_rows(names: Sequence[str], look: Look) -> int:
    """How many rows the names take in a legend under the figure.

    Where they need more than one, plotly sets them in columns as wide as the widest name.
    """
    room = look.width or _NARROWEST
    wide = [text_size(name, 13)[0] + 48 for name in names]
    if not wide or sum(wide) <= room:
        return 1
    return -(-len(wide) // max(int(room // max(wide)), 1))


def sentence(
    text: str, *, title: str, caption: str, labels: Labels, look: Look, height: int = 240
) -> go.Figure:
    """A figure that says in a sentence why there is nothing to draw."""
    figure = go.Figure()
    axis = {"visible": False, "fixedrange": True, "range": [0, 1]}
    lay_out(figure, xaxis=axis, yaxis=axis)
    framed(
        figure, title=title, caption=caption, unit="", labels=labels, look=look, height=height,
        told=text,
    )  # fmt: skip
    room = (look.width or _NARROWEST) - 40
    write(figure, [{
        "text": isolate(wrap(escape(text), int(room / 7))), "x": 0.5, "y": 0.5, "xref": "paper",
        "yref": "paper", "showarrow": False, "font": {"size": 15, "color": look.palette.quiet},
    }])  # fmt: skip
    return figure


def time_axis(first: date, last: date, labels: Labels, look: Look) -> dict[str, Any]:
    """A time axis left to right over the days, its ticks in the language and digits of labels.

    Ticks are fixed, as plotly knows no Arabic month names: the days shown are set by the filters,
    not by zooming.
    """
    days = max((last - first).days, 1)
    wanted = max(look.spacing_width // 110, 3)
    values, texts = _ticks(first, last, days, wanted, labels)
    p = look.palette
    return {
        "type": "date", "range": [str(first), str(last)], "tickmode": "array",
        "tickvals": values, "ticktext": [isolate(text) for text in texts],
        "ticks": "outside", "ticklen": 5, "tickcolor": p.quiet, "tickangle": 0,
        "linecolor": p.quiet, "linewidth": 1, "showline": True, "gridcolor": p.grid,
        "zeroline": False, "tickfont": {"color": p.quiet}, "fixedrange": True,
    }  # fmt: skip


def dragged(look: Look) -> dict[str, Any]:
    """The layout of a figure in which a drag along time chooses days.

    On a telephone a finger moves the page, not a box.
    """
    drag = {"dragmode": "select", "selectdirection": "h"}
    return {"clickmode": "event+select"} | ({} if look.narrow else drag)


def same_days(figure: go.Figure, other: go.Figure) -> None:
    """Put the days of a figure at the place where another one, above or below it, has them.

    Where the other shows fewer days, only the width is made the same.
    """
    mine, its = figure.layout.xaxis, other.layout.xaxis
    if mine.type != "date" or its.type != "date":
        return  # a sentence stands in the place of one of them
    mine.domain = its.domain or [0, 1]
    days = [str(x) for trace in figure.data for x in trace.x]
    if str(its.range[0]) <= min(days) and max(days) <= str(its.range[1]):
        for part in ("range", "tickvals", "ticktext"):
            mine[part] = its[part]


def axis_below(figure: go.Figure) -> None:
    """Leave the ticks of a figure's days to the figure under it, which stands on the same days."""
    if figure.layout.xaxis.type == "date":
        lay_out(figure, xaxis={"showticklabels": False}, margin={"b": 6})


def tick_room(first: date, last: date) -> int:
    """The pixels under a time axis: its ticks have a second line unless they are years."""
    return 44 if (last - first).days / 30.4 <= _MONTHS else 26


def _ticks(
    first: date, last: date, days: int, wanted: int, labels: Labels
) -> tuple[list[str], list[str]]:
    if days <= 40:
        step = max(round(days / wanted), 1)
        edge = days // 25 + 1  # a tick at the edge would lose its words
        found = [date.fromordinal(first.toordinal() + i) for i in range(edge, days + 1, step)]
        # At noon, where the day's marks are and the middle of its bar.
        return [f"{d} 12:00" for d in found], [
            labels.digits(f"{d.day}<br>{labels.month(d.month, short=True)} {d.year}")
            if i == 0 or d.month != found[i - 1].month
            else labels.digits(str(d.day))
            for i, d in enumerate(found)
        ]
    months = days / 30.4
    if months <= _MONTHS:
        step = next(s for s in (1, 2, 3, 4, 6, 12) if months / s <= wanted or s == 12)
        starts = [
            date(year, month, 1)
            for year in range(first.year, last.year + 1)
            for month in range(1, 13, step)
        ]
        # A tick at the edge would lose its words, and with them the year.
        inside = [d for d in starts if first + timedelta(days=days // 25) <= d <= last]
        return [str(d) for d in inside], [
            labels.month(d.month, short=True)
            + (f"<br>{labels.digits(str(d.year))}" if i == 0 or d.month == 1 else "")
            for i, d in enumerate(inside)
        ]
    step = next(s for s in (1, 2, 5, 10, 20, 50) if months / 12 / s <= wanted * 1.6 or s == 50)
    years = [
        y for y in range(first.year, last.year + 1) if y % step == 0 and date(y, 1, 1) >= first
    ]
    return [f"{y}-01-01" for y in years], [labels.digits(str(y)) for y in years]


def count_axis(highest: float, labels: Labels, look: Look, ticks: int = 4) -> dict[str, Any]:
    """A count axis from 0 with round ticks in the digits of labels."""
    values = round_steps(highest, ticks)
    p = look.palette
    return {
        "range": [0, max(highest, values[-1]) * 1.12], "tickmode": "array", "tickvals": values,
        "ticktext": [labels.number(v) for v in values], "gridcolor": p.grid, "zeroline": False,
        "tickfont": {"color": p.quiet}, "fixedrange": True, "ticklabelposition": "inside top",
        "side": "left",
    }  # fmt: skip


def round_steps(highest: float, ticks: int = 4) -> list[int]:
    """Whole round numbers from 0 up to about ``highest``."""
    step = 1
    while highest / step > ticks:
        lead = str(step)[0]
        step = step * 2 if lead in "15" else step // 2 * 5
    return list(range(0, int(highest) + 1, step)) or [0]


def hover_lines(lines: Sequence[str]) -> str:
    """Hover text of the non-empty lines, each broken for reading and isolated."""
    return isolate("<br>".join(wrap(line, 58, 4) for line in lines if line))


CONFIG: Mapping[str, Any] = {
    "displayModeBar": False, "displaylogo": False, "scrollZoom": False, "doubleClick": False,
    "showTips": False,
}  # fmt: skip
"""Settings of every figure for the browser: no tool bar, nothing that moves by accident."""

MAP_CONFIG: Mapping[str, Any] = {**CONFIG, "scrollZoom": True}
"""The same for the map, which zooms."""
