"""``python -m dashboard extract``: one JSON object a document, in order, whatever is wrong."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
TEXT = (
    "التقى جون كيري وسيرغي لافروف في جنيف أمس الخميس. وقُتل 14 شخصاً في قصف على حلب، "
    "فيما خلفت الحرب أكثر من 260 الف قتيل."
)
DATE_KEYS = {"start", "end", "text", "kind", "edtf", "first", "last"}
CLAIM_KEYS = {
    "start", "end", "text", "kind", "low", "best", "high", "approximate", "scope", "unit",
    "first", "last",
}  # fmt: skip
EVENT_KEYS = {
    "event_id", "event_type", "mode", "modality", "date", "place", "participants", "claims",
    "quote", "start", "end", "rule", "confidence",
}  # fmt: skip


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "dashboard", "extract", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8")


def objects(printed: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in printed.splitlines()]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "2016-09-09-talks.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_text_file_is_read_to_the_character(article: Path) -> None:
    done = run(article, "--published", "2016-09-09")
    assert (done.returncode, done.stderr) == (0, "")
    (found,) = objects(done.stdout)
    assert found["id"] == "2016-09-09-talks"
    assert (found["published"], found["published_basis"]) == ("2016-09-09", "given")
    for group, keys in (("dates", DATE_KEYS), ("casualties", CLAIM_KEYS), ("events", EVENT_KEYS)):
        assert found[group]
        assert all(keys <= row.keys() for row in found[group]), group
    for row in found["dates"] + found["casualties"]:
        assert TEXT[row["start"] : row["end"]] == row["text"]
    for event in found["events"]:
        assert TEXT[event["start"] : event["end"]] == event["quote"]
        assert {"edtf", "first", "last", "precision"} <= event["date"].keys()
        assert all(found["casualties"][index] for index in event["claims"])


def test_the_named_fields_say_what_was_written(article: Path) -> None:
    (found,) = objects(run(article, "--published", "2016-09-09").stdout)
    assert [(d["text"], d["first"], d["last"]) for d in found["dates"]] == [
        ("أمس الخميس", "2016-09-08", "2016-09-08")
    ]
    tolls = {(c["kind"], c["low"], c["best"], c["high"], c["scope"]) for c in found["casualties"]}
    assert tolls == {
        ("killed", 14, 14, 14, "incident"),
        ("killed", 260_000, 260_000, None, "cumulative"),
    }
    (meeting,) = (e for e in found["events"] if e["event_type"] == "CONSULT")
    assert (meeting["mode"], meeting["modality"]) == ("meeting", "actual")
    assert (meeting["place"]["name"], meeting["place"]["country"]) == ("Geneva", "CH")
    assert {p["name"] for p in meeting["participants"]} == {"John Kerry", "Sergey Lavrov"}
    assert meeting["date"]["first"] == meeting["date"]["last"] == "2016-09-08"


def test_lines_of_json_are_answered_in_order_and_damaged_ones_in_place(tmp_path: Path) -> None:
    path, out = tmp_path / "news.jsonl", tmp_path / "out" / "found.jsonl"
    lines = [
        json.dumps({"text": TEXT, "id": "first", "published": "2016-09-09", "title": "عنوان",
                    "source": "وكالة", "url": "https://example.org/1"}),
        '{"text": "ناقص',
        json.dumps({"text": TEXT}),
        json.dumps({"id": "no-text"}),
        json.dumps({"text": TEXT, "id": "odd-day", "published": "2016-99-99"}),
        json.dumps({"text": 5, "id": "number"}),
        json.dumps(["not an object"]),
        json.dumps({"text": "لا شيء هنا", "id": 17}),
    ]  # fmt: skip
    path.write_text("\n".join(lines), encoding="utf-8")
    done = run(path, "-o", out)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    found = objects(out.read_text(encoding="utf-8"))
    assert [str(row["id"]) for row in found] == [
        "first", "2", "3", "no-text", "odd-day", "number", "7", "17",
    ]  # fmt: skip
    assert [row["id"] for row in found if "error" in row] == [
        "2",
        "no-text",
        "number",
        "7",
    ]
    assert all(len(row["error"]) > 10 for row in found if "error" in row)
    assert (found[0]["published"], found[0]["published_basis"]) == ("2016-09-09", "metadata")
    assert (found[4]["published"], found[4]["published_basis"]) == (None, "unknown")
    assert (found[7]["dates"], found[7]["casualties"], found[7]["events"]) == ([], [], [])


def test_without_a_publication_date_relative_days_stay_open(tmp_path: Path) -> None:
    path = tmp_path / "undated.jsonl"
    path.write_text(json.dumps({"text": "زار لافروف دمشق أمس."}), encoding="utf-8")
    (found,) = objects(run(path).stdout)
    assert (found["published"], found["published_basis"]) == (None, "unknown")
    assert [(d["text"], d["first"], d["last"]) for d in found["dates"]] == [("أمس", None, None)]


def test_a_web_page_is_read_without_its_furniture(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    words = "".join(f"<p>{TEXT}</p>" for _ in range(4))
    path.write_text(
        "<html><head><title>خبر</title><meta charset='utf-8'>"
        "<meta property='article:published_time' content='2016-09-09T10:00:00Z'></head><body>"
        f"<nav>الرئيسية 3 آذار 1999</nav><article><h1>خبر</h1>{words}</article>"
        "<script>var x = 'قتل 900 شخص'</script></body></html>",
        encoding="utf-8",
    )
    (found,) = objects(run(path).stdout)
    assert (found["published"], found["published_basis"]) == ("2016-09-09", "metadata")
    assert {d["first"] for d in found["dates"]} == {"2016-09-08"}
    assert 900 not in {c["low"] for c in found["casualties"]}


@pytest.mark.parametrize("ending", ["\r\n", "\n"])
def test_a_byte_order_mark_and_line_ends_do_not_move_offsets(tmp_path: Path, ending: str) -> None:
    path = tmp_path / "windows.txt"
    path.write_bytes(("\ufeff" + ending.join(["سطر", TEXT, "آخر"])).encode())
    (found,) = objects(run(path, "--published", "2016-09-09").stdout)
    content = path.read_bytes().decode("utf-8-sig")
    assert found["dates"]
    for row in found["dates"] + found["casualties"]:
        assert content[row["start"] : row["end"]] == row["text"]


@pytest.mark.parametrize(
    ("name", "content"),
    [("empty.txt", b""), ("latin.txt", b"\xff\xfe\x00\xd8\x00"), ("a.docx", b"PK")],
)
def test_what_cannot_be_read_is_an_object_with_the_reason(
    tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    done = run(path)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    (found,) = objects(done.stdout)
    assert found.keys() == {"id", "error"}
    assert found["id"] == path.stem


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    done = run(tmp_path / "nowhere.txt")
    assert done.returncode == 1
    assert "nowhere.txt" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("day", ["someday", "2231-05-04"])
def test_a_publication_date_that_is_none_is_refused(article: Path, day: str) -> None:
    done = run(article, "--published", day)
    assert done.returncode == 2
    assert day in done.stderr


def test_an_output_that_cannot_be_written_is_named(article: Path, tmp_path: Path) -> None:
    for output in (tmp_path, article / "below.jsonl"):
        done = run(article, "-o", output)
        assert done.returncode == 2
        assert done.stderr.startswith(f"{output}: ") and "name another file" in done.stderr
        assert "Traceback" not in done.stderr


def test_an_input_is_never_written_over(article: Path) -> None:
    done = run(article, "-o", article)
    assert done.returncode == 2
    assert article.read_text(encoding="utf-8") == TEXT


def test_a_publication_date_that_is_none_is_said_beside_what_was_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "x", "text": "اجتمع الوزيران أمس.", "published": "قريباً"}')
    done = run(path)
    assert done.returncode == 0
    [row] = [json.loads(line) for line in done.stdout.splitlines()]
    assert (row["id"], row["published"], "error" in row) == ("x", None, False)
    assert done.stderr.startswith(f"{path}:1: ") and "2016-09-09" in done.stderr
