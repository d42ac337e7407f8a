"""An actor before the reader's eyes: who it is, whom it met, what it said, each with its way."""

from __future__ import annotations

import html
from functools import partial

import pandas as pd
import streamlit as st

from dashboard.charts.counterparts import counterparts
from dashboard.charts.ranking import ranked_bars
from dashboard.table.queries import Choice
from dashboard.ui import (
    address,
    ask,
    asserters,
    biography,
    export,
    figures,
    frame,
    i18n,
    lists,
    sidebar,
    wording,
)
from dashboard.ui.i18n import t, tn

_BARS, _LISTED, _FIRST = 12, 200, 15  # of the ranking: bars, the list, and what it shows at first
_FEW, _LATEST, _TOLLS = 5, 3, 2  # of one actor: the rest is a click away
_ALL = "all"  # in the URL: the whole list is shown
_STATING = "stating:"  # before the name of one who only states tolls, among the ids of the others


def chosen(view: frame.View) -> Choice | None:
    """The one actor that the filters ask for; ``None`` where they ask for none or several."""
    if len(view.filters.actors) != 1:
        return None
    [asked] = view.filters.actors
    return next((c for c in view.choices.actors if c.id == asked), None)


def finder(view: frame.View, actor: Choice | None) -> None:
    """A box to find an actor by either name; the choice is the filters' actor.

    Those who only state tolls are found in it too.
    """
    offered = sidebar.offered(view.choices.actors, [actor.id] if actor else [])
    only = [*asserters.only_stating(view), *([actor] if actor and not actor.id else [])]
    offered |= {_STATING + c.name: c for c in only}
    here = (actor.id or _STATING + actor.name) if actor else None
    st.session_state["find-actor"] = here if here in offered else None
    st.selectbox(
        t("actors.find"), list(offered), key="find-actor", on_change=_found, index=None,
        format_func=lambda value: _offered(offered[value]), placeholder=t("actors.find"),
        label_visibility="collapsed",
    )  # fmt: skip


def _offered(choice: Choice) -> str:
    names = dict.fromkeys((sidebar.choice_name(choice), *_others(choice)))
    return f"{' · '.join(map(wording.isolated, names))} ({wording.number(choice.n)})"


def _found() -> None:
    found = st.session_state["find-actor"] or ""
    stating = found.startswith(_STATING)
    address.set_value(asserters.NAME, found.removeprefix(_STATING) if stating else "")
    address.show(address.filters().with_(actors=(found,) if found and not stating else ()))


def _others(choice: Choice) -> list[str]:
    shown = sidebar.choice_name(choice)
    return [name for name in (choice.name_ar, choice.name) if name and name != shown]


def stating(view: frame.View, asserter: Choice) -> None:
    """The page of one who only states tolls."""
    tolls = ask.stated(view.snapshot, view.filters, asserter.name, asserter.name_ar)
    if tolls.empty:
        st.html(f'<p class="rule">{html.escape(t("actors.no_tolls"))}</p>')
    else:
        _too_many_tolls(view, asserter)
        asserters.page(view, newest_tolls(tolls, _LATEST), tolls)


def _too_many_tolls(view: frame.View, actor: Choice) -> None:
    frame.too_many(ask.not_stated(view.snapshot, view.filters, actor.name), "casualties.most")


def title(actor: Choice | None) -> str:
    """The page's heading: the actor's name, or what the ranking answers."""
    return sidebar.choice_name(actor) if actor else t("actors.title")


def head(actor: Choice) -> None:
    """The other name, kind and side, and under them the offices held."""
    if not actor.id:
        asserters.head(actor, _others(actor))
        return
    words = i18n.words()
    first = [*map(wording.isolated, _others(actor)), biography.kind_and_side(actor.id, "", words)]
    held = [biography.in_words(each, words) for each in biography.offices(actor.id)]
    lines = [" · ".join(part for part in first if part)]
    if held:
        lines.append(t("actors.offices", offices=t("actors.join").join(held)))
    said = "<br>".join(map(html.escape, filter(None, lines)))
    st.html(f'<p class="facts">{said}</p>')


def ranking(view: frame.View) -> None:
    """The busiest actors as bars, and all of them as a list: each opens the actor's page."""
    found = ask.actors(view.snapshot, view.filters, _LISTED + 1)
    several = view.filters.actors
    if several:
        found = found[found["actor_id"].isin(several)]
    more, found = len(found) > _LISTED, found.head(_LISTED)
    drawn, listed = st.columns([1, 1.1], gap="large")
    with drawn:
        height = _height(min(len(found), _BARS), 48)
        bars = ranked_bars(
            found, id_column="actor_id", unit=t("actors.ranking.unit"), limit=_BARS,
            title=t("actors.ranking"), **figures.dress(view, height, share=0.46),
        )  # fmt: skip
        figures.draw(bars, "ranking", figures.set_one("actors"))
    with listed:
        said = "actors.busiest" if more else "actors.listed"
        frame.part(tn(said, len(found)), t("actors.listed.unit"))
        if not several:
            asserters.inline(view)
        whole = address.switched_on(_ALL)
        _ranked_table(found if whole else found.head(_FIRST))
        if len(found) > _FIRST:
            said = t("actors.fewer" if whole else "actors.all")
            lists.more(said, "actors-all", partial(address.switch, _ALL, not whole))


def _ranked_table(found: pd.DataFrame) -> None:
    words = i18n.words()
    heads = [t(f"column.{name}") for name in ("who", "actor_is", "times")]
    lines = [
        [
            lists.actor_link(row),
            html.escape(biography.kind_and_side(row["actor_id"], row["side"], words)),
            tn("count.events", row["n"]),
        ]
        for row in found.to_dict("records")
    ]
    lists.table(heads, lines)


def newest_tolls(tolls: pd.DataFrame, most: int) -> pd.DataFrame:
    """The newest tolls of one actor, running totals first: of one day the largest of a kind.

    Never a sum; parts of another toll stand here only where nothing else is stated.
    """
    whole = tolls[(tolls["scope"] != "subset") & (tolls["unit"] == "people")]
    told = tolls if whole.empty else whole
    order = ["total", "killed", "published", "low"]
    told = told.assign(total=told["scope"] == "cumulative", killed=told["kind"] == "killed")
    told = told.sort_values(order, ascending=False, kind="stable")
    return told.drop_duplicates(["scope", "kind", "published"]).head(most)


def page(view: frame.View, actor: Choice) -> None:
    """Everything of one actor: the picture first, the lists behind tabs."""
    met = counterparts(ask.encounters(view.snapshot, view.filters), actor.id)
    tolls = ask.stated(view.snapshot, view.filters, actor.name, actor.name_ar)
    sizes: tuple[tuple[str, int], ...] = (
        ("with", len(met)), ("tolls", len(tolls)), ("events", view.counts.events),
    )  # fmt: skip
    counted = {name: f"{t(f'actors.tab.{name}')} ({wording.number(n)})" for name, n in sizes}
    shown, tab = frame.tabs(asserters.TAB, {"picture": t("actors.tab.picture"), **counted})
    with tab:
        if shown == "picture":
            _picture(view, actor, met, tolls)
        elif shown == "with":
            _met_table(met)
        elif shown == "tolls":
            _all_tolls(view, actor, tolls)
        else:
            _events_table(view)


def _all_tolls(view: frame.View, actor: Choice, tolls: pd.DataFrame) -> None:
    if tolls.empty:
        st.html(f'<p class="rule">{html.escape(t("actors.no_tolls"))}</p>')
    else:
        _too_many_tolls(view, actor)
        lists.paged_claims(tolls)


def _events_table(view: frame.View) -> None:
    if view.counts.events > export.ROWS:
        part = t("actors.part", shown=export.ROWS, total=wording.number(view.counts.events))
        st.html(f'<p class="rule">{html.escape(part)}</p>')
    lists.linked_table(_newest(view, export.ROWS))


def _picture(view: frame.View, actor: Choice, met: pd.DataFrame, tolls: pd.DataFrame) -> None:
    when, latest = st.columns([2.1, 1], gap="medium")
    with when:
        figures.when(view, t("actors.when"), 200, share=0.66)
    with latest:
        _latest(view, actor)
    others, where, said = st.columns(3, gap="medium")
    with others:
        _bars(view, met, "actor", "met", t("actors.met.unit"))
    with where:
        places = ask.places(view.snapshot, view.filters, _FEW)
        _bars(view, places, "place", "places", t("unit.events"))
    with said:
        frame.part(t("actors.tolls"))
        if tolls.empty:
            frame.small(t("actors.no_tolls"))
        else:
            asserters.newest(newest_tolls(tolls, _TOLLS), len(tolls))


def _latest(view: frame.View, actor: Choice) -> None:
    """The latest encounters that were held; the latest events of one who met nobody."""
    encounters = ask.encounters(view.snapshot, view.filters)
    held = encounters[encounters["modality"] != "future"]
    frame.part(t("actors.latest_events" if held.empty else "overview.meetings"))
    # A sentence that was read as a toll and as a statement is read once here.
    shown = _newest(view, 2 * _LATEST).drop_duplicates("quote") if held.empty else held
    lists.brief(lists.latest(shown, _LATEST), besides=actor.id)
    if held.empty and len(shown) > _LATEST:
        lists.more(t("actors.all_events"), "all-events", partial(asserters.open_tab, "events"))
    elif len(held) > _LATEST:
        st.page_link(
            address.PAGES["meetings"], label=t("actors.all_meetings"), icon=lists.onward(),
            query_params=address.query(show="table"),
        )  # fmt: skip


def _bars(view: frame.View, found: pd.DataFrame, name: str, key: str, unit: str) -> None:
    """A ranking whose bars set the filter of this name; a sentence where there is nothing."""
    if found.empty:
        frame.part(t(f"actors.{key}"))
        frame.small(t(f"actors.no_{key}"))
        return
    bars = ranked_bars(
        found, id_column=f"{name}_id", title=t(f"actors.{key}"), unit=unit, limit=_FEW,
        **figures.dress(view, _height(min(len(found), _FEW)), share=0.32),
    )  # fmt: skip
    hint = "hint.place" if name == "place" else ""  # the unit says what a click on an actor does
    figures.draw(bars, key, figures.set_one(f"{name}s"), caption=False, hint=hint)


def _height(bars: int, each: int = 37) -> int:
    """The pixels of a ranking, so that few bars are as thick as many."""
    return 44 + each * bars


def _newest(view: frame.View, most: int) -> pd.DataFrame:
    return lists.latest(ask.latest(view.snapshot, view.filters, most), most)


def _met_table(met: pd.DataFrame) -> None:
    """Each counterpart with how often, and the last encounter as a link to its sentence."""
    if met.empty:
        frame.say("no_encounters")
        return
    heads = [t(f"column.{name}") for name in ("last_met", "who", "actor_is", "times", "where")]
    words = i18n.words()
    lines = []
    for row in met.to_dict("records"):
        lines.append([
            lists.link(row, lists.when(row)), lists.actor_link(row),
            html.escape(biography.kind_and_side(row["actor_id"], row["side"], words)),
            tn("chart.encounters", row["n"], count=wording.number(row["n"])),
            lists.own(wording.named(row, "place_name")),
        ])  # fmt: skip
    lists.table(heads, lines)
