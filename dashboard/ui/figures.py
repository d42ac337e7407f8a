"""What a figure needs of the interface: its labels, its look, its words on hover."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.charts.direction import escape, wrap
from dashboard.charts.labels import Labels
from dashboard.charts.theme import Look, hover_lines
from dashboard.ui import lists, wording
from dashboard.ui.i18n import language, t, tn


def labels() -> Labels:
    """The catalogue of the page's language, as figures read it."""
    return Labels(language(), t, tn)


def look() -> Look:
    """The look of the page: light or dark, as the browser shows it."""
    theme = getattr(getattr(st.context, "theme", None), "type", None)
    return Look(theme="dark" if theme == "dark" else "light")


def type_names(events: pd.DataFrame) -> dict[str, str]:
    """The names of the event types in a frame, in the page's language."""
    return {kind: t(f"type.{kind}") for kind in events["event_type"].unique()}


def hover(event: Mapping[str, Any]) -> str:
    """An event in words: when, what, who, where, and the beginning of its sentence."""
    facts = [
        lists.when(event), lists.what(event), lists.who(event),
        wording.named(event, "place_name"),
    ]  # fmt: skip
    lines = [escape(fact) for fact in facts if fact]
    return hover_lines([*lines, wrap(escape(lists.short(event["quote"])), 60, 4)])
