"""The index of a version out of that of an earlier one, where few rows have changed since.

The earlier index stays as it is and is read through: what has changed of it is left out, and the
rows of now stand beside it, each at its own place in the order of time. All of it lives in the
earlier one's DuckDB, in a schema of its own, so that questions find there under the same names what
they find in an index made in full, and neither sees the other's.
"""

# ruff: noqa: S608 -- what is put into SQL here is our own text; every value is a parameter.
from __future__ import annotations

import threading
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from dashboard.table.index import ACTORS, COLUMNS, HELD, PLACES, Index

MOST = 400
"""Rows that an index is patched by; with more of them it is made in full."""

_Numbers = np.ndarray[Any, np.dtype[np.int64]]
_ORDERED = ("date_first", "date_last", "published", "doc_id", "char_start", "event_id")
_NARROW = """
CREATE VIEW narrow AS
SELECT *, rowid::DOUBLE AS rank FROM main.by_time WHERE nr NOT IN (SELECT nr FROM gone)
UNION ALL SELECT * FROM fresh
"""


class Patched(Index):
    """An index that reads through ``base``, made in full, but for the rows ``gone`` from it.

    ``fresh`` are the rows that stand beside it; their numbers go on where those of ``base`` end.
    """

    def __init__(
        self, connection: duckdb.DuckDBPyConnection, base: Index, gone: _Numbers, fresh: pa.Table
    ) -> None:
        super().__init__(connection)
        self.base, self.gone, self.fresh = base, gone, fresh
        self._rows = pa.concat_tables([base.ready(), fresh])

    def matching(self, terms: tuple[str, ...]) -> pa.Table:
        """The numbers, as ``nr``, of events whose searched text holds every one of the terms."""
        there = self.base.matching(terms)
        there = there.filter(pc.invert(pc.is_in(there["nr"], pa.array(self.gone))))
        own = [
            nr for nr, text in zip(*(self.fresh[n].to_pylist() for n in ("nr", "search")),
                                   strict=True)
            if all(term in (text or "") for term in terms)
        ]  # fmt: skip
        return pa.concat_tables([there, pa.table({"nr": pa.array(own, there["nr"].type)})])


_making = threading.Lock()


def patched(
    after: Index, connection: duckdb.DuckDBPyConnection, changed: Collection[str]
) -> Index | None:
    """The index of what ``connection`` has as ``events``; ``None`` where too much has changed.

    ``connection`` is one to the DuckDB of ``after``, the index of an earlier version, and makes
    what it is told in a schema of its own, before which there is only ``main``. ``changed`` are the
    ids of all events that are not as they were, come or gone. Raises ``duckdb.Error`` where a row
    of now has what no row had, such as a new actor; nothing is left then.
    """
    base = after.base if isinstance(after, Patched) else after
    held = base.ready()
    rows = connection.sql(
        f"SELECT {HELD} FROM events WHERE event_id IN (SELECT unnest($ids::VARCHAR[]))",
        params={"ids": sorted(changed)},
    ).to_arrow_table()
    gone = np.flatnonzero(
        pc.is_in(held["event_id"], pa.array(sorted(changed), pa.string())).to_numpy()
    )
    if isinstance(after, Patched):
        before = after.fresh.drop_columns(["nr"])
        ids = pa.array(sorted(changed), pa.string())
        kept = before.filter(pc.invert(pc.is_in(before["event_id"], ids)))
        rows = pa.concat_tables([kept, rows.cast(kept.schema)])
        gone = np.union1d(gone, after.gone)
    if max(len(rows), len(gone)) > MOST:
        return None
    numbers = np.arange(len(held), len(held) + len(rows), dtype=np.int64)
    fresh = rows.append_column("nr", pa.array(numbers)).cast(held.schema).combine_chunks()
    made = Patched(connection, base, gone, fresh)
    with _making:  # in one catalogue, one after the other
        connection.begin()
        try:
            _make(connection, made)
            connection.commit()
        except BaseException:
            connection.rollback()
            raise
    return made


def _make(connection: duckdb.DuckDBPyConnection, made: Patched) -> None:
    """What questions ask: ``narrow``, ``actor_names``, ``place_names``."""
    connection.register("held", made.fresh)
    connection.register("ranks", _ranks(connection, made))
    connection.execute(
        f"CREATE TABLE fresh AS SELECT made.*, ranks.rank FROM ({COLUMNS}) AS made "
        "JOIN ranks USING (nr)"
    )
    connection.register("taken", pa.table({"nr": pa.array(made.gone)}))
    connection.execute("CREATE TABLE gone AS SELECT nr FROM taken")
    connection.execute(_NARROW)
    before = made.base.take(pa.chunked_array([made.gone]), ["participants", "published", *_PLACE])
    of_actors = _differing(_actors(before), _actors(made.fresh))
    of_places = _differing(_places(before), _places(made.fresh))
    _names(connection, made, ACTORS, "actor", of_actors, ["participants", "published"])
    _names(connection, made, PLACES, "place", of_places, _PLACE)
    for name in ("held", "ranks", "taken"):
        connection.unregister(name)


_PLACE = ["place_id", "place_name", "place_name_ar", "place_lat", "place_lon", "place_country"]


def _actors(rows: pa.Table) -> Iterator[tuple[str, Hashable]]:
    for row in rows.select(["participants", "published"]).to_pylist():
        for who in row["participants"] or ():
            said = tuple(who[name] for name in ("name", "name_ar", "side"))
            yield who["actor_id"], (*said, row["published"])


def _places(rows: pa.Table) -> Iterator[tuple[str, Hashable]]:
    for row in rows.select(_PLACE).to_pylist():
        if row["place_id"] is not None:
            yield row["place_id"], tuple(row.values())


def _differing(
    before: Iterable[tuple[str, Hashable]], now: Iterable[tuple[str, Hashable]]
) -> list[str]:
    """The ids that what is said of them has changed of: their names are to be found anew."""
    one, other = Counter(before), Counter(now)
    return sorted({id_ for id_, _ in ((one - other) + (other - one))})


def _names(
    connection: duckdb.DuckDBPyConnection, made: Patched, sql: str, of: str, ids: list[str],
    columns: Sequence[str],
) -> None:  # fmt: skip
    """``actor_names`` or ``place_names``: those of the base, but for the ids found anew."""
    key = f"{of}_id"
    asked = "list_has_any(actor_ids, $ids)" if of == "actor" else "list_contains($ids, place_id)"
    where = f"SELECT nr FROM narrow WHERE {asked}"
    params = {"ids": ids}
    found = connection.sql(where, params=params).to_arrow_table() if ids else None
    numbers = found["nr"] if found else pa.chunked_array([pa.array([], pa.int64())])
    connection.register("held", made.take(numbers, columns))
    connection.execute(f"CREATE TABLE own_{of}_names AS {sql}")
    connection.register("anew", pa.table({key: pa.array(ids, pa.string())}))
    connection.execute(f"CREATE TABLE {of}_anew AS SELECT {key} FROM anew")
    connection.execute(
        f"CREATE VIEW {of}_names AS "
        f"SELECT * FROM main.{of}_names WHERE {key} NOT IN (SELECT {key} FROM {of}_anew) "
        f"UNION ALL SELECT own_{of}_names.* FROM own_{of}_names JOIN {of}_anew USING ({key})"
    )
    connection.unregister("anew")


def _ranks(connection: duckdb.DuckDBPyConnection, made: Patched) -> pa.Table:
    """Where each of the fresh rows stands between two of the base, in the order that it has."""
    order = connection.sql("SELECT nr FROM main.by_time ORDER BY rowid").to_arrow_table()
    rows = made.base.ready()
    columns = [rows[name] for name in _ORDERED]
    numbers = order["nr"].to_numpy()

    def key_at(place: int) -> tuple[Any, ...]:
        return _key(*(column[int(numbers[place])].as_py() for column in columns))

    keys = [_key(*row.values()) for row in made.fresh.select(_ORDERED).to_pylist()]
    places = [bisect_left(range(len(numbers)), key, key=key_at) for key in keys]
    together = Counter(places)
    ranks = [0.0] * len(keys)
    before: Counter[int] = Counter()
    for k in sorted(range(len(keys)), key=keys.__getitem__):
        before[places[k]] += 1
        ranks[k] = places[k] - 1 + before[places[k]] / (together[places[k]] + 1)
    return pa.table({"nr": made.fresh["nr"], "rank": pa.array(ranks, pa.float64())})


def _key(first: Any, last: Any, published: Any, *rest: Any) -> tuple[Any, ...]:
    """A row's place in order of time, as ``narrow`` is ordered: what is unknown comes last."""
    day = first if first is not None else last
    return day is None, day or 0, published is None, published or 0, *rest
