"""What is visited and who is host: «زار المبعوث دمشق», «تستضيف العاصمة الكازاخية أستانا»."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dashboard.extraction.actors.capitals import HOSTED, VISITED, arrived, on_a_tour
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.text import Word, fold_word

LOCATIVE = word_set("places", "locative") | word_set("places", "locative_english")
VISIT = "زيار"
_IN = fold_word("في")
_CAPITAL = fold_word("العاصمة")
_SHORT = 4  # letters of a verb of hosting, at the least
_TITLES = 30  # words of a visitor with all his titles
_VISITOR, _SHORT_TITLE = 16, 8  # words between «زار» and the place, and without a second look
_NOT_JOINED = tuple(word_set("hosts", "not_joined"))
_WHO_VISITS = 9  # words from a visit to the land, with who visits between


def of_a_visit(tokens: Sequence[Word], i: int) -> bool:
    """«زيارة خالد مشعل للمملكة»: the land right after who visits it."""
    for k in range(i - 1, max(-1, i - _WHO_VISITS), -1):
        if tokens[k].text.lstrip("وبل").startswith(VISIT):
            return True
        if not tokens[k].text.isalpha():
            break
    return False


def visited(tokens: Sequence[Word], i: int, prefix: str, blocked: Collection[int]) -> bool:
    """«زار المبعوث الدولي دي ميستورا دمشق»: no preposition stands before what is visited.

    «زيارة الأمير محمد بن سلمان للأردن»: it stands for «إلى».
    """
    if "ل" in prefix:  # «لدمشق», not «لبنان»
        for k in range(i - 1, max(-1, i - 1 - _TITLES), -1):
            if not tokens[k].text.isalpha():
                return False
            if VISIT in tokens[k].text:
                return True
        return False
    if on_a_tour(tokens, i):
        return True  # «جولة تشمل السعودية والأردن»
    for k in range(i - 1, max(-1, i - 1 - _VISITOR), -1):
        if k in blocked or (k + 1 in blocked and tokens[k].text == _IN):
            continue  # «زار بوتين أمس باريس»
        if k == i - 1 and tokens[k].text == ",":
            continue  # «زار الوزير بوريس جونسون، الكويت، الأحد»
        word = tokens[k].text
        if not word.isalpha():
            return False
        if word in VISITED or (word[0] in "وفس" and word.lstrip("وفس") in VISITED) or arrived(word):
            return True
        if k < i - _SHORT_TITLE and _joins(word):
            return False
    return False


def _joins(word: str) -> bool:
    """Whether a word begins with «و» that joins, as far as a title before a name tells."""
    return word.startswith("و") and not word.startswith(_NOT_JOINED)


def hosting(tokens: Sequence[Word], i: int) -> bool:
    """«تستضيف العاصمة الكازاخية أستانا», «تركيا استضافت القمة»: the host of something."""
    after = tokens[i + 1].text if i + 1 < len(tokens) else ""
    if after.lstrip("س") in HOSTED and len(after) > _SHORT:
        return True
    words = [token.text for token in tokens[max(0, i - 4) : i] if token.text != ","][-3:]
    if len(words) < 3 or not words[1].endswith(_CAPITAL):
        return False
    verb, before = words[0].lstrip("وفس"), words[0].removeprefix("و")
    return words[1] != _CAPITAL or verb in HOSTED or before in LOCATIVE
