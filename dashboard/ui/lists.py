"""Events and tolls as lists a person reads, each with its way to the sentence."""

from __future__ import annotations

import html
from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.ui import address, wording
from dashboard.ui.i18n import catalogue, language, t

_QUOTE = 180


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


def to_sentence(row: Mapping[str, Any], label: str | None = None) -> None:
    """A link to the Reader at a row's sentence."""
    arrow = ":material/arrow_back:" if language() == "ar" else ":material/arrow_forward:"
    st.page_link(
        address.PAGES["reader"], label=label or t("link.sentence"), icon=arrow,
        query_params=address.to_sentence(row),
    )  # fmt: skip


def rows(events: pd.DataFrame) -> None:
    """Events one under the other: when, what, who, where, the words, the link."""
    for event in events.to_dict("records"):
        facts = [who(event), wording.named(event, "place_name")]
        middle = " · ".join(html.escape(fact) for fact in facts if fact)
        with st.container(gap=None):
            st.html(
                f'<div class="row"><span class="when">{html.escape(when(event))}</span> '
                f'<span class="tag">{html.escape(what(event))}</span> {middle}'
                f'<span class="quote" dir="auto">{html.escape(short(event["quote"]))}</span></div>'
            )
            to_sentence(event)


def toll(claim: Mapping[str, Any]) -> None:
    """One claim as its source states it: figure, kind, who says so, when, the link."""
    by = wording.named(claim, "asserted_by")
    said_by = t("toll.by", name=by) if by else t("toll.by_text", source=str(claim["source"]))
    published = wording.as_day(claim["published"])
    told = t("toll.told", day=wording.day(published)) if published else ""
    scope = t(f"scope.{claim['scope']}")
    with st.container(gap=None):
        st.html(
            f'<div class="toll"><div class="kind">{html.escape(t("kind." + claim["kind"]))} · '
            f'{html.escape(scope)}</div><div class="figure">{html.escape(wording.toll(claim))}'
            f'</div><div class="who">{html.escape(said_by)}<br>{html.escape(told)}</div></div>'
        )
        to_sentence(claim)


def names(frame: pd.DataFrame, field: str, kept: tuple[str, ...]) -> None:
    """The busiest actors or places with their numbers of events; a click filters by one."""
    id_column = f"{field}_id"
    with st.container(key=f"busiest-{field}", gap=None):
        for row in frame.to_dict("records"):
            chosen = address.filters()
            wanted = chosen.with_(**{f"{field}s": (*kept, row[id_column])})
            st.button(
                f"{wording.named(row)} · {row['n']:,}", key=f"busy-{row[id_column]}",
                type="tertiary", help=t("link.filter"), on_click=address.show, args=(wanted,),
            )  # fmt: skip


def table(events: pd.DataFrame) -> pd.DataFrame:
    """The events as a table in the interface's language, first column where reading begins."""
    records = events.to_dict("records")
    made = pd.DataFrame(
        {
            t("column.when"): [when(e) for e in records],
            t("column.what"): [what(e) for e in records],
            t("column.who"): [who(e) for e in records],
            t("column.where"): [wording.named(e, "place_name") for e in records],
            t("column.tolls"): [_tolls(e) for e in records],
            t("column.quote"): [e["quote"] for e in records],
        }
    )
    return in_reading_order(made)


def in_reading_order(made: pd.DataFrame) -> pd.DataFrame:
    """The columns from right to left in Arabic: a data frame is always drawn from the left."""
    return made[made.columns[::-1]] if language() == "ar" else made


def _tolls(event: Mapping[str, Any]) -> str:
    words = catalogue(language())
    found = event.get("claims")
    if not found:
        return ""
    said = (f"{wording.toll(c, words)} {words.text('kind.' + c['kind'])}" for c in found)
    return words.text("list.join").join(said)
