"""«الاحتلال», «قوات النظام»: whose they are may an adjective say; «الاحتلال» only as it acts."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.registry import Registry
from dashboard.text import Word, fold_word

OCCUPIER = "occupier"  # how the actor is named
_OCCUPATION, _ACTS = fold_word("الاحتلال"), word_set("actors", "occupiers")
_STEM, _FROM = _OCCUPATION[2:], fold_word("من")
_REGIMES = word_set("actors", "regimes")
_OF_A_LAND, _KNOWN = ("ي", "يه"), "ISR"


def of_another_regime(tokens: Sequence[Word], end: int, reg: Registry, side: str) -> bool:
    """Whether a name that ends in «النظام» is followed by another land: «قوات النظام الإيراني»."""
    if end >= len(tokens) or tokens[end - 1].text.lstrip("ولب") not in _REGIMES:
        return False
    after = tokens[end].text
    if not (after.startswith("ال") and after.endswith(_OF_A_LAND)):
        return False
    state = reg.state(reg.adjective(after))
    return state is not None and state.side != side


def named_by_occupation(tokens: Sequence[Word], i: int, end: int, reg: Registry) -> str | None:
    """How a name at words ``i``..``end`` names its actor, or ``None`` where it names nobody.

    «قوات الاحتلال التركي» is no army of Israel, nor is «إنهاء الاحتلال» a deed of anybody.
    """
    if _STEM not in tokens[i].text and _STEM not in tokens[end - 1].text:
        return "name"
    alone = tokens[i].text.lstrip("وفبل") in (_OCCUPATION, _OCCUPATION[1:])
    if not (alone or tokens[end - 1].text.endswith(_OCCUPATION)):
        return "name"
    after = tokens[end].text if end < len(tokens) else ""
    if after.startswith("ال") and after.endswith(_OF_A_LAND):
        state = reg.state(reg.adjective(after))
        if state is None or state.side != _KNOWN:
            return None
    if not alone:
        return "name"  # «قوات الاحتلال»
    before = tokens[i - 1].text if i else ""
    if before == _FROM and i > 1:
        before = tokens[i - 2].text  # «قصف من الاحتلال»
    acts = not before.isalpha() or not _ACTS.isdisjoint((before, before.lstrip("وفب")))
    if end > i + 1 and not acts:
        return "name"  # «سجون الاحتلال الإسرائيلي»
    return OCCUPIER if acts else None
