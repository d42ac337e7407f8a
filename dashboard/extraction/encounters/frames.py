"""What a story has already told of an encounter: told again with its place or day, on a visit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from dashboard.extraction.actors.capitals import HOSTED
from dashboard.extraction.circumstances.dating import event_date
from dashboard.extraction.circumstances.whereabouts import encounter_place, the_matter
from dashboard.extraction.encounters.encounter import OF_BODIES, UNDATED, Encounter
from dashboard.extraction.encounters.lasting import lasting
from dashboard.extraction.encounters.moments import when_ahead
from dashboard.extraction.encounters.parties import WHO, distinct, parties_after
from dashboard.extraction.encounters.retold import told_by_a_meeting
from dashboard.extraction.encounters.rounds import another_round
from dashboard.extraction.encounters.visits import Visit
from dashboard.extraction.places.hosts import VISIT
from dashboard.extraction.places.lands import side_of
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.lexicon import lexicon
from dashboard.model import EventDate, Place

_REACH = 3  # sentences
_RELATIVE = 8  # words from a noun to the verb of its relative clause
_ON_IT = word_set("frames", "on_it")
_ALSO = 2  # words from an encounter to «عقب ذلك»
_LESS_SURE = 0.1
_COUNTRY = 6  # UCDP where_prec
_NEAR = 3  # days between a visit and an encounter of it
_ANOTHER = word_set("frames", "another")
_GREAT = word_set("frames", "great")
_THEN, _THAT = word_set("frames", "then"), word_set("frames", "that")
_AFTER_IT = word_set("frames", "after_it")
_SILENT = ("none", "published")
_SEEN = "consult.visit"  # told by a verb of visiting, not of coming


def told_again(reading: Reading, hit: Hit, found: list[Encounter]) -> None:
    """«ويقول الكرملين إن الاجتماع سيعقد في طهران في السابع من سبتمبر»: of the one told before.

    Only what that one lacks is added: a place, a city where it had a country, a day where it had
    none of its own.
    """
    own = reading.words[hit.end - 1].endswith("اتها")  # «وبدأت مشاوراتها في واشنطن»
    definite = hit.prefix.endswith(("ال", "لل"))  # «عادا للمفاوضات الأحد»
    if not found or not (definite or own) or _of_another(reading, hit):
        return  # «القمة المقبلة ستعقد في طهران»
    last = found[-1]
    if hit.sentence - last.sentence in (0, 1) and last.mode != "phone" and _lasts(reading, hit):
        found[-1] = last = replace(last, date=lasting(reading, hit, last.date))
    if not _held(reading, hit):
        return
    if not of_one_kind(reading, hit, last) or another_round(reading, hit, last):
        return  # «وتبدأ القمة غداً» after «بحث الرئيسان …»
    call = hit.trigger.mode == "phone"
    if hit.sentence - last.sentence > _REACH or last.start >= hit.start:
        return
    if (last.mode == "phone") != call:
        return  # «الاتصال الذي جرى مساء أول من أمس» is of a call
    sentence = reading.sentences[hit.sentence]
    following = (h.start for h in reading.hits_in(hit.end, sentence[1]))
    stop = next((k for k in following if reading.hits_in(k, k + 1)[0].trigger.type == "CONSULT"), 0)
    place = encounter_place(reading, hit, hit.end, (sentence[0], stop or sentence[1]))
    when = event_date(reading, hit.start, hit.end)
    if when.basis == "clause" and last.date.basis in UNDATED:
        ahead = when_ahead(reading, when) if last.modality == "future" else when
        last = replace(last, date=ahead if ahead.first else last.date)
    if place is not None and not call and finer(place, last.place):
        last = replace(last, place=place)
    found[-1] = last


def _of_another(reading: Reading, hit: Hit) -> bool:
    """«القمة المقبلة», «الجولة السابقة»: not the one that was just told."""
    return hit.end < len(reading.tokens) and reading.words[hit.end] in _ANOTHER


def _lasts(reading: Reading, hit: Hit) -> bool:
    """«اجتماع أمس في أستانا. واللقاء الذي يستمر يومين …»: how long it takes, in its own clause."""
    relative = hit.end < len(reading.tokens) and reading.words[hit.end] in WHO
    return relative and lexicon().lasting.at(reading.tokens, hit.end + 1, ("",)) is not None


def who_they_were(reading: Reading, hit: Hit, last: Encounter) -> Encounter | None:
    """«اجتماع سوري أردني …. وضم الاجتماع الصفدي والشيباني»: the ministers of those states.

    ``None`` where the states told before are not those of the people.
    """
    before = reading.words[hit.start - 1].lstrip("وف") if hit.start else ""
    there = before in lexicon().attending or before in lexicon().gathers
    definite = hit.trigger.form == "noun" and hit.prefix.endswith("ال")
    if not (there and definite) or not 0 < hit.sentence - last.sentence <= _REACH:
        return None
    states = {p.actor.side for p in last.parties if p.actor.kind == "state"}
    stop = reading.sentences[hit.sentence][1]
    more = parties_after(reading, hit.end, stop, phone=False, verb=True)
    people = [a for a in more if a.actor.kind == "person"]
    if len(states) < len(last.parties) or len(states) < 2:
        return None
    if not states <= {a.actor.side for a in people}:
        return None
    return replace(last, parties=tuple(distinct(people)))


def of_one_kind(reading: Reading, hit: Hit, last: Encounter) -> bool:
    """Whether a summit or a conference told again was told as one: not of any meeting."""
    word = reading.words[hit.start][len(hit.prefix) :].removeprefix("ال")
    if word not in _GREAT:
        return True
    told = reading.tokens[last.start : last.end + 1]
    return any(token.text.removesuffix("ا").endswith(word) for token in told)


def on_a_visit_ahead(
    reading: Reading, hit: Hit, read: Sequence[Encounter], visits: Sequence[Visit]
) -> list[Encounter]:
    """«يتوجه إلى الدوحة الأحد …، يلتقي خلالها الأمير، ثم يعقد لقاء»: what the visit will bring.

    A present verb after a visit that is still to be made tells of it, in its place and its days.
    """
    trip = next(
        (
            v.encounter for v in reversed(visits)
            if v.encounter.sentence == hit.sentence and v.encounter.end <= hit.start
        ), None,
    )  # fmt: skip
    if trip is None or trip.modality != "future" or not _in_the_present(reading, hit):
        return list(read)
    visitors = {party.actor.id for party in trip.parties}
    return [
        _on_it(item, trip)
        if item.modality == "actual" and item.date.basis in UNDATED
        and not visitors.isdisjoint(p.actor.id for p in item.parties) and item.mode != "phone"
        else item
        for item in read
    ]  # fmt: skip


def _on_it(item: Encounter, trip: Encounter) -> Encounter:
    """An encounter of a visit ahead: where it is told elsewhere, not on the day of the visit."""
    elsewhere = item.place is not None and trip.place is not None and not (
        item.place.id == trip.place.id or trip.place.precision == _COUNTRY
    )  # fmt: skip
    day = EventDate() if elsewhere else trip.date
    return replace(item, modality="future", date=day, place=item.place or trip.place)


def after_that(
    reading: Reading, hit: Hit, read: Sequence[Encounter], found: Sequence[Encounter]
) -> list[Encounter]:
    """«وأجرى بوتين عقب ذلك اتصالاً»: on the day of the encounter told before, as far as is known."""
    first, stop = reading.sentences[hit.sentence]
    near = reading.words[max(first, hit.start - _ALSO - 2) : min(stop, hit.end + _ALSO + 2)]
    words = list(near)
    then = any(
        word in _THEN or (word in _AFTER_IT and following in _THAT)
        for word, following in zip(words, [*words[1:], ""], strict=True)
    )
    last = found[-1] if found else None
    if last is None or not then or not 0 <= hit.sentence - last.sentence <= _REACH:
        return list(read)
    if last.modality != "actual" or last.date.basis not in ("clause", "sentence", "narrative"):
        return list(read)
    day = last.date
    day = replace(day, basis="narrative", edtf=day.edtf.rstrip("?~%") + "?", approximate=True)
    return [
        replace(item, date=day)
        if item.modality == "actual" and item.date.basis in UNDATED and day.first == day.last
        and not _told_before(item, found[:-1])
        else item
        for item in read
    ]  # fmt: skip


def _told_before(item: Encounter, found: Sequence[Encounter]) -> bool:
    """Whether the same people met as told before: «بعد الاجتماع» is then after that one."""
    those = {party.actor.id for party in item.parties}
    return any(
        0 <= item.sentence - other.sentence <= _REACH
        and those == {party.actor.id for party in other.parties}
        for other in found
    )


def _in_the_present(reading: Reading, hit: Hit) -> bool:
    """«يلتقي», «ثم يعقد لقاء», «يجري خلالها مباحثات»: a verb of the present that tells of it."""
    k = hit.start if hit.trigger.form == "verb" else hit.start - 1
    if hit.trigger.form != "verb" and k > 1 and reading.words[k] in _ON_IT:
        k -= 1
    return reading.words[k].lstrip("و").startswith(("ي", "ت")) and k > 0


def visit_told_again(reading: Reading, hit: Hit, visits: list[Visit]) -> None:
    """«زار وفد سعودي صنعاء. وقالت الوكالة إن الزيارة بدأت السبت»: its day, told after it."""
    if not visits or hit.trigger.form != "noun" or not hit.prefix.endswith("ال"):
        return
    last = visits[-1]
    if hit.sentence - last.encounter.sentence not in (0, 1) or not _held(reading, hit):
        return
    when = lasting(reading, hit, event_date(reading, hit.start, hit.end))
    known = last.encounter.date
    # «سيبدأ زيارة الاثنين. والزيارة التي تبدأ الاثنين وتستمر ثلاثة أيام»
    longer = when.first == known.first == known.last != when.last
    if when.basis == "clause" and (known.basis in UNDATED or longer):
        visits[-1] = replace(last, encounter=replace(last.encounter, date=when), told=True)


def _held(reading: Reading, hit: Hit) -> bool:
    """Whether a verb beside the noun says that it is held, begins or ends."""
    near: Sequence[int] = range(max(0, hit.start - 2), min(len(reading.tokens), hit.end + 4))
    held = lexicon().held
    stop = min(len(reading.tokens), hit.end + _RELATIVE)
    # «إن اللقاء مع بيرنز، الذي جرى أمس، …»
    whose = next((k + 1 for k in range(hit.end, stop) if reading.words[k] in WHO), -1)
    near = (*near, whose) if 0 < whose < stop else near
    return any(
        held.at(reading.tokens, k, ("", "و", "ف", "س", "وس")) is not None
        or reading.words[k].lstrip("وف") in HOSTED
        or (reading.words[k] in lexicon().his and reading.words[k - 1] in WHO)
        for k in near
    )


def finer(place: Place, known: Place | None) -> bool:
    """Whether a place tells more than the one known: a town of its country, or any at all."""
    if known is None:
        return place.precision < _COUNTRY
    return known.precision == _COUNTRY > place.precision and known.country == place.country


def settled_in_visits(
    reading: Reading, found: Sequence[Encounter], visits: Sequence[Visit]
) -> list[Encounter]:
    """The encounters, those of a visitor at the place and in the days of the visit.

    Of a visitor with his hosts wherever they are told; with others, near the words of the visit.
    """
    published = reading.document.published
    told = [visit.encounter for visit in visits]
    over = [trip for trip in told if _at_its_end(reading, trip)]
    settled = [_settled(_at_home(reading, item), told, over, published) for item in found]
    return [item for item in settled if not told_by_a_meeting(item, settled)]


def _at_home(reading: Reading, item: Encounter) -> Encounter:
    """«يجري بومبيو محادثات في الرياض قبل أن يلتقي ولي العهد»: in the town of one of them.

    Only where their sentence names one town of a country of theirs, and they are of two sides.
    """
    sides = {p.actor.side for p in item.parties}
    if item.place is not None or item.mode in ("phone", "visit") or len(sides) < 2:
        return item
    people = all(p.actor.kind == "person" for p in item.parties)
    if item.modality != "actual" or item.date.basis not in _SILENT or not people:
        return item
    named = reading.places_in(*reading.sentences[item.sentence])
    homes = {
        found.place.id: found.place for found in named
        if found.located and found.place.precision < _COUNTRY and not the_matter(reading, found)
        and not any(h.trigger.type == "CONSULT" for h in reading.hits_in(item.end, found.start))
        and side_of(found.place.country) in sides - {""}
    }  # fmt: skip
    if len(homes) != 1:
        return item
    (place,) = homes.values()
    return replace(item, place=place, rule=item.rule + ".home", sure=item.sure - _LESS_SURE)


def _at_its_end(reading: Reading, visit: Encounter) -> bool:
    """«في ختام زيارته إلى لبنان ليل الثلاثاء»: the day of its end alone."""
    near = reading.words[max(0, visit.start - 1) : visit.end]
    words = [word.lstrip("وف") for word in near]
    ended = any(
        one in lexicon().ended and other.startswith(VISIT) for one, other in pairwise(words)
    )
    return ended and visit.date.first == visit.date.last


def _settled(
    item: Encounter, told: Sequence[Encounter], over: Sequence[Encounter], published: date | None
) -> Encounter:
    if item.mode in ("phone", "visit") or item.rule in OF_BODIES:
        return item  # whom a member of a body visits is no host of it
    ids = {p.actor.id for p in item.parties}
    for visit in sorted(told, key=lambda v: v.place.precision if v.place else _COUNTRY):
        guest, place = visit.parties[0], visit.place
        if guest.actor.id not in ids or place is None or not _together(item, visit):
            continue
        if item.over and item.sentence == visit.sentence:
            continue  # «وصل إلى أنقرة بعد محادثات مع روحاني»
        host = side_of(place.country)
        hosts = host and guest.actor.side != host and any(
            p.actor.side == host for p in item.parties
        )  # fmt: skip
        near = abs(item.sentence - visit.sentence) <= _REACH
        if item.modality == "future" and not (hosts or _still(visit, published)):
            continue  # «استقبل ماكرون الحريري الذي وصل أمس إلى باريس. وسيلتقي الحريري عون»
        if item.place is not None:
            if item.place.country != place.country:
                continue
        elif not hosts and (not near or (item.sentence, item.end) < (visit.sentence, visit.start)):
            continue  # «يلتقي كيري لافروف ثم يتوجه إلى الرياض»
        settled = replace(item, rule=item.rule + ".visit")
        if item.place is None or finer(place, item.place):
            settled = replace(settled, place=place)
        ahead = item.modality == "future" and not (_still(visit, published) and _lasting(visit))
        ahead = ahead or (visit.leaving and item.sentence != visit.sentence)
        ahead = ahead or (visit.evening and item.sentence < visit.sentence)
        ahead = ahead or (visit in over and visit.sentence != item.sentence)
        if item.date.basis in _SILENT and visit.date.basis not in _SILENT and not ahead:
            modality = "future" if item.modality == "future" else visit.modality
            settled = replace(settled, date=visit.date, modality=modality)
        return settled
    return item


def _lasting(visit: Encounter) -> bool:
    """Whether a visit lies ahead or is told with more days than that of an arrival."""
    return visit.modality == "future" or visit.date.first != visit.date.last


def _days_apart(one: EventDate, other: EventDate) -> bool:
    """Whether two dates are two days, each told in a clause of its own."""
    days = one.first == one.last and other.first == other.last and one.first != other.first
    return days and one.basis == other.basis == "clause"


def _still(visit: Encounter, published: date | None) -> bool:
    """Whether a visit lies ahead or lasts to the day of its report, so that its talks may."""
    last = visit.date.last
    return visit.modality == "future" or (
        published is not None and last is not None and last >= published
    )


def _together(item: Encounter, visit: Encounter) -> bool:
    """Whether an encounter may belong to a visit: its days do, or it tells none."""
    one, other = item.date, visit.date
    if "historical" in (item.modality, visit.modality) and item.modality != visit.modality:
        return item.sentence == visit.sentence
    if (item.modality, visit.modality) == ("actual", "future"):
        # «عنان الذي أجرى محادثات مع الأسد سيسافر إلى طهران الأحد»
        if one.basis == "published" or other.first is None or one.first is None:
            return False
    if one.basis in _SILENT or other.basis in _SILENT:
        return True
    later = visit.sentence > item.sentence and item.modality == visit.modality == "actual"
    if later and visit.rule == _SEEN and _days_apart(one, other):
        return False  # «اجتماعهما أمس …. وزار دي ميستورا الأحد حمص»: a town of another day
    if one.first is None or other.first is None or one.last is None or other.last is None:
        return True
    return (one.first - other.last).days <= _NEAR and (other.first - one.last).days <= _NEAR
