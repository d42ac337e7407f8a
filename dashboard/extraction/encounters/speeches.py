"""Who spoke at a gathering that was told before: «وقال جعجع، في كلمته أمام المؤتمر، إن …».

A report of a summit names those who were at it one after another, each with what he said there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.encounters.encounter import OF_BODIES, Encounter
from dashboard.extraction.encounters.parties import WHO, distinct, outside, parties_after
from dashboard.extraction.reading import Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.lexicon import lexicon

_NOUNS, _SPEECHES = word_set("speeches", "nouns"), word_set("speeches", "speeches")
_AT, _OPENS = word_set("speeches", "at"), word_set("speeches", "opens")
_OTHERWISE = word_set("speeches", "otherwise")
_RULES = (*OF_BODIES, "consult.gathering", "consult.conference")
_EARLIER = word_set("rounds", "before") | word_set("speeches", "since")
_LATELY = timedelta(days=7)
_STORY = 6  # sentences from a gathering to who spoke at it
_NEAR = 3  # words from «في» to «المؤتمر», and from a speech to him who gave it
_BEFORE = 10  # words from him who speaks to where he does
_TOLD = 6  # words around the trigger of a gathering in which its noun stands


def with_who_spoke(reading: Reading, found: Sequence[Encounter]) -> list[Encounter]:
    """The encounters, those of bodies and conferences with the people who spoke at them."""
    out = list(found)
    for k, item in enumerate(out):
        if not item.rule.startswith(_RULES) or not _of_now(reading, item):
            continue
        nouns = _called(reading, item)
        last = min(len(reading.sentences), item.sentence + 1 + _STORY)
        later = (o.sentence for o in out if o.rule.startswith(_RULES) and o.start > item.start)
        there: list[Found] = []
        for number in range(item.sentence, min(last, *later, last)):
            there += _speak(reading, number, nouns)
        out[k] = replace(item, parties=tuple(distinct([*item.parties, *there])))
    return out


def _of_now(reading: Reading, item: Encounter) -> bool:
    """Whether a gathering is what the text reports: not one to come, nor one it only recalls."""
    published, last = reading.document.published, item.date.last
    recalled = last is not None and published is not None and last < published - _LATELY
    near = reading.words[max(0, item.start - _NEAR) : item.end + _NEAR]
    earlier = any(word in _EARLIER for word in near)
    return item.modality == "actual" and not recalled and not earlier


def _called(reading: Reading, item: Encounter) -> frozenset[str]:
    """«القمة», «المؤتمر»: what a gathering is called once it is known."""
    told = reading.words[max(0, item.start - _TOLD) : item.end + _TOLD]
    return frozenset(
        noun for noun in _NOUNS
        if any(word.lstrip("وبل").removeprefix("ال") == noun for word in told)
    )  # fmt: skip


def _speak(reading: Reading, number: int, nouns: frozenset[str]) -> list[Found]:
    """Those who speak at it in a sentence: with «في القمة», or in a speech of theirs."""
    first, stop = reading.sentences[number]
    out: list[Found] = []
    for k in range(first, stop):
        word = reading.words[k]
        if word.removeprefix("ال") in nouns and word.startswith("ال"):
            out += _who_at(reading, first, k) or _who_attended(reading, first, k, stop)
        elif word in _SPEECHES and not _elsewhere(reading, k, stop, nouns):
            out += _who_gave(reading, first, k, stop)
    return out


def _who_at(reading: Reading, first: int, k: int) -> list[Found]:
    """«أكد حرب خلال المؤتمر», «استهل الملك القمة»: the person before it, with no clause between."""
    before = reading.words[k - 1].removeprefix("و") if k > first else ""
    opened = [
        j for j in range(max(first, k - _BEFORE), k)
        if reading.words[j].lstrip("وف") in _OPENS
    ]  # fmt: skip
    if not opened and before not in _AT:
        return []
    near = [a for a in reading.actors_in(max(first, k - _BEFORE), k) if _may_speak(reading, a)]
    if not near or any(reading.words[j] in WHO for j in range(near[-1].end, k)):
        return []
    said = any(
        h.trigger.type == "STATEMENT" and h.start <= near[-1].start
        for h in reading.hits_in(first, k)
    )
    return near[-1:] if opened or said else []


def _who_attended(reading: Reading, first: int, k: int, stop: int) -> list[Found]:
    """«وحضر القمة كوشنر»: those named right after it."""
    before = reading.words[k - 1].lstrip("وف") if k > first else ""
    if before not in lexicon().attending:
        return []
    there = parties_after(reading, k + 1, stop, phone=False, verb=True)
    return [a for a in there if a.actor.kind == "person"] if there[:1] and (
        there[0].start - k <= _NEAR
    ) else []  # fmt: skip


def _who_gave(reading: Reading, first: int, k: int, stop: int) -> list[Found]:
    """«وألقى الأمير كلمة», «وفي كلمته، قال غليون»: the person next to a speech."""
    before = [a for a in reading.actors_in(max(first, k - _BEFORE), k) if k - a.end <= _NEAR]
    after = reading.actors_in(k, min(stop, k + _BEFORE))
    near = [a for a in (*reversed(before), *after) if _may_speak(reading, a)]
    return near[:1]


def _may_speak(reading: Reading, actor: Found) -> bool:
    return actor.actor.kind == "person" and not outside(reading, actor)


def _elsewhere(reading: Reading, k: int, stop: int, nouns: frozenset[str]) -> bool:
    """«كلمة متلفزة», «كلمة أمام مجلس الأمن»: not at that gathering."""
    after = reading.words[k + 1 : min(stop, k + 1 + _BEFORE)]
    if after[:1] and after[0] in _OTHERWISE:
        return True
    return "امام" in after and not any(word.removeprefix("ال") in nouns for word in after)
