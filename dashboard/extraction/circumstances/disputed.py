"""Whether what a trigger tells is denied as a report, only rumoured, or asked about."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.lexicon import lexicon
from dashboard.extraction.vocabulary.phrases import load
from dashboard.text import fold_word

_REACH = 26  # words from «نفى» to what is denied
_ASKED = word_set("disputed", "asked")
_ASKS = tuple(word_set("disputed", "asks"))  # how such a word begins
_UNTRUE, _TRUE = frozenset(("ليس", "غير")), fold_word("صحيح")
_NO_TRUTH = ("لا", fold_word("صحة"))
_NO = word_set("disputed", "no")
_FALSE, _TALK = word_set("disputed", "false"), word_set("disputed", "talk")
_TO_BE, _KNOWING = word_set("disputed", "to_be"), word_set("disputed", "knowing")
_THAT = fold_word("أن")
_BASIS = word_set("disputed", "basis")
_TALKED = 8  # words from «الحديث عن» to what is spoken of
_BE = ("was", "were", "been", "is", "are")
_ABOUT = word_set("disputed", "about")
_RUMOURS, _RUMOUR = word_set("disputed", "rumours"), 9  # words from «أنباء» to «حول لقاء»
_CLAUSES = (";", ":", "ان", "انه")


def denied_report(reading: Reading, hit: Hit, first: int) -> bool:
    """«نفى صحة التقارير التي تفيد بأن طائراتها قصفت»: what reports tell, and they are denied."""
    if reading.english:
        return _denied_in_english(reading, hit, first)
    lex, begin = lexicon(), max(first, hit.start - _REACH)
    words = reading.words[begin : hit.start]
    if not _UNTRUE.isdisjoint(words):
        clause = words[max((k for k, word in enumerate(words) if word == ","), default=-1) + 1 :]
        if any(one in _UNTRUE and two.startswith(_TRUE) for one, two in pairwise(clause)):
            return True  # «ليس صحيحاً أن الجيش قصف»
    if _NO_TRUTH[1] in words and any(
        two == _NO_TRUTH[1] and one.lstrip("بو") in _NO for one, two in pairwise(words)
    ):
        return True  # «لا صحة لما يتم تداوله …، عن غارة», «عدم صحة الأنباء عن هجوم»
    if _found_untrue(reading, hit, words) or _denied_to_be(reading, hit, begin, words):
        return True
    reported, accused = _last(words, lex.reported), _last(words, lex.accusations)
    refused = _refused(reading, begin, accused)
    told = refused if refused >= 0 else _denied(reading, begin, reported)
    return told >= 0 and not any(
        word in lex.saying or (word == "," and following.startswith("و"))
        for word, following in zip(words[told:], [*words[told + 1 :], ""], strict=True)
    )  # «نفى الجيش أنباء عن انسحابه، وقصف …»


def _last(words: list[str], known: frozenset[str]) -> int:
    """Where the last of the words stands that is known, or -1."""
    if known.isdisjoint(words):
        return -1
    return max(k for k, word in enumerate(words) if word in known)


def _found_untrue(reading: Reading, hit: Hit, before: list[str]) -> bool:
    """«ما تردد عن قصف الميناء عار عن الصحة»: what is told is said to be untrue after it."""
    if not any(w.lstrip("وف") in _TALK for w in before[-_TALKED:]):
        return False
    stop, saying = reading.sentences[hit.sentence][1], lexicon().saying
    after = reading.words[hit.end : min(stop, hit.end + _REACH)]
    clause = after[: next((k for k, w in enumerate(after) if w in saying), len(after))]
    return not _FALSE.isdisjoint(clause) or any(
        (one in _UNTRUE and two.startswith(_TRUE)) or (one in _NO and two in _BASIS)
        for one, two in pairwise(clause)
    )


def _denied_to_be(reading: Reading, hit: Hit, begin: int, words: list[str]) -> bool:
    """«نفت مصادر في الحركة أن يكون مشعل التقى …», «نفى مصدر في الوزارة عقد لقاء بين …»."""
    at = max((k for k, pair in enumerate(pairwise(words)) if pair[0] == _THAT), default=-1)
    to_be = at >= 0 and words[at + 1] in _TO_BE
    object_of = words[-1].removeprefix("ب") if words else ""
    held = object_of in lexicon().to_hold or object_of in _KNOWING
    if to_be:
        clause = words[at + 1 :]
        own = "," not in clause and lexicon().saying.isdisjoint(clause)
        return own and _near_denial(reading, begin, at)
    if hit.trigger.type != "CONSULT" or hit.trigger.form != "noun" or not held:
        return False
    return _near_denial(reading, begin, len(words) - 1)


def _near_denial(reading: Reading, begin: int, stop: int) -> bool:
    """Whether a verb of denying stands in the clause before a word counted from ``begin``."""
    told = _denied(reading, begin, stop)
    between = reading.words[begin + told : begin + stop]
    return told >= 0 and not any(word in _CLAUSES or word == "," for word in between)


def _denied_in_english(reading: Reading, hit: Hit, first: int) -> bool:
    """«denied reports that …», «reports that … were denied», «denied that its planes bombed»."""
    stop = reading.sentences[hit.sentence][1]
    before = reading.words[first : hit.start]
    after = reading.words[hit.end : min(stop, hit.end + _REACH)]
    denying, reported = _english("denying"), _english("reported")
    told = next((k for k, word in enumerate(before) if word in reported), -1)
    passive = any(one in _BE and two in denying for one, two in pairwise(after))
    if told >= 0 and (passive or any(word in denying for word in before[:told])):
        return True
    near = before[-_REACH:]
    for k, (one, two) in enumerate(pairwise(near)):
        if one in _english("denies") and (two in _english("denied") or two.endswith("ing")):
            return not any(word in _english("resumes") for word in near[k + 1 :])
    return False


@cache
def _english(name: str) -> frozenset[str]:
    return frozenset(load("language/english.toml")["disputed"][name])


def _denied(reading: Reading, begin: int, stop: int) -> int:
    """Where, counted from ``begin``, a verb of denying stands before what is reported; or -1."""
    near = range(begin, begin + stop)
    return next((k - begin for k in near if reading.cue("denying", k, k + 1)), -1)


def _refused(reading: Reading, begin: int, stop: int) -> int:
    """«رفضت موسكو اتهامات بأن طائراتها قصفت»: the same, of accusations and who refuses them."""
    near = range(begin, begin + stop)
    tokens = reading.tokens
    return next((k - begin for k in near if tokens[k].text.lstrip("وف") in _refusals()), -1)


@cache
def _refusals() -> frozenset[str]:
    return frozenset(fold_word(w) for w in load("language/modality.toml")["rumours"]["refusals"])


def rumoured(reading: Reading, hit: Hit) -> bool:
    """«أنباء عن لقاء», «أنباء نقلتها وسائل إعلام حول لقاء»: a noun that is only rumoured."""
    words = reading.words[max(0, hit.start - _RUMOUR) : hit.start]
    about = len(words) > 1 and words[-1] in _ABOUT
    clause = words[max((k for k, word in enumerate(words) if word in _CLAUSES), default=-1) + 1 :]
    said = len(words) > 1 and words[-2] in lexicon().rumoured
    said = said or not _RUMOURS.isdisjoint(clause)
    return hit.trigger.form == "noun" and about and said


def asked(reading: Reading, hit: Hit, first: int) -> bool:
    """«هل قصفت روسيا حلب أمس؟», «تساءل هل قصفت»: a question tells nothing."""
    words = reading.words[first : hit.start]
    if _ASKED.isdisjoint(words):
        return False
    k = next(k for k, word in enumerate(words) if word in _ASKED)
    before = words[k - 1] if k else ":"
    return not before.isalpha() or before.lstrip("وفي").startswith(_ASKS)
