"""A saved web page as the article it holds; the page's HTML itself is kept nowhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Page:
    """The article of a page: its text, a line a paragraph, and what the page says about it."""

    text: str
    title: str
    source: str
    url: str
    published: date | None


def main_text(raw: bytes) -> Page | None:
    """The article in the bytes of an HTML page; ``None`` where none is found.

    Menus, comments and advertisements are left out (trafilatura, Apache 2.0).
    """
    from trafilatura import bare_extraction  # a heavy import that only web pages need

    found = bare_extraction(
        raw, with_metadata=True, include_comments=False, include_tables=False, deduplicate=False
    )
    if found is None or isinstance(found, dict):
        return None
    try:
        published = date.fromisoformat((found.date or "")[:10])
    except ValueError:
        published = None
    return Page(
        (found.text or "").strip(), found.title or "", found.sitename or "", found.url or "",
        published,
    )  # fmt: skip
