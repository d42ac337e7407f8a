"""The day of the story: what an encounter takes that is told without a day of its own.

«قال لافروف، السبت، … وأضاف بعد لقائه بنظيريه …»: where somebody speaks on a day of the report, the
talks that he comes from were that day; and one of whose people another encounter of these days is
told was on the day of that one. Every other encounter without a day stays without: of a hundred
labelled as undated, readers gave the day of the report to few.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from datetime import date, timedelta

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.encounters.encounter import OF_BODIES, Encounter
from dashboard.extraction.encounters.journeys import day_of_leaving
from dashboard.extraction.encounters.wanted import during
from dashboard.extraction.reading import Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.model import DateMention, EventDate
from dashboard.text import fold_word

_RECENT = timedelta(days=4)
_PAST_PERFECT = word_set("story", "past_perfect")
_EARLIER = word_set("story", "earlier")
_SIDE_BY_SIDE = 1  # sentences
_NEXT = 2  # words from an encounter to «سابق»
_SOON = fold_word("قبيل")
_SURE = 0.05
_SPEAKING, _VERB = word_set("story", "speaking"), 7  # words from «كان» to «يتحدث»
_TIME, _AT_A_TIME = (("في", "وقت"), ("وفي", "وقت")), 4  # words of «وفي وقت سابق من»
_OF = "من"
_THE_DAY = word_set("story", "the_day")
_THEN_TOO = word_set("story", "then_too")
_PREPOSITIONS = word_set("reading", "prepositions")
_SAYS = word_set("shared", "said_that") | {":", '"'}


def days_of_the_story(
    reading: Reading, found: Sequence[Encounter], speakers: Mapping[int, Found]
) -> list[Encounter]:
    """The encounters, those told without a day on the day of the story where it tells theirs."""
    published = reading.document.published
    if published is None:
        return list(found)
    recent = _recent(reading, published)
    if not recent:
        return list(found)
    return [_dated(reading, item, found, recent, speakers) for item in found]


def _recent(reading: Reading, published: date) -> list[tuple[int, DateMention]]:
    """The days of these days that the text names, with their sentences."""
    out: list[tuple[int, DateMention]] = []
    for number, mention in enumerate(reading.dates):
        day = mention.first
        if mention.kind != "date" or mention.precision != "day" or day is None:
            continue
        at = reading.date_tokens[number][0]
        near = timedelta(0) <= published - day <= _RECENT
        if day == mention.last and near and not day_of_leaving(reading, at):
            out.append((reading.sentence_of(at), mention))
    return out


def _dated(
    reading: Reading,
    item: Encounter,
    found: Sequence[Encounter],
    recent: Sequence[tuple[int, DateMention]],
    speakers: Mapping[int, Found],
) -> Encounter:
    soon = item.modality == "future" and item.date.basis == "none" and _right_before(reading, item)
    if not soon and (item.date.basis != "published" or item.modality != "actual"):
        return item
    announced = _announced(reading, item, recent)
    mention = announced or _their_day(reading, item, recent)
    of_state = mention is None
    if mention is None:
        mention = _day_of_their_state(reading, item, recent)
    if mention is None or mention.first is None:
        return item
    speaker = speakers.get(item.sentence)
    another = speaker is not None and all(p.actor.id != speaker.actor.id for p in item.parties)
    spoken = not (another and _said(reading, item)) and _spoken_at(reading, item)
    spoken = spoken or announced is not None or _the_same_day(reading, item)
    if not spoken and (of_state or not _on_that_day(reading, item, found, mention.first)):
        return item
    day = mention.first
    when = EventDate(
        f"{day.isoformat()}?", day, day, "day", True, "narrative", mention.start, mention.end
    )
    return replace(item, date=when, sure=item.sure - _SURE)


def _their_day(
    reading: Reading, item: Encounter, recent: Sequence[tuple[int, DateMention]]
) -> DateMention | None:
    """The last day, told before, of which one of its people is told; else the first after it."""
    ids = {p.actor.id for p in item.parties}
    before = (
        mention for number, mention in reversed(recent)
        if number <= item.sentence and _of_theirs(reading, number, mention, ids)
    )  # fmt: skip
    after = (
        mention
        for number, mention in recent
        if number > item.sentence
        and reading.words[reading.sentences[number][0]] not in _PAST_PERFECT
        and _of_theirs(reading, number, mention, ids)
    )
    return next(before, None) or next(after, None)


def _the_same_day(reading: Reading, item: Encounter) -> bool:
    """«وفي وقت سابق، استقبل …»: earlier or later on the day that the story tells of."""
    first = reading.sentences[item.sentence][0]
    words = reading.words[first : first + _AT_A_TIME]
    if words[-1] == _OF and reading.words[first + _AT_A_TIME] in _THE_DAY:
        return not _said(reading, item)  # «وفي وقت سابق من النهار»
    alone = first + _AT_A_TIME - 1 not in reading.dated and words[-1] != _OF
    then = tuple(words[:2]) in _TIME and not _THEN_TOO.isdisjoint(words[2:3])
    return then and alone and not _said(reading, item)


def _announced(
    reading: Reading, item: Encounter, recent: Sequence[tuple[int, DateMention]]
) -> DateMention | None:
    """«قال البيت الأبيض، مساء الأحد، إن ترامب تحدث هاتفياً مع …»: a call is told the day it was.

    Not by one of those who talked, who may look back on it.
    """
    first = reading.sentences[item.sentence][0]
    said = [h.end for h in reading.hits_in(first, item.start) if h.trigger.type == "STATEMENT"]
    if item.mode != "phone" or not said or reading.words[first] in _PAST_PERFECT:
        return None
    told = (k for k in range(said[0], item.end) if reading.words[k] in _SAYS)
    that = next(told, said[0])
    if {p.actor.id for p in item.parties} & {a.actor.id for a in reading.actors_in(said[0], that)}:
        return None
    days = [mention for mention, _ in reading.dates_in(said[0], that)]
    return next((mention for number, mention in recent if mention in days), None)


def _day_of_their_state(
    reading: Reading, item: Encounter, recent: Sequence[tuple[int, DateMention]]
) -> DateMention | None:
    """«أعلنت تركيا الأربعاء …. وقال وزيرها خلال لقائه …»: the day of its word."""
    states = {p.actor.side for p in item.parties if p.actor.kind == "person"}
    said = (
        mention for number, mention in reversed(recent)
        if number < item.sentence and _of_theirs(reading, number, mention, states, spoken=True)
    )  # fmt: skip
    return next(said, None)


def _of_theirs(
    reading: Reading, number: int, mention: DateMention, ids: Set[str], *, spoken: bool = False
) -> bool:
    """Whether a day is told with one of the people of an encounter, or as one on which they spoke.

    «قال لافروف الاثنين إن القصف وقع السبت، وقال مسؤول أمس إن …»: Monday is his, and no other day.
    """
    first, stop = reading.sentences[number]
    at = reading.token_at(mention.start)
    said = [
        h.end for h in reading.hits_in(first, at)
        if h.trigger.type == "STATEMENT" and h.trigger.form == "verb"
    ]  # fmt: skip
    if said:
        told = [k for k in range(said[-1], stop) if reading.words[k] in _SAYS]
        if told and told[0] < at:
            if spoken:
                return False
            first, stop = told[0], at
        elif reading.words[said[-1]] not in _PREPOSITIONS:  # «وقال في مؤتمر صحافي»: he
            first, stop = said[-1], told[0] if told else stop
    elif spoken:
        return False
    return any(
        a.actor.side in ids and a.actor.kind == "state" if spoken else a.actor.id in ids
        for a in reading.actors_in(first, stop)
    )


def _spoken_at(reading: Reading, item: Encounter) -> bool:
    """«قال بعد لقائه …»: what is said was said at the encounter, or right after it."""
    first = reading.sentences[item.sentence][0]
    words = reading.words[first : item.end]
    if words[0] in _PAST_PERFECT and _SPEAKING.isdisjoint(words[1:_VERB]):
        return False  # but for «وكان المعلم يتحدث خلال زيارة»
    return any(
        hit.trigger.type == "CONSULT" and during(reading, hit)
        and (hit.trigger.mode == "visit") == (item.mode == "visit")
        and all(word not in _EARLIER for word in reading.words[hit.end : hit.end + _NEXT])
        for hit in reading.hits_in(item.start, item.end)
    )  # fmt: skip


def _said(reading: Reading, item: Encounter) -> bool:
    """Whether the sentence tells of what somebody said before it tells of the encounter."""
    first = reading.sentences[item.sentence][0]
    return any(h.trigger.type == "STATEMENT" for h in reading.hits_in(first, item.end))


def _right_before(reading: Reading, item: Encounter) -> bool:
    """«قال في أنقرة قبيل محادثات مع نظيره»: what follows on what is said."""
    return _said(reading, item) and any(
        hit.trigger.type == "CONSULT" and hit.start
        and reading.words[hit.start - 1].removeprefix("و") == _SOON
        for hit in reading.hits_in(item.start, item.end)
    )  # fmt: skip


def _there(item: Encounter, other: Encounter) -> bool:
    """Whether two encounters may be of one stay: in one country, or told side by side."""
    if item.place is None or other.place is None:
        return abs(item.sentence - other.sentence) <= _SIDE_BY_SIDE
    return item.place.country == other.place.country


def _on_that_day(reading: Reading, item: Encounter, found: Sequence[Encounter], day: date) -> bool:
    """Whether another encounter of one of its people is told on that day, not as of before."""
    if item.rule in OF_BODIES:
        return False
    ids = {p.actor.id for p in item.parties if p.actor.kind == "person"}
    return any(
        other is not item and other.date.basis in ("clause", "sentence")
        and reading.words[reading.sentences[other.sentence][0]] not in _PAST_PERFECT
        and other.date.first == other.date.last == day
        and not ids.isdisjoint(p.actor.id for p in other.parties) and _there(item, other)
        for other in found
    )  # fmt: skip
