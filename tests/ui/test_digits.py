"""The interface in Arabic-Indic digits: what it counts is written in them, what it quotes is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dashboard.ui import highlight, wording
from dashboard.ui.i18n import catalogue

WORDS = replace(catalogue("ar"), numerals="arab")


@pytest.mark.parametrize(
    ("n", "said"), [(1, "حدث واحد"), (3, "٣ أحداث"), (11, "١١ حدثاً"), (1_000, "١٬٠٠٠ حدث")]
)
def test_counts(n, said):
    assert WORDS.count("count.events", n) == said


def test_days():
    assert wording.day(date(2016, 9, 9), WORDS) == "٩ أيلول/سبتمبر ٢٠١٦"
    assert (
        wording.interval(date(2016, 9, 4), date(2016, 9, 5), words=WORDS) == "٤–٥ أيلول/سبتمبر ٢٠١٦"
    )
    assert wording.interval(date(2016, 1, 1), date(2017, 12, 31), words=WORDS) == "٢٠١٦–٢٠١٧"


def test_a_toll():
    claim = {"low": 353_935, "best": 353_935, "high": 353_935, "approximate": False}
    claim |= {"kind": "killed", "unit": "people", "text": ""}
    assert wording.toll(claim, WORDS) == "٣٥٣٬٩٣٥ قتيلاً"


def test_what_is_quoted_or_typed_keeps_its_digits():
    assert "«جنيف 8»" in WORDS.text("state.empty.body", filters="«جنيف 8»")
    assert "2016-09~" in WORDS.text("correct.date.help")  # to be typed so
    row = {"start": 0, "end": 4, "kind": "date", "edtf": "2016-09", "approximate": False}
    row |= {"first": "2016-09-01", "last": "2016-09-30", "rule": "month-2", "confidence": 0.86}
    [mark] = highlight.marks(
        {"mentions": {"dates": [row], "actors": [], "places": [], "claims": []}, "events": []},
        WORDS,
    )
    assert "أيلول/سبتمبر ٢٠١٦" in mark.says
    assert "EDTF 2016-09" in mark.says
    assert "month-2" in mark.says
    assert "٨٦٪" in mark.says
