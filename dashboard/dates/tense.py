"""The tense of the clause around a date: what decides a bare weekday or a day without a year.

The nearest cue before the date decides, then the nearest one after it in the same clause. Cues
are words of ``data/language/tense.toml`` and verbs with the attached future س.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from dashboard.dates.calendars import FUTURE, PAST
from dashboard.dates.lexicon import LANGUAGE, folded_words

_LOOK_BACK, _LOOK_AHEAD = 40, 16
_PUT_OFF_TO, _PUT_OFF_WITHIN = 4, 10
_HELD_WITHIN = 18
_SHORT = 3  # letters: «يوم» is no verb
_IF, _TO = frozenset(["اذا", "واذا", "فاذا"]), frozenset(["الي", "ل"])
_MAY, _MAY_BE = frozenset(["قد", "وقد", "فقد"]), ("ي", "تت", "تست", "تكون")
_APPOINTED = "موعدا"  # «حددت المحكمة 18 تشرين الأول موعداً للنطق بالحكم»
_NAME = 6  # tokens of a quoted name
_SINCE = frozenset(["منذ", "ومنذ"])
_FUTURE_WITHIN, _ANNOUNCED_WITHIN = 28, 14
_STOPS = frozenset([".", "?", "!", "\n", ";"])
_SHORT_STOPS = _STOPS | {",", ":", '"', "("}
_THAT, _AFTER, _IMPERFECT = "ان", frozenset(["بعد", "سبق", "منذ", "مع"]), ("ي", "ت", "ن")
_EXPECTED_WITHIN, _AGREED_WITHIN = 4, 12  # words from «رجحت» to «أن», from «أن» to the day
_ON = frozenset(["علي"])  # «على أن تعقد الجلسة الأحد»
_ATTRIBUTED_WITHIN = 9  # words from «وفقاً» to the day
_PLANNED_WITHIN, _BEEN_WITHIN, _BEEN = 14, 5, frozenset(["كان", "كانت"])
_WAS = frozenset(["كان", "كانت", "لم"])
_NEGATION_OR_PAST = frozenset(["لم", "كان", "كانت", "كانوا", "ان", "قد"])


@lru_cache(maxsize=1)
def _raw() -> dict[str, Any]:
    with (LANGUAGE / "tense.toml").open("rb") as file:
        return tomllib.load(file)


def load_tense() -> None:
    """Reads the cues, so that the first text with a weekday does not wait for them."""
    _cues(), _shapes(), _postponed(), _planned(), _names(), _expecting(), _happened()


@lru_cache(maxsize=1)
def _cues() -> tuple[dict[str, int], frozenset[str], frozenset[str], frozenset[str]]:
    """Words with their tense, announcing verbs, complement words, words that only look future."""
    raw = _raw()

    def folded(name: str) -> frozenset[str]:
        return frozenset(folded_words(word)[0] for word in raw[name])

    tenses = dict.fromkeys(folded("future"), FUTURE)
    tenses.update(dict.fromkeys(folded("past"), PAST))
    return tenses, folded("scheduled"), folded("complement"), folded("not_future")


@lru_cache(maxsize=50_000)
def word_tense(word: str) -> int | None:
    """The tense a single folded word shows, or ``None``; 2 for an announcing verb."""
    tenses, scheduled, _, not_future = _cues()
    stems = _shapes()[0]
    if word in _names() or (word[:1] == "و" and word[1:] in _names()):
        return None
    for form in (word, word[1:]) if word[:1] in ("و", "ف") else (word,):
        if form in tenses:
            return tenses[form]
        if form in scheduled:
            return 2
        if form[:1] == "س" and form[1:2] in ("ي", "ت", "ن") and len(form) >= 5:
            bare = form[:-1] if form.endswith("ه") else form
            if form not in not_future and bare not in not_future and not form.startswith(stems):
                return FUTURE
        if _looks_perfect(form):
            return PAST
    return None


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    """Names that look like a verb: «فيصل», «سيهوفر»."""
    return frozenset(folded_words(word)[0] for word in _raw()["names"])


@lru_cache(maxsize=1)
def _shapes() -> tuple[tuple[str, ...], str, str, tuple[str, ...], frozenset[str]]:
    raw = _raw()
    perfect = raw["perfect"]
    stems = tuple(folded_words(stem)[0] for stem in raw["not_future_stems"])
    nouns = frozenset(folded_words(word)[0] for word in perfect["except"])
    beginnings = tuple(perfect["not_beginning"])
    return stems, perfect["ending"], perfect["not_ending"], beginnings, nouns


@lru_cache(maxsize=1)
def _plural() -> tuple[str, tuple[str, ...]]:
    perfect = _raw()["perfect"]
    return perfect["plural"], tuple(perfect["not_plural"])


def _looks_perfect(word: str) -> bool:
    """Whether a word has the shape of a perfect verb of one («قابلت») or of many («قصفوا»)."""
    _, ending, not_ending, beginnings, nouns = _shapes()
    plural, not_plural = _plural()
    if word.endswith(plural):
        bare = word[1:] if word[0] in "وف" and len(word) > 5 else word
        return len(bare) >= 4 and not {word, bare} & nouns and not bare.startswith(not_plural)
    return (
        4 <= len(word) <= 7
        and word not in nouns
        and word.removeprefix("و") not in nouns
        and word.endswith(ending)
        and not word.endswith(not_ending)
        and not word.startswith(beginnings)
        and not (word[:1] == "و" and word[1:].startswith(beginnings))
    )


def _tense_at(texts: Sequence[str], j: int) -> int | None:
    """The tense of the word at ``j``; «قد» before an imperfect says what may be."""
    tense = word_tense(texts[j])
    if tense != PAST or texts[j] not in _MAY or j + 1 >= len(texts):
        return tense
    verb = word_tense(texts[j + 1])
    may = verb == 2 or (texts[j + 1].startswith(_MAY_BE) and verb != PAST)
    been = j > 0 and texts[j - 1].removeprefix("و") in _BEEN
    return FUTURE if may and not been else tense


def tells(word: str) -> bool:
    """Whether a word is a listed verb of the past, not an auxiliary («كان سيزور»)."""
    bare = word[1:] if word[:1] in ("و", "ف") and word not in _cues()[0] else word
    return _cues()[0].get(bare) == PAST and bare not in _NEGATION_OR_PAST and bare != "لقد"


def tells_of_the_past(word: str) -> bool:
    """Whether the word right before a day says that it was: «منذ», «هجوم»."""
    return word in _SINCE or word in _happened()


def clause_tense(texts: Sequence[str], start: int, end: int) -> int | None:
    """``PAST``, ``FUTURE`` or ``None`` for the clause around tokens ``start``..``end``.

    Looks at most 40 tokens back and 16 ahead, never beyond the sentence.
    """
    complement = _cues()[2]
    if start and tells_of_the_past(texts[start - 1]):
        return PAST  # «يزور دمشق منذ الأحد», «سيحقق في هجوم الأحد»
    if _is_put_off(texts, start) or _is_planned(texts, start) or _begins(texts, start):
        return FUTURE
    if _is_called(texts, start) or texts[end] == _APPOINTED:
        return FUTURE
    ahead_seen = False
    for j in range(start - 1, max(-1, start - 1 - _LOOK_BACK), -1):
        word = texts[j]
        if word in _STOPS or word == ":":
            break
        if word == '"' and j == start - 1 and '"' not in texts[max(0, j - _NAME) : j]:
            break  # what is quoted before is another clause, a name in quotes is none
        tense = _tense_at(texts, j)
        if tense == PAST and word[0] == "ت" and _is_subjunctive(texts, j):
            tense = None  # «ينتظر أن تلقي كلمة»: spelt like «تلقى»
        if tense == PAST and j > 0 and texts[j - 1] == "ل":
            continue  # «لعقد القمة»: a verbal noun spelt like the verb
        if tense == PAST and j and texts[j - 1] in _IF and texts[max(0, j - 2)] != "ما":
            return FUTURE  # «إذا تم توقيع الاتفاق يوم 4 يونيو»
        if tense == FUTURE and j > 0 and word[:1] == "س" and tells(texts[j - 1]):
            continue  # «قال سينودا الثلاثاء»: no verb follows a verb, so it is a name
        if tense == 2 and start - j > _ANNOUNCED_WITHIN:
            continue
        if tense == FUTURE and start - j > _FUTURE_WITHIN:
            return None
        if tense == 2:
            before = texts[j - 1] if j else ""
            if before in _MAY:
                return _tense_at(texts, j - 1)
            if before in _NEGATION_OR_PAST and before != "ان":
                return PAST
            return FUTURE
        verb = word.endswith(("وا", "ت"))
        if tense == PAST and j > 0 and word_tense(texts[j - 1]) == FUTURE and not verb:
            return FUTURE  # «من المقرر عقد الجلسة السبت»: a verbal noun spelt like the verb
        if tense is not None:
            return tense
        if word in _SINCE and start - j <= _ATTRIBUTED_WITHIN:
            return PAST  # «منذ سيطرتهم عليها في مارس»
        if word in _attributed() and start - j <= _ATTRIBUTED_WITHIN:
            return PAST  # «قد تندلع مواجهات، وفقاً لمسؤولين، الجمعة»
        if word == _THAT and not ahead_seen and _is_expected(texts, j, start):
            return FUTURE
        if word in complement and not ahead_seen:
            ahead_seen = True
            ahead = _ahead(texts, end, complement)
            if ahead is not None:
                return ahead
    if ahead_seen:
        return None
    tense = _ahead(texts, end, complement, 1)
    if tense is None and start and texts[start - 1] == ":":
        return clause_tense(texts, start - 1, end)  # «ستجري على مرحلتين: 18 و25»
    return tense


def _is_subjunctive(texts: Sequence[str], j: int) -> bool:
    """Whether the verb at ``j`` follows «أن», and no «بعد أن», «سبق أن»."""
    return j > 1 and texts[j - 1] == _THAT and texts[j - 2] not in _AFTER


def _is_expected(texts: Sequence[str], j: int, start: int) -> bool:
    """«رجحت مصادر أن تصل», «اتفقا على أن يجتمعا»: expected or agreed on, «أن» at ``j``."""
    if texts[j + 1][:1] not in _IMPERFECT or j == 0:
        return False
    near = start - j <= _AGREED_WITHIN
    for k in range(j - 1, max(-1, j - 1 - _EXPECTED_WITHIN), -1):
        if texts[k] in _SHORT_STOPS:
            return False
        bare = texts[k].removeprefix("و")
        if bare in _expecting() or (near and bare in _planned()[0]):
            return k == 0 or texts[k - 1] not in _WAS
    return near and texts[j - 1] in _ON


@lru_cache(maxsize=1)
def _happened() -> frozenset[str]:
    return frozenset(folded_words(word)[0] for word in _raw()["happened"])


@lru_cache(maxsize=1)
def _expecting() -> frozenset[str]:
    return frozenset(folded_words(word)[0] for word in _raw()["expecting"])


def _is_put_off(texts: Sequence[str], start: int) -> bool:
    """«أرجأت التصويت إلى الاثنين», «تأجلت إلى جلسة الاثنين», «مددت المهلة حتى 31 ديسمبر»."""
    for verbs, to in _postponed():
        for j in range(start - 1, max(-1, start - 1 - _PUT_OFF_TO), -1):
            if texts[j] in to:
                for word in reversed(texts[max(0, j - _PUT_OFF_WITHIN) : j]):
                    if word in _STOPS:
                        break
                    if word in verbs or word.removeprefix("و") in verbs:
                        return True
                break
    return False


def _is_called(texts: Sequence[str], start: int) -> bool:
    """«دعا إلى تظاهرة السبت»: a day for what is called for."""
    called, gatherings = _called()
    calling = False
    for j in range(start - 1, max(-1, start - 1 - _PLANNED_WITHIN), -1):
        if texts[j] in _STOPS:
            return False
        if calling and texts[j].removeprefix("و") in called:
            return True
        if texts[j] in gatherings and j and texts[j - 1] in _TO:
            calling = True
        elif word_tense(texts[j]) is not None:
            return False
    return False


def was_planned(texts: Sequence[str], start: int) -> bool:
    """«كان من المقرر أن تبدأ الأربعاء»: of a plan that is told, on either side of publication."""
    if _is_called(texts, start):
        return True
    for j in range(start - 1, max(-1, start - 1 - _PLANNED_WITHIN), -1):
        if texts[j] in _STOPS:
            return False
        if texts[j] in _expecting() or _cues()[0].get(texts[j]) == FUTURE:
            return any(
                word.removeprefix("و") in _BEEN for word in texts[max(0, j - _BEEN_WITHIN) : j]
            )
        if word_tense(texts[j]) == PAST:
            return False
    return False


def is_of_the_nearest(word: str) -> bool:
    """Whether a word right before a weekday tells of the nearest: «تعلن الخميس أعضاءها»."""
    return word in _adjacent()


@lru_cache(maxsize=1)
def _adjacent() -> frozenset[str]:
    return frozenset(folded_words(word)[0] for word in _raw()["adjacent"])


def names_what_was_held(word: str) -> bool:
    """Whether a word before a month is what was held in it: «خلال قمة يونيو»."""
    return word in _planned()[3]


def _is_planned(texts: Sequence[str], start: int) -> bool:
    """«قرر المجلس عقد اجتماع، الاثنين», «عشية قمة … الجمعة»: a day set for what is to be held."""
    verbs, to, eve, held = _planned()
    holding = -1
    for j in range(start - 1, max(-1, start - 1 - _HELD_WITHIN), -1):
        word = texts[j]
        if word in _STOPS or word in _cues()[2]:
            return False
        bare = word.removeprefix("و")
        if bare in eve and any(texts[k] in held for k in range(j + 1, min(start, j + 3))):
            return True
        if holding >= 0 and bare in verbs:
            return True
        if word in to and j + 1 < start and texts[j + 1] in held:
            holding = j
        elif word_tense(word) is not None:
            return False
    return False


def _begins(texts: Sequence[str], start: int) -> bool:
    """«أمر بهدنة اعتباراً من الثلاثاء», «يجري محادثات ابتداء من غد»: from a day ahead on."""
    since, announced = _from_on()
    if start < 2 or texts[start - 1] != "من" or texts[start - 2] not in since:
        return False
    for j in range(start - 3, max(-1, start - 3 - _HELD_WITHIN), -1):
        if texts[j] in _STOPS:
            break
        if word_tense(texts[j]) == PAST:
            return texts[j].lstrip("وف") in announced and j < start - 3
        if texts[j][:1] == "ي" and len(texts[j]) > _SHORT:
            return True
    return False


@lru_cache(maxsize=1)
def _from_on() -> tuple[frozenset[str], frozenset[str]]:
    raw = _raw()["planned"]
    since, announced = (
        frozenset(folded_words(word)[0] for word in raw[name]) for name in ("from", "announced")
    )
    return since, announced


@lru_cache(maxsize=1)
def _planned() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    raw = _raw()["planned"]
    verbs, to, eve, held = (
        frozenset(folded_words(word)[0] for word in raw[name])
        for name in ("verbs", "to", "eve", "held")
    )
    return verbs, to, eve, held


@lru_cache(maxsize=1)
def _attributed() -> frozenset[str]:
    return frozenset(folded_words(word)[0] for word in _raw()["attributed"])


@lru_cache(maxsize=1)
def _called() -> tuple[frozenset[str], frozenset[str]]:
    """Verbs of calling, and what is called for: «دعا إلى تظاهرة السبت»."""
    raw = _raw()["planned"]
    called, gatherings = (
        frozenset(folded_words(word)[0] for word in raw[name]) for name in ("called", "gatherings")
    )
    return called, gatherings


@lru_cache(maxsize=1)
def _postponed() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Verbs of putting off and of drawing out, each with the words before the day."""
    raw = _raw()

    def folded(name: str) -> frozenset[str]:
        return frozenset(folded_words(word)[0] for word in raw[name])

    pairs = (("postponed", "postponed_to"), ("extended", "extended_to"))
    return tuple((folded(verbs), folded(to)) for verbs, to in pairs)


def _ahead(
    texts: Sequence[str], end: int, complement: frozenset[str], commas: int = 0
) -> int | None:
    """The tense of the first cue ahead; ``commas`` are passed: «ومع وصولهم الأربعاء، سيبدأ»."""
    for j in range(end, min(len(texts), end + _LOOK_AHEAD)):
        word = texts[j]
        if word == "," and commas:
            commas -= 1
            continue
        if word in _SHORT_STOPS:
            return None
        if word in complement and j > end + 4:
            return None
        tense = _tense_at(texts, j)
        if tense is not None:
            return FUTURE if tense == 2 else tense
    return None
