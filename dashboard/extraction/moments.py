"""When, where and how surely an encounter was: its places and dates in pairs, its modality."""

from __future__ import annotations

from dashboard.extraction.dating import HISTORICAL, event_date, from_mention
from dashboard.extraction.reading import Hit, Reading, lexicon
from dashboard.extraction.whereabouts import encounter_place, last_place
from dashboard.model import DateMention, EventDate, Modality, Place

_PHRASE = 18  # words


def when_ahead(reading: Reading, when: EventDate) -> EventDate:
    """The date of what is ahead: not the day it was announced, nor the day of publication."""
    published = reading.document.published
    passed = published is not None and when.last is not None and when.last < published
    return EventDate() if passed or when.basis in ("published", "narrative") else when


def places_and_dates(
    reading: Reading,
    hit: Hit,
    last: int,
    sentence: tuple[int, int],
    narrative: dict[int, DateMention],
) -> list[tuple[Place | None, EventDate]]:
    """The places and dates of an encounter: usually one pair, several where the text lists them."""
    pairs: list[tuple[Place | None, EventDate]] = []
    last_end = hit.end
    for mention, span in reading.dates_in(hit.end, sentence[1]):
        if mention.first is None:
            continue
        if mention.kind != "interval" and (mention.kind, mention.precision) != ("date", "day"):
            continue
        if span[0] - last_end > 12:
            break
        here = reading.places_in(last_end, span[0])
        if not here:
            break
        pairs.append((last_place(here, span[0]), from_mention(mention, "clause")))
        last_end = span[1]
    if len(pairs) > 1:
        return pairs
    when = event_date(reading, hit.start, hit.end, narrative.get(hit.sentence))
    return [(encounter_place(reading, hit, last, sentence), when)]


def modality_of(reading: Reading, hit: Hit, when: EventDate, sentence: tuple[int, int]) -> Modality:
    """Whether an encounter is ahead, long past or of these days."""
    published = reading.document.published
    if published is not None and when.first is not None and when.last is not None:
        if when.first > published:
            return "future"
        if when.last < published - HISTORICAL:
            return "historical"
    held = lexicon().held
    ahead = range(hit.end, min(sentence[1], hit.end + _PHRASE))
    if hit.trigger.form == "noun" and any(
        (m := held.at(reading.tokens, k, ("س", "وس"))) is not None and m.clitic for k in ahead
    ):
        return "future"  # «اجتماعاً ثلاثياً بين … سيعقد»
    if "س" in hit.prefix or reading.cue(
        "future", max(sentence[0], hit.start - 4), min(sentence[1], hit.end + 3)
    ):
        return "future"
    return "actual"
