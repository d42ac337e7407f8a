"""Encounters that are only the occasion of another: «على هامش قمة العشرين», «قبل قمة الناتو»."""

from __future__ import annotations

from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.lexicon import lexicon

_GREAT, _AROUND = word_set("frames", "great"), word_set("moments", "around")
_OCCASION = 3  # words from «هامش» to its encounter


def is_occasion(reading: Reading, hit: Hit) -> bool:
    """«على هامش قمة العشرين», «قبل قمة الناتو»: the occasion of another encounter."""
    before = reading.tokens[max(0, hit.start - _OCCASION) : hit.start]
    if hit.trigger.form != "noun":
        return False
    around = before != [] and before[-1].text.removeprefix("و") in _AROUND
    if any(token.text == "هامش" for token in before):
        return True
    return around and (_of_a_body(reading, hit) or _told_as_held(reading, hit))


def _told_as_held(reading: Reading, hit: Hit) -> bool:
    """«وقبيل الاجتماع الموسع عقد كيري لقاء مع لافروف»: before another, which the verb holds."""
    if not hit.prefix.endswith("ال"):
        return False
    stop = reading.sentences[hit.sentence][1]
    later = [h for h in reading.hits_in(hit.end, stop) if h.trigger.type == "CONSULT"]
    held = range(hit.end, later[0].start) if later and later[0].trigger.form == "noun" else range(0)
    return any(
        reading.words[k] in lexicon().holding and reading.actors_in(k + 1, k + 2) for k in held
    )


def _of_a_body(reading: Reading, hit: Hit) -> bool:
    """«قمة الناتو», «مؤتمر الأمم المتحدة»: known by the body that holds it."""
    word = reading.words[hit.start][len(hit.prefix) :]
    near = reading.actors_in(hit.end, hit.end + 1)
    body = bool(near) and near[0].start == hit.end and near[0].actor.kind == "organisation"
    return body and word in _GREAT and not near[0].prefix
