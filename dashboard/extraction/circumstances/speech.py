"""Who says it: statements, the speaker a sentence inherits, and who asserts a figure."""

from __future__ import annotations

from dashboard.extraction.actors.given import given_names
from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.circumstances.teams import delegation_of
from dashboard.extraction.circumstances.voices import (
    OF_IT,
    leads_to,
    right_before,
    says,
    told_by_its_tie,
)
from dashboard.extraction.english.subjects import subject_before
from dashboard.extraction.english.vocabulary import vocabulary
from dashboard.extraction.places.lands import side_of
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.phrases import load
from dashboard.text import fold_word
from dashboard.values import dataclass

_ACCUSED = 9  # words from «اتهم» to the accused
SUBJECT_REACH = 9
_STOP = word_set("shared", "that")
_THEN = frozenset((",", fold_word("فقد"), fold_word("قد")))
_WAS = word_set("shared", "was")
_FEMININE, _AT_THE_TIME = "التي", (fold_word("وقت"), fold_word("الوقت"))
_WHO, _RELATIVE = ("الذي", _FEMININE), 20  # words of a name and its title before «الذي رفض»
_THAT_IT = word_set("speech", "that_it")
_SOURCE = word_set("speech", "source")
_BODIES = word_set("speech", "bodies")
_SPOKESMEN = word_set("speech", "spokesmen")
_OF_THEIRS = word_set("speech", "of_theirs")
_RECORDS, _ANNOUNCES = word_set("speech", "records"), word_set("speech", "announces")
_GIVES = _RECORDS | _ANNOUNCES | frozenset("و" + word for word in _RECORDS)
_BY_WHOM = _SOURCE | frozenset("و" + word for word in _SOURCE)
_TELL_WHO = _BY_WHOM | _GIVES
_OWNS_UP, _OWNED = word_set("speech", "owns_up"), 8  # words from «أعلن» to «مسؤوليته»
_RECORDERS, _WHOSE = ("organisation", "armed_group"), 2  # words of «ميليشيا» before the name
_STOPS = _STOP | word_set("shared", "said_that") | {":"}
_TO_IT = ("الي", "الان")
_EACH, _AT_THE, _ON = fold_word("كل"), fold_word("لدى"), fold_word("على")
_ONE_OF_THEM = ("a", "an", "one")  # «said a senior figure in a rights group»
_MEANWHILE = word_set("deed_parties", "meanwhile")
_SPEAKS_OF = word_set("speech", "speaks_of")
_QUOTED_NAME = 8  # words of a name between quotation marks
_BEFORE = 4  # sentences back to «وزارة الصحة», of which «الوزارة» speaks
_IN_IT = ("فيها", "خلالها")
_BODY = 5  # letters of a body's word

_CONTEXT = load("language/triggers.toml")["context"]
_ANONYMOUS, _NO_PEOPLE = (
    frozenset(fold_word(w) for w in _CONTEXT[name]) for name in ("anonymous", "no_people")
)


@dataclass(frozen=True, slots=True)
class Said:
    """A reporting verb and its speaker."""

    hit: Hit
    speaker: Found


def find_speech(reading: Reading) -> tuple[list[Said], dict[int, Found]]:
    """The statements with named speakers, and who speaks at the start of each sentence.

    «وأوضح أنه التقى …» has no subject of its own: it is the last speaker's, in the same paragraph
    or the one before.
    """
    said: list[Said] = []
    speakers: dict[int, Found] = {}
    current: Found | None = None
    for hit in reading.hits:
        if hit.trigger.type != "STATEMENT" or hit.trigger.form != "verb" or not says(reading, hit):
            continue
        subject = subject_of(reading, hit) or _the_body(reading, hit)
        if subject is not None:
            said.append(Said(hit, subject))
            current = subject
        elif (
            _english_source(reading, hit) if reading.english
            else _own_subject(reading, hit) or _by_name(reading, hit, current)
        ):  # fmt: skip
            current = None  # «وكان المركز … قدر»: somebody speaks who is not known
            speakers.pop(hit.sentence, None)
            continue
        if current is not None:
            speakers.setdefault(hit.sentence, current)
    return said, speakers


def _own_subject(reading: Reading, hit: Hit) -> bool:
    """Whether a verb of saying names a subject of its own, known or not.

    It has none where it opens its clause and what is said follows («وأوضح أنه», «مضيفاً: …»).
    """
    first = reading.sentences[hit.sentence][0]
    opens = hit.start - first <= 1 or reading.words[hit.start - 1] in (",", ";", '"', "كما")
    if not opens:
        near = reading.words[max(first, hit.start - 2) : hit.start]
        if near[-1].startswith("ال") or reading.words[first].lstrip("وف") in _WAS:
            return True
        if any(anonymous(word) or word in _BODIES for word in near):
            return True  # «لكن جماعات طبية تقول إن»
    following = reading.words[hit.end] if hit.end < len(reading.tokens) else ""
    named = following.startswith("ال") or anonymous(following) or following in _BODIES
    return named and hit.end not in reading.dated


def _by_name(reading: Reading, hit: Hit, last: Found | None) -> bool:
    """«قال أحمد الشيخو، رئيس المكتب»: somebody named in full who is on no list, not the last."""
    name = reading.words[hit.end : hit.end + 2]
    if len(name) < 2 or name[0] not in given_names() or not name[1].isalpha():
        return False
    if _STOPS.union((_ON,)).intersection(name) or hit.end in reading.dated:
        return False
    return last is None or name[1] not in fold_word(last.actor.name_ar).split()


def _the_body(reading: Reading, hit: Hit) -> Found | None:
    """«أعلنت وزارة الصحة … وقالت الوزارة»: the body of that word named last, close before."""
    if reading.english or hit.end >= len(reading.tokens):
        return None
    word = reading.words[hit.end]
    if not word.startswith("ال") or len(word) < _BODY or word[2:] not in _BODIES:
        return None
    first = reading.sentences[max(0, hit.sentence - _BEFORE)][0]
    for actor in reversed(reading.actors_in(first, hit.start)):
        named = reading.words[actor.start]
        if word[2:] in (named, named.lstrip("وفبل"), named.removeprefix("ال")):
            return actor
    return None


def _english_source(reading: Reading, hit: Hit) -> bool:
    """«an official said», «medics reported»: somebody without a name speaks."""
    before = reading.words[hit.start - 1] if hit.start else ""
    after = reading.words[hit.end] if hit.end < len(reading.tokens) else ""
    unnamed = vocabulary().anonymous - vocabulary().pronouns
    return before in unnamed or after in unnamed or after in _ONE_OF_THEM


def subject_of(reading: Reading, hit: Hit) -> Found | None:
    """The actor that acts in a verb's clause: after it («قال كيري»), else right before it."""
    if reading.english:
        return subject_before(reading, hit)
    sentence = reading.sentences[hit.sentence]
    near = reading.words[hit.end : min(hit.end + 2, sentence[1])]
    following, after = [*near, "", ""][:2]
    of_it = following in OF_IT and after not in _STOPS  # «التي أعلن عنها الوزير»
    if hit.start and reading.words[hit.start - 1] in _WHO and not of_it:
        if following in _THAT_IT and _not_of_it(reading, hit):
            return None  # «الميليشيات الحوثية التي قال إنها …»: he said it of them
        named = reading.actors_in(max(sentence[0], hit.start - _RELATIVE), hit.start - 1)
        if not named or hit.start - 1 - named[-1].end > 1:
            return None
        if named[-1].actor.kind != "person" and _not_of_it(reading, hit):
            return None
        of_a_deed = reading.words[hit.start - 1] == _FEMININE and _event_of(reading, named[-1])
        return None if of_a_deed and following not in _IN_IT else named[-1]
    stop = min(sentence[1], hit.end + SUBJECT_REACH)
    if following == "من":
        if hit.trigger.type != "STATEMENT":
            return None  # «وطلب من المعارضة الاجتماع»: of whom it is asked
        stop = hit.end  # «أما الأمم المتحدة فقد حذرت من كارثة»
    for k in range(hit.end, stop):
        if reading.words[k] in _STOPS:
            if any(actor.start == k for actor in reading.actors_in(k, k + 1)):
                continue  # «أعلن بان كي مون», spelt like «بأن»
            stop = k
            break
        if reading.words[k] == '"' and not _quoted_name(reading, k):
            stop = k
            break
    if reading.words[sentence[0]].lstrip("وف") in _WAS and not hit.prefix:
        before = [a for a in reading.actors_in(sentence[0], hit.start) if a.end == hit.start]
        if before:
            return before[-1]  # «وكان المركز قدر عدد القتلى»
    if hit.end < stop and (anonymous(reading.words[hit.end]) or _the_people(reading, hit.end)):
        return None
    # «قصفت طائرات التحالف»: the trigger's last word may begin the name.
    for actor in reading.actors_in(hit.start + 1, stop):
        word = reading.words[actor.start - 1]
        if delegation_of(reading, actor.start - 1):
            return actor  # «قال وفد من الائتلاف عقب لقائه الوزير»
        met = reading.hits_in(hit.end, actor.start)
        if met and met[-1].trigger.type == "CONSULT" and met[-1].end == actor.start:
            continue  # «قال عقب لقائه الوزير»
        if word == _AT_THE and reading.actors_in(actor.start - 2, actor.start - 1):
            continue  # «المراقب الدائم لدولة فلسطين لدى الأمم المتحدة …»
        if word in ("في", "علي", "عن", "الي", "مع", "من", "ل", "ضد", "حول", "ان"):
            if word != "من" or reading.words[actor.start - 2] != _EACH:
                continue  # «أكدت كل من فرنسا وألمانيا»
        if actor.prefix.strip("و") and actor.via != "pair":
            if actor.prefix == "ل" and (
                reading.words[hit.end] in _SPOKESMEN
                or (word in _OF_THEIRS and _of_a_body(reading, hit))
            ):
                return actor  # «المتحدث العسكري للجيش المصري», «المكتب الإعلامي التابع لحماس»
            continue
        if not leads_to(reading, hit, actor):
            break
        return actor
    begin = hit.start
    while begin > sentence[0] and reading.words[begin - 1] in _THEN:
        begin -= 1  # «لكن السفير الروسي، فاسيلي نيبينزيا، فقد أكد»
    left = [
        a for a in reading.actors_in(max(sentence[0], hit.start - 16), hit.start)
        if right_before(reading, a, begin)
    ]  # fmt: skip
    if not left or hit.prefix.startswith("و"):
        return None
    return told_by_its_tie(reading, left[-1], sentence[0])


def _not_of_it(reading: Reading, hit: Hit) -> bool:
    """«سوريا التي هدد بضربها»: a verb of the other gender than its «التي» has another subject."""
    word = reading.words[hit.start][len(hit.prefix) :]
    if word.startswith("ت") or word.endswith(("وا", "ون")):
        return False  # «الذي توعد», «التي تهدد»
    return word.endswith("ت") != (reading.words[hit.start - 1] == _FEMININE)


def _event_of(reading: Reading, actor: Found) -> bool:
    """«وفاة الملا عمر التي أُعلنت»: what befell somebody was told, not by him."""
    before = reading.words[actor.start - 1] if actor.start else ""
    return before.endswith("ه") and not before.startswith("ال") and before not in _BODIES


def _of_a_body(reading: Reading, hit: Hit) -> bool:
    """«أعلنت السلطات الصحية التابعة للمعارضة»: a body says it, no post of theirs is shelled."""
    said = hit.trigger.type == "STATEMENT"
    return said and reading.words[hit.end].removeprefix("ال") in _BODIES


def owns_up(reading: Reading, hit: Hit) -> bool:
    """«أعلن مسؤوليته عن هجوم أسفر عن مقتل 18»: the deed is its own, the toll need not be."""
    near = reading.words[hit.end : min(hit.end + _OWNED, len(reading.tokens))]
    return any(word in _OWNS_UP for word in near)


def _quoted_name(reading: Reading, k: int) -> bool:
    """«أعلنت جماعة "الحوثيين"»: a quotation mark at ``k`` around a name, not what is said."""
    begun = [a for a in reading.actors_in(k + 1, k + 2) if a.actor.kind != "state"]
    if reading.words[k - 1] == "ل":
        return False  # «قال ل"الرياض"»: the paper he spoke to
    if begun and reading.words[min(begun[0].end, len(reading.tokens) - 1)] == '"':
        return begun[0].end - k <= _QUOTED_NAME
    ended = reading.actors_in(max(0, k - _QUOTED_NAME), k)
    return bool(ended) and ended[-1].end == k and reading.words[ended[-1].start - 1] == '"'


def anonymous(word: str) -> bool:
    """Whether a folded word is a speaker without a name («مسؤول», «مستشارون», «مصادر»)."""
    return word in _ANONYMOUS or (
        len(word) > 4 and word.endswith(("ون", "وا")) and not word.startswith("ال")
    )


def _the_people(reading: Reading, k: int) -> bool:
    """«يقول المدافعون عن الحقوق»: people in the plural, of no known group, are the subject."""
    word = reading.words[k]
    plural = word.startswith("ال") and word.endswith("ون") and word not in _NO_PEOPLE
    return plural and not reading.actors_in(k, k + 2)


def asserted_by(
    reading: Reading, token: int, said: list[Said], speakers: dict[int, Found]
) -> Found | None:
    """Who gives the figure at a token: «بحسب …», the sentence's speaker, else its inherited one."""
    number = reading.sentence_of(token)
    sentence = reading.sentences[number]
    for k in range(*sentence) if reading.english else ():
        source = vocabulary().according.at(reading.tokens, k)
        near = reading.actors_in(source.end, min(sentence[1], source.end + 8)) if source else []
        if near:  # «according to the Hamas-run ministry»: not Hamas
            return None if reading.words[near[0].end] == "-" else near[0]
    for k in reading.where(_TELL_WHO, *sentence):
        if reading.words[k] in _BY_WHOM:
            near = reading.actors_in(k + 1, min(sentence[1], k + 8))
            if near:
                words = (reading.words[j] for j in range(k + 1, near[0].start))
                # «بحسب ما أفاد نائب في البرلمان»: not the parliament says it.
                return None if _ANONYMOUS.intersection(words) else near[0]
        if reading.words[k] in _GIVES and k < token:
            giver = _who_gives(reading, sentence[0], k)
            if giver is not None:
                return giver
    headed = _before_a_colon(reading, sentence[0], token)
    if headed is not None:
        return headed
    own = [
        s for s in said
        if s.hit.sentence == number
        and not owns_up(reading, s.hit)
        and not reading.cue("denying", s.hit.start, s.hit.end)
    ]  # fmt: skip
    if reading.english:  # «officials put the toll at 22; Hamas said 31»
        part = _part(reading, sentence, token)
        own = [s for s in own if s.hit.start in part]
    before = [s for s in own if s.hit.start < token]
    after_them = before[-1].hit.end if before else sentence[0]
    for k in range(token - 1, after_them - 1, -1):
        if reading.words[k].lstrip("وف") in _SPEAKS_OF and not reading.english:
            near = [a for a in reading.actors_in(k + 1, token) if a.start == k + 1]
            return near[0] if near and not near[0].prefix else None
    accused = [
        h for h in reading.hits_in(sentence[0], token)
        if h.trigger.type == "ACCUSE" and h.trigger.form == "verb"
    ]  # fmt: skip
    if accused and not before and reading.english:
        return subject_before(reading, accused[-1])  # «Israel accused Hezbollah of killing 12»
    if accused and not before:
        near = reading.actors_in(accused[-1].end, accused[-1].end + _ACCUSED)
        if len(near) > 1 and near[0].start == accused[-1].end:
            return near[0]  # «اتهمت الخوذ البيضاء روسيا بقتل 20 مدنياً», not «قد اتهمت تونس»
    if before:
        if not reading.english and any(
            _somebody_else(reading, h)
            for h in reading.hits_in(before[-1].hit.end, token)
            if h.trigger.type == "STATEMENT" and h.trigger.form == "verb"
        ):
            return None  # «قال الحرس إنه …، وأعلنت سلطات الإقليم مقتل 4»
        speaker = before[-1].speaker
        office = speaker.via == "capital" and speaker.start > before[-1].hit.end
        return None if office else speaker  # «قال قائد عمليات بغداد»: not Iraq
    if own:
        return None if _of_another_clause(reading, own[0], sentence[0], token) else own[0].speaker
    denied = any(s.hit.sentence == number for s in said)
    return None if denied else speakers.get(number)


def _somebody_else(reading: Reading, hit: Hit) -> bool:
    """«وأعلنت سلطات الإقليم», «ذكر تلفزيون …»: a verb with a subject right after it, on no list."""
    if reading.words[hit.start - 1] in _WHO or hit.end >= len(reading.tokens):
        return False
    word = reading.words[hit.end]
    named = word.startswith("ال") and word not in _TO_IT
    return (named or anonymous(word) or word in _BODIES) and hit.end not in reading.dated


def _of_another_clause(reading: Reading, said: Said, first: int, token: int) -> bool:
    """«قالت مصادر إن 11 استشهدوا، فيما قال الجيش إن …»: who speaks later says something else."""
    if reading.english:  # «Officials say 49 were killed in an attack that IS said was its work»
        return any(
            h.trigger.type == "STATEMENT" and h.trigger.form == "verb"
            for h in reading.hits_in(first, token)
        )
    opens = min(said.hit.start, said.speaker.start)
    word = reading.words[opens]
    before = reading.words[opens - 1].lstrip("و") if opens > token else ""
    joined = "و" in (said.hit.prefix[:1], said.speaker.prefix[:1]) and word.startswith("و")
    unknown = any(
        h.trigger.type == "STATEMENT" and h.trigger.form == "verb"
        for h in reading.hits_in(first, token)
    )
    while_so = any(word in _AT_THE_TIME for word in reading.words[max(token, opens - 2) : opens])
    return joined or before in _MEANWHILE or while_so or unknown


def _who_gives(reading: Reading, first: int, k: int) -> Found | None:
    """«سجلت الشبكة السورية», «نعت ميليشيا الحوثي», «الوزارة تعلن»: the body beside its verb."""
    if reading.words[k] in _ANNOUNCES:
        before = [a for a in reading.actors_in(first, k) if a.end == k and not a.prefix]
        return before[0] if before and before[0].actor.kind != "person" else None
    near = reading.actors_in(k + 1, k + 1 + _WHOSE)
    giver = near[0] if near and near[0].actor.kind in _RECORDERS else None
    return giver if giver is not None and not giver.prefix else None


def _part(reading: Reading, sentence: tuple[int, int], token: int) -> range:
    """The words around a token up to the semicolons of its sentence."""
    ends = [k for k in range(*sentence) if reading.words[k] == ";"]
    first = max((k for k in ends if k < token), default=sentence[0])
    return range(first, min((k for k in ends if k > token), default=sentence[1]))


def _before_a_colon(reading: Reading, first: int, token: int) -> Found | None:
    """«المرصد السوري: مقتل 20 مدنياً»: who says it in a headline."""
    for actor in reading.actors_in(first, first + 1):
        if actor.end < token and reading.words[actor.end] == ":":
            return actor if actor.actor.kind != "state" or _of_elsewhere(reading, actor) else None
    return None


def _of_elsewhere(reading: Reading, state: Found) -> bool:
    """«روسيا: مقتل 30 مسلحاً في سوريا» is a state's word; «ليبيا: مقتل 5 في طرابلس» says where."""
    where = reading.places_in(state.end, reading.sentences[reading.sentence_of(state.start)][1])
    lands = {side_of(found.place.country) for found in where}
    return bool(lands) and state.actor.side not in lands
