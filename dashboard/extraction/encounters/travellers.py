"""Who visits where nobody is named beside the words of the visit, but around them."""

from __future__ import annotations

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.circumstances.teams import its_team, sent_by
from dashboard.extraction.encounters.directions import toward
from dashboard.extraction.encounters.parties import outside
from dashboard.extraction.encounters.referents import elided, told_of_before
from dashboard.extraction.places.lands import side_of
from dashboard.extraction.places.mentions import FoundPlace
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.lexicon import lexicon
from dashboard.extraction.vocabulary.registry import registry

_IN_IT = word_set("meant", "in_it")
_OPENS, _OPENING = word_set("travellers", "opens"), 5  # words from «في ثاني أيام» to the visit
_ASIDE = 10  # words from the place to the comma that ends what opens a sentence
_THEN = word_set("travellers", "then")
_EACH, _AMONG, _OF = word_set("places", "each"), word_set("travellers", "among"), "من"
_ASIDES = word_set("travellers", "asides")
_TEAMS = word_set("travellers", "teams")
_BESIDE, _TOLD_OF = 2, 6  # words from «الفريق» to «وصل», and sentences back to whose it is
_THEY = ("وا", "ون")
_TO_GO = ("ان", "قد")
_MOVES = word_set("travellers", "moves")
_DEALINGS, _DEALS = word_set("travellers", "dealings"), 12  # words from the place to «لثني»
_IT = "ها"  # «زاروا واشنطن لإبلاغها»
_STOPS = word_set("travellers", "stops")
_LATER = word_set("travellers", "later")
_PLANS, _PLANNED = word_set("travellers", "plans"), 14  # words from «يخطط» to the visit
_TO_VISIT = ("", "ل", "لل")


def in_which(reading: Reading, hit: Hit) -> list[Found]:
    """«اليوم الذي وصل فيه روحاني إلى جنيف»: who comes stands after «فيه»."""
    if hit.trigger.form != "verb" or hit.end >= len(reading.tokens):
        return []
    if reading.words[hit.end] not in _IN_IT:
        return []
    near = reading.actors_in(hit.end + 1, hit.end + 2)
    return near[:1] if near and near[0].actor.kind == "person" and not near[0].prefix else []


def travellers(reading: Reading, hit: Hit, speakers: dict[int, Found]) -> list[Found]:
    """Who visits, where the words beside the visit do not say it; nobody where none do."""
    return (
        _after_the_opening(reading, hit)
        or _who_plans(reading, hit, speakers)
        or _each_of(reading, hit)
        or _its_people(reading, hit)
        or _goes_on(reading, hit, speakers)
    )


def planned(reading: Reading, hit: Hit) -> int:
    """Where the word of a plan stands: «يخطط الأسد للتوجه», «اعتزامها زيارة طهران»; else -1."""
    if hit.trigger.form != "noun" or hit.prefix not in _TO_VISIT:
        return -1
    first = reading.sentences[hit.sentence][0]
    for k in range(hit.start - 1, max(first, hit.start - _PLANNED) - 1, -1):
        if reading.words[k].removeprefix("و") in _PLANS:
            return k
        if reading.words[k] == "," or reading.hit_at(k) is not None:
            break
    return -1


def _who_plans(reading: Reading, hit: Hit, speakers: dict[int, Found]) -> list[Found]:
    """Who plans the visit: named between the plan and it, or before them."""
    k = planned(reading, hit)
    if k < 0 or _place_after(reading, hit) is None:
        return []
    near = reading.actors_in(k + 1, hit.start)
    if near and near[0].actor.kind == "person" and not near[0].prefix:
        return near[:1]
    him = elided(reading, hit, speakers)
    return [him] if him is not None and him.actor.kind == "person" else []


def _place_after(reading: Reading, hit: Hit) -> FoundPlace | None:
    """The place right after the words of a visit."""
    near = reading.places_in(hit.end, hit.end + _OPENING)
    return near[0] if near and toward(reading, hit, near[0]) else None


def _after_the_opening(reading: Reading, hit: Hit) -> list[Found]:
    """«في ثاني أيام زيارته إلى الصين، أجرى السيسي …»: who acts after what opens the sentence."""
    first, stop = reading.sentences[hit.sentence]
    opens = reading.words[first].removeprefix("و") in _OPENS
    if not opens or hit.trigger.form != "noun" or hit.start - first > _OPENING:
        return []
    place = _place_after(reading, hit)
    if hit.prefix or place is None or reading.parties_in(first, place.start):
        return []
    k = place.end
    while k < stop and k in reading.dated:
        k += 1
    words = reading.words[k : min(stop, k + _ASIDE)]
    k += words.index(",") + 1 if "," in words else 0
    verb = reading.hit_at(k)
    met = verb is not None and verb.trigger.type == "CONSULT" and verb.trigger.mode != "visit"
    if k >= stop or met or k in reading.actor_tokens or reading.words[k].startswith("ال"):
        return []
    near = reading.actors_in(k + 1, k + 2)
    return near[:1] if near and near[0].actor.kind == "person" and not near[0].prefix else []


def _each_of(reading: Reading, hit: Hit) -> list[Found]:
    """«وصل إلى عدن أمس كل من …», «سيزورون طهران، ومن بينهم …»: who came, told after the place."""
    place = _place_after(reading, hit)
    k, stop = place.end if place is not None else 0, reading.sentences[hit.sentence][1]
    while 0 < k < stop and (k in reading.dated or reading.words[k] in _ASIDES):
        k += 1
    words = [word.removeprefix("و") for word in reading.words[k : k + 2]]
    one, other = words if len(words) == 2 else ("", "")
    those = (one in _EACH and other == _OF) or (one == _OF and other in _AMONG)
    if not k or not those:
        return []
    out: list[Found] = []
    for actor in reading.actors_in(k + 2, stop):
        end = out[-1].end if out else k + 2
        between = reading.words[end : actor.start]
        joined = between in ([], [","]) and (not out or "و" in actor.prefix)
        if actor.actor.kind != "person" or not joined:
            break
        out.append(actor)
    return out


def _its_people(reading: Reading, hit: Hit) -> list[Found]:
    """«… مفتشي المنظمة. وكان الفريق قد وصل إلى سوريا»: the body whose people were told of."""
    first, stop = reading.sentences[hit.sentence]
    if hit.trigger.form != "verb":
        return []
    before = range(max(first, hit.start - _BESIDE), hit.start)
    those = [
        k for k in (*before, *range(hit.end, min(stop, hit.end + _BESIDE)))
        if reading.words[k].removeprefix("و") in _TEAMS
    ]  # fmt: skip
    many = reading.words[hit.start].endswith(_THEY)
    if not those and many and before and reading.words[hit.start - 1] in _TO_GO:
        start = reading.sentences[max(0, hit.sentence - 1)][0]
        those = [
            k for k in range(start, hit.start) if reading.words[k].removeprefix("و") in _TEAMS
        ][-1:]  # «والتقى المفتشون مسؤولين، ويتوقع أن يزوروا دوما»
    if not those or those[-1] + 1 in reading.actor_tokens or those[-1] in reading.actor_tokens:
        return []
    start = reading.sentences[max(0, hit.sentence - _TOLD_OF)][0]
    told = _bodies(reading, start, those[-1])
    if told:
        return told[-1:]
    ahead = _bodies(reading, those[-1], len(reading.tokens))
    return ahead[:1] if len({a.actor.id for a in ahead}) == 1 else []


def _bodies(reading: Reading, first: int, stop: int) -> list[Found]:
    """The bodies whose people are told of between two words."""
    return [
        a for a in reading.actors_in(first, stop)
        if a.actor.kind == "organisation"
        and (sent_by(reading, a) or its_team(reading, a) or _for_its_people(reading, a))
    ]  # fmt: skip


def _for_its_people(reading: Reading, actor: Found) -> bool:
    """«لمفتشي المنظمة»: people of the body, with a preposition of their own."""
    before = reading.words[actor.start - 1] if actor.start else ""
    return before[:1] in ("ل", "ب") and before[1:] in lexicon().delegation


def _goes_on(reading: Reading, hit: Hit, speakers: dict[int, Found]) -> list[Found]:
    """«يزور بومبيو الرياض، ثم يتوجه إلى عمان», «أعلن أنه سيزور بيروت»: he of whom it is told."""
    first, stop = reading.sentences[hit.sentence]
    if hit.trigger.form != "verb" or hit.end >= stop:
        return []
    verb = reading.words[hit.start][len(hit.prefix) :]
    if verb.startswith("ت") or verb.endswith(("ت", "ا", *_THEY)) or verb in _MOVES:
        return []
    following = reading.words[hit.end]
    place = _place_after(reading, hit)
    if place is None or not (following == "الي" or place.start == hit.end or following in _LATER):
        return []
    before = reading.words[hit.start - 1] if hit.start > first else ""
    if before and before not in _THEN:
        return []
    alone = not reading.actors_in(first, hit.start)
    him = (told_of_before(reading, hit) if alone else None) or elided(reading, hit, speakers)
    person = him is not None and him.actor.kind == "person" and not outside(reading, him)
    return [him] if him is not None and person else []


def whom_to(reading: Reading, hit: Hit, visitor: Found, place: FoundPlace) -> list[Found]:
    """«تزور ميركل واشنطن الجمعة لثني ترامب عن …»: whom the visitor goes to deal with there."""
    stop = reading.sentences[hit.sentence][1]
    for k in range(place.end, min(stop - 1, place.end + _DEALS)):
        other = reading.hit_at(k)
        if other is not None and (other.trigger.form == "verb" or other.trigger.type == "CONSULT"):
            break
        word = reading.words[k]
        if word.removeprefix("ل") in _DEALINGS:
            near = reading.actors_in(k + 1, k + 2)
            there = [a for a in near if a.start == k + 1 and a.actor.kind != "media"]
            return [a for a in there[:1] if a.actor.side != visitor.actor.side]
        if word.endswith(_IT) and word.removesuffix(_IT).removeprefix("ل") in _DEALINGS:
            host = registry().state(side_of(place.place.country))
            return [] if host is None else [Found(k, k + 1, 0, host, "capital", prefix="ل")]
        if word in _STOPS:
            break
    return []
