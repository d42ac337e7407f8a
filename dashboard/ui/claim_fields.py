"""The part of the form for an event's casualty claims: figures, what they count, one more."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from dashboard.table.claim_wishes import FIGURES, KINDS, SCOPES
from dashboard.ui import lists, wording
from dashboard.ui.i18n import catalogue, language, t

Row = Mapping[str, Any]

_DETAILS = ("as_kind", "scope", "victims", "asserted_by", "approximate", "removed")
_NEW = "new"


def fields(event: Row, key: str, *, wide: bool) -> list[dict[str, Any]]:
    """Widgets for each claim and one to add; returns what they showed when they were drawn."""
    shown = []
    for number, claim in enumerate(event["claims"] or ()):
        values: dict[str, Any] = {n: "" if claim[n] is None else str(claim[n]) for n in FIGURES}
        values |= {
            "as_kind": claim["kind"], "scope": claim["scope"], "victims": claim["victims"],
            "asserted_by": wording.named(claim, "asserted_by"),
            "approximate": bool(claim["approximate"]), "removed": False,
        }  # fmt: skip
        at = f"{key}-{number}"
        said = wording.isolated(str(claim["text"]))
        label = t("correct.claim", kind=t(f"kind.{claim['kind']}"), text=said)
        if by := wording.reason(claim):
            label = f"{label} · {by}"
        _figures(values, at, label, wide=wide, labelled=not (wide and number))
        with st.expander(t("correct.claim.more"), type="compact"):
            _details(values, at)
            st.checkbox(t("correct.claim.remove"), key=f"{at}-removed")
        shown.append({n: claim[n] for n in ("start", "end", "kind")} | values)
    shown.append(_another(f"{key}-{_NEW}"))
    return shown


def _another(at: str) -> dict[str, Any]:
    """A figure that the sentence gives and the rules did not read."""
    values: dict[str, Any] = dict.fromkeys(FIGURES, "")
    values |= {"as_kind": KINDS[0], "scope": SCOPES[0], "victims": "", "asserted_by": ""}
    values |= {"approximate": False, "text": ""}
    with st.expander(t("correct.claim.add"), icon=":material/add:", type="compact"):
        st.text_input(
            t("correct.claim.words"), key=f"{at}-text", help=t("correct.claim.words.help"),
            placeholder=t("correct.claim.words.example"),
        )  # fmt: skip
        _figures(values, at, t("correct.claim.count"), wide=False, labelled=True)
        _details(values, at)
    return values | {"added": True}


def _figures(values: Mapping[str, Any], at: str, label: str, *, wide: bool, labelled: bool) -> None:
    """Low, best and high, an empty field for an open bound."""
    with st.container(
        horizontal=True, gap="small" if wide else "xsmall", vertical_alignment="bottom",
        key=f"figures-{'wide' if wide else 'narrow'}-{at}",
    ):  # fmt: skip
        lists.aside(label)
        for name in FIGURES:
            st.text_input(
                t(f"correct.{name}"), values[name], key=f"{at}-{name}",
                width=92 if wide else 64,
                label_visibility="visible" if labelled else "collapsed",
            )  # fmt: skip


def _details(values: Mapping[str, Any], at: str) -> None:
    """What is counted, of whom, over what, by whom it is said, and whether about."""
    words = catalogue(language()).texts
    victims = ["", *(k.removeprefix("victims.") for k in words if k.startswith("victims."))]
    left, right = st.columns(2)
    _select(left, "as_kind", list(KINDS), values, at, lambda v: t(f"kind.{v}"))
    _select(right, "scope", list(SCOPES), values, at, lambda v: t(f"scope.{v}"))
    _select(
        left, "victims", victims, values, at,
        lambda v: wording.victims(v) or t("correct.claim.victims.none"),
    )  # fmt: skip
    right.text_input(
        t("correct.claim.asserted_by"), values["asserted_by"], key=f"{at}-asserted_by",
        placeholder=t("correct.claim.asserted_by.none"),
    )  # fmt: skip
    st.checkbox(t("correct.claim.approximate"), values["approximate"], key=f"{at}-approximate")


def _select(
    at: Any, name: str, options: list[str], values: Mapping[str, Any], key: str, said: Any
) -> None:
    now = values[name]
    options = options if now in options else [*options, now]
    at.selectbox(
        t(f"correct.claim.{name}"), options, options.index(now), key=f"{key}-{name}",
        format_func=said,
    )  # fmt: skip


def wished(shown: list[dict[str, Any]], key: str) -> list[dict[str, Any]]:
    """The claims as the form has them now, to be compared with what it showed."""
    state = st.session_state
    out = []
    for number, claim in enumerate(shown):
        at = f"{key}-{_NEW if claim.get('added') else number}"
        names = [n for n in (*FIGURES, *_DETAILS, "text") if n in claim]
        out.append(claim | {n: state.get(f"{at}-{n}", claim[n]) for n in names})
    return out


def spans(event: Row, key: str) -> list[dict[str, Any]]:
    """A box for each claim; the spans and kinds of those that are ticked."""
    chosen = []
    for number, claim in enumerate(event["claims"] or ()):
        label = wording.literal(lists.toll_signed(claim))
        chosen.append({n: claim[n] for n in ("start", "end", "kind")})
        st.checkbox(label, key=f"{key}-claim-{number}")
    return chosen


def ticked(offered: list[dict[str, Any]], key: str) -> list[dict[str, Any]]:
    """Those claims of ``spans`` whose box is ticked now."""
    state = st.session_state
    return [claim for n, claim in enumerate(offered) if state.get(f"{key}-claim-{n}")]
