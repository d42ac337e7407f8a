"""Places that say where somebody is posted, or whose he is, and not where he met anybody."""

from __future__ import annotations

from dashboard.extraction.places.lands import side_of
from dashboard.extraction.places.mentions import FoundPlace
from dashboard.extraction.reading import Reading
from dashboard.extraction.vocabulary.function_words import word_set

COUNTRY_PRECISION, GOVERNORATE_PRECISION = 6, 4  # UCDP where_prec
_ENVOYS, _SENT = word_set("whereabouts", "envoys"), word_set("whereabouts", "sent")
_SENT_TO = 8  # words from an envoy to the land he is sent to
_TITLE, _NAMED = 7, 4  # words of a title before its land, and from the land to the name
_LANDS, _POSTS = word_set("whereabouts", "lands"), word_set("posts", "posts")
_POST, _STOP = 9, frozenset((",", ":", ";", '"'))  # words from a name to the land of its post


def of_an_envoy(reading: Reading, found: FoundPlace) -> bool:
    """«سفير الولايات المتحدة السابق في أستراليا», «المبعوث الخاص إلى سوريا»: where he was sent."""
    words = reading.words[max(0, found.start - _SENT_TO) : found.start]
    land = found.place.precision == COUNTRY_PRECISION
    if land and words[-1:] == ["الي"]:
        return not _SENT.isdisjoint(words)
    if words[-1:] != ["في"]:
        return False
    # «المبعوث الخاص في سوريا جيمس جيفري», not «المبعوث نزار العلولا في بيروت»
    first = found.start - len(words)
    sent = [first + k for k, word in enumerate(words) if word.removeprefix("و") in _SENT]
    near = reading.actors_in(sent[-1], found.start) if sent else []
    if sent and not any(a.actor.kind == "person" and a.end < found.start for a in near):
        return True
    return any(word.removeprefix("و") in _ENVOYS for word in words)


def in_a_title(reading: Reading, found: FoundPlace) -> bool:
    """«رئيس دولة أوغندا، يوري موسيفيني»: the land in the title of somebody named right after it."""
    words = reading.words[max(0, found.start - _TITLE) : found.start]
    if found.place.precision != COUNTRY_PRECISION or words[-1:] == [] or words[-1] not in _LANDS:
        return False
    near = reading.actors_in(found.start - _TITLE, found.end + _NAMED)
    named = any(a.actor.kind == "person" and a.end > found.end for a in near)
    return named and any(word.lstrip("وبل") in _POSTS for word in words[:-1])


def of_a_post(reading: Reading, found: FoundPlace) -> bool:
    """«علي أكبر ولايتي مستشار قائد الثورة الإسلامية في إيران»: a post, told after the name."""
    near = [a for a in reading.actors_in(found.start - _POST, found.start) if a.start < found.start]
    if found.place.precision != COUNTRY_PRECISION or not near or near[-1].actor.kind != "person":
        return False
    words = reading.words[near[-1].end : found.start]
    home = side_of(found.place.country) == near[-1].actor.side
    return home and len(words) > 1 and words[0] in _POSTS and not _STOP.intersection(words)
