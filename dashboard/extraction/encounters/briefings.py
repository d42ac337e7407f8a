"""Reports ahead to a body: «سيقدم غريفيث إحاطة إلى مجلس الأمن», «يسافر ليطلع المجلس على …»."""

from __future__ import annotations

from collections.abc import Callable

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.circumstances.dating import event_date
from dashboard.extraction.circumstances.whereabouts import encounter_place
from dashboard.extraction.encounters.encounter import Encounter, finer_days
from dashboard.extraction.encounters.moments import when_ahead
from dashboard.extraction.encounters.parties import WHO, outside
from dashboard.extraction.encounters.referents import elided, told_of_before
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.lexicon import ASSEMBLY, lexicon
from dashboard.model import Place
from dashboard.text import fold_word

_GIVES, _TELLS = word_set("briefings", "gives"), word_set("briefings", "tells")
_GAVE, _HEARD = word_set("briefings", "gave"), word_set("briefings", "heard")
_REPORTS, _BODIES = word_set("briefings", "reports"), word_set("briefings", "bodies")
_TO = frozenset(fold_word(w) for w in ("إلى", "أمام"))
_TOLD = 14  # words from «سيقدم» to the body, a name with its title between
_OF_IT = 3  # words from «إلى» to the body: «إلى وزراء خارجية الاتحاد»
_THERE = 8  # words after the body to the place, and from «إلى نيويورك» to «ليطلع»
_TO_DO = ("ل", "س", "وس", "فس", "ول")
_PURPOSE = ("كي", "ان")


def read_briefings(
    reading: Reading,
    found: list[Encounter],
    speakers: dict[int, Found],
    wanted: Callable[[Reading, Hit], bool],
) -> list[Encounter]:
    """One encounter for each report that somebody is to give a body."""
    out: list[Encounter] = []
    bodies = lexicon().hearing | _BODIES
    for body in reading.actors:
        if body.actor.id not in bodies:
            continue
        hit = _report(reading, body)
        if hit is None or wanted(reading, hit):
            continue
        who = _reporter(reading, hit, body, speakers)
        if who is None or any(_told(item, hit, body, who) for item in found):
            continue
        sentence = reading.sentences[hit.sentence]
        beside = (hit.start, min(sentence[1], body.end + _THERE))
        given = reading.words[hit.start].lstrip("وف") in _GAVE
        when = event_date(reading, hit.start, body.end)
        item = Encounter(
            "multilateral", "actual" if given else "future",
            when if given else when_ahead(reading, when),
            encounter_place(reading, hit, body.end, beside) or _gone_to(reading, hit),
            (body, who), min(hit.start, who.start), max(body.end, who.end), hit.sentence,
            "consult.session", 0.55,
        )  # fmt: skip
        before = next((k for k, other in enumerate(out) if _told(other, hit, body, who)), -1)
        if before < 0:
            out.append(item)
        elif finer_days(item.date, out[before].date):
            out[before] = item  # «… أواخر يوليو. ويتوجه الإثنين إلى نيويورك كي يرفع تقريراً»
    return out


def _told(item: Encounter, hit: Hit, body: Found, who: Found) -> bool:
    """Whether an encounter right before or after has the body and him who reports to it."""
    ids = {p.actor.id for p in item.parties}
    return abs(item.sentence - hit.sentence) <= 1 and {body.actor.id, who.actor.id} <= ids


def _report(reading: Reading, body: Found) -> Hit | None:
    """The verb ahead by which a body is told or given a report, as a trigger."""
    sentence = reading.sentence_of(body.start)
    first = reading.sentences[sentence][0]
    to = "ل" in body.prefix
    reported = False
    for k in range(body.start - 1, max(first, body.start - _TOLD) - 1, -1):
        word = reading.words[k]
        if word in (";", ":", '"'):
            return None
        to = to or (body.start - k <= _OF_IT and (word in _TO or word.startswith("لاعض")))
        reported = reported or word.removeprefix("ال") in _REPORTS
        bare, prefix = _bare(word)
        if bare in _TELLS and body.start - k <= _TOLD // 2:
            to = reported = True
        elif bare not in _GIVES and word.lstrip("وف") not in _GAVE:
            continue
        elif k > first + 1 and reading.words[k - 1] in WHO:  # «الإحاطة التي سيقدمها»
            reported = reported or reading.words[k - 2].removeprefix("ال") in _REPORTS
        told = _ahead(reading, k, prefix) or _given(reading, k, body.start)
        told = to and reported and (told or _of_a_day_ahead(reading, k, body.end))
        return Hit(k, body.end, prefix, ASSEMBLY, sentence) if told else None
    return None


def _of_a_day_ahead(reading: Reading, k: int, stop: int) -> bool:
    """«ويقدم غريفيث إحاطة إلى مجلس الأمن غداً»: the present tense, and a day after the report's."""
    published = reading.document.published
    days = [mention.first for mention, _ in reading.dates_in(k, stop + _THERE)]
    gives = reading.words[k].removeprefix("و") in _GIVES
    return gives and published is not None and any(d is not None and d > published for d in days)


def _given(reading: Reading, k: int, stop: int) -> bool:
    """«قدم أمس إحاطة إلى مجلس الأمن»: it was given, on a day that is told."""
    gave = reading.words[k].lstrip("وف") in _GAVE
    heard = any(word in _HEARD for word in reading.words[k + 1 : stop])
    return gave and heard and bool(reading.dates_in(k, stop + _THERE))


def _bare(word: str) -> tuple[str, str]:
    """A verb without what is attached to it, and that: «سيقدمها» is «يقدم»."""
    if word[:1] == "و" and word[1:2] in ("ي", "ت"):
        word = word[1:]  # «ويقدم»
    attached = (c for c in _TO_DO if word.startswith(c) and word[len(c) :][:1] in ("ي", "ت"))
    prefix = next(attached, "")
    return word[len(prefix) :].removesuffix("ها").removesuffix("ه"), prefix


def _ahead(reading: Reading, k: int, prefix: str) -> bool:
    """«سيقدم», «ليطلع», «كي يرفع», «من المقرر أن يقدم»: what is still to be."""
    before = reading.words[k - 1] if k else ""
    if prefix:
        return True
    return before == "كي" or (before == "ان" and reading.cue("future", max(0, k - 3), k))


def _reporter(reading: Reading, hit: Hit, body: Found, speakers: dict[int, Found]) -> Found | None:
    """Who reports: named right after the verb, else before it, else who was spoken of."""
    first = reading.sentences[hit.sentence][0]
    after = [a for a in reading.actors_in(hit.start + 1, body.start) if not outside(reading, a)]
    if after:
        return after[0] if after[0].actor.kind == "person" else None
    before = [
        a for a in reading.actors_in(first, hit.start)
        if a.actor.kind == "person" and not outside(reading, a)
    ]  # fmt: skip
    if before or hit.sentence == 0:
        return before[0] if before else None
    return told_of_before(reading, hit) or elided(reading, hit, speakers)


def _gone_to(reading: Reading, hit: Hit) -> Place | None:
    """«يسافر إلى نيويورك ليطلع المجلس»: where he goes for it."""
    places = reading.places_in(max(0, hit.start - _THERE), hit.start)
    to = places and reading.words[places[-1].start - 1] == "الي"
    return places[-1].place if to else None
