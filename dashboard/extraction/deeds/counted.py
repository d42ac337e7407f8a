"""When a deed happened that another is counted from: «بعد ثلاثة أيام على الهجوم», «غداة الغارة»."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.model import EventDate
from dashboard.numerals import read_cardinal
from dashboard.text import fold_word

_FROM, _MORROW = word_set("counted_from", "of"), word_set("counted_from", "morrow")
_AFTER = word_set("dating", "after")
_DAY, _DAYS = word_set("counted_from", "one"), word_set("counted_from", "many")
_TWO = word_set("counted_from", "two")
_THE = fold_word("ال")
_LASTING = ("clash", "shelling", "airstrike", "")  # «بعد شهر من المعارك» is how long
_NUMBER = 4  # words of a number and its unit
_LONGEST = 14  # days


def unit_before(reading: Reading, hit: Hit) -> str:
    """«يوم» of «بعد يوم من الهجوم»: how long after the deed it is told of, else an empty word."""
    words = reading.words[max(0, hit.start - 2) : hit.start]
    lasts = reading.words[hit.start].startswith(_THE) and hit.trigger.mode in _LASTING
    if len(words) < 2 or words[-1] not in _FROM or lasts:
        return ""
    return words[-2]


def counts_days(reading: Reading, hit: Hit) -> bool:
    """Whether so many days are told between the deed and what its sentence tells."""
    return _days(reading, hit) is not None


def days_before(reading: Reading, hit: Hit, when: EventDate) -> EventDate:
    """The day a counted deed happened, from ``when`` its sentence tells; ``when`` if none counts.

    From a certain day in the sentence it is a certain one, none from a longer time; from the day
    of publication or of the story it is only about that day.
    """
    days = _days(reading, hit)
    if days is None or when.first is None:
        return when
    if when.start is not None and reading.token_at(when.start) >= hit.start:
        return when  # «بعد ثلاثة أيام على الهجوم الذي وقع الإثنين»
    sure = when.basis in ("clause", "sentence")
    if when.first != when.last or (sure and when.edtf != when.first.isoformat()):
        return EventDate()
    day = when.first - timedelta(days)
    if sure:
        return replace(when, edtf=day.isoformat(), first=day, last=day)
    about = f"{day.isoformat()}~"
    return replace(when, edtf=about, first=day, last=day, approximate=True, basis="narrative")


def _days(reading: Reading, hit: Hit) -> int | None:
    """How many days before what its sentence tells a deed was, if they are told."""
    words, at = reading.words, hit.start
    if at and words[at - 1].removeprefix("و") in _MORROW:
        return 1
    unit = unit_before(reading, hit)
    if unit in _DAY or unit in _TWO:
        after = words[at - 3].lstrip("وف") if at > 2 else ""
        return (1 if unit in _DAY else 2) if after in _AFTER else None
    if unit not in _DAYS:
        return None
    for first in range(max(0, at - 2 - _NUMBER), at - 2):
        number = read_cardinal(reading.tokens, first)
        if number is None or number.end != at - 2:
            continue
        after = words[first - 1].lstrip("وف") if first else ""
        return number.value if after in _AFTER and number.value <= _LONGEST else None
    return None
