"""What stands around every page: the look, the view asked for, its caption and its states."""

from __future__ import annotations

import html
import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.charts.direction import LRI, PDI
from dashboard.charts.theme import PALETTES
from dashboard.filters import Filters
from dashboard.sources import SUFFIXES
from dashboard.table.queries import Choices, Counts
from dashboard.table.store import NoSuchVersion, NoTable, Snapshot, TableError
from dashboard.ui import address, ask, sidebar, wording
from dashboard.ui.i18n import language, t, tn

_LOG = logging.getLogger("tawqit")
_SOURCES = 2  # more than these are counted, not named
_LONG = 90  # characters of a heading
_CSS = Path(__file__).with_name("rtl.css")


@dataclass(frozen=True)
class View:
    """What a page shows: the table at one version, the filters, and how much they let through."""

    snapshot: Snapshot
    filters: Filters
    choices: Choices
    counts: Counts


def dress() -> None:
    """The stylesheet, with the writing direction and sizes of the language."""
    arabic = language() == "ar"
    root = f"--direction:{'rtl' if arabic else 'ltr'}"
    scale = "--text-size:1.0625rem;--line:1.75" if arabic else "--text-size:1rem;--line:1.6"
    palette = PALETTES["dark" if st.context.theme.type == "dark" else "light"]
    colours = f"--paper:{palette.paper};--quiet:{palette.quiet};--accent:{palette.accent}"
    css = _CSS.read_text(encoding="utf-8")
    st.html(f"<style>:root{{{root};{scale};{colours};{_said()}}}\n{css}</style>")


def _said() -> str:
    """What the stylesheet says in the place of Streamlit's own words."""
    keys = ("upload", "limits", "none", "apply", "send", "send-long")
    size, kinds = st.get_option("server.maxUploadSize"), f"{LRI}{', '.join(SUFFIXES)}{PDI}"
    words = {key: t(f"streamlit.{key}", size=size, kinds=kinds) for key in keys}
    words["limits-rows"] = t("streamlit.limits", size=size, kinds=f"{LRI}.csv, .csv.gz{PDI}")
    # JSON's quotes and escapes are those of a string in CSS for what a catalogue holds.
    return ";".join(
        f"--say-{key}:{json.dumps(text, ensure_ascii=False)}" for key, text in words.items()
    )


def view(title: str = "") -> View:
    """The view the URL asks for; where there is none, the page says why and what to do.

    ``title`` then heads the page that would have had a heading of its own.
    """
    chosen = address.filters()
    try:
        snapshot = ask.snapshot(chosen.version)
    except TableError as error:
        if title:
            heading(title)
        _unavailable(error)
        st.stop()
    choices = ask.choices(snapshot, bool(chosen.sources))
    understood = sidebar.known(chosen, choices)
    return View(snapshot, understood, choices, ask.count(snapshot, understood))


def _unavailable(error: TableError) -> None:
    if isinstance(error, NoSuchVersion):
        _say("version", asked=error.version, latest=error.latest)
        st.page_link(
            address.PAGES["overview"], label=t("state.version.newest"),
            query_params=address.query(address.filters().with_(version=None)),
        )  # fmt: skip
    elif isinstance(error, NoTable):
        no_table(str(error.path))
    else:
        _LOG.error("the event table cannot be opened", exc_info=error)
        _say("unusable", path=str(error.path))


def no_table(path: str) -> None:
    """There is no event table yet: what to run, and the page that makes one."""
    _say("no_table", path=path)
    st.code("python -m dashboard ingest data/dispatches", language="bash")
    st.page_link(address.PAGES["add"], label=t("state.no_table.add"), query_params=address.query())


def opening(title: str, *, filtered: bool = True) -> View:
    """The page's heading, sidebar filters and chips; stops with a sentence when nothing is left."""
    heading(title)
    shown = view()
    sidebar.controls(shown.filters, shown.choices)
    if filtered:
        sidebar.chips(shown.filters, shown.choices)
        if not shown.counts.events:
            empty(shown)
            datasets(shown)
            st.stop()
    return shown


def heading(title: str) -> None:
    """The page's first line: what it answers."""
    said = html.escape(title)
    whole = f' title="{said}"' if len(title) > _LONG else ""  # no more than three lines are shown
    st.html(f'<h1 class="asks" dir="auto"{whole}>{said}</h1>')


def part(title: str, unit: str = "") -> None:
    """The heading of a part of the page, and under it what its figure counts."""
    under = f'<p class="unit">{html.escape(unit)}</p>' if unit else ""
    st.html(f'<h2 class="part">{html.escape(title)}</h2>{under}')


def small(text: str) -> None:
    """The line under a figure, in small type; its lines break where the text has breaks."""
    lines = "<br>".join(map(html.escape, text.split("\n")))
    st.html(f'<p class="caption">{lines}</p>')


def tabs(name: str, labels: dict[str, str]) -> tuple[str, Any]:
    """Tabs of which only the open one is made: its key in ``labels``, and its container.

    The URL has it as ``name``, without one the first is open.
    """
    open_one = address.option(name, list(labels))
    st.session_state[f"tabs-{name}"] = labels[open_one]

    def changed() -> None:
        label = st.session_state[f"tabs-{name}"]
        chosen = next(key for key, said in labels.items() if said == label)
        address.set_value(name, "" if chosen == next(iter(labels)) else chosen)

    made = st.tabs(list(labels.values()), key=f"tabs-{name}", on_change=changed)
    return open_one, made[list(labels).index(open_one)]


def hint(text: str, keys: str = "") -> None:
    """The line under a figure that says what a click or drag in it does.

    What ``keys`` do is said while the keyboard is in the figure.
    """
    shown = f'<p class="caption hint">{html.escape(text)}</p>' if text else ""
    st.html(f'{shown}<p class="caption by-keys">{html.escape(keys)}</p>')


def heard(text: str) -> None:
    """Text beside a figure that is read aloud and not seen."""
    if text:
        st.html(f'<p class="heard">{html.escape(text)}</p>')


def empty(shown: View) -> None:
    """Nothing meets the filters: which ones, and a way out."""
    if not shown.filters.active():
        _say("only_datasets" if shown.choices.datasets else "no_events")
        return
    _say("empty", filters=sidebar.in_words(shown.filters, shown.choices))
    if shown.counts.undated and shown.filters.dated:
        st.caption(tn("state.empty.undated", shown.counts.undated))
    st.button(
        t("filter.reset"), key="empty-reset", type="primary", on_click=address.show,
        args=(Filters(version=shown.filters.version),),
    )  # fmt: skip


def datasets(shown: View) -> None:
    """A quiet line that data sets are in the table, each a button that shows its rows."""
    there = shown.choices.datasets
    if not there or shown.filters.sources:
        return
    with st.container(key="datasets", horizontal=True, gap="small", vertical_alignment="center"):
        st.caption(t("datasets.there"), width="content")
        for choice in there:
            name = wording.isolated(wording.literal(choice.id))
            st.button(
                tn("datasets.show", choice.n, name=name), type="tertiary",
                key=f"dataset-{choice.id}", help=t("datasets.help"), on_click=address.show,
                args=(shown.filters.with_(sources=(choice.id,)),),
            )  # fmt: skip


def caption(shown: View, drawn: pd.DataFrame | None = None, counted: str = "") -> str:
    """The line under a figure: how many events and documents, filters, sources, version.

    A figure of something else than the events has its rows in ``drawn`` and how many things those
    are in words in ``counted``.
    """
    documents, number, named = shown.counts.documents, shown.counts.sources, shown.counts.named
    if drawn is not None:
        named = tuple(filter(None, dict.fromkeys(drawn["source"])))
        documents, number = drawn["doc_id"].nunique(), len(named)
    if number > _SOURCES:
        said = tn("caption.many_sources", number)
    else:
        said = t("caption.sources", sources=t("list.join").join(map(wording.isolated, named)))
    return " · ".join(
        (
            counted or tn("count.events", shown.counts.events),
            tn("count.documents", documents),
            sidebar.in_words(shown.filters, shown.choices),
            *([said] if named else ()),
            version(shown),
        )
    )


def version(shown: View) -> str:
    """Which version of the table this is, and of what day."""
    at = shown.snapshot.committed_at.date()
    return t("caption.version", version=shown.snapshot.version, day=wording.day(at))


def closing(shown: View, said: str | None = None, *, sets: bool = True) -> None:
    """The foot of a page: its caption, or ``said``, and a link pinned to this version of the table.

    ``said`` is empty under figures, whose caption names the version already; ``sets`` is false
    where the page shows by itself that there are data sets.
    """
    sets = sets and not st.query_params.get("doc")
    if said != "" and sets:
        datasets(shown)
    number = shown.snapshot.version
    named = ".named" if said == "" else ""
    with st.container(key="foot", horizontal=True):
        if said == "" and sets and shown.choices.datasets and not shown.filters.sources:
            datasets(shown)
        else:
            small(caption(shown) if said is None else said)
        if shown.filters.version is None:
            pinned = shown.filters.with_(version=number)
            st.button(
                t(f"caption.pin{named}", version=number), key="pin", type="tertiary",
                help=t("caption.pin.help"), on_click=address.show, args=(pinned,),
            )  # fmt: skip
        else:
            st.button(
                t(f"caption.unpin{named}", version=number), key="unpin", type="tertiary",
                on_click=address.show, args=(shown.filters.with_(version=None),),
            )  # fmt: skip


def _say(state: str, **values: object) -> None:
    title, body = (t(f"state.{state}.{line}", **values) for line in ("title", "body"))
    st.html(
        f'<div class="state" role="status"><strong>{html.escape(title)}</strong>'
        f"<p>{html.escape(body)}</p></div>"
    )


def too_many(left_out: int, said: str) -> None:
    """A line above the figures where they cannot show everything: how much is left out."""
    if left_out:
        small(t(said, n=wording.number(left_out)))


def say(state: str, **values: object) -> None:
    """One designed state: a bold line and a sentence that helps, by its key in the catalogues."""
    _say(state, **values)


@contextmanager
def no_traceback() -> Iterator[None]:
    """Whatever goes wrong inside is logged, and the user reads one sentence."""
    try:
        yield
    except Exception:
        _LOG.exception("a page failed")
        _say("failed")
