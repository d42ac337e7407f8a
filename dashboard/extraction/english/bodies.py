"""Bodies that meet in English, and who took part: «an emergency session of the Arab League in
Cairo», «the Security Council will hold a meeting», «a meeting in Geneva …. Kerry took part»."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.encounters.encounter import Encounter
from dashboard.extraction.english.days import day_of
from dashboard.extraction.english.doers import owned
from dashboard.extraction.english.modality import modality_of, timed
from dashboard.extraction.english.vocabulary import syntax_words, vocabulary
from dashboard.extraction.english.whereabouts import place_of
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.lexicon import ASSEMBLY, lexicon

_BETWEEN = 7  # words from «session» to its body, or from the body to its session
_GOES_TO = 7  # words from who attends to the meeting
_BACK = 2  # sentences from «took part» back to the meeting
_AS_DID = 4  # words from «took part» to «as did»
_MANY = 3


def find_sessions(reading: Reading) -> list[Encounter]:
    """The sessions of bodies, with those who are said to attend them."""
    found: list[Encounter] = []
    for body, hit in _sessions(reading):
        item = _encounter(reading, hit, (body, *_attending(reading, hit)))
        if item is not None:
            found.append(item)
    return found


def _sessions(reading: Reading) -> Iterator[tuple[Found, Hit]]:
    """Each sitting body beside a word for a session, with that word."""
    seen: set[int] = set()
    for body in reading.actors:
        if body.actor.id not in lexicon().sitting_bodies:
            continue
        number = reading.sentence_of(body.start)
        first, stop = reading.sentences[number]
        k = _after(reading, body, stop)
        k = _before(reading, body, first) if k is None else k
        if k is not None and k not in seen and number not in reading.aside:
            seen.add(k)
            if any(word == "sidelines" for word in reading.words[max(first, k - _BETWEEN) : k]):
                continue  # «met on the sidelines of the General Assembly's meetings»
            yield body, Hit(k, max(k + 1, body.end if k < body.start else 0), "", ASSEMBLY, number)


def _after(reading: Reading, body: Found, stop: int) -> int | None:
    """«The Arab League held an emergency meeting», «an Arab League summit»."""
    tokens = reading.tokens
    begin = _behind_its_word(reading, body, stop)
    for k in range(begin, min(stop, begin + _BETWEEN)):
        word = tokens[k].text
        if word in syntax_words("sessions"):
            return k
        known = syntax_words("session_words") | syntax_words("article") | vocabulary().auxiliaries
        if word not in known and k not in reading.dated:
            return None
    return None


def _behind_its_word(reading: Reading, body: Found, stop: int) -> int:
    """The token after «(AL) said on Sunday it» of «the Arab League said it will hold a meeting»."""
    k = body.end
    if reading.words[k : k + 1] == ["("] and reading.words[k + 2 : k + 3] == [")"]:
        k += 3
    if reading.words[k : k + 1] not in (["said"], ["announced"], ["says"]):
        return body.end
    for j in range(k + 1, min(stop, k + _BETWEEN)):
        if reading.words[j] == "it":
            ahead = reading.words[j + 1 : j + 2] in (["will"], ["would"], ["is"])
            return j + 1 if ahead else body.end
        if j not in reading.dated and reading.words[j] not in ("on", "that", "late"):
            break
    return body.end


def _before(reading: Reading, body: Found, first: int) -> int | None:
    """«an extraordinary session of the foreign ministers of the Arab League»."""
    tokens = reading.tokens
    for k in range(body.start - 1, max(first, body.start - _BETWEEN) - 1, -1):
        word = tokens[k].text
        if word in syntax_words("sessions"):
            return k if tokens[k + 1].text in ("of", "between", "for") else None
        if word not in syntax_words("session_words") | {"of", "the", "from", "'", "s"}:
            return None
    return None


def _attending(reading: Reading, hit: Hit) -> list[Found]:
    """«Shoukry attended a meeting of …», «Fabius is to attend tomorrow's meeting of …»."""
    first = reading.sentences[hit.sentence][0]
    for k in range(hit.start - 1, max(first, hit.start - _GOES_TO) - 1, -1):
        if vocabulary().attending.at(reading.tokens, k) is not None:
            people = [a for a in reading.actors_in(first, k) if a.actor.kind == "person"]
            return people[:1] if people and not owned(reading, people[0]) else []
    return []


def _encounter(reading: Reading, hit: Hit, parties: tuple[Found, ...]) -> Encounter | None:
    modality = modality_of(reading, hit)
    if modality is None:
        return None
    when = day_of(reading, hit, None)
    where = place_of(reading, hit, hit.end)
    if where is None and when.basis != "clause":
        return None  # «a decision of the Arab League summit»
    return Encounter(
        "multilateral", timed(reading, when, modality), when, where, parties, hit.start,
        hit.end, hit.sentence, "consult.session", 0.55 + 0.1 * (where is not None),
    )  # fmt: skip


def took_part(reading: Reading) -> list[Encounter]:
    """«A meeting in Geneva on June 30 agreed …. The ministers of … and Ban Ki-moon took part»."""
    found: list[Encounter] = []
    for number, (first, stop) in enumerate(reading.sentences):
        for k in range(first, stop):
            said = vocabulary().took_part.at(reading.tokens, k)
            if said is None:
                continue
            after = reading.words[said.end : said.end + _AS_DID]
            too = any(word in syntax_words("as_did") for word in after)
            there = [
                a for a in reading.actors_in(first, stop if too else k)
                if a.actor.kind in ("person", "state") and not owned(reading, a)
            ]  # fmt: skip
            who = {a.actor.id: a for a in there}
            item = _told_of(reading, number, tuple(who.values())) if len(who) > 1 else None
            found.extend([item] if item is not None else [])
            break
    return found


def _told_of(reading: Reading, number: int, parties: tuple[Found, ...]) -> Encounter | None:
    """The meeting told last before a sentence, with a place or a day and without parties."""
    begin = reading.sentences[max(0, number - _BACK)][0]
    for told in reversed(reading.hits_in(begin, reading.sentences[number][0])):
        if told.trigger.type != "CONSULT" or told.trigger.mode != "meeting":
            continue
        if told.trigger.form != "noun":
            return None
        item = _encounter(reading, told, parties)
        if item is None:
            return None
        mode = "meeting" if len(parties) < _MANY else "multilateral"
        return Encounter(
            mode, item.modality, item.date, item.place, parties, told.start, told.end,
            told.sentence, "consult.english.took_part", 0.5,
        )  # fmt: skip
    return None
