"""Whether what a trigger tells is denied as a report, only rumoured, or asked about."""

from __future__ import annotations

from itertools import pairwise

from dashboard.extraction.lexicon import lexicon
from dashboard.extraction.reading import Hit, Reading
from dashboard.text import fold_word

_REACH = 26  # words from «نفى» to what is denied
_ASKED = frozenset(fold_word(w) for w in ("هل", "وهل", "فهل"))
_ASKS = tuple(fold_word(w) for w in ("تساءل", "سأل", "سؤال", "التساؤل"))
_UNTRUE, _TRUE = ("ليس", "غير"), fold_word("صحيح")
_ABOUT = fold_word("عن")


def denied_report(reading: Reading, hit: Hit, first: int) -> bool:
    """«نفى صحة التقارير التي تفيد بأن طائراتها قصفت»: what reports tell, and they are denied."""
    lex = lexicon()
    words = [t.text for t in reading.tokens[max(first, hit.start - _REACH) : hit.start]]
    if any(one in _UNTRUE and two.startswith(_TRUE) for one, two in pairwise(words)):
        return True  # «ليس صحيحاً أن الجيش قصف»
    told = next((k for k, word in enumerate(words) if word.lstrip("وف") in lex.denying), -1)
    refused = next((k for k, word in enumerate(words) if word.lstrip("وف") in lex.refusing), -1)
    if refused >= 0 and lex.accusations.intersection(words[refused + 1 :]):
        told = refused  # «رفضت موسكو اتهامات بأن طائراتها قصفت»
    elif told < 0 or not lex.reported.intersection(words[told + 1 :]):
        return False
    return not any(
        word in lex.saying or (word == "," and following.startswith("و"))
        for word, following in zip(words[told:], [*words[told + 1 :], ""], strict=True)
    )  # «نفى الجيش أنباء عن انسحابه، وقصف …»


def rumoured(reading: Reading, hit: Hit) -> bool:
    """«أنباء عن لقاء», «تقارير تتحدث عن لقاء»: a noun that is only rumoured."""
    words = [token.text for token in reading.tokens[max(0, hit.start - 2) : hit.start]]
    about = len(words) == 2 and words[1] == _ABOUT
    return hit.trigger.form == "noun" and about and words[0] in lexicon().rumoured


def asked(reading: Reading, hit: Hit, first: int) -> bool:
    """«هل قصفت روسيا حلب أمس؟», «تساءل هل قصفت»: a question tells nothing."""
    for k in range(first, hit.start):
        if reading.tokens[k].text in _ASKED:
            before = reading.tokens[k - 1].text if k > first else ":"
            return not before.isalpha() or before.lstrip("وفي").startswith(_ASKS)
    return False
