"""Encounters of English texts beside one another: two told as one, one told again.

«spoke with Aoun and with Berri» are two calls; «flew to Damascus for talks with Assad. He will see
him on Monday» is one meeting; «the talks in Addis Ababa» say where the summit in Ethiopia is; whom
he «also met» he met there and then.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.encounters.encounter import UNDATED, Encounter
from dashboard.extraction.english.days import day_of
from dashboard.extraction.english.vocabulary import syntax_words
from dashboard.extraction.english.whereabouts import place_of
from dashboard.extraction.reading import Hit, Reading
from dashboard.model import Place

_NEAR, _AGAIN = 3, 3  # words around a trigger; sentences back to what is told again
_COUNTRY = 6  # UCDP where_prec
_THREE = 3
AIM = ".aim"  # what somebody came for


def each_apart(reading: Reading, hit: Hit, item: Encounter) -> list[Encounter]:
    """«with Aoun and with Berri», «separate talks with Rouhani and Khamenei»: one each."""
    if len(item.parties) < _THREE or item.mode == "visit":
        return [item]
    host, *others = item.parties
    if host.end > others[0].start or any(a.start < hit.start for a in others):
        return [item]
    tokens = reading.tokens
    near = [token.text for token in tokens[max(0, hit.start - _NEAR) : hit.end + _NEAR]]
    if (there := _each_in_turn(reading, others)) is not None:
        mode = "phone" if item.mode == "phone" else "meeting"
        places = [item.place, *there]
        return [
            replace(item, parties=(host, other), mode=mode, place=place)
            for other, place in zip(others, places, strict=True)
        ]
    each = any(word in syntax_words("separate") for word in near) or any(
        [t.text for t in tokens[a.start - 2 : a.start]] in (["and", "with"], ["and", "to"])
        for a in others[1:]
    )
    if not each:
        return [item]
    mode = "phone" if item.mode == "phone" else "meeting"
    return [replace(item, parties=(host, other), mode=mode) for other in others]


def _each_in_turn(reading: Reading, others: Sequence[Found]) -> list[Place] | None:
    """«talks in Uganda with Museveni and in Ethiopia with Abiy»: where the others were met."""
    out: list[Place] = []
    for one, two in pairwise(others):
        words = reading.words[one.end : two.start]
        there = reading.places_in(one.end, two.start)
        if words[:2] != ["and", "in"] or words[-1] != "with" or len(there) != 1:
            return None
        out.append(there[0].place)
    return out


def aims_met(found: Sequence[Encounter]) -> list[Encounter]:
    """The encounters, what somebody came for once with the meeting told after it on a day."""
    kept = list(found)
    for item in found:
        if not item.rule.endswith(AIM):
            continue
        held = next((o for o in kept if o is not item and _brings(item, o)), None)
        if held is not None:
            kept[kept.index(held)] = replace(held, place=held.place or item.place)
            kept = [o for o in kept if o is not item]
    return kept


def _brings(aim: Encounter, other: Encounter) -> bool:
    same = _ids(aim.parties) == _ids(other.parties) and other.mode == aim.mode
    after = 0 <= other.sentence - aim.sentence <= _AGAIN and other.start > aim.start
    told = other.date.basis == "clause" and other.modality != "historical"
    return same and after and told and not other.rule.endswith(AIM)


def _ids(parties: Sequence[Found]) -> frozenset[str]:
    return frozenset(party.actor.id for party in parties)


def told_again(reading: Reading, hit: Hit, found: list[Encounter]) -> None:
    """«…, the talks in Addis Ababa»: a closer place, or a day, of the encounter told before."""
    if hit.trigger.form != "noun" or not found:
        return
    first = reading.sentences[hit.sentence][0]
    near = reading.words[max(first, hit.start - 2) : hit.start]
    if not {"the", "their"} & set(near):
        return
    last = found[-1]
    if hit.sentence - last.sentence > _AGAIN or last.mode in ("phone", "visit"):
        return
    when, where = day_of(reading, hit, None), place_of(reading, hit, hit.end)
    own = when.basis == "clause"
    if own and last.date.basis not in UNDATED and when.first != last.date.first:
        return
    if where is not None and (last.place is None or _within(where, last.place)):
        last = replace(last, place=where)
    if own and last.date.basis in UNDATED:
        last = replace(last, date=when)
    found[-1] = last


def _within(place: Place, wide: Place) -> bool:
    return wide.precision == _COUNTRY > place.precision and wide.country == place.country


def also_then(reading: Reading, hit: Hit, item: Encounter, found: Sequence[Encounter]) -> Encounter:
    """«Nasrallah also met Zarif»: where and when he met whom the text told of before."""
    last = found[-1] if found else None
    near = reading.words[max(0, hit.start - _NEAR) : hit.end + _NEAR]
    also = any(word in syntax_words("also") for word in near)
    if last is None or not also or item.mode == "visit" or hit.sentence - last.sentence > 1:
        return item
    if "phone" in (item.mode, last.mode) or item.modality != last.modality:
        return item
    if not _ids(item.parties) & _ids(last.parties) or last.mode == "visit":
        return item
    place = item.place or last.place
    silent = item.date.basis in UNDATED and last.date.basis == "clause"
    if item.place is not None and last.place is not None and item.place.id != last.place.id:
        return item
    day = replace(last.date, basis="narrative") if silent else item.date
    return replace(item, place=place, date=day)


def for_a_meeting(
    item: Encounter, found: Sequence[Encounter], aims: Collection[int] = ()
) -> bool:  # fmt: skip
    """Whether a visit is told again by a meeting of the visitor there and then.

    ``aims`` are the sentences that say whom somebody came to meet.
    """
    return item.mode == "visit" and item.place is not None and any(
        other.mode not in ("visit", "phone") and other.place is not None
        and (other.place.id == item.place.id or _within(other.place, item.place))
        and item.parties[0].actor.id in _ids(other.parties)
        and _close(item, other, aims)
        and (other.modality == item.modality or item.modality != "actual"
             or other.modality != "historical")
        for other in found
    )  # fmt: skip


def _close(visit: Encounter, other: Encounter, aims: Collection[int]) -> bool:
    """Whether the days of a meeting may be those of a visit: a few days off, or not told."""
    one, day = visit.date, other.date
    own = one.basis == "clause" and one.first == one.last and visit.sentence != other.sentence
    if own and visit.sentence not in aims and (day.basis in UNDATED or day.first != one.first):
        return False  # «arrived on Tuesday … They met on Wednesday»: told by itself
    if one.basis in UNDATED or day.basis in UNDATED or one.first is None or day.first is None:
        return True
    return abs((day.first - one.first).days) <= _AGAIN
