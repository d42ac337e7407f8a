"""The URL as the only state: filters, language, and links that keep both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import streamlit as st

from dashboard.digits import NUMERALS
from dashboard.filters import Filters
from dashboard.filters import unread as unread_of
from dashboard.ui import unseen
from dashboard.ui.i18n import LANGUAGES, language

PAGES = {
    "overview": "pages/explore/overview.py",
    "timeline": "pages/explore/timeline.py",
    "casualties": "pages/explore/casualties.py",
    "meetings": "pages/explore/meetings.py",
    "actors": "pages/explore/actors.py",
    "events": "pages/evidence/events.py",
    "reader": "pages/evidence/reader.py",
    "briefing": "pages/data/briefing.py",
    "review": "pages/data/review.py",
    "add": "pages/data/add.py",
}
"""Page name → its script, in the order of the menu; the name is the URL's path."""

_FILTERS = frozenset(
    ("from", "to", "actor", "place", "type", "modality", "source", "q", "v", "reviewed")
) | {"together"}


def root() -> Path:
    """The folder of the entry script."""
    return Path(__file__).parents[2]


def filters() -> Filters:
    """What the URL asks to see."""
    unseen.settle()
    return Filters.from_query(unseen.url())


def unread() -> list[tuple[str, str]]:
    """What the URL asks of the filters and cannot be read: names with their values."""
    return unread_of(unseen.url())


def query(chosen: Filters | None = None, **more: str) -> dict[str, str]:
    """URL parameters for a link: these filters (by default the URL's), language, digits, more."""
    found = (chosen if chosen is not None else filters()).to_query()
    spoken = more.pop("lang", language())
    if spoken != LANGUAGES[0]:
        found["lang"] = spoken
    more.setdefault("digits", option("digits", ("", *NUMERALS[1:])))
    return found | {name: value for name, value in more.items() if value}


def show(chosen: Filters) -> None:
    """Put other filters into the URL; what the page itself keeps there stays."""
    unseen.settle()
    others = _FILTERS | {"page", "skip"}
    kept = {name: values for name, values in unseen.url().items() if name not in others}
    unseen.put(kept | {name: [value] for name, value in chosen.to_query().items()})


def speak(spoken: str) -> None:
    """Put the interface's language into the URL.

    A link to the page one is on shows the other content and leaves the URL as it was (Streamlit
    1.67): what changes the same page is a button that calls one of these functions.
    """
    set_value("lang", "" if spoken == LANGUAGES[0] else spoken)


def write(chosen: str) -> None:
    """Put the digits of the Arabic interface into the URL; Western ones, the default, go out."""
    set_value("digits", "" if chosen == NUMERALS[0] else chosen)


def choose(event_id: str) -> None:
    """Put an event of the same document into the URL, in place of a chosen mention."""
    set_value("event", event_id)
    set_value("mark", "")


def switched_on(name: str) -> bool:
    """Whether the URL has a page's switch on."""
    return st.query_params.get(name) == "true"


def switch(name: str, on: bool) -> None:
    """Turn a page's switch of this name on or off in the URL.

    A widget bound to a parameter by Streamlit (1.67) keeps every other change of the URL out.
    """
    set_value(name, "true" if on else "")


def option(name: str, known: Sequence[str]) -> str:
    """What the URL asks of a page by this name, the first of ``known`` where it names none."""
    asked = st.query_params.get(name, "")
    return asked if asked in known else known[0]


def number(name: str) -> int:
    """A whole number that the page keeps in the URL, 0 where it keeps none."""
    asked = st.query_params.get(name, "")
    return int(asked) if asked.isdecimal() and len(asked) < 9 else 0


def skip(waiting: int) -> None:
    """Put into the URL how many events of the queue are passed over."""
    set_value("skip", str(waiting) if waiting > 0 else "")


def set_value(name: str, value: str) -> None:
    """Put a value of this page into the URL; an empty one takes the name away."""
    unseen.settle()
    others = {k: v for k, v in unseen.url().items() if k != name}
    unseen.put(others | ({name: [value]} if value else {}))


def set_aside(name: str, value: str) -> None:
    """The same for a part of the page that is drawn without the rest."""
    if value:
        st.query_params[name] = value
    else:
        st.query_params.pop(name, None)


def to_sentence(event: Mapping[str, Any]) -> dict[str, str]:
    """URL parameters of the Reader at an event's sentence; a claim's row leads to its figure."""
    mark = f"claims-{event['start']}-{event['end']}" if "asserted_by" in event else ""
    return query(doc=str(event["doc_id"]), event=str(event.get("event_id") or ""), mark=mark)


def to_actor(actor_id: str) -> dict[str, str]:
    """URL parameters of an actor's page under the filters of this one."""
    return query(filters().with_(actors=(actor_id,)))


def open_sentence(doc_id: str, event_id: str, mark: str = "") -> None:
    """Leave for the Reader at an event's sentence, or at a mention (``mark``) in it."""
    asked = query(doc=doc_id, event=event_id, mark=mark)
    st.switch_page(PAGES["reader"], query_params=asked)


def open_rows(chosen: Filters) -> None:
    """Leave for the table of the events that these filters let through."""
    st.switch_page(PAGES["events"], query_params=query(chosen))
