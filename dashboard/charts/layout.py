"""Setting parts of a figure's layout, and writing on it.

plotly's own ``update_layout`` looks up every name on the way down to each value, and its
``add_annotation`` checks all annotations again for each that is added: on a page of three figures
that was a third of the time to make them. Here each part is put in place whole and checked once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import plotly.graph_objects as go


def lay_out(figure: go.Figure, **parts: Any) -> None:
    """Sets parts of the layout; of a part that is a mapping, the members given, others stay.

    Members of members are replaced, not merged. Raises ``KeyError`` for a part that plotly does not
    know, ``ValueError`` for such a member or value.
    """
    layout = figure.layout
    for name, part in parts.items():
        before = layout[name]
        if isinstance(part, Mapping) and hasattr(before, "to_plotly_json"):
            part = before.to_plotly_json() | part
        layout[name] = part


def write(figure: go.Figure, annotations: Iterable[Mapping[str, Any]]) -> None:
    """Adds annotations (plotly's ``layout.annotations``) to those that the figure has."""
    figure.layout.annotations = [*figure.layout.annotations, *annotations]


def rule(figure: go.Figure, shapes: Iterable[Mapping[str, Any]]) -> None:
    """Adds shapes (plotly's ``layout.shapes``) to those that the figure has."""
    figure.layout.shapes = [*figure.layout.shapes, *shapes]


def own_values(figure: go.Figure) -> None:
    """Gives a figure itself what it has from plotly's template, and takes the template from it.

    A template is compared as a whole, and never found the same as before: a figure that has one is
    drawn from the ground at every look at it.
    """
    template = figure.layout.template
    parts = template.layout
    for name in ("autotypenumbers", "hovermode"):
        figure.layout[name] = figure.layout[name] or parts[name]
    for axis in figure.select_xaxes():
        _fill(axis, parts.xaxis.to_plotly_json())
    for axis in figure.select_yaxes():
        _fill(axis, parts.yaxis.to_plotly_json())
    for trace in figure.data:
        for given in template.data[trace.type] or ():
            _fill(trace, given.to_plotly_json())
    figure.layout.template = None


def _fill(part: Any, given: Mapping[str, Any]) -> None:
    for name, value in given.items():
        if isinstance(value, Mapping):
            _fill(part[name], value)
        elif part[name] is None:
            part[name] = value
