"""Nothing to show, nothing there yet, nothing to read: each has a sentence that helps."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import settle

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
LANGUAGES = pytest.mark.parametrize("language", ["ar", "en"])
# The sentences are one function's: each page shows them, in one language or the other.
SEEN_IN = [
    ("overview", "ar"), ("overview", "en"), ("timeline", "ar"), ("timeline", "en"),
    ("casualties", "en"), ("meetings", "ar"), ("events", "en"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "language"), [*SEEN_IN, ("reader", "ar")])
def test_without_a_table_every_page_says_how_to_make_one(
    open_page: Open, server_without_table: str, screenshots: Path, name: str, language: str
) -> None:
    path = "" if name == "overview" else name
    page = open_page(f"{server_without_table}/{path}?lang={language}")
    said = page.locator(".state").inner_text()
    assert len(said) > 40
    expect(page.locator("[data-testid=stMain]")).to_contain_text("python -m dashboard ingest")
    assert page.locator("[data-testid=stException]").count() == 0
    if name == "overview":
        page.screenshot(path=screenshots / f"state-no-table-{language}-1400.png")


@pytest.mark.parametrize(("name", "language"), SEEN_IN)
def test_filters_that_let_nothing_through_are_named_and_can_be_taken_away(
    open_page: Open, screenshots: Path, name: str, language: str
) -> None:
    path = "" if name == "overview" else name
    page = open_page(f"{path}?lang={language}&actor=john-kerry&from=2011-03-01&to=2011-03-31")
    assert "2011" in page.locator(".state").inner_text()
    if name == "timeline":
        page.screenshot(path=screenshots / f"state-empty-{language}-1400.png")
    page.locator(".st-key-empty-reset button").click()
    page.wait_for_function("!location.search.includes('actor')")
    expect(page.locator(".state")).to_have_count(0)


@LANGUAGES
def test_an_unreadable_file_is_named_with_what_to_do(
    open_page: Open, screenshots: Path, tmp_path: Path, language: str
) -> None:
    bad = tmp_path / "broken.jsonl"
    bad.write_text("{no json", encoding="utf-8")
    page = open_page(f"add?lang={language}")
    page.get_by_role("tab").nth(1).click()
    page.locator("input[type=file]").first.set_input_files([bad])
    page.locator("[data-testid=stFileUploaderFile], [data-testid=stFileChip]").first.wait_for()
    page.locator("[data-testid=stFormSubmitButton] button").nth(1).click()
    alert = page.locator("[data-testid=stAlert]")
    expect(alert).to_contain_text("broken.jsonl", timeout=30_000)
    assert len(alert.inner_text()) > 40
    page.screenshot(path=screenshots / f"state-unreadable-{language}-1400.png")


@LANGUAGES
def test_names_of_files_are_shown_letter_by_letter(
    open_page: Open, tmp_path: Path, language: str
) -> None:
    names = ("a **b** [c](d) <i>.txt", "e _f_ `g`.jsonl")
    files = [tmp_path / name for name in names]
    files[0].write_text("", encoding="utf-8")
    files[1].write_text("{no json", encoding="utf-8")
    page = open_page(f"add?lang={language}")
    page.get_by_role("tab").nth(1).click()
    page.locator("input[type=file]").first.set_input_files(files)
    page.locator("[data-testid=stFileUploaderFile], [data-testid=stFileChip]").nth(1).wait_for()
    page.locator("[data-testid=stFormSubmitButton] button").nth(1).click()
    alerts = page.locator("[data-testid=stAlert]")
    for alert, name in zip((alerts.nth(0), alerts.nth(1)), names, strict=True):
        expect(alert).to_contain_text(name, timeout=30_000)
        expect(alert.locator("strong, em, a, i, code")).to_have_count(0)
    reason = alerts.nth(0).inner_text()
    assert "empty" not in reason if language == "ar" else "is empty" in reason


@LANGUAGES
def test_an_article_without_its_day_is_read_and_says_what_stays_open(
    open_page: Open, screenshots: Path, language: str
) -> None:
    page = open_page(f"add?lang={language}")
    page.locator("textarea").fill("التقى كيري لافروف في جنيف أمس.")
    page.locator("[data-testid=stFormSubmitButton] button").first.click()
    expect(page.locator(".document")).to_be_visible(timeout=30_000)
    assert len(page.locator(".state").first.inner_text()) > 40
    page.screenshot(path=screenshots / f"state-no-date-{language}-1400.png")


def test_what_streamlit_says_in_english_alone_is_said_in_arabic(open_page: Open) -> None:
    says = "e => getComputedStyle(e, '::after').content + getComputedStyle(e).fontSize"
    page = open_page("add")
    page.locator("textarea").first.fill("كلام")
    told = page.locator("[data-testid=InputInstructions] span").first
    assert "للمتابعة" in told.evaluate(says) and "Ctrl+Enter" in told.evaluate(says)
    page.get_by_role("tab").nth(1).click()
    for part, words in (("Dropzone] button p", "اختر"), ("DropzoneInstructions] span", "ميغابايت")):
        said = page.locator(f"[data-testid=stFileUploader{part}").first.evaluate(says)
        assert words in said and said.endswith("0px")
    page = open_page("events")
    page.locator(".st-key-filter-q input").fill("كلمة")
    assert "للتطبيق" in page.locator("[data-testid=InputInstructions] span").first.evaluate(says)
    page.locator(".st-key-filter-actor input").click()
    page.locator(".st-key-filter-actor input").press_sequentially("zzzz")
    none = page.locator("[role=listbox] [role=option] span").first
    expect(none).to_have_text("No results")
    assert "لا نتائج" in none.evaluate(says)


def test_what_is_being_typed_outlives_the_answer_to_the_last_filter(open_page: Open) -> None:
    page = open_page("timeline?lang=en")
    page.locator(".st-key-filter-q input").fill("دمشق")
    actor = page.locator(".st-key-filter-actor input")
    actor.click()  # leaves the first field, whose word is then asked for
    actor.press_sequentially("Putin")
    page.wait_for_url(re.compile("q="))
    settle(page)
    expect(actor).to_have_value("Putin")
    page.get_by_role("option", name=re.compile("Putin")).click()
    page.wait_for_url("**actor=vladimir-putin**")
    settle(page)
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_have_count(0)
    page.locator(".st-key-language button").click()  # the same choice under another name
    page.wait_for_url(lambda url: "lang=en" not in url)
    settle(page)
    expect(page.locator(".st-key-filter-actor")).to_contain_text("بوتين")
