"""Claims that contradict one another: which tell of one happening, and which of those disagree.

Two claims are compared where they count the same: kind, victims and scope are the same, both in
people, and both tell of one happening:

- *incidents*, and parts of them whose victims are named: the sources' reports were found to be of
  one event (``cluster_id``); or the place is the same town or nearer and the days overlap, neither
  longer than a week.
- *running totals*: of the same land as the sentence (else the title) names it, with the same
  beginning to a month (one that is not named is that of the conflict, more than a year ago), up
  to days within a month of one another. A total over three times another counts something else.

Who speaks is the actor that gives the figure, else the source. A speaker contradicts nobody by
its own figures: where it gives several of one happening in one document it counts several groups,
and they are left out; where a later document gives another, that one is an *update* and the
earlier no longer stands. Within a document only speakers that are named contradict one another.

Two claims disagree where their bounds leave no common number (about: a tenth more or less), or
where their best figures lie apart by half and by five people. That is a contradiction unless the
later figure only goes on from the earlier, which then no longer stands either:

- an incident's later figure is higher and was told within a week of the incident: more dead were
  found; or its sentence says that the toll rose or was revised;
- a total counted to a later day (by more than three) is higher. A later total that is lower
  contradicts: totals do not fall.

Nothing is averaged and nothing chosen: every figure stays with those who said it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from math import inf
from typing import Any, Literal

import pandas as pd

from dashboard.filters import Filters
from dashboard.table import queries
from dashboard.table.store import Snapshot
from dashboard.table.toll_words import Land, lands, revised

Row = Mapping[str, Any]
How = Literal["reports", "place", "total"]
Figure = tuple[int | None, int | None, int | None, bool]
"""Low, best, high, and whether it is about."""

_WEEK, _MONTH, _YEAR = timedelta(days=7), timedelta(days=31), timedelta(days=366)
_SAME_DAYS = timedelta(days=3)  # totals counted to days so near are of one day
_TOWN = 3  # where_prec: a district or nearer
_ANOTHER = 3  # times: a total that is so much larger counts something else
_APART, _PEOPLE = 1.5, 5  # best figures that differ by much
_ABOUT = 0.1


@dataclass(frozen=True, slots=True)
class Telling:
    """One figure of a happening with all claims that give it, the first told before the others.

    ``stands`` is false where it was updated: by its own speaker, or by a figure that goes on.
    """

    claims: tuple[Row, ...]
    stands: bool

    @property
    def first(self) -> Row:
        """The claim that gave the figure first."""
        return self.claims[0]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A happening that is told with figures that cannot all be right.

    ``tellings`` go from the lowest figure to the highest. ``how`` says why they are held to be of
    one happening: the ``reports`` agree, ``place`` and days do, or it is a ``total`` of ``lands``,
    each by its name in English and in Arabic.
    """

    tellings: tuple[Telling, ...]
    how: How
    lands: tuple[Land, ...] = ()

    @property
    def claims(self) -> tuple[Row, ...]:
        """All claims, those of the lowest figure first."""
        return tuple(claim for telling in self.tellings for claim in telling.claims)

    @property
    def apart(self) -> int:
        """How many people lie between the lowest and the highest figure that stand."""
        told = [_value(telling.first) for telling in self.tellings if telling.stands]
        return max(told) - min(told)


def disputed(snapshot: Snapshot, filters: Filters) -> list[Contradiction]:
    """The contradictions among the claims that the filters let through."""
    return contradictions(queries.claims(snapshot, filters))


def contradictions(claims: pd.DataFrame) -> list[Contradiction]:
    """The happenings that claims contradict one another about, those farthest apart first.

    ``claims`` has the columns of the claims query.
    """
    rows = [
        row for row in _rows(claims)
        if row["unit"] == "people" and _told(row) and (row["scope"] != "subset" or row["victims"])
    ]  # fmt: skip
    found: list[Contradiction] = []
    for how, group in (*_incidents(rows), *_totals(rows)):
        contradiction = _contradiction(how, group)
        if contradiction is not None:
            found.append(contradiction)
    return sorted(found, key=lambda c: (-c.apart, str(c.tellings[0].first["event_id"])))


def _rows(claims: pd.DataFrame) -> list[dict[str, Any]]:
    """The claims as plain values: ``None`` where there is none, days as ``date``."""
    made = []
    for row in claims.to_dict("records"):
        plain: dict[str, Any] = {}
        for name, value in row.items():
            if not isinstance(value, (list, str)) and pd.isna(value):
                plain[str(name)] = None
            else:
                plain[str(name)] = value.date() if isinstance(value, pd.Timestamp) else value
        made.append(plain)
    return made


def _told(row: Row) -> date | None:
    """The day a figure was told; of a total, the day up to which it counts."""
    day = row["last"] if row["scope"] == "cumulative" else row["published"] or row["last"]
    return day if isinstance(day, date) else None


def _value(row: Row) -> int:
    return int(next(n for n in (row["best"], row["low"], row["high"]) if n is not None))


def _speaker(row: Row) -> str:
    return str(row["asserted_by"] or row["source"] or row["doc_id"])


# Which claims tell of one happening.


def _incidents(rows: Iterable[dict[str, Any]]) -> Iterator[tuple[How, list[dict[str, Any]]]]:
    """Claims of single incidents by kind, victims and happening."""
    reported: dict[tuple[object, ...], list[dict[str, Any]]] = defaultdict(list)
    placed: dict[tuple[object, ...], list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        if row["scope"] == "cumulative":
            continue
        counted = (row["kind"], row["victims"], row["scope"])
        if row["cluster_id"]:
            reported[(*counted, row["cluster_id"])].append(row)
        elif row["place_id"] and (row["place_precision"] or 9) <= _TOWN and _short(row):
            placed[(*counted, row["place_id"])].append(row)
    for key, group in reported.items():
        # Reports whose happening was not recognised join it where place and days are the same.
        there = [row for row in group if row["place_id"] and _short(row)]
        joined = []
        for place in {row["place_id"] for row in there}:
            apart = placed.get((*key[:3], place), [])
            here = [row for row in there if row["place_id"] == place]
            near = [row for row in apart if any(_overlap(row, other) for other in here)]
            joined += near
            placed[(*key[:3], place)] = [row for row in apart if row not in near]
        yield "reports", [*group, *joined]
    for group in placed.values():
        waiting = sorted(group, key=lambda row: (row["date_first"], row["date_last"]))
        while waiting:
            # What joins a happening touches the days it began with: a battle is no chain of days.
            one = [row for row in waiting if _overlap(row, waiting[0])]
            yield "place", one
            waiting = [row for row in waiting if not _overlap(row, waiting[0])]


def _short(row: Row) -> bool:
    first, last = row["date_first"], row["date_last"]
    return bool(first and last and last - first <= _WEEK)


def _overlap(one: Row, two: Row) -> bool:
    return bool(one["date_first"] <= two["date_last"] and two["date_first"] <= one["date_last"])


def _totals(rows: Iterable[dict[str, Any]]) -> Iterator[tuple[How, list[dict[str, Any]]]]:
    """Running totals by kind, victims, land and beginning, a month of them at a time."""
    by_land: dict[tuple[object, ...], list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        if row["scope"] == "cumulative":
            named = _lands_of(row)
            if named:
                by_land[(row["kind"], row["victims"], row["place_id"], named)].append(row)
    for group in by_land.values():
        waiting = sorted(group, key=lambda row: (row["last"], str(row["event_id"])))
        while waiting:
            seed = waiting[0]
            one = [row for row in waiting if _same_total(seed, row)]
            taken = one
            if _any_contradict(one):
                yield "total", one
            else:
                # Those told alike would be compared with the same others again.
                taken = [row for row in one if _counted(row) == _counted(seed)]
            gone = set(map(id, taken))
            waiting = [row for row in waiting if id(row) not in gone]


def _counted(row: Row) -> tuple[object, ...]:
    """What of a total says which others it is compared with."""
    return (row["first"], row["last"], _figure(row))


def _same_total(one: Row, two: Row) -> bool:
    begun, other = one["first"], two["first"]
    if begun and other:
        same_start = abs(begun - other) <= _MONTH
    else:
        same_start = not (_of_a_year(one) or _of_a_year(two))
    if not same_start:
        return False
    least, most = sorted((_value(one), _value(two)))
    return bool(abs(two["last"] - one["last"]) <= _MONTH and most <= _ANOTHER * max(least, 1))


def _of_a_year(row: Row) -> bool:
    """Whether a total begins within a year: one that names no beginning counts from the start."""
    return bool(row["first"] and row["last"] - row["first"] <= _YEAR)


def _lands_of(row: Row) -> frozenset[Land]:
    return lands(row["quote"]) or lands(row["title"])


# Which of them disagree.


def _contradiction(how: How, group: Sequence[Row]) -> Contradiction | None:
    """The claims of one happening side by side, ``None`` where no two contradict one another."""
    told = _one_each(group)
    standing = _standing(told)
    if not _any_contradict(standing):
        return None
    figures: dict[tuple[object, ...], list[Row]] = defaultdict(list)
    for row in sorted(told, key=lambda r: (str(_told(r)), str(r["doc_id"]), r["start"])):
        figures[_figure(row)].append(row)
    stands = set(map(id, standing))
    tellings = [
        Telling(tuple(rows), any(id(row) in stands for row in rows)) for rows in figures.values()
    ]
    tellings.sort(key=lambda telling: (_value(telling.first), _bounds(_figure(telling.first))))
    of = _lands_of(group[0]) if how == "total" else frozenset[Land]()
    return Contradiction(tuple(tellings), how, tuple(sorted(of)))


def _figure(row: Row) -> Figure:
    return (row["low"], row["best"], row["high"], bool(row["approximate"]))


def _one_each(group: Sequence[Row]) -> list[Row]:
    """The claims without those of a speaker that counts several groups in one document."""
    told: dict[tuple[str, str], dict[tuple[object, ...], Row]] = defaultdict(dict)
    for row in group:
        told[(str(row["doc_id"]), _speaker(row))].setdefault(_figure(row), row)
    return [row for figures in told.values() if len(figures) == 1 for row in figures.values()]


def _standing(told: Sequence[Row]) -> list[Row]:
    """The claims that no later one updates."""
    latest: dict[str, Row] = {}
    for row in told:
        known = latest.get(_speaker(row))
        if known is None or _later(row, known):
            latest[_speaker(row)] = row
    own = [row for row in told if not _later(latest[_speaker(row)], row)]
    updated = {
        id(row)
        for one, others in _rivals(own) for row in one
        if any(_goes_on(row, other) for other in others)
    }  # fmt: skip
    return [row for row in own if id(row) not in updated]


def _rivals(rows: Iterable[Row]) -> Iterator[tuple[list[Row], list[Row]]]:
    """The claims of each figure, and all claims whose figures disagree with it.

    Figures are few where claims are many: a thousand reports repeat the same total.
    """
    told: dict[Figure, list[Row]] = defaultdict(list)
    for row in rows:
        told[_figure(row)].append(row)
    for figure, claims in told.items():
        against = [row for other in told if _disagree(figure, other) for row in told[other]]
        if against:
            yield claims, against


def _any_contradict(rows: Iterable[Row]) -> bool:
    return any(
        _contradict(one, two) for claims, others in _rivals(rows) for one in claims
        for two in others
    )  # fmt: skip


def _later(one: Row, two: Row) -> bool:
    first, second = _told(one), _told(two)
    return bool(first and second and first > second)


def _goes_on(before: Row, after: Row) -> bool:
    """Whether a figure of another speaker only goes on from an earlier one it disagrees with."""
    if _speaker(before) == _speaker(after):
        return False
    first, second = _told(before), _told(after)
    if first is None or second is None or second < first:
        return False
    higher = _value(after) > _value(before)
    if before["scope"] == "cumulative":
        return higher and second - first > _SAME_DAYS
    if second > first and revised(str(after["quote"] or "")):
        return True
    happened = before["date_last"] or before["date_first"] or first
    return higher and second > first and second - happened <= _WEEK


def _contradict(one: Row, two: Row) -> bool:
    """Whether neither of two claims that disagree goes on from the other."""
    if _speaker(one) == _speaker(two):
        return False
    if one["doc_id"] == two["doc_id"] and not (one["asserted_by"] and two["asserted_by"]):
        return False
    return not (_goes_on(one, two) or _goes_on(two, one))


@lru_cache(maxsize=4096)
def _disagree(one: Figure, two: Figure) -> bool:
    """Whether two figures cannot both be right."""
    (low, high), (other_low, other_high) = _bounds(one), _bounds(two)
    if high < other_low or other_high < low:
        return True
    best, other_best = one[1], two[1]
    if best is None or other_best is None:
        return False
    least, most = sorted((best, other_best))
    open_or_wide = low < high or other_low < other_high
    return open_or_wide and most >= _APART * max(least, 1) and most - least >= _PEOPLE


def _bounds(figure: Figure) -> tuple[float, float]:
    low, _, high, about = figure
    slack = _ABOUT if about else 0
    return (low or 0) * (1 - slack), (inf if high is None else high) * (1 + slack)
