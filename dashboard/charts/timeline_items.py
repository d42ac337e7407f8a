"""What a timeline draws: events with their days, folded by cluster, grouped and labelled."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Literal

from dashboard.charts.event_words import Row, inferred, short_name
from dashboard.charts.labels import Labels, as_count, as_day
from dashboard.charts.periods import near
from dashboard.charts.theme import Look, type_marks

By = Literal["type", "actor", "place"]
_MOST = {"actor": 8, "place": 10}  # groups with a name of their own
OTHER = "+"  # the group of what is named, but not among the busiest
_YEAR = 366


@dataclass(frozen=True, slots=True)
class Item:
    """One mark: the event, its days, its group, its label, and every report of the event.

    ``reports`` are the events of one cluster, ``row`` the one whose days are known best.
    """

    row: Row
    first: date
    last: date
    group: str
    label: str = ""
    reports: tuple[Row, ...] = ()


def items_of(
    rows: Iterable[Mapping[Any, Any]], window: tuple[date, date] | None = None
) -> list[Item]:
    """The marks of dated events, in order of ``rows``: one for all reports of an event.

    Only those within ``window`` where one is given; each is in the group of its type.
    """
    found: list[Item] = []
    for reports in _folded(rows):
        row = min(reports, key=_vagueness)
        days = days_of(row)
        if days is None or (window and (days[1] < window[0] or days[0] > window[1])):
            continue
        found.append(Item(row, *days, str(row["event_type"]), reports=tuple(reports)))
    return found


def grouped(items: Sequence[Item], by: By) -> list[Item]:
    """The marks in their groups: that of an event of several busy actors stands with each.

    It is labelled in the first of them only.
    """
    if by == "type":
        return list(items)
    counts = Counter(key for item in items for key in _keys(item.row, by))
    top = [key for key, _ in counts.most_common(_MOST[by])]
    found: list[Item] = []
    for item in items:
        keys = _keys(item.row, by)
        own = [key for key in top if key in keys] or [OTHER if keys or by == "actor" else ""]
        found.append(replace(item, group=own[0]))
        found += [replace(item, group=key, label="") for key in own[1:]]
    return found


def _folded(rows: Iterable[Mapping[Any, Any]]) -> list[list[Mapping[Any, Any]]]:
    """Dated events that share a type and a cluster, together."""
    found: dict[tuple[str, str], list[Mapping[Any, Any]]] = {}
    for row in rows:
        if days_of(row) is not None:
            cluster = row.get("cluster_id")
            name = cluster if isinstance(cluster, str) and cluster else f"={row['event_id']}"
            found.setdefault((str(row["event_type"]), name), []).append(row)
    return list(found.values())


def _vagueness(row: Row) -> tuple[bool, bool, int, date]:
    """How little a report says of its event's days: what has happened and was read goes first."""
    first, last = days_of(row) or (date.min, date.max)
    published = as_day(row.get("published")) or date.max
    return row.get("modality") != "actual", inferred(row), (last - first).days, published


def documents(item: Item) -> int:
    """How many documents report the event of a mark."""
    return len({row.get("doc_id") or row["event_id"] for row in item.reports})


def _keys(row: Row, by: By) -> list[str]:
    """The actors, or the place, that an event can be grouped under."""
    if by == "place":
        place = row.get("place_id")
        return [place] if isinstance(place, str) and place else []
    return list(dict.fromkeys(part["actor_id"] for part in row.get("participants") or ()))


def days_of(row: Row) -> tuple[date, date] | None:
    """The first and last day of an event, ``None`` where it has no date."""
    first, last = as_day(row.get("date_first")), as_day(row.get("date_last"))
    first, last = first or last, last or first
    return (first, last) if first and last else None


def ends_of(items: list[Item], window: tuple[date, date] | None) -> tuple[date, date]:
    """The first and last day of the axis, with a margin."""
    # What is known to a year at best does not stretch the axis of what is known better.
    exact = [i for i in items if (i.last - i.first).days <= _YEAR] or items
    first, last = near([i.first for i in exact])
    last = max(i.last for i in exact if first <= i.first <= last)
    if window:
        first, last = max(first, window[0]), min(last, window[1])
    margin = timedelta(days=max((last - first).days // 40, 1))
    return first - margin, last + margin


def labelled(items: list[Item], labels: Labels, look: Look) -> list[Item]:
    """The items with the names of the most telling ones written beside their marks."""
    if look.narrow:
        return items
    wanted = max(look.spacing_width // 90, 4)
    best = sorted(items, key=lambda item: -_weight(item))[:wanted]
    keys = {id(item) for item in best if _weight(item) > 0}
    return [
        replace(i, label=_clip(short_name(i.row, labels))) if id(i) in keys else i for i in items
    ]


def _weight(item: Item) -> float:
    """How much an event is worth a label: encounters of many, high tolls, many reports."""
    row = item.row
    if row.get("modality") != "actual":
        return 0.0
    people = row.get("participants")
    met = len(people) if isinstance(people, list) and row["event_type"] == "CONSULT" else 0
    counts = [
        as_count(c.get("low")) or as_count(c.get("high")) or 0
        for c in row.get("claims") or ()
        if c.get("scope") == "incident"
    ]
    dead = float(max(counts, default=0))
    if not (met or dead):
        return 0.0
    placed = 0.5 if row.get("place_name") or row.get("place_name_ar") else 0.0
    told = min(documents(item) - 1, 4)
    return min(met, 4) + math.sqrt(math.sqrt(min(dead, 2000.0))) + placed + told


def _clip(text: str, most: int = 40) -> str:
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + " …"


def ordered(items: Sequence[Item], by: By) -> list[str]:
    """The groups from top to bottom: types as everywhere, actors and places by falling number."""
    sizes = Counter(item.group for item in items)
    if by == "type":
        known = [kind for kind in type_marks("light") if kind in sizes]
        return known + sorted(sizes.keys() - set(known))
    return sorted(sizes, key=lambda group: (group == "", group == OTHER, -sizes[group]))


def group_name(group: str, members: Sequence[Item], labels: Labels, by: By) -> str:
    """The name of a group in the language of ``labels``."""
    if by == "type":
        return labels.t(f"type.{group}")
    if group in ("", OTHER):
        return labels.t(f"chart.other_{by}s" if group else "chart.no_place")
    row = members[0].row
    if by == "place":
        return labels.name(row, "place_name")
    return next(labels.name(a) for a in row["participants"] if a["actor_id"] == group)
