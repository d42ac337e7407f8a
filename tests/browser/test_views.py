"""Timeline, Casualties and Meetings as they are drawn: nothing on top of anything, all in the URL."""

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlparse

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import settle

pytestmark = pytest.mark.browser
Open = Callable[..., Page]

# A line's box is higher than its letters, so a text of one line counts as high as its type.
_BOXES = """(figure, query) => [...figure.querySelectorAll(query)].map(e => {
  const b = e.getBoundingClientRect(), type = parseFloat(getComputedStyle(e).fontSize);
  const spare = b.height < 2 * type ? (b.height - type) / 2 : 1;
  return [b.left, b.top + spare, b.right, b.bottom - spare, e.textContent];
}).filter(b => b[4].trim() && b[2] > b[0])"""


def overlaps(boxes: list[list[Any]]) -> list[tuple[str, str]]:
    """The texts of every two boxes that share more than a pixel."""
    return [
        (a[4], b[4])
        for n, a in enumerate(boxes)
        for b in boxes[n + 1 :]
        if min(a[2], b[2]) - max(a[0], b[0]) > 1 and min(a[3], b[3]) - max(a[1], b[1]) > 1
    ]


def asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlparse(page.url).query)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_no_toll_is_written_on_another(open_page: Open, language: str) -> None:
    page = open_page(f"casualties?lang={language}")
    for figure in page.locator(".js-plotly-plot").all():
        boxes = figure.evaluate(_BOXES, ".annotation-text")
        assert len(boxes) > 5
        assert overlaps(boxes) == []


@pytest.mark.parametrize(("link", "width"), [("timeline?by=place", 1400), ("timeline?by=actor&lang=en", 390)])
def test_the_years_and_the_legend_of_a_timeline_stand_apart(
    open_page: Open, link: str, width: int
) -> None:
    figure = open_page(link, width=width).locator(".js-plotly-plot").last
    boxes = figure.evaluate(_BOXES, ".xtick text, .legendtext, .annotation-text, .textpoint text")
    assert len(boxes) > 15
    assert overlaps(boxes) == []


def test_the_grouping_is_in_the_link(open_page: Open) -> None:
    page = open_page("timeline?lang=en&by=place")
    expect(page.locator(".annotation-text", has_text="Geneva").first).to_be_visible()
    page.get_by_role("radio", name="Actor").click()
    page.wait_for_url("**by=actor**")
    expect(page.locator(".annotation-text", has_text="Sergey Lavrov").first).to_be_visible()


def test_two_periods_are_compared_and_both_are_in_the_link(open_page: Open) -> None:
    page = open_page("timeline?lang=en&from=2016-09-01&to=2016-09-30")
    page.get_by_text("Compare two periods").click()
    page.wait_for_url("**compare=**")
    settle(page)
    assert asked(page)["compare"] == ["2016-08-02/2016-08-31"]
    assert asked(page)["from"] == ["2016-09-01"]
    expect(page.get_by_text("Period A: September 2016 (30 days):")).to_be_visible()
    expect(page.get_by_text("Period B: 2–31 August 2016 (30 days):")).to_be_visible()
    page.get_by_text("Compare two periods").click()
    expect(page.get_by_text("Period B:")).to_have_count(0)
    assert "compare" not in asked(page)


def test_a_step_in_time_changes_the_marks_and_not_the_view(open_page: Open) -> None:
    page = open_page("meetings?lang=en")
    figure = page.locator(".js-plotly-plot").first
    seen = """g => ({centre: JSON.stringify(g._fullLayout.map._subplot.map.getCenter()),
      sizes: g.data.find(t => t.customdata).marker.size.filter(s => s).length,
      step: g._fullLayout.sliders[0].active})"""
    whole = figure.evaluate(seen)
    rail = figure.locator(".slider-rail-touch-rect")
    box = rail.bounding_box()
    assert box
    # The page may still move: a click on the rail waits until it stands.
    rail.click(position={"x": box["width"] / 4, "y": box["height"] / 2})
    page.wait_for_function(
        """all => {
          const g = document.querySelector('.js-plotly-plot');
          const n = g.data.find(t => t.customdata).marker.size.filter(s => s).length;
          return 0 < n && n < all;
        }""",
        arg=whole["sizes"],
    )
    early = figure.evaluate(seen)
    assert early["step"] < whole["step"]
    assert early["centre"] == whole["centre"]
    expect(figure.locator(".slider-label").first).to_contain_text("until ")
