"""What the Briefing page says where no picture can be made."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.briefing import browser


def _note() -> None:
    from dashboard.ui import briefing

    briefing.browser_note()


def _said() -> str:
    app = AppTest.from_function(_note).run()
    assert not app.exception
    return "".join(element.proto.body for element in app.get("html"))


def test_where_no_browser_is_installed_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("BROWSER_PATH", raising=False)
    monkeypatch.setattr(browser.Chromium, "find_browser", lambda **_: None)
    assert not browser.has_browser()
    for words in ("apt install chromium", "BROWSER_PATH", "XLSX", "CSV"):
        assert words in _said()


def test_where_one_is_there_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER_PATH", "/bin/true")
    assert browser.has_browser()
    assert _said() == ""


def test_a_path_that_leads_nowhere_is_named_and_stays_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER_PATH", "/no/<b>such</b>")
    assert "/no/&lt;b&gt;such&lt;/b&gt;" in _said()
