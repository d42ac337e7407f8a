"""Events and tolls as lists a person reads, each with its way to the sentence."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from dashboard.ui import address, export, i18n, wording
from dashboard.ui.i18n import language, t, tn

_QUOTE = 180
_SPAN = re.compile(r"\d{4}-[\d-]+/[\d-]+")  # days as EDTF
_NAMED = 3  # of an event on the page of one who took part
_CLAIMS = 200  # on a page of the table


def when(event: Mapping[str, Any]) -> str:
    """An event's days in words."""
    return wording.interval(
        wording.as_day(event["date_first"]),
        wording.as_day(event["date_last"]),
        bool(event.get("date_approximate")),
    )


def who(event: Mapping[str, Any]) -> str:
    """An event's participants, named in the interface's language."""
    people = event.get("participants")
    return t("list.join").join(wording.named(p) for p in people) if people else ""


def who_links(event: Mapping[str, Any], besides: str = "") -> str:
    """An event's participants as safe HTML, each name the way to the actor's page.

    ``besides`` is the id of an actor that is left out: the one whose page this is. There the names
    of a large company are counted after the first.
    """
    people = [p for p in event.get("participants") or () if p["actor_id"] != besides]
    named = people[:_NAMED] if besides and len(people) > _NAMED + 1 else people
    said = t("list.join").join(map(actor_link, named))
    rest = len(people) - len(named)
    return f"{said} {html.escape(tn('actors.more', rest))}" if rest else said


def actor_link(row: Mapping[str, Any]) -> str:
    """A row's name as safe HTML that leads to the page of its ``actor_id``."""
    query = html.escape(urlencode(address.to_actor(str(row["actor_id"]))))
    name = own(wording.named(row))
    return f'<a class="actor" href="actors?{query}" target="_self">{name}</a>'


def asserter_link(row: Mapping[str, Any]) -> str:
    """Who states a claim as safe HTML that leads to the page of that actor; "" without one."""
    by = wording.named(row, "asserted_by")
    if not by:
        return ""
    chosen = address.filters().with_(actors=())
    query = address.query(chosen, stated=str(row["asserted_by"]))
    link = html.escape(urlencode(query))
    return f'<a class="actor" href="actors?{link}" target="_self">{own(by)}</a>'


def own(text: str) -> str:
    """The text as safe HTML that keeps its own direction; nothing for none."""
    return f"<bdi>{html.escape(text)}</bdi>" if text else ""


def what(event: Mapping[str, Any]) -> str:
    """An event's type, for an encounter its mode, and its modality unless it happened."""
    mode, modality = event.get("mode"), event.get("modality")
    said = t(f"mode.{mode}") if mode else t(f"type.{event['event_type']}")
    return said if modality == "actual" else f"{said} · {t(f'modality.{modality}')}"


def short(quote: str) -> str:
    """A quotation that fits a row, cut between words."""
    if len(quote) <= _QUOTE:
        return quote
    return quote[:_QUOTE].rsplit(" ", 1)[0] + " …"


def onward() -> str:
    """The icon of an arrow that points where reading goes."""
    return ":material/arrow_back:" if language() == "ar" else ":material/arrow_forward:"


def backward() -> str:
    """The icon of an arrow that points where reading comes from."""
    return ":material/arrow_forward:" if language() == "ar" else ":material/arrow_back:"


def to_sentence(row: Mapping[str, Any], label: str | None = None) -> None:
    """A link to the Reader at a row's sentence; ``label`` is shown letter by letter."""
    st.page_link(
        address.PAGES["reader"], label=wording.literal(label or t("link.sentence")), icon=onward(),
        query_params=address.to_sentence(row),
    )  # fmt: skip


def more(said: str, key: str, ask: Callable[[], None]) -> None:
    """A quiet button under the first of a list that shows the rest of it."""
    st.button(said, key=f"more-{key}", type="tertiary", icon=":material/expand_all:", on_click=ask)


def latest(events: pd.DataFrame, most: int) -> pd.DataFrame:
    """The last events in time, the newest first; undated ones are left to the end.

    What is told of a whole year stands at its beginning: it is not known to be the latest.
    """
    days = ["date_first", "date_last"]
    return events.sort_values(days, ascending=False, na_position="last", kind="stable").head(most)


def latest_tolls(claims: pd.DataFrame, most: int) -> pd.DataFrame:
    """The newest claims, running totals first, one a kind and speaker: never a sum."""
    told = claims[(claims["scope"] != "subset") & (claims["unit"] == "people")]
    told = told.assign(
        total=told["scope"] == "cumulative", killed=told["kind"] == "killed",
        told=told["published"].fillna(told["last"]),
    ).sort_values(["total", "killed", "told"], ascending=False, kind="stable")  # fmt: skip
    return told.drop_duplicates(["scope", "kind", "asserted_by"]).head(most)


def kinds(claims: pd.DataFrame) -> list[str]:
    """The kinds of casualties claimed, killed first, then by falling number of claims."""
    counted = claims["kind"].value_counts(sort=True).index.tolist()
    return sorted(counted, key=lambda kind: kind != "killed")


def brief(events: pd.DataFrame, besides: str = "") -> None:
    """Events one under the other: when (the link), what, who (``besides`` one actor), where."""
    for event in events.to_dict("records"):
        facts = [who_links(event, besides), own(wording.named(event, "place_name"))]
        said = " · ".join(fact for fact in facts if fact) or _quote(event)
        with st.container(gap=None):
            to_sentence(event, when(event))
            by = html.escape(wording.signed(event))
            by = f' <span class="unit">{by}</span>' if by else ""
            st.html(
                f'<div class="row"><span class="tag">{html.escape(what(event))}</span> '
                f"{said}{by}</div>"
            )


def tolls(claims: pd.DataFrame) -> None:
    """Claims one under the other, each as its source states it."""
    if claims.empty:
        st.html(f'<p class="rule">{html.escape(t("overview.no_tolls"))}</p>')
    for claim in claims.to_dict("records"):
        toll(claim)


def toll(claim: Mapping[str, Any]) -> None:
    """One claim as its source states it: figure, kind, who says so, when, the link."""
    by = wording.named(claim, "asserted_by")
    name = wording.isolated(by or str(claim["source"] or claim["title"] or claim["doc_id"]))
    said_by = t("toll.by", name=name) if by else t("toll.by_text", source=name)
    published = wording.as_day(claim["published"])
    told = t("toll.told", day=wording.day(published)) if published else t("link.sentence")
    scope = _scope(claim)
    with st.container(gap=None):
        st.html(
            f'<div class="toll"><div class="kind">{html.escape(scope)}</div>'
            f'<div class="figure">{html.escape(wording.toll(claim))}</div>'
            f'<div class="who">{html.escape(said_by)}</div></div>'
        )
        to_sentence(claim, told)


def toll_in_words(claim: Mapping[Any, Any]) -> None:
    """One toll in the words it was stated in, which say what it counts, and the way to them."""
    published = wording.as_day(claim["published"])
    told = t("toll.told", day=wording.day(published)) if published else t("link.sentence")
    scope = _scope(claim)
    quote = wording.reason(claim) or short(" ".join(str(claim["quote"]).split()))
    with st.container(gap=None):
        st.html(
            f'<div class="toll"><div class="kind">{html.escape(scope)}</div>'
            f'<div class="figure">{html.escape(wording.toll(claim))}</div>'
            f'<div class="who" dir="auto">{html.escape(quote)}</div></div>'
        )
        to_sentence(claim, told)


def linked_table(events: pd.DataFrame) -> None:
    """Events as a table that wraps and reads in its own direction; «when» is the link."""
    heads = [t(f"column.{name}") for name in ("when", "what", "who", "where", "tolls", "quote")]
    lines = []
    for event in events.to_dict("records"):
        where = own(wording.named(event, "place_name"))
        lines.append([
            link(event, when(event)), html.escape(_reviewed(event)), who_links(event), where,
            html.escape(_tolls(event)), _quote(event),
        ])  # fmt: skip
    table(heads, lines)


def paged_claims(claims: pd.DataFrame) -> None:
    """Claims as a table, the newest first, in pages where they are more than is shown at ease."""
    page, last = export.page_of(len(claims), _CLAIMS)
    if last > 1:
        with st.container(horizontal=True, vertical_alignment="center", key="claims-pages"):
            export.pager(page, last)
    newest = claims.sort_values("published", ascending=False, kind="stable")
    _claims_table(newest.iloc[(page - 1) * _CLAIMS : page * _CLAIMS])


def paged_events(events: pd.DataFrame) -> None:
    """Events as a table, the newest first, in pages where they are many."""
    page, last = export.page_of(len(events))
    if last > 1:
        with st.container(horizontal=True, vertical_alignment="center", key="events-pages"):
            export.pager(page, last)
    newest = latest(events, len(events))
    linked_table(newest.iloc[(page - 1) * export.ROWS : page * export.ROWS])


def notice(sentence: str, *, wrong: bool = False) -> None:
    """One sentence on what was done, or what was wrong and what helps, as plain text.

    A span of days is never parted at a hyphen: from right to left its end would lie before it.
    """
    state = " wrong" if wrong else ""
    said = _SPAN.sub(r'<span class="whole">\g<0></span>', html.escape(sentence))
    st.html(f'<div class="notice{state}" role="status">{said}</div>')


def aside(sentence: str) -> None:
    """A line in small type, as plain text."""
    st.html(f'<p class="caption">{html.escape(sentence)}</p>', width="content")


def _claims_table(claims: pd.DataFrame) -> None:
    """Claims as a table: when told, the figure, by whom, where, the words."""
    heads = [
        t(f"column.{name}") for name in ("told", "figure", "scope", "said_by", "where", "quote")
    ]
    lines = []
    for claim in claims.to_dict("records"):
        published = wording.as_day(claim["published"])
        told = wording.day(published) if published else t("date.none")
        by = asserter_link(claim) or own(str(claim["source"]))
        figure, scope = wording.toll(claim), _scope(claim)
        where = own(wording.named(claim, "place_name"))
        lines.append([
            link(claim, told), html.escape(figure), html.escape(scope), by, where, _quote(claim),
        ])  # fmt: skip
    table(heads, lines)


def _scope(claim: Mapping[str, Any]) -> str:
    """What a claim counts, and which analyst added or corrected it."""
    said = t(f"scope.{claim['scope']}")
    return f"{said} · {wording.signed(claim)}" if claim.get("by_analyst") else said


def _reviewed(event: Mapping[str, Any]) -> str:
    """What it was, and which analyst confirmed or corrected it."""
    by = wording.signed(event)
    return f"{what(event)} · {by}" if by else what(event)


def link(row: Mapping[str, Any], said: str) -> str:
    """A link to the Reader at a row's sentence, as safe HTML."""
    query = html.escape(urlencode(address.to_sentence(row)))
    return f'<a href="reader?{query}" target="_self">{html.escape(said)}</a>'


def _quote(row: Mapping[str, Any]) -> str:
    """The sentence that says so; of an analyst's claim the reason, which no article says."""
    if by := wording.reason(row):
        return html.escape(by)
    return f'<span dir="auto">{html.escape(short(str(row["quote"])))}</span>'


def table(heads: list[str], lines: list[list[str]], kind: str = "events") -> None:
    """A table of cells that are safe HTML already; on a telephone every row is a card.

    ``kind`` is its class in the stylesheet, beside the one that all tables have.
    """
    head = "".join(f'<th scope="col">{html.escape(name)}</th>' for name in heads)
    body = "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in line) + "</tr>" for line in lines
    )
    names = " ".join(dict.fromkeys(("events", kind)))
    st.html(f'<table class="{names}"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>')


def in_reading_order(made: pd.DataFrame) -> pd.DataFrame:
    """The columns from right to left in Arabic: a data frame is always drawn from the left."""
    return made[made.columns[::-1]] if language() == "ar" else made


def _tolls(event: Mapping[str, Any]) -> str:
    words = i18n.words()
    found = event.get("claims")
    if not found:
        return ""
    return words.text("list.join").join(toll_signed(c) for c in found)


def toll_signed(claim: Mapping[str, Any]) -> str:
    """A claim's count, and whose it is where it is an analyst's."""
    by = wording.signed(claim) if claim.get("by_analyst") else ""
    return f"{wording.toll(claim)} ({by})" if by else wording.toll(claim)
