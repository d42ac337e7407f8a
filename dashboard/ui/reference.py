"""The reference series of data sets on the Casualties page: its switch, its figure, its caption."""

from __future__ import annotations

from datetime import date
from typing import Any

import streamlit as st

from dashboard.charts.reference import killed_each_month
from dashboard.ui import ask, figures, frame, wording
from dashboard.ui.i18n import t, tn

_HEIGHT = 190


def wanted(view: frame.View, kind: str) -> bool:
    """Whether the series is asked for: its switch is there where a data set counts the killed."""
    if kind != "killed" or not view.choices.datasets:
        return False
    with st.sidebar:
        return st.toggle(
            t("reference.show"), key="reference", help=t("reference.help"), bind="query-params"
        )


def below(view: frame.View, above: Any) -> None:
    """Draw the series under a figure of claims, on the same days."""
    months = ask.killed_by_month(view.snapshot, view.filters)
    axis = above.layout.xaxis
    days = (
        (date.fromisoformat(axis.range[0]), date.fromisoformat(axis.range[1]))
        if axis.type == "date" else None
    )  # fmt: skip
    dress = figures.dress(view, _HEIGHT)
    said = [t("reference.caption")]
    for source, own in months.groupby("source"):
        if wide := int(own["wide"].iloc[0]):
            deaths = f"{int(own['wide_best'].iloc[0]):,}"
            name = wording.isolated(str(source))
            said.append(tn("reference.wide", wide, source=name, deaths=deaths))
    figure = killed_each_month(
        months, title=t("reference.title"), days=days,
        **(dress | {"caption": " ".join((*said, frame.version(view)))}),
    )  # fmt: skip
    figures.draw(figure, "reference")
