"""Attacks that are plotted, wanted or set to begin, and those denied with what they struck."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from dashboard.extraction.deeds.irrealis import stops_reach
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.phrases import load
from dashboard.model import Modality
from dashboard.text import fold_word

_FOILED = 8  # words from «إحباط» to the attack, and from it to «كان يستهدف»
_PLOT = 5  # words from «التخطيط» to the attack
_WANTED = 30  # words from «يريد» to «لشن هجوم»
_STRUCK = 16  # words from «نفى استهداف» to «بغارة»
_FOUND = 22  # words from what was found to its blowing up
_BEGINS = 5  # words from an attack to «سيبدأ»
_MATTER, _RARELY = fold_word("شأن"), ("نادرا", "ما")
_SUFFERS = 12  # words from «تعرضت» to «لقصف»
_THAT = frozenset(("ان", "بان"))
_HIS = tuple(fold_word(w) for w in ("هما", "هم", "ها"))
_BEFORE = frozenset(("قبل", "قبيل"))
_ENDS = frozenset((",", ";", ":", '"', "."))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(fold_word(word) for word in load("language/modality.toml")["intents"][name])


def intended(reading: Reading, hit: Hit) -> Modality | None:
    """What a noun of attack is by what was meant or said of it, or ``None`` where nothing is."""
    if hit.trigger.form != "noun":
        return None
    first, stop = reading.sentences[hit.sentence]
    words = reading.words[max(first, hit.start - 2) : hit.start]
    if words[-1:] == [_MATTER] and words[0].lstrip("وف") == "من":
        return "hypothetical"  # «من شأن هجوم أن يشرد مليوناً»
    if hit.start > first and _bare(reading.words[hit.start - 1]) in _words("almost"):
        return "hypothetical"
    ago = max(first, hit.start - _SUFFERS)
    near = [word.lstrip("وف") for word in reading.words[ago : hit.start]]
    if _RARELY in pairwise(near) and not any(w in _ENDS or stops_reach(w) for w in near):
        return "hypothetical"  # «نادراً ما أقرت بضربات»: told of no one day
    if _plotted(reading, hit, first) or _wanted(reading, hit, first):
        return "hypothetical"
    if _warned_before(reading, hit, first):
        return "hypothetical"
    if _disposed_of(reading, hit, first):
        return "hypothetical"
    if _aimed(reading, hit, first):
        return "hypothetical"
    if _struck_denied(reading, hit, first):
        return "denied"
    return "future" if _set_to_begin(reading, hit, stop) else None


def foiled(reading: Reading, hit: Hit) -> bool:
    """«إحباط مخطط لتفجير سوق», «أفشلت هجوماً كان يستهدف كنيسة»: it was not made.

    «أفشلت القوات هجوماً على مواقعها» was: it was made, and driven back.
    """
    first, stop = reading.sentences[hit.sentence]
    if hit.trigger.form != "noun":
        return False
    back = max(first, hit.start - _FOILED)
    near = reading.words[back : hit.start]
    ends = (k for k, w in enumerate(near) if w in _ENDS or w in _THAT or stops_reach(w))
    between = [_bare(word) for word in near[max(ends, default=-1) + 1 :]]
    at = max((k for k, w in enumerate(between) if w in _words("foils")), default=-1)
    found = max((k for k, w in enumerate(between) if w in _words("finds")), default=-1)
    if max(at, found) >= 0 and not _words("attempts").isdisjoint(between[max(at, found) :]):
        return True
    if at < 0:
        return False
    if hit.trigger.mode == "bombing":
        return True
    after = reading.words[hit.end : min(stop, hit.end + _FOILED)]
    return any(one in _words("was") and to in _words("to_strike") for one, to in pairwise(after))


def _plotted(reading: Reading, hit: Hit, first: int) -> bool:
    """«الاشتباه بتدبير هجوم», «التخطيط لهجوم», «يعدون لهجوم»."""
    for k in range(hit.start - 1, max(first, hit.start - _PLOT) - 1, -1):
        word = reading.words[k]
        if word in _ENDS:
            return False
        if _bare(word) in _words("plots"):
            # «تدبير الهجوم», «تدبيره هجوماً»: of one that was made
            return not reading.words[hit.start].startswith(("ال", "لل"))
    return False


def _warned_before(reading: Reading, hit: Hit, first: int) -> bool:
    """«تحذير لإخلاء المدينة خلال 24 ساعة قبل قصفها»: what is announced to who shall leave."""
    his = reading.words[hit.end - 1].endswith((*_HIS, "ه"))
    if not his or hit.start == first or reading.words[hit.start - 1] not in _BEFORE:
        return False
    return any(_bare(word) in _words("leave") for word in reading.words[first : hit.start])


def _disposed_of(reading: Reading, hit: Hit, first: int) -> bool:
    """«عثروا على عبوة ناسفة، وعملت الهندسة على تفجيرها»: set off by those who found it."""
    word = reading.words[hit.end - 1]
    if not word.endswith((*_HIS, "ه")):
        return False
    near = reading.words[max(first, hit.start - _FOUND) : hit.start]
    return any(word.lstrip("وف") in _words("disposes") for word in near)


def _aimed(reading: Reading, hit: Hit, first: int) -> bool:
    """«أقلعت طائرات لقصف المدينة»: not «تعرضت لقصف», «استخدمت القاعدة لشن غارات»."""
    aims, at = _words("aims"), hit.start
    if reading.words[at] not in aims:
        at -= 1
        if reading.words[hit.start].startswith("ال"):
            return False  # «عاد لتنفيذ الهجوم»: of one that was made
    if at < first or reading.words[at] not in aims:
        return False
    return not _told_before(reading, at, max(first, at - _SUFFERS), "suffers")


def _told_before(reading: Reading, at: int, first: int, words: str) -> bool:
    """Whether one of the words stands before it in its clause, no earlier than ``first``."""
    for k in range(at - 1, first - 1, -1):
        word = reading.words[k]
        if word in _ENDS:
            return False
        if word.lstrip("وف") in _words(words):
            return True
    return False


def _bare(word: str) -> str:
    """«بتحضيرهما» without what is attached to it."""
    word = word.lstrip("وبل").removeprefix("ال")
    return next((word.removesuffix(his) for his in _HIS if word.endswith(his)), word)


def _wanted(reading: Reading, hit: Hit, first: int) -> bool:
    """«يريد تجنيد الشبان لشن هجوم»: what somebody wants to do it for."""
    if not hit.start or reading.words[hit.start - 1] not in _words("to_launch"):
        if reading.words[hit.start] not in _words("to_launch"):
            return False
    return _told_before(reading, hit.start, max(first, hit.start - _WANTED), "wants")


def _struck_denied(reading: Reading, hit: Hit, first: int) -> bool:
    """«نفى الحزب استهداف أحد مواقعه على الحدود بغارة»: the means of what is denied."""
    if not hit.prefix.endswith("ب"):
        return False
    struck = False
    for k in range(hit.start - 1, max(first, hit.start - _STRUCK) - 1, -1):
        word = reading.words[k]
        if word in _ENDS:
            return False
        struck = struck or word in _words("struck")
        if struck and reading.cue("denying", k, k + 1):
            return True
    return False


def _set_to_begin(reading: Reading, hit: Hit, stop: int) -> bool:
    """«الهجوم عليها سيتم من الغرب», «الهجوم على الرقة سيبدأ قريباً»."""
    for k in range(hit.end, min(stop, hit.end + _BEGINS)):
        word = reading.words[k]
        if word in _ENDS:
            return False
        if word.startswith("س") and word[1:] in _words("begins"):
            return True
    return False
