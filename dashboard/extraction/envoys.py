"""The envoy of the land that a text speaks of, and the minister or envoy named before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.extraction.function_words import word_set
from dashboard.extraction.offices import deputy, misspelt, name_at, of_a_deputy, unlisted
from dashboard.extraction.titles import CLITICS

if TYPE_CHECKING:
    from dashboard.extraction.actors import ActorReader

_FORMER = word_set("offices", "former")


def envoy(reader: ActorReader, i: int) -> int | None:
    """«المبعوث الأممي», without the country: of the land that the text speaks of most."""
    match = reader.words.envoys.at(reader.tokens, i, CLITICS)
    if match is None:
        return None
    if of_a_deputy(reader, i):
        return deputy(reader, i, match.end, match.clitic, "united-nations", "")
    name = reader.known_name(match.end)
    if name is not None:
        return reader.add(i, name[1], match.clitic, name[0], "name")
    holder = reader.reg.holder(land_of(reader), "united-nations", reader.published)
    stop = misspelt(reader, match.end, holder) if holder is not None else None
    if stop is not None and holder is not None:
        return reader.add(i, stop, match.clitic, holder, "name", land_of(reader))
    if name_at(reader, match.end):
        return unlisted(reader, i, match.end, match.clitic, "united-nations", "")
    if holder is None:
        return None
    return reader.add(i, match.end, match.clitic, holder, "office", land_of(reader))


def land_of(reader: ActorReader) -> str:
    """The envoy's office of the land that the text speaks of most."""
    if not reader.land:
        counts = dict.fromkeys(reader.words.lands, 0)
        for token in reader.tokens:
            for office, words in reader.words.lands.items():
                counts[office] += token.text.removeprefix("و").removeprefix("ب") in words
        reader.land = max(counts, key=counts.__getitem__)
    return reader.land


def bare(reader: ActorReader, i: int) -> int | None:
    """«الوزير الروسي»: the minister of that state who was named before."""
    match = reader.words.bare.at(reader.tokens, i, CLITICS)
    state, end = reader.adjective(match.end) if match is not None else ("", i)
    if match is None or reader.known_name(match.end) is not None:
        return None
    following = reader.tokens[match.end].text if match.end < len(reader.tokens) else ""
    if not state and (following in _FORMER or name_at(reader, match.end)):
        return None
    for previous in reversed(reader.found[-12:]):
        if previous.actor.kind != "person" or (state and previous.actor.side != state):
            continue
        held = [t.office for t in reader.reg.offices(previous.actor.id, reader.published)]
        if any(match.values[0] in office for office in (*held, previous.office)):
            return reader.add(i, end, match.clitic, previous.actor, "office", previous.office)
    return None
