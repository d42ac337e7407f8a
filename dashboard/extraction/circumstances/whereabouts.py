"""Where an event was: the place in its sentence that belongs to it, not to what is said there."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.extraction.circumstances.agreed import agreed_to_hold
from dashboard.extraction.circumstances.arrivals import opens_an_arrival, upon_arrival
from dashboard.extraction.circumstances.dating import of_those_before
from dashboard.extraction.circumstances.posts import (
    COUNTRY_PRECISION,
    GOVERNORATE_PRECISION,
    in_a_title,
    of_a_post,
    of_an_envoy,
)
from dashboard.extraction.circumstances.venues import (
    beside_its_day,
    in_the_city,
    of_the_occasion,
    of_the_opening,
)
from dashboard.extraction.places.gazetteer import gazetteer
from dashboard.extraction.places.mentions import FoundPlace
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.lexicon import VIOLENT, lexicon
from dashboard.model import Place
from dashboard.text import fold_word

PLACE_REACH = 16  # words between an event and its place
_FAR, _COMMA, _COUNTRY = 10, 4, 8  # in words
_NOT_WHERE = word_set("whereabouts", "not_where")
_THAT = word_set("whereabouts", "that")
_TOPIC = word_set("whereabouts", "topic")
_TOPIC_REACH, _TALKS_REACH = 6, 3  # words
_WHERE, _PEACE, _CAPITAL = fold_word("حيث"), fold_word("السلام"), fold_word("العاصمة")
_ONE_NAME = 2  # words of a topic that is a name
_PARTS = word_set("whereabouts", "parts")
_SINCE, _WHILE, _IN = fold_word("منذ"), fold_word("أثناء"), fold_word("في")
_IN_IT = word_set("whereabouts", "in_it")
_BESIDES = word_set("whereabouts", "besides")
_NAME_OF_IT = 6
_DEED_NEAR = 9  # words from a deed to its place
_WITHIN = 2  # words from a city to the name of its region
_SAME, _HOURS = word_set("whereabouts", "same"), word_set("whereabouts", "hours")
_SPOT_BEFORE = 6  # words from «في المدينة نفسها» to the encounter
_AS_TOLD = word_set("dating", "as_told")
_MOVED, _MOVED_NEAR = word_set("whereabouts", "moved"), 4  # words
_SPOTS = word_set("whereabouts", "spots")
_STAYED = 8  # words from «التي» to «والتقى فيها»
_TO, _AFTER, _OVER = fold_word("إلى"), word_set("journeys", "after"), 3  # words from «بعد» to it


def encounter_place(
    reading: Reading, hit: Hit, last: int, sentence: tuple[int, int]
) -> Place | None:
    """Where an encounter was: a located place near its trigger, a city before a country.

    ``last`` is the token after the last party: a place after it is as near as it is to that.
    """
    right = lexicon().right
    best: tuple[int, Place] | None = None
    for found in reading.places_in(*sentence):
        of_it = found.start == hit.end and hit.trigger.form == "noun"  # «قمة سنغافورة»
        if not found.located and not of_it:
            continue
        if (not of_it and word_before(reading, found) in _NOT_WHERE) or of_an_envoy(reading, found):
            led = _leads_to(reading, found, hit) or _met_in_it(reading, found, hit)
            if not led:  # «قادماً من القدس حيث التقى»
                continue
        if found.place.precision == COUNTRY_PRECISION and word_before(reading, found) in _PARTS:
            continue  # «للعودة إلى غرب العراق»
        if the_matter(reading, found) or in_a_title(reading, found) or of_a_post(reading, found):
            continue
        if (
            _of_one_party(reading, found, last)
            or _holds_the_last(reading, found)
            or (_talked_of(reading, found, hit, last) and not _after_the_topic(reading, found))
        ):
            continue
        if found.start >= hit.end:
            between = range(min(last, found.start), found.start)
            distance = max(0, found.start - max(hit.end, last))
            if _right_after_a_day(reading, found):
                distance = sum(not _of_a_day(reading, k) for k in between if k >= hit.end)
        else:
            distance = hit.start - found.end + 3
            between = range(found.end, hit.start)
        if of_those_before(reading, hit, found.start):
            continue  # «لقاءات …، والتي جرت في موسكو، وذلك خلال لقاء بين»
        if found.start >= hit.end and _of_the_next_verb(reading, hit, found):
            continue  # «كيري الذي التقى لافروف سيجتمع مع الجبير في الرياض»
        if found.start >= hit.end and _will_be_held(reading, hit, found.start):
            continue  # «أعلن خلال لقائه نظيره عن قمة ستعقد في طهران»
        if found.start >= hit.end and _told_by(reading, hit.end, found.start):
            continue  # «التقيا، كما أوردت وكالة في طرابلس»
        if found.start >= hit.end and any(
            reading.words[k].lstrip("وف") in lexicon().leaving for k in between
        ):
            continue  # «التقى الوفد القيادات، وغادر بعدها إلى الدوحة»
        if found.end <= hit.start and (
            _reached_after_it(reading, hit, found) or agreed_to_hold(reading, hit)
        ):
            continue  # «وصل إلى أنقرة بعد محادثات مع روحاني», «اتفقا في سوتشي على عقد مؤتمر»
        if found.start >= hit.end and any(reading.words[k] in _BESIDES for k in between):
            continue  # «يلتقي الوزير، إضافة إلى مشاركته في مؤتمر في أصفهان»
        if found.start >= hit.end and _while_another_thing(reading, between):
            continue  # «اجتماعات … أثناء تقدم القوات في الغوطة»
        if any(
            reading.words[k].lstrip("و") == _SINCE and k + 1 not in reading.dated for k in between
        ):
            continue  # «أول لقاء … منذ اندلاع الحرب في سوريا»
        leads = _leads_to(reading, found, hit)  # «دمشق، حيث التقى»
        leads = leads or _met_in_it(reading, found, hit)
        if (
            not leads
            and found.end <= hit.start
            and any(
                reading.words[k] in _RELATIVE
                or (reading.words[k] in _THAT and not reading.cue("future", k - 1, k))
                for k in between
            )
        ):
            continue  # «منبج التي تستمر في محادثاتها», «قال في موسكو إن …»
        if (
            hit.trigger.mode == "talks"
            and _words(reading, max(hit.end, last), found) > _TALKS_REACH
        ):
            continue  # «بحث مع بوتين الوجود الإيراني في سوريا»
        if not leads:
            distance += _FAR * sum(
                right.at(reading.tokens, k, ("", "و", "ف")) is not None
                for k in between
                if not (_held_there(reading, k, found) or opens_an_arrival(reading, k))
            )
            distance += _FAR * sum(
                h.trigger.type == "CONSULT"
                and h.start > hit.start
                and not h.prefix.endswith("ال")
                and found.start >= h.end
                and not (_an_occasion(reading, h) or upon_arrival(reading, h))
                for h in reading.hits_in(between.start, between.stop)
            )  # «حضر اجتماعاً قبل محادثات مرتقبة في جنيف»
            distance += _COMMA * sum(
                _parts_them(reading, k, found)
                and not (_of_a_day(reading, k) and _right_after_a_day(reading, found))
                and not _around_a_day(reading, k, found)
                for k in between
            )
            spoken_of = any(reading.words[k] in _TOPIC for k in between[-_TOPIC_REACH:])
            held = spoken_of and any(
                lexicon().held.at(reading.tokens, k, ("", "و", "س"))
                for k in between[-_TOPIC_REACH:]
            )  # «اجتماع حول سورية عقد في مدينة لوزان»
            if spoken_of and not held and not _after_the_topic(reading, found):
                continue  # «بشأن مواجهة المسلحين في إدلب»
            topic = range(max(sentence[0], found.start - _TOPIC_REACH), found.start)
            if found.end <= hit.start and any(reading.words[k] in _TOPIC for k in topic):
                continue  # «قلقها بشأن حقوق الإنسان في السعودية في لقائها مع …»
        distance += _COUNTRY * (found.place.precision == COUNTRY_PRECISION)
        named = of_it and not found.located and hit.trigger.mode == "conference"
        distance += _NAME_OF_IT * named  # «استضافت مونترو مؤتمر جنيف 2»
        if distance <= PLACE_REACH + 6 and (best is None or distance < best[0]):
            best = (distance, found.place)
    if best is not None:
        return in_the_city(best[1])
    there = in_the_city(_same_place(reading, hit, sentence)) or of_the_occasion(
        reading, hit, sentence
    )
    there = there or of_the_opening(reading, hit, sentence)
    return there or in_the_city(beside_its_day(reading, hit, sentence))


def _moved_to(reading: Reading, found: FoundPlace) -> bool:
    """Whether a place is one to which something is moved, no person."""
    near = reading.words[max(0, found.start - _MOVED_NEAR) : found.start]
    return near[-1:] == [_TO] and not _MOVED.isdisjoint(near)


def _reached_after_it(reading: Reading, hit: Hit, found: FoundPlace) -> bool:
    """Whether a place is where somebody came to when the encounter was over."""
    near = reading.words[max(found.end, hit.start - _OVER) : hit.start]
    over = any(word in _AFTER for word in near)
    return over and word_before(reading, found) == _TO


def _told_by(reading: Reading, first: int, stop: int) -> bool:
    """Whether a clause on who reports it stands between: «كما أوردت», «بحسب ما ذكرت»."""
    return any(
        hit.trigger.type == "STATEMENT" and reading.words[hit.start - 1] in _AS_TOLD
        for hit in reading.hits_in(first, stop)
    )


def _of_a_day(reading: Reading, k: int) -> bool:
    """«، اليوم في سوتشي»: a word of a day, or the comma before it."""
    return k in reading.dated or (reading.words[k] == "," and k + 1 in reading.dated)


def _around_a_day(reading: Reading, k: int, found: FoundPlace) -> bool:
    """«في قطر، هذا الأسبوع، في اجتماع»: a comma of two around the day right after a place."""
    aside = found.end + 1 in reading.dated and reading.words[found.end] == ","
    return aside and (k == found.end or k - 1 in reading.dated)


def _right_after_a_day(reading: Reading, found: FoundPlace) -> bool:
    """«اليوم في مدينة سوتشي»: a day and a place together."""
    k = found.start - 1
    if k > 0 and reading.words[k] in gazetteer().settlements:
        k -= 1
    return k > 0 and reading.words[k] == _IN and k - 1 in reading.dated


def _of_the_next_verb(reading: Reading, hit: Hit, found: FoundPlace) -> bool:
    """Whether another verb of meeting or visiting stands between a verb and a place.

    So does one that is to be held: «بحثا إمكانية عقد قمة في جنيف».
    """
    if then_will(reading, hit, found.start):
        return True
    return hit.trigger.form == "verb" and any(
        h.trigger.type == "CONSULT"
        and (
            (h.trigger.form == "verb" and h.trigger.mode != "talks")
            or reading.words[h.start - 1] in lexicon().to_hold
        )
        for h in reading.hits_in(hit.end, found.start)
    )


def then_will(reading: Reading, hit: Hit, stop: int) -> bool:
    """Whether a verb ahead stands after an encounter: «أجرى محادثات مع الأسد سيسافر إلى طهران»."""
    return "س" not in hit.prefix and any(
        h.trigger.type == "CONSULT" and h.trigger.form == "verb" and h.prefix.endswith("س")
        for h in reading.hits_in(hit.end, stop)
    )


def _will_be_held(reading: Reading, hit: Hit, stop: int) -> bool:
    """Whether another noun of an encounter and a verb of holding ahead stand between."""
    held = lexicon().held
    return hit.trigger.form == "noun" and any(
        h.trigger.type == "CONSULT" and h.trigger.form == "noun" and h.end < stop
        and (m := held.at(reading.tokens, h.end, ("س",))) is not None and m.clitic
        for h in reading.hits_in(hit.end, stop)
    )  # fmt: skip


def _words(reading: Reading, first: int, found: FoundPlace) -> int:
    """The words before a place but for days and bodies: «في مقر الأمم المتحدة بنيويورك»."""
    met = [h.end for h in reading.hits_in(first, found.start) if h.trigger.type == "CONSULT"]
    apart = range(max([first, *met]), found.start)  # «ناقش معه خلال لقائهما في مقر …»
    return sum(k not in reading.dated and k not in reading.actor_tokens for k in apart)


def _while_another_thing(reading: Reading, between: range) -> bool:
    """Whether «أثناء» begins between them what is no visit or meeting itself."""
    at = next((k for k in between if reading.words[k] == _WHILE), -1)
    return at >= 0 and not any(
        h.trigger.type == "CONSULT" for h in reading.hits_in(at, between.stop)
    )


def _parts_them(reading: Reading, k: int, found: FoundPlace) -> bool:
    """Whether a comma parts them: not «، على هامش», nor «العاصمة الأرجنتينية، بوينس آيرس»."""
    if reading.words[k] != ",":
        return False
    if reading.words[k + 1 : k + 3] == ["علي", "هامش"]:
        return False
    return k != found.start - 1 or not reading.words[k - 2].endswith(_CAPITAL)


def _after_the_topic(reading: Reading, found: FoundPlace) -> bool:
    """«اجتماع حول سوريا في فيينا»: one name is the topic, and «في» begins the place."""
    k = found.start - 2
    while k > 0 and (k in reading.actor_tokens or reading.places_in(k, k + 1)):
        k -= 1
    one = 0 < found.start - 2 - k <= _ONE_NAME
    return one and reading.words[found.start - 1] == _IN and reading.words[k] in _TOPIC


def the_matter(reading: Reading, found: FoundPlace) -> bool:
    """«هيمن عليه الوضع في سوريا»: where what was spoken of is, not who spoke."""
    before = reading.places_in(max(0, found.start - 4), found.start)
    if before and before[-1].end == found.start and "و" in reading.words[found.start][:1]:
        return the_matter(reading, before[-1])  # «الأوضاع في سوريا واليمن»
    if _moved_to(reading, found):
        return True  # «قرار نقل السفارة إلى القدس»
    if found.start < 2 or reading.words[found.start - 1] != _IN:
        return False
    near = reading.hits_in(found.start - _DEED_NEAR, found.start)
    if near and near[-1].trigger.type in VIOLENT:
        return True  # «في أعقاب الهجوم الكيماوي في الغوطة»
    return any(
        reading.words[k].lstrip("وبل") in lexicon().matters and not _peace_talks(reading, k)
        for k in range(max(0, found.start - 3), found.start - 1)
        if k not in reading.actor_tokens  # «محمد عبد السلام في مسقط»
    )


def _peace_talks(reading: Reading, k: int) -> bool:
    """«محادثات السلام في جنيف»: what kind of talks they are."""
    talks = reading.hit_at(k - 1) if reading.words[k] == _PEACE else None
    return talks is not None and talks.trigger.type == "CONSULT"


def _an_occasion(reading: Reading, hit: Hit) -> bool:
    """«على هامش قمة العشرين»: no encounter of its own."""
    return any(word == "هامش" for word in reading.words[max(0, hit.start - 3) : hit.start])


def _holds_the_last(reading: Reading, found: FoundPlace) -> bool:
    """«مدينة أربيل في إقليم كردستان»: the region of the city just named."""
    return any(
        p.place.precision < found.place.precision
        and 0 < found.start - p.end <= _WITHIN
        and reading.words[p.end] == "في"
        for p in reading.places_in(max(0, found.start - _WITHIN - 1), found.start)
    )


def _of_one_party(reading: Reading, found: FoundPlace, last: int) -> bool:
    """«بين الجماعة، الأكبر في دوما، والنظام»: where one of them is, before the other is named."""
    if found.end + 1 >= last or reading.words[found.end] != ",":
        return False
    return any("و" in a.prefix for a in reading.actors_in(found.end + 1, found.end + 2))


def _talked_of(reading: Reading, found: FoundPlace, hit: Hit, last: int) -> bool:
    """«محادثات حول الوضع في سوريا مع شمخاني»: what the talks were about."""
    return found.start < last and any(
        reading.words[k] in _TOPIC for k in range(hit.end, found.start)
    )


def last_place(places: Sequence[FoundPlace], at: int) -> Place:
    """The finest of the last places before a token: the city, else the country."""
    fine = [p for p in places if p.place.precision < COUNTRY_PRECISION]
    return min(fine or places, key=lambda p: abs(p.end - at)).place


def word_before(reading: Reading, found: FoundPlace) -> str:
    """The word before a place, or before what it is: «على [مدينة] دوما»."""
    before = reading.words[found.start - 1].removeprefix("و") if found.start else ""
    if found.start > 1 and before in gazetteer().settlements:
        further = reading.words[found.start - 2].removeprefix("و")
        return further if further in _NOT_WHERE else before
    return before


def _leads_to(reading: Reading, found: FoundPlace, hit: Hit) -> bool:
    told = (reading.words[k] for k in range(found.end, hit.start) if k not in reading.dated)
    between = [word for word in told if word not in _HOURS]  # «حيث أجرى صباحاً محادثات»
    return bool(between) and len(between) <= 3 and _WHERE in between


def _met_in_it(reading: Reading, found: FoundPlace, hit: Hit) -> bool:
    """«مروراً ببيروت التي التقى خلالها ممثلين»: a relative clause of the place itself."""
    between = [reading.words[k] for k in range(found.end, hit.start)]
    after = reading.words[hit.end] if hit.end < len(reading.tokens) else ""
    relative = bool(between) and between[0] in _RELATIVE
    near = len(between) <= (_STAYED if hit.prefix == "و" else 2)  # «التي زارها ليومين والتقى فيها»
    apart = any(word in (",", ".", "حيث") for word in between)
    return relative and near and not apart and hit.trigger.form == "verb" and after in _IN_IT


def _held_there(reading: Reading, k: int, found: FoundPlace) -> bool:
    """«الذي انعقد في هامبورغ»: a relative clause that says where the encounter itself was."""
    return reading.words[k] in _RELATIVE and found.start - k <= 5


_RELATIVE = word_set("whereabouts", "relative")


def _same_place(reading: Reading, hit: Hit, sentence: tuple[int, int]) -> Place | None:
    """«في المنتجع نفسه»: the last town named before, no sea beside which it lies."""
    stop = min(sentence[1], hit.end + PLACE_REACH)
    for k in range(max(sentence[0], hit.start - _SPOT_BEFORE), stop - 1):
        if reading.words[k] in _SPOTS and reading.words[k + 1] in _SAME:
            earlier = [
                p for p in reading.places
                if p.start < hit.start and p.place.precision < GOVERNORATE_PRECISION
            ]  # fmt: skip
            return earlier[-1].place if earlier else None
    return None
