"""Who arrives where the words tell of a host, or of whom he met."""

from __future__ import annotations

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.encounters.performing import (
    DURING,
)
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set

HIS = ("ته", "تها", "وله", "ولها", "جهه", "جهها", "دومه", "دومها")
_RECEIVES = word_set("visitors", "receives")


def received(reading: Reading, hit: Hit) -> Found | None:
    """«استقبل الوزير نظيره السوري لدى وصوله إلى مسقط»: he who is received arrives."""
    first = reading.sentences[hit.sentence][0]
    host = [
        h for h in reading.hits_in(first, hit.start)
        if reading.words[h.end - 1].lstrip("وفس") in _RECEIVES
    ]  # fmt: skip
    people = [
        a for a in reading.actors_in(host[-1].end if host else hit.start, hit.start)
        if a.actor.kind == "person"
    ]  # fmt: skip
    return people[-1] if len(people) > 1 else None


def who_meets(reading: Reading, hit: Hit) -> Found | None:
    """«قال بان إن الإبراهيمي سيلتقي الأسد خلال زيارته لدمشق»: the subject right before the verb."""
    before = reading.words[hit.start - 1] if hit.start else ""
    if before not in DURING or not reading.words[hit.end - 1].endswith(HIS):
        return None
    first = reading.sentences[hit.sentence][0]
    met = [
        h for h in reading.hits_in(first, hit.start)
        if h.trigger.type == "CONSULT" and h.trigger.form == "verb"
    ]  # fmt: skip
    near = [
        a for a in reading.actors_in(first, met[-1].start)
        if a.end == met[-1].start and a.actor.kind == "person"
    ] if met else []  # fmt: skip
    return near[-1] if near else None
