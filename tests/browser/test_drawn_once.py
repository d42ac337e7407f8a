"""A figure is drawn once a page: what is pointed at stays where it is until it is clicked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import new_page, settle

pytestmark = pytest.mark.browser

# Counts the drawings of each figure, and the marks, names and lines that all but the first put in
# the place of others. Streamlit gives every figure to plotly more than once.
_COUNT = """
window.drawings = [];
const seen = new Map();
const counting = (plotly) => {
  const draw = plotly.react;
  plotly.react = function (plot, ...given) {
    const before = seen.get(plot) ?? { calls: 0 };
    const marks = () => [...plot.querySelectorAll('.main-svg text, .main-svg path')];
    const there = marks();
    const done = draw.call(this, plot, ...given);
    return done.then((drawn) => {
      const kept = new Set(marks());
      const gone = before.calls ? there.filter((mark) => !kept.has(mark)).length : 0;
      seen.set(plot, { calls: before.calls + 1 });
      window.drawings.push({ again: before.calls > 0, there: there.length, gone });
      return drawn;
    });
  };
};
let plotly;
Object.defineProperty(window, 'Plotly', {
  configurable: true,
  get: () => plotly,
  set: (made) => { if (!plotly) counting(made); plotly = made; },
});
"""


@pytest.fixture
def counted(chromium: Browser) -> Iterator[Page]:
    page = new_page(chromium)
    page.add_init_script(_COUNT)
    yield page
    page.close()


@pytest.mark.parametrize(
    "link", ["", "timeline?lang=en", "casualties", "meetings?show=who&lang=en", "meetings",
             "actors?actor=john-kerry"]
)  # fmt: skip
def test_a_figure_given_to_plotly_again_stays_as_it_is(
    counted: Page, server: str, link: str
) -> None:
    counted.goto(f"{server}/{link}")
    settle(counted)
    counted.wait_for_function("() => drawings.some(one => one.again)")
    counted.wait_for_timeout(500)
    again = [one for one in counted.evaluate("drawings") if one["again"]]
    assert all(one["there"] for one in again)
    assert [one["gone"] for one in again] == [0] * len(again)
