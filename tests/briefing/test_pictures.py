"""What leaves as PDF, PPTX, PNG and SVG stands alone: words, sources, direction, typeface."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import pandas as pd
import pytest
from choreographer.protocol.devtools_async import Target
from PIL import Image
from pptx import Presentation
from pypdf import PdfReader

from dashboard.briefing import browser, bundle
from dashboard.briefing.fonts import font_faces
from dashboard.briefing.model import Briefing
from tests.briefing.reading import fonts, words

Both = tuple[Briefing, bundle.Made]
_OURS = {"IBMPlexSansArabic-Regular", "IBMPlexSansArabic-SemiBold"}
_SIGNS = {"IBMPlexSans", "IBMPlexSans-SemiBold"}  # the same family's signs, «≥» among them


def whole(made: bundle.Made, kind: str) -> bytes:
    (data,) = (data for name, data in made.whole.items() if name.endswith(kind))
    return data


def figure(pair: Both, view: str, kind: str) -> bytes:
    briefing, made = pair
    return made.figures[bundle.file_name(briefing, view, kind)]


@pytest.mark.parametrize("name", ["arabic", "english"])
def test_every_page_of_the_pdf_says_what_it_shows(
    request: pytest.FixtureRequest, name: str
) -> None:
    briefing, made = request.getfixturevalue(name)
    reader = PdfReader(io.BytesIO(whole(made, "pdf")))
    assert len(reader.pages) == 1 + len(briefing.parts)
    assert reader.root_object["/Lang"] == briefing.labels.language
    for page in reader.pages:
        size = (briefing.paper.width, briefing.paper.height)
        assert tuple(map(float, page.mediabox[2:])) == pytest.approx(size, abs=1)
        assert not re.search(r"\b(briefing|chart|caption)\.[a-z]", page.extract_text())
    opening = set(words(reader.pages[0].extract_text()))
    assert opening >= set(words(f"{briefing.headline} {briefing.note}"))
    for part, page in zip(briefing.parts, reader.pages[1:], strict=True):
        said = set(words(page.extract_text()))
        for text in (briefing.headline, part.title, part.sources[0], briefing.filters):
            assert said >= set(words(text)), (part.name, text)
        assert said >= set(words(f"{briefing.counted(part)} {briefing.versioned()}")), part.name


def test_programs_that_read_the_pdf_get_words_in_order_and_letters_that_are_typed(
    arabic: Both,
) -> None:
    def squeezed(text: str) -> str:
        plain = unicodedata.normalize("NFKC", text)
        return "".join(c for c in plain if unicodedata.category(c)[0] in "LNP")

    briefing, made = arabic
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(whole(made, "pdf"))).pages]
    for part, page in zip(briefing.parts, pages[1:], strict=True):
        assert squeezed(part.title) in squeezed(page), part.name
        assert squeezed(briefing.versioned()) in squeezed(page), part.name
    assert squeezed(briefing.headline) in squeezed(pages[0])
    # What is left of shapes stands for two letters («لا»).
    shapes = {c for page in pages for c in page if "\ufb50" <= c <= "\ufeff"}
    assert all(len(unicodedata.normalize("NFKC", c)) > 1 for c in shapes), shapes


@pytest.mark.parametrize("name", ["arabic", "english"])
def test_the_typeface_is_inside_the_pdf_and_no_other_sets_words(
    request: pytest.FixtureRequest, name: str
) -> None:
    _, made = request.getfixturevalue(name)
    reader = PdfReader(io.BytesIO(whole(made, "pdf")))
    used = fonts(reader)
    assert set(used) >= _OURS
    assert all(used.values()), used
    # A bound that has room for no more than its sign is written «≥».
    signed = any("≥" in page.extract_text() for page in reader.pages)
    assert signed or name == "english"
    assert not signed or "IBMPlexSans" in used
    assert set(used) <= _OURS | _SIGNS


def test_a_page_is_printed_to_its_edge(arabic: Both) -> None:
    for page in PdfReader(io.BytesIO(whole(arabic[1], "pdf"))).pages:
        drawn = page.get_contents().get_data()
        scale = re.match(rb"([\d.]+) 0 0 -[\d.]+ 0 540 cm", drawn)
        inside = re.search(rb"\b0 0 ([\d.]+) ([\d.]+) re\s+W", drawn)
        assert scale and inside, drawn[:200]
        size = [float(edge) * float(scale[1]) for edge in inside.groups()]
        assert size == pytest.approx([960, 540], abs=0.5)


def test_the_arabic_pdf_opens_right_to_left(arabic: Both) -> None:
    reader = PdfReader(io.BytesIO(whole(arabic[1], "pdf")))
    assert reader.root_object["/ViewerPreferences"]["/Direction"] == "/R2L"
    assert reader.metadata is not None
    assert reader.metadata.title == arabic[0].headline
    listed = [(entry.title, reader.get_destination_page_number(entry)) for entry in reader.outline]
    titles = [arabic[0].headline, *(part.title for part in arabic[0].parts)]
    assert listed == [(title, number) for number, title in enumerate(titles)]


def test_slides_are_text_in_its_direction_with_a_picture_that_is_described(arabic: Both) -> None:
    briefing, made = arabic
    show = Presentation(io.BytesIO(whole(made, "pptx")))
    assert (show.slide_width.inches, show.slide_height.inches) == pytest.approx((13.333, 7.5), 1e-3)
    slides = list(show.slides)
    assert len(slides) == 1 + len(briefing.parts)
    said = {shape.name: shape.text_frame for shape in slides[0].shapes}
    assert said["title"].text == briefing.headline
    assert said["note"].text == briefing.note
    for part, slide in zip(briefing.parts, slides[1:], strict=True):
        boxes = {s.name: s.text_frame for s in slide.shapes if s.has_text_frame}
        assert boxes["title"].text == part.title
        assert boxes["footer"].text == "\n".join(briefing.footer(part))
        assert all(name in slide.notes_slide.notes_text_frame.text for name in part.sources)
        (picture,) = (s for s in slide.shapes if not s.has_text_frame)
        assert part.title in picture._element.nvPicPr.cNvPr.get("descr")
        image = Image.open(io.BytesIO(picture.image.blob))
        assert image.width / image.height == pytest.approx(picture.width / picture.height, 0.01)
        assert image.width > 2000


def test_english_slides_run_from_the_left(english: Both) -> None:
    show = Presentation(io.BytesIO(whole(english[1], "pptx")))
    (title,) = (s for s in show.slides[1].shapes if s.name == "title")
    properties = title.text_frame.paragraphs[0]._p.pPr
    assert (properties.get("rtl"), properties.get("algn")) == ("0", "l")
    assert show.slide_width / show.slide_height == pytest.approx(297 / 210, 0.005)


def test_every_png_is_drawn_and_its_title_begins_where_reading_does(
    arabic: Both, english: Both
) -> None:
    for pair, right in ((arabic, True), (english, False)):
        for part in pair[0].parts:
            image = Image.open(io.BytesIO(figure(pair, part.name, "png"))).convert("L")
            size = (pair[0].paper.width * 8 / 3, pair[0].paper.height * 8 / 3)
            assert image.size == pytest.approx(size, abs=1)
            wide, high = image.size
            title = image.crop((0, high // 13, wide, high // 7)).point(lambda v: v < 120 and 255)
            left_edge, _, right_edge, _ = title.getbbox() or (0, 0, 0, 0)
            edge = wide - right_edge if right else left_edge
            assert edge == pytest.approx(40 * 8 / 3, abs=12), part.name
            body = image.crop((0, int(high * 0.25), wide, int(high * 0.8)))
            assert len(body.getcolors(256) or ()) > 20, part.name


def test_an_svg_has_its_fonts_inside_and_asks_for_nothing(arabic: Both) -> None:
    for part in arabic[0].parts:
        text = figure(arabic, part.name, "svg").decode()
        ElementTree.fromstring(text)
        assert text.count("@font-face") == (6 if "≥" in text else 4)  # two weights of each file
        links = re.findall(r"""(?:href|src|url)\s*[=(]\s*["']?([^"')\s]+)""", text)
        assert all(link.startswith(("data:", "#")) for link in links), part.name
        assert part.title in text


def test_a_picture_carries_the_font_files_that_its_text_needs() -> None:
    whole = font_faces()
    faces = [part.partition("}")[0] for part in whole.split("@font-face")[1:]]
    assert len(faces) == len(set(faces)) == 10  # Arabic, Latin twice, its rest, signs; two weights

    def files(text: str) -> set[str]:
        return {face for face in faces if face in font_faces(text)}

    assert len(files("Aleppo")) == 2
    assert len(files("حلب")) == 2
    assert not files("Aleppo") & files("حلب")
    assert files("Aleppo") < files("Aleppo ≥ 12")
    assert len(files("≥") - files("Erdoğan")) == 2  # which needs the files with «ğ»
    assert files("Aleppo") < files("Erdoğan")
    assert not font_faces("").count("@font-face")


def test_the_map_has_the_places_of_its_rows_and_a_mark_each(english: Both) -> None:
    svg = figure(english, "map", "svg").decode()
    (part,) = (part for part in english[0].parts if part.name == "map")
    busiest = part.rows.iloc[0]["place"]
    assert f"{busiest} " in svg
    groups = svg.count("<circle") // 2
    assert 5 < groups <= len(part.rows)
    assert svg.count("M") > 100  # coasts


def test_the_zip_has_every_file_once(arabic: Both) -> None:
    briefing, made = arabic
    with zipfile.ZipFile(io.BytesIO(bundle.zipped(made))) as file:
        names = file.namelist()
        assert file.testzip() is None
    stem = f"tawqit-briefing-v{briefing.version}"
    kinds = ("csv", "png", "svg")
    assert sorted(names) == sorted(
        [f"{stem}.{kind}" for kind in ("pdf", "pptx", "xlsx")]
        + [f"figures/{stem}-{p.name}.{k}" for p in briefing.parts for k in kinds]
    )


def test_progress_names_every_figure_before_it_is_drawn(chromium: None, compose: object) -> None:
    briefing = compose("en", "wide", ("pairs", "matrix"))  # type: ignore[operator]
    heard: list[tuple[float, str, str]] = []
    bundle.everything(briefing, lambda *said: heard.append(said))
    assert [said[1:] for said in heard] == [
        ("draw", "opening"), ("draw", "pairs"), ("draw", "matrix"), ("bind", ""),
    ]  # fmt: skip
    shares = [share for share, *_ in heard]
    assert shares == sorted(shares) and shares[0] >= 0 and shares[-1] < 1


def test_a_picture_is_the_same_whatever_was_drawn_before(arabic: Both, english: Both) -> None:
    def drawn(pair: Both, view: str) -> bytes:
        svg = figure(pair, view, "svg").decode()
        size = (pair[0].paper.width * 4 / 3, pair[0].paper.height * 4 / 3)
        painted, printed = browser.svg_png_and_pdf(svg, svg, *size)
        (page,) = PdfReader(io.BytesIO(printed)).pages
        assert tuple(map(float, page.mediabox[2:])) == pytest.approx(
            [e * 0.75 for e in size], abs=1
        )
        return painted

    first = drawn(arabic, "pairs")
    assert drawn(english, "map") == figure(english, "map", "png")
    assert drawn(arabic, "pairs") == first == figure(arabic, "pairs", "png")


def test_a_program_that_is_no_browser_is_said_and_the_next_picture_works(
    chromium: None, monkeypatch: pytest.MonkeyPatch, compose: object
) -> None:
    (part,) = compose("en", "wide", ("pairs",)).parts  # type: ignore[operator]
    browser._press.close()
    with monkeypatch.context() as changed:
        changed.setenv("BROWSER_PATH", "/bin/true")
        browser.begin()  # is only tried; the picture says what is wrong
        browser.ready()
        with pytest.raises(browser.NotDrawn):
            part.draw()
    assert part.draw().startswith("<svg")


def test_a_page_that_is_loaded_before_the_program_listens_is_drawn_on(
    chromium: None, monkeypatch: pytest.MonkeyPatch, compose: object
) -> None:
    """As on a machine so busy that the program goes on only when the page is there."""
    send = Target.send_command

    async def late(self: Any, command: str, *args: Any, **options: Any) -> Any:
        said = await send(self, command, *args, **options)
        asked = {"expression": "document.readyState", "returnByValue": True}
        while command == "Page.navigate":
            state = await send(self, "Runtime.evaluate", asked)
            if state["result"]["result"]["value"] == "complete":
                break
        return said

    (part,) = compose("en", "wide", ("pairs",)).parts  # type: ignore[operator]
    browser._press.close()
    monkeypatch.setattr(Target, "send_command", late)
    monkeypatch.setattr(browser, "_PATIENCE", 30)
    assert part.draw().startswith("<svg")


def test_chosen_digits_are_on_slides_and_pages_and_in_no_cell(
    chromium: None, compose: Callable[..., Briefing]
) -> None:
    briefing = compose("ar", "wide", ("cumulative",), numerals="arab")
    made = bundle.everything(briefing)
    shown = Presentation(io.BytesIO(whole(made, "pptx")))
    said = {
        s.name: s.text_frame.text for page in shown.slides for s in page.shapes if s.has_text_frame
    }
    assert briefing.counted(briefing.parts[0]) in said["footer"]
    assert re.search("[٠-٩]", said["footer"])
    assert said["headline"] == briefing.headline  # its writer's digits stay
    svg = figure((briefing, made), "cumulative", "svg").decode()
    drawn = re.findall(r"<text\b[^>]*>(.*?)</text>", svg, re.S)
    left = [
        text for text in (re.sub("<[^>]*>", "", each) for each in drawn) if re.search("[0-9]", text)
    ]
    assert [
        text for text in left if text.strip("\u2066\u2067\u2068\u2069") not in briefing.headline
    ] == []
    assert "٤٠٠٬٠٠٠" in svg
    rows = pd.read_csv(io.BytesIO(figure((briefing, made), "cumulative", "csv")))
    assert rows["low"].max() > 300_000
