"""The briefing as PPTX: words are text that can be edited, each figure a picture with its words."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from dashboard.briefing import deck, sheet
from dashboard.briefing.deck import LANGUAGES, emu
from dashboard.briefing.fonts import FAMILY
from dashboard.briefing.model import Briefing, Part, printable
from dashboard.briefing.paper import FOOTER, MARGIN
from dashboard.charts.theme import PALETTES

_INK = PALETTES["light"]
_FIELD = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
_TITLED = 5  # of the layouts of python-pptx's own template


def slides(briefing: Briefing, pictures: Mapping[str, bytes]) -> bytes:
    """The presentation; ``pictures`` are PNGs of the figures alone, by the parts' names."""
    show = deck.begun(briefing)
    if briefing.opens:
        _opening(_Slide(show, briefing), briefing)
    for part in briefing.parts:
        _figure(_Slide(show, briefing), briefing, part, pictures[part.name])
    deck.finished(show)
    made = io.BytesIO()
    show.save(made)
    return made.getvalue()


class _Slide:
    """A slide with nothing but the place of a title, its lengths in points."""

    def __init__(self, show: Any, briefing: Briefing) -> None:
        self._slide = show.slides.add_slide(show.slide_layouts[_TITLED])
        self._slide.background.fill.solid()
        self._slide.background.fill.fore_color.rgb = _rgb(_INK.paper)
        self._show, self._paper, self._labels = show, briefing.paper, briefing.labels

    def title(
        self, text: str, top: float, height: float, size: float, colour: str = _INK.ink
    ) -> None:
        """The slide's own title, which outlines and screen readers look for."""
        place = self._slide.shapes.title
        self._fill(place, "title", [text], (top, height), size, colour, bold=True)

    def write(
        self, name: str, paragraphs: Sequence[str], top: float, height: float, size: float,
        colour: str = _INK.ink, bold: bool = False, spare: float = 0, leading: float = 0,
    ) -> None:  # fmt: skip
        """A text box between the margins, in the briefing's direction; ``spare`` is left free at
        the end of its lines, which are ``leading`` apart where it is given."""
        box = self._slide.shapes.add_textbox(0, 0, 0, 0)
        self._fill(box, name, paragraphs, (top, height), size, colour, bold)
        box.width = emu(self._paper.inside - spare)
        box.left = emu(MARGIN + (spare if self._labels.rtl else 0))
        for paragraph in box.text_frame.paragraphs if leading else ():
            paragraph.line_spacing = Pt(leading)

    def _fill(
        self, box: Any, name: str, paragraphs: Sequence[str], room: tuple[float, float],
        size: float, colour: str = _INK.ink, bold: bool = False,
    ) -> None:  # fmt: skip
        box.name = name
        box.left, box.top = emu(MARGIN), emu(room[0])
        box.width, box.height = emu(self._paper.inside), emu(room[1])
        frame = box.text_frame
        frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.TOP
        # Where our typeface is not installed a wider one may stand for it.
        frame.auto_size = MSO_AUTO_SIZE.TEXT_TO_FIT_SHAPE
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        for number, text in enumerate(paragraphs):
            paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
            self._directed(paragraph)
            run = paragraph.add_run()
            run.text = text
            self._set(run._r.get_or_add_rPr(), run.font, size, colour, bold)

    def _directed(self, paragraph: Any) -> None:
        rtl = self._labels.rtl
        paragraph.alignment = PP_ALIGN.RIGHT if rtl else PP_ALIGN.LEFT
        paragraph._p.get_or_add_pPr().set("rtl", "1" if rtl else "0")

    def _set(self, described: Any, font: Any, size: float, colour: str, bold: bool) -> None:
        font.size, font.bold, font.name = Pt(size), bold, FAMILY
        font.color.rgb = _rgb(colour)
        described.set("lang", LANGUAGES[self._labels.language])
        for script in ("a:ea", "a:cs"):  # Arabic is set in the complex script's font
            described.append(described.makeelement(qn(script), {"typeface": FAMILY}))

    def footer(self, lines: Sequence[str]) -> None:
        """The lines at the foot, and the slide's number where a page of the PDF has its own."""
        top, wide = self._paper.foot + 4, self._paper.inside - sheet.NUMBER
        said = [
            sheet.cut(text, sheet.FOOT, wide, most)
            for text, most in sheet.footer_lines([*lines], wide)
        ]
        self.write(
            "footer", said, top, FOOTER, sheet.FOOT, _INK.quiet, spare=sheet.NUMBER,
            leading=sheet.LEADING,
        )  # fmt: skip
        box = self._slide.shapes.add_textbox(emu(0), emu(top), emu(sheet.NUMBER), emu(16))
        left = MARGIN if self._labels.rtl else self._paper.width - MARGIN - sheet.NUMBER
        box.name, box.left = "number", emu(left)
        frame = box.text_frame
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        paragraph = frame.paragraphs[0]
        paragraph.alignment = PP_ALIGN.LEFT if self._labels.rtl else PP_ALIGN.RIGHT
        number = str(len(self._show.slides))
        written = self._labels.digits(number)
        # A field, so that it stays right when slides are moved; the text is what it shows first.
        # PowerPoint writes fields in digits of its own: where others are chosen it is a number.
        kind, named = "r", ""
        if written == number:
            kind, named = "fld", f' id="{_FIELD}" type="slidenum"'
        paragraph._p.append(
            parse_xml(
                f'<a:{kind} {nsdecls("a")}{named}><a:rPr lang="en-GB" sz="{sheet.FOOT * 100}">'
                f'<a:solidFill><a:srgbClr val="{_INK.quiet.lstrip("#")}"/></a:solidFill>'
                f'<a:latin typeface="{FAMILY}"/><a:cs typeface="{FAMILY}"/></a:rPr>'
                f"<a:t>{written}</a:t></a:{kind}>"
            )
        )

    def picture(self, data: bytes, top: float, width: float, height: float, said: str) -> None:
        """A picture between the margins, ``said`` for those who cannot see it."""
        shape = self._slide.shapes.add_picture(
            io.BytesIO(data), emu(MARGIN), emu(top), emu(width), emu(height)
        )
        shape.name = "figure"
        shape._element.nvPicPr.cNvPr.set("descr", printable(said))

    def remark(self, paragraphs: Sequence[str]) -> None:
        """What the speaker's notes hold."""
        frame = self._slide.notes_slide.notes_text_frame
        frame.text = "\n".join(paragraphs)
        for paragraph in frame.paragraphs:
            self._directed(paragraph)
            for run in paragraph.runs:
                run._r.get_or_add_rPr().set("lang", LANGUAGES[self._labels.language])


def _opening(slide: _Slide, briefing: Briefing) -> None:
    said = sheet.opening(briefing)
    top = 74.0
    if said.headline:
        headline = sheet.cut(
            briefing.headline, sheet.HEADLINE, briefing.paper.inside, len(said.headline)
        )
        slide.title(headline, top, said.headed, sheet.HEADLINE)
        top += said.headed + 18
    else:  # a slide without a title is found by nobody who looks for one
        named = briefing.labels.t("page.briefing")
        slide.title(named, MARGIN - 16, 16, sheet.KICKER, _INK.accent)
    if said.note:
        high = said.size * 1.55 * len(said.note)
        whole = sheet.lines_of(briefing.note, said.size, briefing.paper.inside) == said.note
        note = briefing.note.split("\n") if whole else said.note
        slide.write("note", note, top, high, said.size)
        top += high + 16
    high = 20.0 * len(said.contents) + 10
    slide.write("contents", said.contents, top, high, sheet.UNIT, _INK.quiet)
    slide.footer(sheet.opening_footer(briefing))


def _figure(slide: _Slide, briefing: Briefing, part: Part, picture: bytes) -> None:
    paper = briefing.paper
    top, width, height = sheet.room(part.title, part.unit, paper)
    if briefing.headline:
        kicker = sheet.lines_of(briefing.headline, sheet.KICKER, paper.inside, 1)
        slide.write("headline", kicker, MARGIN - 16, 16, sheet.KICKER, _INK.accent, bold=True)
    titled = sheet.TITLE * 1.35 * len(sheet.lines_of(part.title, sheet.TITLE, paper.inside, 2))
    slide.title(part.title, MARGIN, titled, sheet.TITLE)
    under = MARGIN + titled + 4
    # As much as the sheet has room for: a map may name many places. The notes say all.
    unit = sheet.cut(part.unit, sheet.UNIT, paper.inside, sheet.UNITS)
    slide.write("unit", [unit], under, top - under - 8, sheet.UNIT, _INK.quiet)
    told = part.figure.layout.meta["told"]
    slide.picture(picture, top, width, height, f"{part.title} {part.unit} {told}")
    footer = briefing.footer(part)
    slide.footer(footer)
    slide.remark([part.title, part.unit, *footer[:1], briefing.sources(part), *footer[2:]])


def _rgb(colour: str) -> Any:
    return RGBColor(*bytes.fromhex(colour.lstrip("#")))  # type: ignore[no-untyped-call]
