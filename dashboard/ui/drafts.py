"""Articles on their way into the table: read and shown first, saved when the user says so."""

from __future__ import annotations

import hashlib
import logging
import tempfile
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import streamlit as st

from dashboard import pipeline
from dashboard.model import Document
from dashboard.sources import SUFFIXES, SourceError, read, text_document
from dashboard.table import schema
from dashboard.table.store import TableError
from dashboard.ui import address, ask, documents, frame, highlight, i18n, wording
from dashboard.ui.i18n import t, tn

_LOG = logging.getLogger("tawqit")
_EARLIEST = date(1900, 1, 1)
_LARGEST = 2_000_000


@dataclass(frozen=True)
class _Saved:
    """What saving the drafts did, and their titles by id."""

    report: pipeline.IngestReport
    names: dict[str, str]


def paste() -> None:
    """The form for a pasted article; reading it makes the draft."""
    with st.form("paste", border=False):
        text = st.text_area(t("add.text"), height=190, key="paste-text", max_chars=_LARGEST)
        left, middle, right = st.columns(3)
        title = left.text_input(t("add.name"), key="paste-title")
        source = middle.text_input(t("add.source"), key="paste-source")
        published = right.date_input(
            t("add.published"), None, key="paste-published", format="DD/MM/YYYY",
            min_value=_EARLIEST, help=t("add.published.help"),
        )  # fmt: skip
        if not st.form_submit_button(t("add.read"), type="primary"):
            return
    if not text.strip():
        _draft([], [t("add.empty")])
        return
    name = "pasted-" + hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:12]
    _draft([text_document(text, id=name, published=published, title=title, source=source)], [])


def upload() -> None:
    """The form for files; reading them makes the drafts."""
    with st.form("upload", border=False):
        files = st.file_uploader(
            t("add.files"), type=[suffix.lstrip(".") for suffix in SUFFIXES],
            accept_multiple_files=True, key="upload-files",
        )  # fmt: skip
        published = st.date_input(
            t("add.published"), None, key="upload-published", format="DD/MM/YYYY",
            min_value=_EARLIEST, help=t("add.published.help"), width=320,
        )  # fmt: skip
        if not st.form_submit_button(t("add.read"), type="primary"):
            return
    found: list[Document] = []
    failed: list[str] = [] if files else [t("add.no_file")]
    with tempfile.TemporaryDirectory() as folder:
        for file in files:
            if not file.getvalue().strip():
                failed.append(t("add.no_text", name=wording.isolated(file.name)))
                continue
            path = Path(folder) / Path(file.name).name
            path.write_bytes(file.getvalue())
            for each in read(path, published=published, own_ids=True):
                if isinstance(each, SourceError):
                    failed.append(unreadable(file.name, each))
                else:
                    found.append(each)
    _draft(found, failed)


def unreadable(name: str, error: SourceError) -> str:
    """Which file, at which line, why, and what would do; names and values as they stand."""
    details = {
        key: value if isinstance(value, int) else wording.isolated(value)
        for key, value in error.details.items()
    }
    why = t(f"add.wrong.{error.code}", **details)
    if error.line is not None:
        why = t("add.wrong.line", line=error.line, why=why)
    if error.kept or error.code.startswith("rows."):  # of a file that is read all the same
        return f"{wording.isolated(name)}: {why}"
    return t("add.unreadable", name=wording.isolated(name), reason=why)


def _draft(found: list[Document], failed: list[str]) -> None:
    st.session_state["drafts"], st.session_state["draft-problems"] = found, failed
    st.session_state.pop("draft-saved", None)


def problems() -> None:
    """What could not be read, one sentence each."""
    for sentence in st.session_state.get("draft-problems", ()):
        st.warning(wording.literal(sentence), icon=":material/error:")


def saved() -> None:
    """What was saved, with the way to it."""
    saved: _Saved | None = st.session_state.get("draft-saved")
    if saved is None:
        return
    if saved.report.read or saved.report.skipped:
        st.success(
            tn("add.saved", saved.report.events) if saved.report.read else t("add.known"),
            icon=":material/check:",
        )
    for doc_id in saved.report.unread:
        _failed(saved.names.get(doc_id) or doc_id)
    there = [doc_id for doc_id in saved.names if doc_id not in saved.report.unread]
    if there:
        st.page_link(
            address.PAGES["reader"], label=t("add.open"), query_params=address.query(doc=there[0])
        )


def _failed(name: str) -> None:
    sentence = t("add.failed.read", name=wording.isolated(name))
    st.warning(wording.literal(sentence), icon=":material/error:")


def chosen() -> dict[str, Any] | None:
    """The draft to look at as the Reader wants it: its row, mentions and events."""
    waiting: list[Document] = st.session_state.get("drafts", [])
    if not waiting:
        return None
    at = 0
    if len(waiting) > 1:
        at = st.selectbox(
            tn("add.waiting", len(waiting)), range(len(waiting)),
            format_func=lambda i: waiting[i].title or waiting[i].id, key="draft-chosen",
        )  # fmt: skip
    try:
        with st.spinner(t("add.reading")):
            return _read(waiting[at])
    except Exception:
        # Whatever a text makes the rules do, the page and the other drafts go on.
        _LOG.exception("a draft could not be read")
        _failed(waiting[at].title or waiting[at].id)
        return None


@st.cache_data(max_entries=32, show_spinner=False)
def _read(document: Document) -> dict[str, Any]:
    extraction = pipeline.preview(document)
    rows = schema.reading(extraction, "preview")
    return rows.document | {
        "mentions": schema.mentions(extraction), "events": list(rows.events)
    }  # fmt: skip


def show(draft: dict[str, Any]) -> None:
    """What was read from the draft: counts, then the text with its layers and its facts."""
    found = highlight.marks(draft, i18n.words())
    counts = (tn(f"add.found.{layer}", _size(found, layer)) for layer in highlight.LAYERS)
    published = wording.as_day(draft["published"])
    frame.part(f"{t('add.found')} {t('list.join').join(counts)}")
    if published is None:
        frame.say("undated_document")
    elif draft["published_basis"] != "given":
        basis = t(f"basis.{draft['published_basis']}")
        st.caption(t("add.dated", day=wording.day(published), basis=basis))
    save_button()  # above the text, which may be long
    documents.page(draft)


def _size(found: list[highlight.Mark], layer: str) -> int:
    return sum(mark.layer == layer for mark in found)


def save_button() -> None:
    """Saves every draft into the event table."""
    st.button(t("add.save"), type="primary", on_click=_save, key="draft-save")


def _save() -> None:
    waiting: list[Document] = st.session_state.get("drafts", [])
    named = [replace(d, source=d.source or t("add.source.default")) for d in waiting]
    try:
        report = pipeline.ingest_documents(named, ask.table_path())
    except TableError as error:
        _LOG.exception("the drafts could not be saved")
        path = wording.isolated(str(error.path))
        st.session_state["draft-problems"] = [t("add.failed", path=path)]
        return
    st.session_state["draft-saved"] = _Saved(report, {d.id: d.title for d in named})
    st.session_state["drafts"], st.session_state["draft-problems"] = [], []
