"""The verb of which a visit is the deed: «قام بزيارة», «زيارة قام بها», «عاد بعد زيارة»."""

from __future__ import annotations

from itertools import pairwise

from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.lexicon import lexicon
from dashboard.text import fold_word

PERFORMED = 30  # words from «قام» to «بزيارة», a long title between
MADE = 4  # words from «زيارة» to «قام بها»
BY_HIM = frozenset(fold_word(w) for w in ("بها", "به"))
DURING, _AFTER = word_set("visitors", "during"), word_set("visitors", "after")
_BACK, _FROM = word_set("visitors", "back"), word_set("visitors", "from_it")


def performed(reading: Reading, hit: Hit, first: int) -> bool:
    """«قام الأمير … بزيارة», not «أشادا بزيارة لبعثة»: a verb of which the visit is the deed."""
    words = reading.words[max(first, hit.start - PERFORMED) : hit.start]
    done = lexicon().performing
    return any(w in done or (len(w) > 3 and w.lstrip("وفس") in done) for w in words)


def made_by_him(reading: Reading, hit: Hit) -> bool:
    """«خلال زيارة قام بها إلى بيروت»: of him who speaks."""
    words = reading.words[hit.end : hit.end + MADE]
    return any(one in lexicon().performing and other in BY_HIM for one, other in pairwise(words))


def on_it(reading: Reading, hit: Hit) -> bool:
    """«عاد الوزير إلى القاهرة بعد زيارة إلى واشنطن»: whose return it is, visited."""
    before = reading.words[hit.start - 1].removeprefix("و") if hit.start else ""
    return before in DURING or before in _AFTER or came_back(reading, hit)


def came_back(reading: Reading, hit: Hit) -> bool:
    """«عاد الوزير إلى بلاده من زيارة لمصر», «بعد زيارة لمصر»: the visit from which one is back."""
    before = reading.words[hit.start - 1].removeprefix("و") if hit.start else ""
    first = max(reading.sentences[hit.sentence][0], hit.start - PERFORMED)
    back = any(word.lstrip("وف") in _BACK for word in reading.words[first : hit.start])
    return back and hit.trigger.form == "noun" and before in _FROM
