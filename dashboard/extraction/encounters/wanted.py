"""Whether an encounter is told as held or scheduled, not as called for, denied or talked of."""

from __future__ import annotations

from itertools import pairwise

from dashboard.extraction.circumstances.disputed import asked, denied_report, rumoured
from dashboard.extraction.encounters.clauses import gathers
from dashboard.extraction.encounters.moments import only_willed
from dashboard.extraction.encounters.occasions import is_occasion
from dashboard.extraction.encounters.own_days import held_on
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.lexicon import lexicon
from dashboard.text import fold_word

_BESIDE = word_set("wanted", "beside")
_NOT = ("لم", "لن", "لا")
_OFF_BEFORE, _OFF_AFTER = 3, 18  # words between an encounter and «تأجل»
_TO = word_set("wanted", "to")
_PAST_IT = frozenset(fold_word(w) for w in (",", "بعد", "بعدما", "عقب", "لكن", "إن", "أن"))
_AHEAD_OF, _THAT = ("قبل", "قبيل"), fold_word("أن")
_DOING = word_set("wanted", "doing")
_AND_BEGINS = frozenset("و" + word for word in _DOING)  # «دعا إلى وقف العنف وبدء مفاوضات»
_NONE_OF = word_set("wanted", "none_of")
_NONE, _ANY = 10, fold_word("أي")  # words from «لن» to «أي محادثات»
_REPEATED = word_set("wanted", "repeated")
_IF_REACH = 12  # words from a meeting to «إن حصل»
_STUDIED = word_set("wanted", "studied")
_SET_FOR = word_set("wanted", "set_for")
_NO, _PLANNED = word_set("wanted", "no"), word_set("wanted", "planned")
_SUPPOSED, _BUT = word_set("wanted", "supposed"), word_set("wanted", "but")
_WAS = word_set("shared", "was")
_PLAN = 7  # words from «لا يعتزم» to the encounter, who it is of between
_WHETHER = ("ما", fold_word("إذا"))
_HELD = word_set("wanted", "held")
_EFFORTS, _RESUMING = word_set("wanted", "efforts"), word_set("wanted", "resuming")
_TOOK_PLACE = word_set("wanted", "took_place")
_FUTURE, _IN_FUTURE = 8, ("في", "المستقبل")  # words from talks to «في المستقبل»
_NEAR = "القريب"
_WHEN = ("عندما", "حين", "حينما")
_TOWARD = word_set("wanted", "toward")


def only_wanted(reading: Reading, hit: Hit) -> bool:
    """A call for talks, an offer, a refusal or a denial is no encounter."""
    sentence = reading.sentences[hit.sentence]
    if is_occasion(reading, hit) or _what_another_is_for(reading, hit) or _tried(reading, hit):
        return True
    object_of = reading.words[hit.start - 1] if hit.start else ""
    if hit.trigger.form == "verb" and object_of in _WHEN:
        return False  # «… الدور الذي يمكن أن تلعبه إيران عندما يلتقي نظيره»: a clause of its own
    words = [word for word in reading.words[max(0, hit.start - 2) : hit.start] if word != '"']
    if "ب" in hit.prefix and words and words[-1] in lexicon().plans:
        return True  # «جدول زمني يبدأ بمفاوضات بين الحكومة والمعارضة»
    if hit.trigger.form == "noun" and object_of.lstrip("بل") in lexicon().spoken_of:
        return True
    if during(reading, hit) and reading.words[hit.start - 1].lstrip("و") not in _AHEAD_OF:
        return False  # «ربما … بعد لقائه»: what something followed was held
    if denied_report(reading, hit, sentence[0]) or rumoured(reading, hit):
        return True
    if hit.trigger.form == "noun" and _set(reading, hit, sentence):
        return False  # «أن تفضي قمة مقررة مع بوتين إلى هدنة»: hoped of it, not for it
    if _whether(reading, hit, sentence[0]):
        return True
    if asked(reading, hit, sentence[0]) or _came_to_nothing(reading, hit, sentence[1]):
        return True
    if _of_a_new_clause(reading, hit):
        sentence = (hit.start, sentence[1])  # «أعلن استعداده للتوسط، واتصل بالأمير»
    first = max(sentence[0], hit.start - 5)
    if reading.may(hit) or reading.cue("called", first, hit.start):
        return True
    if only_willed(reading, hit, sentence[0]):
        return True
    doing = reading.words[hit.start - 1] if hit.start else ""
    if doing in _DOING and reading.cue("willed", max(sentence[0], hit.start - 4), hit.start - 1):
        return True  # «تريد إجراء محادثات»
    toward = object_of in _TOWARD or object_of in _AND_BEGINS
    if toward and reading.cue("called", max(sentence[0], hit.start - 24), hit.start):
        return True  # «دعوة الرئيس … إلى محادثات»
    if reading.cue("denied", max(sentence[0], hit.start - 2), hit.start):
        return True
    if _not_planned(reading, hit, sentence[0]) or _not_after_all(reading, hit, sentence):
        return True
    if hit.trigger.form == "noun" and _called_off(reading, hit, sentence):
        return True
    if _dropped(reading, hit.end, sentence[1]):
        return True
    if hit.trigger.form == "noun" and _not_held(
        reading, max(sentence[0], hit.start - 3), hit.start
    ):
        return True
    if hit.prefix.endswith("لل") and gathers(reading, hit, hit.end):
        return False  # «تمهيداً للاجتماع الذي سيعقد غداً»
    if reading.cue("hypothetical", max(sentence[0], hit.start - 3), hit.start):
        return held_on(reading, hit) is None  # «تمهيداً للاجتماع بين … الذي سيعقد غداً»
    if hit.trigger.form == "noun" and (
        _none_at_all(reading, hit, sentence[0]) or _usual(reading, hit)
    ):
        return True
    if hit.trigger.form == "noun" and _if_held(reading, hit.end, sentence[1]):
        return True
    if hit.trigger.form == "noun" and _some_day(reading, hit.end, sentence[1]):
        return True
    if hit.trigger.form == "noun" and _studied(reading, hit, sentence[1]):
        return True
    return hit.trigger.form == "noun" and _may_be(reading, hit.end, sentence[1])


def _of_a_new_clause(reading: Reading, hit: Hit) -> bool:
    """«…، واتصل الأمير بنظيره»: a past verb after a comma and «و» goes on, whatever was wished."""
    word = reading.words[hit.start]
    past = hit.trigger.form == "verb" and hit.prefix == "و" and word[1:2] not in ("ي", "ت")
    return past and hit.start > 0 and reading.words[hit.start - 1] == ","


def _what_another_is_for(reading: Reading, hit: Hit) -> bool:
    """«مؤتمر للحوار», «جلسة للمشاورات»: told of the noun before it."""
    near = reading.hits_in(hit.start - 1, hit.start) if hit.prefix.endswith("لل") else []
    return bool(near) and near[0].trigger.type == "CONSULT" and near[0].trigger.form == "noun"


def _tried(reading: Reading, hit: Hit) -> bool:
    """«في إطار محاولاته لمواصلة المفاوضات بين …»: what somebody's efforts are for."""
    words = reading.words[max(0, hit.start - 2) : hit.start]
    if hit.trigger.form != "noun" or len(words) < 2:
        return False
    return words[0] in _EFFORTS and words[1][:1] == "ل" and words[1][1:] in _RESUMING


def _not_planned(reading: Reading, hit: Hit, first: int) -> bool:
    """«لا يتوقع أن يلتقي», «ليس مقرراً أن يجتمع», «لا يعتزم أوباما لقاء بوتين»."""
    words = reading.words[max(first, hit.start - _PLAN) : hit.start]
    return any(
        no.removeprefix("و") in _NO and plan in _PLANNED and "," not in words[k:]
        for k, (no, plan) in enumerate(pairwise(words))
    )


def _not_after_all(reading: Reading, hit: Hit, sentence: tuple[int, int]) -> bool:
    """«كان يفترض أن يلتقي كيري ظريف أمس، لكن الأخير لم يحضر»: what was to be, and was not."""
    words = reading.words[sentence[0] : sentence[1]]
    at = hit.start - sentence[0]
    before = [word.removeprefix("و") for word in words[max(0, at - _PLAN) : at]]
    set_for = any(word.removeprefix("ال") in _SUPPOSED for word in before)
    set_for = set_for and not _WAS.isdisjoint(before)
    but = next((k for k in range(at, len(words)) if words[k] in _BUT), -1)
    after = words[but + 1 : but + 1 + _PLAN] if but > 0 else []
    return set_for and any(word == _NOT[0] or word in lexicon().called_off for word in after)


def _set(reading: Reading, hit: Hit, sentence: tuple[int, int]) -> bool:
    """«قمة مقررة مع …», «القمة التي جمعت …»: it is set, or was held."""
    near = reading.words[hit.end : hit.end + 2]
    told = near[:1] != [] and near[0].removeprefix("ال") in _SET_FOR
    if not (told or gathers(reading, hit, hit.end + (near[:1] == [","]))):
        return False
    if reading.words[hit.start - 1] == _ANY or _called_off(reading, hit, sentence):
        return False
    return not reading.cue("denied", max(sentence[0], hit.start - 3), hit.start)


def _whether(reading: Reading, hit: Hit, first: int) -> bool:
    """«لم يحدد ما إذا كان سيتم عقد اجتماع»: whether there will be one is not known."""
    words = reading.words[max(first, hit.start - _IF_REACH) : hit.start]
    at = next((k for k, pair in enumerate(pairwise(words)) if pair == _WHETHER), -1)
    return at >= 0 and "," not in words[at:]


def _came_to_nothing(reading: Reading, hit: Hit, stop: int) -> bool:
    """«كان من المقرر أن يلتقي … لكن اللقاء ألغي»: told after it."""
    if hit.trigger.form != "verb":
        return False
    for other in reading.hits_in(hit.end, stop):
        if other.trigger.type == "CONSULT" and other.prefix.endswith("ال"):
            near = (*range(other.start - 2, other.start), *range(other.end, other.end + 2))
            if any(reading.words[k] in lexicon().called_off for k in near if k < stop):
                return True
            after = reading.words[other.end : min(stop, other.end + 2)]
            if after[:1] == ["لم"] and after[-1] in _TOOK_PLACE:
                return True  # «لكن اللقاء لم يعقد»
    return False


def _called_off(reading: Reading, hit: Hit, sentence: tuple[int, int]) -> bool:
    """«تأجل اللقاء بين …», «اللقاء بين … تأجل»: not where it is put off to a day."""
    tokens, called_off = reading.tokens, lexicon().called_off
    begin = max(sentence[0], hit.start - _OFF_BEFORE)
    stop = min(sentence[1], hit.end + _OFF_AFTER)
    stop = next((k for k in range(hit.end, stop) if tokens[k].text in _PAST_IT), stop)
    for k in (*range(begin, hit.start), *range(hit.end, stop)):
        if tokens[k].text in called_off or tokens[k].text.lstrip("وف") in called_off:
            ahead = reading.dates_in(k + 1, sentence[1])
            return not any(tokens[at - 1].text in _TO for _, (at, _) in ahead)
    return False


def _dropped(reading: Reading, first: int, stop: int) -> bool:
    """«كان مقرراً أن يلتقي … قبل أن تلغى الزيارة»: what was planned and called off."""
    words = reading.words[first : min(stop, first + _OFF_AFTER + 2)]
    triples = zip(words, words[1:], words[2:], strict=False)
    return any(
        before in _AHEAD_OF and that == _THAT and verb in lexicon().called_off
        for before, that, verb in triples
    )


def _not_held(reading: Reading, first: int, stop: int) -> bool:
    """«لن تجري أي محادثات مع الأسد»: the verb that would hold it is denied."""
    words = reading.words[max(0, first - 1) : stop]
    return any(
        no.lstrip("وف") in _NOT and verb in lexicon().holding for no, verb in pairwise(words)
    )


def _none_at_all(reading: Reading, hit: Hit, first: int) -> bool:
    """«لن تدخل في أي محادثات», «نفى إجراء أي محادثات»: whatever stands between."""
    near = reading.words[max(first, hit.start - _NONE) : hit.start]
    return near[-1:] == [_ANY] and any(word.lstrip("وف") in _NONE_OF for word in near)


def _usual(reading: Reading, hit: Hit) -> bool:
    """«اللقاءات المتكررة بين المسؤولين»: no one encounter."""
    after = reading.words[hit.end] if hit.end < len(reading.tokens) else ""
    return after in _REPEATED


def _if_held(reading: Reading, first: int, stop: int) -> bool:
    """«أن لقاء الوزيرين، إن حصل، لن يبدل شيئاً»: one that may be."""
    near = reading.words[first : min(stop, first + _IF_REACH)]
    return any(
        (comma, word) == (",", "ان") and verb in _HELD
        for comma, word, verb in zip(near, near[1:], near[2:], strict=False)
    )


def _some_day(reading: Reading, first: int, stop: int) -> bool:
    """«المشاركة في محادثات السلام بين … في المستقبل إذا …»: talks that are not set yet."""
    near = reading.words[first : min(stop, first + _FUTURE)]
    soon = zip(pairwise(near), [*near[2:], ""], strict=False)
    return any(pair == _IN_FUTURE and after != _NEAR for pair, after in soon)


def _studied(reading: Reading, hit: Hit, stop: int) -> bool:
    """«عقد لقاء بين عباس ونتنياهو في موسكو يدرس حالياً»: thought of, not set."""
    if hit.start == 0 or reading.words[hit.start - 1] not in lexicon().to_hold:
        return False
    near = reading.words[hit.end : min(stop, hit.end + _IF_REACH)]
    return any(word in _STUDIED for word in near)


def _may_be(reading: Reading, first: int, stop: int) -> bool:
    """«مشاورات موسكو قد تكون جزءاً من …»: a present verb after قد soon after the noun."""
    near = reading.words[first : min(stop, first + 5)]
    return any(
        word == "قد" and after[:1] in ("ي", "ت") and len(after) <= 5
        for word, after in pairwise(near)
    )


def during(reading: Reading, hit: Hit) -> bool:
    """«قال عقب اجتماع مع …»: who speaks is who met."""
    before = reading.words[hit.start - 1].removeprefix("و") if hit.start else ""
    return hit.trigger.form == "noun" and before in _BESIDE
