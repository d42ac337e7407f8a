"""Offices and bodies of somebody named before: «وزير خارجيتها», «مجلس الأمن القومي» of a state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.extraction.vocabulary.titles import CLITICS
from dashboard.text import fold_word

if TYPE_CHECKING:
    from dashboard.extraction.actors.mentions import ActorReader

_BACK = 6  # actors named before
_HERS = fold_word("ها")


def their_minister(reader: ActorReader, i: int) -> int | None:
    """«طهران … فأجرى وزير خارجيتها اتصالاً»: who holds the office for the state named last."""
    match = reader.words.theirs.at(reader.tokens, i, CLITICS)
    if match is None:
        return None
    office = match.values[0]
    name = reader.known_name(match.end)
    if name is not None:
        return reader.add(i, name[1], match.clitic, name[0], "name", office)
    # «مندوبها في مجلس الأمن» has it on its first word.
    hers = any(token.text.endswith(_HERS) for token in reader.tokens[i : match.end])
    side = _owner(reader, "state" if hers else "person")
    holder = reader.reg.holder(office, side, reader.published) if side else None
    if holder is None:
        return None
    return reader.add(i, match.end, match.clitic, holder, "office", office)


def their_council(reader: ActorReader, i: int) -> int | None:
    """«ترأست ماي اجتماعاً لمجلس الأمن القومي»: the council of the state of who was named last."""
    match = reader.words.councils.at(reader.tokens, i, CLITICS)
    if match is None or reader.adjective(match.end)[0]:
        return None
    side = _owner(reader, "")
    actor = reader.reg.actors.get(reader.words.council_of.get(side, ""))
    return reader.add(i, match.end, match.clitic, actor, "name") if actor is not None else None


def _owner(reader: ActorReader, kind: str) -> str:
    """The side of the actor of that kind (of any, where empty) named last, or ""."""
    for found in reversed(reader.found[-_BACK:]):
        if found.actor.kind in ("person", "state") and kind in ("", found.actor.kind):
            return found.actor.side
    return ""
