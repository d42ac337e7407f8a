"""Counts of people in words: «ما لا يقل عن 14 مدنياً», «عشرات القتلى», «طفلين وامرأة».

A count is read on its own here; ``casualties`` decides whether it is a claim and of what kind.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from dashboard.extraction.claims.count_forms import (
    has_noun,
    next_kind,
    odd_one,
    of_a_decimal,
    of_two_ages,
    pair,
    so_many,
)
from dashboard.extraction.vocabulary.count_words import (
    BEFORE_BOUNDS,
    BRACKETS,
    Noun,
    lexicon,
    of_units,
    risen,
)
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.phrases import Match, load
from dashboard.numerals import begins_number, number_openers, read_cardinal, scaled
from dashboard.text import Word, fold_word
from dashboard.values import dataclass

_TOLD_APART = word_set("counts", "told_apart")
_OF_WHOM = 7  # words
_BEFORE_NUMBERS = word_set("counts", "before_numbers")
_PERCENT = word_set("counts", "percent")
_VICTIMS = word_set("counts", "victims")
_OF_THEM = fold_word("منهم")
_TIMES = fold_word("أضعاف")
_MOST = word_set("counts", "most")
_ADJECTIVE = ("ين", "ون", "ا", "يه", "ات")
_TWO = word_set("counts", "two")
_LAST = frozenset(fold_word(w) for w in ("آخر", "أخر"))
_SOME = word_set("counts", "some")
_BOUND_ENDS = frozenset(fold_word(w) for w in ("إلى", "عن", "من", "على"))
_BODIES = word_set("counts", "bodies")
_AND_HURT = fold_word("وإصابات")
_ONE = word_set("shared", "one")


@dataclass(frozen=True, slots=True)
class Count:
    """A count of people at words ``start``..``end``; ``kind`` is "" when the noun has none."""

    start: int
    end: int
    low: int | None
    best: int | None
    high: int | None
    approximate: bool = False
    kind: str = ""
    victims: str = ""
    bare: bool = False  # a number with no noun of people after it
    noun: str = ""  # "sg" for one unnumbered person: only a claim right after its trigger
    kin: bool = False


def read_count(tokens: Sequence[Word], i: int, stop: int) -> Count | None:
    """The count that begins at ``tokens[i]`` and ends before ``stop``, or ``None``."""
    if i >= stop:
        return None
    if tokens[i].text in _BEFORE_NUMBERS and not _counts_on(tokens, i, stop):
        return None  # the commonest words that may begin a count
    lex = lexicon()
    start, bound = i, ""
    match = lex.bounds.at(tokens, i, BEFORE_BOUNDS)
    if match is not None and match.end < stop:
        bound, i = match.values[0], match.end
        again = lex.bounds.at(tokens, i)  # «نحو أكثر من»
        if again is not None and again.end < stop:
            i = again.end
        if tokens[i].text == "ال" and i + 1 < stop and tokens[i + 1].text.isdecimal():
            i += 1  # «قرابة الـ15»
    count = _range(tokens, i, stop) or _vague(tokens, i, stop) or _number(tokens, i, stop)
    if count is None and not bound:
        count = _noun_alone(tokens, i, stop)
    if count is None:
        return None
    if count.start != start:
        count = replace(count, start=start)
    count = bounded(count, bound)
    whose = any(token.text == "من" for token in tokens[count.start : count.end])
    after = _bound_after(tokens, count.end, stop, of_whom=whose and not count.bare)
    if after is not None and after.end <= stop:
        count = replace(bounded(count, after.values[0]), end=after.end)
        noun = _noun(tokens, count.end, stop) if count.bare else None
        if noun is not None:
            count = replace(
                count, end=noun[0], kind=noun[1].kind, victims=noun[1].victims, bare=False
            )
    return count


def _counts_on(tokens: Sequence[Word], i: int, stop: int) -> bool:
    """Whether a number or a bound can follow «من», «بين» or «ما» at ``i``."""
    if i + 1 >= stop:
        return False
    following = tokens[i + 1].text
    return (
        following.isdecimal()
        or following in number_openers()
        or following in _bound_seconds()
        or following == "بين"
    )


@lru_cache(maxsize=1)
def _bound_seconds() -> frozenset[str]:
    """The second words of bounds that begin with «ما» («ما لا يقل عن») or the like."""
    bounds = load("language/casualties.toml")["bounds"]
    phrases = (phrase.split() for forms in bounds.values() for phrase in forms)
    return frozenset(fold_word(words[1]) for words in phrases if len(words) > 1)


def _bound_after(
    tokens: Sequence[Word], i: int, stop: int, *, of_whom: bool = False
) -> Match[str] | None:
    """«على الأقل» after a count, past adjectives too («3 أطفال سوريين على الأقل»)."""
    if i < stop and tokens[i].text == '"':
        i += 1  # «مقتل "23 مقاتلاً" على الأقل»
    of_whom = of_whom or (i < stop and tokens[i].text == "من")  # «ستة من مقاتلي المعارضة على الأقل»
    if of_whom and i + 1 < stop and tokens[i].text == ",":
        i += 1  # «اثنان من المقاتلين الروس، على الأقل»
    for k in range(i, min(stop, i + (_OF_WHOM if of_whom else 3))):
        after = lexicon().after.at(tokens, k)
        if after is not None:
            return after
        if of_whom:
            if not tokens[k].text.isalpha():
                return None
        elif len(tokens[k].text) < 4 or not tokens[k].text.endswith(_ADJECTIVE):
            return None
    return None


def bounded(count: Count, bound: str) -> Count:
    """The count with its bound: "low" open above, "about" approximate, "high" open below."""
    if bound == "low":
        return replace(count, best=count.low if count.high is not None else count.best, high=None)
    if bound == "about":
        return replace(count, approximate=True)
    if bound == "high":
        return replace(count, low=None, best=None)
    return count


def _noun(tokens: Sequence[Word], i: int, stop: int) -> tuple[int, Noun] | None:
    """A noun of people at ``i``, its adjectives of kind («شهيد مدني») read through."""
    if i >= stop:
        return None
    lex = lexicon()
    match = lex.nouns.at(tokens, i)
    if match is not None and tokens[i].text == _OF_THEM and i + 1 < stop:
        if tokens[i + 1].text.isdecimal() or begins_number(tokens[i + 1].text):
            return None  # «إصابة 69 منهم 17 في حالة خطيرة»
    if match is None and tokens[i].text == "من" and i + 1 < stop:
        match = lex.nouns.at(tokens, i + 1)  # «14 من المدنيين»
        if match is not None and match.values[0].victims == "families":
            match = match if match.values[0].number != "sg" else None  # «9 من أسرة واحدة»
    if match is None or match.end > stop:
        return None
    return match.end, match.values[0]


# A singular after its number, and what is no singular after it: counted by itself.
_OWN_NUMBER = (("sg", "du"), ("sg", "pl"))


def _after_number(tokens: Sequence[Word], i: int, stop: int) -> tuple[int, Noun | None] | None:
    """What stands after a number: its noun, nothing of people (bare), or a unit (``None``)."""
    found = _noun(tokens, i, stop)
    if found is None and i + 1 < stop and tokens[i].text == '"' and _quoted_bound(tokens, i):
        found = _noun(tokens, i + 1, stop)  # «مقتل "ما يصل إلى 100" شخص»
    if found is None and i < stop:
        numbered = lexicon().numbered.at(tokens, i)
        if numbered is not None and numbered.end <= stop:
            return numbered.end, numbered.values[0]
    if found is not None:
        end, noun = found
        # «قتيلاً وجريحاً», «القتلى والجرحى»: killed and wounded in one number.
        if end < stop and tokens[end].text.startswith("و") and noun.kind:
            other = lexicon().nouns.at(tokens, end, ("و",))
            apart = tokens[end].text.startswith("وال") and not tokens[end - 1].text.startswith("ال")
            if other is not None and (noun.number, other.values[0].number) in _OWN_NUMBER:
                apart = True  # «22 جريحاً وقتيلين»
            apart = apart or tokens[end].text == _AND_HURT  # «5 قتلى وإصابات»
            if other is not None and other.values[0].kind not in ("", noun.kind) and not apart:
                return other.end, Noun("casualties", "", "pl")
        return end, noun
    if i < stop and tokens[i].text in lexicon().units:
        return None
    if i + 1 < stop and tokens[i].text in ("في", "%") and tokens[i + 1].text in _PERCENT:
        return None  # «في المئة», not «175 في المناطق»
    return i, None


def _quoted_bound(tokens: Sequence[Word], i: int) -> bool:
    """Whether the quotation mark at ``i`` closes a bound and its number («ما يصل إلى 100»)."""
    return i > 1 and tokens[i - 1].text.isdecimal() and tokens[i - 2].text in _BOUND_ENDS


def _with_noun(
    tokens: Sequence[Word],
    start: int,
    i: int,
    stop: int,
    low: int,
    best: int | None,
    high: int | None,
) -> Count | None:
    after = _after_number(tokens, i, stop)
    if after is None:
        return None
    end, noun = after
    if noun is None:
        return Count(start, i, low, best, high, bare=True)
    victims = tokens[end - 1].text.removeprefix("ال") in _VICTIMS
    kind = "killed" if victims else noun.kind  # «46 ضحية», «عشرين من الضحايا»
    return Count(start, end, low, best, high, kind=kind, victims=noun.victims, kin=noun.kin)


def _number(tokens: Sequence[Word], i: int, stop: int) -> Count | None:
    if tokens[i].text in BRACKETS:
        return _in_brackets(tokens, i, stop)
    reading = read_cardinal(tokens, i)
    if reading is None or reading.end > stop:
        return None
    if of_a_decimal(tokens, i, reading.end) or (
        i and tokens[i - 1].text == "في" and tokens[i].text in _PERCENT
    ):
        return None
    if of_two_ages(tokens, reading.end, stop) or (
        not tokens[i].text.isdecimal() and of_units(tokens, reading.end, stop)
    ):
        return None
    if reading.end < stop and tokens[reading.end].text in (":", "/", "%"):
        if tokens[reading.end].text != "/" or not i or tokens[i - 1].text != "/":
            return None
        value = reading.value  # «إصابة /7/ مدنيين»
        return _with_noun(tokens, i, reading.end + 1, stop, value, value, value)
    odd = odd_one(tokens, reading.end, stop) if reading.value % 100 == 0 else None
    if odd is not None:
        extra, end, noun = odd
        total = reading.value + extra
        return Count(i, end, total, total, total, kind=noun.kind, victims=noun.victims)
    return _with_noun(tokens, i, reading.end, stop, reading.value, reading.value, reading.value)


def _in_brackets(tokens: Sequence[Word], i: int, stop: int) -> Count | None:
    """«(18) جثة», «[17] شهيداً»: a figure that a local page sets apart."""
    if i + 2 >= stop or not tokens[i + 1].text.isdecimal():
        return None
    if tokens[i + 2].text != BRACKETS[tokens[i].text]:
        return None
    reading = read_cardinal(tokens, i + 1)
    if reading is None or reading.end != i + 2:
        return None
    whole, end = scaled(tokens, Fraction(reading.value), i + 3)  # «(20) ألف شخص»
    return _with_noun(tokens, i, end, stop, int(whole), int(whole), int(whole))


def _range(tokens: Sequence[Word], i: int, stop: int) -> Count | None:
    """«ما بين 70 و80», «من 70 إلى 80», «70-80», «سبعة أو ثمانية»."""
    start = i
    opened = False
    if tokens[i].text == "ما" and i + 1 < stop and tokens[i + 1].text == "بين":
        i += 2
        opened = True
    elif tokens[i].text in ("بين", "من"):
        opened = True
        i += 1
    if i >= stop:
        return None
    low = read_cardinal(tokens, i)
    if low is None or low.end >= stop:
        return None
    if tokens[start].text == "من" and (changed := _changed(tokens, start, low.end, stop)):
        return changed
    j = low.end
    word = tokens[j].text
    if (word in ("و", "الي") and opened) or word in ("-", "او", "الي"):
        j += 1
        high = read_cardinal(tokens, j) if j < stop else None
    elif opened and word.startswith("و"):
        high = read_cardinal(tokens, j)
    else:
        return None
    if high is not None and high.end < stop and tokens[high.end].text == _TIMES:
        most = low.value * high.value  # «ما بين ألف إلى 10 أضعاف»
        return Count(start, high.end + 1, low.value, (low.value + most) // 2, most, bare=True)
    moved = tokens[start].text == "من" and risen(tokens, start)
    fallen = high is not None and moved and tokens[j - 1].text == "الي"
    if high is None or high.end > stop or (high.value <= low.value and not fallen):
        return None
    least = low.value
    if high.value >= 1000 and least < 1000 and high.value // 1000 >= least:
        least *= 1000  # «بين 70 و80 ألف»: the scale belongs to both
    if moved:
        least = high.value  # «ارتفع عدد القتلى من 20 إلى 35»
    return _with_noun(tokens, start, high.end, stop, least, (least + high.value) // 2, high.value)


def _changed(tokens: Sequence[Word], start: int, i: int, stop: int) -> Count | None:
    """«خفضت الحصيلة من 121 قتيلاً إلى 100»: the second figure, of those whom the first counted."""
    noun = _noun(tokens, i, stop)
    if noun is None or not noun[1].kind or not risen(tokens, start):
        return None
    if noun[0] + 1 >= stop or tokens[noun[0]].text != "الي":
        return None
    now = read_cardinal(tokens, noun[0] + 1)
    if now is None or now.end > stop:
        return None
    value, again = now.value, _noun(tokens, now.end, stop)
    end = again[0] if again is not None else now.end
    return Count(start, end, value, value, value, kind=noun[1].kind, victims=noun[1].victims)


def _vague(tokens: Sequence[Word], i: int, stop: int) -> Count | None:
    match = lexicon().vague.at(tokens, i, ("", "و", "ب", "ل"))
    if match is None or match.end > stop:
        return None
    after = _after_number(tokens, match.end, stop)
    if after is None or of_units(tokens, match.end, stop):
        return None
    end, noun = after
    low = int(match.values[0])
    if i and tokens[i - 1].text in _MOST:
        return None  # «أكبر عدد من الضحايا» compares, it does not count
    if noun is None:
        # «عدد من» says nothing without its people; «العشرات» does.
        if low == 1 and end < stop and tokens[end].text in _BODIES:
            return Count(i, end + 1, low, None, None)  # «مقتل عدد من قوات الشرطة»
        named = tokens[i].text.startswith("وال")  # «نزوح 500 شخص شمالاً، والمئات جنوباً»
        return None if low == 1 else Count(i, match.end, low, None, None, bare=not named)
    return Count(i, end, low, None, None, kind=noun.kind, victims=noun.victims)


def _noun_alone(tokens: Sequence[Word], i: int, stop: int) -> Count | None:
    """«قتيلان», «طفلين وامرأة», «قتلى» and, for the caller to weigh, one unnumbered person."""
    if tokens[i].text in ("احد", "احدي") and i + 1 < stop:
        found = _noun(tokens, i + 1, stop)
        if found is None:
            return None
        return Count(i, found[0], 1, 1, 1, kind=found[1].kind, victims=found[1].victims, noun="sg")
    match = lexicon().nouns.at(tokens, i, ("", "و"))
    if match is None or match.end > stop:
        return None
    noun = match.values[0]
    end = match.end
    if noun.kind and noun.kind == next_kind(tokens, end, stop, ""):
        return None  # «معظم إصابات جرحى عدن»: of those who are told of elsewhere
    if noun.number == "sg" and tokens[i].text.lstrip("و") in _LAST and has_noun(tokens, end, stop):
        return None  # «تصفية آخر جيوب المتمردين»
    if noun.number == "du":
        while end < stop and tokens[end].text in _TWO:
            end += 1  # «طفلان اثنان», «شخصان آخران»
        return Count(i, end, 2, 2, 2, kind=noun.kind, victims=noun.victims, kin=noun.kin)
    if noun.number == "sg":
        if i and tokens[i - 1].text in _SOME:
            return None  # «إصابة عدد آخر»
        one = end < stop and tokens[end].text in _ONE
        if one and noun.kind:
            kind = "killed" if noun.kind == "casualties" else noun.kind  # «ضحية واحدة»
            return Count(i, end + 1, 1, 1, 1, kind=kind)  # «شهيد واحد»
        return Count(
            i, end + one, 1, 1, 1, kind=noun.kind, victims=noun.victims, noun="sg", kin=noun.kin
        )
    if noun.kin and (several := so_many(tokens, end, stop)) is not None:
        value, end = several
        return Count(i, end, value, value, value, victims=noun.victims, kin=True)
    if {noun.kind, next_kind(tokens, end, stop)} == {"killed", "wounded"}:
        if tokens[i].text.lstrip("و") in _TOLD_APART:
            return Count(i, end, 1, None, None, kind=noun.kind, noun="pl")  # «قتلى وجرحى»
    two = pair(tokens, i, end, stop)
    if two is not None:
        return Count(i, two, 2, 2, 2, kind=noun.kind, victims=noun.victims)
    after = _after_number(tokens, i, stop)
    kind = noun.kind
    if after is not None and after[1] is not None and after[1].kind:
        end, kind = after[0], after[1].kind
    return Count(i, end, 1, None, None, kind=kind, victims=noun.victims, noun="pl", kin=noun.kin)
