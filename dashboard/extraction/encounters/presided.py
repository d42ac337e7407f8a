"""Who was at a meeting, told by verbs after it: «اجتماع … ترأسه كيري ونظيره وحضره السراج»."""

from __future__ import annotations

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.encounters.parties import parties_after
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set

_VERBS, _IN_IT = word_set("presided", "verbs"), word_set("presided", "in_it")
_REACH = 24  # words from a meeting, its topic and place between, to who presided over it


def presided(reading: Reading, hit: Hit) -> list[Found]:
    """Those whom the verbs with a pronoun after a noun of meeting name, one verb after another."""
    stop = reading.sentences[hit.sentence][1]
    if hit.trigger.form != "noun" or hit.trigger.mode not in ("meeting", "conference"):
        return []
    out: list[Found] = []
    begin = _verb(reading, hit.end, min(stop, hit.end + _REACH))
    while begin is not None:
        following = _verb(reading, begin, stop)
        end = following - 1 if following is not None else stop
        out += parties_after(reading, begin, end, phone=False, verb=True)
        begin = following
    return out


def _verb(reading: Reading, first: int, stop: int) -> int | None:
    """The token after «ترأسه» or «شارك فيه», unless another encounter is told before it."""
    for k in range(first, stop):
        other = reading.hit_at(k)
        if other is not None and other.trigger.type == "CONSULT":
            return None
        word = reading.words[k].removeprefix("و")
        if word in _VERBS:
            return k + 1
        if word in _IN_IT and reading.words[k - 1].lstrip("وي").startswith("شارك"):
            return k + 1
    return None
