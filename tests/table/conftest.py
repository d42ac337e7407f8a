from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.table.store import EventTable


@pytest.fixture
def table(tmp_path: Path) -> EventTable:
    return EventTable(tmp_path / "table", create=True)
