"""What the reader has asked to see: one value that is the URL, the sidebar and the query."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, get_args

from dashboard.model import IMPORTED, EventType, Modality
from dashboard.text import fold_word

EVENT_TYPES: tuple[str, ...] = get_args(EventType)
MODALITIES: tuple[str, ...] = get_args(Modality)

_LISTS = {
    "actor": "actors", "place": "places", "type": "types", "source": "sources",
    "modality": "modalities",
}  # fmt: skip
_ESCAPED = re.compile(r"\\(.)|(,)", re.DOTALL)
_TERM = re.compile(r'"([^"]+)"?|([^\s"]+)')
_YES = "yes"
_UNDATED = "date_first IS NULL AND date_last IS NULL"
FROM_DATASET = f"starts_with(rule, '{IMPORTED}')"
"""The DuckDB condition that an event is a row of a data set, not read in an article."""
KEPT = "review NOT IN ('rejected', 'merged')"
"""The DuckDB condition that no analyst rejected an event, nor showed it as another row's."""


@dataclass(frozen=True, slots=True)
class Filters:
    """The whole choice of a reader; every empty field lets everything through.

    ``first``/``last`` are inclusive days; an event is kept when its days overlap them. Values of
    one list are alternatives (any of these actors), unless ``together`` asks for events in which
    all of the actors take part; different fields must all hold. ``version`` pins the event table;
    ``reviewed`` asks for what an analyst confirmed or corrected. Building one tidies it: surplus
    space, repeats, unknown event types and modalities go, reversed days are put in order,
    ``together`` goes where there are not two actors, so that equal choices are equal values.
    """

    first: date | None = None
    last: date | None = None
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    modalities: tuple[str, ...] = ()
    text: str = ""
    version: int | None = None
    reviewed: bool = False
    together: bool = False

    def __post_init__(self) -> None:
        tidy: dict[str, object] = {
            "actors": _tidy(self.actors),
            "places": _tidy(self.places),
            "types": _tidy(self.types, EVENT_TYPES),
            "sources": _tidy(self.sources),
            "modalities": _tidy(self.modalities, MODALITIES),
            "text": " ".join(self.text.split()),
        }
        if self.first and self.last and self.first > self.last:
            tidy |= {"first": self.last, "last": self.first}
        tidy["together"] = self.together and len(_tidy(self.actors)) > 1
        if self.version is not None and self.version < 0:
            tidy["version"] = None
        for name, value in tidy.items():
            object.__setattr__(self, name, value)

    @classmethod
    def from_query(cls, query: Mapping[str, str | Sequence[str]]) -> Filters:
        """The filters a URL names; names it does not know and values it cannot read are dropped."""
        return cls(
            first=_day(_single(query, "from")),
            last=_day(_single(query, "to")),
            text=_single(query, "q"),
            version=_version(_single(query, "v")),
            reviewed=_single(query, "reviewed") == _YES,
            together=_single(query, "together") == _YES,
            **{field: tuple(_several(query, name)) for name, field in _LISTS.items()},
        )

    def to_query(self) -> dict[str, str]:
        """The URL's names and values, only those that are set; lists are joined by commas."""
        query = {name: ",".join(map(_escape, values)) for name, values in self.active().items()}
        if self.text:
            query["q"] = self.text
        if self.version is not None:
            query["v"] = str(self.version)
        return query

    def active(self) -> dict[str, tuple[str, ...]]:
        """What is set, URL name → its values in the order chosen, for a line that says so.

        Days are ISO 8601; the version is no part of it, as it hides nothing by itself.
        """
        found: dict[str, tuple[str, ...]] = {}
        if self.first:
            found["from"] = (self.first.isoformat(),)
        if self.last:
            found["to"] = (self.last.isoformat(),)
        for name, field in _LISTS.items():
            if values := getattr(self, field):
                found[name] = values
            if name == "actor" and self.together:
                found["together"] = (_YES,)
        if self.text:
            found["q"] = (self.text,)
        if self.reviewed:
            found["reviewed"] = (_YES,)
        return found

    def with_(self, **changes: Any) -> Filters:
        """These filters with some fields changed, e.g. ``with_(first=day, actors=("x",))``."""
        return replace(self, **changes)

    def without(self, name: str) -> Filters:
        """These filters with one URL name cleared; ``KeyError`` for a name that is none."""
        fields = {
            "from": "first", "to": "last", "q": "text", "v": "version", "reviewed": "reviewed",
            "together": "together", **_LISTS,
        }  # fmt: skip
        return replace(self, **{fields[name]: getattr(Filters(), fields[name])})

    @property
    def dated(self) -> bool:
        """Whether a day is asked for, which leaves out events without a date."""
        return self.first is not None or self.last is not None

    @property
    def terms(self) -> tuple[str, ...]:
        """The words and "quoted phrases" of the free text, folded as the search column is."""
        found = (a or b for a, b in _TERM.findall(fold_word(self.text)))
        return tuple(term.strip() for term in found if term.strip())

    def where(
        self, *, dates: bool = True, datasets: bool = False, narrow: bool = False
    ) -> tuple[str, dict[str, object]]:
        """A DuckDB condition over the columns of events, and its named parameters.

        What an analyst rejected is let through by none. ``dates=False`` leaves the days out, to
        count what has none. An interval open at one end reaches to infinity there. Rows of data
        sets are many and come in only where a source is chosen, or with ``datasets=True``. With
        ``narrow`` it is one over the index's table of that name, and the free text is left out.
        """
        conditions = [KEPT]
        if not self.sources and not datasets:
            conditions.append("NOT imported" if narrow else f"NOT {FROM_DATASET}")
        if self.reviewed:
            conditions.append("review IN ('confirmed', 'corrected')")
        params: dict[str, object] = {}
        if dates and self.dated:
            conditions.append(f"NOT ({_UNDATED})")
            if self.first:
                conditions.append("(date_last IS NULL OR date_last >= $first)")
                params["first"] = self.first
            if self.last:
                conditions.append("(date_first IS NULL OR date_first <= $last)")
                params["last"] = self.last
        for column, name, values in (
            ("place_id", "places", self.places),
            ("event_type", "types", self.types),
            ("source", "sources", self.sources),
            ("modality", "modalities", self.modalities),
        ):
            if values:
                conditions.append(f"list_contains(${name}::VARCHAR[], {column})")
                params[name] = list(values)
        if self.actors:
            # Ten times as fast as list_has_any and list_has_all.
            each = (f"list_contains(actor_ids, $actor{k})" for k in range(len(self.actors)))
            conditions.append(f"({(' AND ' if self.together else ' OR ').join(each)})")
            params |= {f"actor{k}": actor for k, actor in enumerate(self.actors)}
        for number, term in enumerate(() if narrow else self.terms):
            conditions.append(f"contains(search, $term{number})")
            params[f"term{number}"] = term
        return " AND ".join(conditions), params


def unread(query: Mapping[str, str | Sequence[str]]) -> list[tuple[str, str]]:
    """What a URL asks of the filters and cannot be read: its names, each with the value as it is.

    Names it does not know are no filters, and are passed over.
    """
    readers = {"from": _day, "to": _day, "v": _version}
    found = [
        (name, value) for name, read in readers.items()
        if (value := _single(query, name).strip()) and read(value) is None
    ]  # fmt: skip
    for name, known in (("type", EVENT_TYPES), ("modality", MODALITIES)):
        values = (value.strip() for value in _several(query, name))
        found += [(name, value) for value in values if value and value not in known]
    for name in ("reviewed", "together"):
        if (value := _single(query, name)) not in ("", _YES):
            found.append((name, value))
    return list(dict.fromkeys(found))


def _tidy(values: Iterable[str], known: Sequence[str] | None = None) -> tuple[str, ...]:
    stripped = dict.fromkeys(value.strip() for value in values)
    return tuple(v for v in stripped if v and (known is None or v in known))


def _single(query: Mapping[str, str | Sequence[str]], name: str) -> str:
    value = query.get(name, "")
    return value if isinstance(value, str) else (value[-1] if value else "")


def _several(query: Mapping[str, str | Sequence[str]], name: str) -> list[str]:
    value = query.get(name, "")
    return [part for v in ([value] if isinstance(value, str) else value) for part in _split(v)]


def _escape(value: str) -> str:
    return value.replace("\\", "\\\\").replace(",", "\\,")


def _split(value: str) -> list[str]:
    """The parts of a comma-joined list, where a backslash keeps a comma inside a part."""
    parts, at = [""], 0
    for match in _ESCAPED.finditer(value):
        parts[-1] += value[at : match.start()] + (match.group(1) or "")
        if match.group(2):
            parts.append("")
        at = match.end()
    parts[-1] += value[at:]
    return parts


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value.strip())
    except ValueError:
        return None


def _version(value: str) -> int | None:
    # strip() takes control characters as white space, int() does not.
    digits = value.strip()
    return int(digits) if re.fullmatch(r"[0-9]{1,18}", digits) else None
