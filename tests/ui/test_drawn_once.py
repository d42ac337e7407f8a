"""What is changed in a figure before it is sent: nothing that it says, and the same every time."""

from __future__ import annotations

import plotly.graph_objects as go
import pytest

from dashboard.ui import figures


def figure(dragmode: str | bool) -> go.Figure:
    said = {"title": "متى؟", "unit": "", "told": "", "ticks": ["a", "b"]}
    return go.Figure(
        [go.Bar(x=[1], y=[2])],
        layout={
            "template": "plotly",
            "meta": said,
            "dragmode": dragmode,
            "clickmode": "event+select",
        },
    )


@pytest.mark.parametrize(
    ("dragmode", "asks", "modes"),
    [
        ("select", True, ("event", "select")),
        (False, True, ("event+select", "pan")),
        (False, False, ("event+select", False)),
    ],
)
def test_a_figure_drawn_again_is_the_same_and_says_the_same(dragmode, asks, modes):
    drawn = figure(dragmode)
    said = dict(drawn.layout.meta)
    figures._draw_once(drawn, asks=asks)
    first = drawn.to_json()
    assert (drawn.layout.clickmode, drawn.layout.dragmode) == modes
    figures._draw_once(drawn, asks=asks)
    assert drawn.to_json() == first
    assert {name: value for name, value in dict(drawn.layout.meta).items() if name != "ticks"} == {
        name: value for name, value in said.items() if name != "ticks"
    }


def test_a_figure_of_other_data_has_another_number():
    one, other, moving = figure(False), figure(False), figure(False)
    other.data[0].y = [3]
    moving.frames = [go.Frame(name="1", data=[{"type": "bar", "y": [4]}])]
    for drawn in (one, other, moving):
        figures._draw_once(drawn, asks=True)
    assert one.layout.datarevision != other.layout.datarevision
    assert moving.layout.datarevision is None  # plotly itself changes the data of such a one
