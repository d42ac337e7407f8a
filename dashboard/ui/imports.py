"""A data set's own file taken into the table: which one, how far it has come, what was left out."""

from __future__ import annotations

import html
import logging
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from dashboard import pipeline
from dashboard.table.store import TableError
from dashboard.ui import ask, drafts, frame, wording
from dashboard.ui.i18n import t, tn

_LOG = logging.getLogger("tawqit")
_NAMED = 20  # of what was left out; the rest is counted
_DONE = "import-done"


@dataclass(frozen=True)
class _Done:
    """What an import did, and the name of its file; no report where nothing could be saved."""

    name: str
    report: pipeline.IngestReport | None
    path: str = ""


def form() -> None:
    """The form for a data set's file; taking it in saves it at once, as its rows are data."""
    st.html(f'<p class="rule">{html.escape(t("import.lead"))}</p>')
    with st.form("import", border=False):
        dataset = st.radio(
            t("import.which"), pipeline.DATASETS, key="import-which", horizontal=True,
            format_func=lambda name: t(f"import.{name}"),
        )  # fmt: skip
        with st.container(key="import-file"):
            file = st.file_uploader(t("import.file"), type=["csv", "gz"], key="import-upload")
        asked = st.form_submit_button(t("import.save"), type="primary")
    if asked:
        st.session_state.pop(_DONE, None)
        if file is None:
            frame.small(t("import.no_file"))
        else:
            st.session_state[_DONE] = _taken(str(dataset), file)
    _said(st.session_state.get(_DONE))


def _taken(dataset: str, file: Any) -> _Done:
    how_far = st.empty()

    def told(events: int) -> None:
        said = html.escape(tn("import.progress", events))
        how_far.html(f'<p class="caption" role="status">{said}</p>')

    with tempfile.TemporaryDirectory() as folder, st.spinner(t("import.reading")):
        path = Path(folder) / Path(file.name).name
        path.write_bytes(file.getvalue())
        try:
            report = pipeline.import_dataset(dataset, path, ask.table_path(), progress=told)
        except TableError as error:
            _LOG.exception("a data set could not be saved")
            return _Done(file.name, None, str(error.path))
        finally:
            how_far.empty()
    return _Done(file.name, report)


def _said(done: _Done | None) -> None:
    if done is None:
        return
    report = done.report
    if report is None:
        _warn(t("import.failed", path=wording.isolated(done.path)))
        return
    if report.read:
        st.success(tn("import.saved", report.events), icon=":material/check:")
    elif report.skipped:
        st.success(t("import.known"), icon=":material/check:")
    for problem in report.problems[:_NAMED]:
        _warn(drafts.unreadable(done.name, problem))
    if more := len(report.problems[_NAMED:]):
        _warn(tn("import.more", more))


def _warn(sentence: str) -> None:
    st.warning(wording.literal(sentence), icon=":material/error:")
