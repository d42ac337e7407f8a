"""What was put into the URL and has not come to the browser yet.

A click made before the answer to the last one came tells the URL of before; taken as it is, it
would undo what the last one chose. Every answer brings a number that the browser gives back, so it
is known which URL it had: what we have changed since is put in again, and only what the click
itself asks for stands against it. A step back in the browser, which tells an older URL as well,
comes with the last number and is left alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

_KEY, _KEPT = "url-seen", "url-unseen"
_LATE = 20  # changes that the browser may be behind

Url = Mapping[str, Sequence[str]]
"""The parameters of a URL: the values by name."""


def url() -> dict[str, Sequence[str]]:
    """The URL as it is."""
    return {name: st.query_params.get_all(name) for name in st.query_params}


def merged(told: Url, seen: Url, wanted: Url) -> dict[str, Sequence[str]]:
    """The URL that is meant by ``told``, where ``seen`` has been turned into ``wanted`` meanwhile.

    A parameter that differs from what the browser had seen is the browser's, every other ours.
    """
    moved = {name for name in {*told, *seen} if told.get(name) != seen.get(name)}
    ours = {name: value for name, value in wanted.items() if name not in moved}
    return ours | {name: told[name] for name in told if name in moved}


def settle() -> None:
    """Puts into the URL what was put there before and the browser has not seen; else nothing."""
    kept, told = _kept(), url()
    number = _given_back()
    if number == kept["number"]:
        kept["urls"][number] = told
    elif number in kept["urls"]:
        wanted = merged(told, kept["urls"][number], kept["urls"][kept["number"]])
        if wanted != told:
            st.query_params.from_dict(wanted)


def put(wanted: Url) -> None:
    """Makes ``wanted`` the URL, after ``settle``; the browser is yet to see it."""
    st.query_params.from_dict(wanted)
    kept = _kept()
    kept["number"] += 1
    kept["urls"][kept["number"]] = dict(wanted)
    kept["urls"].pop(kept["number"] - _LATE, None)


def numbered() -> None:
    """The number for the browser to give back, in a field that nobody sees."""
    st.session_state[_KEY] = str(_kept()["number"])
    with st.container(key="unseen"):
        st.text_input("number", key=_KEY, label_visibility="collapsed")


def _kept() -> dict[str, Any]:
    """The number of the last URL, and the URLs the browser may have, by their numbers."""
    kept: dict[str, Any] = st.session_state.setdefault(_KEPT, {"number": 0, "urls": {}})
    return kept


def _given_back() -> int:
    told = str(st.session_state.get(_KEY) or "")
    return int(told) if told.isdecimal() else 0
