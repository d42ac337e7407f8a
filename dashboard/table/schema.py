"""The columns of the store, and how a reading becomes rows.

Columns and their meaning are one promise to everyone who reads the table: names stay, new ones
are added at the end. Text columns hold ``""`` where the text says nothing; days, numbers, the
``place_*`` and the crosswalk columns are null there.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

import pyarrow as pa

from dashboard.model import CasualtyClaim, Document, Event, Extraction
from dashboard.table.crosswalk import CROSSWALK_COLUMNS, crosswalk
from dashboard.text import fold_word

Row = dict[str, Any]

_PARTICIPANT = pa.struct([
    ("actor_id", pa.string()), ("name", pa.string()), ("name_ar", pa.string()),
    ("role", pa.string()), ("side", pa.string()),
    ("start", pa.int32()), ("end", pa.int32()),
])  # fmt: skip
_CLAIM = pa.struct([
    ("kind", pa.string()), ("low", pa.int64()), ("best", pa.int64()), ("high", pa.int64()),
    ("approximate", pa.bool_()), ("scope", pa.string()), ("unit", pa.string()),
    ("first", pa.date32()), ("last", pa.date32()), ("victims", pa.string()),
    ("asserted_by", pa.string()), ("asserted_by_ar", pa.string()),
    ("start", pa.int32()), ("end", pa.int32()), ("text", pa.string()),
])  # fmt: skip
_CROSSWALK = [
    (name, pa.string() if kind is str else pa.int64()) for name, kind in CROSSWALK_COLUMNS.items()
]

EVENTS = pa.schema([
    ("event_id", pa.string()), ("event_type", pa.string()), ("mode", pa.string()),
    ("modality", pa.string()), ("context", pa.string()),
    ("date_edtf", pa.string()), ("date_first", pa.date32()), ("date_last", pa.date32()),
    ("date_precision", pa.string()), ("date_basis", pa.string()),
    ("date_approximate", pa.bool_()),
    ("place_id", pa.string()), ("place_name", pa.string()), ("place_name_ar", pa.string()),
    ("place_country", pa.string()), ("place_admin1", pa.string()),
    ("place_lat", pa.float64()), ("place_lon", pa.float64()), ("place_precision", pa.int32()),
    ("participants", pa.list_(_PARTICIPANT)), ("claims", pa.list_(_CLAIM)),
    ("quote", pa.string()), ("char_start", pa.int32()), ("char_end", pa.int32()),
    ("rule", pa.string()), ("confidence", pa.float64()),
    ("doc_id", pa.string()), ("title", pa.string()), ("source", pa.string()),
    ("source_url", pa.string()), ("published", pa.date32()), ("published_basis", pa.string()),
    ("extractor_version", pa.string()), ("cluster_id", pa.string()),
    *_CROSSWALK,
    ("actor_ids", pa.list_(pa.string())), ("search", pa.string()),
    ("review", pa.string()), ("corrections", pa.string()),
])  # fmt: skip
"""One row an event. ``actor_ids`` and ``search`` are for the queries: participants' ids, and folded
text. ``review`` is "", "confirmed", "corrected", "rejected", or "merged" for a row that is shown as
another of its document; ``corrections`` is JSON, or ""."""

LATER: Mapping[str, str] = {"review": "", "corrections": ""}
"""The columns of events that older tables lack, and what they hold there."""

DOCUMENTS = pa.schema([
    ("doc_id", pa.string()), ("title", pa.string()), ("text", pa.string()),
    ("source", pa.string()), ("url", pa.string()), ("published", pa.date32()),
    ("published_basis", pa.string()), ("rests_on", pa.string()), ("text_sha256", pa.string()),
    ("mentions", pa.string()),
])  # fmt: skip
"""One row a document; ``mentions`` is JSON: dates, actors, places and claims with their spans."""

LOG = pa.schema([
    ("doc_id", pa.string()), ("sha256", pa.string()), ("extractor_version", pa.string()),
    ("at", pa.timestamp("us", tz="UTC")), ("outcome", pa.string()), ("events", pa.int32()),
])  # fmt: skip
"""One row a reading, appended only: ``outcome`` is "read" or "failed: …"."""

CORRECTIONS = pa.schema([
    ("event_id", pa.string()), ("doc_id", pa.string()), ("field", pa.string()),
    ("value", pa.string()), ("who", pa.string()), ("at", pa.timestamp("us", tz="UTC")),
    ("why", pa.string()),
])  # fmt: skip
"""One row a correction by an analyst, appended only; ``value`` is JSON (``corrections.Entry``)."""

INTERNAL_COLUMNS = ("actor_ids", "search", "corrections")
EVENT_COLUMNS = tuple(name for name in EVENTS.names if name not in INTERNAL_COLUMNS)
SHOWN_COLUMNS = tuple(name for name in EVENT_COLUMNS if name not in CROSSWALK_COLUMNS)
"""What pages and figures show of an event: all but what it is called in other data sets."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one document became: its row, its events' rows, and what tells it was read before."""

    doc_id: str
    sha256: str
    extractor_version: str
    document: Row
    events: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be read into events, and why."""

    doc_id: str
    sha256: str
    extractor_version: str
    reason: str


def reading(extraction: Extraction, extractor_version: str) -> Reading:
    """The rows of one extraction; an event id given twice counts once.

    Raises ``ValueError`` (also as Arrow's own) for a value that its column cannot hold, so that
    one document's fault never reaches the batch it is committed with.
    """
    document = extraction.document
    rows = {
        event.event_id: _event_row(event, extraction, extractor_version)
        for event in reversed(extraction.events)
    }
    events = list(reversed(rows.values()))
    row = _document_row(extraction)
    pa.Table.from_pylist(events, schema=EVENTS)
    pa.Table.from_pylist([row], schema=DOCUMENTS)
    return Reading(document.id, document_sha256(document), extractor_version, row, tuple(events))


def document_sha256(document: Document) -> str:
    """The digest of everything a reading depends on: text, publication date, title, origin."""
    return _sha256(json.dumps(asdict(document), default=str, ensure_ascii=False, sort_keys=True))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _document_row(extraction: Extraction) -> Row:
    document = extraction.document
    return {
        "doc_id": document.id,
        "title": document.title,
        "text": document.text,
        "source": document.source,
        "url": document.url,
        "published": document.published,
        "published_basis": document.published_basis,
        "rests_on": document.rests_on,
        "text_sha256": _sha256(document.text),
        "mentions": json.dumps(mentions(extraction), default=_iso, ensure_ascii=False),
    }


def mentions(extraction: Extraction) -> dict[str, list[Row]]:
    """What a reader sees in the text: dates, actors, places and claims, each with its span."""
    return {
        "dates": [asdict(m) for m in extraction.dates],
        "actors": [
            {
                "start": m.start, "end": m.end, "text": m.text, "via": m.via,
                "actor_id": m.actor.id, "name": m.actor.name, "name_ar": m.actor.name_ar,
                "kind": m.actor.kind, "side": m.actor.side,
            }
            for m in extraction.actors
        ],
        "places": [
            {
                "start": m.start, "end": m.end, "text": m.text, "place_id": m.place.id,
                "name": m.place.name, "name_ar": m.place.name_ar, "country": m.place.country,
            }
            for m in extraction.places
        ],
        "claims": [asdict(claim) for claim in extraction.claims],
    }  # fmt: skip


def _iso(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{value!r} has no place in the mentions of a document")


def _event_row(event: Event, extraction: Extraction, extractor_version: str) -> Row:
    document, place = extraction.document, event.place
    claims = [extraction.claims[index] for index in event.claims]
    row = {
        "event_id": event.event_id,
        "event_type": event.event_type,
        "mode": event.mode,
        "modality": event.modality,
        "context": event.context,
        "date_edtf": event.date.edtf,
        "date_first": event.date.first,
        "date_last": event.date.last,
        "date_precision": event.date.precision,
        "date_basis": event.date.basis,
        "date_approximate": event.date.approximate,
        "place_id": place.id if place else None,
        "place_name": place.name if place else None,
        "place_name_ar": place.name_ar if place else None,
        "place_country": place.country if place else None,
        "place_admin1": place.admin1 if place else None,
        "place_lat": place.lat if place else None,
        "place_lon": place.lon if place else None,
        "place_precision": place.precision if place else None,
        "participants": [asdict(participant) for participant in event.participants],
        "claims": [_claim_row(claim) for claim in claims],
        "quote": event.quote,
        "char_start": event.start,
        "char_end": event.end,
        "rule": event.rule,
        "confidence": event.confidence,
        "doc_id": document.id,
        "title": document.title,
        "source": document.source,
        "source_url": document.url,
        "published": document.published,
        "published_basis": document.published_basis,
        "extractor_version": extractor_version,
        "cluster_id": None,
        **crosswalk(event, claims),
        "actor_ids": list(dict.fromkeys(p.actor_id for p in event.participants)),
        **LATER,
    }
    return row | {"search": search_words(row)}


def search_words(row: Row) -> str:
    """What free text is looked for in: the quote, the title, and every name, folded."""
    names = [name for p in row["participants"] or () for name in (p["name_ar"], p["name"])]
    places = [row["place_name_ar"], row["place_name"]] if row["place_id"] is not None else []
    return fold_word("\n".join((row["quote"], row["title"], *names, *places)))


def _claim_row(claim: CasualtyClaim) -> Row:
    row = asdict(claim)
    del row["rule"]
    return row
