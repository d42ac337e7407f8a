"""What the store promises: repeats change nothing, changed documents replace, versions stay."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from dashboard.table.schema import DOCUMENTS, EVENTS, Failure
from dashboard.table.store import (
    EventTable,
    NoSuchVersion,
    NoTable,
    NotATable,
    Snapshot,
    TableBusy,
)
from dashboard.table.tables import Damaged
from tests.table.building import GENEVA, KERRY, build, claim, event, on


def rows(snapshot: Snapshot) -> list[dict[str, Any]]:
    return snapshot.query("SELECT * FROM events ORDER BY event_id").to_pylist()


def ids(snapshot: Snapshot) -> list[str]:
    return [row["event_id"] for row in rows(snapshot)]


def test_an_event_comes_back_as_it_was_put_in(table: EventTable) -> None:
    made = event("e1", when=on("2016-09-08"), place=GENEVA, participants=(KERRY,), claims=(0,))
    table.append([build("d1", made, claims=(claim(14, asserted_by="SOHR"),))])
    snapshot = table.snapshot()
    (row,) = rows(snapshot)
    assert list(row) == EVENTS.names
    assert (row["date_first"], row["place_name_ar"]) == (date(2016, 9, 8), "جنيف")
    assert row["participants"][0] == {
        "actor_id": "john-kerry", "name": "John Kerry", "name_ar": "جون كيري",
        "role": "attendee", "side": "USA", "start": 6, "end": 10,
    }  # fmt: skip
    assert (row["claims"][0]["best"], row["claims"][0]["asserted_by"]) == (14, "SOHR")
    (document,) = snapshot.query("SELECT * FROM documents").to_pylist()
    assert list(document) == DOCUMENTS.names
    assert json.loads(document["mentions"])["claims"][0]["kind"] == "killed"


def test_the_same_batch_twice_changes_nothing(table: EventTable) -> None:
    batch = [build("d1", event("e1"), event("e2")), build("d2", event("e3"))]
    first = table.append(batch)
    again = table.append(batch)
    assert (first.documents, first.events) == (2, 3)
    assert (again.documents, again.events, again.version) == (0, 0, first.version)


def test_a_document_read_anew_replaces_its_events_and_no_others(table: EventTable) -> None:
    table.append([build("d1", event("e1"), event("e2")), build("o'brien", event("e3"))])
    table.append([build("d1", event("e2", "AGREE"), event("e4"), version="2")])
    found = {row["event_id"]: row["event_type"] for row in rows(table.snapshot())}
    assert found == {"e2": "AGREE", "e3": "CONSULT", "e4": "CONSULT"}
    table.append([build("o'brien", text="نص جديد")])
    assert ids(table.snapshot()) == ["e2", "e4"]


def test_a_new_publication_date_is_a_new_reading(table: EventTable) -> None:
    table.append([build("d1", event("e1"))])
    assert table.append([build("d1", event("e1"), published=date(2016, 9, 10))]).documents == 1
    assert [row["published"] for row in rows(table.snapshot())] == [date(2016, 9, 10)]


def test_one_event_id_twice_in_a_document_is_one_event(table: EventTable) -> None:
    table.append([build("d1", event("e1"), event("e1", "AGREE"))])
    assert ids(table.snapshot()) == ["e1"]


def test_a_version_stays_what_it_was_through_changes_and_compaction(table: EventTable) -> None:
    table.append([build("d0", event("e0"))])
    pinned = table.snapshot()
    for number in range(1, 30):
        table.append([build(f"d{number}", event(f"e{number}"))])
    table.append([build("d0", text="نص جديد")])
    for old in (pinned, EventTable(table.path).snapshot(pinned.version)):
        assert ids(old) == ["e0"]
        assert old.query("SELECT doc_id FROM documents").to_pylist() == [{"doc_id": "d0"}]
    assert len(ids(table.snapshot())) == 29


def test_every_version_has_the_documents_of_its_events(table: EventTable) -> None:
    for number in range(15):
        table.append([build(f"d{number}", event(f"e{number}"))])
    for version in range(table.snapshot().version + 1):
        orphans = "SELECT * FROM events WHERE doc_id NOT IN (SELECT doc_id FROM documents)"
        assert table.snapshot(version).query(orphans).num_rows == 0


def test_many_small_appends_leave_few_files(table: EventTable) -> None:
    for number in range(30):
        table.append([build(f"d{number}", event(f"e{number}"))])
    assert len(table._open("events").file_uris()) <= 15
    assert len(ids(table.snapshot())) == 30


def test_a_document_without_events_is_there_at_once(table: EventTable) -> None:
    table.append([build("d1")])
    assert table.snapshot().query("SELECT doc_id FROM documents").num_rows == 1


def test_a_snapshot_says_when_it_was_committed(table: EventTable) -> None:
    before = datetime.now(UTC)
    table.append([build("d1", event("e1"))])
    at = table.snapshot().committed_at
    assert abs((at - before).total_seconds()) < 60
    assert table.snapshot(0).committed_at <= at


def test_failures_are_logged_and_not_called_read(table: EventTable) -> None:
    table.append([build("d1")], [Failure("d2", "x", "1", "ValueError: no")])
    assert set(table.read_before()) == {"d1"}


def test_writers_wait_for_each_other(table: EventTable) -> None:
    def write(number: int) -> None:
        EventTable(table.path).append([build(f"d{number}", event(f"e{number}"))])

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(12)))
    assert len(ids(table.snapshot())) == 12


def test_a_snapshot_can_be_asked_from_many_threads(table: EventTable) -> None:
    table.append([build("d1", event("e1"))])
    snapshot = table.snapshot()
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda _: ids(snapshot), range(40))) == [["e1"]] * 40


def test_a_writer_that_waits_too_long_is_told(table: EventTable) -> None:
    with table._committing(), pytest.raises(TableBusy, match="another ingest"):
        EventTable(table.path, wait_seconds=0.1).append([build("d1")])


def test_no_table_yet_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(NoTable, match="python -m dashboard ingest"):
        EventTable(tmp_path / "none")
    assert not (tmp_path / "none").exists()


def test_a_version_that_is_not_there_names_those_that_are(table: EventTable) -> None:
    with pytest.raises(NoSuchVersion, match="0 to 0"):
        table.snapshot(7)


def test_other_folders_and_files_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("x")
    with pytest.raises(NotATable, match="other files"):
        EventTable(tmp_path, create=True)
    with pytest.raises(NotATable, match="is a file"):
        EventTable(tmp_path / "letter.txt", create=True)
    with pytest.raises(NotATable, match="choose another folder"):
        EventTable(tmp_path / "100%", create=True)
    assert [child.name for child in tmp_path.iterdir()] == ["letter.txt"]


@pytest.mark.parametrize("name", ["جدول الأحداث", "a b", "a*b", "it's"])
def test_a_folder_may_have_any_ordinary_name(tmp_path: Path, name: str) -> None:
    table = EventTable(tmp_path / name, create=True)
    table.append([build("d1", event("e1"))])
    assert ids(EventTable(tmp_path / name).snapshot()) == ["e1"]


@pytest.mark.parametrize("broken", ["events/part-*.parquet", "events/_delta_log/*.json"])
def test_a_damaged_table_says_what_and_what_to_do(table: EventTable, broken: str) -> None:
    table.append([build("d1", event("e1", when=on("2016-09-08")))])
    for file in table.path.glob(broken):
        file.write_text("{cut")
    with pytest.raises(Damaged, match=r"cannot be read .* from a copy") as caught:
        EventTable(table.path).snapshot()
    assert str(caught.value).startswith(f"{table.path}: ") and "\n" not in str(caught.value)
