"""A data set beside the articles: out of their way, one step from view, a line under the tolls."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from dashboard.pipeline import import_dataset
from tests.briefing.reading import words, workbook
from tests.browser.conftest import _serving, settle
from tests.sources.datasets import ged, write_ged

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
SWITCH = ".st-key-reference"
FIGURE = ".st-key-figure-reference .js-plotly-plot"


@pytest.fixture(scope="module")
def with_dataset(table: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server over the sample and forty made-up rows of UCDP GED."""
    folder = tmp_path_factory.mktemp("dataset")
    shutil.copytree(table, folder / "table")
    rows = [
        ged(n, date_start=f"2016-{n % 9 + 1:02}-10", source_headline="<b>made up</b>")
        for n in range(40)
    ]
    import_dataset("ucdp", write_ged(folder / "ged_19.1.csv", *rows), folder / "table")
    with _serving(folder / "table") as address:
        yield address


def test_the_series_is_switched_on_and_stays_in_the_link(
    open_page: Open, with_dataset: str
) -> None:
    page = open_page(f"{with_dataset}/casualties?lang=en&from=2016-01-01")
    expect(page.locator(".js-plotly-plot")).to_have_count(2)
    page.locator(f"{SWITCH} label").first.click()
    expect(page.locator(FIGURE)).to_be_visible()
    page.wait_for_url(re.compile("reference=true"))
    settle(page)
    expect(page.locator(".js-plotly-plot")).to_have_count(3)
    ends = "plot => [...document.querySelectorAll('.js-plotly-plot')].slice(1).map(p => p._fullLayout.xaxis.range.join())"
    incidents, series = page.locator(FIGURE).evaluate(ends)
    assert incidents == series
    page.locator("[class*=st-key-chip-]").get_by_role("button").first.click()
    page.wait_for_function("!location.search.includes('from=')")
    page.locator(".st-key-language button").click()
    page.wait_for_function("!location.search.includes('lang=')")
    page.reload()
    settle(page)
    expect(page.locator(FIGURE)).to_be_visible()
    assert "للمقارنة لا للجمع" in page.locator(".st-key-figure-reference").inner_text()


def test_a_table_without_data_sets_has_no_switch(open_page: Open) -> None:
    page = open_page("casualties?lang=en&reference=true")
    assert page.locator(SWITCH).count() == 0
    assert page.locator(FIGURE).count() == 0
    assert page.locator(".st-key-datasets").count() == 0


def test_its_rows_are_one_step_away_and_open_in_the_reader(
    open_page: Open, with_dataset: str
) -> None:
    page = open_page(f"{with_dataset}/events?lang=en")
    assert "made up" not in page.locator("table.events").inner_text()
    page.locator(".st-key-datasets button", has_text="UCDP GED 19.1").first.click()
    page.wait_for_url(re.compile("source=UCDP"))
    rows = page.locator("table.events tbody tr")
    expect(rows).to_have_count(40)
    expect(page.locator(".st-key-datasets")).to_have_count(0)
    rows.first.locator("a").first.click()
    page.wait_for_url("**/reader?**event=**")
    here = page.locator(".document .m-here")
    expect(here.first).to_be_in_viewport()
    assert "<b>made up</b>" in "".join(here.all_inner_texts())
    assert page.locator(".document b").count() == 0


def test_a_briefing_of_a_data_set_says_whose_rows_they_are(
    open_page: Open, with_dataset: str
) -> None:
    page = open_page(f"{with_dataset}/briefing?lang=en&source=UCDP%20GED%2019.1")
    for name in ("Running totals", "Map of meetings", "Counts of data sets", "Pairs"):
        page.get_by_role("button", name=name, exact=True).click()
    page.locator("[data-testid=stFormSubmitButton] button").click()
    whole = page.locator(".st-key-briefing-whole")
    expect(whole).to_be_visible(timeout=60_000)
    expect(page.locator(".state")).to_contain_text("nothing to draw for: Pairs")
    with page.expect_download() as saved:
        whole.get_by_role("button").first.click()
    with zipfile.ZipFile(saved.value.path()) as file:
        names = file.namelist()
        (printed,) = (file.read(name) for name in names if name.endswith(".pdf"))
        (book,) = (file.read(name) for name in names if name.endswith(".xlsx"))
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(printed)).pages]
    assert len(pages) == 2  # events, and the counts of the data set
    for said in pages:
        assert set(words(said)) >= {"Source", "Sources", "UCDP", "GED", "19"}
    assert "Counts of data sets" in workbook(book)


@pytest.fixture(scope="module")
def only_dataset(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server over a data set and no article."""
    folder = tmp_path_factory.mktemp("only")
    import_dataset("ucdp", write_ged(folder / "ged_19.1.csv", ged(1)), folder / "table")
    with _serving(folder / "table") as address:
        yield address


@pytest.mark.parametrize("name", ["", "actors", "reader", "casualties"])
def test_a_table_of_a_data_set_alone_says_how_to_see_it(
    open_page: Open, only_dataset: str, name: str
) -> None:
    page = open_page(f"{only_dataset}/{name}?lang=en")
    expect(page.locator(".state")).to_contain_text("data sets only")
    page.locator(".st-key-datasets button").first.click()
    page.wait_for_url(re.compile("source=UCDP"))
    settle(page)
    expect(page.locator(".state")).to_have_count(0)


def test_a_data_sets_file_is_taken_in_on_the_page_and_its_bad_rows_are_named(
    open_page: Open, table: Path, tmp_path: Path, screenshots: Path
) -> None:
    shutil.copytree(table, tmp_path / "table")
    bad = ged(3, latitude="north")
    file = write_ged(tmp_path / "ged_19.1.csv.gz", ged(1), ged(2, date_start="2016-10-01"), bad)
    other = tmp_path / "other.csv"
    other.write_text("a,b\n1,2\n")
    with _serving(tmp_path / "table") as address:
        page = open_page(f"{address}/add?lang=en")
        page.get_by_role("tab").nth(2).click()
        form = page.locator("[data-testid=stForm]:visible")
        said = page.get_by_test_id("stAlert")
        for chosen, words in (
            (other, "Columns are missing"),
            (file, "give degrees from -90 to 90"),
        ):
            form.locator("input[type=file]").set_input_files(chosen)
            form.get_by_text(chosen.name).wait_for()
            form.get_by_role("button", name="Check and save").click()
            expect(said.filter(has_text=words)).to_be_visible()
        expect(said.filter(has_text="Line 4")).to_contain_text("ged_19.1.csv.gz")
        expect(said.filter(has_text="2 events")).to_be_visible()
        page.screenshot(path=screenshots / "import-en-1400.png")
        page.close()
        page = open_page(f"{address}/events?lang=en&source=UCDP+GED+19.1")
        expect(page.locator("table.events tbody tr")).to_have_count(2)
        page.close()
