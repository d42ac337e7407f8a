"""A slider through time with a button that plays it: the figure and the list beside it follow.

The step chosen by hand is in the URL; a played one is not, or each would be a page to go back to.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import streamlit as st

from dashboard.charts.steps import Days
from dashboard.ui import address, frame, wording
from dashboard.ui.i18n import t

_NAME = "until"  # in the URL: the last day of the step
_JS = Path(__file__).with_name("player.js")
_HTML = '<div class="player"><button></button><input type="range" min="0"><output></output></div>'

Control = Callable[[], None]


@lru_cache(maxsize=1)
def _player() -> Any:
    js = _JS.read_text(encoding="utf-8")
    return st.components.v2.component("tawqit_player", html=_HTML, js=js, isolate_styles=False)


def through_time(
    steps: Sequence[Days],
    key: str,
    show: Callable[[Days | None, Control], None],
    *,
    frames: str = "",
) -> None:
    """Calls ``show`` with the step to draw, ``None`` for all of it, and what draws the slider.

    Only what ``show`` draws is drawn again at another step, not the page. ``key`` tells the sliders
    of a page apart; ``frames`` is the key of a figure that has its steps as frames of its own.
    """
    if len(steps) < 2:
        show(None, lambda: None)
        return
    asked = address.query()

    @st.fragment
    def part() -> None:
        if address.query() != asked:
            st.rerun()  # what was chosen in a figure concerns the whole page
        with frame.no_traceback():
            at = _at(steps, key)
            step = steps[at] if at < len(steps) else None
            show(step, lambda: _control(steps, key, frames))

    part()


def _asked(steps: Sequence[Days]) -> int:
    """The number of the URL's step, one after the last for all of it."""
    ends = [last.isoformat() for _, last in steps]
    wanted = st.query_params.get(_NAME, "")
    return ends.index(wanted) if wanted in ends else len(steps)


def _told(key: str) -> dict[str, Any]:
    """What the slider told last: ``at``, ``playing``, and its ``turn`` among all it told."""
    return (st.session_state.get(f"player-{key}") or {}).get("step") or {}


def _at(steps: Sequence[Days], key: str) -> int:
    """The number of the step that plays, else of the URL's."""
    told = _told(key)
    if told.get("playing"):
        return min(int(told["at"]), len(steps))
    return _asked(steps)


def _control(steps: Sequence[Days], key: str, frames: str) -> None:
    def changed() -> None:
        told = _told(key)
        if told and not told["playing"]:
            at = int(told["at"])
            address.set_aside(_NAME, steps[at][1].isoformat() if at < len(steps) else "")

    said = [t("time.until", month=wording.month(last)) for _, last in steps]
    _player()(
        key=f"player-{key}", on_step_change=changed,
        data={
            "said": [*said, t("time.all")], "asked": _asked(steps),
            "heard": int(_told(key).get("turn", 0)), "label": t("time.slider"),
            "play": t("time.play"), "pause": t("time.pause"),
            "figure": f".st-key-figure-{frames}" if frames else "",
        },
    )  # fmt: skip
