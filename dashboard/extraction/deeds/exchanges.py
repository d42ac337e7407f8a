"""Captives set free or exchanged, people led out: told as done, or of how many."""

from __future__ import annotations

from dashboard.extraction.claims.counts import read_count
from dashboard.extraction.deeds.dates import context_words
from dashboard.extraction.reading import Hit, Reading
from dashboard.text import fold_word

# What a trigger of these needs; of two of them it is enough to say who does it.
NUMBERED = ("freed", "exchanged", "led_out", "numbered")
BY_SOMEBODY = ("freed", "led_out")
_CAPTIVES = ("freed", "exchanged")
_ON = fold_word("على")
_SOON = 5  # words from «أطلق سراح» to how many they were
_OPENS, _TELLS = 5, 12  # words from «جرت» to the exchange, from it to «شملت»


def told_as_done(reading: Reading, hit: Hit) -> bool:
    """«أطلق سراح 39 أسيرة», «تبادل 95 أسيراً», «جرت عملية تبادل أسرى»: not talks of one."""
    if hit.trigger.needs != "exchanged":
        return _so_many(reading, hit)
    if hit.trigger.form == "noun" and _talked_of(reading, hit):
        return False
    return _so_many(reading, hit) or _took_place(reading, hit)


def _around(reading: Reading, hit: Hit) -> list[str]:
    first, stop = reading.sentences[hit.sentence]
    before = reading.tokens[max(first, hit.start - _OPENS) : hit.start]
    after = reading.tokens[hit.end : min(stop, hit.end + _TELLS)]
    return [token.text for token in (*before, *after)]


def _talked_of(reading: Reading, hit: Hit) -> bool:
    """«ملف تبادل الأسرى», «صفقة تبادل قد تشمل 30 أسيراً»."""
    talked = context_words("talked_of")
    return any(word in talked or word.lstrip("وفل") in talked for word in _around(reading, hit))


def _so_many(reading: Reading, hit: Hit) -> bool:
    if hit.start and reading.words[hit.start - 1] == _ON:
        return False  # «اتفاق على إجلاء سبعة آلاف»
    stop = min(reading.sentences[hit.sentence][1], hit.end + _SOON)
    for k in range(hit.end, stop):
        if k in reading.dated or reading.words[k] in (",", ";", ":"):
            return False
        count = read_count(reading.tokens, k, stop)
        if count is not None:
            some = count.best is not None or (count.low or 0) > 1
            if hit.trigger.needs in _CAPTIVES:
                return some and count.kind == "detained" and count.noun != "sg"
            theirs = reading.words[min(count.end, stop - 1)] == "من"  # «91 من مواطنيها»
            return some and count.noun != "sg" and (theirs or not count.bare)
    return False


def _took_place(reading: Reading, hit: Hit) -> bool:
    if hit.end - hit.start == 1:
        return False  # «تبادل لإطلاق النار»
    done = context_words("took_place")
    return any(word.removeprefix("و") in done for word in _around(reading, hit))
