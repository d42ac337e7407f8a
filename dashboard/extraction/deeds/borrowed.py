"""Days of one sentence that belong to another thing told in it than the deed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from dashboard.extraction.circumstances.dating import HISTORICAL, event_date, published_date
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.lexicon import VIOLENT
from dashboard.model import EventDate
from dashboard.text import fold_word

_MEANWHILE = word_set("deed_parties", "meanwhile") | word_set("borrowed", "moreover")
_CAME_OF, _TOOK = word_set("borrowed", "came_of"), word_set("borrowed", "took")
_WENT_ON = word_set("borrowed", "went_on")
_ONCE, _ONCE_THAT = word_set("borrowed", "once"), word_set("borrowed", "once_that")
_CLAUSE = word_set("dating", "clause")
_ONGOING, _SOON = word_set("borrowed", "ongoing"), 3  # words from an attack to «تشنه»
_MORROW, _AFTER_THAT = fold_word("غداة"), ("بعد", fold_word("أن"))
_FELL = word_set("borrowed", "fell")
_WHICH = ("الذي", "التي")
_HEAD = 2  # words from «إثر» to the attack
_LED_UP = 20  # words from «استعاد» to «إثر هجوم»


def of_its_own(reading: Reading, hit: Hit, when: EventDate) -> EventDate:
    """``when``, less sure or that of the report where the day read is of another thing."""
    if reading.english or when.start is None or when.basis not in ("clause", "sentence"):
        return when
    at = reading.token_at(when.start)
    if at < opening_clause(reading, hit):
        return published_date(reading)
    if hit.trigger.type not in VIOLENT:
        return _of_the_saying(reading, hit, when, at)
    if _of_the_next_deed(reading, hit, at):
        return published_date(reading)
    if at > hit.start and (morrow := _on_the_morrow(reading, hit, when, at)) is not None:
        return morrow
    if at < hit.start and (_goes_on(reading, hit) or _in_a_later_clause(reading, hit, at)):
        return _about(when) if _long_ago(reading, when) else published_date(reading)
    if at < hit.start and _after_the_taking(reading, hit, at):
        return _about(when)
    return when


def _of_the_saying(reading: Reading, hit: Hit, when: EventDate, at: int) -> EventDate:
    """«هدد بضربة رداً على هجوم استهدف السبت دوما»: the day of what is threatened or asked over.

    The day of one who tells of it («قال الخميس إن تركيا وافقت») is about its own.
    """
    if hit.trigger.form != "verb" or when.basis != "sentence":
        return when
    if at < hit.start and reading.words[hit.start - 1] in _WHICH:
        return when  # «التقى الأربعاء الوزير الذي رفض …»: told in passing, and marked so
    first, stop = (hit.end, at) if at >= hit.end else (at, hit.start)
    between = [
        h
        for h in reading.hits_in(first, stop)
        if (hit.trigger.type, h.trigger.type) != ("AGREE", "CONSULT")
    ]  # fmt: skip  «اتفقا، في لقاء جمعهما السبت، على …»: where they agreed
    apart = any(
        reading.words[k].removeprefix("و") in _CLAUSE
        for k in range(first, stop) if k not in reading.dated
    )  # fmt: skip
    begin = reading.sentences[hit.sentence][0]
    opens = not any(word.removeprefix("و") in _CLAUSE for word in reading.words[begin:at])
    if "و" in hit.prefix and at < hit.start and opens:
        return when  # «اعتبر الأمين العام الجمعة أن …، ودعا …»: he goes on
    if _long_ago(reading, when) and at < hit.start and (between or apart):
        return _about(when)  # «كان ذلك في 2016، إذ طالب …»
    if between and at < hit.start and all(h.trigger.type == "STATEMENT" for h in between):
        return _about(when)
    return published_date(reading) if between or apart else when


def opening_clause(reading: Reading, hit: Hit) -> int:
    """Where «بعد أن اجتاحت عفرين الشهر الماضي، هددت …» comes to the deed; 0 where it does not.

    The day and place of what was before it are not its own.
    """
    first = reading.sentences[hit.sentence][0]
    opening = reading.words[first : first + 2]
    one = opening[0].removeprefix("و")
    after = one in _ONCE or (one in _ONCE_THAT and opening[1:] == ["ان"])
    if not after or reading.english:
        return 0
    commas = [k for k in range(first, hit.start) if reading.words[k] == ","]
    return commas[-1] if commas else 0


def long_before(reading: Reading, hit: Hit) -> bool:
    """«شنت هجوماً في نيسان 2017، بعد ثلاثة أيام من هجوم كيماوي»: its sentence is of that time."""
    if reading.words[hit.end : hit.end + 1] and reading.words[hit.end] in _WENT_ON:
        return False
    when = event_date(reading, hit.start, hit.end)
    return when.basis in ("clause", "sentence") and _long_ago(reading, when)


def _long_ago(reading: Reading, when: EventDate) -> bool:
    published = reading.document.published
    return bool(published and when.last and when.last < published - HISTORICAL)


def _about(when: EventDate) -> EventDate:
    ends = [f"{end.rstrip('?~')}~" for end in when.edtf.split("/")]
    return replace(when, edtf="/".join(ends), approximate=True)


def _of_the_next_deed(reading: Reading, hit: Hit, at: int) -> bool:
    """«قصف على تعز، فيما شن الطيران غارات أمس على حجة»: the day of what is told after «فيما»."""
    if at < hit.end:
        return False
    parts = next((k for k in range(hit.end, at) if reading.words[k] in _MEANWHILE), -1)
    if parts < 0:
        return False
    return any(h.trigger.type in VIOLENT for h in reading.hits_in(parts, at))


def _on_the_morrow(reading: Reading, hit: Hit, when: EventDate, at: int) -> EventDate | None:
    """«وقعت الغارات غداة سيطرة القوات على البلدة، الخميس»: the day after the one that is told."""
    near = reading.words[hit.end : at]
    if _MORROW not in near or when.first is None or when.first != when.last:
        return None
    begins = hit.end + near.index(_MORROW)
    if any(h.trigger.type == "ASSAULT" for h in reading.hits_in(begins, at)):
        return published_date(reading)
    if when.edtf != when.first.isoformat():
        return _about(when)
    day = when.first + timedelta(1)
    return replace(when, edtf=day.isoformat(), first=day, last=day)


def _goes_on(reading: Reading, hit: Hit) -> bool:
    """«دخل مقاتلون الثلاثاء للتصدي لهجوم تشنه تركيا»: one that still goes on."""
    after = reading.words[hit.end : hit.end + _SOON]
    return hit.trigger.form == "noun" and not _ONGOING.isdisjoint(after)


def _in_a_later_clause(reading: Reading, hit: Hit, at: int) -> bool:
    """«دخلت قافلة الجمعة، بعدما تعذر ذلك بسبب القصف»: the day of what is told before «بعدما»."""
    first = reading.sentences[hit.sentence][0]
    once = (
        k for k in range(at, hit.start)
        if reading.words[k] in _ONCE or tuple(reading.words[k : k + 2]) == _AFTER_THAT
    )  # fmt: skip
    begins = next(once, -1)
    # «قتل سبعة أمس بعدما فجر انتحاري نفسه» is told of one and the same.
    return begins >= 0 and not any(
        word.lstrip("وف") in _FELL for word in reading.words[first:begins]
    )


def _after_the_taking(reading: Reading, hit: Hit, at: int) -> bool:
    """«في 14 نيسان، استعاد الجيش الغوطة إثر هجوم»: the day of what the attack led to."""
    if hit.trigger.form != "noun":
        return False
    near = range(hit.start - 1, max(at, hit.start - _HEAD) - 1, -1)
    came = next((k for k in near if reading.words[k] in _CAME_OF), -1)
    took = range(came - 1, max(reading.sentences[hit.sentence][0], came - _LED_UP) - 1, -1)
    return came >= 0 and any(reading.words[k].lstrip("وف") in _TOOK for k in took)
