"""Figures by keyboard: from mark to mark, ringed and read aloud; Enter does what a click does."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import faults, settle
from tests.browser.test_reach import focused

pytestmark = pytest.mark.browser
Open = Callable[..., Page]

_SAID = """figure => {
  const seek = root => {
    for (const part of root.querySelectorAll('*')) {
      const found = part.matches('[aria-live=polite]') ? part.textContent
        : part.shadowRoot ? seek(part.shadowRoot) : null;
      if (found !== null) return found;
    }
    return null;
  };
  return seek(figure);
}"""
_CENTRE = (
    "ring => (b => [b.left + b.width / 2, b.top + b.height / 2])(ring.getBoundingClientRect())"
)


def enter(page: Page, key: str) -> Locator:
    """Goes with Tab alone to the figure of a key."""
    figure = page.locator(f".st-key-figure-{key}")
    figure.locator("[data-keys]").wait_for()
    page.locator(f".st-key-figure-{key}").evaluate(
        """figure => { const mark = document.createElement('span'); mark.tabIndex = 0;
        figure.before(mark); mark.focus(); }"""
    )
    page.keyboard.press("Tab")
    assert focused(page).evaluate("e => e.classList.contains('js-plotly-plot')")
    return figure


def said(figure: Locator) -> str:
    """What is read aloud of the mark, without what only sets the direction."""
    return re.sub("[\u2066-\u2069]", "", figure.evaluate(_SAID) or "")


def ring(figure: Locator) -> tuple[float, float]:
    """Where the ringed mark is."""
    x, y = figure.locator(".mark-ring").evaluate(_CENTRE)
    return x, y


@pytest.mark.parametrize(
    ("link", "key", "of"),
    [("timeline?lang=ar", "intervals", r"\(1 من \d+\)"), ("timeline?lang=en", "when", r"\(1 of \d+\)"),
     ("casualties?lang=ar", "cumulative", r"\(1 من \d+\)")],
)  # fmt: skip
def test_arrow_keys_go_through_time_from_left_to_right(
    open_page: Open, link: str, key: str, of: str
) -> None:
    page = open_page(link)
    figure = enter(page, key)
    assert re.search(of, said(figure))
    expect(figure.locator(".by-keys")).to_be_visible()
    places, texts = [ring(figure)], [said(figure)]
    for _ in range(6):
        page.keyboard.press("ArrowRight")
        places.append(ring(figure))
        texts.append(said(figure))
    assert [x for x, _ in places] == sorted(x for x, _ in places)
    assert len(set(texts)) == 7
    expect(figure.locator(".hoverlayer .hovertext")).to_be_visible()
    page.keyboard.press("ArrowLeft")
    assert said(figure) == texts[-2]
    page.keyboard.press("End")
    last = ring(figure)
    assert last[0] > places[-1][0]
    page.keyboard.press("ArrowRight")
    assert ring(figure) == last
    page.keyboard.press("Home")
    assert ring(figure) == places[0]
    page.keyboard.press("Shift+Tab")
    expect(figure.locator(".mark-ring")).to_have_count(0)


def test_up_and_down_go_to_other_rows(open_page: Open) -> None:
    page = open_page("timeline?lang=en")
    figure = enter(page, "intervals")
    start = ring(figure)
    page.keyboard.press("ArrowDown")
    below = ring(figure)
    assert below[1] > start[1]
    page.keyboard.press("ArrowUp")
    assert ring(figure)[1] < below[1]


def test_enter_opens_the_sentence_of_the_mark(open_page: Open) -> None:
    page = open_page("timeline?lang=en")
    figure = enter(page, "intervals")
    page.keyboard.press("End")
    assert "27 October 2018" in said(figure)
    page.keyboard.press("Enter")
    page.wait_for_url("**/reader?**event=**")


def test_enter_opens_a_toll_at_its_figure(open_page: Open) -> None:
    page = open_page("casualties?lang=en")
    enter(page, "cumulative")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.wait_for_url("**/reader?**mark=claims-**")


def test_a_month_is_entered_and_the_figure_keeps_the_keyboard(open_page: Open) -> None:
    page = open_page("timeline?lang=en")
    figure = enter(page, "when")
    assert "March 2011" in said(figure)
    page.keyboard.press("Enter")
    page.wait_for_url("**from=2011-03-01**to=2011-03-31**")
    settle(page)
    page.wait_for_function("document.activeElement.matches('.st-key-figure-when .js-plotly-plot')")


@pytest.mark.parametrize(("language", "onward"), [("ar", "ArrowLeft"), ("en", "ArrowRight")])
def test_places_of_the_map_are_a_list_in_the_direction_of_reading(
    open_page: Open, language: str, onward: str
) -> None:
    page = open_page(f"meetings?lang={language}")
    figure = enter(page, "map")
    first, busiest = ring(figure), said(figure)
    page.keyboard.press(onward)
    second = said(figure)
    assert second != busiest
    held = [int(re.search(r"\d+", place)[0]) for place in (busiest, second)]
    assert held[0] >= held[1] > 0  # whatever other tests have corrected in this table
    assert ring(figure) != first
    page.keyboard.press("ArrowUp")
    assert said(figure) == busiest
    page.keyboard.press("ArrowDown")
    assert said(figure) == second
    page.keyboard.press("Enter")
    page.wait_for_url("**place=**")


@pytest.mark.parametrize("doc", ["2016-09-09-geneva-kerry-lavrov"])
def test_arrow_keys_go_through_the_marked_words_as_one_reads(open_page: Open, doc: str) -> None:
    page = open_page(f"reader?lang=en&doc={doc}")
    come = page.locator(".document [tabindex='0']")
    expect(come).to_have_count(1)
    come.evaluate("""mark => { const before = document.createElement('span'); before.tabIndex = 0;
      mark.closest('.document').before(before); before.focus(); }""")
    page.keyboard.press("Tab")
    passed = []
    for _ in range(8):
        at = focused(page)
        passed.append(
            at.evaluate("e => [...document.querySelectorAll('.document [data-mark]')].indexOf(e)")
        )
        expect(at).to_be_in_viewport()
        page.keyboard.press("ArrowLeft")  # the article runs from right to left
    assert passed == sorted(set(passed))
    page.keyboard.press("ArrowRight")
    words = focused(page).inner_text()
    page.keyboard.press("Enter")
    page.wait_for_url("**mark=**")
    settle(page)
    expect(page.locator(".explained strong")).to_contain_text(words)
    expect(page.locator(".document [aria-current=true]")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".document [aria-current=true]")).not_to_be_focused()
    page.keyboard.press("Tab")
    assert not focused(page).evaluate("e => Boolean(e.closest('.document'))")


def test_what_is_read_aloud_is_in_the_chosen_digits(open_page: Open) -> None:
    page = open_page("?digits=arab")
    assert re.search(r"\(١ من ٧\)", said(enter(page, "actor")))


@pytest.mark.parametrize(
    ("edge", "number", "actor"), [("y", 1, "john-kerry"), ("x", 0, "sergey-lavrov")]
)
def test_a_name_at_the_edge_of_the_matrix_answers_as_its_number_does(
    open_page: Open, edge: str, number: int, actor: str
) -> None:
    page = open_page("meetings?lang=en&show=who")
    matrix = page.locator(".st-key-figure-matrix")
    expect(matrix.locator(".hint")).to_contain_text("a name at the edge")
    matrix.locator("[data-heard]").wait_for()
    matrix.locator(f".{edge}tick text").nth(number).click()
    page.wait_for_url(f"**actor={actor}**")


def test_a_matrix_come_back_to_answers_again(open_page: Open) -> None:
    page = open_page("meetings?lang=en&show=who")
    matrix = page.locator(".st-key-figure-matrix")
    matrix.locator("[data-heard]").wait_for()
    matrix.locator(".ytick text").nth(1).click()
    page.wait_for_url("**actor=john-kerry**")
    settle(page)
    page.go_back()
    page.wait_for_url(lambda url: "actor=" not in url)
    settle(page)
    matrix.locator("[data-heard]").wait_for()
    matrix.locator(".xtick text").first.click()
    page.wait_for_url("**actor=sergey-lavrov**")


def test_a_figure_in_use_has_no_serious_fault(open_page: Open) -> None:
    page = open_page("casualties?lang=en")
    enter(page, "incident")
    assert faults(page) == []
