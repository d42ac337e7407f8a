"""The event table on disk: four Delta tables, one committer at a time, versions that stay.

An event is committed after its document, the log after both: what the log calls read is there.
Nothing is vacuumed and the commit log never expires, so a version once shown can be shown again.
"""

from __future__ import annotations

import glob
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import duckdb
import pyarrow as pa
from deltalake import CommitProperties, DeltaTable, write_deltalake
from deltalake.exceptions import CommitFailedError, DeltaError
from filelock import FileLock, Timeout

from dashboard.table.schema import CORRECTIONS, DOCUMENTS, EVENTS, LOG, Failure, Reading, Row

_SCHEMAS: Mapping[str, pa.Schema] = {
    "documents": DOCUMENTS, "events": EVENTS, "log": LOG, "corrections": CORRECTIONS,
}  # fmt: skip
_KEEP = "interval 36500 days"
_CONFIGURATION = {
    "delta.logRetentionDuration": _KEEP,
    "delta.deletedFileRetentionDuration": _KEEP,
    "delta.enableExpiredLogCleanup": "false",
}
# Delta Lake's file store cannot write below a folder with one of these in its name.
_UNUSABLE = frozenset("[]?#%|^\\")
_ATTEMPTS = 6
_FILES_BEFORE_COMPACTION = 12
# Larger files are left as they are, so that a growing table is not rewritten with every batch.
_COMPACTED_BYTES = 16 * 2**20

_T = TypeVar("_T")


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


@dataclass(frozen=True, slots=True)
class Appended:
    """What an append changed: documents and events written, and the events version after it."""

    documents: int
    events: int
    version: int


@dataclass(frozen=True)
class Snapshot:
    """The table at one version: events, and the documents that were there at that commit.

    ``committed_at`` is in UTC. A snapshot never changes, is safe to share between threads and
    needs no closing.
    """

    path: Path
    version: int
    documents_version: int
    committed_at: datetime
    _connection: duckdb.DuckDBPyConnection = field(repr=False, compare=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False, compare=False)

    def query(self, sql: str, params: Mapping[str, object] | None = None) -> pa.Table:
        """The answer to a DuckDB query over the views ``events`` and ``documents``."""
        with self._lock:
            cursor = self._connection.cursor()
        try:
            return cursor.sql(sql, params=dict(params or {})).to_arrow_table()
        finally:
            cursor.close()

    def keep(self, name: str, sql: str) -> None:
        """Makes the answer to a query a table of this snapshot, once; ``query`` finds it by name.

        For what many questions need and no filter changes.
        """
        with self._lock:
            self._connection.execute(f"CREATE TABLE IF NOT EXISTS {name} AS {sql}")


class EventTable:
    """The store at a folder. ``EventTable(path)`` opens it; ``create=True`` makes it if missing.

    Raises ``NoTable`` or ``NotATable`` where it cannot be opened.
    """

    def __init__(
        self, path: Path | str, *, create: bool = False, wait_seconds: float = 600
    ) -> None:
        self.path = Path(path)
        self._wait = wait_seconds
        if self.path.exists() and not self.path.is_dir():
            raise NotATable(self.path, f"{self.path}: is a file; name a folder for the event table")
        if bad := sorted(_UNUSABLE & set(self.path.resolve().as_posix())):
            raise NotATable(
                self.path,
                f"{self.path}: Delta Lake cannot keep a table in a folder whose path has "
                f"{' '.join(bad)}; choose another folder",
            )
        missing = [name for name in _SCHEMAS if not self._exists(name)]
        if not missing:
            return
        if len(missing) == len(_SCHEMAS) and self._has_other_content():
            raise NotATable(
                self.path,
                f"{self.path}: holds other files and no event table; name an empty or new folder",
            )
        if not create:
            raise NoTable(
                self.path,
                f"{self.path}: no event table yet; make one with "
                f"`python -m dashboard ingest PATH --table {self.path}`",
            )
        self._create()

    def append(self, readings: Sequence[Reading], failures: Sequence[Failure] = ()) -> Appended:
        """Commit what was read: documents, then events, then the log; repeats change nothing.

        A document read anew (other text, other extractor) replaces its row and all its events.
        Returns after the commit is on disk. Raises ``TableBusy`` when another process keeps the
        table longer than ``wait_seconds``.
        """
        latest = {r.doc_id: r for r in readings}
        with self._committing():
            known = self.read_before()
            fresh = [
                r for r in latest.values() if known.get(r.doc_id) != (r.sha256, r.extractor_version)
            ]
            events = [row for r in fresh for row in r.events]
            if fresh:
                ids = [r.doc_id for r in fresh]
                self._replace("documents", "doc_id", [r.document for r in fresh], ids)
                self._replace("events", "event_id", events, ids)
            if fresh or failures:
                self._commit("log", _log_rows(fresh, failures))
            for name in ("documents", "events", "log"):
                self._compact(name)
            return Appended(len(fresh), len(events), self._open("events").version())

    def set_clusters(self, clusters: Mapping[str, str | None]) -> None:
        """Commit the cluster of events by their ids; ``None`` for one that stands alone."""
        rows = [{"event_id": k, "cluster_id": v} for k, v in clusters.items()]
        names = pa.schema([("event_id", pa.string()), ("cluster_id", pa.string())])
        source = pa.Table.from_pylist(rows, schema=names)

        def merge() -> None:
            merger = self._open("events").merge(
                source,
                predicate="target.event_id = source.event_id",
                source_alias="source",
                target_alias="target",
                commit_properties=self._properties("events"),
            )
            merger.when_matched_update({"cluster_id": "source.cluster_id"}).execute()

        with self._committing():
            _retrying(merge)

    def correct(
        self, event_id: str, doc_id: str, field: str, value: str, *, who: str, why: str
    ) -> None:
        """Append an analyst's correction of one field of an event; ``value`` is JSON."""
        row = {
            "event_id": event_id, "doc_id": doc_id, "field": field, "value": value,
            "who": who, "at": datetime.now(UTC), "why": why,
        }  # fmt: skip
        with self._committing():
            self._commit("corrections", [row])

    def read_before(self) -> dict[str, tuple[str, str]]:
        """Document id → (sha256, extractor version) of its last reading that did not fail."""
        rows = self._ask(
            "log",
            'SELECT doc_id, arg_max(sha256, "at"), arg_max(extractor_version, "at") '
            "FROM rows WHERE outcome = 'read' GROUP BY doc_id",
        )
        return {doc_id: (sha256, version) for doc_id, sha256, version in rows}

    def snapshot(self, version: int | None = None) -> Snapshot:
        """The table at an events version (the newest by default); ``NoSuchVersion`` if none."""
        events = self._open("events")
        latest = events.version()
        if version is None:
            version = latest
        if not 0 <= version <= latest:
            raise NoSuchVersion(self.path, version, latest)
        # The history is counted from the newest version: read from an older one it is mislabelled.
        commit = events.history(latest - version + 1)[-1]
        if version != latest:
            try:
                events = self._open("events", version)
            except DeltaError as error:
                raise NoSuchVersion(self.path, version, latest) from error
        documents = self._open("documents", int(commit.get("documents_version", 0)))
        connection = _connect()
        _view(connection, "events", events, self.path / "events")
        _view(connection, "documents", documents, self.path / "documents")
        at = datetime.fromtimestamp(commit["timestamp"] / 1000, UTC)
        return Snapshot(self.path, version, documents.version(), at, connection)

    def _exists(self, name: str) -> bool:
        return (self.path / name / "_delta_log").is_dir()

    def _has_other_content(self) -> bool:
        return self.path.exists() and any(
            not child.name.startswith(".") for child in self.path.iterdir()
        )

    def _create(self) -> None:
        try:
            self.path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise NotATable(
                self.path, f"{self.path}: cannot be made ({error.strerror}); name another folder"
            ) from error
        with self._committing():
            for name, schema in _SCHEMAS.items():
                if not self._exists(name):
                    DeltaTable.create(self._uri(name), schema=schema, configuration=_CONFIGURATION)

    def _uri(self, name: str) -> str:
        return (self.path.resolve() / name).as_uri()

    def _open(self, name: str, version: int | None = None) -> DeltaTable:
        return DeltaTable(self._uri(name), version=version)

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

    def _replace(self, name: str, key: str, rows: list[Row], doc_ids: list[str]) -> None:
        """One commit that leaves exactly ``rows`` as what the table holds of ``doc_ids``."""
        sql = "SELECT count(*) FROM rows WHERE list_contains($ids, doc_id)"
        if not self._ask(name, sql, {"ids": doc_ids})[0][0]:
            self._commit(name, rows)
            return
        source = pa.Table.from_pylist(rows, schema=_SCHEMAS[name])
        quoted = ", ".join("'" + doc_id.replace("'", "''") + "'" for doc_id in doc_ids)

        def merge() -> None:
            merger = self._open(name).merge(
                source,
                predicate=f"target.doc_id = source.doc_id AND target.{key} = source.{key}",
                source_alias="source",
                target_alias="target",
                commit_properties=self._properties(name),
            )
            merger = merger.when_matched_update_all().when_not_matched_insert_all()
            merger.when_not_matched_by_source_delete(f"target.doc_id IN ({quoted})").execute()

        _retrying(merge)

    def _commit(self, name: str, rows: list[Row]) -> None:
        data = pa.Table.from_pylist(rows, schema=_SCHEMAS[name])
        _retrying(
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

        _retrying(compact)

    def _properties(self, name: str) -> CommitProperties | None:
        """Every commit of events says which version of the documents belongs to it."""
        if name != "events":
            return None
        version = str(self._open("documents").version())
        return CommitProperties(custom_metadata={"documents_version": version})

    def _ask(self, name: str, sql: str, params: Mapping[str, object] | None = None) -> list[Any]:
        connection = _connect()
        try:
            _view(connection, "rows", self._open(name), self.path / name)
            return connection.sql(sql, params=dict(params or {})).fetchall()
        finally:
            connection.close()


def _connect() -> duckdb.DuckDBPyConnection:
    # Without this DuckDB may look on the network for an extension it lacks.
    return duckdb.connect(
        config={"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
    )


def _view(
    connection: duckdb.DuckDBPyConnection, name: str, table: DeltaTable, folder: Path
) -> None:
    """Show a Delta table's files as the view ``name``."""
    # Delta percent-encodes its paths and DuckDB reads * as a pattern: name the files ourselves.
    at = Path(glob.escape(str(folder.resolve())))
    files = [str(at / uri.rpartition("/")[2]) for uri in table.file_uris()]
    if files:
        connection.read_parquet(files).create_view(name)
    else:
        connection.from_arrow(_SCHEMAS[folder.name].empty_table()).create(name)


def _retrying(action: Callable[[], _T]) -> _T:
    """Try a commit again when another one came between; the lock makes that rare."""
    for attempt in range(_ATTEMPTS):
        try:
            return action()
        except CommitFailedError:
            if attempt == _ATTEMPTS - 1:
                raise
            time.sleep(0.05 * 2**attempt)
    raise AssertionError("unreachable")


def _log_rows(readings: Sequence[Reading], failures: Sequence[Failure]) -> list[Row]:
    now = datetime.now(UTC)
    read: list[Row] = [
        {
            "doc_id": r.doc_id, "sha256": r.sha256, "extractor_version": r.extractor_version,
            "at": now, "outcome": "read", "events": len(r.events),
        }
        for r in readings
    ]  # fmt: skip
    return read + [
        {
            "doc_id": f.doc_id, "sha256": f.sha256, "extractor_version": f.extractor_version,
            "at": now, "outcome": f"failed: {f.reason}", "events": 0,
        }
        for f in failures
    ]  # fmt: skip
