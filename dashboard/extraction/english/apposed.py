"""What stands beside a name in English only to say who it is: offices, bodies, long titles.

«the UN and Arab League envoy, Kofi Annan», «Nasrallah, Hezbollah's secretary general», «Serraj, the
weak prime minister based in the west, saw …»: the bodies are no parties, the words no clause.
"""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.english.vocabulary import syntax_words
from dashboard.extraction.reading import Reading

_TITLE = 6  # words from a body to the office, and from that to the name
_OF = 4  # words from «envoy of» to a body, another body joined between
_OWNS = ("'", "’")


def without_their_bodies(reading: Reading, parties: Sequence[Found]) -> list[Found]:
    """The parties but for the bodies and states that only tell whose office one of them holds."""
    return [
        party for party in parties
        if party.actor.kind == "person" or not any(
            _of_his_title(reading, party, person)
            for person in parties if person.actor.kind == "person"
        )
    ]  # fmt: skip


def _of_his_title(reading: Reading, body: Found, person: Found) -> bool:
    words, offices = reading.tokens, syntax_words("offices")
    if body.end <= person.start <= body.end + 2 * _TITLE:
        between = [token.text for token in words[body.end : person.start]]
        if between[:1] == ["and"] and _joined(reading, body.end):
            between = between[1:]  # «the UN and Arab League envoy»
        if between == [","]:  # «Permanent Representative of Syria to the United Nations, Jaafari»
            before_it = words[max(0, body.start - _TITLE) : body.start]
            return any(token.text in offices for token in before_it)
        return any(word in offices for word in between) and not any(
            word in syntax_words("parting") for word in between
        )  # «the UN envoy, Kofi Annan»
    if person.end <= body.start <= person.end + 2 * _TITLE:
        before = [token.text for token in words[person.end : body.start]]
        if before[:1] == ['"'] and before[2:3] == ['"']:
            before = before[3:]  # «Dagalo “Hemedti”, commander of the …»
        if before[:1] != [","] or any(word in syntax_words("parting") - {"and"} for word in before):
            return False
        near = [token.text for token in words[body.end : body.end + _TITLE]]
        owns = near[:1] != [] and near[0] in _OWNS and any(word in offices for word in near)
        led = any(word in syntax_words("leads") for word in before)
        held = "of" in before and any(word in offices for word in before)
        return owns or led or held
    return False


def _joined(reading: Reading, at: int) -> bool:
    """Whether «and» at a token joins another body to the one before it."""
    near = reading.actors_in(at + 1, at + 3)
    return bool(near) and near[0].actor.kind == "organisation"


def long_title(reading: Reading, first: int, stop: int) -> range:
    """«Serraj, the recognised but weak prime minister based in the west, [saw]»: the words between.

    ``stop`` is where the verb begins, right after the comma that ends them.
    """
    tokens = reading.tokens
    if stop < 2 or tokens[stop - 1].text != ",":
        return range(0)
    for actor in reading.actors_in(first, stop):
        person = actor.actor.kind == "person"
        if person and actor.end < stop - 1 and tokens[actor.end].text == ",":
            return range(actor.end, stop)
    return range(0)
