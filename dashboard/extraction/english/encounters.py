"""Encounters in English: «Kerry met Lavrov in Geneva», «talks between A and B», «a visit to C»."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dashboard.extraction.actors import Found
from dashboard.extraction.dating import HISTORICAL
from dashboard.extraction.disputed import denied_report
from dashboard.extraction.encounters import Encounter, once_each
from dashboard.extraction.english.doers import (
    is_pronoun,
    person_before,
    subject_of_sentence,
    subjects,
)
from dashboard.extraction.english.days import day_of
from dashboard.extraction.english.parties import Pair, distinct, parties_of
from dashboard.extraction.english.subjects import subject_before
from dashboard.extraction.english.vocabulary import vocabulary
from dashboard.extraction.english.whereabouts import place_of
from dashboard.extraction.frames import settled_in_visits
from dashboard.extraction.lands import side_of
from dashboard.extraction.lexicon import lexicon
from dashboard.extraction.places import FoundPlace
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.visits import Visit
from dashboard.model import DateMention, EventDate, Modality

_REACH = 18  # words on either side in which the parties stand
_IS_IN = 2  # words from «was in» to the place
_THERE = 6  # words from «toured» to the place
_SIGNED, _MATTER = 8, ("to", "that", "on", "for", ",", "over", "about", "with")
_DELEGATION = 4  # words from «delegation» to its body
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
    for hit in reading.hits:
        if hit.trigger.type == "AGREE":
            accord = _accord(reading, hit)
            found.extend([accord] if accord is not None else [])
        if hit.trigger.type != "CONSULT":
            continue
        pronoun = (
            subject_of_sentence(reading, hit) or speakers.get(hit.sentence)
            or last or person_before(reading, hit)
        )  # fmt: skip
        item = _read(reading, hit, pronoun, narrative.get(hit.sentence), pair)
        if item is not None:
            found.append(item)
            last = item.parties[0]
            pair = (hit.sentence, item.parties) if len(item.parties) > 1 else pair
    visits = [Visit(item, told=True) for item in found if item.mode == "visit"]
    return settled_in_visits(reading, once_each(found), visits)


def _read(
    reading: Reading,
    hit: Hit,
    pronoun: Found | None,
    narrative: DateMention | None,
    pair: Pair | None,
) -> Encounter | None:
    modality = _modality(reading, hit)
    if modality is None:
        return None
    if hit.trigger.mode == "visit":
        return _visit(reading, hit, pronoun, narrative, modality)
    parties = parties_of(reading, hit, pronoun, pair)
    if len(parties) < 2 and not _of_a_body(hit, parties):
        return None
    end = max(hit.end, *(p.end for p in parties))
    phone = hit.trigger.mode == "phone" or _by_phone(reading, hit)
    where = None if phone else place_of(reading, hit, end)
    mode = "phone" if phone else "meeting" if len(parties) == 2 else "multilateral"
    when = day_of(reading, hit, narrative)
    seen = hit.trigger.needs == "host" and reading.tokens[hit.end - 1].text not in _CALLING
    if seen and where is None and when.basis not in _TOLD:
        return None  # «Trump saw Putin»: no encounter without a place or a day
    modality = _timed(reading, when, modality)
    sure = 0.55 + _SURE[when.basis] + 0.1 * (where is not None)
    sure -= 0.1 * any(p.actor.kind == "state" for p in parties)
    return Encounter(
        mode, modality, when, where, tuple(parties), hit.start, end, hit.sentence,
        f"consult.english.{hit.trigger.form}", sure,
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
    parties = distinct([a for a in subjects(reading, hit) if a.actor.kind == "person"])
    when = day_of(reading, hit, None)
    modality = _modality(reading, hit)
    if not there or len(parties) < 2 or when.basis != "clause" or modality is None:
        return None
    return Encounter(
        "meeting" if len(parties) == 2 else "multilateral", _timed(reading, when, modality), when,
        there[0].place, tuple(parties), parties[0].start, there[0].end, hit.sentence,
        "consult.accord", 0.6,
    )  # fmt: skip


def _agreed_there(reading: Reading, hit: Hit) -> list[FoundPlace]:
    """«agreed in Sochi on», «signed an agreement in Damascus on Monday to»: before the matter."""
    stop = min(reading.sentences[hit.sentence][1], hit.end + _SIGNED)
    for k in range(hit.end, stop):
        word = reading.tokens[k].text
        if word in _MATTER:
            return []
        if word in ("in", "at"):
            return reading.places_in(k + 1, k + _THERE)
    return []


def _visit(
    reading: Reading,
    hit: Hit,
    pronoun: Found | None,
    narrative: DateMention | None,
    modality: Modality,
) -> Encounter | None:
    """«Lavrov arrived in Geneva on Thursday»: one party and a place right after."""
    there = reading.places_in(hit.end, min(hit.end + _THERE, reading.sentences[hit.sentence][1]))
    if not there:
        return None
    who = subject_before(reading, hit) or _sent(reading, hit)
    if who is None and is_pronoun(reading, hit.start):
        who = pronoun
    if who is None or not (who.actor.kind == "person" or _delegates(reading, who)):
        return None
    when = day_of(reading, hit, narrative)
    dated = hit.trigger.needs == "dated"  # «was in Damascus on Wednesday»
    if dated and (when.basis != "clause" or there[0].start - hit.end > _IS_IN):
        return None
    if dated and side_of(there[0].place.country) == who.actor.side:
        return None  # «Assad was in Damascus»: at home
    return Encounter(
        "visit", _timed(reading, when, modality), when, there[0].place, (who,), hit.start,
        there[0].end, hit.sentence, "consult.visit", 0.55 + _SURE[when.basis],
    )  # fmt: skip


def _sent(reading: Reading, hit: Hit) -> Found | None:
    """«A delegation from Hamas led by Haniyeh arrived in …»: who leads them, else their body."""
    first = reading.sentences[hit.sentence][0]
    near = reading.actors_in(max(first, hit.start - _REACH), hit.start)
    sent = [a for a in near if _delegates(reading, a)]
    led = [a for a in near if reading.tokens[a.start - 1].text == "by" and a.actor.kind == "person"]
    return (led or sent)[-1] if sent else None


def _delegates(reading: Reading, who: Found) -> bool:
    """«A delegation from Hamas», «inspectors of the OPCW»: the people of a body."""
    first = reading.sentences[reading.sentence_of(who.start)][0]
    near = reading.tokens[max(first, who.start - _DELEGATION) : who.start]
    return any(token.text in vocabulary().delegation for token in near)


def _by_phone(reading: Reading, hit: Hit) -> bool:
    reach = 14 if hit.trigger.mode == "talks" else 6
    stop = min(reading.sentences[hit.sentence][1], hit.end + reach)
    near = reading.tokens[max(0, hit.start - 4) : stop]
    return any(token.text in vocabulary().phone for token in near)


def _modality(reading: Reading, hit: Hit) -> Modality | None:
    """What is said of the encounter; ``None`` where it is only wanted or was called off."""
    near = max(reading.sentences[hit.sentence][0], hit.start - 5)
    first = reading.sentences[hit.sentence][0]
    if reading.cue("denied", max(near, hit.start - 3), hit.start):
        return None
    if denied_report(reading, hit, first):
        return None  # «reports that Kerry met Lavrov were denied»
    if reading.cue("called", max(near, hit.start - 4), hit.start) or _called_off(reading, hit):
        return None
    if reading.cue("future", near, hit.start) or reading.cue("future", hit.end, hit.end + 2):
        return "future"
    if reading.cue("hypothetical", max(near, hit.start - 3), hit.start):
        return None
    return "actual"


def _called_off(reading: Reading, hit: Hit) -> bool:
    """«The talks between A and B in Geneva were postponed», «… but the meeting was cancelled»."""
    stop = min(reading.sentences[hit.sentence][1], hit.end + _REACH)
    words = [token.text for token in reading.tokens[hit.end : stop]]
    return (hit.trigger.form == "noun" or "but" in words) and any(
        off in vocabulary().called_off and was in vocabulary().auxiliaries
        for was, off in pairwise(words)
    )


def _timed(reading: Reading, when: EventDate, modality: Modality) -> Modality:
    published = reading.document.published
    if published is None or when.first is None or when.last is None or modality != "actual":
        return modality
    if when.first > published:
        return "future"
    return "historical" if when.last < published - HISTORICAL else "actual"
