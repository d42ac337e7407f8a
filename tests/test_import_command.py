"""``python -m dashboard import``: a data set beside the articles, once, and out of their way."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.filters import Filters
from dashboard.pipeline import cluster, import_dataset, ingest_documents
from dashboard.sources import text_document
from dashboard.table import queries, shelf
from dashboard.table.reference import killed_by_month
from dashboard.table.store import EventTable, Snapshot
from tests.sources.datasets import ged, write_ged, write_vdc

GED, VDC = "UCDP GED 19.1", "VDC"
ARTICLE = "قُتل 14 شخصاً في قصف على حلب أمس، والتقى جون كيري سيرغي لافروف في جنيف."


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return write_ged(
        tmp_path / "ged_19.1.csv.gz",
        ged(1), ged(2, low=1, best=1, high=1), ged(3, date_start="2016-11-02"),
        # The same place, day and figures as the first: another event of the data set all the same.
        ged(4), ged(5, date_prec=5, date_start="2016-09-01", date_end="2016-12-31", best=500, high=500),
    )  # fmt: skip


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table with one article."""
    folder = tmp_path / "table"
    article = text_document(
        ARTICLE, id="a", published=date(2016, 9, 11), title="حلب", source="صحيفة"
    )
    assert ingest_documents([article], folder).failed == 0
    return folder


@pytest.fixture
def both(table: Path, file: Path, tmp_path: Path) -> Snapshot:
    """The article and both data sets."""
    import_dataset("ucdp", file, table)
    days = write_vdc(
        tmp_path / "vdc.csv", {"day": "2016-09-10", "Shelling": "7", "Shooting": "7"},
        {"day": "2016-10-03", "Siege": "1"},
    )  # fmt: skip
    import_dataset("vdc", days, table)
    return EventTable(table).snapshot()


def test_an_import_says_what_it_read_and_a_second_changes_nothing(
    table: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", "ucdp", str(file), "--table", str(table)]) == 0
    assert "5 events in 2 months of ged_19.1.csv.gz read" in capsys.readouterr().out
    before = EventTable(table).snapshot()
    assert main(["import", "ucdp", str(file), "--table", str(table)]) == 0
    assert (
        "0 events in 0 months of ged_19.1.csv.gz read, 2 months already there"
        in capsys.readouterr().out
    )
    after = EventTable(table).snapshot()
    assert (before.version, before.documents_version) == (after.version, after.documents_version)


def test_a_bad_row_is_exit_status_1_and_the_others_are_in_the_table(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_ged(tmp_path / "g.csv", ged(1), ged(2, best="x"))
    assert main(["import", "ucdp", str(path), "--table", str(tmp_path / "t")]) == 1
    said = capsys.readouterr()
    assert f"{path}:3: `best` is «x»" in said.err and "Traceback" not in said.err
    assert "1 events" in said.out
    counted = EventTable(tmp_path / "t").snapshot().query("SELECT count(*) AS n FROM events")
    assert counted.to_pylist() == [{"n": 1}]


def test_what_is_no_table_or_no_file_is_a_sentence(
    tmp_path: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", "ucdp", str(file), "--table", str(file)]) == 1
    assert "name a folder for the event table" in capsys.readouterr().err
    assert main(["import", "vdc", str(tmp_path / "gone.csv"), "--table", str(tmp_path / "t")]) == 1
    assert "gone.csv: no such file" in capsys.readouterr().err
    assert not (tmp_path / "t").exists()


def test_a_month_with_other_rows_is_replaced(tmp_path: Path) -> None:
    table, path = tmp_path / "t", tmp_path / "ged_19.1.csv"
    import_dataset("ucdp", write_ged(path, ged(1), ged(2), ged(3, date_start="2016-10-01")), table)
    report = import_dataset("ucdp", write_ged(path, ged(1, best=5)), table)
    assert (report.read, report.skipped, report.events) == (1, 0, 1)
    rows = EventTable(table).snapshot().query("SELECT event_id, ucdp_best FROM events ORDER BY ALL")
    assert rows.to_pylist() == [
        {"event_id": "ucdp-ged-19.1:1", "ucdp_best": 5}, {"event_id": "ucdp-ged-19.1:3", "ucdp_best": 4},
    ]  # fmt: skip


def test_the_data_sets_own_codes_are_in_its_columns(both: Snapshot) -> None:
    row = queries.event(both, "ucdp-ged-19.1:5")
    assert row is not None
    codes = ("type_of_violence", "date_prec", "where_prec", "low", "best", "high")
    assert [row[f"ucdp_{name}"] for name in codes] == [1, 5, 1, 3, 500, 500]


def test_articles_are_not_swamped_until_the_source_is_chosen(both: Snapshot) -> None:
    alone = Filters()
    assert queries.count(both, alone).documents == 1
    assert set(queries.events(both, alone)["doc_id"]) == {"a"}
    assert set(shelf.documents(both, alone)["doc_id"]) == {"a"}
    assert set(queries.claims(both, alone)["doc_id"]) == {"a"}
    assert queries.count(both, Filters(sources=(GED,))).events == 5
    assert queries.count(both, Filters(sources=(GED, "صحيفة"))).documents == 3
    assert set(shelf.documents(both, Filters(sources=(VDC,)))["doc_id"]) == {
        "vdc:2016-09",
        "vdc:2016-10",
    }


def test_the_sidebar_offers_data_sets_as_sources_only(both: Snapshot) -> None:
    usual, wide = queries.choices(both), queries.choices(both, datasets=True)
    assert {c.id for c in usual.datasets} == {GED, VDC} <= {c.id for c in usual.sources}
    assert "ucdp:syrian-insurgents" not in {c.id for c in usual.actors}
    assert "ucdp:syrian-insurgents" in {c.id for c in wide.actors}
    assert "COERCE" not in {c.id for c in usual.types}
    assert wide.last == date(2016, 12, 31)


def test_events_of_a_data_set_that_look_alike_are_no_repeats(both: Snapshot) -> None:
    of_vdc = queries.claims(both, Filters(sources=(VDC,)))
    assert list(of_vdc["best"]) == [7, 7, 1]
    of_ged = queries.claims(both, Filters(sources=(GED,)))
    assert list(of_ged[of_ged["scope"] == "incident"]["best"].sort_values()) == [1, 4, 4, 4, 500]


def test_rows_of_data_sets_are_matched_with_nothing(both: Snapshot) -> None:
    table = EventTable(both.path)
    cluster(table)
    found = table.snapshot().query(
        "SELECT count(cluster_id) AS n FROM events WHERE source <> 'صحيفة'"
    )
    assert found.to_pylist() == [{"n": 0}]


def series(
    snapshot: Snapshot, filters: Filters, source: str
) -> list[tuple[str, int, int, int, int]]:
    found = killed_by_month(snapshot, filters)
    own = found[found["source"] == source]
    return [
        (str(r.period)[:7], r.low, r.best, r.high, r.n) for r in own.itertuples()
    ]  # fmt: skip


def test_a_data_set_counts_its_own_rows_a_month(both: Snapshot) -> None:
    assert series(both, Filters(), GED) == [
        ("2016-09", 7, 9, 13, 3), ("2016-10", 0, 0, 0, 0), ("2016-11", 3, 4, 6, 1),
    ]  # fmt: skip
    assert series(both, Filters(), VDC) == [("2016-09", 14, 14, 14, 2), ("2016-10", 1, 1, 1, 1)]


def test_a_row_of_several_months_is_in_none_and_said(both: Snapshot) -> None:
    found = killed_by_month(both, Filters())
    ged_rows = found[found["source"] == GED]
    assert set(ged_rows["wide"]) == {1} and set(ged_rows["wide_best"]) == {500}
    assert set(found[found["source"] == VDC]["wide"]) == {0}


def test_days_and_places_narrow_the_counts_and_nothing_else_does(both: Snapshot) -> None:
    days = Filters(
        first=date(2016, 10, 15), last=date(2016, 11, 30), types=("CONSULT",), text="كيري"
    )
    assert series(both, days, GED) == [("2016-10", 0, 0, 0, 0), ("2016-11", 3, 4, 6, 1)]
    aleppo = Filters(places=("geonames:170063",), sources=("صحيفة",))
    assert len(series(both, aleppo, GED)) == 3
    assert series(both, aleppo, VDC) == []  # its rows name no town: nothing is known, not zero
    assert killed_by_month(both, Filters(places=("nowhere",))).empty


def test_a_table_of_articles_has_no_counts(table: Path) -> None:
    snapshot = EventTable(table).snapshot()
    assert killed_by_month(snapshot, Filters()).empty
    assert queries.choices(snapshot).datasets == ()


def test_an_import_tells_how_far_it_has_come(tmp_path: Path) -> None:
    rows = [ged(n, date_start=f"2016-0{n}-10") for n in range(1, 4)]
    told: list[int] = []
    report = import_dataset(
        "ucdp", write_ged(tmp_path / "g.csv", *rows, ged(9, latitude="x")), tmp_path / "t",
        progress=told.append,
    )  # fmt: skip
    assert told == [1, 2, 3]
    assert (report.events, [problem.line for problem in report.problems]) == (3, [5])
    assert report.errors == (report.problems[0].message,)
