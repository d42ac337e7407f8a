"""Who reports at a session: «يعقد مجلس الأمن جلسة …، ويقدم المبعوث إحاطة»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.encounters.encounter import Encounter
from dashboard.extraction.encounters.parties import distinct, outside
from dashboard.extraction.reading import Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.lexicon import lexicon

_REPORT = word_set("reporters", "report")
_GIVES, _BY = word_set("reporters", "gives"), word_set("reporters", "by")
_AFTER = 2  # sentences from a session to who reports there
_GIVEN, _OF = 12, 3  # words from «سيقدم» to the report, and from that to whose it is
_QUOTED = 2  # quotes between him who reports and the verb
_SESSION = "consult.assembly"


def with_who_reports(reading: Reading, found: Sequence[Encounter]) -> list[Encounter]:
    """The encounters, a session of a body that hears reports with those who give it one there."""
    if _REPORT.isdisjoint(reading.vocabulary):
        return list(found)
    return [_joined(reading, item) if _hears(item) else item for item in found]


def _hears(item: Encounter) -> bool:
    bodies = [p for p in item.parties if p.actor.id in lexicon().hearing]
    return item.rule == _SESSION and len(bodies) == len(item.parties) == 1


def _joined(reading: Reading, item: Encounter) -> Encounter:
    last = min(item.sentence + _AFTER, len(reading.sentences) - 1)
    first, stop = reading.sentences[item.sentence][0], reading.sentences[last][1]
    who: list[Found] = []
    for k in reading.where(_REPORT, first, stop):
        if k in reading.actor_tokens:
            continue
        sentence = reading.sentences[reading.sentence_of(k)]
        reporter = _after(reading, k, sentence[1]) or _before(reading, k, sentence[0])
        if reporter is not None:
            who.append(reporter)
    return replace(item, parties=tuple(distinct([*item.parties, *who]))) if who else item


def _after(reading: Reading, k: int, stop: int) -> Found | None:
    """«إحاطة قدمها المبعوث», «إلى إحاطات من المبعوث»."""
    for j in range(k + 1, min(stop, k + _OF)):
        if reading.words[j] in _BY:
            near = reading.actors_in(j + 1, j + 2)
            return near[0] if near and near[0].actor.kind == "person" else None
    return None


def _before(reading: Reading, k: int, first: int) -> Found | None:
    """«سيقدم المبعوث إحاطة»: the subject right after the verb."""
    for j in range(k - 1, max(first, k - _GIVEN - 1) - 1, -1):
        if reading.words[j].lstrip("وس") in _GIVES:
            near = [a for a in reading.actors_in(j + 1, k) if not outside(reading, a)]
            # «إن غروندبرغ "سيقدم إحاطة"»
            told = [a for a in reading.actors_in(first, j) if j - a.end <= _QUOTED]
            near = near[:1] or told[-1:]
            return near[0] if near and near[0].actor.kind == "person" else None
    return None
