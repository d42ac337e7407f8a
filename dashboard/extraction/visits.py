"""Visits: a named person or body comes to a named place (PLOVER CONSULT, mode visit)."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from dashboard.extraction.actors import Found
from dashboard.extraction.dating import event_date, published_date
from dashboard.extraction.encounters import Encounter
from dashboard.extraction.lasting import lasting
from dashboard.extraction.lexicon import lexicon
from dashboard.extraction.moments import (
    modality_of,
    of_another_encounter,
    only_willed,
    when_ahead,
)
from dashboard.extraction.parties import left_start, right_end, subjects
from dashboard.extraction.places import FoundPlace
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.referents import elided, last_two
from dashboard.extraction.registry import registry
from dashboard.extraction.titles import titles
from dashboard.extraction.whereabouts import PLACE_REACH
from dashboard.model import DateMention
from dashboard.text import fold_word

_CALLED = frozenset(
    fold_word(w)
    for w in ("العاصمة", "مدينة", "دولة", "مملكة", "جمهورية", "سلطنة", "منتجع", "مقر", "بلدة")
)
_THEIRS = "تهما"
_HIS = ("ته", "تها", "وله", "ولها", "جهه", "جهها", "دومه", "دومها")
_HOUSES = frozenset(fold_word(w) for w in ("سفارة", "قصر", "مقر", "مكتب", "ضريح", "منزل", "ديوان"))
_EXACTLY = 16  # words from a land to the town meant
_PERFORMED = 30  # words from «قام» to «بزيارة», a long title between
_NEAR = 12  # words from the trigger to a visitor named after it
_INSIDE = 7  # words from the visitor to «في المدينة» after a verb of visiting
_OPENS = 3  # words from «وأضاف» to «زيارة»
_SUBJECT = 4  # words from «يقوم» to who does
_TOURS = fold_word("جولة")
_LED = 5  # words from a body to him who leads its people
_SENT = 4  # words from «خبراءها» to the verb
_MADE = 4  # words from «زيارة» to «قام بها»
_TOUR = 12  # words from the first place of a tour to its last
_TO_HIM = frozenset(fold_word(w) for w in ("له", "لها"))
_BY_HIM = frozenset(fold_word(w) for w in ("بها", "به"))
_AFTER = frozenset(fold_word(w) for w in ("بعد", "عقب", "في", "إثر"))
_RECEIVES = frozenset(fold_word(w) for w in ("استقبل", "استقبلت", "يستقبل", "تستقبل"))
_DURING = frozenset(
    fold_word(w)
    for w in ("خلال", "أثناء", "بداية", "مستهل", "ختام", "نهاية", "إطار", "هامش", "ضمن")
)
_SEES = frozenset(
    fold_word(w)
    for w in ("زار", "زارت", "يزور", "تزور", "تفقد", "تفقدت", "يتفقد", "تتفقد", "تفقده", "زيارة",
              "توقف", "توقفت")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit that was read; ``told`` where the text tells it, not only alludes to it."""

    encounter: Encounter
    told: bool


def read_visits(
    reading: Reading, hit: Hit, speakers: dict[int, Found], narrative: dict[int, DateMention]
) -> list[Visit]:
    """«وصل كيري إلى جنيف», «زيارة لافروف إلى أنقرة», «خلال زيارته لدمشق»: one a visitor."""
    sentence = reading.sentences[hit.sentence]
    if hit.trigger.mode == "visit" and _only_wished(reading, hit, sentence[0]):
        return []
    right = right_end(reading, hit, sentence)
    if _made_by_him(reading, hit):
        right = max(right, min(sentence[1], hit.end + _NEAR))  # «الزيارة التي يقوم بها إلى …»
    visitors, named = _visitors(reading, hit, right, speakers)
    if not visitors:
        return []
    places = _destinations(reading, hit, right, visitors[-1])
    if not places:
        return []
    place = places[-1]
    told_by = max(hit.end, visitors[-1].end, place.end)
    when = event_date(reading, hit.start, told_by, narrative.get(hit.sentence))
    before = reading.tokens[hit.start - 1].text.removeprefix("و") if hit.start else ""
    if when.basis == "sentence" and (before in _DURING or of_another_encounter(reading, hit, when)):
        when = published_date(reading)  # «تحدث في مستهل زيارته عن اجتماع يعقد في السابع من …»
    if when.basis == "narrative" and hit.trigger.form == "noun":
        when = published_date(reading)  # a visit that is spoken of, not told as it goes
    when = lasting(reading, hit, when)
    told = named or when.basis != "published" or before in _DURING
    if visitors[0].start < hit.start and _in_passing(reading, hit, sentence):
        told = False
    end = max(visitors[-1].end, place.end, hit.end)
    sees = reading.tokens[hit.end - 1].text.lstrip("وفس") in _SEES or hit.trigger.form == "noun"
    modality = modality_of(reading, hit, when, sentence)
    if modality == "future":
        when = when_ahead(reading, when)
    return [
        Visit(
            Encounter(
                "visit", modality, when, there.place, (visitor,),
                min(hit.start, visitor.start), end, hit.sentence,
                "consult.visit" if sees else "consult.visit.arrival",
                0.6 if when.basis in ("clause", "sentence") else 0.55,
            ),
            told,
        )
        for visitor in visitors for there in places
    ]  # fmt: skip


def _only_wished(reading: Reading, hit: Hit, first: int) -> bool:
    """«أراد إجراء زيارة», «دعاه إلى زيارة موسكو»: no visit yet."""
    return (
        reading.cue("called", max(first, hit.start - 4), hit.start)
        or reading.cue("denied", max(first, hit.start - 2), hit.start)
        or only_willed(reading, hit, first)
    )


def _visitors(
    reading: Reading, hit: Hit, right: int, speakers: dict[int, Found]
) -> tuple[list[Found], bool]:
    """Who visits, and whether the words of the visit name him."""
    sentence = reading.sentences[hit.sentence]
    if hit.start and reading.tokens[hit.start - 1].text in _WHO:
        related = elided(reading, hit, speakers)
        return ([related] if related else []), related is not None
    near = [
        a for a in reading.parties_in(hit.end, min(right, hit.end + _NEAR))
        if _may_visit(reading, a) or _itself(hit, a)
    ]  # fmt: skip
    near = [a for a in near if _arrives(reading, hit, a) or not _parted(reading, hit, a.start)]
    if near:
        joined = near[:1]
        for actor in near[1:]:
            if actor.start == joined[-1].end and "و" in actor.prefix:
                joined.append(actor)
        return [_leader(reading, joined[-1], right)] if len(joined) == 1 else joined, True
    if hit.trigger.form == "noun":
        last = reading.tokens[hit.end - 1].text
        if last.endswith(_THEIRS):
            return last_two(reading, hit.start), False
        opens = hit.start - sentence[0] < _OPENS and last.endswith(_HIS)
        later = [a for a in reading.actors_in(hit.end, sentence[1]) if a.actor.kind == "person"]
        if opens and later and reading.tokens[hit.end].text in lexicon().latter:
            return later[:1], True  # «وعن زيارته الأخيرة إلى واشنطن أوضح الجهيناوي»
        if hit.end < sentence[1] and reading.tokens[hit.end].text in lexicon().latter:
            people = [a for a in reading.actors if a.start < hit.start and a.actor.kind == "person"]
            return people[-1:], True
        to_him = reading.tokens[min(hit.end, sentence[1] - 1)].text in _TO_HIM  # «زيارة له إلى …»
        if last.endswith(_HIS) or to_him or _made_by_him(reading, hit):
            if (his := _in_his(reading, hit)) is not None:
                return [his], True
            visitor = _received(reading, hit) or elided(reading, hit, speakers)
            named = visitor is not None and visitor.actor.kind == "person"
            tour = reading.tokens[hit.start].text.endswith(_TOURS)
            return ([visitor] if visitor is not None and named else []), tour
        if hit.prefix.endswith(("ال", "لل")):
            return [], False  # «الزيارة»: one told of before
        if not (_performed(reading, hit, sentence[0]) or _on_it(reading, hit)):
            return [], False
    performer = _performer(reading, hit, sentence[0])
    if performer is not None:
        return [performer], True
    left = left_start(reading, hit, sentence)
    before = subjects(reading, left, hit.start, phone=False)
    people = [a for a in before[-1:] if a.actor.kind == "person"]
    if not people and hit.trigger.form == "verb":
        # «أن فريقاً من المنظمة سيصل سوريا»
        people = [a for a in before[-1:] if _may_visit(reading, a) and a.actor.kind != "state"]
    if not people and hit.trigger.form == "verb":
        people = _its_people(reading, hit, left, speakers)
    if not people and hit.trigger.form == "noun":
        related = elided(reading, hit, speakers)  # «ظريف الذي بدأ الثلاثاء زيارة إلى البرازيل»
        people = [related] if related is not None and _relative(reading, hit, related) else []
    speaker = speakers.get(hit.sentence)
    opens = hit.start - sentence[0] <= _OPENS and _on_it(reading, hit)
    alone = not people and opens and not reading.actors_in(left, hit.start)
    if alone and speaker is not None and speaker.actor.kind == "person":
        people = [speaker]  # «وأضاف خلال زيارة إلى ماليزيا»
    return people, True


def _in_his(reading: Reading, hit: Hit) -> Found | None:
    """«رودس الذي يرافق الرئيس أوباما في زيارته إلى كينيا»: the one named right before «في»."""
    before = reading.tokens[hit.start - 1].text if hit.start else ""
    near = [a for a in reading.actors_in(hit.start - _NEAR, hit.start) if a.end == hit.start - 1]
    person = bool(near) and near[-1].actor.kind == "person"
    return near[-1] if before == "في" and person and not near[-1].prefix else None


def _its_people(reading: Reading, hit: Hit, left: int, speakers: dict[int, Found]) -> list[Found]:
    """«أعلنت المنظمة أن فريق خبرائها زار موقعاً», «إن مفتشيها وصلوا»: the body's whose they are."""
    near = [token.text for token in reading.tokens[max(left, hit.start - _SENT) : hit.start]]
    if not any(word.endswith("ها") and word[:-2] in lexicon().sent for word in near):
        return []
    first = reading.sentences[hit.sentence][0]
    bodies = [a for a in reading.actors_in(first, hit.start) if a.actor.kind == "organisation"]
    speaker = speakers.get(hit.sentence)
    if not bodies and speaker is not None and speaker.actor.kind == "organisation":
        bodies = [speaker]
    return bodies[:1]


def _performed(reading: Reading, hit: Hit, first: int) -> bool:
    """«قام الأمير … بزيارة», not «أشادا بزيارة لبعثة»: a verb of which the visit is the deed."""
    words = [t.text for t in reading.tokens[max(first, hit.start - _PERFORMED) : hit.start]]
    done = lexicon().performing
    return any(w in done or (len(w) > 3 and w.lstrip("وفس") in done) for w in words)


def _made_by_him(reading: Reading, hit: Hit) -> bool:
    """«خلال زيارة قام بها إلى بيروت»: of him who speaks."""
    words = [t.text for t in reading.tokens[hit.end : hit.end + _MADE]]
    return any(one in lexicon().performing and other in _BY_HIM for one, other in pairwise(words))


def _on_it(reading: Reading, hit: Hit) -> bool:
    """«عاد الوزير إلى القاهرة بعد زيارة إلى واشنطن»: whose return it is, visited."""
    before = reading.tokens[hit.start - 1].text.removeprefix("و") if hit.start else ""
    return before in _DURING or before in _AFTER


def _in_passing(reading: Reading, hit: Hit, sentence: tuple[int, int]) -> bool:
    """«بحث المبعوث خلال زيارة إلى طهران …»: part of the talks that the sentence tells.

    Likewise «عاد بعد زيارة إلى …»; a visit with an ending of its own («زيارته») is told.
    """
    alone = hit.trigger.form == "noun" and not reading.tokens[hit.end - 1].text.endswith(_HIS)
    alone = alone and reading.tokens[hit.end].text not in lexicon().latter
    left = reading.actors_in(hit.start - 6, hit.start)
    if left and left[-1].end == hit.start - 1 and reading.tokens[hit.start - 1].text == "في":
        return False  # «كان صالح مسلم في زيارة إلى براغ»
    if not alone or not _on_it(reading, hit) or _performed(reading, hit, sentence[0]):
        return False
    before = reading.tokens[hit.start - 1].text.removeprefix("و")
    return before not in _DURING or any(
        other.trigger.type == "CONSULT" and other.trigger.mode != "visit"
        for other in reading.hits_in(*sentence)
    )


def _received(reading: Reading, hit: Hit) -> Found | None:
    """«استقبل الوزير نظيره السوري لدى وصوله إلى مسقط»: he who is received arrives."""
    first = reading.sentences[hit.sentence][0]
    host = [
        h for h in reading.hits_in(first, hit.start)
        if reading.tokens[h.end - 1].text.lstrip("وفس") in _RECEIVES
    ]  # fmt: skip
    people = [
        a for a in reading.actors_in(host[-1].end if host else hit.start, hit.start)
        if a.actor.kind == "person"
    ]  # fmt: skip
    return people[-1] if len(people) > 1 else None


def _performer(reading: Reading, hit: Hit, first: int) -> Found | None:
    """«يقوم ممثلون عن المعارضة … مساندتها الأسد بزيارة»: the subject right after the verb."""
    if hit.trigger.form != "noun" or not hit.prefix.endswith("ب"):
        return None
    for k in range(hit.start - 1, max(first, hit.start - _PERFORMED) - 1, -1):
        if reading.tokens[k].text.lstrip("وفس") not in lexicon().performing:
            continue
        near = reading.parties_in(k + 1, min(hit.start, k + 1 + _SUBJECT))
        return near[0] if near and _may_visit(reading, near[0]) else None
    return None


def _leader(reading: Reading, visitor: Found, right: int) -> Found:
    """«وفد حركة حماس برئاسة زعيمها خالد مشعل»: who leads those who come, where he is named."""
    if visitor.actor.kind == "person":
        return visitor
    for actor in reading.actors_in(visitor.end, min(right, visitor.end + _LED)):
        words = [t.text for t in reading.tokens[visitor.end : actor.start]]
        if actor.actor.kind == "person" and any(w in lexicon().leading for w in words):
            return actor
    return visitor


def _relative(reading: Reading, hit: Hit, actor: Found) -> bool:
    """Whether a relative clause of a person holds the visit."""
    return actor.actor.kind == "person" and any(
        token.text in _WHO for token in reading.tokens[actor.end : min(actor.end + 2, hit.start)]
    )


def _itself(hit: Hit, actor: Found) -> bool:
    """«زيارة الائتلاف إلى موسكو»: a body right after the noun."""
    body = actor.actor.kind in ("organisation", "armed_group")
    return body and hit.trigger.form == "noun" and actor.start == hit.end and not actor.prefix


def _may_visit(reading: Reading, actor: Found) -> bool:
    """A person, or the people of a body: «وفد الائتلاف», «مفتشون من منظمة حظر الأسلحة»."""
    if actor.actor.kind == "media" or actor.prefix.strip("ول"):
        return False
    if actor.start and reading.tokens[actor.start - 1].text in _HOUSES:
        return False  # «زار سفارة خادم الحرمين الشريفين»
    if actor.actor.kind == "person" or actor.via == "delegation":
        return True
    k = actor.start - 1
    if k >= 0 and reading.tokens[k].text in ("من", "عن", "تابع", "تابعه"):
        k -= 1
    sent = lexicon().delegation
    words = [reading.tokens[j].text for j in range(max(0, k - 1), k + 1)]
    return any(w in sent or w.removeprefix("و") in sent for w in words)


_WHO = frozenset(fold_word(w) for w in ("الذي", "التي"))
_COMPANY = frozenset(fold_word(w) for w in ("مع", "بين", ","))
_PARTS = frozenset(fold_word(w) for w in ("إلى", "الى", "في", "مع", "لدى", "على", "بين"))


def _parted(reading: Reading, hit: Hit, stop: int) -> bool:
    """«زيارة إلى الأردن، يجري خلالها مباحثات مع الملك»: whom he sees is not who visits."""
    words = [t.text for t in reading.tokens[hit.end : stop]]
    if words[-1:] and words[-1] in _BY_HIM:
        return False  # «زيارة إلى بيروت قام بها لافروف»
    if any(w in _PARTS for w in words) or any(
        place.located for place in reading.places_in(hit.end, stop)
    ):
        return True
    return "," in words and hit.trigger.form == "noun"


def _arrives(reading: Reading, hit: Hit, actor: Found) -> bool:
    """«يصل غداً إلى بيروت المبعوث …»: who comes stands after the place, with no other before it."""
    if hit.trigger.form != "verb" or actor.prefix:
        return False
    there = reading.places_in(hit.end, actor.start)
    if not there or not _toward(reading, hit, there[-1]):
        return False
    if any(word.text in _COMPANY for word in reading.tokens[hit.end : actor.start]):
        return False
    between = (k for k in range(there[-1].end, actor.start) if k not in reading.dated)
    if any(reading.tokens[k].text not in titles().styles for k in between):
        return False
    left = left_start(reading, hit, reading.sentences[hit.sentence])
    return not subjects(reading, left, hit.start, phone=False)


def _destination(
    reading: Reading, hit: Hit, right: int, visitor: Found | None
) -> FoundPlace | None:
    sees = reading.tokens[hit.end - 1].text.lstrip("وفس") in _SEES
    begin = max(hit.end, visitor.end if visitor is not None else 0)
    for place in reading.places_in(hit.end, min(right, hit.end + PLACE_REACH)):
        before = visitor is not None and visitor.start >= hit.end and place.start < visitor.end
        if before and visitor is not None and not _arrives(reading, hit, visitor):
            continue  # «زيارة مصر» is one to Egypt
        if _toward(reading, hit, place) or (
            visitor is not None and _right_after(reading, visitor, place)
        ):
            return _exactly(reading, place)
        if sees and place.located and place.start - begin <= _INSIDE:
            return _exactly(reading, place)
    return None


def _destinations(
    reading: Reading, hit: Hit, right: int, visitor: Found | None
) -> list[FoundPlace]:
    """«جولة نقلته إلى الصين وإندونيسيا»: the places of a visit, those joined to the first too."""
    first = _destination(reading, hit, right, visitor)
    if first is None:
        return []
    out = [first]
    for place in reading.places_in(first.end, first.end + _TOUR):
        between = [t.text for t in reading.tokens[out[-1].end : place.start]]
        joined = "و" in reading.tokens[place.start].text[: place.clitic] and not between
        if not joined and between not in ([","], ["و"], [",", "ثم"], ["ثم"]):
            break
        if place.place.precision != first.place.precision and not joined:
            break  # «إلى موسكو، روسيا»
        out.append(place)
    return out


def _right_after(reading: Reading, visitor: Found, place: FoundPlace) -> bool:
    """«زيارة الوزير، جان إيف لودريان، طهران»: a comma may close the name."""
    between = [token.text for token in reading.tokens[visitor.end : place.start]]
    return between in ([], [","])


def _exactly(reading: Reading, place: FoundPlace) -> FoundPlace:
    """«زار شمال شرق سوريا …، وتحديداً مدينة عين العرب»: the town that is named for the land."""
    for other in reading.places_in(place.end, place.end + _EXACTLY):
        words = [t.text for t in reading.tokens[place.end : other.start]]
        if any(w.endswith("تحديدا") or w == "بالتحديد" for w in words[-3:]):
            if other.place.country == place.place.country:
                return other
    return place


def _names_it(word: str) -> bool:
    """Words before a place that say what it is and of which land: «العاصمة السورية»."""
    return word in _CALLED or (word.startswith("ال") and bool(registry().adjective(word)))


def _toward(reading: Reading, hit: Hit, place: FoundPlace) -> bool:
    k = place.start - 1
    while k > hit.end and _names_it(reading.tokens[k].text):
        k -= 1  # «إلى مدينة جنيف», «لدولة الكويت», «إلى العاصمة الإثيوبية أديس أبابا»
    before = reading.tokens[k].text
    prefix = reading.tokens[place.start].text[: place.clitic]
    return (
        before == "الي" or "ل" in prefix or before.startswith(("لدول", "للعاصم", "لمدين"))
        or (before == "العاصمه" or place.start == hit.end)
    )  # fmt: skip
