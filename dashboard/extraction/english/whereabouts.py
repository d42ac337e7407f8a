"""Where an encounter told in English was: «in Geneva», «in the Swiss city of Geneva»."""

from __future__ import annotations

from dashboard.extraction.english.vocabulary import vocabulary
from dashboard.extraction.places import FoundPlace
from dashboard.extraction.reading import Hit, Reading
from dashboard.model import Place

_PLACE_REACH = 16
_COUNTRY = 6  # UCDP where_prec
_BEFORE = frozenset(("the", "city", "capital", "town", "resort", "of"))
_IN = frozenset(("in", "at", "near", "outside"))
_TOPIC = frozenset(("on", "about", "over", "of", "for", "from", "regarding"))


def place_of(reading: Reading, hit: Hit, last: int) -> Place | None:
    """«in Geneva»: the nearest located place, not what the talks were about.

    ``last`` is the token after the last of the parties.
    """
    best: tuple[int, FoundPlace] | None = None
    for found in reading.places_in(*reading.sentences[hit.sentence]):
        k = found.start - 1
        while k > 0 and (reading.tokens[k].text in _BEFORE or _is_adjective(reading, k)):
            k -= 1
        if k < 0 or not (reading.tokens[k].text in _IN or _goes_there(reading, k)):
            continue
        if hit.trigger.mode == "talks" and hit.end < found.start < last:
            continue  # «discussed the fighting in Aleppo with Assad»
        if found.start >= hit.end:
            between = range(max(hit.end, min(last, found.start)), found.start)
            distance = len(between)
        else:
            between = range(found.end, hit.start)
            distance = len(between) + 3
            if found.start == reading.sentences[hit.sentence][0] + 1:
                distance = 3  # «In Tripoli the day before, … held talks»
        right = vocabulary().right
        aside = any(
            right.at(reading.tokens, j) is not None
            for j in between
            if j not in reading.dated
            and not (j < hit.start and reading.tokens[j - 1].text == "day")  # «the day before»
        )
        if aside or any(reading.tokens[j].text in _TOPIC for j in between[-4:]):
            distance += 9  # «to forge a truce in Syria»
        if hit.trigger.mode == "talks" and found.start > hit.end and between:
            distance += 9  # «discussed the situation in Aleppo»
        distance += 8 * (found.place.precision == _COUNTRY)
        if distance <= _PLACE_REACH and (best is None or distance < best[0]):
            best = (distance, found)
    return best[1].place if best else None


def _goes_there(reading: Reading, k: int) -> bool:
    """«flew to Ankara for talks with Fidan»: the end of a verb of visiting."""
    return any(
        h.trigger.mode == "visit" and h.end == k + 1 for h in reading.hits_in(max(0, k - 4), k + 1)
    )


def _is_adjective(reading: Reading, k: int) -> bool:
    """«in the Swiss city of Geneva»: adjectives of states are read over."""
    return vocabulary().demonyms.at(reading.tokens, k) is not None
