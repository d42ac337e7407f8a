"""Encounters in English: «Kerry met Lavrov in Geneva», «talks between A and B», «a visit to C»."""

from __future__ import annotations

from itertools import pairwise

from dashboard.extraction.actors import Found
from dashboard.extraction.dating import HISTORICAL, event_date
from dashboard.extraction.disputed import denied_report
from dashboard.extraction.encounters import Encounter, once_each
from dashboard.extraction.english.subjects import subject_before
from dashboard.extraction.english.vocabulary import vocabulary
from dashboard.extraction.places import FoundPlace
from dashboard.extraction.reading import Hit, Reading
from dashboard.model import DateMention, EventDate, Modality, Place

_REACH = 18  # words on either side in which the parties stand
_PLACE_REACH = 16
_DELEGATION = 4  # words from «delegation» to its body
_COUNTRY = 6  # UCDP where_prec
_SURE = {"clause": 0.15, "sentence": 0.0, "narrative": -0.05, "published": 0.0, "none": -0.1}
_BEFORE = frozenset(("the", "city", "capital", "town", "resort", "of"))
_IN = frozenset(("in", "at", "near", "outside"))
_TOPIC = frozenset(("on", "about", "over", "of", "for", "from", "regarding"))


def find_english_encounters(
    reading: Reading, speakers: dict[int, Found], narrative: dict[int, DateMention]
) -> list[Encounter]:
    """The encounters of an English document, each once, in text order.

    ``speakers`` maps a sentence to who speaks in it («he met …»), ``narrative`` to its date.
    """
    found: list[Encounter] = []
    last: Found | None = None
    for hit in reading.hits:
        if hit.trigger.type != "CONSULT":
            continue
        pronoun = speakers.get(hit.sentence) or last or _person_before(reading, hit)
        item = _read(reading, hit, pronoun, narrative.get(hit.sentence))
        if item is not None:
            found.append(item)
            last = item.parties[0]
    return once_each(found)


def _read(
    reading: Reading, hit: Hit, pronoun: Found | None, narrative: DateMention | None
) -> Encounter | None:
    modality = _modality(reading, hit)
    if modality is None:
        return None
    if hit.trigger.mode == "visit":
        return _visit(reading, hit, pronoun, narrative, modality)
    parties = _parties(reading, hit, pronoun)
    if len(parties) < 2:
        return None
    end = max(hit.end, *(p.end for p in parties))
    phone = hit.trigger.mode == "phone" or _by_phone(reading, hit)
    where = None if phone else _place(reading, hit, end)
    mode = "phone" if phone else "multilateral" if len(parties) > 2 else "meeting"
    when = event_date(reading, hit.start, hit.end, narrative)
    modality = _timed(reading, when, modality)
    sure = 0.55 + _SURE[when.basis] + 0.1 * (where is not None)
    sure -= 0.1 * any(p.actor.kind == "state" for p in parties)
    return Encounter(
        mode, modality, when, where, tuple(parties), hit.start, end, hit.sentence,
        f"consult.english.{hit.trigger.form}", sure,
    )  # fmt: skip


def _visit(
    reading: Reading,
    hit: Hit,
    pronoun: Found | None,
    narrative: DateMention | None,
    modality: Modality,
) -> Encounter | None:
    """«Lavrov arrived in Geneva on Thursday»: one party and a place right after."""
    there = reading.places_in(hit.end, hit.end + 4)
    if not there:
        return None
    who = subject_before(reading, hit) or _sent(reading, hit)
    if who is None and _is_pronoun(reading, hit.start):
        who = pronoun
    if who is None or not (who.actor.kind == "person" or _delegates(reading, who)):
        return None
    when = event_date(reading, hit.start, there[0].end, narrative)
    return Encounter(
        "visit", _timed(reading, when, modality), when, there[0].place, (who,), hit.start,
        there[0].end, hit.sentence, "consult.visit", 0.55 + _SURE[when.basis],
    )  # fmt: skip


def _sent(reading: Reading, hit: Hit) -> Found | None:
    """«A delegation from Hamas led by Haniyeh arrived in …»: who leads them, else their body."""
    first = reading.sentences[hit.sentence][0]
    near = reading.actors_in(max(first, hit.start - _REACH), hit.start)
    sent = [a for a in near if _delegates(reading, a)]
    led = [a for a in near if reading.tokens[a.start - 1].text == "by" and a.actor.kind == "person"]
    return (led or sent)[-1] if sent else None


def _delegates(reading: Reading, who: Found) -> bool:
    """«A delegation from Hamas», «inspectors of the OPCW»: the people of a body."""
    first = reading.sentences[reading.sentence_of(who.start)][0]
    near = reading.tokens[max(first, who.start - _DELEGATION) : who.start]
    return any(token.text in vocabulary().delegation for token in near)


def _parties(reading: Reading, hit: Hit, pronoun: Found | None) -> list[Found]:
    left, right = _left(reading, hit), _right(reading, hit)
    if hit.trigger.form == "noun" or hit.trigger.mode in ("talks", "phone"):
        linked = _linked(reading, hit, right)
        if linked is None:
            return _distinct(left) if _compound(reading, hit) else []
        between, after = linked
        if between:
            return _distinct(after)
        subject = left or ([pronoun] if pronoun and _elided(reading, hit) else [])
        return _distinct([*subject, *after]) if subject and after else []
    subject = left
    if not subject and pronoun is not None and _is_pronoun(reading, hit.start):
        subject = [pronoun]
    objects = [a for a in reading.actors_in(hit.end, right) if _object(reading, a, hit)]
    if not objects and len(_distinct(subject)) < 2:
        return []
    return _distinct([*subject, *objects]) if subject else []


def _linked(reading: Reading, hit: Hit, right: int) -> tuple[bool, list[Found]] | None:
    """The names after «between A and B» (true) or «with B» (false); ``None`` without either."""
    tokens = reading.tokens
    for k in range(hit.end, min(right, hit.end + 8)):
        if tokens[k].text in ("between", "with", "among"):
            after = reading.actors_in(k + 1, _end(reading, k + 1, hit))
            return (tokens[k].text != "with", after) if after else None
        if tokens[k].text == "of" and k == hit.end:
            after = reading.actors_in(k + 1, _end(reading, k + 1, hit))
            return (True, after) if len(_distinct(after)) > 1 else None
    return None


def _compound(reading: Reading, hit: Hit) -> bool:
    """«the Kerry-Lavrov meeting», «Kerry, Lavrov meet», «Putin and Erdogan held talks»."""
    near = reading.actors_in(max(0, hit.start - 8), hit.start)
    return len(near) > 1 and hit.start - near[-1].end <= 1 and near[-1].start - near[-2].end == 1


def _left(reading: Reading, hit: Hit) -> list[Found]:
    """The subjects of the verb or the noun's clause: names free to act before it."""
    words, tokens = vocabulary(), reading.tokens
    first = reading.sentences[hit.sentence][0]
    floor = max(first, hit.start - _REACH)
    for k in range(hit.start - 1, floor - 1, -1):
        if tokens[k].text in words.left or tokens[k].text in (";", ":", '"'):
            floor = k + 1
            break
        if tokens[k].text in words.pronouns and hit.trigger.form == "verb":
            return []
    names = [
        a for a in reading.actors_in(floor, hit.start)
        if (tokens[a.start - 1].text not in words.outside - {"and"} and not _owned(reading, a))
        or a.start == floor or _of_members(reading, a)
    ]  # fmt: skip
    return [a for a in names if a.actor.kind != "media"]


def _of_members(reading: Reading, actor: Found) -> bool:
    """«The foreign ministers of Russia, Turkey and Iran»: the state met through them."""
    before = [t.text for t in reading.tokens[max(0, actor.start - 2) : actor.start]]
    return before[-1:] == ["of"] and before[0] in vocabulary().members


def _owned(reading: Reading, actor: Found) -> bool:
    """«Kerry's adviser met …»: the adviser did; «Kerry's talks with …» are his."""
    tokens = reading.tokens
    if actor.end + 2 >= len(tokens) or tokens[actor.end].text not in ("'", "’"):
        return False
    return tokens[actor.end + 2].text in vocabulary().kin


def _object(reading: Reading, actor: Found, hit: Hit) -> bool:
    before = reading.tokens[actor.start - 1].text
    if before == "the" and actor.start > 1:
        before = reading.tokens[actor.start - 2].text
    return before not in vocabulary().outside - {"with", "and"} and not _owned(reading, actor)


def _right(reading: Reading, hit: Hit) -> int:
    return _end(reading, hit.end, hit)


def _end(reading: Reading, start: int, hit: Hit) -> int:
    """Where the stretch that can name parties ends: at a topic, a clause or a stop."""
    stop = min(reading.sentences[hit.sentence][1], start + _REACH)
    for k in range(start, stop):
        match = vocabulary().right.at(reading.tokens, k)
        if (match is not None and k > start) or reading.tokens[k].text in (";", ":", '"', "."):
            if reading.tokens[k].text == "." and k - start < stop and _initial(reading, k):
                continue
            return k
    return stop


def _initial(reading: Reading, k: int) -> bool:
    return k > 0 and len(reading.tokens[k - 1].text) <= 3


def _distinct(parties: list[Found]) -> list[Found]:
    out: list[Found] = []
    people = {p.actor.side for p in parties if p.actor.kind == "person"}
    for party in parties:
        if party.actor.id in {p.actor.id for p in out}:
            continue
        if party.actor.kind == "state" and party.actor.side in people:
            continue  # «Russia's Lavrov»
        out.append(party)
    return out


def _is_pronoun(reading: Reading, start: int) -> bool:
    tokens = reading.tokens
    return any(tokens[k].text in vocabulary().pronouns for k in range(max(0, start - 3), start))


def _elided(reading: Reading, hit: Hit) -> bool:
    """«after a meeting with …», «he held talks with …»: whose it was stands before."""
    first = reading.sentences[hit.sentence][0]
    words = [reading.tokens[k].text for k in range(max(first, hit.start - 4), hit.start)]
    return any(w in ("after", "during", "following", "his", "her", "he", "she") for w in words)


def _person_before(reading: Reading, hit: Hit) -> Found | None:
    if hit.sentence == 0:
        return None
    first, stop = reading.sentences[hit.sentence - 1]
    people = [a for a in reading.actors_in(first, stop) if a.actor.kind == "person"]
    return people[0] if people else None


def _by_phone(reading: Reading, hit: Hit) -> bool:
    reach = 14 if hit.trigger.mode == "talks" else 6
    stop = min(reading.sentences[hit.sentence][1], hit.end + reach)
    near = reading.tokens[max(0, hit.start - 4) : stop]
    return any(token.text in vocabulary().phone for token in near)


def _place(reading: Reading, hit: Hit, last: int) -> Place | None:
    """«in Geneva»: the nearest located place, not what the talks were about."""
    best: tuple[int, FoundPlace] | None = None
    for found in reading.places_in(*reading.sentences[hit.sentence]):
        k = found.start - 1
        while k > 0 and (reading.tokens[k].text in _BEFORE or _is_adjective(reading, k)):
            k -= 1
        if k < 0 or reading.tokens[k].text not in _IN:
            continue
        if found.start >= hit.end:
            between = range(max(hit.end, min(last, found.start)), found.start)
            distance = len(between)
        else:
            between = range(found.end, hit.start)
            distance = len(between) + 3
        right = vocabulary().right
        aside = any(right.at(reading.tokens, j) is not None for j in between)
        if aside or any(reading.tokens[j].text in _TOPIC for j in between[-4:]):
            distance += 9  # «to forge a truce in Syria»
        if hit.trigger.mode == "talks" and found.start > hit.end and between:
            distance += 9  # «discussed the situation in Aleppo»
        distance += 8 * (found.place.precision == _COUNTRY)
        if distance <= _PLACE_REACH and (best is None or distance < best[0]):
            best = (distance, found)
    return best[1].place if best else None


def _is_adjective(reading: Reading, k: int) -> bool:
    """«in the Swiss city of Geneva»: adjectives of states are read over."""
    return vocabulary().demonyms.at(reading.tokens, k) is not None


def _modality(reading: Reading, hit: Hit) -> Modality | None:
    """What is said of the encounter; ``None`` where it is only wanted or was called off."""
    near = max(reading.sentences[hit.sentence][0], hit.start - 5)
    first = reading.sentences[hit.sentence][0]
    if reading.cue("denied", max(near, hit.start - 3), hit.start):
        return None
    if denied_report(reading, hit, first):
        return None  # «reports that Kerry met Lavrov were denied»
    if reading.cue("called", max(near, hit.start - 4), hit.start) or _called_off(reading, hit):
        return None
    if reading.cue("future", near, hit.start) or reading.cue("future", hit.end, hit.end + 2):
        return "future"
    if reading.cue("hypothetical", max(near, hit.start - 3), hit.start):
        return None
    return "actual"


def _called_off(reading: Reading, hit: Hit) -> bool:
    """«The talks between A and B in Geneva were postponed», «… but the meeting was cancelled»."""
    stop = min(reading.sentences[hit.sentence][1], hit.end + _REACH)
    words = [token.text for token in reading.tokens[hit.end : stop]]
    return (hit.trigger.form == "noun" or "but" in words) and any(
        off in vocabulary().called_off and was in vocabulary().auxiliaries
        for was, off in pairwise(words)
    )


def _timed(reading: Reading, when: EventDate, modality: Modality) -> Modality:
    published = reading.document.published
    if published is None or when.first is None or when.last is None or modality != "actual":
        return modality
    if when.first > published:
        return "future"
    return "historical" if when.last < published - HISTORICAL else "actual"
