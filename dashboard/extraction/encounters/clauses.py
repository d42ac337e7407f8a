"""Where the phrase after a trigger ends and the clause before it begins."""

from __future__ import annotations

from dashboard.dates.calendars import FUTURE
from dashboard.dates.tense import word_tense
from dashboard.extraction.encounters.parties import PHRASE, WHO, partner_word
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.lexicon import lexicon
from dashboard.text import fold_word

_BEFORE = 22  # words before a trigger
_NAME = 20  # words of the longest title with a name
_APPOSED = 14  # words between commas that say who one is
_CAUSES = word_set("clauses", "causes")
_LEAVES = word_set("visits", "leaves")
_BEFORE_QUOTES = word_set("shared", "said_that") | word_set("clauses", "to")
_THAT_TIME, _SINCE = fold_word("ذلك"), fold_word("منذ")
_APART = word_set("clauses", "apart")
_EACH_OF = ("كل", "كلا")
_MOMENT = word_set("clauses_of_time", "moment")
_JUST = word_set("clauses_of_time", "just")
_LED = 14  # words from «التي قادتها» to «بين»
_GATHERS = 4  # words from «القمة» to «التي تضم»
_DURING = word_set("clauses", "during")
_LEADERS = word_set("clauses", "leaders")
_ABOUT, _CLOSES = word_set("clauses", "about"), word_set("clauses", "closes")
_CONFERENCE = 60  # words from a conference to those who are there
_OF_HIS_OWN = word_set("clauses", "begins_or_ends")
_ASIDE, _AROUND = word_set("clauses", "aside"), word_set("clauses", "before_or_after")
_SHORT, _WITH = 7, fold_word("مع")  # words of an aside
_THERE = 3  # words from «شارك فيه» to who did
_TOPIC, _TITLE = 12, 10  # words of what talks were about, and of a title before its name


def right_end(reading: Reading, hit: Hit, sentence: tuple[int, int]) -> int:
    """The token at which the phrase after a trigger ends."""
    lex = lexicon()
    stop = min(sentence[1], hit.end + PHRASE)
    past = hit.end  # an aside
    opens = lex.right.opens(("", "و", "ف"))
    for k in range(hit.end, stop):
        if k < past or k in reading.actor_tokens:
            continue
        if k in reading.dated and not _counts_from(reading, k):
            continue  # «الذي جمع بعد ظهر الثلاثاء رئيس المجلس …»
        text = reading.words[k]
        if text == "قبل" and reading.words[k - 1] == "من":
            continue  # «التقى من قبل بممثلين»
        if text in lex.around and k + 1 < stop and reading.words[k + 1] == _THAT_TIME:
            continue  # «وصل كيري بعد ذلك إلى لندن»
        if text in _JUST and k + 1 < stop and reading.words[k + 1] in _MOMENT:
            continue  # «وصل المبعوث، قبل قليل، إلى صنعاء»
        if text == _SINCE and _asides(reading, hit, k):
            return k  # «استقبلت إيران السلطان، في أول زيارة منذ تنصيب روحاني»
        if text == "وسوف" or (text.startswith("وس") and word_tense(text) == FUTURE):
            return k  # «يستقبل لافروف، وسيجري الوزير محادثات مع …»
        if told_ahead(reading, hit, k):
            return k  # «إن لقاءه مع ترامب سيتناول القضايا بين تركيا والولايات المتحدة»
        holds = text.startswith("و") and text[1:] in lex.holding
        own = text[1:] in _CLOSES or text[1:] not in lex.partaking
        if holds and own and reading.words[k - 1] == ",":
            return k  # «التقى بوتين، وعقد في اليوم التالي اجتماعاً مع لافروف»
        if text[:1] == "و" and text[1:] in _OF_HIS_OWN and reading.words[k - 1] == ",":
            return k  # «محادثات مع السيسي، واختتم جولته في أنقرة بلقاء أردوغان»
        if text in lex.holding and _has_its_subject(reading, hit, k):
            return k  # «قبيل الاجتماع الموسع عقد كيري لقاء مع لافروف»
        ends = text in opens and lex.right.at(reading.tokens, k, ("", "و", "ف")) is not None
        if text == "," and reading.words[hit.end] in lex.held_by_them:
            return k  # «اجتماع عقدته في فيينا أمس، المنظمة إلى جمع ممثلين عن …»
        if text == ":" and reading.words[k - 1] in _APART:
            continue  # «التقى كلاً على حدة: رئيس الوفد …»
        if text == ":" and reading.words[k - 2] in _EACH_OF and reading.words[k - 1] == "من":
            continue  # «استقبل كلاً من: سفير الكويت …»
        if text in (";", ":") or ends:
            if gathers(reading, hit, k) or _topic_ends(reading, k, stop) or _led(reading, hit, k):
                continue
            if _lasted(reading, hit, k):
                continue
            past = _aside_ends(reading, k, stop)
            if past > k:
                continue
            return k
        other = reading.hit_at(k)
        if other is not None and (
            other.trigger.form == "verb"
            or (other.trigger.type == "CONSULT" and reading.words[k - 1] in lex.then)
            or (other.trigger.type == "CONSULT" and _gathered(reading, other, stop))
            or (other.trigger.type == "CONSULT" and reading.words[k - 1] in lex.to_hold)
            or (other.trigger.type == "CONSULT" and _held_beside(reading, hit, other))
        ):
            return k
    return stop


def conference_end(reading: Reading, hit: Hit, stop: int) -> int:
    """The token up to which those who are at a conference may be named.

    «مؤتمر … الذي يستمر ثلاثة أيام …، بحضور …», but not «…، مشيراً إلى أن القادة …», «… جراء
    الانقلاب من قبل الحوثيين».
    """
    stop = min(stop, hit.end + _CONFERENCE)
    ends = lexicon().saying | _CAUSES
    return next((k for k in range(hit.end, stop) if reading.words[k].lstrip("و") in ends), stop)


def _asides(reading: Reading, hit: Hit, k: int) -> bool:
    """Whether a comma stands between a verb, or a visit, and a word."""
    of_whom = hit.trigger.form == "verb" or hit.trigger.mode == "visit"
    return of_whom and any(word == "," for word in reading.words[hit.end : k])


def _has_its_subject(reading: Reading, hit: Hit, k: int) -> bool:
    """Whether a verb of holding begins a clause of its own after a noun: who holds is beside it."""
    near = reading.actors_in(k + 1, k + 2)
    named = bool(near) and near[0].start == k + 1 and near[0].actor.kind == "person"
    return named and hit.trigger.form == "noun" and not near[0].prefix


def _held_beside(reading: Reading, hit: Hit, other: Hit) -> bool:
    """«عقد قبل لقائه عباس اجتماعاً مع الملك»: what was held, before or after one of his own."""
    before = [word.lstrip("وف") for word in reading.words[hit.start - 2 : hit.start]]
    own = reading.words[hit.start].endswith(("ه", "ها")) and hit.trigger.form == "noun"
    beside = len(before) == 2 and before[0] in lexicon().holding and before[1] in _AROUND
    return own and beside and other.trigger.form == "noun" and not other.prefix


def _aside_ends(reading: Reading, k: int, stop: int) -> int:
    """«بين الجيش، الذي يضم فصائل، والروس»: past a clause between two sides, else ``k``.

    So too past «اجتمع أمس، قبل انطلاق المشاورات، مع …».
    """
    if reading.words[k] in _ASIDE and reading.words[k - 1] == ",":
        near = range(k, min(stop - 1, k + _SHORT))
        comma = next((j for j in near if reading.words[j] == ","), -1)
        return comma if comma > 0 and reading.words[comma + 1] == _WITH else k
    if reading.words[k] not in WHO or reading.words[k - 1] != ",":
        return k
    last = [a for a in reading.actors_in(k - _NAME, k) if a.end == k - 1]
    if not last or partner_word(reading, last[-1].start) < 0:
        return k
    for j in range(k + 1, min(stop, k + _APPOSED)):
        if reading.words[j] == ",":
            joined = reading.actors_in(j + 1, j + 2)
            return j if joined and "و" in joined[0].prefix else k
    return k


def _counts_from(reading: Reading, k: int) -> bool:
    """«بعد ثلاثة أيام من زيارة …»: the words that begin what a day is counted from."""
    near = reading.dates_in(k, k + 1)
    return any(mention.kind == "duration" and span[0] == k for mention, span in near)


def _led(reading: Reading, hit: Hit, k: int) -> bool:
    """«المحادثات التي قادتها الأمم المتحدة في يونيو بين …»: who led them, before who held them."""
    if reading.words[k] not in WHO or k != hit.end or hit.trigger.form != "noun":
        return False
    near = reading.words[k + 1 : k + _LED]
    return near[:1] != [] and near[0] in lexicon().led_by and "بين" in near


def gathers(reading: Reading, hit: Hit, k: int) -> bool:
    """«القمة الثلاثية التي تضم إيران وروسيا وتركيا»: who meets stands in a relative clause."""
    if hit.trigger.form != "noun" or k + 1 >= len(reading.tokens) or k - hit.end > _GATHERS:
        return False
    if reading.words[k].removeprefix("و") not in WHO:
        return False
    return (
        reading.words[k + 1] in lexicon().gathers
        or lexicon().held.at(reading.tokens, k + 1, ("", "س")) is not None
    )


def _lasted(reading: Reading, hit: Hit, k: int) -> bool:
    """«وجمع اللقاء الذي دام أربع ساعات لافروف وكيري»: how long it took, before who was there."""
    before = reading.words[hit.start - 1].removeprefix("و") if hit.start else ""
    those = before in lexicon().gathers or before in lexicon().attending
    relative = k == hit.end and reading.words[k] in WHO
    return those and relative and lexicon().lasting.at(reading.tokens, k + 1, ("",)) is not None


def told_ahead(reading: Reading, hit: Hit, k: int) -> bool:
    """Whether a word tells what an encounter will be about or bring: «سيتناول», «سيبحث»."""
    word, before = reading.words[k], reading.words[k - 1]
    if hit.trigger.form != "noun" or word[:1] != "س" or word_tense(word) != FUTURE:
        return False
    first = reading.sentences[hit.sentence][0]
    if hit.start > first + 1 and reading.words[hit.start - 1] != "ان":
        return False  # «إن عنان الذي أجرى محادثات مع الأسد سيسافر»
    held = lexicon().held.at(reading.tokens, k, ("", "س")) is not None
    return before not in WHO and not held and word not in lexicon().gathers


def _gathered(reading: Reading, hit: Hit, stop: int) -> bool:
    """«سبق اجتماع كيري ووزراء المجلس اجتماع ثلاثي ضم كيري و…»: another, with who was there."""
    after = reading.words[hit.end : min(stop, hit.end + _GATHERS // 2)]
    told = any(word in lexicon().gathers for word in after)
    return told and hit.trigger.form == "noun" and not hit.prefix


def _topic_ends(reading: Reading, k: int, stop: int) -> bool:
    """«محادثات حول الوضع في سوريا مع علي شمخاني»: a person after what the talks were about."""
    if reading.words[k] not in _ABOUT:
        return False
    for j in range(k + 1, min(stop, k + _TOPIC)):
        if j in reading.actor_tokens:
            continue
        text = reading.words[j]
        if text.removeprefix("و") in lexicon().there and reading.actors_in(j + 1, j + _THERE):
            return True  # «محادثات حول سوريا بمشاركة كيري ولافروف»
        leaders = reading.words[min(j + 1, stop - 1)] in _LEADERS
        if text == "بين" and leaders and len(reading.actors_in(j + 1, j + _TITLE)) > 1:
            return True  # «قمة بشأن سوريا بين زعماء روسيا وفرنسا»
        if text == "," and reading.words[min(j + 1, stop - 1)] in lexicon().there:
            continue  # «محادثات حول سوريا في جنيف، بحضور كيري ولافروف»
        if text in (",", ";", ":") or (
            (h := reading.hit_at(j)) is not None and h.trigger.form == "verb"
        ):
            return False
        if text in ("مع", "ومع"):
            partner = reading.actors_in(j + 1, min(stop, j + _TITLE))
            return (
                bool(partner) and partner[0].actor.kind == "person"
                and partner_word(reading, j + 1) == j
            )  # fmt: skip
    return False


def left_start(reading: Reading, hit: Hit, sentence: tuple[int, int]) -> int:
    """The token at which the clause before a trigger begins."""
    lex = lexicon()
    for k in range(hit.start - 1, max(sentence[0], hit.start - _BEFORE) - 1, -1):
        text = reading.words[k]
        if (
            text == ","
            and k == hit.start - 1
            and any(a.end == k for a in reading.actors_in(k - _NAME, k))
        ):
            continue  # «إن رئيس النظام، بشار الأسد، زار …»
        aside = hit.trigger.mode == "phone" and k == hit.start - 2
        if text == "," and aside and reading.words[k + 1] in _DURING:
            continue  # «طلب ماكرون من بوتين، في اتصال هاتفي، أن …»
        named = any(a.end == k for a in reading.actors_in(k - _NAME, k))
        if text == '"' and k == hit.start - 1 and hit.trigger.form == "verb" and named:
            continue  # «قالت إن كيري "اتصل بالوزير"»
        if text == '"' and k == hit.start - 1 and reading.words[k - 1] in _BEFORE_QUOTES:
            continue  # «إلى "لقاء مغلق"», «قال إنه "بحث مع نظيره"»
        if text in (";", ":", '"') or (text == "," and _told_before(reading, sentence[0], k)):
            return k + 1
        if lex.left.at(reading.tokens, k, ("", "و", "ف")):
            return k + 1
    return max(sentence[0], hit.start - _BEFORE)


def _told_before(reading: Reading, first: int, comma: int) -> bool:
    """Whether a clause with an event of its own ends at a comma (not a name's comma)."""
    inside = any(comma < a.end for a in reading.actors_in(comma - _NAME, comma))
    return not inside and any(
        (h := reading.hit_at(k)) is not None
        and (h.trigger.type == "CONSULT" or h.trigger.form == "verb")
        and reading.words[h.end - 1].lstrip("وفس") not in _LEAVES
        for k in range(first, comma)
    )
