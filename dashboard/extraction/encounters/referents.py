"""Who is meant where the words of an encounter name nobody: «بحثا», «خلال اجتماعه معه»."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.encounters.parties import WHO, beside, distinct, outside
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.lexicon import lexicon
from dashboard.extraction.vocabulary.registry import registry
from dashboard.text import fold_word

_OPENS, _OPENING = ([fold_word("في")], [fold_word("خلال")], [fold_word("أثناء")]), 14
_ENVOYS = word_set("referents", "envoys_of")
_AROUND = word_set("referents", "around")
_ALREADY, _WAS = fold_word("قد"), word_set("story", "past_perfect")
_TITLED = 5  # words from «أن» to a name, its titles between
_WHO_BOTH = word_set("referents", "who_both")
_SENDS = word_set("referents", "sends")
_OF_TWO = word_set("referents", "of_two")
_MESSAGES = word_set("referents", "messages")
_WE = "نا"  # «التقينا», «بحثنا»
_VISITS = frozenset(fold_word(w) for w in ("زيارة", "جولة"))
_VISITOR = 14  # words
_HELD, _HOLDER = 30, 6  # words from the verb of holding to its noun, and to its subject
_SUBJECT = 22  # words of a subject of two with their titles
_BOTH_REACH = 2  # sentences
_WITH, _TOLD_OF = fold_word("مع"), 3  # sentences
_OFFICIAL = 4  # sentences back to the official who is meant
_THAT = word_set("shared", "said_that")
_HAD, _FOR = frozenset(fold_word(w) for w in ("سبق", "وسبق")), "ل"


def elided(reading: Reading, hit: Hit, speakers: dict[int, Found]) -> Found | None:
    """Who acts where the verb names nobody: the sentence's first person, else who was speaking.

    In a relative clause («دي ميستورا، الذي انتقل إلى موسكو والتقى لافروف») it is who is related.
    """
    sentence = reading.sentences[hit.sentence]
    if hit.trigger.form == "verb" and reading.words[hit.start].endswith(_WE):
        return _who_speaks_of_us(reading, hit, speakers)
    if (side := _official_of(reading, hit)) is not None:
        return _last_of(reading, hit, side)
    for k in range(hit.start - 1, sentence[0], -1):
        if reading.words[k] in WHO:
            near = [
                a for a in reading.actors_in(sentence[0], k)
                if k - a.end <= 2 and a.actor.kind == "person"
            ]  # fmt: skip
            if near and outside(reading, near[-1]):
                # «ولايتي، مستشار المرشد علي خامنئي، الذي»: of him who is named by another
                owners = [
                    a for a in reading.actors_in(sentence[0], near[-1].start)
                    if near[-1].start - a.end <= 2 and a.actor.kind == "person"
                ]  # fmt: skip
                near = owners or near
            if near:
                return near[-1]
            break
    for actor in reversed(reading.actors_in(max(sentence[0], hit.start - _VISITOR), hit.start)):
        before = reading.words[actor.start - 1].removeprefix("ال") if actor.start else ""
        if actor.actor.kind == "person" and before.lstrip("ب") in _VISITS:
            return actor  # «خلال زيارة للرئيس النيجيري … التقى خلالها أوباما»
        if actor.actor.kind == "person" and _FOR in actor.prefix and before in _HAD:
            return actor  # «وسبق لدي ميستورا أن التقى …»
    quoted = _quoted_from(reading, hit, sentence[0])
    if quoted >= 0 and hit.trigger.form == "verb" and not _own(reading, hit):
        # «قال نصر الله: "ترامب تاجر، وعندما استقبل ولي العهد …"»: not he who says it
        people = [a for a in reading.actors_in(quoted, hit.start) if a.actor.kind == "person"]
        return people[-1] if people and not outside(reading, people[-1]) else None
    owner = _of_whom_it_is_said(reading, hit, sentence[0])
    if owner is None and hit.trigger.form == "verb":
        owner = told_of(reading, hit, sentence[0])
    if owner is not None:
        return owner
    for actor in reading.actors_in(sentence[0], hit.start):
        if actor.actor.kind == "person" and not outside(reading, actor):
            if actor.start and reading.words[actor.start - 1].lstrip("وف") in _SENDS:
                continue  # «أوفد أوباما وزير خارجيته كيري إلى بغداد حيث التقى»
            if "ب" not in actor.prefix:  # «واجتمع بالرئيس السيسي، قبل أن يلتقي …»: not whom he met
                return actor
    speaker = speakers.get(hit.sentence)
    if speaker is not None and speaker.actor.kind != "media":
        return speaker
    if hit.sentence:
        return _who_was_told_of(reading, hit.sentence - 1)
    return None


def _who_was_told_of(reading: Reading, sentence: int) -> Found | None:
    """The first person of a sentence; past one that names only whom he met, of that before it."""
    for number in range(sentence, max(-1, sentence - _TOLD_OF), -1):
        people = [
            a for a in reading.actors_in(*reading.sentences[number])
            if a.actor.kind == "person" and not outside(reading, a)
        ]  # fmt: skip
        acting = [a for a in people if reading.words[a.start - 1] != _WITH]
        if acting or not people:
            return acting[0] if acting else None
    return None


def _official_of(reading: Reading, hit: Hit) -> str | None:
    """«التقى المسؤول الأممي …»: whose official the subject of the verb is, where it is so told."""
    if hit.trigger.form != "verb" or hit.end + 1 >= len(reading.tokens):
        return None
    if reading.words[hit.end] not in lexicon().officials or hit.end in reading.actor_tokens:
        return None
    word = reading.words[hit.end + 1]
    return lexicon().of_bodies.get(word) or registry().adjective(word) or None


def _last_of(reading: Reading, hit: Hit, side: str) -> Found | None:
    """The person of that side named last in the sentences before, or nobody."""
    first = reading.sentences[max(0, hit.sentence - _OFFICIAL)][0]
    people = [
        a for a in reading.actors_in(first, hit.start)
        if a.actor.kind == "person" and a.actor.side == side
    ]  # fmt: skip
    return people[-1] if people else None


def _quoted_from(reading: Reading, hit: Hit, first: int) -> int:
    """Where the quotation begins in which a trigger stands, or -1."""
    marks = [k for k in range(first, hit.start) if reading.words[k] == '"']
    return marks[-1] + 1 if len(marks) % 2 else -1


def _own(reading: Reading, hit: Hit) -> bool:
    """«بحثنا», «"تحدثت مع ماكرون"»: the verb is of him who says it."""
    return reading.words[hit.start].endswith(("نا", "ت"))


def _of_whom_it_is_said(reading: Reading, hit: Hit, first: int) -> Found | None:
    """«تتوقع واشنطن من الزعيم كيم أن يلتزم بتعهداته خلال قمة مع ترامب»: whose deed it would be."""
    for k in range(hit.start - 1, first, -1):
        if reading.words[k] == "ان":
            near = [a for a in reading.actors_in(first, k) if a.end == k]
            from_him = near and reading.words[near[0].start - 1] == "من"
            return near[0] if from_him and near[0].actor.kind == "person" else None
    return None


def told_of(reading: Reading, hit: Hit, first: int) -> Found | None:
    """«قال فوزي إن ولد الشيخ سيذهب إلى عمان حيث التقى»: of whom it is said, not who says it."""
    for k in range(hit.start - 1, first, -1):
        if reading.words[k] == '"':
            return None
        if reading.words[k] == "ان":
            near = reading.actors_in(k + 1, min(hit.start, k + _TITLED))[:1]
            titles = reading.tokens[k + 1 : near[0].start] if near else ()  # «الأمين العام»
            alone = all(token.text.startswith("ال") for token in titles)
            return near[0] if near and alone and near[0].actor.kind == "person" else None
    return None


def told_of_before(reading: Reading, hit: Hit) -> Found | None:
    """«قال المتحدث إن غريفيث سيزور صنعاء. وسيسافر بعدها»: of whom the sentence before told."""
    if not hit.sentence:
        return None
    first, stop = reading.sentences[hit.sentence - 1]
    that = next((k for k in range(first, stop) if reading.words[k] == "ان"), stop)
    near = [a for a in reading.actors_in(that, stop) if a.start == that + 1]
    return near[0] if near and near[0].actor.kind == "person" else None


def teller(reading: Reading, hit: Hit) -> list[Found]:
    """«زيارة مشعل … قال الجبير في المؤتمر المشترك مع شكري»: the subject of the verb of saying."""
    first = reading.sentences[hit.sentence][0]
    for said in reversed(reading.hits_in(first, hit.start)):
        if said.trigger.type != "STATEMENT" or said.trigger.form != "verb":
            continue
        near = [
            a for a in reading.actors_in(said.end, min(hit.start, said.end + _HOLDER))
            if a.start - said.end <= 1
        ]  # fmt: skip
        clause = any(reading.words[k] in _THAT for k in range(said.end, hit.start)) or any(
            h.trigger.type == "CONSULT" for h in reading.hits_in(said.end, hit.start)
        )  # «قال لافروف بعد اللقاء … في قمة الدول الضامنة»
        return [a for a in near[:1] if a.actor.kind == "person" and not clause]
    return []


def _who_speaks_of_us(reading: Reading, hit: Hit, speakers: dict[int, Found]) -> Found | None:
    """«وتابع: بحثنا مع الوزير …»: he who speaks; «التقينا الوزير» of a desk is nobody's."""
    first = reading.sentences[hit.sentence][0]
    if not any(h.trigger.type == "STATEMENT" for h in reading.hits_in(first, hit.start)):
        return None
    told = [a for a in reading.actors_in(first, hit.start) if a.actor.kind == "person"]
    return told[0] if told else speakers.get(hit.sentence)


def last_two(reading: Reading, at: int, acting: Sequence[Found] = ()) -> list[Found]:
    """«عندما التقيا في أيار», «التي جرت بينهما»: the two people named last, of two sides.

    Or the two of two sides who act in its clause.
    """
    if len(acting) == len({actor.actor.side for actor in acting}) == 2:
        return list(acting)
    sentence = reading.sentence_of(at)
    first = reading.sentences[max(0, sentence - _BOTH_REACH)][0]
    out: list[Found] = []
    for actor in reversed(reading.actors_in(first, at)):
        if actor.actor.kind != "person" or any(actor.actor.id == o.actor.id for o in out):
            continue
        if out and actor.actor.side == out[0].actor.side and not _both_who(reading, actor, out[0]):
            continue
        if _writes(reading, actor) or _sent_by(reading, actor):
            continue
        out.insert(0, actor)
        if len(out) == 2:
            return out
    return list(acting) if len(acting) == 2 else []


def _both_who(reading: Reading, one: Found, other: Found) -> bool:
    """«صالح وأبو سهمين اللذين التقيا»: two joined, of one side, of whom a clause goes on."""
    after = reading.words[other.end] if other.end < len(reading.tokens) else ""
    return one.end == other.start and "و" in other.prefix and after in _WHO_BOTH


def _writes(reading: Reading, actor: Found) -> bool:
    """«سلم المعلم رسالة من الأسد إلى خامنئي»: he whose message it is, is not there."""
    before = reading.words[max(0, actor.start - 2) : actor.start]
    return before[-1:] == ["من"] and before[0].lstrip("وب") in _MESSAGES


def _sent_by(reading: Reading, actor: Found) -> bool:
    """«كوشنر، مبعوث الرئيس الأميركي دونالد ترامب»: he whose envoy somebody is, is not there."""
    return actor.start > 0 and reading.words[actor.start - 1].lstrip("وب") in _ENVOYS


def next_two(reading: Reading, hit: Hit) -> list[Found]:
    """«وفي مستهل محادثاتهما، قال هانت لوزير الخارجية وانغ يي»: those named after it."""
    stop = reading.sentences[hit.sentence][1]
    people = distinct([a for a in reading.actors_in(hit.end, stop) if a.actor.kind == "person"])
    out = people[:2]
    return out if len(out) == 2 and out[0].actor.side != out[1].actor.side else []


def opening_two(reading: Reading, hit: Hit) -> list[Found]:
    """«وفي اتصال هاتفي أمس، بحث كيري ولافروف …»: the two who act after what opens the sentence.

    Between the noun and its comma stand only a day and a place.
    """
    first, stop = reading.sentences[hit.sentence]
    words = [word.removeprefix("و") for word in reading.words[first : hit.start]]
    if hit.trigger.form != "noun" or hit.prefix.endswith("ال") or words not in _OPENS:
        return []
    comma = next((k for k in range(hit.end, min(stop, hit.end + _OPENING)) if _ends(reading, k)), 0)
    verb = reading.hit_at(comma + 1) if comma else None
    if verb is None or verb.trigger.form != "verb":
        return []
    two = reading.actors_in(verb.end, stop)[:2]
    if len(two) < 2 or two[0].start != verb.end or two[1].start != two[0].end:
        return []
    people = two[0].actor.kind == two[1].actor.kind == "person"
    joined = two[1].prefix[:1] in ("و", "ل")  # «أكد بوتين لأردوغان أن …»
    return two if people and joined else []


def opening_one(reading: Reading, hit: Hit, end: int) -> Found | None:
    """«قبل لقاء مع نظيره فؤاد حسين، زار ظريف الموقع»: who acts after what opens the sentence.

    ``end`` is where the partner's name ends; a comma, a verb and a person follow it.
    """
    first, stop = reading.sentences[hit.sentence]
    opens = hit.start - first == 1 and reading.words[first].removeprefix("و") in _AROUND
    opens = opens or _counted_after(reading, hit, first)
    if not opens or hit.prefix.endswith("ال"):
        return None
    comma = next((k for k in range(end, min(stop, end + _OPENING)) if _ends(reading, k)), -1)
    near = reading.actors_in(comma + 2, comma + 3) if comma >= 0 else []
    return near[0] if near and near[0].actor.kind == "person" and not near[0].prefix else None


def _counted_after(reading: Reading, hit: Hit, first: int) -> bool:
    """«بعد يومين من لقائه بوتين، استقبل أردوغان …»: a count of days opens the sentence."""
    return any(
        mention.rule == "counted-from-event" and at == first and hit.start - end <= 1
        for mention, (at, end) in reading.dates_in(first, hit.start)
    )


def _ends(reading: Reading, k: int) -> bool:
    return reading.words[k] == ","


def held_by(reading: Reading, hit: Hit) -> list[Found]:
    """«عقد الوزير الإيراني بعد لقائه … اجتماعاً مع نظيره»: the subject of the verb of holding.

    The nearest such verb before the noun; its subject is the actor right after it, else before it.
    """
    first = reading.sentences[hit.sentence][0]
    for k in range(hit.start - 1, max(first, hit.start - _HELD) - 1, -1):
        word = reading.words[k]
        bare = word.lstrip("وفس") if len(word) > 3 else word
        if bare not in lexicon().holding and word not in lexicon().holding:
            continue
        told = (h for h in reading.hits_in(k + 1, hit.start) if h.trigger.type == "CONSULT")
        until = next((h.start for h in told if h.trigger.form == "noun"), hit.start)
        after = [
            a for a in reading.parties_in(k + 1, until)  # «لقاء مع الرئيس، ثم لقاء مع …»
            if a.actor.kind != "media" and not outside(reading, a)
        ]  # fmt: skip
        with_whom = bool(after) and reading.words[after[0].start - 1] == "مع"
        partner = with_whom and after[0].start > k + 2  # «أجرى مباحثات في القاهرة مع مرسي»
        if after and after[0].start <= k + _HOLDER and not partner:
            out = after[:1]
            if after[0].start == k + 2 and reading.words[k + 1] == "مع":
                # «زار بوتين دمشق وعقد مع الأسد اجتماعاً»: he who acts before it
                acts = [a for a in reading.actors_in(first, k) if a.actor.kind == "person"]
                out = [*[a for a in acts if not outside(reading, a)][:1], *out]
            for actor in after[1:]:
                pair = actor.start == out[-1].start  # «الوزيران»
                with_him = reading.words[actor.start - 1] == "مع"  # «عقد كيري مع لافروف محادثات»
                joined = "و" in actor.prefix and actor.start - out[-1].end <= 1
                joined = joined or beside(reading, [out[-1], actor], 1)
                if _led_by(reading, actor) or pair or with_him or joined:
                    out.append(actor)
            return out
        if word.startswith("و") and reading.words[k - 1] == ",":
            acts = [a for a in reading.actors_in(first, k) if a.actor.kind == "person"]
            return [a for a in acts if not outside(reading, a)][:1]  # «التقى بوتين، وعقد اجتماعاً»
        return _who_had(reading, first, k) or _joined_before(reading, first, k)
    return []


def _who_had(reading: Reading, first: int, k: int) -> list[Found]:
    """«وكان الإبراهيمي الذي وصل من القاهرة قد أجرى محادثات»: he, past a clause on him."""
    if reading.words[k - 1] != _ALREADY or reading.words[first] not in _WAS:
        return []
    near = reading.actors_in(first + 1, first + 1 + _TITLED)[:1]
    after = reading.words[near[0].end] if near else ""
    related = after in WHO and near[0].actor.kind == "person" and near[0].end < k
    return near if related else []


def _joined_before(reading: Reading, first: int, k: int) -> list[Found]:
    """«لافروف ومبعوث الأمم المتحدة ستافان دي مستورا سيعقدان محادثات»: all of the subject."""
    out: list[Found] = []
    if reading.words[k - 1] in _OF_TWO:
        k -= 1 + (reading.words[k - 2] == ",")  # «بوتين وأردوغان، اللذان عقدا لقاء»
    for actor in reversed(reading.actors_in(max(first, k - _SUBJECT), k)):
        end = out[0].start if out else k
        again = bool(out) and actor.actor.id == out[0].actor.id
        if end - actor.end > 1 and not again:
            break
        if out and not again and "و" not in out[0].prefix:
            break
        out.insert(0, actor)
    return distinct(out)


def _led_by(reading: Reading, actor: Found) -> bool:
    """«عقد وفد الحكومة برئاسة بشار الجعفري جلسة»: who leads those who meet."""
    before = reading.words[actor.start - 1] if actor.start else ""
    return before in lexicon().leading
