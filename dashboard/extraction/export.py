"""The extraction of a document as the JSON object that ``extract`` prints."""

from __future__ import annotations

from datetime import date
from typing import Any

from dashboard.model import (
    CasualtyClaim,
    DateMention,
    Event,
    EventDate,
    Extraction,
    Participant,
    Place,
)


def record(extraction: Extraction) -> dict[str, Any]:
    """The object of one document: id, publication date and basis, dates, casualties, events."""
    document = extraction.document
    return {
        "id": document.id,
        "published": _iso(document.published),
        "published_basis": document.published_basis,
        "dates": [_date(d) for d in extraction.dates],
        "casualties": [_claim(c) for c in extraction.claims],
        "events": [_event(e) for e in extraction.events],
    }


def error_record(document_id: str, message: str) -> dict[str, str]:
    """The object that stands in the place of a document that could not be read."""
    return {"id": document_id, "error": message}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _date(mention: DateMention) -> dict[str, Any]:
    return {
        "start": mention.start, "end": mention.end, "text": mention.text, "kind": mention.kind,
        "edtf": mention.edtf, "first": _iso(mention.first), "last": _iso(mention.last),
        "precision": mention.precision, "approximate": mention.approximate,
        "anchor": _iso(mention.anchor), "rule": mention.rule, "notes": list(mention.notes),
    }  # fmt: skip


def _claim(claim: CasualtyClaim) -> dict[str, Any]:
    return {
        "start": claim.start, "end": claim.end, "text": claim.text, "kind": claim.kind,
        "low": claim.low, "best": claim.best, "high": claim.high,
        "approximate": claim.approximate, "scope": claim.scope, "unit": claim.unit,
        "first": _iso(claim.first), "last": _iso(claim.last), "victims": claim.victims,
        "asserted_by": claim.asserted_by, "rule": claim.rule,
    }  # fmt: skip


def _event(event: Event) -> dict[str, Any]:
    return {
        "event_id": event.event_id, "event_type": event.event_type, "mode": event.mode,
        "modality": event.modality, "date": _when(event.date),
        "place": _place(event.place),
        "participants": [_participant(p) for p in event.participants],
        "claims": list(event.claims), "quote": event.quote, "start": event.start,
        "end": event.end, "rule": event.rule, "confidence": event.confidence,
    }  # fmt: skip


def _when(when: EventDate) -> dict[str, Any]:
    """Null days where the text gives none: the basis then says that only the report has a day."""
    told = EventDate(basis=when.basis) if when.basis == "published" else when
    return {
        "edtf": told.edtf, "first": _iso(told.first), "last": _iso(told.last),
        "precision": told.precision, "basis": told.basis,
    }  # fmt: skip


def _place(place: Place | None) -> dict[str, Any] | None:
    if place is None:
        return None
    return {
        "id": place.id, "name": place.name, "name_ar": place.name_ar, "country": place.country,
        "lat": place.lat, "lon": place.lon, "precision": place.precision,
    }  # fmt: skip


def _participant(participant: Participant) -> dict[str, Any]:
    return {
        "actor_id": participant.actor_id, "name": participant.name,
        "name_ar": participant.name_ar, "role": participant.role, "side": participant.side,
    }  # fmt: skip
