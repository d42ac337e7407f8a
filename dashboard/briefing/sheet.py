"""One sheet as SVG: title, unit, figure and footer, so that it stands alone wherever it goes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.briefing.fonts import font_faces
from dashboard.briefing.model import Briefing, Part
from dashboard.briefing.paper import MARGIN, Paper
from dashboard.charts.direction import FSI, PDI, RLI, isolate, rows
from dashboard.charts.measure import text_size
from dashboard.charts.theme import FONT, PALETTES

TITLE, UNIT, KICKER, FOOT, HEADLINE = 22, 13, 11, 9, 32
NUMBER = 30  # how wide the place of a page's number is
UNITS = 3  # lines of the words under a title
_FOOT_LINES = 6  # that the footer has room for
LEADING = 11.5  # of the footer
_SPARE = 1.06  # how much wider a line may be than it was measured: on slides type is replaced
_NAMES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
_OPENING = re.compile(r"<svg\b[^>]*>")
_READABLE, _SMALLEST = 13, 10
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
    room = width / (size * _SPARE)
    return rows(_breakable(text, room), room, most, _wide) if text else []


def cut(text: str, size: float, width: float, most: int) -> str:
    """A text that breaks its lines by itself, as much of it as ``most`` of them hold."""
    if len(lines_of(text, size, width)) <= most:
        return text
    return " ".join(lines_of(text, size, width, most))


def _wide(text: str) -> float:
    """How wide a text is, set in type of size 1; bold, as that is the wider."""
    return text_size(f"<b>{text}</b>", 1.0)[0]


def _breakable(text: str, room: float) -> str:
    """The text with spaces in words that are wider than a line, as an address may be."""
    return re.sub(r"\S+", lambda word: " ".join(_pieces(word.group(), room)), text)


def _pieces(word: str, room: float) -> Iterator[str]:
    while _wide(word) > room and len(word) > 1:
        fits = next(n for n in range(len(word) - 1, 0, -1) if n == 1 or _wide(word[:n]) <= room)
        yield word[:fits]
        word = word[fits:]
    yield word


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


@dataclass(frozen=True, slots=True)
class Opening:
    """What stands on the first page: the lines of headline, note and contents, and their sizes."""

    headline: list[str]
    note: list[str]
    size: float
    contents: list[str]

    @property
    def headed(self) -> float:
        """How high the headline is."""
        return HEADLINE * 1.3 * len(self.headline)


_TOP, _GAP, _LISTED = 74.0, 18.0, 20.0


def opening(briefing: Briefing) -> Opening:
    """The first page laid out. Titles are listed, or run on where the note needs the room."""
    paper = briefing.paper
    heads = lines_of(briefing.headline, HEADLINE, paper.inside, 3)
    room = paper.foot - _TOP - HEADLINE * 1.3 * len(heads) - _GAP - 30
    titles = [f"– {part.title}" for part in briefing.parts]
    size, note = fitted(briefing.note, paper.inside, room - _LISTED * len(titles))
    if briefing.note and size < _READABLE:
        run_on = " · ".join(part.title for part in briefing.parts)
        titles = lines_of(run_on, UNIT, paper.inside)
        size, note = fitted(briefing.note, paper.inside, room - _LISTED * len(titles))
    return Opening(heads, note, size, titles)


def opening_svg(briefing: Briefing, number: int = 0) -> str:
    """The first page: headline, note, and the titles of what follows."""
    said, y, lines = opening(briefing), _TOP, []
    for text in said.headline:
        y += HEADLINE * 1.3
        lines.append(Line(text, y, HEADLINE, weight=600))
    y += _GAP
    for text in said.note:
        y += said.size * 1.55
        lines.append(Line(text, y, said.size))
    y += 16
    for text in said.contents:
        y += _LISTED
        lines.append(Line(text, y, UNIT, _INK.quiet))
    return _whole(briefing, lines, "", opening_footer(briefing), number)


def opening_footer(briefing: Briefing) -> list[str]:
    """The lines at the foot of the first page: filters; version and day."""
    return [briefing.filters, f"{briefing.labels.t('app.name')} · {briefing.versioned()}"]


def footer_lines(lines: list[str], width: float) -> list[tuple[str, int]]:
    """Each line of a footer with how many lines it may break into: the first has what is left."""
    others = [(text, min(len(lines_of(text, FOOT, width)), 2)) for text in lines[1:]]
    return [(lines[0], _FOOT_LINES - sum(most for _, most in others)), *others]


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
    wide = paper.inside - NUMBER
    under = [
        row for text, most in footer_lines(footer, wide) for row in lines_of(text, FOOT, wide, most)
    ]
    foot = [
        Line(row, paper.foot + 4 + LEADING * n, FOOT, _INK.quiet) for n, row in enumerate(under, 1)
    ]
    head, drawn = "".join(_written(lines, paper, rtl)), [*_written(foot, paper, rtl)]
    if number:
        far = MARGIN if rtl else paper.width - MARGIN
        said = briefing.labels.digits(str(number))
        page = Line(said, paper.foot + 4 + LEADING, FOOT, _INK.quiet)
        drawn.append(_text(page, far, rtl))
    rule = (
        f'<line x1="{MARGIN}" x2="{paper.width - MARGIN:g}" y1="{paper.foot:g}" '
        f'y2="{paper.foot:g}" stroke="{_INK.grid}"/>'
    )
    scale = 96 / 72  # CSS pixels a point
    said = f"{head}{inside}{rule}{''.join(drawn)}"  # as it is read, for those who take text out
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
