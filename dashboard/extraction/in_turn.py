"""Partners met one after another: «التقى كيري يوم الأربعاء، ثم ظريف يوم الخميس»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dashboard.extraction.dating import from_mention, published_date
from dashboard.extraction.encounters import Encounter
from dashboard.extraction.function_words import word_set
from dashboard.extraction.reading import Hit, Reading

_THEN = word_set("in_turn", "then")
_PARTNER = 30  # words from a verb to «ثم», titles, places and days between
_DAY = 6  # words from the next partner to the day


def next_partners(reading: Reading, hit: Hit, found: Sequence[Encounter]) -> list[Encounter]:
    """An encounter for whom the subject of a verb met next, with a place or day of its own.

    Empty where it has neither: «ثم ظريف» alone may have been at the same table, «ثم بظريف» not.
    """
    if hit.trigger.form != "verb" or len(found) != 1 or len(found[0].parties) != 2:
        return []
    one = found[0]
    stop = min(reading.sentences[hit.sentence][1], one.end + _PARTNER)
    for k in range(one.end, stop):
        if any(h.start > hit.start for h in reading.hits_in(k, k + 1)):
            break
        if reading.tokens[k].text not in _THEN:
            continue
        with_whom = reading.tokens[k + 1].text == "مع" if k + 1 < stop else False
        near = reading.actors_in(k + 1 + with_whom, k + 2 + with_whom)
        who = near[0] if near else None
        if who is None or who.actor.kind != "person" or who.actor.id == one.parties[0].actor.id:
            return []
        days = [
            mention for mention, span in reading.dates_in(who.end, min(stop, who.end + _DAY))
            if mention.kind == "date" and mention.first is not None
        ]  # fmt: skip
        places = [p for p in reading.places_in(who.end, who.end + _DAY) if p.located]
        again = with_whom or reading.tokens[k + 1].text.startswith("ب")
        if not (days or places or again):
            return []
        date = from_mention(days[0], "clause") if days else published_date(reading)
        if again and not (days or places):
            date = one.date  # «اجتمع بالمرشد، ثم بالرئيس»: met apart, on the same day
        return [replace(
            one, parties=(one.parties[0], who), date=date, end=who.end,
            place=places[0].place if places else one.place, rule=one.rule + ".next",
        )]  # fmt: skip
    return []
