"""The review page's two tabs: what waits for an analyst, and what analysts have said."""

from __future__ import annotations

import html
from collections.abc import Mapping
from typing import Any

import streamlit as st

from dashboard.table import reviewing
from dashboard.ui import address, ask, corrected, frame, joining, lists, wording
from dashboard.ui.i18n import t, tn

_PAGE = 25


def queue(shown: frame.View) -> None:
    """The most pressing event that waits, its sentence and what was read, beside the form."""
    skipped = address.number("skip")
    waiting = reviewing.queue(shown.snapshot, shown.filters, 1, skipped)
    if not waiting and skipped:
        skipped = 0
        waiting = reviewing.queue(shown.snapshot, shown.filters, 1)
    if not waiting:
        if shown.counts.events:
            frame.say("nothing_waits")
        else:
            frame.empty(shown)
        return
    (event,) = waiting
    with st.container(horizontal=True, vertical_alignment="center", key="above"):
        lead = tn("review.waiting", event["waiting"])
        st.html(f'<p class="rule">{html.escape(lead)}</p>', width="content")
        if skipped:
            _step("review.back", lists.backward(), skipped - 1)
        if skipped + 1 < event["waiting"]:
            _step("review.next", lists.onward(), skipped + 1)
    read, form = st.columns([1, 1.15], gap="large")
    with read:
        _read(event)
        lists.to_sentence(event, t("review.open"))
        lists.aside(t("review.order"))
    with form:
        joining.form(event, shown, wide=True)


def _step(label: str, icon: str, skip: int) -> None:
    st.button(t(label), icon=icon, type="tertiary", key=label, on_click=address.skip, args=(skip,))


def _read(event: dict[str, Any]) -> None:
    """The sentence, and what was read from it, by which rule and how surely."""
    st.html(f'<blockquote class="sentence" dir="auto">{wording.safe(event["quote"])}</blockquote>')
    published = wording.as_day(event["published"])
    source = wording.isolated(str(event["source"])) if event["source"] else ""
    told = [source, wording.day(published) if published else ""]
    tolls = t("list.join").join(lists.toll_signed(c) for c in event["claims"] or ())
    pairs = [
        (t("column.what"), lists.what(event)),
        (t("column.when"), _when(event)),
        (t("column.where"), wording.named(event, "place_name") or t("correct.place.none")),
        (t("column.who"), lists.who(event) or t("correct.participants.none")),
        (t("column.tolls"), tolls),
        (t("reader.source"), " · ".join(part for part in told if part)),
        (t("review.how"), _how(event)),
        (t("review.weight"), _weight(event)),
    ]
    listed = "".join(f"<dt>{wording.safe(a)}</dt><dd>{wording.safe(b)}</dd>" for a, b in pairs if b)
    st.html(f'<dl class="facts">{listed}</dl>')


def _when(event: dict[str, Any]) -> str:
    said = lists.when(event)
    if event["date_basis"] in ("published", "narrative"):
        return t("review.inferred", date=said)
    return said


def _how(event: Mapping[str, Any]) -> str:
    confidence = t("mark.confidence", percent=round(float(event["confidence"] or 0) * 100))
    return f"{confidence} · {t('mark.rule', rule=event['rule'])}"


def _weight(event: Mapping[str, Any]) -> str:
    """Why this one is early in the queue, in words."""
    parts = [t("review.killed", n=wording.number(event["killed"]))] if event["killed"] else []
    parts.append(tn("review.reports", event["reports"]))
    parts.append(tn("review.actors", len(event["participants"] or ())))
    return " · ".join(parts)


def log(shown: frame.View) -> None:
    """Every entry of the log as a diff, page by page, the newest first."""
    found = reviewing.log(shown.snapshot)
    if not found:
        frame.say("no_corrections")
        return
    last = max(1, -(-len(found) // _PAGE))
    page = min(max(1, address.number("page")), last)
    st.html(f'<p class="rule">{html.escape(tn("review.log", len(found)))}</p>')
    if last > 1:
        from dashboard.ui import export

        export.pager(page, last)
    at = (page - 1) * _PAGE
    corrected.entries(found[at : at + _PAGE], titled=True, pinned=shown.filters.version is not None)


def carrying(shown: frame.View, document: Mapping[str, Any], event_id: str) -> str:
    """The event of a document that carries this one now, with a line that says so; else itself.

    "" where an analyst rejected it: then its entries stand there, with the way to undo that.
    """
    if not event_id or any(e["event_id"] == event_id for e in document["events"]):
        return event_id
    found = ask.carried(shown.snapshot, event_id)
    if found is None:
        return event_id
    entry = found.entry
    who, day = wording.isolated(entry.who), wording.day(entry.at.date())
    lists.notice(t(f"reader.carried.{found.how}", who=who, day=day))
    if not found.event_id:
        own = ask.log_of(shown.snapshot, entry.event_id)
        corrected.entries(own, titled=True, pinned=shown.filters.version is not None)
    return found.event_id


def of_event(shown: frame.View, document: Mapping[str, Any], event_id: str) -> None:
    """The Reader's part: how the chosen event stands, the form, its own entries in the log."""
    event = next((e for e in document["events"] if e["event_id"] == event_id), None)
    if event is None:
        return
    state = event["review"]
    title = t(f"correct.title.{state}") if state else t("correct.title")
    with st.expander(title, icon=":material/rate_review:"):
        joining.form(event, shown)
    own = ask.log_of(shown.snapshot, event["event_id"])
    if own:
        corrected.entries(own, titled=False, pinned=shown.filters.version is not None)
