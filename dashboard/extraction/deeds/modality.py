"""What is said of a deed: that it happened, or that it is asked for, denied, feared, ahead."""

from __future__ import annotations

from dashboard.extraction.circumstances.disputed import denied_report
from dashboard.extraction.deeds.dates import context_words
from dashboard.extraction.deeds.intents import foiled, intended
from dashboard.extraction.deeds.irrealis import (
    goes_on,
    governed,
    is_priced,
    new_clause,
    stops_reach,
)
from dashboard.extraction.english.undone import launched_as
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.lexicon import VIOLENT
from dashboard.model import Modality

_MOVES = ("RETREAT", "AID")  # «رغبته في انسحاب القوات», «تأجيل قافلة مساعدات»
_TO_DO = word_set("modality", "to_do")
_FROM = "من"
_CARRIED, _WARNED = 3, 24  # words from «من» to the attack, and from «حذر» to «من»
_GRANTED = 8  # words from «يأذن» to what it allows


def modality_of(reading: Reading, hit: Hit, sentence: tuple[int, int]) -> Modality:
    """What is said of the event: that it happened, or that it is asked for, denied, possible."""
    near = max(sentence[0], hit.start - 3)
    if reading.english and (led := launched_as(reading, hit)) is not None:
        return led
    if hit.trigger.type in VIOLENT and goes_on(reading, hit):
        return "actual"
    if new_clause(reading, hit):
        return "actual"
    if hit.trigger.type == "ASSAULT" and not reading.english and foiled(reading, hit):
        return "hypothetical"
    before = reading.words[hit.start - 1] if hit.start > sentence[0] else ""
    if hit.trigger.type in VIOLENT and hit.trigger.form == "noun" and stops_reach(before):
        return intended(reading, hit) or governed(reading, hit) or "actual"
    back = max(sentence[0], hit.start - 4)
    if reading.cue("denying", back, hit.start) and not reading.cue("part", back, hit.start):
        return "denied"
    if reading.english and denied_report(reading, hit, sentence[0]):
        return "denied"
    if reading.english and reading.cue("hypothetical", hit.end, hit.end + 2):
        return "hypothetical"  # «airstrikes could hit»
    if reading.english and reading.cue("denied", hit.end, min(sentence[1], hit.end + 4)):
        return "denied"  # «aid had still not made it»
    if hit.trigger.type in VIOLENT and (
        reading.cue("demanded", max(sentence[0], hit.start - 2), hit.start)
        or _coordinated_demand(reading, hit, sentence)
    ):
        return "demanded"
    granted = reading.words[max(sentence[0], hit.start - _GRANTED) : hit.start]
    if "ب" in hit.prefix and any(word in context_words("granted") for word in granted):
        return "demanded"  # «القرار الذي يأذن بإيصال المساعدات»
    if hit.trigger.form == "noun":
        if _agreed_to(reading, hit, sentence):
            return "demanded"
        if reading.cue("demanded", near, hit.start):
            return "demanded"
        if reading.cue("denied", near, hit.start):
            return "denied"
        if reading.cue("hypothetical", max(sentence[0], hit.start - 4), hit.start):
            return "hypothetical"
    else:
        if reading.cue("denied", max(sentence[0], hit.start - 1), hit.start):
            return "denied"
        if reading.cue("hypothetical", max(sentence[0], hit.start - 2), hit.start):
            return "hypothetical"
        if "ل" in hit.prefix or reading.may(hit):
            return "hypothetical"
    because = reading.words[max(sentence[0], hit.start - 2) : hit.start]
    if because == ["due", "to"] and hit.trigger.form == "noun":
        return "actual"
    priced = hit.trigger.form == "noun" and is_priced(reading, hit)
    if "س" in hit.prefix or (not priced and reading.cue("future", near, hit.start)):
        return "future"
    if hit.trigger.type in VIOLENT and not reading.english:
        if _warned_of(reading, hit, sentence[0]):
            return "hypothetical"
        return intended(reading, hit) or governed(reading, hit) or "actual"
    if hit.trigger.type == "SANCTION" and not reading.english:
        return governed(reading, hit) or "actual"
    if hit.trigger.type in _MOVES and hit.trigger.form == "noun" and not reading.english:
        if hit.prefix.endswith("ل") and reading.words[hit.start][len(hit.prefix) :] in _TO_DO:
            return "hypothetical"  # «ممرات لإجلاء السكان»
        return governed(reading, hit) or "actual"
    return "actual"


def _warned_of(reading: Reading, hit: Hit, first: int) -> bool:
    """«حذر الرئيس، دونالد ترامب، الأسد من شن هجوم»: what somebody is warned not to do."""
    at = hit.start - 1
    while at > max(first, hit.start - _CARRIED) and reading.words[at] not in (_FROM, "ان"):
        at -= 1
    if reading.words[at] != _FROM:
        return False
    for k in range(at - 1, max(first, at - _WARNED) - 1, -1):
        if reading.words[k].lstrip("وف") in context_words("warned"):
            return True
        told = reading.hit_at(k)
        if stops_reach(reading.words[k]) or (told and told.trigger.form == "verb"):
            return False
    return False


def _agreed_to(reading: Reading, hit: Hit, sentence: tuple[int, int]) -> bool:
    """«اتفقوا على العمل على … وإيصال المساعدات»: agreed on, and not done yet."""
    for before in reading.hits_in(sentence[0], hit.start):
        if before.trigger.type != "AGREE" or before.trigger.form != "verb":
            continue
        words = reading.words[agreed_on(reading, before, sentence) : hit.start]
        if words[:1] in (["علي"], ["الي"]):
            told = context_words("underwent") | {"ان"}
            return not any(stops_reach(word) or word in told for word in words)
    return False


def _coordinated_demand(reading: Reading, hit: Hit, sentence: tuple[int, int]) -> bool:
    """«على وقف قصف السكان وإنهاء حصار حلب»: demanding verbs earlier in the clause."""
    return any(
        before.trigger.type == "DEMAND" and before.trigger.form == "verb"
        for before in reading.hits_in(max(sentence[0], hit.start - 8), hit.start)
    )


def agreed_on(reading: Reading, hit: Hit, sentence: tuple[int, int]) -> int:
    """The word at which what was agreed on begins: «على إنشاء», «القرار 2328 الذي …»."""
    words = reading.words[hit.end : sentence[1]]
    opens = context_words("agreed_on") | {"الذي", "القرار", "قرارا"}
    return next((hit.end + k for k, word in enumerate(words) if word in opens), sentence[1])
