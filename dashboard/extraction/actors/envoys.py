"""The envoy of the land that a text speaks of, and the minister or envoy named before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dashboard.extraction.actors.names_after_titles import misspelt, name_at
from dashboard.extraction.actors.offices import deputy, of_a_deputy, unlisted
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.titles import CLITICS

if TYPE_CHECKING:
    from dashboard.extraction.actors.mentions import ActorReader

_FORMER = word_set("offices", "former")
_COMMA = 1  # words
_OF_THE_UN = "un-envoy"
_TO_A_LAND, _NO_LAND = word_set("offices", "to_a_land"), word_set("offices", "no_land")
_FOR_THE = "لل"
_OF_HIS = word_set("visitors", "houses")  # «خارج مقر رئيسة الوزراء»
_PRESIDENT = "president"
_PRIME, _DEPUTY = "prime-minister", "deputy-"


def envoy(reader: ActorReader, i: int) -> int | None:
    """«المبعوث الأممي», without the country: of the land that the text speaks of most."""
    match = reader.words.envoys.at(reader.tokens, i, CLITICS)
    if match is None:
        return None
    if of_a_deputy(reader, i):
        return deputy(reader, i, match.end, match.clitic, "united-nations", "")
    last = reader.found[-1] if reader.found else None
    if last is not None and i - last.end <= _COMMA and reader.known_name(match.end) is None:
        held = reader.reg.offices(last.actor.id, reader.published)
        if any(tenure.office.startswith(_OF_THE_UN) for tenure in held):
            # «رمطان لعمامرة المبعوث الشخصي للأمين العام»: his title, not «استقبل هادي مبعوث …»
            return reader.add(i, match.end, match.clitic, last.actor, "office", held[0].office)
    land, end = _to_a_land(reader, match.end)
    name = reader.known_name(end)
    if name is not None:
        return reader.add(i, name[1], match.clitic, name[0], "name")
    holder = reader.reg.holder(land, "united-nations", reader.published)
    stop = misspelt(reader, end, holder) if holder is not None else None
    if stop is not None and holder is not None:
        return reader.add(i, stop, match.clitic, holder, "name", land)
    if name_at(reader, end):
        return unlisted(reader, i, end, match.clitic, "united-nations", "")
    if holder is None:
        return None
    return reader.add(i, end, match.clitic, holder, "office", land)


def _to_a_land(reader: ActorReader, i: int) -> tuple[str, int]:
    """«مبعوث الأمم المتحدة إلى السودان»: the office of the land told at ``i``, and where it ends.

    Of another land than the offices are listed of, none; where no land is told, that of the text.
    """
    tokens = reader.tokens
    word = tokens[i].text if i < len(tokens) else ""
    if word in _TO_A_LAND and i + 1 < len(tokens):
        told, end = tokens[i + 1].text, i + 2
    elif word.startswith(_FOR_THE) and word[2:] not in _NO_LAND:
        told, end = "ال" + word[2:], i + 1  # «للشرق الأوسط», «لليمن»
    elif word[:1] == _FOR_THE[0] and _office_of_land(reader, word[1:]):
        told, end = word[1:], i + 1  # «لسوريا»
    else:
        land = land_of(reader)
        words = reader.words.lands[land]
        named = any(t.text.removeprefix("و").removeprefix("ب") in words for t in tokens)
        return (land if named else ""), i  # a text of no land: nobody is meant for certain
    return _office_of_land(reader, told), end


def _office_of_land(reader: ActorReader, word: str) -> str:
    return next((office for office, words in reader.words.told_lands.items() if word in words), "")


def land_of(reader: ActorReader) -> str:
    """The envoy's office of the land that the text speaks of most."""
    if not reader.land:
        counts = dict.fromkeys(reader.words.lands, 0)
        told = Counter(t.text.removeprefix("و").removeprefix("ب") for t in reader.tokens)
        for office, words in reader.words.lands.items():
            counts[office] = sum(told[word] for word in words)
        reader.land = max(counts, key=counts.__getitem__)
    return reader.land


def bare(reader: ActorReader, i: int) -> int | None:
    """«الوزير الروسي»: the minister of that state who was named before."""
    match = reader.words.bare.at(reader.tokens, i, CLITICS)
    title = reader.words.envoys.at(reader.tokens, i, CLITICS)
    if match is None or (title is not None and title.end > match.end + 1):
        return None  # «المبعوث الشخصي للأمين العام»: a title of its own
    state, end = reader.adjective(match.end)
    if reader.known_name(match.end) is not None or reader.known_name(end) is not None:
        return None
    if i and reader.tokens[i - 1].text in _OF_HIS:
        return None
    if match.values[0] == _PRESIDENT and of_a_deputy(reader, i):
        return None  # «نائب رئيس الجمهورية»
    following = reader.tokens[match.end].text if match.end < len(reader.tokens) else ""
    if not state and (following in _FORMER or name_at(reader, match.end)):
        return None
    for previous in reversed(reader.found[-12:]):
        if previous.actor.kind != "person" or (state and previous.actor.side != state):
            continue
        held = [t.office for t in reader.reg.offices(previous.actor.id, reader.published)]
        if _may_be(match.values[0], previous.office, held):
            return reader.add(i, end, match.clitic, previous.actor, "office", previous.office)
    return None


def _may_be(title: str, told: str, held: Sequence[str]) -> bool:
    """Whether «الوزير» is one who was told with that office, or holds it: no head of government."""
    offices = [told] if title in told else held
    heads = any(office.endswith(_PRIME) and _DEPUTY not in office for office in offices)
    if title == _PRESIDENT:
        return _PRESIDENT in offices  # «رئيس الجمهورية»: no deputy, nor who presides over a house
    return not heads and any(title in office for office in offices)
