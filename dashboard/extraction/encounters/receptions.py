"""Who was there to receive a visitor: «وصل إلى دمشق اليوم، حيث كان في استقباله نائب الوزير»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.circumstances.dating import event_date
from dashboard.extraction.circumstances.whereabouts import encounter_place
from dashboard.extraction.encounters.clauses import right_end
from dashboard.extraction.encounters.encounter import UNDATED, Encounter
from dashboard.extraction.encounters.parties import distinct, parties_after
from dashboard.extraction.encounters.visits import Visit
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.lexicon import Trigger
from dashboard.model import DateMention
from dashboard.text import fold_word, indices_of

_WAS = word_set("shared", "was")
_IN = fold_word("في")
_RECEIVING, _HIM = word_set("receptions", "receiving"), word_set("receptions", "him")
_RECEPTION = Trigger("CONSULT", "meeting", "noun", "reception")
_SURE = 0.6


def read_receptions(
    reading: Reading,
    found: Sequence[Encounter],
    visits: Sequence[Visit],
    narrative: dict[int, DateMention],
) -> list[Encounter]:
    """One encounter for each visitor with him who «كان في استقباله», but for those ``found``."""
    words = _RECEIVING | _HIM
    if reading.vocabulary.isdisjoint(words):
        return []
    hits = (
        Hit(k, k + 1, "", _RECEPTION, reading.sentence_of(k))
        for k in indices_of(reading.tokens, words)
    )
    read = (_received(reading, hit, visits, narrative) for hit in hits if _was_there(reading, hit))
    known = [{p.actor.id for p in other.parties} for other in found]
    return [
        item for item in read
        if item is not None and not any({p.actor.id for p in item.parties} <= ids for ids in known)
    ]  # fmt: skip


def _received(
    reading: Reading, hit: Hit, visits: Sequence[Visit], narrative: dict[int, DateMention]
) -> Encounter | None:
    """The encounter of a visitor with those who received him, or ``None``.

    Him who is only meant («في استقباله») the visit told last names, in this sentence or the one
    before; where and when it was that visit tells too.
    """
    trip = next(
        (
            v.encounter for v in reversed(visits)
            if 0 <= hit.sentence - v.encounter.sentence <= 1 and v.encounter.start < hit.start
        ), None,
    )  # fmt: skip
    guest = _guest(reading, hit, trip)
    if guest is None:
        return None
    sentence = reading.sentences[hit.sentence]
    first = guest.end if guest.start >= hit.end else hit.end
    near = parties_after(reading, first, right_end(reading, hit, sentence), phone=False, verb=True)
    named = [a for a in near if a.actor.kind == "person" and a.actor.id != guest.actor.id]
    hosts = distinct(named)  # «الشيخ محمد، ولي العهد»
    if len(hosts) != 1:
        return None  # several stand in line at an airport
    place = encounter_place(reading, hit, hit.end, sentence)
    when = event_date(reading, hit.start, hosts[0].end, narrative.get(hit.sentence))
    if trip is not None and guest.actor.id in {p.actor.id for p in trip.parties}:
        place = place or trip.place
        when = trip.date if when.basis in UNDATED else when
    parties = (guest, hosts[0])
    return Encounter(
        "meeting", "actual", when, place, parties,
        hit.start, hosts[0].end, hit.sentence, "consult.meeting.reception", _SURE,
    )  # fmt: skip


def _was_there(reading: Reading, hit: Hit) -> bool:
    """«كان في استقبال الوزير», «وكان في استقباله»."""
    words = [word.removeprefix("و") for word in reading.words[max(0, hit.start - 2) : hit.start]]
    return len(words) == 2 and words[0] in _WAS and words[1] == _IN


def _guest(reading: Reading, hit: Hit, trip: Encounter | None) -> Found | None:
    """Who was received: named right after the word, or he who came."""
    if reading.words[hit.start] in _HIM:
        return trip.parties[0] if trip is not None else None
    near = [a for a in reading.actors_in(hit.end, hit.end + 1) if a.actor.kind == "person"]
    return replace(near[0], prefix="") if near else None
