"""The form of a briefing, its making, and its files to take away."""

from __future__ import annotations

import html
import logging
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.briefing import browser, bundle, views
from dashboard.briefing.bundle import Made
from dashboard.briefing.model import Briefing, Part, Told
from dashboard.briefing.paper import PAPERS
from dashboard.ui import ask, frame, i18n, lists, sidebar, wording
from dashboard.ui.i18n import language, t, tn

_LOG = logging.getLogger("tawqit")
_FIRST = ("histogram", "cumulative", "map")  # what is picked before the reader picks
_HEADLINE, _NOTE = 120, 1200  # characters that fit a page
_ROWS, _COLUMNS = 5, 5  # of a table in a figure's place
_KEPT = "briefing-made"
_ASKING = 0.25  # of the progress bar
_TYPES = {
    "zip": "application/zip", "pdf": "application/pdf", "png": "image/png", "csv": "text/csv",
    "svg": "image/svg+xml",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}  # fmt: skip


@dataclass(frozen=True)
class _Kept:
    """What was made last, for which filters, and the views that had nothing to show."""

    asked: tuple[object, ...]
    briefing: Briefing
    made: Made
    archive: bytes
    missing: list[str]
    failed: bool = False


def form(view: frame.View) -> dict[str, Any] | None:
    """What the reader picks and writes; a value when it is to be made."""
    kinds = lists.kinds(ask.claims(view.snapshot, view.filters)) or ["killed"]
    # A table without data sets is asked for none.
    offered = [v for v in views.VIEWS if view.choices.datasets or v not in views.OF_DATASETS]
    with st.form("briefing", border=False):
        picked = st.pills(
            t("briefing.pick"), offered, selection_mode="multi", default=_FIRST,
            format_func=lambda name: t(f"briefing.view.{name}"), key="briefing-views",
        )  # fmt: skip
        headline = st.text_input(
            t("briefing.headline"), max_chars=_HEADLINE, key="briefing-headline",
            placeholder=t("briefing.headline.help"),
        )  # fmt: skip
        note = st.text_area(t("briefing.note"), max_chars=_NOTE, height=110, key="briefing-note")
        left, right = st.columns(2)
        kind = left.selectbox(
            t("briefing.kind"), kinds, format_func=lambda k: t(f"kind.{k}"), key="briefing-kind"
        )
        paper = right.pills(
            t("briefing.paper"), list(PAPERS), format_func=lambda p: t(f"briefing.paper.{p}"),
            default="wide", required=True, key="briefing-paper",
        )  # fmt: skip
        if not st.form_submit_button(t("briefing.make"), type="primary"):
            return None
    return {
        "picked": picked, "headline": " ".join(headline.split()), "note": note.strip(),
        "kind": kind, "paper": paper,
    }  # fmt: skip


def make(view: frame.View, wanted: dict[str, Any]) -> None:
    """Makes the files and keeps them for this visit; what cannot be made is said."""
    st.session_state.pop(_KEPT, None)
    if not wanted["picked"]:
        frame.say("nothing_picked")
        return
    drawing = browser.has_browser()
    if drawing:
        browser.begin()  # it starts while the table is asked
    bar = st.progress(0.0, t("briefing.step.begin"))

    def told(share: float, step: str, part: str) -> None:
        # The steps that ask the table are a quarter of the way where figures are drawn as well.
        way = _ASKING * share if step == "count" else _ASKING + (1 - _ASKING) * share
        named = t(f"briefing.view.{part}") if part else ""
        bar.progress(way, t(f"briefing.step.{step}", view=named))

    briefing = _briefing(view, wanted, told)
    missing = [name for name in wanted["picked"] if name not in {p.name for p in briefing.parts}]
    failed, made = False, bundle.tables(briefing)
    if drawing and briefing.parts:
        try:
            bar.progress(_ASKING, t("briefing.step.start"))
            browser.ready()
            made = bundle.everything(briefing, told)
        except (browser.NoBrowser, browser.NotDrawn):
            _LOG.exception("a briefing could not be drawn")
            failed = True
    bar.empty()
    st.session_state[_KEPT] = _Kept(
        _asked(view), briefing, made, bundle.zipped(made), missing, failed
    )


def _briefing(view: frame.View, wanted: dict[str, Any], told: Told) -> Briefing:
    labels, paper = wording.labels(i18n.words()), PAPERS[wanted["paper"]]
    return Briefing(
        headline=wanted["headline"], note=wanted["note"],
        filters=sidebar.in_words(view.filters, view.choices), version=view.snapshot.version,
        day=view.snapshot.committed_at.date(), labels=labels, paper=paper,
        parts=views.parts(
            wanted["picked"], view.snapshot, view.filters, labels, paper, wanted["kind"], told
        ),
    )  # fmt: skip


def _asked(view: frame.View) -> tuple[object, ...]:
    return view.snapshot.version, view.filters.with_(version=None), language(), i18n.numerals()


def browser_note() -> None:
    """Where no picture can be made: what to install, and what works without."""
    try:
        browser.browser_path()
    except browser.NoBrowser as error:
        if error.asked:
            frame.say("wrong_browser", path=wording.isolated(error.asked))
        else:
            frame.say("no_browser")


def files(view: frame.View) -> None:
    """What was made for these filters: the whole to download, then figure by figure."""
    kept: _Kept | None = st.session_state.get(_KEPT)
    if kept is None or kept.asked != _asked(view):
        st.html(f'<p class="rule">{html.escape(t("briefing.lead"))}</p>')
        return
    if kept.failed:
        frame.say("not_drawn")
    if kept.missing:
        named = t("list.join").join(t(f"briefing.view.{name}") for name in kept.missing)
        frame.say("nothing_drawn", views=named)
    if not kept.briefing.parts:
        return
    with st.container(horizontal=True, key="briefing-whole"):
        _button(f"{kept.briefing.stem}.zip", kept.archive, main=True)
        for name, data in sorted(kept.made.whole.items()):
            _button(name, data)
    for part in kept.briefing.parts:
        _figure(kept, part)


def _figure(kept: _Kept, part: Part) -> None:
    named = {
        kind: bundle.file_name(kept.briefing, part.name, kind) for kind in ("png", "svg", "csv")
    }
    picture = kept.made.figures.get(named["png"])
    with st.container(key=f"briefing-{part.name}"):
        if picture:
            told = part.figure.layout.meta["told"]
            st.image(picture, width="stretch", alt=f"{part.title} {told}")
        else:
            frame.part(part.title)
            _first_rows(part)
        with st.container(horizontal=True):
            for name in named.values():
                if name in kept.made.figures:
                    _button(name, kept.made.figures[name])


def _first_rows(part: Part) -> None:
    """What stands for a figure where none can be drawn: a few of its rows."""
    shown = part.rows.iloc[:_ROWS, :_COLUMNS]
    lists.table(
        part.headings[:_COLUMNS],
        [[html.escape(_said(value)) for value in row] for row in shown.itertuples(index=False)],
    )
    if (more := len(part.rows) - len(shown)) > 0:
        frame.small(tn("briefing.more_rows", more))


def _said(value: Any) -> str:
    if isinstance(value, date):
        return wording.day(value)
    if isinstance(value, str):
        return lists.short(value)
    # Isolated: a sign keeps its side.
    return "" if pd.isna(value) else wording.isolated(wording.number(value))


def _button(name: str, data: bytes, main: bool = False) -> None:
    kind = name.rsplit(".", 1)[1]
    st.download_button(
        t(f"briefing.file.{kind}"), lambda: data, file_name=name, mime=_TYPES[kind],
        icon=":material/download:", on_click="ignore", type="primary" if main else "secondary",
        key=f"save-{name}",
    )  # fmt: skip
