"""Whether a place is where somebody goes: «إلى مدينة جنيف», «لدولة الكويت», «زيارته حلب»."""

from __future__ import annotations

from dashboard.extraction.places.mentions import FoundPlace
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.registry import registry

_CALLED = word_set("visitors", "called")
_ADVERBS = word_set("visitors", "adverbs")
_AIRPORT = 7  # words from «مطار» with its name to «في»


def names_it(word: str) -> bool:
    """Words before a place that say what it is and of which land: «العاصمة السورية»."""
    return word in _CALLED or (word.startswith("ال") and bool(registry().adjective(word)))


def towards(reading: Reading, place: FoundPlace, first: int) -> bool:
    """Whether «إلى» leads to a place, what it is called between: «إلى العاصمة القطرية الدوحة»."""
    k = place.start - 1
    while k > first and names_it(reading.words[k]):
        k -= 1
    return k >= 0 and reading.words[k] == "الي"


def toward(reading: Reading, hit: Hit, place: FoundPlace) -> bool:
    k = place.start - 1
    while k >= hit.end and reading.words[k] in _ADVERBS:
        k -= 1  # «يزور لاحقاً القاهرة»
        if k < hit.end:
            return True
    while k > hit.end and names_it(reading.words[k]):
        k -= 1  # «إلى مدينة جنيف», «لدولة الكويت», «إلى العاصمة الإثيوبية أديس أبابا»
    before = reading.words[k]
    prefix = reading.words[place.start][: place.clitic]
    return (
        before == "الي" or "ل" in prefix or before.startswith(("لدول", "للعاصم", "لمدين"))
        or before == "العاصمه" or place.start == hit.end
        or (k == hit.end and names_it(before))  # «زيارته مدينة حلب»
        or (before == "في" and _to_its_airport(reading, hit, k))
    )  # fmt: skip


def _to_its_airport(reading: Reading, hit: Hit, k: int) -> bool:
    """«وصل إلى مطار الملك عبد العزيز في مدينة جدة»: the town of the airport one comes to."""
    near = range(max(hit.end + 1, k - _AIRPORT), k)
    return any(reading.words[j] == "مطار" and reading.words[j - 1] == "الي" for j in near)
