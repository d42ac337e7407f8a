"""Figures on a page: drawn in its theme and language, their selections turned into filters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any
from zlib import crc32

import pandas as pd
import streamlit as st

from dashboard.charts import periods, selection
from dashboard.charts.histogram import histogram
from dashboard.charts.layout import own_values
from dashboard.charts.measure import text_size
from dashboard.charts.theme import CONFIG, Look, Theme, same_days
from dashboard.ui import address, ask, frame, i18n, months, wording
from dashboard.ui.i18n import t
from dashboard.ui.server import NARROW, WIDTH

BASEMAP = "app/static/countries-50m.geojson"
_PADDING, _SIDEBAR, _WIDEST = 32, 364, 1310  # pixels, as in the stylesheet
_UNKNOWN = 1400
_CHIPS, _CAPTION, _LINE = 42, 12.5, 19  # pixels of a row of chips, a caption's letters and line


def dress(
    view: frame.View, height: int | None = None, share: float = 1,
    drawn: pd.DataFrame | None = None, counted: str = "",
) -> dict[str, Any]:  # fmt: skip
    """What every figure is given: caption, words, and the look of this theme and screen.

    ``share`` is the part of the page's width that the figure has on a wide screen; ``drawn`` and
    ``counted`` are those of the caption.
    """
    theme: Theme = "dark" if st.context.theme.type == "dark" else "light"
    return {
        "caption": frame.caption(view, drawn, counted),
        "labels": wording.labels(i18n.words()),
        "look": Look(theme=theme, width=_width(share), height=height, words=False),
    }


def fitting(view: frame.View, height: int, share: float = 1) -> int:
    """The height that a figure may have on a first screen beside chips and a caption of lines."""
    wide = text_size(frame.caption(view), _CAPTION)[0]
    more = int(wide // _width(share))
    return height - (_CHIPS if view.filters.active() else 0) - _LINE * more


def _width(share: float) -> int:
    """The pixels a figure has, from the window's width as the browser told it."""
    told = st.context.cookies.get(WIDTH, "")
    window = int(told) if told.isdecimal() and len(told) < 6 else _UNKNOWN
    if window < NARROW:
        return max(window - _PADDING, 280)
    return round(min(max(window - _SIDEBAR, 360), _WIDEST) * share)


def draw(
    figure: Any,
    key: str,
    chosen: Callable[[Any], None] | None = None,
    *,
    box: bool = False,
    caption: bool = True,
    hint: str = "",
    before_hint: Callable[[], None] | None = None,
    config: Mapping[str, Any] = CONFIG,
) -> None:
    """Show a figure under its title and unit and over its caption.

    ``chosen`` gets what is clicked (or, with ``box``, dragged over) in it; ``caption`` is false
    for a figure beside another of the same events, which has one. ``hint`` is the key of what a
    click or drag does, where the figure has marks; ``before_hint`` draws what belongs between.
    """
    # A figure of other filters is another figure: a selection made in the last one is over.
    whole = f"{key} {sorted(address.query().items())}"
    said: dict[str, Any] = dict(figure.layout.meta)
    _draw_once(figure, asks=chosen is not None)

    def selected() -> None:
        state = st.session_state[whole]
        if chosen is not None and (state.selection.points or state.selection.box):
            chosen(state)

    with st.container(key=f"figure-{key}", gap=None):
        frame.part(said["title"], said["unit"])
        st.plotly_chart(
            figure, theme=None, width="stretch", config=dict(config), key=whole, alt=said["title"],
            on_select=selected if chosen else "ignore",
            selection_mode=("points", "box") if box else "points",
        )  # fmt: skip
        frame.heard(said["told"])
        if chosen is not None and figure.data:
            _hear(key, whole, chosen, figure, said)
        if before_hint is not None:
            before_hint()
        if chosen is not None and figure.data:
            frame.hint(t(hint) if hint else "", t("hint.keys"))
        if caption:
            frame.small(said["caption"])


def _draw_once(figure: Any, *, asks: bool) -> None:
    """Says beforehand what Streamlit (1.67) would change in a figure that it has just drawn.

    It gives every figure to plotly twice, the second time with a width and its own modes; what
    differs is drawn anew, under the hand of whoever points at it by then. The same figure under
    the same number is left as it is; not one with frames, whose data plotly changes by itself.
    """
    own_values(figure)
    layout = figure.layout
    layout.autosize, layout.datarevision = True, None  # it may be drawn a second time
    # A mapping is never found the same as before, a list is.
    layout.meta = [*dict(layout.meta).items()]
    if asks:
        boxed = layout.dragmode == "select"
        layout.clickmode = "event" if boxed else "event+select"
        layout.dragmode = layout.dragmode or "pan"
    if not figure.frames:
        layout.datarevision = crc32(figure.to_json().encode())


@lru_cache(maxsize=2)
def _listener(name: str) -> Any:
    js = Path(__file__).with_name(f"{name}.js").read_text(encoding="utf-8")
    return st.components.v2.component(f"tawqit_{name}", js=js)


def _hear(
    key: str, whole: str, chosen: Callable[[Any], None], figure: Any, said: Mapping[str, Any]
) -> None:
    """Gives ``chosen`` the mark that the keyboard enters, as if it were selected.

    So it does with what is clicked where the figure itself does not report it: in one that is
    dragged over, and on a name at its edge.
    """
    at = f".st-key-figure-{key}"

    def listen(name: str, **data: Any) -> None:
        own = f"{name} {whole}"

        def told() -> None:
            if mark := st.session_state[own].get("mark"):
                chosen({"selection": {"points": [{"customdata": list(mark)}], "box": []}})

        _listener(name)(key=own, data={"figure": at} | data, on_mark_change=told)

    listen(
        "keys", label=f"{said['title']} {t('keys.label')}", of=t("keys.of", n="{n}", of="{of}"),
        digits=i18n.words().digits("0123456789"),
    )  # fmt: skip
    dragged = figure.layout.dragmode == "select"
    if dragged or "ticks" in said:
        listen("clicks", marks=dragged, ticks=said.get("ticks", []))


def set_days(state: Any) -> None:
    """The days of a box or click on the histogram become the filters' days."""
    if days := selection.span(state):
        address.show(address.filters().with_(first=days[0], last=days[1]))


def set_one(field: str) -> Callable[[Any], None]:
    """A click on a bar or place makes it the filters' choice in ``field``."""

    def chosen(state: Any) -> None:
        ids = [part for value in selection.chosen(state) for part in value.split(",")]
        address.show(address.filters().with_(**{field: tuple(ids)}))

    return chosen


def set_together(state: Any) -> None:
    """A click on a pair asks for what both take part in, one on an actor for all of that actor."""
    ids = [part for value in selection.chosen(state) for part in value.split(",")]
    if ids:
        address.show(address.filters().with_(actors=tuple(ids), together=True))


def set_months(figure: Any, clicked: Callable[[Any], None] | None = None) -> Callable[[Any], None]:
    """A box over the figure's time axis sets the filters' days to its months.

    ``clicked`` gets what is clicked instead. On an axis of few days the box means its days.
    """
    axis = figure.layout.xaxis

    def chosen(state: Any) -> None:
        if (box := selection.stretch(state)) is None:
            if clicked is not None:
                clicked(state)
            return
        first, last = (date.fromisoformat(str(end)[:10]) for end in axis.range)
        days = periods.whole(max(box[0], first), min(box[1], last), (first, last))
        address.show(address.filters().with_(first=days[0], last=days[1]))

    return chosen


def timed(
    figure: Any, key: str, rows: pd.DataFrame | None = None, *, caption: bool = True,
    hinted: bool = True,
) -> None:  # fmt: skip
    """A figure over time: a drag sets the months; a click opens its sentence, given its rows.

    On a telephone two handles under it do what a drag does.

    ``hinted`` is false over another figure of the same kind, which says so under it.
    """
    if rows is not None:
        open_clicked(key, rows)
    hint = "hint.mark" if rows is not None else ""
    if figure.layout.dragmode == "select":
        hint = "hint.months_mark" if rows is not None else "hint.months"
    click = remember_click(key) if rows is not None else None
    hint = hint if hinted else ""
    slider = months.below(figure, key) if hinted else None
    draw(
        figure, key, set_months(figure, click), box=True, caption=caption, hint=hint,
        before_hint=slider,
    )  # fmt: skip


def remember_click(key: str) -> Callable[[Any], None]:
    """Notes what was clicked for ``open_clicked``: a callback cannot change the page itself."""

    def chosen(state: Any) -> None:
        rows = selection.picked(state)
        if rows:
            st.session_state[f"{key}-clicked"] = rows[0]

    return chosen


def clicked(key: str) -> tuple[str, ...]:
    """The ``customdata`` of what was clicked in the figure of this key since it was drawn."""
    found: tuple[str, ...] = st.session_state.pop(f"{key}-clicked", ())
    return found


def open_clicked(key: str, rows: pd.DataFrame) -> None:
    """Go to the sentence of the event clicked in the figure of this key.

    Where a mark is a claim, the Reader opens at its figure and says how it was read.
    """
    event_id, *mark = clicked(key) or ("",)
    found = rows.loc[rows["event_id"] == event_id, "doc_id"]
    if event_id and len(found):
        address.open_sentence(str(found.iloc[0]), event_id, mark[0] if mark else "")


def shown(figure: Any, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of those events that a figure has a mark of."""
    marked = {data[0] for trace in figure.data for data in trace.customdata or ()}
    return rows[rows["event_id"].isin(marked)]


def when(view: frame.View, title: str, height: int, share: float = 1, *, above: Any = None) -> None:
    """The histogram of the view's events, in which a drag sets the days.

    ``above`` is the figure of the same events that it stands above, which names the colours and
    has the caption: the days of both are at the same place. A few events long before the others do
    not press those together: they are counted beside the unit, and a filter shows them.
    """
    alone = above is None
    chosen = view.filters
    first, last = view.choices.first, view.choices.last
    known: dict[periods.Grain, pd.DataFrame] = {}
    if not chosen.dated:
        known["month"] = ask.histogram(view.snapshot, chosen, "month")
        known["year"] = periods.by_year(known["month"])
        near = periods.bulk(known["year"])
        first, last = near if near[0] else (first, last)
    first, last = chosen.first or first, chosen.last or last
    grain = periods.grain(first, last)
    counted = known[grain] if grain in known else ask.histogram(view.snapshot, chosen, grain)
    shown = counted if chosen.dated else periods.among(counted, first, last)
    figure = histogram(
        shown, title=title, grain=grain, legend=alone,
        outside=int(counted["n"].sum() - shown["n"].sum()),
        undated=0 if chosen.dated else view.counts.undated, **dress(view, height, share),
    )  # fmt: skip
    if not alone:
        same_days(figure, above)
    draw(figure, "when", set_days, box=True, caption=alone)
