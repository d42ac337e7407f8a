"""Where a real article prints a weekday with its date, the day read falls on that weekday."""

from __future__ import annotations

import gzip
import json
import os
from datetime import date
from pathlib import Path

import pytest

from dashboard.dates import find_dates
from dashboard.dates.lexicon import lexicon
from dashboard.text import fold_word

CORPUS = Path(os.environ.get("TAWQIT_SHARED", "../shared")) / "corpus" / "arabic_news.jsonl.gz"


def test_a_printed_weekday_agrees_with_the_day_read():
    if not CORPUS.exists():
        pytest.skip(f"the articles are not here: {CORPUS}")
    weekdays = lexicon().weekdays
    checked, wrong = 0, []
    with gzip.open(CORPUS, "rt", encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            published = date.fromisoformat(row["published"][:10])
            for mention in find_dates(row["text"], published):
                if mention.rule not in ("weekday-date", "double-date") or mention.first is None:
                    continue
                printed = {weekdays[w] for w in fold_word(mention.text).split() if w in weekdays}
                checked += 1
                if printed and mention.first.weekday() not in printed:
                    wrong.append((row["id"], mention.text, mention.first.isoformat()))
    assert checked >= 50
    assert wrong == []
