"""Encounters that share where and when they were with one told before: «كما عقد»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from dashboard.extraction.encounters.encounter import UNDATED, Encounter
from dashboard.extraction.encounters.frames import finer
from dashboard.extraction.encounters.parties import distinct
from dashboard.extraction.reading import Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.model import EventDate
from dashboard.text import fold_word

_REACH = 3  # sentences from an encounter to whom one met as well
_ON_THAT, _TO_FOLLOW = (fold_word("على"), fold_word("أن")), 5  # words of «على أن يجري …»
_TOO = word_set("chains", "too")
_STORY, _ALSO = 12, 2  # sentences, and words from «كما» to the verb after it
_LESS_SURE = 0.1
_COUNTRY = 6  # UCDP where_prec
_PRESS = word_set("frames", "press")
_SILENT = ("none", "published")


def chained(reading: Reading, found: Sequence[Encounter]) -> list[Encounter]:
    """The encounters, one after «كما» without place and day where and when the one before it was.

    «… محادثات مع وزراء الخليج في قطر أمس. كما عقد الوزير اجتماعاً مع لافروف»: they share who met;
    what is long past or ahead of the other lends nothing. Without «كما», and but for a press
    conference, one told right after was elsewhere or on another day in 15 cases of 16. Then one
    with a day but no place is where one of its people was that day.
    """
    out: list[Encounter] = []
    for item in found:
        before = None
        too = _as_well(reading, item)
        if too or _goes_on(reading, item) or _before_the_press(reading, item):
            near = _REACH if too else _STORY
            alone = _of_the_story(item) if too else item
            before = next((o for o in reversed(out) if _leads(o, alone, near)), None)
        goes_on = too or _goes_on(reading, item)
        if before is not None and not goes_on and _of_many(before, item):
            there = tuple(distinct([*before.parties, *item.parties]))
            mode = "multilateral" if len(there) > 2 else before.mode
            out[out.index(before)] = replace(before, parties=there, mode=mode)
            continue  # «… مع وزراء الخليج …. وقال في مؤتمر صحافي مع نظيره عقب الاجتماع»
        if before is None and (led := _where_it_follows(reading, item, out)) is not None:
            item = replace(item, place=led.place, rule=item.rule + ".chained")
        if before is not None:
            place = item.place or (before.place if item.mode != "phone" else None)
            sure = item.sure - _LESS_SURE
            rule = item.rule + ".chained"
            item = replace(item, place=place, date=before.date, rule=rule, sure=sure)
        out.append(item)
    return [_where_they_were(item, out) for item in out]


def _of_many(one: Encounter, item: Encounter) -> bool:
    """Whether two who speak to the press come from a meeting of more, or of a body, told before."""
    bodies = any(p.actor.kind == "organisation" for p in one.parties)
    return bodies or len(one.parties) > max(2, len(item.parties))


def _goes_on(reading: Reading, item: Encounter) -> bool:
    """«كما عقد الوزير اجتماعاً»: the word before an encounter, or two before, carries on."""
    first = reading.sentences[item.sentence][0]
    words = reading.words[max(first, item.start - _ALSO) : item.start]
    return any(word == "كما" for word in words)


def _where_it_follows(
    reading: Reading, item: Encounter, out: Sequence[Encounter]
) -> Encounter | None:
    """«التقى في جنيف وفد الحكومة، على أن يجتمع اليوم مع وفد المعارضة»: he goes on where he is."""
    first = max(reading.sentences[item.sentence][0], item.start - _TO_FOLLOW)
    words = reading.words[first : item.start]
    ahead = item.modality == "future" and item.mode not in ("phone", "visit")
    if item.place is not None or not ahead or _ON_THAT not in pairwise(words):
        return None
    ids = {p.actor.id for p in item.parties}
    return next((
        o for o in reversed(out)
        if o.sentence == item.sentence and o.place is not None and o.mode not in ("phone", "visit")
        and not ids.isdisjoint(p.actor.id for p in o.parties)
    ), None)  # fmt: skip


def _of_the_story(item: Encounter) -> Encounter:
    """The encounter without the day that the story had reached: it may be the other's."""
    return replace(item, date=EventDate()) if item.date.basis == "narrative" else item


def _as_well(reading: Reading, item: Encounter) -> bool:
    """«التقى كذلك ولي العهد», «اجتمع أيضاً مع نظيره»: he met another where he met the first."""
    return any(
        hit.trigger.form == "verb" and reading.words[hit.end] in _TOO
        for hit in reading.hits_in(item.start, item.end - 1) if hit.trigger.type == "CONSULT"
    )  # fmt: skip


def _before_the_press(reading: Reading, item: Encounter) -> bool:
    """«قال خلال مؤتمر صحافي مشترك مع نظيره عقب الاجتماع»: where and when they had met."""
    return any(word in _PRESS for word in reading.words[item.start : item.end])


def _where_they_were(item: Encounter, found: Sequence[Encounter]) -> Encounter:
    """An encounter of a day with the place of others of that day in which its people took part.

    Only where all of these were in one place: who was in Doha that morning met there. So was one
    of which only the country is told.
    """
    if item.mode in ("phone", "visit") or item.date.basis in UNDATED:
        return item
    if item.place is not None and item.place.precision != _COUNTRY:
        return item
    people = {p.actor.id for p in item.parties if p.actor.kind in ("person", "organisation")}
    places = [
        other.place for other in found
        if other is not item and other.place is not None and other.mode != "phone"
        and (other.date.first, other.date.last) == (item.date.first, item.date.last)
        and item.date.first == item.date.last and other.date.basis not in UNDATED
        and not people.isdisjoint(p.actor.id for p in other.parties)
    ]  # fmt: skip
    if len({place.country for place in places}) != 1:
        return item
    fine = {place.id: place for place in places if place.precision < _COUNTRY}
    place = next(iter(fine.values())) if fine else places[0]
    if len(fine) > 1:
        return item
    if item.place is not None and not all(finer(other, item.place) for other in places):
        return item  # they were in more of the country than in one city
    return replace(item, place=place, rule=item.rule + ".sameday", sure=item.sure - _LESS_SURE)


def _leads(one: Encounter, item: Encounter, reach: int) -> bool:
    if item.mode in ("visit", "phone") or one.mode in ("visit", "phone"):
        return False
    if item.date.basis not in _SILENT or item.place is not None or one.date.basis in _SILENT:
        return False
    if one.date.precision != "day":
        return False  # «التقى الرئيس الصيني في مايو … قمة مع ترامب»: too wide to be of both
    if item.modality != one.modality or not 0 <= item.sentence - one.sentence <= reach:
        return False
    mine = {p.actor.id for p in item.parties}
    return not mine.isdisjoint(p.actor.id for p in one.parties)
