"""The rows that leave as XLSX and CSV are those the figure shows, and nothing in them runs."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Callable
from datetime import date, timedelta

import pandas as pd
import pytest

from dashboard.briefing import browser, bundle, views
from dashboard.briefing.model import Briefing, Part
from dashboard.briefing.workbook import csv as csv_of
from dashboard.briefing.workbook import harmless
from dashboard.briefing.workbook import workbook as workbook_of
from dashboard.filters import Filters
from dashboard.table import queries
from dashboard.table.store import Snapshot
from tests.briefing.reading import workbook

Compose = Callable[..., Briefing]


@pytest.fixture(scope="module")
def parts(compose: Compose) -> dict[str, Part]:
    return {part.name: part for part in compose("en").parts}


def test_every_view_has_rows_and_says_where_they_come_from(parts: dict[str, Part]) -> None:
    assert list(parts) == [name for name in views.VIEWS if name not in views.OF_DATASETS]
    for part in parts.values():
        assert len(part.rows) > (1 if part.name == "disputed" else 5), part.name
        assert len(part.headings) == len(part.rows.columns)
        assert not [head for head in part.headings if head.startswith("briefing.")]
        assert part.events >= part.documents > 0
        assert part.sources


def test_claims_are_the_marks_one_by_one(parts: dict[str, Part]) -> None:
    for name in ("cumulative", "incident"):
        drawn = [
            row[0]
            for trace in parts[name].figure.data
            if trace.customdata is not None
            for row in trace.customdata
        ]
        assert sorted(parts[name].rows["event"]) == sorted(drawn)
    totals = parts["cumulative"].rows
    assert 260_000 in set(totals["low"])
    assert totals.loc[totals["low"] == 260_000, "high"].isna().any()


def test_contradicting_tolls_stand_side_by_side_with_their_sentences(
    parts: dict[str, Part],
) -> None:
    part = parts["disputed"]
    drawn = {row[0] for t in part.figure.data if t.customdata is not None for row in t.customdata}
    assert set(part.rows["event"]) == drawn
    assert part.rows["best"].tolist() == [271_138, 470_000]
    assert part.rows["happening"].tolist() == [1, 1]
    assert set(part.rows["sure"]) == {"yes"} and set(part.rows["stands"]) == {"stands"}
    assert set(part.rows["source"]) == set(part.sources) and all(part.rows["quote"])
    said = " ".join(note.text for note in part.figure.layout.annotations)
    assert "271138 شخصاً" in said and "470 ألف شخص" in said


def test_events_of_the_timeline_are_its_marks(parts: dict[str, Part]) -> None:
    figure = parts["timeline"].figure
    drawn = {row[0] for t in figure.data if t.customdata is not None for row in t.customdata}
    assert set(parts["timeline"].rows["event"]) == drawn
    assert parts["timeline"].events == len(drawn)


def test_the_histogram_and_its_sources_count_the_same_events(parts: dict[str, Part]) -> None:
    part = parts["histogram"]
    assert part.rows["events"].sum() == part.events == sum(sum(t.y) for t in part.figure.data)


def test_pairs_and_matrix_agree(parts: dict[str, Part]) -> None:
    pairs = {frozenset(row[:2]): row[2] for row in parts["pairs"].rows.to_numpy().tolist()}
    matrix = {frozenset(row[:2]): row[2] for row in parts["matrix"].rows.to_numpy().tolist()}
    both = pairs.keys() & matrix.keys()
    assert len(both) > 5
    assert all(pairs[pair] == matrix[pair] for pair in both)


def test_filters_narrow_the_rows_and_the_sources(compose: Compose, snapshot: Snapshot) -> None:
    days = Filters(first=date(2016, 9, 1), last=date(2016, 9, 30))
    (part,) = compose("en", picked=("histogram",), filters=days).parts
    assert part.events == queries.count(snapshot, days).events
    assert part.rows["first"].min() >= date(2016, 9, 1)
    source = part.sources[0]
    (one,) = compose("en", picked=("histogram",), filters=Filters(sources=(source,))).parts
    assert one.sources == [source]


def test_a_view_without_anything_to_show_is_left_out(compose: Compose) -> None:
    nothing = Filters(types=("DEMAND",))
    assert {p.name for p in compose("en", filters=nothing).parts} <= {"histogram", "timeline"}


def test_the_arabic_workbook_reads_from_the_right_and_has_real_days(compose: Compose) -> None:
    briefing = compose("ar", picked=("cumulative", "pairs"))
    sheets = workbook(workbook_of(briefing))
    assert list(sheets) == ["عن هذه الإحاطة", "الحصائل الإجمالية", "الثنائيات"]
    assert all('rightToLeft="1"' in sheet.xml for sheet in sheets.values())
    assert all("<f>" not in sheet.xml for sheet in sheets.values())
    totals = sheets["الحصائل الإجمالية"]
    assert 'ySplit="1"' in totals.xml and 'state="frozen"' in totals.xml
    assert totals.cells["A1"] == "اليوم"
    first = briefing.parts[0].rows.iloc[0]
    assert date(1899, 12, 30) + timedelta(days=int(totals.cells["A2"])) == first["day"]
    assert totals.formats["A2"] == "yyyy-mm-dd"
    assert totals.cells["B2"] == first["low"]
    about = " ".join(map(str, sheets["عن هذه الإحاطة"].cells.values()))
    for said in (briefing.headline, briefing.filters, briefing.sources(briefing.parts[0])):
        assert said in about
    assert float(briefing.version) in sheets["عن هذه الإحاطة"].cells.values()


def test_a_printed_workbook_repeats_its_heads_and_has_rows_as_high_as_their_text(
    compose: Compose,
) -> None:
    briefing = compose("ar", picked=("cumulative", "map"))
    made = workbook_of(briefing)
    sheets = workbook(made)
    about, totals = list(sheets.values())[:2]
    with zipfile.ZipFile(io.BytesIO(made)) as file:
        assert "Print_Titles" in file.read("xl/workbook.xml").decode()
    heights = dict(re.findall(r'<row r="(\d+)"[^>]* ht="([\d.]+)"', about.xml))
    lines = {cell[1:]: text.count("\n") + 1 for cell, text in about.cells.items()
             if isinstance(text, str) and cell[0] == "B" and "\n" in text}  # fmt: skip
    assert lines
    assert all(float(heights[row]) >= 12 * n for row, n in lines.items())
    assert re.search(r'<row r="\d+"[^>]* ht="', totals.xml)  # a sentence is longer than its cell
    # The foot has no direction of its own: it is told.
    assert "<oddFooter>&amp;C\u202b" in totals.xml


def test_text_that_looks_like_a_formula_stays_text(compose: Compose) -> None:
    briefing = compose("en", picked=("pairs",))
    rows = pd.DataFrame(
        {"one": ["=HYPERLINK(1)", "@x"], "other": ["+1", "-2"], "encounters": [-3, 4]}
    )
    object.__setattr__(briefing.parts[0], "rows", rows)
    object.__setattr__(briefing, "headline", "=1+1")
    sheets = workbook(workbook_of(briefing))
    assert "<f>" not in "".join(sheet.xml for sheet in sheets.values())
    assert sheets["Pairs"].cells["A2"] == "=HYPERLINK(1)"
    assert "=1+1" in sheets["About"].cells.values()
    _, *lines = csv.reader(io.StringIO(csv_of(briefing.parts[0]).decode("utf-8-sig")))
    assert lines == [["'=HYPERLINK(1)", "'+1", "-3"], ["'@x", "'-2", "4"]]
    for cell in ("\t=1", "\r=1", "\n=1", "＝1", "＠x"):
        assert harmless(cell) == f"'{cell}"
    for cell in ("a=1", "", "٤ آذار", -3, None):
        assert harmless(cell) == cell


def test_a_day_that_excel_does_not_know_is_written_out(compose: Compose) -> None:
    briefing = compose("ar", picked=("pairs",))
    rows = pd.DataFrame({"day": [date(1878, 3, 3), date(1920, 8, 10)]})
    object.__setattr__(briefing.parts[0], "rows", rows)
    object.__setattr__(briefing.parts[0], "headings", ["اليوم"])
    sheet = workbook(workbook_of(briefing))["الثنائيات"]
    assert sheet.cells["A2"] == "1878-03-03"
    assert date(1899, 12, 30) + timedelta(days=int(sheet.cells["A3"])) == date(1920, 8, 10)
    assert sheet.formats["A3"] == "yyyy-mm-dd"


def test_a_csv_has_the_rows_of_its_figure(parts: dict[str, Part]) -> None:
    for part in parts.values():
        data = csv_of(part)
        assert data.startswith(b"\xef\xbb\xbf")
        head, *lines = csv.reader(io.StringIO(data.decode("utf-8-sig")))
        assert head == list(part.rows.columns)
        assert len(lines) == len(part.rows)
        if "high" in head:  # whole people, and nothing where the source leaves the bound open
            highs = {line[head.index("high")] for line in lines}
            assert "" in highs or part.name == "disputed"
            assert all(high.isdecimal() for high in highs - {""})


def test_without_a_browser_rows_are_made_all_the_same(
    compose: Compose, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROWSER_PATH", "/no/such/browser")
    assert not browser.has_browser()
    briefing = compose("ar", picked=("pairs", "map"))
    made = bundle.tables(briefing)
    stem = briefing.stem
    assert sorted(made.files) == [
        f"figures/{stem}-map.csv", f"figures/{stem}-pairs.csv", f"{stem}.xlsx",
    ]  # fmt: skip
    with pytest.raises(browser.NoBrowser, match="/no/such/browser"):
        bundle.everything(briefing)


def test_the_footer_names_sources_and_counts_the_others(compose: Compose) -> None:
    briefing = compose("en", picked=("histogram",))
    counts, sources, table = briefing.footer(briefing.parts[0])
    assert f"{briefing.parts[0].events} events · 50 documents · no filters" in counts
    assert briefing.parts[0].sources[0] in sources
    assert "and 4 more" in sources
    assert f"table version {briefing.version}" in table


def test_reports_that_share_a_mark_are_all_among_the_rows() -> None:
    rows = [("a", "ASSAULT", "c1"), ("b", "ASSAULT", "c1"), ("c", "STATEMENT", "c1"),
            ("d", "ASSAULT", None), ("e", "ASSAULT", None), ("f", "ASSAULT", "")]  # fmt: skip
    events = pd.DataFrame(rows, columns=["event_id", "event_type", "cluster_id"])
    found = views._reported(events, {"a", "d"})
    assert found["event_id"].tolist() == ["a", "b", "d"]
