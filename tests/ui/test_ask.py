"""Which table and version a page asks: the newest once it is there, a pinned one for good."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.filters import Filters
from dashboard.table.patching import Patched
from dashboard.table.store import EventTable
from dashboard.ui import ask
from tests.table.building import build, event


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> EventTable:
    monkeypatch.setenv("TAWQIT_TABLE", str(tmp_path / "table"))
    made = EventTable(tmp_path / "table", create=True)
    made.append([build("d1", event("e1"))])
    return made


def test_a_commit_is_noticed_and_a_pinned_version_stays_as_it_was(table: EventTable) -> None:
    before = ask.snapshot(None)
    assert ask.snapshot(before.version) is before
    table.append([build("d2", event("e2"), event("e3"))])
    after = ask.snapshot(None)
    assert after.version > before.version
    assert ask.snapshot(before.version) is before
    assert [ask.count(at, Filters()).events for at in (before, after)] == [1, 3]


def test_a_table_made_anew_at_its_place_is_another(table: EventTable) -> None:
    before = ask.snapshot(None)
    assert ask.count(before, Filters()).events == 1
    shutil.rmtree(table.path)
    EventTable(table.path, create=True).append([build("d1", event("e1"), event("e2"))])
    after = ask.snapshot(None)
    assert after.version == before.version
    assert ask.count(after, Filters()).events == 2


def test_after_a_correction_the_index_is_made_out_of_the_one_before(table: EventTable) -> None:
    before = ask.snapshot(None)
    assert ask.count(before, Filters()).events == 1
    table.judge("e1", "rejected", who="ليلى", why="خبر قديم")
    after = ask.snapshot(None)
    assert isinstance(after.index, Patched)
    assert [ask.count(at, Filters()).events for at in (before, after)] == [1, 0]


def test_the_server_starts_without_a_word_of_caches() -> None:
    """Pages and their caches are read before the server runs."""
    said = subprocess.run(
        [sys.executable, "-c", "import streamlit_app"], cwd=Path(__file__).parents[2], timeout=60,
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "No runtime found" not in said.stderr
