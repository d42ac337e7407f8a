"""From a path to documents: one reader a suffix, folders in order, errors beside good input."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import yaml

from dashboard.model import Document
from dashboard.sources.publication import publication
from dashboard.sources.signs import plain
from dashboard.sources.web import main_text


@dataclass(frozen=True, slots=True)
class SourceError:
    """Input that gave no document: ``message`` names the input, the place and what would do.

    ``id`` is what the document would have been called; ``line`` counts from 1 where lines matter.
    The message is in English; the pages say the same by ``code``, the name of the reason, with
    ``details``.
    ``kept`` is true where the document follows all the same, without what the message speaks of.
    """

    id: str
    path: Path
    line: int | None
    message: str
    code: str = ""
    details: Mapping[str, str | int] = field(default_factory=dict)
    kept: bool = False


_HALF = re.compile("[\ud800-\udfff]")
MOST = 5_000_000
"""Characters of a document: what holds more is a collection under one name, read for hours."""
_VALUE = 60  # letters of a value that a message repeats

Found = Document | SourceError


class _Unreadable(Exception):
    """One input cannot become a document; the message says what and what to do.

    ``code`` and ``details`` are those of the ``SourceError``, which may name another ``line``.
    """

    def __init__(
        self, code: str, message: str, *, line: int | None = None, **details: str | int
    ) -> None:
        super().__init__(message)
        self.code, self.line, self.details = code, line, details


def read(path: Path, *, published: date | None = None, own_ids: bool = False) -> Iterator[Found]:
    """The documents of a file or folder (walked in sorted order), errors in their place.

    ``published`` is the publication date of every document read; without it, metadata, then a
    dateline in the text tell it. A line of JSON Lines without an id is called by its number;
    with ``own_ids`` by file stem and number, so that two files never share one. Raises nothing
    for bad input.
    """
    path = Path(path)
    if path.is_dir():
        yield from _read_folder(path, published, own_ids)
        return
    try:
        reader = _READERS.get(path.suffix.lower())
        if reader is None:
            path.stat()  # what is not there has no wrong suffix
            what = f"the suffix {path.suffix}" if path.suffix else "a file without a suffix"
            raise _Unreadable(
                "suffix", f"{what} is not read; give {_KNOWN} or a folder of them",
                suffix=path.suffix or path.name, known=_KNOWN,
            )  # fmt: skip
        for found in reader(path, published, own_ids):
            yield plain(found) if isinstance(found, Document) else found
    except _Unreadable as error:
        message = f"{path}: {error}"
        yield SourceError(path.stem, path, error.line, message, error.code, error.details)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        yield SourceError(
            path.stem,
            path,
            None,
            f"{path}: {reason}; check the name and that it may be read",
            "system",
        )


def text_document(
    text: str, *, id: str, published: date | None = None, title: str = "", source: str = ""
) -> Document:
    """A pasted article as a document, with the publication date it gives itself if none is given.

    Raises ``ValueError`` for a text without a word.
    """
    if not text.strip():
        raise ValueError("the text is empty; paste the article's text")
    day, basis = publication(text, given=published)
    return plain(Document(id, text, title, source, "", day, basis))


def readable_files(folder: Path) -> list[Path]:
    """The files below a folder whose suffix is read, sorted; hidden ones are left out."""
    return sorted(
        child
        for child in folder.rglob("*")
        if child.suffix.lower() in _READERS
        and child.is_file()
        and not any(part.startswith(".") for part in child.relative_to(folder).parts)
    )


def _read_folder(folder: Path, published: date | None, own_ids: bool) -> Iterator[Found]:
    files = readable_files(folder)
    if not files:
        message = f"{folder}: no file in it can be read; put {_KNOWN} files there"
        yield SourceError(folder.name, folder, None, message, "folder", {"known": _KNOWN})
    for file in files:
        yield from read(file, published=published, own_ids=own_ids)


def _read_text(path: Path, published: date | None, own_ids: bool) -> Iterator[Found]:
    text = _decoded(path)
    _need_text(text)
    day, basis = publication(text, given=published)
    yield Document(path.stem, text, published=day, published_basis=basis)


def _read_note(path: Path, published: date | None, own_ids: bool) -> Iterator[Found]:
    head, body = _front_matter(_decoded(path).replace("\r\n", "\n"))
    body = body.strip()
    _need_text(body)
    told = _day_text(head.get("published"))
    day, basis = publication(body, given=published, metadata=told)
    name = _string(head, "id") or path.stem
    yield from _odd_day(name, path, None, told, day, basis)
    yield Document(
        name,
        body,
        _string(head, "title"),
        _string(head, "source"),
        _string(head, "url"),
        day,
        basis,
        _string(head, "rests_on"),
    )


def _read_lines(path: Path, published: date | None, own_ids: bool) -> Iterator[Found]:
    """One document a line; a bad line is an error and the next ones go on."""
    with path.open("rb") as lines:
        seen = False
        for number, raw in enumerate(lines, start=1):
            if not raw.strip(b" \t\r\n\xef\xbb\xbf"):
                continue
            seen = True
            name = f"{path.stem}-{number}" if own_ids else str(number)
            try:
                record = _line_object(raw)
                identity = record.get("id")
                if identity is not None and str(identity).strip():
                    name = str(identity)
                found = _line_document(record, name, published)
                told = _day_text(record.get("published"))
                basis = found.published_basis
                yield from _odd_day(name, path, number, told, found.published, basis)
                yield found
            except _Unreadable as error:
                message = f"{path}:{number}: {error}"
                yield SourceError(name, path, number, message, error.code, error.details)
        if not seen:
            raise _Unreadable("no_lines", "is empty; give one JSON object with a `text` a line")


def _odd_day(
    name: str, path: Path, line: int | None, told: str | date | None, day: date | None, basis: str
) -> Iterator[SourceError]:
    """A publication date that is none, of two readings, or yet to come: said, the document kept."""
    if not told or basis == "given":
        return
    where, value = f"{path}:{line}" if line else str(path), str(told)[:_VALUE]
    if basis == "inferred":
        code, why = (
            "either",
            "whose day and month can be exchanged; write it as 2016-09-09 "
            "(the document is kept, the day read before the month)",
        )
    elif basis != "metadata":
        code, why = (
            "published",
            (
                "which is no date; write it as 2016-09-09 "
                "(the document is kept, its date looked for in its text)"
            ),
        )
    elif day is not None and to_come(day):
        code, why = "future", "which is yet to come; check it (the document is kept, with that day)"
    else:
        return
    message = f"{where}: `published` is «{value}», {why}"
    yield SourceError(name, path, line, message, code, {"value": value}, kept=True)


def to_come(day: date) -> bool:
    """Whether nothing can have been published on a day yet, wherever on earth it is told."""
    return day > date.today() + timedelta(days=1)


def _line_object(raw: bytes) -> dict[str, Any]:
    try:
        record = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise _Unreadable(
            "line_encoding", "the line is not UTF-8; save the file as UTF-8"
        ) from error
    except json.JSONDecodeError as error:
        raise _Unreadable(
            "no_json",
            f"the line is not JSON ({error.msg} at column {error.colno}); "
            "give one JSON object with a `text` a line",
            column=error.colno,
        ) from error
    except (RecursionError, ValueError) as error:
        raise _Unreadable("nested", "the line's JSON cannot be read; give a flat object") from error
    if not isinstance(record, dict):
        raise _Unreadable("no_object", "no JSON object; give one with a `text` a line")
    return record


def _line_document(record: dict[str, Any], name: str, published: date | None) -> Document:
    text = record.get("text")
    if not isinstance(text, str):
        raise _Unreadable("no_string", "no `text`; give a JSON object whose `text` is a string")
    _need_text(text)
    if _HALF.search(json.dumps(record, ensure_ascii=False)):
        raise _Unreadable(
            "half", "half a character (a lone \\ud800…\\udfff); write whole characters"
        )
    day, basis = publication(text, given=published, metadata=_day_text(record.get("published")))
    return Document(
        name,
        text,
        _string(record, "title"),
        _string(record, "source"),
        _string(record, "url"),
        day,
        basis,
    )


def _read_page(path: Path, published: date | None, own_ids: bool) -> Iterator[Found]:
    raw = path.read_bytes()
    if not raw.strip():
        raise _Unreadable("no_page", "is empty; save the article's page again")
    page = main_text(raw)
    if page is None or not page.text.strip():
        raise _Unreadable(
            "no_article", "no article text was found in the page; give its text as .txt"
        )
    _need_text(page.text)
    day, basis = publication(page.text, given=published, metadata=page.published, shown=page.shown)
    yield from _odd_day(path.stem, path, None, page.published, day, basis)
    yield Document(path.stem, page.text, page.title, page.source, page.url, day, basis)


_READERS: dict[str, Callable[[Path, date | None, bool], Iterator[Found]]] = {
    ".md": _read_note,
    ".txt": _read_text,
    ".jsonl": _read_lines,
    ".html": _read_page,
    ".htm": _read_page,
}
SUFFIXES = tuple(_READERS)
_KNOWN = ", ".join(SUFFIXES)


def _decoded(path: Path) -> str:
    """The file's text to the character: UTF-8, else the Windows Arabic code page."""
    raw = path.read_bytes()
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return raw.decode("utf-16")
        except UnicodeDecodeError as error:
            raise _Unreadable("utf16", "is broken UTF-16; save it as UTF-8") from error
    if b"\x00" in raw:
        raise _Unreadable(
            "binary", "is no text (it holds zero bytes); save the article as UTF-8 text"
        )
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as broken:
        text = raw.decode("cp1256", errors="replace")
        letters = sum("\u0621" <= char <= "\u064a" for char in text)
        controls = sum(char < " " and char not in "\t\r\n\f" for char in text)
        # A file in another encoding turns into marks and Latin letters: that is no article.
        if controls or letters * 2 < sum(not char.isspace() for char in text):
            raise _Unreadable(
                "encoding",
                f"is neither UTF-8 (byte {broken.start}) nor Windows-1256 Arabic; save it as UTF-8",
                byte=broken.start,
            ) from broken
        return text


def _front_matter(text: str) -> tuple[dict[str, Any], str]:
    """What stands between the leading ``---`` lines as a mapping, and the text below."""
    opening = re.match(r"---[ \t]*\n", text)
    if not opening:
        return {}, text
    closing = re.compile(r"^---[ \t]*(?:\n|\Z)", re.MULTILINE).search(text, opening.end())
    if not closing:
        raise _Unreadable(
            "head_open", "line 1: the front matter has no closing `---`; add that line", line=1
        )
    head, body = text[opening.end() : closing.start()], text[closing.end() :]
    try:
        values = yaml.safe_load(head)
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 2
        problem = getattr(error, "problem", None) or str(error)
        raise _Unreadable(
            "head",
            f"line {line}: the front matter cannot be read ({problem}); "
            "write `name: value` lines, and quote a value that holds a colon",
            line=line,
        ) from error
    if values is None:
        return {}, body
    if not isinstance(values, dict):
        raise _Unreadable(
            "head_list", "line 2: the front matter is no list of `name: value` lines", line=2
        )
    return values, body


def _need_text(text: str) -> None:
    if not text.strip():
        raise _Unreadable("no_text", "holds no text; put the article's text there")
    if len(text) > MOST:
        raise _Unreadable(
            "too_long",
            f"holds {len(text):,} characters, more than the {MOST:,} of one document; "
            "give one article a file, or a line of .jsonl",
            characters=len(text), most=MOST,
        )  # fmt: skip


def _string(record: dict[str, Any], name: str) -> str:
    value = record.get(name)
    return "" if value is None else str(value).strip()


def _day_text(value: object) -> str | date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return None if value is None else str(value).strip()
