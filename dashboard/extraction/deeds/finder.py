"""Events other than encounters and statements: attacks, protests, deals, aid, demands …"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.circumstances.dating import HISTORICAL
from dashboard.extraction.circumstances.speech import subject_of
from dashboard.extraction.claims.toll_towns import towns_of
from dashboard.extraction.deeds.borrowed import long_before
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
from dashboard.extraction.deeds.deed import Deed
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
from dashboard.extraction.deeds.repeats import NEAR, same_deed, undated
from dashboard.extraction.deeds.sayings import (
    by_its_terms,
    is_charged,
    only_endangers,
    only_stops,
    who_expels,
)
from dashboard.extraction.deeds.subjects import (
    is_the_doer,
    right_before,
    wants_of_another,
    who_demands,
)
from dashboard.extraction.encounters.accords import PACT, signed
from dashboard.extraction.english.armed import acting
from dashboard.extraction.english.undone import undone
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.lexicon import VIOLENT
from dashboard.model import CasualtyClaim, DateMention, EventDate

_BARE = ("attack", "assassination", "execution")  # told of no place and no toll, only spoken of
_MADE = 4  # words from «نفذ» to «هجوماً»


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
        same = next((d for d in out[-NEAR:] if same_deed(d, deed) or undated(d, deed)), None)
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
    if so_called(reading, hit) or only_carries(reading, hit) or only_endangers(reading, hit):
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
    elif source is not None and not is_the_doer(reading, hit, source):
        source = right_before(reading, hit)
    if source is None and kind in VIOLENT and not reading.english:
        source = armed(reading, hit)
    suffered = hand is None and not reading.english and is_suffered(reading, hit)
    if source is not None and (suffered or against_their_state(reading, source)):
        source = None
    if kind == "DEMAND" and source is not None:
        source = who_demands(reading, hit, sentence, source)
    if source is not None and is_told_of(reading, hit, source):
        source = before_the_verb(reading, hit)
    if source is not None and is_charged(reading, hit, source):
        source = None
    if source is not None:
        source = who_expels(reading, hit, source)
    if needs in ("actor", "other", "armed", PACT) and source is None:
        return None
    if needs in NUMBERED and not told_as_done(reading, hit):
        if needs not in BY_SOMEBODY or source is None:
            return None
    if needs == "fires" and not was_fired(reading, hit):
        return None
    if needs == "other" and source is not None and not wants_of_another(reading, hit, source):
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
    if place is not None and source is not None and acts and place.name == source.actor.name:
        place = None  # «قصف تركيا لقرية»: the land is who did it
    if place is not None and hit.trigger.form == "noun" and _felt(reading, hit):
        place = None  # «الذي كان يزور دمشق، عن هوله من الهجوم»: where he was
    mine = tuple(
        k for k, c in ((k, claims[k]) for k in told)
        if kind in VIOLENT and modality == "actual" and k not in used and c.scope != "cumulative"
        and _fits(kind, hit.trigger.mode, c)
        and reading.token_at(c.start) in range(*sentence)
        and not measured_against(reading, sentence[0], reading.token_at(c.start))
    )  # fmt: skip
    if only_stops(reading, hit):
        return None
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
    if modality == "actual" and when.basis == "none" and not verb and kind in VIOLENT:
        recalled = recalled or long_before(reading, hit)
    if by_its_terms(reading, hit) and modality == "actual" and when.basis != "clause":
        recalled, when = True, EventDate()
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
    """«هاجم مسلحون كنيستين مساء الأحد»: a verb with a day beside it tells of what happened.

    So does a noun right after its verb: «نفذ مسلحون هجوماً فجر السبت».
    """
    if hit.trigger.form != "verb":
        near = reading.words[max(0, hit.start - _MADE) : hit.start]
        if not any(word.lstrip("وف") in context_words("made") for word in near):
            return False
    return not reading.english and _dated(reading, hit)


def _dated(reading: Reading, hit: Hit) -> bool:
    when = deed_date(reading, hit, None, reading.sentences[hit.sentence][1])
    return when.basis == "clause" and when.precision == "day"


def _felt(reading: Reading, hit: Hit) -> bool:
    """«عن هوله من الهجوم», «قلقه من القصف»: what somebody feels about it, wherever he is."""
    words = reading.words[max(0, hit.start - 2) : hit.start]
    return words[-1:] == ["من"] and words[0] in context_words("condemned")


def _fits(kind: str, mode: str, claim: CasualtyClaim) -> bool:
    if kind == "COERCE":
        return claim.kind == "detained" and mode == "arrest"
    return claim.kind in ("killed", "wounded", "casualties", "missing")
