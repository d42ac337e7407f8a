"""The four Delta tables of a folder: opened, asked, committed to by one writer at a time."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
from deltalake import CommitProperties, DeltaTable, write_deltalake
from deltalake.exceptions import DeltaError
from filelock import FileLock, Timeout

from dashboard.table.delta import connect, retrying, view
from dashboard.table.schema import CORRECTIONS, DOCUMENTS, EVENTS, LOG, Row

SCHEMAS: Mapping[str, pa.Schema] = {
    "documents": DOCUMENTS, "events": EVENTS, "log": LOG, "corrections": CORRECTIONS,
}  # fmt: skip
_FILES_BEFORE_COMPACTION = 12
# Larger files are left as they are, so that a growing table is not rewritten with every batch.
_COMPACTED_BYTES = 16 * 2**20
_NAMED = 400  # events that a commit names


class TableError(Exception):
    """The event table cannot be used; the message says where and what to do."""

    def __init__(self, path: Path, message: str) -> None:
        super().__init__(message)
        self.path = path


class NoTable(TableError):
    """There is no event table at this path yet."""


class NotATable(TableError):
    """What stands at this path is no event table."""


class NoSuchVersion(TableError):
    """The table has no such version; ``version`` was asked for, ``latest`` is there."""

    def __init__(self, path: Path, version: int, latest: int) -> None:
        super().__init__(path, f"{path}: no version {version}; the versions kept are 0 to {latest}")
        self.version = version
        self.latest = latest


class TableBusy(TableError):
    """Another process is still writing to the table."""


class Damaged(TableError):
    """Files of the table are short, broken or away."""


@contextmanager
def readable(path: Path) -> Iterator[None]:
    """Says of a table whose files cannot be read which one it is, and what helps."""
    try:
        yield
    except (duckdb.Error, DeltaError) as error:
        why = str(error).splitlines()[0]
        raise Damaged(
            path,
            f"{path}: a file of the event table cannot be read ({why}); "
            "bring the folder back from a copy, or ingest into a new one",
        ) from error


class Tables:
    """The tables below ``path``; what reads and writes them knows no more of files than this."""

    def __init__(self, path: Path | str, wait_seconds: float) -> None:
        self.path = Path(path)
        self._wait = wait_seconds

    def _uri(self, name: str) -> str:
        return (self.path.resolve() / name).as_uri()

    def _open(self, name: str, version: int | None = None) -> DeltaTable:
        if version is not None:  # one that is gone is for the caller to say
            return DeltaTable(self._uri(name), version=version)
        with readable(self.path):
            return DeltaTable(self._uri(name))

    @contextmanager
    def _committing(self) -> Iterator[None]:
        """Hold the table's lock; it is freed by the system when its holder dies."""
        try:
            with FileLock(self.path / ".lock", timeout=self._wait):
                yield
        except Timeout as error:
            raise TableBusy(
                self.path,
                f"{self.path}: another ingest has been writing for {self._wait:g} seconds; "
                "try again when it is done",
            ) from error

    def _commit(self, name: str, rows: list[Row]) -> None:
        data = pa.Table.from_pylist(rows, schema=SCHEMAS[name])
        retrying(
            lambda: write_deltalake(
                self._uri(name), data, mode="append",
                commit_properties=self._properties(name),
            )
        )  # fmt: skip

    def _compact(self, name: str) -> None:
        def compact() -> None:
            table = self._open(name)
            sizes = pa.table(table.get_add_actions(flatten=True)).column("size_bytes").to_pylist()
            if sum(size < _COMPACTED_BYTES for size in sizes) >= _FILES_BEFORE_COMPACTION:
                table.optimize.compact(
                    target_size=_COMPACTED_BYTES, commit_properties=self._properties(name)
                )

        retrying(compact)

    def _properties(self, name: str, changed: Sequence[str] = ()) -> CommitProperties | None:
        """Every commit of events says which documents and corrections belong to it.

        One that changes few events (``changed``, by their ids) says which, too.
        """
        if name != "events":
            return None
        of = ("documents", "corrections")
        said = {f"{other}_version": str(self._open(other).version()) for other in of}
        if 0 < len(changed) <= _NAMED:
            said["changed_events"] = json.dumps(sorted(changed))
        return CommitProperties(custom_metadata=said)

    def _changed(self, first: int, last: int) -> set[str] | None:
        """The events that differ between two versions; ``None`` where a commit does not say."""
        if first == last:
            return set()
        events = self._open("events")
        commits = events.history(events.version() - first)[events.version() - last :]
        found: set[str] = set()
        for commit in commits:
            if commit.get("operation") == "OPTIMIZE":  # the same rows in other files
                continue
            if "changed_events" not in commit:
                return None
            found.update(json.loads(commit["changed_events"]))
        return found

    def _ask(
        self,
        name: str,
        sql: str,
        params: Mapping[str, object] | None = None,
        *,
        whole: bool = False,
    ) -> list[Any]:
        """The answer over the view ``rows`` of one table: tuples, or dicts where ``whole``."""
        connection = connect()
        try:
            with readable(self.path):
                view(connection, "rows", self._open(name), self.path / name, SCHEMAS[name])
            found = connection.sql(sql, params=dict(params or {}))
            return found.to_arrow_table().to_pylist() if whole else found.fetchall()
        finally:
            connection.close()

    @contextmanager
    def _asking(self, name: str) -> Iterator[Callable[[str, Mapping[str, object]], list[Row]]]:
        """What answers several queries over one table, under its own name, with dicts."""
        connection = connect()
        try:
            with readable(self.path):
                view(connection, name, self._open(name), self.path / name, SCHEMAS[name])
            yield (
                lambda sql, params: (
                    connection.sql(sql, params=dict(params)).to_arrow_table().to_pylist()
                )
            )
        finally:
            connection.close()
