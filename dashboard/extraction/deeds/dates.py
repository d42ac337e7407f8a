"""When a deed happened, where its noun is only spoken of: condemned, mourned, counted from."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import pairwise

from dashboard.extraction.circumstances.dating import (
    HISTORICAL,
    SAID,
    event_date,
    from_mention,
    published_date,
)
from dashboard.extraction.deeds.borrowed import of_its_own
from dashboard.extraction.deeds.counted import counts_days, days_before, unit_before
from dashboard.extraction.deeds.irrealis import stops_reach
from dashboard.extraction.encounters.accords import PACT
from dashboard.extraction.english.days import year_before
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.phrases import load
from dashboard.model import DateMention, EventDate, Place
from dashboard.text import fold_word

_CRAFT = 2  # words from «صناعة» to what somebody can do
_CONDEMNED = 3  # words from «يدين» to the attack
_RELATIVE = 7  # words from an attack to the «الذي وقع» that dates it
_WAS = ("was", "were", "been")
_TRUCE, _FIRED = 3, 6  # words from «وقف» to «إطلاق», and from it to what is fired
_AIM = 6  # words from «missiles» to «at»
_USED = 7  # words from «استخدام» to the gas
_OWN = 12  # words of that clause
_COUNTRY = 6  # UCDP GED where_prec
_SPOKEN = frozenset(("STATEMENT", "DEMAND", "ACCUSE", "THREATEN", "REJECT", "AGREE"))
_CARRIED = 14  # words from a light verb to its noun, who did it and the day between
_LAUNCHED = 8  # words from «شن» to what is made
_SPEAKER = 9  # words of a speaker between «قال» and its day
_TITLES = 9  # words more where what he says begins right after the day
_BESIDE = 4  # words of a day before «أعلن»
_ENDS, _WHICH = (",", ";", ":"), ("الذي", "التي")
_IN_ANSWER = word_set("deed_places", "in_answer")
_SINCE = frozenset(("منذ", "قبيل"))
_PROMISE = 16  # words from «تعهد» to its day, two names with their titles between
_VAGUE = 6  # words from a deed to «مؤخراً»
_NEAR = 5  # words from an attack to its place
_OPENING = 2  # words from the beginning of a sentence to its date


def deed_date(reading: Reading, hit: Hit, narrative: DateMention | None, agreed: int) -> EventDate:
    """The date of a deed, or none where its sentence only speaks of it.

    ``agreed`` is the word at which what was agreed on begins: a date after it is the date of that,
    «اتفقت على عقد الجولة المقبلة نهاية أكتوبر».
    """
    if hit.trigger.form == "noun":
        own = (year_before(reading, hit) if reading.english else None) or _own_date(reading, hit)
        if own is not None:
            return own
        if _spoken_of(reading, hit):
            return EventDate()  # of what was said about it, or long before its end
    if _vaguely_dated(reading, hit):
        return published_date(reading)
    when = event_date(reading, hit.start, hit.end, narrative)
    if when.basis in ("published", "narrative") and hit.trigger.type not in _SPOKEN:
        when = _opening_date(reading, hit) or when
    if hit.trigger.form == "noun":
        when = days_before(reading, hit, when)
    if when.start is not None and reading.token_at(when.start) > agreed:
        return published_date(reading)
    when = of_its_own(reading, hit, when)
    if _despite(reading, hit, when):
        return published_date(reading)
    if _answered(reading, hit, when):
        return EventDate()
    if _in_passing(reading, hit, when):
        ends = [f"{end.rstrip('?~')}?" for end in when.edtf.split("/")]
        return replace(when, edtf="/".join(ends), approximate=True, basis="narrative")
    if hit.trigger.type not in _SPOKEN and (
        of_what_was_said(reading, hit, when) or _of_a_promise(reading, hit, when)
    ):
        return about(when)
    return when


def about(when: EventDate) -> EventDate:
    """The same days, only approximately those of the deed."""
    return replace(when, edtf=when.edtf.replace("/", "~/") + "~", approximate=True)


def _in_passing(reading: Reading, hit: Hit, when: EventDate) -> bool:
    """«تجمعوا الأربعاء تضامناً مع عفرين التي سيطرت عليها تركيا»: the day is of something else."""
    if hit.trigger.form != "verb" or when.start is None or when.basis != "sentence":
        return False
    relative = hit.start > 0 and reading.words[hit.start - 1] in _WHICH
    return relative and reading.token_at(when.start) < hit.start


def _answered(reading: Reading, hit: Hit, when: EventDate) -> bool:
    """«شنت فجر السبت ضربات رداً على هجوم في دوما»: the day told before is that of the answer."""
    at = reading.token_at(when.start) if when.start is not None else hit.end
    before = reading.words[max(0, hit.start - 2) : hit.start]
    answers = before[-1:] == ["علي"] and before[0] in _IN_ANSWER
    published = reading.document.published
    old = when.last is not None and published and when.last < published - HISTORICAL
    return hit.trigger.form == "noun" and answers and at < hit.start and not old


def _despite(reading: Reading, hit: Hit, when: EventDate) -> bool:
    """«تتعرض لقصف رغم إصدار المجلس قراراً السبت»: the day of what did not stop it.

    So it is after «منذ أن»: «كثف هجماته منذ أن غادر معقله، في مايو».
    """
    at = reading.token_at(when.start) if when.start is not None else hit.end
    between = [word.removeprefix("و") for word in reading.words[hit.end : at]]
    despite = not context_words("despite").isdisjoint(between)
    worst = hit.start > 0 and reading.words[hit.start - 1] in context_words("worst")
    return despite or (("منذ", "ان") in pairwise(between) and not worst)


def _vaguely_dated(reading: Reading, hit: Hit) -> bool:
    """«هجمات وقعت مؤخراً»: a day elsewhere in the sentence is not its own."""
    stop = min(reading.sentences[hit.sentence][1], hit.end + _VAGUE)
    for k in range(hit.end, stop):
        told = reading.hit_at(k)
        told_of_it = told is None or told.trigger.form == "noun" or told.trigger.needs == PACT
        if reading.words[k] in _ENDS or not told_of_it:
            return False
        if reading.words[k] in context_words("lately"):
            return True
    return False


def _opening_date(reading: Reading, hit: Hit) -> EventDate | None:
    """«قبل عام، أعلن الرئيس شن ضربات»: about the old day that opens the sentence."""
    first = reading.sentences[hit.sentence][0]
    published = reading.document.published
    for mention, (at, _) in reading.dates_in(first, first + _OPENING):
        if reading.words[first].removeprefix("و") in _SINCE:
            return None  # «ومنذ ثلاث سنوات تتعرض البلدتان لحصار»
        old = mention.last is not None and published and mention.last < published - HISTORICAL
        if mention.kind == "date" and at - first <= _OPENING and old:
            old_day = from_mention(mention, "sentence")
            return replace(old_day, edtf=old_day.edtf.rstrip("~?") + "~", approximate=True)
    return None


def only_reckoned(reading: Reading, hit: Hit) -> bool:
    """«منذ بداية الاحتجاجات», «بعد ستة أيام من اندلاع الاحتجاجات»: days are counted from it."""
    before = reading.words[hit.start - 1] if hit.start else ""
    if {before, before.removeprefix("ف")} & context_words("reckoned"):
        return True
    near = reading.words[max(0, hit.start - _CRAFT) : hit.start]
    crafts = context_words("crafts")  # «صناعة المفخخات والتفجير»
    return any(word in crafts for word in near)


def only_a_topic(reading: Reading, hit: Hit) -> bool:
    """«محادثات حول الهجوم»: what is talked of, told of no place of its own."""
    before = reading.words[hit.start - 1] if hit.start else ""
    if before not in context_words("about") or not reading.words[hit.start].startswith("ال"):
        return False
    where = reading.places_in(hit.end, min(reading.sentences[hit.sentence][1], hit.end + _NEAR))
    return not where and _own_clause(reading, hit) < 0


def on_its_eve(reading: Reading, hit: Hit) -> bool:
    """«عشية الهجوم الذي استهدف المسجد»: something was before a deed that was made."""
    before = reading.words[hit.start - 1] if hit.start else ""
    return before in context_words("eve") and reading.words[hit.start].startswith("ال")


@cache
def context_words(name: str) -> frozenset[str]:
    """A list of the context in which deeds are told, folded: «light» verbs («شن»), «arms»."""
    english = load("language/english.toml")["context"].get(name, ())
    arabic = load("language/triggers.toml")["context"][name]
    return frozenset(fold_word(w) for w in (*arabic, *english))


def of_what_was_said(reading: Reading, hit: Hit, when: EventDate) -> bool:
    """«أعلنت الوزارة أمس مقتل 23»: the day of the saying, and only about that of the deed.

    So is the day on which somebody condemned it or showed it in a film.
    """
    if when.start is None or not when.edtf[-1:].isdigit() or "/" in when.edtf:
        return False
    at, sentence = reading.token_at(when.start), reading.sentences[hit.sentence]
    for said in reading.hits_in(*sentence):
        spoken = said.trigger.type in _SPOKEN and said.trigger.needs != PACT
        if not spoken or said.trigger.form != "verb":
            continue
        if said.start > at:
            apart = [k for k in range(at, said.start) if k not in reading.dated]
            beside = [k for k in apart if reading.words[k].isalnum()]
            if len(apart) < _BESIDE and len(beside) <= 1 and hit.start > at:
                return True
            continue
        between = reading.words[said.end : at]
        told = any(h.start != said.start for h in reading.hits_in(said.end, at))
        reach = _SPEAKER + (_TITLES if _then_says(reading, at) else 0)
        if len(between) <= reach and not told and not any(_parts(word) for word in between):
            return True
    return _shown(reading, at, hit) or _condemned(reading, sentence[0], at, hit)


def _shown(reading: Reading, at: int, hit: Hit) -> bool:
    """«بث التنظيم السبت شريطاً يظهر إعدام عشرات»: the day it was put out."""
    between = reading.words[at : hit.start]
    return any(word.removeprefix("ال") in context_words("footage") for word in between)


def _condemned(reading: Reading, first: int, at: int, hit: Hit) -> bool:
    """«دان الرئيس السبت قصف القرية», «دانت فرنسا الحصار، الأحد»: the day of those words."""
    for k in range(max(first, at - _PROMISE), at):
        if reading.words[k].lstrip("وف") not in context_words("condemned") or k > hit.start:
            continue
        between = reading.words[k + 1 : at]
        if hit.start > at:
            return len(between) <= _SPEAKER and not any(_parts(word) for word in between)
        return between[-1:] == [","] and not any(_parts(word) for word in between)
    return False


def _of_a_promise(reading: Reading, hit: Hit, when: EventDate) -> bool:
    """«تعهد ماكرون، الأحد، برد على الهجوم», «في تقرير نشر هذا الأسبوع»: the day of that."""
    if when.start is None or not when.edtf[-1:].isdigit():
        return False
    at, first = reading.token_at(when.start), reading.sentences[hit.sentence][0]
    for k in range(at - 1, max(first, at - _PROMISE) - 1, -1):
        word = reading.words[k]
        if {word, word.removeprefix("و")} & context_words("promised"):
            return not any(h.trigger.type == "ASSAULT" for h in reading.hits_in(k, at))
        if word == ":" or word in SAID:
            return False
    return False


def _then_says(reading: Reading, at: int) -> bool:
    """«…، الأحد، إن»: what was said begins right after its day."""
    stop = len(reading.tokens)
    while at < stop and (at in reading.dated or reading.words[at] == ","):
        at += 1
    return at < stop and reading.words[at] in SAID


def _parts(word: str) -> bool:
    return word == ":" or word in SAID or stops_reach(word)


def own_place(reading: Reading, hit: Hit, near: Place | None) -> Place | None:
    """«بعد الهجوم الذي وقع في سوروتش»: the place of the clause that tells of the deed.

    Else ``near``; a country does not take the place of a town: «في السويداء … وقع جنوب سوريا».
    """
    k = _own_clause(reading, hit)
    if k < 0:
        return near
    stop = min(reading.sentences[hit.sentence][1], k + _OWN)
    for end in range(k, stop):
        if reading.words[end] in _ENDS:
            stop = end
            break
    named = reading.places_in(k, stop)
    answered = named and any(word in _IN_ANSWER for word in reading.words[k : named[0].start])
    came_from = bool(named) and reading.words[named[0].start - 1] == "من"
    if not named or answered or came_from or (near and named[0].place.precision == _COUNTRY):
        return near
    return named[0].place


def only_carries(reading: Reading, hit: Hit) -> bool:
    """«شنت الولايات المتحدة فجر أمس ضربات جوية»: a light verb, whose noun right after tells it."""
    word = reading.words[hit.start][len(hit.prefix) :]
    if hit.trigger.form != "verb" or hit.end - hit.start > 1 or word not in context_words("light"):
        return False
    stop = min(reading.sentences[hit.sentence][1], hit.end + _CARRIED)
    following = reading.hits_in(hit.end, stop)
    noun = following[0].trigger if following else None
    return noun is not None and noun.form == "noun" and noun.type == hit.trigger.type


def only_words(reading: Reading, hit: Hit) -> bool:
    """«شن نتنياهو هجوما حادا على إيران», «هجوم إلكتروني»: nobody is attacked with arms."""
    launched = reading.words[hit.start] in context_words("light")
    if hit.trigger.type != "ASSAULT" or (hit.trigger.form == "verb" and not launched):
        return False
    words = reading.words[hit.start : hit.end + _LAUNCHED]
    unarmed = context_words("unarmed")
    return any(
        kind in unarmed and ("هجوم" in made or "هجمات" in made) for made, kind in pairwise(words)
    )


def told_again(reading: Reading, hit: Hit) -> bool:
    """«ستدعم تركيا تلك الغارات»: the deed that its sentence has told of before."""
    before = reading.words[hit.start - 1] if hit.start else ""
    if before not in context_words("this"):
        return False
    first = reading.sentences[hit.sentence][0]
    return any(h.trigger.type == hit.trigger.type for h in reading.hits_in(first, hit.start))


def was_fired(reading: Reading, hit: Hit) -> bool:
    """«أطلقت ثلاثة صواريخ على», «فتحوا النار»: shots soon after, and no truce before it."""
    fired, truce = context_words("fired"), context_words("truce")
    before = reading.words[max(0, hit.start - _TRUCE) : hit.start]
    if any(word.lstrip("وف") in truce for word in before):
        return False
    stop = min(reading.sentences[hit.sentence][1], hit.end + _FIRED)
    near = [k for k in range(hit.end, stop) if reading.words[k].removeprefix("ب") in fired]
    if near and reading.english:
        aim = reading.words[near[-1] : near[-1] + _AIM]
        return any(word in context_words("aimed") for word in aim)
    if reading.english and reading.words[hit.start - 1] in _WAS:
        at = reading.words[hit.end : hit.end + 1]  # «Rockets were fired at the base»
        return not fired.isdisjoint(before) and not context_words("aimed").isdisjoint(at)
    return bool(near)


def was_used(reading: Reading, hit: Hit) -> bool:
    """«استخدام غاز السارين», «قصفت بغاز الكلور»: not what is made, sold or found."""
    near = reading.words[max(0, hit.start - _USED) : hit.start]
    used = context_words("used")
    return any(word in used or word.lstrip("وف") in used for word in near)


def _own_clause(reading: Reading, hit: Hit) -> int:
    """The verb of «الهجوم الذي وقع …», «هجوم وقع …», the clause that tells of it, or -1."""
    stop = reading.sentences[hit.sentence][1]
    if reading.words[hit.end - 1] in context_words("carried_by"):
        return hit.end - 1  # «الضربات التي شنتها إسرائيل أمس»
    indefinite = "ال" not in hit.prefix and not reading.words[hit.start].startswith("ال")
    following = reading.words[hit.end] if indefinite and hit.end < stop else ""
    if following in context_words("befell") or following in context_words("carried_by"):
        return hit.end
    for k in range(hit.end, min(stop - 1, hit.end + _RELATIVE)):
        here, following = reading.words[k], reading.words[k + 1]
        if (here in _ENDS and following not in _WHICH) or (k > hit.end and reading.hit_at(k)):
            return -1
        if here in _WHICH:
            happened = context_words("came_to_pass") | context_words("carried_by")
            return k + 1 if following in happened else -1
    return -1


def _own_date(reading: Reading, hit: Hit) -> EventDate | None:
    """«بعد الهجوم الذي وقع مطلع الأسبوع»: the date of the clause that tells of it."""
    k = _own_clause(reading, hit)
    if k < 0:
        return None
    when = event_date(reading, k, k + 1)
    if when.start is None or when.basis not in ("clause", "sentence"):
        return None
    at = reading.token_at(when.start)
    between = (word for word in reading.words[k:at])
    return when if at > k and not any(text in _ENDS for text in between) else None


def _spoken_of(reading: Reading, hit: Hit) -> bool:
    """«يدين الهجوم», «التعازي في ضحايا التفجير», «بعد أسبوع من الهجوم», «حصار دام سنتين»."""
    tokens = reading.tokens
    if tokens[hit.start].text.lstrip("وبل").startswith("ال"):
        near = tokens[max(0, hit.start - _CONDEMNED) : hit.start]
        if any(t.text in context_words("condemned") for t in near):
            return True
        told = tokens[reading.sentences[hit.sentence][0] : hit.start]
        if any(t.text in context_words("mourned") for t in told):
            return True
    if unit_before(reading, hit) in context_words("long_after"):
        return not counts_days(reading, hit)
    after = tokens[hit.end].text if hit.end < len(tokens) else ""
    return after in context_words("went_on")
