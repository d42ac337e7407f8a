"""Claims that contradict one another: which tell of one happening, and which of those disagree.

Two claims are compared where they count the same: kind, victims and scope are the same, both in
people, and both tell of one happening:

- *incidents*, and parts of them whose victims are named: the sources' reports were found to be of
  one event (``cluster_id``), in towns not far apart; or the place is the same town or nearer and
  the days overlap, neither longer than a week, and what was done is the same, as far as it is told,
  and no figure is twenty times the other.
- *running totals*: of the same land as the sentence (else the title) names it, with the same
  beginning to a month (one that is not named is that of the conflict, more than a year ago), up
  to days within two months of one another; of people who return, are freed or are found, and whose
  number falls, within three days. A total over three times another counts something else.

The words around a figure say what it is of (``counted``): figures of different groups of people
are not compared, nor one of several happenings or of a while with one of a single happening, nor a
total of a part of a land with one of all of it. A figure whose clause names another place than its
event has, or whose doer is another, is of another happening.

That the claims are of one happening is ``sure`` where those that contradict one another are
reports found to be of one event, at places as exact and of deeds that go together, or totals whose
own sentences name the land. Where only place and days are the same, it may be two.

Who speaks is the actor that gives the figure, else the source. A speaker contradicts nobody by
its own figures: where it gives several of one happening in one document it counts several groups,
and they are left out; where a later document gives another, that one is an *update* and the
earlier no longer stands. Within a document only speakers that are named contradict one another.

Two claims disagree where their bounds leave no common number (about: a tenth more or less), or
where their best figures lie apart by half and by five people. That is a contradiction unless the
later figure only goes on from the earlier, which then no longer stands either:

- an incident's later figure is higher and was told within a week of the incident: more dead were
  found; or its sentence says that the toll rose or was revised;
- a total counted to a later day (by more than three; by a tenth of the time since it began) is
  higher. A later total that is lower contradicts: totals do not fall.

Nothing is averaged and nothing chosen: every figure stays with those who said it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import log
from typing import Literal

import pandas as pd

from dashboard.filters import Filters
from dashboard.table import queries
from dashboard.table.counted import named_places, names_part, of_another_year, places_beside
from dashboard.table.disagreeing import (
    Row,
    bounds,
    contradicting,
    figure,
    one_each,
    plain,
    said_of,
    standing,
    told_on,
    value,
)
from dashboard.table.spots import at_one_spot, within
from dashboard.table.store import Snapshot
from dashboard.table.toll_words import Land, lands

How = Literal["reports", "place", "total"]
Place = tuple[str, str, str]
"""A place's id, its country and its province."""

_DAY, _WEEK, _MONTH, _YEAR = (timedelta(days=n) for n in (1, 7, 31, 366))
_TOWN, _SPOT = 3, 2  # where_prec: a district or nearer, a town or nearer
_ANOTHER = 3  # times: a total that is so much larger counts something else
_OTHER = 20  # times: a figure of the place and day that is so much larger is of something else
_LIKE = 1.5  # times: totals of a day so near are compared with the same others
_SEEDS = 40  # totals of a month that others are compared with, one after the other
_TOLD = ("clause", "sentence", "narrative", "analyst")  # days that are not those of print
_SAME_DAYS = timedelta(days=3)
_LASTING = ("killed", "wounded", "casualties")  # kinds whose totals never fall
_ANY_DEED = ("", "attack", "unspecified")
_FIRE = ("airstrike", "shelling", "chemical")  # which of them it was, reports seldom agree on


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
    each by its name in English and in Arabic. Where that is not ``sure``, it may be two.
    """

    tellings: tuple[Telling, ...]
    how: How
    lands: tuple[Land, ...] = ()
    sure: bool = True

    @property
    def claims(self) -> tuple[Row, ...]:
        """All claims, those of the lowest figure first."""
        return tuple(claim for telling in self.tellings for claim in telling.claims)

    @property
    def apart(self) -> int:
        """How many people lie between the lowest and the highest figure that stand."""
        told = [value(telling.first) for telling in self.tellings if telling.stands]
        return max(told) - min(told)


def disputed(snapshot: Snapshot, filters: Filters) -> list[Contradiction]:
    """The contradictions among the claims that the filters let through."""
    return contradictions(queries.claims(snapshot, filters))


def contradictions(claims: pd.DataFrame) -> list[Contradiction]:
    """The happenings that claims contradict one another about: sure ones, then farthest apart.

    ``claims`` has the columns of the claims query.
    """
    rows = [
        row for row in plain(claims)
        if row["unit"] == "people" and told_on(row) and (row["scope"] != "subset" or row["victims"])
    ]  # fmt: skip
    found: list[Contradiction] = []
    for how, group in (*_incidents(rows), *_totals(rows)):
        contradiction = _contradiction(how, group)
        if contradiction is not None:
            found.append(contradiction)
    return sorted(found, key=lambda c: (not c.sure, -c.apart, str(c.tellings[0].first["event_id"])))


# Which claims tell of one happening.


def _incidents(rows: Sequence[Row]) -> Iterator[tuple[How, list[Row]]]:
    """Claims of single incidents by kind, victims and happening."""
    reported: dict[tuple[object, ...], list[Row]] = defaultdict(list)
    placed: dict[tuple[object, ...], list[Row]] = defaultdict(list)
    towns = [row for row in rows if within(row, _SPOT)]
    known = named_places({(name, _place(row)) for row in towns for name in _names(row)})
    for row in rows:
        if row["scope"] == "cumulative":
            continue
        if _elsewhere(row, places_beside(str(row["quote"] or ""), str(row["text"] or ""), known)):
            continue
        said = said_of(row)
        counts = (row["kind"], row["victims"], row["scope"], said.whom, said.several)
        if row["cluster_id"]:
            reported[(*counts, row["cluster_id"])].append(row)
        elif within(row, _TOWN) and _short(row) and _there(row):
            placed[(*counts, row["place_id"])].append(row)
    for key, group in reported.items():
        # Reports whose happening was not recognised join it where place, days and deed are its own.
        there: dict[object, list[Row]] = defaultdict(list)
        for row in group:
            if row["place_id"] and _short(row):
                there[row["place_id"]].append(row)
        joined: list[Row] = []
        for place, here in there.items():
            apart = placed.get((*key[:-1], place), [])
            days, deeds = _Days(here), {_deed(row) for row in here} - {""}
            also = [
                row for row in apart
                if row["date_basis"] in _TOLD and _deed(row) in {"", *deeds} and days.touch(row)
            ]  # fmt: skip
            gone = set(map(id, also))
            joined += also
            placed[(*key[:-1], place)] = [row for row in apart if id(row) not in gone]
        for here in at_one_spot([*group, *joined]):
            for one in _parted(here, _doer):
                yield "reports", one
    for group in placed.values():
        for at_once in _at_once(group):
            for one in _parted(at_once, _deed):
                for parted in _parted(one, _doer):
                    yield "place", parted


def _place(row: Row) -> Place:
    return str(row["place_id"]), str(row["place_country"]), str(row["place_admin1"] or "")


def _names(row: Row) -> list[str]:
    return [str(row[name]) for name in ("place_name", "place_name_ar") if row[name]]


def _elsewhere(row: Row, beside: Iterable[Place]) -> bool:
    """Whether a figure is of another place than its event: its clause names towns of other
    provinces alone."""
    _, *own = _place(row)
    named = [place[1:] for place in beside]
    return bool(named) and all(province and [land, province] != own for land, province in named)


def _there(row: Row) -> bool:
    """Whether an event's place is named where its figure is told, or in the headline."""
    said = f"{row['quote'] or ''} {row['title'] or ''}"
    return any(names_part(said, name) for name in _names(row))


def _short(row: Row) -> bool:
    first, last = row["date_first"], row["date_last"]
    return bool(first and last and last - first <= _WEEK)


class _Days:
    """The days of claims, to find out which others touch them."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._first: list[date] = []
        self._last: list[date] = []
        for first, last in sorted({(row["date_first"], row["date_last"]) for row in rows}):
            if self._last and first <= self._last[-1]:
                self._last[-1] = max(self._last[-1], last)
            else:
                self._first.append(first)
                self._last.append(last)

    def touch(self, row: Row) -> bool:
        """Whether a claim's days overlap any of them."""
        k = bisect_right(self._first, row["date_last"])
        return bool(k) and bool(row["date_first"] <= self._last[k - 1])


def _at_once(group: Iterable[Row]) -> Iterator[list[Row]]:
    """Claims by their days: what joins touches those a happening began with; no chain of days."""
    one: list[Row] = []
    for row in sorted(group, key=lambda row: (row["date_first"], row["date_last"])):
        if one and row["date_first"] > one[0]["date_last"]:
            yield one
            one = []
        one.append(row)
    if one:
        yield one


def _deed(row: Row) -> str:
    mode = str(row["mode"] or "")
    return "" if mode in _ANY_DEED else mode


def _doer(row: Row) -> str:
    """Whose deed it was: the side of who did it, where one is told."""
    sides = {str(one.get("side") or one["actor_id"]) for one in row["done_by"] or ()}
    return min(sides) if len(sides) == 1 else ""


def _parted(group: Sequence[Row], by: Callable[[Row], Hashable]) -> Iterator[list[Row]]:
    """The group parted by what is known; what is not known goes with the only one that is."""
    known = [name for name in Counter(map(by, group)) if name]
    if len(known) <= 1:
        yield [*group]
        return
    for name in [*known, ""]:
        if one := [row for row in group if by(row) == name]:
            yield one


def _totals(rows: Iterable[Row]) -> Iterator[tuple[How, list[Row]]]:
    """Running totals by kind, victims, land and beginning, two months of them at a time."""
    by_land: dict[tuple[object, ...], list[Row]] = defaultdict(list)
    for row in rows:
        if row["scope"] == "cumulative":
            named, said = _lands_of(row), said_of(row)
            if named and not of_another_year(str(row["quote"] or ""), row["last"].year):
                key = (row["kind"], row["victims"], row["place_id"], named, said.whom, said.region)
                by_land[key].append(row)
    for group in by_land.values():
        waiting = sorted(group, key=lambda row: (row["last"], str(row["event_id"])))
        done: set[int] = set()
        seeds: Counter[tuple[int, int]] = Counter()
        for k, seed in enumerate(waiting):
            month = (seed["last"].year, seed["last"].month)
            if id(seed) in done or seeds[month] == _SEEDS:
                continue
            seeds[month] += 1
            one = [
                row for row in _soon_after(waiting, k)
                if id(row) not in done and _same_total(seed, row)
            ]  # fmt: skip
            if any(True for _ in contradicting(one)):
                yield "total", one
                done.update(map(id, one))
            else:
                # Those told alike would be compared with the same others again.
                done.update(id(row) for row in one if _like(row) == _like(seed))


def _soon_after(waiting: Sequence[Row], k: int) -> Iterator[Row]:
    """The totals from one on, up to two months later."""
    for row in waiting[k:]:
        if row["last"] - waiting[k]["last"] > 2 * _MONTH:
            return
        yield row


def _like(row: Row) -> tuple[object, ...]:
    """What of a total says which others it is compared with."""
    begun = row["first"]
    return (begun and (begun.year, begun.month), row["last"], int(log(value(row) or 1, _LIKE)))


def _same_total(one: Row, two: Row) -> bool:
    begun, other = one["first"], two["first"]
    if begun and other:
        # A month more or less is little of years, and much of a month.
        length = max(one["last"] - begun, two["last"] - other)
        same_start = abs(begun - other) <= min(_MONTH, max(length / 10, _SAME_DAYS))
    else:
        same_start = not (_of_a_year(one) or _of_a_year(two))
    if not same_start:
        return False
    least, most = sorted((value(one), value(two)))
    near = 2 * _MONTH if one["kind"] in _LASTING else _SAME_DAYS
    return bool(abs(two["last"] - one["last"]) <= near and most <= _ANOTHER * max(least, 1))


def _of_a_year(row: Row) -> bool:
    """Whether a total begins within a year: one that names no beginning counts from the start."""
    return bool(row["first"] and row["last"] - row["first"] <= _YEAR)


def _lands_of(row: Row) -> frozenset[Land]:
    return lands(row["quote"]) or lands(row["title"])


# Which of them disagree.


def _contradiction(how: How, group: Sequence[Row]) -> Contradiction | None:
    """The claims of one happening side by side, ``None`` where no two contradict one another."""
    told = one_each(group)
    stand = standing(told)
    against = list(contradicting(stand))
    if how == "place":
        against = [pair for pair in against if _likely_one(*map(value, pair))]
    if not against:
        return None
    figures: dict[tuple[object, ...], list[Row]] = defaultdict(list)
    for row in sorted(told, key=lambda r: (str(told_on(r)), str(r["doc_id"]), r["start"])):
        figures[figure(row)].append(row)
    stands = set(map(id, stand))
    tellings = [
        Telling(tuple(rows), any(id(row) in stands for row in rows)) for rows in figures.values()
    ]
    tellings.sort(key=lambda telling: (value(telling.first), bounds(figure(telling.first))))
    of = _lands_of(group[0]) if how == "total" else frozenset[Land]()
    sure = any(_sure(how, one, two) for one, two in against)
    return Contradiction(tuple(tellings), how, tuple(sorted(of)), sure)


def _likely_one(one: int, two: int) -> bool:
    """Whether figures of one place and day may be of one happening: not five and thousands."""
    return max(one, two) <= _OTHER * max(min(one, two), 1)


def _sure(how: How, one: Row, two: Row) -> bool:
    """Whether two claims are of one happening for certain."""
    if how == "place":
        return False
    if how == "total":
        return all(lands(row["quote"]) and not said_of(row).region for row in (one, two))
    deeds = {"fire" if _deed(row) in _FIRE else _deed(row) for row in (one, two)} - {""}
    exact = {(row["place_precision"] or _TOWN) <= _SPOT for row in (one, two)}
    return bool(
        one["cluster_id"] and one["cluster_id"] == two["cluster_id"]
        and len(deeds) <= 1 and len(exact) == 1 and _same_days(one, two)
    )  # fmt: skip


def _same_days(one: Row, two: Row) -> bool:
    if not (_short(one) and _short(two)):
        return True
    told = one["date_basis"] in _TOLD and two["date_basis"] in _TOLD
    near = timedelta() if told else _DAY  # a night's attack is printed the next day
    return bool(
        one["date_first"] <= two["date_last"] + near
        and two["date_first"] <= one["date_last"] + near
    )
