"""Who did a deed and who else is named with it: «غارات للتحالف», «على أيدي مقاتلي جبهة النصرة»."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.deeds.dates import context_words
from dashboard.extraction.deeds.irrealis import stops_reach
from dashboard.extraction.deeds.places import of_an_encounter, strikes_another
from dashboard.extraction.english.clauses import told_by
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.lexicon import VIOLENT, lexicon
from dashboard.extraction.vocabulary.registry import registry

_BY = (["من", "قبل"], ["من", "جانب"], ["علي", "يد"], ["علي", "ايدي"], ["من", "طرف"])
_BY_REACH, _BESIDE = 9, 12  # words
_MEANWHILE = word_set("deed_parties", "meanwhile")
_CLAIMED = word_set("deed_parties", "claimed")
_ANNOUNCES = word_set("deed_parties", "announces")
_REACHING, _WAS_REACHED = word_set("deed_parties", "reaching"), word_set("deed_parties", "reached")
_RECKONED = word_set("deed_parties", "reckoned")
_SUFFERED = word_set("deed_parties", "suffered")
_OF_THEIRS = word_set("speech", "of_theirs")
_LIGHT_REACH = 16  # words, a date among them: «شنت فرنسا فجر أمس السبت 14 أبريل ضربات»
_UPON, _TARGETS = word_set("deed_parties", "upon"), word_set("deed_parties", "targets")
_CLAIMING, _URGES = word_set("deed_parties", "claiming"), word_set("deed_parties", "urges")
_NO_CHARGE, _LEADING = word_set("deed_parties", "no_charge"), word_set("deed_parties", "leading")
_LOYAL, _SOME = word_set("deed_parties", "loyal"), word_set("deed_parties", "some")
_WHICH, _ARMS = ("الذي", "التي"), 3  # words of whose arms: «شنتها طائرات التحالف»
_DIRECTED = word_set("deed_parties", "directed")
_WAS, _ON = word_set("shared", "was"), "علي"
_DOES, _DOER = word_set("deed_parties", "does"), 5  # words of a doer before «بتفجير»
_PARTS = frozenset((",", ";", ":"))
_SOURCE = word_set("speech", "source")
_SAYS = 4  # words of who says it
_OF_ONE = ("assassination", "execution", "arrest")  # the person named after the noun suffers it


def agent(reading: Reading, hit: Hit) -> Found | None:
    """The doer after a trigger noun: «قصف القوات الروسية», «غارات للتحالف», «من قبل الحوثيين».

    A state or capital right after the noun is what was hit: «حصار غزة», «قصف سوريا».
    """
    upon = reading.words[hit.end - 1] == _ON  # «العقوبات على الحرس الثوري»
    for actor in reading.actors_in(hit.start + 1, hit.end + 3) if not upon else ():
        if hit.trigger.mode in _OF_ONE and actor.actor.kind == "person" and "ل" not in actor.prefix:
            continue  # «اغتيال السفير كارلوف»: he suffers it
        if any(word in _UPON | _TARGETS for word in reading.words[hit.end : actor.start]):
            break  # «ضربات على أهداف للنظام»: whose the targets are
        place = actor.actor.kind == "state" and actor.via in ("name", "capital")
        place = place and reading.words[hit.end - 1] not in context_words("carried_by")
        place = place and not strikes_another(reading, actor.end)
        loyal = reading.words[actor.start - 1] in _LOYAL  # «الميليشيات الموالية لإيران»
        aimed_at = "ل" in actor.prefix and _directed(reading, hit)
        if (actor.start <= hit.end and not place and not aimed_at) or (
            "ل" in actor.prefix and not loyal and not aimed_at
        ):
            return actor
        if not place and not aimed_at and _by_arms(reading, hit, actor):
            return actor
    if (doer := _who_made(reading, hit)) is not None:
        return doer
    first = max(reading.sentences[hit.sentence][0], hit.start - _LIGHT_REACH)
    if hit.prefix == "ب" and reading.words[hit.start - 1] in context_words("carried_out"):
        doers = [a for a in reading.actors_in(first, hit.start - 1) if a.end == hit.start - 1]
        if doers:
            return doers[0]
    if (did := _did_it(reading, hit)) is not None:
        return did
    for actor in reading.actors_in(first, hit.start):
        if actor.start and reading.words[actor.start - 1].removeprefix("و") in context_words(
            "light"
        ):
            return actor  # «فرضت الولايات المتحدة عقوبات»
    if hit.trigger.type in VIOLENT and (doer := _before_its_verb(reading, hit, first)):
        return doer
    for actor in reading.actors_in(hit.end, hit.end + _BY_REACH):
        before = reading.words[max(0, actor.start - 2) : actor.start]
        if before in _BY:
            return actor
    if (theirs := _whose(reading, hit, first)) is not None:
        return theirs
    return _who_announces(reading, hit) if hit.trigger.type == "AGREE" else None


def _directed(reading: Reading, hit: Hit) -> bool:
    """«توجيه ضربات للنظام»: what is led against somebody."""
    before = reading.words[hit.start - 1] if hit.start else ""
    return before.lstrip("وفبل") in _DIRECTED or before in _DIRECTED


def was_made(reading: Reading, hit: Hit) -> bool:
    """«قبيل ضربة نفذتها طائرات التحالف»: a clause after its noun tells who made it."""
    return hit.trigger.form == "noun" and _carried_by(reading, hit) > 0


def _carried_by(reading: Reading, hit: Hit) -> int:
    """The verb of «غارة شنها …», «الهجوم الذي نفذه …», or 0."""
    if reading.words[hit.end - 1] in context_words("carried_by"):
        return hit.end - 1
    at = hit.end + (hit.end < len(reading.tokens) and reading.words[hit.end] in _WHICH)
    if at >= len(reading.tokens) or reading.words[at] not in context_words("carried_by"):
        return 0
    return at


def _who_made(reading: Reading, hit: Hit) -> Found | None:
    """«غارة شنها التحالف», «الهجوم الذي نفذه تنظيم الدولة»: the subject of the clause about it."""
    at = _carried_by(reading, hit)
    if not at:
        return None
    near = reading.actors_in(at + 1, at + 1 + _ARMS)
    forces = lexicon().forces
    led = near and all(word in forces for word in reading.words[at + 1 : near[0].start])
    return near[0] if led and not near[0].prefix else None


def _did_it(reading: Reading, hit: Hit) -> Found | None:
    """«قيام التنظيم بتفجير سجن»: who carried it out."""
    if hit.trigger.type not in VIOLENT or not hit.prefix.endswith("ب"):
        return None
    for actor in reading.actors_in(hit.start - _DOER, hit.start):
        before = reading.words[actor.start - 1] if actor.start else ""
        if actor.end == hit.start and before.lstrip("وفبل") in _DOES:
            return actor
    return None


def _whose(reading: Reading, hit: Hit, first: int) -> Found | None:
    """«شن سلاح الجو التركي أولى غاراته», «كثفت القوات هجماتها»: the only one told of before."""
    if reading.words[hit.end - 1].lstrip("وب") not in context_words("theirs"):
        return None
    for k in range(hit.start - 1, first, -1):
        if reading.words[k] in _PARTS or stops_reach(reading.words[k]):
            first = k + 1
            break
    near = reading.actors_in(first, hit.start)
    return near[0] if len({actor.actor.id for actor in near}) == 1 else None


def _who_announces(reading: Reading, hit: Hit) -> Found | None:
    """«أعلن التحالف هدنة», «أعلنت روسيا وتركيا التوصل إلى هدنة»: those keep it who declare it."""
    end, first = hit.start, None
    for actor in reversed(reading.actors_in(hit.start - _LIGHT_REACH, hit.start)):
        if actor.end != end:
            break
        first, end = actor, actor.start
        if "و" not in actor.prefix:
            break
    said = reading.words[end - 1].lstrip("وف") if end else ""
    return first if said in _ANNOUNCES else None


def is_reached(reading: Reading, hit: Hit, source: Found | None, *, dated: bool) -> bool:
    """Whether a truce is told as one that began: «تم التوصل إلى هدنة», «أعلنت روسيا التوصل …».

    «فشلوا في التوصل إلى هدنة», «دعا إلى تمديد الهدنة» are none, nor is «بعد دخول الهدنة»
    without a day of its own (``dated``).
    """
    before = reading.words[hit.start - 1].lstrip("وف") if hit.start else ""
    word = reading.words[hit.start]
    if word.endswith(tuple(_REACHING)):
        return word in _REACHING and (source is not None or before in _WAS_REACHED)
    return dated or before not in _RECKONED


def _before_its_verb(reading: Reading, hit: Hit, first: int) -> Found | None:
    """«الاحتلال يرتكب مجزرة», «إن القوات السورية شنت هجوماً»: the subject before a light verb.

    Not «الموالية للرئيس شنت», nor a verbal noun: «أن تسهل الولايات المتحدة شن هجوم».
    """
    verb = hit.start - 1
    if verb <= first or reading.words[verb] not in context_words("light"):
        return None
    near = reading.actors_in(first, verb)
    if not near or near[-1].end != verb:
        return None
    doer, word = near[-1], reading.words[verb]
    hers = word.endswith("ت") or word.startswith("ت")
    if "ل" in doer.prefix and reading.words[doer.start - 1] not in _OF_THEIRS:
        return None
    land = doer.actor.kind == "state" and doer.via == "name"
    return None if (land and not hers) or (doer.actor.kind == "person" and hers) else doer


def _by_arms(reading: Reading, hit: Hit, actor: Found) -> bool:
    """«قصف طيران النظام», «غارة من الطيران الروسي»: whose arms did it."""
    if hit.trigger.type not in VIOLENT or hit.trigger.mode in _OF_ONE:
        return False
    if reading.words[hit.end - 1].lstrip("وبل") in context_words("whom_it_hits"):
        return False
    between = reading.words[hit.end : actor.start]
    return all(word in context_words("by_arms") for word in between)


def _bare(word: str, hit: Hit, k: int) -> str:
    """A word without what is attached: the first letters of the deed, «بمسيرة» after it."""
    if k == hit.start:
        return word[len(hit.prefix) :]
    return word.removeprefix("ب") if k == hit.end else word


def armed(reading: Reading, hit: Hit) -> Found | None:
    """«قصفت طائرات إسرائيلية», «غارات روسية على إدلب»: the state of whose arms they are."""
    tokens, arms = reading.tokens, context_words("arms")
    stop, carried = hit.end + 1, context_words("carried_by")
    if stop < len(tokens) and tokens[hit.end].text in _SOME:
        stop += 1  # «قصفت ثلاث طائرات تركية»
    for k in range(hit.end - 1, min(stop, len(tokens))):
        if tokens[k].text in carried:
            stop = k + 2  # «ضربة نفذتها مسيرة إسرائيلية»
    near = range(hit.start, min(stop, len(tokens)))
    at = max((k for k in near if _bare(tokens[k].text, hit, k) in arms), default=-1)
    after = at + 1
    if 0 < after < len(tokens) and tokens[after].text in context_words("arms_of_a_kind"):
        after += 1  # «طائرات حربية روسية»
    if 0 < after < len(tokens) and tokens[after].text in _OF_THEIRS:
        theirs = reading.actors_in(after + 1, after + 2)
        return theirs[0] if theirs and "ل" in theirs[0].prefix else None
    if at < 0 and hit.trigger.form == "verb" and not hit.prefix:
        at, after = _flown(reading, hit), hit.start - 1
    if at < 0 or after >= len(tokens) or tokens[after].text[:1] in ("و", "ب", "ل"):
        return None
    actor = registry().state(registry().adjective(tokens[after].text))
    if actor is None or actor.kind != "state":
        return None
    return Found(after, after + 1, 0, actor, "nation")


def _flown(reading: Reading, hit: Hit) -> int:
    """The arms of «إن الطائرات المقاتلة التركية قصفت», before whose they are; or -1."""
    first = reading.sentences[hit.sentence][0]
    at = hit.start - 2
    if at > first and reading.words[at] in context_words("arms_of_a_kind"):
        at -= 1
    return at if at >= first and reading.words[at] in context_words("arms") else -1


def at_the_hands_of(reading: Reading, hit: Hit) -> Found | None:
    """«مقاتلون اعتقلوا على أيدي مقاتلي جبهة النصرة»: who named before the verb suffered it."""
    if hit.trigger.form != "verb" or reading.english:
        return None
    for actor in reading.actors_in(hit.end, hit.end + _BY_REACH):
        before = reading.words[max(0, actor.start - 3) : actor.start]
        if before[-2:] in _BY or (before[:2] in _BY and before[-1] in lexicon().forces):
            return actor
    return None


def others(
    reading: Reading,
    hit: Hit,
    source: Found | None,
    sentence: tuple[int, int],
    beside: Sequence[Found] = (),
) -> tuple[Found, ...]:
    """The actors named with a deed beside its doer, joined to it or after it; four at most.

    ``beside`` are others known to have done or suffered it.
    """
    first = source.end if source is not None and source.start >= hit.end else hit.end
    out = [*beside] if reading.english else _joined(reading, source, hit.start)
    met = of_an_encounter(reading, hit, sentence[1])
    stop = _next_clause(reading, first, min(sentence[1], first + _BESIDE))
    for actor in reading.actors_in(first, stop):
        if actor.start in met or _backs(reading, actor) or _only_tells(reading, hit, actor):
            continue
        if (source is None or actor.actor.id != source.actor.id) and all(
            actor.actor.id != o.actor.id for o in out
        ):
            out.append(actor)
    return tuple(out[:4])


def _only_tells(reading: Reading, hit: Hit, actor: Found) -> bool:
    """«بحسب المرصد السوري», «كما نقلت فرانس برس»: who tells of the deed has no part in it."""
    if actor.actor.kind == "media" and actor.start - hit.end > 1:
        return True
    before = reading.words[max(hit.end, actor.start - _SAYS) : actor.start]
    return any({word, word.removeprefix("و")} & _SOURCE for word in before)


def _backs(reading: Reading, actor: Found) -> bool:
    """«five Iran-backed fighters»: Iran is not among them."""
    after = reading.words[actor.end : actor.end + 2]
    return reading.english and after[:1] == ["-"]


def _next_clause(reading: Reading, first: int, stop: int) -> int:
    """Where what is told beside a deed begins: «المعارك في حلب، وقال كيري», «بينما التقى …»."""
    if not _CLAIMED.isdisjoint(word for word in reading.words[first : stop + _BESIDE]):
        return stop  # «هجوم أعلن تنظيم داعش مسؤوليته عنه»
    end = min(stop + _SAYS, len(reading.tokens))
    for k in range(first, stop):
        if reading.english and reading.words[k] == "," and told_by(reading, k, end):
            return k  # «…, the Kremlin said»
        if reading.words[k] in _MEANWHILE:
            return k
        hit = reading.hit_at(k)
        if hit is None or hit.trigger.form != "verb":
            continue
        apart = "و" in hit.prefix or reading.words[k - 1] == ","
        if apart and hit.trigger.type in ("STATEMENT", "CONSULT"):
            return k  # not «موقع تابع لتنظيم داعش»
    return stop


def against_their_state(reading: Reading, source: Found) -> bool:
    """«فصائل سورية معارضة»: a land's people who are not of its state."""
    if source.actor.kind != "state":
        return False
    near = reading.words[max(0, source.start - 1) : source.end + 2]
    return any(word.removeprefix("ال") in context_words("rebels") for word in near)


def _joined(reading: Reading, source: Found | None, stop: int) -> list[Found]:
    """«شنت الولايات المتحدة وفرنسا وبريطانيا … ضربات»: those joined to the doer before the noun."""
    out: list[Found] = []
    end = source.end if source is not None else stop
    for actor in reading.actors_in(end, stop):
        if actor.start != end or "و" not in actor.prefix:
            break
        out.append(actor)
        end = actor.end
    return out


def is_passive(reading: Reading, source: Found) -> bool:
    """«يُتهم كيري من جانب معارضيه»: the actor after the verb suffers it."""
    return reading.words[source.end : source.end + 2] in _BY


def is_told_of(reading: Reading, hit: Hit, source: Found) -> bool:
    """«واتهم بريطانيا وفرنسا بالتبعية», «وحثت أنقرة على وقف الهجمات»: whom it is said of or to.

    Who accuses or urges is named before the accused; one alone before what he is accused of, or
    urged to, is no speaker. «مطالبة مجلس الأمن بتنفيذ القرار», «الدعوة لمجلس الأمن» name him too.
    """
    if reading.english or source.start < hit.end:
        return False
    if hit.trigger.form == "noun":
        word = reading.words[hit.start][len(hit.prefix) :]
        return hit.trigger.type == "DEMAND" and (word in _CLAIMING or "ل" in source.prefix)
    word, end = reading.words[hit.start][len(hit.prefix) :], source.end
    for actor in reading.actors_in(source.end, source.end + _BESIDE):
        if actor.start - end > 1 or "و" not in actor.prefix:
            break
        end = actor.end
    after = reading.words[end] if end < len(reading.tokens) else ""
    if hit.trigger.type == "ACCUSE":
        of_it = after.startswith("ب") and after not in _NO_CHARGE
        return of_it and not reading.actors_in(end, end + 1)
    return hit.trigger.type == "DEMAND" and word in _URGES and after == _ON


def before_the_verb(reading: Reading, hit: Hit) -> Found | None:
    """«وكانت أميركا قد اتهمت النظام بشن هجوم»: who accuses, named before the verb."""
    first = reading.sentences[hit.sentence][0]
    if hit.prefix or hit.trigger.form != "verb":
        return None
    near = [a for a in reading.actors_in(first, hit.start) if a.prefix in ("", "و")]
    was = reading.words[first].lstrip("وف") in _WAS
    if was and near and near[0].start == first + 1:
        return near[0]
    between = reading.tokens[near[-1].end : hit.start] if near else []
    return near[-1] if near and all(token.text in _LEADING for token in between) else None


def is_suffered(reading: Reading, hit: Hit) -> bool:
    """«اغتيل الوزير في بيروت»: whoever is named beside such a verb suffered it."""
    word = reading.words[hit.start][len(hit.prefix) :]
    return hit.trigger.form == "verb" and word in _SUFFERED
