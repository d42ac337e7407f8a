"""One analyst's day: a shared link, a sentence, a correction, a briefing, and the link again."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect
from pptx import Presentation
from pypdf import PdfReader

from tests.briefing.reading import words, workbook
from tests.browser.conftest import _serving, pick, settle, table_of_dispatches

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
ROWS = "table.events tbody tr"
SENTENCE = "التقى وزير الخارجية الأميركي جون كيري نظيره الروسي سيرغي لافروف في جنيف اليوم الجمعة"
WHY = "البيان الرسمي يذكر فيينا <b>لا</b> _جنيف_"
HEADLINE = "أيلول 2016: خمسة لقاءات في أسبوعين"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server over a table of its own, which the story changes."""
    folder = tmp_path_factory.mktemp("story") / "table"
    with _serving(table_of_dispatches(folder)) as address:
        yield address


def shown(page: Page) -> list[str]:
    expect(page.locator(ROWS).first).to_be_visible()
    return page.locator(ROWS).all_inner_texts()


def test_from_a_shared_link_to_a_correction_a_briefing_and_back(
    open_page: Open, desk: str, chromium: Browser, tmp_path: Path
) -> None:
    link = f"{desk}/events?v=1&from=2016-09-01&to=2016-09-30"
    page = open_page(link, height=2600)  # a page that scrolls closes a list
    at_first = narrowed(page)
    shared = page.url
    event = opened_in_the_reader(page)
    corrected(page, event)
    seen_in_the_log(open_page(f"{desk}/review"))
    files = briefing(open_page(f"{desk}/briefing?{query(shared)}"), tmp_path)
    papers_say(files)
    rows_hold(files, event)
    pictures_show(files, chromium, tmp_path)
    assert shown(open_page(shared)) == at_first
    fresh = open_page(f"{desk}/events?{query(shared)}")
    (row,) = (row for row in shown(fresh) if SENTENCE[:20] in row and "لافروف في جنيف" in row)
    assert "فيينا" in row and "تصحيح" in row


def query(link: str) -> str:
    """The link's filters, without the version it pins."""
    return re.sub(r"(^|&)v=1(&|$)", r"\1", link.partition("?")[2])


def narrowed(page: Page) -> list[str]:
    """Lavrov is chosen in the sidebar; the rows that are left."""
    before = len(shown(page))
    box = page.get_by_role("combobox", name="طرف")
    pick(page, box, "سيرغي لافروف")
    page.wait_for_url("**actor=sergey-lavrov**")
    settle(page)
    assert "v=1" in page.url and "from=2016-09-01" in page.url
    rows = shown(page)
    assert 0 < len(rows) < before
    assert all("لافروف" in row for row in rows)
    return rows


def opened_in_the_reader(page: Page) -> str:
    """The meeting of 9 September on its sentence; its event's id."""
    row = page.locator(ROWS).filter(has_text=SENTENCE[:40]).first
    assert "جنيف" in row.inner_text()
    row.locator("a").first.click()
    page.wait_for_url("**/reader?**event=**")
    settle(page)
    here = page.locator(".document .m-here")
    expect(here.first).to_be_in_viewport()
    assert SENTENCE in "".join(here.all_inner_texts())
    return page.url.partition("event=")[2].partition("&")[0]


def corrected(page: Page, event: str) -> None:
    """The place becomes Vienna in the newest version; the pinned one is only looked at."""
    save = page.get_by_role("button", name="احفظ التصحيح")
    expect(page.locator(".state").first).to_contain_text("نسخة مثبّتة")
    expect(save).to_have_count(0)
    page.get_by_role("button", name="اعرض أحدث نسخة").click()
    page.wait_for_function("!location.search.includes('v=1')")
    settle(page)
    assert event in page.url
    page.get_by_text("صحّح هذا الحدث أو أكّده").click()
    place = page.locator("[data-testid=stForm]").get_by_role("combobox", name="المكان")
    expect(save).to_be_visible()
    pick(page, place, "فيينا")
    page.get_by_role("textbox", name="السبب").fill(WHY)
    page.get_by_role("textbox", name="اسمك").first.fill("ليلى")
    save.click()
    expect(page.locator(".notice")).to_contain_text("حُفظ التصحيح")
    settle(page)
    for part, place_name in (("del", "جنيف"), ("ins", "فيينا")):
        changed = page.locator(f".diff {part}")
        expect(changed).to_have_count(1)
        expect(changed).to_have_text(place_name)


def seen_in_the_log(page: Page) -> None:
    page.get_by_role("tab", name="سجل التصحيحات").click()
    entry = page.locator("[class*=st-key-entry-]").first
    expect(entry.locator("del")).to_have_text("جنيف")
    expect(entry.locator("ins")).to_have_text("فيينا")
    expect(entry).to_contain_text(WHY)  # as it was written: neither HTML nor Markdown
    expect(entry).to_contain_text("ليلى")


def briefing(page: Page, folder: Path) -> dict[str, bytes]:
    """Events, timeline and map under the filters of the address, as one ZIP."""
    for name in ("الخط الزمني", "الحصائل الإجمالية"):  # one more, one less than at first
        page.get_by_role("button", name=name, exact=True).click()
    page.locator(".st-key-briefing-headline input").fill(HEADLINE)
    page.locator("[data-testid=stFormSubmitButton] button").click()
    whole = page.locator(".st-key-briefing-whole")
    expect(whole).to_be_visible(timeout=60_000)
    settle(page)
    with page.expect_download() as saved:
        whole.get_by_role("button").first.click()
    saved.value.save_as(folder / "briefing.zip")
    with zipfile.ZipFile(folder / "briefing.zip") as file:
        assert file.testzip() is None
        return {name.rpartition("-v2")[2].lstrip("-"): file.read(name) for name in file.namelist()}


VIEWS = ("histogram", "timeline", "map")


def papers_say(files: dict[str, bytes]) -> None:
    """PDF and slides name headline, filters and version on every page; the map says Vienna."""
    assert set(files) == {".pdf", ".pptx", ".xlsx"} | {
        f"{view}.{kind}" for view in VIEWS for kind in ("png", "svg", "csv")
    }
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(files[".pdf"])).pages]
    assert len(pages) == 1 + len(VIEWS)
    named = set(words(f"{HEADLINE} سيرغي لافروف النسخة"))
    assert [named - set(words(said)) for said in pages] == [set()] * len(pages)
    assert "فيينا" in words(pages[-1])
    slides = list(Presentation(io.BytesIO(files[".pptx"])).slides)
    texts = ["\n".join(s.text_frame.text for s in one.shapes if s.has_text_frame) for one in slides]
    assert len(slides) == len(pages) and slides[0].shapes.title.text_frame.text == HEADLINE
    assert all("سيرغي لافروف" in said and "النسخة 2" in said for said in texts)


def rows_hold(files: dict[str, bytes], event: str) -> None:
    """Workbook and CSV have the corrected place, and say what was filtered."""
    sheets = workbook(files[".xlsx"])
    assert list(sheets) == ["عن هذه الإحاطة", "الأحداث عبر الزمن", "الخط الزمني", "خريطة اللقاءات"]
    assert "سيرغي لافروف" in " ".join(map(str, sheets["عن هذه الإحاطة"].cells.values()))
    assert "فيينا" in sheets["خريطة اللقاءات"].cells.values()
    assert event in sheets["الخط الزمني"].cells.values()
    lines = csv.DictReader(io.StringIO(files["timeline.csv"].decode("utf-8-sig")))
    (mine,) = (line for line in lines if line["event"] == event)
    assert (mine["place"], mine["first"]) == ("فيينا", "2016-09-09")


def pictures_show(files: dict[str, bytes], chromium: Browser, folder: Path) -> None:
    """Each PNG is drawn; the SVG of the map stands alone in a browser, in its own typeface."""
    for view in VIEWS:
        image = Image.open(io.BytesIO(files[f"{view}.png"]))
        assert image.size == (2560, 1440)
        assert len(image.convert("L").getcolors(256) or ()) > 20, view
    (folder / "map.svg").write_bytes(files["map.svg"])
    page = chromium.new_page()
    page.goto((folder / "map.svg").as_uri())
    faces = page.evaluate("document.fonts.ready.then(all => [...all].map(face => face.status))")
    assert "loaded" in faces and "error" not in faces
    expect(page.locator("text").filter(has_text="فيينا").first).to_be_visible()
    page.close()
