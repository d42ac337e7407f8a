"""Visits: a named person or body comes to a named place (PLOVER CONSULT, mode visit)."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.circumstances.dating import event_date, of_the_report, published_date
from dashboard.extraction.circumstances.posts import of_an_envoy
from dashboard.extraction.circumstances.venues import landed_in
from dashboard.extraction.circumstances.whereabouts import PLACE_REACH
from dashboard.extraction.encounters.clauses import right_end
from dashboard.extraction.encounters.directions import names_it, toward, towards
from dashboard.extraction.encounters.encounter import Encounter
from dashboard.extraction.encounters.journeys import COMING, day_of_leaving
from dashboard.extraction.encounters.lasting import lasting
from dashboard.extraction.encounters.modality import modality_of
from dashboard.extraction.encounters.moments import (
    of_another_encounter,
    of_what_was_said,
    only_willed,
    when_ahead,
)
from dashboard.extraction.encounters.parties import WHO
from dashboard.extraction.encounters.performing import (
    DURING,
    came_back,
    made_by_him,
    on_it,
    performed,
)
from dashboard.extraction.encounters.received import HIS
from dashboard.extraction.encounters.travellers import in_which, planned, travellers, whom_to
from dashboard.extraction.encounters.visitors import NEAR, arrives, who_visits
from dashboard.extraction.places.lands import side_of
from dashboard.extraction.places.mentions import FoundPlace
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.lexicon import lexicon
from dashboard.extraction.vocabulary.registry import registry
from dashboard.model import Actor, DateMention, EventDate, Place
from dashboard.text import Word, fold_word

_COUNTRY = 6  # UCDP where_prec
_EXACTLY = 16  # words from a land to the town meant
_AFTER_NAME = 14  # words from the name of the visitor to the place, more titles between
_INSIDE = 7  # words from the visitor to «في المدينة» after a verb of visiting
_OPENING, _FROM = 3, ("من", "في")
_TO, _TO_IT = fold_word("إلى"), frozenset(fold_word(w) for w in ("إليها", "إليه"))
_WHERE = fold_word("حيث")
_PAST_PERFECT, _EVENING = word_set("story", "past_perfect"), word_set("visits", "evening")
_TOUR = 12  # words from the first place of a tour to its last
_SEES = word_set("visits", "sees")
_STOPS = word_set("visits", "stops")
_SAW_IT = word_set("visits", "saw_it")
_SPOKEN_OF = word_set("visits", "spoken_of")
_ADDRESSED = word_set("visits", "addressed")
_LEAVES = word_set("visits", "leaves")
_LEFT, _AFTER = word_set("visits", "left"), word_set("visits", "after")


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit that was read; ``told`` where the text tells it, not only alludes to it.

    ``beside`` where it is only that on which something was said or done («خلال زيارة إلى …»).
    """

    encounter: Encounter
    told: bool
    beside: bool = False


def read_visits(
    reading: Reading, hit: Hit, speakers: dict[int, Found], narrative: dict[int, DateMention]
) -> list[Visit]:
    """«وصل كيري إلى جنيف», «زيارة لافروف إلى أنقرة», «خلال زيارته لدمشق»: one a visitor."""
    sentence = reading.sentences[hit.sentence]
    if hit.trigger.mode == "visit" and _only_wished(reading, hit, sentence[0]):
        return []
    right = right_end(reading, hit, sentence)
    if made_by_him(reading, hit):
        right = max(right, min(sentence[1], hit.end + NEAR))  # «الزيارة التي يقوم بها إلى …»
    visitors, named = in_which(reading, hit), True
    if not visitors:
        visitors, named = who_visits(reading, hit, right, speakers)
    around = [] if visitors else travellers(reading, hit, speakers)
    if not (visitors or around):
        return []
    places = _destinations(reading, hit, right, None if around else visitors[-1])
    if places and _only_addressed(reading, hit, places[-1]):
        return []
    if around:  # a team told of before is told of again where its day is told
        visitors, named = around, around[0].actor.kind == "person"
    if not places:
        return []
    place = places[-1]
    if reading.words[hit.end - 1].lstrip("وفس") in _STOPS and not _at(reading, place):
        return []
    named_here = [a for a in visitors if sentence[0] <= a.start < sentence[1]]
    told_by = max([hit.end, place.end, *(a.end for a in named_here)])
    when = event_date(reading, hit.start, told_by, narrative.get(hit.sentence))
    before = reading.words[hit.start - 1].removeprefix("و") if hit.start else ""
    if when.basis == "sentence" and (
        before in DURING or of_another_encounter(reading, hit, when)
        or _of_where_he_came_from(reading, hit, when)
    ):  # fmt: skip
        when = published_date(reading)  # «تحدث في مستهل زيارته عن اجتماع يعقد في السابع من …»
    if _a_source_said(reading, hit, sentence[0]) and of_what_was_said(reading, hit, when):
        when = published_date(reading)
    if before in _SPOKEN_OF and _told_before(reading, hit, when):
        when = published_date(reading)  # «صدر أمس بيان بمناسبة زيارة الأمير»
    if when.basis == "narrative" and (hit.trigger.form == "noun" or before in WHO):
        when = published_date(reading)  # a visit that is spoken of, not told as it goes
    if came_back(reading, hit) and _told_before(reading, hit, when):
        when = published_date(reading)  # «عاد مساء الأحد من زيارة»: the day on which he was back
    when = lasting(reading, hit, when)
    beside = visitors[0].actor.kind == "person" and visitors[0].end == hit.start
    told = named or beside or when.basis != "published" or before in DURING
    passing = visitors[0].start < hit.start and _in_passing(reading, hit, sentence)
    passing = passing and _left_for(reading, hit) is None and _left_after(reading, hit) is None
    told = told and not (passing and before not in DURING)
    sees = reading.words[hit.end - 1].lstrip("وفس") in _SEES or hit.trigger.form == "noun"
    modality = modality_of(reading, hit, when, sentence)
    if _leaves(reading, hit) and not (modality != "historical" and _beside(reading, hit, visitors)):
        return []  # «غادر المالكي العراق إلى سوريا في سبعينيات القرن»: into exile
    modality = "future" if modality == "actual" and planned(reading, hit) >= 0 else modality
    if modality == "future":
        told = told or bool(around)
        said = when.basis == "sentence" and of_what_was_said(reading, hit, when)
        ahead = not (said or of_the_report(reading, hit.end, when))
        when = when_ahead(reading, when) if ahead else EventDate()
    return [
        Visit(
            Encounter(
                "visit", modality, when, landed_in(there.place),
                (visitor, *whom_to(reading, hit, visitor, there)),
                min(hit.start, visitor.start if visitor in named_here else hit.start),
                told_by, hit.sentence,
                "consult.visit" if sees else "consult.visit.arrival",
                0.6 if when.basis in ("clause", "sentence") else 0.55,
                leaving=when.start is not None
                and day_of_leaving(reading, reading.token_at(when.start)),
            evening=when.start is not None
                and _came_before(reading, sentence[0], reading.token_at(when.start)),
            ),
            told, passing,
        )
        for visitor in visitors for there in places
        if sees or not _comes_home(visitor, there.place)
    ]  # fmt: skip


def _leaves(reading: Reading, hit: Hit) -> bool:
    """«غادر الحريري بيروت إلى باريس»: a verb of leaving."""
    return hit.trigger.form == "verb" and reading.words[hit.end - 1].lstrip("وفس") in _LEAVES


def _beside(reading: Reading, hit: Hit, visitors: list[Found]) -> bool:
    """Whether who leaves stands right by the verb, a comma between at most."""
    comma = reading.words[hit.start - 1] == ","
    return any(v.start == hit.end or v.end == hit.start - comma for v in visitors)


def _only_addressed(reading: Reading, hit: Hit, place: FoundPlace) -> bool:
    """«توجه بالشكر إلى العراق»: what is sent there is no person."""
    return hit.trigger.form == "verb" and any(
        word in _ADDRESSED for word in reading.words[hit.end : place.start]
    )


def _of_where_he_came_from(reading: Reading, hit: Hit, when: EventDate) -> bool:
    """«وصل إلى طهران آتياً من دمشق، حيث أجرى أمس محادثات»: the day of what he did before."""
    at = reading.token_at(when.start) if when.start is not None else 0
    words = reading.words[hit.end : at]
    came = next((k for k, word in enumerate(words) if word in COMING), len(words))
    return any(word == _WHERE or word in WHO for word in words[came:])


def _came_before(reading: Reading, first: int, at: int) -> bool:
    """«وكان تيلرسون وصل إلى موسكو مساء الثلثاء»: the evening before the talks that are told."""
    evening = reading.words[at] in _EVENING
    return evening and reading.words[first] in _PAST_PERFECT


def _at(reading: Reading, place: FoundPlace) -> bool:
    """«في بيروت», «بمدينة حلب»: a place at which something is."""
    k = place.start
    while k and names_it(reading.words[k - 1]):
        k -= 1
    at = "ب" in reading.words[place.start][: place.clitic]
    return at or (k > 0 and reading.words[k - 1] == "في")


def _comes_home(visitor: Found, place: Place) -> bool:
    """«وصل وزير الداخلية اليمني إلى اليمن»: no visit, but where one travels from."""
    home = bool(visitor.actor.side) and side_of(place.country) == visitor.actor.side
    state = registry().state(visitor.actor.side) if home else None
    return home and (place.precision == _COUNTRY or _capital_of(place, state))


def _capital_of(place: Place, state: Actor | None) -> bool:
    """«وصل الرئيس الموريتاني إلى نواكشوط»: he comes back to his own capital."""
    words = [Word(0, 0, fold_word(part)) for part in place.name_ar.split()]
    named = registry().capitals.at(words, 0) if words and state is not None else None
    return named is not None and state is not None and state.id in named.values


def _told_before(reading: Reading, hit: Hit, when: EventDate) -> bool:
    """Whether a date stands before the words of a visit."""
    return when.start is not None and when.start < reading.span(hit.start, hit.end)[0]


def _a_source_said(reading: Reading, hit: Hit, first: int) -> bool:
    """«قال مصدران أمس إن سليماني زار روسيا»: the day is of what they said, not of the visit."""
    sources = lexicon().sources
    told = any(word in sources for word in reading.words[first : hit.start])
    return told and hit.trigger.form == "verb"


def _only_wished(reading: Reading, hit: Hit, first: int) -> bool:
    """«أراد إجراء زيارة», «دعاه إلى زيارة موسكو»: no visit yet."""
    before = reading.words[hit.start - 1].removeprefix("و") if hit.start else ""
    if before in DURING:
        return False  # «طالب في ختام زيارة إلى اليمن بالسماح …»
    return (
        reading.cue("called", max(first, hit.start - 4), hit.start)
        or reading.cue("denied", max(first, hit.start - 2), hit.start)
        or only_willed(reading, hit, first)
    )


def _in_passing(reading: Reading, hit: Hit, sentence: tuple[int, int]) -> bool:
    """«بحث المبعوث خلال زيارة إلى طهران …»: part of the talks that the sentence tells.

    Likewise «عاد بعد زيارة إلى …»; a visit with an ending of its own («زيارته») is told.
    """
    alone = hit.trigger.form == "noun" and not reading.words[hit.end - 1].endswith(HIS)
    alone = alone and reading.words[hit.end] not in lexicon().latter
    if came_back(reading, hit) and not _met_there(reading, hit):
        return False  # «عاد البرهان إلى بورتسودان من زيارة لمصر»
    left = reading.actors_in(hit.start - 6, hit.start)
    if left and left[-1].end == hit.start - 1 and reading.words[hit.start - 1] == "في":
        return False  # «كان صالح مسلم في زيارة إلى براغ»
    return alone and on_it(reading, hit) and not performed(reading, hit, sentence[0])


def _met_there(reading: Reading, hit: Hit) -> bool:
    """Whether the sentence of a visit tells of a meeting too."""
    return any(
        h.trigger.type == "CONSULT" and h.trigger.mode != "visit"
        for h in reading.hits_in(*reading.sentences[hit.sentence])
    )


def _destination(
    reading: Reading, hit: Hit, right: int, visitor: Found | None
) -> FoundPlace | None:
    sees = reading.words[hit.end - 1].lstrip("وفس") in _SEES
    begin = max(hit.end, visitor.end if visitor is not None else 0)
    reach = max(hit.end + PLACE_REACH, begin + _AFTER_NAME)
    leaves = _leaves(reading, hit)
    for place in reading.places_in(hit.end, min(right, reach)):
        if any(word in COMING for word in reading.words[hit.end : place.start]):
            break  # «وصل في زيارة رسمية للدولة، قادماً من عمان»
        if leaves and not towards(reading, place, hit.start):
            continue  # «غادر بيروت إلى باريس»
        if of_an_envoy(reading, place):
            continue  # «وصل مبعوث الأمم المتحدة إلى اليمن هانس غروندبرغ إلى عدن»
        before = visitor is not None and visitor.start >= hit.end and place.start < visitor.end
        if before and visitor is not None and not arrives(reading, hit, visitor):
            apart = any(word == "," for word in reading.words[place.end : visitor.start])
            if not (apart and toward(reading, hit, place)):  # «أثناء زيارة إلى بيروت، قال …»
                continue  # «زيارة مصر» is one to Egypt
        if toward(reading, hit, place) or (
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
    if _saw_it(reading, hit):
        there = _come_to(reading, hit)
        return [there] if there is not None else []
    first = (
        _come_to(reading, hit) or _destination(reading, hit, right, visitor)
        or _left_for(reading, hit) or _left_after(reading, hit)
    )  # fmt: skip
    if first is None:
        return []
    out = [first]
    for place in reading.places_in(first.end, first.end + _TOUR):
        between = reading.words[out[-1].end : place.start]
        while between and names_it(between[-1].removeprefix("و")):
            between.pop()  # «وقطر وسلطنة عمان»
        joined = "و" in reading.words[place.start][: place.clitic] and not between
        if not joined and between not in ([","], ["و"], [",", "ثم"], ["ثم"]):
            break
        if place.place.precision != first.place.precision and not joined:
            break  # «إلى موسكو، روسيا»
        out.append(place)
    return out


def _left_for(reading: Reading, hit: Hit) -> FoundPlace | None:
    """«غادر كيري أمس إلى جنيف في زيارة عمل»: the place right before the visit."""
    if hit.trigger.form != "noun" or reading.words[hit.start - 1] != "في":
        return None
    first = max(reading.sentences[hit.sentence][0], hit.start - NEAR - _INSIDE)
    gone = any(word.lstrip("وفس") in lexicon().leaving for word in reading.words[first : hit.start])
    near = reading.places_in(hit.start - _INSIDE, hit.start) if gone else []
    if not near or near[-1].end < hit.start - 2:
        return None
    return near[-1] if towards(reading, near[-1], hit.start - _INSIDE) else None


def _left_after(reading: Reading, hit: Hit) -> FoundPlace | None:
    """«غادر كيري الرياض أمس بعد زيارة استمرت يومين»: the place that is left after the visit."""
    if hit.trigger.form != "noun" or reading.words[hit.start - 1] not in _AFTER:
        return None
    first = max(reading.sentences[hit.sentence][0], hit.start - NEAR - _INSIDE)
    gone = [k for k in range(first, hit.start) if reading.words[k].removeprefix("و") in _LEFT]
    near = reading.places_in(gone[-1], hit.start) if gone else []
    between = range(gone[-1], hit.start) if gone else ()
    # «غادر المبعوث الأممي إلى اليمن …، العاصمة صنعاء بعد زيارة»: not the «إلى» of his title
    to = any(reading.words[k] == _TO and k not in reading.actor_tokens for k in between)
    return near[0] if near and not to else None


def _come_to(reading: Reading, hit: Hit) -> FoundPlace | None:
    """«طهران التي وصل إليها أمس»: the place of which the relative clause tells."""
    if hit.trigger.form != "verb" or hit.end >= len(reading.tokens):
        return None
    it = hit.end - 1 if _saw_it(reading, hit) else hit.end
    if reading.words[hit.start - 1] not in WHO or not (
        it < hit.end or reading.words[hit.end] in _TO_IT
    ):
        return None
    near = [p for p in reading.places_in(hit.start - _INSIDE, hit.start) if p.end == hit.start - 1]
    return near[0] if near else None


def _saw_it(reading: Reading, hit: Hit) -> bool:
    """«الإمارات التي زارها أمس»: a verb of visiting that takes its place with it."""
    return reading.words[hit.end - 1].lstrip("وفس") in _SAW_IT


def _right_after(reading: Reading, visitor: Found, place: FoundPlace) -> bool:
    """«زيارة الوزير، جان إيف لودريان، طهران»: a comma may close the name."""
    between = [reading.words[k] for k in range(visitor.end, place.start) if k not in reading.dated]
    while between and names_it(between[-1]):
        between.pop()  # «وصل المالكي، صباح السبت، مدينة أربيل»
    return between in ([], [","], [",", ","], ["في"])  # «زار بوتين في التاسع من أيلول القاهرة»


def _exactly(reading: Reading, place: FoundPlace) -> FoundPlace:
    """«زار شمال شرق سوريا …، وتحديداً مدينة عين العرب»: the town that is named for the land."""
    for other in reading.places_in(place.end, place.end + _EXACTLY):
        words = reading.words[place.end : other.start]
        if any(w.endswith("تحديدا") or w == "بالتحديد" for w in words[-3:]):
            if other.place.country == place.place.country:
                return other
    first = reading.sentences[reading.sentence_of(place.start)][0]
    for other in reading.places_in(first, first + _OPENING):
        opens = reading.words[first].removeprefix("و") in _FROM
        if opens and other.start == first + 1 and other.place.country == place.place.country:
            return min(other, place, key=lambda p: p.place.precision)  # «ومن واشنطن طالب …»
    return place
