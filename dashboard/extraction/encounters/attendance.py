"""Who was at the meeting of a body, told after it: «انعقدت القمة العربية … وشارك في القمة …»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.encounters.encounter import OF_BODIES, UNDATED, Encounter, overlap
from dashboard.extraction.encounters.parties import distinct, outside
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.lexicon import lexicon
from dashboard.extraction.vocabulary.registry import registry

THERE = ".there"  # ends the rule of those who were at «the meeting»
_TOLD_AFTER = (THERE, ".opened")  # and of those at a meeting told before without anybody
_BETWEEN = word_set("attendance", "between")
_BEFORE = 4  # words from «شارك» to «الاجتماع»
_AFTER = 3  # sentences from a meeting to who was there
_COUNCIL, AT_THE_UN = "un-security-council", "un-ambassador"
_SPEAKS = 3  # sentences from a session of the Security Council to who spoke at it


def attends(reading: Reading, hit: Hit) -> bool:
    """«ويشارك في أشغال هذا الاجتماع», «ورأس القمة»: whether words of being there lead to it."""
    if hit.trigger.form != "noun" or not hit.prefix.endswith("ال"):
        return False
    lex = lexicon()
    being_there = (lex.attending, lex.there, lex.partaking)
    for k in range(hit.start - 1, max(-1, hit.start - 1 - _BEFORE), -1):
        word = reading.words[k]
        bare = word.lstrip("وف")
        if any(word in words or bare in words for words in being_there):
            return True
        if word not in _BETWEEN:
            break
    return False


def joined_to_bodies(found: Sequence[Encounter]) -> list[Encounter]:
    """The encounters, those who were at the meeting of a body among its parties."""
    out = [item for item in found if not item.rule.endswith(_TOLD_AFTER)]
    for item in found:
        if not item.rule.endswith(_TOLD_AFTER):
            continue
        held = [k for k, other in enumerate(out) if _of_it(item, other)]
        if not held:
            out.append(item)
            continue
        body = out[held[-1]]
        date = item.date if body.date.basis in UNDATED else body.date
        out[held[-1]] = replace(
            body, parties=tuple(distinct([*body.parties, *item.parties])),
            place=body.place or item.place, date=date,
        )  # fmt: skip
    return sorted(out, key=lambda e: (e.start, e.end))


def _of_it(item: Encounter, other: Encounter) -> bool:
    """Whether a meeting of a body told before may be the one at which they were."""
    if other.rule not in OF_BODIES or not 0 <= item.sentence - other.sentence <= _AFTER:
        return False
    if item.place and other.place and item.place.country != other.place.country:
        return False
    same = item.date.basis in UNDATED or other.date.basis in UNDATED
    return item.modality == other.modality and (same or overlap(item.date, other.date))


def with_their_own(reading: Reading, found: Sequence[Encounter]) -> list[Encounter]:
    """The encounters, with who is at the head of a body that meets, and who spoke at its session.

    «دعا الأمين العام لجامعة الدول العربية في البيان الختامي للقمة»: he was at it. In the Security
    Council speak the permanent representatives: «… في الاجتماع الطارئ، السبت. وقال نيبينزيا …».
    """
    out: list[Encounter] = []
    for item in found:
        body = item.parties[0].actor
        if item.rule not in OF_BODIES or body.kind == "person":
            out.append(item)
            continue
        first, stop = reading.sentences[item.sentence]
        more = [
            a for a in reading.actors_in(first, stop)
            if a.actor.kind == "person" and a.actor.side == body.id and not outside(reading, a)
        ]  # fmt: skip
        if body.id == _COUNCIL and item.modality == "actual":
            more += _representatives(reading, item)
        out.append(replace(item, parties=tuple(distinct([*item.parties, *more]))))
    return out


def _representatives(reading: Reading, item: Encounter) -> list[Found]:
    """The permanent representatives named in the sentence of a session and right after it."""
    last = min(len(reading.sentences), item.sentence + _SPEAKS)
    out: list[Found] = []
    for k in range(item.sentence, last):
        days = [day for day, _ in reading.dates_in(*reading.sentences[k]) if day.first is not None]
        if k > item.sentence and any(day.first != item.date.first for day in days):
            break
        out += [
            a for a in reading.actors_in(*reading.sentences[k])
            if represents(a, reading.document.published) and not outside(reading, a)
        ]  # fmt: skip
    return out


def represents(actor: Found, day: date | None) -> bool:
    """Whether somebody is a permanent representative at the United Nations."""
    return any(term.office == AT_THE_UN for term in registry().offices(actor.actor.id, day))
