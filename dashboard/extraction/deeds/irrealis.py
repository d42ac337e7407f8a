"""Whether a deed is told as having happened: or as asked for, denied, feared, planned, prevented.

A word that takes the reality away reaches what it governs, and no farther: «حذر من هجوم» tells of
no attack, «حذر من كارثة بسبب القصف» does. So the words between are read: those that carry a deed
(«شن», «وقوع», «أي»), the subject of the governing verb, and those that end its reach.
"""

from __future__ import annotations

from functools import cache

from dashboard.extraction.circumstances.disputed import asked, denied_report
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.modality_words import modality_words as _words
from dashboard.model import Modality

_LASTING = ("RETREAT", "AID")  # «انتهاء عملية إجلاء»: it was done
_CARRIED = 6  # words that carry the deed right before its trigger
_SUBJECT = 13  # words of a subject between a verb and what it governs
_CLAUSE = 12  # words from «أن» to the trigger
_GOVERNOR = 10  # words from a governing verb to its «أن»
_PRICE = 4  # words from «ثمن» to the attack
_DOER = 4  # words of a doer between a deed and what it is said to be
_AHEAD = 9  # words from a deed to what will come of it
_NEGATED = 5
_CLITICS = ("", "و", "ف", "ل", "ب", "س")
_THAT = word_set("irrealis", "that")
_NOT = word_set("irrealis", "not")
_IS_NOT = ("ليس", "ليست")
_NEGATES = ("لم", "لن", "لا", "ليس")
_DENIES = ("لا", "لم", "ما")
_ANY = frozenset(("اي", "ايه", "لاي", "لايه", "باي", "بايه"))
_MAY = "قد"
_ENDS = frozenset((",", ";", ":"))


def governed(reading: Reading, hit: Hit) -> Modality | None:
    """The modality that the words around a trigger give it, or ``None`` where they leave it real.

    Arabic only; the sentence is the farthest anything reaches.
    """
    first, stop = reading.sentences[hit.sentence]
    if denied_report(reading, hit, first):
        return "denied"
    if asked(reading, hit, first):
        return "hypothetical"
    at, link = _chain(reading, hit, first)
    words = reading.words[at : hit.start]
    if _ANY.intersection(words):
        return "denied" if _negated(reading, at, first) else "hypothetical"
    right_before = reading.words[at - 1].lstrip("وف") if at > first else ""
    if right_before in _NEGATES and at < hit.start:
        return "denied"  # «لا يوجد قصف»
    if right_before in _IS_NOT and not reading.words[hit.start].startswith("ال"):
        return "denied"  # «المطلوب ليس ضربة»
    if _negated(reading, hit.start, at) or _nothing(reading, at, first):
        return "denied"
    if link in ("الي", "ل") and _not_suffered(reading, at, first):
        return "denied"
    if link in ("عن", "ب") and _rumoured(reading, at, first):
        return "denied"
    subject = _as_subject(reading, at, first)
    if subject is not None:
        return subject
    if _was_not(reading, hit, stop):
        return "denied"
    ended = hit.trigger.type not in _LASTING and _ended(reading, at)
    if ended or _would(reading, hit, stop):
        return "hypothetical"
    if _not_begun(reading, hit, stop) or _usual(reading, at, first):
        return "hypothetical"
    if _to_come(reading, hit, at, first):
        return "future"
    return _of_the_verb(reading, hit, at, first) or _by_link(reading, at, link, first)


def goes_on(reading: Reading, hit: Hit) -> bool:
    """«لا تزال الغارات», «لم تسلم من القصف», «لم يسفر القصف عن ضحايا»: it did happen."""
    if _not_prevented(reading, hit):
        return True
    first = max(reading.sentences[hit.sentence][0], hit.start - 3)
    words = [word.lstrip("وف") for word in reading.words[first : hit.start]]
    if words[-1:] == ["من"] and len(words) == 3:  # «لم تسلم من القصف»
        return words[0] in _DENIES and words[1] in _words().spared
    if len(words) < 2 or words[-2] not in _DENIES:
        return False
    brought = hit.trigger.form == "noun" and words[-1] in _words().brought
    return words[-1] in _words().continues or brought


def _not_prevented(reading: Reading, hit: Hit) -> bool:
    """«لم تحل الهدنة دون القصف», «لم يمنع الاتفاق الغارات»: it went on."""
    if hit.trigger.form != "noun":
        return False
    near = range(
        hit.start - 1, max(reading.sentences[hit.sentence][0], hit.start - _CARRIED - 2), -1
    )
    for k in near:
        word = reading.words[k]
        if word in _ENDS or word in _words().barriers:
            return False
        if word in _words().prevented:
            return reading.words[k - 1].lstrip("وف") in _NEGATES
    return False


def is_priced(reading: Reading, hit: Hit) -> bool:
    """«سيكون هناك ثمن للهجوم»: what will be is the price of it, not the attack."""
    near = reading.words[max(0, hit.start - _PRICE) : hit.start]
    return hit.prefix.endswith("ل") and any(word in _words().prices for word in near)


def stops_reach(word: str) -> bool:
    """Whether no governing word reaches past ``word``: «بعد», «إثر», «الذي»."""
    return word.removeprefix("و") in _words().barriers or word in _words().barriers


def new_clause(reading: Reading, hit: Hit) -> bool:
    """«رفضت روسيا المقترح وقصفت طائراتها إدلب»: a past verb that «و» joins, of a clause of its own.

    Not after «أن», «لم» or a condition, which may reach on: «نفى أن تكون هاجمت وقصفت».
    """
    word = reading.words[hit.start][len(hit.prefix) :]
    if hit.trigger.form != "verb" or hit.prefix != "و" or not word.endswith(("ت", "وا")):
        return False
    if word.startswith(("ي", "ت", "ن")):
        return False
    first = reading.sentences[hit.sentence][0]
    if reading.cue("hypothetical", first, hit.start):
        return False  # «ربما هاجمت القرية وقصفت»
    before = [word.lstrip("وف") for word in reading.words[first : hit.start]]
    return not any(w in _THAT or w in _NOT or w in _words().conditions for w in before)


def _not_suffered(reading: Reading, at: int, first: int) -> bool:
    """«نفى مصدر بالجيش، مساء السبت، تعرض مطار المزة إلى هجوم»."""
    for k in range(at - 1, max(first, at - _CARRIED) - 1, -1):
        if reading.words[k].removeprefix("ل") in _words().suffered:
            return reading.cue("denying", max(first, k - _CLAUSE), k)
    return False


def _rumoured(reading: Reading, at: int, first: int) -> bool:
    """«نفى المصدر الأنباء التي تحدثت عن غارة»: what is denied is that it is told."""
    before = reading.words[at - 1] if at > first else ""
    refused = any(word.lstrip("وف") in _words().refusals for word in reading.words[first:at])
    return before in _words().rumours and (refused or reading.cue("denying", first, at))


def _as_subject(reading: Reading, at: int, first: int) -> Modality | None:
    """«قد تدمر الغارات المدينة»: the deed is the subject of the verb before it."""
    if at - 2 < first or reading.words[at - 1][:1] not in ("ي", "ت"):
        return None
    particle = reading.words[at - 2].lstrip("وف")
    return "hypothetical" if particle in (_MAY, "ربما") else None


def _joined(reading: Reading, hit: Hit, first: int) -> tuple[int, str] | None:
    """«التحضير لعملية عسكرية وهجوم»: a noun joined to one that a preposition governs."""
    if hit.trigger.form != "noun" or hit.prefix != "و":
        return None
    for k in range(hit.start - 1, max(first, hit.start - _CARRIED) - 1, -1):
        word = reading.words[k]
        if not word.isalpha() or word in _words().barriers:
            return None
        if word[:1] in ("ل", "ب") and word[1:] in _words().carriers:
            return k, word[0]
    return None


def _chain(reading: Reading, hit: Hit, first: int) -> tuple[int, str]:
    """Where the words that carry the deed begin, and the preposition that links them to a verb."""
    words = _words()
    joined = _joined(reading, hit, first)
    if joined is not None:
        return joined
    prefix = hit.prefix.lstrip("وف")
    if prefix[:1] in ("ب", "ل"):
        return hit.start, prefix[0]
    k = hit.start
    while k > first and hit.start - k < _CARRIED:
        word = reading.words[k - 1]
        bare = word.lstrip("و") if len(word) > 3 else word
        if word in ("من", "علي", "الي", "عن", "في") and k - 1 > first:
            return k - 1, word
        if bare in words.carriers or word in words.carriers:
            k -= 1
            continue
        if word[:1] in "بل" and word[1:] in words.carriers:
            return k - 1, word[0]  # «بشن هجوم», «لشن هجوم»
        if word.startswith("لل") and "ال" + word[2:] in words.carriers:
            return k - 1, "ل"
        break
    return k, ""


def _negated(reading: Reading, at: int, first: int) -> bool:
    """Whether a negation stands among the words before ``at``, no clause between."""
    for k in range(at - 1, max(first, at - _NEGATED) - 1, -1):
        word = reading.words[k]
        if word.removeprefix("و").removeprefix("ف") in _NOT:
            return True
        if word in _ENDS or word in _words().barriers:
            return False
    return False


def _nothing(reading: Reading, at: int, first: int) -> bool:
    """«لا يوجد قصف», «لم تنفذ غارة», «ليس هناك هجوم»: a negated verb that carries the deed."""
    carriers = _words().carriers
    for k in range(at - 1, max(first, at - _SUBJECT) - 1, -1):
        word = reading.words[k]
        if word in _ENDS or word in _words().barriers or word in _THAT:
            return False
        if k > first and reading.words[k - 1].lstrip("وف") in _NEGATES:
            return word in carriers
    return False


def _was_not(reading: Reading, hit: Hit, stop: int) -> bool:
    """«الهجوم على المطار لم يحدث»: said of the deed after it."""
    if hit.trigger.form != "noun":
        return False
    for k in range(hit.end, min(stop - 1, hit.end + _AHEAD)):
        word = reading.words[k]
        if word in ("لم", "لن"):
            return reading.words[k + 1] in _words().undone
        if word in _ENDS or word in _words().barriers or reading.hit_at(k) is not None:
            return False
    return False


def _ended(reading: Reading, at: int) -> bool:
    """«توقفت الغارات», «هدأ القصف»: what is told of is that there are none."""
    return at > 0 and reading.words[at - 1].lstrip("وف") in _words().ended


def _would(reading: Reading, hit: Hit, stop: int) -> bool:
    """«هجوم على إدلب سيكون كارثة»: an attack without article, and what would come of it."""
    if hit.trigger.form != "noun" or hit.prefix.endswith("ل"):
        return False
    if reading.words[hit.start][len(hit.prefix) :].startswith("ال"):
        return False
    for k in range(hit.end, min(stop, hit.end + _AHEAD)):
        word = reading.words[k]
        if word in _ENDS or word in _words().barriers:
            return False
        following = reading.words[k + 1] if k + 1 < stop else ""
        if word == _MAY and following[:1] in ("ي", "ت"):
            return True
        if word.startswith(("سيكون", "ستكون", "سيؤدي", "ستؤدي", "سيعني", "ستعني", "سيسبب")):
            return True
    return False


def _not_begun(reading: Reading, hit: Hit, stop: int) -> bool:
    """«الهجوم على سوريا قد يكون قريبا», «العملية قد تبدأ»: said of when it may come."""
    if hit.trigger.form != "noun":
        return False
    if _is_expected(reading, hit, stop):
        return True
    words = [word.strip('"«»') for word in reading.words[hit.end : hit.end + _AHEAD]]
    words = [word for word in words[: max(0, stop - hit.end)] if word]
    for k, word in enumerate(words[:-2]):
        if word in _ENDS or word in _words().barriers:
            return False
        if word == _MAY:
            be = words[k + 1] in ("يكون", "تكون") and words[k + 2] in _words().soon
            return be or words[k + 1] in _words().begins
    return False


def _is_expected(reading: Reading, hit: Hit, stop: int) -> bool:
    """«هجوم القوات الحكومية المتوقع على إدلب», not of the attack joined to it."""
    for k in range(hit.end, min(stop, hit.end + _DOER)):
        word = reading.words[k]
        if word in _words().expected and hit.trigger.mode != "chemical":
            return True
        ends = word in _ENDS or word in _words().barriers or word in _words().in_doubt
        if ends or reading.hit_at(k) is not None:
            return False
    return False


def _usual(reading: Reading, at: int, first: int) -> bool:
    """«تحدث غالبا اشتباكات»: it is told of no one day."""
    near = reading.words[max(first, at - 2) : at]
    return any(word.lstrip("وف") in _words().usually for word in near)


def _to_come(reading: Reading, hit: Hit, at: int, first: int) -> bool:
    """«ستطلق قريبا هجوماً»: the object of a verb that carries the deed, in the future."""
    if hit.trigger.form != "noun" and not _goes_ahead(reading.words[at - 1]):
        return False  # «ستواصل قصف التنظيم»: spelt like the verb
    if is_priced(reading, hit):
        return False
    for k in range(at - 1, max(first, at - _SUBJECT) - 1, -1):
        word = reading.words[k]
        if word in _ENDS or word in _words().barriers:
            return False
        ahead = word[:1] == "س" and word[1:2] in ("ي", "ت", "ن")
        if (ahead and word[1:] in _words().carriers) or _goes_ahead(word):
            return True
    return False


def _goes_ahead(word: str) -> bool:
    return word[:1] == "س" and word[1:] in _words().going_on


def _of_the_verb(reading: Reading, hit: Hit, at: int, first: int) -> Modality | None:
    """What governs the verb of the deed: «أن تشن تركيا هجوماً», «قد تشن», «نفى أن تكون قصفت»."""
    verb = _verb_of(reading, hit, at, first)
    if verb < 0:
        return None
    before = reading.words[verb - 1].lstrip("وف") if verb > first else ""
    text = reading.words[verb]
    present = text[:1] in ("ي", "ت", "ن") and len(text) > 2
    if before == _MAY and present and not _looks_past(reading, hit, verb):
        return "hypothetical"
    if before in ("لم", "لن", "لا"):
        return "denied"
    for k in range(verb, max(first, verb - 3) - 1, -1):
        if reading.words[k] in _words().conditions:
            return "hypothetical"
    that = _that(reading, verb, first)
    if that < 0 or not _subjunctive(reading, that):
        return None
    if that > first and reading.words[that - 1].lstrip("وف") in ("دون", "بدون"):
        return "denied"
    return _governor(reading, that, first, "ان")


def _looks_past(reading: Reading, hit: Hit, verb: int) -> bool:
    return verb == hit.start and not reading.may(hit)


def _verb_of(reading: Reading, hit: Hit, at: int, first: int) -> int:
    """The trigger where it is a verb, else the verb of which the trigger is the object."""
    if hit.trigger.form == "verb":
        return hit.start
    carriers = _words().carriers
    for k in range(at, max(first, at - _SUBJECT) - 1, -1):
        word = reading.words[k]
        if word in _ENDS or (k < at and word in _words().barriers):
            return -1
        bare = word.lstrip("وف") if len(word) > 4 else word
        if bare in carriers and bare[:1] in ("ي", "ت", "ن") and k < hit.start:
            return k
    return -1


def _that(reading: Reading, verb: int, first: int) -> int:
    """The «أن» that opens the clause of a verb, its subject between."""
    for k in range(verb - 1, max(first, verb - _CLAUSE) - 1, -1):
        word = reading.words[k]
        if word in _THAT:
            return k
        if word in _ENDS or word in _words().barriers:
            return -1
    return -1


def _subjunctive(reading: Reading, that: int) -> bool:
    """Whether a present verb follows «أن»: «أن تشن», «أن تكون … قصفت», not «أن القوات قصفت»."""
    word = reading.words[that + 1] if that + 1 < len(reading.tokens) else ""
    return word[:1] in ("ي", "ت", "ن") and len(word) > 2


def _by_link(reading: Reading, at: int, link: str, first: int) -> Modality | None:
    """«حذرت واشنطن من هجوم», «هدد بقصف», «خطة لاقتحام», «أحبطت السلطات تفجيراً»."""
    return _governor(reading, at, first, link or "object")


@cache
def _openers(link: str) -> frozenset[str]:
    """The words that a governing phrase of a link begins with."""
    phrases = _words().governors.get(link)
    return frozenset() if phrases is None else phrases.opens(_CLITICS) - _words().against


def _governor(reading: Reading, at: int, first: int, link: str) -> Modality | None:
    """The nearest word before ``at`` that governs by ``link`` and takes the reality away."""
    phrases, openers = _words().governors.get(link), _openers(link)
    if phrases is None:
        return None
    reach = _GOVERNOR if link == "ان" else _SUBJECT
    for k in range(at - 1, max(first, at - reach) - 1, -1):
        word = reading.words[k]
        if word in openers:
            match = phrases.at(reading.tokens, k, _CLITICS)
            if match is not None and match.end <= at:
                return match.values[0]
        if word in _ENDS or word in _words().barriers or (link != "ان" and word in _THAT):
            return None
    return None
