"""Files become documents to the character; bad input is told apart, named and never contagious."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from dashboard.model import Document
from dashboard.sources import SourceError, files, read, text_document
from dashboard.ui.i18n import LANGUAGES, catalogue

TEXT = "التقى كيري لافروف أمس في جنيف."
DAY = date(2016, 9, 9)
NOTE = f"""---
title: "لقاء: جنيف"
published: 2016-09-09
source: توقيت (نموذج)
url: https://example.org/1
rests_on: UN Security Council resolution 2254 (2015); https://undocs.org/S/RES/2254(2015)
---
{TEXT}

سطر ثانٍ.
"""


def one(path: Path, **options: object) -> Document:
    (found,) = read(path, **options)  # type: ignore[arg-type]
    assert isinstance(found, Document), found
    return found


def error(path: Path) -> str:
    (found,) = read(path)
    assert isinstance(found, SourceError), found
    assert found.message.startswith(str(path))
    return found.message


def put(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_note_has_its_front_matter_and_body(tmp_path: Path) -> None:
    found = one(put(tmp_path, "note.md", NOTE))
    assert found == Document(
        "note", f"{TEXT}\n\nسطر ثانٍ.", "لقاء: جنيف", "توقيت (نموذج)", "https://example.org/1",
        DAY, "metadata",
        "UN Security Council resolution 2254 (2015); https://undocs.org/S/RES/2254(2015)",
    )  # fmt: skip


@pytest.mark.parametrize("content", [TEXT, f"---\nid: note\n---\n{TEXT}", f"---\n---\n{TEXT}",
                                     f"---\r\ntitle:\r\n---\r\n{TEXT}\r\n", f"\ufeff{TEXT}"])  # fmt: skip
def test_front_matter_may_be_short_or_missing(tmp_path: Path, content: str) -> None:
    found = one(put(tmp_path, "note.md", content))
    assert (found.id, found.text, found.title, found.published) == ("note", TEXT, "", None)


def test_text_is_the_file_to_the_character(tmp_path: Path) -> None:
    content = f"  {TEXT}\r\n\n\tنهاية \n"
    found = one(put(tmp_path, "article.one.txt", content))
    assert (found.id, found.text, found.published_basis) == ("article.one", content, "unknown")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1256", "utf-16"])
def test_text_is_read_in_the_encodings_arabic_comes_in(tmp_path: Path, encoding: str) -> None:
    assert one(put(tmp_path, "a.txt", TEXT.encode(encoding))).text == TEXT


@pytest.mark.parametrize(
    ("metadata", "day"),
    [
        ("2016-09-09", DAY),
        ("2016-09-09T23:30:00-05:00", DAY),
        ("9 أيلول (سبتمبر) 2016", DAY),
        ("٩ سبتمبر ٢٠١٦", DAY),
        ("9 September 2016", DAY),
    ],
)
def test_publication_dates_of_metadata(tmp_path: Path, metadata: str, day: date) -> None:
    line = json.dumps({"text": TEXT, "published": metadata})
    found = one(put(tmp_path, "a.jsonl", line))
    assert (found.published, found.published_basis) == (day, "metadata")


def test_given_comes_before_metadata_and_metadata_before_the_text(tmp_path: Path) -> None:
    dated = f"دمشق، 7 أيلول 2016 – {TEXT}"
    note = put(tmp_path, "a.md", f"---\npublished: 2016-09-09\n---\n{dated}")
    given = one(note, published=date(2016, 9, 10))
    assert (given.published, given.published_basis) == (date(2016, 9, 10), "given")
    assert one(note).published_basis == "metadata"
    read_as = one(put(tmp_path, "c.txt", dated))
    assert (read_as.published, read_as.published_basis) == (date(2016, 9, 7), "text")
    assert one(put(tmp_path, "d.txt", TEXT)).published_basis == "unknown"


def test_lines_keep_order_and_bad_ones_are_named(tmp_path: Path) -> None:
    lines = [
        json.dumps({"text": "أول", "id": "x", "title": "ع", "source": "س", "url": "u"}),
        "{broken", '["list"]', '{"text": 5}', '{"text": "  "}', "", '{"id": 7, "text": "ثانٍ"}',
        '{"text": "ثالث"}', '{"text": "' + "\\ud800" + '"}', "[" * 100_000,
    ]  # fmt: skip
    path = put(tmp_path, "a.jsonl", "\n".join(lines).encode() + b'\n{"text": "\xff"}\n')
    found = list(read(path))
    documents = [f for f in found if isinstance(f, Document)]
    assert [d.id for d in documents] == ["x", "7", "8"]
    assert documents[0] == Document("x", "أول", "ع", "س", "u")
    errors = [f for f in found if isinstance(f, SourceError)]
    assert [e.line for e in errors] == [2, 3, 4, 5, 9, 10, 11]
    assert all(e.message.startswith(f"{path}:{e.line}: ") and "; " in e.message for e in errors)


@pytest.mark.parametrize(
    ("suffix", "written", "line"),
    [
        ("jsonl", '{"id": "x", "text": "دمشق، 7 أيلول 2016 – TEXT", "published": "قريباً"}', 1),
        ("md", "---\nid: x\npublished: قريباً\n---\nدمشق، 7 أيلول 2016 – TEXT", None),
    ],
)
def test_a_publication_date_that_is_none_is_said_and_the_document_kept(
    tmp_path: Path, suffix: str, written: str, line: int | None
) -> None:
    path = put(tmp_path, f"a.{suffix}", written.replace("TEXT", TEXT))
    said, document = read(path)
    assert isinstance(said, SourceError) and isinstance(document, Document)
    assert (said.kept, said.id, said.line, said.code) == (True, "x", line, "published")
    where = f"{path}:{line}: " if line else f"{path}: "
    assert said.message.startswith(where) and "«قريباً»" in said.message
    assert "2016-09-09" in said.message and "kept" in said.message
    assert (document.published, document.published_basis) == (date(2016, 9, 7), "text")
    assert isinstance(next(iter(read(path, published=DAY))), Document)  # a given day is enough
    for language in LANGUAGES:
        words = catalogue(language).text("add.wrong.published", **said.details)
        assert "قريباً" in words and "2016-09-09" in words


@pytest.mark.parametrize(
    ("ahead", "said"), [(400, True), (2, True), (1, False), (0, False), (-30, False)]
)
def test_a_publication_day_that_is_yet_to_come_is_said_and_kept(
    tmp_path: Path, ahead: int, said: bool
) -> None:
    day = date.today() + timedelta(days=ahead)
    path = put(tmp_path, "a.jsonl", f'{{"text": "{TEXT}", "published": "{day}"}}')
    *warned, document = read(path)
    assert isinstance(document, Document) and document.published == day
    assert [w.code for w in warned if isinstance(w, SourceError) and w.kept] == ["future"] * said
    assert all(str(day) in w.message for w in warned if isinstance(w, SourceError))


@pytest.mark.parametrize("suffix", ["txt", "jsonl", "md"])
def test_a_collection_under_one_name_is_no_document(
    tmp_path: Path, suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MOST", 300)
    written = f'{{"text": "{TEXT * 20}"}}' if suffix == "jsonl" else TEXT * 20
    (found,) = read(put(tmp_path, f"a.{suffix}", written))
    assert isinstance(found, SourceError) and (found.code, found.kept) == ("too_long", False)
    assert "300" in found.message and "one article a file" in found.message


@pytest.mark.parametrize("nothing", ["null", '""', '"  "', '"2016-09-09"'])
def test_a_publication_date_that_is_left_out_is_no_fault(tmp_path: Path, nothing: str) -> None:
    (found,) = read(put(tmp_path, "a.jsonl", f'{{"text": "{TEXT}", "published": {nothing}}}'))
    assert isinstance(found, Document)


def test_ids_of_unnamed_lines_can_be_the_files_own(tmp_path: Path) -> None:
    path = put(tmp_path, "news.jsonl", '{"text": "أول"}\n{"text": "ثانٍ", "id": "x"}\n')
    assert [d.id for d in read(path, own_ids=True)] == ["news-1", "x"]


def test_a_page_gives_its_article_date_and_title_and_no_html(tmp_path: Path) -> None:
    paragraphs = "".join(f"<p>{TEXT} وقال الوزير إن المحادثات مستمرة {n}.</p>" for n in "١٢٣٤")
    page = (
        '<html lang="ar"><head><meta charset="utf-8"><title>لقاء جنيف</title>'
        '<meta property="article:published_time" content="2016-09-09T10:00:00+03:00">'
        '<meta property="og:site_name" content="صحيفة"></head><body>'
        "<nav><a href='/'>الرئيسية</a></nav>"
        f"<article><h1>لقاء جنيف</h1>{paragraphs}</article>"
        "<script>alert(1)</script></body></html>"
    )
    found = one(put(tmp_path, "page.html", page))
    assert found.text.count("التقى كيري لافروف") == 4
    assert "<" not in found.text
    assert "alert" not in found.text
    assert (found.published, found.published_basis) == (DAY, "metadata")
    assert (found.title, found.source, found.id) == ("لقاء جنيف", "صحيفة", "page")


def test_a_folder_is_read_in_order_and_through(tmp_path: Path) -> None:
    put(tmp_path, "b.txt", TEXT)
    put(tmp_path, "a/z.md", NOTE)
    put(tmp_path, "a/broken.jsonl", "{")
    put(tmp_path, "a/photo.jpg", b"\xff\xd8")
    put(tmp_path, ".git/c.txt", TEXT)
    assert [found.id for found in read(tmp_path)] == ["1", "z", "b"]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.txt", "", "holds no text"),
        ("a.txt", " \n\t", "holds no text"),
        ("a.txt", b"\x89PNG\r\n\x00\x00", "is no text"),
        ("a.txt", bytes(range(128, 256)), "neither UTF-8"),
        ("a.txt", "Müller à Genève".encode("latin-1"), "neither UTF-8"),
        ("a.md", "---\ntitle: x\n---\n", "holds no text"),
        ("a.md", "---\ntitle: x\nno end", "no closing"),
        ("a.md", "---\ntitle: a: b\n---\nx", "line 2"),
        ("a.md", "---\npublished: 2016-13-45\n---\nx", "front matter cannot be read"),
        ("a.md", "---\n- x\n---\ny", "name: value"),
        ("a.md", "---\nx: !!python/object/apply:os.getcwd []\n---\ny", "cannot be read"),
        ("a.jsonl", "\n\n", "is empty"),
        ("a.html", "", "is empty"),
        ("a.html", "<html><body></body></html>", "no article text"),
        ("a.docx", b"PK", "the suffix .docx"),
        ("README", "x", "without a suffix"),
    ],
)
def test_what_cannot_be_read_says_why(
    tmp_path: Path, name: str, content: str | bytes, says: str
) -> None:
    assert says in error(put(tmp_path, name, content))


def test_signs_that_no_reader_sees_change_no_page_and_no_offset(tmp_path: Path) -> None:
    text = "التقيا\x07 في\x0bجنيف\u202e يوم 9\x85 أيلول"
    record = {"id": "a\nb", "text": text, "title": "\u202eعنوان\x07 آخر", "source": "\x0c"}
    (found,) = read(put(tmp_path, "a.jsonl", json.dumps(record)))
    assert isinstance(found, Document)
    assert found.text == "التقيا  في\nجنيف\u202b يوم 9\n أيلول"
    assert len(found.text) == len(text)
    assert (found.id, found.title, found.source) == ("a b", "عنوان آخر", "")
    kept = "كلمة\u200fأخرى\u200c\t\r\n\u202bx\u202c\u2067y\u2069"
    assert text_document(kept, id="a", title="وزیر می\u200cگوید").text == kept
    assert text_document("x", id="a", title="می\u200cگوید").title == "می\u200cگوید"


def test_missing_and_empty_paths_say_so(tmp_path: Path) -> None:
    assert "no such file" in error(tmp_path / "none.txt")
    assert "no such file" in error(tmp_path / "none")
    (tmp_path / "empty").mkdir()
    assert "no file in it can be read" in error(tmp_path / "empty")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_say_every_reason_in_their_own_language(tmp_path: Path, language: str) -> None:
    source = Path(files.__file__).read_text(encoding="utf-8")
    codes = re.findall(r"_Unreadable\(\s*\"(\w+)\"", source)
    assert len(codes) > 15
    words = catalogue(language)
    assert [code for code in codes if f"add.wrong.{code}" not in words.texts] == []
    lines = put(tmp_path, "a.jsonl", '{broken\n{"text": 5}\n["list"]')
    note = put(tmp_path, "a.md", "---\ntitle: a: b\n---\nx")
    for path, code, line in ((lines, "no_json", 1), (note, "head", 2)):
        found = next(iter(read(path)))
        assert isinstance(found, SourceError)
        assert (found.code, found.line) == (code, line)
        said = words.text(f"add.wrong.{found.code}", **found.details)
        assert "{" not in said
        assert (found.message in said) is False
    (missing,) = read(tmp_path / "none.txt")
    assert isinstance(missing, SourceError) and missing.code == "system"


def test_a_pasted_text_is_a_document() -> None:
    found = text_document(TEXT, id="pasted", published=DAY, title="ع")
    assert (found.id, found.published, found.published_basis) == ("pasted", DAY, "given")
    with pytest.raises(ValueError, match="empty"):
        text_document(" ", id="pasted")
