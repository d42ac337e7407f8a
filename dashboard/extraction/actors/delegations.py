"""Parties without a name: «وفداً برلمانياً تونسياً», «مسؤولين سوريين وروس», «المسؤولين في الأردن».

They are read only where somebody is met: «قال مسؤولون أميركيون» is an anonymous source, no state.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.vocabulary.lexicon import lexicon
from dashboard.extraction.vocabulary.registry import registry
from dashboard.extraction.vocabulary.titles import titles
from dashboard.model import Actor
from dashboard.text import Word, indices_of

_BESIDE = 3  # words between the people and the adjective of their state


def find_delegations(tokens: Sequence[Word], taken: Collection[int]) -> list[Found]:
    """The states whose people are told of without a name, in text order.

    ``taken`` are the tokens of names and dates. Each state of a list is one: «أميركيون وأتراك».
    """
    people = titles().people
    out: list[Found] = []
    stop = 0
    for i in indices_of(tokens, people):
        if i < stop or i in taken:
            continue
        clitic = people[tokens[i].text]
        found = _states(tokens, i, clitic, taken) or _in_country(tokens, i, clitic, taken)
        if found and not _named_after(tokens, found[-1].end):
            out.extend(found)
            stop = found[-1].end
    return out


def _named_after(tokens: Sequence[Word], end: int) -> bool:
    """«وفد سوري ضم وحدات حماية الشعب»: it is told who they were."""
    return end < len(tokens) and tokens[end].text in lexicon().gathers


def _states(tokens: Sequence[Word], i: int, clitic: int, taken: Collection[int]) -> list[Found]:
    """«مسؤولين عسكريين أميركيين وأتراك»: an adjective after others, then those joined to it."""
    out: list[Found] = []
    at = i + 1
    while at < len(tokens) and at not in taken and tokens[at].text in titles().ranks:
        at += 1
        if at - i > _BESIDE:
            return []
    start = i
    while at < len(tokens) and at not in taken:
        word = tokens[at].text
        compound = registry().compound_adjectives.at(tokens, at, ("", "و"))
        end = at + 1 if compound is None else compound.end
        if compound is not None:
            actor = registry().state(compound.values[0])  # «وكوريين شماليين»
        else:
            actor = _nation(word)  # «وفد روسي تركي», «مسؤولين روس وأتراك»
        if actor is None or any(actor.id == other.actor.id for other in out):
            break
        size = clitic if not out else int(word.startswith("و"))
        prefix = tokens[start].text[:size]
        out.append(Found(start, end, size, actor, "delegation", prefix=prefix))
        at = start = end
    return out


def _nation(word: str) -> Actor | None:
    """The state of an adjective; «برلمانيا» is none, nor is a word with a preposition."""
    known = registry().adjectives
    state = registry().adjective(word) if not word.startswith(("ب", "ل")) else ""
    state = state or known.get(word, "") or known.get(word.removeprefix("و").removesuffix("ا"), "")
    actor = registry().state(state) if state else None
    return actor if actor is not None and actor.kind == "state" else None


def _in_country(tokens: Sequence[Word], i: int, clitic: int, taken: Collection[int]) -> list[Found]:
    """«المسؤولين في الأردن»: the people of a country's government."""
    at = i + 1
    while at < len(tokens) and tokens[at].text in titles().ranks:
        at += 1
    if (
        at + 1 >= len(tokens)
        or tokens[at].text != "في"
        or not tokens[i].text.startswith("ال", clitic)
    ):
        return []
    named = registry().names.at(tokens, at + 1)
    actor = registry().actors[named.values[0]] if named and len(named.values) == 1 else None
    if named is None or actor is None or actor.kind != "state" or at + 1 in taken:
        return []
    return [Found(i, named.end, clitic, actor, "delegation", prefix=tokens[i].text[:clitic])]
