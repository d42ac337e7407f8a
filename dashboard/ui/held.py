"""The value that the URL gives a widget, put into it only where it is not there yet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import streamlit as st

_NOTHING = object()


def value(
    key: str, wanted: Any, name: str = "value", options: Iterable[str] = ()
) -> dict[str, Any]:
    """The argument ``name`` of the widget of this key that makes it show ``wanted``.

    A value that is set anew at every run is sent anew to the browser (Streamlit 1.67), which then
    takes away what is being typed into the widget. One that has the value already is left alone;
    on a page just opened there is only the one of the last page, so it begins with that value.

    ``options`` are what is offered as it is written: the browser names its choice so, and what it
    named in other words or with other numbers is lost where it is not set anew.
    """
    state, known = st.session_state, f"{key}-offered"
    offered = hash(tuple(options))
    same = state.get(key, _NOTHING) == wanted and state.get(known) == offered
    state[known] = offered
    if same:
        return {name: wanted}
    state[key] = wanted
    return {}
