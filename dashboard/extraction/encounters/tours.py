"""Tours told by the lands they took in: «جولته بعد الاتفاق التي شملت الكويت وقطر والعراق»."""

from __future__ import annotations

from functools import lru_cache

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.circumstances.dating import published_date
from dashboard.extraction.encounters.encounter import Encounter
from dashboard.extraction.encounters.performing import DURING
from dashboard.extraction.encounters.referents import elided
from dashboard.extraction.places.gazetteer import gazetteer
from dashboard.extraction.places.lands import side_of
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.lexicon import Trigger, lexicon
from dashboard.extraction.vocabulary.titles import CLITICS
from dashboard.model import EventDate, Place
from dashboard.text import indices_of

_HIS = frozenset(c + w for w in word_set("tours", "his") for c in ("", "و", "ب"))
_TOUR = _HIS.union(c + w for w in word_set("tours", "tour") for c in ("", "و", "ب"))
_OFF = 3  # words from «ألغى» to the tour
_TAKES_IN, _REACH = word_set("tours", "takes_in"), 12  # words from a tour to what it took in
_WILL, _GOES_ON = "س", "ت"
_BEFORE = word_set("tours", "before")  # «شملت أيضاً زيارة إلى»
_JOINED, _MOST = word_set("tours", "joined"), 24  # words of the lands
_COUNTRY = 6  # UCDP where_prec
_OF_A_TOUR = Trigger("CONSULT", "visit", "noun", "place")


def read_tours(reading: Reading, speakers: dict[int, Found]) -> list[Encounter]:
    """One visit a land that a tour is told to have taken in, on days that are not told."""
    out: list[Encounter] = []
    if reading.vocabulary.isdisjoint(_TOUR):
        return out
    for k in indices_of(reading.tokens, _TOUR):
        before = [word.lstrip("وف") for word in reading.words[max(0, k - _OFF) : k]]
        if reading.hit_at(k) is not None or not lexicon().called_off.isdisjoint(before):
            continue
        sentence = reading.sentence_of(k)
        stop = reading.sentences[sentence][1]
        verb = _takes_in(reading, k, stop)
        his = reading.words[k] in _HIS
        visitor = _visitor(reading, k, sentence, speakers, his=his) if verb else None
        if visitor is None or visitor.actor.kind != "person":
            continue
        ahead = reading.words[verb].lstrip("و").startswith(_WILL)
        ahead = ahead or reading.cue("future", reading.sentences[sentence][0], k)
        ahead = ahead or reading.cue("future", k, verb)  # «جولة من المقرر أن تشمل»
        on = reading.words[verb].startswith(_GOES_ON)  # «تشمل»: more is to come
        when = EventDate() if ahead or on else published_date(reading)
        out += [
            Encounter(
                "visit", "future" if ahead else "actual", when, place, (visitor,),
                k, end, sentence, "consult.visit", 0.5,
            )
            for place, end in _lands(reading, verb + 1, min(stop, verb + _MOST))
            if side_of(place.country) != visitor.actor.side
        ]  # fmt: skip
    return out


def _takes_in(reading: Reading, k: int, stop: int) -> int:
    """Where the verb stands that tells what a tour takes in, or 0."""
    for at in range(k + 1, min(stop, k + _REACH)):
        if reading.words[at].lstrip("و") in _TAKES_IN:
            return at
    return 0


def _visitor(
    reading: Reading, k: int, sentence: int, speakers: dict[int, Found], *, his: bool
) -> Found | None:
    """«جولة كيري», «يقوم كيري بجولة», «قال كيري إن جولته»: whose tour it is."""
    if his:
        return elided(reading, Hit(k, k + 1, "", _OF_A_TOUR, sentence), speakers)
    first = reading.sentences[sentence][0]
    beside = [a for a in reading.actors_in(k + 1, k + 2) if a.start == k + 1 and not a.prefix]
    beside += [a for a in reading.actors_in(first, k)[-1:] if a.end == k]
    return beside[0] if beside else _on_it(reading, k, first)


def _on_it(reading: Reading, k: int, first: int) -> Found | None:
    """«بدأ كيري أمس جولة في المنطقة تشمل»: the one person whom its clause names, who is on it."""
    his = [a for a in reading.actors_in(k + 1, k + 2) if a.start == k + 1 and "ل" in a.prefix]
    if his:
        return his[0]  # «جولة لكيري شملت»
    talks = reading.hit_at(k + 1)
    if talks is not None and talks.trigger.type == "CONSULT":
        return None  # «جولة المفاوضات»
    words = [word.lstrip("وفس") for word in reading.words[first:k]]
    within = words[-1:] != [] and words[-1] in DURING
    made = any(word in lexicon().performing for word in words) and "ان" not in words
    people = {a.actor.id: a for a in reading.actors_in(first, k) if a.actor.kind == "person"}
    return next(iter(people.values())) if len(people) == 1 and (within or made) else None


def _lands(reading: Reading, at: int, stop: int) -> list[tuple[Place, int]]:
    """The lands and towns joined to one another from a word on, each with where it ends."""
    out: list[tuple[Place, int]] = []
    while at < stop:
        found = next((p for p in reading.places_in(at, at + 1) if p.start == at), None)
        state = next((a for a in reading.actors_in(at, at + 1) if a.start == at), None)
        place = found.place if found is not None else None
        if place is None and state is not None and state.actor.kind == "state":
            place = _land(reading, at, state)
        end = found.end if found is not None else state.end if state is not None else at + 1
        word = reading.words[at]
        if place is not None and (not out or word.startswith("و") or _joins(reading, at)):
            out.append((place, end))
        elif word not in (_JOINED if out else _BEFORE):
            break
        at = end
    return out


def _land(reading: Reading, at: int, state: Found) -> Place | None:
    """The town that stands for its state, «ثم الدوحة», or the state's land."""
    named = gazetteer().names.at(reading.tokens, at, CLITICS) if state.via == "capital" else None
    towns = named.values if named is not None else ()
    return towns[0] if len(towns) == 1 else _countries().get(state.actor.name)


def _joins(reading: Reading, at: int) -> bool:
    """«الكويت، قطر», «وقطر بالإضافة إلى العراق»: a land joined by the word before it."""
    return reading.words[at - 1] in _JOINED


@lru_cache(maxsize=1)
def _countries() -> dict[str, Place]:
    """The countries of the gazetteer by their name."""
    return {p.name: p for p in gazetteer().places.values() if p.precision == _COUNTRY}
