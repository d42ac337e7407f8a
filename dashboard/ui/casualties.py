"""The Casualties page: what is chosen among the claims, and its three views."""

from __future__ import annotations

import html
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.charts.casualties import MOST, cumulative_tolls, incident_claims
from dashboard.charts.claim_marks import claims_of, common_days, quotation
from dashboard.charts.contradictions import (
    contradicting_tolls,
    drawn,
    named,
    pages,
    speakers,
)
from dashboard.charts.theme import axis_below
from dashboard.table import claim_choice
from dashboard.table.claim_choice import ClaimChoice, Offer
from dashboard.table.contradictions import Contradiction, Telling
from dashboard.ui import address, ask, export, figures, frame, held, lists, reference, wording
from dashboard.ui.i18n import t, tn

VIEWS = ("tolls", "disputed", "table")
_FIELDS = ("victims", "said_by", "done_by")
_ROOM = 470  # pixels of a page of contradictions
_LISTED = 6  # claims of one figure in the list
_ALONE, _BESIDE = (264, 196), (164, 118)  # heights of totals and incidents, without the series
_SAID = 90  # height of a sentence that says why there is nothing to draw


@dataclass(frozen=True)
class Chosen:
    """What of the claims is to be shown, all of it in the URL, and the choice in words."""

    kind: str
    choice: ClaimChoice
    said: str = ""


def choose(claims: pd.DataFrame) -> Chosen:
    """The kind of casualties and the choice among its claims, as the reader makes them."""
    kinds = lists.kinds(claims)
    offered = claim_choice.offers(claims)
    with st.container(
        key="claim-choice", horizontal=True, gap="small", vertical_alignment="center"
    ):
        names = {kind: t(f"kind.{kind}") for kind in kinds}
        now = address.option("kind", kinds)
        kind = st.segmented_control(
            t("casualties.kind"), kinds, format_func=names.__getitem__, required=True,
            key="kind", label_visibility="collapsed", on_change=_changed, args=("kind", kinds[0]),
            width="content", wrap=True, **held.value("kind", now, "default", names.values()),
        )  # fmt: skip
        values = {field: _one_of(field, offered[field]) for field in _FIELDS}
    said = [
        f"{t(f'casualties.{field}')}: {_called(field, offer)}"
        for field in _FIELDS for offer in offered[field] if offer.id == values[field]
    ]  # fmt: skip
    return Chosen(str(kind), ClaimChoice(**values), " · ".join(said))


def _one_of(field: str, offers: list[Offer]) -> str:
    """A list of one choice, kept in the URL by the field's name."""
    known = {offer.id: offer for offer in offers}
    st.session_state[field] = address.option(field, ("", *known))

    def called(value: str) -> str:
        if not value:
            return t(f"casualties.{field}.any")
        return f"{_called(field, known[value])} ({wording.number(known[value].n)})"

    return str(
        st.selectbox(
            t(f"casualties.{field}"), ["", *known], key=field, format_func=called, width=176,
            label_visibility="collapsed", on_change=_changed, args=(field, ""),
        )
    )  # fmt: skip


def _called(field: str, offer: Offer) -> str:
    names = {"name": offer.name, "name_ar": offer.name_ar}
    return wording.isolated(
        wording.victims(offer.id) if field == "victims" else wording.named(names)
    )


def _dress(
    view: frame.View, asked: Chosen, drawn: pd.DataFrame, n: int, height: int | None = None,
    share: float = 1,
) -> Any:  # fmt: skip
    """What every figure is given, its caption with the claims drawn and the choice among them."""
    dress = figures.dress(view, height, share, drawn, tn("count.claims", n))
    if asked.said:
        dress["caption"] = f"{asked.said} · {dress['caption']}"
    return dress


def _changed(name: str, usual: str) -> None:
    value = st.session_state[name]
    address.set_value(name, "" if value == usual else value)
    address.set_value("page", "")


def views() -> tuple[str, Any]:
    """The view that is open, as the URL names it, and the tab to draw it in."""
    names = {view: t(f"casualties.tab.{view}") for view in VIEWS}
    asked = address.option("view", VIEWS)
    st.session_state["casualties-view"] = names[asked]

    def turned() -> None:
        said = st.session_state["casualties-view"]
        view = next((view for view, name in names.items() if name == said), VIEWS[0])
        address.set_value("view", "" if view == VIEWS[0] else view)
        address.set_value("page", "")

    tabs = st.tabs(list(names.values()), key="casualties-view", on_change=turned)
    return asked, tabs[VIEWS.index(asked)]


def tolls(view: frame.View, claims: pd.DataFrame, asked: Chosen) -> bool:
    """Running totals over single incidents, and under those what data sets count, if asked for.

    Returns whether data sets are drawn.
    """
    kind, claims = asked.kind, claim_choice.chosen(claims, asked.choice)
    beside = reference.wanted(view, kind)
    look, labels = (figures.dress(view)[name] for name in ("look", "labels"))
    heights = _BESIDE if beside and not look.narrow else _ALONE
    scopes = ("cumulative", "incident")
    told = {scope: claims_of(claims, scope, kind, labels) for scope in scopes}
    rows = claims[(claims["kind"] == kind) & claims["scope"].isin(told)]
    if not told["cumulative"] and not look.narrow:  # a sentence needs less room than a figure
        heights = (_SAID, sum(heights) - _SAID - 60)
    figure, days = None, common_days(*told.values(), most=MOST)
    for scope, chart, height in (
        ("cumulative", cumulative_tolls, heights[0]),
        ("incident", incident_claims, heights[1]),
    ):
        title = t(f"casualties.{scope}", kind=t(f"kind.{kind}"))
        dress = _dress(view, asked, rows, sum(map(len, told.values())), height)
        figure = chart(claims, title=title, kind=kind, known=told[scope], days=days, **dress)
        last = scope == "incident" and not beside
        if scope == "incident" and beside:
            axis_below(figure)
        figures.timed(figure, scope, claims, caption=last, hinted=last)
    if beside:
        reference.below(view, figure, dress["caption"])
    return beside


def disputed(view: frame.View, asked: Chosen) -> None:
    """The happenings told with tolls that contradict one another, a page of them at a time."""
    known = ask.disputed(view.snapshot, view.filters)
    found = claim_choice.disputed(known, asked.kind, asked.choice)
    there = pages(found, _ROOM)
    page, last = export.page_of(len(there), 1)
    shown = there[page - 1] if there else []
    rows = [row for one in shown for telling in drawn(one)[0] for row in telling.claims]
    told = pd.DataFrame(rows, columns=None if rows else ["source", "doc_id"])
    dress = _dress(view, asked, told, len(rows), share=0.62)
    title = tn("casualties.disputed", len(found), kind=t(f"kind.{asked.kind}"))
    figure = contradicting_tolls(shown, title=title, **dress)
    if not shown:
        figures.draw(figure, "disputed")
        return
    beside, listed = st.columns([1.63, 1], gap="medium")
    with beside:
        figures.open_clicked("disputed", told)
        figures.draw(figure, "disputed", figures.remember_click("disputed"), hint="hint.mark")
        if last > 1:
            with st.container(horizontal=True, vertical_alignment="center", key="disputed-pages"):
                export.pager(page, last)
    with listed:
        frame.part(t("casualties.disputed.list"))
        for one in shown:
            _sentences(one, dress["labels"])


def _sentences(one: Contradiction, labels: Any) -> None:
    """A happening's figures with their sentences, each the way to where it stands."""
    lines = [f'<div class="happening"><strong>{named(one, labels)}</strong>']
    for telling in drawn(one)[0]:
        lines.append(_figure(telling, labels))
    st.html("".join((*lines, "</div>")))


def _figure(telling: Telling, labels: Any) -> str:
    first = telling.first
    said = wording.toll(first)
    state = "" if telling.stands else f" · {html.escape(t('chart.disputed.updated'))}"
    days = [
        lists.link(row, wording.day(day) if (day := wording.as_day(row["published"])) else said)
        for row in telling.claims[:_LISTED]
    ]
    by, by_analyst = speakers(telling, labels), wording.reason(first)
    return (
        f'<div class="told"><b>{html.escape(said)}</b> · {by} · '
        f"{t('list.join').join(days)}{state}<br>"
        f'<span dir="auto" title="{html.escape(by_analyst or str(first["quote"]))}">'
        f"{html.escape(by_analyst) or quotation(first)}</span></div>"
    )
