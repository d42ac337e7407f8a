"""Which date an event takes: its clause's, else its sentence's, else the narrative's."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from dashboard.extraction.circumstances.arrivals import opens_an_arrival
from dashboard.extraction.circumstances.days_beside import (
    of_the_leg_before,
    of_what_came_next,
    of_what_he_began,
)
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.lexicon import lexicon
from dashboard.model import DateMention, EventDate
from dashboard.text import fold_word

# A boundary between an event and a date, in words of distance.
COMMA, QUOTE, CLAUSE, EVENT = 6, 10, 10, 6
CLAUSE_REACH = 14
RELATIVE = 70
_WHICH = frozenset(fold_word(w) for w in ("الذي", "التي"))
FARTHEST = 60  # a date beyond this cost tells of something else in a long sentence
_SINCE, _SINCE_REACH = fold_word("منذ"), 10
_THEN = word_set("dating", "then")
_CURRENTLY = word_set("dating", "currently")
_THEN_REACH = 4  # words
_AGO = "قبل"
_BESIDE = 3  # words between an English verb of saying and its day
_CLAUSE = word_set("dating", "clause")
SAID = word_set("shared", "said_that")
NOT_WHEN = word_set("dating", "not_when")
_AFTER, _OF_A_DAY = word_set("dating", "after"), word_set("dating", "of_a_day")
HISTORICAL = timedelta(days=31)
_THAT = word_set("shared", "said_that") | word_set("shared", "that")
_AROUND = word_set("moments", "beside")
_RELATIVE_OF, _TOLD = 9, 12  # words from «التي» to a day in it, and back to its encounter
_TO_THAT = 3  # words from «مشيراً» to «أن»
_ANTECEDENT = 5  # words from an encounter to the relative clause of it
_FOR_TALKS = word_set("dating", "for_talks")
_A_DAY, _AND, _AND_IN = timedelta(1), "و", "وفي"
_SPEECH, _ABOUT = word_set("dating", "speech"), fold_word("عن")
_AS_TOLD, _REPORTED = word_set("dating", "as_told"), 4  # words from «ما أفادت» to its day
_TODAY, _BRACKETED = fold_word("اليوم"), 12  # characters of «(اليوم)»
_RECENT = timedelta(days=31)
_SAID_WITHIN = timedelta(days=7)
_COUNTED_FROM = 5  # words from «بعد عامين» to the day of what it is counted from


def event_date(
    reading: Reading, start: int, end: int, narrative: DateMention | None = None
) -> EventDate:
    """The date of what tokens ``start``..``end`` tell, with where it was read.

    Without a date in the sentence the narrative's date is taken as uncertain (EDTF ``?``), and
    without one the day of publication as approximate (``~``); unknown publication gives no date.
    """
    sentence = reading.sentences[reading.sentence_of(start)]
    best: tuple[int, DateMention] | None = None
    later = elsewhere = False
    for mention, span in reading.dates_in(*sentence):
        if mention.kind not in ("date", "interval") or mention.first is None:
            continue
        if reading.english and span[0] in reading.dateline:
            continue  # «BAGHDAD, Oct 5 (Reuters) - …»: when it was filed
        before = reading.words[span[0] - 1] if span[0] else ""
        if before.removeprefix("و") in NOT_WHEN or mention.text.startswith("منذ"):
            continue
        if _from_a_day_on(reading, mention, span[0]):
            later = True
            continue
        after_what = start if span[0] >= end else sentence[0]  # «منذ مقتله في يناير»: its own day
        if _since(reading, span[0], after_what) or _of_what_is_told(reading, end, span[0]):
            continue
        if of_what_came_next(reading, end, span[0]):
            continue
        if of_the_leg_before(reading, span, start):
            elsewhere = True
            continue
        if of_what_he_began(reading, span[0], range(start, end)):
            continue
        if span[1] <= start and _spoken_of(reading, span[1], start):
            continue
        cost = _cost(reading, start, end, span)
        if cost > (CLAUSE_REACH if mention.text.startswith(_AGO) else FARTHEST):
            continue  # «زار الغوطة بعد عملية أطلقها الجيش قبل شهر»: when that was
        if best is None or cost < best[0]:
            best = (cost, mention)
    if best is not None:
        basis = "clause" if best[0] <= CLAUSE_REACH else "sentence"
        if _today_in_print(reading, best[1]):
            day = reading.document.published
            return replace(from_mention(best[1], basis), edtf=f"{day}", first=day, last=day)
        meant = _as_printed(reading, best[1], sentence)
        return _with_the_next(reading, from_mention(meant, basis), meant)
    if later:
        return EventDate()
    if elsewhere:
        return published_date(reading)
    if narrative is not None and narrative.first is not None:
        dated = from_mention(narrative, "narrative")
        return EventDate(
            dated.edtf.rstrip("?~%") + "?", dated.first, dated.last, dated.precision, True,
            "narrative", dated.start, dated.end,
        )  # fmt: skip
    if _at_that_time(reading, start, end):
        return EventDate()
    return _now(reading, start, end) or published_date(reading)


def _from_a_day_on(reading: Reading, mention: DateMention, at: int) -> bool:
    """«حصيلة الاعتقالات بعد 7 أكتوبر»: when a time began that is long past."""
    before = reading.words[at - 1].removeprefix("و") if at else ""
    published = reading.document.published
    if before not in _AFTER or reading.words[at] in _OF_A_DAY or published is None:
        return False
    return mention.kind == "date" and (mention.last or published) < published - HISTORICAL


def _today_in_print(reading: Reading, mention: DateMention) -> bool:
    """«قال إنه سيتوجه غداً (اليوم)»: the day of the paper, not that of the one who said it."""
    after = reading.document.text[mention.end : mention.end + _BRACKETED].split(")")[0].strip()
    bracketed = after.startswith("(") and fold_word(after[1:].strip()) == _TODAY
    return bracketed and reading.document.published is not None


def _as_printed(reading: Reading, mention: DateMention, sentence: tuple[int, int]) -> DateMention:
    """«التقى اليوم (أمس)»: the day as the paper's reader has it, in brackets after it."""
    for (one, _), (other, _) in pairwise(reading.dates_in(*sentence)):
        between = reading.document.text[one.end : other.start].strip()
        if one is mention and between == "(" and other.precision == one.precision == "day":
            return other if other.first is not None else one
    return mention


def _of_what_is_told(reading: Reading, end: int, at: int) -> bool:
    """«التقى لافروف في جنيف وأكد أن روسيا قصفت حلب الاثنين»: the day of what he said."""
    told = [h.end for h in reading.hits_in(end, at) if h.trigger.type == "STATEMENT"]
    first = reading.sentences[reading.sentence_of(end - 1)][0]
    said = [h.end for h in reading.hits_in(first, end) if h.trigger.type == "STATEMENT"]
    if said and not any(reading.words[k] in _THAT for k in range(said[-1], end)):
        told.append(end)  # «قال في اليابان حيث شارك في اجتماع المجموعة أن موكباً … أمس»
    for k in range(end, at - 1):
        if reading.words[k] == "," and reading.words[k + 1] in lexicon().saying:
            told.append(k + 2)
    return any(
        reading.words[k] in _THAT
        for said in told for k in range(said, min(at, said + _TO_THAT))
    )  # fmt: skip


def _spoken_of(reading: Reading, first: int, start: int) -> bool:
    """«قال أمس، في حديثه عن المأدبة التي جمعت …»: the day of the speech, not of the dinner."""
    words = reading.words[first:start]
    return any(word in _SPEECH and following == _ABOUT for word, following in pairwise(words))


def of_the_report(reading: Reading, end: int, when: EventDate) -> bool:
    """«يزور لبنان، بحسب ما أفادت اليوم وكالة مهر»: the day on which it was reported."""
    at = reading.token_at(when.start) if when.start is not None else 0
    return any(
        hit.trigger.type == "STATEMENT" and hit.trigger.form == "verb"
        and reading.words[hit.start - 1] in _AS_TOLD
        for hit in reading.hits_in(max(end, at - _REPORTED), at)
    )  # fmt: skip


def _now(reading: Reading, start: int, end: int) -> EventDate | None:
    """«يزور الولايات المتحدة حالياً»: the day of publication, as the clause says."""
    day = reading.document.published
    near = reading.words[start : end + _THEN_REACH]
    if day is None or all(word.removeprefix("و") not in _CURRENTLY for word in near):
        return None
    return EventDate(day.isoformat(), day, day, "day", False, "clause")


def _at_that_time(reading: Reading, start: int, end: int) -> bool:
    """«أعلن آنذاك بوتين عقب محادثات»: not the day of the report, and which is not told."""
    near = reading.words[max(0, start - _THEN_REACH) : end + _THEN_REACH]
    return any(word.removeprefix("و") in _THEN for word in near)


def _with_the_next(reading: Reading, when: EventDate, mention: DateMention) -> EventDate:
    """«اليوم وغداً», «أمس وأول من أمس»: two days joined are the days of one event."""
    sentence = reading.sentences[reading.sentence_of(reading.token_at(mention.start))]
    for (one, left), (other, right) in pairwise(reading.dates_in(*sentence)):
        if mention not in (one, other) or one.first is None or other.first is None:
            continue
        if not one.precision == other.precision == "day" or not _and_then(reading, left, right):
            continue
        end, last = one.last or one.first, other.last or other.first
        if other.first - end == _A_DAY or one.first - other.first == _A_DAY:
            first, last = min(one.first, other.first), max(end, last)
            return EventDate(
                f"{first}/{last}", first, last, "day", one.approximate or other.approximate,
                when.basis, one.start, other.end,
            )  # fmt: skip
    return when


def _and_then(reading: Reading, left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Whether a date follows another with no word but «و» between them."""
    tokens = reading.tokens
    alone = right[0] - left[1] == 1 and tokens[left[1]].text == _AND
    return alone or (left[1] == right[0] and tokens[right[0]].text.startswith(_AND))


def _since(reading: Reading, at: int, first: int) -> bool:
    """«ومنذ الإعلان عن الهجوم يوم السبت، تجري واشنطن محادثات»: since when, not when."""
    for k in range(at - 1, max(first, at - _SINCE_REACH) - 1, -1):
        word = reading.words[k]
        if word in (",", ";", ":") and not (k + 1 < at and reading.words[k + 1] in _WHICH):
            return False
        if word.removeprefix("و") == _SINCE:
            return True
    return False


def told_on(reading: Reading, start: int, end: int, narrative: DateMention | None) -> EventDate:
    """The day something was said: its clause's where that is a day or a few, else publication.

    A period in the clause of a statement («بين 15 آذار 2011 و15 تموز 2017») is what it speaks of.
    """
    if reading.english:
        return _said_on(reading, start, end)
    spoken = _before_what_is_said(reading, start, end)
    if spoken is not None:
        return from_mention(spoken, "clause")
    when = event_date(reading, start, end, narrative)
    short = when.first and when.last and when.last - when.first <= _SAID_WITHIN
    if when.basis == "sentence" or (when.basis == "clause" and not short):
        return published_date(reading)
    goes_on = reading.words[start].startswith(_AND) and reading.words[start - 1] == ","
    if goes_on and when.start is not None and reading.token_at(when.start) < start:
        return published_date(reading)  # «قتل في الثامن من يوليو، وقال المتحدث …»
    published = reading.document.published
    if when.basis == "narrative" and published and when.last and when.last < published - _RECENT:
        return EventDate()  # of a story long past, that may be told on any day since
    return when


def _said_on(reading: Reading, start: int, end: int) -> EventDate:
    """«said on Wednesday», «on Monday said»: a day beside the verb, else the publication's."""
    published = reading.document.published
    for mention, span in reading.dates_in(start - _BESIDE - 1, end + _BESIDE):
        beside = 0 <= start - span[1] <= 1 or 0 <= span[0] - end < _BESIDE
        if not beside or mention.precision != "day" or mention.first is None:
            continue
        if published is None or mention.first <= published:
            return from_mention(mention, "clause")
    return published_date(reading)


def _before_what_is_said(reading: Reading, start: int, end: int) -> DateMention | None:
    """«قال الوزير، في مؤتمر صحافي، الخميس إن …»: a day between the verb and what is said.

    Commas of a long title do not part it from its verb; a relative clause or another verb does.
    """
    stop = reading.sentences[reading.sentence_of(start)][1]
    for k in range(end, stop):
        text = reading.words[k]
        if text in SAID or text in (":", '"', ";"):
            stop = k
            break
    else:
        return None
    for mention, (first, after) in reading.dates_in(end, stop):
        if mention.precision != "day" or mention.kind != "date":
            continue
        between = [reading.words[k].removeprefix("و") for k in range(end, first)]
        if any(w in _CLAUSE for w in between) or any(
            h.trigger.form == "verb" for h in reading.hits_in(end, first)
        ):
            return None
        return mention if after <= stop else None
    return None


def published_date(reading: Reading) -> EventDate:
    """The day of publication, marked approximate (EDTF ``~``); no date where it is unknown."""
    day = reading.document.published
    if day is None:
        return EventDate()
    return EventDate(day.isoformat() + "~", day, day, "day", True, "published")


def from_mention(mention: DateMention, basis: str) -> EventDate:
    """The event date that a mention gives."""
    return EventDate(
        mention.edtf, mention.first, mention.last, mention.precision, mention.approximate,
        "clause" if basis == "clause" else "narrative" if basis == "narrative" else "sentence",
        mention.start, mention.end,
    )  # fmt: skip


def _of_another(reading: Reading, k: int) -> bool:
    """«الاتفاق الذي أبرم الشهر الماضي»: a relative clause that tells of no encounter."""
    if reading.words[k] not in _WHICH or k + 1 >= len(reading.tokens):
        return False
    told = reading.hit_at(k + 1)
    if told is not None and told.trigger.type == "CONSULT":
        return False  # «كارتر الذي وصل إلى أربيل أمس»
    if reading.words[k + 1] in lexicon().gathers:
        return False  # «اللقاء الذي جمع بعد ظهر الثلاثاء رئيس المجلس …»
    if lexicon().held.at(reading.tokens, k + 1, ("", "س")) is None:
        return True
    # «الهدنة التي تبدأ الأحد»: what begins is no encounter.
    j = k
    while j and (j - 1 in reading.actor_tokens or not reading.words[j - 1].isalpha()):
        j -= 1  # «أول لقاء جمع الرئيسين ترامب وبوتين، الذي انعقد في هامبورغ»
    near = reading.hits_in(j - _ANTECEDENT, k)
    return not any(hit.trigger.type == "CONSULT" for hit in near)


def _of_the_one_before(reading: Reading, start: int, span: tuple[int, int], between: range) -> bool:
    """«التقى ترامب الأمير في 20 آذار، كما تحدث هاتفياً مع …»: the day of the first of two."""
    if all(reading.words[k] != "," for k in between):
        return False
    first = reading.sentences[reading.sentence_of(start)][0]
    return any(
        hit.trigger.type == "CONSULT" and hit.trigger.form == "verb"
        for hit in reading.hits_in(first, span[0])
    )


def _counted_from(reading: Reading, start: int, span: tuple[int, int]) -> bool:
    """«بعد عامين على مقتلها في 11 مايو، تظاهر …»: the day of what the time is counted from."""
    first = reading.sentences[reading.sentence_of(start)][0]
    return any(
        mention.rule == "counted-from-event" and span[0] - at[1] <= _COUNTED_FROM
        for mention, at in reading.dates_in(first, span[0])
    )


def _of_the_next_clause(reading: Reading, span: tuple[int, int]) -> bool:
    """«التقى ظريف، وفي اليوم التالي انتقل إلى الدوحة»: a day that opens another verb's clause."""
    opens = reading.words[span[0] - 1] == _AND_IN or reading.words[span[0]][:1] == _AND
    comma = reading.words[span[0] - 1 - (reading.words[span[0] - 1] == _AND_IN)] == ","
    after = reading.words[span[1]] if span[1] < len(reading.tokens) else ""
    told = reading.hit_at(span[1])
    verb = (told is not None and told.trigger.form == "verb") or after in lexicon().leaving
    return opens and comma and verb


def _cost(reading: Reading, start: int, end: int, span: tuple[int, int]) -> int:
    """Words between an event and a date, with a price for every clause boundary between."""
    if span[1] <= start:
        between = range(span[1], start)
    elif span[0] >= end:
        between = range(end, span[0])
    else:
        return 0
    cost = len(between) + RELATIVE * (span[0] >= end and _of_the_next_clause(reading, span))
    for k in between:
        text = reading.words[k]
        if text == "," and reading.words[k + 1 : k + 3] == ["علي", "هامش"]:
            continue  # «التقيا في باريس، على هامش القمة، في يناير»
        if text == "," and reading.words[k + 1] in _FOR_TALKS:
            continue  # «سيلتقي نظيره، لإجراء محادثات في بروكسل، يوم الاثنين»
        if text in (",", ";", ":"):
            cost += COMMA
        elif text == '"':
            cost += QUOTE
        elif (text in _CLAUSE or text.removeprefix("و") in _CLAUSE) and not opens_an_arrival(
            reading, k
        ):
            cost += CLAUSE
            cost += RELATIVE * (span[0] >= end and _of_another(reading, k))
    for hit in reading.hits_in(between.start, between.stop):
        beside = reading.words[hit.start - 1] if hit.start else ""
        if hit.start != start and beside != "هامش" and beside not in _FOR_TALKS:
            cost += (
                CLAUSE if hit.trigger.form == "verb" else EVENT * (hit.trigger.type == "CONSULT")
            )
    if span[1] <= start and (
        _of_the_one_before(reading, start, span, between) or _counted_from(reading, start, span)
    ):
        cost += CLAUSE
    # A date after the verb is more often its own than one before it.
    return cost + (1 if span[1] <= start else 0)


def of_those_before(reading: Reading, hit: Hit, at: int) -> bool:
    """Whether a day or a place stands in a relative clause of an encounter told before this one."""
    if at >= hit.start or reading.words[hit.start - 1] not in _AROUND:
        return False  # «القمة التي عقدت الاثنين باجتماعات بين …» are these
    told = range(max(0, at - _RELATIVE_OF), at)
    who = [k for k in told if reading.words[k].lstrip("و") in _WHICH]
    first = max(reading.sentences[hit.sentence][0], who[-1] - _TOLD if who else 0)
    return bool(who) and any(
        h.trigger.type == "CONSULT" and h.trigger.form == "noun"
        for h in reading.hits_in(first, who[-1])
    )
