"""Who did what only a figure tells of: «قتلت قوات النظام 17 مدنياً», «استشهد شاب برصاص الاحتلال»."""

from __future__ import annotations

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.english.armed import killers_of_all
from dashboard.extraction.reading import Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.lexicon import lexicon
from dashboard.extraction.vocabulary.registry import registry

_BY = word_set("toll_doers", "by")
_HANDS = word_set("toll_doers", "hands")
_DOERS = ("armed_group", "state", "organisation")
_DOES = word_set("toll_doers", "does")
_DID, _NOT_DONE = word_set("toll_doers", "did"), word_set("toll_doers", "not_done")
_SUBJECT, _AHEAD, _FORCES = 4, 12, 3  # words: of a subject, from a count to «برصاص», of forces
_ENDS = (",", ";", ":", ".")


def doers_told(reading: Reading, number: int, counts: list[int], last: int) -> list[Found]:
    """Whose deed the figures of sentence ``number`` are, where its own words say so.

    ``counts`` are the tokens at which the figures begin, ``last`` that at which the first ends.
    """
    if reading.english:
        return killers_of_all(reading, number, counts)
    doer = toll_doer(reading, *reading.sentences[number], counts[0], last + 1)
    return [doer] if doer else []


def toll_doer(reading: Reading, first: int, stop: int, begin: int, end: int) -> Found | None:
    """The doer of what befell those counted at words ``begin``..``end`` of ``first``..``stop``."""
    return _by(reading, end, stop) or _subject(reading, first, begin)


def _by(reading: Reading, end: int, stop: int) -> Found | None:
    """«برصاص قوات الأمن السورية», «على يد داعش» soon after the count, in its clause."""
    for k in range(end, min(stop, end + _AHEAD)):
        word = reading.words[k]
        if word in _ENDS or word in _NOT_DONE:
            return None
        after = k + 1
        if word == "علي" and after < stop and reading.words[after] in _HANDS:
            after += 1
        elif word not in _BY:
            continue
        return _whose(reading, after, stop)
    return None


def _whose(reading: Reading, at: int, stop: int) -> Found | None:
    """The actor at a word, past words of forces; else the state of their adjective."""
    for k in range(at, min(stop, at + _FORCES)):
        named = reading.actors_in(k, k + 1)
        if named:
            return named[0] if not named[0].prefix else None
        word = reading.words[k]
        if k > at and word.startswith("ال") and (state := registry().adjective(word)):
            actor = registry().state(state)
            return Found(k, k + 1, 0, actor, "nation") if actor is not None else None
        if word not in lexicon().forces and word not in _BODIES:
            return None
    return None


_BODIES = word_set("toll_doers", "bodies")


def _subject(reading: Reading, first: int, begin: int) -> Found | None:
    """«قتلت قوات النظام 17 مدنياً»: the actor between an active verb and the count right after."""
    near = reading.actors_in(max(first, begin - _SUBJECT), begin)
    named = [a for a in near if not a.prefix and a.actor.kind in _DOERS]
    if named and named[-1].end == begin - 1 and _tells_of_it(reading, named[-1], begin - 1):
        return named[-1]
    if not named or named[-1].end != begin or named[-1].start <= first:
        return None
    verb = named[-1].start - 1
    while verb > first and reading.words[verb] in lexicon().forces:
        verb -= 1
    word = reading.words[verb]
    return named[-1] if word in _DID or word.removeprefix("و") in _DID else None


def _tells_of_it(reading: Reading, actor: Found, verb: int) -> bool:
    """«الدعم السريع تعدم 31», «القوات الإسرائيلية قتلت 15», not «بحسب رويترز قتل 29»."""
    word = reading.words[verb]
    if word in _DOES:
        return actor.actor.kind != "organisation"
    hers = word in _DID and word.endswith("ت")
    return hers and actor.actor.kind == "armed_group"
