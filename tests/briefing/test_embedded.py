"""The deck carries its typeface: a font that opens, under a header that tells of it truly."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from fontTools.ttLib import TTFont
from pptx import Presentation

from dashboard.briefing import deck
from dashboard.briefing.embedded import opened_type, true_type
from dashboard.briefing.fonts import FAMILY
from dashboard.briefing.model import Briefing

_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


@pytest.fixture(scope="module")
def package(compose: Callable[..., Briefing]) -> zipfile.ZipFile:
    show = deck.begun(compose("ar"))
    made = io.BytesIO()
    show.save(made)
    assert Presentation(made).part._element is not None
    return zipfile.ZipFile(made)


def header(data: bytes) -> tuple[dict[str, int], list[str], bytes]:
    """An Embedded OpenType file read by the letter of its description."""
    size, font, version, flags = struct.unpack_from("<4I", data)
    weight, allowed, magic = struct.unpack_from("<IHH", data, 28)
    (adjustment,) = struct.unpack_from("<I", data, 60)
    names, at = [], 80
    for _ in range(5):
        (long,) = struct.unpack_from("<H", data, at + 2)
        names.append(data[at + 4 : at + 4 + long].decode("utf-16-le"))
        at += 4 + long
    assert at == size - font
    found = {
        "size": size, "font": font, "version": version, "flags": flags, "weight": weight,
        "allowed": allowed, "magic": magic, "adjustment": adjustment,
    }  # fmt: skip
    return found, names, data[at:]


@pytest.mark.parametrize(("number", "style", "weight"), [(1, "Regular", 400), (2, "Bold", 700)])
def test_a_face_in_the_deck_is_a_font_with_the_letters_of_both_scripts(
    package: zipfile.ZipFile, number: int, style: str, weight: int
) -> None:
    data = package.read(f"ppt/fonts/font{number}.fntdata")
    told, names, inside = header(data)
    assert (told["size"], told["font"]) == (len(data), len(inside))
    assert (told["version"], told["flags"], told["magic"]) == (0x00020001, 0, 0x504C)
    font = TTFont(io.BytesIO(inside), checkChecksums=2)
    assert told["weight"] == font["OS/2"].usWeightClass == weight
    assert told["allowed"] == font["OS/2"].fsType == 0  # may be embedded, and edited with
    assert told["adjustment"] == font["head"].checkSumAdjustment
    assert names[:2] == [FAMILY, style] and names[4] == ""
    assert names[2].startswith("Version") and names[3].startswith(FAMILY)
    letters = font.getBestCmap()
    assert not [letter for letter in "توقيتأؤ٠٩۱،؟AzÉ«»“”≥–" if ord(letter) not in letters]
    for letter in "بهZ":  # outlines, not names only
        assert font["glyf"][letters[ord(letter)]].numberOfContours != 0
    joined = font["GSUB"].table.FeatureList.FeatureRecord
    assert {"init", "medi", "fina"} <= {feature.FeatureTag for feature in joined}


def test_the_presentation_lists_its_faces_where_the_standard_has_them(
    package: zipfile.ZipFile,
) -> None:
    whole = ElementTree.fromstring(package.read("ppt/presentation.xml"))
    order = [part.tag.removeprefix(_P) for part in whole]
    assert order.index("embeddedFontLst") == order.index("notesSz") + 1
    [font] = whole.findall(f"{_P}embeddedFontLst/{_P}embeddedFont")
    assert [part.tag.removeprefix(_P) for part in font] == ["font", "regular", "bold"]
    assert font[0].get("typeface") == FAMILY
    related = ElementTree.fromstring(package.read("ppt/_rels/presentation.xml.rels"))
    targets = {r.get("Id"): (r.get("Target"), r.get("Type", "").rsplit("/")[-1]) for r in related}
    assert [targets[part.get(f"{_R}id")] for part in font[1:]] == [
        ("fonts/font1.fntdata", "font"), ("fonts/font2.fntdata", "font"),
    ]  # fmt: skip
    assert b"application/x-fontdata" in package.read("[Content_Types].xml")


def test_a_table_that_is_kept_as_it_is_and_one_that_is_packed_are_both_read() -> None:
    made = TTFont("static/IBMPlexSansArabic-Bold.woff")
    whole = io.BytesIO()
    made.flavor = None
    made.save(whole)
    read = true_type(Path("static/IBMPlexSansArabic-Bold.woff").read_bytes())
    again = TTFont(io.BytesIO(read), checkChecksums=2)
    for tag in made.reader.tables:
        assert again.reader[tag] == made.reader[tag], tag


def test_a_font_of_the_first_version_names_no_code_pages() -> None:
    table = bytearray(78)
    struct.pack_into(">H2xH", table, 4, 300, 8)
    tables = {b"OS/2": bytes(table), b"head": bytes(54), b"name": struct.pack(">3H", 0, 0, 6)}
    font = struct.pack(">4s4H", b"\0\1\0\0", 3, 0, 0, 0)
    at = 12 + 16 * len(tables)
    for tag, data in tables.items():
        font += struct.pack(">4s3I", tag, 0, at, len(data))
        at += len(data)
    told, names, inside = header(opened_type(font + b"".join(tables.values())))
    assert (told["weight"], told["allowed"], names) == (300, 8, [""] * 5)
    assert inside.startswith(b"\0\1\0\0")
