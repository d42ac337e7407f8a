"""First screens: what a page answers is seen at 1400×900 without scrolling, filters and all."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import figures, settle
from tests.browser.test_casualties import _TALL, with_dataset  # noqa: F401
from tests.browser.test_views import _BOXES, overlaps

pytestmark = pytest.mark.browser
Open = Callable[..., Page]

MANY = (
    "from=2011-01-01&to=2018-12-31&actor=john-kerry&actor=sergey-lavrov&type=CONSULT&type=ASSAULT"
    "&modality=actual&q=%D8%B3%D9%88%D8%B1%D9%8A%D8%A7"
)


@pytest.mark.parametrize(
    ("link", "language"),
    [("?from=2016-01-01", "en"), (f"?{MANY}", "ar"), ("timeline?", "ar"),
     ("timeline?from=2011-01-01", "en"), (f"meetings?{MANY}", "en"),
     (f"meetings?show=net&{MANY}", "ar")],
)  # fmt: skip
def test_the_first_screen_is_complete(
    open_page: Open,
    with_dataset: str,  # noqa: F811
    link: str,
    language: str,
) -> None:
    page = open_page(f"{with_dataset}/{link}&lang={language}")
    assert page.evaluate(_TALL) <= 900
    for figure in figures(page):
        texts = ".annotation-text, .xtick text, .ytick text, .textpoint text"
        assert overlaps(figure.evaluate(_BOXES, texts)) == []


@pytest.mark.parametrize("width", [1400, 390])
def test_many_chips_are_one_row_and_each_is_reached(open_page: Open, width: int) -> None:
    page = open_page(f"events?{MANY}", width=width)
    chips = page.locator(".st-key-chips button:visible")
    assert chips.count() == 8
    tops = {round(box["y"]) for chip in chips.all() if (box := chip.bounding_box())}
    assert len(tops) == 1
    chips.last.click()
    page.wait_for_url(lambda url: "q=" not in url)
    settle(page)
    assert page.locator(".st-key-chips button:visible").count() == 7
