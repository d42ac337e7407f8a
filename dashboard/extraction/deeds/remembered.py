"""Deeds told for memory or comparison: other wars, anniversaries, what lasted for years."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

from dashboard.extraction.circumstances.dating import HISTORICAL
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.lexicon import VIOLENT
from dashboard.model import EventDate
from dashboard.text import fold_word

_PARTS = frozenset((",", ";", ":", '"', "(", ")", "«", "»", "-", "–", "“", "”"))
_RECALL = 4  # words from «ذكرى» to what is remembered
_AFTER, _RECORD = 6, 2  # words to «في السنوات الأخيرة», and to «أعنف»
_PASSED = "مرور"
_EARLIER_ON, _EARLIER = "سبق", 8  # words from «سبق أن شهدت» to what it was
_RECORDS, _MEASURED = word_set("remembered", "records"), 6  # words from «الأعنف» to «منذ»
_APART, _WHEN = word_set("remembered", "apart"), word_set("remembered", "when")
_IN_PASSING, _PASSING = word_set("remembered", "in_passing"), 2  # words before the attack
_FORMERLY = ("في", fold_word("السابق"))
_YEARS = timedelta(days=3 * 366)


def of_another_war(
    reading: Reading, at: int, sentence: tuple[int, int], when: EventDate, *, verb: bool
) -> bool:
    """«مثل حصار سراييفو في الحرب العالمية», «ذكرى مجزرة …»: recalled, not reported.

    A day of now that is its own wins over a place known by its war, and that of a verb over all:
    «انفجرت قنبلة في هيروشيما أمس», «في ذكرى النكبة، اقتحمت القوات أمس جنين».
    """
    near, before = max(sentence[0], at - _RECALL), max(sentence[0], at - _EARLIER)
    if not reading.english and any(
        word.removeprefix("و") == _EARLIER_ON for word in reading.words[before:at]
    ):
        return True
    if not reading.english and _formerly(reading, at, sentence[1]):
        return True
    own = _now(reading, at, when)
    if not (own and verb) and (
        reading.cue("other_war", *sentence) or reading.cue("recalled", near, at)
        or _the_remembered(reading, at, sentence[0])
    ):  # fmt: skip
        return True
    return not own and reading.cue("of_other_wars", *sentence)


def _formerly(reading: Reading, at: int, stop: int) -> bool:
    """«شنت إسرائيل في السابق ضربات»: at no time that is told, and long ago."""
    words = reading.words[max(0, at - _RECALL) : min(stop, at + _RECALL)]
    return any(pair == _FORMERLY for pair in pairwise(words))


def _now(reading: Reading, at: int, when: EventDate) -> bool:
    """Whether a deed has a day of its own that is no older than news, no memory between them."""
    published = reading.document.published
    if when.start is None or when.basis != "clause" or when.precision != "day":
        return False
    day = reading.token_at(when.start)
    span = (min(at, day), max(at, day) + 1)
    between = any(reading.cue(name, *span) for name in ("other_war", "recalled"))
    late = published is not None and when.last is not None and published - when.last <= HISTORICAL
    return late and not between


def over_years(reading: Reading, hit: Hit) -> bool:
    """«شهدت في السنوات الأخيرة هجمات», «هجمات كثيرة في السنوات الأخيرة»: no one day's.

    Not «أعنف هجوم في السنوات الأخيرة».
    """
    first, stop = reading.sentences[hit.sentence]
    if hit.trigger.form != "noun":
        return reading.cue("over_years", max(first, hit.start - _RECALL), hit.start)
    words = reading.words[max(first, hit.start - _RECORD) : hit.end + _RECORD]
    if not _RECORDS.isdisjoint(words):
        return False
    end = next((k for k in range(hit.end, stop) if reading.words[k] in _PARTS), stop)
    return reading.cue("over_years", max(first, hit.start - _RECALL), min(end, hit.end + _AFTER))


def own_clause(reading: Reading, hit: Hit) -> tuple[int, int]:
    """The words around a deed up to the commas beyond which another deed is told."""
    first, stop = reading.sentences[hit.sentence]
    others = [h.start for h in reading.hits_in(first, stop) if h.trigger.type in VIOLENT]
    commas = [k for k in range(first, stop) if reading.words[k] in _PARTS]
    before = max((k for k in others if k < hit.start), default=first - 1)
    after = min((k for k in others if k >= hit.end), default=stop)
    begin = max((k + 1 for k in commas if before < k < hit.start), default=first)
    return (
        begin if before >= first else first,
        min((k for k in commas if hit.end <= k < after), default=stop) if after < stop else stop,
    )


def _the_remembered(reading: Reading, at: int, first: int) -> bool:
    """«ذكرى مرور مئة يوم على الهجوم»: the one that all in the phrase before it is of."""
    begin = max(first, at - 3 * _RECALL)
    ends = [k + 1 for k in range(begin, at) if reading.words[k] in _PARTS]
    begin = max(ends, default=begin)
    # «ذكرى مرور مئة يوم على مقتل العشرات جراء هجوم»
    passed = any(word == _PASSED for word in reading.words[begin:at])
    named = reading.words[at].startswith("ال")
    near = begin if passed else max(begin, at - 2 * _RECALL)
    return (named or passed) and reading.cue("recalled", near, at)


def of_what_is_remembered(reading: Reading, number: int) -> bool:
    """«تحيي البلدة الذكرى الخامسة للمجزرة. وكان العشرات قتلوا …»: told back from an anniversary."""
    if number < 1 or reading.english:
        return False
    opening = reading.words[reading.sentences[number][0]].removeprefix("و")
    return opening in ("كان", "كانت") and any(
        reading.cue("recalled", *reading.sentences[k]) for k in range(max(0, number - 2), number)
    )


def measured_against(reading: Reading, first: int, at: int) -> bool:
    """«القصف الأعنف منذ مجزرة السوق التي راح ضحيتها 40»: what is told at ``at`` was long before."""
    words = reading.words[first:at]
    since = next((k for k, word in enumerate(words) if word.removeprefix("و") == "منذ"), -1)
    near = words[max(0, since - _MEASURED) : since] if since > 0 else []
    between = words[since:]
    return not _RECORDS.isdisjoint(near) and _APART.isdisjoint(between)


def then(reading: Reading, first: int, at: int) -> bool:
    """«الأعنف منذ 2005 عندما قتل انتحاريون 52 في هجمات»: a deed of that time."""
    words = reading.words[first:at]
    return not _WHEN.isdisjoint(words) and measured_against(reading, first, at)


def known_by_its_town(reading: Reading, hit: Hit) -> bool:
    """«منفذ اعتداء برلين», «المستخدمة في هجمات باريس»: one known to all, on a day not told."""
    named = any(not found.clitic for found in reading.places_in(hit.end, hit.end + 1))
    near = reading.words[max(0, hit.start - _PASSING) : hit.start]
    before = [word.lstrip("وبل") for word in near]
    return hit.trigger.form == "noun" and named and not _IN_PASSING.isdisjoint(before)


def of_years(when: EventDate) -> bool:
    """«شهدت العقود الثلاثة الماضية تفجيرات»: a time of years is no event of now."""
    if when.first is None or when.last is None or when.basis in ("published", "none"):
        return False
    return when.last - when.first > _YEARS
