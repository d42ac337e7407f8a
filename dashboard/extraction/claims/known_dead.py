"""Persons told by a bare name whose death or arrest is the news: «مقتل حسن نصر الله في غارة».

A headline that begins with it and a finite verb tell news where how or where it came about
follows the name; a sentence that says what the death means («أنهى», «شكل») or in which year it
was only recalls it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dashboard.extraction.claims.counts import Count, read_count
from dashboard.extraction.places.gazetteer import gazetteer
from dashboard.extraction.vocabulary.claim_words import lexicon
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.registry import registry
from dashboard.text import Word

_HEADLINES, _VERBS = word_set("known_dead", "headlines"), word_set("known_dead", "verbs")
_MEANS, _YEARS = word_set("known_dead", "means"), word_set("known_dead", "years")
_WHEN, _LINES = word_set("known_dead", "when"), frozenset((":", "|", "-", "–"))
_ARMS, _BY = word_set("known_dead", "arms"), word_set("known_dead", "by")
_SUFFERED = word_set("deed_parties", "suffered")  # «اغتيل»: no subject stands after it
_IN = "في"
_AFTER = 12  # words after a name that say what of it
_BEFORE = 6  # words from a year to what was in it
_ENDS = frozenset((".", ";", "!", "؟"))
_YEAR = 4  # digits


@cache
def _persons() -> frozenset[str]:
    return frozenset(actor.id for actor in registry().actors.values() if actor.kind == "person")


def known_name(tokens: Sequence[Word], i: int) -> int | None:
    """Where the name of a known person at ``i`` ends."""
    found = registry().names.at(tokens, i)
    if found is None or not any(who in _persons() for who in found.values):
        return None
    plain = tokens[i].text.removeprefix("ال") in lexicon().common_names
    return None if plain and found.end == i + 1 else found.end


def is_the_news(tokens: Sequence[Word], first: int, trigger: int, who: Count, stop: int) -> bool:
    """Whether the fate told by the word ``trigger`` of ``who`` is named after it is the news."""
    begin, end, word = who.start, who.end, tokens[trigger].text
    after = [token.text for token in tokens[end : min(stop, end + _AFTER)]]
    clause = after[: next((k for k, w in enumerate(after) if w in _ENDS), len(after))]
    told = [w.lstrip("وف") for w in clause]
    told += [token.text for token in tokens[max(first, trigger - _BEFORE) : trigger]]
    if not (_MEANS | _YEARS).isdisjoint(told) or any(_is_year(w) for w in told):
        return False
    if word.removeprefix("و") in _VERBS:
        before = tokens[trigger - 1].text.lstrip("وف") if trigger > first else ""
        sure = word.removeprefix("و") in _SUFFERED or known_name(tokens, begin) is not None
        how = _how(tokens, end, stop, known=sure)
        return how and before not in _WHEN and end - begin > 1 and not _of_others(tokens, end, stop)
    opens = trigger == first or tokens[trigger - 1].text in _LINES
    if word not in _HEADLINES or not opens:
        return False
    return not clause or _how(tokens, end, stop, known=True)


def sets_out(tokens: Sequence[Word], who: Count, stop: int) -> bool:
    """Whether what follows a known name tells more of it: not «إن مقتل السنوار بداية النهاية»."""
    known = known_name(tokens, who.start)
    if known is None or who.end >= stop or not tokens[who.end].text.isalpha():
        return True
    return _how(tokens, who.end, stop, known=True) or tokens[who.end].text.startswith("و")


def _is_year(word: str) -> bool:
    return word.isdecimal() and len(word) == _YEAR


def _how(tokens: Sequence[Word], end: int, stop: int, *, known: bool) -> bool:
    """«في غارة», «برصاص», «على يد»; of a known person where and when will do: «في طهران»."""
    if end >= stop or tokens[end].text in (",", "."):
        return known
    word = tokens[end].text
    following = tokens[end + 1].text if end + 1 < stop else ""
    if word in _BY or (word[:1] == "ب" and word[1:].removeprefix("ال") in _ARMS):
        return True
    if word == _IN and following.removeprefix("ال") in _ARMS:
        return True
    there = gazetteer().names.at(tokens, end, ("ب",))
    return known and (word in lexicon().befell or (there is not None and there.clitic > 0))


def _of_others(tokens: Sequence[Word], end: int, stop: int) -> bool:
    """«قتل حسن نصر الله في غارة 20 شخصاً»: a count with no verb of its own was killed by him."""
    for k in range(end, min(stop, end + _AFTER)):
        if tokens[k].text in _ENDS or lexicon().triggers.at(tokens, k, ("", "و", "ب", "ل")):
            return False
        count = read_count(tokens, k, stop)
        some = count is not None and (count.noun or count.best is None)  # «المئات»
        if some and not tokens[k].text.startswith("و"):
            return not tokens[k - 1].text.startswith("و")
    return False
