"""The deck's typeface inside the deck, so that it is set in it where nobody has installed it.

PresentationML keeps a font as Embedded OpenType (ISO/IEC 29500-1, 15.2.13; the header is that of
the W3C's submission of 2008): what a system asks of a font before it opens it, then the TrueType
file itself, here as it is, neither compressed nor encrypted.
"""

from __future__ import annotations

import struct
import zlib
from functools import lru_cache
from pathlib import Path
from typing import Any

from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from dashboard.briefing.fonts import FAMILY

_STATIC = Path(__file__).parents[2] / "static"
_FACES = {"regular": "IBMPlexSansArabic-Regular.woff", "bold": "IBMPlexSansArabic-Bold.woff"}
_FONT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
_DATA = "application/x-fontdata"
_VERSION, _MAGIC, _ANY_CHARSET = 0x00020001, 0x504C, 1
_WINDOWS, _AMERICAN = 3, 0x409
_NAMES = (1, 2, 5, 4)  # of the name table: family, style, version, full name


def embed(show: Any) -> None:
    """Puts the typeface's faces into a presentation, each a part that the list of fonts names."""
    listed = []
    for number, (face, name) in enumerate(_FACES.items(), 1):
        uri = PackURI(f"/ppt/fonts/font{number}.fntdata")
        part = Part(uri, _DATA, show.part.package, _embeddable(name))
        listed.append(f'<p:{face} r:id="{show.part.relate_to(part, _FONT)}"/>')
    fonts = parse_xml(
        f"<p:embeddedFontLst {nsdecls('p', 'r')}><p:embeddedFont>"
        f'<p:font typeface="{FAMILY}"/>{"".join(listed)}'
        "</p:embeddedFont></p:embeddedFontLst>"
    )
    whole = show.part._element
    whole.set("embedTrueTypeFonts", "1")
    whole.find(qn("p:notesSz")).addnext(fonts)  # the order of a presentation's members is fixed


@lru_cache(maxsize=len(_FACES))
def _embeddable(name: str) -> bytes:
    return opened_type(true_type((_STATIC / name).read_bytes()))


def true_type(woff: bytes) -> bytes:
    """The font that a WOFF 1.0 file holds table by table (W3C, 2012)."""
    flavor, tables = struct.unpack_from(">4sxxxxH", woff, 4)
    rows = [struct.unpack_from(">4s4I", woff, 44 + 20 * n) for n in range(tables)]
    searched = 1 << (tables.bit_length() - 1)
    head: bytes = flavor + struct.pack(
        ">4H", tables, 16 * searched, searched.bit_length() - 1, 16 * (tables - searched)
    )
    body = b""
    start = len(head) + 16 * tables
    for tag, at, kept, whole, checksum in rows:
        table = woff[at : at + kept]
        table = zlib.decompress(table) if kept < whole else table
        head += struct.pack(">4s3I", tag, checksum, start + len(body), whole)
        body += table + bytes(-whole % 4)
    return head + body


def opened_type(font: bytes) -> bytes:
    """A TrueType font under the header of Embedded OpenType."""
    tables = _tables(font)
    system, header = tables[b"OS/2"], tables[b"head"]
    weight, allowed = struct.unpack_from(">H2xH", system, 4)
    # The checks of a font count in its own order of bytes, the header in the other.
    told = struct.pack("<10sBBIHH", system[32:42], _ANY_CHARSET, 0, weight, allowed, _MAGIC)
    told += struct.pack("<6I", *struct.unpack_from(">4I", system, 42), *_pages(system))
    told += struct.pack("<I", *struct.unpack_from(">I", header, 8)) + bytes(16)
    for said in _said(tables[b"name"]):
        told += struct.pack("<HH", 0, len(said)) + said
    told += struct.pack("<HH", 0, 0)  # no root: the font is for this file, not for an address
    whole = 16 + len(told) + len(font)
    return struct.pack("<4I", whole, len(font), _VERSION, 0) + told + font


def _tables(font: bytes) -> dict[bytes, bytes]:
    (number,) = struct.unpack_from(">H", font, 4)
    rows = (struct.unpack_from(">4s4xII", font, 12 + 16 * n) for n in range(number))
    return {tag: font[at : at + long] for tag, at, long in rows}


def _pages(system: bytes) -> tuple[int, ...]:
    """The code pages of a font; its first version names none."""
    return struct.unpack_from(">2I", system, 78) if len(system) >= 86 else (0, 0)


def _said(table: bytes) -> list[bytes]:
    """The names that the header repeats, in Windows's order of bytes."""
    number, strings = struct.unpack_from(">HH", table, 2)
    found: dict[int, bytes] = {}
    for n in range(number):
        system, _, language, name, long, at = struct.unpack_from(">6H", table, 6 + 12 * n)
        if (system, language) == (_WINDOWS, _AMERICAN):
            said = table[strings + at : strings + at + long]
            found[name] = said.decode("utf-16-be").encode("utf-16-le")
    return [found.get(name, b"") for name in _NAMES]
