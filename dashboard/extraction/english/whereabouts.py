"""Where an encounter told in English was: «in Geneva», «at the Kremlin», «… , where he met»."""

from __future__ import annotations

from dashboard.extraction.english.clauses import clause_after, clause_before
from dashboard.extraction.english.vocabulary import syntax_words, vocabulary
from dashboard.extraction.places.gazetteer import gazetteer
from dashboard.extraction.places.mentions import FoundPlace
from dashboard.extraction.reading import Hit, Reading
from dashboard.model import Place

_PLACE_REACH = 16  # the dearest place
_TOPIC_COST, _COUNTRY_COST, _BEFORE_COST, _WORDS = 9, 8, 3, 3
_COUNTRY = 6  # UCDP where_prec
_FROM_WHERE = 5  # words from the place to «where»
_HOSTED, _TO_HOST = 8, 6  # words from «host» to the meeting, from the city to «host»
_VENUE = 3  # words from «at» to the name of the house
_TOWN = frozenset(("city", "capital", "town", "resort", "port", "village"))
_BEFORE = _TOWN | {"the", "of", "province", "region"}
_NAMED = 7  # words from «in» to the name, «the eastern city of» between
_IN = frozenset(("in", "at", "near", "outside"))


def place_of(reading: Reading, hit: Hit, last: int) -> Place | None:
    """Where the clause of a trigger says that it was; not what the talks were about.

    ``last`` is the token after the last of the parties.
    """
    stop, aside = clause_after(reading, hit)
    first, behind = clause_before(reading, hit)
    best: tuple[int, Place] | None = None
    for start, place in _named(reading, first, stop):
        if start in aside or start in behind or hit.start <= start < hit.end:
            continue
        if hit.trigger.mode == "talks" and hit.end < start < last:
            continue  # «discussed the fighting in Aleppo with Assad»
        cost = _cost(reading, hit, last, start) + _COUNTRY_COST * (place.precision == _COUNTRY)
        if cost <= _PLACE_REACH and (best is None or cost < best[0]):
            best = (cost, place)
    if best is not None:
        return best[1]
    return _where(reading, first) or _there(reading, hit, stop) or _hosting(reading, hit)


def _named(reading: Reading, first: int, stop: int) -> list[tuple[int, Place]]:
    """The places of a stretch that something is said to be in, with their tokens."""
    found = [
        (found.start, found.place) for found in reading.places_in(first, stop)
        if _is_where(reading, found)
    ]  # fmt: skip
    return sorted([*found, *_venues(reading, first, stop)], key=lambda item: item[0])


def _is_where(reading: Reading, found: FoundPlace) -> bool:
    k = found.start - 1
    town = False
    while k > 0 and found.start - k <= _NAMED:
        word = reading.words[k]
        town = town or word in _TOWN
        beside = word == "," and k == found.start - 1 and reading.words[k - 1] in _TOWN
        told = word in _BEFORE or _is_adjective(reading, k) or (town and word not in _IN)
        if not (beside or told):
            break  # «in the capital, Kampala»
        k -= 1
    if k > 0 and reading.words[k] in _IN and _is_a_matter(reading, k - 1):
        return False
    if is_beside_its_town(reading, found):
        return False
    return k >= 0 and (reading.words[k] in _IN or _goes_there(reading, k))


def is_beside_its_town(reading: Reading, found: FoundPlace) -> bool:
    """«the Red Sea city of Jeddah»: the town is named after the place."""
    after = reading.words[found.end : found.end + 2]
    return bool(after) and after[0] in _TOWN and after[1:] == ["of"]


def _is_a_matter(reading: Reading, k: int) -> bool:
    """«discussed the crisis in Yemen», not «the Syrian conflict in Sochi»: whose it is was told."""
    if reading.words[k] not in syntax_words("matters"):
        return False
    return k < 1 or vocabulary().demonyms.at(reading.tokens, k - 1) is None


def _venues(reading: Reading, first: int, stop: int) -> list[tuple[int, Place]]:
    """«at the White House», «in the Kremlin»: the cities of houses."""
    found: list[tuple[int, Place]] = []
    for k in range(first, stop):
        match = vocabulary().venues.at(reading.tokens, k)
        words = reading.words[max(0, k - _VENUE) : k]
        at = next((j for j, word in enumerate(words) if word in _IN or word == "to"), None)
        titled = at is None or (
            at and words[at] == "at" and words[at - 1] in syntax_words("offices")
        )
        if match is not None and not titled:  # not «the Under Secretary at the Foreign Office»
            found.append((k, gazetteer().places[match.values[0]]))
    return found


def _cost(reading: Reading, hit: Hit, last: int, start: int) -> int:
    """How far a place is from its encounter, dearer behind the matter of the talks."""
    if start < hit.start:
        opening = start == reading.sentences[hit.sentence][0] + 1
        return _BEFORE_COST + (0 if opening else (hit.start - start) // _WORDS)
    between = range(max(hit.end, min(last, start)), start)
    words = [reading.words[k] for k in between if k not in reading.dated]
    cost = len(words) // _WORDS
    beside = not {"sidelines", "margins"}.isdisjoint(words)
    if not beside and any(
        reading.words[k] in syntax_words("topic") and not _of_a_land(reading, k + 1, start)
        for k in between
        if k not in reading.dated and k + 1 not in reading.dated
    ):
        cost += _TOPIC_COST  # «to forge a truce in Syria»
    if hit.trigger.mode == "talks" and between:
        cost += _TOPIC_COST  # «discussed the situation in Aleppo»
    return cost


def _of_a_land(reading: Reading, first: int, start: int) -> bool:
    """«talks on | Syria in Kazakhstan»: the topic is a name, and «in» says where they were."""
    topic = range(first, start - 1)
    lands = {j for p in reading.places_in(first, start) for j in range(p.start, p.end)}
    return bool(topic) and all(k in lands or k in reading.actor_tokens for k in topic)


def _where(reading: Reading, first: int) -> Place | None:
    """«flew to Cairo on Friday, where he met …»: the place before «where»."""
    if not first or reading.words[first - 1] != "where":
        return None
    begin = reading.sentences[reading.sentence_of(first - 1)][0]
    near = reading.places_in(max(begin, first - 1 - _FROM_WHERE), first - 1)
    return near[-1].place if near else None


def _there(reading: Reading, hit: Hit, stop: int) -> Place | None:
    """«They met there», «There he also met»: the place named last before."""
    own = range(hit.start - 1, min(stop, hit.end + 2))
    first = reading.sentences[hit.sentence][0]
    if not any(reading.words[k] == "there" for k in (first, *own)):
        return None
    begin = reading.sentences[max(0, hit.sentence - 1)][0]
    named = [found for found in reading.places_in(begin, hit.start) if _is_where(reading, found)]
    return named[-1].place if named else None


def _hosting(reading: Reading, hit: Hit) -> Place | None:
    """«Tehran is to host a meeting of …»: the city that hosts it."""
    first = reading.sentences[hit.sentence][0]
    for k in range(hit.start - 1, max(first, hit.start - _HOSTED), -1):
        if not reading.words[k].startswith("host"):
            continue
        hosts = [a for a in reading.actors_in(max(first, k - _TO_HOST), k) if a.via == "capital"]
        between = reading.words[hosts[-1].end : k] if hosts else [","]
        if any(not word.isalpha() or word in vocabulary().left for word in between):
            return None
        match = gazetteer().names.at(reading.tokens, hosts[-1].start)
        return match.values[0] if match is not None and len(match.values) == 1 else None
    return None


def _goes_there(reading: Reading, k: int) -> bool:
    """«flew to Ankara for talks with Fidan»: the end of a verb of visiting."""
    return any(
        h.trigger.mode == "visit" and h.end == k + 1 for h in reading.hits_in(max(0, k - 4), k + 1)
    )


def _is_adjective(reading: Reading, k: int) -> bool:
    """«in the Swiss city of Geneva»: adjectives of states are read over."""
    return vocabulary().demonyms.at(reading.tokens, k) is not None
