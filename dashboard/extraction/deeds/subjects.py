"""Whether who is named by a verb did the deed: its subject, or whom it was done or said to."""

from __future__ import annotations

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.deeds.dates import context_words
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.lexicon import VIOLENT, lexicon

_PARTS = frozenset((",", ";", ":", '"', "(", ")", "«", "»", "-", "–", "“", "”"))
_COUNTED = word_set("deed_parties", "counted")
_WISH = 14  # words from a wish to what is wished
_OPERATION = 8  # words from «مداهمات» to «استهدفت»


def is_the_doer(reading: Reading, hit: Hit, source: Found) -> bool:
    """Whether the actor named after an Arabic verb is its subject.

    «قصفت طائرات التحالف مواقع الحوثيين», «منظمات اتهمت النظام», «اتفقا على محاسبة الأسد»: who is
    named after an unknown subject or a preposition suffers the deed or is spoken of.
    """
    if reading.english or hit.trigger.form != "verb" or source.start < hit.end:
        return True
    if _subject_before(reading, hit):
        return False
    lex = lexicon()
    if hit.trigger.type == "RETREAT" and not _COUNTED.isdisjoint(
        reading.words[hit.end : source.start]
    ):
        return False  # «أجلي المئات من أصحاب الخوذ البيضاء»
    between = [reading.words[k] for k in range(hit.end, source.start)]
    if hit.trigger.type in VIOLENT:
        led = lex.forces | context_words("upon_it")
        return all(word in led or not word.isalnum() for word in between)
    if source.actor.kind != "person" and reading.places_in(hit.end, source.start):
        return False  # «اتهم حاكم دارفور الدعم السريع»
    return not any(word in lex.objects for word in between)


def wants_of_another(reading: Reading, hit: Hit, source: Found) -> bool:
    """«تريد واشنطن أن تضغط روسيا», not «تريد السعودية أن تبني»: whose deed is wished for."""
    stop = min(reading.sentences[hit.sentence][1], hit.end + _WISH)
    for k in range(hit.end, stop):
        if reading.words[k] == "ان":
            near = reading.actors_in(k + 1, k + 4)
            return any(actor.actor.id != source.actor.id for actor in near)
    return False


def who_demands(reading: Reading, hit: Hit, sentence: tuple[int, int], source: Found) -> Found:
    """«اعتبر بان كي مون …، ودعا السلطات إلى الامتناع»: the subject goes on, and asks others."""
    goes_on = "و" in hit.prefix and source.start >= hit.end and source.actor.kind != "person"
    before = reading.actors_in(sentence[0], hit.start) if goes_on else []
    people = [a for a in before if a.actor.kind == "person" and not a.prefix]
    return people[0] if people else source


def right_before(reading: Reading, hit: Hit) -> Found | None:
    """«فإن واشنطن ترغب …»: the subject that stands before its verb."""
    if not _subject_before(reading, hit):
        return None
    first = reading.sentences[hit.sentence][0]
    near = [a for a in reading.actors_in(first, hit.start) if hit.start - a.end in (0, 1)]
    return near[-1] if near else None


def _subject_before(reading: Reading, hit: Hit) -> bool:
    """Whether a clause begins with nouns before its verb: «منظمات حقوقية اتهمت …»."""
    if hit.prefix:
        return False
    if _told_of_an_operation(reading, hit):
        return True
    lex, first = lexicon(), reading.sentences[hit.sentence][0]
    k = hit.start - 1
    while k >= first and reading.words[k] not in _PARTS:
        if reading.words[k].removeprefix("و").removeprefix("ف") in lex.openers:
            break
        if reading.words[k] in lex.openers:
            break  # «فيما»
        k -= 1
    if k + 1 >= hit.start or hit.start - 1 in reading.dated:
        return False
    return reading.words[k + 1].removeprefix("و") not in lex.adverbial


def _told_of_an_operation(reading: Reading, hit: Hit) -> bool:
    """«سلسلة مداهمات في 13 محافظة استهدفت عناصر داعش»: the operation struck, not they."""
    if reading.words[hit.start] not in context_words("striking"):
        return False
    near = range(max(reading.sentences[hit.sentence][0], hit.start - _OPERATION), hit.start)
    words = [reading.words[k] for k in near]
    last = max((k for k, word in enumerate(words) if word in _PARTS), default=-1)
    return not context_words("operations").isdisjoint(words[last + 1 :])
