"""How many days an encounter took: «زيارة تستغرق يومين», «اختتم محادثات استمرت ثلاثة أيام»."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from dashboard.extraction.lexicon import lexicon
from dashboard.extraction.phrases import key
from dashboard.extraction.reading import Hit, Reading
from dashboard.model import EventDate

_REACH = 24  # words from an encounter to what is said of its length
_VERB = 2  # words from «تستغرق» to the days
_ENDED = 14  # words from «اختتم» to the encounter, a long title between
_TOLD = ("clause", "sentence")


def lasting(reading: Reading, hit: Hit, when: EventDate) -> EventDate:
    """The days of an encounter: from its day on where it lasts, up to it where it lasted and ended.

    Unchanged where the text gives no length, no day, or more days than one already.
    """
    if when.basis not in _TOLD or when.first is None or when.first != when.last:
        return when
    first, stop = reading.sentences[hit.sentence]
    lex = lexicon()
    for mention, span in reading.dates_in(hit.start, min(stop, hit.end + _REACH)):
        days = lex.days.get(" ".join(key(mention.text))) if mention.kind == "duration" else None
        if days is None:
            continue
        for k in range(span[0] - 1, max(hit.start, span[0] - _VERB - 1) - 1, -1):
            match = lex.lasting.at(reading.tokens, k, ("", "و"))
            if match is None:
                continue
            before = reading.tokens[max(first, hit.start - _ENDED) : hit.start]
            over = any(token.text.lstrip("وف") in lex.ended for token in before)
            if match.values[0] == "did" and not over:
                return when
            more = timedelta(days - 1)
            begin, end = (
                (when.first - more, when.first) if match.values[0] == "did"
                else (when.first, when.first + more)
            )  # fmt: skip
            return replace(when, first=begin, last=end, edtf=f"{begin}/{end}")
    return when
