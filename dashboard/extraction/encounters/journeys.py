"""What was before a journey: «غادر القاهرة بعد لقاء السيسي», «لقاء عباس قبل توجهه إلى القدس»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.encounters.encounter import Encounter
from dashboard.extraction.encounters.parties import WHO
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.text import fold_word

_AFTER, _BEFORE = word_set("journeys", "after"), word_set("journeys", "before")
ON_THE_WAY = word_set("journeys", "on_the_way")
_RECEIVES = ("استقبل", "يستقبل", "تستقبل")
COMING = word_set("journeys", "coming")
_SETS_OUT = word_set("journeys", "sets_out")
_WHERE = fold_word("حيث")
_NEAR = 3  # words from «بعدما» to the encounter, the verb of holding between
_OPENS = 7  # words of a sentence among which its verb stands
_DAY = 14  # words from «غادر» to its day, a titled name and towns between
_LATER = 2  # words from «قبل» to the journey: «قبل أن يتوجه»


def over_before_journeys(
    reading: Reading, found: Sequence[Encounter], journeys: Sequence[Encounter]
) -> list[Encounter]:
    """The encounters, those marked that are told as over when a journey of their sentence began.

    They were not where the journey led to: «وصل إلى أنقرة بعد محادثات مع روحاني».
    """
    return [
        replace(item, over=True) if any(_before(reading, item, j) for j in journeys) else item
        for item in found
    ]


def day_of_leaving(reading: Reading, at: int) -> bool:
    """«توجه المالكي اليوم إلى واشنطن»: not the day of the talks that he will hold there."""
    first = reading.sentences[reading.sentence_of(at)][0]
    words = [word.lstrip("وفس") for word in reading.words[first:at]]
    gone = next((k for k, word in enumerate(words[:_OPENS]) if word in _SETS_OUT), -1)
    return gone >= 0 and len(words) - gone <= _DAY and not any(word in WHO for word in words[gone:])


def _before(reading: Reading, item: Encounter, journey: Encounter) -> bool:
    if item.sentence != journey.sentence:
        return False
    meets = _first(reading, item, visit=False)
    goes = _first(reading, journey, visit=True)
    if meets is None or goes is None:
        return False
    if meets.start > goes.start:
        near = reading.words[max(goes.end, meets.start - _NEAR) : meets.start]
        if any(word.removeprefix("و") in _AFTER for word in near):
            return True
        words = reading.words[goes.end : meets.start]
        came = next((k for k, word in enumerate(words) if word in COMING), len(words))
        return _WHERE in words[came:]  # «وصل إلى موسكو آتياً من لوكا، حيث شارك في اجتماع»
    words = reading.words[meets.end : goes.end]
    return any(w in ON_THE_WAY for w in words) or any(
        w.removeprefix("و") in _BEFORE for w in words[-_LATER - 1 : -1]
    )


def _first(reading: Reading, item: Encounter, *, visit: bool) -> Hit | None:
    """The trigger that tells an encounter, or a journey."""
    near = reading.hits_in(item.start, item.end + 1)
    hits = (h for h in near if h.trigger.type == "CONSULT")
    return next((h for h in hits if (h.trigger.mode == "visit") == visit), None)


def who_goes_on(reading: Reading, hit: Hit) -> Found | None:
    """«التقى العبادي في أنقرة أردوغان، ويتوجه اليوم إلى طهران»: he, not whom he met.

    Of a host who received somebody it is his guest who goes on.
    """
    first = reading.sentences[hit.sentence][0]
    joined = hit.prefix in ("و", "وس") and reading.words[hit.start - 1] == ","
    if hit.trigger.form != "verb" or not joined:
        return None
    for verb in reading.hits_in(first, hit.start):
        if verb.trigger.type != "CONSULT" or verb.trigger.form != "verb":
            continue
        near = reading.actors_in(verb.end, verb.end + 1)
        host = reading.words[verb.start].lstrip("وف").startswith(_RECEIVES)
        subject = bool(near) and near[0].actor.kind == "person" and not near[0].prefix
        return near[0] if subject and not host else None
    return None
