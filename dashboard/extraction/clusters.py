"""One event, many reports: which events of different documents are the same.

Reports are matched by type, overlapping days, distance within what their places' precision allows
and shared actors, the idea of MELTT (Donnay et al. 2019, "Integrating Conflict Event Data", J.
Conflict Resolution 63(5)); copies of one wire by their words (shingles, Broder 1997). Nothing is
merged and no figure averaged: the reports stay, side by side, under one cluster.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import asin, cos, radians, sin, sqrt

from dashboard.text import fold, words

# How far a report's place may be from where it was, by UCDP's where_prec, in kilometres.
_REACH = {1: 5.0, 2: 15.0, 3: 30.0, 4: 60.0, 5: 60.0}
_EXACT = 2  # where_prec of a town or near it
_VAGUE_MODES = ("", "attack", "unspecified", "clash", "siege")
_AGREED = 3  # points by which two incidents of a place and day are one
_EARTH = 6371.0  # km
_LONGEST = timedelta(days=7)  # a report that dates its event to more than a week matches by words
_LATER = timedelta(days=1)  # by how much a day taken from the day of publication may be off
_SHINGLE = 3  # words
_SKETCH = 4  # smallest shingles by which copies find each other
_LEAST = 4  # shingles: «وأضاف الوزير» copies nobody
_SAME_WORDS = 0.6  # Jaccard
_COPY_WITHIN = timedelta(days=14)
_MOST = 200  # reports of one day and type that are compared: beyond, a day is a crawl, no event


@dataclass(frozen=True, slots=True)
class Report:
    """An event as one document tells it.

    ``told`` says that the text itself gives its days; ``lead`` is who acts, "" where unknown.
    """

    event_id: str
    doc_id: str
    type: str
    mode: str
    modality: str
    first: date | None
    last: date | None
    told: bool
    place_id: str | None
    lat: float | None
    lon: float | None
    precision: int
    lead: str
    actors: frozenset[str]
    figures: frozenset[tuple[str, int | None, int | None]]
    quote: str
    published: date | None = None


@dataclass(slots=True)
class _Seen:
    report: Report
    shingles: frozenset[int]
    cluster: _Cluster | None = None


@dataclass(slots=True)
class _Cluster:
    members: list[_Seen] = field(default_factory=list)
    documents: set[str] = field(default_factory=set)


def clusters(reports: Iterable[Report]) -> dict[str, str]:
    """The cluster of every event that more than one document reports: event id → cluster id.

    The same reports give the same clusters in any order; a cluster is named by its smallest event
    id and holds at most one event of a document.
    """
    seen = [_Seen(r, _shingles(r.quote)) for r in sorted(reports, key=_order)]
    by_key: dict[tuple[object, ...], list[_Seen]] = defaultdict(list)
    for item in seen:
        best = _best(item, _candidates(item, by_key))
        cluster = best if best is not None else _Cluster()
        cluster.members.append(item)
        cluster.documents.add(item.report.doc_id)
        item.cluster = cluster
        for key in _keys(item):
            by_key[key].append(item)
    out: dict[str, str] = {}
    for item in seen:
        if item.cluster is not None and len(item.cluster.members) > 1:
            out[item.report.event_id] = min(m.report.event_id for m in item.cluster.members)
    return out


def same_words(one: str, other: str) -> bool:
    """Whether two sentences are copies: most of their three-word shingles are shared."""
    return _alike(_shingles(one), _shingles(other))


def _order(report: Report) -> tuple[str, str, str]:
    return (str(report.first or report.published or ""), report.doc_id, report.event_id)


def _shingles(text: str) -> frozenset[int]:
    said = [w.text for w in words(fold(text)) if w.text.isalnum()]
    runs = (" ".join(said[k : k + _SHINGLE]) for k in range(max(1, len(said) - _SHINGLE + 1)))
    return frozenset(zlib.crc32(run.encode("utf-8", "surrogatepass")) for run in runs)


def _alike(one: frozenset[int], other: frozenset[int]) -> bool:
    if min(len(one), len(other)) < _LEAST:
        return False
    both = len(one & other)
    return both >= _SAME_WORDS * (len(one) + len(other) - both)


def _happened(report: Report) -> str:
    """The modality, long past or of these days being one."""
    return "actual" if report.modality == "historical" else report.modality


def _days(report: Report) -> Iterator[date]:
    if report.first is None or report.last is None or report.last - report.first > _LONGEST:
        return
    slack = timedelta(0) if report.told else _LATER
    day, last = report.first - slack, report.last + slack
    while day <= last:
        yield day
        day += timedelta(days=1)


def _keys(item: _Seen) -> Iterator[tuple[object, ...]]:
    """Where reports of one event meet: their type and day, and their rarest shingles."""
    report = item.report
    for day in _days(report):
        yield (report.type, _happened(report), day)
    for shingle in sorted(item.shingles)[:_SKETCH]:
        yield (report.type, shingle)


def _candidates(
    item: _Seen, by_key: dict[tuple[object, ...], list[_Seen]]
) -> Iterator[tuple[_Seen, _Cluster]]:
    met: set[int] = set()
    for key in _keys(item):
        for other in by_key.get(key, ())[-_MOST:]:
            if id(other) not in met and other.cluster is not None:
                met.add(id(other))
                yield other, other.cluster


def _best(item: _Seen, others: Iterable[tuple[_Seen, _Cluster]]) -> _Cluster | None:
    """The cluster whose nearest report matches best; none that holds the document already."""
    best: tuple[tuple[int, int, int], _Cluster] | None = None
    for other, cluster in others:
        if item.report.doc_id in cluster.documents or not _match(item, other):
            continue
        # A battle of a week is no chain of days: what joins it must touch the day it began with.
        seed = cluster.members[0]
        if not (_overlap(item.report, seed.report) or _alike(item.shingles, other.shingles)):
            continue
        one, two = item.report, other.report
        score = (
            len(one.actors & two.actors),
            int(one.place_id == two.place_id) + len(one.figures & two.figures),
            len(item.shingles & other.shingles),
        )
        if best is None or score > best[0]:
            best = (score, cluster)
    return best[1] if best is not None else None


def _match(item: _Seen, other: _Seen) -> bool:
    one, two = item.report, other.report
    if one.type != two.type or _happened(one) != _happened(two):
        return False
    if _alike(item.shingles, other.shingles) and _published_near(one, two):
        return True
    if not _overlap(one, two):
        return False
    if one.type == "CONSULT":
        return _same_encounter(one, two)
    if one.type == "STATEMENT":
        return bool(one.figures & two.figures) and bool(one.actors & two.actors)
    if one.type in ("ASSAULT", "PROTEST", "COERCE"):
        return _same_incident(one, two)
    return _same_deed(one, two)


def _published_near(one: Report, two: Report) -> bool:
    if one.published is None or two.published is None:
        return True
    return abs(one.published - two.published) <= _COPY_WITHIN


def _overlap(one: Report, two: Report) -> bool:
    if one.first is None or one.last is None or two.first is None or two.last is None:
        return False
    if max(one.last - one.first, two.last - two.first) > _LONGEST:
        return False
    slack = timedelta(0) if one.told and two.told else _LATER
    return one.first - slack <= two.last and two.first - slack <= one.last


def _same_encounter(one: Report, two: Report) -> bool:
    for mode in ("phone", "visit"):
        if (one.mode == mode) != (two.mode == mode):
            return False
    shared = len(one.actors & two.actors)
    return shared >= min(2, len(one.actors), len(two.actors)) > 0 and _near(one, two, True)


def _same_incident(one: Report, two: Report) -> bool:
    """Two attacks, protests or arrests at one place and day, where enough else agrees.

    A town under fire has several attacks a day: place and day alone join nothing.
    """
    if _happened(one) != "actual" or not _near(one, two, False):
        return False
    alike = one.mode == two.mode and one.mode not in _VAGUE_MODES
    if not alike and one.mode not in _VAGUE_MODES and two.mode not in _VAGUE_MODES:
        return False
    exact = one.place_id == two.place_id and one.precision <= _EXACT
    agreed = alike + exact + bool(one.actors & two.actors) + (one.told and two.told)
    return agreed + 2 * bool(one.figures & two.figures) >= _AGREED


def _same_deed(one: Report, two: Report) -> bool:
    """Two accusations, demands, deals …: of the same actor to the same, on a day told by both."""
    return (
        one.told and two.told and one.mode == two.mode
        and one.lead == two.lead and len(one.actors & two.actors) >= 2 and _near(one, two, True)
    )  # fmt: skip


def _near(one: Report, two: Report, unknown: bool) -> bool:
    """Whether two places may be one; ``unknown`` where either says none."""
    if one.place_id is None or two.place_id is None:
        return unknown
    if one.place_id == two.place_id:
        return True
    if one.lat is None or one.lon is None or two.lat is None or two.lon is None:
        return False
    reach = _REACH.get(one.precision, 0.0) + _REACH.get(two.precision, 0.0)
    return _distance((one.lat, one.lon), (two.lat, two.lon)) <= reach


def _distance(one: Sequence[float], two: Sequence[float]) -> float:
    """The great-circle distance of two (latitude, longitude) in kilometres, by haversines."""
    (a, b), (c, d) = map(radians, one), map(radians, two)
    half = sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2
    return 2 * _EARTH * asin(sqrt(half))
