"""Answers of a snapshot as Python and pandas know them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

import pandas as pd
import pyarrow as pa

from dashboard.filters import Filters
from dashboard.table.signed import days, signed
from dashboard.table.store import Snapshot


class Question(NamedTuple):
    """A DuckDB condition and its named parameters."""

    where: str
    params: dict[str, object]


_NEVER_NULL = ("n", "start", "end", "char_start", "char_end")


def narrow(
    snapshot: Snapshot, filters: Filters, *, dates: bool = True, datasets: bool = False
) -> Question:
    """The filters as a condition over ``narrow``, made ready for it; arguments as ``where``'s."""
    snapshot.index.ready()
    where, params = filters.where(dates=dates, datasets=datasets, narrow=True)
    if not filters.terms:
        return Question(where, params)
    # A bit a row, asked by its number: a third of the time of looking each up among those found.
    where += " AND get_bit($matching::BLOB::BIT, nr::INTEGER) = 1"
    return Question(where, params | {"matching": snapshot.index.bits(filters.terms)})


def one(
    snapshot: Snapshot,
    sql: str,
    params: dict[str, object] | None = None,
    tables: Mapping[str, pa.Table] | None = None,
) -> dict[str, Any]:
    return records(snapshot.query(sql, params, tables))[0]


def records(table: pa.Table) -> list[dict[str, Any]]:
    records: list[dict[str, Any]] = table.to_pylist()
    return records


def rows(frame: pd.DataFrame, *columns: str) -> list[tuple[Any, ...]]:
    return list(zip(*(frame[column].tolist() for column in columns), strict=True))


def frame(
    snapshot: Snapshot,
    sql: str,
    params: dict[str, object],
    tables: Mapping[str, pa.Table] | None = None,
) -> pd.DataFrame:
    """A query's answer as pandas: whole numbers stay whole, nested lists are Python lists."""
    return as_frame(snapshot.query(sql, params, tables))


def as_frame(table: pa.Table) -> pd.DataFrame:
    """An Arrow table as pandas, as ``frame`` gives it."""
    columns = {
        name: _series(name, table.column(name), table.schema.field(name).type)
        for name in table.column_names
    }
    return pd.DataFrame(columns)


def events_frame(table: pa.Table) -> pd.DataFrame:
    """Rows of events with their ``corrections`` as pandas, signed."""
    frame = as_frame(table.drop_columns(["corrections"]))
    said = table["corrections"].to_pylist()
    frame["analyst"] = pd.Series([""] * len(frame), dtype="str")
    on: list[date | None] = [None] * len(frame)
    for at, text in enumerate(said):
        if not text:
            continue
        read = {name: frame[name].iat[at] for name in ("review", "claims")}
        row = signed(read | {"corrections": text})
        frame.iat[at, frame.columns.get_loc("claims")] = row["claims"]
        frame.iat[at, frame.columns.get_loc("analyst")] = row["analyst"]
        on[at] = row["analyst_on"]
    frame["analyst_on"] = days(on)
    return frame


def _series(name: str, column: pa.ChunkedArray, kind: pa.DataType) -> pd.Series[Any]:
    if pa.types.is_nested(kind):
        return pd.Series(column.to_pylist(), dtype=object)
    if pa.types.is_integer(kind):
        return pd.Series(column.to_pylist(), dtype="int64" if name in _NEVER_NULL else "Int64")
    if pa.types.is_date(kind):
        return pd.Series(column.cast(pa.timestamp("s")).to_pandas())
    if pa.types.is_string(kind):
        return pd.Series(column.to_pylist(), dtype="str")
    return pd.Series(column.to_pandas())
