"""What stands around the name of a place: how near is meant, and by what it lies.

«محيط مدينة الباب» is near the town, «محافظة البصرة» more than the city. The place named right
after («بيتا جنوب نابلس») tells whether an ordinary word is a place («في الزاوية غرب طرابلس»),
which of several of one name is meant («صيدا شرق درعا»), and that the one known is another («قرية
الرشاد بالمقدادية», when the only one known is far from there).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from dashboard.extraction.places.namesakes import kilometres
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.phrases import PhraseTable, load
from dashboard.model import Place
from dashboard.text import Word, fold_word

SIDES = word_set("places", "sides")  # «شمال», «غربي», «قرب»
_IN, _AT = fold_word("في"), "ب"
_STEPS = 4  # words from the name to the next: «شمال شرق مدينة …»
_COUNTRY, _GOVERNORATE = 6, 4  # UCDP where_prec
_NEAR, _NEAR_CITY = 80, 150  # km from a town, and from a city that names its governorate too
_SAME = 10  # km between two entries of one place
_NEAR_JOINED = 60  # km between two towns that «و» joins
_FAR_OFF, _FAR, _FAR_DISTRICT, _QUARTER = (
    450,
    250,
    90,
    40,
)  # km at which two names cannot belong together
_WIDE = frozenset(("city", "region"))
_DIVIDED = frozenset(("city", "town", "village"))  # seats of a governorate or district
_RURAL, _CAPITAL = word_set("places", "rural"), fold_word("العاصمة")
_ROUND, _COUNTRYSIDE = 2, 3  # UCDP where_prec
QUOTES, _THE = frozenset("«»“”\"'()[]"), "the"  # «in the United States»


def word_before(tokens: Sequence[Word], i: int) -> str:
    """The word before, quotation marks, brackets and «the» apart: «بلدة "مرعيان"»."""
    while i and (tokens[i - 1].text in QUOTES or tokens[i - 1].text == _THE):
        i -= 1
    return tokens[i - 1].text if i else ""


@lru_cache(maxsize=1)
def _grains() -> dict[str, int]:
    """The divisions that are named for their seat, and how precise their names are."""
    grains = load("places/settlements.toml")["grains"].items()
    return {prefix + fold_word(word): grain for word, grain in grains for prefix in ("", "ب", "و")}


def grain_before(tokens: Sequence[Word], i: int, kinds: Collection[str]) -> int:
    """How precise the words before a name leave it, 0 where they say that it is the place itself.

    ``kinds`` are the words for settlements: «محيط مدينة الباب».
    """
    before = word_before(tokens, i)
    if before not in _RURAL and (before in kinds or before == _CAPITAL):
        outer = word_before(tokens, i - 1)
        before = outer if outer in _RURAL else before
    if before in _RURAL:
        return _COUNTRYSIDE if "ريف" in before else _ROUND
    return _grains().get(before, 0)


def around(place: Place, grain: int, kinds: Mapping[str, str]) -> Place:
    """«شمال حلب», «محافظة حلب»: near the place or more than it, not at it."""
    if place.precision >= grain or place.precision > 1:
        return place
    if grain > _ROUND and kinds[place.id] not in _DIVIDED:
        return place  # «ناحية مخيم …»
    return replace(place, precision=grain)


class After(NamedTuple):
    """The place named right after another, or those of that name, and whether it is in it."""

    places: tuple[Place, ...]
    inside: bool


NOTHING = After((), False)


def place_after(
    names: PhraseTable[Place],
    kinds: Collection[str],
    doubtful: Collection[str],
    tokens: Sequence[Word],
    end: int,
    clitics: tuple[str, ...],
) -> After:
    """The place that a name ending at token ``end`` is said to be by, or in.

    ``kinds`` are the words for settlements: «بريف», «مدينة»; ``doubtful`` the names that are
    ordinary words too: «شرق البلاد».
    """
    opened = inside = False
    for k in range(end, min(end + _STEPS, len(tokens))):
        word = tokens[k].text
        match = names.at(tokens, k, clitics) if opened or word in SIDES or word[:1] == _AT else None
        if match is not None:
            held = word[: match.clitic] == _AT
            if opened or held or match.end > k + 1:  # «كبكابية شمال دارفور»: a state of that name
                single = match.end == k + 1 and word[match.clitic :] in doubtful
                return NOTHING if single else After(match.values, inside or held)
        attached = word[:1] == _AT and word[1:] in kinds
        if not (word in SIDES or word in kinds or attached or (word == _IN and k == end)):
            return NOTHING
        opened = True
        inside = inside or attached or word == _IN
    return NOTHING


def near(
    place: Place, others: Sequence[Place], kinds: Mapping[str, str], joined: bool = False
) -> bool:
    """Whether a place lies by one of those that are named right after it.

    ``joined``: it is named right after them, with «و».
    """
    for other in others:
        if other.precision == _COUNTRY:
            if other.country == place.country:
                return True
            continue
        reach = _NEAR_CITY if kinds[other.id] in _WIDE else _NEAR
        if other.precision == _GOVERNORATE:
            reach = _FAR
        if joined:
            reach = _NEAR_JOINED
        if kilometres(place, other) <= reach:
            return True
    return False


def elsewhere(
    place: Place, others: Sequence[Place], inside: bool = False, quarter: bool = False
) -> bool:
    """Whether a place is too far from all those that are named right after it.

    ``inside``: it is said to be in them; ``quarter``: it is said to be one of the town.
    """
    return bool(others) and all(_apart(place, other, inside, quarter) for other in others)


def _apart(place: Place, other: Place, inside: bool, quarter: bool) -> bool:
    if other.precision == _COUNTRY:
        return inside and other.country != place.country
    far = kilometres(place, other)
    if quarter and other.precision == 1 and far > _QUARTER:
        return True
    if not inside:
        return far > (_FAR_OFF if other.country == place.country else _FAR)
    if far > _FAR:
        return True
    other_district = bool(place.admin1 and other.admin1) and place.admin1 != other.admin1
    return other_district and far > _FAR_DISTRICT


def the_near(
    places: Sequence[Place], others: Sequence[Place], kinds: Mapping[str, str]
) -> tuple[Place, ...]:
    """Those of several places of one name that lie by what is named after them.

    Where one is much nearer than the others, that one; where none is near, all of them.
    """
    by = tuple(place for place in places if near(place, others, kinds))
    fine = [other for other in others if other.precision < _COUNTRY]
    if len(by) > 1 and fine:
        far = sorted((min(kilometres(p, other) for other in fine), p.id, p) for p in by)
        if 2 * far[0][0] + 10 < far[1][0] or kilometres(far[0][2], far[-1][2]) < _SAME:
            return (far[0][2],)  # much the nearest, or all of them one place
    return by or tuple(places)
