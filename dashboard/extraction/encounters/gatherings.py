"""Who was at a conference or a summit that no body holds: «قال المعلم في مؤتمر عقد في دمشق»."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.circumstances.dating import event_date, published_date
from dashboard.extraction.circumstances.whereabouts import encounter_place
from dashboard.extraction.encounters.assemblies import around
from dashboard.extraction.encounters.attendance import attends
from dashboard.extraction.encounters.encounter import Encounter
from dashboard.extraction.encounters.lasting import lasting
from dashboard.extraction.encounters.modality import modality_of
from dashboard.extraction.encounters.moments import of_another_encounter, when_ahead
from dashboard.extraction.encounters.own_days import held_on
from dashboard.extraction.encounters.parties import WHO, distinct, outside, parties_after
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.lexicon import lexicon
from dashboard.model import DateMention

_OF_OTHERS = word_set("gatherings", "of_others")
_NOUNS, _AT = word_set("gatherings", "nouns"), word_set("gatherings", "at")
_OF_A_PARTY = tuple(word_set("gatherings", "of_a_party"))
_REACH = 16  # words from him who is there to the gathering
_PARTY = 2  # words from a gathering to «لحزبه»
_OPENS = 3  # words from the verb of saying that opens a sentence to the gathering
_STORY = 8  # sentences from a gathering to who else was there
_LISTED = 34  # words in which these are named


def read_gatherings(
    reading: Reading,
    found: list[Encounter],
    speakers: dict[int, Found],
    narrative: dict[int, DateMention],
    wanted: Callable[[Reading, Hit], bool],
) -> list[Encounter]:
    """One encounter for each gathering with a place at which somebody speaks or takes part."""
    out: list[Encounter] = []
    for hit in reading.hits:
        if not _gathering(reading, hit) or wanted(reading, hit):
            continue
        if any(x.sentence == hit.sentence and x.start <= hit.start < x.end for x in found):
            continue
        if out and attends(reading, hit) and hit.sentence - out[-1].sentence <= _STORY:
            stop = min(reading.sentences[hit.sentence][1], hit.end + _LISTED)
            there = parties_after(reading, hit.end, stop, phone=False, verb=True)
            out[-1] = replace(out[-1], parties=tuple(distinct([*out[-1].parties, *there])))
            continue
        who = _who(reading, hit, speakers) if _there(reading, hit) else None
        if who is None:
            continue
        sentence = reading.sentences[hit.sentence]
        place = encounter_place(reading, hit, hit.end, around(reading, hit, sentence))
        if place is None or any(x.rule == "consult.named" and x.place == place for x in found):
            continue
        if out and out[-1].place == place and hit.sentence - out[-1].sentence <= _STORY:
            out[-1] = replace(out[-1], parties=tuple(distinct([*out[-1].parties, who])))
            continue
        when = event_date(reading, hit.start, hit.end, narrative.get(hit.sentence))
        if of_another_encounter(reading, hit, when) or when.basis == "narrative":
            when = published_date(reading)
        when = held_on(reading, hit) or lasting(reading, hit, when)
        modality = modality_of(reading, hit, when, sentence)
        out.append(
            Encounter(
                "multilateral", modality,
                when_ahead(reading, when) if modality == "future" else when, place, (who,),
                min(hit.start, who.start), max(hit.end, who.end), hit.sentence,
                "consult.gathering", 0.5,
            )
        )  # fmt: skip
    return out


def _gathering(reading: Reading, hit: Hit) -> bool:
    """A noun of a gathering that is no part of a name and not the congress of a party."""
    if hit.trigger.type != "CONSULT" or hit.end - hit.start > 1:
        return False
    if hit.start in reading.actor_tokens:
        return False
    if reading.words[hit.start][len(hit.prefix) :] not in _NOUNS:
        return False
    near = reading.words[hit.end : hit.end + _PARTY]
    return not any(word.startswith(_OF_A_PARTY) for word in near)


def _there(reading: Reading, hit: Hit) -> bool:
    """«في مؤتمر», «خلال "القمة"», «للمشاركة في منتدى»: who is named before is there."""
    k = hit.start - 1
    while k > 0 and not reading.words[k].isalpha():
        k -= 1
    before = reading.words[k].removeprefix("و") if k >= 0 else ""
    if k > 0 and reading.words[k - 1] in _OF_OTHERS:
        return False  # «إن الدول المشاركة في مؤتمر برلين تعتزم …»
    return before in _AT or before in lexicon().partaking or hit.prefix.startswith("ب")


def _who(reading: Reading, hit: Hit, speakers: dict[int, Found]) -> Found | None:
    """The last person before it who acts in its clause, else who speaks: «ولفت في مؤتمر»."""
    first = reading.sentences[hit.sentence][0]
    people = [
        a for a in reading.actors_in(first, hit.start)
        if a.actor.kind == "person" and not outside(reading, a)
    ]  # fmt: skip
    if not people:
        said = reading.hit_at(first)
        speaker = speakers.get(hit.sentence)
        opens = said is not None and said.trigger.type == "STATEMENT"
        near = hit.start - first <= _OPENS and opens
        return speaker if near and speaker and speaker.actor.kind == "person" else None
    words = reading.words[people[-1].end : hit.start]
    apart = len(words) > _REACH or any(word in WHO for word in words[1:])
    return None if apart else people[-1]
