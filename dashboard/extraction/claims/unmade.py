"""What did not happen, or only may: threats, doubts, «لم يسفر عن», «قد يكون … ينتج عنه»."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dashboard.extraction.claims.governing import Governor
from dashboard.extraction.vocabulary.claim_words import NOT, WITHOUT, lexicon
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.text import Word

_THREAT, _VOW = 4, 8  # words from a threat to what it threatens, and from «توعد»
_VOWS = word_set("unmade", "vows")
_WISH = 7  # words from «يطلب» to what follows its «أن»
_DOES = word_set("unmade", "does")
_BROUGHT = 5  # words from «لم يسفر» to «عن»
_BRINGS, _MAYBE = 2, 12  # words from «ينتج عنه», and from «قد» before it
_MAY, _BE, _CAUSED = ("قد", "ربما"), ("يكون", "تكون"), "تسبب"  # also «تسبّب», a past


def threatened(tokens: Sequence[Word], first: int, i: int, prefix: str) -> bool:
    """«هدد التنظيم بقتل 75 رهينة», «حكمها بإعدام 12», «حذرت من مقتل آلاف»: not done."""
    if "ب" in prefix:
        words = lexicon().threatens
    elif i > first and tokens[i - 1].text == "من":
        words = lexicon().warns
    elif i > first and tokens[i - 1].text in ("ان", "بان") and tokens[i].text[:1] in "يتن":
        words = lexicon().wished  # «يطلب من كل مقاتل أن يقتل خمسة»
    else:
        return False
    reach = _WISH if words is lexicon().wished else _VOW
    near = [token.text for token in tokens[max(first, i - reach) : i]]
    for k in range(len(near) - 1, -1, -1):
        if near[k] in (",", ";", ":") or near[k].lstrip("وف") in _DOES:
            return False  # «هدد …، ثم قام بقتل ثلاثة»
        word = near[k].lstrip("وف")
        if word in words and (word in _VOWS or reach == _WISH or len(near) - k <= _THREAT):
            return True
    return False


def may_bring(tokens: Sequence[Word], first: int, i: int) -> bool:
    """«قد يكون خطأ فادحاً ينتج عنه مقتل المئات»: what a thing that may be would bring."""
    near = [token.text for token in tokens[max(first, i - _BRINGS) : i]]
    if not any(word in lexicon().brings and word != _CAUSED for word in near):
        return False
    before = tokens[max(first, i - _MAYBE) : i]
    return any(one.text in _MAY and two.text in _BE for one, two in pairwise(before))


def brought_none(tokens: Sequence[Word], i: int, stop: int) -> int:
    """«لم يسفر القصف عن سقوط ضحايا»: the last word before what did not come of it, or -1.

    So it is after «دون أن يؤدي ذلك إلى».
    """
    without = tokens[i].text in WITHOUT and i + 2 < stop and tokens[i + 1].text == "ان"
    if without:
        i += 1
    elif tokens[i].text not in NOT:
        return -1
    if i + 1 >= stop or tokens[i + 1].text not in lexicon().fails:
        return -1
    for k in range(i + 2, min(stop, i + 2 + _BROUGHT)):
        if tokens[k].text in lexicon().excepting:
            return -1  # «لم يسفر الهجوم إلا عن إصابة شرطي»
        if tokens[k].text in (",", ";", ":"):
            break
        if tokens[k].text in ("عن", "الي", "في", "عنه", "عنها"):
            return k
    return i + 1


def unreal(i: int, unreal_at: int, trigger: Governor | None) -> bool:
    """«نتوقع أن يصل عدد النازحين إلى 200 ألف»: a figure feared or foreseen, near its cue."""
    if unreal_at < 0:
        return False
    if trigger is not None and trigger.form == "head" and 0 <= trigger.start - unreal_at <= 4:
        return True
    return i - unreal_at <= 4
