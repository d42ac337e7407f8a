"""Ingest: everything readable is in the table once, whatever fails, stops it or comes again."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dashboard.model import Document, Event, EventDate, Extraction
from dashboard.pipeline import Progress, ingest, ingest_documents, preview
from dashboard.sources import text_document
from dashboard.table.store import EventTable, NotATable

# One event a word that starts with ق; a document that says so breaks the extractor.
STUB = """
import sys, time
from dashboard.model import Document, Event, EventDate, Extraction

def stub(document):
    if "عطل" in document.text:
        raise ZeroDivisionError("a rule that divides by nothing")
    found = [w for w in document.text.split() if w.startswith("ق")]
    return Extraction(document, events=tuple(
        Event(f"{document.id}-{n}", "ASSAULT", "", "actual", EventDate(), None, (), (), w, 0, len(w), "stub", 1.0)
        for n, w in enumerate(found)))
"""
_names: dict[str, Any] = {}
exec(STUB, _names)
stub = _names["stub"]


def table_rows(folder: Path) -> tuple[list[Any], list[Any]]:
    snapshot = EventTable(folder).snapshot()
    events = snapshot.query("SELECT * FROM events ORDER BY event_id").to_pylist()
    return events, snapshot.query("SELECT * FROM documents ORDER BY doc_id").to_pylist()


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "a.txt").write_text("قصف ثم قتال")
    (folder / "b.txt").write_text("هدنة")
    (folder / "c.txt").write_text("عطل قصف")
    lines = [{"text": "قصف"}, {"text": ""}, {"text": "قنص", "id": "named"}]
    (folder / "d.jsonl").write_text("\n".join(json.dumps(line) for line in lines))
    return folder


def run(inbox: Path, table: Path, **options: Any) -> Any:
    return ingest([inbox], table, extract=options.pop("extract", stub), version="1", **options)


def test_good_documents_arrive_and_bad_ones_are_named(inbox: Path, tmp_path: Path) -> None:
    report = run(inbox, tmp_path / "table", published=date(2016, 9, 9))
    assert (report.read, report.skipped, report.failed, report.events) == (4, 0, 2, 4)
    assert "c.txt" in report.errors[0]
    assert "ZeroDivisionError" in report.errors[0]
    assert "d.jsonl:2:" in report.errors[1]
    events, documents = table_rows(tmp_path / "table")
    assert [d["doc_id"] for d in documents] == ["a", "b", "d-1", "named"]
    assert {e["published"] for e in events} == {date(2016, 9, 9)}


def test_again_reads_only_what_changed_or_failed(inbox: Path, tmp_path: Path) -> None:
    table = tmp_path / "table"
    first = run(inbox, table)
    before = table_rows(table)
    again = run(inbox, table)
    assert (again.read, again.skipped, again.failed) == (0, 4, 2)
    assert table_rows(table) == before
    (inbox / "b.txt").write_text("قصف")
    changed = run(inbox, table)
    assert (changed.read, changed.skipped, changed.events) == (1, 3, 1)
    newer = ingest([inbox], table, extract=stub, version="2")
    assert (newer.read, newer.skipped) == (4, 0)
    assert newer.version > first.version


def test_a_day_that_is_none_is_a_warning_and_costs_no_document(tmp_path: Path) -> None:
    (tmp_path / "n.jsonl").write_text('{"text": "قصف", "published": "قريباً"}\n{"text": "قنص"}')
    told: list[Progress] = []
    report = run(tmp_path / "n.jsonl", tmp_path / "table", progress=told.append)
    assert (report.read, report.failed, report.errors) == (2, 0, ())
    [said] = report.warnings
    assert "n.jsonl:1: " in said and "«قريباً»" in said
    assert told[-1].seen == 2


def test_two_files_of_one_name_are_two_documents(tmp_path: Path) -> None:
    for folder, text in (("x", "قصف"), ("y", "قنص")):
        for name, content in (("1.txt", text), ("news.jsonl", json.dumps({"text": text}))):
            (tmp_path / folder).mkdir(exist_ok=True)
            (tmp_path / folder / name).write_text(content)
    paths = [tmp_path / "x", tmp_path / "y"]
    assert ingest(paths, tmp_path / "table", extract=stub, version="1").read == 4
    assert ingest(paths, tmp_path / "table", extract=stub, version="1").skipped == 4
    assert len({row["doc_id"] for row in table_rows(tmp_path / "table")[0]}) == 4


def test_a_value_the_table_cannot_hold_costs_one_document(inbox: Path, tmp_path: Path) -> None:
    def endless(document: Document) -> Extraction:
        made = stub(document)
        if document.id != "a":
            return made
        bad = Event("x", "AID", "", "actual", EventDate(), None, (), (), "\ud800", 0, 2**40, "", 1)
        return Extraction(document, events=(bad,))

    report = run(inbox, tmp_path / "table", extract=endless)
    assert (report.read, report.failed) == (3, 3)
    assert [d["doc_id"] for d in table_rows(tmp_path / "table")[1]] == ["b", "d-1", "named"]


def test_progress_is_told_after_every_document(inbox: Path, tmp_path: Path) -> None:
    told: list[Progress] = []
    run(inbox, tmp_path / "table", progress=told.append)
    assert [p.seen for p in told] == [1, 2, 3, 4, 5, 6]
    assert [(p.file, p.total) for p in told] == [(1, 4), (2, 4), (3, 4), (4, 4), (4, 4), (4, 4)]
    assert (told[-1].read, told[-1].failed) == (4, 2)


def test_nothing_to_read_is_an_error_that_says_so(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    report = ingest(
        [tmp_path / "empty", tmp_path / "none.txt"], tmp_path / "table", extract=stub, version="1"
    )
    assert report.read == 0
    assert [("no file" in e, "no such file" in e) for e in report.errors] == [
        (True, False), (False, True),
    ]  # fmt: skip


def test_a_folder_of_other_things_is_not_made_a_table(inbox: Path) -> None:
    with pytest.raises(NotATable):
        run(inbox, inbox)


def test_a_pasted_document_is_saved_like_a_file(tmp_path: Path) -> None:
    pasted = text_document("قصف", id="pasted", published=date(2016, 9, 9))
    assert ingest_documents([pasted], tmp_path / "table", extract=stub, version="1").events == 1


def test_killed_at_any_time_it_ends_in_the_same_table(tmp_path: Path) -> None:
    lines = [json.dumps({"id": f"n{n}", "text": f"قصف {n} قتال"}) for n in range(60)]
    source = tmp_path / "news.jsonl"
    source.write_text("\n".join(lines))
    script = tmp_path / "run.py"
    script.write_text(STUB + f'''
from pathlib import Path
from dashboard.pipeline import ingest

def slow(document):
    time.sleep(0.004)
    return stub(document)

ingest([Path({str(source)!r})], Path(sys.argv[1]), extract=slow, version="1", batch=4)
''')  # fmt: skip
    command = [sys.executable, str(script), str(tmp_path / "killed")]
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])}
    kills = 0
    for attempt in range(4):
        process = subprocess.Popen(command, env=environment)
        deadline = time.monotonic() + 60
        committed = tmp_path / "killed" / "events" / "_delta_log"
        reached = len(list(committed.glob("*.json"))) + 2
        while process.poll() is None and len(list(committed.glob("*.json"))) < reached:
            assert time.monotonic() < deadline
            time.sleep(0.003)
        time.sleep(0.037 * attempt)
        if process.poll() is None:
            process.send_signal(signal.SIGKILL)
            kills += 1
        process.wait()
        orphans = "SELECT * FROM events WHERE doc_id NOT IN (SELECT doc_id FROM documents)"
        assert EventTable(tmp_path / "killed").snapshot().query(orphans).num_rows == 0
    assert kills
    assert subprocess.run(command, env=environment, check=False).returncode == 0
    ingest([source], tmp_path / "whole", extract=stub, version="1")
    assert table_rows(tmp_path / "killed") == table_rows(tmp_path / "whole")
    assert len(table_rows(tmp_path / "whole")[0]) == 120


def test_reports_of_one_meeting_share_a_cluster_whenever_they_come(tmp_path: Path) -> None:
    told = [
        "التقى سيرغي لافروف وجون كيري في جنيف الجمعة.",
        "عقد جون كيري مع سيرغي لافروف محادثات في جنيف يوم الجمعة استمرت ساعات.",
        "التقى محمد جواد ظريف وسيرغي لافروف في موسكو الجمعة.",
    ]
    documents = [Document(f"d{n}", text, published=date(2016, 9, 9)) for n, text in enumerate(told)]
    table = tmp_path / "table"
    for document in documents:
        ingest_documents([document], table)
    events, _ = table_rows(table)
    cluster = {row["doc_id"]: row["cluster_id"] for row in events if row["event_type"] == "CONSULT"}
    assert cluster["d0"] == cluster["d1"] is not None
    assert cluster["d2"] is None
    version = EventTable(table).snapshot().version
    ingest_documents(documents, table)
    assert EventTable(table).snapshot().version == version
    # Read again without the second, the first stands alone again.
    changed = Document("d1", "لا شيء اليوم.", published=date(2016, 9, 9))
    ingest_documents([changed], table)
    assert all(row["cluster_id"] is None for row in table_rows(table)[0])


def test_a_preview_is_the_extraction_and_saves_nothing() -> None:
    document = text_document("التقى كيري لافروف في جنيف.", id="p", published=date(2016, 9, 9))
    assert preview(document).document == document
