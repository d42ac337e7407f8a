"""Agreements reached in a place by parties who are there: they have met.

«اتفق وفدا الائتلاف وهيئة التنسيق في بروكسل أمس على خارطة طريق»: the place and the day stand
between the verb and what was agreed on, so it is where they were, not what they spoke of.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.circumstances.dating import event_date
from dashboard.extraction.circumstances.whereabouts import last_place
from dashboard.extraction.encounters.clauses import left_start
from dashboard.extraction.encounters.encounter import Encounter
from dashboard.extraction.encounters.modality import modality_of
from dashboard.extraction.encounters.parties import distinct, parties_after, people_first, subjects
from dashboard.extraction.places.mentions import FoundPlace
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.lexicon import lexicon
from dashboard.model import DateMention

PACT = "pact"  # what a trigger needs that tells of a signature
_SIGNED = 34  # words from the verb to what was signed
_NEXT, _TITLE = 2, 6  # words from the verb to who signs, without a title and with one
_HEADS = word_set("accords", "heads")
_SIDES_OF, _BESIDE = word_set("whereabouts", "parts"), 6  # words of the place before it
_AN_ASIDE = 12  # words between two commas
_OPENS = 2  # words of «وجاء الاتفاق»
_PRESENT = word_set("accords", "present")
_CAME, _AGREED = word_set("accords", "came"), word_set("accords", "agreed")
_REACH = 34  # words from the verb to what was agreed on, long titles between


def read_accords(
    reading: Reading,
    found: list[Encounter],
    narrative: dict[int, DateMention],
    wanted: Callable[[Reading, Hit], bool],
) -> list[Encounter]:
    """One encounter for each agreement of two or more parties in a named place.

    ``found`` are the encounters already read: talks that led to an agreement are told once, and
    were where it was reached.
    ``wanted`` tells an agreement that is only called for.
    """
    out: list[Encounter] = []
    for hit in reading.hits:
        if hit.trigger.type != "AGREE" or hit.trigger.form != "verb" or wanted(reading, hit):
            continue
        sentence = reading.sentences[hit.sentence]
        if reading.may(hit) or reading.cue("denied", hit.start - 1, hit.start):
            continue
        agreed = _agreed_on(reading, hit, sentence)
        places = [
            p for p in reading.places_in(hit.end, agreed)
            if p.located and not _tells_where_another_is(reading, p)
        ]  # fmt: skip
        if not places or agreed == hit.end:
            continue
        parties = _parties(reading, hit, agreed)
        many = len(parties) == 1 and parties[0].actor.id in lexicon().sitting_bodies
        if len(parties) > 1 or many:
            parties = distinct([*parties, *_present(reading, agreed, sentence[1])])
        told = next((k for k, e in enumerate(found) if _of_the_same(e, hit, parties)), None)
        if told is not None and _held_where_agreed(found[told]):
            found[told] = replace(found[told], place=last_place(places, agreed))
        if told is not None or (len(parties) < 2 and not many):
            continue  # «وقعت الفصائل الفلسطينية في الجزائر»: they are many
        when = event_date(reading, hit.start, agreed, narrative.get(hit.sentence))
        if when.basis != "clause":
            continue
        begin = min([hit.start, *[p.start for p in parties]])
        out.append(
            Encounter(
                "meeting" if len(parties) == 2 and not many else "multilateral",
                modality_of(reading, hit, when, sentence), when,
                last_place(places, agreed), tuple(parties), begin, agreed, hit.sentence,
                "consult.accord", 0.6,
            )
        )  # fmt: skip
    return out


def _tells_where_another_is(reading: Reading, found: FoundPlace) -> bool:
    """«في منتجع الصخيرات جنوب الرباط»: the city beside which the place just named lies."""
    before = reading.places_in(max(0, found.start - _BESIDE), found.start)
    return (
        bool(before)
        and before[-1].end == found.start - 1
        and (reading.words[found.start - 1] in _SIDES_OF)
    )


def signed(reading: Reading, hit: Hit) -> int:
    """«وقعت روسيا وتركيا في أستانا مذكرة»: the token of what was signed, or -1.

    The signatory stands right after the verb, and no preposition but «على» before what was signed.
    """
    stop = min(reading.sentences[hit.sentence][1], hit.end + _SIGNED)
    reach = _TITLE if hit.end < stop and reading.words[hit.end] in _HEADS else _NEXT
    near = reading.actors_in(hit.end, min(stop, hit.end + reach))
    if not near:
        return -1
    for k in range(hit.end, stop):
        word = reading.words[k]
        if word in (":", ";", '"') or (reading.hits_in(k, k + 1) and k not in reading.actor_tokens):
            other = reading.hit_at(k)
            if other is None or other.trigger.form == "verb":
                return -1
        if word in lexicon().pacts and k not in reading.actor_tokens:
            return -1 if reading.words[k - 1] in lexicon().no_pact else k
    return -1


def agreed_before(reading: Reading, hit: Hit) -> list[Found]:
    """«توصل كيري ولافروف إلى اتفاق بعد محادثات», «… . وجاء الاتفاق بعد محادثات»: whose talks."""
    first = reading.sentences[hit.sentence][0]
    if hit.sentence and _of_what_was_agreed(reading, first, hit.start):
        first = reading.sentences[hit.sentence - 1][0]
    for verb in reversed(reading.hits_in(first, hit.start)):
        if verb.trigger.type == "AGREE" and verb.trigger.form == "verb":
            agreed = _agreed_on(reading, verb, reading.sentences[verb.sentence])
            parties = _parties(reading, verb, agreed)
            return parties if len(parties) > 1 else []
    return []


def _of_what_was_agreed(reading: Reading, first: int, stop: int) -> bool:
    """«وجاء الاتفاق», «جاء ذلك»: a sentence on what was agreed before it, that names nobody."""
    opens = reading.words[first : min(stop, first + _OPENS)]
    return (
        len(opens) > 1 and opens[0].lstrip("و") in _CAME and opens[1] in _AGREED
        and not reading.actors_in(first, stop)
    )  # fmt: skip


def _parties(reading: Reading, hit: Hit, agreed: int) -> list[Found]:
    sentence = reading.sentences[hit.sentence]
    number = reading.words[hit.end : hit.end + 1]  # «وقع 14 فصيلاً فلسطينياً»
    first = hit.end + any(word.isdigit() for word in number)
    after = parties_after(reading, first, agreed, phone=False, verb=True)
    before = subjects(reading, left_start(reading, hit, sentence), hit.start, phone=False)
    return people_first(distinct([*before, *after]))


def _present(reading: Reading, first: int, stop: int) -> list[Found]:
    """«وقعت الحكومة والجبهة في جوبا اتفاقاً، بحضور البرهان وكير»: who was there as well."""
    for k in range(first, min(stop, first + _REACH)):
        if any(h.trigger.type == "CONSULT" for h in reading.hits_in(k, k + 1)):
            break
        if reading.words[k].removeprefix("و") in _PRESENT:
            there = parties_after(reading, k + 1, stop, phone=False, verb=True)
            return [a for a in there if a.actor.kind == "person"]
    return []


def _held_where_agreed(item: Encounter) -> bool:
    """Whether talks have no place of their own; what was agreed to be held is elsewhere."""
    return item.place is None and item.mode != "phone" and item.modality != "future"


def _of_the_same(item: Encounter, hit: Hit, parties: list[Found]) -> bool:
    """Whether their talks are told in the same sentence with a place or day of their own."""
    ids = {p.actor.id for p in item.parties}
    return item.sentence == hit.sentence and all(p.actor.id in ids for p in parties)


def _agreed_on(reading: Reading, hit: Hit, sentence: tuple[int, int]) -> int:
    """The token of «على» or «إلى» before what was agreed on, else that of the verb's end."""
    if hit.trigger.needs == PACT:
        return max(hit.end, signed(reading, hit))
    past = hit.end
    for k in range(hit.end, min(sentence[1] - 1, hit.end + _REACH)):
        word, after = reading.words[k], reading.words[k + 1]
        if k in reading.actor_tokens:
            continue
        if word in lexicon().agreed_on and after != "هامش":
            return k
        if k >= past and lexicon().right.at(reading.tokens, k, ("", "و", "ف")):
            past = _aside_ends(reading, k)
            if past == k:
                break
    return hit.end


def _aside_ends(reading: Reading, k: int) -> int:
    """«توصلا في جنيف، بعد يوم من المفاوضات، إلى …»: the comma that ends an aside, else ``k``."""
    if reading.words[k - 1] != ",":
        return k
    near = range(k + 1, min(len(reading.tokens), k + _AN_ASIDE))
    return next((j for j in near if reading.words[j] == ","), k)
