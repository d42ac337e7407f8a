"""The reference series of data sets on the Casualties page: its switch, its figure, its caption."""

from __future__ import annotations

from datetime import date
from typing import Any

import streamlit as st

from dashboard.charts.reference import killed_each_month
from dashboard.ui import address, ask, figures, frame, held, wording
from dashboard.ui.i18n import t, tn
from dashboard.ui.months import below as slider_below

_HEIGHT, _UNDER = 300, 130


def wanted(view: frame.View, kind: str) -> bool:
    """Whether the series is asked for: its switch is there where a data set counts the killed."""
    if kind != "killed" or not view.choices.datasets:
        return False
    on = address.switched_on("reference")
    with st.sidebar:
        return st.toggle(
            t("reference.show"), key="reference", help=t("reference.help"),
            on_change=_switched, **held.value("reference", on),
        )  # fmt: skip


def _switched() -> None:
    address.switch("reference", bool(st.session_state["reference"]))


def below(view: frame.View, above: Any = None, caption: str = "") -> None:
    """Draw the series, under a figure of claims on the same days.

    ``caption`` is that of the claims above; the series counts all killed.
    """
    months = ask.killed_by_month(view.snapshot, view.filters)
    axis = above.layout.xaxis if above is not None else None
    days = (
        (date.fromisoformat(axis.range[0]), date.fromisoformat(axis.range[1]))
        if axis is not None and axis.type == "date" else None
    )  # fmt: skip
    said = [t("reference.caption")]
    for source, own in months.groupby("source"):
        if wide := int(own["wide"].iloc[0]):
            deaths = wording.number(int(own["wide_best"].iloc[0]))
            name = wording.isolated(str(source))
            said.append(tn("reference.wide", wide, source=name, deaths=deaths))
    dress = figures.dress(view, _UNDER if above is not None else _HEIGHT)
    dress["caption"] = "\n".join((" ".join(said), caption or frame.caption(view)))
    figure = killed_each_month(months, title=t("reference.title"), days=days, **dress)
    if clicked := figures.clicked("reference"):
        source, first, last = clicked
        address.open_rows(
            view.filters.with_(
                sources=(source,), first=date.fromisoformat(first), last=date.fromisoformat(last)
            )
        )
    chosen_month = figures.set_months(figure, figures.remember_click("reference"))
    hint = "hint.months_rows" if figure.layout.dragmode == "select" else "hint.rows"
    figures.draw(
        figure, "reference", chosen_month, box=True, hint=hint,
        before_hint=slider_below(figure, "reference"),
    )  # fmt: skip
