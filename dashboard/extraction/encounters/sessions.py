"""Sessions of an assembly with somebody who speaks there: «قال نيبينزيا في جلسة لمجلس الأمن»."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.circumstances.dating import event_date, published_date
from dashboard.extraction.circumstances.whereabouts import encounter_place
from dashboard.extraction.encounters.encounter import Encounter
from dashboard.extraction.encounters.modality import modality_of
from dashboard.extraction.encounters.moments import when_ahead
from dashboard.extraction.encounters.own_days import held_on
from dashboard.extraction.encounters.parties import distinct, outside
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.lexicon import ASSEMBLY, lexicon
from dashboard.extraction.vocabulary.registry import registry
from dashboard.model import DateMention
from dashboard.text import fold_word

_BEFORE = 4  # words from «جلسة» to the assembly
_TOLD = 9  # words from «أطلع» to the assembly, a long title between
_BEFORE_IT = fold_word("أمام")
_CAME = word_set("sessions", "came")
_HERE = 7  # words from a session to its place
_COUNCIL, _AT_THE_UN, _SITS = "un-security-council", "un-ambassador", fold_word("جلسة")
_NAMED = ("مجلس الأمن", "جلسة")
_NAME = tuple(map(fold_word, _NAMED[0].split()))


def read_sessions(
    reading: Reading,
    speakers: dict[int, Found],
    narrative: dict[int, DateMention],
    wanted: Callable[[Reading, Hit], bool],
) -> list[Encounter]:
    """One encounter a session: the assembly and the person who speaks before it.

    ``wanted`` tells a session that is only called for.
    """
    out: list[Encounter] = []
    for body in reading.actors:
        if body.actor.id not in lexicon().hearing:
            continue
        hit = _session(reading, body)
        if hit is None or wanted(reading, hit):
            continue
        who = _speaker(reading, hit, body, speakers)
        if who is None:
            continue
        sentence = reading.sentences[hit.sentence]
        beside = (max(sentence[0], hit.start - _HERE), min(sentence[1], body.end + _HERE))
        when = event_date(reading, hit.start, body.end, narrative.get(hit.sentence))
        after = when.start is not None and when.start > reading.span(hit.start, hit.end)[1]
        if when.basis == "sentence" and after:
            when = published_date(reading)  # «وقال أمام المجلس: "… اتفاق عام 1974"»
        if when.basis != "clause" and body.actor.id in lexicon().own_bodies:
            continue  # «أضاف أمام الكونغرس»: a house that always sits, on a day only
        modality = modality_of(reading, hit, when, sentence)
        out.append(
            Encounter(
                "multilateral", modality,
                when_ahead(reading, when) if modality == "future" else when,
                encounter_place(reading, hit, body.end, beside), (body, who),
                min(hit.start, who.start), max(body.end, who.end), hit.sentence,
                "consult.session", 0.6,
            )
        )  # fmt: skip
    return out


def sessions_unnamed(
    reading: Reading,
    found: list[Encounter],
    speakers: dict[int, Found],
    wanted: Callable[[Reading, Hit], bool],
) -> list[Encounter]:
    """«قال الجعفري في جلسة، الجمعة»: where a permanent representative speaks, the Security Council.

    Only on a day that its clause tells, in a text that names the council.
    """
    council = next((a for a in reading.actors if a.actor.id == _COUNCIL), None)
    council = council or _in_a_title(reading)
    out: list[Encounter] = []
    for k, word in enumerate(reading.words if council is not None else ()):
        if not word.endswith(_SITS) or word.lstrip("وب").removeprefix("ال") != _SITS:
            continue
        if k in reading.actor_tokens:
            continue
        sentence = reading.sentence_of(k)
        hit = Hit(k, k + 1, "", ASSEMBLY, sentence)
        named = reading.actors_in(k + 1, k + 1 + _BEFORE)
        if council is None or wanted(reading, hit) or any(a.actor.kind != "person" for a in named):
            continue
        who = _representatives(reading, sentence, speakers)
        when = held_on(reading, hit) or event_date(reading, k, k + 1)
        told = any(
            p.actor.id == _COUNCIL and (item.date.first == when.first or item.sentence == sentence)
            for item in (*found, *out) for p in item.parties
        )  # fmt: skip
        if not who or told or when.basis != "clause" or when.precision != "day":
            continue
        modality = modality_of(reading, hit, when, reading.sentences[sentence])
        body = replace(council, start=k, end=k + 1, clitic=0, prefix="")
        out.append(
            Encounter(
                "multilateral", modality, when, None, (body, *who),
                min(k, who[0].start), max(k + 1, who[-1].end), sentence, "consult.session", 0.55,
            )
        )  # fmt: skip
    return out


def _in_a_title(reading: Reading) -> Found | None:
    """«مندوب سوريا في مجلس الأمن»: the council, where only the title of somebody names it."""
    if not all(word in reading.document.text for word in _NAMED):
        return None
    actor = registry().actors[_COUNCIL]
    for first, second in pairwise(range(len(reading.tokens))):
        if (reading.words[first], reading.words[second]) == _NAME:
            return Found(first, second + 1, 0, actor, "name", "", "")
    return None


def _representatives(reading: Reading, sentence: int, speakers: dict[int, Found]) -> list[Found]:
    """The permanent representatives at the United Nations named in a sentence, or who speaks."""
    near = list(reading.actors_in(*reading.sentences[sentence]))
    near += [speakers[k] for k in (sentence, sentence - 1) if not near and k in speakers]
    day, reg = reading.document.published, registry()
    return distinct(
        [a for a in near if any(t.office == _AT_THE_UN for t in reg.offices(a.actor.id, day))]
    )


def _session(reading: Reading, body: Found) -> Hit | None:
    """The words that make the name of an assembly its session, as a trigger."""
    sentence = reading.sentence_of(body.start)
    first = reading.sentences[sentence][0]
    for k in range(body.start - 1, max(first, body.start - _BEFORE) - 1, -1):
        word = reading.words[k]
        if word in lexicon().before_assembly or word.lstrip("وبل") in lexicon().before_assembly:
            return Hit(k, body.end, "", ASSEMBLY, sentence) if _at_it(reading, k) else None
        if word in (",", ";", ":"):
            break
    verb = reading.words[body.start - 1] if body.start > first else ""
    if verb.lstrip("وفس") in lexicon().listening:
        return Hit(body.start - 1, body.end, "", ASSEMBLY, sentence)
    if "ل" in body.prefix or reading.words[body.start - 1] == "في":
        return None
    for k in range(body.start - 2, max(first, body.start - _TOLD) - 1, -1):
        people = reading.actors_in(k + 1, body.start)
        if reading.words[k].lstrip("وفس") in lexicon().briefing and people:
            straight = people[0].actor.kind == "person" and people[-1].end == body.start
            return Hit(k, body.end, "", ASSEMBLY, sentence) if straight else None
    return None


def _at_it(reading: Reading, k: int) -> bool:
    """«في جلسة», «خلال كلمة له», «حضر اجتماعاً»: who speaks is there; not «عشية اجتماع»."""
    word = reading.words[k]
    if word == _BEFORE_IT:
        return True
    before = reading.words[k - 1].removeprefix("و") if k else ""
    return before in lexicon().at_it or word.startswith("ب")


def _speaker(reading: Reading, hit: Hit, body: Found, speakers: dict[int, Found]) -> Found | None:
    """Who speaks there: the subject of the sentence's verb of saying, else its first person."""
    first, stop = reading.sentences[hit.sentence]
    if _listens(reading, hit):
        heard = reading.actors_in(body.end, min(stop, body.end + _TOLD))
        return next((a for a in heard if a.actor.kind == "person"), None)
    said = any(
        h.trigger.type == "STATEMENT" and h.sentence == hit.sentence
        for h in reading.hits_in(first, max(body.end, hit.end))
    )
    speaker = speakers.get(hit.sentence)
    if said and speaker is not None and speaker.actor.kind != "media":
        return speaker if speaker.actor.kind == "person" else None
    people = [a for a in reading.actors_in(first, hit.start + _TOLD) if a.actor.kind == "person"]
    before = speakers.get(hit.sentence - 1)
    if not people and before is not None and reading.words[first].lstrip("وف") in _CAME:
        return before if before.actor.kind == "person" else None  # «جاء ذلك في كلمة ألقاها»
    if speaker is not None and speaker.actor.kind == "media":
        return people[0] if people else None  # «نقلت الوكالة على لسان الجعفري قوله في جلسة»
    free = [a for a in people if not outside(reading, a)]
    return free[0] if free and not said else None


def _listens(reading: Reading, hit: Hit) -> bool:
    """«استمع مجلس الأمن إلى إحاطة من دي ميستورا»."""
    return reading.words[hit.start].lstrip("وفس") in lexicon().listening
