"""Whether an encounter told in English was, is to be, or is only wanted."""

from __future__ import annotations

from itertools import pairwise

from dashboard.extraction.circumstances.dating import HISTORICAL
from dashboard.extraction.circumstances.disputed import denied_report
from dashboard.extraction.english.vocabulary import syntax_words, vocabulary
from dashboard.extraction.reading import Hit, Reading
from dashboard.model import EventDate, Modality

_REACH = 18  # words from the trigger to «was cancelled»
_CUES, _NEAR, _NEXT = 5, 3, 4  # words before a trigger


def modality_of(reading: Reading, hit: Hit) -> Modality | None:
    """What is said of the encounter; ``None`` where it is only wanted or was called off."""
    first = reading.sentences[hit.sentence][0]
    near = max(first, hit.start - _CUES)
    if reading.cue("denied", max(near, hit.start - _NEAR), hit.start):
        return None
    if denied_report(reading, hit, first):
        return None  # «reports that Kerry met Lavrov were denied»
    if reading.cue("called", max(near, hit.start - _NEXT), hit.start) or _called_off(reading, hit):
        return None
    if _reported_to_come(reading, hit, first) or _of_a_trip_ahead(reading, hit, first):
        return "future"
    if reading.cue("future", near, hit.start) or reading.cue("future", hit.end, hit.end + 2):
        return "future"
    if hit.trigger.form == "noun" or reading.words[hit.start] == "meeting":
        if _will_be_held(reading, hit):
            return "future"
    if reading.words[hit.start] in ("will", *syntax_words("ahead")):
        return "future"
    if reading.cue("hypothetical", max(near, hit.start - _NEAR), hit.start):
        return None
    return "actual"


def _of_a_trip_ahead(reading: Reading, hit: Hit, first: int) -> bool:
    """«will travel to Moscow for a meeting with Putin»: as far ahead as the trip."""
    if hit.trigger.mode == "visit" or not is_aim(reading, hit):
        return False
    trips = [h for h in reading.hits_in(first, hit.start) if h.trigger.mode == "visit"]
    return bool(trips) and reading.cue("future", max(first, trips[-1].start - 2), trips[-1].end)


def is_aim(reading: Reading, hit: Hit) -> bool:
    """«reached Damascus for talks with Assad», «is in Moscow to meet Putin»."""
    first = reading.sentences[hit.sentence][0]
    near = reading.words[max(first, hit.start - _NEAR) : hit.start]
    if hit.trigger.form == "noun" or reading.words[hit.start] == "meeting":
        return "for" in near
    return near[-1:] == ["to"] or reading.words[hit.start] == "to"


def _reported_to_come(reading: Reading, hit: Hit, first: int) -> bool:
    """«Kirby announced that Kerry would see Lavrov»: «would» of what was said is ahead."""
    near = reading.words[max(first, hit.start - 2) : hit.start + 1]
    if "would" not in near or "if" in near:
        return False
    return any(
        told.trigger.type == "STATEMENT" and told.trigger.form == "verb"
        for told in reading.hits_in(first, hit.start)
    )


def _will_be_held(reading: Reading, hit: Hit) -> bool:
    """«Trump's meeting with Erdogan will take place on Tuesday»."""
    stop = min(reading.sentences[hit.sentence][1], hit.end + _REACH)
    words = reading.words[hit.end : stop]
    return any(
        two in (("will", "take"), ("will", "be"), ("be", "held")) and "not" not in words[:k]
        for k, two in enumerate(pairwise(words))
    )


def _called_off(reading: Reading, hit: Hit) -> bool:
    """«The talks between A and B in Geneva were postponed», «… but the meeting was cancelled»."""
    stop = min(reading.sentences[hit.sentence][1], hit.end + _REACH)
    words = reading.words[hit.end : stop]
    off = any(
        word in vocabulary().called_off and was in vocabulary().auxiliaries
        for was, word in pairwise(words)
    )
    never = any(pair == ("will", "not") or pair == ("not", "take") for pair in pairwise(words))
    return (hit.trigger.form == "noun" or "but" in words) and (off or never)


def timed(reading: Reading, when: EventDate, modality: Modality) -> Modality:
    """The modality of an encounter of a day: ahead after the report, history a month before it."""
    published = reading.document.published
    if published is None or when.first is None or when.last is None or modality != "actual":
        return modality
    if when.first > published:
        return "future"
    return "historical" if when.last < published - HISTORICAL else "actual"
