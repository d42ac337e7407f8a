"""Pages for everyone: read aloud, worked by keyboard, in the dark, in the digits one reads.

axe-core looks at every page as a browser shows it, in both languages and themes; no violation that
it calls serious or critical is let through, and no rule is turned off.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import drawn, faults, figures, new_page, settle

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
DOCUMENT = "reader?doc=2016-09-09-geneva-kerry-lavrov"
COMPARED = "timeline?from=2016-01-01&to=2016-12-31&compare=2015-01-01/2015-12-31"
PAGES = (
    "", "timeline", "casualties", "meetings", "actors", "events", "reader", "briefing", "review",
    "add", DOCUMENT, "actors?actor=john-kerry", COMPARED, "meetings?show=net", "meetings?show=who",
)  # fmt: skip
CHARTS = (
    "", "timeline", "casualties", "meetings", "actors", "actors?actor=john-kerry", COMPARED,
    "meetings?show=net", "meetings?show=who",
)  # fmt: skip

# A document's own words, what is to be typed, and the date fields, whose digits are Streamlit's.
_QUOTED = "[dir=auto], .document, code, input, [data-testid=stDateInput], .shelf td:nth-child(2)"
_WESTERN = """quoted => {
  const found = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const {data, parentElement} = walk.currentNode;
    if (!/[0-9]/.test(data) || parentElement.closest(`style, script, ${quoted}`)) continue;
    if (parentElement.getClientRects().length) found.push(data);
  }
  return found;
}"""


def link(path: str, language: str) -> str:
    return f"{path}{'&' if '?' in path else '?'}lang={language}"


@pytest.mark.parametrize(("language", "scheme"), [("ar", "light"), ("en", "dark")])
def test_no_page_has_a_serious_fault_and_every_chart_is_told_in_words(
    chromium: Browser, server: str, language: str, scheme: str
) -> None:
    page = new_page(chromium, dark=scheme == "dark")
    found: list[str] = []
    charts: set[str] = set()
    for path in PAGES:
        page.goto(f"{server}/{link(path, language)}")
        drawn(page)
        found += faults(page)
        for chart in page.locator("[class*=st-key-figure-]:has([data-testid=stPlotlyChart])").all():
            name = chart.locator("[role=figure]").get_attribute("aria-label")
            told = chart.locator(".heard").text_content() or ""
            assert name and len(told) > len(name), (path, name)
            charts.add(path)
    page.close()
    assert found == []
    assert charts >= set(CHARTS)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_page_says_its_language_and_its_name(open_page: Open, language: str) -> None:
    page = open_page(link("events", language))
    html = page.locator("html")
    expect(html).to_have_attribute("lang", language)
    expect(html).to_have_attribute("dir", "rtl" if language == "ar" else "ltr")
    said = {"ar": "الأحداث · توقيت", "en": "Events · Tawqit"}
    assert page.title() == said[language]
    page.locator(".st-key-language button").click()
    expect(html).to_have_attribute("lang", "en" if language == "ar" else "ar")


def test_the_keyboard_goes_past_the_menu_and_sees_where_it_is(open_page: Open) -> None:
    page = open_page("events?lang=en")
    page.keyboard.press("Tab")
    past = focused(page)
    expect(past).to_have_text("Skip the menu")
    expect(past).to_be_in_viewport()
    seen: list[str] = []
    places: list[tuple[float, float]] = []
    for _ in range(45):
        page.keyboard.press("Tab")
        at = focused(page)
        seen.append(at.evaluate(_NAME))
        assert at.evaluate(_SHOWN), seen[-1]
        box = at.bounding_box()
        assert box
        places.append((box["x"], box["y"]))
    # In the order of the page: its menu, its filters, then what they show.
    order = [
        seen.index(name)
        for name in ("Overview", "Add an article", "Text", "Actor", "Next", "Download CSV")
    ]
    assert order == sorted(order)
    assert "Previous" not in seen  # there is none before the first page


def test_the_link_past_the_menu_leads_into_the_page(open_page: Open) -> None:
    page = open_page("events?lang=en")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert focused(page).evaluate("e => Boolean(e.closest('[data-testid=stMain]'))")


def focused(page: Page) -> Locator:
    return page.locator("*:focus")


_NAME = """e => (e.getAttribute('aria-label') || e.labels?.[0]?.innerText
  || [...e.querySelectorAll('p')].map(p => p.innerText).join(' ') || e.innerText || '').trim()"""
# A ring, a border or a shadow: something about it changes with the focus.
_SHOWN = """e => {
  const look = () => [e, e.parentElement, e.closest('[data-testid=stTextInputRootElement], [data-baseweb], [role=group]')]
    .filter(Boolean).map(x => { const s = getComputedStyle(x);
      return [s.outline, s.boxShadow, s.borderColor, s.backgroundColor].join(); }).join();
  const now = look();
  e.blur();
  return new Promise(done => {
    let looks = 40;
    const compare = () => {
      if (look() === now && looks--) return void setTimeout(compare, 50);
      done(look() !== now);
      e.focus();
    };
    compare();
  });
}"""


def test_arabic_indic_digits_are_chosen_kept_in_links_and_quote_nothing_anew(
    open_page: Open,
) -> None:
    page = open_page("?lang=ar")
    western = page.locator(".toll .figure").first.inner_text()
    assert re.search("[0-9]", western)
    page.locator(".st-key-digits button", has_text="١٢٣").click()
    page.wait_for_url("**digits=arab**")
    digits = str.maketrans("0123456789,", "٠١٢٣٤٥٦٧٨٩٬")
    expect(page.locator(".toll .figure").first).to_have_text(western.translate(digits))
    for number, name in enumerate(
        ("timeline", "casualties", "meetings", "actors", "events", "reader"), 1
    ):
        page.locator(".st-key-menu a").nth(number).click()
        page.wait_for_url(f"**/{name}?**digits=arab**")
        settle(page)
        left = page.evaluate(_WESTERN, _QUOTED)
        assert [text for text in left if text != "123"] == [], name
    page.locator(".st-key-language button").click()
    page.wait_for_url("**lang=en**")
    expect(page.locator(".st-key-digits")).to_have_count(0)
    expect(page.locator(".rule").first).to_contain_text(re.compile(r"^\d+ documents"))


def test_a_quotation_keeps_its_digits(open_page: Open) -> None:
    said = open_page("events?lang=ar").locator("table.events td:last-child").all_inner_texts()
    again = open_page("events?digits=arab").locator("table.events td:last-child").all_inner_texts()
    assert again == said
    assert re.search("[0-9]", " ".join(said))


def test_labels_of_a_right_to_left_page_stay_inside_their_figure(open_page: Open) -> None:
    """Plotly measures text in a corner of the page: it must be written there as in the figure."""
    for figure in figures(open_page("casualties?digits=arab", width=390)):
        outside = figure.evaluate("""figure => {
          const whole = figure.getBoundingClientRect();
          return [...figure.querySelectorAll('.annotation-text')].filter(text => {
            const box = text.getBoundingClientRect();
            return box.width && (box.left < whole.left - 2 || box.right > whole.right + 2);
          }).map(text => text.textContent);
        }""")
        assert outside == []
