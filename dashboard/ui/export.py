"""Paging and downloads of the event table."""

from __future__ import annotations

import json

import pandas as pd
import streamlit as st

from dashboard.briefing.workbook import MARK, harmless
from dashboard.table import queries
from dashboard.ui import address, wording
from dashboard.ui.frame import View
from dashboard.ui.i18n import language, t

ROWS = 50
_BATCH = 20_000


def page_of(rows: int, per: int = ROWS) -> tuple[int, int]:
    """The page the URL asks for, and the last one there is of so many rows, ``per`` on a page."""
    last = max(1, -(-rows // per))
    asked = st.query_params.get("page", "1")
    wanted = int(asked) if asked.isdecimal() and len(asked) < 9 else 1
    return min(max(wanted, 1), last), last


def pager(page: int, last: int) -> None:
    """Links to the page before and the page after."""
    back, on = (":material/chevron_right:", ":material/chevron_left:")
    if language() != "ar":
        back, on = on, back
    _step(t("pager.previous"), back, page - 1, page > 1)
    st.caption(t("pager.of", page=page, last=wording.number(last)), width="content")
    _step(t("pager.next"), on, page + 1, page < last)


def _step(label: str, icon: str, page: int, there: bool) -> None:
    st.button(
        label, icon=icon, disabled=not there, on_click=_turn, args=(page,), key=f"turn-{label}"
    )


def _turn(page: int) -> None:
    address.set_value("page", str(page))


def csv_button(view: View) -> None:
    """A download of every event the filters let through, made when it is asked for."""
    st.download_button(
        t("export.csv"), lambda: csv(view), file_name=f"tawqit-events-v{view.snapshot.version}.csv",
        mime="text/csv", icon=":material/download:", on_click="ignore",
        help=t("export.csv.help"), key="csv",
    )  # fmt: skip


def csv(view: View) -> bytes:
    """All filtered events with the event table's own columns, UTF-8 with a byte order mark."""
    parts: list[str] = []
    for offset in range(0, max(view.counts.events, 1), _BATCH):
        frame = queries.events(view.snapshot, view.filters, _BATCH, offset)
        parts.append(_flat(frame).to_csv(index=False, header=not offset))
    return (MARK + "".join(parts)).encode()


def _flat(frame: pd.DataFrame) -> pd.DataFrame:
    """Lists as JSON, and no cell that a spreadsheet would run as a formula."""
    made = frame.copy()
    for name in ("participants", "claims"):
        made[name] = [_json(value) for value in frame[name]]
    for name in made.columns:
        if pd.api.types.is_string_dtype(made[name]):
            made[name] = [harmless(value) for value in made[name]]
    return made


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)
