"""The event table on disk: four Delta tables, one committer at a time, versions that stay.

An event is committed after its document, the log after both: what the log calls read is there.
A correction is committed to its own log first, which is the truth, then to the events; every commit
of events says which corrections it holds, and what a crash left out is put in by the next writer.
Nothing is vacuumed and the commit log never expires, so a version once shown can be shown again.
"""

from __future__ import annotations

import itertools
import logging
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pyarrow as pa
from deltalake import DeltaTable
from deltalake.exceptions import DeltaError

from dashboard.table import patching
from dashboard.table.delta import connect, retrying, view
from dashboard.table.index import Index
from dashboard.table.journal import Journal
from dashboard.table.schema import Failure, Reading, Row
from dashboard.table.tables import (
    SCHEMAS,
    NoSuchVersion,
    NoTable,
    NotATable,
    TableBusy,
    TableError,
    readable,
)

__all__ = [
    "Appended", "EventTable", "NoSuchVersion", "NoTable", "NotATable", "Snapshot", "TableBusy",
    "TableError",
]  # fmt: skip

_LOG = logging.getLogger("tawqit")
_SCHEMAS = itertools.count()
_KEEP = "interval 36500 days"
_CONFIGURATION = {
    "delta.logRetentionDuration": _KEEP,
    "delta.deletedFileRetentionDuration": _KEEP,
    "delta.enableExpiredLogCleanup": "false",
}
# Delta Lake's file store cannot write below a folder with one of these in its name.
_UNUSABLE = frozenset("[]?#%|^\\")


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
    index: Index = field(repr=False, compare=False)
    _connection: duckdb.DuckDBPyConnection = field(repr=False, compare=False)
    _schema: str = field(default="", repr=False, compare=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False, compare=False)

    def query(
        self,
        sql: str,
        params: Mapping[str, object] | None = None,
        tables: Mapping[str, pa.Table] | None = None,
    ) -> pa.Table:
        """The answer to a DuckDB query over ``events``, ``documents`` and ``corrections``.

        Everything in it is of this version. ``tables`` are more tables for this query, by name;
        once ``index`` is ready, those that it makes are there too.
        """
        cursor = self.connection(self._schema)
        try:
            for name, table in (tables or {}).items():
                cursor.register(name, table)
            return cursor.sql(sql, params=dict(params or {})).to_arrow_table()
        finally:
            cursor.close()

    def connection(self, schema: str = "") -> duckdb.DuckDBPyConnection:
        """Another connection to what is held, which looks for names in a schema first."""
        with self._lock:
            cursor = self._connection.cursor()
        if schema:
            cursor.execute(f"SET search_path = '{schema},main'")
        return cursor


class EventTable(Journal):
    """The store at a folder. ``EventTable(path)`` opens it; ``create=True`` makes it if missing.

    Raises ``NoTable`` or ``NotATable`` where it cannot be opened.
    """

    def __init__(
        self, path: Path | str, *, create: bool = False, wait_seconds: float = 600
    ) -> None:
        super().__init__(path, wait_seconds)
        if self.path.exists() and not self.path.is_dir():
            raise NotATable(self.path, f"{self.path}: is a file; name a folder for the event table")
        if bad := sorted(_UNUSABLE & set(self.path.resolve().as_posix())):
            raise NotATable(
                self.path,
                f"{self.path}: Delta Lake cannot keep a table in a folder whose path has "
                f"{' '.join(bad)}; choose another folder",
            )
        missing = [name for name in SCHEMAS if not self._exists(name)]
        if not missing:
            return
        if len(missing) == len(SCHEMAS) and self._has_other_content():
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

        A document read anew (other text, other extractor) replaces its row and all its events;
        what analysts said of these is put upon the new ones.
        Returns after the commit is on disk. Raises ``TableBusy`` when another process keeps the
        table longer than ``wait_seconds``.
        """
        latest = {r.doc_id: r for r in readings}
        with self._writing():
            known = self.read_before()
            fresh = [
                r for r in latest.values() if known.get(r.doc_id) != (r.sha256, r.extractor_version)
            ]
            events = [row for r in fresh for row in r.events]
            if fresh:
                ids = [r.doc_id for r in fresh]
                events = self._corrected_again(ids, events)
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

        with self._writing():
            retrying(merge)

    def read_before(self) -> dict[str, tuple[str, str]]:
        """Document id → (sha256, extractor version) of its last reading that did not fail."""
        rows = self._ask(
            "log",
            'SELECT doc_id, arg_max(sha256, "at"), arg_max(extractor_version, "at") '
            "FROM rows WHERE outcome = 'read' GROUP BY doc_id",
        )
        return {doc_id: (sha256, version) for doc_id, sha256, version in rows}

    def newest(self) -> tuple[int, str]:
        """The newest events version, and the id that no other table made at this place has."""
        events = self._open("events")
        return events.version(), str(events.metadata().id)

    def snapshot(self, version: int | None = None, after: Snapshot | None = None) -> Snapshot:
        """The table at an events version (the newest by default); ``NoSuchVersion`` if none.

        ``after`` is one of an earlier version of this table: where few events have changed since,
        its index is patched, which takes a part of the time that a new one needs.
        """
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
        kept = self._open("corrections", int(commit.get("corrections_version", 0)))
        opened = {"events": events, "documents": documents, "corrections": kept}
        at = datetime.fromtimestamp(commit["timestamp"] / 1000, UTC)
        said = (self.path, version, documents.version(), at)
        if after is not None and (found := self._patched(version, after, opened)):
            return Snapshot(*said, *found)
        connection = connect()
        self._show(connection, opened)
        return Snapshot(*said, Index(connection), connection)

    def _patched(
        self, version: int, after: Snapshot, opened: Mapping[str, DeltaTable]
    ) -> tuple[Index, duckdb.DuckDBPyConnection, str] | None:
        """An index, its connection and schema, out of an earlier snapshot's; ``None`` for none."""
        if not after.index.made or after.version > version:
            return None
        changed = self._changed(after.version, version)
        if changed is None or len(changed) > patching.MOST:
            return None
        schema = f"v{version}_{next(_SCHEMAS)}"
        connection = after.connection()
        try:
            connection.execute(f"CREATE SCHEMA {schema}; SET search_path = '{schema},main'")
            self._show(connection, opened)
            index = patching.patched(after.index, connection, changed)
        except duckdb.Error:  # what is short or new here is not so for an index made in full
            _LOG.info("version %d: the index is made anew", version, exc_info=True)
            index = None
        if index is None:
            connection.execute(f"DROP SCHEMA IF EXISTS {schema} CASCADE")
            connection.close()
            return None
        return index, connection, schema

    def _show(
        self, connection: duckdb.DuckDBPyConnection, opened: Mapping[str, DeltaTable]
    ) -> None:
        with readable(self.path):
            for name, table in opened.items():
                view(connection, name, table, self.path / name, SCHEMAS[name])

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
            for name, schema in SCHEMAS.items():
                if not self._exists(name):
                    DeltaTable.create(self._uri(name), schema=schema, configuration=_CONFIGURATION)

    def _replace(self, name: str, key: str, rows: list[Row], doc_ids: list[str]) -> None:
        """One commit that leaves exactly ``rows`` as what the table holds of ``doc_ids``."""
        sql = "SELECT count(*) FROM rows WHERE list_contains($ids, doc_id)"
        if not self._ask(name, sql, {"ids": doc_ids})[0][0]:
            self._commit(name, rows)
            return
        source = pa.Table.from_pylist(rows, schema=SCHEMAS[name])
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

        retrying(merge)


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
