"""One event or several: merge it with others, take its report out, make two of one row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from dashboard.model import IMPORTED
from dashboard.table.store import EventTable
from dashboard.ui import ask, claim_fields, correcting, frame, lists, wording
from dashboard.ui.i18n import t, tn

Row = Mapping[str, Any]

_MODES = ("fields", "same", "second")
_LISTED = 8  # reports of the event that are named


def form(event: Row, shown: frame.View, *, wide: bool = False) -> None:
    """What can be done with an event: its fields corrected, merged or taken out, split in two.

    A pinned version is only looked at; a data set's row has its fields only.
    """
    if shown.filters.version is not None or str(event["rule"]).startswith(IMPORTED):
        correcting.form(event, shown, wide=wide)
        return
    mode = st.segmented_control(
        t("correct.mode"), _MODES, format_func=lambda m: t(f"correct.mode.{m}"), required=True,
        default=_MODES[0], key="correct-mode", label_visibility="collapsed", wrap=True,
    )  # fmt: skip
    if mode == "same":
        _same(event, shown)
    elif mode == "second":
        _second(event, shown, wide=wide)
    else:
        correcting.form(event, shown, wide=wide)


def _same(event: Row, shown: frame.View) -> None:
    """The reports that are this event now, and those that may be it too."""
    cluster = event.get("cluster_id")
    told = ask.reports(shown.snapshot, cluster).to_dict("records") if cluster else []
    others = [row for row in told if row["event_id"] != event["event_id"]]
    key = correcting.key_of(event, "same")
    with st.form(f"form-{key}", border=False):
        if others:
            lists.aside(tn("join.now", len(others)))
            for row in others[:_LISTED]:
                st.html(f'<div class="row">{_said(row)}</div>')
        near = ask.candidates(shown.snapshot, event["event_id"])
        lists.aside(t("join.near") if near else t("join.none"))
        for row in near:
            with st.container(gap=None, key=f"near-{key}-{row['event_id']}"):
                label = " · ".join(p for p in (lists.when(row), lists.what(row)) if p)
                st.checkbox(wording.literal(label), key=f"{key}-{row['event_id']}")
                st.html(f'<div class="near">{_said(row, event)}</div>')
        correcting.reasons(key)
        with st.container(horizontal=True, gap="small"):
            ids = [row["event_id"] for row in near]
            if near:
                correcting.submit("merge", key, _merge, (event["event_id"], ids, key), "primary")
            if others:
                correcting.submit("part", key, _part, (event["event_id"], key))
    correcting.signed()


def _said(row: Row, of: Row | None = None) -> str:
    """Where, who, who printed it and when, its sentence: as safe HTML."""
    published = wording.as_day(row["published"])
    source = wording.isolated(str(row["source"] or row["title"] or row["doc_id"]))
    day = wording.isolated(wording.day(published)) if published else t("date.none")
    same = of is not None and of["doc_id"] == row["doc_id"]
    reports = row.get("reports") or 1
    facts = [
        wording.named(row, "place_name"), lists.who(row),
        t("list.join").join(lists.toll_signed(c) for c in row["claims"] or ()),
        t("join.same_document" if same else "reports.by", source=source, day=day),
        tn("review.reports", reports) if reports > 1 else "",
    ]  # fmt: skip
    quote = wording.safe(lists.short(str(row["quote"])))
    said = wording.safe(" · ".join(fact for fact in facts if fact))
    return f'{said}<div class="quote" dir="auto">{quote}</div>'


def _merge(event_id: str, offered: Sequence[str], key: str) -> None:
    chosen = [name for name in offered if st.session_state.get(f"{key}-{name}")]

    def enter(table: EventTable, who: str, why: str) -> None:
        table.merge([event_id, *chosen], who=who, why=why)

    correcting.done("merge", key, enter)


def _part(event_id: str, key: str) -> None:
    def enter(table: EventTable, who: str, why: str) -> None:
        table.part(event_id, who=who, why=why)

    correcting.done("part", key, enter)


def _second(event: Row, shown: frame.View, *, wide: bool) -> None:
    """The second event's own days, place, actors and figures, on the same sentence."""
    key = correcting.key_of(event, "second")
    with st.form(f"form-{key}", border=False):
        lists.aside(t("second.lead"))
        fields = correcting.Fields(event, shown.choices, key)
        first, second = st.columns(2) if wide else (st.container(), st.container())
        with first:
            fields.date()
        with second:
            fields.place()
        fields.own_actors()
        claims = event["claims"] or ()
        if claims:
            lists.aside(t("second.claims"))
        offered = claim_fields.spans(event, key)
        correcting.reasons(key)
        correcting.submit(
            "second", key, _split, (event["event_id"], fields.shown, offered, key), "primary"
        )
    correcting.signed()


def _split(
    event_id: str, shown: Mapping[str, Any], offered: list[dict[str, Any]], key: str
) -> None:
    state = st.session_state
    wish = {n: state.get(f"{key}-{n}", shown[n]) or type(shown[n])() for n in shown}
    wish["claims"] = claim_fields.ticked(offered, key)

    def enter(table: EventTable, who: str, why: str) -> None:
        table.split(event_id, wish, who=who, why=why)

    correcting.done("second", key, enter)
