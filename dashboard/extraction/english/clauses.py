"""The clause in which something is told in English: how far its day and its place may stand.

«Kerry, who came on Friday, met Lavrov, the Russian minister, in Geneva on Sunday, his office said
on Monday»: relative clauses and appositions between commas are read over, another verb, «that» or
«while» ends it.
"""

from __future__ import annotations

from dashboard.extraction.english.vocabulary import syntax_words, vocabulary
from dashboard.extraction.reading import Hit, Reading

_ENDS = frozenset((";", ":", '"', "“", "”", "(", ")"))
_SUBORDINATE = 9  # words from «after» to the verb or noun of its clause
_TOLD_BY = 8  # words from the comma to «said»
_IN_BRACKETS = 6  # words of «(HNC)»
_TAKES_PLACE = (
    ("take", "place"), ("took", "place"), ("takes", "place"), ("be", "held"), ("was", "held"),
    ("were", "held"),
)  # fmt: skip
_LONGEST = 34  # words from a verb to the end of what belongs to it


def quotes_a_word(reading: Reading, k: int) -> bool:
    """«a “secret” meeting», «Dagalo “Hemedti”»: a mark around one word, which parts no clause."""
    marks, words = ('"', "“", "”"), reading.words
    if words[k] not in marks:
        return False
    opens = k + 2 < len(words) and words[k + 2] in marks
    return opens or (k >= 2 and words[k - 2] in marks)


def clause_after(reading: Reading, hit: Hit) -> tuple[int, frozenset[int]]:
    """The token at which the clause of a trigger ends, and the tokens read over before it."""
    tokens = reading.tokens
    stop = min(reading.sentences[hit.sentence][1], hit.end + _LONGEST)
    aside: set[int] = set()
    k = hit.end
    while k < stop:
        word = tokens[k].text
        if word == "," and k + 1 < stop and tokens[k + 1].text in syntax_words("relative"):
            close = next((j for j in range(k + 2, stop) if tokens[j].text == ","), None)
            if close is None:
                return k, frozenset(aside)
            aside.update(range(k, close))
            k = close
            continue
        if word == "(":
            ahead = range(k, min(stop, k + _IN_BRACKETS))
            close = next((j for j in ahead if tokens[j].text == ")"), k)
            if close > k:
                aside.update(range(k, close + 1))
                k = close + 1
                continue  # «the High Negotiations Committee (HNC)»
        if k > hit.end and k not in reading.dated and _breaks(reading, k, stop):
            held = _held(reading, hit, k, stop)
            if not held:
                return k, frozenset(aside)
            aside.update(range(k, held))
            k = held
            continue  # «The meeting, the first since 2015, will take place on Tuesday in …»
        k += 1
    return stop, frozenset(aside)


def _held(reading: Reading, hit: Hit, k: int, stop: int) -> int:
    """The token after «take place», «was held» behind a clause within that of a noun, or 0."""
    tokens = reading.tokens
    if hit.trigger.form != "noun" and tokens[hit.start].text != "meeting":
        return 0
    if tokens[k].text in _ENDS or told_by(reading, k, stop):
        return 0
    for j in range(k, stop - 1):
        two = (tokens[j].text, tokens[j + 1].text)
        if two[0] in _ENDS or two[1] == "not":
            return 0
        if two in _TAKES_PLACE:
            return j + 2
    return 0


def _breaks(reading: Reading, k: int, stop: int) -> bool:
    """Whether another clause begins at a token."""
    tokens = reading.tokens
    word = tokens[k].text
    if word in _ENDS:
        return not quotes_a_word(reading, k)
    if word in syntax_words("clause"):
        well = tokens[k + 1].text if k + 1 < stop else ""
        return not (word == "as" and well in ("well", "part", "president", "head"))
    told = reading.hit_at(k)
    if told is not None and told.trigger.form == "verb" and not _infinitive(reading, k):
        return k not in reading.actor_tokens
    if word == "," and told_by(reading, k, stop):
        return True
    if word in ("and", "but", ","):
        follows = tokens[k + 1].text if k + 1 < stop else ""
        if word != "," and follows in vocabulary().pronouns | vocabulary().auxiliaries:
            return True
        if word == "," and follows in vocabulary().pronouns:
            return True
        return word == "and" and _past(reading, k + 1, stop)
    return False


def told_by(reading: Reading, comma: int, stop: int) -> bool:
    """«…, the Kremlin said», «…, an official in Juba said»: who tells it, behind the comma."""
    for k in range(comma + 1, min(stop, comma + _TOLD_BY)):
        if reading.words[k] == ",":
            return False
        told = reading.hit_at(k)
        if told is not None and told.trigger.type == "STATEMENT" and told.trigger.form == "verb":
            return True
    return False


def _past(reading: Reading, k: int, stop: int) -> bool:
    """«and promised»: a verb of the past, by its ending, in lower case."""
    if k >= stop or k in reading.actor_tokens:
        return False
    word = reading.words[k]
    begin = reading.folded.span(reading.tokens[k].start, reading.tokens[k].end)[0]
    return word.endswith("ed") and len(word) > 4 and reading.document.text[begin].islower()


def _infinitive(reading: Reading, k: int) -> bool:
    """«flew to Ankara to meet Fidan on Sunday»: what he came for is of one time with it."""
    return reading.words[k] == "to" or reading.words[k - 1] == "to"


def clause_before(reading: Reading, hit: Hit) -> tuple[int, frozenset[int]]:
    """The token at which the clause of a trigger begins, and the tokens read over behind it.

    «on Monday, after he met Assad»: what a clause of time hangs on is of the same day.
    """
    tokens = reading.tokens
    first = reading.sentences[hit.sentence][0]
    aside: set[int] = set()
    hung = False
    k = hit.start - 1
    while k >= first:
        word = tokens[k].text
        if word in _ENDS and not quotes_a_word(reading, k):
            return k + 1, frozenset(aside)
        if word == "," and (opens := relative_before(reading, first, k)):
            came = any(h.trigger.mode == "visit" for h in reading.hits_in(opens, k))
            aside.update(() if came else range(opens, k + 1))
            k = opens - 1
            continue  # «Jubeir, who was in London on Wednesday, met …»: then and there
        near = hit.start - k <= _SUBORDINATE
        if near and word in syntax_words("of_time"):
            hung = True
        elif word in syntax_words("parting_clause" if hung else "clause"):
            return k + 1, frozenset(aside)
        if word == "and" and not hung and _pronoun(reading, k, hit):
            return k + 1, frozenset(aside)  # «saw Hadi in Aden, and on Thursday he was in Oman»
        told = reading.hit_at(k)
        hosts = told is not None and told.trigger.needs == "guest" and _hosts(reading, told)
        if told is not None and told.trigger.form == "verb" and not hung and not hosts:
            if told.trigger.mode != "visit" and k not in reading.actor_tokens:
                return told.end, frozenset(aside)
        k -= 1
    return first, frozenset(aside)


def _hosts(reading: Reading, told: Hit) -> bool:
    """«On Friday, Tehran hosts a summit of …»: the meeting is of the day of its hosting."""
    return reading.words[told.end - 1].startswith("host")


def _pronoun(reading: Reading, k: int, hit: Hit) -> bool:
    pronouns = vocabulary().pronouns
    return any(word in pronouns for word in reading.words[k + 1 : hit.start])


def relative_before(reading: Reading, first: int, close: int) -> int:
    """The comma that opens a relative clause which ends at the comma ``close``, or 0."""
    tokens = reading.tokens
    for k in range(close - 2, first, -1):
        if tokens[k].text == ",":
            return k if tokens[k + 1].text in syntax_words("relative") else 0
    return 0
