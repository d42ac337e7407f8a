"""The counts of data sets: each its own line, with its bounds, on the days of the claims above."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from dashboard.charts.labels import Labels
from dashboard.charts.reference import killed_each_month
from dashboard.charts.theme import Look
from dashboard.ui.i18n import catalogue
from dashboard.ui.wording import labels


def months(source: str, first: int, *figures: tuple[int, int, int]) -> pd.DataFrame:
    """The months of 2016 from ``first`` with these figures, three rows each."""
    return pd.DataFrame(
        [
            {"source": source, "period": date(2016, first + at, 1), "low": low, "best": best,
             "high": high, "n": 3 if best else 0, "wide": 0, "wide_best": 0}
            for at, (low, best, high) in enumerate(figures)
        ]
    )  # fmt: skip


def drawn(frame: pd.DataFrame, language: str = "en", **more: Any) -> go.Figure:
    words: Labels = labels(catalogue(language))
    return killed_each_month(frame, title="T", caption="C", labels=words, look=Look(), **more)


BOTH = pd.concat([months("A <set>", 3, (5, 6, 9), (0, 0, 0), (2, 2, 4)), months("B", 4, (7, 7, 7))])


def lines(figure: go.Figure) -> dict[str, go.Scatter]:
    return {trace.name: trace for trace in figure.data if trace.showlegend is not False}


def test_each_data_set_is_a_stepped_line_of_its_own_figures() -> None:
    found = lines(drawn(BOTH))
    assert [name.strip("\u2066\u2069") for name in found] == ["A &lt;set&gt;", "B"]
    first, second = found.values()
    assert list(first.y) == [6, 0, 2, 2] and list(second.y) == [7, 7]
    assert list(first.x) == ["2016-03-01", "2016-04-01", "2016-05-01", "2016-06-01"]
    assert first.line.shape == "hv" and first.line.dash != second.line.dash


def test_only_a_data_set_with_bounds_has_a_band() -> None:
    bands = [trace for trace in drawn(BOTH).data if trace.fill == "tonexty"]
    assert [list(band.y) for band in bands] == [[9, 0, 4, 4]]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("6 killed", "between 5 and 9", "March 2016", "in 3 rows of A &lt;set&gt;")),
        ("ar", ("6 قتلى", "بين 5 و9", "آذار/مارس 2016", "في 3 صفوف من")),
    ],
)
def test_hovering_says_the_month_in_words(language: str, said: tuple[str, ...]) -> None:
    hover = next(
        trace for trace in drawn(BOTH, language).data if trace.mode == "markers"
    ).hovertext[0]
    assert all(words in hover for words in said)


def test_it_stands_on_the_days_of_the_figure_above() -> None:
    figure = drawn(BOTH, days=(date(2016, 3, 15), date(2016, 4, 20)))
    assert list(figure.layout.xaxis.range) == ["2016-03-15", "2016-04-20"]
    assert "1 month lies outside" in figure.layout.meta["unit"]
    assert all(list(line.x)[-1] <= "2016-05-01" for line in lines(figure).values())


@pytest.mark.parametrize(
    ("frame", "days"),
    [(BOTH.iloc[:0], None), (BOTH, (date(2001, 1, 1), date(2002, 1, 1))), (months("A", 3, (0, 0, 0)), None)],
)  # fmt: skip
def test_nothing_counted_is_a_sentence(frame: pd.DataFrame, days: Any) -> None:
    figure = drawn(frame, days=days)
    assert not figure.data
    assert "count no one killed" in figure.layout.annotations[-1].text
