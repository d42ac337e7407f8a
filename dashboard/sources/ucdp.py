"""UCDP Georeferenced Event Dataset: an export in its original columns as events of the table.

Columns are read as the "UCDP GED Codebook version 19.1" (Högbladh 2019) and Sundberg and Melander
(2013), "Introducing the UCDP Georeferenced Event Dataset", J. Peace Research 50(4), say:

- ``date_start`` and ``date_end`` are the earliest and the latest day; ``date_prec`` is how exactly
  they are known: 1 a day, 2 two to six days, 3 a week, 4 a month, 5 more than a month up to a year.
- ``where_prec`` is 1 an exact place, 2 near one, 3 a district, 4 a province, 5 a line or area,
  6 a country, 7 the sea or air.
- ``side_a`` and ``side_b`` are the warring parties; in one-sided violence (``type_of_violence`` 3)
  the second are the civilians attacked. Parties that act together are written with commas.
- ``best`` is the estimate of all deaths, ``low`` and ``high`` are its bounds, ``deaths_civilians``
  is the part of ``best`` who were civilians.

In about a hundred of the 16,566 rows on Syria ``best`` lies outside its bounds: the claim then
spans all three figures, and the row's line says what the data set has.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from functools import lru_cache
from math import cos, hypot, radians
from pathlib import Path

from dashboard.dates.calendars import Interval
from dashboard.dates.edtf import edtf
from dashboard.extraction.places.gazetteer import gazetteer
from dashboard.extraction.vocabulary.phrases import DATA
from dashboard.extraction.vocabulary.registry import registry
from dashboard.model import (
    IMPORTED,
    Actor,
    ActorMention,
    CasualtyClaim,
    DateMention,
    Document,
    Event,
    EventDate,
    Extraction,
    Participant,
    Place,
    PlaceMention,
    Precision,
)
from dashboard.sources.files import SourceError
from dashboard.sources.rows import BadRow, Line, Part, Row, Sheet, bad_row, read_rows, twice
from dashboard.text import fold_word

NAME = "UCDP GED"
RULE = f"{IMPORTED}ucdp"
VERSION = f"{RULE} 2"
WHAT = "a UCDP GED file with the columns of its codebook, from ucdp.uu.se/downloads"
RESTS_ON = (
    "UCDP Georeferenced Event Dataset (Sundberg and Melander 2013; Högbladh 2019), ucdp.uu.se, "
    "CC BY 4.0"
)
_BY, _BY_AR = "UCDP", "برنامج أوبسالا لبيانات النزاعات"

NEEDED = (
    "id", "type_of_violence", "side_a", "side_b", "where_prec", "where_coordinates", "latitude",
    "longitude", "country", "date_prec", "date_start", "date_end", "deaths_civilians", "low",
    "best", "high",
)  # fmt: skip
_WRITTEN = (
    "id", "date_start", "date_end", "date_prec", "side_a", "side_b", "type_of_violence",
    "where_coordinates", "adm_1", "country", "where_prec", "latitude", "longitude",
    "source_office", "source_date", "source_headline", "deaths_a", "deaths_b",
    "deaths_civilians", "deaths_unknown", "low", "best", "high",
)  # fmt: skip
_EDITION = re.compile(r"(?<![\d.])\d\d\.\d(?![\d.]*\d)")
_GRAIN: dict[int, Precision] = {1: "day", 2: "week", 3: "week", 4: "month", 5: "year"}
_ONE_SIDED = 3
_GOVERNMENT = "Government of "
_KIND_OF_PLACE = re.compile(
    r" (?:town|village|city|suburb|district|neighbou?rhood|camp|airport|area|governorate)$"
)
_DISTRICT, _PROVINCE, _COUNTRY = 3, 4, 6  # where_prec
_SAME_PLACE = 1.5  # km
_SAME_NAME = 0.68
_POINT = 0.5  # km: of the same point
_SHORT = 3  # consonants: fewer of them many names have
# How alike spellings are whose point lies so many km from the place that they name.
_FAR = ((1.0, 5.0), (0.8, 3.0), (0.0, _SAME_PLACE))
_VOWELS = re.compile(r"[aeiouwy]")
_TWICE = re.compile(r"(.)\1+")
_OTHER_KINDS = re.compile(r"\b(?:district|governorate|area|camp|airport|base|plain)\b", re.I)
_DEGREE = 111.2  # km


def read(path: Path) -> Iterator[Part | SourceError]:
    """The events of a file, one document a country and month (of the first day), and bad rows.

    A row is a line of its document, and its event's quote.
    """
    edition = _EDITION.search(path.name)
    source = f"{NAME} {edition.group()}" if edition else NAME
    months: dict[tuple[str, str], _Month] = {}
    lines: dict[str, int] = {}
    rows: list[Row] = []
    problems: list[SourceError] = []
    for row in read_rows(path, NEEDED, WHAT):
        if isinstance(row, SourceError):
            problems.append(row)
        elif (first := lines.setdefault(row.text("id"), row.line)) != row.line and row.text("id"):
            problems.append(bad_row(path, row, twice(row, "id", first)))
        else:
            rows.append(row)
    # In order of time, so that a month is read as it went.
    for row in sorted(rows, key=lambda row: (row.text("date_start"), row.line)):
        try:
            row.needed("id")
            place = (row.needed("country"), row.day("date_start").isoformat()[:7])
            months.setdefault(place, _Month(source, *place)).take(row)
        except BadRow as error:
            problems.append(bad_row(path, row, error))
    yield from sorted(problems, key=lambda problem: problem.line or 0)
    for month in months.values():
        if month.events:
            yield month.part()


@dataclass(slots=True)
class _Month:
    """The rows of a country and month: their text, and what they say."""

    source: str
    country: str
    month: str
    sheet: Sheet = field(default_factory=Sheet)
    dates: list[DateMention] = field(default_factory=list)
    actors: list[ActorMention] = field(default_factory=list)
    places: list[PlaceMention] = field(default_factory=list)
    claims: list[CasualtyClaim] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    crosswalk: dict[str, dict[str, int]] = field(default_factory=dict)

    def take(self, row: Row) -> None:
        """Add a row; ``BadRow`` leaves the month as it was."""
        first, last, prec = row.day("date_start"), row.day("date_end"), row.count("date_prec", 1, 5)
        if last < first:
            told = f"`date_end` {last} is before `date_start` {first}; correct one of them"
            raise BadRow("order", told, first=str(first), last=str(last))
        kind, where_prec = row.count("type_of_violence", 1, 3), row.count("where_prec", 1, 7)
        lat, lon = row.degrees("latitude", 90), row.degrees("longitude", 180)
        low, best, high = (row.count(name) for name in ("low", "best", "high"))
        civilians = row.count("deaths_civilians")
        sides = {name: row.needed(name) for name in ("side_a", "side_b")}
        place = _place(
            row.needed("where_coordinates"), row.text("adm_1"), self.country, lat, lon, where_prec
        )
        line = self.sheet.add({name: row.text(name) for name in _WRITTEN})
        when = EventDate(
            edtf(Interval(first, last, _GRAIN[prec])), first, last, _GRAIN[prec],
            basis="clause", start=line.named["date_start"][0], end=line.named["date_end"][1],
        )  # fmt: skip
        self._date(line, when)
        at = line.values["where_coordinates"]
        self.places.append(PlaceMention(*at, self._words(line, *at), place))
        people = [
            participant
            for name, role in (
                ("side_a", "actor"),
                ("side_b", "target" if kind == _ONE_SIDED else "actor"),
            )
            for participant in self._side(line, name, sides[name], role)
        ]
        counted = [self._claim(line, "low", "high", (low, best, high), when)]
        if civilians:
            counted.append(
                replace(
                    self._claim(line, "deaths_civilians", "deaths_civilians", (civilians,), when),
                    scope="subset", victims="civilians",
                )
            )  # fmt: skip
        numbers = tuple(range(len(self.claims), len(self.claims) + len(counted)))
        self.claims += counted
        event_id = f"{_slug(self.source)}:{row.text('id')}"
        self.events.append(
            Event(
                event_id, "ASSAULT", "", "actual", when, place, tuple(people), numbers,
                line.text, line.start, line.end, RULE, 1.0,
            )
        )  # fmt: skip
        self.crosswalk[event_id] = {
            "ucdp_type_of_violence": kind, "ucdp_date_prec": prec, "ucdp_where_prec": where_prec,
            "ucdp_low": low, "ucdp_best": best, "ucdp_high": high,
        }  # fmt: skip

    def part(self) -> Part:
        """The month as a document with its events."""
        document = Document(
            f"{_slug(self.source)}:{_slug(self.country)}:{self.month}", self.sheet.text,
            f"{self.source}: {self.country}, {self.month}", self.source, rests_on=RESTS_ON,
        )  # fmt: skip
        read = Extraction(
            document, tuple(self.dates), tuple(self.actors), tuple(self.places),
            tuple(self.claims), tuple(self.events),
        )  # fmt: skip
        return Part(read, self.crosswalk)

    def _words(self, line: Line, start: int, end: int) -> str:
        return line.text[start - line.start : end - line.start]

    def _date(self, line: Line, when: EventDate) -> None:
        assert when.start is not None and when.end is not None
        self.dates.append(
            DateMention(
                when.start, when.end, self._words(line, when.start, when.end),
                "date" if when.first == when.last else "interval", when.edtf, when.first,
                when.last, when.precision, rule=RULE,
            )
        )  # fmt: skip

    def _side(self, line: Line, column: str, names: str, role: str) -> Iterator[Participant]:
        """The parties of one side, each where its own name stands."""
        at = line.values[column][0]
        for name in names.split(", "):
            actor, end = _actor(name), at + len(name)
            self.actors.append(ActorMention(at, end, name, actor))
            yield Participant(actor.id, actor.name, actor.name_ar, role, actor.side, at, end)
            at = end + len(", ")

    def _claim(
        self, line: Line, first: str, last: str, figures: tuple[int, ...], when: EventDate
    ) -> CasualtyClaim:
        start, end = line.named[first][0], line.named[last][1]
        best = figures[len(figures) // 2]
        return CasualtyClaim(
            start, end, self._words(line, start, end), "killed", min(figures), best, max(figures),
            first=when.first, last=when.last, asserted_by=_BY, asserted_by_ar=_BY_AR, rule=RULE,
        )  # fmt: skip


def _slug(name: str) -> str:
    return re.sub(r"[^\w.]+", "-", name.lower()).strip("-")


@lru_cache(maxsize=1)
def _known_actors() -> dict[str, Actor]:
    """The parties whose names the data set writes in its own way, and all others by English name.

    ``data/imports/ucdp_actors.csv`` has an actor's id, or for one on no list the Arabic name.
    """
    actors = registry().actors
    known = {
        fold_word(_GOVERNMENT + a.name if a.kind == "state" else a.name): a
        for a in actors.values()
        if a.kind != "person"
    }
    with (DATA / "imports" / "ucdp_actors.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            name = row["name"]
            known[fold_word(name)] = (
                actors[row["actor_id"]] if row["actor_id"]
                else Actor(f"ucdp:{_slug(name)}", name, row["name_ar"], "armed_group")
            )  # fmt: skip
    return known


@lru_cache(maxsize=4096)
def _actor(name: str) -> Actor:
    known = _known_actors().get(fold_word(name))
    return known or Actor(f"ucdp:{_slug(name)}", name, "", "armed_group")


@lru_cache(maxsize=16384)
def _place(name: str, admin1: str, country: str, lat: float, lon: float, prec: int) -> Place:
    """The gazetteer's place of this name and point, so that one filter finds both; else its own.

    Its own has the Arabic name of a place of the gazetteer that is near and of the same name.
    """
    code = gazetteer().codes.get(country, "")
    best, score = None, _SAME_NAME
    for place in _places_of(code):
        if _there(country, lat, lon, prec, place):
            alike = _alike(name, place.name)
            if alike >= score:
                best, score = place, alike
    km, same = _of_same_name(name, code, lat, lon) if prec < _DISTRICT else (0.0, None)
    if best is None and same is not None and km <= _SAME_PLACE:
        best = same
    if best is not None:
        return replace(best, precision=prec)
    return Place(
        f"ucdp:{lat:.4f}:{lon:.4f}:{_slug(name)}", name, same.name_ar if same else "", code,
        admin1.removesuffix(" Governorate"), lat, lon, prec,
    )  # fmt: skip


def _of_same_name(name: str, code: str, lat: float, lon: float) -> tuple[float, Place | None]:
    """The one settlement near a point whose name differs in vowels at most, and how far it is.

    «Tadmur/Palmyra town» has two names. Where two settlements fit, or the name is of another kind
    (a district, a camp), it is none: nothing is guessed. One that is not at the point is spelled
    nearly the same: Balyun and Iblin are neighbours.
    """
    if _OTHER_KINDS.search(name):
        return 0.0, None
    parts = name.partition(" (")[0].split("/")
    called = {_consonants(part) for part in parts}
    found = []
    for place in _places_of(code):
        if place.precision < _PROVINCE and place.name_ar and _consonants(place.name) in called:
            km = _apart(lat, lon, place)
            alike = max(_alike(part, place.name) for part in parts)
            short = len(_consonants(place.name)) < _SHORT
            far = next(far for least, far in _FAR if alike >= least)
            if km <= (_POINT if short else far):
                found.append((km, place))
    return found[0] if len(found) == 1 else (0.0, None)


@lru_cache(maxsize=16384)
def _consonants(name: str) -> str:
    """A spelling in Latin letters without what others spell differently: vowels, and letters
    twice."""
    return _TWICE.sub(r"\1", _VOWELS.sub("", _bare(name)))


def _apart(lat: float, lon: float, place: Place) -> float:
    if place.lat is None or place.lon is None:
        return float("inf")
    north, east = lat - place.lat, (lon - place.lon) * cos(radians(lat))
    return hypot(north, east) * _DEGREE


@lru_cache(maxsize=256)
def _places_of(code: str) -> tuple[Place, ...]:
    return tuple(place for place in gazetteer().places.values() if place.country == code)


def _there(country: str, lat: float, lon: float, prec: int, place: Place) -> bool:
    """Whether a place of the gazetteer is of the row's grain, and a small one where the row is."""
    if prec == _COUNTRY:
        return place.precision == _COUNTRY and place.name == country
    if prec >= _PROVINCE or place.lat is None or place.lon is None:
        return place.precision == _PROVINCE == prec
    return place.precision < _PROVINCE and _apart(lat, lon, place) <= _SAME_PLACE


@lru_cache(maxsize=65536)
def _alike(one: str, other: str) -> float:
    """How alike two spellings in Latin letters are, from 0 to 1, articles and kinds aside."""
    return SequenceMatcher(None, _bare(one), _bare(other)).ratio()


@lru_cache(maxsize=16384)
def _bare(name: str) -> str:
    said = _KIND_OF_PLACE.sub("", name.lower().partition(" (")[0])
    words = re.split(r"[\s’'‘`-]+", said)
    articles = ("al", "ar", "as", "ad", "an", "at", "az", "ash", "el")
    return "".join(word for word in words if word not in articles)
