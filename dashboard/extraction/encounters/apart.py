"""How those of one trigger met: by phone, two or many together, or one after another."""

from __future__ import annotations

from itertools import pairwise

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.encounters.meant import adverb
from dashboard.extraction.encounters.town_by_town import towns
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.lexicon import lexicon
from dashboard.text import Word, fold_word

_MEETINGS = ("talks", "press", "conference")
_EACH, _SEPARATE = frozenset(map(fold_word, ("كلا", "كل"))), word_set("consult", "separate")
_EACH_REACH, _EACH_AFTER = 8, 3  # words from the verb to «كلاً من», from all to «كلاً على حدة»
_WITH_EACH, _ON_IT = ("مع", "ومع"), word_set("consult", "on_it")
_WHILE, _CALLS = word_set("consult", "while"), word_set("consult", "calls")
_TALKS = 18  # words from «بحث» to «خلال اتصال»


def mode_of(reading: Reading, hit: Hit, parties: list[Found]) -> str:
    """How they met: by phone where the words say so, many or an assembly together, else in two."""
    mode = "meeting" if hit.trigger.mode in _MEETINGS else hit.trigger.mode
    if mode == "meeting" and _near_phone(reading, hit):
        mode = "phone"
    assembly = any(p.actor.id == "un-security-council" for p in parties)
    if mode == "meeting" and (len(parties) > 2 or assembly):
        mode = "multilateral"
    return mode


def has_word(reading: Reading, hit: Hit, words: frozenset[str]) -> bool:
    """Whether a trigger, what is attached to it left out, is one of some words."""
    return reading.words[hit.start][len(hit.prefix) :] in words


def apart(
    reading: Reading, hit: Hit, parties: list[Found], after: list[Found], *, each: bool = False
) -> list[list[Found]]:
    """The parties of each encounter: «لقاءات مع المستشارة والرئيس» are two of one host."""
    each = (
        each
        or has_word(reading, hit, lexicon().several)
        or (
            hit.trigger.form == "verb"
            and any(t.text in _EACH for t in _near_the_ends(reading, hit.end, parties[-1].end))
        )
    )
    partners = [p for p in parties if any(p.start == a.start for a in after)]
    hosts = [p for p in parties if p not in partners]
    if not hosts and hit.trigger.form == "verb" and partners and partners[0].start == hit.end:
        hosts, partners = partners[:1], partners[1:]  # «التقى لافروف كلاً على حدة: …»
    # «تحدث هاتفياً مع الملك والأمير»: two calls of one caller, unless the call was of three.
    verb = hit.trigger.form == "verb" or adverb(reading, hit)
    each = each or (verb and mode_of(reading, hit, parties[:2]) == "phone")
    # «محادثات مع نظيره ومع رئيس الوزراء»
    each = each or (
        len({p.start for p in partners}) > 1
        and all(reading.words[p.start - 1] in _WITH_EACH for p in partners)
    )
    each = each or bool(towns(reading, hit, partners))
    each = each or _on_a_visit_ahead(reading, hit)
    if each and len(partners) == 1 and len(hosts) > 1 and _one_by_one(reading, hit):
        return [[host, partners[0]] for host in hosts]  # «واكتفيا بلقاءات منفصلة مع حجازي»
    if not each or len(hosts) != 1 or len(partners) < 2:
        return [parties]
    return [[hosts[0], partner] for partner in partners]


def _on_a_visit_ahead(reading: Reading, hit: Hit) -> bool:
    """«في زيارة يلتقي خلالها الملك ورئيس الوزراء»: hosts who are to be met, each by himself."""
    on_it = hit.end < len(reading.words) and reading.words[hit.end] in _ON_IT
    ahead = reading.words[hit.start].lstrip("وس")[:1] in ("ي", "ت")
    return on_it and ahead and hit.trigger.form == "verb"


def _one_by_one(reading: Reading, hit: Hit) -> bool:
    """«لقاءات منفصلة»: apart from one another."""
    return hit.end < len(reading.tokens) and reading.words[hit.end] in _SEPARATE


def _near_the_ends(reading: Reading, first: int, last: int) -> list[Word]:
    """The words right after a verb and right after the last who is named with it."""
    after = max(last, first + _EACH_REACH)
    return [
        *reading.tokens[first : first + _EACH_REACH],
        *reading.tokens[after : last + _EACH_AFTER],
    ]


def _near_phone(reading: Reading, hit: Hit) -> bool:
    reach = _TALKS if hit.trigger.mode == "talks" else 4
    stop = min(reading.sentences[hit.sentence][1], hit.end + reach)
    near = reading.words[hit.start : stop]
    # «بحثا خلال الاتصال», «ناقش لافروف وكيري في اتصال …»
    during = any(word in _WHILE and call in _CALLS for word, call in pairwise(near))
    return during or any(word.startswith(("هاتفي", "الهاتفي")) for word in near)
