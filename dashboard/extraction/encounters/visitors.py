"""Who visits: named beside the words of a visit, meant by them, or whose people came."""

from __future__ import annotations

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.circumstances.teams import its_team, sent_by
from dashboard.extraction.encounters.clauses import left_start
from dashboard.extraction.encounters.directions import names_it, toward
from dashboard.extraction.encounters.journeys import ON_THE_WAY, who_goes_on
from dashboard.extraction.encounters.parties import subjects
from dashboard.extraction.encounters.performing import (
    BY_HIM,
    DURING,
    MADE,
    PERFORMED,
    made_by_him,
    on_it,
    performed,
)
from dashboard.extraction.encounters.received import HIS, received, who_meets
from dashboard.extraction.encounters.referents import elided, last_two, told_of
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.lexicon import lexicon
from dashboard.extraction.vocabulary.titles import titles
from dashboard.text import fold_word

_DUAL = word_set("visitors", "dual")
_THEIRS = "تهما"
_MANY = ("ون", "ين", "ات")
_HOUSES = word_set("visitors", "houses")
NEAR = 12  # words from the trigger to a visitor named after it
_OPENS = 3  # words from «وأضاف» to «زيارة»
_SUBJECT = 4  # words from «يقوم» to who does
_TOURS = fold_word("جولة")
_LED = 5  # words from a body to him who leads its people
_OPENING = 5  # words of a sentence before «زيارته», «وفي اليوم الثاني من»
_SENT = 4  # words from «خبراءها» to the verb
_TO_HIM = frozenset(fold_word(w) for w in ("له", "لها"))
_WITH = fold_word("مع")
_WHO = frozenset(fold_word(w) for w in ("الذي", "التي"))
_WHO_BOTH = frozenset(fold_word(w) for w in ("اللذين", "اللذان"))
_COMPANY = frozenset(fold_word(w) for w in ("مع", "بين", ","))
_CRAFT = word_set("visitors", "craft")
_PARTS = word_set("visitors", "parts")
_PEOPLE = word_set("visitors", "people")
_DELEGATES = 28  # words from a verb of coming to him who leads those who come
_WHENEVER, _WAS = word_set("modality", "whenever"), word_set("shared", "was")
_SCHEDULED = 4  # words of «ومن المقرر أن»


def who_visits(
    reading: Reading, hit: Hit, right: int, speakers: dict[int, Found]
) -> tuple[list[Found], bool]:
    """Who visits, and whether the words of the visit name him."""
    sentence = reading.sentences[hit.sentence]
    if hit.start and reading.words[hit.start - 1] in _WHO_BOTH:
        people = [a for a in reading.actors_in(sentence[0], hit.start) if a.actor.kind == "person"]
        return people[-2:], True  # «أونال وأنصاري، اللذين زارا موسكو»
    if hit.start and reading.words[hit.start - 1] in _WHO:
        related = _team_that(reading, hit, sentence[0]) or elided(reading, hit, speakers)
        return ([related] if related else []), related is not None
    if reading.words[hit.start] in ON_THE_WAY and (gone := _who_left(reading, hit)):
        return gone[:1], True
    if aboard := _aboard(reading, hit, right):
        return aboard, True
    his_own = hit.trigger.form == "noun" and reading.words[hit.end - 1].endswith(HIS)
    near = [] if his_own else [
        a for a in reading.parties_in(hit.end, min(right, hit.end + NEAR))
        if _may_visit(reading, a) or _itself(hit, a)
    ]  # fmt: skip
    near = [a for a in near if arrives(reading, hit, a) or not _parted(reading, hit, a.start)]
    if near:
        joined = near[:1]
        for actor in near[1:]:
            if actor.start == joined[-1].end and "و" in actor.prefix:
                joined.append(actor)
        return [_leader(reading, joined[-1], right)] if len(joined) == 1 else joined, True
    if hit.trigger.form == "noun":
        last = reading.words[hit.end - 1]
        if last.endswith(_THEIRS):
            return last_two(reading, hit.start), False
        if not last.endswith(HIS) and (speaks := _who_speaks_there(reading, hit, sentence)):
            return [speaks], True
        opens = hit.start - sentence[0] < _OPENS and last.endswith(HIS)
        later = [a for a in reading.actors_in(hit.end, sentence[1]) if a.actor.kind == "person"]
        if opens and later and reading.words[hit.end] in lexicon().latter:
            return later[:1], True  # «وعن زيارته الأخيرة إلى واشنطن أوضح الجهيناوي»
        if hit.end < sentence[1] and reading.words[hit.end] in lexicon().latter:
            people = [a for a in reading.actors if a.start < hit.start and a.actor.kind == "person"]
            return people[-1:], True
        to_him = reading.words[min(hit.end, sentence[1] - 1)] in _TO_HIM  # «زيارة له إلى …»
        if last.endswith(HIS) or to_him or made_by_him(reading, hit):
            if (his := _in_his(reading, hit) or _who_acts_then(reading, hit, sentence)) is not None:
                return [his], True
            visitor = (
                received(reading, hit) or who_meets(reading, hit)
                or elided(reading, hit, speakers)
            )  # fmt: skip
            sent = [a for a in reading.actors_in(sentence[0], hit.start) if sent_by(reading, a)]
            people = [
                a for a in reading.actors_in(sentence[0], hit.start) if a.actor.kind == "person"
            ]
            if sent and not people:
                return sent[-1:], True  # «التقى وفد من حماس خلال زيارته لطهران …»
            named = visitor is not None and visitor.actor.kind == "person"
            tour = reading.words[hit.start].endswith(_TOURS)
            return ([visitor] if visitor is not None and named else []), tour
        if hit.prefix.endswith(("ال", "لل")):
            return [], False  # «الزيارة»: one told of before
        if not (performed(reading, hit, sentence[0]) or on_it(reading, hit)):
            return [], False
    if hit.trigger.form == "verb" and _of_others(reading, hit):
        return [], False
    if hit.trigger.form == "verb" and _set_for(reading, hit, sentence[0]):
        him = elided(reading, hit, speakers)  # «ومن المقرر أن يتوجه إلى باريس الأحد»
        if him is not None and him.actor.kind == "person":
            return [him], True
    performer = _performer(reading, hit, sentence[0])
    if performer is not None:
        return [performer], True
    if (goes := who_goes_on(reading, hit)) is not None:
        return [goes], True
    left = left_start(reading, hit, sentence)
    before = subjects(reading, left, hit.start, phone=False)
    while len(before) > 1 and hit.trigger.form == "verb" and _met_by_him(reading, before):
        before = before[:-1]  # «بعد أن التقى كيري مع عباس توجه إلى القدس»
    people = [a for a in before[-1:] if a.actor.kind == "person"]
    if people and _of_two(reading, hit):
        people = _joined(before)  # «وكان السراج وحفتر زارا موسكو»
    if not people and hit.trigger.form == "verb":
        # «أن فريقاً من المنظمة سيصل سوريا»
        people = [a for a in before[-1:] if _may_visit(reading, a) and a.actor.kind != "state"]
    if not people and hit.trigger.form == "verb":
        people = _its_people(reading, hit, left, speakers)
    if not people and hit.trigger.form == "noun":
        related = elided(reading, hit, speakers)  # «ظريف الذي بدأ الثلاثاء زيارة إلى البرازيل»
        people = [related] if related is not None and _relative(reading, hit, related) else []
    if not people and hit.trigger.form == "verb":
        people = _leader_after(reading, hit, sentence)
    if not people and hit.trigger.form == "verb" and "س" in hit.prefix:
        him = told_of(reading, hit, sentence[0])  # «إن مود الذي سيقود البعثة سيتوجه إلى دمشق»
        people = [him] if him is not None and _relative(reading, hit, him) else []
    speaker = speakers.get(hit.sentence)
    opens = hit.start - sentence[0] <= _OPENS and on_it(reading, hit)
    alone = not people and opens and not reading.actors_in(left, hit.start)
    if alone and speaker is not None and speaker.actor.kind == "person":
        people = [speaker]  # «وأضاف خلال زيارة إلى ماليزيا»
    return people, True


def _met_by_him(reading: Reading, before: list[Found]) -> bool:
    return reading.words[before[-1].start - 1] == _WITH and "و" not in before[-1].prefix


def _aboard(reading: Reading, hit: Hit, right: int) -> list[Found]:
    """«حطت طائرة بوتين في مطار أنقرة»: whose plane it is that lands."""
    near = range(hit.end, min(right, hit.end + _OPENING) if hit.trigger.form == "verb" else hit.end)
    at = next((k for k in near if reading.words[k] in _CRAFT), -1)
    owners = reading.actors_in(at + 1, at + 2) if at >= 0 else []
    return [a for a in owners if a.actor.kind == "person" and not a.prefix]


def _who_left(reading: Reading, hit: Hit) -> list[Found]:
    """«غادر بلينكن القاهرة بعد لقاء مع السيسي متوجهاً إلى …»: who is the subject of the verb."""
    first = reading.sentences[hit.sentence][0]
    for k in range(hit.start - 1, first - 1, -1):
        if reading.words[k].lstrip("وف") in lexicon().leaving:
            near = reading.actors_in(k + 1, hit.start)
            told = [a for a in near if a.start == k + 1 and _may_visit(reading, a)]
            acts = reading.actors_in(max(first, k - NEAR), k)  # «أعلن أن عون غادر لبنان، متوجهاً»
            return told or [a for a in acts if a.end == k and a.actor.kind == "person"]
    return []


def _of_two(reading: Reading, hit: Hit) -> bool:
    """«زارا», «سيزوران»: a verb of two."""
    return hit.trigger.form == "verb" and reading.words[hit.start] in _DUAL


def _joined(before: list[Found]) -> list[Found]:
    """The last of those named and the one he is joined to."""
    two = before[-2:]
    both = len(two) == 2 and "و" in two[1].prefix and two[0].actor.kind == "person"
    return two if both and two[1].start - two[0].end <= 1 else before[-1:]


def _set_for(reading: Reading, hit: Hit, first: int) -> bool:
    """Whether a sentence opens with what is scheduled, and names nobody before the verb.

    Or whether it is told when something will be: «سيلتقي ترامب عندما يزور واشنطن في 16 من الشهر».
    """
    words = reading.words[first : hit.start]
    if words[-1:] and words[-1] in _WHENEVER:
        ahead = reading.words[hit.start][:1] in ("ي", "ت")
        return ahead and not any(word.lstrip("وف") in _WAS for word in words)
    scheduled = any(word in lexicon().set_for for word in words[:_SCHEDULED])
    named = reading.actors_in(first, hit.end + 1)
    return scheduled and words[-1:] == ["ان"] and len(words) <= _SCHEDULED + 1 and not named


def _of_others(reading: Reading, hit: Hit) -> bool:
    """«ليتوجه المعتقلون إلى سوريا»: a subject of its own that is nobody known."""
    k = hit.end
    word = reading.words[k] if k < len(reading.tokens) else ""
    return (
        word.startswith("ال")
        and word.endswith(_MANY)
        and not (k in reading.actor_tokens or k in reading.dated or reading.places_in(k, k + 1))
    )


def _in_his(reading: Reading, hit: Hit) -> Found | None:
    """«رودس الذي يرافق الرئيس أوباما في زيارته إلى كينيا»: the one named right before «في»."""
    before = reading.words[hit.start - 1] if hit.start else ""
    near = [a for a in reading.actors_in(hit.start - NEAR, hit.start) if a.end == hit.start - 1]
    person = bool(near) and near[-1].actor.kind == "person"
    return near[-1] if before == "في" and person and near[-1].prefix in ("", "ل") else None


def _who_acts_then(reading: Reading, hit: Hit, sentence: tuple[int, int]) -> Found | None:
    """«وفي اليوم الثاني من زيارته لبيروت، التقى ظريف …»: of him who acts after what opens it."""
    if hit.start - sentence[0] > _OPENING or reading.actors_in(sentence[0], hit.start):
        return None
    opening = range(hit.end, min(sentence[1] - 1, hit.end + _SENT + _SENT))
    comma = next((k for k in opening if reading.words[k] == ","), -1)
    verb = reading.hit_at(comma + 1) if comma >= 0 else None
    if verb is None or verb.trigger.form != "verb" or reading.actors_in(hit.end, comma):
        return None
    near = reading.actors_in(verb.end, verb.end + 1)
    return near[0] if near and near[0].actor.kind == "person" and not near[0].prefix else None


def _its_people(reading: Reading, hit: Hit, left: int, speakers: dict[int, Found]) -> list[Found]:
    """«أعلنت المنظمة أن فريق خبرائها زار موقعاً», «إن مفتشيها وصلوا»: the body's whose they are."""
    near = reading.words[max(left, hit.start - _SENT) : hit.start]
    if not any(word.endswith("ها") and word[:-2] in lexicon().sent for word in near):
        return []
    first = reading.sentences[hit.sentence][0]
    bodies = [a for a in reading.actors_in(first, hit.start) if a.actor.kind == "organisation"]
    speaker = speakers.get(hit.sentence)
    if not bodies and speaker is not None and speaker.actor.kind == "organisation":
        bodies = [speaker]
    return bodies[:1]


def _performer(reading: Reading, hit: Hit, first: int) -> Found | None:
    """«يقوم ممثلون عن المعارضة … مساندتها الأسد بزيارة»: the subject right after the verb."""
    if hit.trigger.form != "noun" or not hit.prefix.endswith("ب"):
        return None
    for k in range(hit.start - 1, max(first, hit.start - PERFORMED) - 1, -1):
        if reading.words[k].lstrip("وفس") not in lexicon().performing:
            continue
        near = reading.parties_in(k + 1, min(hit.start, k + 1 + _SUBJECT))
        return near[0] if near and _may_visit(reading, near[0]) else None
    return None


def _leader(reading: Reading, visitor: Found, right: int) -> Found:
    """«وفد حركة حماس برئاسة زعيمها خالد مشعل»: who leads those who come, where he is named."""
    if visitor.actor.kind == "person":
        return visitor
    for actor in reading.actors_in(visitor.end, min(right, visitor.end + _LED)):
        words = reading.words[visitor.end : actor.start]
        if actor.actor.kind == "person" and any(w in lexicon().leading for w in words):
            return actor
    return visitor


def _leader_after(reading: Reading, hit: Hit, sentence: tuple[int, int]) -> list[Found]:
    """«أن وفد المعارضة سيتوجه إلى جنيف برئاسة رياض حجاب»: who leads those who come, told last."""
    stop = min(sentence[1], hit.end + _DELEGATES)
    verbs = [h.start for h in reading.hits_in(hit.end, stop) if h.trigger.form == "verb"]
    stop = min([stop, *verbs])
    words = [word.removeprefix("و") for word in reading.words[hit.end : stop]]
    at = next((k for k, word in enumerate(words) if word in lexicon().leading), -1)
    before = reading.words[max(sentence[0], hit.start - _SENT) : hit.start]
    sent = set(before) | set(words[: max(at, 0)])
    if at < 0 or _PEOPLE.isdisjoint(sent):
        return []
    near = reading.actors_in(hit.end + at + 1, hit.end + at + 1 + _SENT)
    return near[:1] if near and near[0].actor.kind == "person" else []


def _relative(reading: Reading, hit: Hit, actor: Found) -> bool:
    """Whether a relative clause of a person holds the visit."""
    return actor.actor.kind == "person" and any(
        word in _WHO for word in reading.words[actor.end : min(actor.end + 2, hit.start)]
    )


def _itself(hit: Hit, actor: Found) -> bool:
    """«زيارة الائتلاف إلى موسكو»: a body right after the noun."""
    body = actor.actor.kind in ("organisation", "armed_group")
    return body and hit.trigger.form == "noun" and actor.start == hit.end and not actor.prefix


def _who_speaks_there(reading: Reading, hit: Hit, sentence: tuple[int, int]) -> Found | None:
    """«وأثناء زيارة إلى الجولان اليوم، قال ليبرمان …»: who speaks on a visit that opens it."""
    before = reading.words[hit.start - 1].removeprefix("و") if hit.start else ""
    if hit.start - sentence[0] != 1 or before not in DURING:
        return None
    comma = next((k for k in range(hit.end, sentence[1]) if reading.words[k] == ","), -1)
    said = reading.hit_at(comma + 1) if comma >= 0 else None
    if said is None or said.trigger.type != "STATEMENT" or said.trigger.form != "verb":
        return None
    near = reading.actors_in(said.end, said.end + _SENT)
    return near[0] if near and near[0].actor.kind == "person" else None


def _team_that(reading: Reading, hit: Hit, first: int) -> Found | None:
    """«فريق الأمم المتحدة الأمني الذي زار دوما»: the body whose team it was."""
    near = [
        a for a in reading.actors_in(first, hit.start - 1)
        if hit.start - 1 - a.end <= MADE and a.actor.kind == "organisation"
    ]  # fmt: skip
    return near[-1] if near and _may_visit(reading, near[-1]) else None


def _may_visit(reading: Reading, actor: Found) -> bool:
    """A person, or the people of a body: «وفد الائتلاف», «مفتشون من منظمة حظر الأسلحة»."""
    if actor.actor.kind == "media" or actor.prefix.strip("ول"):
        return False
    if actor.start and reading.words[actor.start - 1] in _HOUSES:
        return False  # «زار سفارة خادم الحرمين الشريفين»
    if actor.actor.kind == "person" or actor.via == "delegation" or its_team(reading, actor):
        return True
    k = actor.start - 1
    if k >= 0 and reading.words[k] in ("من", "عن", "تابع", "تابعه"):
        k -= 1
    sent = lexicon().delegation
    words = [reading.words[j] for j in range(max(0, k - 1), k + 1)]
    return any(w in sent or w.removeprefix("و") in sent for w in words)


def _parted(reading: Reading, hit: Hit, stop: int) -> bool:
    """«زيارة إلى الأردن، يجري خلالها مباحثات مع الملك»: whom he sees is not who visits."""
    words = reading.words[hit.end : stop]
    if words[-1:] and words[-1] in BY_HIM:
        return False  # «زيارة إلى بيروت قام بها لافروف»
    if any(w in _PARTS for w in words) or any(
        place.located for place in reading.places_in(hit.end, stop)
    ):
        return True
    return "," in words and hit.trigger.form == "noun"


def arrives(reading: Reading, hit: Hit, actor: Found) -> bool:
    """«يصل غداً إلى بيروت المبعوث …»: who comes stands after the place, with no other before it."""
    if hit.trigger.form != "verb" or actor.prefix:
        return False
    if reading.words[actor.start - 1].removeprefix("و") in lexicon().leading:
        there = reading.places_in(hit.end, actor.start)
        return bool(there) and toward(reading, hit, there[0])  # «سيتوجه إلى جنيف برئاسة حجاب»
    # «الموفد الأميركي إلى لبنان وسوريا توماس براك»: what stands before his title
    words = range(hit.end, actor.start)
    until = next((k for k in words if reading.words[k] in lexicon().comers), actor.start)
    there = reading.places_in(hit.end, until)
    if not there or not toward(reading, hit, there[-1]):
        return False
    between = [k for k in range(there[-1].end, until) if not _of_a_day(reading, k)]
    if any(reading.words[k] in _COMPANY for k in (*range(hit.end, there[-1].start), *between)):
        return False
    if any(
        reading.words[k] not in titles().styles and not names_it(reading.words[k]) for k in between
    ):
        return False  # but «مدينة سوتشي الروسية أمس الرئيس …»
    left = left_start(reading, hit, reading.sentences[hit.sentence])
    return not subjects(reading, left, hit.start, phone=False)


def _of_a_day(reading: Reading, k: int) -> bool:
    """Whether a word is of a day, or the comma or «في» beside it: «، أمس،», «في التاسع من»."""
    beside = k + 1 in reading.dated or k - 1 in reading.dated
    return k in reading.dated or (beside and reading.words[k] in (",", "في"))
