"""Casualties told of without a number, where their word is also that of the deed.

«وقعت إصابات», «إصابات بقصف على البلدة» are wounded, «إصابات مباشرة» hits on a target.
"""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.extraction.claims.bystanders import ill
from dashboard.extraction.claims.count_forms import happened
from dashboard.extraction.claims.counts import Count, read_count
from dashboard.extraction.claims.governing import in_headline
from dashboard.extraction.vocabulary.claim_words import lexicon
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.text import Word, fold_word, words_before

_HURT, _HITS = fold_word("إصابات"), word_set("unnumbered", "hits")
_THINGS, _DAMAGED = word_set("unnumbered", "things"), 4  # words from «إصابات» to what was damaged
_OF, _TO, _BROUGHT = fold_word("عن"), fold_word("إلى"), 7  # words from «أسفر» to «عن»
_BETWEEN, _EITHER = fold_word("بين"), 8  # words from those who fell to «بين قتيل وجريح»
_BROUGHT_OF = word_set("unnumbered", "brought")


def some_hurt(
    tokens: Sequence[Word], first: int, i: int, stop: int, told_until: int
) -> Count | None:
    """The wounded that «إصابات» at ``i`` tells of, where it says that there were some.

    ``first``..``stop`` is the sentence, ``told_until`` where the count before it ends.
    """
    if tokens[i].text.removeprefix("و") != _HURT:
        return None
    end = i + 1
    count = Count(i, end, 1, None, None, kind="wounded", noun="pl")
    after = [token.text for token in tokens[end : min(stop, end + _DAMAGED)]]
    if not _HITS.isdisjoint(after[:1]) or not _THINGS.isdisjoint(after):
        return None
    if read_count(tokens, end, stop) is not None or ill(tokens, count, first, stop):
        return None
    told = happened(tokens, i) or _brought(tokens, i) or in_headline(tokens, count, first, stop)
    beside = told_until == i and tokens[i].text.startswith("و")  # «5 قتلى وإصابات»
    return count if told or beside else None


def _brought(tokens: Sequence[Word], i: int) -> bool:
    """«أسفر القصف عن إصابات», «أدى إلى إصابات»: with whatever stands between."""
    if not i or tokens[i].text != _HURT:
        return False
    near = [word.lstrip("وف") for word in words_before(tokens, i - 1, _BROUGHT)]
    if tokens[i - 1].text == _OF:
        return not _BROUGHT_OF.isdisjoint(near)
    return tokens[i - 1].text == _TO and not lexicon().leads_to.isdisjoint(near)


def of_either(tokens: Sequence[Word], count: Count, stop: int) -> bool:
    """«مدنيون (لم يعرف عددهم) سقطوا بين قتيل وجريح»: whether so much is told of them."""
    if count.noun != "pl" or count.kind:
        return False
    reach = range(count.end, min(stop, count.end + _EITHER))
    tells = (lexicon().after.at(tokens, k) for k in reach if tokens[k].text == _BETWEEN)
    return any(match is not None and match.values[0] == "casualties" for match in tells)


def told_both(tokens: Sequence[Word], count: Count) -> bool:
    """«موقعاً ضحايا بين شهداء وجرحى»: what those are who have been told of before."""
    if count.noun != "pl" or count.kind not in ("killed", "wounded"):
        return False
    joined = tokens[count.start].text.startswith("و")
    at = count.start - (2 if joined else 1)
    following = tokens[count.end].text if count.end < len(tokens) else ""
    return at >= 0 and tokens[at].text == _BETWEEN and (joined or following.startswith("و"))
