"""The line under a figure counts what the figure is made from."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from dashboard.filters import Filters
from dashboard.table import queries
from dashboard.table.store import EventTable

pytestmark = pytest.mark.browser

Open = Callable[..., Page]


def counted(page: Page, thing: str) -> int:
    """The number before a word in the page's first caption that has it."""
    said = page.locator(".caption", has_text=re.compile(rf"\d {thing}")).first.inner_text()
    (number,) = re.findall(rf"([\d,]+) {thing}", said)[:1]
    return int(number.replace(",", ""))


def test_sources_are_those_of_the_events_shown(open_page: Open, table: Path) -> None:
    snapshot = EventTable(table).snapshot()
    kerry = queries.events(snapshot, Filters(actors=("john-kerry",)))
    everything = queries.count(snapshot, Filters())
    assert 2 < kerry["source"].nunique() < everything.sources
    page = open_page("actors?lang=en&actor=john-kerry")
    assert counted(page, "events") == len(kerry)
    assert counted(page, "sources") == kerry["source"].nunique()


def test_figures_of_encounters_and_tolls_count_those(open_page: Open, table: Path) -> None:
    snapshot = EventTable(table).snapshot()
    met = queries.encounters(snapshot, Filters())
    placed = met[met["place_lat"].notna() & (met["mode"] != "phone")]
    page = open_page("meetings?lang=en")
    assert 0 < counted(page, "encounters") <= len(placed)
    assert counted(page, "documents") == placed["doc_id"].nunique()
    claims = queries.claims(snapshot, Filters())
    page = open_page("casualties?lang=en")
    assert 0 < counted(page, "claims") <= int((claims["kind"] == "killed").sum())


def test_the_list_of_documents_counts_all_it_lists(open_page: Open) -> None:
    page = open_page("reader?lang=en")
    said = page.locator(".rule").first.inner_text()
    assert said.startswith(f"{page.locator('table.shelf tbody tr').count()} documents")
