"""Two periods compared: the switch and days in the sidebar, the figures and words on the page."""

from __future__ import annotations

import html
from datetime import date, timedelta
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.charts.comparison import Days, compared, compared_bars
from dashboard.ui import address, ask, figures, frame, wording
from dashboard.ui.i18n import t, tn

_NAME = "compare"  # in the URL: the second period, as ISO 8601 writes an interval
_YEAR = timedelta(days=365)
_ALIKE = 0.1  # of their days: months and years of other lengths are compared
_ACTORS = 8


def before(period: Days) -> Days:
    """The days before a period, as many as it has."""
    length = period[1] - period[0]
    last = period[0] - timedelta(days=1)
    return last - length, last


def read(asked: str) -> Days | None:
    """The days of an interval in the URL, ``None`` where it is none."""
    try:
        first, last = map(date.fromisoformat, asked.split("/"))
    except ValueError:
        return None
    return min(first, last), max(first, last)


def period_of(view: frame.View) -> Days:
    """The filters' days; an end that is not chosen is that of the table, of its last year."""
    chosen, last = view.filters, view.filters.last or view.choices.last or date.today()
    if chosen.first:
        return chosen.first, max(last, chosen.first)
    known = view.choices.first or last
    return (known if chosen.last else max(known, last - _YEAR)), last


def control(view: frame.View) -> tuple[Days, Days] | None:
    """The switch and the second period's days; both periods where they are to be compared."""
    asked = st.query_params.get(_NAME, "")
    first = period_of(view)
    second = read(asked) or before(first)
    state = st.session_state
    state["compare"], state["compare-from"], state["compare-to"] = bool(asked), *second
    with st.sidebar, st.container(key="comparing"):
        st.toggle(t("compare.switch"), key="compare", on_change=_switch, args=(view,))
        if not asked:
            return None
        frame.small(t("compare.a", days=wording.interval(*first)))
        frame.small(t("compare.b.choose"))
        ends: dict[str, Any] = {
            "min_value": min(second[0], view.choices.first or second[0]),
            "max_value": max(second[1], view.choices.last or second[1]),
            "format": "DD/MM/YYYY", "on_change": _choose,
        }  # fmt: skip
        st.date_input(t("filter.from"), None, key="compare-from", **ends)
        st.date_input(t("filter.to"), None, key="compare-to", **ends)
        if second != before(first):
            st.button(
                t("compare.reset"), key="compare-reset", type="tertiary", on_click=_put,
                args=(before(first),),
            )  # fmt: skip
    return first, second


def _put(period: Days) -> None:
    address.set_value(_NAME, f"{period[0]}/{period[1]}")


def _switch(view: frame.View) -> None:
    """Both periods go into the URL: the first as the filters' days."""
    if not st.session_state["compare"]:
        address.set_value(_NAME, "")
        return
    first = period_of(view)
    address.show(address.filters().with_(first=first[0], last=first[1]))
    _put(before(first))


def _choose() -> None:
    first, last = st.session_state["compare-from"], st.session_state["compare-to"]
    if first and last:
        _put((min(first, last), max(first, last)))


def beside(view: frame.View, first: Days, second: Days) -> None:
    """Both periods in words, then events by type and by actor in each."""
    a, b = (view.filters.with_(first=days[0], last=days[1]) for days in (first, second))
    said = []
    for name, days, chosen in (("a", first, a), ("b", second, b)):
        counts = ask.count(view.snapshot, chosen)
        length = (days[1] - days[0]).days + 1
        said.append(
            t(f"compare.{name}", days=wording.interval(*days))
            + f" ({tn('count.days', length)}): "
            + t("list.join").join(
                (tn("count.events", counts.events), tn("count.documents", counts.documents))
            )
        )
    long, longer = sorted((days[1] - days[0]).days + 1 for days in (first, second))
    if longer - long > longer * _ALIKE:  # a leap year is as long as another
        said.append(t("compare.lengths"))
    if first[0] <= second[1] and second[0] <= first[1]:
        said.append(t("compare.overlap"))
    st.html("".join(f'<p class="rule">{html.escape(line)}</p>' for line in said))
    types_a, types_b = (
        _counted(ask.histogram(view.snapshot, chosen, "year"), "event_type") for chosen in (a, b)
    )
    people = [ask.actors(view.snapshot, chosen, None) for chosen in (a, b)]
    actors_a, actors_b = (_counted(found, "actor_id") for found in people)
    dressed = figures.dress(view, share=0.5)
    names = {
        row["actor_id"]: dressed["labels"].name(row)
        for found in people
        for row in found.to_dict("records")
    }
    by_type, by_actor = st.columns(2, gap="large")
    kinds = {kind: t(f"type.{kind}") for kind in types_a.keys() | types_b.keys()}
    with by_type:
        rows = compared(types_a, types_b, kinds)
        figure = compared_bars(rows, first, second, title=t("compare.types"), typed=True, **dressed)
        figures.draw(figure, "compare-types", figures.set_one("types"), caption=False,
                     hint="hint.type")  # fmt: skip
    with by_actor:
        rows = compared(actors_a, actors_b, names, _ACTORS)
        figure = compared_bars(rows, first, second, title=t("compare.actors"), **dressed)
        figures.draw(figure, "compare-actors", figures.set_one("actors"), caption=False,
                     hint="hint.actor")  # fmt: skip
    st.html(f'<p class="rule">{html.escape(t("compare.both"))}</p>')


def _counted(found: pd.DataFrame, column: str) -> dict[str, int]:
    """How many events each value of a column has."""
    return {str(value): int(n) for value, n in found.groupby(column)["n"].sum().items()}
