"""The words that take the reality from a deed: what governs it, carries it, ends their reach."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dashboard.extraction.vocabulary.phrases import PhraseTable, load
from dashboard.model import Modality
from dashboard.text import fold_word


@dataclass(frozen=True, slots=True)
class ModalityWords:
    """The lists of ``data/language/modality.toml``, folded."""

    carriers: frozenset[str]
    governors: dict[str, PhraseTable[Modality]]  # by the word that links them to the deed
    barriers: frozenset[str]
    conditions: frozenset[str]
    ended: frozenset[str]
    continues: frozenset[str]
    spared: frozenset[str]
    brought: frozenset[str]
    prevented: frozenset[str]
    undone: frozenset[str]
    rumours: frozenset[str]
    refusals: frozenset[str]
    begins: frozenset[str]
    going_on: frozenset[str]
    soon: frozenset[str]
    usually: frozenset[str]
    expected: frozenset[str]
    in_doubt: frozenset[str]
    prices: frozenset[str]
    suffered: frozenset[str]
    against: frozenset[str]


@lru_cache(maxsize=1)
def modality_words() -> ModalityWords:
    """The words that take the reality from what they govern, and those that carry it."""
    raw: dict[str, Any] = load("language/modality.toml")
    governors: dict[str, PhraseTable[Modality]] = {
        link: PhraseTable((phrase, kind) for kind, phrases in kinds.items() for phrase in phrases)
        for link, kinds in raw["governors"].items()
    }

    def folded(name: str, key: str = "words") -> frozenset[str]:
        return frozenset(fold_word(word) for word in raw[name][key])

    return ModalityWords(
        folded("carriers"),
        governors,
        folded("barriers"),
        folded("conditions"),
        folded("ended"),
        folded("continues"),
        folded("continues", "spared"),
        folded("continues", "brought"),
        folded("continues", "prevented"),
        folded("undone"),
        folded("rumours"),
        folded("rumours", "refusals"),
        folded("begins"),
        folded("begins", "going_on"),
        folded("begins", "soon"),
        folded("usually"),
        folded("expected"),
        folded("expected", "in_doubt"),
        folded("prices"),
        folded("suffered"),
        folded("suffered", "against"),
    )
