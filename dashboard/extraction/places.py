"""Places in the text, from the gazetteer of ``data/places``; false friends need a cue word."""

from __future__ import annotations

import csv
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import compress

from dashboard.extraction.capitals import HOSTED, VISITED, arrived
from dashboard.extraction.function_words import word_set
from dashboard.extraction.namesakes import nearest
from dashboard.extraction.phrases import DATA, PhraseTable, key, load
from dashboard.model import Place
from dashboard.text import Word, fold_word, word_text

CLITICS = ("", "و", "ب", "وب", "ل", "ف", "ك", "فب", "ول")
_LOCATIVE = word_set("places", "locative") | word_set("places", "locative_english")
_COUNTRY = 6  # UCDP where_prec
_SHORT = 4  # letters of a verb of hosting, at the least
_SMALL = (
    "geonames",
    "villages",
    "villages_syria",
    "villages_region",
)  # known only where the text says they are places
_AROUND = 600  # words in which what is named speaks for one of several places
_SUMMITS = word_set("places", "summits")
_VISIT = "زيار"
_TITLES = 30  # words of a visitor with all his titles
_TOUR, _TAKES_IN = "جول", frozenset(fold_word(w) for w in ("تشمل", "ستشمل", "شملت"))
_IN = fold_word("في")
_OF = fold_word("من")
_EACH = word_set("places", "each")
_VISITOR, _SHORT_TITLE = 16, 8  # words between «زار» and the place, and without a second look
_NOT_JOINED = tuple(fold_word(w) for w in ("وزير", "وزراء", "ولي", "وكيل", "وفد", "والي"))
_CAPITAL = fold_word("العاصمة")
_THE = "the"  # «in the United States»
_QUOTES = frozenset("«»“”\"'()[]")
_BETWEEN = frozenset((",", "و", "-", "–", "/"))
_KINGDOM = frozenset((fold_word("المملكة"), fold_word("لمملكة")))
_WHO_VISITS = 9  # words from a visit to the land, with who visits between
_RURAL = word_set("places", "rural")


_COMPELLING, _COMPELLED = fold_word("القاهرة"), word_set("shared", "compelled")


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place at tokens ``start``..``end``; ``located`` when «في», «إلى», «مدينة» … precede it."""

    start: int
    end: int
    clitic: int
    place: Place
    located: bool


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The places by id, their names, and what the names of some of them need."""

    places: dict[str, Place]
    kinds: dict[str, str]
    names: PhraseTable[str]
    cues: dict[str, frozenset[str]]  # ordinary words, and what must stand before them
    closing: dict[str, frozenset[str]]  # names that end a clause, or stand before these words
    otherwise: dict[str, frozenset[str]]  # names that are something else before these words
    small: frozenset[str]  # ids of places known only where the text says they are places
    ordinary: frozenset[str]  # names of these that need a word for a settlement
    settlements: frozenset[str]
    several: frozenset[str]  # «قريتي», «بلدات»: what follows are names
    shared: dict[str, str]  # name to the place meant where nothing decides, or ""
    codes: dict[str, str]  # English name of a state to its country code


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The gazetteer of ``data/places``; a bad row is an error that names file and line."""
    places: dict[str, Place] = {}
    kinds: dict[str, str] = {}
    names: PhraseTable[str] = PhraseTable()
    small: set[str] = set()
    for path in sorted((DATA / "places").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for number, row in enumerate(csv.DictReader(file), start=2):
                try:
                    place = Place(
                        row["id"], row["name"], row["name_ar"], row["country"], row["admin1"],
                        float(row["lat"]), float(row["lon"]), int(row["precision"]),
                    )  # fmt: skip
                except (KeyError, TypeError, ValueError) as error:
                    raise ValueError(f"{path}:{number}: {error}; correct the row") from error
                places[place.id] = place
                kinds[place.id] = row["kind"]
                if path.stem in _SMALL:
                    small.add(place.id)
                for alias in (row["name_ar"], row["name"], *row["aliases"].split("|")):
                    if alias.strip():
                        names.add(alias, place.id)
    settlements = load("places/settlements.toml")
    return Gazetteer(
        places,
        kinds,
        names,
        {
            _folded(entry["alias"]): frozenset(map(fold_word, entry["cues"]))
            for entry in load("places/ambiguous.toml")["ambiguous"]
        },
        _before_words("closing"),
        _before_words("otherwise"),
        frozenset(small),
        frozenset(map(_folded, settlements["ordinary"])),
        frozenset(map(fold_word, settlements["cues"])),
        frozenset(map(fold_word, settlements["several"])),
        {
            _folded(entry["name"]): entry["default"]
            for entry in load("places/shared_names.toml")["shared"]
        },
        {place.name: place.country for place in places.values() if place.precision == _COUNTRY},
    )


def _before_words(table: str) -> dict[str, frozenset[str]]:
    """The names of a table of ``ambiguous.toml``, each with the words that may follow it."""
    rows = load("places/ambiguous.toml")[table].items()
    return {_folded(name): frozenset(map(fold_word, after)) for name, after in rows}


def _folded(name: str) -> str:
    return " ".join(key(name))


def find_places(
    tokens: Sequence[Word], blocked: Collection[int], states: Sequence[tuple[int, str]] = ()
) -> list[FoundPlace]:
    """The places named in the text, in order.

    ``blocked`` are tokens of dates and of actors that are no places. ``states`` are the states
    named as actors, with their tokens: they tell which of several towns of one name is meant.
    """
    gaz = gazetteer()
    named = gaz.names.starting(CLITICS)
    found: list[FoundPlace | _Open] = []
    floor = 0
    begins = map(named.__getitem__, map(word_text, tokens))
    for i in compress(range(len(tokens)), begins):
        if i < floor or i in blocked:
            continue
        place = _at(gaz, tokens, i, found[-1] if found else None, blocked)
        if place is not None:
            found.append(place)
            floor = place.end
        elif (name := gaz.names.at(tokens, i, CLITICS)) is not None and all(
            gaz.places[id_].precision == _COUNTRY for id_ in name.values
        ):
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
    rural: int


def _of_a_visit(tokens: Sequence[Word], i: int) -> bool:
    """«زيارة خالد مشعل للمملكة»: the land right after who visits it."""
    for k in range(i - 1, max(-1, i - _WHO_VISITS), -1):
        if tokens[k].text.lstrip("وبل").startswith(_VISIT):
            return True
        if not tokens[k].text.isalpha():
            break
    return False


def _at(
    gaz: Gazetteer,
    tokens: Sequence[Word],
    i: int,
    last: FoundPlace | _Open | None,
    blocked: Collection[int],
) -> FoundPlace | _Open | None:
    match = gaz.names.at(tokens, i, CLITICS)
    if match is None:
        return None
    before = _word_before(tokens, i)
    prefix = tokens[i].text[: match.clitic]
    located = (
        "ب" in prefix or before in _LOCATIVE or before.removeprefix("و") in _LOCATIVE
        or before.lstrip("وفس") in HOSTED or arrived(before)
        or before.lstrip("وب").startswith(_VISIT) or _visited(tokens, i, prefix, blocked)
        or _hosting(tokens, i) or _also_there(last, i, prefix)
    )  # fmt: skip
    if not located and prefix in ("", "ل") and tokens[i].text.removeprefix("ل") in _KINGDOM:
        located = _of_a_visit(tokens, i)
    if before == _OF and i > 1 and tokens[i - 2].text.lstrip("و") in _EACH and "ب" not in prefix:
        located = False  # «كل من إيطاليا وألمانيا»
    surface = " ".join(t.text for t in tokens[i : match.end])[match.clitic :]
    if prefix.endswith("ل") and surface.startswith("ل"):
        surface = "ا" + surface  # «للزهراء»
    after = tokens[match.end].text if match.end < len(tokens) else ""
    if after in gaz.otherwise.get(surface, ()):
        return None
    if before == _IN and after.isalpha() and after not in gaz.closing.get(surface, {after}):
        return None  # «في صور نشرها»: pictures, not the town
    if surface == _COMPELLING and before.lstrip("ول") in _COMPELLED:
        return None  # «الظروف القاهرة»
    wanted = gaz.cues.get(surface)
    if wanted is not None and before not in wanted and before.removeprefix("و") not in wanted:
        if not (_IN in wanted and "ب" in prefix):
            return None
    places = tuple(gaz.places[id_] for id_ in match.values)
    if all(place.id in gaz.small for place in places):
        listed = last is not None and _listed(gaz, tokens, last, i, prefix)
        settled = before in gaz.settlements or before[1:] in gaz.settlements
        if surface in gaz.ordinary and not (settled or listed):
            return None
        if not (located or settled or listed):
            return None
        located = True
    if match.clitic and not located:
        # «وقف», «لكم»: a letter read off needs a stem of its own and, for ل ك ف, a cue.
        stem = len(tokens[i].text) - match.clitic
        if stem < 4 and not _joined(gaz, tokens, i, prefix):
            return None
    if len(places) == 1 and places[0].precision == _COUNTRY and not located:
        if before.removeprefix("و") not in _SUMMITS and not before.startswith("ل" + _VISIT):
            return None  # but «قمة سنغافورة», «يخطط لزيارة روسيا»
    rural = (3 if "ريف" in before else 2) if before in _RURAL else 0
    if len(places) > 1:
        return _Open(i, match.end, match.clitic, surface, places, located, rural)
    return FoundPlace(i, match.end, match.clitic, _around(places[0], rural), located)


def _around(place: Place, rural: int) -> Place:
    """«شمال حلب», «ريف حلب»: near the place, not at it."""
    return replace(place, precision=rural) if rural and place.precision < 2 else place


def _word_before(tokens: Sequence[Word], i: int) -> str:
    """The word before, quotation marks, brackets and «the» apart: «بلدة "مرعيان"»."""
    while i and (tokens[i - 1].text in _QUOTES or tokens[i - 1].text == _THE):
        i -= 1
    return tokens[i - 1].text if i else ""


def _listed(
    gaz: Gazetteer, tokens: Sequence[Word], last: FoundPlace | _Open, i: int, prefix: str
) -> bool:
    """«قريتي الطوب والبوليل», «بلدات حاس، كفرومة»: one more of a list of settlements."""
    between = [token.text for token in tokens[last.end : i]]
    if len(between) > 2 or any(word not in _BETWEEN for word in between):
        return False
    if prefix != "و" and not between:
        return False
    k = last.start
    while k and (tokens[k - 1].text in _BETWEEN or tokens[k - 1].text in _QUOTES):
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
    spoken.update(country for _, country in lands)
    named = [(item.start, item.place) for item in sure]
    starts = [at for at, _ in named]
    out: list[FoundPlace] = []
    for item in found:
        if isinstance(item, FoundPlace):
            strange = spoken and item.place.country not in spoken
            if not (strange and item.place.id in gaz.small):
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
            place = gaz.places[default]
        if place is None:
            continue
        if place.id in gaz.small and not item.located:
            continue
        if place.precision == _COUNTRY and not item.located:
            continue
        out.append(
            FoundPlace(item.start, item.end, item.clitic, _around(place, item.rural), item.located)
        )
    return out


def _visited(tokens: Sequence[Word], i: int, prefix: str, blocked: Collection[int]) -> bool:
    """«زار المبعوث الدولي دي ميستورا دمشق»: no preposition stands before what is visited.

    «زيارة الأمير محمد بن سلمان للأردن»: it stands for «إلى».
    """
    if "ل" in prefix:  # «لدمشق», not «لبنان»
        for k in range(i - 1, max(-1, i - 1 - _TITLES), -1):
            if not tokens[k].text.isalpha():
                return False
            if _VISIT in tokens[k].text:
                return True
        return False
    if i > 1 and tokens[i - 1].text in _TAKES_IN and _TOUR in tokens[i - 2].text:
        return True  # «جولة تشمل السعودية والأردن»
    for k in range(i - 1, max(-1, i - 1 - _VISITOR), -1):
        if k in blocked or (k + 1 in blocked and tokens[k].text == _IN):
            continue  # «زار بوتين أمس باريس»
        if not tokens[k].text.isalpha():
            return False
        if tokens[k].text.lstrip("وف") in VISITED or tokens[k].text.lstrip("وفس") in VISITED:
            return True
        if k < i - _SHORT_TITLE and _joins(tokens[k].text):
            return False
    return False


def _joins(word: str) -> bool:
    """Whether a word begins with «و» that joins, as far as a title before a name tells."""
    return word.startswith("و") and not word.startswith(_NOT_JOINED)


def _hosting(tokens: Sequence[Word], i: int) -> bool:
    """«تستضيف العاصمة الكازاخية أستانا», «تركيا استضافت القمة»: the host of something."""
    after = tokens[i + 1].text if i + 1 < len(tokens) else ""
    if after.lstrip("س") in HOSTED and len(after) > _SHORT:
        return True
    words = [token.text for token in tokens[max(0, i - 4) : i] if token.text != ","][-3:]
    if len(words) < 3 or not words[1].endswith(_CAPITAL):
        return False
    verb, before = words[0].lstrip("وفس"), words[0].removeprefix("و")
    return words[1] != _CAPITAL or verb in HOSTED or before in _LOCATIVE


def _also_there(last: FoundPlace | _Open | None, i: int, prefix: str) -> bool:
    """«إلى الصين وإندونيسيا»: a second country after the preposition of the first."""
    return (
        prefix == "و" and isinstance(last, FoundPlace) and last.end == i
        and last.located and last.place.precision == _COUNTRY
    )  # fmt: skip


def _joined(gaz: Gazetteer, tokens: Sequence[Word], i: int, prefix: str) -> bool:
    """«حلب وحمص»: the word before is a place too."""
    return prefix == "و" and i > 0 and gaz.names.at(tokens, i - 1, CLITICS) is not None
