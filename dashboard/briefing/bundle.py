"""Everything of a briefing made in one go, and put into one ZIP."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass

from PIL import Image

from dashboard.briefing import browser, pages, sheet, slides, workbook
from dashboard.briefing.model import Briefing, Part, Told, silent
from dashboard.briefing.paper import MARGIN

_PIXELS = 96 / 72  # CSS pixels a point
_FINE = 2.0  # pixels of a PNG a CSS pixel
_PACKED = 2  # of 9: as small as 6 to a tenth, in two thirds of the time
OPENING = "opening"
"""What ``told`` hears of the first page, which is no view."""


@dataclass(frozen=True, slots=True)
class Made:
    """The files of a briefing, by name: those of each figure, then those of the whole."""

    figures: dict[str, bytes]
    whole: dict[str, bytes]

    @property
    def files(self) -> dict[str, bytes]:
        """All of them, the figures in a folder of their own."""
        return self.whole | {f"figures/{name}": data for name, data in self.figures.items()}


def tables(briefing: Briefing) -> Made:
    """What needs no browser: one XLSX, and a CSV a figure."""
    book = {f"{briefing.stem}.xlsx": workbook.workbook(briefing)}
    return Made({file_name(briefing, p.name, "csv"): workbook.csv(p) for p in briefing.parts}, book)


def everything(briefing: Briefing, told: Told = silent) -> Made:
    """All files; ``told`` hears before every figure how far it is and which comes.

    ``NoBrowser`` and ``NotDrawn`` are raised as they come.
    """
    paper, made = briefing.paper, tables(briefing)
    size = (paper.width * _PIXELS, paper.height * _PIXELS)
    steps = len(briefing.parts) + briefing.opens + 1  # the last binds them
    printed: list[bytes] = []
    pictures: dict[str, bytes] = {}
    if briefing.opens:
        told(0, "draw", OPENING)
        printed.append(browser.svg_pdf(sheet.opening_svg(briefing, 1), *size))
    for part in briefing.parts:
        told(len(printed) / steps, "draw", part.name)
        drawn = part.draw()
        whole = sheet.part_svg(briefing, part, drawn)
        made.figures[file_name(briefing, part.name, "svg")] = whole.encode()
        numbered = sheet.part_svg(briefing, part, drawn, len(printed) + 1)
        painted, page = browser.svg_png_and_pdf(whole, numbered, *size, _FINE)
        made.figures[file_name(briefing, part.name, "png")] = painted
        printed.append(page)
        pictures[part.name] = _alone(briefing, part, painted)
    told(len(printed) / steps, "bind", "")
    made.whole[f"{briefing.stem}.pdf"] = pages.joined(briefing, printed)
    made.whole[f"{briefing.stem}.pptx"] = slides.slides(briefing, pictures)
    return made


def _alone(briefing: Briefing, part: Part, sheet_png: bytes) -> bytes:
    """The figure cut out of its sheet, for a slide that has the words as text."""
    top, wide, high = sheet.room(part.title, part.unit, briefing.paper)
    box = (MARGIN, top, MARGIN + wide, top + high)
    left, upper, right, lower = (round(edge * _PIXELS * _FINE) for edge in box)
    cut = io.BytesIO()
    with Image.open(io.BytesIO(sheet_png)) as image:
        image.crop((left, upper, right, lower)).save(cut, "PNG", compress_level=_PACKED)
    return cut.getvalue()


def file_name(briefing: Briefing, view: str, kind: str) -> str:
    """The name of a figure's file."""
    return f"{briefing.stem}-{view}.{kind}"


def zipped(made: Made) -> bytes:
    """All files in one ZIP."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in sorted(made.files.items()):
            file.writestr(name, data)
    return whole.getvalue()
