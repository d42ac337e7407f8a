"""What filters ask of a snapshot, kept in memory in order of time; whole rows by their number.

Parquet answers a question about columns fast and one for five hundred scattered rows slowly: they
are decoded with all that stands around them. So the columns of the filters are kept as a DuckDB
table, shown as ``narrow``, and the rows as they are in an Arrow file that is mapped into memory,
where a row is had without reading others (Arrow IPC file format, columnar specification 1.5). Both
are made once, when a first question needs them, and go with the snapshot.
"""

from __future__ import annotations

import logging
import tempfile
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, get_args

import duckdb
import numpy as np
import pyarrow as pa

from dashboard.filters import EVENT_TYPES, MODALITIES
from dashboard.model import IMPORTED, ConsultMode
from dashboard.table.schema import EVENT_COLUMNS

_LOG = logging.getLogger("tawqit")
_BATCH = 100_000  # rows
_TEXTS = 32  # searches remembered

HELD = ", ".join((*EVENT_COLUMNS, "actor_ids", "search", "corrections"))
"""The columns of the rows that are kept whole."""
# Values of few kinds are kept as numbers: a tenth of the memory, and compared faster.
_KINDS = ("event_type", "mode", "modality", "source", "review", "doc_id", "place_id")
KILLED = """coalesce(list_max([
    coalesce(c.low, c.best, c.high, 0) FOR c IN claims
    IF c.kind = 'killed' AND c.scope <> 'subset' AND c.unit = 'people'
]), 0)"""
"""The largest killed claim of an event in SQL, 0 for none."""
# What a correction may bring in that no row has yet.
_EXPECTED: Mapping[str, Sequence[str]] = {
    "event_type": EVENT_TYPES, "modality": MODALITIES, "mode": ("", *get_args(ConsultMode)),
    "review": ("", "confirmed", "corrected", "rejected", "merged"),
}  # fmt: skip
_TIME = "coalesce(date_first, date_last) NULLS LAST, published NULLS LAST, doc_id, char_start"

# ``told`` claims; whether one is a running total; the most people one tells of; who is quoted.
# ``doubt`` is how unsure the reading is, ``stake`` how much hangs on it beside its reports: a
# tenfold toll weighs one, and so do four actors. The toll is the largest claim, never a sum.
COLUMNS = f"""
SELECT nr, date_first, date_last, published,
       starts_with(rule, '{IMPORTED}') AS imported, actor_ids::actor_kind[] AS actor_ids,
       len(claims) AS told, [claim.asserted_by FOR claim IN claims] AS asserters,
       list_bool_or([claim.scope = 'cumulative' FOR claim IN claims]) AS running,
       list_max([coalesce(claim.low, claim.best, claim.high) FOR claim IN claims]) AS toll,
       CASE WHEN cluster_id <> '' THEN hash(cluster_id) END AS cluster,
       (1.05 - coalesce(confidence, 0))::FLOAT AS doubt,
       (1 + log10(1 + {KILLED}) + 0.25 * coalesce(len(participants), 0))::FLOAT AS stake,
       {", ".join(f"{name}::{name}_kind AS {name}" for name in _KINDS)}
FROM held
"""  # noqa: S608 -- our own text
_BY_TIME = f"CREATE TABLE by_time AS {COLUMNS} ORDER BY {_TIME}, event_id"
_NARROW = "CREATE VIEW narrow AS SELECT *, rowid AS rank FROM by_time"
ACTORS = """
SELECT who.actor_id AS actor_id, last.name AS name, last.name_ar AS name_ar, last.side AS side
FROM (
    SELECT p.actor_id AS actor_id, arg_max(p, (told, p.name, p.name_ar, p.side)) AS last
    FROM (SELECT unnest(participants) AS p, coalesce(published, DATE '0001-01-01') AS told
          FROM held)
    GROUP BY p.actor_id
) AS who
"""
PLACES = """
SELECT place_id, min(place_name) AS name, min(place_name_ar) AS name_ar, min(place_lat) AS lat,
       min(place_lon) AS lon, min(place_country) AS country
FROM held WHERE place_id IS NOT NULL GROUP BY place_id
"""


class Index:
    """The index of one snapshot, through its connection; safe to share between threads.

    In ``connection`` it makes ``narrow`` (one row an event, ``rank`` its place in order of time,
    ``nr`` its number, then the columns of the filters), ``actor_names`` and ``place_names``.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        self._lock = threading.Lock()
        self._rows: pa.Table | None = None
        self._texts: OrderedDict[tuple[str, ...], pa.Table] = OrderedDict()

    def ready(self) -> pa.Table:
        """Whole rows by their number, and ``narrow`` in the connection; made if they are not."""
        with self._lock:
            if self._rows is None:
                self._rows = self._made()
            return self._rows

    @property
    def made(self) -> bool:
        """Whether it is ready without any more work."""
        return self._rows is not None

    def take(self, numbers: pa.ChunkedArray, columns: Sequence[str] = EVENT_COLUMNS) -> pa.Table:
        """The events of these numbers in this order, with the columns asked for."""
        return _taken(self.ready().select(columns), numbers.to_numpy())

    def matching(self, terms: tuple[str, ...]) -> pa.Table:
        """The numbers, as ``nr``, of events whose searched text holds every one of the terms."""
        with self._lock:
            if terms in self._texts:
                self._texts.move_to_end(terms)
                return self._texts[terms]
        held = self.ready().select(["nr", "search"])
        each = " AND ".join(f"contains(search, $term{k})" for k in range(len(terms)))
        cursor = self._connection.cursor()
        try:
            cursor.register("held", held)
            found: pa.Table = cursor.sql(
                f"SELECT nr FROM held WHERE {each}",  # noqa: S608 -- our own text
                params={f"term{k}": term for k, term in enumerate(terms)},
            ).to_arrow_table()
        finally:
            cursor.close()
        with self._lock:
            self._texts[terms] = found
            while len(self._texts) > _TEXTS:
                self._texts.popitem(last=False)
        return found

    def bits(self, terms: tuple[str, ...]) -> bytes:
        """A bit for each row's number, set where ``matching`` has it, the first one leftmost."""
        found = np.zeros(len(self.ready()), np.bool_)
        found[self.matching(terms).column("nr").to_numpy()] = True
        return np.packbits(found).tobytes()

    def _made(self) -> pa.Table:
        cursor = self._connection.cursor()
        try:
            rows = _mapped(lambda: _numbered(cursor))
            cursor.register("held", rows)
            # All or nothing: where memory is short now, a later question may try again.
            cursor.begin()
            for name in _KINDS:
                # In their order, by which rows of one day stand.
                values = (
                    f"SELECT unnest($expected::VARCHAR[]) AS kind "  # noqa: S608
                    f"UNION SELECT {name} FROM held WHERE {name} IS NOT NULL ORDER BY kind"
                )
                expected = {"expected": list(_EXPECTED.get(name, ()))}
                cursor.execute(f"CREATE TYPE {name}_kind AS ENUM ({values})", expected)
            cursor.execute(
                "CREATE TYPE actor_kind AS ENUM (SELECT DISTINCT unnest(actor_ids) FROM held)"
            )
            cursor.execute(f"CREATE TABLE actor_names AS {ACTORS}")
            cursor.execute(f"CREATE TABLE place_names AS {PLACES}")
            cursor.execute(_BY_TIME)
            cursor.execute(_NARROW)
            cursor.commit()
        finally:
            cursor.close()
        return rows


def _taken(rows: pa.Table, numbers: np.ndarray[Any, np.dtype[np.int64]]) -> pa.Table:
    """Some rows in their order; batch by batch, which is several times as fast as all at once."""
    batches = rows.to_batches()
    ends = np.cumsum([batch.num_rows for batch in batches], dtype=np.int64)
    of = np.searchsorted(ends, numbers, side="right")
    grouped = np.argsort(of, kind="stable")
    parts = []
    for k in np.unique(of):
        first = ends[k] - batches[k].num_rows
        parts.append(batches[k].take(pa.array(numbers[grouped[of[grouped] == k]] - first)))
    back = np.empty(len(numbers), np.int64)
    back[grouped] = np.arange(len(numbers))
    together = pa.Table.from_batches(parts, rows.schema).combine_chunks()
    taken: pa.Table = together.take(pa.array(back))
    return taken


def _numbered(cursor: duckdb.DuckDBPyConnection) -> Iterator[pa.RecordBatch]:
    first = 0
    answer = cursor.sql(f"SELECT {HELD} FROM events")  # noqa: S608 -- our own text
    reader = answer.to_arrow_reader(_BATCH)
    empty = pa.RecordBatch.from_pylist([], schema=reader.schema)
    yield empty.append_column("nr", pa.array([], pa.int64()))
    for batch in reader:
        numbers = pa.array(range(first, first + batch.num_rows), pa.int64())
        first += batch.num_rows
        yield batch.append_column("nr", numbers)


def _mapped(numbered: Callable[[], Iterator[pa.RecordBatch]]) -> pa.Table:
    """The batches as one table that lies in a file of the temporary folder and not in memory.

    Where there is no room for it or the folder cannot be written, in memory after all.
    """
    try:
        with tempfile.TemporaryDirectory(prefix="tawqit-", ignore_cleanup_errors=True) as folder:
            # What is mapped stays until nothing uses it any more, though its name goes at once;
            # Windows keeps both while it is open.
            name = str(Path(folder) / "events.arrow")
            batches = numbered()
            first = next(batches)
            with pa.OSFile(name, "wb") as out, pa.ipc.new_file(out, first.schema) as writer:
                for batch in batches:
                    writer.write_batch(batch)
            return pa.ipc.open_file(pa.memory_map(name)).read_all()
    except OSError as error:
        _LOG.warning("%s: rows are kept in memory (%s)", tempfile.gettempdir(), error)
        return pa.Table.from_batches(list(numbered()))
