"""Forms that numbers and nouns take in counts: decimals, ages, one more, pairs, «الأربعة»."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.extraction.vocabulary.claim_words import lexicon as claim_words
from dashboard.extraction.vocabulary.count_words import Noun, lexicon
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.numerals import read_cardinal
from dashboard.text import Word

_ONE_OR_TWO = word_set("count_forms", "one_or_two")
_TWO = word_set("counts", "two")
_HAPPENED = word_set("count_forms", "happened")
_WITH_WOUNDS = word_set("count_forms", "with_wounds")


def of_a_decimal(tokens: Sequence[Word], i: int, end: int) -> bool:
    """«2.8 طفلاً»: half of a number that counts nobody."""
    before = i > 1 and tokens[i - 1].text == "." and tokens[i - 2].text.isdecimal()
    after = end + 1 < len(tokens) and tokens[end].text == "." and tokens[end + 1].text.isdecimal()
    return (before and tokens[i - 2].end + 1 == tokens[i].start) or (
        after and tokens[end].start == tokens[end - 1].end
        and tokens[end + 1].start == tokens[end].end
    )  # fmt: skip


def of_two_ages(tokens: Sequence[Word], i: int, stop: int) -> bool:
    """«طفلان (9 و12 سنة)»: the unit stands after the second number."""
    if i >= stop or tokens[i].text not in ("و", "او", "-"):
        return False
    other = read_cardinal(tokens, i + 1) if i + 1 < stop else None
    return other is not None and other.end < stop and tokens[other.end].text in lexicon().units


def odd_one(tokens: Sequence[Word], i: int, stop: int) -> tuple[int, int, Noun] | None:
    """«312 ألفاً وشخص واحد», «مئة وقتيلان»: the last one or two of a round number, as a noun."""
    match = lexicon().nouns.at(tokens, i, ("و",)) if i < stop else None
    if match is None or not match.clitic or match.end > stop:
        return None
    noun = match.values[0]
    if noun.number not in ("sg", "du"):
        return None
    end = match.end
    if end < stop and tokens[end].text in _ONE_OR_TWO:
        end += 1
    elif noun.number == "sg":
        return None  # «مئة شخص وطفل»: one more of another kind
    return (2 if noun.number == "du" else 1), end, noun


def pair(tokens: Sequence[Word], i: int, end: int, stop: int) -> int | None:
    """«عسكريين [تركيين] اثنين»: two of them, spelt as the plural is."""
    if not tokens[i].text.endswith("ين"):
        return None
    if end < stop and tokens[end].text.endswith("ين") and tokens[end].text not in _TWO:
        end += 1
    return end + 1 if end < stop and tokens[end].text in ("اثنين", "اثنان") else None


def happened(tokens: Sequence[Word], i: int) -> bool:
    """«سقط قتلى», «وقعت إصابات»: whether the word before says that there were some."""
    before = tokens[i - 1].text if i else ""
    return before in _HAPPENED or before[1:] in _HAPPENED


def of_a_body(tokens: Sequence[Word], end: int) -> bool:
    """«97 من الطواقم الطبية»: a number of people, though no noun of theirs is beside it."""
    after = [token.text for token in tokens[end : end + 2]]
    return after[:1] == ["من"] and after[-1] in claim_words().of_whom


def with_wounds(tokens: Sequence[Word], end: int) -> bool:
    """«39 قتيلاً و20 بجروح»: a number whose people came off with wounds."""
    return end < len(tokens) and tokens[end].text in _WITH_WOUNDS


def has_noun(tokens: Sequence[Word], i: int, stop: int) -> bool:
    """Whether a noun follows «آخر», the last of them, and no word of how one more fell."""
    if i >= stop or not tokens[i].text.isalpha():
        return False
    word = tokens[i].text
    return word not in lexicon().after_one and word[:1] not in ("ب", "و", "ف", "ل")


def next_kind(tokens: Sequence[Word], i: int, stop: int, joined: str = "و") -> str:
    match = lexicon().nouns.at(tokens, i, (joined,)) if i < stop else None
    if match is None or match.clitic != len(joined) or match.values[0].number in ("sg", "du"):
        return ""  # «22 جريحاً وقتيلين»: each with a number of its own
    return match.values[0].kind


def so_many(tokens: Sequence[Word], i: int, stop: int) -> tuple[int, int] | None:
    """«[أولادهما] الأربعة»: the number after its noun, with the article."""
    if i >= stop or not tokens[i].text.startswith("ال"):
        return None
    reading = read_cardinal(tokens, i)
    return (reading.value, reading.end) if reading is not None and reading.end <= stop else None
