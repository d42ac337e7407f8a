"""Deeds told for memory or comparison: other wars, anniversaries, what lasted for years."""

from __future__ import annotations

from datetime import timedelta

from dashboard.extraction.function_words import word_set
from dashboard.extraction.reading import Hit, Reading
from dashboard.model import EventDate

_PARTS = frozenset((",", ";", ":", '"', "(", ")", "«", "»", "-", "–", "“", "”"))
_RECALL = 4  # words from «ذكرى» to what is remembered
_EARLIER = 8  # words from «سبق أن شهدت» to what it was
_RECORDS, _MEASURED = word_set("remembered", "records"), 6  # words from «الأعنف» to «منذ»
_APART, _WHEN = word_set("remembered", "apart"), word_set("remembered", "when")
_IN_PASSING, _PASSING = word_set("remembered", "in_passing"), 2  # words before the attack
_YEARS = timedelta(days=3 * 366)


def of_another_war(reading: Reading, at: int, sentence: tuple[int, int]) -> bool:
    """«مثل حصار سراييفو في الحرب العالمية», «ذكرى مجزرة …»: recalled, not reported."""
    near, before = max(sentence[0], at - _RECALL), max(sentence[0], at - _EARLIER)
    earlier = any(t.text.removeprefix("و") == "سبق" for t in reading.tokens[before:at])
    return (
        reading.cue("other_war", *sentence) or reading.cue("recalled", near, at)
        or _the_remembered(reading, at, sentence[0]) or (earlier and not reading.english)
    )  # fmt: skip


def _the_remembered(reading: Reading, at: int, first: int) -> bool:
    """«ذكرى مرور مئة يوم على الهجوم»: the one that all in the phrase before it is of."""
    begin = max(first, at - 2 * _RECALL)
    named = reading.tokens[at].text.startswith("ال")
    parted = any(token.text in _PARTS for token in reading.tokens[begin:at])
    return named and not parted and reading.cue("recalled", begin, at)


def of_what_is_remembered(reading: Reading, number: int) -> bool:
    """«تحيي البلدة الذكرى الخامسة للمجزرة. وكان العشرات قتلوا …»: told back from an anniversary."""
    if number < 1 or reading.english:
        return False
    opening = reading.tokens[reading.sentences[number][0]].text.removeprefix("و")
    return opening in ("كان", "كانت") and any(
        reading.cue("recalled", *reading.sentences[k]) for k in range(max(0, number - 2), number)
    )


def measured_against(reading: Reading, first: int, at: int) -> bool:
    """«القصف الأعنف منذ مجزرة السوق التي راح ضحيتها 40»: what is told at ``at`` was long before."""
    words = [token.text for token in reading.tokens[first:at]]
    since = next((k for k, word in enumerate(words) if word.removeprefix("و") == "منذ"), -1)
    near = words[max(0, since - _MEASURED) : since] if since > 0 else []
    between = words[since:]
    return not _RECORDS.isdisjoint(near) and _APART.isdisjoint(between)


def then(reading: Reading, first: int, at: int) -> bool:
    """«الأعنف منذ 2005 عندما قتل انتحاريون 52 في هجمات»: a deed of that time."""
    words = [token.text for token in reading.tokens[first:at]]
    return not _WHEN.isdisjoint(words) and measured_against(reading, first, at)


def known_by_its_town(reading: Reading, hit: Hit) -> bool:
    """«منفذ اعتداء برلين», «المستخدمة في هجمات باريس»: one known to all, on a day not told."""
    named = any(not found.clitic for found in reading.places_in(hit.end, hit.end + 1))
    near = reading.tokens[max(0, hit.start - _PASSING) : hit.start]
    before = [token.text.lstrip("وبل") for token in near]
    return hit.trigger.form == "noun" and named and not _IN_PASSING.isdisjoint(before)


def of_years(when: EventDate) -> bool:
    """«شهدت العقود الثلاثة الماضية تفجيرات»: a time of years is no event of now."""
    if when.first is None or when.last is None or when.basis in ("published", "none"):
        return False
    return when.last - when.first > _YEARS
