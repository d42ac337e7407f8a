"""Casualties on one screen: what contradicts, what is chosen, and how each figure was read."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlparse

import pytest
from playwright.sync_api import Page, expect

from dashboard.charts.measure import text_size
from dashboard.pipeline import import_dataset
from tests.browser.conftest import _serving, figures, settle
from tests.browser.test_views import _BOXES, overlaps
from tests.sources.datasets import ged, write_ged

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
MARKS = ".st-key-figure-disputed .scatterlayer .point"
TEXTS = (
    "أكثر من 100 ألفاً", "مفوضية الأمم المتحدة لحقوق الإنسان", "بان كي مون", "ما لا يقل عن 1,429",
    "Syrian Observatory for Human Rights", "at least 220,000", "Médecins Sans Frontières",
)  # fmt: skip
_WIDTHS = """async texts => {
  const context = document.createElement('canvas').getContext('2d');
  const font = '700 13px "IBM Plex Sans Arabic"';
  await document.fonts.load(font, texts.join(''));
  context.font = font;
  return texts.map(text => context.measureText(text).width);
}"""
_TALL = "document.querySelector('[data-testid=stMain]').scrollHeight"


@pytest.fixture(scope="module")
def with_dataset(table: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server over the sample and made-up rows of UCDP GED, some of them wide."""
    folder = tmp_path_factory.mktemp("beside")
    shutil.copytree(table, folder / "table")
    rows = [
        ged(n, date_start=f"2016-{n % 9 + 1:02}-10", date_end=f"2016-{n % 9 + 1 + n % 2:02}-20")
        for n in range(40)
    ]
    import_dataset("ucdp", write_ged(folder / "ged_19.1.csv", *rows), folder / "table")
    with _serving(folder / "table") as address:
        yield address


@pytest.mark.parametrize(
    ("language", "more"),
    [("en", ""), ("ar", "&reference=true"), ("en", "&reference=true"), ("ar", "&view=disputed")],
)
def test_the_first_screen_is_complete(
    open_page: Open, with_dataset: str, language: str, more: str
) -> None:
    page = open_page(f"{with_dataset}/casualties?lang={language}{more}")
    page.set_viewport_size({"width": 1400, "height": 900})
    settle(page)
    assert page.evaluate(_TALL) <= 900
    for figure in figures(page):
        assert overlaps(figure.evaluate(_BOXES, ".annotation-text, .xtick text, .ytick text")) == []


_MONTHS = """figure => {
  const axis = figure._fullLayout.xaxis, left = figure.getBoundingClientRect().left;
  return ['2014-01-01', '2016-09-01'].map(day => Math.round(left + axis._offset + axis.d2p(day)));
}"""


@pytest.mark.parametrize(("language", "more"), [("ar", ""), ("en", "&reference=true")])
def test_a_month_stands_above_itself_in_every_figure(
    open_page: Open, with_dataset: str, language: str, more: str
) -> None:
    page = open_page(f"{with_dataset}/casualties?lang={language}{more}")
    places = [figure.evaluate(_MONTHS) for figure in figures(page)]
    assert len(places) == (3 if more else 2)
    assert all(place == places[0] for place in places)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_no_toll_is_written_on_another_on_a_telephone(open_page: Open, language: str) -> None:
    page = open_page(f"casualties?lang={language}", width=390)
    for figure in figures(page):
        assert overlaps(figure.evaluate(_BOXES, ".annotation-text, .ytick text")) == []


def test_texts_are_as_wide_as_the_browser_draws_them(open_page: Open) -> None:
    drawn = open_page("casualties").evaluate(_WIDTHS, list(TEXTS))
    for text, width in zip(TEXTS, drawn, strict=True):
        assert text_size(f"<b>{text}</b>", 13)[0] == pytest.approx(width, rel=0.08), text


def test_a_contradicting_toll_opens_at_its_figure_and_says_how_it_was_read(open_page: Open) -> None:
    page = open_page("casualties?lang=en&view=disputed")
    expect(
        page.get_by_role("heading", name="Killed: 1 happening is told with different tolls")
    ).to_be_visible()
    expect(page.locator(".happening .told")).to_have_count(2)
    expect(page.locator(".happening")).to_contain_text("470 ألف")
    page.locator(MARKS).first.click(force=True)
    page.wait_for_url("**/reader?**mark=claims-**")
    settle(page)
    said = page.locator(".explained")
    expect(said).to_contain_text("271,138")
    expect(said).to_contain_text("an exact figure")
    expect(said).to_contain_text("running total")
    expect(said).to_contain_text("Rule")


def test_a_sentence_of_the_list_opens_there_too(open_page: Open) -> None:
    page = open_page("casualties?view=disputed")
    page.locator(".happening .told a").last.click()
    page.wait_for_url("**/reader?**mark=claims-**")
    settle(page)
    expect(page.locator(".explained")).to_contain_text("عدد تقريبي: 470,000")


def test_what_is_chosen_among_the_claims_is_in_the_link(open_page: Open) -> None:
    page = open_page("casualties?lang=en&victims=children")
    expect(page.locator(".st-key-figure-incident .annotation-text", has_text="49")).to_be_visible()
    page.locator(".st-key-said_by input").click()
    page.get_by_role("option", name="OHCHR").first.click()
    page.wait_for_url("**said_by=OHCHR**")
    settle(page)
    page.get_by_role("radio", name="Wounded").click()
    page.wait_for_url("**kind=wounded**")
    page.get_by_role("tab", name="Table").click()
    page.wait_for_url("**view=table**")
    asked = parse_qs(urlparse(page.url).query)
    assert (asked["victims"], asked["said_by"]) == (["children"], ["OHCHR"])
    page.reload()
    settle(page)
    expect(page.get_by_role("tab", name="Table")).to_have_attribute("aria-selected", "true")
