"""Who only states tolls and takes part in no event: found among the actors, with a page of its own.

The URL has such an asserter as ``stated``, by its English name: only what takes part has an id.
"""

from __future__ import annotations

import html
from functools import partial

import pandas as pd
import streamlit as st

from dashboard.charts.casualties import cumulative_tolls, incident_claims
from dashboard.charts.ranking import ranked_bars
from dashboard.filters import Filters
from dashboard.table.queries import Choice
from dashboard.ui import address, ask, biography, figures, frame, i18n, lists, wording
from dashboard.ui.i18n import t, tn

NAME = "stated"
TAB = "show"  # in the URL: which tab of an actor's page is open
_INLINE, _FEW = 12, 5


def only_stating(view: frame.View, filters: Filters | None = None, name: str = "") -> list[Choice]:
    """Who states tolls under the filters, by default any, and takes part in nothing.

    The busiest of them, or the one of this English name.
    """
    asked = filters if filters is not None else Filters(version=view.filters.version)
    taking_part = {(c.name, c.name_ar) for c in view.choices.actors}
    found = ask.asserters(view.snapshot, asked, name)
    rows = zip(found["name"].tolist(), found["name_ar"].tolist(), found["n"].tolist(), strict=True)
    return [Choice("", name, ar, n) for name, ar, n in rows if (name, ar) not in taking_part]


def chosen(view: frame.View) -> Choice | None:
    """The asserter in the URL. One who takes part in events as well has an actor's page: go there.

    ``None`` where the URL has none, or an actor.
    """
    name = st.query_params.get(NAME, "")
    if not name or view.filters.actors:
        return None
    actor = next((c for c in view.choices.actors if c.name == name), None)
    if actor is not None:
        address.set_value(NAME, "")
        address.show(view.filters.with_(actors=(actor.id,)))
        st.rerun()
    return next(iter(only_stating(view, name=name)), None)


def inline(view: frame.View) -> None:
    """A line of links to those who state tolls under the filters and take part in nothing."""
    found = only_stating(view, view.filters)
    if not found:
        return
    links = []
    for choice in found[:_INLINE]:
        row = {"asserted_by": choice.name, "asserted_by_ar": choice.name_ar}
        links.append(f"{lists.asserter_link(row)} ({wording.number(choice.n)})")
    said = html.escape(t("asserters.line"))
    more = f" {html.escape(t('asserters.more'))}" if len(found) > _INLINE else ""
    st.html(f'<p class="rule">{said} {html.escape(t("list.join")).join(links)}{more}</p>')


def head(asserter: Choice, other: list[str]) -> None:
    """The other name, kind and side, and why this page is as short as it is."""
    actor = biography.named(asserter.name)
    words = i18n.words()
    about = biography.kind_and_side(actor.id, actor.side, words) if actor else ""
    first = " · ".join(part for part in (*map(wording.isolated, other), about) if part)
    lines = [first, t("asserters.only")]
    st.html(f'<p class="facts">{"<br>".join(map(html.escape, filter(None, lines)))}</p>')


def page(view: frame.View, newest_of_it: pd.DataFrame, tolls: pd.DataFrame) -> None:
    """The tolls over time, the newest in words, where they were; ``tolls`` are all of them."""
    listed = f"{t('actors.tab.tolls')} ({wording.number(len(tolls))})"
    shown, tab = frame.tabs(TAB, {"picture": t("actors.tab.picture"), "tolls": listed})
    with tab:
        if shown == "tolls":
            lists.paged_claims(tolls)
            return
        over_time, latest = st.columns([2.1, 1], gap="medium")
        with over_time:
            _over_time(view, tolls)
        with latest:
            frame.part(t("asserters.latest"))
            newest(newest_of_it, len(tolls))
        where, met = st.columns([2.1, 1], gap="medium")
        with where:
            _places(view, tolls)
        with met:
            frame.part(t("actors.met"))
            frame.small(t("asserters.no_met"))


def newest(shown: pd.DataFrame, n: int) -> None:
    """The tolls ``shown`` in their words, and the way to all ``n`` of them."""
    for claim in shown.to_dict("records"):
        lists.toll_in_words(claim)
    if n > len(shown):
        lists.more(t("actors.all_tolls"), "all-tolls", partial(open_tab, "tolls"))


def open_tab(name: str) -> None:
    """Open a tab of an actor's page by its name in the URL."""
    address.set_value(TAB, name)


def _over_time(view: frame.View, tolls: pd.DataFrame) -> None:
    """The tolls of each scope of the kind stated most, as the Casualties page draws them."""
    people = tolls[tolls["unit"] == "people"]
    drawn = False
    for scope, chart in (("cumulative", cumulative_tolls), ("incident", incident_claims)):
        own = people[people["scope"] == scope]
        if own.empty:
            continue
        kind = lists.kinds(own)[0]
        title = t(f"asserters.{scope}", kind=t(f"kind.{kind}"))
        figure = chart(own, title=title, kind=kind, **figures.dress(view, 300, share=0.66))
        figures.timed(figure, f"asserter-{scope}", own, caption=False)
        drawn = True
    if not drawn:
        frame.part(t("asserters.dates"))
        frame.small(t("asserters.no_figure"))


def _places(view: frame.View, tolls: pd.DataFrame) -> None:
    """The places that the tolls are of."""
    placed = tolls[tolls["place_id"].notna()]
    if placed.empty:
        frame.part(t("asserters.places"))
        frame.small(t("asserters.no_places"))
        return
    counted = placed.groupby("place_id", as_index=False).agg(
        name=("place_name", "first"), name_ar=("place_name_ar", "first"), n=("event_id", "size")
    )
    bars = ranked_bars(
        counted, id_column="place_id", title=t("asserters.places"), limit=_FEW,
        unit=t("asserters.places.unit"),
        **figures.dress(view, 44 + 37 * min(len(counted), _FEW), share=0.66),
    )  # fmt: skip
    figures.draw(bars, "asserter-places", figures.set_one("places"), caption=False,
                 hint="hint.place")  # fmt: skip
    if without := len(tolls) - len(placed):
        frame.small(tn("asserters.without_place", without))
