"""What the words around an encounter say of its sides: a suffix, a preposition, who is there."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.encounters.parties import WHO, distinct, outside
from dashboard.extraction.encounters.wanted import during
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.lexicon import lexicon
from dashboard.extraction.vocabulary.titles import titles
from dashboard.text import fold_word

_BY_PHONE = word_set("meant", "by_phone")
_AT = frozenset(fold_word(w) for w in ("في", "خلال"))
IN_IT = word_set("meant", "in_it")
_GOES_ON = word_set("meant", "goes_on")
_CALLS = word_set("meant", "calls")
_OF, _RESULTS = fold_word("عن"), word_set("meant", "results")
_PRESS = word_set("frames", "press")
_HIS = 3
_BOTH = 5  # words from «المباحثات» to «بينهما»
_THERE = 4  # words from «بمشاركة» to who takes part
_WELCOMED, _SENT = word_set("shared", "welcomed"), word_set("meant", "sent")
_TO_ATTEND, _ATTENDS = word_set("frames", "to_attend"), 3  # words
_LEADER = 3  # words from «برئاسة» to his name
_DELEGATION, _HEAD, _HEADED = fold_word("الوفد"), fold_word("رأس"), 2  # sentences
_RECEIVED = tuple(word_set("meant", "received"))  # how such a verb begins
_FEMININE = word_set("meant", "feminine")
_GUESTS, _GOES_WITH = word_set("meant", "guests"), word_set("meant", "goes_with")
_IN, _FORMER = fold_word("في"), fold_word("الأول")
_HOW_MANY = word_set("meant", "how_many")
_TO_HOLD, _THAT = word_set("dating", "for_talks"), word_set("shared", "said_that")
_BEGINS_OR_ENDS, _ENDS = word_set("clauses", "begins_or_ends"), 8  # words from «يختتم» to «بلقاء»


def discussed_there(reading: Reading, hit: Hit, right: int) -> list[Found]:
    """«قمة تناقش خلالها روسيا، وتركيا، وإيران الوضع»: the subjects of a verb after «خلالها»."""
    if hit.end >= right or reading.words[hit.end] not in IN_IT:
        return []
    out: list[Found] = []
    for actor in reading.actors_in(hit.end + 1, right):
        joined = out and "و" in actor.prefix and actor.start - out[-1].end <= 1
        if not joined and (out or actor.start > hit.end + 1):
            break
        out.append(actor)
    return out if len(out) > 1 else []


def told_at(reading: Reading, hit: Hit) -> bool:
    """«قال الجبير في المؤتمر الصحفي المشترك مع …»: where somebody speaks."""
    before = reading.words[hit.start - 1] if hit.start else ""
    return before in _AT or during(reading, hit)


def speaks_to_the_press(reading: Reading, hit: Hit) -> bool:
    """«وقال في مؤتمر صحافي مشترك مع لافروف ودي ميستورا»: who says it stands with both."""
    near = reading.words[hit.start : hit.end]
    return told_at(reading, hit) and any(word.removeprefix("ال") in _PRESS for word in near)


def in_which(reading: Reading, hit: Hit) -> bool:
    """«توصلا إلى اتفاق، وذلك في محادثات استمرت ساعات»: where what is told before came about."""
    before = reading.words[max(0, hit.start - 2) : hit.start]
    return hit.trigger.form == "noun" and before == ["وذلك", "في"]


def takes_part(reading: Reading, actor: Found) -> bool:
    """«مؤتمر … بمشاركة وفود من النظام والمعارضة وحضور دي ميستورا»: who is said to be there."""
    if actor.via == "pair" or "و" in actor.prefix:
        return True
    joined = reading.words[actor.start - 1] if actor.start else ""
    if joined[:1] == "و" and joined[1:] in titles().styles:
        return True  # «بحضور فخامة الرئيس …، ودولة نائب الرئيس …»
    near = reading.words[max(0, actor.start - _THERE) : actor.start]
    return any(word.lstrip("و") in lexicon().there for word in near)


def with_them(reading: Reading, hit: Hit, after: Sequence[Found]) -> list[Found]:
    """«المفاوضات السورية بمشاركة وفود روسيا وتركيا وإيران»: others who sit with the two sides."""
    there = [
        k for k in range(hit.end, after[0].start if after else hit.end)
        if reading.words[k] in lexicon().there
    ]  # fmt: skip
    return [a for a in after if a.actor.kind != "media"] if there else []


def attended(reading: Reading, hit: Hit) -> bool:
    """«وحضر المؤتمر الرئيس …»: who stands right after it was there."""
    before = reading.words[hit.start - 1] if hit.start else ""
    return before.lstrip("وف") in lexicon().attending


def calls_him(reading: Reading, hit: Hit, named: Sequence[Found]) -> bool:
    """«هاتف كيري لافروف»: a verb whose object is called, without «مع» or ب."""
    called = reading.words[hit.start][len(hit.prefix) :] in _CALLS
    people = [a for a in named if a.actor.kind == "person"]
    return called and len(people) > 1 and people[-1].start > hit.start


def hosts_of_one_side(reading: Reading, hit: Hit, after: Sequence[Found]) -> bool:
    """«زار كيري القاهرة حيث التقى شكري والسيسي»: of a verb that goes on, both are objects."""
    lead = reading.words[hit.start - 1] if hit.start else ""
    goes_on = hit.prefix in ("و", "ف") or lead in _GOES_ON or _is_set(reading, hit)
    # «زار كيري القاهرة، التقى خلالها شكري والسيسي»
    on_it = hit.end < after[0].start and reading.words[hit.end] in IN_IT
    goes_on, first = goes_on or on_it, hit.end + on_it
    at = next((k for k in range(first, after[0].start + 1) if k not in reading.dated), first)
    listed = after[0].start == at and all(
        "و" in a.prefix or reading.words[a.start - 1] == "," for a in after[1:]
    )
    people = all(a.actor.kind == "person" for a in after)
    verb = hit.trigger.form == "verb"
    return verb and goes_on and listed and people and len({a.actor.side for a in after}) == 1


def _is_set(reading: Reading, hit: Hit) -> bool:
    """«يزور كيري الرياض. ومن المقرر أن يلتقي الملك وولي العهد»: he, and both of them."""
    words = reading.words[max(0, hit.start - 2) : hit.start]
    return words[-1:] == ["ان"] and words[0] in lexicon().set_for


def with_unknown(reading: Reading, hit: Hit, subject: Found) -> bool:
    """«التقى الرئيس الفرنسي بالمجموعات الكردية»: with somebody who is no known actor."""
    if subject.start != hit.end or subject.prefix or subject.via == "counterpart":
        return False
    k = subject.end
    if k >= len(reading.tokens) or k in reading.dated or reading.places_in(k, k + 1):
        return False
    word = reading.words[k]  # «استقبل الرئيس تبون رؤساء الوفود»
    return word.startswith("بال") or word == "مع" or word in _GUESTS


def his(reading: Reading, hit: Hit) -> bool:
    """«لقاء جمعه مع كيري»: of him who speaks."""
    near = reading.words[hit.end : hit.end + _HIS]
    return any(word in lexicon().his for word in near)


def purpose(reading: Reading, hit: Hit) -> bool:
    """«توجه إلى موسكو للقاء بوتين»: who goes is who meets."""
    return (
        hit.trigger.form == "noun"
        and hit.prefix in ("ل", "ول", "لل", "ولل")
        and reading.words[hit.start][len(hit.prefix) :].startswith(("لقا", "اجتماع"))
    )


def of_both(reading: Reading, hit: Hit, right: int) -> bool:
    """Whether the encounter is of two people named before: «التقيا», «جرت بينهما»."""
    if hit.trigger.mode == "talks" and any(
        h.trigger.type == "CONSULT" and h.start < hit.start
        for h in reading.hits_in(reading.sentences[hit.sentence][0], hit.start)
    ):
        return False  # «اتصل كيري بلافروف وبحثا …»: what the call was about
    near = range(hit.start, min(right, hit.end + _BOTH))
    return any(
        reading.words[k].lstrip("وفس") in lexicon().both or reading.words[k] in lexicon().both
        for k in near
    )


def opens_with(reading: Reading, k: int, word: str, stop: int | None = None) -> bool:
    end = min(k + 6, len(reading.tokens) if stop is None else stop)
    return any(reading.words[j] == word for j in range(k, end))


def possessive(reading: Reading, hit: Hit) -> bool:
    """«لقائه», «اجتماعه», «محادثاتهما»: the noun carries its subject."""
    text = reading.words[hit.start]  # of «مكالمة هاتفية», the noun
    if hit.prefix.endswith(("ال", "لل")):
        return False
    return (
        text.endswith(("ه", "ها", "هما"))
        and hit.trigger.form == "noun"
        and text.removeprefix(hit.prefix) not in _FEMININE
    )


def of_them(reading: Reading, hit: Hit, *, company: bool) -> list[Found]:
    """«وزراء خارجية المجلس … اجتماعهم مع كيري»: the body whose people they are.

    Without company it is of several who were named: «الوزراء وكيري، في اجتماعهم أمس».
    """
    word = reading.words[hit.start]
    if hit.trigger.form != "noun" or not word.endswith("هم") or hit.prefix.endswith("ال"):
        return []
    named = [
        a for a in reading.parties_in(reading.sentences[hit.sentence][0], hit.start)
        if a.actor.kind != "media"
    ]  # fmt: skip
    if not company:
        kinds = {a.actor.kind for a in named[:2]}
        return distinct(named) if kinds - {"state"} and reading.words[hit.start - 1] == "في" else []
    last = named[-1:]
    return last if last and last[0].actor.kind == "organisation" else []


def of_one(reading: Reading, hit: Hit) -> bool:
    """Whether a noun is one person's: «مشاوراته», not «محادثاتهما»."""
    text = reading.words[hit.start]
    return possessive(reading, hit) and not text.endswith(("هما", "هم"))


def of_somebody_unnamed(reading: Reading, hit: Hit) -> bool:
    """«قالت إن المجلس سيعقد محادثات مع …»: the verb has a subject, and no known one."""
    k = hit.start - 2
    if k < 1 or k in reading.actor_tokens or k in reading.dated:
        return False
    that = reading.words[k - 1] in ("ان", "بان")
    return that and reading.words[k].startswith("ال")


def receiving(reading: Reading, hit: Hit) -> bool:
    """«خلال استقباله المنسق المقيم وممثلة المفوضية»: all who are named are guests."""
    return of_one(reading, hit) and reading.words[hit.start].startswith(("استقبال",))


def guest_meant(reading: Reading, hit: Hit, host: Found) -> list[Found]:
    """«وصل الوزير إلى دمشق. وقيل إن الأسد استقبله»: the last person named before the host."""
    text = reading.words[hit.start]
    if not text.endswith(("ه", "ها")) or not text[len(hit.prefix) :].startswith(_RECEIVED):
        return []
    for number in (hit.sentence, hit.sentence - 1):
        if number < 0:
            break
        first, stop = reading.sentences[number]
        people = [
            a for a in reading.actors_in(first, min(stop, host.start))
            if a.actor.kind == "person" and a.actor.id != host.actor.id and not outside(reading, a)
        ]  # fmt: skip
        if people:
            # «فكان تشاور مع جنبلاط الذي استقبله»: the last before the host of whom it goes on
            related = reading.words[hit.start - 1] in WHO
            return people[-1:] if related else people[:1]
    return []


def welcomes(reading: Reading, actor: Found) -> bool:
    """«رحبت واشنطن بالمحادثات»: who speaks of an encounter of others."""
    before = reading.words[actor.start - 1] if actor.start else ""
    return before.lstrip("وف") in _WELCOMED


def of_others_told(reading: Reading, hit: Hit, subject: Found, after: Sequence[Found]) -> bool:
    """«غاب لافروف عن لقاء كيري والجبير»: of which somebody speaks, or from which he stays.

    So it is of «تعرض ميركل نتائج محادثات بروكسل» and of what he welcomes.
    """
    before = reading.words[hit.start - 1] if hit.start else ""
    told = (before == _OF and len(after) > 1) or (before in _RESULTS and not after)
    return welcomes(reading, subject) or (told and not possessive(reading, hit))


def their_delegation(reading: Reading, hit: Hit) -> list[Found]:
    """«وصل وفد من حماس … وسيجتمع الوفد مع …»: the body whose delegation was told last."""
    near = reading.words[max(0, hit.start - 1) : hit.end + 1]
    if _DELEGATION not in near:
        return []
    sent = [
        a for a in reading.actors
        if 2 < a.start < hit.start and a.actor.kind != "person"
        and any(word.removeprefix("ب") in _SENT for word in reading.words[a.start - 3 : a.start])
    ]  # fmt: skip
    if not sent:
        return _at_its_head(reading, hit)
    k = sent[-1].end
    if k < len(reading.tokens) and reading.words[k] in lexicon().leading:
        led = [a for a in reading.actors_in(k, k + _LEADER) if a.actor.kind == "person"]
        return led[:1] or sent[-1:]  # «وفد من حماس برئاسة هنية … وسيلتقي الوفد»: he who leads it
    return sent[-1:]


def who_set_out(reading: Reading, hit: Hit, before: list[Found]) -> list[Found]:
    """«بعد أن التقى عباس توجه كيري إلى القدس لإجراء محادثات»: he, not whom he had met."""
    near = reading.hits_in(before[0].end, hit.start)
    left = [h for h in near if h.trigger.mode == "visit" and h.trigger.form == "verb"]
    if not left or reading.words[hit.start - 1] not in _TO_HOLD:
        return before
    after = [a for a in before if a.start >= left[-1].start]
    return after[:1] or before[:1]


def of_who_tells(reading: Reading, hit: Hit, after: Sequence[Found]) -> bool:
    """«أعلن مكتب نتنياهو أن اللقاء مع بلينكن كان إيجابياً»: right after «أن», with one person."""
    k = hit.start - 1
    while k > 0 and reading.words[k] == '"':
        k -= 1
    people = [a for a in after if a.actor.kind == "person"]
    definite = hit.trigger.form == "noun" and hit.prefix == "ال"
    first = reading.sentences[hit.sentence][0]
    told = any(a.actor.kind == "person" for a in reading.actors_in(first, hit.start))
    return (
        told and definite and k > 0 and reading.words[k] in _THAT and len(people) == len(after) == 1
    )


def attended_by_comers(reading: Reading, hit: Hit) -> bool:
    """«وصل بوتين إلى طهران لحضور القمة مع نظيريه»: who came is at it."""
    near = [word.lstrip("ول") for word in reading.words[max(0, hit.start - _ATTENDS) : hit.start]]
    return any(word in _TO_ATTEND for word in near)


def _at_its_head(reading: Reading, hit: Hit) -> list[Found]:
    """«وصل هنية إلى القاهرة على رأس وفد …. وسيلتقي الوفد»: he who came at its head."""
    first = reading.sentences[max(0, hit.sentence - _HEADED)][0]
    heads = [
        k for k in range(first, hit.start - 2)
        if reading.words[k] == _HEAD and reading.words[k + 1] in titles().people
    ]  # fmt: skip
    if not heads:
        return []
    begin = reading.sentences[reading.sentence_of(heads[-1])][0]
    return [a for a in reading.actors_in(begin, heads[-1]) if a.actor.kind == "person"][:1]


def held_by_him(reading: Reading, hit: Hit) -> bool:
    """«وصل كارتر إلى أربيل، فيما عقد اجتماعاً مع …»: a verb of one man, without its subject.

    A day or how many may stand between («أجرى أمس سلسلة لقاءات»).
    """
    k = hit.start - 1
    while k > 0 and (k in reading.dated or reading.words[k] in _HOW_MANY):
        k -= 1
    before = reading.words[k].lstrip("وفس") if k >= 0 else ""
    return hit.trigger.form == "noun" and before in lexicon().holding


def of_the_pronoun(reading: Reading, hit: Hit, before: list[Found]) -> list[Found]:
    """«حث كوربن ماي على استغلال لقائها بولي العهد»: a suffix is one person."""
    text = reading.words[hit.start]
    if not possessive(reading, hit) or text.endswith("هما"):
        return before
    if (him := _accompanied(reading, hit)) is not None:
        return [him]
    if len(before) < 2:
        return before
    return before[-1:] if text.endswith("ها") else before[:1]


def adverb(reading: Reading, hit: Hit) -> bool:
    """«أطلع نظيره هاتفياً»: the caller is the subject of another verb."""
    return reading.words[hit.start] in _BY_PHONE


def of_his_own(reading: Reading, hit: Hit) -> bool:
    """Whether an encounter is of the subject by its suffix, or by how his verb tells it."""
    return possessive(reading, hit) or adverb(reading, hit) or _ends_with_it(reading, hit)


def _ends_with_it(reading: Reading, hit: Hit) -> bool:
    """«قبل أن يختتم جولته في أنقرة بلقاء الرئيس»: of him who ends, or begins, something with it."""
    if hit.trigger.form != "noun" or hit.prefix != "ب":
        return False
    near = range(max(reading.sentences[hit.sentence][0], hit.start - _ENDS), hit.start)
    verbs = [k for k in near if reading.words[k].lstrip("وفس") in _BEGINS_OR_ENDS]
    return bool(verbs) and not reading.actors_in(verbs[-1], hit.start)


def _accompanied(reading: Reading, hit: Hit) -> Found | None:
    """«رافق الوزير الملك سلمان في لقائه أوباما»: whom somebody goes with, right before «في»."""
    first = reading.sentences[hit.sentence][0]
    if not hit.start or reading.words[hit.start - 1] != _IN:
        return None
    near = [a for a in reading.actors_in(first, hit.start) if a.end == hit.start - 1]
    words = (word.lstrip("ولفس") for word in reading.words[first : hit.start])
    with_him = any(word in _GOES_WITH for word in words)
    return near[0] if near and with_him and near[0].actor.kind == "person" else None


def named_last(reading: Reading, hit: Hit, following: str) -> list[Found]:
    """«أول زيارة يقوم بها المعلم … التقى الأخير نظيره»: the person named last before.

    Of «عقد كيري ولافروف لقاء، كما اجتمع الأول مع نظيره» the first of the two in the sentence.
    """
    begin = hit.sentence if following == _FORMER else max(0, hit.sentence - 1)
    people = [
        a for a in reading.actors_in(reading.sentences[begin][0], hit.start)
        if a.actor.kind == "person"
    ]  # fmt: skip
    if following == _FORMER:
        return people[:1] if len(distinct(people)) == 2 else []
    return people[-1:] if following in lexicon().latter else []
