"""What other documents report of one event: side by side, with the spread of their figures."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from dashboard.table.store import Snapshot
from dashboard.ui import ask, frame, lists, wording
from dashboard.ui.i18n import t, tn

_SHOWN = 12
_KINDS = ("killed", "wounded", "casualties", "missing", "detained", "displaced")


def of_event(at: Snapshot, document: Mapping[str, Any], event_id: str) -> None:
    """The other reports of the chosen event; nothing where it is reported once."""
    chosen = next((e for e in document["events"] if e["event_id"] == event_id), None)
    if chosen is None or not chosen.get("cluster_id"):
        return
    told = ask.reports(at, chosen["cluster_id"]).to_dict("records")
    others = [row for row in told if row["event_id"] != event_id]
    if not others:
        return
    from dashboard.extraction.clusters import same_words  # loads much: only where it is needed

    frame.part(t("reports.title"))
    lines = [tn("reports.lead", len(others)), *_figures(told)]
    st.html(f'<p class="facts">{"<br>".join(map(html.escape, lines))}</p>')
    for row in others[:_SHOWN]:
        _link(row, copied=same_words(row["quote"], chosen["quote"]))


def _link(row: Mapping[str, Any], *, copied: bool) -> None:
    published = wording.as_day(row["published"])
    day = wording.day(published) if published else t("date.none")
    source = wording.isolated(str(row["source"] or row["title"] or row["doc_id"]))
    label = t("reports.by", source=source, day=day)
    lists.to_sentence(row, f"{label} · {t('reports.copy')}" if copied else label)


def _figures(told: Sequence[Mapping[str, Any]]) -> list[str]:
    """For each kind the least and the most that is reported, and the latest: never a mean.

    A report that counts several groups («جندي وثمانية مقاتلين») stands with its largest figure.
    """
    out: list[str] = []
    for kind in _KINDS:
        counted = [(_of_kind(row, kind), row) for row in told]
        claims = [(max(found, key=_least), row) for found, row in counted if found]
        if not claims:
            continue
        least = min(claims, key=lambda pair: _least(pair[0]))[0]
        most = max(claims, key=lambda pair: _most(pair[0]))[0]
        latest, row = max(claims, key=lambda pair: str(pair[1]["published"]))
        if _least(least) < _most(most) and least is not most:
            out.append(t("reports.spread", least=wording.toll(least), most=wording.toll(most)))
        published = wording.as_day(row["published"])
        day = wording.day(published) if published else t("date.none")
        out.append(t("reports.latest", toll=wording.toll(latest), day=day))
    return out


def _of_kind(row: Mapping[str, Any], kind: str) -> list[Mapping[str, Any]]:
    return [c for c in row["claims"] if c["kind"] == kind and c["scope"] == "incident"]


def _least(claim: Mapping[str, Any]) -> float:
    low = claim["low"]
    return 0 if low is None or low != low else float(low)


def _most(claim: Mapping[str, Any]) -> float:
    high = claim["high"]  # open above: what is at least said
    return _least(claim) if high is None or high != high else float(high)
