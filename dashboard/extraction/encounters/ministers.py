"""Meetings of ministers told by their states: «الاجتماع السداسي لوزراء الري في مصر والسودان»."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.circumstances.dating import event_date, published_date
from dashboard.extraction.circumstances.whereabouts import encounter_place
from dashboard.extraction.encounters.assemblies import around
from dashboard.extraction.encounters.encounter import Encounter
from dashboard.extraction.encounters.lasting import lasting
from dashboard.extraction.encounters.modality import modality_of
from dashboard.extraction.encounters.moments import of_another_encounter, when_ahead
from dashboard.extraction.encounters.own_days import held_on
from dashboard.extraction.encounters.parties import distinct
from dashboard.extraction.places.lands import side_of
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.lexicon import lexicon
from dashboard.extraction.vocabulary.registry import registry
from dashboard.model import DateMention, Place

_MINISTERS = word_set("ministers", "ministers")
_BETWEEN = word_set("ministers", "between")
_HELD = 8  # words from a verb of holding to the meeting
_AFTER, _LIST = 5, 8  # words from the meeting to «وزراء», and from that to the first state
_COUNTRY = 6  # UCDP where_prec


def read_ministers(
    reading: Reading,
    found: list[Encounter],
    narrative: dict[int, DateMention],
    wanted: Callable[[Reading, Hit], bool],
) -> list[Encounter]:
    """One encounter a meeting of unnamed ministers of two states or more, held on a day or place.

    ``found`` are the encounters already read: whoever is named is told there.
    """
    out: list[Encounter] = []
    if _MINISTERS.isdisjoint(reading.vocabulary):
        return out
    for hit in reading.hits:
        if hit.trigger.type != "CONSULT" or hit.trigger.form != "noun" or wanted(reading, hit):
            continue
        states = _states(reading, hit)
        if len(states) < 2 or _told(hit, states, [*found, *out]):
            continue
        sentence = reading.sentences[hit.sentence]
        end = states[-1].end
        when = event_date(reading, hit.start, end, narrative.get(hit.sentence))
        if when.basis == "narrative" or of_another_encounter(reading, hit, when):
            when = published_date(reading)
        when = held_on(reading, hit) or lasting(reading, hit, when)
        place = _place(reading, hit, states, sentence)
        dated = when.basis in ("clause", "sentence")
        if place is None and not dated and not _goes_on(reading, hit, sentence[0]):
            continue  # «اجتماعات وزراء مصر والسودان»: of which nothing is told here
        modality = modality_of(reading, hit, when, sentence)
        out.append(
            Encounter(
                "multilateral" if len(states) > 2 else "meeting", modality,
                when_ahead(reading, when) if modality == "future" else when, place,
                tuple(states), hit.start, end, hit.sentence, "consult.ministers",
                0.5 + 0.08 * (place is not None),
            )
        )  # fmt: skip
    return out


def _states(reading: Reading, hit: Hit) -> list[Found]:
    """The states whose ministers meet, named one right after another."""
    stop = reading.sentences[hit.sentence][1]
    words = reading.words
    near = range(hit.end, min(stop, hit.end + _AFTER))
    at = next((k for k in near if words[k] in _MINISTERS), -1)
    if at < 0 or any(k in reading.actor_tokens for k in range(hit.end, at)):
        return []
    out: list[Found] = []
    for state in _named_in(reading, at + 1, stop):
        begin = out[-1].end if out else at + 1
        between = words[begin : state.start]
        if out and between not in ([], [","], ["و"]):
            break
        if not out and (state.start - at > _LIST or not _BETWEEN.isdisjoint(between)):
            break
        if reading.hits_in(begin, state.start):
            break
        out.append(state)
    return list(distinct(out))


def _named_in(reading: Reading, first: int, stop: int) -> list[Found]:
    """The states named as actors or as lands: «وزراء الري في مصر والسودان»."""
    out = {
        actor.start: replace(actor, via="pair") for actor in reading.actors_in(first, stop)
        if actor.actor.kind == "state" and actor.via != "capital"
    }  # fmt: skip
    for place in reading.places_in(first, stop):
        side = side_of(place.place.country)
        state = registry().state(side) if side and place.place.precision == _COUNTRY else None
        if state is not None and place.start not in out:
            out[place.start] = Found(place.start, place.end, place.clitic, state, "pair")
    return [out[start] for start in sorted(out)]


def _told(hit: Hit, states: list[Found], found: list[Encounter]) -> bool:
    """Whether the ministers are named, or the meeting told, in an encounter of the sentence."""
    sides = {state.actor.side for state in states}
    return any(
        item.sentence == hit.sentence
        and (
            item.start <= hit.start < item.end
            or len(sides & {party.actor.side for party in item.parties}) > 1
        )
        for item in found
    )


def _place(
    reading: Reading, hit: Hit, states: list[Found], sentence: tuple[int, int]
) -> Place | None:
    """Where they meet: not in the lands whose ministers they are, where only these are named."""
    place = encounter_place(reading, hit, states[-1].end, around(reading, hit, sentence))
    if place is None or place.precision < _COUNTRY:
        return place
    return None if side_of(place.country) in {s.actor.side for s in states} else place


def _goes_on(reading: Reading, hit: Hit, first: int) -> bool:
    """«انطلقت جولة من المفاوضات»: a verb before the noun says that it is held."""
    near = range(max(first, hit.start - _HELD), hit.start)
    return any(lexicon().held.at(reading.tokens, k, ("", "و", "س")) is not None for k in near)
