"""From what was read to the extraction of a document: events with ids, claims with sources."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import replace
from datetime import timedelta
from typing import cast

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.circumstances.dating import NOT_WHEN, event_date, published_date, told_on
from dashboard.extraction.circumstances.speech import Said, asserted_by, find_speech
from dashboard.extraction.claims.toll_towns import towns_of
from dashboard.extraction.deeds.dates import about, of_what_was_said
from dashboard.extraction.deeds.deed import Deed
from dashboard.extraction.deeds.figurative import of_a_trial
from dashboard.extraction.deeds.finder import find_deeds
from dashboard.extraction.deeds.places import deed_place, far_place
from dashboard.extraction.deeds.remembered import of_another_war, of_what_is_remembered, of_years
from dashboard.extraction.deeds.repeats import without_repeats
from dashboard.extraction.deeds.scenes import LESS_SURE, SCENE, Scenes, in_their_scene
from dashboard.extraction.encounters.consult import find_encounters
from dashboard.extraction.encounters.encounter import Encounter
from dashboard.extraction.encounters.lasting import MORROW
from dashboard.extraction.english.encounters import find_english_encounters
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.told_once import told_once
from dashboard.extraction.toll_doers import doers_told
from dashboard.extraction.vocabulary.lexicon import Trigger, lexicon
from dashboard.model import (
    ActorMention,
    CasualtyClaim,
    DateMention,
    Document,
    Event,
    EventDate,
    EventType,
    Extraction,
    Modality,
    Participant,
    Place,
    PlaceMention,
)
from dashboard.text import fold_word

# Raised whenever the same text may give other rows than before: an ingest then reads it again.
EXTRACTOR_VERSION = "16"
_AMONG = frozenset(fold_word(w) for w in ("وبين", "وبينهم"))  # «وبين القتلى 6561 قاصراً»
MAX_QUOTE = 600


def extract(document: Document) -> Extraction:
    """Everything read from a document: dates, actors, places, claims and events in text order."""
    reading = Reading(document)
    said, speakers = find_speech(reading)
    narrative = _narrative(reading)
    claims = told_once(reading, said, speakers)
    meetings = find_english_encounters if reading.english else find_encounters
    encounters = meetings(reading, speakers, narrative)
    deeds = find_deeds(reading, claims, narrative, set())
    scenes = Scenes(reading, deeds)
    deeds = in_their_scene(scenes, deeds)
    maker = _Maker(reading, claims, scenes)
    for encounter in encounters:
        maker.encounter(encounter)
    for deed in without_repeats(deeds):
        maker.deed(deed)
    maker.statements(said, narrative)
    maker.tolls(narrative, said, speakers)
    return Extraction(
        document,
        tuple(reading.dates),
        tuple(_actor_mention(reading, a) for a in reading.actors),
        tuple(
            PlaceMention(*_text_span(reading, p.start, p.end, p.clitic), p.place)
            for p in reading.places
        ),
        tuple(claims),
        tuple(sorted(maker.events, key=lambda e: (e.start, e.end, e.event_id))),
    )


def _text_span(reading: Reading, start: int, end: int, clitic: int) -> tuple[int, int, str]:
    a, b = reading.span(start, end, clitic)
    return a, b, reading.document.text[a:b]


def _actor_mention(reading: Reading, found: Found) -> ActorMention:
    span = _text_span(reading, found.start, found.end, found.clitic)
    return ActorMention(*span, found.actor, found.via)


def _narrative(reading: Reading) -> dict[int, DateMention]:
    """The day the story has reached at each sentence: the last day named in the sentence before.

    Only the sentence before it in the same paragraph counts: farther back, the day of publication
    is the better reading of a sentence without a date.
    """
    out: dict[int, DateMention] = {}
    text, published = reading.document.text, reading.document.published
    last: tuple[int, DateMention] | None = None
    k = 0
    for number in range(len(reading.sentences)):
        begin, end = reading.sentence_spans[number]
        if last is not None and last[0] == number - 1:
            previous_end = reading.sentence_spans[number - 1][1]
            if "\n" not in text[previous_end:begin]:
                out[number] = _next_to(reading, number, last[1])
        while k < len(reading.dates) and reading.dates[k].start < end:
            mention = reading.dates[k]
            if mention.kind == "date" and mention.precision == "day" and mention.first is not None:
                at = reading.token_at(mention.start)
                bound = reading.words[at - 1].removeprefix("و") if at else ""
                # not «بحلول العاشر من الشهر المقبل», «منذ الثالث عشر من يوليو»
                if bound not in NOT_WHEN and (published is None or mention.first <= published):
                    last = (number, mention)
            k += 1
    return out


def _next_to(reading: Reading, number: int, told: DateMention) -> DateMention:
    """«وغداة صدوره، طلب …»: the day after the one just told."""
    first = reading.words[reading.sentences[number][0]].removeprefix("و")
    if first != MORROW or told.first is None or told.first != told.last:
        return told
    day = told.first + timedelta(days=1)
    return replace(told, first=day, last=day, edtf=day.isoformat())


class _Maker:
    """Collects the events of one document and gives each its deterministic id."""

    def __init__(self, reading: Reading, claims: list[CasualtyClaim], scenes: Scenes) -> None:
        self.reading = reading
        self.scenes = scenes
        self.claims = claims
        self.events: list[Event] = []
        self.attached: set[int] = set()
        self._ids: dict[str, int] = {}

    def encounter(self, item: Encounter) -> None:
        """Adds an encounter."""
        self._add(
            "CONSULT", item.mode, item.modality, item.date, item.place,
            [self._participant(p, "attendee") for p in item.parties], (), item.sentence,
            item.start, item.rule, item.sure,
        )  # fmt: skip

    def deed(self, item: Deed) -> None:
        """Adds a deed with its claims."""
        people = [self._participant(item.source, "source")] if item.source else []
        people += [self._participant(o, "mentioned") for o in item.others]
        self.attached.update(item.claims)
        self._add(
            item.type, item.mode, item.modality, item.date, item.place, people, item.claims,
            item.sentence, item.start, item.rule, item.sure,
        )  # fmt: skip

    def statements(self, said: list[Said], narrative: dict[int, DateMention]) -> None:
        """Adds what named actors said: one event a speaker and day, at its first sentence."""
        seen: set[tuple[str, object]] = set()
        for item in said:
            if item.speaker.actor.kind == "media":
                continue
            hit = item.hit
            when = told_on(self.reading, hit.start, hit.end, narrative.get(hit.sentence))
            key = (item.speaker.actor.id, when.first)
            undated = (item.speaker.actor.id, None)
            if key in seen or (when.basis != "clause" and undated in seen):
                continue
            seen.update((key, undated))
            both = [item.speaker]
            if item.speaker.via == "pair":  # «وأكد الجانبان»
                two = self.reading.actors_in(item.speaker.start, item.speaker.end)
                both += [other for other in two if other is not item.speaker]
            self._add(
                "STATEMENT", "", "actual", when, None,
                [self._participant(one, "speaker") for one in both], (), hit.sentence, hit.start,
                "statement.verb", 0.6 + 0.2 * (when.basis == "clause"),
            )  # fmt: skip

    def tolls(
        self, narrative: dict[int, DateMention], said: list[Said], speakers: dict[int, Found]
    ) -> None:
        """Adds an event for every claim that no other event carries: no figure is lost."""
        by_sentence: dict[int, list[int]] = {}
        for index, claim in enumerate(self.claims):
            if index not in self.attached:
                by_sentence.setdefault(self._sentence_at(claim.start), []).append(index)
        for number, indices in by_sentence.items():
            total = [k for k in indices if self.claims[k].scope == "cumulative"]
            rest = [k for k in indices if self.claims[k].scope != "cumulative"]
            parts = all(self.claims[k].scope == "subset" for k in rest)
            if rest and parts and (total or self._after_a_total(number, by_sentence)):
                total, rest = total + rest, []
            if total:
                self._toll(number, total, narrative, said, speakers)
            towns = towns_of(self.reading, self.claims, rest)
            for town in dict.fromkeys(towns.get(k) for k in rest):
                mine = [k for k in rest if towns.get(k) == town]
                self._incident(number, mine, narrative, town, {*towns.values()})

    def _after_a_total(self, number: int, by_sentence: dict[int, list[int]]) -> bool:
        """«… 331 ألفاً منذ 2011. وبين القتلى أكثر من 99 ألف مدني»: parts of the total before."""
        opens = self.reading.words[self.reading.sentences[number][0]] in _AMONG
        reach = range(number) if opens else range(number - 1, number)
        before = (k for at in reach for k in by_sentence.get(at, ()))
        return any(self.claims[k].scope == "cumulative" for k in before)

    def _toll(
        self,
        number: int,
        indices: list[int],
        narrative: dict[int, DateMention],
        said: list[Said],
        speakers: dict[int, Found],
    ) -> None:
        token = self._token_at(self.claims[indices[0]].start)
        who = asserted_by(self.reading, token, said, speakers)
        when = published_date(self.reading)
        own = [s for s in said if s.hit.sentence == number]
        if own:
            dated = told_on(self.reading, own[0].hit.start, own[0].hit.end, None)
            when = dated if dated.basis == "clause" and dated.precision == "day" else when
        self._add(
            "STATEMENT", "toll", "actual", when, None,
            [self._participant(who, "speaker")] if who else [], tuple(indices), number, token,
            "toll.cumulative", 0.7 + 0.1 * (who is not None),
        )  # fmt: skip

    def _incident(
        self,
        number: int,
        indices: list[int],
        narrative: dict[int, DateMention],
        town: Place | None,
        towns: Collection[Place],
    ) -> None:
        claim = self.claims[indices[0]]
        token = self._token_at(claim.start)
        sentence = self.reading.sentences[number]
        hit = Hit(token, token + 1, "", Trigger("ASSAULT", "", "noun", "any"), number)
        accident = any(
            lexicon().accident.at(self.reading.tokens, k, ("", "و", "ب", "ال")) is not None
            for k in range(*sentence)
        )
        kind: EventType = "ASSAULT"
        mode = "unspecified"
        if claim.kind == "detained":
            kind, mode = "COERCE", "arrest"
        elif (
            claim.kind == "displaced"
            or accident
            or all(self.claims[k].kind == "missing" or self.claims[k].high == 0 for k in indices)
        ):  # «لم تقتل أي مدني» tells of no attack
            kind, mode = "STATEMENT", "toll"
        when = event_date(self.reading, token, token + 1, narrative.get(number))
        if of_what_was_said(self.reading, hit, when):
            when = about(when)
        recalled = (
            of_another_war(self.reading, token, sentence, when, verb=True)
            or of_what_is_remembered(self.reading, number)
            or of_a_trial(self.reading, token, self._token_at(claim.end - 1), sentence)
        )
        if recalled and when.basis == "published":
            when = EventDate()
        place = town or deed_place(self.reading, hit, sentence)
        if town is None and place in towns:
            place = None  # «بغداد 335، تلتها ديالى ب170»: that of another figure
        rule, sure = "toll.incident", 0.5
        scene = None if towns else self.scenes.at(number)
        if place is None and kind == "ASSAULT" and scene is not None:
            far = None if self.reading.english else far_place(self.reading, hit, sentence)
            place, sure = far or scene, sure - LESS_SURE
            rule += "" if far else SCENE
        starts = [self._token_at(self.claims[k].start) for k in indices]
        last = self._token_at(claim.end - 1)
        did = doers_told(self.reading, number, starts, last) if kind != "STATEMENT" else []
        people = [self._participant(d, "mentioned" if n else "source") for n, d in enumerate(did)]
        self._add(
            kind, mode, "historical" if recalled or of_years(when) else self._when_modality(when),
            when, place, people, tuple(indices), number, token, rule, sure,
        )  # fmt: skip

    def _when_modality(self, when: EventDate) -> Modality:
        published = self.reading.document.published
        if published is None or when.last is None or when.first is None:
            return "actual"
        return "historical" if (published - when.last).days > 31 else "actual"

    def _sentence_at(self, offset: int) -> int:
        return self.reading.sentence_of(self._token_at(offset))

    def _token_at(self, offset: int) -> int:
        position = self.reading.folded.position(offset)
        tokens = self.reading.tokens
        low, high = 0, len(tokens)
        while low < high:
            middle = (low + high) // 2
            if tokens[middle].end <= position:
                low = middle + 1
            else:
                high = middle
        return min(low, len(tokens) - 1)

    def _participant(self, found: Found, role: str) -> Participant:
        a, b = self.reading.span(found.start, found.end, found.clitic)
        actor = found.actor
        return Participant(actor.id, actor.name, actor.name_ar, role, actor.side, a, b)

    def _add(
        self,
        kind: str,
        mode: str,
        modality: Modality,
        when: EventDate,
        place: Place | None,
        people: list[Participant],
        claims: tuple[int, ...],
        number: int,
        token: int,
        rule: str,
        sure: float,
    ) -> None:
        a, b = self._quote(number, token)
        text, published = self.reading.document.text, self.reading.document.published
        if modality == "actual" and published and when.first and when.first > published:
            when = published_date(self.reading)  # «أُعلنت هدنة تبدأ غداً»: a day of what is to come
        at = self.reading.span(token, token + 1)[0]
        base = f"{self.reading.document.id}|{at}|{rule}|{when.edtf}|{place.id if place else ''}"
        base += "|" + ",".join(p.actor_id for p in people)
        repeat = self._ids.get(base, 0)
        self._ids[base] = repeat + 1
        digest = hashlib.sha256(f"{base}|{repeat}".encode()).hexdigest()[:20]
        self.events.append(
            Event(
                digest, cast(EventType, kind), mode, modality, when, place, tuple(people), claims,
                text[a:b], a, b, rule, round(sure, 2),
            )
        )  # fmt: skip

    def _quote(self, number: int, token: int) -> tuple[int, int]:
        """The event's sentence; of one that never ends, the part around the trigger."""
        first, stop = self.reading.sentences[number]
        a, b = self.reading.span(first, first + 1)[0], self.reading.span(stop - 1, stop)[1]
        if b - a <= MAX_QUOTE:
            return a, b
        while first < token - 45:
            first += 1
        while stop > token + 60:
            stop -= 1
        return self.reading.span(first, first + 1)[0], self.reading.span(stop - 1, stop)[1]
