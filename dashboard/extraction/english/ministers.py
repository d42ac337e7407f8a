"""Several who hold one office: «the foreign ministers of Russia, Turkey and Iran», «the Russian and
Turkish presidents» are those who held it on the day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dashboard.extraction.english.vocabulary import vocabulary
from dashboard.extraction.vocabulary.registry import registry
from dashboard.model import Actor
from dashboard.text import Word

Named = tuple[int, int, Actor, str]  # tokens, who, office
_MOST = 16  # states in a list


def several(tokens: Sequence[Word], i: int, day: date | None) -> list[Named]:
    """The holders named by a list of states that begins or is opened at ``i``; none for one."""
    found = _of_states(tokens, i, day) or _adjectives(tokens, i, day)
    return found if len(found) > 1 else []


def _of_states(tokens: Sequence[Word], i: int, day: date | None) -> list[Named]:
    """«the foreign ministers of Russia, Turkey and Iran»; a state where nobody is known."""
    title = vocabulary().plural_offices.at(tokens, i)
    if title is None or title.end >= len(tokens) or tokens[title.end].text not in ("of", "from"):
        return []
    found: list[Named] = []
    start, k = i, title.end + 1
    while len(found) < _MOST:
        while k < len(tokens) and tokens[k].text == "the":
            k += 1
        state, end = state_at(tokens, k)
        if state is None:
            break
        who = _holder(title.values[0], state, day)
        found.append((start, end, who, title.values[0]))
        following = _next(tokens, end)
        if following == end:
            break
        start = k = following
    return found


def _adjectives(tokens: Sequence[Word], i: int, day: date | None) -> list[Named]:
    """«the Russian, Turkish and Iranian presidents»."""
    spans: list[tuple[int, int, str]] = []
    k = i
    while len(spans) < _MOST:
        match = vocabulary().demonyms.at(tokens, k)
        if match is None:
            return []
        spans.append((k, match.end, match.values[0]))
        title = vocabulary().plural_offices.at(tokens, match.end)
        if title is not None:
            break
        k = _next(tokens, match.end)
        if k == match.end:
            return []
    found: list[Named] = []
    for start, end, code in spans:
        state = registry().state(code)
        if title is None or state is None or state.kind != "state":
            return []
        stop = title.end if end == spans[-1][1] else end
        found.append((start, stop, _holder(title.values[0], state, day), title.values[0]))
    return found


def _next(tokens: Sequence[Word], end: int) -> int:
    """The token after a comma, «and» or both."""
    k = end
    for link in (",", "and"):
        if k < len(tokens) and tokens[k].text == link:
            k += 1
    return k


def state_at(tokens: Sequence[Word], k: int) -> tuple[Actor | None, int]:
    """The state that a token begins to name and the next token; ``None`` and ``k`` for none."""
    match = vocabulary().states.at(tokens, k)
    if match is not None:
        return registry().state(match.values[0]), match.end
    named = registry().names.at(tokens, k)
    if named is None or len(named.values) != 1:
        return None, k
    actor = registry().actors[named.values[0]]
    return (actor, named.end) if actor.kind == "state" else (None, k)


def _holder(office: str, state: Actor, day: date | None) -> Actor:
    return registry().holder(office, state.side, day) or state
