"""The sheets as one PDF: Chromium prints each, pypdf puts them one after the other."""

from __future__ import annotations

import io
from collections.abc import Sequence

from pypdf import PdfReader, PdfWriter
from pypdf.generic import BooleanObject, DictionaryObject, NameObject, TextStringObject

from dashboard.briefing.model import Briefing
from dashboard.briefing.reading_order import ordered


def joined(briefing: Briefing, sheets: Sequence[bytes]) -> bytes:
    """One document of these one-page PDFs, which says its title, language and direction.

    Each page is listed by its title in the reader's outline.
    """
    writer = PdfWriter()
    titles = [briefing.name] * briefing.opens + [part.title for part in briefing.parts]
    for number, (sheet, title) in enumerate(zip(sheets, titles, strict=True)):
        page = writer.add_page(PdfReader(io.BytesIO(sheet)).pages[0])
        ordered(writer, page, rtl=briefing.labels.rtl)
        writer.add_outline_item(title=title, page_number=number)
    writer.add_metadata({"/Title": briefing.name, "/Creator": briefing.labels.t("app.name")})
    writer.root_object[NameObject("/Lang")] = TextStringObject(briefing.labels.language)
    shown = DictionaryObject({NameObject("/DisplayDocTitle"): BooleanObject(True)})
    if briefing.labels.rtl:
        shown[NameObject("/Direction")] = NameObject("/R2L")
    writer.root_object[NameObject("/ViewerPreferences")] = shown
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()
