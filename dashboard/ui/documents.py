"""A document before the reader's eyes: its text with the layers, its facts, what was read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from dashboard.model import IMPORTED
from dashboard.table import shelf as shelves
from dashboard.ui import address, export, frame, highlight, i18n, lists, steps, wording
from dashboard.ui.i18n import t, tn

_SHELF = 100
_PARAGRAPH = re.compile(r"[^\n]+\n*")


def page(document: Mapping[str, Any], event_id: str = "") -> None:
    """The text with its highlights, the chosen mention or event marked and scrolled to."""
    found = steps.stops(highlight.marks(document, i18n.words()))
    sizes = {layer: sum(m.layer == layer for m in found) for layer in highlight.LAYERS}
    shown = steps.layers(sizes)
    offered = [m for m in found if m.layer in shown]
    at = steps.current(offered, event_id)
    steps.bar(document["text"], offered, at)
    kept = [m for m in found if m.layer in shown or (event_id and m.event_id == event_id)]
    arabic = _arabic(document["text"])
    direction = "" if arabic else " ltr"
    body = highlight.as_html(
        document["text"], kept, event_id, at.key if at else "", turned(document["text"], arabic)
    )
    st.html(f'<div class="document{direction}">{body}</div>')
    steps.follow(offered, at)


def turned(text: str, arabic: bool) -> list[tuple[int, int]]:
    """The paragraphs that run the other way than the document, with the breaks after them."""
    found = [part.span() for part in _PARAGRAPH.finditer(text)]
    return [
        (a, b) for a, b in found
        if any(map(str.isalpha, text[a:b])) and _arabic(text[a:b]) != arabic
    ]  # fmt: skip


def _arabic(text: str) -> bool:
    letters = [char for char in text[:2000] if char.isalpha()]
    return sum("\u0600" <= char <= "\u06ff" for char in letters) * 2 >= len(letters)


def facts(document: Mapping[str, Any], event_id: str = "") -> None:
    """Who published it, when and how that is known; the chosen event; a way to each event."""
    published = wording.as_day(document["published"])
    pairs = [
        (t("reader.source"), document["source"]),
        (t("reader.published"), published_says(published, document["published_basis"])),
    ]
    if document.get("rests_on"):
        pairs.append((t("reader.rests_on"), document["rests_on"]))
    if document.get("url"):
        pairs.append((t("reader.url"), document["url"]))
    listed = "".join(
        f"<dt>{wording.safe(a)}</dt><dd dir='auto'>{_lines(b)}</dd>" for a, b in pairs if b
    )
    st.html(f'<dl class="facts">{listed}</dl>')
    events = document["events"]
    if not published and not any(e["rule"].startswith(IMPORTED) for e in events):
        frame.say("undated_document")
    chosen = next((e for e in events if e["event_id"] == event_id), None)
    if chosen:
        said = wording.safe(highlight.event_says(chosen, i18n.words()))
        said = said.replace("\n", "<br>")
        frame.part(t("reader.chosen"))
        st.html(f'<p class="facts">{said}</p>')
        _neighbours(events, chosen)
    elif event_id:
        frame.say("no_event")
    else:
        st.html(f'<p class="facts">{wording.safe(tn("reader.events", len(events)))}</p>')
        if events:
            _step(events[0], t("reader.first"))


def published_says(published: date | None, basis: str) -> str:
    """The publication date, as sure as it is, and a second line that says how it is known."""
    if published is None:
        return f"{t('reader.no_date')}\n{t('basis.says.unknown')}"
    day = wording.day(published)
    shown = t("date.about", date=day) if basis in ("inferred", "unknown") else day
    return f"{shown}\n{t(f'basis.says.{basis}')}"


def _neighbours(events: list[dict[str, Any]], chosen: Mapping[str, Any]) -> None:
    at = events.index(dict(chosen))
    if at > 0:
        _step(events[at - 1], t("reader.previous"), lists.backward())
    if at + 1 < len(events):
        _step(events[at + 1], t("reader.next"))


def _step(event: Mapping[str, Any], label: str, icon: str | None = None) -> None:
    st.button(
        label, icon=icon or lists.onward(), type="tertiary", key=f"step-{label}",
        on_click=address.choose, args=(event["event_id"],),
    )  # fmt: skip


def _lines(text: object) -> str:
    first, *rest = wording.safe(text).split("\n")
    return "".join([first, *(f'<br><span class="unit">{line}</span>' for line in rest)])


def mentions(document: Mapping[str, Any]) -> None:
    """Everything read from the document as one table: where, layer, words, meaning."""
    found = highlight.marks(document, i18n.words())
    made = pd.DataFrame(
        {
            t("column.layer"): [t(f"layer.{m.layer}") for m in found],
            t("column.words"): [document["text"][m.start : m.end] for m in found],
            t("column.meaning"): [m.says.replace("\n", " · ") for m in found],
            t("column.span"): [i18n.words().digits(f"{m.start}–{m.end}") for m in found],
        }
    )
    st.dataframe(lists.in_reading_order(made), hide_index=True, key="mentions", height=560)


def shelf(view: frame.View) -> None:
    """A page of the documents that the filters let through, newest first, each with its link."""
    total = shelves.number_of_documents(view.snapshot, view.filters)
    if not total:
        frame.empty(view)
        return
    page, last = export.page_of(total, _SHELF)
    found = shelves.documents(view.snapshot, view.filters, _SHELF, (page - 1) * _SHELF)
    with st.container(horizontal=True, vertical_alignment="center", key="above"):
        st.html(f'<p class="rule">{wording.safe(tn("reader.shelf", total))}</p>', width="content")
        if last > 1:
            export.pager(page, last)
    heads = [t(f"column.{name}") for name in ("told", "title", "source", "events")]
    lines = []
    for row in found.to_dict("records"):
        published = wording.as_day(row["published"])
        told = wording.day(published) if published else t("reader.no_date")
        query = wording.safe(urlencode(address.query(doc=row["doc_id"])))
        name = lists.own(str(row["title"] or row["doc_id"]))
        link = f'<a href="reader?{query}" target="_self">{name}</a>'
        counted = wording.safe(tn("count.events", row["n"]))
        lines.append([wording.safe(told), link, lists.own(str(row["source"])), counted])
    lists.table(heads, lines, "shelf")
