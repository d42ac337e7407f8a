"""Who takes part in an encounter: the actors of the phrase after its trigger and before it."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.extraction.actors.given import given_names
from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.circumstances.teams import delegation_of, its_team, of_the_body
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.lexicon import lexicon
from dashboard.extraction.vocabulary.titles import titles

PHRASE, TALKS_REACH = 34, 5  # words after a trigger, and after one of talks
_NAME = 20  # words of the longest title with a name
_APPOSED = 14  # words between commas that say who one is
_APART = 10  # words between two partners of which the second is not joined
_BODY_OF = 3  # words from «ووزراء» to the body
_AMID, _AMID_REACH = word_set("parties", "amid"), 9  # words from «وسط» to «بين»
_SHARED = 9  # words from «التعاون» to «بين», its adjectives between
_WHEN_WHERE = 5  # words of a day and a place between the subject and «مع»
_MARGIN = "هامش"
_HEADS, _WITH, _LONG_TITLE = word_set("parties", "heads"), ("مع", "ومع"), 14
WHO = word_set("parties", "who")
_OF_HOW_MANY = word_set("parties", "of_how_many")


def outside(reading: Reading, actor: Found) -> bool:
    """Whether the word before an actor shows it is no party («ضد», «حول», «من»)."""
    k = actor.start - 1
    if its_team(reading, actor):
        return False
    if k >= 0 and "ل" in actor.prefix and of_the_body(reading, k):
        return False
    if "ل" in actor.prefix or "ك" in actor.prefix:
        return True
    if k < 0:
        return False
    lex = lexicon()
    if k and reading.words[k - 1] == _MARGIN and "ب" not in actor.prefix:
        # «على هامش أعمال الجمعية العامة، التقى», not «التقى على هامش القمة كيري»
        return actor.actor.kind != "person" or not reading.words[k].startswith("ال")
    if reading.words[k] in ("ان", "انه") or delegation_of(reading, k):
        return False
    if lex.partner.at(reading.tokens, k, ("", "و")):
        return False
    if k and lex.partner.at(reading.tokens, k - 1, ("", "و")):
        return False
    if k and reading.words[k] in lex.epithets and reading.words[k - 1] in lex.owned:
        return True  # «قيادات من حزب المخلوع علي صالح»
    return lex.outside.at(reading.tokens, k, ("", "و", "ب", "ل")) is not None


def parties_after(
    reading: Reading, first: int, stop: int, *, phone: bool, verb: bool = False
) -> list[Found]:
    """The actors of the phrase after a trigger that take part; a call is «من» or «إلى» somebody."""
    out: list[Found] = []
    apart = -1  # where one ends who is none of them
    for actor in reading.parties_in(first, stop):
        if actor.start == apart and "و" in actor.prefix and actor.actor.kind == "person":
            apart = actor.end
            continue  # «بقيادة الملك وولي العهد»
        called = actor.actor.kind == "person" or actor.via == "delegation"
        if outside(reading, actor) and not (phone and called):
            right_after = all(word in _OF_HOW_MANY for word in reading.words[first : actor.start])
            ministers = not verb and right_after and actor.office and "ل" in actor.prefix
            if not ministers or actor.actor.kind != "person":
                apart = actor.end
                continue  # «اجتماع لوزراء خارجية السعودية ومصر» is theirs
        if actor.actor.kind == "media":
            continue
        if out and not _goes_on(reading, out[-1], actor):
            break
        if actor.actor.kind in ("state", "organisation", "armed_group"):
            linked = (
                _linked(reading, actor) or actor.via in ("pair", "counterpart", "delegation")
                or (actor.start == first and (verb or actor.actor.id in lexicon().assemblies))
                or _with_another(reading, actor, first, stop)
                or _of_members(reading, out[-1].end if out else first, actor)
                or actor.via == "office" or _holds(reading, actor) or its_team(reading, actor)
                or delegation_of(reading, actor.start - 1)
                or ("ل" in actor.prefix and of_the_body(reading, actor.start - 1))
                or (out and actor.prefix.startswith("و")
                    and (actor.start == out[-1].end or _explained(reading, out[-1], actor)))
            )  # fmt: skip
            if not linked:
                continue
        out.append(actor)
    return out


def _with_another(reading: Reading, actor: Found, first: int, stop: int) -> bool:
    """«اجتماع هيئة التنسيق مع الائتلاف»: a body right after the noun, and «مع» right after it."""
    return actor.start == first and actor.end < stop and reading.words[actor.end] == "مع"


def _holds(reading: Reading, actor: Found) -> bool:
    """«المفاوضات التي تجريها حركة حماس مع …»: the subject of what holds them."""
    before = reading.words[max(0, actor.start - 2) : actor.start]
    verb = before[-1].removesuffix("ها").removesuffix("ه") if before else ""
    return len(before) == 2 and before[0] in WHO and verb in lexicon().holding


def _goes_on(reading: Reading, last: Found, actor: Found) -> bool:
    """Whether a list of partners goes on: «لقاء مسؤولين بماكرون أثار حفيظة أردوغان» does not."""
    joined = "ب" in last.prefix or partner_word(reading, last.start) >= 0
    if not joined or actor.via in ("pair", "counterpart") or actor.prefix:
        return True
    near = actor.start - last.end <= _APART
    return near or partner_word(reading, actor.start) >= 0


def _explained(reading: Reading, last: Found, actor: Found) -> bool:
    """«بين "جيش الإسلام"، المجموعة الأكبر في دوما، والنظام»: who one is, between commas."""
    between = [word for word in reading.words[last.end : actor.start] if word != '"']
    aside = between[:1] == [","] and between[-1:] == [","] and between.count(",") == 2
    verbs = any(h.trigger.form == "verb" for h in reading.hits_in(last.end, actor.start))
    return aside and len(between) <= _APPOSED and not verbs and partner_word(
        reading, _led_by_its_kind(reading, last.start)
    ) >= 0  # fmt: skip


def _of_members(reading: Reading, first: int, actor: Found) -> bool:
    """«اجتماع وزراء خارجية دول مجلس التعاون»: the body named through its people."""
    between = reading.words[first : actor.start]
    members = lexicon().members
    if between and between[0].startswith("و") and between[0][1:] in members:
        # «بين كيري ووزراء خارجية دول مجلس التعاون», not «وزعماء قبائل سورية»
        return len(between) <= (1 if actor.actor.kind == "state" else _BODY_OF)
    return any(word in members for word in between[-2:]) and len(between) <= 8


def _linked(reading: Reading, actor: Found) -> bool:
    """Whether «مع», «بين», و or ب joins a body or state to the encounter."""
    if "ب" in actor.prefix:
        return actor.actor.kind != "state"
    at = _led_by_its_kind(reading, actor.start)
    if at < actor.start and reading.words[at].startswith("و"):
        return any(a.end == at for a in reading.actors_in(max(0, at - _NAME), at))
    return partner_word(reading, at) >= 0


def _led_by_its_kind(reading: Reading, at: int) -> int:
    """Where a name with what it is begins: «[وجماعة "]جيش الإسلام», «[حركة ]حماس»."""
    while at and reading.words[at - 1] == '"':
        at -= 1
    word = reading.words[at - 1] if at else ""
    return at - 1 if word.removeprefix("و") in lexicon().forces and word != "من" else at


def partner_word(reading: Reading, at: int, first: int = 0) -> int:
    """Where the word of company before an actor stands, or -1.

    «العلاقات بين موسكو وأنقرة» tells who has relations, not who meets.
    """
    lex = lexicon()
    titled = _title_before(reading, at, first)
    near: list[int] = [*range(at - 1, max(first - 1, at - 4), -1), *titled]
    for k in near:
        if lex.partner.at(reading.tokens, k, ("", "و")):
            if k - 1 in reading.actor_tokens:
                return k  # «هيئة التنسيق مع …»: of the name
            j = k - 1
            while j > 0 and k - j < _SHARED and reading.words[j].startswith(("ال", "وال")):
                j -= 1  # «التعاون الاستراتيجي والسياسي بين»
            words = [
                word.removeprefix("و").removeprefix("ال")
                for word in reading.words[max(0, min(j, k - 3)) : k]
            ]
            amid = reading.words[max(first, k - _AMID_REACH) : k]
            if any(word in _AMID for word in amid):
                return -1  # «اللقاء، وسط تصعيد يشهده البلد بين الجيش وقسد»
            if words[-1:] == ["في"]:
                return -1  # «التطورات في كل من سوريا واليمن»
            return -1 if any(lex.shared.intersection(words)) else k
    return -1


def _title_before(reading: Reading, at: int, first: int) -> range:
    """Where «مع» stands before a long title: «مع المدير التنفيذي لبرنامج الأغذية ديفيد بيزلي»."""
    named = reading.actors_in(at, at + 1)
    if not named or named[0].actor.kind != "person":
        return range(0)
    for k in range(at - 4, max(first, at - _LONG_TITLE) - 1, -1):
        word = reading.words[k]
        if word in _HEADS and reading.words[k - 1] in _WITH:
            apart = any(a.actor.kind == "person" for a in reading.actors_in(k, at))
            return range(0) if apart else range(k - 1, k - 2, -1)
        if not word.isalpha() or reading.hit_at(k) is not None or k in reading.dated:
            break
    return range(0)


def subjects(reading: Reading, first: int, stop: int, *, phone: bool) -> list[Found]:
    """The actors before a trigger that act in its clause."""
    out = [
        a
        for a in reading.parties_in(first, stop)
        if a.actor.kind != "media"
        and (not outside(reading, a) or (phone and a.actor.kind == "person"))
    ]
    out = _of_whom_it_is_told(reading, out, first, stop)
    spoken_of = reading.words[out[-1].end : stop] if out else []
    if "عن" in spoken_of and spoken_of != ["عن"]:
        return []  # «أعلن عريقات عن عقد اجتماع»: who announces it need not be there
    if any(a.actor.kind == "person" for a in out):
        return [a for k, a in enumerate(out) if a.actor.kind == "person" or beside(reading, out, k)]
    sides = out[-1:]
    for actor in reversed(out[:-1]):
        pair = sides[0].start == actor.start  # «طرفا النزاع»
        if not pair and ("و" not in sides[0].prefix or sides[0].start - actor.end > 1):
            break
        sides.insert(0, actor)  # «تركيا والولايات المتحدة ستضعان خطة خلال محادثات»
    return sides


def _of_whom_it_is_told(reading: Reading, out: list[Found], first: int, stop: int) -> list[Found]:
    """«إن عنان الذي أجرى محادثات مع الأسد سيسافر»: he, not whom the clause on him names."""
    if not out or not first or reading.words[first - 1] not in WHO:
        return out
    verbs = any(h.trigger.form == "verb" for h in reading.hits_in(first, out[-1].start))
    if out[-1].end < stop and not verbs:
        return out
    told = [a for a in reading.actors_in(first - _NAME, first) if 0 <= first - 1 - a.end <= 1]
    return [a for a in told[-1:] if a.actor.kind == "person"]


def beside(reading: Reading, out: Sequence[Found], k: int) -> bool:
    """Whether a body's people act with a person: «عقد كيري ووفد من المعارضة اجتماعاً»."""
    for one, other in ((k - 1, k), (k, k + 1)):
        if (
            one < 0
            or other >= len(out)
            or "person" not in (out[one].actor.kind, out[other].actor.kind)
        ):
            continue
        between = reading.tokens[out[one].end : out[other].start]
        lead = between[0].text if between else ""
        sent = lead.startswith("و") and lead[1:] in lexicon().delegation
        body = out[k]
        of_them = body.via == "delegation" or delegation_of(reading, body.start - 1)
        if "و" in out[other].prefix and not between and of_them:
            return True
        if sent and len(between) <= _BODY_OF and (k == other or of_them):
            return True
    return False


def joins_first(reading: Reading, hit: Hit, after: Sequence[Found]) -> bool:
    """«على أن يلتقي بنظيريه …»: every party after the verb is joined to one before it."""
    if not after:
        return False
    first = after[0]
    if "ب" in first.prefix or first.via == "counterpart":
        return True
    return partner_word(reading, first.start, hit.end) >= 0


def with_him(reading: Reading, hit: Hit, after: Sequence[Found]) -> bool:
    """«سيعقد قمة مع نظيريه»: the first partner is one of somebody who holds the encounter."""
    first = after[0]
    k = partner_word(reading, first.start, hit.end)
    counterpart = first.via == "counterpart" or reading.words[first.start].startswith("نظير")
    return counterpart or (k >= 0 and reading.words[k].removeprefix("و") == "مع")


def named_otherwise(reading: Reading, hit: Hit, after: Sequence[Found]) -> bool:
    """«عندما يلتقي الزعيم … مع ترامب»: the verb has a subject of its own that is no known actor."""
    if hit.trigger.form != "verb" or not after:
        return False
    if _styled(reading, hit.end):
        return True
    partner = partner_word(reading, after[0].start, hit.end)
    if partner < 0 and "ب" in after[0].prefix:
        partner = after[0].start  # «يلتقي الوفد بوزير الخارجية»
    if partner <= hit.end or hit.end in reading.dated:
        return False
    word = reading.words[hit.end]
    return word.startswith("ال") and lexicon().outside.at(reading.tokens, hit.end) is None


def _styled(reading: Reading, k: int) -> bool:
    """«الشيخ محمد», of whom the text has told no more."""
    styled = k not in reading.actor_tokens and reading.words[k] in titles().by_given_name
    return styled and k + 1 < len(reading.tokens) and reading.words[k + 1] in given_names()


def is_joint(reading: Reading, hit: Hit, after: Sequence[Found]) -> bool:
    """Whether a party after the trigger is joined by «مع», «بين» or ب."""
    if hit.trigger.form == "verb" and len(after) > 1 and after[0].start == hit.end:
        if after[0].via == after[1].via == "pair":
            return True  # «بحث الجانبان الروسي والتركي»
        two = reading.words[hit.end].endswith(("ان", "ين", "يرا", "يسا")) and after[0].office
        if two and after[1].prefix.startswith("و") and after[1].office:
            return True  # «بحث الرئيسان الروسي … والتركي … المشروع»
        people = after[0].actor.kind == after[1].actor.kind == "person"
        if hit.trigger.mode == "talks" and people and after[1].start == after[0].end:
            return after[1].prefix.startswith("و")  # «بحث كيري ولافروف الهدنة»
    purpose = hit.trigger.form == "noun"  # «لمناقشة سبل حل الأزمة …، مع نظيره»
    talks = hit.end + (PHRASE if purpose else TALKS_REACH)
    reach = talks if hit.trigger.mode == "talks" else len(reading.tokens)
    for actor in after:
        between = (word for word in reading.words[hit.end : actor.start])
        if hit.trigger.mode == "talks" and lexicon().shared.intersection(between):
            return False  # «يناقش الضربة، وتشترك فيها الولايات المتحدة مع فرنسا»
        if "ب" in actor.prefix or actor.via == "counterpart":
            return True
        if 0 <= partner_word(reading, actor.start, hit.end) <= reach:
            return True
        reach = max(reach, _past_when_where(reading, actor.end) + _WHEN_WHERE)
    return False


def _past_when_where(reading: Reading, k: int) -> int:
    """Past the day and the place right after a subject: «الجمعة الماضي بمدينة سوتشي الروسية»."""
    end = k
    while k < len(reading.tokens) and k - end <= 1:
        if k in reading.dated:
            end = k + 1
        for found in reading.places_in(k, k + 1):
            end = max(end, found.end)
        k += 1
    return end


def distinct(parties: Sequence[Found]) -> list[Found]:
    """The parties, each actor once."""
    out: list[Found] = []
    for party in parties:
        if all(party.actor.id != p.actor.id for p in out):
            out.append(party)
    return out


def people_first(parties: list[Found]) -> list[Found]:
    """Drops a state or body whose own people are named: their side is an affiliation."""
    people = [p for p in parties if p.actor.kind == "person"]
    sides = {p.actor.side for p in people}
    # «وزراء خارجية دول مجلس التعاون والأمين العام للمجلس»: the body's people, and one of them.
    beside = {p.start for p in people if "و" in p.prefix}
    return [
        p for p in parties
        if p.actor.kind == "person" or (p.actor.side not in sides and p.actor.id not in sides)
        or (p.actor.kind == "organisation" and p.end in beside)
        or p.actor.id in lexicon().own_bodies  # «اجتمع ترامب مع فريقه للأمن القومي»
        or (p.actor.id in lexicon().sitting_bodies and len(sides - {p.actor.id}) > 1)
    ]  # fmt: skip
