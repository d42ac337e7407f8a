"""An oracle without labels: where an article prints «weekday day month», the day falls on it.

The phrases are found by a pattern of this test, not by the parser. Every exception is listed with
the reason, and is the article's own error.
"""

from __future__ import annotations

import gzip
import json
import os
import re
from datetime import date
from pathlib import Path

import pytest

from dashboard.dates import find_dates

CORPUS = Path(os.environ.get("TAWQIT_SHARED", "../shared")) / "corpus" / "arabic_news.jsonl.gz"
WEEKDAYS = {
    "الاثنين": 0, "الإثنين": 0, "الثلاثاء": 1, "الأربعاء": 2, "الاربعاء": 2,
    "الخميس": 3, "الجمعة": 4, "السبت": 5, "الأحد": 6, "الاحد": 6,
}  # fmt: skip
_MONTHS = (
    "كانون|شباط|[آأا]ذار|نيسان|[أا]يار|حزيران|تموز|[آأ]ب|[أا]يلول|تشرين|يناير|فبراير|مارس|"
    "[أإا]بريل|مايو|يوني[وه]|يولي[وه]|[أا]غسطس|سبتمبر|[أا]كتوبر|نوفمبر|ديسمبر|"
    "جانفي|فيفري|أفريل|جوان|جويلية|أوت|غشت|شتنبر"
)
_ORDINALS = (
    r"(?:ال(?:أول|اول|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر|حادي)(?:\s+عشر)?|"
    r"ال(?:حادي|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع)\s+وال(?:عشرين|ثلاثين)|العشرين|الثلاثين)"
)
_DATED = (
    rf"(?:(?:الـ?\s?)?\d{{1,2}}|{_ORDINALS})\s*[-/]?\s*(?:من\s+)?(?:شهر\s+)?(?:{_MONTHS})(?!\w)"
    r"|\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}"
)
_PRINTED = re.compile(
    rf"(?<!\w)[وبل]?({'|'.join(WEEKDAYS)})[\s،,(\-]{{1,3}}(?:الماضي\s+|المقبل\s+|القادم\s+)?"
    rf"\(?(?:الموافق\s+(?:ل\s?)?|في\s+)?(?:{_DATED})"
)

# (article, printed phrase): why the day that was read cannot fall on the weekday.
ERRORS_OF_ARTICLES: dict[tuple[str, str], str] = {}


def test_a_printed_weekday_agrees_with_the_day_read():
    if not CORPUS.exists():
        pytest.skip(f"the articles are not here: {CORPUS}")
    checked, wrong = 0, []
    with gzip.open(CORPUS, "rt", encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            mentions = None
            for printed in _PRINTED.finditer(row["text"]):
                if mentions is None:
                    published = date.fromisoformat(row["published"][:10])
                    mentions = find_dates(row["text"], published)
                checked += 1
                read = [m for m in mentions if m.start <= printed.start() < m.end]
                # A range is named by its ends: «منذ 2012 وحتى الاثنين التاسع من يوليو».
                ends = [day for m in read for day in (m.first, m.last) if day is not None]
                agrees = WEEKDAYS[printed[1]] in [day.weekday() for day in ends]
                if not agrees and (row["id"], printed[0]) not in ERRORS_OF_ARTICLES:
                    wrong.append((row["id"], printed[0], [(m.text, m.edtf) for m in read]))
                if not agrees and ends:
                    assert read[0].notes, (printed[0], "a contradiction is marked")
    assert wrong == []
    assert checked >= 40, checked
