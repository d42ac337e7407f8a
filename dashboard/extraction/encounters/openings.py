"""A meeting told before those who were there: «اجتماع عقد في لوزان أمس … وضم الاجتماع كيري …»."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dashboard.extraction.circumstances.dating import event_date
from dashboard.extraction.circumstances.whereabouts import encounter_place
from dashboard.extraction.encounters.attendance import attends
from dashboard.extraction.encounters.encounter import UNDATED, Encounter
from dashboard.extraction.encounters.lasting import lasting
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.lexicon import lexicon
from dashboard.model import EventDate, Place

_MODES = ("meeting", "multilateral", "conference")
_NEXT = 2  # sentences from the meeting to who was there
_BEFORE = 2  # words from «شارك في» to «الاجتماع»


@dataclass(frozen=True, slots=True)
class Opening:
    """A meeting of which place or day are told, and nobody yet."""

    start: int
    sentence: int
    place: Place | None
    date: EventDate


def opening(reading: Reading, hit: Hit) -> Opening | None:
    """The meeting of a noun with nobody at it, or ``None`` where it has no place and no day."""
    if hit.trigger.form != "noun" or hit.trigger.mode not in (
        "meeting",
        "multilateral",
        "conference",
    ):
        return None
    if hit.prefix.endswith("ال"):
        return None
    place = encounter_place(reading, hit, hit.end, reading.sentences[hit.sentence])
    date = lasting(reading, hit, event_date(reading, hit.start, hit.end))
    if place is None and date.basis != "clause":
        return None
    return Opening(hit.start, hit.sentence, place, date)


def tells_who_was_there(reading: Reading, hit: Hit, told: Opening) -> bool:
    """«وترأس الاجتماع …», «وشارك في اللقاء …» in the next sentence: of the meeting just told."""
    if hit.trigger.form != "noun" or not hit.prefix.endswith("ال"):
        return False
    if not 0 <= hit.sentence - told.sentence <= _NEXT:
        return False
    if attends(reading, hit):
        return True
    lex = lexicon()
    words = [word.lstrip("وف") for word in reading.words[max(0, hit.start - _BEFORE) : hit.start]]
    return any(word in lex.attending or word in lex.there or word in lex.gathers for word in words)


def held_then(item: Encounter, told: Opening) -> Encounter:
    """The encounter with the place and the day of the meeting that it was."""
    place = item.place or told.place
    if item.date.basis in UNDATED and told.date.basis == "clause":
        return replace(item, place=place, date=told.date, rule=item.rule + ".opened")
    return replace(item, place=place, rule=item.rule + ".opened")
