"""One event table of the sample dispatches for all tests of figures."""

from pathlib import Path

import pytest

from dashboard.pipeline import ingest
from dashboard.table.store import EventTable, Snapshot

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    folder = tmp_path_factory.mktemp("charts") / "table"
    ingest([ROOT / "data" / "dispatches"], folder)
    return EventTable(folder).snapshot()
