"""The day of a body's meeting, and days beside it that are of other things."""

from __future__ import annotations

from dashboard.dates.lexicon import lexicon as date_words
from dashboard.extraction.actors.capitals import HOSTED
from dashboard.extraction.circumstances.dating import from_mention
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.lexicon import lexicon
from dashboard.model import EventDate
from dashboard.text import fold_word

_WHICH, _DAY_OF_IT = (fold_word("التي"), fold_word("الذي")), 5  # words from «التي» to the day
AHEAD = 4  # words from «من المنتظر» to him who goes
AT, _NUMBERS, _FROM = (word_set("assemblies", name) for name in ("at", "numbers", "from"))
_CALLED_FOR, OPENINGS = word_set("assemblies", "called_for"), word_set("assemblies", "openings")
_INVITATION = word_set("assemblies", "invitation")


def day_of_its_own(reading: Reading, end: int) -> EventDate | None:
    """«وصل الخميس للمشاركة في القمة العربية التي تعقد الجمعة»: the day of its relative clause.

    So it is where somebody called for it: «الجلسة التي دعت روسيا لانعقادها، الجمعة».
    """
    while end + 1 < len(reading.tokens) and counts_it(reading.words[end].lstrip("و")):
        end += 1  # «القمة الثانية والأربعين التي تستضيفها الرياض في 14 ديسمبر»
    if end + 1 >= len(reading.tokens) or reading.words[end] not in _WHICH:
        return None
    word = reading.words[end + 1]
    stop = reading.sentences[reading.sentence_of(end)][1]
    at = end + 1
    if lexicon().held.at(reading.tokens, at, ("", "س")) is None and word not in HOSTED:
        reach = range(end + 2, min(stop, end + 2 + _DAY_OF_IT))
        at = next((k for k in reach if reading.words[k] in _CALLED_FOR), -1)
        if at < 0:
            return None
    near = reading.dates_in(at + 1, min(stop, at + _DAY_OF_IT - 1))
    days = [mention for mention, _ in near if mention.first is not None]
    return from_mention(days[0], "clause") if days else None


def invited_then(reading: Reading, hit: Hit, when: EventDate) -> bool:
    """«تسلم الثلاثاء دعوة للمشاركة في القمة»: the day on which somebody was asked to come."""
    at = reading.token_at(when.start) if when.start is not None else hit.start
    return any(word in _INVITATION for word in reading.words[at : hit.start])


def in_force_from(reading: Reading, when: EventDate) -> bool:
    """«قرر المجلس تعليق عضويتها اعتباراً من تاريخ 16 نوفمبر»: the day of what was decided."""
    at = reading.token_at(when.start) if when.start is not None else 0
    return any(word in _FROM for word in reading.words[max(0, at - AHEAD) : at])


def counts_it(word: str) -> bool:
    """«القمة الـ46 لمجلس التعاون», «الدورة الثلاثين»: which of its meetings it is."""
    return word.isdigit() or word in date_words().ordinals or word in _NUMBERS
