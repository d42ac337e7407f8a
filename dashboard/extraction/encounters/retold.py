"""Visits that are told by a meeting with a host, or once more by a remark on them."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.extraction.encounters.encounter import UNDATED, Encounter, overlap
from dashboard.extraction.encounters.visits import Visit
from dashboard.extraction.places.lands import side_of
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.text import fold_word

_REACH = 3  # sentences
_FIRST, _FIRST_TIME = word_set("frames", "first"), 3  # words from «أول» to «زيارة»
_ARRIVAL = "consult.visit.arrival"
_COUNTED, _OF_ITS_KIND = 2, ("من", fold_word("نوعه"))  # words
_ORDINALS, _BETWEEN_THEM = word_set("frames", "first_of"), word_set("frames", "between_them")
_LOOSE = ("published", "sentence")  # of a visit whose day is not its clause's own


def not_said_twice(
    reading: Reading, visits: Sequence[Visit], found: Sequence[Encounter]
) -> list[Encounter]:
    """The visits that are told, but for «وهذه أول زيارة له إلى واشنطن» of one told before it."""
    out: list[Encounter] = []
    for visit in visits:
        item = visit.encounter
        remark = _first_time(reading, item)
        who = {party.actor.id for party in item.parties}
        told = remark and any(
            0 <= item.sentence - other.sentence <= _REACH and other.start < item.start
            and not who.isdisjoint(p.actor.id for p in other.parties)
            and other.place is not None and item.place is not None
            and other.place.country == item.place.country
            for other in (*found, *out)
        )  # fmt: skip
        beside = visit.beside and any(
            other.sentence == item.sentence
            and not who.isdisjoint(p.actor.id for p in other.parties)
            for other in found
        )
        if visit.told and not (told or beside or _of_his_delegation(item, [*found, *out])):
            out.append(item)
    return out


def _of_his_delegation(item: Encounter, told: Sequence[Encounter]) -> bool:
    """«وصل هنية إلى القاهرة والتقى كامل. وتأتي زيارة وفد حماس …»: his visit, or their meeting."""
    if len(item.parties) != 1 or item.parties[0].actor.kind == "person" or item.place is None:
        return False
    body = item.parties[0].actor.id
    return any(
        0 <= item.sentence - other.sentence <= _REACH and other.start < item.start
        and other.place is not None and other.place.country == item.place.country
        and any(p.actor.side == body and p.actor.kind == "person" for p in other.parties)
        for other in told
    )  # fmt: skip


def _first_time(reading: Reading, item: Encounter) -> bool:
    """«في أول زيارة له إلى العراق», «وهذه أول زيارة»."""
    near = reading.tokens[max(0, item.start - _FIRST_TIME) : item.end + 1]
    firsts = [k for k, token in enumerate(near) if token.text in _FIRST]
    return any(token.text.startswith("زيار") for k in firsts for token in near[k : k + _FIRST_TIME])


def only_counts(reading: Reading, hit: Hit, last: Encounter) -> bool:
    """«بدأت المحادثة بين …، في أول محادثة بينهما منذ شهرين»: how rare the one just told is."""
    if hit.trigger.form != "noun" or hit.sentence != last.sentence or hit.start < last.end:
        return False
    before = reading.words[max(0, hit.start - _COUNTED) : hit.start]
    counted = any(word in _ORDINALS for word in before)
    after = reading.words[hit.end : hit.end + _COUNTED]
    those = bool(after) and (after[0] in _BETWEEN_THEM or tuple(after[:2]) == _OF_ITS_KIND)
    return counted and those


def told_by_meetings(found: Sequence[Encounter]) -> list[Encounter]:
    """The encounters but for visits that are told by a meeting of the visitor there and then.

    That is one with a host, of the country that is visited, wherever in it they met; or one on
    the same days in the same town, where the visit has no day of its own. On labelled articles
    the visit was told as another encounter in 5 cases of 21, and in 1 of 10. An arrival of a day
    before the meeting is told by itself.
    """
    return [
        item for item in found
        if item.mode != "visit" or item.place is None or not any(
            other.mode not in ("visit", "phone") and other.place is not None
            and other.modality == item.modality
            and other.place.country == item.place.country
            and any(p.actor.id == item.parties[0].actor.id for p in other.parties)
            and not _another_day(item, other)
            and (_hosted(item, other) or _then_and_there(item, other))
            for other in found
        )
    ]  # fmt: skip


def _another_day(visit: Encounter, other: Encounter) -> bool:
    """«وكان دي ميستورا وصل السبت»: an arrival of a day of its own, before that of the meeting."""
    own = visit.rule == _ARRIVAL and visit.date.basis == "clause"
    if own and visit.evening and other.sentence < visit.sentence:
        return True  # «استقبله بوتين. وكان وصل إلى موسكو مساء الثلثاء»
    return own and other.date.basis not in UNDATED and not overlap(visit.date, other.date)


def _hosted(visit: Encounter, other: Encounter) -> bool:
    """Whether somebody of the country visited was at an encounter with the visitor."""
    host = side_of(visit.place.country) if visit.place is not None else ""
    return bool(host) and any(
        party.actor.side == host and party.actor.id != visit.parties[0].actor.id
        for party in other.parties
    )


def _then_and_there(visit: Encounter, other: Encounter) -> bool:
    same = visit.place is not None and other.place is not None and other.place.id == visit.place.id
    days = (visit.date.first, visit.date.last) == (other.date.first, other.date.last)
    return same and days and visit.date.basis in _LOOSE


def told_by_a_meeting(item: Encounter, found: Sequence[Encounter]) -> bool:
    """Whether a visit is told by the sentence of a meeting of its guest there and then.

    «استقبل الأمير كيري الذي يزور الدوحة» is one encounter, not two.
    """
    if item.mode != "visit" or item.place is None:
        return False
    return any(
        other.mode not in ("visit", "phone") and other.place is not None
        and other.sentence == item.sentence
        and (item.modality, other.modality) != ("actual", "future")
        and other.place.id == item.place.id and overlap(item.date, other.date)
        and any(p.actor.id == item.parties[0].actor.id for p in other.parties)
        for other in found
    )  # fmt: skip
