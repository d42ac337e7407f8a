"""Where the story is: the place that a sentence without one of its own takes from those beside it.

«انفجرت سيارة في جبلة. وقتل عشرون شخصاً»: the second sentence tells of the same place. An event
that takes its place so says it by the end of its rule, and is less sure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from dashboard.extraction.deeds.deed import Deed
from dashboard.extraction.deeds.places import protested
from dashboard.extraction.english.vocabulary import syntax_words
from dashboard.extraction.places.gazetteer import own_precision
from dashboard.extraction.places.mentions import FoundPlace
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.lexicon import VIOLENT
from dashboard.extraction.vocabulary.phrases import load
from dashboard.model import Place
from dashboard.text import fold_word

SCENE = ".scene"
_PERIOD = fold_word("الفترة")
_RECORDS = word_set("remembered", "records")
_SINCE, _OF_THE_DAY = fold_word("منذ"), word_set("scenes", "of_the_day")
_DURING, _HOURS = fold_word("خلال"), ("ساعة", "الساعات")
LESS_SURE = 0.1
_UPON, _LANDMARKS = word_set("scenes", "upon"), word_set("scenes", "landmarks")
_IN_ANSWER = word_set("deed_places", "in_answer")
_THERE, _AT_IT = word_set("scenes", "there"), word_set("scenes", "at_it")
_TARGET = 8  # words from an attack to its «على»
_OWN, _SHORT = 4, 3  # words from an attack to its own place, letters of «ال» with more
_BEFORE, _AFTER = 3, 2  # sentences
_LEAD = 1  # the headline and the sentence after it
_SPOKEN = ("CONSULT", "STATEMENT", "AGREE", "DEMAND", "REJECT", "ACCUSE", "THREATEN")
_WIDE = 4  # UCDP where_prec: a governorate is a scene only where nothing finer is told


class Scenes:
    """The places of a document's violent deeds, by sentence."""

    def __init__(self, reading: Reading, deeds: Sequence[Deed]) -> None:
        self.reading = reading
        self._told: dict[int, Place] = {}
        for deed in deeds:
            if deed.type in VIOLENT and deed.modality == "actual" and deed.place is not None:
                known = self._told.get(deed.sentence)
                if known is None or own_precision(deed.place) < own_precision(known):
                    self._told[deed.sentence] = deed.place

    def at(self, sentence: int) -> Place | None:
        """The place of the nearest deed told before a sentence; of a headline, soon after it."""
        if self._over_a_time(sentence):
            return None
        near = [*range(sentence - 1, sentence - _BEFORE - 1, -1)]
        if sentence <= _LEAD:
            near += [sentence + 1, sentence + _AFTER]
        wide: Place | None = None
        for number in near:
            place = self._told.get(number) or self._named(number)
            if place is None:
                continue
            if own_precision(place) < _WIDE:
                return place
            wide = wide or (place if place.precision == _WIDE else None)
        return wide

    def _over_a_time(self, sentence: int) -> bool:
        """«خلال 24 ساعة», «منذ بدء التصعيد»: what a land lost in a time, not what one scene saw."""
        first, stop = self.reading.sentences[sentence]
        if not self.reading.english and _PERIOD in self.reading.words[first:stop]:
            return True  # «وشهدت الفترة نفسها مقتل 11»
        if _RECORDS.isdisjoint(self.reading.words[first:stop]) and any(
            word.removeprefix("و") == _SINCE and now not in _OF_THE_DAY
            for word, now in pairwise(self.reading.words[first:stop])
        ):
            return not self.reading.english
        return any(
            mention.kind in ("duration", "interval")
            and at
            and self.reading.words[at - 1] == _DURING
            and any(word in mention.text for word in _HOURS)
            for mention, (at, _) in self.reading.dates_in(*self.reading.sentences[sentence])
        )

    def elsewhere(self, sentence: int) -> bool:
        """«strikes on the capital», «in southern Lebanon»: an English sentence says where."""
        if not self.reading.english:
            return False
        first, stop = self.reading.sentences[sentence]
        said = syntax_words("directions") | syntax_words("of_its_own")
        return any(word in said for word in self.reading.words[first:stop])

    def apart(self, sentence: int, scene: Place) -> bool:
        """Whether a sentence names places of its own and none is where the scene is."""
        found = [f.place for f in self.reading.places_in(*self.reading.sentences[sentence])]
        near = (
            place.country == scene.country
            and not (place.admin1 and scene.admin1 and place.admin1 != scene.admin1)
            for place in found
        )
        return bool(found) and not any(near)

    def names_another(self, at: int, sentence: int) -> bool:
        """«ست غارات على جبل الصمع»: a place of its own that is not known, so not the scene."""
        tokens, stop = self.reading.tokens, self.reading.sentences[sentence][1]
        for k in range(at, min(stop - 2, at + _OWN)):
            name = tokens[k + 2].text
            named = len(name) > _SHORT and (name.startswith("ال") or not name.endswith("ه"))
            if tokens[k].text in _UPON and tokens[k + 1].text in _LANDMARKS and named:
                return not self.reading.places_in(k, k + 2 + _OWN)
        return False

    def _named(self, sentence: int) -> Place | None:
        """The only town that a neighbouring sentence says to be in («في مدينة جبلة»)."""
        if not 0 <= sentence < len(self.reading.sentences) or sentence in self.reading.aside:
            return None
        span = self.reading.sentences[sentence]
        if any(h.trigger.type in _SPOKEN for h in self.reading.hits_in(*span)):
            return None  # «اجتمع المجلس في أنقرة», «قال الناطق في دمشق»: no place of a deed
        found: list[FoundPlace] = [
            p for p in self.reading.places_in(*span)
            if p.located and p.place.precision <= _WIDE and p.place.country in _at_war()
        ]  # fmt: skip
        fine = [p for p in found if own_precision(p.place) < _WIDE] or found
        return fine[0].place if len({p.place.id for p in fine}) == 1 else None


@lru_cache(maxsize=1)
def _at_war() -> frozenset[str]:
    """The countries (ISO 3166-1 alpha-2) in which a town named alone may be a scene."""
    return frozenset(load("places/settlements.toml")["scenes"]["countries"])


def _told_alone(reading: Reading, deed: Deed) -> bool:
    """«شنوا 18 غارة الأربعاء», «هتافات منددة بالغارات»: an attack that is told for itself.

    «شنت غارة أمس على تلك البلدة» is told of the scene.
    """
    hit = reading.hit_at(deed.start)
    if hit is None or hit.trigger.form != "noun" or reading.english:
        return False
    if protested(reading, hit) or _in_answer_to(reading, hit):
        return True
    stop = reading.sentences[deed.sentence][1]
    dated = deed.date.basis == "clause" and deed.date.precision == "day" and not deed.claims
    if not dated or "علي" not in reading.words[hit.end : min(stop, hit.end + _TARGET)]:
        return False
    near = pairwise(reading.words[hit.end : stop])
    return not any(word in _THERE and before in _AT_IT for before, word in near)


def _in_answer_to(reading: Reading, hit: Hit) -> bool:
    """«قتلوا شرطيين رداً على الهجوم الانتحاري»: the attack that is answered, elsewhere."""
    before = reading.words[max(0, hit.start - 2) : hit.start]
    return len(before) == 2 and before[0] in _IN_ANSWER and before[1] == "علي"


def in_their_scene(scenes: Scenes, deeds: Sequence[Deed]) -> list[Deed]:
    """The deeds, those of violence without a place at the scene of their neighbours."""
    out = []
    for deed in deeds:
        told = scenes.elsewhere(deed.sentence)
        if deed.type == "ASSAULT" and not told and deed.place is None and deed.modality == "actual":
            place = scenes.at(deed.sentence)
            own = scenes.names_another(deed.end, deed.sentence)
            own = own or _told_alone(scenes.reading, deed)
            if place is not None and not own and not scenes.apart(deed.sentence, place):
                sure = round(max(0.1, deed.sure - LESS_SURE), 2)
                deed = replace(deed, place=place, rule=deed.rule + SCENE, sure=sure)
        out.append(deed)
    return out
