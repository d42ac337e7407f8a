"""A real table, and briefings of it in both languages and on both papers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.briefing import browser, bundle, views
from dashboard.briefing.model import Briefing
from dashboard.briefing.paper import PAPERS
from dashboard.digits import Numerals
from dashboard.filters import Filters
from dashboard.pipeline import ingest
from dashboard.table.store import EventTable, Snapshot
from dashboard.ui.i18n import catalogue
from dashboard.ui.wording import labels

ROOT = Path(__file__).resolve().parents[2]
HEADLINES = {
    "ar": "ارتفعت الحصيلة المعلنة إلى أكثر من 350 ألف قتيل",
    "en": "The reported toll passed 350,000",
}
NOTES = {
    "ar": "أرقام كما يعلنها كل مصدر.\n=لا تُجمع",
    "en": "Figures as each source states them.\n=never",
}
Compose = Callable[..., Briefing]


@pytest.fixture(scope="session")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    folder = tmp_path_factory.mktemp("briefing") / "table"
    ingest([ROOT / "data" / "dispatches"], folder)
    return EventTable(folder).snapshot()


@pytest.fixture(scope="session")
def compose(snapshot: Snapshot) -> Compose:
    """A briefing of some views, all of them by default."""

    def composed(
        language: str = "ar", paper: str = "wide", picked: tuple[str, ...] = views.VIEWS,
        filters: Filters | None = None, words: bool = True, numerals: Numerals = "latn",
    ) -> Briefing:  # fmt: skip
        told = replace(catalogue(language), numerals=numerals)
        said, size, chosen = labels(told), PAPERS[paper], filters or Filters()
        return Briefing(
            headline=HEADLINES[language] if words else "", note=NOTES[language] if words else "",
            filters=said.t("filter.none"), version=snapshot.version,
            day=snapshot.committed_at.date(), labels=said, paper=size,
            parts=views.parts(list(picked), snapshot, chosen, said, size),
        )  # fmt: skip

    return composed


@pytest.fixture(scope="session")
def chromium() -> None:
    if not browser.has_browser():
        pytest.skip("no Chrome or Chromium: install Debian's «chromium» or set BROWSER_PATH")


@pytest.fixture(scope="session")
def arabic(chromium: None, compose: Compose) -> tuple[Briefing, bundle.Made]:
    briefing = compose("ar", "wide")
    return briefing, bundle.everything(briefing)


@pytest.fixture(scope="session")
def english(chromium: None, compose: Compose) -> tuple[Briefing, bundle.Made]:
    briefing = compose("en", "a4", ("cumulative", "map"))
    return briefing, bundle.everything(briefing)
