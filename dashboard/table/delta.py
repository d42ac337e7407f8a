"""Delta tables as DuckDB sees them, and commits that are tried again."""

from __future__ import annotations

import glob
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import duckdb
import pyarrow as pa
from deltalake import DeltaTable, Field
from deltalake.exceptions import CommitFailedError
from deltalake.schema import PrimitiveType

from dashboard.table.schema import LATER

_ATTEMPTS = 6

_T = TypeVar("_T")


def connect() -> duckdb.DuckDBPyConnection:
    """A connection of its own, that never asks the network for an extension."""
    return duckdb.connect(
        config={"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
    )


def view(
    connection: duckdb.DuckDBPyConnection,
    name: str,
    table: DeltaTable,
    folder: Path,
    schema: pa.Schema,
) -> None:
    """Show a Delta table's files as the view ``name``, with the columns of ``schema``.

    Files from before a column was there show what ``schema.LATER`` says of it.
    """
    # Delta percent-encodes its paths and DuckDB reads * as a pattern: name the files ourselves.
    at = Path(glob.escape(str(folder.resolve())))
    files = [str(at / uri.rpartition("/")[2]) for uri in table.file_uris()]
    if not files:
        connection.from_arrow(schema.empty_table()).create(name)
        return
    later = [column for column in schema.names if column in LATER]
    found = connection.read_parquet(files, union_by_name=bool(later))
    if later:
        there = set(found.columns)
        found = found.project(", ".join(_column(c, there) for c in schema.names))
    found.create_view(name)


def _column(name: str, there: set[str]) -> str:
    if name not in LATER:
        return f'"{name}"'
    other = f"'{LATER[name]}'"
    return f'coalesce("{name}", {other}) AS "{name}"' if name in there else f'{other} AS "{name}"'


def lacking(table: DeltaTable, schema: pa.Schema) -> list[Field]:
    """The later columns of ``schema`` that an older table has not, as Delta's own fields."""
    there = {field.name for field in table.schema().fields}
    return [
        Field(name, PrimitiveType("string"))
        for name in schema.names
        if name in LATER and name not in there
    ]


def retrying(action: Callable[[], _T]) -> _T:
    """Try a commit again when another one came between; the lock makes that rare."""
    for attempt in range(_ATTEMPTS):
        try:
            return action()
        except CommitFailedError:
            if attempt == _ATTEMPTS - 1:
                raise
            time.sleep(0.05 * 2**attempt)
    raise AssertionError("unreachable")
