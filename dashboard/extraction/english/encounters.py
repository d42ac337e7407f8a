"""Encounters in English: «Kerry met Lavrov in Geneva», «talks between A and B», «a visit to C»."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.encounters.encounter import Encounter, once_each
from dashboard.extraction.encounters.frames import settled_in_visits
from dashboard.extraction.encounters.visits import Visit
from dashboard.extraction.english.again import (
    AIM,
    aims_met,
    also_then,
    each_apart,
    for_a_meeting,
    told_again,
)
from dashboard.extraction.english.bodies import find_sessions, took_part
from dashboard.extraction.english.days import day_of
from dashboard.extraction.english.doers import person_before, subject_of_sentence, subjects
from dashboard.extraction.english.modality import is_aim, modality_of, timed
from dashboard.extraction.english.parties import Pair, distinct, parties_of
from dashboard.extraction.english.visits import read_visit
from dashboard.extraction.english.vocabulary import syntax_words, vocabulary
from dashboard.extraction.english.whereabouts import place_of
from dashboard.extraction.places.mentions import FoundPlace
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.lexicon import lexicon
from dashboard.model import DateMention

_THERE = 6  # words from «toured» to the place
_SIGNED, _MATTER = 8, ("to", "that", "on", "for", ",", "over", "about", "with")
_TOLD = ("clause", "sentence")
_CALLING = ("telephoned", "phoned")
_SURE = {"clause": 0.15, "sentence": 0.0, "narrative": -0.05, "published": 0.0, "none": -0.1}


def find_english_encounters(
    reading: Reading, speakers: dict[int, Found], narrative: dict[int, DateMention]
) -> list[Encounter]:
    """The encounters of an English document, each once, in text order.

    ``speakers`` maps a sentence to who speaks in it («he met …»), ``narrative`` to its date.
    """
    found: list[Encounter] = []
    last: Found | None = None
    pair: Pair | None = None
    visits: list[Visit] = []
    for hit in reading.hits:
        if hit.trigger.type == "AGREE":
            accord = _accord(reading, hit)
            found.extend([accord] if accord is not None else [])
        if hit.trigger.type != "CONSULT":
            continue
        pronoun = (
            subject_of_sentence(reading, hit) or _speaker(reading, hit, speakers)
            or last or person_before(reading, hit)
        )  # fmt: skip
        day = narrative.get(hit.sentence)
        if hit.trigger.mode == "visit":
            modality = modality_of(reading, hit)
            visit = modality and read_visit(reading, hit, pronoun, day, modality)
            if visit:
                visits.append(visit)
                last = visit.encounter.parties[0]
            continue
        item = _read(reading, hit, pronoun, day, pair)
        if item is None:
            told_again(reading, hit, found)
        else:
            item = also_then(reading, hit, item, found)
            found.extend(each_apart(reading, hit, item))
            last = next((p for p in item.parties if p.actor.kind == "person"), None)
            pair = (hit.sentence, item.parties) if len(item.parties) > 1 else pair
    found += [*find_sessions(reading), *took_part(reading)]
    found.extend(visit.encounter for visit in visits if visit.told)
    aims = {item.sentence for item in found if item.rule.endswith(AIM)}
    settled = [
        there for item in once_each(aims_met(found))
        for there in settled_in_visits(reading, [item], _told_by_then(item, visits))
    ]  # fmt: skip
    return [item for item in settled if not for_a_meeting(item, settled, aims)]


def _told_by_then(item: Encounter, visits: list[Visit]) -> list[Visit]:
    """The visits of the sentences before an encounter and of its own: «met …. He had come …»."""
    return [visit for visit in visits if visit.encounter.sentence <= item.sentence]


def _speaker(reading: Reading, hit: Hit, speakers: dict[int, Found]) -> Found | None:
    """Who speaks in the sentence, but not whom «he» meets: «He saw Burhan, his office said»."""
    who = speakers.get(hit.sentence)
    near = reading.actors_in(hit.end, reading.sentences[hit.sentence][1])
    return None if near and who is not None and near[0].actor.id == who.actor.id else who


def _read(
    reading: Reading,
    hit: Hit,
    pronoun: Found | None,
    narrative: DateMention | None,
    pair: Pair | None,
) -> Encounter | None:
    modality = modality_of(reading, hit)
    if modality is None:
        return None
    parties = parties_of(reading, hit, pronoun, pair)
    if len(parties) < 2 and not _of_a_body(hit, parties):
        return None
    end = max(hit.end, *(p.end for p in parties))
    phone = hit.trigger.mode == "phone" or _by_phone(reading, hit)
    where = None if phone else place_of(reading, hit, end)
    when = day_of(reading, hit, narrative)
    if where is None and when.basis in _TOLD:
        phone = phone or _spoke_from_afar(reading, hit, parties)
    mode = "phone" if phone else "meeting" if len(parties) == 2 else "multilateral"
    seen = hit.trigger.needs == "host" and reading.words[hit.end - 1] not in _CALLING
    if seen and where is None and when.basis not in _TOLD:
        return None  # «Trump saw Putin»: no encounter without a place or a day
    if hit.trigger.form == "noun" and not phone and where is None and when.basis not in _TOLD:
        return None  # «talks between Russia and Turkey»: some, at some time
    modality = timed(reading, when, modality)
    sure = 0.55 + _SURE[when.basis] + 0.1 * (where is not None)
    sure -= 0.1 * any(p.actor.kind == "state" for p in parties)
    return Encounter(
        mode, modality, when, where, tuple(parties), hit.start, end, hit.sentence,
        f"consult.english.{hit.trigger.form}" + AIM * is_aim(reading, hit), sure,
    )  # fmt: skip


def _of_a_body(hit: Hit, parties: Sequence[Found]) -> bool:
    """«NATO ambassadors met in Brussels»: a body that meets by itself."""
    alone = hit.trigger.form == "verb" and hit.trigger.mode == "meeting" and len(parties) == 1
    return alone and parties[0].actor.id in lexicon().sitting_bodies


def _accord(reading: Reading, hit: Hit) -> Encounter | None:
    """«Putin and Erdogan agreed in Sochi on Monday»: two people where they agreed, on its day."""
    if hit.trigger.form != "verb":
        return None
    there = _agreed_there(reading, hit)
    everyone = subjects(reading, hit)
    people = [a for a in everyone if a.actor.kind == "person"]
    when = day_of(reading, hit, None)
    sure = reading.words[hit.start] == "signed" or when.basis == "clause"
    parties = distinct(people if len(people) > 1 or not sure else everyone)
    modality = modality_of(reading, hit)
    if not there or len(parties) < 2 or modality is None:
        return None
    return Encounter(
        "meeting" if len(parties) == 2 else "multilateral", timed(reading, when, modality), when,
        there[0].place, tuple(parties), parties[0].start, there[0].end, hit.sentence,
        "consult.accord", 0.6,
    )  # fmt: skip


def _agreed_there(reading: Reading, hit: Hit) -> list[FoundPlace]:
    """«agreed in Sochi on», «signed an agreement in Damascus on Monday to»: before the matter."""
    stop = min(reading.sentences[hit.sentence][1], hit.end + _SIGNED)
    for k in range(hit.end, stop):
        word = reading.words[k]
        if k in reading.dated or k + 1 in reading.dated:
            continue  # «signed an agreement on Thursday in Cairo»
        if word in _MATTER:
            return []
        if word in ("in", "at"):
            return reading.places_in(k + 1, k + _THERE)
    return []


def _spoke_from_afar(reading: Reading, hit: Hit, parties: Sequence[Found]) -> bool:
    """«May spoke with Trump» of two states, with no place: a call, though no word says so."""
    told = hit.trigger.mode == "talks" and reading.words[hit.start] in syntax_words("speaking")
    people = all(party.actor.kind == "person" for party in parties)
    return told and people and len({party.actor.side for party in parties}) > 1


def _by_phone(reading: Reading, hit: Hit) -> bool:
    reach = 14 if hit.trigger.mode == "talks" else 6
    stop = min(reading.sentences[hit.sentence][1], hit.end + reach)
    near = reading.words[max(0, hit.start - 4) : stop]
    return any(word in vocabulary().phone for word in near)
