"""One sheet as SVG: title, unit, figure and footer, so that it stands alone wherever it goes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.briefing.fonts import font_faces
from dashboard.briefing.model import Briefing, Part
from dashboard.briefing.paper import MARGIN, Paper
from dashboard.charts.direction import FSI, PDI, RLI, isolate, wrap
from dashboard.charts.theme import FONT, PALETTES

TITLE, UNIT, KICKER, FOOT, HEADLINE = 22, 13, 11, 9, 32
UNITS = 3  # lines of the words under a title
_LEADING = 12.0  # of the footer
_LETTER = 0.5  # of the type size: how wide a letter is on average, rather more
_NAMES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
_OPENING = re.compile(r"<svg\b[^>]*>")
_SMALLEST = 10
_INK = PALETTES["light"]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a sheet: its text, the height of its baseline, its size and colour."""

    text: str
    y: float
    size: float
    colour: str = _INK.ink
    weight: int = 400


def lines_of(text: str, size: float, width: float, most: int = 0) -> list[str]:
    """A text broken for a width; above 0, ``most`` lines of it are kept."""
    return wrap(text, max(int(width / (size * _LETTER)), 10), most).split("<br>") if text else []


def room(title: str, unit: str, paper: Paper) -> tuple[float, float, float]:
    """Where a figure begins under these words, and the width and height left for it."""
    top = _head(title, unit, paper)[-1].y + 14
    return top, paper.inside, paper.foot - top - 6


def _head(title: str, unit: str, paper: Paper) -> list[Line]:
    y, found = float(MARGIN), []
    for text in lines_of(title, TITLE, paper.inside, 2):
        y += TITLE * 1.35
        found.append(Line(text, y, TITLE, weight=600))
    y += 4
    for text in lines_of(unit, UNIT, paper.inside, UNITS):
        y += UNIT * 1.45
        found.append(Line(text, y, UNIT, _INK.quiet))
    return found


def part_svg(briefing: Briefing, part: Part, drawn: str, number: int = 0) -> str:
    """The sheet of a part; ``drawn`` is its figure as SVG, ``number`` its page's, if any."""
    paper = briefing.paper
    top, width, height = room(part.title, part.unit, paper)
    kicker = lines_of(briefing.headline, KICKER, paper.inside, 1)
    lines = [Line(text, MARGIN - 4, KICKER, _INK.accent, 600) for text in kicker]
    lines += _head(part.title, part.unit, paper)
    opening = (
        f'<svg x="{MARGIN}" y="{top:g}" width="{width:g}" height="{height:g}" '
        f'viewBox="0 0 {part.room[0]:g} {part.room[1]:g}">'
    )
    inside = _OPENING.sub(lambda _: opening, drawn, count=1)
    return _whole(briefing, lines, inside, briefing.footer(part), number)


def opening_svg(briefing: Briefing, number: int = 0) -> str:
    """The first page: headline, note, and the titles of what follows."""
    paper, y, lines = briefing.paper, 74.0, []
    for text in lines_of(briefing.headline, HEADLINE, paper.inside, 3):
        y += HEADLINE * 1.3
        lines.append(Line(text, y, HEADLINE, weight=600))
    y += 18
    titles = [part.title for part in briefing.parts]
    left = paper.foot - y - 20 * len(titles) - 30
    size, note = fitted(briefing.note, paper.inside, left)
    for text in note:
        y += size * 1.55
        lines.append(Line(text, y, size))
    y += 16
    for text in titles:
        y += 20
        lines.append(Line(f"– {text}", y, UNIT, _INK.quiet))
    return _whole(briefing, lines, "", opening_footer(briefing), number)


def opening_footer(briefing: Briefing) -> list[str]:
    """The lines at the foot of the first page: filters; version and day."""
    return [briefing.filters, f"{briefing.labels.t('app.name')} · {briefing.versioned()}"]


def fitted(text: str, width: float, height: float) -> tuple[float, list[str]]:
    """The largest type size, and the lines, in which a text fits; cut at the smallest."""
    for size in range(18, _SMALLEST - 1, -1):
        lines = lines_of(text, size, width)
        if len(lines) * size * 1.55 <= height:
            return size, lines
    return _SMALLEST, lines_of(text, _SMALLEST, width, max(int(height / (_SMALLEST * 1.55)), 1))


def _whole(
    briefing: Briefing, lines: list[Line], inside: str, footer: list[str], number: int
) -> str:
    paper, rtl = briefing.paper, briefing.labels.rtl
    rows = [row for text in footer for row in lines_of(text, FOOT, paper.inside - 30, 2)]
    foot = [
        Line(row, paper.foot + 4 + _LEADING * n, FOOT, _INK.quiet) for n, row in enumerate(rows, 1)
    ]
    drawn = [*_written(lines + foot, paper, rtl)]
    if number:
        far = MARGIN if rtl else paper.width - MARGIN
        said = briefing.labels.digits(str(number))
        page = Line(said, paper.foot + 4 + _LEADING, FOOT, _INK.quiet)
        drawn.append(_text(page, far, rtl))
    rule = (
        f'<line x1="{MARGIN}" x2="{paper.width - MARGIN:g}" y1="{paper.foot:g}" '
        f'y2="{paper.foot:g}" stroke="{_INK.grid}"/>'
    )
    scale = 96 / 72  # CSS pixels a point
    said = f"{inside}{rule}{''.join(drawn)}"
    return (
        f"<svg {_NAMES} "
        f'width="{paper.width * scale:g}" height="{paper.height * scale:g}" '
        f'viewBox="0 0 {paper.width:g} {paper.height:g}"><style>{font_faces(said)}</style>'
        f'<rect width="100%" height="100%" fill="{_INK.paper}"/>'
        f"{said}</svg>"
    )


def _written(lines: list[Line], paper: Paper, rtl: bool) -> Iterator[str]:
    edge = paper.width - MARGIN if rtl else MARGIN
    for line in lines:
        yield _text(line, edge, not rtl)


def _text(line: Line, x: float, forward: bool) -> str:
    """A line that begins at ``x`` and goes to the right, or, not ``forward``, ends there."""
    said = f"{RLI}{line.text}{PDI}"
    if forward:  # names that are isolated already keep their order
        said = line.text if FSI in line.text else isolate(line.text)
    safe = said.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return (
        f'<text x="{x:g}" y="{line.y:g}" text-anchor="{"start" if forward else "end"}" '
        f'font-family="{FONT}" font-size="{line.size:g}" font-weight="{line.weight}" '
        f'fill="{line.colour}" xml:space="preserve">{safe}</text>'
    )
