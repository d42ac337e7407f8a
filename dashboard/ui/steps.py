"""From mention to mention: which highlight is chosen, what it says, and the way to the next."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Literal

import streamlit as st

from dashboard.ui import address, held, lists, wording
from dashboard.ui.highlight import LAYERS, Mark
from dashboard.ui.i18n import t

_NO_LAYER = "none"
_SCRIPT = Path(__file__).with_name("steps.js")


def layers(sizes: Mapping[str, int]) -> tuple[str, ...]:
    """The layers to show, as the URL names them (all, where it names none) and as switches."""
    asked = list(asked_layers(st.query_params.get("layers", "")))
    names = [f"{t(f'layer.{layer}')} {wording.number(sizes[layer])}" for layer in LAYERS]
    shown = st.pills(
        t("reader.layers"), LAYERS, selection_mode="multi", on_change=_switched,
        format_func=dict(zip(LAYERS, names, strict=True)).__getitem__,
        key="layers", help=t("reader.layers.help"), wrap=True,
        **held.value("layers", asked, "default", names),
    )  # fmt: skip
    return tuple(layer for layer in LAYERS if layer in shown)


def asked_layers(value: str) -> tuple[str, ...]:
    """The layers a URL names; all of them where it names none that there is."""
    if value == _NO_LAYER:
        return ()
    named = value.split(",")
    return tuple(layer for layer in LAYERS if layer in named) or LAYERS


def _switched() -> None:
    shown = st.session_state["layers"]
    all_shown = len(shown) == len(LAYERS)
    named = [layer for layer in LAYERS if layer in shown]
    address.set_value("layers", "" if all_shown else ",".join(named) or _NO_LAYER)


def stops(found: Iterable[Mark]) -> list[Mark]:
    """The marks with those of one layer and span joined: «الرجلان» is one place, and two people."""
    joined: dict[str, Mark] = {}
    for mark in found:
        there = joined.get(mark.key, mark)
        says = there.says if mark.says in there.says else f"{there.says}\n{mark.says}"
        joined[mark.key] = replace(there, says=says)
    return list(joined.values())


def current(found: Sequence[Mark], event_id: str = "") -> Mark | None:
    """The mention the URL names, else the mark of the chosen event; ``None`` without either."""
    asked = st.query_params.get("mark", "")
    named = next((m for m in found if m.key == asked), None)
    return named or next((m for m in found if event_id and m.event_id == event_id), None)


def neighbour(
    found: Sequence[Mark], layer: str, at: Mark | None, way: Literal[-1, 0, 1]
) -> Mark | None:
    """The mention of a layer before (-1) or after (1) a mark, ``None`` at an end.

    From a mark of another layer, or with way 0, it is the nearest one in the text; from nowhere
    the first.
    """
    row = [m for m in found if m.layer == layer]
    if at is None:
        return row[0] if row and way >= 0 else None
    if at in row and way:
        place = row.index(at) + way
        return row[place] if 0 <= place < len(row) else None
    if way < 0:
        return next((m for m in reversed(row) if m.start <= at.start), None)
    ahead = next((m for m in row if m.start >= at.start), None)
    return ahead or (row[-1] if row and not way else None)


def bar(text: str, found: Sequence[Mark], at: Mark | None) -> None:
    """Buttons that step through the mentions of one layer, and what the chosen one says."""
    offered = [layer for layer in LAYERS if any(m.layer == layer for m in found)]
    if not offered:
        return
    with st.container(key="steps", gap="small"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            layer = _layer(found, offered, at)
            row = [m for m in found if m.layer == layer]
            _step(t("steps.previous"), lists.backward(), neighbour(found, layer, at, -1))
            of = t("steps.of", n=row.index(at) + 1 if at in row else 0, of=wording.number(len(row)))
            st.html(f'<span class="unit">{html.escape(of)}</span>', width="content")
            _step(t("steps.next"), lists.onward(), neighbour(found, layer, at, 1))
        st.html(f'<p class="explained" role="status">{explained(text, at)}</p>')


def _layer(found: Sequence[Mark], offered: Sequence[str], at: Mark | None) -> str:
    state = st.session_state
    if at is not None:
        state["step-layer"] = at.layer
    elif state.get("step-layer") not in offered:
        state["step-layer"] = offered[0]

    def turn() -> None:
        nearest = neighbour(found, state["step-layer"], at, 0)
        if nearest is not None:
            _choose(nearest)

    st.selectbox(
        t("steps.layer"), offered, key="step-layer", on_change=turn, width=112,
        format_func=lambda layer: t(f"layer.{layer}"), label_visibility="collapsed",
    )  # fmt: skip
    return str(state["step-layer"])


def _step(label: str, icon: str, mark: Mark | None) -> None:
    st.button(
        label, icon=icon, key=f"mention-{icon}", disabled=mark is None,
        on_click=_choose, args=(mark,),
    )  # fmt: skip


def explained(text: str, at: Mark | None) -> str:
    """What a mark says as safe HTML: its words, then how they were read; a hint without one."""
    if at is None:
        return html.escape(t("steps.hint"))
    words = wording.isolated(" ".join(text[at.start : at.end].split()))
    first, *rest = at.says.split("\n")
    said = "<br>".join(map(html.escape, filter(None, (first, " · ".join(rest)))))
    if at.layer == "events":
        return said
    return f"<strong>{html.escape(words)}</strong> {said}"


def _choose(mark: Mark) -> None:
    address.set_value("mark", mark.key)
    if mark.event_id:
        address.set_value("event", mark.event_id)


def follow(found: Sequence[Mark], at: Mark | None) -> None:
    """Makes a click on a highlight, or Enter, choose it; brings the chosen one into view."""
    _component()(
        key="marks", data={"at": at.key if at else ""}, height=0,
        on_picked_change=partial(_picked, {m.key: m for m in found}),
    )  # fmt: skip


def _picked(known: Mapping[str, Mark]) -> None:
    mark = known.get(str(st.session_state["marks"].picked))
    if mark is not None:
        _choose(mark)


@st.cache_resource(show_spinner=False)
def _component() -> Any:
    """The script that listens, a constant of ours: no word of a document is in it."""
    return st.components.v2.component("marks", js=_SCRIPT.read_text(encoding="utf-8"))
