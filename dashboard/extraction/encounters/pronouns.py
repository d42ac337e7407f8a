"""The two of an encounter where one is told by a pronoun: «اجتماعه معه», «الذي استقبله»."""

from __future__ import annotations

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.encounters.parties import WHO, distinct
from dashboard.extraction.encounters.referents import told_of
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set

_APART, _WITH_HIM = word_set("referents", "apart"), word_set("referents", "with_him")
_MET_HIM, _THEN_WHERE = word_set("referents", "met_him"), word_set("referents", "then_where")
_RELATIVE = 3  # words from a name, its comma and «الذي» to the verb


def pronouns(reading: Reading, hit: Hit, speakers: dict[int, Found]) -> list[Found]:
    """«طلب المعلم من ظريف … خلال اجتماعه معه»: both parties named before, in their order."""
    first = reading.sentences[hit.sentence][0]
    if hit.end >= len(reading.tokens):
        return []
    if _met_him(reading, hit):
        return _related(reading, hit, first, speakers)
    if reading.words[hit.end] not in _WITH_HIM:
        return []
    if hit.trigger.form != "noun":
        return _related(reading, hit, first, speakers) or _told_by_him(reading, hit, first)
    named = distinct([
        a for a in reading.actors_in(first, hit.start)
        if a.actor.kind == "person"
    ])  # fmt: skip
    speaker = speakers.get(hit.sentence)
    if len(named) == 1 and speaker is not None and speaker.actor.kind == "person":
        named = distinct([speaker, *named])
    return [named[0], named[-1]] if len(named) > 1 else []


def _told_by_him(reading: Reading, hit: Hit, first: int) -> list[Found]:
    """«قال أبو مرزوق إن عزام الأحمد اتصل به»: who is told of, and him who tells it."""
    him = told_of(reading, hit, first)
    if him is None or him.end != hit.start:
        return []
    tellers = [a for a in reading.actors_in(first, him.start) if a.actor.kind == "person"]
    if len(tellers) != 1 or tellers[0].actor.id == him.actor.id:
        return []
    return [tellers[0], him]


def _met_him(reading: Reading, hit: Hit) -> bool:
    """«أكد بوتين للأسد الذي استقبله أمس»: by the subject of the sentence, nobody named after it."""
    if hit.trigger.form != "verb" or reading.words[hit.start] not in _MET_HIM:
        return False
    after = reading.words[hit.end]
    alone = (
        hit.end in reading.dated
        or after in _THEN_WHERE
        or bool(reading.places_in(hit.end, hit.end + 1))
    )
    return alone and reading.words[hit.start - 1] in WHO


def _related(reading: Reading, hit: Hit, first: int, speakers: dict[int, Found]) -> list[Found]:
    """«قال الأسد، وفقاً لسابلين، الذي اجتمع به»: the subject, and whom the relative is of."""
    if reading.words[hit.start - 1] not in WHO:
        return []
    # «… مع عون، أما الحريري فتشاور مع جنبلاط الذي استقبله»
    first = max([k for k in range(first, hit.start) if reading.words[k] in _APART] or [first])
    people = [a for a in reading.actors_in(first, hit.start) if a.actor.kind == "person"]
    if not people or hit.start - people[-1].end > _RELATIVE:
        return []
    speaker = speakers.get(hit.sentence)
    other = people[0] if len(people) > 1 else speaker
    if other is None or other.actor.id == people[-1].actor.id or other.actor.kind != "person":
        return []
    return [other, people[-1]]
