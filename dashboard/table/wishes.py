"""What an analyst wishes an event to say: read, checked, and made values the table can hold.

A value is JSON: days are ISO 8601 strings, ``None`` is what is not known. Whatever cannot be taken
raises ``CorrectionError``, which names the input and the remedy.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from dashboard.dates import find_dates
from dashboard.dates.calendars import Interval, month_end
from dashboard.dates.edtf import edtf
from dashboard.filters import EVENT_TYPES
from dashboard.model import Actor, Place, Precision
from dashboard.text import fold_word

Value = Any
Row = Mapping[str, Any]

_MONTHS = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)")
_LONG = re.compile(r"(\d{2})(?:(\d)X|XX)([~?%]?)")
_LIKE_EDTF = re.compile(r"[\d/.,{}~?%X\s-]+")
_OPEN = ("", "..")
_LISTED = 5


class CorrectionError(ValueError):
    """A correction that cannot be taken. ``code`` names the reason, ``details`` what it is about.

    The message says what is wrong and what to do, in English; the pages say the same by ``code``.
    """

    def __init__(self, code: str, message: str, **details: object) -> None:
        super().__init__(message)
        self.code = code
        self.details = details


def person(who: str) -> str:
    """The analyst's name, tidied; a correction without one is refused."""
    who = " ".join(who.split())
    if not who:
        raise CorrectionError("who", "no name: say who corrects, so that others can ask")
    return who[:120]


def reason(why: str, *, needed: bool = True) -> str:
    """The reason, tidied; what changes or rejects an event needs one."""
    why = " ".join(why.split())
    if needed and not why:
        raise CorrectionError("why", "no reason: say in a few words why, so that others can judge")
    return why[:1000]


def event_type(wish: str) -> Value:
    """«CONSULT» or «CONSULT:phone»: a type of the table, and its mode where one is given."""
    name, _, mode = wish.partition(":")
    if name not in EVENT_TYPES:
        raise CorrectionError(
            "event_type",
            f"«{name}» is no event type; choose one of {', '.join(EVENT_TYPES)}",
            value=name, types=", ".join(EVENT_TYPES),
        )  # fmt: skip
    return {"type": name, "mode": mode}


def days(wish: str, published: date | None) -> Value:
    """The days that EDTF or words name, ``""`` for none; relative words count from publication."""
    wish = wish.strip()
    if not wish:
        return _days("", None, None, "unknown", False)
    found = _edtf(wish) if _LIKE_EDTF.fullmatch(wish) else _in_words(wish, published)
    if found is None:
        raise CorrectionError(
            "date",
            f"«{wish}» names no one date; write it as 2016-09-09, 2016-09, 2016, "
            "2016-09-04/2016-09-05 (about: 2016-09~) or in words, or leave it empty",
            value=wish,
        )
    return found


def _days(
    said: str, first: date | None, last: date | None, precision: Precision, approximate: bool
) -> Value:
    return {
        "edtf": said,
        "first": first.isoformat() if first else None,
        "last": last.isoformat() if last else None,
        "precision": precision,
        "basis": "analyst" if said else "none",
        "approximate": approximate,
    }


def _in_words(wish: str, published: date | None) -> Value:
    mentions = [m for m in find_dates(wish, published) if m.first or m.last]
    if len({(m.first, m.last) for m in mentions}) != 1:
        return None
    found = mentions[0]
    return _days(found.edtf, found.first, found.last, found.precision, found.approximate)


def _edtf(wish: str) -> Value:
    """Days, months, years, seasons, quarters, decades, centuries, and the span between two."""
    first, slash, last = (part.strip() for part in wish.partition("/"))
    if not slash:
        one = _one(first)
        if one is None:
            return None
        return _days(edtf(one), one.first, one.last, one.precision, one.approximate)
    start = None if first in _OPEN else _one(first)
    end = None if last in _OPEN else _one(last)
    if (start is None and first not in _OPEN) or (end is None and last not in _OPEN):
        return None
    if start and end:
        if start.first > end.last:
            return None
        grain = start.precision if start.precision == end.precision else "day"
        about = start.approximate or end.approximate
        both = Interval(start.first, end.last, grain, about)
        return _days(edtf(both), both.first, both.last, grain, about)
    known = start or end
    if known is None:
        return None
    said = f"{edtf(known)}/.." if start else f"../{edtf(known)}"
    begins, ends = (start.first if start else None), (end.last if end else None)
    return _days(said, begins, ends, known.precision, known.approximate)


def _one(part: str) -> Interval | None:
    try:
        if long := _LONG.fullmatch(part):
            century, decade, mark = long.groups()
            begins = int(century) * 100 + (int(decade) * 10 if decade else 0)
            ends = begins + (9 if decade else 99)
            grain: Precision = "decade" if decade else "century"
            return Interval(date(begins, 1, 1), date(ends, 12, 31), grain, bool(mark))
        if not (match := _MONTHS.fullmatch(part)):
            return None
        year, month, day, mark = match.groups()
        if day:
            one = date(int(year), int(month), int(day))
            return Interval(one, one, "day", bool(mark))
        return _months(int(year), int(month or 0), bool(mark))
    except ValueError:  # a day or year that no calendar has
        return None


def _months(year: int, month: int, about: bool) -> Interval | None:
    """A year, a month, or what EDTF counts as months: seasons 21 to 24, quarters 33 to 36."""
    if month == 0:
        return Interval(date(year, 1, 1), date(year, 12, 31), "year", about)
    if month <= 12:
        return Interval(date(year, month, 1), month_end(year, month), "month", about)
    if month in (21, 22, 23):
        begins = (month - 20) * 3
        return Interval(date(year, begins, 1), month_end(year, begins + 2), "season", about)
    if month == 24:  # the winter of a year begins in the December before it
        return Interval(date(year - 1, 12, 1), month_end(year, 2), "season", about)
    if month in (33, 34, 35, 36):
        begins = (month - 33) * 3 + 1
        return Interval(date(year, begins, 1), month_end(year, begins + 2), "quarter", about)
    return None


def place(wish: str) -> Value:
    """The place of the gazetteer with this id or name, ``None`` for an empty wish."""
    from dashboard.extraction.places.gazetteer import (
        gazetteer,  # loads much: only when something is read
    )

    wish = wish.strip()
    if not wish:
        return None
    known = gazetteer().places
    if wish in known:
        return _place(known[wish])
    folded = fold_word(wish)
    named = [p for p in known.values() if folded in (fold_word(p.name), fold_word(p.name_ar))]
    if len(named) == 1:
        return _place(named[0])
    if not named:
        raise CorrectionError(
            "place",
            f"«{wish}» is no place of the gazetteer; write its usual name, or the id of "
            "a larger place that holds it (data/places lists them), or leave it empty",
            value=wish,
        )
    ids = ", ".join(f"{p.id} ({p.admin1 or p.country})" for p in named[:_LISTED])
    raise CorrectionError(
        "places", f"several places are called «{wish}»: write the id of one: {ids}",
        value=wish, ids=ids,
    )  # fmt: skip


def _place(found: Place) -> Value:
    names = ("id", "name", "name_ar", "country", "admin1", "lat", "lon", "precision")
    return {name: getattr(found, name) for name in names}


def participants(wish: Sequence[str], present: Sequence[Row]) -> Value:
    """Actors by id or name; those already there keep their role and their words in the text.

    A name that the registry does not know stands as it is written.
    """
    there = {p["actor_id"]: dict(p) for p in present}
    role = next((p["role"] for p in present if p["role"]), "attendee")
    made: dict[str, Value] = {}
    for said in wish:
        said = " ".join(said.split())
        if not said:
            continue
        found = None if said in there else actor(said)
        actor_id = found.id if found else said
        made[actor_id] = there.get(actor_id) or {
            "actor_id": actor_id, "name": found.name if found else said,
            "name_ar": found.name_ar if found else said, "role": role,
            "side": found.side if found else "", "start": None, "end": None,
        }  # fmt: skip
    return list(made.values())


def actor(said: str) -> Actor:
    """The actor of the registry with this id or name, else one of this name alone."""
    from dashboard.extraction.vocabulary.registry import (
        registry,  # loads much: only when something is read
    )

    known = registry().actors
    if said in known:
        return known[said]
    folded = fold_word(said)
    named = [a for a in known.values() if folded in (fold_word(a.name), fold_word(a.name_ar))]
    if len(named) > 1:
        ids = ", ".join(a.id for a in named[:_LISTED])
        raise CorrectionError(
            "actors", f"several actors are called «{said}»: write the id of one: {ids}",
            value=said, ids=ids,
        )  # fmt: skip
    # The ids that the extractor gives to people outside the list.
    return named[0] if named else Actor("unlinked:" + "-".join(folded.split()), said, said)
