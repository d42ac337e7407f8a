"""Threats, charges, penalties, arrests: the words that are none, and who makes them."""

from __future__ import annotations

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.deeds.irrealis import stops_reach
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set

_ENDS = frozenset((",", ";", ":", '"', "."))
_SHOWN, _ENDANGERS = word_set("sayings", "shown"), word_set("sayings", "endangers")
_NO_CHARGE, _ENVOY = word_set("deed_parties", "no_charge"), word_set("sayings", "envoys")
_THREAT = 12  # words from «يهدد» to what is threatened with
_PRESENT = ("ي", "ت")
_THINGS, _STOPPED = word_set("sayings", "things"), 6  # words from «أوقفت» to what stops
_STOPS, _APPLIES = word_set("sayings", "stops"), word_set("sayings", "applies")
_THREATENS = word_set("sayings", "threatens")


def only_endangers(reading: Reading, hit: Hit) -> bool:
    """«أزمة تهدد وحدة البلاد», «لوح بقطعة من طائرة»: nobody is threatened with anything."""
    if hit.trigger.type != "THREATEN" or hit.trigger.form != "verb" or reading.english:
        return False
    stop = min(reading.sentences[hit.sentence][1], hit.end + _THREAT)
    word = reading.words[hit.start][len(hit.prefix) :]
    for k in range(hit.end, stop):
        text = reading.words[k]
        if text in _ENDS or (k > hit.end and stops_reach(text)):
            break
        if text[:1] != "ب" or text in _NO_CHARGE or _named(reading, k):
            continue
        return text in _SHOWN or text[1:].removeprefix("ال") in _ENDANGERS
    return word in _THREATENS


def only_stops(reading: Reading, hit: Hit) -> bool:
    """«أوقفت الطائرات تقدمهم», «ينسحب على تدخله»: nobody is arrested, nobody leaves."""
    if reading.english or hit.trigger.form != "verb":
        return False
    word = reading.words[hit.start][len(hit.prefix) :]
    after = reading.words[hit.end] if hit.end < len(reading.tokens) else ""
    if hit.trigger.type == "RETREAT":
        return word in _APPLIES and after == "علي"
    near = reading.words[hit.end : hit.end + _STOPPED]
    return word in _STOPS and any(what in _THINGS or _bare(what) in _THINGS for what in near)


def _bare(word: str) -> str:
    return next((word.removesuffix(his) for his in ("ها", "هم", "ه") if word.endswith(his)), word)


def _named(reading: Reading, k: int) -> bool:
    """«تهدد بريطانيا»: a name that begins with «ب», not what somebody is threatened with."""
    return any("ب" not in actor.prefix for actor in reading.actors_in(k, k + 1))


def is_charged(reading: Reading, hit: Hit, source: Found) -> bool:
    """«وكانت إسرائيل قد اتهمت بشن هجوم»: who is named before the verb, and accused."""
    if hit.trigger.type != "ACCUSE" or hit.trigger.form != "verb" or reading.english:
        return False
    if source.end > hit.start or hit.end >= len(reading.tokens):
        return False
    after = reading.words[hit.end]
    return after[:1] == "ب" and after not in _NO_CHARGE and not _named(reading, hit.end)


def who_expels(reading: Reading, hit: Hit, source: Found) -> Found | None:
    """«قرار السعودية طرد السفير الكندي»: not the state whose envoy is sent away.

    ``source`` is who is named beside the word, and stays where no envoy is told of.
    """
    if hit.trigger.type != "SANCTION" or reading.english:
        return source
    if reading.words[hit.end - 1] not in _ENVOY or source.end <= hit.start:
        return source
    first = reading.sentences[hit.sentence][0]
    before = [
        a for a in reading.actors_in(first, hit.start)
        if a.actor.kind == "state" and a.prefix in ("", "و")
    ]  # fmt: skip
    if before:
        return before[0]
    beside = source.start - hit.end <= 0 or reading.words[source.start].startswith("ال")
    return None if beside else source


def by_its_terms(reading: Reading, hit: Hit) -> bool:
    """«وبموجب الاتفاق، وافقت طهران على …»: what an agreement says, made when that was."""
    first = reading.sentences[hit.sentence][0]
    near = (word.removeprefix("و") for word in reading.words[first : hit.start])
    return hit.trigger.type == "AGREE" and not reading.english and "بموجب" in near
