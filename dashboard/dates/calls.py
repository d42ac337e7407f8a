"""Which rules a word calls: by its role in the data, a figure by its digits and what follows."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Set
from functools import lru_cache

from dashboard.dates import english
from dashboard.dates.counted import counted, duration, looking_back
from dashboard.dates.days import deictic, part_of_day, weekday
from dashboard.dates.explicit import day_month, month_first, year_then_month
from dashboard.dates.feasts import feast, nth_feast_day
from dashboard.dates.lexicon import lexicon
from dashboard.dates.numeric import SEPARATORS, days_in_figures, led_numeric, numeric
from dashboard.dates.positions import edge, nth_day, nth_week, nth_weekday, tenth
from dashboard.dates.same import same
from dashboard.dates.scan import Match, Scan
from dashboard.dates.tense import load_tense
from dashboard.dates.tokens import splits
from dashboard.dates.told import same_day_of_year, same_of_year
from dashboard.dates.weekday_lists import listed_weekdays
from dashboard.dates.wide import (
    century,
    decade,
    fraction,
    nth_decade,
    part,
    season,
    unit_with_modifier,
)
from dashboard.dates.years import bare_year, named_year
from dashboard.numerals import cardinal_words

Rule = Callable[[Scan, int], Match | None]


def reference(scan: Scan, i: int) -> Match | None:
    """«الآن», «مؤخراً», «ذلك الحين»: a time without days."""
    found = scan.lexicon.references.match(scan.text, i)
    return None if found is None else Match(i, found[1], "reference", None, "reference")


_RULES: dict[str, tuple[Rule, ...]] = {
    "month": (month_first,),
    "month_word": (unit_with_modifier, same, same_of_year, month_first),
    "weekday": (weekday, nth_weekday),
    "day_word": (
        listed_weekdays,
        deictic,
        part_of_day,
        weekday,
        day_month,
        led_numeric,
        days_in_figures,
        feast,
    ),
    "deictic": (deictic, same, same_of_year, nth_day, day_month),
    "part_of_day": (part_of_day,),
    "part": (part,),
    "ordinal": (day_month,),
    "position": (nth_day, nth_week, nth_weekday, nth_feast_day, part),
    "feast": (feast,),
    "range": (day_month, days_in_figures),
    "counted": (counted,),
    "quantity": (duration,),
    "about": (duration,),
    "year_word": (named_year, unit_with_modifier, same, duration),
    "unit": (unit_with_modifier, same, nth_week, edge, looking_back, duration, nth_decade, century),
    "season": (season,),
    "decade": (decade,),
    "fraction": (fraction,),
    "same": (same, same_of_year),
    "modifier": (unit_with_modifier, same_day_of_year),
    "reference": (reference,),
}
_DIGIT_RULES: tuple[Rule, ...] = (
    numeric,
    days_in_figures,
    year_then_month,
    day_month,
    bare_year,
    duration,
    english.decade,
    english.year_of_event,
)
_FIGURES = 4  # digits of the longest number that a date begins with
_FIGURE_RULES: tuple[Rule, ...] = (numeric, days_in_figures, day_month, duration)
_NUMBER_RULES: tuple[Rule, ...] = (duration, looking_back, day_month, tenth)


def _rules_of(roles: Iterable[str], number: bool) -> tuple[Rule, ...]:
    if not roles:
        return _NUMBER_RULES if number else ()
    rules: list[Rule] = []
    for role in sorted(roles):
        rules.extend(rule for rule in _RULES.get(role, ()) if rule not in rules)
    if number:
        rules.extend(rule for rule in _NUMBER_RULES if rule not in rules)
    return tuple(rules)


@lru_cache(maxsize=1)
def rules_of_words() -> dict[str, tuple[Rule, ...]]:
    """The rules that the words of the data and figures of up to four digits call."""
    load_tense()
    roles, numbers = lexicon().roles, cardinal_words()
    numbers |= {f"ال{word}" for word in numbers if len(word) > 1} | {"ال"}
    numbers |= {f"و{word}" for word in numbers}
    words = {word: _rules_of(roles.get(word, ()), word in numbers) for word in {*roles, *numbers}}
    words = {word: rules for word, rules in words.items() if rules}
    words["ago"] = (english.ago,)
    words["day"] = (*words.get("day", ()), english.eve)
    for word in english.MOVES:
        words[word] = (*words.get(word, ()), english.moved_unit)
    for word in (*english.PARTS, *english.PARTS_OF):
        words[word] = (*words.get(word, ()), english.part)
    for word in english.BACK:
        words[word] = (*words.get(word, ()), english.looking_back)
    words[english.WEEKEND] = (english.weekend,)
    for word in lexicon().english["seasons"]:
        words[word] = (*words.get(word, ()), english.season)
    for word in lexicon().english["fractions"]:
        words[word] = (*words.get(word, ()), english.fraction)
    for size in range(1, _FIGURES + 1):
        words.update(dict.fromkeys((f"{n:0{size}d}" for n in range(10**size)), _DIGIT_RULES))
    return words


def longest_of(scan: Scan, i: int, rules: tuple[Rule, ...]) -> Match | None:
    """The longest match of the rules; of equal ones the first with days."""
    best: Match | None = None
    for rule in rules:
        match = rule(scan, i)
        if match is None:
            continue
        if (
            best is None
            or match.end > best.end
            or (match.end == best.end and best.interval is None and match.interval is not None)
        ):
            best = match
    return best


def _short_figure_rules(scan: Scan, following: str) -> tuple[Rule, ...]:
    """What a figure that is no year can be, by the word after it."""
    if following in SEPARATORS:
        return _FIGURE_RULES
    if following in scan.lexicon.units and following not in scan.lexicon.sets["period.month"]:
        return (duration,)
    if following == "و" or following in scan.lexicon.sets["joins.range"]:
        return (day_month, days_in_figures, duration)
    return (day_month, duration)


@lru_cache(maxsize=1)
def _gates() -> dict[str, frozenset[str] | None]:
    """For every word that calls a rule, the words one of which must follow, or ``None``.

    A preposition that only opens phrases («في», «من») calls no rule where the word after it
    cannot go on: these are most of the words that could call one.
    """
    known = lexicon()
    gates = dict.fromkeys(rules_of_words(), None) | dict(known.gates)
    gates |= dict.fromkeys(english.MOVES)
    for word, rules in rules_of_words().items():
        if rules is _NUMBER_RULES:
            gates[word] = known.after_numbers
        elif rules is _DIGIT_RULES and len(word) < _FIGURES:
            gates[word] = known.after_figures
    return gates


@lru_cache(maxsize=1)
def calling_words() -> Set[str]:
    """Every word at which a rule is called, and those that hold one after attached letters."""
    return _gates().keys() | splits().keys()


def calling(scan: Scan, first: int, last: int) -> list[tuple[int, tuple[Rule, ...]]]:
    """The tokens of a stretch that call a rule, with their rules."""
    text, rules_of, gates = scan.text, rules_of_words(), _gates()
    out = []
    at = scan.tokens.calling
    for i in at[bisect_left(at, first) : bisect_left(at, last)]:
        word, following = text[i], text[i + 1]
        if word not in gates:
            continue  # a letter that was attached
        gate = gates[word]
        if gate is None or following in gate:
            short = len(word) < _FIGURES and word.isdecimal()
            out.append((i, _short_figure_rules(scan, following) if short else rules_of[word]))
        elif following.isdecimal() and not word.isdecimal():
            out.append((i, rules_of[word]))
    return out
