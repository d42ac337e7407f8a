"""Answers of a snapshot as Python and pandas know them."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pyarrow as pa

from dashboard.table.store import Snapshot

_NEVER_NULL = ("n", "start", "end", "char_start", "char_end")


def one(snapshot: Snapshot, sql: str, params: dict[str, object] | None = None) -> dict[str, Any]:
    return records(snapshot.query(sql, params))[0]


def records(table: pa.Table) -> list[dict[str, Any]]:
    records: list[dict[str, Any]] = table.to_pylist()
    return records


def rows(frame: pd.DataFrame, *columns: str) -> list[tuple[Any, ...]]:
    return list(zip(*(frame[column].tolist() for column in columns), strict=True))


def frame(snapshot: Snapshot, sql: str, params: dict[str, object]) -> pd.DataFrame:
    """A query's answer as pandas: whole numbers stay whole, nested lists are Python lists."""
    table = snapshot.query(sql, params)
    columns = {
        name: _series(name, table.column(name), table.schema.field(name).type)
        for name in table.column_names
    }
    return pd.DataFrame(columns)


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
