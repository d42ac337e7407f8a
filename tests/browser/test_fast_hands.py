"""A hand that is faster than the server: what was chosen last does not undo what was before it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, WebSocketRoute, expect

from tests.browser.conftest import drawn, settle

pytestmark = pytest.mark.browser


class Line:
    """A page whose answers from the server can be held back and let through again."""

    def __init__(self, page: Page, server: str) -> None:
        self.page, self._server = page, server
        self._held: list[str | bytes] | None = None
        self._browser: WebSocketRoute | None = None
        page.route_web_socket(re.compile("/_stcore/stream"), self._join)

    def _join(self, browser: WebSocketRoute) -> None:
        self._browser = browser
        browser.connect_to_server().on_message(self._answer)

    def _answer(self, said: str | bytes) -> None:
        if self._held is None:
            assert self._browser
            self._browser.send(said)
        else:
            self._held.append(said)

    def open(self, link: str) -> None:
        self.page.goto(f"{self._server}/{link}")
        settle(self.page)

    def hold(self) -> None:
        self._held = []

    def wait_for(self, answer: bytes) -> None:
        """Until the server has said so, which the browser does not hear yet."""
        for _ in range(1500):
            if any(answer in bytes(said) for said in self._held or () if isinstance(said, bytes)):
                return
            self.page.wait_for_timeout(20)
        raise AssertionError(answer)

    def let_go(self) -> None:
        held, self._held = self._held or [], None
        for said in held:
            self._answer(said)


@pytest.fixture
def line(chromium: Browser, server: str) -> Iterator[Line]:
    page = chromium.new_page(viewport={"width": 1400, "height": 900})
    yield Line(page, server)
    page.close()


def test_two_choices_made_before_the_first_is_answered_both_stand(line: Line) -> None:
    line.open("meetings?lang=en&show=table")
    line.hold()
    line.page.locator(".st-key-lines label").first.click()
    line.wait_for(b"lines=1")
    line.page.get_by_role("tab", name="Network").click()
    line.wait_for(b"show=net")
    line.let_go()
    line.page.wait_for_url(re.compile("lines=1.*show=net|show=net.*lines=1"))
    drawn(line.page)
    expect(line.page.locator(".st-key-lines input")).to_be_checked()


def test_a_page_opened_before_a_filter_is_answered_has_the_filter(line: Line) -> None:
    line.open("actors?lang=en&actor=john-kerry")
    line.hold()
    line.page.get_by_role("textbox", name="Text").fill("Geneva")
    line.page.get_by_role("textbox", name="Text").press("Enter")
    line.wait_for(b"q=Geneva")
    line.page.locator(".st-key-menu a", has_text="Events").click()
    line.let_go()
    line.page.wait_for_url("**/events?**q=Geneva**")
    drawn(line.page)
    expect(line.page.locator("[class*=st-key-chip-]")).to_have_count(2)


def test_a_step_back_is_no_late_answer(line: Line) -> None:
    line.open("timeline?lang=en")
    line.page.get_by_role("radio", name="Actor").click()
    line.page.wait_for_url("**by=actor**")
    line.page.get_by_role("radio", name="Place").click()
    line.page.wait_for_url("**by=place**")
    drawn(line.page)
    line.page.go_back()
    line.page.wait_for_url("**by=actor**")
    expect(line.page.get_by_role("radio", name="Actor")).to_be_checked()
    line.page.get_by_role("textbox", name="Text").fill("Kerry")
    line.page.get_by_role("textbox", name="Text").press("Enter")
    line.page.wait_for_url("**q=Kerry**")
    assert "by=actor" in line.page.url
