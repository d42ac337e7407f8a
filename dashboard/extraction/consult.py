"""Encounters: who met, called or visited whom, where and when (PLOVER CONSULT).

One event an encounter: a list of places and dates («آخرها في … في 4 و5 أيلول وفي … في 26 آب») is
several, and the same encounter told twice is one.
"""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.extraction.actors import Found
from dashboard.extraction.dating import HISTORICAL, event_date, from_mention
from dashboard.extraction.encounters import Encounter, once_each
from dashboard.extraction.places import FoundPlace
from dashboard.extraction.reading import Hit, Reading, lexicon
from dashboard.extraction.whereabouts import PLACE_REACH, encounter_place, last_place
from dashboard.model import DateMention, EventDate, Modality, Place

_TOWARD = ("الي", "لعقد", "لاجراء")
_WHO = ("الذي", "التي", "اللذين")
RIGHT_REACH, LEFT_REACH = 34, 22


def find_encounters(
    reading: Reading, speakers: dict[int, Found], narrative: dict[int, DateMention]
) -> list[Encounter]:
    """The encounters of a document, each once, in text order.

    ``speakers`` maps a sentence to who speaks at its start («وأوضح أنه …»); ``narrative`` to the
    date the story has reached.
    """
    found: list[Encounter] = []
    for hit in reading.hits:
        if hit.trigger.type == "CONSULT":
            found.extend(_read(reading, hit, speakers, narrative))
    return once_each(found)


def _read(
    reading: Reading, hit: Hit, speakers: dict[int, Found], narrative: dict[int, DateMention]
) -> list[Encounter]:
    sentence = reading.sentences[hit.sentence]
    if _only_wanted(reading, hit, sentence):
        return []
    right = _right_end(reading, hit, sentence)
    left = _left_start(reading, hit, sentence)
    mode = hit.trigger.mode
    after = _parties(reading, hit.end, right, phone=mode == "phone")
    definite = hit.trigger.form == "noun" and hit.prefix.endswith(("ال", "لل"))
    before = [] if definite else _subjects(reading, left, hit.start, phone=mode == "phone")
    rule = f"consult.{mode}"
    if mode == "visit":
        return _visit(reading, hit, before, after, right, left, narrative)
    joint = _joint(reading, hit, after)
    if hit.trigger.needs == "مع" and not joint:
        return []
    if mode == "phone" and not any(
        a.actor.kind == "person" or a.via in ("capital", "name") for a in [*before, *after]
    ):
        return []
    if mode == "phone" and hit.trigger.form == "verb" and not joint:
        return []
    between = hit.trigger.form == "noun" and _opens_with(reading, hit.end, "بين")
    parties = list(after) if between else [*before, *after]
    if hit.trigger.form == "verb" and not before and not after:
        return []
    parties = _people_first(_distinct(parties))
    if len(parties) == 1 and (
        hit.trigger.form == "verb" or _possessive(reading, hit) or _adverb(reading, hit)
    ):
        speaker = _elided(reading, hit, speakers)
        if speaker is not None and speaker.actor.id != parties[0].actor.id:
            parties.insert(0, speaker)
            rule += ".speaker"
    if len(parties) < 2:
        return []
    if mode == "talks":
        mode = "meeting"
    if mode == "meeting" and _near_phone(reading, hit):
        mode = "phone"
    if mode == "meeting" and len(parties) > 2:
        mode = "multilateral"
    if mode == "meeting" and any(p.actor.id == "un-security-council" for p in parties):
        mode = "multilateral"
    sure = 0.55 + 0.15 * all(p.actor.kind == "person" for p in parties) + 0.1 * bool(joint)
    end = max([hit.end, *[p.end for p in after]])
    whens = _places_and_dates(reading, hit, end, sentence, narrative)
    begin = min([hit.start, *[p.start for p in before]])
    found: list[Encounter] = []
    for place, when in whens:
        modality = _modality(reading, hit, when, sentence)
        found.append(
            Encounter(
                mode, modality, _when_ahead(reading, when) if modality == "future" else when,
                None if mode == "phone" else place, tuple(parties), begin, end, hit.sentence, rule,
                min(0.95, sure + 0.1 * (when.basis == "clause") + 0.05 * (place is not None)),
            )
        )  # fmt: skip
    return found


def _when_ahead(reading: Reading, when: EventDate) -> EventDate:
    """The date of what is ahead: not the day it was announced, nor the day of publication."""
    published = reading.document.published
    passed = published is not None and when.last is not None and when.last < published
    return EventDate() if passed or when.basis in ("published", "narrative") else when


def _elided(reading: Reading, hit: Hit, speakers: dict[int, Found]) -> Found | None:
    """Who acts where the verb names nobody: the sentence's first person, else who was speaking.

    In a relative clause («دي ميستورا، الذي انتقل إلى موسكو والتقى لافروف») it is who is related.
    """
    sentence = reading.sentences[hit.sentence]
    for k in range(hit.start - 1, sentence[0], -1):
        if reading.tokens[k].text in _WHO:
            near = [
                a for a in reading.in_span(reading.actors, sentence[0], k)
                if k - a.end <= 2 and a.actor.kind == "person"
            ]  # fmt: skip
            if near:
                return near[-1]
            break
    for actor in reading.in_span(reading.actors, sentence[0], hit.start):
        if actor.actor.kind == "person" and not _outside(reading, actor):
            return actor
    if hit.sentence in speakers:
        return speakers[hit.sentence]
    if hit.sentence:
        earlier = reading.sentences[hit.sentence - 1]
        for actor in reading.in_span(reading.actors, *earlier):
            if actor.actor.kind == "person" and not _outside(reading, actor):
                return actor
    return None


def _only_wanted(reading: Reading, hit: Hit, sentence: tuple[int, int]) -> bool:
    """A call for talks, an offer, a refusal or a denial is no encounter."""
    first = max(sentence[0], hit.start - 5)
    if reading.may(hit) or reading.cue("called", first, hit.start):
        return True
    toward = reading.tokens[hit.start - 1].text in _TOWARD if hit.start else False
    if toward and reading.cue("called", max(sentence[0], hit.start - 14), hit.start):
        return True  # «دعوة الرئيس … إلى محادثات»
    if reading.cue("denied", max(sentence[0], hit.start - 2), hit.start):
        return True
    if reading.cue("hypothetical", max(sentence[0], hit.start - 3), hit.start):
        return True
    return hit.end < sentence[1] and reading.cue("hypothetical", hit.end, hit.end)


def _right_end(reading: Reading, hit: Hit, sentence: tuple[int, int]) -> int:
    lex = lexicon()
    stop = min(sentence[1], hit.end + RIGHT_REACH)
    actor_tokens = {k for a in reading.actors for k in range(a.start, a.end)}
    for k in range(hit.end, stop):
        if k in actor_tokens:
            continue
        text = reading.tokens[k].text
        if text in (";", ":") or lex.right.at(reading.tokens, k, ("", "و", "ف")):
            return k
        other = reading.hit_at(k)
        if other is not None and (
            other.trigger.form == "verb"
            or (other.trigger.type == "CONSULT" and reading.tokens[k - 1].text == ",")
        ):
            return k
    return stop


def _left_start(reading: Reading, hit: Hit, sentence: tuple[int, int]) -> int:
    lex = lexicon()
    for k in range(hit.start - 1, max(sentence[0], hit.start - LEFT_REACH) - 1, -1):
        text = reading.tokens[k].text
        if text in (";", ":", '"') or (text == "," and _told_before(reading, sentence[0], k)):
            return k + 1
        if lex.left.at(reading.tokens, k, ("", "و", "ف")):
            return k + 1
    return max(sentence[0], hit.start - LEFT_REACH)


def _told_before(reading: Reading, first: int, comma: int) -> bool:
    """Whether a clause with an event of its own ends at a comma (not a name's comma)."""
    inside = any(a.start < comma < a.end for a in reading.actors)
    return not inside and any(
        (h := reading.hit_at(k)) is not None
        and (h.trigger.type == "CONSULT" or h.trigger.form == "verb")
        for k in range(first, comma)
    )


def _outside(reading: Reading, actor: Found) -> bool:
    """Whether the word before an actor shows it is no party («ضد», «حول», «من»)."""
    if "ل" in actor.prefix or "ك" in actor.prefix:
        return True
    k = actor.start - 1
    if k < 0:
        return False
    lex = lexicon()
    if reading.tokens[k].text in ("ان", "انه"):
        return False
    if lex.partner.at(reading.tokens, k, ("", "و")):
        return False
    if k and lex.partner.at(reading.tokens, k - 1, ("", "و")):
        return False
    return lex.outside.at(reading.tokens, k, ("", "و", "ب", "ل")) is not None


def _parties(reading: Reading, first: int, stop: int, *, phone: bool) -> list[Found]:
    """The actors of the phrase after a trigger that take part; a call is «من» or «إلى» somebody."""
    out: list[Found] = []
    for actor in reading.in_span(reading.actors, first, stop):
        if _outside(reading, actor) and not (phone and actor.actor.kind == "person"):
            continue
        if actor.actor.kind == "media":
            continue
        if actor.actor.kind in ("state", "organisation", "armed_group"):
            linked = (
                _linked(reading, actor) or actor.via in ("pair", "counterpart")
                or (out and actor.prefix.startswith("و") and actor.start == out[-1].end)
            )  # fmt: skip
            if not linked:
                continue
        out.append(actor)
    return out


def _linked(reading: Reading, actor: Found) -> bool:
    """Whether «مع», «بين», و or ب joins a body or state to the encounter."""
    if "ب" in actor.prefix:
        return actor.actor.kind != "state"
    lex = lexicon()
    for k in range(actor.start - 1, max(-1, actor.start - 4), -1):
        if lex.partner.at(reading.tokens, k, ("", "و")):
            return True
    return False


def _subjects(reading: Reading, first: int, stop: int, *, phone: bool) -> list[Found]:
    """The actors before a trigger that act in its clause."""
    out = [
        a
        for a in reading.in_span(reading.actors, first, stop)
        if a.actor.kind != "media"
        and (not _outside(reading, a) or (phone and a.actor.kind == "person"))
    ]
    people = [a for a in out if a.actor.kind == "person"]
    return people or out[-1:]


def _joint(reading: Reading, hit: Hit, after: Sequence[Found]) -> bool:
    """Whether a party after the trigger is joined by «مع», «بين» or ب."""
    lex = lexicon()
    for actor in after:
        if "ب" in actor.prefix or actor.via == "counterpart":
            return True
        if any(
            lex.partner.at(reading.tokens, k, ("", "و"))
            for k in range(max(hit.end, actor.start - 3), actor.start)
        ):
            return True
    return False


def _opens_with(reading: Reading, k: int, word: str) -> bool:
    return any(reading.tokens[j].text == word for j in range(k, min(k + 3, len(reading.tokens))))


def _possessive(reading: Reading, hit: Hit) -> bool:
    """«لقائه», «اجتماعه», «محادثاتهما»: the noun carries its subject."""
    text = reading.tokens[hit.end - 1].text
    return text.endswith(("ه", "ها", "هما")) and hit.trigger.form == "noun" and text != "زياره"


def _adverb(reading: Reading, hit: Hit) -> bool:
    """«أطلع نظيره هاتفياً»: the caller is the subject of another verb."""
    return reading.tokens[hit.start].text in ("هاتفيا", "هاتفيه")


def _near_phone(reading: Reading, hit: Hit) -> bool:
    return any(
        t.text.startswith(("هاتفي", "الهاتفي")) for t in reading.tokens[hit.start : hit.end + 4]
    )


def _distinct(parties: Sequence[Found]) -> list[Found]:
    out: list[Found] = []
    for party in parties:
        if all(party.actor.id != p.actor.id for p in out):
            out.append(party)
    return out


def _people_first(parties: list[Found]) -> list[Found]:
    """Drops a state or body whose own people are named: their side is an affiliation."""
    sides = {p.actor.side for p in parties if p.actor.kind == "person"}
    return [
        p for p in parties
        if p.actor.kind == "person" or (p.actor.side not in sides and p.actor.id not in sides)
    ]  # fmt: skip


def _visit(
    reading: Reading,
    hit: Hit,
    before: Sequence[Found],
    after: Sequence[Found],
    right: int,
    left: int,
    narrative: dict[int, DateMention],
) -> list[Encounter]:
    """«وصل كيري إلى جنيف», «زيارة لافروف إلى أنقرة»: a named person and a named place."""
    near = [a for a in after if a.start - hit.end <= 8 and a.actor.kind == "person"]
    subject = near[:1] or [a for a in before[-1:] if a.actor.kind == "person"]
    places = [
        p for p in reading.places
        if hit.end <= p.start < min(right, hit.end + PLACE_REACH) and _toward(reading, hit, p)
    ]  # fmt: skip
    if not subject or not places:
        return []
    sentence = reading.sentences[hit.sentence]
    when = event_date(reading, hit.start, hit.end, narrative.get(hit.sentence))
    if when.basis == "published":
        return []
    end = max(subject[0].end, places[0].end, hit.end)
    return [
        Encounter(
            "visit", _modality(reading, hit, when, sentence), when, places[0].place,
            (subject[0],), min(hit.start, subject[0].start), end, hit.sentence,
            "consult.visit", 0.6,
        )
    ]  # fmt: skip


def _toward(reading: Reading, hit: Hit, place: FoundPlace) -> bool:
    before = reading.tokens[place.start - 1].text
    prefix = reading.tokens[place.start].text[: place.clitic]
    return before in ("الي", "العاصمه") or "ل" in prefix or place.start == hit.end


def _places_and_dates(
    reading: Reading,
    hit: Hit,
    last: int,
    sentence: tuple[int, int],
    narrative: dict[int, DateMention],
) -> list[tuple[Place | None, EventDate]]:
    """The places and dates of an encounter: usually one pair, several where the text lists them."""
    pairs: list[tuple[Place | None, EventDate]] = []
    last_end = hit.end
    for index, mention in enumerate(reading.dates):
        span = reading.date_tokens[index]
        if not (hit.end <= span[0] < sentence[1]) or mention.first is None:
            continue
        if mention.kind != "interval" and (mention.kind, mention.precision) != ("date", "day"):
            continue
        if span[0] - last_end > 12:
            break
        here = [p for p in reading.places if last_end <= p.start < span[0]]
        if not here:
            break
        pairs.append((last_place(here, span[0]), from_mention(mention, "clause")))
        last_end = span[1]
    if len(pairs) > 1:
        return pairs
    when = event_date(reading, hit.start, hit.end, narrative.get(hit.sentence))
    return [(encounter_place(reading, hit, last, sentence), when)]


def _modality(reading: Reading, hit: Hit, when: EventDate, sentence: tuple[int, int]) -> Modality:
    published = reading.document.published
    if published is not None and when.first is not None and when.last is not None:
        if when.first > published:
            return "future"
        if when.last < published - HISTORICAL:
            return "historical"
    if "س" in hit.prefix or reading.cue(
        "future", max(sentence[0], hit.start - 4), min(sentence[1], hit.end + 3)
    ):
        return "future"
    return "actual"
