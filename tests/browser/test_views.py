"""Timeline, Casualties and Meetings as they are drawn: nothing on top of anything, all in the URL."""

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlparse

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import figures, settle

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
    for figure in figures(page):
        boxes = figure.evaluate(_BOXES, ".annotation-text")
        assert len(boxes) > 5
        assert overlaps(boxes) == []


@pytest.mark.parametrize(
    ("link", "width"), [("timeline?by=place", 1400), ("timeline?by=actor&lang=en", 390)]
)
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


_MAP = """() => {
  const g = document.querySelector('.js-plotly-plot');
  return {centre: JSON.stringify(g._fullLayout.map._subplot.map.getCenter()),
    marks: g.data.find(t => t.customdata).marker.size.filter(s => s).length};
}"""


def test_the_map_and_the_list_beside_it_go_through_time(open_page: Open) -> None:
    page = open_page("meetings?lang=en")
    rows, said = page.locator(".row"), page.locator(".player output")
    whole, latest = page.evaluate(_MAP), rows.first.inner_text()
    expect(said).to_have_text("all of it")
    page.get_by_role("button", name="Play").click()
    expect(said).to_contain_text("until ")
    page.wait_for_function(f"all => (({_MAP})().marks) < all", arg=whole["marks"])
    expect(rows.first).not_to_have_text(latest)
    page.get_by_role("button", name="Pause").click()
    page.wait_for_url("**until=**")
    stopped = said.inner_text()
    slider = page.get_by_role("slider")
    slider.press("ArrowRight")
    expect(said).not_to_have_text(stopped)
    settle(page)
    assert page.evaluate(_MAP)["centre"] == whole["centre"]
    slider.press("End")
    expect(rows.first).to_have_text(latest)
    page.wait_for_function(f"all => (({_MAP})().marks) === all", arg=whole["marks"])


def test_a_late_answer_does_not_undo_where_the_slider_was_put_since(open_page: Open) -> None:
    page = open_page("meetings?lang=en")
    slider = page.get_by_role("slider")
    slider.press("Home")
    page.wait_for_url("**until=**")
    settle(page)
    slider.press("ArrowRight")
    page.wait_for_timeout(250)  # told to the server, whose answer comes while the hand goes on
    for _ in range(12):
        slider.press("ArrowRight")
        page.wait_for_timeout(100)
    assert slider.input_value() == "13"


# Where in the window a figure's mark with this customdata stands.
_MARK = """([figure, id]) => {
  const g = document.querySelector(`.st-key-figure-${figure} .js-plotly-plot`);
  g.scrollIntoView();
  for (const t of g.data) {
    const n = (t.customdata ?? []).findIndex(row => row[0] === id);
    if (n < 0) continue;
    const box = g.getBoundingClientRect(), {xaxis, yaxis} = g._fullLayout;
    return [box.left + xaxis._offset + xaxis.d2p(t.x[n]), box.top + yaxis._offset + yaxis.d2p(t.y[n])];
  }
}"""


@pytest.mark.parametrize(("show", "figure"), [("who", "matrix"), ("net", "net")])
def test_two_who_met_are_chosen_together_and_back_lets_them_go(
    open_page: Open, show: str, figure: str
) -> None:
    page = open_page(f"meetings?lang=en&show={show}")
    x, y = page.evaluate(_MARK, [figure, "john-kerry,sergey-lavrov"])
    page.mouse.move(x, y)
    page.mouse.click(x, y)
    page.wait_for_url("**together=yes**")
    assert asked(page)["actor"] == ["john-kerry,sergey-lavrov"]
    expect(page.get_by_role("button", name="Actors: all of them together")).to_be_visible()
    settle(page)
    page.go_back()
    expect(page.get_by_role("button", name="Actors: all of them together")).to_have_count(0)
    assert "actor" not in asked(page)
    page.go_forward()
    page.get_by_role("button", name="Actors: all of them together").click()
    page.wait_for_url(lambda url: "together" not in url)
    assert asked(page)["actor"] == ["john-kerry,sergey-lavrov"]


@pytest.mark.parametrize(
    ("link", "figure"), [("casualties?lang=en", "cumulative"), ("meetings?show=who", "lanes")]
)
def test_a_drag_over_time_chooses_months(open_page: Open, link: str, figure: str) -> None:
    page = open_page(link)
    left, top, wide, high = page.evaluate(
        """figure => {
          const g = document.querySelector(`.st-key-figure-${figure} .js-plotly-plot`);
          const box = g.getBoundingClientRect(), {xaxis, yaxis} = g._fullLayout;
          return [box.left + xaxis._offset, box.top + yaxis._offset, xaxis._length, yaxis._length];
        }""",
        figure,
    )
    page.mouse.move(left + wide * 0.4, top + high * 0.3)
    page.mouse.down()
    page.mouse.move(left + wide * 0.5, top + high * 0.4, steps=4)
    page.mouse.move(left + wide * 0.6, top + high * 0.5, steps=4)
    page.mouse.up()
    page.wait_for_url("**from=**")
    first, last = asked(page)["from"][0], asked(page)["to"][0]
    assert "2013" < first < last < "2018"
    assert first.endswith("-01") and last[-2:] in ("28", "29", "30", "31")


def test_a_click_where_a_drag_chooses_months_opens_the_sentence(open_page: Open) -> None:
    page = open_page("casualties?lang=en")
    page.locator(".st-key-figure-cumulative .scatterlayer .point").first.click(force=True)
    page.wait_for_url("**/reader?**event=**")


def test_a_click_on_a_bar_chooses_its_month(open_page: Open) -> None:
    page = open_page("timeline?lang=en")
    page.locator(".st-key-figure-when .barlayer .point").first.click(force=True)
    page.wait_for_url("**from=**")
    assert (asked(page)["from"], asked(page)["to"]) == (["2011-03-01"], ["2011-03-31"])
