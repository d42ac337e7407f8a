"""The city in which an encounter was, where its airport, palace, quarter or occasion is named."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.places.gazetteer import gazetteer
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.lexicon import lexicon
from dashboard.model import Place
from dashboard.text import fold_word

_PARTS = ("airport", "district")  # kinds of places that a city holds
_AIRPORTS = (" International Airport", " Military Airport", " Airport")
_THAT = word_set("whereabouts", "that")
_EXACT, _TOWN = 1, 2  # UCDP where_prec
_RECEIVES = word_set("venues", "receives")
_OPENING = 3  # words of a sentence in which its place begins
_IN, _BESIDE = fold_word("في"), word_set("moments", "beside")
_WHILE = word_set("consult", "while")


def in_the_city(place: Place | None) -> Place | None:
    """«التقاه في مطار دمشق», «في قصر المرادية»: the city, else the place itself."""
    return place if place is None else _cities().get(place.id, place)


def landed_in(place: Place) -> Place:
    """«وصل إلى مطار صنعاء»: the city of an airport; a quarter that is visited is told as itself."""
    at_airport = gazetteer().kinds[place.id] == "airport"
    return _cities().get(place.id, place) if at_airport else place


@lru_cache(maxsize=1)
def _cities() -> dict[str, Place]:
    """The city of each airport and of each quarter, by the id of these."""
    gaz = gazetteer()
    towns = {
        (place.country, place.name): place
        for place in gaz.places.values() if gaz.kinds[place.id] in ("city", "town")
    }  # fmt: skip
    out: dict[str, Place] = {}
    for place in gaz.places.values():
        if gaz.kinds[place.id] not in _PARTS or place.precision != _EXACT:
            continue
        name = next((place.name.removesuffix(e) for e in _AIRPORTS if place.name.endswith(e)), "")
        name = name or (place.admin1 if gaz.kinds[place.id] == "district" else "")
        if (place.country, name) in towns:
            out[place.id] = towns[place.country, name]
    return out


def in_its_capital(reading: Reading, hit: Hit, parties: Sequence[Found]) -> Place | None:
    """«تستقبل موسكو غداً رئيس الائتلاف»: the capital that receives a guest is where they meet."""
    verb = reading.words[hit.start][len(hit.prefix) :]
    if hit.trigger.form != "verb" or verb not in _RECEIVES:
        return None
    host = next((a for a in parties if a.via == "capital" and a.start == hit.end), None)
    guests = any(a.actor.kind == "person" for a in parties)
    if host is None or not guests:
        return None
    named = gazetteer().names.at(reading.tokens, host.start)
    return named.values[0] if named is not None and len(named.values) == 1 else None


def of_the_occasion(reading: Reading, hit: Hit, sentence: tuple[int, int]) -> Place | None:
    """«على هامش مؤتمر ميونيخ للأمن التقى …»: the town of a gathering that is named for it."""
    for actor in reading.actors_in(*sentence):
        town = lexicon().held_in.get(actor.actor.id)
        before = reading.words[max(0, actor.start - 2) : actor.start]
        told = range(min(hit.start, actor.start), max(hit.start, actor.start))
        if town is None or "هامش" not in before:
            continue
        if not any(reading.words[k] in _THAT for k in told):
            return gazetteer().places[town]
    return None


def of_the_opening(reading: Reading, hit: Hit, sentence: tuple[int, int]) -> Place | None:
    """«وفي القاهرة، طالب الفيصل بعد لقائه العربي بألا …»: where he spoke who came from talks.

    Not of what he says: «وفي القاهرة، قال شكري إنه بعد لقائه لافروف …».
    """
    first = sentence[0]
    near = [p for p in reading.places_in(first, first + _OPENING) if p.located]
    from_it = (
        hit.trigger.form == "noun"
        and hit.start > first
        and (reading.words[hit.start - 1].removeprefix("و") in _BESIDE)
    )
    if not near or not from_it or reading.words[first].removeprefix("و") != _IN:
        return None
    place = near[0]
    comma = place.end < hit.start and reading.words[place.end] == ","
    told = (reading.words[k] for k in range(place.end, hit.start))
    if not comma or place.place.precision > _TOWN or not _THAT.isdisjoint(told):
        return None
    others = reading.hits_in(place.end, hit.start)
    return None if any(h.trigger.type == "CONSULT" for h in others) else place.place


def beside_its_day(reading: Reading, hit: Hit, sentence: tuple[int, int]) -> Place | None:
    """«سلم بوريطة، اليوم، بالرياض، رسالة إلى …، وذلك خلال لقائه الجبير»: where he did it.

    The one town of the sentence before what was done meanwhile, right beside its day.
    """
    first = sentence[0]
    before = reading.words[hit.start - 1].removeprefix("و") if hit.start > first else ""
    if hit.trigger.form != "noun" or before not in _WHILE:
        return None
    near = [p for p in reading.places_in(first, hit.start) if p.located]
    if len(near) != 1 or near[0].place.precision > _TOWN:
        return None
    place = near[0]
    k = place.start - 1
    at = "ب" in reading.words[place.start][: place.clitic]
    if not at and reading.words[k] != _IN:
        return None
    k -= not at
    k -= reading.words[k] == ","
    told = any(reading.words[j] in _THAT for j in range(place.end, hit.start))
    others = (h for h in reading.hits_in(first, hit.start) if h.trigger.type == "CONSULT")
    return place.place if k in reading.dated and not told and not any(others) else None
