"""A saved web page as the article it holds; the page's HTML itself is kept nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from dashboard.dates import days_named

# What pages name their day of publication by, in `property`, `name` or `itemprop`.
_STATED = frozenset(
    [
        "article:published_time",
        "article:published",
        "og:published_time",
        "og:article:published_time",
        "datepublished",
        "date.published",
        "pubdate",
        "publishdate",
        "publish_date",
        "publish-date",
        "publicationdate",
        "publication_date",
        "published_date",
        "published",
        "date-pub",
        "originalpublicationdate",
        "date",
        "dc.date",
        "dc.date.issued",
        "dc.date.created",
        "dcterms.date",
        "dcterms.issued",
        "dcterms.created",
        "citation_publication_date",
        "sailthru.date",
        "parsely-pub-date",
        "cxenseparse:recs:publishtime",
    ]
)
_LINKED_DATA = re.compile(r'"datePublished"\s*:\s*"([^"]{4,60})"')
_IN_ADDRESS = re.compile(r"[/-]((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?=[/-]|$)")
_SHOWS_A_DAY = re.compile(r"date|time|publish|posted|تاريخ", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")
_LONGEST = 80  # characters of a line that shows a day
_MOST = 60  # of such lines


@dataclass(frozen=True, slots=True)
class Page:
    """The article of a page: its text, a line a paragraph, and what the page says about it.

    ``published`` is the day of publication as the page states it, ``shown`` a day that it only
    shows (in its address, in one line of dates), which may be another.
    """

    text: str
    title: str
    source: str
    url: str
    published: str | None
    shown: date | None


def main_text(raw: bytes) -> Page | None:
    """The article in the bytes of an HTML page; ``None`` where none is found.

    Menus, comments and advertisements are left out (trafilatura, Apache 2.0). Its guess at a day
    is not asked: a copyright year or a day of the story is none of publication.
    """
    from trafilatura import bare_extraction, load_html  # a heavy import that only pages need

    tree = load_html(raw)
    if tree is None:
        return None
    stated = _stated(tree)
    shown = _shown_once(tree) if stated is None else None
    found = bare_extraction(
        tree, with_metadata=True, include_comments=False, include_tables=False, deduplicate=False,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )  # fmt: skip
    if found is None or isinstance(found, dict):
        return None
    url = found.url or ""
    return Page(
        (found.text or "").strip(), found.title or "", found.sitename or "", url,
        stated, _in_address(url) or shown,
    )  # fmt: skip


def _stated(tree: Any) -> str | None:
    for meta in tree.iter("meta"):
        names = (meta.get("property"), meta.get("name"), meta.get("itemprop"))
        value = (meta.get("content") or meta.get("datetime") or "").strip()
        if value and any((name or "").lower() in _STATED for name in names) and days_named(value):
            return str(value)
    for script in tree.iter("script"):
        data = _LINKED_DATA.search(script.text or "") if "json" in script.get("type", "") else None
        if data is not None and days_named(data[1]):
            return data[1]
    for element in tree.iter("time", "span", "abbr", "div", "p"):
        if element.get("itemprop", "").lower() == "datepublished" or "pubdate" in element.attrib:
            value = (element.get("datetime") or element.get("content") or _line(element)).strip()
            if days_named(value):
                return str(value)
    return None


def _shown_once(tree: Any) -> date | None:
    """The one day that the page's lines of dates name; ``None`` where they name several or none."""
    days = {day for line in islice(_shown(tree), _MOST) for day in days_named(line)}
    return next(iter(days)) if len(days) == 1 else None


def _shown(tree: Any) -> Iterator[str]:
    """The lines with a year in elements that are for dates by their name."""
    for element in tree.iter("time", "span", "abbr", "div", "p", "li", "small"):
        marked = f"{element.get('class', '')} {element.get('id', '')}"
        if element.tag == "time" or _SHOWS_A_DAY.search(marked):
            for line in (element.get("datetime") or "", _line(element)):
                if _YEAR.search(line):
                    yield line
                    break


def _line(element: Any) -> str:
    """The text of an element of one line; empty for a longer one."""
    parts, size = [], 0
    for part in element.itertext():
        size += len(part.strip())
        if size > _LONGEST:
            return ""
        parts.append(part)
    return " ".join("".join(parts).split())


def _in_address(url: str) -> date | None:
    """The day in «…/2016/09/09/…»."""
    found = _IN_ADDRESS.search(url)
    named = days_named(f"{found[1]}-{found[2]:0>2}-{found[3]:0>2}") if found else ()
    return named[0] if named else None
