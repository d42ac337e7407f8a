"""Where a deed was: the place nearest its words, not whence it came or where it was spoken of."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dashboard.extraction.actors.given import given_names
from dashboard.extraction.circumstances.whereabouts import word_before
from dashboard.extraction.deeds.borrowed import opening_clause
from dashboard.extraction.deeds.dates import context_words
from dashboard.extraction.places.gazetteer import gazetteer, own_precision
from dashboard.extraction.places.mentions import FoundPlace
from dashboard.extraction.places.told_near import SIDES, elsewhere
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.lexicon import VIOLENT, lexicon
from dashboard.extraction.vocabulary.registry import registry
from dashboard.model import Place
from dashboard.text import fold_word

_DEED_REACH, _FAR = 22, 60  # words
_COUNTRY, _GOVERNORATE = 8, 3  # in words
_COUNTED = 4  # words from «بعد ساعات من» to the encounter
_COUNTRY_PRECISION, _GOVERNORATE_PRECISION = 6, 4  # UCDP where_prec
_THAT = word_set("whereabouts", "that")
_PEOPLE_OF = word_set("whereabouts", "people_of")
_CAME = word_set("whereabouts", "came")
_FROM, _IN = fold_word("من"), fold_word("في")
_TO, _BROUGHT = fold_word("إلى"), word_set("deed_places", "brought")
_DIRECTION = word_set("deed_places", "direction")
_BESIDE = 3  # words from «إسعافه» to the place
_HOSPITALS, _WARD = word_set("deed_places", "hospitals"), 11  # words from «نقل» to the town
_ARRIVED = word_set("deed_places", "arrived")
_ACCORDING = ["according", "to"]
_FELL_AS, _FELL, _NAMED = word_set("deed_places", "fell"), 9, 4  # words before «من»
_CAME_REACH = 5  # words
_POSTS = word_set("whereabouts", "posts")
_IN_ANSWER = word_set("deed_places", "in_answer")
_RIGHT_AFTER = 8  # words of an attack before its place
_LIES = frozenset("(") | SIDES | word_set("places", "by") | word_set("places", "prepositions")
_LIES_WHERE, _THE_TOWN = word_set("deed_places", "lies_where"), word_set("deed_places", "the_town")
_LYING = 7  # words from «الواقعة» to the place
_GONE_BACK = word_set("deed_places", "gone_back")
_OBJECT, _STRUCK = 5, word_set("deed_parties", "targets")  # words from the state to «للمفاعل»
_LIES |= word_set("deed_places", "and_around")
_OFFICES, _OFFICE = word_set("deed_places", "offices"), 10  # words that it is farther
_CLAUSE = 4  # words that a place of the clause before is farther
_BACKED, _LED = word_set("deed_places", "backed"), word_set("deed_places", "led")
_UNITS = context_words("long_after") | word_set("deed_places", "hours")
_OF_IT = 3  # words from «الهجوم» to «في مدينة حلب»
_PROTESTS, _PROTESTED = word_set("deed_places", "protests"), 5  # words from «نددوا» to the attack
_JOINED = 2  # words of a place before «وإيران»
_BY_IT = 4  # words between a place and what it lies by


def far_place(reading: Reading, hit: Hit, sentence: tuple[int, int]) -> Place | None:
    """The only town of a sentence, however far from what is told."""
    towns: set[str] = set()
    last: FoundPlace | None = None
    for found in reading.places_in(*sentence):
        if found.located and found.place.precision < _COUNTRY_PRECISION:
            if last is None or not of_the_last(reading, last, found):
                towns.add(found.place.id)  # «في مدينة الصنمين شمالي درعا»: one town
        last = found
    return deed_place(reading, hit, sentence, _FAR) if len(towns) == 1 else None


def deed_place(
    reading: Reading, hit: Hit, sentence: tuple[int, int], reach: int = _DEED_REACH
) -> Place | None:
    """The place nearest a trigger in its sentence; finer places and those after it first."""
    best: tuple[int, FoundPlace] | None = None
    of_talks = of_an_encounter(reading, hit, sentence[1])
    opening = 0 if hit.trigger.type in VIOLENT else opening_clause(reading, hit)
    places = reading.places_in(*sentence)
    last: FoundPlace | None = None
    for number, found in enumerate(places):
        if last is not None and _lies_by_the_last(reading, hit, last, found):
            last = found
            continue  # «في بلدة النيرب شرق إدلب اندلعت اشتباكات»
        last = None
        if found.start < opening:
            continue  # «بعدما قصفت روسيا حلب، دعت فرنسا إلى هدنة»
        if _of_the_speaker(reading, found, hit):
            last = found  # «قال المسؤول في سبها جنوب طرابلس إن القصف …»
            continue
        if _origin(reading, found) or _of_a_backer(reading, found):
            continue
        if found.end <= hit.start and protested(reading, hit):
            continue  # «تظاهروا في بروكسل للتنديد بالغارات»
        if found.start >= hit.end and _since_the(reading, hit, found):
            continue
        if hit.trigger.type in VIOLENT and _ward(reading, found):
            continue
        if found.start in of_talks or _whence(reading, found) or _names_talks(reading, found):
            continue  # «جاء القصف بعد ساعات من لقاء كيري ولافروف في جنيف»
        if _what_lies_by_it(reading, found):
            continue
        if found.start >= hit.end and _of_another_deed(reading, hit, found.start):
            continue
        if hit.trigger.type not in VIOLENT and _government(reading, found):
            continue
        if _who_does_it(reading, hit, found, places):
            continue
        last = found
        if found.start >= hit.end:
            distance = found.start - hit.end
        else:
            distance = hit.start - _end_of(reading, places, number) + 3
            distance += _CLAUSE * _of_the_clause_before(reading, hit)
        distance += _COUNTRY * (found.place.precision == _COUNTRY_PRECISION)
        distance += _GOVERNORATE * (own_precision(found.place) == _GOVERNORATE_PRECISION)
        distance += 3 * (not found.located) + _OFFICE * _of_an_office(reading, found)
        if distance <= reach and (best is None or distance < best[0]):
            best = (distance, found)
    if best is None or (hit.trigger.type in VIOLENT and _brought_to(reading, best[1])):
        return None
    return best[1].place


def _who_does_it(
    reading: Reading, hit: Hit, found: FoundPlace, places: Sequence[FoundPlace]
) -> bool:
    """«استهدفت إسرائيل مواقع في سوريا»: the state right after the verb strikes another place."""
    if found.start != hit.end or reading.english:
        return False
    if found.place.precision != _COUNTRY_PRECISION:
        return False
    if hit.trigger.form != "verb":
        return strikes_another(reading, found.end)
    later = [other for other in places if other.start > found.start]
    return any(
        other.place.precision < _COUNTRY_PRECISION or word_before(reading, other) == _IN
        for other in later
    )


def strikes_another(reading: Reading, at: int) -> bool:
    """«قصف إسرائيل عام 2007 للمفاعل السوري»: the state after the noun did it to another."""
    near = (word for word in reading.words[at : at + _OBJECT])
    return any(w.startswith("لل") or (w[:1] == "ل" and w[1:] in _STRUCK) for w in near)


def _of_an_office(reading: Reading, found: FoundPlace) -> bool:
    """«نجا محافظ تعز من تفجير في المخا»: of what he is governor, not where it was."""
    before = reading.words[found.start - 1] if found.start else ""
    return before.lstrip("ولب") in _OFFICES


def _of_the_clause_before(reading: Reading, hit: Hit) -> bool:
    """«تفجيرات في كابل، وفجر انتحاري نفسه أمس في قندهار»: another deed's, of the clause before."""
    if hit.trigger.form != "verb" or hit.prefix not in ("و", "ف"):
        return False
    before = reading.hits_in(reading.sentences[hit.sentence][0], hit.start)
    return any(h.trigger.type in VIOLENT for h in before)


def _of_another_deed(reading: Reading, hit: Hit, at: int) -> bool:
    """«ضاعف هجماته رداً على تفجير سروج», «منذ أن غادر …»: the place of what was before it."""
    words = reading.words[hit.end : at]
    if ("منذ", "ان") in pairwise(words):
        return True
    for other in reading.hits_in(max(hit.end, at - _RIGHT_AFTER), at):
        if other.trigger.type in VIOLENT and other.trigger.form == "noun":
            between = (word for word in reading.words[hit.end : other.start])
            return any(word in _IN_ANSWER for word in between)
    return False


def _names_talks(reading: Reading, found: FoundPlace) -> bool:
    """«قبل أن تبدأ قمة طهران، ضربت غارة حافة إدلب»: talks that bear the name of a city."""
    before = reading.hits_in(max(0, found.start - 2), found.start)
    return any(
        h.end == found.start and h.trigger.type == "CONSULT" and h.trigger.form == "noun"
        for h in before
    )


def _what_lies_by_it(reading: Reading, found: FoundPlace) -> bool:
    """«في المدينة، الواقعة جنوب العاصمة السورية دمشق»: it only says where another lies."""
    for k in range(found.start - 1, max(0, found.start - _LYING), -1):
        if reading.words[k] not in _LIES_WHERE:
            continue
        at = k - 1 - (reading.words[k - 1] == ",")
        named = reading.words[at] in _THE_TOWN or any(
            place.end == at + 1 for place in reading.places_in(max(0, at - 2), at + 1)
        )
        return named and any(word in SIDES for word in reading.words[k : found.start])
    return False


def _ward(reading: Reading, found: FoundPlace) -> bool:
    """«حالة وصلت مستشفى الشفاء»: a hospital to which somebody came, no scene."""
    before = reading.words[found.start - 1].lstrip("وف") if found.start else ""
    came = before in _ARRIVED or (before == _TO and _brought_to(reading, found))
    return came and reading.words[found.start][found.clitic :] in _HOSPITALS


def _brought_to(reading: Reading, found: FoundPlace) -> bool:
    """«أصيب في كمين وجرى إسعافه إلى عدن»: where he was brought; where he fell is not told."""
    near = reading.words[max(0, found.start - _BESIDE) : found.start]
    words = [word.removeprefix("و") for word in near]
    if words[-1:] == [_TO]:
        return not _BROUGHT.isdisjoint(words)
    # «نقل الجرحى إلى مستشفى ناصر في خان يونس»
    far = [word.lstrip("و") for word in reading.words[max(0, found.start - _WARD) : found.start]]
    wards = [k for k, (to, what) in enumerate(pairwise(far)) if to == _TO and what in _HOSPITALS]
    return bool(wards) and "," not in far and not _BROUGHT.isdisjoint(far[: wards[-1]])


def _lies_by_the_last(reading: Reading, hit: Hit, last: FoundPlace, found: FoundPlace) -> bool:
    """Whether a place only says where the one before it is, both on one side of a deed."""
    one_side = found.end <= hit.start or last.start >= hit.end
    return one_side and of_the_last(reading, last, found)


def of_the_last(reading: Reading, last: FoundPlace, found: FoundPlace) -> bool:
    """«حي الشجاعية بمدينة غزة», «مدينة الباب شمال شرق حلب»: what the place just named lies by."""
    if last.place.precision == _COUNTRY_PRECISION and found.place.precision != _COUNTRY_PRECISION:
        return False  # «في سوريا قرب الحسكة»
    if found.start - last.end > _BY_IT:
        return False
    between = reading.words[last.end : found.start]
    plain = [word.removeprefix("ب") for word in between]
    if last.place.precision > found.place.precision and SIDES.isdisjoint(plain):
        return False  # but «محافظة إب بجنوب صنعاء»
    if not all(
        w in _LIES or p in _LIES or p in gazetteer().settlements
        for w, p in zip(between, plain, strict=True)
    ):
        return False
    inside = bool(between) or reading.words[found.start].startswith("ب")
    return inside and not elsewhere(last.place, [found.place])


def _end_of(reading: Reading, places: Sequence[FoundPlace], number: int) -> int:
    """Where the words end that say where a place is."""
    stop = places[number].end
    for last, found in pairwise(places[number:]):
        if not of_the_last(reading, last, found):
            break
        stop = found.end
    return stop


def of_an_encounter(reading: Reading, hit: Hit, stop: int) -> range:
    """The words after a deed that tell of an encounter before or after which it was."""
    for other in reading.hits_in(hit.end, stop):
        if other.trigger.type == "CONSULT" and other.trigger.form == "noun" and other.start:
            before = reading.words[other.start - 1]
            counted = reading.dates_in(max(hit.end, other.start - _COUNTED), other.start)
            since = any(mention.rule == "counted-from-event" for mention, _ in counted)
            if before in lexicon().around or since:
                ends = (k for k in range(other.end, stop) if reading.words[k] == ",")
                return range(other.start, next(ends, stop))
    return range(0)


def _whence(reading: Reading, found: FoundPlace) -> bool:
    """«انطلقت من مطار حميميم», «قصف من مواقع النظام في الزربة»: where a strike came from."""
    words = reading.words[max(0, found.start - _CAME_REACH) : found.start]
    links = [k for k, word in enumerate(words) if word in (_FROM, _IN)]
    led = words[: links[-1]] if links and links[-1] >= len(words) - 2 else []
    if any(word.removeprefix("و") in lexicon().whence for word in led[-2:]):
        return True
    back = [word.removeprefix("و") for word in words[-3:]]
    if words[-2:-1] == [_TO] or words[-1:] == [_TO]:
        if not _GONE_BACK.isdisjoint(back):
            return True  # «قصفت الطائرات مواقع قبل أن تعود إلى قاعدة ديار بكر»
    toward = words[-2:]  # «شن العدو عدواناً من اتجاه شمال لبنان»
    if any(word in _DIRECTION for word in toward) and _FROM in words:
        return True
    return any(one == _FROM and word in _POSTS for one, word in pairwise(words))


def _government(reading: Reading, found: FoundPlace) -> bool:
    """«الضغط على دمشق»: the capital stands for its government."""
    if word_before(reading, found) != "علي":
        return False
    return registry().capitals.at(reading.tokens, found.start) is not None


def _of_a_backer(reading: Reading, found: FoundPlace) -> bool:
    """«قوات مدعومة من الولايات المتحدة», «التحالف بقيادة السعودية»: who is behind them."""
    words = reading.words[max(0, found.start - 2) : found.start]
    if found.place.precision != _COUNTRY_PRECISION or not words:
        return False
    before = reading.places_in(max(0, found.start - _JOINED), found.start)
    if before and before[-1].end == found.start and reading.words[found.start].startswith("و"):
        return _of_a_backer(reading, before[-1])  # «بدعم من سوريا وإيران»
    return words[-1] in _LED or (words[-1] == _FROM and words[0] in _BACKED)


def protested(reading: Reading, hit: Hit) -> bool:
    """«نددوا في بروكسل بالغارات»: what is protested against was not where that was said."""
    if hit.trigger.form != "noun":
        return False
    first = reading.sentences[hit.sentence][0]
    near = reading.words[max(first, hit.start - _PROTESTED) : hit.start]
    return any(word.lstrip("وف") in _PROTESTS for word in near)


def _since_the(reading: Reading, hit: Hit, found: FoundPlace) -> bool:
    """«بعد أربعة أيام على الهجوم لقي حتفه في ميلانو»: where something was after the deed."""
    before = reading.words[max(0, hit.start - 2) : hit.start]
    if hit.trigger.form != "noun" or before[-1:] not in (["علي"], ["من"]) or len(before) < 2:
        return False
    lasts = hit.trigger.mode == "clash" or not reading.words[hit.start].startswith("ال")
    between = reading.words[hit.end : found.start]
    own = any(
        word in ("علي", "الذي", "التي") or word.startswith("لل")
        or (word[:1] == "ل" and word[1:] in gazetteer().settlements)
        for word in between
    )  # fmt: skip
    own = own or between[:1] == [_IN] or len(between) < _OF_IT
    return before[0] in _UNITS and not (own or lasts)


def _origin(reading: Reading, found: FoundPlace) -> bool:
    """«نازحون من مدينة تدمر», «من أهالي بلدة حاس»: where the victims are from."""
    k = found.start - 1
    if k >= 0 and reading.words[k] in gazetteer().settlements:
        k -= 1
    if k >= 0 and reading.words[k] in _PEOPLE_OF:
        return True
    if k < 0 or reading.words[k] != _FROM:
        return False
    if _of_the_fallen(reading, k):
        return True
    return any(word in _CAME for word in reading.words[max(0, k - _CAME_REACH) : k])


def _of_the_fallen(reading: Reading, at: int) -> bool:
    """«استشهد الشاب أحمد خالد من بلدة بيتا»: where he who is named was from."""
    near = [word.removeprefix("و") for word in reading.words[max(0, at - _FELL) : at]]
    named = any(word in given_names() for word in near[-_NAMED:])
    return named and not _FELL_AS.isdisjoint(near)


def _of_the_speaker(reading: Reading, found: FoundPlace, hit: Hit) -> bool:
    """«قال أمام المجلس في نيويورك إن القصف …»: where it was said, not where it was done."""
    said = [
        h for h in reading.hits_in(*reading.sentences[hit.sentence])
        if h.sentence == hit.sentence and h.trigger.type == "STATEMENT" and h.start < hit.start
    ]  # fmt: skip
    if reading.words[max(0, found.start - 2) : found.start] == _ACCORDING:
        return True
    if not said or found.start >= hit.start:
        return False
    return any(reading.words[k] in _THAT for k in range(found.end, hit.start))
