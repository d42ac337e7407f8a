"""Visits told in English, and where people are said to be when they meet somebody.

«Lavrov arrived in Geneva on Thursday» is a visit; «Abiy is in Khartoum», «on a visit to Cairo,
Jubeir met …» only say where what is told with them was.
"""

from __future__ import annotations

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.encounters.encounter import Encounter
from dashboard.extraction.encounters.visits import Visit
from dashboard.extraction.english.days import day_of
from dashboard.extraction.english.doers import fronted, is_pronoun
from dashboard.extraction.english.ministers import state_at
from dashboard.extraction.english.modality import timed
from dashboard.extraction.english.subjects import subject_before
from dashboard.extraction.english.vocabulary import syntax_words, vocabulary
from dashboard.extraction.english.whereabouts import is_beside_its_town
from dashboard.extraction.places.gazetteer import country
from dashboard.extraction.places.lands import side_of
from dashboard.extraction.places.mentions import FoundPlace
from dashboard.extraction.reading import Hit, Reading
from dashboard.model import DateMention, EventDate, Modality

_REACH = 18  # words before an arrival in which a delegation is named
_IS_IN = 2  # words from «was in» to the place
_THERE = 6  # words from «toured» to the place
_DELEGATION = 4  # words from «delegation» to its body
_BEFORE_A_DAY, _THITHER = (["on"], ["late"], ["early"]), (["in"], ["to"], ["at"])
_ON_A = 3  # words from «on a» to «visit to»
_SURE = {"clause": 0.15, "sentence": 0.0, "narrative": -0.05, "published": 0.0, "none": -0.1}


def read_visit(
    reading: Reading,
    hit: Hit,
    pronoun: Found | None,
    narrative: DateMention | None,
    modality: Modality,
) -> Visit | None:
    """One party and a place right after; ``told`` where it is an event by itself."""
    goes = _behind_a_day(reading, hit) if hit.trigger.needs == "a day between" else hit.end
    stop = min(goes + _THERE, reading.sentences[hit.sentence][1])
    there = [p for p in reading.places_in(goes, stop) if not is_beside_its_town(reading, p)]
    there = there if goes else []
    if goes and not there and (land := _land(reading, goes)) is not None:
        there = [land]
    if not there:
        return None
    who = _visitor(reading, hit, pronoun)
    if who is None or not (who.actor.kind == "person" or _delegates(reading, who)):
        return None
    place = there[0].place
    if hit.trigger.needs == "dated" and there[0].start - hit.end > _IS_IN:
        return None
    at_home = side_of(place.country) == who.actor.side
    if hit.trigger.needs == "dated" and at_home:
        return None  # «Assad was in Damascus»
    when = day_of(reading, hit, narrative)
    before = when.start is not None and when.start < reading.span(hit.start, hit.end)[0]
    if before and _whose(reading, hit) is not None:
        when = EventDate()  # «resigned on Monday over Assad's visit to Tehran»
    item = Encounter(
        "visit", timed(reading, when, modality), when, place, _together(reading, who), hit.start,
        there[0].end, hit.sentence, "consult.visit", 0.55 + _SURE[when.basis],
    )  # fmt: skip
    return Visit(item, told=when.basis == "clause" or not _in_passing(reading, hit, there[0].end))


def _land(reading: Reading, k: int) -> FoundPlace | None:
    """«arrived in the UK»: a land by the short name that stands for its state elsewhere."""
    k += reading.words[k : k + 1] == ["the"]
    if reading.words[k + 1 : k + 2] == ["-"]:
        k += 3  # «earthquake-hit Turkey»
    state, end = state_at(reading.tokens, k)
    place = country(state.name) if state is not None and state.kind == "state" else None
    after = reading.words[end] if end < len(reading.words) else ""
    goes_on = after in ("'", "’", "-") or (
        after.isalpha() and end not in reading.dated and after not in syntax_words("closed")
    )  # «visited the US embassy»
    return None if place is None or goes_on else FoundPlace(k, end, 0, place, True)


def _behind_a_day(reading: Reading, hit: Hit) -> int:
    """«arrived late Tuesday in Cairo»: the token after «in», or 0 where no day stands between."""
    k = hit.end
    while k in reading.dated or reading.words[k : k + 1] in _BEFORE_A_DAY:
        k += 1
    gone = k > hit.end and reading.words[k : k + 1] in _THITHER
    return k + 1 if gone and any(j in reading.dated for j in range(hit.end, k)) else 0


def _in_passing(reading: Reading, hit: Hit, end: int) -> bool:
    """«was in Damascus», «on a visit to Cairo, he met»: no day, and not what is told."""
    if hit.trigger.needs == "dated":
        follows = reading.words[end] if end < len(reading.tokens) else ""
        now = reading.words[hit.start] == "is"
        return not (now and follows in ("to", "for", "on"))
    if hit.trigger.form == "verb":
        return False
    first = reading.sentences[hit.sentence][0]
    near = reading.words[max(first, hit.start - _ON_A) : hit.start + 1]
    return any(word in syntax_words("in_passing") for word in near)


def _visitor(reading: Reading, hit: Hit, pronoun: Found | None) -> Found | None:
    own = _whose(reading, hit)
    who = own or subject_before(reading, hit) or _sent(reading, hit) or fronted(reading, hit)
    before = reading.words[hit.start - 1] if hit.start else ""
    if who is None and (is_pronoun(reading, hit.start) or before in ("his", "her")):
        return pronoun
    return who


def _whose(reading: Reading, hit: Hit) -> Found | None:
    """«after Assad's visit to Tehran»: him whose visit it was."""
    if hit.trigger.form != "noun":
        return None
    near = reading.actors_in(max(0, hit.start - _ON_A - 3), hit.start)
    ends = near[-1].end if near else 0
    owns = near and reading.words[ends : ends + 2] in (["'", "s"], ["’", "s"])
    return near[-1] if owns and near[-1].actor.kind == "person" else None


def _together(reading: Reading, who: Found) -> tuple[Found, ...]:
    """«Haftar and Saleh arrived»: a visitor with those who are named before him."""
    people = [who]
    if who.actor.kind == "person":
        first = reading.sentences[reading.sentence_of(who.start)][0]
        for before in reversed(reading.actors_in(first, who.start)):
            link = reading.words[before.end : people[0].start]
            if before.actor.kind != "person" or link not in ([","], ["and"], [",", "and"]):
                break
            people.insert(0, before)
        if len(people) > 1 and reading.words[who.start - 1] != "and":
            return (who,)  # «the minister, Lavrov, arrived»
        if people[0].start > first and reading.words[people[0].start - 1] in vocabulary().outside:
            return (who,)  # «after talks with Kerry and Lavrov»
    return tuple(people)


def _sent(reading: Reading, hit: Hit) -> Found | None:
    """«A delegation from Hamas led by Haniyeh arrived in …»: who leads them, else their body."""
    first = reading.sentences[hit.sentence][0]
    near = reading.actors_in(max(first, hit.start - _REACH), hit.start)
    sent = [a for a in near if _delegates(reading, a)]
    led = [a for a in near if reading.words[a.start - 1] == "by" and a.actor.kind == "person"]
    return (led or sent)[-1] if sent else None


def _delegates(reading: Reading, who: Found) -> bool:
    """«A delegation from Hamas», «inspectors of the OPCW»: the people of a body."""
    if who.via == "delegation":
        return True
    first = reading.sentences[reading.sentence_of(who.start)][0]
    near = reading.words[max(first, who.start - _DELEGATION) : who.start]
    return any(word in vocabulary().delegation for word in near)
