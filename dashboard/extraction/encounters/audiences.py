"""A visit to a person, which is a meeting with him: «زار السفير الرئيس بري في عين التينة»."""

from __future__ import annotations

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.circumstances.dating import event_date
from dashboard.extraction.circumstances.whereabouts import encounter_place
from dashboard.extraction.encounters.clauses import right_end
from dashboard.extraction.encounters.encounter import Encounter
from dashboard.extraction.encounters.modality import modality_of
from dashboard.extraction.encounters.moments import when_ahead
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.model import DateMention
from dashboard.text import fold_word

_VISITS = word_set("audiences", "visits")
_SURE = 0.6
_ON, _NEAR = fold_word("على"), 8  # words from a guest to «ضيفاً على»


def read_audience(
    reading: Reading, hit: Hit, narrative: dict[int, DateMention]
) -> Encounter | None:
    """The meeting of a guest with him whom he visits, who is named right after him.

    Or whose guest he is: «حل العطية ضيفاً على الجبير في جدة».
    """
    sentence = reading.sentences[hit.sentence]
    if reading.words[hit.end - 1] == _ON:
        two = _guest_of(reading, hit, sentence[0])
    elif reading.words[hit.start][len(hit.prefix) :] in _VISITS:
        two = reading.parties_in(hit.end, right_end(reading, hit, sentence))[:2]
        two = two if len(two) == 2 and _calls_on(reading, hit, *two) else []
    else:
        return None
    if not two:
        return None
    guest, host = two
    when = event_date(reading, hit.start, host.end, narrative.get(hit.sentence))
    modality = modality_of(reading, hit, when, sentence)
    return Encounter(
        "meeting", modality, when_ahead(reading, when) if modality == "future" else when,
        encounter_place(reading, hit, host.end, sentence), (guest, host),
        hit.start, host.end, hit.sentence, "consult.meeting.audience", _SURE,
    )  # fmt: skip


def _guest_of(reading: Reading, hit: Hit, first: int) -> list[Found]:
    """Who comes and whose guest he is: one person before the words, the other right after them."""
    near = range(max(first, hit.start - _NEAR), hit.start)
    guests = [a for a in reading.actors_in(near.start, near.stop) if a.actor.kind == "person"]
    hosts = [a for a in reading.actors_in(hit.end, hit.end + 1) if a.actor.kind == "person"]
    two = [*guests[-1:], *hosts[:1]]
    return two if len(two) == 2 and two[0].actor.id != two[1].actor.id else []


def _calls_on(reading: Reading, hit: Hit, guest: Found, host: Found) -> bool:
    """Whether a person stands right after the guest, but for a day, without a preposition."""
    people = host.actor.kind == "person" and (
        guest.actor.kind == "person" or guest.via == "delegation"
    )
    apart = guest.actor.id != host.actor.id and not (guest.prefix or host.prefix)
    between = (*range(hit.end, guest.start), *range(guest.end, host.start))
    return people and apart and all(k in reading.dated for k in between)
