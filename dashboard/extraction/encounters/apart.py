"""How those of one trigger met: in two or in many, by phone, each apart from the others."""

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
_WITH_EACH = ("مع", "ومع")
_APART = word_set("consult", "apart")
_WHILE, _CALLS = word_set("consult", "while"), word_set("consult", "calls")
_TALKS = 18  # words from «بحث» to «خلال اتصال»
_ON_IT, _AHEAD = word_set("consult", "on_it"), ("ي", "ت", "سي", "ست")  # how such verbs begin


def mode_of(reading: Reading, hit: Hit, parties: list[Found]) -> str:
    """How they met: by phone where the words say so, many or an assembly together, else in two."""
    mode = "meeting" if hit.trigger.mode in _MEETINGS else hit.trigger.mode
    if mode == "meeting" and (_near_phone(reading, hit) or call_of_it(reading, hit) is not None):
        mode = "phone"
    assembly = any(p.actor.id == "un-security-council" for p in parties)
    if mode == "meeting" and (len(parties) > 2 or assembly):
        mode = "multilateral"
    return mode


def call_of_it(reading: Reading, hit: Hit) -> Hit | None:
    """«بحث لافروف مع نظيره الملف السوري وتطورات إدلب، في اتصال هاتفي أمس»: the call at its end."""
    if hit.trigger.mode != "talks" or hit.trigger.form != "verb":
        return None
    stop = reading.sentences[hit.sentence][1]
    for other in reading.hits_in(hit.end, stop):
        if other.trigger.type != "CONSULT" or other.trigger.form == "verb":
            return None
        if other.trigger.mode == "phone" and not other.prefix:
            within = reading.words[other.start - 1] in _WHILE
            after = reading.actors_in(other.end, other.end + 1)
            return other if within and not after else None
    return None


def has_word(reading: Reading, hit: Hit, words: frozenset[str]) -> bool:
    return reading.words[hit.start][len(hit.prefix) :] in words


def met_apart(
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
    each = each or bool(towns(reading, hit, partners)) or _separately(reading, hit)
    # «في زيارة يلتقي خلالها الملك ورئيس الوزراء»
    each = each or (
        reading.words[hit.start].startswith(_AHEAD)
        and not _ON_IT.isdisjoint(reading.words[hit.end : hit.end + 1])
    )
    if each and len(partners) == 1 and len(hosts) > 1 and _one_by_one(reading, hit):
        return [[host, partners[0]] for host in hosts]  # «واكتفيا بلقاءات منفصلة مع حجازي»
    if not each or len(hosts) != 1 or len(partners) < 2:
        return [parties]
    return [[hosts[0], partner] for partner in partners]


def _one_by_one(reading: Reading, hit: Hit) -> bool:
    """«لقاءات منفصلة»: apart from one another."""
    return hit.end < len(reading.tokens) and reading.words[hit.end] in _SEPARATE


def _separately(reading: Reading, hit: Hit) -> bool:
    """«يجتمع بشكل منفصل مع …», «على انفراد»: with each by himself."""
    near = reading.words[hit.end : hit.end + _EACH_REACH]
    return not _APART.isdisjoint(near)


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
