"""Events other than encounters and statements: attacks, protests, deals, aid, demands …"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.circumstances.dating import HISTORICAL
from dashboard.extraction.circumstances.speech import subject_of
from dashboard.extraction.claims.toll_towns import towns_of
from dashboard.extraction.deeds.dates import (
    context_words,
    deed_date,
    on_its_eve,
    only_a_topic,
    only_carries,
    only_reckoned,
    own_place,
    told_again,
    was_fired,
    was_used,
)
from dashboard.extraction.deeds.exchanges import BY_SOMEBODY, NUMBERED, told_as_done
from dashboard.extraction.deeds.figurative import of_a_trial, so_called
from dashboard.extraction.deeds.modality import agreed_on, modality_of
from dashboard.extraction.deeds.parties import (
    against_their_state,
    agent,
    armed,
    at_the_hands_of,
    before_the_verb,
    is_passive,
    is_reached,
    is_suffered,
    is_told_of,
    others,
    was_made,
)
from dashboard.extraction.deeds.places import deed_place, far_place
from dashboard.extraction.deeds.remembered import (
    known_by_its_town,
    measured_against,
    of_another_war,
    of_what_is_remembered,
    of_years,
    over_years,
    own_clause,
    then,
)
from dashboard.extraction.encounters.accords import PACT, signed
from dashboard.extraction.english.armed import acting
from dashboard.extraction.english.undone import undone
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.lexicon import VIOLENT, lexicon
from dashboard.model import CasualtyClaim, DateMention, EventDate, Modality, Place
from dashboard.values import dataclass

_PARTS = frozenset((",", ";", ":", '"', "(", ")", "«", "»", "-", "–", "“", "”"))
_BARE = ("attack", "assassination", "execution")  # told of no place and no toll, only spoken of
_WISH = 14  # words from a wish to what is wished
_OPERATION = 8  # words from «مداهمات» to «استهدفت»
_COUNTRY = 6  # UCDP where_prec
_NEAR = 200  # deeds within which one may be told again


@dataclass(frozen=True, slots=True)
class Deed:
    """An event before it is given an id; ``claims`` are indices."""

    type: str
    mode: str
    modality: Modality
    date: EventDate
    place: Place | None
    source: Found | None
    others: tuple[Found, ...]
    claims: tuple[int, ...]
    start: int
    end: int
    sentence: int
    rule: str
    sure: float


def find_deeds(
    reading: Reading,
    claims: list[CasualtyClaim],
    narrative: dict[int, DateMention],
    skip: set[int],
) -> list[Deed]:
    """The deeds of a document in text order; ``skip`` are trigger words already used."""
    out: list[Deed] = []
    told = _by_sentence(reading, claims)
    used: set[int] = set()
    tried: set[str] = set()  # places of attacks that are before a court
    for hit in reading.hits:
        if hit.trigger.type in ("CONSULT", "STATEMENT") or hit.start in skip:
            continue
        deed = _read(reading, hit, claims, told.get(hit.sentence, ()), narrative, used)
        if deed is None:
            continue
        if deed.place is not None and deed.type == "ASSAULT":
            if of_a_trial(reading, hit.start, hit.end, reading.sentences[hit.sentence]):
                tried.add(deed.place.id)
            elif deed.place.id in tried and deed.date.basis in ("published", "narrative"):
                deed = replace(deed, modality="historical", date=EventDate())
        same = next((d for d in out[-_NEAR:] if _same(d, deed) or _undated(d, deed)), None)
        if same is None:
            out.append(deed)
            used.update(deed.claims)
    return out


def _by_sentence(reading: Reading, claims: Sequence[CasualtyClaim]) -> dict[int, list[int]]:
    """The claims made within each sentence, by their numbers."""
    out: dict[int, list[int]] = {}
    begins = [begin for begin, _ in reading.sentence_spans]
    for k, claim in enumerate(claims):
        number = bisect_right(begins, claim.start) - 1
        if number >= 0 and claim.start < reading.sentence_spans[number][1]:
            out.setdefault(number, []).append(k)
    return out


def _same(one: Deed, other: Deed) -> bool:
    """Told twice: same type and modality, same sentence or same place on overlapping days."""
    if one.type != other.type or one.modality != other.modality:
        return False
    if one.sentence == other.sentence:
        return one.type in ("ASSAULT", "PROTEST") or one.mode == other.mode
    if other.claims:
        return False
    if one.place is None or other.place is None or one.place.id != other.place.id:
        return False
    return (
        one.date.first is not None and other.date.last is not None and one.date.last is not None
        and other.date.first is not None and one.date.first <= other.date.last
        and other.date.first <= one.date.last
    )  # fmt: skip


def _undated(one: Deed, other: Deed) -> bool:
    """«منذ هجوم سروج»: an attack of no day told, where one there was told of before."""
    there = one.place is not None and other.place is not None and one.place.id == other.place.id
    told = one.type == other.type == "ASSAULT" and one.modality == other.modality
    town = other.place is not None and other.place.precision < _COUNTRY
    return there and town and told and other.date.basis == "none" and not other.claims


def _read(
    reading: Reading,
    hit: Hit,
    claims: list[CasualtyClaim],
    told: Sequence[int],
    narrative: dict[int, DateMention],
    used: set[int],
) -> Deed | None:
    """The deed of a trigger, if any; ``told`` are the claims of its sentence."""
    sentence = reading.sentences[hit.sentence]
    needs = hit.trigger.needs
    if needs == PACT and signed(reading, hit) < 0:
        return None
    if so_called(reading, hit) or only_carries(reading, hit):
        return None
    if reading.english and undone(reading, hit, claims):
        return None
    if hit.trigger.form == "noun" and (
        only_reckoned(reading, hit) or told_again(reading, hit) or only_a_topic(reading, hit)
    ):
        return None
    kind = hit.trigger.type
    source = subject_of(reading, hit) if hit.trigger.form == "verb" else agent(reading, hit)
    beside: list[Found] = []
    if reading.english:
        did, beside = acting(reading, hit, source)
        source, beside = (did[0] if did else None), [*did[1:], *beside]
    hand = at_the_hands_of(reading, hit)
    if hand is not None:
        source = hand
    elif source is not None and not _acts(reading, hit, source):
        source = _right_before(reading, hit)
    if source is None and kind in VIOLENT and not reading.english:
        source = armed(reading, hit)
    suffered = hand is None and not reading.english and is_suffered(reading, hit)
    if source is not None and (suffered or against_their_state(reading, source)):
        source = None
    if kind == "DEMAND" and source is not None:
        source = _who_demands(reading, hit, sentence, source)
    if source is not None and is_told_of(reading, hit, source):
        source = before_the_verb(reading, hit)
    if needs in ("actor", "other", "armed", PACT) and source is None:
        return None
    if needs in NUMBERED and not told_as_done(reading, hit):
        if needs not in BY_SOMEBODY or source is None:
            return None
    if needs == "fires" and not was_fired(reading, hit):
        return None
    if needs == "other" and source is not None and not _wants_of_another(reading, hit, source):
        return None
    if source is not None and hit.trigger.form == "verb" and is_passive(reading, source):
        return None
    own = source is not None and source.via == "nation" and hit.start < source.start < hit.end
    acts = source is not None and not own  # «ضربات أميركية» tells of no more than «ضربات»
    place = own_place(reading, hit, deed_place(reading, hit, sentence))
    if needs in ("place", "fires") and not (place or told or acts or _on_a_day(reading, hit)):
        return None  # whatever is said of it
    modality = modality_of(reading, hit, sentence)
    if modality == "hypothetical":
        return None
    if modality in ("future", "demanded") and (on_its_eve(reading, hit) or was_made(reading, hit)):
        modality = "actual"
    many = modality == "actual" and kind in VIOLENT and over_years(reading, hit)
    if many:
        sentence = own_clause(reading, hit)
        place = own_place(reading, hit, deed_place(reading, hit, sentence))
    agreed = sentence[1]
    if kind == "AGREE" and hit.trigger.form == "verb":
        agreed = agreed_on(reading, hit, sentence)
        if all(p.place != place for p in reading.places_in(sentence[0], agreed)):
            place = None  # the land it is on: «القرار 2328 … من شرق حلب»
    if place is not None and hit.trigger.form == "noun" and _felt(reading, hit):
        place = None  # «الذي كان يزور دمشق، عن هوله من الهجوم»: where he was
    mine = tuple(
        k for k, c in ((k, claims[k]) for k in told)
        if kind in VIOLENT and modality == "actual" and k not in used and c.scope != "cumulative"
        and _fits(kind, hit.trigger.mode, c)
        and reading.token_at(c.start) in range(*sentence)
        and not measured_against(reading, sentence[0], reading.token_at(c.start))
    )  # fmt: skip
    if len(mine) > 1 and (towns := towns_of(reading, claims, mine)):
        mine = tuple(k for k in mine if k in towns and towns[k] == place)
    elif mine and place is None and kind in VIOLENT and not reading.english:
        place = own_place(reading, hit, far_place(reading, hit, sentence))
    if needs == "truce":
        dated = _dated(reading, hit)
        if not (place or source or dated) or not is_reached(reading, hit, source, dated=dated):
            return None
    if needs == "used" and not (mine or (place and was_used(reading, hit))):
        return None
    if needs in ("place", "fires") and place is None and not (mine or acts):
        if not _on_a_day(reading, hit):
            return None
    if needs == "present" and (
        not (place or mine or source) or "س" in hit.prefix
        or reading.words[max(0, hit.start - 1)] in context_words("habitual")
    ):  # fmt: skip
        return None
    if needs == "armed" and place is None and not mine:
        return None
    if needs == "any" and place is None and not mine and source is None:
        return None
    bare = kind == "ASSAULT" and hit.trigger.mode in _BARE
    if bare and not (place or mine or _on_a_day(reading, hit)):
        return None
    when = deed_date(reading, hit, narrative.get(hit.sentence), agreed)
    verb = hit.trigger.form == "verb"
    recalled = modality == "actual" and kind in VIOLENT and (
        many or of_another_war(reading, hit.start, sentence, when, verb=verb)
        or of_a_trial(reading, hit.start, hit.end, sentence)
        or of_what_is_remembered(reading, hit.sentence)
        or then(reading, sentence[0], hit.start)
    )  # fmt: skip
    modality = "historical" if recalled else modality
    if needs == "numbered" and when.precision == "year":
        when = EventDate()  # «الذين رشحوا للجائزة عام 2016»
    published = reading.document.published
    if modality == "future" and when.last is not None and (
        when.basis in ("narrative", "published") or (published and when.last < published)
    ):  # fmt: skip
        when = EventDate()  # «أعلنت تركيا الأربعاء أنها ستطلق هجوماً»: when that was said
    if (
        modality == "actual" and published is not None and when.last is not None
        and when.first is not None
    ):  # fmt: skip
        if when.first > published:
            modality = "future"
        elif when.last < published - HISTORICAL or (kind in VIOLENT and of_years(when)):
            modality = "historical"
    before = when.start is not None and reading.token_at(when.start) < hit.start
    old = when.last is not None and published is not None and when.last < published - HISTORICAL
    told_on = (before or many) and recalled and not old
    passing = when.basis in ("published", "narrative") and known_by_its_town(reading, hit)
    if passing or (modality == "historical" and (when.basis == "published" or told_on)):
        when = EventDate()  # «قصف هيروشيما»: long before its report, no day told
    sure = 0.45 + 0.1 * (source is not None) + 0.1 * (place is not None)
    sure += 0.15 * (when.basis == "clause") + 0.1 * bool(mine)
    if when.basis in ("published", "narrative"):
        sure -= 0.1
    return Deed(
        kind, hit.trigger.mode, modality, when, place, source,
        others(reading, hit, source, sentence, beside), mine, hit.start,
        max(hit.end, source.end if source else 0), hit.sentence,
        f"{kind.lower()}.{hit.trigger.mode or hit.trigger.form}", round(min(sure, 0.9), 2),
    )  # fmt: skip


def _on_a_day(reading: Reading, hit: Hit) -> bool:
    """«هاجم مسلحون كنيستين مساء الأحد»: a verb with a day beside it tells of what happened."""
    return hit.trigger.form == "verb" and not reading.english and _dated(reading, hit)


def _dated(reading: Reading, hit: Hit) -> bool:
    when = deed_date(reading, hit, None, reading.sentences[hit.sentence][1])
    return when.basis == "clause" and when.precision == "day"


def _who_demands(reading: Reading, hit: Hit, sentence: tuple[int, int], source: Found) -> Found:
    """«اعتبر بان كي مون …، ودعا السلطات إلى الامتناع»: the subject goes on, and asks others."""
    goes_on = "و" in hit.prefix and source.start >= hit.end and source.actor.kind != "person"
    before = reading.actors_in(sentence[0], hit.start) if goes_on else []
    people = [a for a in before if a.actor.kind == "person" and not a.prefix]
    return people[0] if people else source


def _felt(reading: Reading, hit: Hit) -> bool:
    """«عن هوله من الهجوم», «قلقه من القصف»: what somebody feels about it, wherever he is."""
    words = reading.words[max(0, hit.start - 2) : hit.start]
    return words[-1:] == ["من"] and words[0] in context_words("condemned")


def _acts(reading: Reading, hit: Hit, source: Found) -> bool:
    """Whether the actor named after an Arabic verb is its subject.

    «قصفت طائرات التحالف مواقع الحوثيين», «منظمات اتهمت النظام», «اتفقا على محاسبة الأسد»: who is
    named after an unknown subject or a preposition suffers the deed or is spoken of.
    """
    if reading.english or hit.trigger.form != "verb" or source.start < hit.end:
        return True
    if _subject_before(reading, hit):
        return False
    lex = lexicon()
    between = [reading.words[k] for k in range(hit.end, source.start)]
    if hit.trigger.type in VIOLENT:
        led = lex.forces | context_words("upon_it")
        return all(word in led or not word.isalnum() for word in between)
    if source.actor.kind != "person" and reading.places_in(hit.end, source.start):
        return False  # «اتهم حاكم دارفور الدعم السريع»
    return not any(word in lex.objects for word in between)


def _wants_of_another(reading: Reading, hit: Hit, source: Found) -> bool:
    """«تريد واشنطن أن تضغط روسيا», not «تريد السعودية أن تبني»: whose deed is wished for."""
    stop = min(reading.sentences[hit.sentence][1], hit.end + _WISH)
    for k in range(hit.end, stop):
        if reading.words[k] == "ان":
            near = reading.actors_in(k + 1, k + 4)
            return any(actor.actor.id != source.actor.id for actor in near)
    return False


def _right_before(reading: Reading, hit: Hit) -> Found | None:
    """«فإن واشنطن ترغب …»: the subject that stands before its verb."""
    if not _subject_before(reading, hit):
        return None
    first = reading.sentences[hit.sentence][0]
    near = [a for a in reading.actors_in(first, hit.start) if hit.start - a.end in (0, 1)]
    return near[-1] if near else None


def _subject_before(reading: Reading, hit: Hit) -> bool:
    """Whether a clause begins with nouns before its verb: «منظمات حقوقية اتهمت …»."""
    if hit.prefix:
        return False
    if _told_of_an_operation(reading, hit):
        return True
    lex, first = lexicon(), reading.sentences[hit.sentence][0]
    k = hit.start - 1
    while k >= first and reading.words[k] not in _PARTS:
        if reading.words[k].removeprefix("و").removeprefix("ف") in lex.openers:
            break
        if reading.words[k] in lex.openers:
            break  # «فيما»
        k -= 1
    if k + 1 >= hit.start or hit.start - 1 in reading.dated:
        return False
    return reading.words[k + 1].removeprefix("و") not in lex.adverbial


def _told_of_an_operation(reading: Reading, hit: Hit) -> bool:
    """«سلسلة مداهمات في 13 محافظة استهدفت عناصر داعش»: the operation struck, not they."""
    if reading.words[hit.start] not in context_words("striking"):
        return False
    near = range(max(reading.sentences[hit.sentence][0], hit.start - _OPERATION), hit.start)
    words = [reading.words[k] for k in near]
    last = max((k for k, word in enumerate(words) if word in _PARTS), default=-1)
    return not context_words("operations").isdisjoint(words[last + 1 :])


def _fits(kind: str, mode: str, claim: CasualtyClaim) -> bool:
    if kind == "COERCE":
        return claim.kind == "detained" and mode == "arrest"
    return claim.kind in ("killed", "wounded", "casualties", "missing")
