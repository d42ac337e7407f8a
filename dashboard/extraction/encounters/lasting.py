"""Days counted: how many an encounter took, until when one stayed, how many after another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from dashboard.dates.lexicon import lexicon as date_words
from dashboard.extraction.circumstances.dating import from_mention, published_date
from dashboard.extraction.encounters.encounter import Encounter
from dashboard.extraction.encounters.parties import WHO
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.lexicon import lexicon
from dashboard.extraction.vocabulary.phrases import key
from dashboard.model import EventDate
from dashboard.text import fold_word

_REACH = 24  # words from an encounter to what is said of its length
_VERB = 2  # words from «تستغرق» to the days
_ENDED = 14  # words from «اختتم» to the encounter, a long title between
MORROW = fold_word("غداة")
_STAY, _WEEK = timedelta(7), 7
_GOING = 9  # words from «تتواصل» to the encounter, a place and a day between
_DAY, _SINCE = fold_word("لليوم"), fold_word("منذ")
_GOES_ON = word_set("lasting", "goes_on")
_FOR, _TOUR = "ل", ("جول", "بجول")
_TOLD = ("clause", "sentence")
_OF_THE_STORY = ("narrative", "published")
_SIDES = {fold_word("قبل"): -1, fold_word("بعد"): 1}
_OF = frozenset(fold_word(w) for w in ("من", "على"))
_AFTER_IT = 4  # words from «غداة», «بعد يوم من» to the encounter
_ITS_OWN = 2  # words from an encounter to the day that is its own
_COUNTED = 6  # words from «قبل يومين من القمة» to the encounter


def lasting(reading: Reading, hit: Hit, when: EventDate) -> EventDate:
    """The days of an encounter: from its day on where it lasts, up to it where it lasted and ended.

    Unchanged where the text gives no length, no day, or more days than one already.
    """
    first, stop = reading.sentences[hit.sentence]
    goes_on = _going_on(reading, hit, when)
    if goes_on is not None:
        return goes_on
    away = _days_away(reading, hit, when, first)
    if away is None and when.basis not in ("none", "published") and when.precision == "day":
        return published_date(reading)  # «قال الخميس بعد أشهر من لقاء …»: not that Thursday
    if away and when.basis in _OF_THE_STORY:
        told = _told_here(reading, hit) or _told_last(reading, hit) or when
        if told.first is not None and told.first == told.last:
            sign = "~" if told.basis == "published" else "?"
            return replace(_moved(told, away, sign), basis="narrative")
    if when.basis not in _TOLD or when.first is None or when.first != when.last:
        return when
    if away:
        return _moved(when, away, "~" if abs(away) >= _WEEK else "")
    lex = lexicon()
    for mention, span in reading.dates_in(hit.start, min(stop, hit.end + _REACH)):
        days = lex.days.get(" ".join(key(mention.text))) if mention.kind == "duration" else None
        if days is None:
            continue
        if reading.words[span[0]].startswith(_FOR):
            if _of_another(reading, hit.end, span[0]):
                return when
            return _from(when, days)  # «زيارة رسمية ليومين»
        for k in range(span[0] - 1, max(hit.start, span[0] - _VERB - 1) - 1, -1):
            match = lex.lasting.at(reading.tokens, k, ("", "و"))
            if match is None:
                continue
            if _of_another(reading, hit.end, k - 1):
                return when
            if any(word.startswith(_TOUR) for word in reading.words[hit.end : k]):
                return when  # «وصل إلى الرياض في مستهل جولة تستمر ثلاثة أيام»
            before = reading.words[max(first, hit.start - _ENDED) : hit.start]
            over = any(word.lstrip("وف") in lex.ended for word in before)
            if match.values[0] == "did" and not over:
                return when
            return _from(when, -days if match.values[0] == "did" else days)
    return when


def _of_another(reading: Reading, first: int, stop: int) -> bool:
    """«وصل إلى القاهرة قادماً من الرياض التي زارها ليومين»: how long he was elsewhere."""
    return any(
        reading.words[k] in WHO and lexicon().lasting.at(reading.tokens, k + 1, ("", "و")) is None
        for k in range(first, stop)
    )


def _going_on(reading: Reading, hit: Hit, when: EventDate) -> EventDate | None:
    """«تتواصل لليوم الثاني محادثات», «تتواصل منذ السبت محادثات»: from its first day to this one."""
    first, stop = reading.sentences[hit.sentence]
    begin, end = max(first, hit.start - _GOING), min(stop, hit.end + _GOING)
    words = [word.lstrip("و") for word in reading.words[begin:end]]
    if _GOES_ON.isdisjoint(words):
        return None
    today = published_date(reading)
    for word, number in pairwise(words):
        count = date_words().ordinals.get(number)
        if word == _DAY and count is not None:
            last = when if when.basis in _TOLD and when.first == when.last else today
            return replace(_from(last, -count), basis="clause", approximate=False)
    for mention, span in reading.dates_in(begin, end):
        since = span[0] and reading.words[span[0] - 1].removeprefix("و") == _SINCE
        if since and mention.precision == "day" and mention.first is not None and today.first:
            begun = from_mention(mention, "clause")
            return _from(begun, (today.first - mention.first).days + 1)
    return None


def _told_here(reading: Reading, hit: Hit) -> EventDate | None:
    """«أجرى أمس محادثات مع عباس بعد يوم من اجتماع مع …»: the one day its sentence told before."""
    first = reading.sentences[hit.sentence][0]
    days = [
        mention for mention, _ in reading.dates_in(first, hit.start)
        if mention.kind == "date" and mention.precision == "day" and mention.first is not None
    ]  # fmt: skip
    return from_mention(days[0], "narrative") if len(days) == 1 else None


def _told_last(reading: Reading, hit: Hit) -> EventDate | None:
    """The last day of the sentence before, in which an encounter's «غداة» is counted from it."""
    if not hit.sentence:
        return None
    days = [
        mention for mention, _ in reading.dates_in(*reading.sentences[hit.sentence - 1])
        if mention.kind == "date" and mention.precision == "day" and mention.first is not None
    ]  # fmt: skip
    return from_mention(days[-1], "narrative") if days else None


def _moved(when: EventDate, days: int, sign: str) -> EventDate:
    """A day so many days after the one of ``when``: «أفاد الخميس … وقال غداة لقاء مع لافروف»."""
    day = when.first + timedelta(days) if when.first is not None else None
    return replace(when, first=day, last=day, edtf=f"{day}{sign}")


def _days_away(reading: Reading, hit: Hit, when: EventDate, first: int) -> int | None:
    """How many days after the day told before it an encounter was, below 0 before it.

    «قال أمس غداة لقاء مع …», «السبت، بعد يوم من فشل القمة»: that day is of what came after it.
    ``None`` where the days are not told: «بعد أشهر من لقاء».
    """
    morrow = hit.start and reading.words[hit.start - 1].removeprefix("و") == MORROW
    if when.start is not None and hit.start <= (at := reading.token_at(when.start)):
        return -1 if morrow and at - hit.end > _ITS_OWN else 0  # «غداة لقائه لافروف الثلاثاء»
    return _counted_days(reading, hit, first)


def counted_from(reading: Reading, hit: Hit) -> bool:
    """Whether what is told before is counted from an encounter: «جلسة بعد يومين من اجتماع …»."""
    return _counted_days(reading, hit, reading.sentences[hit.sentence][0]) != 0


def _counted_days(reading: Reading, hit: Hit, first: int) -> int | None:
    for k in range(hit.start - 1, max(first, hit.start - _AFTER_IT) - 1, -1):
        word = reading.words[k]
        if hit.trigger.form != "noun" or word == "," or word in lexicon().holding:
            break  # «غداة صدوره، عقد اجتماعاً»
        if word.removeprefix("و") == MORROW:
            return -1
    for mention, (start, end) in reading.dates_in(max(first, hit.start - _COUNTED), hit.start):
        side = _SIDES.get(reading.words[start].removeprefix("و"))
        days = lexicon().days.get(" ".join(key(mention.text)[1:]))
        told = mention.rule == "counted-from-event" and reading.words[end] in _OF
        if told and side is not None and hit.start - end <= _AFTER_IT:
            return None if days is None else -side * days
    return 0


def _from(when: EventDate, days: int) -> EventDate:
    """So many days from the one of ``when`` on; where they are negative, up to it."""
    if when.first is None:
        return when
    more = timedelta(abs(days) - 1)
    begin, end = (when.first - more, when.first) if days < 0 else (when.first, when.first + more)
    return replace(when, first=begin, last=end, edtf=f"{begin}/{end}")


def stays(found: Sequence[Encounter]) -> list[Encounter]:
    """The encounters, a visit that goes on told once, from the arrival on.

    «وصل، السبت، إلى صنعاء» and «يزور صنعاء حالياً»: both ends of one stay.
    """
    out = list(found)
    for item in found:
        if item.rule != "consult.visit.arrival" or item.mode != "visit":
            continue
        now = next((other for other in out if _goes_on(item, other)), None)
        if now is None or item not in out:
            continue
        begin, end = item.date.first, now.date.last
        date = replace(item.date, last=end, edtf=f"{begin}/{end}")
        out[out.index(item)] = replace(item, date=date)
        out.remove(now)
    return out


def _goes_on(arrival: Encounter, other: Encounter) -> bool:
    """Whether a visit told of a later day is the stay that began with the arrival."""
    if other.rule != "consult.visit" or other.place is None or arrival.place is None:
        return False
    days = (arrival.date, other.date)
    if any(d.basis not in _TOLD or d.first is None or d.first != d.last for d in days):
        return False
    ids = {p.actor.id for p in arrival.parties}
    began, now = arrival.date.first, other.date.first
    return (
        began is not None and now is not None
        and timedelta(0) < now - began <= _STAY
        and other.place.id == arrival.place.id and "actual" == other.modality == arrival.modality
        and ids == {p.actor.id for p in other.parties}
    )  # fmt: skip


def counted_from_another(reading: Reading, found: Sequence[Encounter]) -> list[Encounter]:
    """The encounters, one told «وقبل يومين من القمة» with its day counted from the one meant.

    That is the one of a single day which the text has told last before it.
    """
    return [_counted(reading, item, found) for item in found]


def _counted(reading: Reading, item: Encounter, found: Sequence[Encounter]) -> Encounter:
    if item.date.basis in _TOLD:
        return item
    first = reading.sentences[item.sentence][0]
    for mention, (start, end) in reading.dates_in(max(first, item.start - _COUNTED), item.start):
        side = _SIDES.get(reading.words[start].removeprefix("و"))
        days = lexicon().days.get(" ".join(key(mention.text)[1:]))
        anchor = reading.hit_at(end + 1)
        told = mention.rule == "counted-from-event" and reading.words[end] in _OF
        if not told or side is None or days is None or anchor is None:
            continue
        if anchor.trigger.type != "CONSULT" or anchor.trigger.form != "noun":
            continue
        verb = next((h for h in reading.hits_in(anchor.end, anchor.end + 2)), None)
        if verb is None or verb.trigger.form != "verb":
            continue  # «بعد يوم من زيارة لبغداد للاجتماع مع …» is of that visit
        before = [
            other.date.first for other in found
            if other.start < item.start and other.date.basis in _TOLD
            and other.date.first is not None and other.date.first == other.date.last
        ]  # fmt: skip
        if before:
            day = before[-1] + timedelta(side * days)
            return replace(item, date=EventDate(
                day.isoformat(), day, day, "day", False, "narrative", mention.start, mention.end
            ))  # fmt: skip
    return item
