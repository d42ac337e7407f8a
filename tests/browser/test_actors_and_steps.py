"""An actor by its link, and a document read from mention to mention."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import settle

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
DOCUMENT = "reader?doc=2016-09-09-geneva-kerry-lavrov&lang=en"


def test_who_only_states_tolls_has_a_page(open_page: Open) -> None:
    page = open_page("actors?lang=en")
    page.get_by_role("link", name="Human Rights Watch").click()
    expect(page.locator("h1.asks")).to_have_text("Human Rights Watch")
    expect(page.get_by_text("Known here only for the tolls it states")).to_be_visible()
    expect(page.locator(".toll .figure")).to_have_text("at least 4 killed")
    expect(page.get_by_text("No encounter: it takes part in no event")).to_be_visible()
    settle(page)


def test_a_link_opens_the_actor_whose_items_lead_to_sentences(open_page: Open) -> None:
    page = open_page("actors?actor=john-kerry&lang=en")
    expect(page.locator("h1.asks")).to_have_text("John Kerry")
    facts = page.locator(".facts").first
    expect(facts).to_contain_text("جون كيري")
    expect(facts).to_contain_text("Foreign Minister, United States: 1 February 2013")
    expect(page.locator(".js-plotly-plot .main-svg:first-child")).to_have_count(3)
    foot = page.locator(".st-key-foot").bounding_box()
    assert foot and foot["y"] + foot["height"] <= 900  # the first screen is whole
    page.locator("[data-testid=stMain] [data-testid=stPageLink-NavLink]").first.click()
    page.wait_for_url("**/reader?**event=**")
    expect(page.locator(".document #here")).to_be_in_viewport(timeout=20_000)


def test_the_ranking_and_a_counterpart_open_the_actor_they_name(open_page: Open) -> None:
    page = open_page("actors?lang=en&from=2016-01-01")
    page.locator("table.events a.actor", has_text="Sergey Lavrov").click()
    page.wait_for_url("**actor=sergey-lavrov**")
    expect(page.locator("h1.asks")).to_have_text("Sergey Lavrov", timeout=30_000)
    assert "from=2016-01-01" in page.url
    first = page.locator(".st-key-figure-met .js-plotly-plot .barlayer .point").first
    first.click(force=True)
    page.wait_for_url("**actor=john-kerry**")
    expect(page.locator("h1.asks")).to_have_text("John Kerry")


_SCROLLS = """() => [...document.querySelectorAll('[data-testid=stMain] [data-testid=stVerticalBlock]')]
  .filter(e => e.scrollHeight > e.clientHeight + 2 && getComputedStyle(e).overflowY !== 'visible').length"""


@pytest.mark.parametrize("width", [1400, 390])
def test_a_list_shows_its_first_and_opens_whole(open_page: Open, width: int) -> None:
    page = open_page("actors?lang=en", width=width)
    rows = page.locator("table.events tbody tr")
    expect(rows).to_have_count(15)
    assert page.evaluate(_SCROLLS) == 0
    page.get_by_role("button", name="Show all").click()
    page.wait_for_url("**all=true**")
    expect(page.get_by_role("button", name="Show the first only")).to_be_visible()
    assert rows.count() > 50 and page.evaluate(_SCROLLS) == 0
    page = open_page("actors?actor=navi-pillay&lang=en", width=width)
    assert page.evaluate(_SCROLLS) == 0
    page.get_by_role("button", name="All tolls").click()
    page.wait_for_url("**show=tolls**")
    expect(page.get_by_role("tab", name="Tolls")).to_have_attribute("aria-selected", "true")
    page = open_page("actors?actor=john-kerry&lang=en", width=width)
    page.get_by_role("link", name="All meetings and calls").click()
    page.wait_for_url(re.compile(r"/meetings\?.*actor=john-kerry.*show=table"))


def test_the_tolls_of_an_actor_stand_with_their_words(open_page: Open) -> None:
    page = open_page("actors?actor=navi-pillay&lang=en")
    page.get_by_role("tab", name=re.compile("Tolls")).click()
    rows = page.get_by_role("tabpanel").locator("visible=true").locator("table.events tbody tr")
    expect(rows.first).to_be_visible()
    for row in rows.all():
        assert "Navi Pillay" in row.inner_text()
        assert row.locator("a[href^='reader?']").count() == 1


def test_the_reader_steps_through_the_mentions_of_a_layer(open_page: Open) -> None:
    page = open_page(f"{DOCUMENT}&mark=claims-1056-1076")
    now = page.locator(".document [aria-current=true]")
    expect(now).to_be_in_viewport()
    expect(page.locator(".explained")).to_contain_text("more than 260,000 killed")
    page.locator(".document .m-dates").first.click()  # a click chooses
    expect(page.locator(".explained")).to_contain_text("Date: 9 September 2016")
    expect(page.get_by_role("button", name="Previous mention")).to_be_disabled()
    expect(page.locator(".st-key-steps")).to_contain_text("1 of 12")
    page.get_by_role("button", name="Next mention").click()
    expect(page.locator(".st-key-steps")).to_contain_text("2 of 12")
    expect(now).to_have_class(re.compile("m-dates"))
    expect(now).to_be_in_viewport()
    page.locator(".document .m-actors[tabindex]").first.focus()  # so does the keyboard
    page.keyboard.press("Enter")
    expect(page.locator(".explained")).to_contain_text("John Kerry")
    page.wait_for_url("**mark=actors-**")
    expect(now).to_be_focused()


def test_layers_that_are_off_are_off_in_the_link(open_page: Open) -> None:
    page = open_page(DOCUMENT)
    page.locator(".st-key-layers button", has_text="Actors").click()
    expect(page.locator(".document .m-actors")).to_have_count(0)
    page.wait_for_url("**layers=**")
    again = open_page(page.url)
    expect(again.locator(".document .m-dates").first).to_be_visible()
    expect(again.locator(".document .m-actors")).to_have_count(0)
