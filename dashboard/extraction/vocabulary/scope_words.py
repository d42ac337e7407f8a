"""The words that tell whether a toll counts one incident or a period."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from dashboard.extraction.vocabulary.phrases import PhraseTable, load, table
from dashboard.text import fold_word
from dashboard.values import dataclass


@dataclass(frozen=True, slots=True)
class ScopeWords:
    """The words that tell a period of a toll, folded, each group as its name in the data."""

    since: frozenset[str]
    after: frozenset[str]
    parts_of_day: frozenset[str]
    during: frozenset[str]
    back: frozenset[str]
    beginnings: frozenset[str]
    war: frozenset[str]
    war_itself: frozenset[str]
    records: frozenset[str]
    that: frozenset[str]
    from_to: frozenset[str]
    until: frozenset[str]
    raised: frozenset[str]
    goes_on: frozenset[str]
    those: frozenset[str]
    deeds: frozenset[str]
    began: frozenset[str]
    recorded: frozenset[str]
    one_deed: frozenset[str]
    monitors: frozenset[str]
    tolls: frozenset[str]
    lasting: frozenset[str]
    which: frozenset[str]
    then: frozenset[str]
    among_the_most: frozenset[str]
    moments: frozenset[str]
    long_units: frozenset[str]
    now: frozenset[str]
    rates: PhraseTable[str]


@lru_cache(maxsize=1)
def scope_words() -> ScopeWords:
    """The words of «scope» in ``casualties.toml`` and ``english.toml``, read once."""
    raw: dict[str, Any] = load("language/casualties.toml")["scope"]
    english: dict[str, Any] = load("language/english.toml")["scope"]

    def folded(name: str) -> frozenset[str]:
        return frozenset(fold_word(w) for w in (*raw.get(name, ()), *english.get(name, ())))

    return ScopeWords(
        folded("since"),
        folded("after"),
        folded("parts_of_day"),
        folded("during"),
        folded("back"),
        folded("beginnings"),
        folded("war"),
        folded("war_itself"),
        folded("records"),
        folded("that"),
        folded("from_to"),
        folded("until"),
        folded("raised"),
        folded("goes_on"),
        folded("those"),
        folded("deeds"),
        folded("began"),
        folded("recorded"),
        folded("one_deed"),
        folded("monitors"),
        folded("tolls"),
        folded("lasting"),
        folded("which"),
        folded("then"),
        frozenset(" ".join(map(fold_word, two.split())) for two in raw["among_the_most"]),
        folded("moments"),
        folded("long_units"),
        folded("now"),
        table({"rate": raw["rates"]}),
    )
