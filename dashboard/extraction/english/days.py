"""Days told from another in English: «the day before», «a day after he was received by Assad»."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from dashboard.extraction.circumstances.dating import from_mention, published_date
from dashboard.extraction.english.clauses import clause_after, clause_before
from dashboard.extraction.english.vocabulary import syntax_words, vocabulary
from dashboard.extraction.reading import Hit, Reading
from dashboard.model import DateMention, EventDate

_NAMED_BY, _FIGURES = 4, 4  # words from the year to the noun it names; figures of a year
_NAMING = ("the", "s", "its", "their", "a", "of")
_STORY = 3  # sentences back to the day that «the same day» means
_CLAUSE = 5  # words from «a day after» to the verb of its clause
_STEPS = {"after": -1, "before": 1}  # of the clause that follows, seen from the main one
_UNITS = ("day", "days")
_SINCE = 10  # words from «since» to the day of what began
_OWN_DAY = 5  # words from «Monday's» to its meeting


def day_of(reading: Reading, hit: Hit, narrative: DateMention | None) -> EventDate:
    """The date of an encounter, counted from another day where it is told so.

    «on Monday, a day after he met Assad» is Sunday; «the day before» is the day before the one
    told last, in its sentence or the one before.
    """
    step, at = _clause_after(reading, hit), hit.start
    if step is None:
        step, at = _beside(reading, hit)
    if step is None:
        own = day_in_clause(reading, hit)
        return from_mention(own, "clause") if own else published_date(reading)
    told = _told_before(reading, hit, at) or _known(narrative) or _story(reading, hit)
    if told is None:
        return EventDate()
    day = told + timedelta(days=step)
    return EventDate(day.isoformat(), day, day, "day", False, "clause")


def day_in_clause(reading: Reading, hit: Hit) -> DateMention | None:
    """The first day after a trigger in its clause, or the last one before it there."""
    own = [
        m for m, span in _usable(reading, hit, hit.start - _OWN_DAY - 2, hit.start)
        if reading.words[span[1]] in ("'", "’") and span[1] < hit.start
    ]  # fmt: skip
    if own:
        return own[-1]  # «Sunday's talks will be the third this month»
    stop, aside = clause_after(reading, hit)
    after = [
        m for m, span in _usable(reading, hit, hit.end, stop)
        if span[0] not in aside and not _of_the_matter(reading, hit, span[0])
    ]  # fmt: skip
    if after:
        return after[0]
    first, aside = clause_before(reading, hit)
    before = [
        m for m, span in _usable(reading, hit, first, hit.start)
        if span[0] not in aside and not _told_aside(reading, hit, first, span[0])
    ]  # fmt: skip
    return before[-1] if before else None


def _told_aside(reading: Reading, hit: Hit, first: int, start: int) -> bool:
    """«Kerry, who came on Friday, will meet Lavrov»: what is ahead is not of that day."""
    words = reading.words
    opened = [k for k in range(first, start) if words[k] in syntax_words("relative")]
    closed = opened and "," in words[start : hit.start] and words[opened[-1] - 1] == ","
    return bool(closed) and reading.cue("future", hit.start - _CLAUSE, hit.end)


def _of_the_matter(reading: Reading, hit: Hit, start: int) -> bool:
    """«spoke about a vote to be held on Monday»: the day of what they spoke about."""
    words = reading.words[hit.end : start]
    about = next((k for k, word in enumerate(words) if word in syntax_words("matter_of")), None)
    return about is not None and any(
        two in (("to", "be"), ("due", "on"), ("set", "for")) for two in pairwise(words[about:])
    )


def _usable(
    reading: Reading, hit: Hit, first: int, stop: int
) -> Iterator[tuple[DateMention, tuple[int, int]]]:
    """The dates of a stretch but those of a thing («Monday's attack») and those since which."""
    tokens = reading.tokens
    for mention, span in reading.dates_in(first, stop):
        if mention.kind not in ("date", "interval") or mention.first is None:
            continue
        before = tokens[span[0] - 1].text if span[0] else ""
        after = [token.text for token in tokens[span[1] : span[1] + 2]]
        if before in syntax_words("not_when") or _since_then(reading, span[0]):
            continue
        beside = "sidelines" in [token.text for token in tokens[max(0, span[0] - 3) : span[0]]]
        mine = beside or 0 <= hit.start - span[1] <= _OWN_DAY
        if after[:1] and after[0] in ("'", "’") and not mine:
            continue
        yield mention, span


def _since_then(reading: Reading, start: int) -> bool:
    """«Since the launch of the battle last October, they have met»: no day of the meeting."""
    first = reading.sentences[reading.sentence_of(start)][0]
    for k in range(start - 1, max(first, start - _SINCE) - 1, -1):
        if not reading.words[k].isalpha() or k in reading.dated:
            return False
        if reading.words[k] == "since":
            return True
    return False


def _clause_after(reading: Reading, hit: Hit) -> int | None:
    """«…, two days after arriving»: how many days from the day of the main clause."""
    tokens = reading.tokens
    first = reading.sentences[hit.sentence][0]
    for k in range(hit.start - 1, max(first + 2, hit.start - _CLAUSE) - 1, -1):
        step = _STEPS.get(tokens[k].text)
        if step is not None and tokens[k - 1].text in _UNITS:
            word = tokens[k - 2].text
            number = 1 if word in ("a", "an") else vocabulary().one.get(word)
            return None if number is None else step * number
        if tokens[k].text in (",", ";"):
            break
    return None


def _beside(reading: Reading, hit: Hit) -> tuple[int | None, int]:
    """«the day before», «a day earlier», «the next day» in the sentence, and where."""
    first, stop = reading.sentences[hit.sentence]
    for k in range(first, stop):
        match = vocabulary().relative_days.at(reading.tokens, k)
        if match is None:
            continue
        apart = reading.hits_in(min(k, hit.end), max(k, hit.start))
        follows = reading.words[match.end] if match.end < stop else ""
        if follows in ("yesterday", "tomorrow") or any(h.start != hit.start for h in apart):
            continue
        return match.values[0], k
    return None, hit.start


def _told_before(reading: Reading, hit: Hit, at: int) -> date | None:
    """The last single day told in the sentence before ``at``."""
    return _last_day(reading, reading.sentences[hit.sentence][0], at)


def _story(reading: Reading, hit: Hit) -> date | None:
    """The last single day told in the few sentences before."""
    first = reading.sentences[max(0, hit.sentence - _STORY)][0]
    return _last_day(reading, first, reading.sentences[hit.sentence][0])


def _last_day(reading: Reading, first: int, stop: int) -> date | None:
    days = [
        mention.first for mention, span in reading.dates_in(first, stop)
        if mention.kind == "date" and mention.precision == "day" and span[1] <= stop
    ]  # fmt: skip
    return days[-1] if days else None


def _known(mention: DateMention | None) -> date | None:
    return mention.first if mention is not None and mention.first == mention.last else None


def year_before(reading: Reading, hit: Hit) -> EventDate | None:
    """«the 2013 sarin attack», «during the 2019 protests»: the year that names a deed."""
    k = hit.start - 1
    while k > 0 and hit.start - k < _NAMED_BY and reading.words[k].isalpha():
        k -= 1
    text = reading.words[k] if k > 0 else ""
    if len(text) != _FIGURES or not text.isdecimal() or not "1950" <= text <= "2100":
        return None
    if reading.words[k - 1] not in _NAMING or k in reading.dated:
        return None
    year = int(text)
    start, end = reading.span(k, k + 1)
    return EventDate(
        text, date(year, 1, 1), date(year, 12, 31), "year", False, "clause", start, end
    )
