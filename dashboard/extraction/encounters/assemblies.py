"""Meetings of a body: its ministers or leaders, its council in session, and who goes there.

«عقد مجلس الأمن جلسة», «اجتماع وزراء خارجية الاتحاد الأوروبي في بروكسل», «يشارك لافروف في قمة
العشرين». The body is a party by itself; people are where the words say that they take part.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dashboard.extraction.actors.capitals import HOSTED
from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.circumstances.dating import event_date, published_date
from dashboard.extraction.circumstances.whereabouts import encounter_place
from dashboard.extraction.encounters.assembly_days import (
    AHEAD,
    AT,
    OPENINGS,
    counts_it,
    day_of_its_own,
    in_force_from,
    invited_then,
)
from dashboard.extraction.encounters.bodies import bodies_again, summit_bodies
from dashboard.extraction.encounters.encounter import UNDATED, Encounter
from dashboard.extraction.encounters.lasting import lasting
from dashboard.extraction.encounters.modality import modality_of
from dashboard.extraction.encounters.moments import (
    of_another_encounter,
    of_the_one_before,
    when_ahead,
)
from dashboard.extraction.encounters.parties import distinct, outside
from dashboard.extraction.encounters.wanted import during
from dashboard.extraction.places.gazetteer import gazetteer
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.lexicon import ASSEMBLY, Trigger, lexicon
from dashboard.extraction.vocabulary.registry import registry
from dashboard.model import DateMention
from dashboard.text import fold_word

_LEADING, _QUARRELS = word_set("assemblies", "leading"), word_set("assemblies", "quarrels")
_WORK = fold_word("أعمال")
_BETWEEN, _SITS = 8, 8  # words from «اجتماع» to the body, and from a body to what it holds
_ASIDE = (",", '"')
_BEGUN, _NEAR = 12, 14  # words from «انطلقت» to the meeting, and from that to its place
_TO, _PLACE = fold_word("إلى"), 3  # words of a place
_GOES = 10  # words from him who goes to «شارك», and from that to the meeting
_RIGHT_AFTER = 2  # words from a summit to its place after «البيان الختامي»
_MEETS = ("جتمع", "جتمعت", "لتيم")  # «يجتمع», «التأم»: of a body alone
_SEE_EACH_OTHER = ("لتقي", "لتقت")
_THEIRS = (fold_word("ها"), fold_word("ه"), fold_word("هم"))
_ROUNDS = frozenset(fold_word(w) for w in ("الدورة", "للدورة"))  # with its number: a meeting
_THERE = 5  # words from «بمشاركة» to who is there
_AGAINST = fold_word("ضد")  # «اجتماع للتحالف الدولي ضد داعش»: of the name of the body
_AHEAD_OF_IT = frozenset(fold_word(w) for w in ("قبل", "قبيل", "مع", "لدى"))
_BEGINNING, _SAID = word_set("assemblies", "beginning"), word_set("assemblies", "said")
_THAT, _CHAIRED = word_set("assemblies", "that"), word_set("assemblies", "chaired")
_SITTING = Trigger("CONSULT", "multilateral", "noun", "sitting")  # told by a verb of the body's


def read_assemblies(
    reading: Reading,
    found: list[Encounter],
    speakers: dict[int, Found],
    narrative: dict[int, DateMention],
    wanted: Callable[[Reading, Hit], bool],
) -> list[Encounter]:
    """One encounter for each meeting of a body that has a place, a day or somebody who goes there.

    ``found`` are the encounters already read: a body that meets in one of them is not told again.
    """
    out: list[Encounter] = []
    sitting = lexicon().sitting_bodies
    for body in [*reading.actors, *summit_bodies(reading), *bodies_again(reading)]:
        if body.actor.id not in sitting:
            continue
        hit = _meeting(reading, body)
        if hit is None or wanted(reading, hit) or _told(hit, body, found):
            continue
        sentence = reading.sentences[hit.sentence]
        who = (
            who_goes(reading, hit)
            or _who_quarrel(reading, hit)
            or (who_speaks(reading, hit, speakers) if not _before_it(reading, hit) else [])
        )
        held_on = day_of_its_own(reading, body.end)
        when = held_on or event_date(reading, hit.start, body.end, narrative.get(hit.sentence))
        if hit.start == body.start and (
            of_another_encounter(reading, hit, when) or of_the_one_before(reading, hit, when)
        ):
            when = published_date(reading)
        if in_force_from(reading, when) or invited_then(reading, hit, when):
            when = published_date(reading)
        when = published_date(reading) if when.basis == "narrative" else lasting(reading, hit, when)
        place = gazetteer().places.get(lexicon().held_in.get(body.actor.id, "")) or encounter_place(
            reading, hit, hit.end, around(reading, hit, sentence)
        )
        if place is None and not who and when.basis != "clause" and hit.trigger is not _SITTING:
            continue  # «قرارات قمة الاتحاد الأوروبي»: of which nothing is told here
        if any(
            item.sentence == hit.sentence and (place is None or item.place == place)
            and (item.date.first, item.date.last) == (when.first, when.last)
            for item in found
        ):  # fmt: skip
            _held_by(reading, found, hit, body)
            continue  # «التقيا في قمة العشرين في الصين»: where they met, told once
        modality = modality_of(reading, hit, when, sentence)
        if who and reading.cue("future", who[0].start - AHEAD, who[0].start):
            modality = "future"  # «من المنتظر أن يقدم جونسون … في اجتماع»
        _add(out, body, Encounter(
            "multilateral", modality,
            when_ahead(reading, when) if modality == "future" else when, place,
            (body, *who), min([hit.start, *[a.start for a in who]]), hit.end, hit.sentence,
            "consult.assembly", 0.5 + 0.1 * bool(who) + 0.08 * (place is not None),
        ))  # fmt: skip
    return out


def _before_it(reading: Reading, hit: Hit) -> bool:
    """«قال الناطق إن بوتين قد يلتقي ترامب قبل قمة الناتو»: who speaks is not there yet."""
    before = reading.words[hit.start - 1].removeprefix("و") if hit.start else ""
    return before in _AHEAD_OF_IT - {"مع", "لدي"}


def _held_by(reading: Reading, found: list[Encounter], hit: Hit, body: Found) -> None:
    """«القمة العربية … بمشاركة الأمير والرئيس»: those who were there, with the body that met."""
    if reading.hit_at(hit.start) is None:
        return
    for k, item in enumerate(found):
        told = [h.start for h in reading.hits_in(item.start, item.end)]
        if item.sentence == hit.sentence and told[:1] == [hit.start] and len(item.parties) > 1:
            found[k] = replace(item, mode="multilateral", parties=(body, *item.parties))


def _add(out: list[Encounter], body: Found, item: Encounter) -> None:
    """Adds a meeting, or what it tells more of the one told right before: a day, a town, people."""
    for k, other in enumerate(out):
        if abs(other.sentence - item.sentence) > 1 or other.parties[0].actor.id != body.actor.id:
            continue
        if other.date.basis in UNDATED and item.date.basis not in UNDATED:
            other = replace(other, date=item.date, modality=item.modality)
        if other.place is None or (
            item.place is not None
            and item.place.country == other.place.country
            and item.place.precision < other.place.precision
        ):
            other = replace(other, place=item.place)
        out[k] = replace(other, parties=tuple(distinct([*other.parties, *item.parties])))
        return
    out.append(item)


def around(reading: Reading, hit: Hit, sentence: tuple[int, int]) -> tuple[int, int]:
    """The words around a meeting in which its place stands: up to the next verb or topic."""
    stop = min(sentence[1], hit.end + _NEAR)
    before = reading.words[max(sentence[0], hit.start - _THERE) : hit.start]
    if any(_one_of(word, lexicon().papers) for word in before):
        # «البيان الختامي للقمة دان اضطهاد … بميانمار»
        return hit.start, min(stop, hit.end + _RIGHT_AFTER)
    for k in range(hit.end, stop):
        if (
            k not in reading.dated  # «بعد غد»
            and not (k == hit.end and reading.words[k] == _AGAINST)
            and lexicon().right.at(reading.tokens, k, ("", "و", "ف"))
            and not lexicon().held.at(reading.tokens, k + 1, ("", "س"))
            and not _hosted(reading, k + 1, stop)
            and not (k + 1 < stop and reading.words[k + 1] in lexicon().partaking)
        ):
            stop = k
            break
    return _begun_in(reading, hit, sentence[0]), stop


def _begun_in(reading: Reading, hit: Hit, first: int) -> int:
    """«انطلقت في الجزائر الثلاثاء أعمال القمة»: from the verb on, its place after it."""
    for k in range(hit.start - 1, max(first, hit.start - _BEGUN) - 1, -1):
        word = reading.words[k]
        if lexicon().held.at(reading.tokens, k, ("", "و", "س")) is not None:
            return k
        there = (
            k in reading.dated
            or k in reading.actor_tokens
            or any(p.start <= k < p.end for p in reading.places_in(k - 1, k + 1))
        )
        named = word in _LEADING or bool(registry().adjective(word))
        if word in lexicon().partaking and (to := _gone_to(reading, k)) is not None:
            return to
        if not there and not named:
            break
    return hit.start


def _gone_to(reading: Reading, k: int) -> int | None:
    """«غادر إلى بروكسل للمشاركة الجمعة في اجتماع»: the place right before what one goes for."""
    near = [p for p in reading.places_in(k - _PLACE, k) if p.end == k]
    led = near and reading.words[near[0].start - 1] == _TO
    return near[0].start - 1 if led else None


def _hosted(reading: Reading, k: int, stop: int) -> bool:
    """«القمة التي استضافتها مدينة الظهران»: a relative clause that says where it was."""
    word = reading.words[k] if k < stop else ""
    return word.removesuffix("ها").removesuffix("ه") in HOSTED


def _told(hit: Hit, body: Found, found: list[Encounter]) -> bool:
    return any(
        abs(item.sentence - hit.sentence) <= 1
        and any(p.actor.id == body.actor.id for p in item.parties)
        for item in found
    )


def _meeting(reading: Reading, body: Found) -> Hit | None:
    """The words by which a body meets, as a trigger from the first of them to the last."""
    lex, tokens = lexicon(), reading.tokens
    sentence = reading.sentence_of(body.start)
    first, stop = reading.sentences[sentence]
    own = tokens[body.start].text
    before = tokens[body.start - 1].text.lstrip("وبل") if body.start > first else ""
    told = before in lex.at_it or before in lex.showing or "ب" in body.prefix
    if body.actor.id in lex.held_in and not told:
        return None  # «صنف المنتدى الاقتصادي العالمي السلطنة تاسعة»
    if _one_of(own, lex.gatherings) or own.lstrip("و") in ("المنتدي", "منتدي"):
        return Hit(body.start, body.end, "", ASSEMBLY, sentence)  # «القمة العربية»
    holds = counted = False
    for k in range(body.start - 1, max(first, body.start - _BETWEEN) - 1, -1):
        word = tokens[k].text
        if _one_of(word, lex.gatherings) or (counted and word in _ROUNDS):
            return Hit(k, body.end, "", ASSEMBLY, sentence)
        if word == _WORK and lex.held.at(tokens, k - 1, ("", "و", "س")) is not None:
            return Hit(k, body.end, "", ASSEMBLY, sentence)  # «تنطلق أعمال اللجنة الدستورية»
        counted = counted or counts_it(word)
        meets = word.lstrip("وس").endswith(_MEETS) or _among_themselves(reading, word, body.end)
        if word.lstrip("وس") in lex.sitting and (meets or k + 1 < body.start):
            return Hit(k, body.end, "", _SITTING, sentence)  # «بحث وزراء خارجية الدول السبع»
        holds = word.lstrip("وس") in lex.holding
        of_it = _one_of(word, lex.bodied) or k in reading.dated or word == '"'
        if holds or not (of_it or counts_it(word)):
            break
    return _sits(reading, body, sentence, stop, holds=holds)


def _among_themselves(reading: Reading, word: str, k: int) -> bool:
    """«ستلتقي الفصائل في القاهرة»: where and when follow, and not with whom."""
    if not word.endswith(_SEE_EACH_OTHER) or k >= len(reading.tokens):
        return False
    return k in reading.dated or reading.words[k] in (*_ASIDE, "في", ".")


def _sits(reading: Reading, body: Found, sentence: int, stop: int, *, holds: bool) -> Hit | None:
    """«[عقد] مجلس الأمن [عقد]، الخميس، جلسة طارئة»: the body is the subject of what is held.

    ``holds`` where the verb stands before it.
    """
    lex, tokens = lexicon(), reading.tokens
    begin = _past_an_aside(reading, body.end, stop)
    reach = _SITS
    for k in range(begin, stop):
        reach -= k not in reading.dated  # «يوم الاثنين في الـ 11 من سبتمبر الجاري، جلسة»
        if reach < 0:
            break
        word = tokens[k].text
        bare = word.lstrip("وس")
        if bare in lex.sitting and bare.endswith(_MEETS):
            return Hit(k, k + 1, "", _SITTING, sentence)
        if bare in lex.holding:
            holds = True
        elif word in lex.gatherings and word.endswith(_THEIRS) and tokens[k - 1].text in AT:
            return Hit(body.start, k + 1, "", ASSEMBLY, sentence)  # «اللجنة في اجتماعها الطارئ»
        elif holds and _one_of(word, lex.gatherings):
            return Hit(body.start, k + 1, "", _SITTING, sentence)
        elif k not in reading.dated and word not in _ASIDE and not _one_of(word, lex.bodied):
            if not reading.places_in(k, k + 1):
                return None  # «عقدت الهيئة في إسطنبول أمس اجتماعاً»
    return None


def _past_an_aside(reading: Reading, k: int, stop: int) -> int:
    """«مجلس الأمن، التابع لمنظمة الأمم المتحدة، اجتماعاً»: the word after what is between commas."""
    if k + 1 < stop and reading.words[k] == "," and reading.words[k + 1] in lexicon().asides:
        for j in range(k + 1, min(stop, k + _SITS)):
            if reading.words[j] == ",":
                return j
    return k


def _one_of(word: str, words: frozenset[str]) -> bool:
    """Whether a word is one of these, with the article or an attached letter."""
    if word in words:
        return True
    return any(
        word.startswith(c) and word[len(c) :] in words
        for c in ("ال", "ل", "ب", "و", "لل", "بال", "وال")
    )


def who_goes(reading: Reading, hit: Hit) -> list[Found]:
    """«يشارك لافروف في …», «ترامب للمشاركة في …», «… بمشاركة ترامب»."""
    lex, tokens = lexicon(), reading.tokens
    first, stop = reading.sentences[hit.sentence]
    for k in range(hit.start - 1, max(first, hit.start - _GOES) - 1, -1):
        if k in reading.actor_tokens:
            continue
        if tokens[k].text.lstrip("وفس") in lex.partaking or tokens[k].text in lex.partaking:
            after = _people(reading, k + 1, hit.start)
            before = _people(reading, max(first, k - 2 * _GOES), k)
            return after[:1] or before[-1:]
        if tokens[k].text in (",", ";", ":"):
            break
    joined: list[Found] = []
    for k in range(hit.end, stop):
        if k >= hit.end + 2 * _GOES and not (joined and k - joined[-1].end <= 1):
            break
        if tokens[k].text.lstrip("و") in lex.there or tokens[k].text in _CHAIRED:
            if joined and not 0 <= k - joined[-1].end <= 1:
                continue  # «برئاسة شكري، وبحضور عباس والعربي»: one right after the other
            near = _people(reading, k + 1, min(stop, k + 4 * _GOES))
            if not near or near[0].start - k > _THERE:
                break
            joined.append(near[0])
            for actor in near[1:]:
                if "و" not in actor.prefix or actor.start - joined[-1].end > 1:
                    break
                joined.append(actor)
    return joined


def who_speaks(reading: Reading, hit: Hit, speakers: dict[int, Found]) -> list[Found]:
    """«قالت موغيريني عقب اجتماع وزراء خارجية الاتحاد», «عند وصوله لحضور اجتماع …»: he is there."""
    first = reading.sentences[hit.sentence][0]
    at = hit.start
    while at > first and reading.words[at - 1] in OPENINGS:
        at -= 1  # «خلال الجلسة الافتتاحية للقمة العربية»
    hit = replace(hit, start=at)
    before = reading.words[max(first, hit.start - _THERE) : hit.start]
    arriving = any(word in lexicon().arriving for word in before)
    if before[-1:] == ["في"]:
        acts = _people(reading, first, hit.start)  # «يقدم جونسون المقترح في اجتماع …»
        words = (word for word in reading.words[acts[0].end : hit.start]) if acts else ()
        return acts[:1] if acts and _THAT.isdisjoint(words) else []
    near = reading.words[max(first, hit.start - _GOES) : hit.start]
    said = any(word in _SAID for word in near)  # «في تصريح أدلى به قبل بدء الجلسة»
    begins = (
        said and before[-2:-1] != [] and before[-2] in _AHEAD_OF_IT and before[-1] in _BEGINNING
    )
    if not (arriving or begins or during(reading, hit) or before[-1:] == ["امام"]):
        return []
    speaker = speakers.get(hit.sentence) or speakers.get(hit.sentence - 1)
    if speaker is not None and speaker.actor.kind == "person":
        return [speaker]
    return _people(reading, first, hit.start)[:1]


def _who_quarrel(reading: Reading, hit: Hit) -> list[Found]:
    """«شهد المؤتمر مواجهة بين شكري وظريف», «تلاسن بين نيبينزيا وبيرس في الجلسة»: both are there."""
    first, stop = reading.sentences[hit.sentence]
    begin, end = max(first, hit.start - 2 * _GOES), min(stop, hit.end + 2 * _GOES)
    for k in range(begin, end):
        if not _one_of(reading.words[k], _QUARRELS):
            continue
        for at in range(k + 1, min(end, k + _GOES)):
            if reading.words[at] == "بين":
                both = _people(reading, at + 1, min(stop, at + 3 * _GOES))[:2]
                return both if len(both) > 1 and "و" in both[1].prefix else []
    return []


def _people(reading: Reading, first: int, stop: int) -> list[Found]:
    return [
        a for a in reading.actors_in(first, stop)
        if a.actor.kind == "person" and not outside(reading, a)
    ]  # fmt: skip
