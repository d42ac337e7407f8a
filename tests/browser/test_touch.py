"""What a drag does with a mouse, done otherwise: months on a telephone, places of a map in a box."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlparse

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import settle

pytestmark = pytest.mark.browser
Open = Callable[..., Page]


@pytest.mark.parametrize(
    ("link", "key"),
    [("casualties?lang=en", "incident"), ("meetings?lang=ar&show=who", "lanes")],
)
def test_two_handles_set_the_months_on_a_telephone(open_page: Open, link: str, key: str) -> None:
    page = open_page(link, width=390)
    slider = page.locator(f".st-key-figure-{key} [data-testid=stSlider]")
    expect(slider.get_by_role("slider")).to_have_count(2)
    track = slider.bounding_box()
    assert track and track["x"] >= 0 and track["x"] + track["width"] <= 390
    handle = slider.get_by_role("slider").first
    handle.focus()
    for _ in range(14):
        page.keyboard.press("ArrowRight")
    page.wait_for_url(re.compile(r"from=\d{4}-\d\d-01"))
    settle(page)
    assert "to" in parse_qs(urlparse(page.url).query)


def test_a_telephone_is_known_as_one_from_its_first_page(chromium: Browser, server: str) -> None:
    telephone = chromium.new_context(
        viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True
    )
    page = telephone.new_page()
    page.goto(f"{server}/timeline")
    settle(page)
    expect(page.locator("[data-testid=stSlider]")).to_have_count(1)
    assert "tawqit_width=390" in page.evaluate("document.cookie")
    telephone.close()


def test_a_wide_figure_is_dragged_over_and_has_no_handles(open_page: Open) -> None:
    page = open_page("timeline")
    expect(page.locator("[data-testid=stSlider]")).to_have_count(0)


def test_a_box_on_the_map_chooses_the_places_in_it(open_page: Open) -> None:
    page = open_page("meetings?lang=ar&box=1")
    figure = page.locator(".st-key-figure-map .js-plotly-plot")
    expect(page.locator(".st-key-figure-map .hint")).to_contain_text("مستطيل")
    corners = figure.evaluate("""plot => {
      const sub = plot._fullLayout.map._subplot, at = sub.div.getBoundingClientRect();
      return [[-12, 58], [12, 40]].map(place => {
        const p = sub.map.project(place); return [at.left + p.x, at.top + p.y]; });
    }""")
    page.mouse.move(*corners[0])
    page.mouse.down()
    page.mouse.move(*corners[1], steps=12)
    page.mouse.up()
    page.wait_for_url("**place=**")
    settle(page)
    chosen = parse_qs(urlparse(page.url).query)["place"][0].split(",")
    assert {"geonames:2660646", "geonames:2643743"} <= set(chosen)  # Geneva, London
    assert "geonames:5128581" not in chosen  # New York


def test_a_mark_of_such_a_map_still_answers_a_click(open_page: Open) -> None:
    page = open_page("meetings?lang=en&box=1")
    figure = page.locator(".st-key-figure-map .js-plotly-plot")
    place = figure.evaluate("""plot => {
      const sub = plot._fullLayout.map._subplot, at = sub.div.getBoundingClientRect();
      const p = sub.map.project([-74.006, 40.7143]); return [at.left + p.x, at.top + p.y]; }""")
    page.mouse.click(*place)
    page.wait_for_url("**place=geonames%3A5128581**")
