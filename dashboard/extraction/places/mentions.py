"""Places in the text, from the gazetteer of ``data/places``; false friends need a cue word."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence

from dashboard.extraction.actors.capitals import HOSTED, THEN, arrived, hosts_itself
from dashboard.extraction.places.gazetteer import Gazetteer, gazetteer
from dashboard.extraction.places.hosts import LOCATIVE, VISIT, hosting, of_a_visit, visited
from dashboard.extraction.places.namesakes import by_its_city, fought_in, nearest, usual
from dashboard.extraction.places.told_near import (
    NOTHING,
    QUOTES,
    SIDES,
    around,
    elsewhere,
    grain_before,
    near,
    place_after,
    the_near,
    word_before,
)
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.phrases import Match
from dashboard.model import Place
from dashboard.text import Word, fold_word
from dashboard.values import dataclass

CLITICS = ("", "و", "ب", "وب", "ل", "ف", "ك", "فب", "ول")
_LETTERS = frozenset("وبلفك")  # written onto a word for a settlement
_COUNTRY = 6  # UCDP where_prec
_NAMED_SO = word_set("places", "named_so")  # «the Jabalia camp»
_AROUND = 600  # words in which what is named speaks for one of several places
_SUMMITS = word_set("places", "summits")
_IN = fold_word("في")
_OF = fold_word("من")
_QUARTER, _GEONAMES = fold_word("حي"), "geonames:"
_EACH = word_set("places", "each")
_CAPITAL = fold_word("العاصمة")
_BETWEEN = frozenset((",", "و", "-", "–", "/"))
_KINGDOM = frozenset((fold_word("المملكة"), fold_word("لمملكة")))
_PREPOSITIONS = word_set("places", "prepositions")
_BY = word_set("places", "by")
_BATTLES, _PEOPLE = word_set("places", "battles"), word_set("places", "people")
_OPENING = word_set("places", "opening")
_STRUCK, _STRUCK_REACH = word_set("places", "struck"), 9
_COMPELLING, _COMPELLED = fold_word("القاهرة"), word_set("shared", "compelled")


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place at tokens ``start``..``end``; ``located`` when «في», «إلى», «مدينة» … precede it."""

    start: int
    end: int
    clitic: int
    place: Place
    located: bool


def find_places(
    tokens: Sequence[Word], begins: Iterable[int], blocked: Collection[int],
    states: Sequence[tuple[int, str]],
) -> list[FoundPlace]:  # fmt: skip
    """The places named in the text, in order.

    ``begins`` are the tokens where one may begin, ``blocked`` those of dates and of other actors;
    ``states`` named as actors, with their tokens, tell which of several towns is meant.
    """
    gaz = gazetteer()
    found: list[FoundPlace | _Open] = []
    floor = 0
    for i in begins:
        if i < floor or i in blocked:
            continue
        name = gaz.names.at(tokens, i, CLITICS)
        if name is None:
            continue
        place = _at(gaz, tokens, i, name, found[-1] if found else None, blocked)
        if place is not None:
            found.append(place)
            floor = place.end
        elif all(place.precision == _COUNTRY for place in name.values):
            floor = name.end  # «ممثلاً عن سلطنة عمان»: no city of that name
    return _settled(gaz, found, states)


@dataclass(frozen=True, slots=True)
class _Open:
    """A name of several places, before it is known which."""

    start: int
    end: int
    clitic: int
    name: str
    places: tuple[Place, ...]
    located: bool
    grain: int


def _at(
    gaz: Gazetteer,
    tokens: Sequence[Word],
    i: int,
    match: Match[Place],
    last: FoundPlace | _Open | None,
    blocked: Collection[int],
) -> FoundPlace | _Open | None:
    before = word_before(tokens, i)
    if before in SIDES and tokens[match.start].text in SIDES:
        return None  # «شمال شرقي حلب»: not the east of the city
    prefix = tokens[i].text[: match.clitic]
    located = (
        "ب" in prefix or before in LOCATIVE or (before[:1] in "وف" and before[1:] in LOCATIVE)
        or before.lstrip("وفس") in HOSTED or arrived(before)
        or before.lstrip("وب").startswith(VISIT) or visited(tokens, i, prefix, blocked)
        or hosting(tokens, i) or _also_there(last, i, prefix, before == THEN)
        or (hosts_itself(tokens, match.end) and match.values[0].precision < _COUNTRY)
        or any(token.text in _NAMED_SO for token in tokens[match.end - 1 : match.end + 1])
    )  # fmt: skip
    if not located and prefix in ("", "ل") and tokens[i].text.removeprefix("ل") in _KINGDOM:
        located = of_a_visit(tokens, i)
    if before == _OF and i > 1 and tokens[i - 2].text.lstrip("و") in _EACH and "ب" not in prefix:
        located = False  # «كل من إيطاليا وألمانيا»
    places = match.values
    land = len(places) == 1 and places[0].precision == _COUNTRY  # lies by no other place
    if land and not located:
        if before.removeprefix("و") not in _SUMMITS and not before.startswith("ل" + VISIT):
            return None  # but «قمة سنغافورة», «يخطط لزيارة روسيا»
    surface = tokens[i].text[match.clitic :]
    if match.end > i + 1:
        surface = " ".join((surface, *(t.text for t in tokens[i + 1 : match.end])))
    if prefix.endswith("ل") and surface.startswith("ل"):
        surface = "ا" + surface  # «للزهراء»
    after = tokens[match.end].text if match.end < len(tokens) else ""
    if after in gaz.otherwise.get(surface, ()) or before in gaz.never_after.get(surface, ()):
        return None
    if surface == _COMPELLING and before.lstrip("ول") in _COMPELLED:
        return None  # «الظروف القاهرة»
    if (lands := gaz.districts.get(before.removeprefix("ب"))) is not None:
        places = tuple(p for p in places if p.country in lands or p.id not in gaz.small)
        if not places:
            return None  # «ناحية العوينات»: not the town in Libya
    quarter = before.removeprefix("ب") == _QUARTER
    if quarter:
        places = tuple(place for place in places if _may_be_quarter(gaz, place))
        if not places:
            return None  # «حي باب السلام»: not the crossing
    by = NOTHING if land else place_after(
        gaz.names, gaz.settlements, gaz.doubtful, tokens, match.end, CLITICS
    )  # fmt: skip
    others = by.places
    small = not land and all(place.id in gaz.small for place in places)
    located = located or (before in _BY and places[0].precision != _COUNTRY)
    joined = [] if land else _joined_to(last, i, prefix)
    beside = bool(located and others) and any(near(p, others, gaz.kinds) for p in places)
    beside = beside or (bool(joined) and any(near(p, joined, gaz.kinds, True) for p in places))
    if (
        surface in gaz.alone
        and not beside
        and ("ب" in prefix or before.removeprefix("و") in _PREPOSITIONS)
    ):
        ends = not after.isalpha() or after in gaz.alone[surface]
        told_of = tokens[max(0, i - _STRUCK_REACH) : i]
        told = any(token.text.removeprefix("ب") in _STRUCK for token in told_of)
        if not (ends and told and "ب" not in prefix):
            return None  # «ظهر في صور نشرها»
    if tokens[i].text in _PEOPLE or (surface in gaz.unattached and "ب" in prefix and not beside):
        return None  # «فاطمة» is not «فأطمة», «بحجة» not «بمدينة حجة»
    wanted = gaz.cues.get(surface)
    if wanted is not None and before not in wanted and before.removeprefix("و") not in wanted:
        if not (beside or (_IN in wanted and "ب" in prefix) or visited(tokens, i, prefix, blocked)):
            return None
    if small:
        listed = last is not None and _listed(gaz, tokens, last, i, prefix)
        kind = before[1:] if before[:1] in _LETTERS and before not in gaz.settlements else before
        opens = tokens[match.start].text[match.clitic :] if match.end - i > 1 else ""
        settled = kind in gaz.settlements or opens in _OPENING  # «قصفت مخيم الشاطئ»
        named = kind in gaz.settlements - gaz.weak  # not «محيط القصر الرئاسي»
        if surface in gaz.ordinary and not (named or listed or beside):
            return None
        if not (located or settled or listed or beside or before in _BATTLES):
            return None
        if all(elsewhere(place, others, by.inside, quarter) for place in places):
            return None  # «قرية الرشاد بالمقدادية»: a namesake that is not known
        located = True
    elif others and not by.inside and all(elsewhere(place, others) for place in places):
        return None  # «الرياض جنوب غرب كركوك»
    if len(places) > 1 and others:
        places = the_near(places, others, gaz.kinds)
    if match.clitic and not located:
        # «وقف», «لكم»: a letter read off needs a stem of its own and, for ل ك ف, a cue.
        stem = len(tokens[i].text) - match.clitic
        if stem < 4 and not _joined(gaz, tokens, i, prefix):
            return None
    grain = grain_before(tokens, i, gaz.settlements)
    if len(places) > 1:
        return _Open(i, match.end, match.clitic, surface, places, located, grain)
    return FoundPlace(i, match.end, match.clitic, around(places[0], grain, gaz.kinds), located)


def _may_be_quarter(gaz: Gazetteer, place: Place) -> bool:
    """Whether a place is none of those that no quarter is: a crossing, or a village far away."""
    kind = gaz.kinds[place.id]
    village = kind == "village" and place.id.startswith(_GEONAMES)
    return not village and kind not in ("crossing", "airport", "governorate")


def _listed(
    gaz: Gazetteer, tokens: Sequence[Word], last: FoundPlace | _Open, i: int, prefix: str
) -> bool:
    """«قريتي الطوب والبوليل», «بلدات حاس، كفرومة»: one more of a list of settlements."""
    if i - last.end > 2:
        return False
    between = [token.text for token in tokens[last.end : i]]
    if any(word not in _BETWEEN for word in between):
        return False
    if prefix != "و" and not between:
        return False
    k = last.start
    while k and (tokens[k - 1].text in _BETWEEN or tokens[k - 1].text in QUOTES):
        k -= 1
    opener = tokens[k - 1].text if k else ""
    if opener in gaz.several or opener[1:] in gaz.several:
        return True
    earlier = gaz.names.at(tokens, last.start, CLITICS)
    return earlier is not None and isinstance(last, FoundPlace) and last.place.id in gaz.small


def _settled(
    gaz: Gazetteer, found: Sequence[FoundPlace | _Open], states: Sequence[tuple[int, str]]
) -> list[FoundPlace]:
    """The places, each name of several resolved by what is named around it.

    A small place in a country that the text names nothing else of, while it names others, is a
    namesake that the gazetteer does not have.
    """
    sure = [item for item in found if isinstance(item, FoundPlace)]
    if len(sure) == len(found) and not any(item.place.id in gaz.small for item in sure):
        return sure
    lands = [(at, gaz.codes[name]) for at, name in states if name in gaz.codes]
    spoken = {item.place.country for item in sure if item.place.id not in gaz.small}
    spoken.update(*(fought_in(country) for _, country in lands))
    named = [(item.start, item.place) for item in sure]
    starts = [at for at, _ in named]
    out: list[FoundPlace] = []
    for item in found:
        if isinstance(item, FoundPlace):
            strange = spoken and item.place.country not in spoken
            lost = item.place.id in gaz.everywhere and not by_its_city(
                item.place, named, gaz.everywhere
            )
            if not ((strange or lost) and item.place.id in gaz.small):
                out.append(item)
            continue
        near = named[
            bisect_left(starts, item.start - _AROUND) : bisect_left(starts, item.start + _AROUND)
        ]
        mine = lands[
            bisect_left(lands, (item.start - _AROUND, "")) : bisect_left(
                lands, (item.start + _AROUND, "")
            )
        ]
        place = nearest(item.places, item.start, near, mine)
        if place is None and (default := gaz.shared.get(item.name)):
            around_it = {p.country for _, p in near} | {country for _, country in mine}
            place = usual(gaz.places[default], item.places, around_it)
        if place is None:
            continue
        if place.id in gaz.small and not item.located:
            continue
        if place.precision == _COUNTRY and not item.located:
            continue
        there = around(place, item.grain, gaz.kinds)
        out.append(FoundPlace(item.start, item.end, item.clitic, there, item.located))
    return out


def _also_there(last: FoundPlace | _Open | None, i: int, prefix: str, then: bool) -> bool:
    """«إلى الصين وإندونيسيا», «إلى مسقط ثم الدوحة»: after the preposition of the first."""
    if not isinstance(last, FoundPlace) or not last.located:
        return False
    joined = prefix == "و" and last.end == i and last.place.precision == _COUNTRY
    return joined or (then and last.end == i - 1)


def _joined_to(last: FoundPlace | _Open | None, i: int, prefix: str) -> list[Place]:
    """«سرمين وآفس»: the town right before «و», if any."""
    if prefix != "و" or not isinstance(last, FoundPlace) or last.end != i or not last.located:
        return []
    return [last.place] if last.place.precision < _COUNTRY else []


def _joined(gaz: Gazetteer, tokens: Sequence[Word], i: int, prefix: str) -> bool:
    """«حلب وحمص»: the word before is a place too."""
    return prefix == "و" and i > 0 and gaz.names.at(tokens, i - 1, CLITICS) is not None
