"""An encounter before it becomes an event, and which reports of encounters are of one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dashboard.extraction.actors.mentions import Found
from dashboard.model import EventDate, Modality, Place
from dashboard.values import dataclass

_VISIT = "consult.visit"
_TALKS_OF_DAYS = 5
_STATES = ".nations"
_HEADED = 3  # sentences from «لقاء سعودي أميركي روسي» to who they were
_OTHERS = 4  # people more at one of two encounters, at which they are two
_CALLED = 6  # sentences from a call to what was discussed in it
_DAYS_OFF = 7  # between an encounter told without a day and the day it is told with
UNDATED = ("none", "published", "narrative")  # bases of a day that no words of its own give
OF_BODIES = ("consult.assembly", "consult.session")  # rules of bodies that meet


@dataclass(frozen=True, slots=True)
class Encounter:
    """A CONSULT event before it is given an id.

    ``over`` where a journey is told to have followed it, ``held`` where something was said at it,
    ``leaving`` where the day of a journey is that on which somebody set out, ``evening`` where it
    is told as the one before talks («وكان وصل مساء الثلثاء»), ``on_it`` where an encounter is told
    as of a visit («التقى خلال زيارته»).
    """

    mode: str
    modality: Modality
    date: EventDate
    place: Place | None
    parties: tuple[Found, ...]
    start: int
    end: int
    sentence: int
    rule: str
    sure: float
    over: bool = False
    held: bool = False
    leaving: bool = False
    evening: bool = False
    on_it: bool = False


_CONFERENCE = "consult.conference"


def once_each(found: Sequence[Encounter], published: date | None = None) -> list[Encounter]:
    """The encounters without repeats: same parties (or their states), same days, same place."""
    kept: list[Encounter] = []
    for item in sorted(found, key=lambda e: (-len(e.parties), -_people(e))):
        match = next((k for k, other in enumerate(kept) if _same(other, item, published)), None)
        if match is None:
            kept.append(item)
            continue
        other = kept[match]
        better = other
        if _people(item) > _people(other):
            better = replace(item, place=item.place or other.place)
        if other.place is None or (item.place and item.place.precision < other.place.precision):
            better = replace(better, place=item.place if other.mode != "phone" else None)
        if not _dated(other) and _dated(item) and not (item.leaving or item.evening):
            better = replace(better, date=item.date, modality=item.modality)
        elif finer_days(item.date, other.date):
            better = replace(better, date=item.date)
        kept[match] = better
    return sorted(kept, key=lambda e: (e.start, e.end))


def _same(one: Encounter, other: Encounter, published: date | None) -> bool:
    if (one.mode == "phone") != (other.mode == "phone") and not _talked_of(one, other):
        return False
    if (one.mode == "visit") != (other.mode == "visit") and _VISIT in (one.rule, other.rule):
        return False  # a visit told by itself; an arrival belongs to the meeting it leads to
    if (one.mode == "visit") != (other.mode == "visit"):
        arrival, meeting = (one, other) if one.mode == "visit" else (other, one)
        if meeting.over and meeting.sentence == arrival.sentence:
            return False  # «وصل إلى أنقرة بعد محادثات مع روحاني»
        if (meeting.modality, arrival.modality) == ("actual", "future"):
            return False  # «عنان الذي أجرى محادثات مع الأسد سيسافر إلى طهران»
        if arrival.evening and meeting.sentence < arrival.sentence:
            return False  # «استقبله بوتين. وكان وصل إلى موسكو مساء الثلثاء»
        if meeting.place is None and meeting.sentence < arrival.sentence:
            return False  # «قبل أن يلتقي ولي العهد. ثم يتوجه إلى إسرائيل»
    if not _one_time(one, other, published):
        return False
    if one.rule == _CONFERENCE != other.rule and one.sentence != other.sentence:
        return False  # «على هامش المؤتمر، التقى السيسي الأمير»
    if (
        one.place and other.place and one.place.id != other.place.id
        and not (one.place.country == other.place.country
                 and 6 in (one.place.precision, other.place.precision))
    ):  # fmt: skip
        return False
    if _dated(one) and _dated(other) and len(one.parties) != len(other.parties):
        if (one.date.first, one.date.last) != (other.date.first, other.date.last):
            return False  # «محادثات من 12 إلى 14» of two, and the one of three on the 13th
    if _dated(one) != _dated(other) and abs(_people(one) - _people(other)) >= _OTHERS:
        return False  # of seven who met, two had met elsewhere the day before
    near = one.rule.endswith(_STATES) and 0 <= other.sentence - one.sentence <= _HEADED
    return _covers(one, other) or (near and _covers(other, one))


def _talked_of(one: Encounter, other: Encounter) -> bool:
    """«في اتصال هاتفي … وأضاف أن الرئيسين بحثا»: what two discussed, told after their call."""
    call, talks = (one, other) if one.mode == "phone" else (other, one)
    same = {p.actor.id for p in call.parties} == {p.actor.id for p in talks.parties}
    near = 0 <= talks.sentence - call.sentence <= _CALLED
    if talks.sentence == 0 <= call.sentence <= 1:  # told by a headline
        near, same = True, same or _states_of(call) == _states_of(talks)
    return same and near and talks.place is None and talks.rule.startswith("consult.talks")


def _covers(one: Encounter, other: Encounter) -> bool:
    """Whether the parties of ``other`` are among those of ``one``, or are their states."""
    big = {p.actor.id for p in one.parties}
    if other.rule in OF_BODIES and len(other.parties) > 1 and other.parties[0].actor.id not in big:
        return False  # «الإحاطة التي سيقدمها إلى مجلس الأمن»: not his talks with somebody else
    if len(other.parties) > 1 or other.rule not in OF_BODIES:
        big |= {p.actor.side for p in one.parties}  # not of «قمة الناتو» who meets its secretary
    return all(
        p.actor.id in big or (p.actor.kind != "person" and p.actor.side in big)
        for p in other.parties
    )


def _people(item: Encounter) -> int:
    return sum(party.actor.kind == "person" for party in item.parties)


def _dated(item: Encounter) -> bool:
    return item.date.basis not in ("published", "none")


def _one_time(one: Encounter, other: Encounter, published: date | None) -> bool:
    """Whether two reports can be of one time: days that overlap, or a day of which one is silent.

    A dated encounter and one ahead without a day are two, but for the one of the day of the report
    («يعقد كيري اليوم», «سيعقد كيري»); so are one long past and one of today.
    """
    if _dated(one) and _dated(other):
        return overlap(one.date, other.date)
    kinds = {one.modality, other.modality}
    if len(kinds) == 1:
        return overlap(one.date, other.date) or _perhaps(one, other)
    if "historical" in kinds:
        return False
    ahead = one if one.modality == "future" else other
    past = other if ahead is one else one
    if past.held and past.sentence == ahead.sentence:
        return False  # «صرح عقب لقائه نظيره بأن اجتماعاً سيعقد»
    if _dated(past) and past.date.last == published:
        return _states_of(past) == _states_of(ahead)
    if _dated(ahead) and ahead.place is None and past.place is not None:
        return False  # «محادثات في سبتمبر», and «يشارك في محادثات في روسيا»
    return not (_dated(past) and not _dated(ahead))


def _states_of(item: Encounter) -> set[str]:
    """The states whose people meet, or those who meet where they are of one state."""
    sides = {p.actor.side for p in item.parties}
    return sides if len(sides) == len(item.parties) else {p.actor.id for p in item.parties}


def _perhaps(one: Encounter, other: Encounter) -> bool:
    """An undated encounter, given the day of publication, may be the one dated a few days off.

    So may one that its sentence tells again in the same place: «عقدت … في جدة في أبريل وشاركت فيه».
    """
    there = one.place is not None and other.place is not None and one.place.id == other.place.id
    if there and one.sentence == other.sentence and not (_dated(one) and _dated(other)):
        return True
    if one.date.first is None or other.date.first is None:
        return True
    return abs((one.date.first - other.date.first).days) <= _DAYS_OFF


def finer_days(one: EventDate, other: EventDate) -> bool:
    """Whether one date lies within the other: «بأوائل سبتمبر» after «في سبتمبر».

    The days of talks («من 12 إلى 14») are not made one of them.
    """
    if one.first is None or other.first is None or one.last is None or other.last is None:
        return False
    if other.precision == "day" and (other.last - other.first).days < _TALKS_OF_DAYS:
        return False
    shorter = one.last - one.first < other.last - other.first
    return shorter and other.first <= one.first and one.last <= other.last


def overlap(one: EventDate, other: EventDate) -> bool:
    """Whether two days or periods may share a day; one that is not known may."""
    if one.first is None or other.first is None or one.last is None or other.last is None:
        return True
    return one.first <= other.last and other.first <= one.last
