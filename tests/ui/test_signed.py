"""What an analyst changed or added is told as the analyst's wherever it is shown."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from dashboard.briefing import tables
from dashboard.charts.claim_marks import claim_hover, one_claim
from dashboard.charts.event_words import event_hover
from dashboard.filters import Filters
from dashboard.table import queries
from dashboard.table.store import EventTable, Snapshot
from dashboard.ui import export, highlight
from dashboard.ui.i18n import LANGUAGES, catalogue
from dashboard.ui.wording import labels
from tests.table.building import build, claim, event, on

QUOTE = "وقُتل 14 شخصاً في حلب وجُرح سبعة أطفال."
WHY = {"who": "<i>ليلى</i>", "why": "العدد <b>ارتفع</b>"}


@pytest.fixture
def corrected(tmp_path: Path) -> Snapshot:
    """One claim corrected, one added, and an event of which nothing was said."""
    table = EventTable(tmp_path / "table", create=True)
    place: dict[str, Any] = {"quote": QUOTE, "start": 31, "end": 31 + len(QUOTE)}
    rows = (event("e1", "ASSAULT", on("2016-09-08"), claims=(0,), **place), event("e2"))
    table.append([build("d1", *rows, claims=(claim(14, 36),))])
    known = {"start": 36, "end": 46, "kind": "killed"}
    wishes = [
        known | {"low": 20, "best": 20, "high": 20},
        {"added": True, "text": "سبعة أطفال", "as_kind": "wounded", "best": 7},
    ]
    table.correct("e1", {"claims": wishes}, **WHY)
    return table.snapshot()


def day(language: str) -> str:
    return labels(catalogue(language)).day(datetime.now(UTC).date())


@pytest.mark.parametrize("language", LANGUAGES)
def test_hovers_name_the_analyst_and_give_the_reason_for_a_quotation(
    corrected: Snapshot, language: str
) -> None:
    words = labels(catalogue(language))
    said = {"ar": ("تصحيح", "إضافة"), "en": ("corrected by", "added by")}[language]
    for row in queries.claims(corrected, Filters()).to_dict("records"):
        hover = claim_hover(one_claim(row, words), words)
        hover = re.sub("[\u2066-\u2069]", "", hover).replace("<br>", " ")
        assert said[row["kind"] == "wounded"] in hover
        assert day(language) in hover
        assert "&lt;i&gt;ليلى&lt;/i&gt;" in hover
        assert "<b>ارتفع" not in hover
        assert "في حلب" not in hover  # the sentence of the article does not say so
    one, other = queries.events(corrected, Filters()).to_dict("records")
    assert event_hover(one, words).count("ليلى") == 3  # the event, and its two claims
    assert "ليلى" not in event_hover(other, words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_says_what_holds_of_a_figure_and_what_was_read(
    corrected: Snapshot, language: str
) -> None:
    document = queries.document(corrected, "d1")
    assert document
    words = catalogue(language)
    found = {m.start: m.says for m in highlight.marks(document, words) if m.layer == "claims"}
    before = words.text("read.before", said="").strip()
    now, _, was = found[36].partition(before)
    assert "20" in now and "ليلى" in now and "14" in was
    (added,) = (says for start, says in found.items() if start != 36)
    assert "7" in added.replace("سبعة", "7") and "ليلى" in added and before not in added
    chosen = highlight.event_says(document["events"][1], words)
    assert "ليلى" in chosen + highlight.event_says(document["events"][0], words)


def test_rows_that_leave_the_house_name_the_analyst(corrected: Snapshot) -> None:
    words = labels(catalogue("en"))
    claims = queries.claims(corrected, Filters())
    made = tables.claims([one_claim(row, words) for row in claims.to_dict("records")], words)
    assert made["quote"].tolist() == [WHY["why"]] * 2
    assert sorted(made["by_analyst"]) == sorted(
        f"{how} by {WHY['who']}, {day('en')}" for how in ("corrected", "added")
    )
    events = queries.events(corrected, Filters())
    assert tables.events(events, words)["by_analyst"].tolist() == [
        f"corrected by {WHY['who']}, {day('en')}", ""
    ]  # fmt: skip
    csv = export._flat(events).to_csv(index=False)
    assert csv.count("<i>ليلى</i>") == 3
