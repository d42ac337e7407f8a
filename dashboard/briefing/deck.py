"""An empty presentation of a briefing's size, direction and typeface, and what it says of itself.

python-pptx begins with a template of its own, made in 2013 for a screen of 4:3: what it still says
of its maker, its size and its printer is put right here, so that what is added to the briefing by
hand stands where it should.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Emu

from dashboard.briefing.embedded import embed
from dashboard.briefing.fonts import FAMILY
from dashboard.briefing.model import Briefing
from dashboard.charts.direction import FSI, PDI

LANGUAGES = {"ar": "ar-SA", "en": "en-GB"}
"""A briefing's languages as PowerPoint names them."""

_THEMED = re.compile(rb'(<a:(?:latin|cs) typeface=")[^"]*"')
_MOST = 255  # characters of a property of the file; python-pptx refuses more
_LEVELS = tuple(qn(f"a:lvl{n}pPr") for n in range(1, 10))
_PICTURES = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"
_NAMES = (
    'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"'
)


def begun(briefing: Briefing) -> Any:
    """A presentation without slides, on the briefing's paper and in its direction."""
    show: Any = Presentation()
    was = show.slide_width, show.slide_height
    show.slide_width, show.slide_height = emu(briefing.paper.width), emu(briefing.paper.height)
    size = show.part._element.find(qn("p:sldSz"))
    size.attrib.pop("type", None)  # it names a screen of 4:3
    _stretched(show, show.slide_width / was[0], show.slide_height / was[1])
    if briefing.labels.rtl:
        _turned(show)
    themed(show.slide_master.part)
    _described(show, briefing)
    embed(show)
    return show


def finished(show: Any) -> None:
    """Lists the master of the speaker's notes, which is there since the first of them."""
    found = [r for r in show.part.rels.values() if r.reltype == RELATIONSHIP_TYPE.NOTES_MASTER]
    for relation in found:
        themed(relation.target_part)
        listed = parse_xml(
            f"<p:notesMasterIdLst {nsdecls('p', 'r')}>"
            f'<p:notesMasterId r:id="{relation.rId}"/></p:notesMasterIdLst>'
        )
        show.part._element.find(qn("p:sldMasterIdLst")).addnext(listed)


def themed(master: Any) -> None:
    """Makes our typeface that of a master's theme, so that what is added is set in it too."""
    theme = master.part_related_by(RELATIONSHIP_TYPE.THEME)
    data = theme.blob
    theme._blob = _THEMED.sub(rb"\g<1>" + FAMILY.encode() + b'"', data)


def emu(points: float) -> Emu:
    """Points as PowerPoint counts lengths."""
    return Emu(round(points * 12_700))


def cut(text: str, most: int) -> str:
    """As much of a text as ``most`` characters hold, to a whole word, with an ellipsis."""
    if len(text) <= most:
        return text
    kept = text[: most - 2]  # the ellipsis, and the end of a name that is cut through
    kept = (kept.rpartition(" ")[0] or kept).rstrip(" ،,·:")
    return f"{kept}…{PDI * (kept.count(FSI) - kept.count(PDI))}"


def _stretched(show: Any, wide: float, high: float) -> None:
    """Fits the places of master and layouts to the size of the slides."""
    for page in (show.slide_master, *show.slide_layouts):
        for place in page._element.iter(qn("a:off"), qn("a:ext")):
            for name, factor in (("x", wide), ("cx", wide), ("y", high), ("cy", high)):
                if name in place.attrib:
                    place.set(name, str(round(int(place.get(name)) * factor)))


def _turned(show: Any) -> None:
    """Makes right to left what is added by hand."""
    show.part._element.set("rtl", "1")
    pages = (show.slide_master, *show.slide_layouts)
    for level in _levels(show.part._element, *(page._element for page in pages)):
        level.set("rtl", "1")
        if level.get("algn") in ("l", "r"):
            level.set("algn", "r" if level.get("algn") == "l" else "l")


def _levels(*elements: Any) -> Iterator[Any]:
    for element in elements:
        yield from element.iter(*_LEVELS)


def _described(show: Any, briefing: Briefing) -> None:
    """What the file says of itself: title, maker, language, days; no picture of the template."""
    said, name = show.core_properties, briefing.labels.t("app.name")
    said.title, said.author, said.last_modified_by = cut(briefing.name, _MOST), name, name
    versioned = f" · {briefing.versioned()}"
    said.comments = cut(briefing.filters, _MOST - len(versioned)) + versioned
    said.language = LANGUAGES[briefing.labels.language]
    made = datetime.datetime.combine(briefing.day, datetime.time())
    said.created = said.modified = made
    _dropped(show.part, RELATIONSHIP_TYPE.PRINTER_SETTINGS)
    package = show.part.package
    _dropped(package, _PICTURES)
    told = package.part_related_by(RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
    told._blob = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f"<Properties {_NAMES}><Application>{escape(name)}</Application></Properties>"
    ).encode()


def _dropped(source: Any, kind: str) -> None:
    """Leaves out what a part or package is related to in that way."""
    rels = getattr(source, "_rels", None) or source.rels
    for name in [rel.rId for rel in rels.values() if rel.reltype == kind]:
        rels.pop(name)
