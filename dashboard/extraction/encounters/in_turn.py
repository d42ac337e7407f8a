"""Partners met one after another: «التقى كيري يوم الأربعاء، ثم ظريف يوم الخميس»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.circumstances.dating import from_mention, published_date
from dashboard.extraction.circumstances.teams import sent_by
from dashboard.extraction.encounters.encounter import Encounter
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.lexicon import lexicon
from dashboard.model import DateMention, EventDate
from dashboard.text import fold_word

_THEN = word_set("in_turn", "then")
_BESIDE, _WHERE = word_set("in_turn", "beside"), word_set("in_turn", "where")
_THAT = fold_word("ذلك")
_TO = fold_word("إلى")
_SECOND = word_set("in_turn", "second")
_PARTNER = 30  # words from a verb to «ثم», titles, places and days between
_DAY = 6  # words from the next partner to the day


def next_partners(reading: Reading, hit: Hit, found: Sequence[Encounter]) -> list[Encounter]:
    """An encounter for whom the subject met next, with a place or day of its own.

    Empty where it has neither: «ثم ظريف» alone may have been at the same table, «ثم بظريف» and
    «محادثات مع بوتين ثم مع لافروف» not, nor who was called.
    """
    if len(found) != 1 or len(found[0].parties) != 2:
        return []
    one = found[0]
    stop = min(reading.sentences[hit.sentence][1], one.end + _PARTNER)
    numbered = reading.words[hit.start][len(hit.prefix) :] in lexicon().several
    for k in range(one.end, stop):
        if numbered and reading.words[k] in _SECOND:
            return _the_second(reading, one, k + 1, stop)
        if any(h.start > hit.start for h in reading.hits_in(k, k + 1)):
            break
        at = _after_then(reading, k)
        if at < 0:
            continue
        call = one.mode == "phone"
        whom = _with_whom(reading, at, stop, call=call)
        with_whom = whom >= 0
        if hit.trigger.form != "verb" and not (with_whom or call):
            return []
        near = reading.actors_in(*((whom, whom + 1) if with_whom else (at, at + 1)))
        who = near[0] if near else None
        sent = with_whom and who is not None and sent_by(reading, who)  # «ثم مع وفد المعارضة»
        if who is None or not (who.actor.kind == "person" or sent):
            return []
        if who.actor.id in (party.actor.id for party in one.parties):
            return []
        if with_whom and at != whom - 1:
            return [_elsewhere(reading, one, who, (at, whom))]
        days = _days(reading, who.end, min(stop, who.end + _DAY))
        places = [p for p in reading.places_in(who.end, who.end + _DAY) if p.located]
        again = with_whom or call or reading.words[k + 1].startswith("ب")
        if at > k + 1 or not (days or places or again):
            return []
        date = from_mention(days[0], "clause") if days else published_date(reading)
        if again and not (days or places):
            date = one.date  # «اجتمع بالمرشد، ثم بالرئيس»: met apart, on the same day
        return [replace(
            one, parties=(one.parties[0], who), date=date, end=who.end,
            place=places[0].place if places else one.place, rule=one.rule + ".next",
        )]  # fmt: skip
    return []


def _the_second(reading: Reading, one: Encounter, at: int, stop: int) -> list[Encounter]:
    """«اجتماعين منفصلين، الأول مع …، والثاني بعد الظهر مع …»: the other of two."""
    for k in range(at, min(stop - 1, at + _DAY)):
        near = reading.actors_in(k + 1, k + 2) if reading.words[k] == "مع" else []
        if not near or near[0].actor.id in (party.actor.id for party in one.parties):
            continue
        days = _days(reading, at, k)
        date = from_mention(days[0], "clause") if days else one.date
        parties = (one.parties[0], near[0])
        return [replace(one, parties=parties, date=date, end=near[0].end, rule=one.rule + ".next")]
    return []


def _after_then(reading: Reading, k: int) -> int:
    """Where what follows «ثم» or «وقبل ذلك» begins, or -1."""
    if reading.words[k] in _THEN:
        return k + 1
    words = reading.words[k : k + 2]
    that = len(words) == 2 and words[0] in _BESIDE and words[1] == _THAT
    return k + 2 if that else -1


def _with_whom(reading: Reading, at: int, stop: int, *, call: bool) -> int:
    """The word after «مع», a place and a day before it at most, or -1; one may call «إلى»."""
    for k in range(at, min(stop - 1, at + _DAY)):
        if reading.words[k] == "مع" or (call and k == at and reading.words[k] == _TO):
            return k + 1
        where = reading.places_in(k, k + 1) or reading.words[k] in _WHERE
        if not (where or k in reading.dated):
            return -1
    return -1


def _elsewhere(reading: Reading, one: Encounter, who: Found, between: tuple[int, int]) -> Encounter:
    """«وقبل ذلك في موسكو مع لافروف»: at the place and on the day that stand between."""
    days = _days(reading, *between)
    places = [p.place for p in reading.places_in(*between)]
    return replace(
        one, parties=(one.parties[0], who), end=who.end, place=places[0] if places else None,
        date=from_mention(days[0], "clause") if days else EventDate(), rule=one.rule + ".next",
    )  # fmt: skip


def _days(reading: Reading, first: int, stop: int) -> list[DateMention]:
    return [
        mention for mention, _ in reading.dates_in(first, stop)
        if mention.kind == "date" and mention.first is not None
    ]  # fmt: skip
