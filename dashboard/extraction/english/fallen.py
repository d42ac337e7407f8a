"""One person told by name: «Journalist X was shot dead», «killed Hezbollah commander Fuad Shukr».

Only as the subject of its sentence or the object of its verb: «the strike that killed X», «when X
was killed» recall a death.
"""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.extraction.english.numbers import Count
from dashboard.extraction.english.vocabulary import syntax_words, vocabulary
from dashboard.text import Folded, Word

_SUBJECT = 12  # words of «Hamas political leader Ismail Haniyeh»
_TITLED = 5  # words from «killed» to the title
_NAME = 4
_SINCE = 6  # words from «since» to «, when»


def named(
    folded: Folded,
    tokens: Sequence[Word],
    first: int,
    verb: tuple[int, int, str],
    counts: Sequence[Count],
) -> Count | None:
    """One told by name, where no count stands before a verb or right after it.

    ``verb`` is its first word, the one after it, and whether it stands "after" or "before" people.
    """
    start, end, form = verb
    if form == "after" and all(count.start > start for count in counts):
        return _subject(folded, tokens, first, start)
    if form == "before" and all(not 0 <= count.start - end <= 1 for count in counts):
        return _object(folded, tokens, start, end)
    return None


def recalled(tokens: Sequence[Word], first: int, verb: int) -> bool:
    """«the deadliest since 2017, when a truck bomb killed 27»: what was then."""
    for k in range(verb - 1, first + 1, -1):
        if tokens[k].text == "when" and tokens[k - 1].text == ",":
            return any(token.text == "since" for token in tokens[max(first, k - _SINCE) : k])
    return False


def _object(folded: Folded, tokens: Sequence[Word], start: int, end: int) -> Count | None:
    """The one named after a verb at ``start``..``end``: a title, and a name of two words."""
    if tokens[start - 1].text in syntax_words("recalling") or tokens[start].text.endswith("ing"):
        return None
    for k in range(end, min(end + _TITLED, len(tokens) - 2)):
        if not tokens[k].text.isalpha() and tokens[k].text not in "-'’":
            return None
        if tokens[k].text in syntax_words("fallen") and _capital(folded, tokens, k + 1):
            stop = k + 1
            while stop < min(k + 1 + _NAME, len(tokens)) and _of_a_name(folded, tokens, stop):
                stop += 1
            return Count(end, stop, 1, 1, 1, bare=False) if stop - k > 1 else None
        if tokens[k].text in vocabulary().left or tokens[k].text in ("in", "at", "near", "and"):
            return None
    return None


def _subject(folded: Folded, tokens: Sequence[Word], first: int, verb: int) -> Count | None:
    """The one named at the head of a sentence before «was killed», with a title or as a name."""
    k = verb
    while k > first and (
        tokens[k - 1].text in vocabulary().auxiliaries or tokens[k - 1].text.endswith("ly")
    ):
        k -= 1
    if not any(token.text in ("was", "been") for token in tokens[k:verb]):
        return None
    if k - first > _SUBJECT or k - first < 2:
        return None
    words = tokens[first:k]
    if not all(word.text.isalpha() or word.text in "-'’" for word in words):
        return None
    name = k
    while name > first and _of_a_name(folded, tokens, name - 1):
        name -= 1
    titled = any(word.text in syntax_words("fallen") for word in words)
    if not titled or k - name < 1 or not _capital(folded, tokens, k - 1):
        return None
    parting = vocabulary().left | syntax_words("place") | {"and"}
    if any(word.text in parting for word in words):
        return None
    return Count(first, k, 1, 1, 1, bare=False)


def _capital(folded: Folded, tokens: Sequence[Word], k: int) -> bool:
    return folded.original[folded.span(tokens[k].start, tokens[k].end)[0]].isupper()


def _of_a_name(folded: Folded, tokens: Sequence[Word], k: int) -> bool:
    return _capital(folded, tokens, k) or tokens[k].text in ("al", "el", "bin", "abu", "-")
