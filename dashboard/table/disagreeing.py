"""Which figures of one happening disagree, and which of them still stand.

Rows are those of the claims query as plain values. However many claims there are, what is compared
with one another is bounded: of each figure told on a day a few speakers, and of the figures those
told most often with the lowest and the highest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from math import inf
from typing import Any

import pandas as pd

from dashboard.table.counted import counted
from dashboard.table.toll_words import revised

Row = Mapping[str, Any]
Figure = tuple[int | None, int | None, int | None, bool]
"""Low, best, high, and whether it is about."""

MOST_FIGURES, MOST_SPEAKERS = 40, 3
"""Figures, each of a day, of one happening that are compared, and the speakers of each."""

_WEEK = timedelta(days=7)
_SAME_DAYS = timedelta(days=3)  # totals counted to days so near are of one day
_COUNTED = 10  # times: of a total begun lately the same day is a tenth of what it counts
_APART, _PEOPLE = 1.5, 5  # best figures that differ by much
_ABOUT = 0.1


def plain(claims: pd.DataFrame) -> list[dict[str, Any]]:
    """The claims as plain values: ``None`` where there is none, days as ``date``."""
    made = list[dict[str, Any]]()
    for row in claims.to_dict("records"):
        values: dict[str, Any] = {}
        for name, said in row.items():
            if not isinstance(said, (list, str)) and pd.isna(said):
                values[str(name)] = None
            else:
                values[str(name)] = said.date() if isinstance(said, pd.Timestamp) else said
        made.append(values)
    return made


def told_on(row: Row) -> date | None:
    """The day a figure was told; of a total, the day up to which it counts."""
    day = row["last"] if row["scope"] == "cumulative" else row["published"] or row["last"]
    return day if isinstance(day, date) else None


def value(row: Row) -> int:
    """The one number of a claim: its best figure, else its bound."""
    return int(next(n for n in (row["best"], row["low"], row["high"]) if n is not None))


def speaker(row: Row) -> str:
    """Who gives a figure."""
    return str(row["asserted_by"] or row["source"] or row["doc_id"])


def figure(row: Row) -> Figure:
    """What a claim says in numbers."""
    return (row["low"], row["best"], row["high"], bool(row["approximate"]))


def said_of(row: Row) -> Any:
    """What the words around a claim's figure say of it."""
    running = row["scope"] == "cumulative"
    return counted(str(row["quote"] or ""), str(row["text"] or ""), running=running)


def one_each(group: Sequence[Row]) -> list[Row]:
    """The claims without those of a speaker that counts several groups in one document."""
    told: dict[tuple[str, str], dict[Figure, Row]] = defaultdict(dict)
    for row in group:
        told[(str(row["doc_id"]), speaker(row))].setdefault(figure(row), row)
    return [row for figures in told.values() if len(figures) == 1 for row in figures.values()]


def standing(told: Sequence[Row]) -> list[Row]:
    """The claims that no later one updates, nor their own words call earlier."""
    latest: dict[str, Row] = {}
    for row in told:
        known = latest.get(speaker(row))
        if known is None or _later(row, known):
            latest[speaker(row)] = row
    own = [row for row in told if not _later(latest[speaker(row)], row) and not said_of(row).before]
    updated = {
        (figure(one), told_on(one))
        for one, other in _rivals(own) for one, other in ((one, other), (other, one))
        if _goes_on(one, other)
    }  # fmt: skip
    return [row for row in own if (figure(row), told_on(row)) not in updated]


def contradicting(rows: Iterable[Row]) -> Iterator[tuple[Row, Row]]:
    """Claims that stand and contradict one another, two by two."""
    return ((one, two) for one, two in _rivals(rows) if _contradict(one, two))


def _rivals(rows: Iterable[Row]) -> Iterator[tuple[Row, Row]]:
    """Claims whose figures disagree, two by two, among those that are compared."""
    chosen = compared(rows)
    for k, one in enumerate(chosen):
        for two in chosen[k + 1 :]:
            if disagree(figure(one), figure(two)):
                yield one, two


def compared(rows: Iterable[Row]) -> list[Row]:
    """A few claims of each figure of each day: all there are to compare, however many repeat it."""
    told: dict[tuple[Figure, date | None], list[Row]] = defaultdict(list)
    for row in rows:
        told[(figure(row), told_on(row))].append(row)
    groups = list(told.values())
    if len(groups) > MOST_FIGURES:
        groups.sort(key=lambda group: value(group[0]))
        between = sorted(groups[1:-1], key=lambda group: -len(group))
        groups = [groups[0], groups[-1], *between[: MOST_FIGURES - 2]]
    return [row for group in groups for row in _of_each_speaker(group)]


def _of_each_speaker(group: Sequence[Row]) -> list[Row]:
    """The first claims of a figure by different speakers in different documents."""
    found: dict[tuple[str, str], Row] = {}
    for row in group:
        found.setdefault((speaker(row), str(row["doc_id"])), row)
        if len(found) == MOST_SPEAKERS:
            break
    return list(found.values())


def _later(one: Row, two: Row) -> bool:
    first, second = told_on(one), told_on(two)
    return bool(first and second and first > second)


def _goes_on(before: Row, after: Row) -> bool:
    """Whether a figure of another speaker only goes on from an earlier one it disagrees with."""
    if speaker(before) == speaker(after):
        return False
    first, second = told_on(before), told_on(after)
    if first is None or second is None or second < first:
        return False
    higher = value(after) > value(before)
    if before["scope"] == "cumulative":
        return higher and second - first > _same_day(before, first)
    # On one day only what rose is surely the later: papers of a morning are told in the evening.
    if revised(str(after["quote"] or "")) and (second > first or higher):
        return True
    happened = before["date_last"] or before["date_first"] or first
    return higher and second > first and second - happened <= _WEEK


def _same_day(total: Row, told: date) -> timedelta:
    begun = total["first"]
    return min(_SAME_DAYS, (told - begun) / _COUNTED) if begun else _SAME_DAYS


def _contradict(one: Row, two: Row) -> bool:
    """Whether neither of two claims that disagree goes on from the other."""
    if speaker(one) == speaker(two):
        return False
    if one["doc_id"] == two["doc_id"] and not (one["asserted_by"] and two["asserted_by"]):
        return False
    return not (_goes_on(one, two) or _goes_on(two, one))


@lru_cache(maxsize=4096)
def disagree(one: Figure, two: Figure) -> bool:
    """Whether two figures cannot both be right."""
    (low, high), (other_low, other_high) = bounds(one), bounds(two)
    if high < other_low or other_high < low:
        return True
    best, other_best = one[1], two[1]
    if best is None or other_best is None:
        return False
    least, most = sorted((best, other_best))
    open_or_wide = low < high or other_low < other_high
    return open_or_wide and most >= _APART * max(least, 1) and most - least >= _PEOPLE


def bounds(figure: Figure) -> tuple[float, float]:
    """The lowest and the highest number that a figure allows."""
    low, _, high, about = figure
    slack = _ABOUT if about else 0
    return (low or 0) * (1 - slack), (inf if high is None else high) * (1 + slack)
