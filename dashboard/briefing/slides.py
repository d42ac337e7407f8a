"""The briefing as PPTX: words are text that can be edited, each figure a picture with its words."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from dashboard.briefing import sheet
from dashboard.briefing.fonts import FAMILY
from dashboard.briefing.model import Briefing, Part
from dashboard.briefing.paper import FOOTER, MARGIN
from dashboard.charts.theme import PALETTES

_INK = PALETTES["light"]
_BLANK = 6  # of the layouts of python-pptx's own template


def slides(briefing: Briefing, pictures: Mapping[str, bytes]) -> bytes:
    """The presentation; ``pictures`` are PNGs of the figures alone, by the parts' names."""
    show = Presentation()
    show.slide_width, show.slide_height = _emu(briefing.paper.width), _emu(briefing.paper.height)
    show.core_properties.title = briefing.name
    show.core_properties.language = briefing.labels.language
    show.core_properties.author = briefing.labels.t("app.name")
    if briefing.opens:
        _opening(_Slide(show, briefing), briefing)
    for part in briefing.parts:
        _figure(_Slide(show, briefing), briefing, part, pictures[part.name])
    made = io.BytesIO()
    show.save(made)
    return made.getvalue()


class _Slide:
    """An empty slide, its lengths in points."""

    def __init__(self, show: Any, briefing: Briefing) -> None:
        self._slide = show.slides.add_slide(show.slide_layouts[_BLANK])
        self._slide.background.fill.solid()
        self._slide.background.fill.fore_color.rgb = _rgb(_INK.paper)
        self._paper, self._labels = briefing.paper, briefing.labels

    def write(
        self, name: str, paragraphs: Sequence[str], top: float, height: float, size: float,
        colour: str = _INK.ink, bold: bool = False,
    ) -> None:  # fmt: skip
        """A text box between the margins, in the briefing's direction."""
        box = self._slide.shapes.add_textbox(
            _emu(MARGIN), _emu(top), _emu(self._paper.inside), _emu(height)
        )
        box.name = name
        frame = box.text_frame
        frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.TOP
        frame.auto_size = MSO_AUTO_SIZE.NONE
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        for number, text in enumerate(paragraphs):
            paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
            self._paragraph(paragraph, text, size, colour, bold)

    def _paragraph(self, paragraph: Any, text: str, size: float, colour: str, bold: bool) -> None:
        rtl = self._labels.rtl
        paragraph.alignment = PP_ALIGN.RIGHT if rtl else PP_ALIGN.LEFT
        paragraph._p.get_or_add_pPr().set("rtl", "1" if rtl else "0")
        run = paragraph.add_run()
        run.text = text
        run.font.size, run.font.bold, run.font.name = Pt(size), bold, FAMILY
        run.font.color.rgb = _rgb(colour)
        described = run._r.get_or_add_rPr()
        described.set("lang", "ar" if rtl else "en-GB")
        for script in ("a:ea", "a:cs"):  # Arabic is set in the complex script's font
            described.append(described.makeelement(qn(script), {"typeface": FAMILY}))

    def picture(self, data: bytes, top: float, width: float, height: float, said: str) -> None:
        """A picture between the margins, ``said`` for those who cannot see it."""
        shape = self._slide.shapes.add_picture(
            io.BytesIO(data), _emu(MARGIN), _emu(top), _emu(width), _emu(height)
        )
        shape._element.nvPicPr.cNvPr.set("descr", said)

    def remark(self, text: str) -> None:
        """What the speaker's notes hold."""
        self._slide.notes_slide.notes_text_frame.text = text


def _opening(slide: _Slide, briefing: Briefing) -> None:
    paper = briefing.paper
    top = 74.0
    heads = sheet.lines_of(briefing.headline, sheet.HEADLINE, paper.inside, 3)
    if heads:
        high = sheet.HEADLINE * 1.35 * len(heads)
        slide.write("headline", [briefing.headline], top, high, sheet.HEADLINE, bold=True)
        top += high + 18
    titles = [f"– {part.title}" for part in briefing.parts]
    below = 20 * len(titles) + 30
    size, lines = sheet.fitted(briefing.note, paper.inside, paper.foot - top - below)
    if briefing.note:
        high = size * 1.55 * len(lines)
        slide.write("note", briefing.note.split("\n"), top, high, size)
        top += high + 16
    slide.write("contents", titles, top, below - 20, sheet.UNIT, _INK.quiet)
    footer = sheet.opening_footer(briefing)
    slide.write("footer", footer, paper.foot + 4, FOOTER, sheet.FOOT, _INK.quiet)


def _figure(slide: _Slide, briefing: Briefing, part: Part, picture: bytes) -> None:
    paper = briefing.paper
    top, width, height = sheet.room(part.title, part.unit, paper)
    if briefing.headline:
        kicker = sheet.lines_of(briefing.headline, sheet.KICKER, paper.inside, 1)
        slide.write("headline", kicker, MARGIN - 16, 16, sheet.KICKER, _INK.accent, bold=True)
    titled = sheet.TITLE * 1.35 * len(sheet.lines_of(part.title, sheet.TITLE, paper.inside, 2))
    slide.write("title", [part.title], MARGIN, titled, sheet.TITLE, bold=True)
    under = MARGIN + titled + 4
    slide.write("unit", [part.unit], under, top - under - 8, sheet.UNIT, _INK.quiet)
    slide.picture(picture, top, width, height, f"{part.title} {part.unit}")
    footer = briefing.footer(part)
    slide.write("footer", footer, paper.foot + 4, FOOTER, sheet.FOOT, _INK.quiet)
    slide.remark(briefing.sources(part))


def _emu(points: float) -> Emu:
    return Emu(round(points * 12_700))


def _rgb(colour: str) -> Any:
    return RGBColor(*bytes.fromhex(colour.lstrip("#")))  # type: ignore[no-untyped-call]
