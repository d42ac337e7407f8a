"""Parts of names by which English texts call people: «Lavrov», «King Abdullah»."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from dashboard.extraction.english.vocabulary import vocabulary
from dashboard.extraction.vocabulary.registry import registry
from dashboard.text import fold_word

THRONES = ("king", "emir", "sultan", "crown-prince")


@lru_cache(maxsize=1)
def surnames() -> dict[str, tuple[str, ...]]:
    """Surname to the ids of the people of the list who bear it."""
    found: dict[str, set[str]] = defaultdict(set)
    for actor in registry().actors.values():
        parts = actor.name.replace("-", " ").split()
        if actor.kind == "person" and len(parts) > 1:
            found[fold_word(parts[-1])].add(actor.id)
    return {name: tuple(sorted(ids)) for name, ids in found.items()}


@lru_cache(maxsize=1)
def given_names() -> dict[str, tuple[str, ...]]:
    """Given name to the ids of those who reigned: «King Abdullah»."""
    found: dict[str, set[str]] = defaultdict(set)
    for actor in registry().actors.values():
        parts = [fold_word(part) for part in actor.name.replace("-", " ").split()]
        royal = len(parts) > 1 and parts[0] in vocabulary().royal
        reigned = any(t.office in THRONES for t in registry().offices(actor.id, None))
        if actor.kind == "person" and (royal or reigned):
            found[parts[1] if royal else parts[0]].add(actor.id)
    return {name: tuple(sorted(ids)) for name, ids in found.items()}
