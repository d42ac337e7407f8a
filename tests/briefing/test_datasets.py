"""A data set chosen as source: its own figures, its own rows, named as theirs and never added to."""

from __future__ import annotations

import csv
import io
import shutil
from datetime import date

import pytest

from dashboard.briefing import views
from dashboard.briefing.model import Briefing, Part
from dashboard.briefing.paper import WIDE
from dashboard.briefing.workbook import csv as csv_of
from dashboard.briefing.workbook import workbook as workbook_of
from dashboard.filters import Filters
from dashboard.pipeline import import_dataset
from dashboard.table import queries
from dashboard.table.store import EventTable, Snapshot
from dashboard.ui.i18n import catalogue
from dashboard.ui.wording import labels
from tests.briefing.reading import workbook
from tests.sources.datasets import ged, write_ged

GED = "UCDP GED 19.1"
CHOSEN = Filters(sources=(GED,))
SHOWN = ["histogram", "timeline", "incident", "reference"]


@pytest.fixture(scope="module")
def with_rows(snapshot: Snapshot, tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    """The sample and forty made-up rows of eight months; one row spans four of them."""
    folder = tmp_path_factory.mktemp("dataset")
    shutil.copytree(snapshot.path, folder / "table")
    rows = [ged(n, date_start=f"2016-{n % 8 + 1:02}-{n // 2 + 1:02}") for n in range(39)]
    rows[0] |= {"source_headline": "=HYPERLINK(1) <b>made up</b>"}
    wide = ged(99, date_prec=5, date_start="2016-02-01", date_end="2016-05-31", best=500, high=600)
    import_dataset("ucdp", write_ged(folder / "ged_19.1.csv", *rows, wide), folder / "table")
    return EventTable(folder / "table").snapshot()


def composed(at: Snapshot, language: str, filters: Filters = CHOSEN) -> Briefing:
    said = labels(catalogue(language))
    return Briefing(
        headline="", note="", filters=f"{GED}", version=at.version, day=at.committed_at.date(),
        labels=said, paper=WIDE, parts=views.parts(list(views.VIEWS), at, filters, said, WIDE),
    )  # fmt: skip


@pytest.fixture(scope="module")
def parts(with_rows: Snapshot) -> dict[str, Part]:
    return {part.name: part for part in composed(with_rows, "en").parts}


def test_a_data_set_has_the_views_it_can_fill_and_each_names_it(parts: dict[str, Part]) -> None:
    assert list(parts) == SHOWN  # it tells of no running total and of no meeting
    for part in parts.values():
        assert part.sources == [GED]
        assert part.documents > 0
        assert not [head for head in part.headings if head.startswith("briefing.")]
    assert parts["histogram"].events == parts["timeline"].events == 40


def test_the_series_is_the_sum_of_the_own_rows_of_a_month(parts: dict[str, Part]) -> None:
    part = parts["reference"]
    assert part.title == "Killed: how many do data sets count a month?"
    assert "never" not in part.note and "not to add" in part.note
    assert set(part.rows["source"]) == {GED}
    first = part.rows.iloc[0]
    assert (first["first"], first["last"]) == (date(2016, 1, 1), date(2016, 1, 31))
    assert (first["low"], first["estimate"], first["high"]) == (15, 20, 30)  # five rows of 3, 4, 6
    assert part.rows["rows"].sum() == part.events == 39
    assert part.rows["estimate"].sum() == 4 * 39
    assert "1 row of \u2068UCDP GED 19.1\u2069 spans more than one month (500 killed)" in part.unit


def test_beside_articles_the_series_stands_apart(with_rows: Snapshot) -> None:
    days = Filters(first=date(2016, 2, 1), last=date(2016, 6, 30))
    parts = {part.name: part for part in composed(with_rows, "ar", days).parts}
    assert GED not in parts["incident"].sources
    assert GED not in set(parts["timeline"].rows["source"])
    assert parts["reference"].sources == [GED]
    assert parts["reference"].events == 25
    assert parts["histogram"].events == queries.count(with_rows, days).events


def test_a_table_without_data_sets_has_no_series(snapshot: Snapshot) -> None:
    names = [part.name for part in composed(snapshot, "en", Filters()).parts]
    assert names == [name for name in views.VIEWS if name != "reference"]


def test_claims_beyond_those_asked_for_are_counted(
    with_rows: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "MOST_CLAIMS", 30)
    (part,) = (part for part in composed(with_rows, "ar").parts if part.name == "incident")
    assert "بقيت خارجها 10 أحداث حصائلها أصغر" in part.unit


def test_encounters_beyond_those_asked_for_are_counted(
    snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    met = len(queries.encounters(snapshot, Filters()))
    monkeypatch.setattr(queries, "MOST_ENCOUNTERS", met - 3)
    units = {part.name: part.unit for part in composed(snapshot, "en", Filters()).parts}
    for name in ("map", "pairs", "matrix"):
        assert "the latest encounters; 3 earlier ones are left out" in units[name]


def test_its_workbook_and_csv_have_its_rows_and_nothing_runs(with_rows: Snapshot) -> None:
    briefing = composed(with_rows, "ar")
    sheets = workbook(workbook_of(briefing))
    assert list(sheets) == [
        "عن هذه الإحاطة", "الأحداث عبر الزمن", "الخط الزمني", "الحوادث المنفردة", "إحصاء قواعد البيانات",
    ]  # fmt: skip
    assert all(
        "<f>" not in sheet.xml and 'rightToLeft="1"' in sheet.xml for sheet in sheets.values()
    )
    series = sheets["إحصاء قواعد البيانات"]
    assert [series.cells[f"{column}1"] for column in "ABCDEFG"] == [
        "المصدر", "أول يوم", "آخر يوم", "الحد الأدنى", "أفضل تقدير", "الحد الأعلى", "الصفوف",
    ]  # fmt: skip
    assert (series.cells["A2"], series.cells["E2"]) == (GED, 20)
    assert series.formats["B2"] == "yyyy-mm-dd"
    timeline = next(part for part in briefing.parts if part.name == "timeline")
    lines = list(csv.DictReader(io.StringIO(csv_of(timeline).decode("utf-8-sig"))))
    assert len(lines) == 40 and {line["source"] for line in lines} == {GED}
    assert any("=HYPERLINK(1) <b>made up</b>" in line["quote"] for line in lines)
    assert not [cell for line in lines for cell in line.values() if cell.startswith("=")]
