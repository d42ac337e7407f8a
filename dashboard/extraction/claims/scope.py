"""Whether a claim counts one incident or a period, and which period."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from dashboard.extraction.vocabulary.scope_words import scope_words
from dashboard.model import CasualtyClaim, DateMention
from dashboard.text import Folded, Word, fold_word
from dashboard.values import dataclass

# A toll this large is never that of one incident in the wars of the region since 2011.
WAR_TOLL = 15_000
KILLED_TOLL = 2_500  # of 18 such figures in the press all were running totals
LARGE_TOLL = 1_000
MANY = 300  # no single incident's, where it goes on to this day
MASSES = 10_000  # «عشرات الآلاف»: never those of one incident
_SOME = 10  # people: of fewer a month is when they fell, not how long one counted
_HOURS = 3  # days
_INCIDENT_DAYS = 31  # a longer period with both its ends is no single incident
_REACH = 36  # words between a claim and its period
_SINCE_REACH = 10  # «منذ أن بدأت القوات الحكومية حملتها عليها في آذار»
_RECORD_REACH = 6
_BEGUN = 2  # words of «began in»
_OPENING = 5  # words
_WIDE = ("month", "year", "quarter", "season", "decade")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date mention at words ``start``..``end`` of its sentence."""

    start: int
    end: int
    mention: DateMention


def dates_among(
    folded: Folded, sentence: Sequence[Word], dates: Sequence[DateMention]
) -> list[Dated]:
    """The dates of a sentence with days, where its words are counted from 0."""
    out: list[Dated] = []
    for mention in dates:
        begin, end = folded.position(mention.start), folded.position(mention.end)
        inside = [k for k, word in enumerate(sentence) if begin <= word.start < end]
        if inside and mention.kind in ("date", "interval") and mention.first:
            out.append(Dated(inside[0], inside[-1] + 1, mention))
    return out


def is_rate(tokens: Sequence[Word], end: int, stop: int) -> bool:
    """Whether a count is so many «كل شهر» or «يومياً»: a rate, no toll."""
    rates = scope_words().rates
    return any(rates.at(tokens, k) is not None for k in range(end, min(end + 3, stop)))


def scoped(
    claim: CasualtyClaim,
    at: int,
    until: int,
    sentence: Sequence[Word],
    dates: Sequence[Dated],
    published: date | None,
) -> CasualtyClaim:
    """The claim, cumulative where its sentence gives it a period, a war or the size of one.

    The claim stands at words ``at``..``until`` of its sentence; ``dates`` are its dates.
    ``first`` and ``last`` are then the days it counts from and up to; up to publication where the
    source does not say.
    """
    lex = scope_words()
    words = [word.text for word in sentence]
    size = claim.low if claim.low is not None else claim.high or 0
    cumulative = False
    first: date | None = None
    last: date | None = None
    until_day: date | None = None
    for dated in dates:
        if _apart(words, dated, at, until):
            continue
        mention = dated.mention
        if dated.start and words[dated.start - 1].lstrip("و") in lex.until:
            until_day = mention.last  # «منذ بدء العدوان حتى يوم أمس»
            continue
        if after_a_day(words, dated, published):
            cumulative, first = True, mention.first  # «حصيلة الاعتقالات بعد 7 أكتوبر»
            continue
        if mention.first == mention.last == published:
            continue  # «منذ صباح اليوم»: what this day brought
        if _of_a_battle(words, dated, published):
            continue  # «المعارك المستمرة منذ ثلاثة أيام»: one battle, even over days
        if _since_a_record(words, dated.start):
            continue  # «the deadliest day since the two began trading fire in October»
        if (
            _opened(words, dated.start)
            or _begun(words, dated)
            or (mention.text.startswith("منذ") and not _record(words, dated.start))
        ):
            cumulative, first = True, mention.first
            if published is None or (mention.last is not None and mention.last <= published):
                last = mention.last if _until(mention) else last
        elif _is_period(claim, mention, words, dated, at, size):
            cumulative, first, last = True, mention.first, mention.last
    if not cumulative and claim.kind in ("killed", "wounded", "casualties") and size >= LARGE_TOLL:
        cumulative = any(w in lex.war or w.lstrip("وبل") in lex.war for w in words)
    if not cumulative:
        cumulative = _of_the_war(words, at, until)
    if not cumulative:
        # «منذ بدء النزاع»: a beginning without a date.
        cumulative = any(
            word.lstrip("و") in lex.since
            and after in lex.beginnings
            and not _record(words, k)
            and not _another_toll(words[until:k])
            and not _of_what_goes_on(words[until:k])
            for k, (word, after) in enumerate(pairwise(words))
        )
    if not cumulative:
        cumulative, first = _since_what_happened(words, at, until, dates)
    if not cumulative:
        cumulative = _over_months(words, at, until) or (
            size >= MANY and _to_this_day(words, at, until)
        )
    vague = claim.high is None and claim.best is None and size >= MASSES
    many = size >= (KILLED_TOLL if claim.kind in ("killed", "missing") else WAR_TOLL)
    if many or vague or (claim.kind == "displaced" and size >= LARGE_TOLL):
        cumulative = True
    if not cumulative:
        return claim
    if until_day is not None and (published is None or until_day <= published):
        last = last or until_day
    if published is not None and last is not None and first is not None:
        last = min(last, published) if first <= published else last  # «killed this year»
    return replace(claim, scope="cumulative", first=first, last=last or published)


def after_a_day(words: Sequence[str], dated: Dated, published: date | None) -> bool:
    """«بعد 7 أكتوبر»: from a day long past on; «بعد ظهر الجمعة» is a part of a day."""
    lex, mention = scope_words(), dated.mention
    if not dated.start or words[dated.start - 1].removeprefix("و") not in lex.after:
        return False
    if words[dated.start] in lex.parts_of_day or mention.kind != "date" or mention.last is None:
        return False
    return published is not None and (published - mention.last).days > _INCIDENT_DAYS


def shared(claims: list[CasualtyClaim], joined: Sequence[bool]) -> list[CasualtyClaim]:
    """«إلى 11300 قتيل و10100 مفقود»: figures joined in one breath have one scope.

    ``joined`` says of each claim whether it is joined to the one before it.
    """
    out = list(claims)
    for k in range(1, len(out)):
        one, other = out[k - 1], out[k]
        if not joined[k] or {one.scope, other.scope} != {"incident", "cumulative"}:
            continue
        if other.scope == "incident":
            out[k] = replace(other, scope="cumulative", first=one.first, last=one.last)
        else:
            out[k - 1] = replace(one, scope="cumulative", first=other.first, last=other.last)
    return out


def since_told(sentence: Sequence[Word], dates: Sequence[Dated]) -> tuple[bool, date | None]:
    """Whether a sentence tells since when («ومنذ بدء الحرب»), and the day, if it is told."""
    words = [word.text for word in sentence]
    for dated in dates:
        if _opened(words, dated.start):
            return True, dated.mention.first
    lex = scope_words()
    since = any(
        word.lstrip("و") in lex.since and after in lex.beginnings and not _record(words, k)
        for k, (word, after) in enumerate(pairwise(words))
    )
    return since, None


def of_all_those(sentence: Sequence[Word]) -> bool:
    """«وأسفرت تلك الاعتداءات عن …»: of all that the sentence before told."""
    words = [word.text for word in sentence[:_OPENING]]
    lex = scope_words()
    return any(word in lex.those and after in lex.deeds for word, after in pairwise(words))


def running(claim: CasualtyClaim, first: date | None, published: date | None) -> CasualtyClaim:
    """The claim as a total that runs on from a day to publication."""
    return replace(claim, scope="cumulative", first=first, last=published)


def _apart(words: Sequence[str], dated: Dated, at: int, until: int) -> bool:
    """Whether a date is too far, or another clause's: «منذ تشرين يسمح بافتراض أن 60 ألفاً …»."""
    if dated.end <= at:
        between = words[dated.end : at]
    elif dated.start >= until:
        between = words[until : dated.start]
    else:
        between = []
    if dated.start >= until and (_another_toll(between) or _of_what_goes_on(between)):
        return True
    that = scope_words().that
    return len(between) > _REACH or (dated.end <= at and any(word in that for word in between))


def _until(mention: DateMention) -> bool:
    """«منذ 15 مارس حتى 14 سبتمبر»: the mention names the end too."""
    words = {fold_word(word) for word in mention.text.split()}
    return mention.kind == "interval" and bool(words & (scope_words().until | {fold_word("إلى")}))


def _another_toll(between: Sequence[str]) -> bool:
    """«استشهاد 19 شخصاً، ما رفع الحصيلة منذ بدء العدوان»: the period is of the toll after it."""
    return any(word in scope_words().raised for word in between)


def _of_what_goes_on(between: Sequence[str]) -> bool:
    """«استشهاد شابين برصاص القوات التي تواصل اقتحام المدينة منذ أمس»: since then, but not they."""
    lex = scope_words()
    return any(word in lex.which and after in lex.goes_on for word, after in pairwise(between))


def _opened(words: Sequence[str], start: int) -> bool:
    """Whether «منذ» opens the date, right before it or with the beginning's name between."""
    for k in range(start - 1, max(-1, start - _SINCE_REACH), -1):
        if words[k] == ",":
            return False
        if words[k].lstrip("و") in scope_words().since:
            return not _record(words, k) and (
                k == start - 1 or words[k + 1] in scope_words().beginnings
            )
    return False


def _since_what_happened(
    words: Sequence[str], at: int, until: int, dates: Sequence[Dated]
) -> tuple[bool, date | None]:
    """«قُتل 700 مدني منذ تكثيف القصف في 18 شباط»: whether a claim counts from an event, and its day.

    The event's words follow «منذ» right after the claim's clause, or open the sentence.
    """
    lex = scope_words()
    for k in range(len(words) - 1):
        if words[k].lstrip("و") not in lex.since or words[k + 1].removeprefix("ال") in lex.moments:
            continue
        if any(dated.start <= k + 1 < dated.end for dated in dates) or _record(words, k):
            continue
        between = words[until:k] if k >= until else words[k:at]
        if k and (k < until or not _one_clause(between)):
            continue
        if k and words[k - 1] in lex.lasting:
            continue
        if any(word in lex.that or word in lex.raised for word in between):
            continue
        if words[k + 1] in lex.then:
            return True, None
        near = (d for d in dates if k < d.start <= k + _SINCE_REACH)
        day = next((d for d in near if not {",", *lex.until} & {*words[k : d.start]}), None)
        return True, day.mention.first if day else None
    return False, None


def _one_clause(between: Sequence[str]) -> bool:
    """No clause of its own, and no comma but before the last word."""
    lex = scope_words()
    return "," not in between[:-1] and not any(
        word.removeprefix("و") in lex.which
        or word in lex.records
        or f"{before} {word}" in lex.among_the_most
        for before, word in pairwise(("", *between))
    )


def _over_months(words: Sequence[str], at: int, until: int) -> bool:
    """«خلال أربعة أعوام»: counted over months or years, whichever they were."""
    lex = scope_words()
    for k, word in enumerate(words):
        if word.removeprefix("و") not in lex.during:
            continue
        between = words[until:k] if k >= until else words[k:at]
        if len(between) > _SINCE_REACH or "," in between:
            continue
        if any(after.removeprefix("ال") in lex.long_units for after in words[k + 1 : k + 4]):
            return True
    return False


def _to_this_day(words: Sequence[str], at: int, until: int) -> bool:
    """«وثقت حتى اليوم 1117 قتيلاً»: a count that goes on."""
    lex = scope_words()
    beside = (words[max(0, at - 4) : at], words[until : until + 6])
    return any(
        word in lex.until and after in lex.now and "," not in span
        for span in beside
        for word, after in pairwise(span)
    )


def _of_the_war(words: Sequence[str], at: int, until: int) -> bool:
    """«قُتل في النزاع السوري أكثر من 200 صحفي»: the war is where they died."""
    for k in (*range(max(0, at - 4), at), *range(until, min(until + 2, len(words) - 1))):
        if words[k] == "في" and words[k + 1] in scope_words().war_itself:
            return True
    return False


def _of_a_battle(words: Sequence[str], dated: Dated, published: date | None) -> bool:
    """«المعارك المستمرة منذ ثلاثة أيام»: how long a battle of days or weeks has lasted."""
    first, since = dated.mention.first, words[max(0, dated.start - 2) : dated.start + 1]
    if first is None or published is None or (published - first).days > _INCIDENT_DAYS:
        return False
    lex = scope_words()
    lasting = [k for k, word in enumerate(since) if word in lex.lasting]
    return bool(lasting) and any(word.lstrip("و") in lex.since for word in since)


def _since_a_record(words: Sequence[str], start: int) -> bool:
    """Whether an English date is that since which something is the worst of its kind."""
    return any(
        words[k] == "since" and _record(words, k)
        for k in range(start - 1, max(-1, start - _SINCE_REACH), -1)
    )


def _begun(words: Sequence[str], dated: Dated) -> bool:
    """«The war, which began in April 2023, has killed»: the period runs from there."""
    if dated.mention.precision not in _WIDE or dated.start < _BEGUN:
        return False
    two = words[dated.start - _BEGUN : dated.start]
    return two[1] in ("in", "on") and two[0] in scope_words().began


def _record(words: Sequence[str], since: int) -> bool:
    """«الهجوم الأعنف من نوعه منذ …»: one incident, measured against a period."""
    return any(
        word in scope_words().records for word in words[max(0, since - _RECORD_REACH) : since]
    )


def _is_period(
    claim: CasualtyClaim,
    mention: DateMention,
    words: Sequence[str],
    dated: Dated,
    at: int,
    size: int,
) -> bool:
    """Whether the claim counts over a date: «بين آذار 2011 وتموز 2017», «خلال عام 2014»."""
    if mention.first is None or mention.last is None or claim.best is None:
        return False
    lex = scope_words()
    spread = mention.kind == "interval" and mention.first != mention.last
    if spread and (mention.last - mention.first).days > _INCIDENT_DAYS:
        if fold_word(mention.text.split()[0]) in lex.from_to:
            return True
    if mention.precision not in _WIDE and not spread:
        return False
    if (mention.last - mention.first).days <= _HOURS:
        return False  # «خلال الـ24 ساعة الماضية»: the day's incidents, no running total
    lead = [word.lstrip("و") for word in words[max(0, dated.start - 3) : dated.start]]
    if any(word in lex.during for word in lead):
        return True
    if dated.end <= at and any(word in lex.back for word in words[max(dated.end, at - 4) : at]):
        return True  # «سنة 2014 …، إذ وثق خلالها»
    if "in" in lead:
        if any(word in lex.one_deed for word in words):
            return False
        recorded = any(word in lex.recorded for word in words)
        return recorded or mention.precision not in ("month", "season") or size >= 100
    if dated.start and words[dated.start - 1].removeprefix("ال") in lex.tolls:
        return True  # «حصيلة شهر نيسان: 88 قتيلاً»
    if "في" not in lead:
        return False
    monitored = any(word.lstrip("و") in lex.monitors for word in words)
    one = any(word.lstrip("وفب").removeprefix("ال") in lex.one_deed for word in words)
    return not one and (size >= 100 or (size >= _SOME and monitored and not spread))
