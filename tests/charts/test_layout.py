"""Parts of a layout put in place keep what is not named, and what plotly has not is refused."""

from datetime import date

import pandas as pd
import plotly.graph_objects as go
import pytest

from dashboard.charts.direction import FSI, PDI, wrap
from dashboard.charts.layout import lay_out, own_values, rule, write
from dashboard.charts.periods import bulk, near
from dashboard.charts.theme import PALETTES, Theme, type_marks


def test_members_that_are_not_given_stay():
    figure = go.Figure()
    lay_out(figure, legend={"x": 1, "font": {"size": 12}}, height=300)
    lay_out(figure, legend={"y": -0.2})
    assert figure.layout.legend.to_plotly_json() == {"x": 1, "font": {"size": 12}, "y": -0.2}
    assert figure.layout.height == 300


def test_what_is_written_is_added_to_what_stands_there():
    figure = go.Figure()
    write(figure, [{"text": "a", "x": 0, "y": 0}])
    write(figure, [{"text": "b", "x": 1, "y": 1}])
    rule(figure, [{"type": "line", "x0": 0, "x1": 1}])
    rule(figure, [{"type": "line", "x0": 1, "x1": 2}])
    assert [one.text for one in figure.layout.annotations] == ["a", "b"]
    assert [one.x0 for one in figure.layout.shapes] == [0, 1]


def test_a_figure_that_gives_up_its_template_keeps_what_it_had_from_it():
    bar = go.Bar(x=[1], y=[2], marker={"line": {"width": 3}})
    figure = go.Figure([bar], layout={"template": "plotly"})
    lay_out(figure, xaxis={"gridcolor": "red"}, yaxis={"automargin": False}, hovermode="x")
    given = figure.layout.template
    own_values(figure)
    assert "template" not in figure.to_plotly_json()["layout"]
    assert (figure.layout.xaxis.gridcolor, figure.layout.yaxis.automargin) == ("red", False)
    assert figure.layout.xaxis.automargin is given.layout.xaxis.automargin is True
    assert figure.layout.yaxis.gridcolor == given.layout.yaxis.gridcolor
    assert (figure.layout.hovermode, figure.layout.autotypenumbers) == ("x", "strict")
    [line] = [trace.marker.line for trace in figure.data]
    assert (line.width, line.color) == (3, given.data.bar[0].marker.line.color)


@pytest.mark.parametrize("part", [{"higth": 3}, {"legend": {"colour": "red"}}, {"height": "tall"}])
def test_what_plotly_does_not_know_is_refused(part):
    with pytest.raises((KeyError, ValueError)):
        lay_out(go.Figure(), **part)


def test_a_name_broken_over_two_lines_is_isolated_on_both() -> None:
    name = f"{FSI}المرصد السوري{PDI}"
    assert wrap(f"بحسب {name}، ثم {name}", 15) == (
        f"بحسب {FSI}المرصد{PDI}<br>{FSI}السوري{PDI}، ثم<br>{name}"
    )
    assert wrap(f"{FSI}المرصد السوري لحقوق الإنسان{PDI}", 16, 1) == f"{FSI}المرصد السوري …{PDI}"
    assert wrap(f"{FSI}المرصد السوري لحقوق الإنسان{PDI}", 14, 1) == f"{FSI}المرصد …{PDI}"
    assert wrap("nothing to close", 9) == "nothing<br>to close"


def test_one_far_day_of_many_stretches_no_axis_and_takes_no_other_with_it():
    days = [date(2016, 1 + n % 12, 1) for n in range(24)]
    whole = (date(2016, 1, 1), date(2016, 12, 1))
    assert near(days) == whole
    assert near([date(1860, 1, 1), *days]) == whole
    assert near([*days, date(2031, 1, 1)]) == whole
    assert near([date(850, 1, 1), *days, date(2031, 1, 1)]) == whole
    assert near([date(2015, 10, 1), *days]) == (date(2015, 10, 1), date(2016, 12, 1))
    assert near([*days, date(2018, 6, 1)]) == (date(2016, 1, 1), date(2018, 6, 1))


def test_four_far_days_of_three_hundred_stretch_no_axis():
    days = [date(2011 + n % 8, 1 + n % 12, 1) for n in range(300)]
    old = [date(1983, 4, 18), date(1983, 10, 23), date(1984, 9, 20), date(1996, 6, 25)]
    assert near([*old, *days]) == (min(days), max(days))
    assert near([*old, *days[:90]]) == (old[0], max(days[:90]))


def test_one_far_day_of_a_few_is_left_out_where_the_others_crowd_and_are_some():
    near_by = [date(2016, n, 1) for n in range(1, 9)]
    whole = (date(2016, 1, 1), date(2016, 8, 1))
    assert near([date(1860, 1, 1), *near_by]) == whole
    assert near([*near_by, date(2031, 1, 1)]) == whole
    assert near([date(1860, 1, 1), *near_by, date(2031, 1, 1)]) == whole
    # An axis of some years, or of one year, is readable; of four claims each is a quarter.
    assert near([date(2011, 3, 15), *near_by]) == (date(2011, 3, 15), date(2016, 8, 1))
    one_day = [date(2016, 9, 9)] * 8
    assert near([date(2016, 1, 9), *one_day]) == (date(2016, 1, 9), date(2016, 9, 9))
    assert near([date(1860, 1, 1), *near_by[:3]]) == (date(1860, 1, 1), date(2016, 3, 1))


@pytest.mark.parametrize(
    ("counts", "years"),
    [
        ({1860: 1, 2015: 3, 2016: 5}, (2015, 2016)),
        ({1860: 1, 2012: 1, 2013: 3, 2014: 3}, (2012, 2014)),
        ({2015: 4, 2016: 4, 2060: 1}, (2015, 2016)),
        ({2011: 1, 2015: 3, 2016: 5}, (2011, 2016)),
        ({1860: 1, 2015: 1, 2016: 2}, (1860, 2016)),
        ({1860: 2, 2015: 3, 2016: 5}, (1860, 2016)),
        ({2010: 1, 2015: 20, 2016: 20}, (2010, 2016)),
        ({2008: 1, 2015: 20, 2016: 20}, (2015, 2016)),
        ({2008: 1, 2014: 400, 2016: 400, 2021: 7}, (2014, 2016)),
    ],
)  # fmt: skip
def test_years_of_a_lone_event_are_left_out_where_the_others_crowd(counts, years):
    rows = [{"period": date(year, 1, 1), "n": n} for year, n in counts.items()]
    assert bulk(pd.DataFrame(rows)) == (date(years[0], 1, 1), date(years[1], 12, 31))


def _light(colour: str) -> float:
    parts = [int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(p * weight for p, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))


@pytest.mark.parametrize("theme", sorted(PALETTES))
def test_what_is_drawn_stands_out_from_the_paper(theme: Theme) -> None:
    palette = PALETTES[theme]
    drawn = {
        "ink": palette.ink,
        "quiet": palette.quiet,
        "accent": palette.accent,
        "rest": palette.rest,
    }
    drawn |= {kind: mark.colour for kind, mark in type_marks(theme).items()}
    for name, colour in drawn.items():
        dark, light = sorted((_light(colour), _light(palette.paper)))
        least = 4.5 if name in ("ink", "quiet", "accent") else 3
        assert (light + 0.05) / (dark + 0.05) >= least, name
