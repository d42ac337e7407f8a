"""Every page by its own link, in both languages: drawn, in the right direction, from this machine."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import settle

pytestmark = pytest.mark.browser

PAGES = (
    "timeline", "overview", "casualties", "meetings", "actors", "events", "reader", "briefing",
    "review", "add",
)  # fmt: skip
FIGURES = {"overview": 3, "timeline": 2, "casualties": 2, "meetings": 1, "actors": 1}
Open = Callable[..., Page]


def test_the_first_visit_to_a_fresh_server_lands_on_the_page_it_asked_for(open_page: Open) -> None:
    page = open_page("events")
    assert page.locator("[role=dialog]").count() == 0
    assert page.url.split("?")[0].endswith("/events")
    assert page.locator("table.events tbody tr").count() > 10


# A page whose figures change with the width loads anew meanwhile: then it has no body for a moment.
_FITS = """() => document.body && [document.documentElement, ...document.querySelectorAll('.js-plotly-plot, .main-svg')]
  .every(e => Math.max(e.scrollWidth, e.getBoundingClientRect().width) <= innerWidth)"""


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_a_deep_link_shows_its_page(
    open_page: Open, screenshots: Path, name: str, language: str
) -> None:
    page = open_page(("" if name == "overview" else name) + f"?lang={language}")
    # The menu is the entry script's: it ran, not the page's script alone.
    assert page.locator(".st-key-menu a").count() == len(PAGES)
    assert page.locator("[data-testid=stException], [data-testid=stAlertContentError]").count() == 0
    assert page.locator("h1.asks").inner_text().strip()
    expect(page.locator(".js-plotly-plot .main-svg:first-child")).to_have_count(
        FIGURES.get(name, 0)
    )
    way = "rtl" if language == "ar" else "ltr"
    for part in (".stApp", "[data-testid=stSidebar]", "[data-testid=stMain]", "h1.asks"):
        assert direction(page, part) == way, part
    if FIGURES.get(name):
        assert direction(page, ".stPlotlyChart") == "ltr"
    text = page.locator(".stApp").inner_text()
    assert "chart." not in text and "state." not in text
    page.screenshot(path=screenshots / f"{name}-{language}-1400.png")
    page.set_viewport_size({"width": 390, "height": 844})
    page.wait_for_function(_FITS)  # the figures are drawn again for a narrow window
    settle(page)
    page.screenshot(path=screenshots / f"{name}-{language}-390.png")


def direction(page: Page, selector: str) -> str:
    found = page.locator(selector).first
    return str(found.evaluate("element => getComputedStyle(element).direction"))


def test_the_dark_theme_is_drawn(open_page: Open, screenshots: Path) -> None:
    page = open_page("?lang=ar", dark=True)
    page.screenshot(path=screenshots / "overview-ar-1400-dark.png")
    colour = page.locator(".stApp").evaluate("element => getComputedStyle(element).backgroundColor")
    assert max(map(int, colour.strip("rgba()").split(",")[:3])) < 60


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("events?v=999", "999"),
        ("events?q=zzzz", "zzzz"),
        ("reader?doc=no-such-document", "no-such-document"),
        ("events?actor=nobody&from=soon&type=WAR&v=x", ""),
    ],
)
def test_a_link_that_cannot_be_met_gets_a_sentence(open_page: Open, link: str, said: str) -> None:
    page = open_page(link)
    assert page.locator("[data-testid=stException]").count() == 0
    if said:
        assert said in page.locator(".state").inner_text()
    else:  # values that mean nothing change nothing: they are named, and can be taken away
        assert page.locator("table.events tbody tr").count() > 10
        line = page.locator(".st-key-passed-over .notice")
        for value in ("actor=nobody", "from=soon", "type=WAR", "v=x"):
            expect(line).to_contain_text(value)
        page.locator(".st-key-passed-over-reset button").click()
        page.wait_for_function("!location.search.includes('nobody')")
        expect(line).to_have_count(0)
