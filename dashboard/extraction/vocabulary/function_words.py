"""Sets of function words that rules look at, from ``data/language/function_words.toml``."""

from __future__ import annotations

from typing import Any

from dashboard.extraction.vocabulary.phrases import load
from dashboard.text import fold_word


def word_set(module: str, name: str) -> frozenset[str]:
    """The folded words of list ``name`` of table ``module``; ``KeyError`` names what is missing."""
    raw: dict[str, Any] = load("language/function_words.toml")
    return frozenset(fold_word(word) for word in raw[module][name])
