"""Who says something to whom at an encounter («أبلغ ترامب ماكرون أن …»), or speaks with him."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.lexicon import lexicon

_REACH = 16  # words between the verb and the encounter
_TO_HIM = 4  # words from the one who says it to the one it is said to
_WITHIN = word_set("consult", "while")
_SAYS = word_set("told_to", "says")  # told to somebody who stands right after the speaker
_SAYS_TO = word_set("told_to", "says_to")  # told «ل» somebody
_VERB_CLITICS = ("", "و", "ف")


def teller_and_told(reading: Reading, hit: Hit) -> list[Found]:
    """The two of «أكد ترامب لماتيس في اجتماع الخميس» and «في لقاء الخميس، أبلغ ترامب ماكرون».

    Empty unless one person tells another something within an encounter that names nobody.
    """
    before = reading.words[hit.start - 1] if hit.start else ""
    if hit.trigger.form != "noun" or before.removeprefix("و") not in _WITHIN:
        return []
    first, stop = reading.sentences[hit.sentence]
    lead, behind = hit.start - _REACH, hit.end + _REACH
    for k in (*range(hit.start - 1, max(first, lead) - 1, -1), *range(hit.end, min(stop, behind))):
        told = _told(reading, k)
        if not told:
            continue
        between = (told[1].end, hit.start) if k < hit.start else (hit.end, k)
        return [] if _interrupted(reading, *between) else told
    return []


def _told(reading: Reading, k: int) -> list[Found]:
    """Who tells and who is told, where a verb of telling stands at token ``k``."""
    word = reading.words[k]
    bare = {word[len(c) :] for c in _VERB_CLITICS if word.startswith(c)}
    if _SAYS.isdisjoint(bare) and _SAYS_TO.isdisjoint(bare):
        return []
    near = reading.actors_in(k - _TO_HIM, k + 1 + _TO_HIM)
    who = next((a for a in near if a.start == k + 1 and not a.prefix), None)
    if who is None:  # «إن ترامب أبلغ ماكرون»
        at, who = k + 1, next((a for a in near if a.end == k), None)
    else:
        at = who.end
    if who is None or who.actor.kind != "person":
        return []
    for other in reading.actors_in(at, at + _TO_HIM):
        direct = other.start == at and not other.prefix and not _SAYS.isdisjoint(bare)
        if (direct or other.prefix == "ل") and other.actor.id != who.actor.id:
            return [who, other] if other.actor.kind == "person" or _own(other) else []
    return []


def _own(other: Found) -> bool:
    """«لفريق الأمن القومي»: a body that one man meets as he meets people."""
    return other.actor.id in lexicon().own_bodies


def _interrupted(reading: Reading, first: int, stop: int) -> bool:
    """Whether others are named between the telling and the encounter: it may be theirs."""
    return any(a.actor.kind != "media" for a in reading.parties_in(first, stop))


def spoken_with(reading: Reading, hit: Hit, after: Sequence[Found]) -> bool:
    """«تحدثت ماي مع ترامب», «تحدث إلى ترامب», not «تحدث عن العلاقات مع …»."""
    at = hit.end
    first = next((a for a in after if a.start == at and not a.prefix), None)
    at = first.end if first is not None else at
    while at in reading.dated:
        at += 1  # «تحدث ترامب الخميس إلى ماكرون»
    words = reading.words[at : at + 2]
    near = words[: 1 + (words[0] in lexicon().too)] if words else []
    with_whom = "مع" in near or "الي" in near
    people = [a for a in after if a is not first and a.actor.kind == "person"]
    return with_whom and bool(people)


def known_by_what_follows(reading: Reading, hit: Hit, right: int) -> bool:
    """«يمثل الحكومة في محادثات السلام»: talks known by what follows, and not who held them."""
    k = hit.end
    following = reading.words[min(k, right - 1)]
    named = k in reading.actor_tokens or bool(reading.places_in(k, k + 1))
    return following.startswith("ال") and k not in reading.dated and not named
