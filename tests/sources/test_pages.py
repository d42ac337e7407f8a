"""The day of publication of a saved web page: stated, shown, or none; never guessed silently."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dashboard.model import Document
from dashboard.sources import SourceError, read

DAY = date(2016, 9, 9)
BODY = "<p>بحث مجلس المدينة خطة الطرق مع وفد من الوزارة وقال رئيسه إن العمل مستمر.</p>" * 6


def put(tmp_path: Path, head: str = "", lead: str = "", tail: str = "", after: str = "") -> Path:
    path = tmp_path / "page.html"
    path.write_text(
        f'<html lang="ar"><head><meta charset="utf-8"><title>خبر</title>{head}</head><body>'
        f"<article><h1>مجلس المدينة يبحث الطرق</h1>{lead}{BODY}{tail}</article>{after}</body></html>",
        encoding="utf-8",
    )
    return path


def published(path: Path) -> tuple[date | None, str]:
    (found,) = [f for f in read(path) if isinstance(f, Document)]
    return found.published, found.published_basis


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2016-09-09T10:00:00+03:00">',
        '<meta name="pubdate" content="20160909T100000Z">',
        '<meta name="DC.date.issued" content="9 سبتمبر 2016">',
        '<script type="application/ld+json">{"@type": "NewsArticle",'
        ' "dateModified": "2019-01-01", "datePublished": "2016-09-09"}</script>',
        '<meta property="article:modified_time" content="2020-01-01T10:00:00Z">'
        '<meta property="article:published_time" content="2016-09-09T10:00:00Z">',
        # What cannot be read is passed over.
        '<meta name="date" content="قبل ساعة"><meta name="pubdate" content="2016-09-09">',
    ],
)
def test_a_day_that_the_page_states(tmp_path: Path, head: str) -> None:
    assert published(put(tmp_path, head)) == (DAY, "metadata")


def test_a_day_stated_in_the_body(tmp_path: Path) -> None:
    lead = '<span itemprop="datePublished" content="2016-09-09">أمس</span>'
    assert published(put(tmp_path, lead=lead)) == (DAY, "metadata")


@pytest.mark.parametrize(
    ("lead", "basis"),
    [
        ("<div class=date>نشر في: الجمعة 9 سبتمبر 2016</div>", "text"),
        ('<time datetime="2016-09-09">أمس</time>', "inferred"),
    ],
)
def test_a_day_that_the_page_shows(tmp_path: Path, lead: str, basis: str) -> None:
    assert published(put(tmp_path, lead=lead)) == (DAY, basis)


def test_the_day_of_an_address_is_inferred(tmp_path: Path) -> None:
    head = '<link rel="canonical" href="https://example.org/2016/09/09/roads">'
    assert published(put(tmp_path, head)) == (DAY, "inferred")


@pytest.mark.parametrize(
    ("head", "lead", "tail", "after"),
    [
        ("", "", "<p>جميع الحقوق محفوظة © 2016-2024</p>", "<footer>© 2024</footer>"),
        ("", "", "<p>بدأ العمل في 15 آذار 2011 في الحي القديم وهو مستمر.</p>", ""),
        ("", "", "<p>صدر القرار رقم 7 بتاريخ 15/03/2011 ثم ألغي بعد شهر.</p>", ""),
        ('<meta property="article:modified_time" content="2020-01-01">', "", "", ""),
        # Two days that nothing tells apart, and a head of the day of saving.
        ("", "<i class=date>x</i>", "", "<p class=date>1/5/2014</p><p class=date>25/5/2014</p>"),
        ("", "", "<p>زار الوفد الحي أمس الأحد.</p>", "<p class=date>السبت 6 يوليو 2024</p>"),
    ],
)
def test_other_days_of_a_page_are_none_of_publication(
    tmp_path: Path, head: str, lead: str, tail: str, after: str
) -> None:
    assert published(put(tmp_path, head, lead, tail, after)) == (None, "unknown")


def test_a_stated_day_of_two_readings_is_marked_and_said(tmp_path: Path) -> None:
    said, document = read(put(tmp_path, '<meta name="date" content="03/04/2015">'))
    assert isinstance(said, SourceError) and isinstance(document, Document)
    assert (said.code, said.kept) == ("either", True) and "03/04/2015" in said.message
    assert (document.published, document.published_basis) == (date(2015, 4, 3), "inferred")


def test_the_text_decides_between_two_readings(tmp_path: Path) -> None:
    path = put(
        tmp_path,
        '<meta name="date" content="03/04/2015">',
        tail="<p>قال اليوم الأربعاء إن العمل بدأ في الحي القديم.</p>",
    )
    assert published(path) == (date(2015, 3, 4), "metadata")
