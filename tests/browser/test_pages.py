"""Every page by its own link, in both languages: drawn, in the right direction, from this machine."""

from pathlib import Path
from urllib.parse import urlparse

import pytest
from playwright.sync_api import Browser, Page

PAGES = ("overview", "timeline", "casualties", "meetings", "events", "reader", "add")
GENEVA = "2016-09-09-geneva-kerry-lavrov"


def _open(chromium: Browser, url: str, width: int = 1400) -> tuple[Page, list[str], list[str]]:
    page = chromium.new_page(viewport={"width": width, "height": 900})
    errors: list[str] = []
    hosts: list[str] = []
    page.on("pageerror", lambda e: errors.append(str(e)))
    page.on("request", lambda r: hosts.append(urlparse(r.url).hostname or ""))
    page.goto(url)
    page.wait_for_selector("h1.asks", timeout=45_000)
    page.wait_for_selector("[data-testid=stStatusWidget]", state="detached", timeout=45_000)
    return page, errors, hosts


@pytest.mark.browser
@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_page(
    chromium: Browser, server: str, screenshots: Path, name: str, language: str
) -> None:
    path = "" if name == "overview" else name
    page, errors, hosts = _open(chromium, f"{server}/{path}?lang={language}")
    try:
        # The menu is the entry script's: it ran, not the page's script alone.
        assert page.locator(".st-key-menu").count() == 1
        assert page.locator("[data-testid=stException]").count() == 0
        direction = page.evaluate(
            "getComputedStyle(document.querySelector('.stApp')).direction"
        )
        assert direction == ("rtl" if language == "ar" else "ltr")
        assert errors == []
        assert set(hosts) <= {"127.0.0.1", ""}
    finally:
        page.screenshot(path=screenshots / f"{name}-{language}-1400.png")
        page.set_viewport_size({"width": 390, "height": 844})
        page.wait_for_timeout(800)
        page.screenshot(path=screenshots / f"{name}-{language}-390.png")
        page.close()


@pytest.mark.browser
def test_a_filter_narrows_what_is_drawn(chromium: Browser, server: str) -> None:
    marks = []
    for query in ("lang=en", "lang=en&from=2016-09-01&to=2016-09-30&actor=sergey-lavrov"):
        page, _, _ = _open(chromium, f"{server}/timeline?{query}")
        page.wait_for_selector(".js-plotly-plot .points path", timeout=30_000)
        marks.append(page.locator(".js-plotly-plot .points path").count())
        page.close()
    assert 0 < marks[1] < marks[0]


@pytest.mark.browser
def test_a_meeting_opens_its_sentence(chromium: Browser, server: str) -> None:
    query = "lang=en&from=2016-08-26&to=2016-08-26&actor=john-kerry"
    page, _, _ = _open(chromium, f"{server}/meetings?{query}")
    page.get_by_role("link", name="the sentence").first.click()
    page.wait_for_url("**/reader?**")
    page.wait_for_selector("mark, [class*=event]", timeout=30_000)
    assert "doc=" in page.url
    assert "event=" in page.url
    assert "26 آب" in page.inner_text(".stApp")
    page.close()
