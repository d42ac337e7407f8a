"""The PPTX as PowerPoint takes it: parts, relationships, order of elements, direction, fonts, words."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest
from PIL import Image
from pptx import Presentation

from dashboard.briefing import bundle, deck, sheet
from dashboard.briefing.fonts import FAMILY
from dashboard.briefing.model import Briefing
from dashboard.briefing.paper import FOOTER
from dashboard.briefing.slides import slides as made
from dashboard.charts.direction import FSI, PDI

Both = tuple[Briefing, bundle.Made]
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
# ISO/IEC 29500-1, 21.1.2.3.9 (CT_TextCharacterProperties): what a run may have, in this order.
_ORDER = ("ln", "solidFill", "effectLst", "highlight", "latin", "ea", "cs", "sym", "hlinkClick")


@pytest.fixture(scope="session", params=["arabic", "english"])
def pair(request: pytest.FixtureRequest) -> Both:
    found: Both = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="session")
def package(pair: Both) -> dict[str, bytes]:
    (data,) = (data for name, data in pair[1].whole.items() if name.endswith(".pptx"))
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert file.testzip() is None
        assert len(file.namelist()) == len(set(file.namelist()))
        return {name: file.read(name) for name in file.namelist()}


def slides(package: dict[str, bytes]) -> Iterator[tuple[str, ElementTree.Element]]:
    names = [name for name in package if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)]
    for name in sorted(names, key=lambda name: int(re.findall(r"\d+", name)[0])):
        yield name, ElementTree.fromstring(package[name])


def relations(package: dict[str, bytes], part: str) -> dict[str, tuple[str, str]]:
    folder, name = posixpath.split(part)
    raw = package[f"{folder}/_rels/{name}.rels"]
    return {
        str(r.get("Id")): (str(r.get("Type")).rsplit("/", 1)[1], str(r.get("Target")))
        for r in ElementTree.fromstring(raw)
    }


def test_every_part_has_a_type_and_every_relationship_a_part(package: dict[str, bytes]) -> None:
    types = ElementTree.fromstring(package["[Content_Types].xml"])
    by_name = {str(t.get("PartName")) for t in types if t.get("PartName")}
    by_ending = {str(t.get("Extension")).lower() for t in types if t.get("Extension")}
    assert by_name <= {f"/{name}" for name in package}
    for name in set(package) - {"[Content_Types].xml"}:
        assert f"/{name}" in by_name or name.rsplit(".", 1)[1].lower() in by_ending, name
    for name in (name for name in package if name.endswith(".rels")):
        folder = posixpath.dirname(posixpath.dirname(name))
        for relation in ElementTree.fromstring(package[name]):
            assert relation.get("TargetMode") != "External", name
            target = str(relation.get("Target"))
            found = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            assert found in package, (name, target)


def test_what_a_slide_refers_to_is_there_and_ids_are_its_own(package: dict[str, bytes]) -> None:
    for name, slide in slides(package):
        known = relations(package, name)
        used = {
            value for element in slide.iter() for key, value in element.attrib.items()
            if key.startswith(_R)
        }  # fmt: skip
        assert used <= set(known), name
        ids = [shape.get("id") for shape in slide.iter(f"{_P}cNvPr")]
        assert len(ids) == len(set(ids)), name
    show = ElementTree.fromstring(package["ppt/presentation.xml"])
    listed = [int(str(s.get("id"))) for s in show.iter(f"{_P}sldId")]
    assert len(listed) == len(list(slides(package))) and min(listed) >= 256


def test_runs_have_their_properties_in_the_order_of_the_standard(package: dict[str, bytes]) -> None:
    for name, slide in slides(package):
        for properties in slide.iter(f"{_A}rPr"):
            order = [_ORDER.index(child.tag.removeprefix(_A)) for child in properties]
            assert order == sorted(set(order)), name
            assert 100 <= int(str(properties.get("sz"))) <= 400_000


def test_words_run_in_their_direction_in_our_typeface(
    pair: Both, package: dict[str, bytes]
) -> None:
    rtl = pair[0].labels.rtl
    show = ElementTree.fromstring(package["ppt/presentation.xml"])
    assert show.get("rtl") == ("1" if rtl else None)
    for _, slide in slides(package):
        for box in slide.iter(f"{_P}sp"):
            named = box.find(f".//{_P}cNvPr")
            assert named is not None
            if named.get("name") == "number":
                continue
            for paragraph in box.iter(f"{_A}p"):
                properties = paragraph.find(f"{_A}pPr")
                assert properties is not None
                said = (properties.get("rtl"), properties.get("algn"))
                assert said == (("1", "r") if rtl else ("0", "l"))
            for run in box.iter(f"{_A}rPr"):
                assert run.get("lang") == ("ar-SA" if rtl else "en-GB")
                fonts = [run.find(f"{_A}{script}") for script in ("latin", "ea", "cs")]
                assert [f.get("typeface") for f in fonts if f is not None] == [FAMILY] * 3
    themed = package["ppt/theme/theme1.xml"].decode()
    assert set(re.findall(r'<a:(?:latin|cs) typeface="([^"]*)"', themed)) == {FAMILY}


def test_each_slide_has_a_title_of_its_own_a_number_and_a_figure_that_is_described(
    pair: Both, package: dict[str, bytes]
) -> None:
    briefing, _ = pair
    titles = [briefing.headline, *(part.title for part in briefing.parts)]
    for number, ((_, slide), title) in enumerate(zip(slides(package), titles, strict=True), 1):
        (named,) = (
            s for s in slide.iter(f"{_P}sp") if s.find(f".//{_P}ph[@type='title']") is not None
        )
        assert "".join(t.text or "" for t in named.iter(f"{_A}t")) == title
        (field,) = slide.iter(f"{_A}fld")
        assert field.get("type") == "slidenum"
        assert field.findtext(f"{_A}t") == str(number)
        pictures = [str(p.get("descr")) for p in slide.iterfind(f".//{_P}pic//{_P}cNvPr")]
        assert [said.startswith(title) for said in pictures] == [True] * (number > 1)


def test_boxes_keep_inside_the_slide_and_off_the_figure(
    pair: Both, package: dict[str, bytes]
) -> None:
    paper = pair[0].paper
    for name, slide in slides(package):
        boxes = {}
        for shape in (*slide.iter(f"{_P}sp"), *slide.iter(f"{_P}pic")):
            offset, size = shape.find(f".//{_A}off"), shape.find(f".//{_A}ext[@cx]")
            label = shape.find(f".//{_P}cNvPr")
            assert offset is not None and size is not None and label is not None
            x, y = (int(str(offset.get(k))) / 12_700 for k in "xy")
            wide, high = (int(str(size.get(k))) / 12_700 for k in ("cx", "cy"))
            boxes[str(label.get("name"))] = (x, y, x + wide, y + high)
            assert x >= 0 and x + wide <= paper.width and y >= 0, (name, label.get("name"))
            assert y + high <= paper.height, (name, label.get("name"))
        for one, a in boxes.items():
            for other, b in boxes.items():
                if one < other:
                    across = min(a[2], b[2]) - max(a[0], b[0])
                    down = min(a[3], b[3]) - max(a[1], b[1])
                    assert across < 1 or down < 1, (name, one, other)


def test_notes_say_what_the_figure_shows_and_where_it_comes_from(
    pair: Both, package: dict[str, bytes]
) -> None:
    briefing, _ = pair
    for (name, _), part in zip(list(slides(package))[1:], briefing.parts, strict=True):
        kinds = dict(relations(package, name).values())
        notes = ElementTree.fromstring(
            package[posixpath.normpath(posixpath.join("ppt/slides", kinds["notesSlide"]))]
        )
        said = "".join(t.text or "" for t in notes.iter(f"{_A}t"))
        for text in (part.title, part.unit, briefing.sources(part), briefing.versioned()):
            assert text in said
        directed = [p.get("rtl") for p in notes.iter(f"{_A}pPr")]
        assert set(directed) == ({"1"} if briefing.labels.rtl else {"0"})


def test_nothing_is_left_of_the_template_it_began_as(pair: Both, package: dict[str, bytes]) -> None:
    briefing, _ = pair
    whole = b"".join(package[n] for n in package if n.endswith((".xml", ".rels")))
    for said in (
        b"python-pptx",
        b"Steve Canny",
        b"Macintosh",
        b"2013-",
        b"screen4x3",
        b"thumbnail",
    ):
        assert said not in whole, said
    assert not [name for name in package if "printer" in name or "thumbnail" in name]
    assert briefing.versioned() in package["docProps/core.xml"].decode()
    show = ElementTree.fromstring(package["ppt/presentation.xml"])
    order = [child.tag.removeprefix(_P) for child in show]
    assert order[:3] == ["sldMasterIdLst", "notesMasterIdLst", "sldIdLst"]
    (notes,) = show.iter(f"{_P}notesMasterId")
    assert relations(package, "ppt/presentation.xml")[str(notes.get(f"{_R}id"))][0] == "notesMaster"


def test_places_of_layouts_fill_the_slide_in_its_direction(
    pair: Both, package: dict[str, bytes]
) -> None:
    wide = round(pair[0].paper.width * 12_700)
    master = ElementTree.fromstring(package["ppt/slideMasters/slideMaster1.xml"])
    places = [
        (int(str(form.find(f"{_A}off").get("x"))), int(str(form.find(f"{_A}ext").get("cx"))))  # type: ignore[union-attr]
        for form in master.iter(f"{_A}xfrm")
    ]
    assert max(x + across for x, across in places) == pytest.approx(wide * 0.95, rel=0.01)
    levels = {
        level.get("rtl", "0") for level in master.iter() if re.search("lvl[1-9]pPr$", level.tag)
    }
    assert levels == {"1" if pair[0].labels.rtl else "0"}


def test_an_opening_without_a_headline_has_a_title_and_a_long_unit_is_cut(
    compose: Callable[..., Briefing],
) -> None:
    briefing = compose("ar", picked=("pairs",), words=False)
    (part,) = briefing.parts
    briefing = replace(briefing, note="ملاحظة", parts=[replace(part, unit="كلمة " * 300)])
    first, second = shown(briefing).slides
    assert first.shapes.title.text == briefing.labels.t("page.briefing")
    unit = next(shape.text_frame.text for shape in second.shapes if shape.name == "unit")
    assert unit.endswith("…") and len(unit) < 600
    assert part.title in second.notes_slide.notes_text_frame.text
    assert "كلمة " * 299 in second.notes_slide.notes_text_frame.text


def shown(briefing: Briefing) -> Any:
    """The presentation, with a picture that says nothing in the place of each figure."""
    picture = io.BytesIO()
    Image.new("RGB", (4, 3)).save(picture, "PNG")
    pictures = {part.name: picture.getvalue() for part in briefing.parts}
    return Presentation(io.BytesIO(made(briefing, pictures)))


@pytest.mark.parametrize("language", ["ar", "en"])
def test_filters_of_any_length_are_said_as_far_as_there_is_room(
    compose: Callable[..., Briefing], language: str
) -> None:
    names = "، ".join(f"{FSI}المرصد السوري لحقوق الإنسان {n}{PDI}" for n in range(60))
    briefing = replace(compose(language, picked=("pairs",)), filters=f"من: {names}")
    show = shown(briefing)
    described = show.core_properties.comments
    assert len(described) <= 255 and described.endswith(briefing.versioned())
    assert described.count(FSI) == described.count(PDI)
    for page in show.slides:
        footer = next(s.text_frame.text for s in page.shapes if s.name == "footer").split("\n")
        wide = briefing.paper.inside - sheet.NUMBER
        broken = [row for text in footer for row in sheet.lines_of(text, sheet.FOOT, wide)]
        assert len(broken) * 11.5 <= FOOTER
        assert "…" in footer[0] and briefing.versioned() in footer[-1]
    drawn = sheet.part_svg(briefing, briefing.parts[0], "<svg></svg>")
    lines = re.findall(r'<text [^>]*font-size="9"[^>]*>([^<]*)', drawn)
    assert len(lines) > 3 and any("…" in line for line in lines)
    for line in lines:  # a name is opened and closed on each line that has some of it
        begun = [line[: n + 1].count(FSI) - line[: n + 1].count(PDI) for n in range(len(line))]
        assert min(begun[:-1]) >= 0, line


@pytest.mark.parametrize(("numerals", "written"), [("latn", "12"), ("arab", "١٢")])
def test_a_slide_is_numbered_in_the_digits_of_its_words(
    compose: Callable[..., Briefing], numerals: str, written: str
) -> None:
    show = shown(compose("ar", picked=("pairs",), numerals=numerals))
    boxes = [next(s for s in page.shapes if s.name == "number") for page in show.slides]
    texts = ["".join(t.text for t in box._element.iter(f"{_A}t")) for box in boxes]
    assert texts == list(written)
    # Other digits than PowerPoint's are kept from being written anew.
    fields = [len(list(box._element.iter(f"{_A}fld"))) for box in boxes]
    assert fields == [numerals == "latn"] * 2


def test_a_description_is_cut_at_a_word() -> None:
    assert deck.cut("جنيف، موسكو", 20) == "جنيف، موسكو"
    assert deck.cut(f"{FSI}جون كيري{PDI}، {FSI}سيرغي لافروف{PDI}", 20) == f"{FSI}جون كيري{PDI}…"
    assert deck.cut("a" * 30, 20) == "a" * 18 + "…"


@pytest.mark.parametrize(
    "note",
    ["كلام طويل عن مسار المفاوضات. " * 40, "\n".join("سطر" for _ in range(80)),
     f"راجع https://example.org/{'a' * 700} للنص الكامل"],
)  # fmt: skip
def test_a_long_note_keeps_off_the_foot_and_inside_the_margins(
    compose: Callable[..., Briefing], note: str
) -> None:
    briefing = replace(compose("ar", "wide"), headline="عنوان طويل جداً " * 8, note=note)
    first = shown(briefing).slides[0]
    bottoms = [s.top + s.height for s in first.shapes if s.name in ("title", "note", "contents")]
    assert bottoms == sorted(bottoms) and bottoms[-1] / 12_700 < briefing.paper.foot
    drawn = re.findall(
        r'y="([\d.]+)"[^>]*font-size="(\d+)"[^>]*>([^<]*)', sheet.opening_svg(briefing)
    )
    lines = [(float(y), int(size), text) for y, size, text in drawn if size != "9"]
    assert max(y for y, *_ in lines) < briefing.paper.foot
    assert all(sheet._wide(text) * size <= briefing.paper.inside for _, size, text in lines)
    if len(note) < 1200 and "\n" not in note:
        assert not any(text.rstrip(PDI).endswith("…") for _, size, text in lines if size < 32)


def test_signs_that_no_file_may_hold_are_left_out(compose: Callable[..., Briefing]) -> None:
    briefing = compose("en", picked=("pairs",))
    part = replace(briefing.parts[0], unit="u\x01nit", sources=["a\x0bb"])
    pasted = {"headline": "head\x07line", "note": "no\x00te\nmore", "filters": "Text: «\x1b\ud83d»"}
    briefing = replace(briefing, **pasted, parts=[part])
    first, second = shown(briefing).slides
    assert first.shapes.title.text == "headline"
    said = {s.name: s.text_frame.text for s in (*first.shapes, *second.shapes) if s.has_text_frame}
    assert said["note"] == "note\nmore" and said["unit"] == "unit"
    assert "Text: «»" in said["footer"] and "\u2068ab\u2069" in said["footer"]
    for drawn in (sheet.opening_svg(briefing), sheet.part_svg(briefing, part, "<svg></svg>")):
        ElementTree.fromstring(drawn)
