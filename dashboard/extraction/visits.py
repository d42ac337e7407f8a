"""Visits: a named person or body comes to a named place (PLOVER CONSULT, mode visit)."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.extraction.actors import Found
from dashboard.extraction.dating import event_date, published_date
from dashboard.extraction.encounters import Encounter
from dashboard.extraction.moments import modality_of
from dashboard.extraction.parties import elided, left_start, parties_after, right_end, subjects
from dashboard.extraction.places import FoundPlace
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.whereabouts import PLACE_REACH
from dashboard.model import DateMention
from dashboard.text import fold_word

_NEAR = 8  # words from the trigger to a visitor named after it
_INSIDE = 5  # words from the visitor to «في المدينة» after a verb of visiting
_LATTER = frozenset(fold_word(w) for w in ("الأخير", "الأخيرة"))
_DURING = frozenset(
    fold_word(w)
    for w in ("خلال", "أثناء", "بداية", "مستهل", "ختام", "نهاية", "إطار", "هامش", "ضمن")
)
_SEES = frozenset(
    fold_word(w)
    for w in ("زار", "زارت", "يزور", "تزور", "تفقد", "تفقدت", "يتفقد", "تتفقد", "تفقده", "زيارة")
)


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit that was read; ``told`` where the text tells it, not only alludes to it."""

    encounter: Encounter
    told: bool


def read_visit(
    reading: Reading, hit: Hit, speakers: dict[int, Found], narrative: dict[int, DateMention]
) -> Visit | None:
    """«وصل كيري إلى جنيف», «زيارة لافروف إلى أنقرة», «خلال زيارته لدمشق»."""
    sentence = reading.sentences[hit.sentence]
    right = right_end(reading, hit, sentence)
    visitor = _visitor(reading, hit, right, speakers)
    place = _destination(reading, hit, right, visitor)
    if visitor is None or place is None:
        return None
    when = event_date(reading, hit.start, hit.end, narrative.get(hit.sentence))
    before = reading.tokens[hit.start - 1].text.removeprefix("و") if hit.start else ""
    if before in _DURING and when.basis == "sentence":
        when = published_date(reading)  # «تحدث في مستهل زيارته عن اجتماع يعقد في السابع من …»
    told = when.basis != "published" or before in _DURING
    end = max(visitor.end, place.end, hit.end)
    sees = reading.tokens[hit.end - 1].text.lstrip("وفس") in _SEES or hit.trigger.form == "noun"
    return Visit(
        Encounter(
            "visit", modality_of(reading, hit, when, sentence), when, place.place, (visitor,),
            min(hit.start, visitor.start), end, hit.sentence,
            "consult.visit" if sees else "consult.visit.arrival", 0.6,
        ),
        told,
    )  # fmt: skip


def _visitor(reading: Reading, hit: Hit, right: int, speakers: dict[int, Found]) -> Found | None:
    sentence = reading.sentences[hit.sentence]
    if hit.start and reading.tokens[hit.start - 1].text in _WHO:
        return elided(reading, hit, speakers)
    near = [
        a for a in parties_after(reading, hit.end, right, phone=False)
        if a.start - hit.end <= _NEAR and a.actor.kind == "person"
        and not (hit.trigger.form == "noun" and _parted(reading, hit.end, a.start))
    ]  # fmt: skip
    if near:
        return near[0]
    if hit.trigger.form == "noun":
        # «زيارة الائتلاف إلى موسكو», «زيارة الأخير لباريس», «زيارته لدمشق»
        right_after = reading.actors_in(hit.end, hit.end + 1)
        if right_after and right_after[0].via != "capital" and not right_after[0].prefix:
            return right_after[0]
        last = reading.tokens[hit.end - 1].text
        if hit.end < sentence[1] and reading.tokens[hit.end].text in _LATTER:
            people = [a for a in reading.actors if a.start < hit.start and a.actor.kind == "person"]
            return people[-1] if people else None
        if last.endswith(("ته", "تها")):
            return elided(reading, hit, speakers)
    if hit.trigger.form == "noun" and hit.prefix.endswith(("ال", "لل")):
        return None  # «الزيارة»: one told of before
    left = left_start(reading, hit, sentence)
    before = subjects(reading, left, hit.start, phone=False)
    people = [a for a in before[-1:] if a.actor.kind == "person"]
    return people[0] if people else None


_WHO = frozenset(fold_word(w) for w in ("الذي", "التي"))


def _parted(reading: Reading, first: int, stop: int) -> bool:
    """«زيارة إلى الأردن، يجري خلالها مباحثات مع الملك»: whom he sees is not who visits."""
    words = [t.text for t in reading.tokens[first:stop]]
    return "," in words or "مع" in words or bool(reading.places_in(first, stop))


def _destination(
    reading: Reading, hit: Hit, right: int, visitor: Found | None
) -> FoundPlace | None:
    sees = reading.tokens[hit.end - 1].text.lstrip("وفس") in _SEES
    begin = max(hit.end, visitor.end if visitor is not None else 0)
    for place in reading.places_in(hit.end, min(right, hit.end + PLACE_REACH)):
        if visitor is not None and visitor.start >= hit.end and place.start < visitor.end:
            continue  # «زيارة مصر» is one to Egypt
        if _toward(reading, hit, place) or (visitor is not None and place.start == visitor.end):
            return place
        if sees and place.located and place.start - begin <= _INSIDE:
            return place
    return None


def _toward(reading: Reading, hit: Hit, place: FoundPlace) -> bool:
    before = reading.tokens[place.start - 1].text
    prefix = reading.tokens[place.start].text[: place.clitic]
    return before in ("الي", "العاصمه") or "ل" in prefix or place.start == hit.end
