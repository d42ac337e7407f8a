"""What several documents report of one event: the least, the most and the latest, never a mean."""

from __future__ import annotations

from html import unescape

import pandas as pd
import pytest
from markdown_it import MarkdownIt

from dashboard.ui import lists, reports


def claim(low, high, kind="killed", scope="incident"):
    return {
        "kind": kind, "low": low, "best": low, "high": high, "approximate": False, "scope": scope,
        "unit": "people", "text": "",
    }  # fmt: skip


def report(day, *claims):
    return {"published": pd.Timestamp(day), "claims": list(claims)}


def test_figures_are_the_ends_and_the_latest(monkeypatch):
    monkeypatch.setattr(reports, "t", lambda key, **words: (key, *words.values()))
    told = [
        report("2018-04-06", claim(27, None)),
        report("2018-04-08", claim(40, 40), claim(5, 5, scope="subset")),
        # Two groups in one report: it stands with the larger.
        report("2018-04-07", claim(1, 1), claim(30, 30)),
    ]
    (spread, latest) = reports._figures(told)
    assert spread[0] == "reports.spread"
    assert "27" in spread[1] and "40" in spread[2]
    assert latest[0] == "reports.latest"
    assert "40" in latest[1]


def test_reports_that_agree_have_no_spread(monkeypatch):
    monkeypatch.setattr(reports, "t", lambda key, **words: (key, *words.values()))
    told = [report("2018-04-06", claim(9, 9)), report("2018-04-07", claim(9, 9))]
    assert [line[0] for line in reports._figures(told)] == ["reports.latest"]


def test_a_source_in_a_link_is_shown_letter_by_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    labels: list[str] = []
    monkeypatch.setattr(lists.st, "page_link", lambda *_, label, **__: labels.append(label))
    source = "**x** [l](http://x) <b>"
    row = {"source": source, "doc_id": "d", "event_id": "e", "published": None}
    reports._link(row, copied=False)
    (label,) = labels
    html = MarkdownIt().renderInline(label)
    assert "<strong>" not in html and "<a " not in html
    assert source in unescape(html).replace("\u2060", "")
