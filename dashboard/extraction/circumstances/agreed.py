"""Whether an encounter is one that was only agreed on: «اتفقا على عقد اجتماع»."""

from __future__ import annotations

from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set

_TO_HOLD = word_set("modality", "to_hold")
_AGREEMENT = word_set("modality", "agreement")
_AGREED = 18  # words from «اتفقت» to the encounter


def agreed_to_hold(reading: Reading, hit: Hit) -> bool:
    """«اتفقت على [عقد] اجتماع»: what was agreed on is to come."""
    words = reading.words[max(0, hit.start - 2) : hit.start]
    to_hold = words[:1] == ["علي"] and words[-1] in _TO_HOLD
    if hit.trigger.form != "noun" or not (to_hold or words[-1:] == ["علي"]) or hit.prefix:
        return False
    on = hit.start - (2 if to_hold else 1)
    if on and reading.words[on - 1] in _AGREEMENT:
        return True  # «تم الاتفاق على عقد اجتماع»
    near = reading.hits_in(hit.start - _AGREED, hit.start - 1)
    return any(h.trigger.type == "AGREE" and h.trigger.form == "verb" for h in near)
