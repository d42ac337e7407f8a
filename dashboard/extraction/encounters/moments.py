"""When and where an encounter was: its places and dates in pairs."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from dashboard.extraction.circumstances.arrivals import upon_arrival
from dashboard.extraction.circumstances.dating import (
    event_date,
    from_mention,
    of_those_before,
    published_date,
)
from dashboard.extraction.circumstances.whereabouts import encounter_place, last_place, then_will
from dashboard.extraction.encounters.journeys import COMING, day_of_leaving
from dashboard.extraction.encounters.lasting import lasting
from dashboard.extraction.encounters.modality import held_already
from dashboard.extraction.encounters.occasions import is_occasion
from dashboard.extraction.encounters.own_days import day_in_the_end, day_of_saying, held_on
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.lexicon import lexicon
from dashboard.model import DateMention, EventDate, Place
from dashboard.text import fold_word

_ELSEWHERE = word_set("moments", "elsewhere")
_PHRASE = 18  # words
_BROKEN_OFF = word_set("moments", "broken_off")
_AT_A_PLACE, _GOES_ON = word_set("moments", "at_a_place"), word_set("moments", "goes_on")
_ON = fold_word("على")
_NEXT = 2  # words from «والاجتماع القادم» to its day
_WILLED = 5  # words from «استبعد» to «أن»
_STORY = timedelta(days=7)
_EARLIER, _EARLIER_IN = fold_word("سابق"), 3
_OWN, _WIDE = ("clause", "sentence"), ("week", "month", "year")
_RELATIVE = 9  # words from «الذي» to the day it was held
_VERB = 12  # words between a verb ahead and the encounter it leads to
_BESIDE = word_set("moments", "beside")
_FOLLOWED = word_set("moments", "followed")
_SINCE, _ABOUT = fold_word("منذ"), fold_word("عن")
_WHILE = frozenset(fold_word(w) for w in ("خلال", "أثناء"))
_THIS, _IN = fold_word("وذلك"), fold_word("في")
_TITLE, _SAYING = 3, 3  # words of a title, from «أعلن» to its day
_THAT = word_set("shared", "that")
_AS_TOLD, _BEGINS = word_set("dating", "as_told"), word_set("moments", "begins")
_BESIDES = frozenset("و" + word for word in _THAT)
_AFTER = 2  # words from «بعدما» to the encounter, the verb of holding between
_HAVING = word_set("moments", "having")
_PAST_PERFECT = word_set("story", "past_perfect")
_EVE = frozenset(fold_word(w) for w in ("عشية", "قبيل"))
_WHO = ("الذي", "التي")


def when_ahead(reading: Reading, when: EventDate) -> EventDate:
    """The date of what is ahead: not the day it was announced, nor the day of publication."""
    published = reading.document.published
    passed = published is not None and when.last is not None and when.last < published
    return EventDate() if passed or when.basis in ("published", "narrative") else when


def places_and_dates(
    reading: Reading,
    hit: Hit,
    last: int,
    sentence: tuple[int, int],
    narrative: dict[int, DateMention],
) -> list[tuple[Place | None, EventDate]]:
    """The places and dates of an encounter: usually one pair, several where the text lists them."""
    pairs: list[tuple[Place | None, EventDate]] = []
    last_end = hit.end
    for mention, span in reading.dates_in(hit.end, sentence[1]):
        if mention.first is None:
            continue
        if mention.kind != "interval" and (mention.kind, mention.precision) != ("date", "day"):
            continue
        if span[0] - last_end > 12 or _goes_elsewhere(reading, hit, last_end, span[0]):
            break
        here = reading.places_in(last_end, span[0])
        if not here:
            break
        pairs.append((last_place(here, span[0]), from_mention(mention, "clause")))
        last_end = span[1]
    if len(pairs) > 1:
        return pairs
    until = last if 0 <= last - hit.end <= _PHRASE else hit.end
    when = event_date(reading, hit.start, until, narrative.get(hit.sentence))
    since = reading.words[hit.start - 1] if hit.start else ""
    if since == _ABOUT and when.start is not None and reading.token_at(when.start) < hit.start:
        when = published_date(reading)  # «نشرت اليوم تصريحات تحدث فيها عن اجتماع مع كيري»
    if when.basis == "sentence" and (
        of_what_was_said(reading, hit, when)
        or of_another_encounter(reading, hit, when)
        or _told_besides(reading, hit, when)
    ):
        when = published_date(reading)
    if when.basis == "clause" and (said := _said_before(reading, hit, when)) is not None:
        when = _perhaps_that_day(reading, said, when)
    if since == _SINCE and hit.trigger.form == "noun" and when.basis == "sentence":
        when = EventDate()  # «شهد صيف العام الجاري جدلاً منذ لقاء بوتين وكيري»
    counted = hit.start > 1 and reading.words[hit.start - 2] == "من"  # «بعد يوم من فشل القمة»
    if since in _BROKEN_OFF and when.basis == "sentence" and not counted:
        when = EventDate()  # «هجمات يوم الجمعة بعد انهيار المحادثات بين …»
    if when.basis in _OWN and _of_the_matter(reading, hit, until, when):
        when = published_date(reading)  # «بحث مع لافروف الهدنة التي بدأت الاثنين»
    if when.start is not None and of_those_before(reading, hit, reading.token_at(when.start)):
        when = published_date(reading)  # «لقاءات جرت …، والتي عقدت الاثنين، وذلك خلال لقاء مع»
    if when.basis in _OWN and _as_told(reading, hit, when):
        when = published_date(reading)  # «زار موسكو الثلاثاء وأجرى محادثات، كما أعلن أمس»
    if when.basis in _OWN and _where_he_came_from(reading, hit, when):
        when = published_date(reading)  # «وصل أمس قادماً من الرياض التي التقى فيها …»
    if _still_to_come(reading, when) and held_already(reading, hit):
        when = published_date(reading)  # «صرح عقب لقائه نظيره بأن قمة ستعقد غداً»
    if when.basis == "clause" and _of_the_next(reading, hit, when):
        when = published_date(reading)  # «لقاء في الدوحة والاجتماع القادم غداً في موسكو»
    if when.basis == "sentence" and when.precision in _WIDE and _before_now(reading, when):
        when = published_date(reading)  # «عقب انسحابها هذا العام، حيث يلتقي ظريف …»
    if when.precision != "day" and _of_what_followed(reading, hit, when):
        when = EventDate()
    if when.basis == "narrative" and _another_scene(reading, hit, when):
        when = published_date(reading)
    if when.basis == "narrative" and (_long_before(reading, when) or _had_been(reading, hit)):
        when = published_date(reading)
    if (
        when.basis == "narrative"
        and when.start is not None
        and day_of_leaving(reading, reading.token_at(when.start))
    ):
        when = published_date(reading)  # «توجه اليوم إلى واشنطن. ويجري خلال زيارته مباحثات»
    if when.basis == "narrative" and reading.words[sentence[0]].lstrip("و") in _EVE:
        when = EventDate()  # «وعشية صدوره التقى لافروف نظيره»
    if when.start is None or when.basis == "sentence" or reading.token_at(when.start) < hit.start:
        when = held_on(reading, hit) or when  # «اليوم … تمهيداً للاجتماع الذي سيعقد غداً»
    if when.basis in ("none", "published"):
        when = day_of_saying(reading, hit) or day_in_the_end(reading, hit) or when
    return [(encounter_place(reading, hit, last, sentence), lasting(reading, hit, when))]


def _goes_elsewhere(reading: Reading, hit: Hit, first: int, stop: int) -> bool:
    """«… في دمشق الإثنين، قبل أن يتوجه إلى موسكو حيث أجرى السبت محادثات»: another encounter's."""
    words = (word.removeprefix("و") for word in reading.words[first:stop])
    told = (
        h.trigger.type == "CONSULT" and h.start != hit.start
        and (h.trigger.form == "verb" or (first > hit.end and _of_its_own(reading, h)))
        for h in reading.hits_in(first, stop)
    )  # fmt: skip
    return any(word in _ELSEWHERE for word in words) or any(told)


def _of_its_own(reading: Reading, hit: Hit) -> bool:
    """«في دمشق السبت، … لمحادثات جنيف في 25», but not «في الصين خلال القمة في 4»."""
    return not (is_occasion(reading, hit) or reading.words[hit.start - 1] in _WHILE)


def of_what_was_said(reading: Reading, hit: Hit, when: EventDate) -> bool:
    """«قال بعد اجتماع مع ظريف إنه حصل … الأسبوع الماضي»: the date is of what he told."""
    before = reading.words[hit.start - 1] if hit.start else ""
    if when.start is None:
        return False
    at = reading.token_at(when.start)
    if at < hit.start and any(reading.words[k] in _THAT for k in range(at, hit.start)):
        return True  # «قال المتحدث الاثنين إن المحادثات بين ترامب وبوتين لن تكون سهلة»
    if hit.trigger.form != "noun" or before not in _BESIDE:
        return False
    return any(
        reading.words[k] in _THAT and reading.span(k, k + 1)[0] < when.start
        for k in range(hit.end, reading.sentences[hit.sentence][1])
    )


def _told_besides(reading: Reading, hit: Hit, when: EventDate) -> bool:
    """«قال إنه سيحضر الحفل الأربعاء، وإنه سيعلن موقفه بعد لقائه عون»: the day of the first."""
    at = reading.token_at(when.start) if when.start is not None else hit.start
    return any(reading.words[k] in _BESIDES for k in range(at, hit.start))


def _said_before(reading: Reading, hit: Hit, when: EventDate) -> Hit | None:
    """«كشفت صحيفة أمس أن نتنياهو التقى …»: the saying whose day stands right before «أن»."""
    at = reading.token_at(when.start) if when.start is not None else hit.start
    that = next((k for k in range(at, hit.start) if reading.words[k] in _THAT), -1)
    between = range(at, that) if that >= 0 else range(0)
    if that < 0 or any(k not in reading.dated and reading.words[k] != "," for k in between):
        return None
    first = reading.sentences[hit.sentence][0]
    said = [h for h in reading.hits_in(first, at) if h.trigger.type == "STATEMENT"]
    return said[-1] if said else None


def _perhaps_that_day(reading: Reading, said: Hit, when: EventDate) -> EventDate:
    """The day of an office's word, as uncertain: it tells of its day; a paper or a person need not.

    «قال الكرملين الخميس إن بوتين استقبل نتنياهو».
    """
    near = reading.actors_in(said.end, said.end + _NEXT)
    office = near and near[0].actor.kind in ("organisation", "state")
    if not office or when.first != when.last:
        return published_date(reading)
    edtf = when.edtf.rstrip("?~%") + "?"
    return replace(when, edtf=edtf, approximate=True, basis="narrative")


def _of_the_matter(reading: Reading, hit: Hit, until: int, when: EventDate) -> bool:
    """Whether a day stands in a clause on what was spoken of: «القمة المقررة الأحد», «التي بدأت …».

    Of an encounter told by a verb; a noun's relative clause is its own («اللقاء الذي عقد الاثنين»).
    """
    if when.start is None:
        return False
    at = reading.token_at(when.start)
    if then_will(reading, hit, at):
        return True
    if hit.trigger.form != "verb":
        return False
    words = reading.words[until:at]
    if any(word in _WHO or word in lexicon().set_for for word in words):
        return True
    met = (h.trigger for h in reading.hits_in(hit.end, at) if h.start != hit.start)
    return any(t.type == "CONSULT" and t.form == "verb" and t.mode != "talks" for t in met)


def _of_the_next(reading: Reading, hit: Hit, when: EventDate) -> bool:
    """Whether a day after an encounter stands right after another noun of one.

    One joined to it, or one that was agreed on: «اتفقا هاتفياً على اللقاء الخميس».
    """
    if when.start is None:
        return False
    at = reading.token_at(when.start)
    return any(
        h.trigger.type == "CONSULT" and h.trigger.form == "noun"
        and ("و" in h.prefix or _ON in _two_before(reading, h))
        and at - h.end <= _NEXT and not is_occasion(reading, h)
        for h in reading.hits_in(hit.end, at)
    )  # fmt: skip


def _two_before(reading: Reading, hit: Hit) -> list[str]:
    return reading.words[max(0, hit.start - 2) : hit.start]


def _as_told(reading: Reading, hit: Hit, when: EventDate) -> bool:
    """Whether a day after an encounter is that of who tells it: «كما أعلن الكرملين أمس»."""
    at = reading.token_at(when.start) if when.start is not None else hit.start
    return any(
        said.trigger.type == "STATEMENT" and reading.words[said.start - 1] in _AS_TOLD
        for said in reading.hits_in(hit.end, at)
    )


def _where_he_came_from(reading: Reading, hit: Hit, when: EventDate) -> bool:
    """Whether somebody is told to come from where it was, after the day that was told."""
    if when.start is None:
        return False
    between = reading.words[reading.token_at(when.start) : hit.start]
    return any(word in COMING for word in between)


def _still_to_come(reading: Reading, when: EventDate) -> bool:
    published = reading.document.published
    return published is not None and when.first is not None and when.first > published


def _before_now(reading: Reading, when: EventDate) -> bool:
    """Whether a wide date is over, or «في وقت سابق من هذا العام»."""
    published = reading.document.published
    if published is None or when.last is None or when.start is None:
        return False
    at = reading.token_at(when.start)
    near = reading.words[max(0, at - _EARLIER_IN) : at + 1]
    return when.last < published or any(word == _EARLIER for word in near)


def _of_what_followed(reading: Reading, hit: Hit, when: EventDate) -> bool:
    """«وفي ديسمبر اعترفا بهجوم في أعقاب اجتماع بين …»: the month is of what came after it."""
    before = reading.words[hit.start - 1] if hit.start else ""
    if hit.trigger.form != "noun" or before not in _FOLLOWED or when.start is None:
        return False
    return reading.token_at(when.start) < hit.start - 1


def _another_scene(reading: Reading, hit: Hit, when: EventDate) -> bool:
    """«وفي نيويورك، بحث العليمي …»: what is told elsewhere has not the day of what was told here.

    So it is after a look back («وكان … قد زار غزة مطلع الشهر») and after days that are several.
    """
    first, stop = reading.sentences[hit.sentence]
    there = reading.words[first].removeprefix("و") in _AT_A_PLACE
    near = reading.places_in(first + 1, min(stop, first + 3)) if there else []
    if near and reading.words[min(near[0].end, stop - 1)] == ",":
        return True
    if when.first != when.last or when.start is None:
        return True
    before = reading.sentences[reading.sentence_of(reading.token_at(when.start))][0]
    back = reading.words[before] in _PAST_PERFECT
    return back and reading.words[first] not in _GOES_ON


def _long_before(reading: Reading, when: EventDate) -> bool:
    """Whether the day that the story had reached is too far back to go on from."""
    published = reading.document.published
    return published is not None and when.last is not None and published - when.last > _STORY


def _had_been(reading: Reading, hit: Hit) -> bool:
    """«وكان الحريري ناقش …», «وذلك بعدما أجرى مشاورات»: before what the story has reached."""
    first = reading.sentences[hit.sentence][0]
    near = reading.words[max(0, hit.start - _AFTER) : hit.start]
    having = any(word.removeprefix("و") in _HAVING for word in near)
    had = reading.words[first] in _PAST_PERFECT
    there = reading.words[min(first + 1, hit.start)] == _IN  # «وكان في استقباله …»
    return having or (had and not there)


def of_another_encounter(reading: Reading, hit: Hit, when: EventDate) -> bool:
    """Whether another encounter stands between this one and its day.

    «محادثات الجبير … تم التوصل إليه خلال زيارة الأمير … يونيو الماضي» has the day of the visit.
    """
    if when.start is None:
        return False
    at = reading.token_at(when.start)
    low, high = (hit.end, at) if at >= hit.end else (at, hit.start)
    return any(
        h.trigger.type == "CONSULT" and h.start != hit.start
        and not (is_occasion(reading, h) or upon_arrival(reading, h))
        for h in reading.hits_in(low, high)
    )  # fmt: skip


def of_the_one_before(reading: Reading, hit: Hit, when: EventDate) -> bool:
    """«قمة كامب ديفيد في 14 مايو 2015، وما أكدت عليه اللجنة في اجتماعها»: the day of the first."""
    if when.start is None:
        return False
    at = reading.token_at(when.start)
    apart = any(reading.words[k] == "," for k in range(at, hit.start))
    near = reading.hits_in(at - _WILLED, at) if at < hit.start and apart else []
    return any(h.trigger.type == "CONSULT" and h.trigger.form == "noun" for h in near)


def only_willed(reading: Reading, hit: Hit, first: int) -> bool:
    """«استبعد أن يقوم الرئيس بزيارة», «يأمل أن يلتقي»: not told as held or to be held."""
    for k in range(hit.start - 1, max(first, hit.start - _VERB) - 1, -1):
        word = reading.words[k]
        if word in (",", ";", ":"):
            return False
        if word == "ان":
            return reading.cue("willed", max(first, k - _WILLED), k)
    return False
