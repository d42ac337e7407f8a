"""Where a count's clause ends: another verb, «بينما», «حين»."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.text import Word

NOUN_REACH = 7
AND_STILL = word_set("governing", "and_still")
MEANWHILE = word_set("governing", "meanwhile")
WHEN = word_set("governing", "when")


def another_clause(tokens: Sequence[Word], end: int, i: int) -> bool:
    """«أودت بحياة ربع مليون وساقت عشرة ملايين»: a verb of its own between two counts."""
    between = [token.text for token in tokens[end:i]]
    return (
        any((w.startswith("و") and len(w) >= 5) or w in AND_STILL for w in between)
        or len(between) > NOUN_REACH
    )


def meanwhile(tokens: Sequence[Word], first: int, stop: int) -> bool:
    """Whether «بينما» begins another clause among words ``first``..``stop``."""
    return any(token.text in MEANWHILE for token in tokens[first:stop])


def told_when(tokens: Sequence[Word], spent: int, i: int) -> bool:
    """«وأصيب آخرون حين أطلقت الشرطة النار على مئات»: how it came about, after who was told of."""
    return any(token.text in WHEN for token in tokens[spent:i])
