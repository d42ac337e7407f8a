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

from dashboard.table import clustering, corrections, joining, keeping
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
            return self._enter([event], corrections.made(event, wish, who, why))

    def judge(self, event_id: str, verdict: str, *, who: str, why: str = "") -> int:
        """Confirm or reject an event ("confirmed", "rejected"), as ``correct`` does."""
        with self._writing():
            event = self._event(event_id)
            return self._enter([event], [corrections.judged(event, verdict, who, why)])

    def merge(self, event_ids: Sequence[str], *, who: str, why: str) -> int:
        """Say that events are one, each with all that is reported of it; as ``correct`` does.

        Reports of several documents share a cluster then; of several rows of one document the
        first named is shown, with the claims of all.
        """
        with self._writing():
            events = [self._event(event_id) for event_id in dict.fromkeys(event_ids)]
            events += self._together(events)
            return self._enter(events, joining.merged(events, who, why))

    def part(self, event_id: str, *, who: str, why: str) -> int:
        """Take an event's report out of its cluster: it is another event; as ``correct`` does."""
        with self._writing():
            event = self._event(event_id)
            others = [e for e in self._together([event]) if e["doc_id"] != event["doc_id"]]
            return self._enter([event, *others], joining.parted(event, others, who, why))

    def split(self, event_id: str, wish: Mapping[str, Any], *, who: str, why: str) -> int:
        """Make a second event out of one (see ``joining.split``), as ``correct`` does."""
        with self._writing():
            event = self._event(event_id)
            return self._enter([event], [joining.split(event, wish, who, why)])

    def undo(self, entry_id: str, *, who: str, why: str = "") -> int:
        """Take back one act of the corrections log by another, as ``correct`` does."""
        with self._writing():
            act = joining.group(entry_id)
            sql = "SELECT * FROM rows WHERE contains(corrections, $act)"
            rows = self._ask("events", sql, {"act": act}, whole=True)
            if not rows:
                raise CorrectionError(
                    "no_event",
                    "the event of this entry is no longer read from its document: nothing is "
                    "changed by it, so nothing can be undone",
                )
            log = self._log()
            gone = {e.undoes for e in log}
            meant = [e for e in log if joining.group(e.id) == act and e.field != "undo"]
            if not meant or meant[0].id in gone:
                raise CorrectionError("undone", "this is undone already; open the log again")
            entries: list[Entry] = []
            fresh: dict[str, Entry] = {}
            for each in meant:
                held = [row for row in rows if each.id in corrections.log_of(row)]
                held.sort(key=lambda row: row["rule"] == joining.MADE)
                entries.append(corrections.undone(each, held[0] if held else None, who, why))
                fresh |= {row["event_id"]: entries[-1] for row in held}
            return self._enter(rows, entries, fresh)

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
        fresh = [each for row in events for each in left[row["event_id"]]]
        done, before = self._under(events, fresh)
        self._update(self._clustered(done, before, []))

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

    def _together(self, events: Sequence[Row]) -> list[Row]:
        """The rows that share a cluster with one of these, without them."""
        known = sorted({e["cluster_id"] for e in events} - {None, ""})
        sql = (
            "SELECT * FROM rows WHERE list_contains($known, cluster_id) AND review <> 'rejected' "
            "AND NOT list_contains($ids, event_id) ORDER BY published, doc_id, event_id"
        )
        params = {"known": known, "ids": [e["event_id"] for e in events]}
        return self._ask("events", sql, params, whole=True) if known else []

    def _enter(
        self,
        events: Sequence[Row],
        entries: Sequence[Entry],
        of: Mapping[str, Entry] | None = None,
    ) -> int:
        """Commit entries to the log, then what they make of their events and of the clusters.

        ``of`` names the entry of each event where it is not the entry's own.
        """
        done, before = self._under(events, entries, of)
        if any(e.now != "confirmed" for e in entries):
            done = self._clustered(done, before, entries)
        self._commit("corrections", [e.row() for e in entries])
        self._update(done)
        for name in ("corrections", "events"):
            self._compact(name)
        return self._open("events").version()

    def _under(
        self,
        events: Sequence[Row],
        entries: Sequence[Entry],
        of: Mapping[str, Entry] | None = None,
    ) -> tuple[list[Row], list[Row]]:
        """Events under their logs with these entries, and what they and their like were before.

        An act on several rows of a document may show one as another: those come too.
        """
        documents = sorted({e["doc_id"] for e in events})
        log = self._log(documents)
        by_id = {e.id: e for e in [*log, *entries]}
        before = {row["event_id"]: row for row in events}
        if any(e.field in (*joining.GROUPED, "split") for e in by_id.values()):
            sql = "SELECT * FROM rows WHERE list_contains($ids, doc_id) AND corrections <> ''"
            found = self._ask("events", sql, {"ids": documents}, whole=True)
            before |= {row["event_id"]: row for row in found}
        logs = {
            name: [by_id[one] for one in corrections.log_of(row) if one in by_id]
            for name, row in before.items()
        }
        if of is None:
            for each in entries:
                logs[each.event_id].append(each)
        else:
            for name, each in of.items():
                logs[name].append(each)
        logs = {name: entries for name, entries in logs.items() if entries}
        done = joining.under(list(before.values()), logs)
        changed = [row for row in done if row != before.get(row["event_id"])]
        return changed, [before[r["event_id"]] for r in changed if r["event_id"] in before]

    def _clustered(
        self, done: Sequence[Row], before: Sequence[Row], entries: Sequence[Entry]
    ) -> list[Row]:
        """The changed rows in their new clusters, and the neighbours whose cluster is another."""
        with self._asking("events") as ask:

            def log(documents: Sequence[str]) -> list[Entry]:
                return [*self._log(documents), *entries]

            named = clustering.around(ask, log, done, before)
            rows = {row["event_id"]: row for row in done}
            others = sorted(named.keys() - rows.keys())
            sql = "SELECT * FROM events WHERE event_id IN (SELECT unnest($ids::VARCHAR[]))"
            found = ask(sql, {"ids": others}) if others else []
        for row in (*rows.values(), *found):
            row["cluster_id"] = named.get(row["event_id"])
        return [*rows.values(), *found]

    def _corrected_again(self, doc_ids: list[str], events: list[Row]) -> list[Row]:
        log = self._log(doc_ids)
        if not log:
            return events
        sql = "SELECT * FROM rows WHERE list_contains($ids, doc_id)"
        former = self._ask("events", sql, {"ids": doc_ids}, whole=True)
        return list(keeping.reapplied(events, former, log))

    def _update(self, rows: Sequence[Row]) -> None:
        """One commit of events that holds these rows; one that is undone is taken out."""
        if not rows:
            return
        source = pa.Table.from_pylist(list(rows), schema=EVENTS)
        made = any(row["rule"] == joining.MADE for row in rows)
        # Named as literals, documents are looked for in a sixth of the time.
        names = sorted({row["doc_id"].replace("'", "''") for row in rows})
        literals = ", ".join(f"'{name}'" for name in names)

        def merge() -> None:
            merger = self._open("events").merge(
                source,
                predicate="target.doc_id = source.doc_id AND target.event_id = source.event_id "
                f"AND target.doc_id IN ({literals})",
                source_alias="source",
                target_alias="target",
                commit_properties=self._properties("events", [row["event_id"] for row in rows]),
            )
            if made:
                merger = merger.when_matched_delete("source.review = 'undone'")
                merger = merger.when_not_matched_insert_all("source.review <> 'undone'")
            merger.when_matched_update_all().execute()

        retrying(merge)
