"""A briefing made and taken away through the page, as an analyst does it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.conftest import _serving, settle

pytestmark = pytest.mark.browser

Open = Callable[..., Page]


def test_two_figures_are_picked_made_and_saved_as_one_zip(
    open_page: Open, screenshots: Path, tmp_path: Path
) -> None:
    page = open_page("briefing?lang=ar&from=2016-01-01&to=2016-12-31")
    for name in ("الأحداث عبر الزمن", "خريطة اللقاءات"):  # of the three picked at first
        expect(page.get_by_role("button", name=name)).to_be_visible()
    page.get_by_role("button", name="خريطة اللقاءات").click()
    page.locator(".st-key-briefing-headline input").fill("عام المفاوضات")
    page.locator(".st-key-briefing-note textarea").fill("كما ترويه المصادر.")
    page.locator("[data-testid=stFormSubmitButton] button").click()
    whole = page.locator(".st-key-briefing-whole")
    expect(whole).to_be_visible(timeout=60_000)
    settle(page)
    expect(page.locator("[data-testid=stImage] img")).to_have_count(2)
    page.screenshot(path=screenshots / "briefing-made-ar-1400.png")
    with page.expect_download() as saved:
        whole.get_by_role("button").first.click()
    assert saved.value.suggested_filename.endswith(".zip")
    saved.value.save_as(tmp_path / "briefing.zip")
    with zipfile.ZipFile(tmp_path / "briefing.zip") as file:
        names = file.namelist()
        kinds = sorted(name.rsplit(".", 1)[1] for name in names)
        (printed,) = (file.read(name) for name in names if name.endswith(".pdf"))
    assert kinds == ["csv", "csv", "pdf", "png", "png", "pptx", "svg", "svg", "xlsx"]
    assert len(PdfReader(io.BytesIO(printed)).pages) == 3


def test_other_filters_take_the_old_files_away(open_page: Open) -> None:
    page = open_page("briefing?lang=en&from=2016-01-01")
    page.locator("[data-testid=stFormSubmitButton] button").click()
    expect(page.locator(".st-key-briefing-whole")).to_be_visible(timeout=60_000)
    page.locator(".st-key-chips button").first.click()
    expect(page.locator(".st-key-briefing-whole")).to_have_count(0)
    expect(page.locator("[data-testid=stMain]")).to_contain_text("Pick the figures")


def test_nothing_picked_is_said(open_page: Open) -> None:
    page = open_page("briefing?lang=en")
    for name in ("Events over time", "Running totals", "Map of meetings"):
        page.get_by_role("button", name=name).click()
    page.locator("[data-testid=stFormSubmitButton] button").click()
    expect(page.locator(".state")).to_contain_text("No figure is picked")


def test_without_a_browser_it_says_so_and_the_rows_are_made(
    open_page: Open, table: Path, monkeypatch: pytest.MonkeyPatch, screenshots: Path
) -> None:
    monkeypatch.setenv("BROWSER_PATH", "/no/such/chromium")
    with _serving(table) as address:
        page = open_page(f"{address}/briefing?lang=en&from=2016-01-01")
        expect(page.locator(".state")).to_contain_text("BROWSER_PATH names no program")
        expect(page.locator(".state")).to_contain_text("/no/such/chromium")
        page.locator("[data-testid=stFormSubmitButton] button").click()
        whole = page.locator(".st-key-briefing-whole")
        expect(whole.get_by_role("button")).to_have_count(2)
        page.screenshot(path=screenshots / "briefing-without-browser-en-1400.png")
        assert whole.all_inner_texts()[0].split("\n")[-1].endswith("XLSX)")
        expect(page.locator("[data-testid=stImage]")).to_have_count(0)
        with page.expect_download() as saved:
            whole.get_by_role("button").first.click()
        with zipfile.ZipFile(saved.value.path()) as file:
            kinds = sorted(name.rsplit(".", 1)[1] for name in file.namelist())
        assert kinds == ["csv", "csv", "csv", "xlsx"]
