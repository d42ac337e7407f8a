"""The rows behind the figures as XLSX and CSV, in which no cell is a formula."""

from __future__ import annotations

import io
import math
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

import pandas as pd
import xlsxwriter

from dashboard.briefing.fonts import FAMILY
from dashboard.briefing.model import Briefing, Part

MARK = "\ufeff"  # spreadsheets read Arabic in a CSV only behind a byte order mark
RLE, PDF = "\u202b", "\u202c"  # a text from right to left, and its end
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
_LONGEST = 31  # characters of a sheet's name
_WIDEST = 60
_CELL = 32_767  # characters a cell holds
_FIRST_YEAR = 1900  # of which Excel knows days
_LINE, _TALLEST = 1.45, 409  # how high a line is, as a part of its type, and a row, in points
_WIDER = 1.0  # letters are narrower than the figures widths are told in; another typeface is not
_RUN = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def workbook(briefing: Briefing) -> bytes:
    """A workbook: first what was asked and of which sources, then a sheet of rows a figure."""
    made = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(made, options)
    size = _size(briefing)
    # Sentences keep the direction of their first letter, all else has that of the language.
    plain = {"font_name": FAMILY, "font_size": size, "valign": "top", "text_wrap": True}
    ours = plain | {"reading_order": 2 if briefing.labels.rtl else 1}
    start = {"align": "right" if briefing.labels.rtl else "left"}
    looks = {
        "text": book.add_format(plain),
        "said": book.add_format(ours | start),
        "head": book.add_format(ours | {"bold": True, "bottom": 1, "bg_color": "#F2F0E9"}),
        "title": book.add_format(ours | {"bold": True, "font_size": size + 4}),
        "dated": book.add_format(ours | start | {"num_format": "yyyy-mm-dd"}),
        "counted": book.add_format(ours | start | {"num_format": "#,##0"}),
        "day": book.add_format(plain | {"num_format": "yyyy-mm-dd", "align": "center"}),
        "number": book.add_format(plain | {"num_format": "#,##0"}),
        "exact": book.add_format(plain | {"num_format": "0.0000"}),
    }
    of_about = {"text": looks["said"], "day": looks["dated"], "number": looks["counted"]}
    _about(book, briefing, looks | of_about)
    for part in briefing.parts:
        _rows(book, briefing, part, looks)
    book.set_properties(
        {"title": briefing.name, "author": briefing.labels.t("app.name"),
         "comments": f"{briefing.filters} · {briefing.versioned()}"}
    )  # fmt: skip
    book.close()
    return made.getvalue()


def sheet_name(briefing: Briefing, name: str) -> str:
    """What the sheet of a view is called; Excel allows 31 characters and not all of them."""
    return _NOT_IN_NAMES.sub(" ", briefing.labels.t(f"briefing.view.{name}"))[:_LONGEST].strip()


def _about(book: Any, briefing: Briefing, looks: Mapping[str, Any]) -> None:
    t = briefing.labels.t
    page = book.add_worksheet(t("briefing.about")[:_LONGEST])
    _directed(page, briefing)
    widths = [24, 90]
    for column, width in enumerate(widths):
        page.set_column(column, column, width)
    lines: list[tuple[str, object]] = [
        (t("briefing.headline"), briefing.headline), (t("briefing.note"), briefing.note),
        (t("briefing.about.filters"), briefing.filters),
        (t("briefing.about.version"), briefing.version),
        (t("briefing.about.day"), briefing.day),
    ]  # fmt: skip
    for part in briefing.parts:
        said = [part.title, part.unit, part.note, briefing.counted(part), briefing.sources(part)]
        lines.append((sheet_name(briefing, part.name), "\n".join(s for s in said if s)))
    page.write_string(0, 0, t("app.name"), looks["title"])
    for row, (head, value) in enumerate(lines, 1):
        page.write_string(row, 0, head, looks["head"])
        _cell(page, row, 1, value, looks)
        _heighten(page, row, (head, value), widths, briefing)


def _rows(book: Any, briefing: Briefing, part: Part, looks: Mapping[str, Any]) -> None:
    page = book.add_worksheet(sheet_name(briefing, part.name))
    _directed(page, briefing)
    page.freeze_panes(1, 0)
    page.repeat_rows(0)
    widths = []
    for column, head in enumerate(part.headings):
        page.write_string(0, column, head, looks["head"])
        longest = max((len(str(value)) for value in part.rows.iloc[:, column]), default=0)
        widths.append(min(max(longest, len(head)) + 3, _WIDEST))
        page.set_column(column, column, widths[-1])
    if len(part.rows):
        page.autofilter(0, 0, len(part.rows), len(part.headings) - 1)
    for row, values in enumerate(part.rows.itertuples(index=False), 1):
        for column, value in enumerate(values):
            _cell(page, row, column, value, looks)
        _heighten(page, row, values, widths, briefing)
    page.set_header(f"&C{_printed(part.title, briefing)}")
    under = " · ".join((briefing.counted(part), briefing.versioned()))
    page.set_footer(f"&C{_printed(under, briefing)}")


def _heighten(
    page: Any, row: int, values: Sequence[object], widths: Sequence[float], briefing: Briefing
) -> None:
    """Makes a row as high as its longest text: not every program does so by itself."""
    most = 1
    for value, width in zip(values, widths, strict=True):
        if isinstance(value, str):
            lines = value[:_CELL].split("\n")
            most = max(most, sum(max(math.ceil(len(x) * _WIDER / width), 1) for x in lines))
    if most > 1:
        page.set_row(row, min(most * _size(briefing) * _LINE, _TALLEST))


def _size(briefing: Briefing) -> int:
    """The size of the type in points: Arabic is a step larger."""
    return 12 if briefing.labels.rtl else 11


def _directed(page: Any, briefing: Briefing) -> None:
    if briefing.labels.rtl:
        page.right_to_left()
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)


def _printed(text: str, briefing: Briefing) -> str:
    """Text of a printed header or footer, in which ``&`` begins a command; it has no direction."""
    begin, end = (RLE, PDF) if briefing.labels.rtl else ("", "")
    return begin + text.replace("&", "&&")[:120] + end


def _cell(page: Any, row: int, column: int, value: object, looks: Mapping[str, Any]) -> None:
    """A day as a date, a number as a number, everything else as text that is never run."""
    if value is None or value is pd.NA or value is pd.NaT or value == "":
        return
    if isinstance(value, (datetime, date)):
        if value.year < _FIRST_YEAR:
            page.write_string(row, column, value.isoformat(), looks["text"])
        else:
            page.write_datetime(row, column, value, looks["day"])
    elif isinstance(value, str):
        page.write_string(row, column, value[:_CELL], looks["text"])
    elif isinstance(value, float) and math.isnan(value):
        return
    else:
        whole = float(value) == int(value)  # type: ignore[call-overload, arg-type]
        page.write_number(row, column, value, looks["number" if whole else "exact"])


def csv(part: Part) -> bytes:
    """The rows of a part, UTF-8 with a byte order mark, columns named in English."""
    rows: str = part.rows.astype(object).map(harmless).to_csv(index=False)
    return (MARK + rows).encode()


def harmless(value: object) -> object:
    """A cell that no spreadsheet runs as a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_RUN) else value
