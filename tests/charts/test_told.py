"""What is read out beside a figure: how much, from when to when, the greatest, how uncertain."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import pytest

from dashboard.charts import told
from dashboard.charts.casualties import cumulative_tolls, incident_claims
from dashboard.charts.labels import Labels
from dashboard.charts.timeline import timeline
from dashboard.filters import Filters
from dashboard.table import queries
from dashboard.table.store import Snapshot
from dashboard.ui.i18n import catalogue
from dashboard.ui.wording import labels
from tests.charts.test_figures import dressed, every_figure

EN, AR = labels(catalogue("en")), labels(catalogue("ar"))
INDIC = labels(replace(catalogue("ar"), numerals="arab"))
MARCH, APRIL = (date(2016, 3, 1), date(2016, 3, 31)), (date(2016, 4, 1), date(2016, 4, 30))


def claim(low: int | None, high: int | None, day: date, who: str, **more: Any) -> dict[str, Any]:
    return {
        "scope": "cumulative", "kind": "killed", "unit": "people", "low": low, "best": low or high,
        "high": high, "approximate": False, "text": "", "quote": "", "first": None, "last": day,
        "published": day, "asserted_by": who, "asserted_by_ar": who, "source": "S",
        "event_id": f"{who}{day}", "doc_id": "d", "date_first": day, "date_last": day,
    } | more  # fmt: skip


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        (EN, ["Shown: 40 events.", "From 1 March 2016 to 30 April 2016.", "April 2016: 28; March 2016: 12.",
              "Values from 12 to 28.", "Attack: 30; Aid: 10."]),
        (AR, ["في الرسم 40 حدثاً.", "من 1 آذار/مارس 2016 إلى 30 نيسان/أبريل 2016.", "نيسان/أبريل 2016: 28؛"]),
        (INDIC, ["في الرسم ٤٠ حدثاً.", "من ١ آذار/مارس ٢٠١٦", "نيسان/أبريل ٢٠١٦: ٢٨؛ آذار/مارس ٢٠١٦: ١٢."]),
    ],
)  # fmt: skip
def test_events_by_period(words: Labels, parts: list[str]) -> None:
    said = told.of_periods([(*MARCH, 12), (*APRIL, 28)], [("Aid", 10), ("Attack", 30)], words)
    assert [part for part in parts if part not in said] == []


def test_only_the_first_three_are_named() -> None:
    said = told.of_ranks([("A", 5), ("B", 9), ("C", 7), ("D", 1)], EN)
    assert "Bars: 4. Most: B: 9; C: 7; A: 5. Values from 1 to 9." in said
    assert "D" not in said


def test_names_are_read_as_they_are_written() -> None:
    assert "Smith & <Sons>: 2" in told.of_ranks([("Smith &amp; &lt;Sons&gt;", 2)], EN)


def test_two_periods() -> None:
    said = told.of_two(
        [("Aid", 1, 2), ("Attack", 9, 0)], ["Period A: March", "Period B: April"], EN
    )
    assert "Period A: March. Period B: April." in said
    assert "Attack: 9 in period A, 0 in period B; Aid: 1 in period A, 2 in period B" in said


@pytest.mark.parametrize(
    ("rows", "parts"),
    [
        ([claim(100, 100, MARCH[0], "X"), claim(300, None, APRIL[0], "Y")],
         ["Claims: 2; those who make them: 2.", "Highest: at least 300 (Y, 1 April 2016); 100 (X, 1 March 2016).",
          "Values from 100 to 300.", "open above 1", "none is added to another"]),
        ([claim(70, 80, MARCH[0], "X")], ["70–80 (X", "between two bounds 1"]),
        ([claim(70, 70, MARCH[0], "X", approximate=True)], ["about 70", "approximate 1"]),
        ([claim(70, 70, MARCH[0], "X")], ["None is stated as uncertain."]),
    ],
)  # fmt: skip
def test_claims(rows: list[dict[str, Any]], parts: list[str]) -> None:
    said = cumulative_tolls(pd.DataFrame(rows), **dressed()).layout.meta["told"]
    assert [part for part in parts if part not in said] == []
    single = [row | {"scope": "incident"} for row in rows]
    assert parts[0] in incident_claims(pd.DataFrame(single), **dressed()).layout.meta["told"]


def test_uncertain_days_of_events_are_counted() -> None:
    base = {"event_type": "ASSAULT", "modality": "actual", "date_basis": "text", "participants": [],
            "claims": [], "quote": "", "source": "S", "published": MARCH[0], "rule": "r", "confidence": 0.9,
            "mode": None, "doc_id": "d"}  # fmt: skip
    rows = [
        base | {"event_id": "1", "date_first": MARCH[0], "date_last": MARCH[0]},
        base
        | {
            "event_id": "2",
            "date_first": MARCH[0],
            "date_last": MARCH[1],
            "date_approximate": True,
        },
        base
        | {"event_id": "3", "date_first": APRIL[0], "date_last": APRIL[0], "modality": "future"},
    ]
    said = timeline(pd.DataFrame(rows), **dressed()).layout.meta["told"]
    assert "Shown: 3 events. From 1 March 2016 to 1 April 2016." in said
    for part in ("dated wider than a day 1", "approximate 1", "not held 1"):
        assert part in said


def test_places_pairs_and_months() -> None:
    places = [
        {"name": "Geneva", "name_ar": "جنيف", "n": 3, "first": MARCH[0], "last": APRIL[1]},
        {"name": "Moscow", "name_ar": "موسكو", "n": 5, "first": None, "last": None},
    ]
    assert "Most encounters: Moscow: 5; Geneva: 3." in told.of_places(places, EN)
    assert "من 1 آذار/مارس 2016 إلى 30 نيسان/أبريل 2016." in told.of_places(places, AR)
    said = told.of_matrix(3, [("A – B", 2), ("A – C", 0), ("B – C", 0)], EN)
    assert said == "Actors: 3. Met most often: A – B: 2. Pairs that did not meet: 2."
    months = [("UCDP", *MARCH, 90, 100, 120), ("UCDP", *APRIL, 40, 40, 40)]
    said = told.of_months(months, EN)
    assert "Source: UCDP." in said
    assert "Deadliest months: March 2016: 100; April 2016: 40." in said
    assert "between two bounds 1" in said


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_figure_says_more_than_its_title(snapshot: Snapshot, language: str) -> None:
    for name, figure in every_figure(snapshot, language):
        said = figure.layout.meta["told"]
        assert len(said) > 20, name
        assert "chart." not in said and "<" not in said, name
    events = int(queries.histogram(snapshot, Filters(), "month")["n"].sum())
    assert (
        str(events) in dict(every_figure(snapshot, language))["histogram-month"].layout.meta["told"]
    )
