"""Encounters: who met or called whom, where and when (PLOVER CONSULT).

One event an encounter: a list of places and dates («آخرها في … في 4 و5 أيلول وفي … في 26 آب») is
several, and the same encounter told twice is one.
"""

from __future__ import annotations

from dataclasses import replace

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.circumstances.dating import of_the_report, published_date
from dashboard.extraction.encounters.accords import read_accords
from dashboard.extraction.encounters.apart import apart, has_word, mode_of
from dashboard.extraction.encounters.assemblies import read_assemblies
from dashboard.extraction.encounters.at_the_talks import at_the_talks
from dashboard.extraction.encounters.attendance import (
    THERE,
    attends,
    joined_to_bodies,
    with_their_own,
)
from dashboard.extraction.encounters.audiences import read_audience
from dashboard.extraction.encounters.briefings import read_briefings
from dashboard.extraction.encounters.chains import chained
from dashboard.extraction.encounters.clauses import right_end
from dashboard.extraction.encounters.encounter import Encounter, once_each
from dashboard.extraction.encounters.frames import (
    after_that,
    of_one_kind,
    on_a_visit_ahead,
    settled_in_visits,
    told_again,
    visit_told_again,
    who_they_were,
)
from dashboard.extraction.encounters.gatherings import read_gatherings
from dashboard.extraction.encounters.in_turn import next_partners
from dashboard.extraction.encounters.journeys import over_before_journeys
from dashboard.extraction.encounters.lasting import counted_from_another, stays
from dashboard.extraction.encounters.margins import on_the_margins
from dashboard.extraction.encounters.ministers import read_ministers
from dashboard.extraction.encounters.modality import held_already, modality_of
from dashboard.extraction.encounters.moments import places_and_dates, when_ahead
from dashboard.extraction.encounters.named_talks import read_named_talks
from dashboard.extraction.encounters.openings import (
    Opening,
    held_then,
    opening,
    tells_who_was_there,
)
from dashboard.extraction.encounters.parties import distinct, parties_after
from dashboard.extraction.encounters.receptions import read_receptions
from dashboard.extraction.encounters.reporters import with_who_reports
from dashboard.extraction.encounters.retold import not_said_twice, told_by_meetings
from dashboard.extraction.encounters.rounds import read_rounds
from dashboard.extraction.encounters.sessions import read_sessions, sessions_unnamed
from dashboard.extraction.encounters.sides import read_sides
from dashboard.extraction.encounters.speeches import with_who_spoke
from dashboard.extraction.encounters.story import days_of_the_story
from dashboard.extraction.encounters.tours import read_tours
from dashboard.extraction.encounters.town_by_town import in_their_order, its_day, towns
from dashboard.extraction.encounters.visits import Visit, read_visits
from dashboard.extraction.encounters.wanted import only_wanted
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.lexicon import lexicon
from dashboard.extraction.vocabulary.registry import registry
from dashboard.model import DateMention, EventDate
from dashboard.text import fold_word

# What the date's place in the text adds to the confidence; measured on labelled articles.
_DATED = {"clause": 0.12, "sentence": 0.05, "narrative": -0.1, "published": 0.0, "none": -0.12}
_SAME_STORY, _NEAR_IT = 8, 3  # sentences
_PRESENT, _BY_PHONE = fold_word("بحضور"), fold_word("هاتفيا")
_FOR_IT, _NEGOTIATE = word_set("consult", "for_it"), word_set("consult", "negotiate")
_JOINS, _JOINED = word_set("consult", "joins"), 4  # words from «انضم إليهما» to the meeting
_THIS, _REMARK = word_set("consult", "this"), 3  # words from «وهذا» to «اللقاء»
_ON = 3  # words from talks to what says they go on


def find_encounters(
    reading: Reading, speakers: dict[int, Found], narrative: dict[int, DateMention]
) -> list[Encounter]:
    """The encounters of a document, each once, in text order.

    ``speakers`` maps a sentence to who speaks at its start («وأوضح أنه …»); ``narrative`` to the
    date the story has reached.
    """
    found: list[Encounter] = []
    visits: list[Visit] = []
    open_one: Opening | None = None
    spoken = -1  # where the last verb that was read ends
    for hit in reading.hits:
        if hit.trigger.type != "CONSULT" or only_wanted(reading, hit):
            continue
        if hit.trigger.mode == "visit":
            if (met := read_audience(reading, hit, narrative)) is not None:
                found.append(met)
                continue
            made_now = read_visits(reading, hit, speakers, narrative)
            visits.extend(made_now)
            if not made_now:
                visit_told_again(reading, hit, visits)
            continue
        if open_one is not None and tells_who_was_there(reading, hit, open_one):
            read = _read(reading, hit, speakers, narrative, visits)
            found.extend(held_then(item, open_one) for item in read)
            open_one = None if read else open_one
            continue
        if found and (named := who_they_were(reading, hit, found[-1])) is not None:
            found[-1] = named
            continue
        there = _attended(reading, hit) and bool(found) and of_one_kind(reading, hit, found[-1])
        if there or (found and _held_with(reading, hit, found[-1])):
            found[-1] = _joined_by(reading, hit, found[-1])
            told_again(reading, hit, found)
            continue
        if spoken >= 0 and _of_one_call(reading, hit, spoken):
            continue  # «تحدث ترامب هاتفياً إلى»: one call
        if found and _remarked(reading, hit, found[-1]):
            continue
        if found and _of_the_same(reading, hit, found[-1]):
            continue  # «وبحث الجانبان العلاقات»: what they did who met, as told before
        read = _read(reading, hit, speakers, narrative, visits)
        read = [_of_those_two(item, found) for item in read]
        read = after_that(reading, hit, on_a_visit_ahead(reading, hit, read, visits), found)
        if attends(reading, hit):
            read = [replace(item, rule=item.rule + THERE) for item in read]
        spoken = hit.end if read and hit.trigger.form == "verb" else spoken
        if not read and hit.trigger.form == "noun":
            told_again(reading, hit, found)
            open_one = opening(reading, hit) or open_one
        found.extend(read)
        found.extend(next_partners(reading, hit, read))
    found.extend(read_receptions(reading, found, visits, narrative))
    found.extend(read_accords(reading, found, narrative, only_wanted))
    found = counted_from_another(reading, sorted(found, key=lambda e: e.start))
    found.extend(read_sessions(reading, speakers, narrative, only_wanted))
    found.extend(read_assemblies(reading, found, speakers, narrative, only_wanted))
    found.extend(sessions_unnamed(reading, found, speakers, only_wanted))
    found = with_who_reports(reading, found)
    found.extend(read_briefings(reading, found, speakers, only_wanted))
    found.extend(read_named_talks(reading, found))
    found.extend(read_gatherings(reading, found, speakers, narrative, only_wanted))
    found.extend(read_rounds(reading, found, only_wanted))
    found.extend(read_ministers(reading, found, narrative, only_wanted))
    found = with_who_spoke(reading, with_their_own(reading, joined_to_bodies(found)))
    found = over_before_journeys(reading, found, [visit.encounter for visit in visits])
    found = on_the_margins(reading, found)
    made = [*not_said_twice(reading, visits, found), *read_tours(reading, speakers)]
    settled = stays(
        settled_in_visits(reading, once_each([*found, *made], reading.document.published), visits)
    )
    placed = at_the_talks(reading, chained(reading, settled))
    told = days_of_the_story(reading, placed, speakers)
    return [_of_states(item) for item in told_by_meetings(told)]


def _of_one_call(reading: Reading, hit: Hit, spoken: int) -> bool:
    """Whether a trigger right after the verb, or after its subject, tells how they spoke."""
    adverb = reading.words[hit.start].startswith(_BY_PHONE)
    between = range(spoken, hit.start if adverb else spoken)
    return (
        hit.start >= spoken
        and (hit.start == spoken or adverb)
        and all(k in reading.actor_tokens for k in between)
    )


def _of_states(item: Encounter) -> Encounter:
    """The encounter with a state in the place of its government: «بين روسيا والنظام السوري»."""
    states = lexicon().governments
    if all(p.actor.id not in states for p in item.parties):
        return item
    actors = registry().actors
    named = [
        replace(p, actor=actors[states[p.actor.id]]) if p.actor.id in states else p
        for p in item.parties
    ]
    return replace(item, parties=tuple(distinct(named)))


def _of_those_two(item: Encounter, found: list[Encounter]) -> Encounter:
    """«… مع كيري. وبحثوا خطة إيران، ومنتدى التعاون بين الجانبين»: of the two sides that had met."""
    last = found[-1].parties if found else ()
    met = {p.actor.side: p.actor for p in reversed(last)}
    meant = {p.actor.side for p in item.parties}
    paired = len(item.parties) == 2 and all(p.via == "pair" for p in item.parties)
    paired = paired and any(p.actor.kind != "person" for p in item.parties)
    if not paired or item.rule.endswith(".nations") or len(met) != 2:
        return item
    if len(meant & set(met)) != 1 or item.sentence - found[-1].sentence > _SAME_STORY:
        return item
    sides = [registry().state(side) or registry().actors.get(side) for side in met]
    both = zip(item.parties, sides, strict=True)
    named = [replace(p, actor=actor) for p, actor in both if actor is not None]
    return replace(item, parties=tuple(named)) if len(named) == 2 else item


def _of_the_same(reading: Reading, hit: Hit, last: Encounter) -> bool:
    """Whether a verb of talks has for its subject the two who met in the encounter before."""
    if hit.trigger.mode != "talks" or hit.trigger.form != "verb" or "س" in hit.prefix:
        return False
    near = hit.sentence - last.sentence
    told = 0 <= near <= _NEAR_IT and len(last.parties) > 1 and last.modality == "actual"
    named = [a for a in reading.actors_in(hit.end, hit.end + 1) if a.via == "pair"]
    ids = {party.actor.id for party in last.parties}
    those = len(named) > 1 and any(actor.actor.id in ids for actor in named)
    return told and those and all(actor.end == hit.end + 1 for actor in named)


def _remarked(reading: Reading, hit: Hit, last: Encounter) -> bool:
    """«وهذا هو اللقاء السابع بين الرئيسين هذا العام»: how many there were, of the one just told."""
    first = reading.sentences[hit.sentence][0]
    opens = reading.words[first] in _THIS and hit.start - first <= _REMARK
    definite = hit.trigger.form == "noun" and hit.prefix.endswith("ال")
    return opens and definite and 0 <= hit.sentence - last.sentence <= _NEAR_IT


def _attended(reading: Reading, hit: Hit) -> bool:
    """«وترأس الاجتماع الوزير …», «حضر اللقاء …»: more of those who met, as told before."""
    before = reading.words[hit.start - 1] if hit.start else ""
    definite = hit.trigger.form == "noun" and hit.prefix.endswith("ال")
    # «وانضم إليهما في الاجتماع لافروف»
    near = reading.words[max(reading.sentences[hit.sentence][0], hit.start - _JOINED) : hit.start]
    joined = any(word.lstrip("وف") in _JOINS for word in near)
    return definite and (joined or before.lstrip("وف") in lexicon().attending)


def _held_with(reading: Reading, hit: Hit, last: Encounter) -> bool:
    """«عقد اللقاء في دمشق بحضور الوزير»: who else was at the one told before.

    Several may have met by themselves, but not «بحضور» of theirs right after an encounter.
    """
    definite = hit.trigger.form == "noun" and hit.prefix.endswith("ال")
    if not definite or lexicon().held.at(reading.tokens, hit.start - 1, ("", "و")) is None:
        return False
    stop = right_end(reading, hit, reading.sentences[hit.sentence])
    words = reading.words[hit.end : stop]
    if {"مع", "بين"}.intersection(words) or not lexicon().there.intersection(words):
        return False
    several = _PRESENT in words and hit.sentence - last.sentence == 1
    there = parties_after(reading, hit.end, stop, phone=False, verb=True)
    return len(there) == 1 or (several and len(there) > 1)


def _joined_by(reading: Reading, hit: Hit, item: Encounter) -> Encounter:
    """The encounter told before with those who attended it."""
    if hit.sentence - item.sentence > _SAME_STORY:
        return item
    sentence = reading.sentences[hit.sentence]
    right = right_end(reading, hit, sentence)
    more = parties_after(reading, hit.end, right, phone=False, verb=True)
    return replace(item, parties=tuple(distinct([*item.parties, *more])))


def _read(
    reading: Reading,
    hit: Hit,
    speakers: dict[int, Found],
    narrative: dict[int, DateMention],
    visits: list[Visit],
) -> list[Encounter]:
    """The encounters of one trigger: its sides in each place and on each day that it names."""
    sides = read_sides(reading, hit, speakers, visits)
    if sides is None:
        return []
    sentence = reading.sentences[hit.sentence]
    mode = mode_of(reading, hit, sides.parties)
    sure = 0.5 + 0.08 * all(p.actor.kind == "person" for p in sides.parties) + 0.04 * sides.joint
    sure -= 0.05 * sides.rule.endswith(".speaker")  # who is meant by a verb without a subject
    end = max([hit.end, *[p.end for p in sides.after]])
    begin = min([hit.start, *[p.start for p in sides.before]])
    found: list[Encounter] = []
    met = [a for a in sides.after if a in sides.parties and a.start > hit.end]
    pairs = places_and_dates(reading, hit, end, sentence, narrative)
    in_order = in_their_order(reading, met, pairs)
    for place, when in pairs:
        if sides.only_states and place is None and when.basis in ("none", "published"):
            continue  # «المباحثات السعودية الروسية» of which nothing is told here
        if _only_related(reading, hit, place is None, when.basis):
            continue
        modality = modality_of(reading, hit, when, sentence)
        if modality == "future" and of_the_report(reading, hit.end, when):
            when = EventDate()
        if modality == "future" and when.basis == "sentence" and _prepared(reading, hit):
            when = EventDate()  # «وصل الأربعاء إلى جنيف، استعداداً لانطلاق المشاورات»
        sides_apart = len({p.actor.side for p in sides.parties}) > 1
        if hit.trigger.needs == "beside" and place is None and sides_apart:
            mode = "phone"  # «تحدثت ماي مع ترامب»: readers take it for a call
        own = towns(reading, hit, met)
        day, first = when, min(own, default=0)
        for those in apart(reading, hit, sides.parties, sides.after, each=bool(in_order)):
            if in_order and in_order.get(those[-1].start) != day:
                continue
            place = own.get(those[-1].start) or place
            # «في جدة أمس … وفي القاهرة …»: the day is of the first
            silent = not own or day.basis == "published"
            when = day if silent or those[-1].start == first else EventDate()
            if own and day.basis in ("clause", "sentence"):
                told = its_day(reading, hit, met, those[-1])
                when = told or (published_date(reading) if those[-1].start == first else when)
            found.append(
                Encounter(
                    "meeting" if len(those) == 2 and mode == "multilateral" else mode,
                    modality, when_ahead(reading, when) if modality == "future" else when,
                    None if mode == "phone" else place, tuple(those), begin, end, hit.sentence,
                    sides.rule, min(0.95, sure + _DATED[when.basis] + 0.08 * (place is not None)),
                    held=held_already(reading, hit),
                )
            )  # fmt: skip
        if own:
            break  # each in his town, whatever pairs of town and day there are
    return found


def _prepared(reading: Reading, hit: Hit) -> bool:
    """«لانطلاق المشاورات», «لبدء المفاوضات»: for which somebody came, on a day of his own."""
    before = reading.words[hit.start - 1] if hit.start else ""
    return before in _FOR_IT


def _only_related(reading: Reading, hit: Hit, nowhere: bool, basis: str) -> bool:
    """«الحوار المنتظم بين فرنسا وروسيا»: no encounter without a place, a day or that it goes on.

    «إيران تتفاوض مع الدول الست»: what they do for years.
    """
    bargain = hit.trigger.form == "verb" and has_word(reading, hit, _NEGOTIATE)
    if not (bargain or hit.trigger.needs == "بين") or hit.trigger.mode == "phone":
        return False
    if not nowhere or basis not in ("none", "published", *(("narrative",) if bargain else ())):
        return False
    near = reading.words[max(0, hit.start - _ON) : hit.end + _ON]
    return all(word.lstrip("وب") not in lexicon().going_on for word in near)
