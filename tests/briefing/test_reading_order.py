"""The order of the words of a printed line, by lines as Chromium writes them."""

from __future__ import annotations

import pytest
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, StreamObject

from dashboard.briefing.reading_order import ordered

# Glyph 1 is a shape of «ب», 2 «لا» as one, 3 «A», 4 a digit, 5 a space, 6 a dash.
_TABLE = b"""/CIDInit /ProcSet findresource begin
4 beginbfchar
<0001> <FE91>
<0002> <FEFB>
<0003> <0041>
<0004> <0037>
endbfchar
1 beginbfrange
<0005> <0005> <0020>
endbfrange
1 beginbfchar
<0006> <2013>
endbfchar
endcmap
"""


def word(glyphs: str, x: int, y: int = 10) -> bytes:
    shown = "\n".join(f"5 0 Td <{ord(g) - 48:04X}> Tj" for g in glyphs)
    return f"BT\n/F1 12 Tf\n1 0 0 -1 {x} {y} Tm\n{shown}\nET\n".encode()


def page_of(contents: bytes) -> tuple[PdfWriter, StreamObject]:
    writer = PdfWriter()
    page = writer.add_blank_page(100, 100)
    table, said = StreamObject(), StreamObject()
    table.set_data(_TABLE)
    said.set_data(contents)
    font = DictionaryObject({NameObject("/ToUnicode"): writer._add_object(table)})
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
    )
    page[NameObject("/Contents")] = writer._add_object(said)
    return writer, font  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("line", "rtl", "read"),
    [
        # Arabic alone: from the right, whatever the page's language.
        (["1", "5", "2", "5", "11"], True, ["11", "5", "2", "5", "1"]),
        (["1", "5", "11"], False, ["11", "5", "1"]),
        # A name of two words, and a number, keep their own order inside it.
        (["1", "5", "3", "5", "33", "5", "11"], True, ["11", "5", "3", "5", "33", "5", "1"]),
        (["4", "5", "1"], True, ["1", "5", "4"]),
        # An Arabic name inside an English line.
        (["3", "5", "1", "5", "11", "6", "33"], False, ["3", "5", "11", "5", "1", "6", "33"]),
        # Nothing Arabic.
        (["3", "5", "4"], True, ["3", "5", "4"]),
    ],
)
def test_words_stand_as_they_are_read(line: list[str], rtl: bool, read: list[str]) -> None:
    words = {text + str(x): word(text, x) for x, text in enumerate(line)}
    writer, _ = page_of(b"q\n" + b"".join(words.values()) + b"Q\n")
    (page,) = writer.pages
    ordered(writer, page, rtl=rtl)
    contents = page.get_contents()
    assert contents is not None
    data = contents.get_data()
    assert data.startswith(b"q\n") and data.rstrip().endswith(b"Q")
    found = sorted((data.index(drawn), name) for name, drawn in words.items())
    assert [name[:-1] for _, name in found] == read
    assert len(data.strip()) == len(b"q\n" + b"".join(words.values()) + b"Q")


def test_lines_stay_apart() -> None:
    lines = word("1", 0) + word("11", 9) + word("1", 0, 30) + word("11", 9, 30)
    writer, _ = page_of(lines)
    (page,) = writer.pages
    ordered(writer, page, rtl=True)
    contents = page.get_contents()
    assert contents is not None
    assert (
        contents.get_data().strip()
        == (word("11", 9) + word("1", 0) + word("11", 9, 30) + word("1", 0, 30)).strip()
    )


def test_a_shape_of_one_letter_is_said_to_be_the_letter() -> None:
    writer, font = page_of(word("1", 0) + word("2", 5))
    ordered(writer, writer.pages[0], rtl=True)
    table = font["/ToUnicode"].get_object().get_data().decode()  # type: ignore[index]
    assert "<0001> <0628>" in table and "<0002> <fefb>" in table
    assert "4 beginbfchar" in table and "1 beginbfchar\n<0005> <0020>" in table
    assert "bfrange" not in table
