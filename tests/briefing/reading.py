"""The exports as another program finds them: cells of a workbook, fonts and words of a PDF."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from typing import Any
from xml.etree import ElementTree

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\u064b-\u0652]")


class Sheet:
    """One sheet of a workbook: its XML, and its cells by their address as text or number."""

    def __init__(self, xml: str, strings: list[str], style: dict[int, str]) -> None:
        self.xml = xml
        self.cells: dict[str, str | float] = {}
        self.formats: dict[str, str] = {}
        for cell in ElementTree.fromstring(xml).iter(f"{_MAIN}c"):
            value = cell.find(f"{_MAIN}v")
            if value is None or value.text is None:
                continue
            text = cell.get("t") == "s"
            name = str(cell.get("r"))
            self.cells[name] = strings[int(value.text)] if text else float(value.text)
            self.formats[name] = style.get(int(cell.get("s", "0")), "")


def workbook(data: bytes) -> dict[str, Sheet]:
    """The sheets of an XLSX by name, in order."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        shared = ElementTree.fromstring(file.read("xl/sharedStrings.xml"))
        strings = ["".join(t.text or "" for t in s.iter(f"{_MAIN}t")) for s in shared]
        styles = ElementTree.fromstring(file.read("xl/styles.xml"))
        codes = {n.get("numFmtId"): str(n.get("formatCode")) for n in styles.iter(f"{_MAIN}numFmt")}
        used = styles.find(f"{_MAIN}cellXfs")
        assert used is not None
        style = {i: codes.get(x.get("numFmtId"), "") for i, x in enumerate(used)}
        book = ElementTree.fromstring(file.read("xl/workbook.xml"))
        names = [str(s.get("name")) for s in book.iter(f"{_MAIN}sheet")]
        return {
            name: Sheet(file.read(f"xl/worksheets/sheet{n}.xml").decode(), strings, style)
            for n, name in enumerate(names, 1)
        }


def words(text: str) -> list[str]:
    """The words and numbers of a text as they are read, whatever shapes and marks it was printed with."""
    plain = _MARKS.sub("", unicodedata.normalize("NFKC", text))
    return re.findall(r"[^\W_]{2,}", plain)


def fonts(reader: PdfReader) -> dict[str, bool]:
    """The fonts of a PDF, and whether each is inside the file."""
    found: dict[str, bool] = {}
    seen: set[int] = set()

    def look(value: Any) -> None:
        if isinstance(value, IndirectObject):
            if value.idnum in seen:
                return
            seen.add(value.idnum)
            value = value.get_object()
        if isinstance(value, DictionaryObject):
            if "/FontDescriptor" in value:
                inside = value["/FontDescriptor"].get_object()
                name = str(value["/BaseFont"]).split("+")[-1].lstrip("/")
                found[name] = bool({"/FontFile", "/FontFile2", "/FontFile3"} & set(inside))
            for key, part in value.items():
                if key != "/Parent":
                    look(dict.get(value, key, part))
        elif isinstance(value, ArrayObject):
            for part in list.__iter__(value):
                look(part)

    for page in reader.pages:
        look(page["/Resources"])
    return found
