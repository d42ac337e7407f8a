"""The words of the whole program: small frozen values that every room shares.

Offsets count Unicode code points of ``Document.text``, end exclusive. Days are inclusive at both
ends. A value that the text does not give is ``None``: nothing here is ever filled in by a guess.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from dashboard.values import dataclass

PublishedBasis = Literal["given", "metadata", "text", "inferred", "unknown"]
DateKind = Literal["date", "interval", "duration", "reference"]
Precision = Literal[
    "day", "week", "month", "season", "quarter", "year", "decade", "century", "unknown"
]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "DEMAND",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
    "STATEMENT",
]  # fmt: skip
ConsultMode = Literal["meeting", "phone", "visit", "multilateral", "mediation"]
Modality = Literal["actual", "future", "demanded", "denied", "hypothetical", "historical"]
ClaimKind = Literal["killed", "wounded", "missing", "detained", "displaced", "casualties"]
ClaimScope = Literal["incident", "cumulative", "subset"]
ClaimUnit = Literal["people", "families"]
ActorKind = Literal["person", "state", "organisation", "armed_group", "media", "office"]
DateBasis = Literal["clause", "sentence", "narrative", "published", "none", "analyst"]

IMPORTED = "import."
"""How the rule of an event begins that is a data set's row and was read in no article."""


@dataclass(frozen=True, slots=True)
class Document:
    """One article as it was read, before anything is concluded from it.

    ``published`` is the anchor of every relative date; ``published_basis`` says where it came
    from. ``rests_on`` names the public documents a sample dispatch is written from.
    """

    id: str
    text: str
    title: str = ""
    source: str = ""
    url: str = ""
    published: date | None = None
    published_basis: PublishedBasis = "unknown"
    rests_on: str = ""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A phrase that names days, with the days it names.

    ``edtf`` follows ISO 8601-2:2019 (EDTF level 2); ``first``/``last`` are its inclusive ends,
    ``None`` for durations, vague references and open ends. ``anchor`` is the day a relative
    phrase was counted from. ``rule`` names the rule that read it; ``notes`` are marks such as
    ``"weekday-mismatch"`` or ``"twin-mismatch"`` that a reader must see. ``time`` is the time of
    day printed beside the date, with its zone, in the words of the text.
    """

    start: int
    end: int
    text: str
    kind: DateKind
    edtf: str = ""
    first: date | None = None
    last: date | None = None
    precision: Precision = "unknown"
    approximate: bool = False
    anchor: date | None = None
    rule: str = ""
    notes: tuple[str, ...] = ()
    time: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer. ``precision`` is UCDP GED's where_prec: 1 exact … 6 country."""

    id: str
    name: str
    name_ar: str
    country: str = ""
    admin1: str = ""
    lat: float | None = None
    lon: float | None = None
    precision: int = 1


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place where the text names it."""

    start: int
    end: int
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, state, organisation, armed group or medium. ``side`` is a state or organisation."""

    id: str
    name: str
    name_ar: str
    kind: ActorKind = "person"
    side: str = ""


@dataclass(frozen=True, slots=True)
class ActorMention:
    """An actor where the text names or means it; ``via`` says how it was known.

    ``via`` is ``name``, ``office`` (a title read at the publication date), ``counterpart``
    («نظيره الروسي»), ``pair`` («الوزيران») or ``title`` (a titled name outside the list).
    """

    start: int
    end: int
    text: str
    actor: Actor
    via: str = "name"


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor's part in an event, with the span that names it (offsets ``None`` if implied)."""

    actor_id: str
    name: str
    name_ar: str
    role: str
    side: str = ""
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class CasualtyClaim:
    """One count of people as its source states it; whole people, ``None`` for an open bound.

    ``first``/``last`` bound the period of a cumulative claim. ``asserted_by`` is the name of the
    actor who gives the figure, empty when the text says it in its own voice.
    """

    start: int
    end: int
    text: str
    kind: ClaimKind
    low: int | None
    best: int | None
    high: int | None
    approximate: bool = False
    scope: ClaimScope = "incident"
    unit: ClaimUnit = "people"
    first: date | None = None
    last: date | None = None
    victims: str = ""
    asserted_by: str = ""
    asserted_by_ar: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class EventDate:
    """When an event happened and where that was read: its clause, sentence or narrative line.

    The basis ``analyst`` is of a date that an analyst corrected.
    """

    edtf: str = ""
    first: date | None = None
    last: date | None = None
    precision: Precision = "unknown"
    approximate: bool = False
    basis: DateBasis = "none"
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, is planned, demanded or denied, and the sentence that says so.

    ``event_type`` follows PLOVER (Halterman et al. 2023) with STATEMENT beside it. ``claims``
    are indices into ``Extraction.claims``. ``confidence`` is 0..1.
    """

    event_id: str
    event_type: EventType
    mode: str
    modality: Modality
    date: EventDate
    place: Place | None
    participants: tuple[Participant, ...]
    claims: tuple[int, ...]
    quote: str
    start: int
    end: int
    rule: str
    confidence: float
    context: str = ""


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything read from one document."""

    document: Document
    dates: tuple[DateMention, ...] = ()
    actors: tuple[ActorMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    claims: tuple[CasualtyClaim, ...] = ()
    events: tuple[Event, ...] = ()
