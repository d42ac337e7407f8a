"""What analysts say of events, entered into the log and from there into the events.

The log is committed first and is the truth; every commit of events says which corrections it holds,
and what a crash left out is put in by the next writer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import pyarrow as pa
from deltalake import CommitProperties

from dashboard.table import corrections
from dashboard.table.corrections import Entry
from dashboard.table.delta import lacking, retrying
from dashboard.table.schema import EVENTS, Row
from dashboard.table.tables import Tables
from dashboard.table.wishes import CorrectionError


class Journal(Tables):
    """The tables, with corrections that can be made, undone, and kept through new readings."""

    def correct(self, event_id: str, wish: Mapping[str, Any], *, who: str, why: str) -> int:
        """Correct fields of an event (see ``corrections.made``); returns the events version.

        Raises ``CorrectionError`` for what cannot be taken; nothing is changed then.
        """
        with self._writing():
            event = self._event(event_id)
            return self._enter(event, corrections.made(event, wish, who, why))

    def judge(self, event_id: str, verdict: str, *, who: str, why: str = "") -> int:
        """Confirm or reject an event ("confirmed", "rejected"), as ``correct`` does."""
        with self._writing():
            event = self._event(event_id)
            return self._enter(event, [corrections.judged(event, verdict, who, why)])

    def undo(self, entry_id: str, *, who: str, why: str = "") -> int:
        """Take back one entry of the corrections log by another, as ``correct`` does."""
        with self._writing():
            sql = "SELECT * FROM rows WHERE contains(corrections, $id)"
            found = self._ask("events", sql, {"id": entry_id}, whole=True)
            events = [row for row in found if entry_id in corrections.log_of(row)]
            if not events:
                raise CorrectionError(
                    "no_event",
                    "the event of this entry is no longer read from its document: nothing is "
                    "changed by it, so nothing can be undone",
                )
            log = self._log_of(events[0])
            return self._enter(events[0], [corrections.undone(events[0], log, entry_id, who, why)])

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Hold the lock over a table that has all columns and all corrections of the log."""
        with self._committing():
            self._widen()
            self._settle()
            yield

    def _widen(self) -> None:
        """Give an older table of events the columns that came later."""
        events = self._open("events")
        if missing := lacking(events, EVENTS):
            documents = str(self._open("documents").version())
            # None of the corrections is in an events table without a column for them.
            said = {"documents_version": documents, "corrections_version": "0"}
            events.alter.add_columns(
                missing, commit_properties=CommitProperties(custom_metadata=said)
            )

    def _settle(self) -> None:
        """Put in what a writer logged as a correction and then could not put into the events."""
        (commit,) = self._open("events").history(1)
        if int(commit.get("corrections_version", 0)) == self._open("corrections").version():
            return
        with_some = self._ask("events", "SELECT * FROM rows WHERE corrections <> ''", whole=True)
        known = {name for row in with_some for name in corrections.log_of(row)}
        left: dict[str, list[Entry]] = {}
        for each in self._log():
            if each.id not in known:
                left.setdefault(each.event_id, []).append(each)
        sql = "SELECT * FROM rows WHERE list_contains($ids, event_id)"
        events = self._ask("events", sql, {"ids": list(left)}, whole=True) if left else []
        self._update(
            [
                corrections.with_log(row, [*self._log_of(row), *left[row["event_id"]]])
                for row in events
            ]
        )

    def _event(self, event_id: str) -> Row:
        sql = "SELECT * FROM rows WHERE event_id = $id"
        found = self._ask("events", sql, {"id": event_id}, whole=True)
        if not found:
            raise CorrectionError(
                "gone",
                f"{self.path}: no event {event_id}; its document was read anew: open it again",
            )
        row: Row = found[0]
        return row

    def _log(self, doc_ids: Sequence[str] | None = None) -> list[Entry]:
        """The entries of the corrections log in the order of time, of some documents or of all."""
        where = "TRUE" if doc_ids is None else "list_contains($ids, doc_id)"
        sql = f'SELECT * FROM rows WHERE {where} ORDER BY "at"'  # noqa: S608 -- our own text
        params = {} if doc_ids is None else {"ids": list(doc_ids)}
        rows = self._ask("corrections", sql, params, whole=True)
        return [e for e in map(corrections.entry, rows) if e is not None]

    def _log_of(self, event: Row) -> list[Entry]:
        by_id = {e.id: e for e in self._log([event["doc_id"]])}
        return [by_id[name] for name in corrections.log_of(event) if name in by_id]

    def _enter(self, event: Row, entries: list[Entry]) -> int:
        """Commit entries to the log, then what they make of their event."""
        log = [*self._log_of(event), *entries]
        row = corrections.with_log(event, log)
        self._commit("corrections", [e.row() for e in entries])
        self._update([row])
        for name in ("corrections", "events"):
            self._compact(name)
        return self._open("events").version()

    def _corrected_again(self, doc_ids: list[str], events: list[Row]) -> list[Row]:
        log = self._log(doc_ids)
        if not log:
            return events
        sql = "SELECT * FROM rows WHERE list_contains($ids, doc_id)"
        former = self._ask("events", sql, {"ids": doc_ids}, whole=True)
        return list(corrections.reapplied(events, former, log))

    def _update(self, rows: list[Row]) -> None:
        """One commit of events that replaces these rows."""
        if not rows:
            return
        source = pa.Table.from_pylist(rows, schema=EVENTS)

        def merge() -> None:
            merger = self._open("events").merge(
                source,
                predicate="target.doc_id = source.doc_id AND target.event_id = source.event_id",
                source_alias="source",
                target_alias="target",
                commit_properties=self._properties("events"),
            )
            merger.when_matched_update_all().execute()

        retrying(merge)
