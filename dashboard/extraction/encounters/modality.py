"""Whether an encounter is ahead, long past or of these days."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dashboard.dates.calendars import FUTURE
from dashboard.dates.tense import word_tense
from dashboard.extraction.circumstances.agreed import agreed_to_hold
from dashboard.extraction.circumstances.dating import HISTORICAL
from dashboard.extraction.encounters.clauses import right_end, told_ahead
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.lexicon import lexicon
from dashboard.model import EventDate, Modality
from dashboard.text import fold_word

_PHRASE = 18  # words
_VERB = 12  # words between a verb ahead and the encounter it leads to
_ON = fold_word("على")
_EXPECTED = word_set("modality", "expected")
_HELD_BEFORE, _HOLD = 7, fold_word("عقد")
_THAT = word_set("shared", "that")
_SAID = word_set("shared", "said_that")
_WHENEVER = word_set("modality", "whenever")
_DONE = word_set("modality", "done")
_WAS = word_set("shared", "was")
_QUOTE = '"'
_STOPS = (",", ";", ":", '"')
_CARRIED = ("و", "ل", "ثم")
_FOR, _FOR_TALKS = "ل", word_set("dating", "for_talks")
_OVER, _WHILE = word_set("modality", "over"), word_set("modality", "while")
_PREPARED = word_set("modality", "prepared")
_WHO, _BROUGHT, _JOINED = ("الذي", "التي"), word_set("modality", "brought"), 5  # words
_HAVING = fold_word("بعدما")
_BOUNDS = frozenset((",", ";", ":", '"', "ان", "انه", "انها", "الذي", "التي"))


def _says(reading: Reading, k: int) -> bool:
    return reading.words[k] in _SAID


def held_already(reading: Reading, hit: Hit) -> bool:
    """«صرح عقب لقائه نظيره بأن قمة ستعقد غداً»: what was said after it, or at it, is ahead of it."""
    before = reading.words[hit.start - 1].removeprefix("و") if hit.start else ""
    if hit.trigger.form == "verb":
        verb = reading.words[hit.start][len(hit.prefix) :]
        return before == _HAVING and verb[:1] not in ("ي", "ت", "س")  # «سيعود بعدما التقى …»
    if before not in _OVER | _WHILE:
        return False
    first = reading.sentences[hit.sentence][0]
    if reading.cue("future", max(first, hit.start - _VERB), hit.start):
        return False  # «سيبحث خلال لقائه به غداً»
    said = [h for h in reading.hits_in(first, hit.start) if h.trigger.type == "STATEMENT"]
    told = any(
        h.trigger.form == "verb" and "س" not in h.prefix
        and _THAT.isdisjoint(word for word in reading.words[h.end : hit.start])
        for h in said
    )  # fmt: skip
    return told or (before in _OVER and hit.start - 1 == first)


def modality_of(reading: Reading, hit: Hit, when: EventDate, sentence: tuple[int, int]) -> Modality:
    """Whether an encounter is ahead, long past or of these days."""
    published = reading.document.published
    if published is not None and when.first is not None and when.last is not None:
        if when.first > published:
            return "future"
        if when.last < published - HISTORICAL:
            return "historical"
    if hit.trigger.form == "noun" and _was_held(reading, hit):
        return "actual"  # «قد عقدا قبيل المؤتمر اجتماعاً»
    if held_already(reading, hit) or _brought_together(reading, hit, sentence[1]):
        return "actual"
    held = lexicon().held
    stop = min(sentence[1], hit.end + _PHRASE)
    # «قال في مؤتمر صحافي مع لافروف إن الخطة ستبدأ الاثنين»: of what was said there
    ahead = range(hit.end, next((k for k in range(hit.end, stop) if _says(reading, k)), stop))
    if hit.trigger.form == "noun" and any(
        (m := held.at(reading.tokens, k, ("س", "وس"))) is not None and m.clitic for k in ahead
    ):
        return "future"  # «اجتماعاً ثلاثياً بين … سيعقد»
    if _after_what_will_be(reading, hit, sentence[0]) or agreed_to_hold(reading, hit):
        return "future"
    if _prepared(reading, hit, sentence[0]):
        return "future"
    if (trip := _trip_for(reading, hit, sentence[0])) is not None:
        return modality_of(reading, trip, EventDate(), sentence)
    until = right_end(reading, hit, sentence)
    if until < sentence[1] and told_ahead(reading, hit, until):
        return "future"
    verb = reading.words[hit.start][len(hit.prefix) :]
    happened = verb[:1] not in ("ي", "ت") or lexicon().past.at(reading.tokens, hit.start, ("", "و"))
    if hit.trigger.form == "verb" and happened and "س" not in hit.prefix:
        return "actual"  # «تحدث إلى ترامب قبيل الضربات»
    if "س" in hit.prefix or reading.cue(
        "future", max(sentence[0], hit.start - 4), min(sentence[1], hit.end + 3)
    ):
        return "future"
    return "actual"


def _brought_together(reading: Reading, hit: Hit, stop: int) -> bool:
    """«قبيل الغداء الذي جمعه بالرئيس»: held, whatever came before it."""
    near = reading.words[hit.end : min(stop, hit.end + _JOINED)]
    return any(who in _WHO and verb in _BROUGHT for who, verb in pairwise(near))


def _trip_for(reading: Reading, hit: Hit, first: int) -> Hit | None:
    """«من المتوقع أن يزور الدوحة للقاء الأمير»: the journey that is made for it."""
    before = reading.words[hit.start - 1] if hit.start else ""
    if hit.trigger.form != "noun" or not (hit.prefix == _FOR or before in _FOR_TALKS):
        return None
    near = reading.hits_in(max(first, hit.start - _PHRASE), hit.start)
    verbs = [h for h in near if h.trigger.form == "verb"]
    return verbs[-1] if verbs and verbs[-1].trigger.mode == "visit" else None


def _prepared(reading: Reading, hit: Hit, first: int) -> bool:
    """«تجري التحضيرات لقمة تجمع بوتين وأردوغان»: what is prepared is to come."""
    words = reading.words[max(first, hit.start - 2) : hit.start + 1]
    return any(word in _PREPARED and after[:1] == _FOR for word, after in pairwise(words))


def _led_ahead(reading: Reading, hit: Hit, first: int) -> bool:
    """Whether a verb ahead leads to one joined to it, no day or end of a clause between."""
    begin = max(first, hit.start - _VERB)
    for k in range(hit.start - 1, begin - 1, -1):
        word = reading.words[k]
        if word in _STOPS or (word in _THAT and not reading.cue("future", max(first, k - 3), k)):
            return False
        if word_tense(word) == FUTURE and word[:1] in ("س", "و"):
            return True
    return reading.cue("future", begin, hit.start)


def _was_held(reading: Reading, hit: Hit) -> bool:
    """Whether a verb of holding right before a noun is one of the past: «عقدا … اجتماعاً»."""
    for k in range(hit.start - 1, max(-1, hit.start - _HELD_BEFORE), -1):
        word = reading.words[k].lstrip("وف")
        if word == _HOLD and not reading.words[hit.end - 1].endswith("ا"):
            # «على عقد اجتماع», but «عقد كيري لقاء»
            return any(a.start == k + 1 and not a.prefix for a in reading.actors_in(k + 1, k + 2))
        if word in lexicon().holding:
            return word[:1] not in ("ي", "ت", "س")
        if reading.words[k] in _BOUNDS:
            return False
    return False


def _set_to_be(words: Sequence[str]) -> bool:
    """«ومن المقرر أن», «ويتوقع أن», «على أن»: what follows is ahead."""
    return bool(words) and (words[-1] == _ON or words[-1].removeprefix("و") in _EXPECTED)


def _after_what_will_be(reading: Reading, hit: Hit, first: int) -> bool:
    """«ستتوجه إلى إيران لإجراء محادثات», «على أن يلتقي لاحقاً»: what follows is ahead too."""
    words = reading.words[max(first, hit.start - _VERB) : hit.start]
    if hit.trigger.form == "verb":
        verb = reading.words[hit.start][len(hit.prefix) :]
        past = verb[:1] not in ("ي", "ت") or lexicon().past.at(reading.tokens, hit.start)
        if words and words[-1] in _WHENEVER and not past:
            return not any(w.lstrip("وف") in _WAS for w in words)  # «عندما يلتقي»: not yet
        if not past and hit.prefix in _CARRIED and _led_ahead(reading, hit, first):
            return True  # «من المتوقع أن يزور أربيل ويلتقي», «سيتوجه إلى الرياض ليلتقي»
        to_be = words[-1:] == ["ان"] and words[-2:-1] != [] and not past
        return to_be and words[-2].removeprefix("و") not in _DONE  # «رجح أن يلتقي», «على أن يلتقي»
    if words[-1:] == [_QUOTE]:
        words.pop()  # «وسيجري خلال الزيارة "مباحثات مع …"»
    for k, word in enumerate(reversed(words), start=1):
        if word in _BOUNDS:
            # «على أن يجري المبعوث لقاءات مع الوفدين»
            held = k > 1 and words[1 - k] in lexicon().holding and words[1 - k][:1] in ("ي", "ت")
            held = held and word == "ان" and hit.trigger.mode != "visit"
            return held and _set_to_be(words[:-k])
        tense = word_tense(word)
        to_be = words[-k - 1 : -k] == ["ان"] and word in lexicon().holding
        if tense is not None and not to_be:
            return tense == FUTURE and word[:1] in ("س", "و")
    return False
