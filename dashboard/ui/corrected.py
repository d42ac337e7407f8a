"""The corrections log before the reader's eyes: was, is, who, when, why, and a way back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from dashboard.table.claim_wishes import FIGURES
from dashboard.table.corrections import Entry
from dashboard.table.reviewing import Logged
from dashboard.ui import correcting, i18n, lists, wording
from dashboard.ui.i18n import t, tn

_WHO = "undo-who"
_NAMED = 4  # reports of an act that are named
_DETAILS = ("scope", "victims", "asserted_by")


def entries(log: Sequence[Logged], *, titled: bool, pinned: bool) -> None:
    """Each entry as a diff, the newest first; ``titled`` says of which event it is.

    What is pinned, undone or no longer read has no button to undo it.
    """
    open_to_undo = [e for e in log if e.event is not None and e.undone is None and not pinned]
    if open_to_undo and not correcting.analyst():
        st.text_input(t("review.undo.who"), key=_WHO, width=320, help=t("correct.who.help"))
    for logged in log:
        entry = logged.entry
        with st.container(gap=None, key=f"entry-{entry.id}"):
            st.html(_diff(logged, titled=titled))
            if logged in open_to_undo:
                st.button(
                    t("review.undo"), icon=":material/undo:", type="tertiary",
                    key=f"undo-{entry.id}", on_click=correcting.undo, args=(entry.id, _WHO),
                )  # fmt: skip


def _diff(logged: Logged, *, titled: bool) -> str:
    entry, lines = logged.entry, []
    if titled:
        quote = entry.anchor.get("quote") or ""
        lines.append(f'<div class="quote" dir="auto">{wording.safe(lists.short(str(quote)))}</div>')
    was, now = map(wording.safe, _both(entry))
    lines.append(
        f'<div><span class="tag">{wording.safe(t(f"review.field.{entry.field}"))}</span> '
        f'<span class="was">{wording.safe(t("review.was"))} <del>{was}</del></span> '
        f'<span class="now">{wording.safe(t("review.now"))} <ins>{now}</ins></span></div>'
    )
    lines += _reports(entry)
    why = wording.isolated(t("quoted", text=entry.why)) if entry.why else ""
    lines.append(f'<div class="who">{wording.safe(_joined(_signed(entry), why))}</div>')
    if logged.undone:
        back = t("review.undone", by=_signed(logged.undone))
        lines.append(f'<div class="who">{wording.safe(back)}</div>')
    elif logged.event is None:
        lines.append(f'<div class="who">{wording.safe(t("review.lost"))}</div>')
    state = " undone" if logged.undone else ""
    return f'<div class="diff{state}">{"".join(lines)}</div>'


def _signed(entry: Entry) -> str:
    clock = i18n.words().digits(f"{entry.at:%H:%M}")
    when = t("review.at", day=wording.day(entry.at.date()), time=clock)
    return _joined(wording.isolated(entry.who), wording.isolated(when))


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _both(entry: Entry) -> tuple[str, str]:
    """What was and what is, in words."""
    if entry.field == "claims":
        pairs = [_claim_both(w, n) for w, n in zip(entry.was, entry.now, strict=True)]
        join = t("list.join").join
        return join(was for was, _ in pairs), join(now for _, now in pairs)
    if entry.field in ("same", "apart"):
        return t(f"review.{entry.field}.was"), t(f"review.{entry.field}.now")
    if entry.field == "split":
        return t("review.split.was"), t("review.split.now", told=_second(entry.now))
    return value_said(entry.field, entry.was), value_said(entry.field, entry.now)


def _second(made: Mapping[str, Any]) -> str:
    """The days, place, actors and figures of the event that was made out of another."""
    parts = [
        _days(made["date"]), wording.named(made["place"]) if made["place"] else "",
        *(wording.named(p) for p in made["participants"]), *map(wording.toll, made["claims"]),
    ]  # fmt: skip
    return t("list.join").join(part for part in parts if part)


def _reports(entry: Entry) -> list[str]:
    """The reports that an act put together, or those that one was taken away from, as safe HTML.

    Each sentence has a line of its own, which begins where its script does.
    """
    if entry.field not in ("same", "apart"):
        return []
    events = entry.now["events"]
    said = []
    for event in events[:_NAMED]:
        published = wording.as_day(event["published"])
        day = wording.isolated(wording.day(published)) if published else ""
        source = wording.isolated(str(event["source"] or event["doc_id"]))
        words = f"«{lists.short(str(event['quote']))}»"
        said.append(
            f'<div class="who">{wording.safe(_joined(source, day))}</div>'
            f'<div class="quote" dir="auto">{wording.safe(words)}</div>'
        )
    if len(events) > _NAMED:
        more = wording.safe(tn("review.more", len(events) - _NAMED))
        said.append(f'<div class="quote">{more}</div>')
    return said


def _claim_both(was: Any, now: Mapping[str, Any]) -> tuple[str, str]:
    if was is None:
        return t("review.claim.none"), t("review.claim.added", claim=_claim(now, _DETAILS))
    if now.get("removed"):
        return _claim(was, _DETAILS), t("review.claim.removed")
    other = [name for name in _DETAILS if was.get(name) != now.get(name)]
    return _claim(was, other), _claim(now, other)


def _claim(claim: Mapping[str, Any], details: Sequence[str]) -> str:
    """A claim's toll and bounds, and those details that say more than the usual."""
    parts = [f"{wording.toll(claim)} {_figures(claim)}"]
    if "scope" in details:
        parts.append(t(f"scope.{claim['scope']}"))
    if "victims" in details and claim["victims"]:
        parts.append(wording.victims(claim["victims"]))
    if "asserted_by" in details:
        name = wording.named(claim, "asserted_by")
        parts.append(t("mark.by", name=name) if name else t("mark.by_none"))
    return " · ".join(parts)


def value_said(field: str, value: Any) -> str:
    """A value of the log in words."""
    if field == "verdict":
        return t(f"review.state.{value or 'none'}")
    if field == "event_type":
        return lists.what({"event_type": value["type"], **value, "modality": "actual"})
    if field == "date":
        return _days(value)
    if field == "place":
        return wording.named(value) if value else t("correct.place.none")
    return t("list.join").join(wording.named(p) for p in value) or t("correct.participants.none")


def _figures(claim: Mapping[str, Any]) -> str:
    """Low, best and high: words alone may hide what changed of them."""
    bounds = {
        name: t("review.bound.open") if claim[name] is None else wording.number(claim[name])
        for name in FIGURES
    }
    return t("review.figures", **bounds)


def _days(value: Mapping[str, Any]) -> str:
    first, last = (wording.as_day(value[name]) for name in ("first", "last"))
    return wording.interval(first, last, bool(value["approximate"]))
