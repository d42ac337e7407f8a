"""A data set's table of comma-separated values: its rows by column, and rows as lines of a text."""

from __future__ import annotations

import csv
import gzip
import io
import zlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from dashboard.model import Extraction
from dashboard.sources.files import SourceError

_GZIP = b"\x1f\x8b"
_BETWEEN = " | "  # of two cells in a line of text
_APART = "\n\n"  # of two lines


class BadRow(ValueError):
    """A row cannot be taken over; the message says which cell and what it should be.

    ``code`` and ``details`` are those of its ``SourceError``.
    """

    def __init__(self, code: str, message: str, **details: str | int) -> None:
        super().__init__(message)
        self.code, self.details = code, details


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a file by column name; ``line`` is the line it begins on, the head being 1."""

    line: int
    cells: Mapping[str, str]

    def text(self, column: str) -> str:
        """A cell's words, one space between them; "" where the file has no such column."""
        return " ".join(self.cells.get(column, "").split())

    def needed(self, column: str) -> str:
        """A cell that may not be empty."""
        if not (value := self.text(column)):
            raise BadRow("empty", f"`{column}` is empty", column=column)
        return value

    def day(self, column: str) -> date:
        """A day written as 2016-09-09; an hour of midnight behind it is passed over."""
        value = self.text(column)
        try:
            day, _, hour = value.partition(" ")
            if hour.strip("0:."):
                raise ValueError(hour)
            return date.fromisoformat(day)
        except ValueError as error:
            told = f"`{column}` is «{value}»; write a day as 2016-09-09"
            raise BadRow("day", told, column=column, value=value) from error

    def count(self, column: str, least: int = 0, most: int | None = None) -> int:
        """A whole number («4», «4.0») between two bounds."""
        value = self.text(column)
        try:
            number = float(value)
            if number != int(number) or number < least or (most is not None and number > most):
                raise ValueError(value)
        except (ValueError, OverflowError) as error:
            bounds = f"from {least}" if most is None else f"from {least} to {most}"
            told = f"`{column}` is «{value}»; give a whole number {bounds}"
            raise BadRow("count", told, column=column, value=value) from error
        return int(number)

    def degrees(self, column: str, most: int) -> float:
        """A latitude or longitude."""
        value = self.text(column)
        try:
            number = float(value)
        except ValueError:
            number = float("nan")
        if not -most <= number <= most:
            told = f"`{column}` is «{value}»; give degrees from -{most} to {most}"
            raise BadRow("degrees", told, column=column, value=value, most=most)
        return number


@dataclass(frozen=True, slots=True)
class Part:
    """A document's worth of a data set: the rows of a month, as they would be read from a text.

    ``crosswalk`` is what the data set itself has for the ``acled_*`` and ``ucdp_*`` columns, by
    event id.
    """

    extraction: Extraction
    crosswalk: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Line:
    """Where a row stands in a text: its own ends, and those of its cells with and without names."""

    start: int
    end: int
    text: str
    named: Mapping[str, tuple[int, int]]
    values: Mapping[str, tuple[int, int]]


class Sheet:
    """A text in the making: a row a line, every cell behind its column's name."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._end = 0

    @property
    def text(self) -> str:
        """The lines so far, an empty one between two."""
        return _APART.join(self._lines)

    def add(self, cells: Mapping[str, str]) -> Line:
        """Write a row's cells, empty ones left out, and say where each is."""
        start = at = self._end + (len(_APART) if self._lines else 0)
        named: dict[str, tuple[int, int]] = {}
        values: dict[str, tuple[int, int]] = {}
        said: list[str] = []
        for column, value in cells.items():
            if not value:
                continue
            at += len(_BETWEEN) if said else 0
            said.append(f"{column}: {value}")
            end = at + len(said[-1])
            named[column], values[column] = (at, end), (end - len(value), end)
            at = end
        text = _BETWEEN.join(said)
        self._lines.append(text)
        self._end = at
        return Line(start, at, text, named, values)


def read_rows(path: Path, needed: Collection[str], what: str) -> Iterator[Row | SourceError]:
    """The rows of a plain or gzipped file of comma-separated values, errors in their place.

    Without one of the ``needed`` columns there is one error and no row; ``what`` is the file that
    should have been given. Raises nothing for bad input.
    """
    try:
        with path.open("rb") as raw:
            packed = raw.peek(2)[:2] == _GZIP
            opened = gzip.GzipFile(fileobj=raw) if packed else raw
            with io.TextIOWrapper(opened, encoding="utf-8-sig", newline="") as file:
                yield from _read(path, file, needed, what)
    except UnicodeDecodeError:
        yield _error(path, None, "utf8", "is not UTF-8; save it as UTF-8 and import it again")
    except (EOFError, zlib.error, gzip.BadGzipFile):
        yield _error(path, None, "packed", "is a damaged .gz; fetch it again")
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        yield _error(path, None, "system", f"{reason}; check the name and that it may be read")


def _read(
    path: Path, file: io.TextIOWrapper, needed: Collection[str], what: str
) -> Iterator[Row | SourceError]:
    reader = csv.reader(file, strict=True)
    head: list[str] | None = None
    seen = False
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            break
        except csv.Error as error:
            told = f"no row of comma-separated values ({error}); correct it"
            yield _error(path, line, "row", told)
            continue
        if not any(cells):
            continue
        if head is None:
            head = [name.strip() for name in cells]
            if missing := [name for name in needed if name not in head]:
                named = ", ".join(f"`{name}`" for name in missing)
                told = f"no column {named} in its first line; give {what}"
                yield _error(path, None, "columns", told, columns=", ".join(missing))
                return
            continue
        seen = True
        if len(cells) != len(head):
            told = f"{len(cells)} cells where the first line has {len(head)}; correct the row"
            yield _error(path, line, "cells", told, there=len(cells), wanted=len(head))
            continue
        yield Row(line, dict(zip(head, cells, strict=True)))
    if not seen:
        yield _error(path, None, "no_rows", f"holds no rows; give {what}")


def bad_row(path: Path, row: Row, error: BadRow) -> SourceError:
    """A row that is left out, and why."""
    return _error(path, row.line, error.code, str(error), **error.details)


def twice(row: Row, column: str, line: int) -> BadRow:
    """A row of what stands on another line already."""
    value = row.text(column)
    told = f"`{column}` {value} stands on line {line} already; keep one of them"
    return BadRow("twice", told, column=column, value=value, first=line)


def _error(path: Path, line: int | None, code: str, what: str, **details: str | int) -> SourceError:
    where = f"{path}:{line}" if line else f"{path}"
    return SourceError(path.stem, path, line, f"{where}: {what}", f"rows.{code}", details)
