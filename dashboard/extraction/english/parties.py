"""Who met in English: the subjects before a verb and its objects, or the names after «between»."""

from __future__ import annotations

from itertools import pairwise

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.english.apposed import without_their_bodies
from dashboard.extraction.english.clauses import quotes_a_word, told_by
from dashboard.extraction.english.days import day_in_clause
from dashboard.extraction.english.doers import (
    both,
    fronted,
    is_pronoun,
    owned,
    subject_of_sentence,
    subjects,
)
from dashboard.extraction.english.vocabulary import syntax_words, vocabulary
from dashboard.extraction.reading import Hit, Reading

_REACH = 21  # words on either side in which the parties stand
_TO_BY, _BY_THE = 6, 3  # words from the verb to «by», from «by the» to the host
_TO_WITH = 11  # words from «talks» to «with», a place and a day between
_OF_A_TITLE = (".", ",", "'", "’", "-")  # «Lt. Gen», «Israel's prime minister, …»
_FOR_IT = 10  # words from «he» to the talks he came for
_NOUN = 7  # words from «his» to «meeting», «first face-to-face» between
_TITLED = 6  # words from «called» to a name with its title


_LED = 4  # words from «Hamas delegation» to «by»
_MADE_OF = (("led", "by"), ("headed", "by"), ("consisting", "of"), ("comprised", "of"))
Pair = tuple[int, tuple[Found, ...]]  # the sentence of the encounter told last, and its parties


def parties_of(
    reading: Reading, hit: Hit, pronoun: Found | None, pair: Pair | None = None
) -> list[Found]:
    """Who met in the encounter of a trigger; ``pronoun`` is whom «he» means before it."""
    found = [a for a in _parties(reading, hit, pronoun, pair) if a.actor.kind != "media"]
    found = [a for a in found if a.actor.kind == "person" or not _describes(reading, a, hit)]
    return without_their_bodies(reading, distinct([_leader(reading, a) for a in found]))


def _leader(reading: Reading, party: Found) -> Found:
    """«A Hamas delegation led by Haniyeh met …»: who leads it, where he is named."""
    if party.actor.kind == "person":
        return party
    after = reading.words[party.end : party.end + _LED]
    by = next((k for k, two in enumerate(pairwise(after)) if two in _MADE_OF[:2]), None)
    if by is None or not vocabulary().delegation.intersection(
        [*reading.words[party.start : party.end], *after[:by]]
    ):
        return party
    near = reading.actors_in(party.end + by, party.end + by + 2 + _TITLED)
    return near[0] if near and near[0].actor.kind == "person" else party


def _describes(reading: Reading, actor: Found, hit: Hit) -> bool:
    """«the UN plan», «Arab states», «US-backed»: a body that only says of what kind a thing is."""
    if owned(reading, actor):
        return reading.words[actor.end] == "-"
    if actor.via in ("delegation", "capital", "office") or actor.end >= len(reading.tokens):
        return False
    final = reading.folded.span(reading.tokens[actor.end - 1].start, reading.tokens[actor.end].end)
    if reading.document.text[final[0]].islower():
        return False  # «Houthi rebels»
    if any(a.actor.kind == "organisation" for a in reading.actors_in(actor.end, actor.end + 1)):
        return True  # «the United Nations Security Council»
    follows = reading.tokens[actor.end]
    begin = reading.folded.span(follows.start, follows.end)[0]
    if not follows.text.isalpha() or not reading.document.text[begin].islower():
        return False
    if reading.hit_at(actor.end) is not None or actor.end in reading.dated:
        return False
    return follows.text not in (
        syntax_words("closed") | syntax_words("stands_for") | vocabulary().auxiliaries
        | vocabulary().members | vocabulary().sent
    )  # fmt: skip


def _parties(reading: Reading, hit: Hit, pronoun: Found | None, pair: Pair | None) -> list[Found]:
    if (whom := _whom(reading, hit)) is not None and pronoun is not None:
        return distinct([pronoun, whom])
    left, right = subjects(reading, hit), _right(reading, hit)
    if not left and (ahead := fronted(reading, hit)) is not None:
        left = [ahead]
    if hit.trigger.needs in ("host", "guest"):
        return _with_host(reading, hit, left, pronoun)
    last = reading.words[hit.end - 1]
    noun = hit.trigger.form == "noun" or _article(reading, hit)
    if last not in ("to", "with") and (noun or hit.trigger.mode in ("talks", "phone")):
        linked = _linked(reading, hit, right, pair)
        if linked is None:
            if hit.trigger.form == "verb" and (two := both(reading, hit, pair)):
                again = hit.trigger.mode == "talks" and (
                    pair is not None or day_in_clause(reading, hit) is None
                )
                return [] if again else distinct(two)  # «They discussed …»: at the same talks
            together = hit.trigger.form == "verb" and len(distinct(left)) > 1
            if reading.words[hit.start - 1] == "to" or _told_before(reading, hit):
                return []  # «Kerry called Lavrov to discuss Aleppo»: what the call was about
            if together or _compound(reading, hit) or _held_by(reading, hit, left):
                return distinct(left)
            return _told_by_phone(reading, hit) if hit.trigger.mode == "phone" else []
        between, after = linked
        if between:
            return distinct(after)
        subject = left or ([pronoun] if pronoun and _elided(reading, hit) else [])
        return distinct([*subject, *after]) if subject and after else []
    if not left and _after_doing(reading, hit):
        him = subject_of_sentence(reading, hit) or pronoun
        left = [him] if him is not None else []
    subject = left or (both(reading, hit, pair) if hit.trigger.form == "verb" else [])
    if not subject and pronoun is not None and (noun or is_pronoun(reading, hit.start)):
        subject = [pronoun] if not noun or _elided(reading, hit) else []
    by = _passive(reading, hit)
    objects = [
        a for a in reading.actors_in(by + 1 if by else hit.end, right)
        if _object(reading, a, hit) or (by and a.start <= by + _BY_THE)
    ]  # fmt: skip
    if not objects and (two := both(reading, hit, pair)):
        return distinct(two)
    return distinct([*subject, *objects]) if subject else []


def _after_doing(reading: Reading, hit: Hit) -> bool:
    """«flew to Riyadh after holding talks with the Houthis»: he of the main clause held them."""
    before = reading.words[hit.start - 1] if hit.start else ""
    doing = reading.words[hit.start].endswith("ing")
    return doing and before in syntax_words("of_time")


def _article(reading: Reading, hit: Hit) -> bool:
    """«a meeting with», «his first meeting with»: the noun, spelt like the verb."""
    if reading.words[hit.start] != "meeting":
        return False
    near = reading.words[max(0, hit.start - _NOUN) : hit.start]
    return any(word in syntax_words("article") for word in near)


def _held_by(reading: Reading, hit: Hit, left: list[Found]) -> bool:
    """«Kerry and Lavrov ended 14 hours of talks»: two people and a verb of holding."""
    each = distinct(left)
    people = [a for a in each if a.actor.kind == "person"]
    states = len(each) > 1 and all(_side_by_side(reading, a, b) for a, b in pairwise(each))
    if hit.trigger.form != "noun" or (len(people) <= 1 and (people or not states)):
        return False
    between = [word for word in reading.words[left[-1].end : hit.start] if word != "-"]
    return len(between) <= _TITLED and any(word in syntax_words("holding") for word in between)


def _side_by_side(reading: Reading, one: Found, two: Found) -> bool:
    """«Russia, Turkey and Iran»: nothing but «and» or a comma between two."""
    return reading.words[one.end : two.start] in ([], [","], ["and"], [",", "and"])


def _told_by_phone(reading: Reading, hit: Hit) -> list[Found]:
    """«In a telephone call on Wednesday Kerry told Lavrov»: who told and who was told."""
    stop = min(reading.sentences[hit.sentence][1], hit.end + _REACH)
    near = [a for a in reading.actors_in(hit.end, stop) if a.actor.kind == "person"][:2]
    if len(near) < 2 or owned(reading, near[0]):
        return []
    between = reading.words[near[0].end : near[1].start]
    told = any(word in syntax_words("telling") for word in between)
    return distinct(near) if told and len(between) <= _BY_THE else []


def _whom(reading: Reading, hit: Hit) -> Found | None:
    """«talks with Assad, the Syrian president, whom he met in Damascus»: who is met."""
    tokens = reading.tokens
    if hit.trigger.form != "verb" or hit.start < 3 or tokens[hit.start - 2].text != "whom":
        return None
    if tokens[hit.start - 1].text not in vocabulary().pronouns:
        return None
    first = reading.sentences[hit.sentence][0]
    people = [a for a in reading.actors_in(first, hit.start) if a.actor.kind == "person"]
    return people[-1] if people else None


def _told_before(reading: Reading, hit: Hit) -> bool:
    """Whether the sentence has told of an encounter before this one."""
    first = reading.sentences[hit.sentence][0]
    return any(h.trigger.type == "CONSULT" for h in reading.hits_in(first, hit.start))


def _with_host(reading: Reading, hit: Hit, left: list[Found], pronoun: Found | None) -> list[Found]:
    """«Blinken called Kadhimi»: one person right after the verb, and a person before it."""
    receives = hit.trigger.needs == "guest"
    subject = [a for a in left if a.actor.kind == "person" or receives]
    if (by := _passive(reading, hit)) and receives:
        near = reading.actors_in(by + 1, by + 1 + _BY_THE)
        subject = subject or ([pronoun] if pronoun and is_pronoun(reading, hit.start) else [])
        return distinct([*subject, *near[:1]]) if subject and near else []
    if reading.words[hit.start] in syntax_words("then"):  # «said …, after meeting Berri»
        him = subject_of_sentence(reading, hit)
        subject = [him] if him is not None else subject
    if not subject and pronoun is not None and is_pronoun(reading, hit.start):
        subject = [pronoun]
    near = reading.actors_in(hit.end, hit.end + _TITLED + 2)
    if receives and subject and (led := _led_by(reading, hit)) is not None:
        return distinct([*subject, led])
    if near and near[0].actor.kind == "state" and len(near) > 1:
        near = near[1:]  # «saw Israel's prime minister, Benjamin Netanyahu»
    if not subject or not near or near[0].actor.kind != "person" or owned(reading, near[0]):
        return []
    before = reading.words[hit.end : near[0].start]
    if any(word in vocabulary().outside for word in before):
        return []
    if any(not word.isalpha() and word not in _OF_A_TITLE for word in before):
        return []
    after = reading.words[near[0].end : near[0].end + 2]
    if after[:1] and after[0] in syntax_words("named_as"):
        return []  # «Trump called Assad an animal»
    if after in (["'", "s"], ["’", "s"]):
        return []  # «Kerry called Lavrov's proposal unacceptable»
    return distinct([*subject, *_joined(reading, near[0])])


def _led_by(reading: Reading, hit: Hit) -> Found | None:
    """«received a delegation of the Shura Council headed by its speaker, Larijani»."""
    tokens = reading.tokens
    stop = min(reading.sentences[hit.sentence][1], hit.end + _REACH)
    words = [token.text for token in tokens[hit.end : stop]]
    if not vocabulary().delegation & set(words[:_TITLED]):
        return None
    for k in range(hit.end, stop - 1):
        if (tokens[k].text, tokens[k + 1].text) in _MADE_OF or tokens[k].text == "comprising":
            people = [a for a in reading.actors_in(k, stop) if a.actor.kind == "person"]
            return people[0] if people else None
    return None


def _joined(reading: Reading, first: Found) -> list[Found]:
    """A name and those joined to it: «Kadhimi and Barzani»."""
    out = [first]
    for actor in reading.actors_in(first.end, first.end + _REACH):
        if reading.words[actor.start - 1] not in ("and", ",") or actor.start - out[-1].end > 1:
            break
        out.append(actor)
    return out


def _passive(reading: Reading, hit: Hit) -> int:
    """«was received on the tarmac by Netanyahu»: the token of «by», or 0."""
    tokens, words = reading.tokens, vocabulary()
    verb = tokens[hit.end - 1].text
    if hit.end - hit.start > 1 or verb not in words.passive or not hit.start:
        return 0
    if tokens[hit.start - 1].text not in vocabulary().auxiliaries:
        return 0
    stop = min(reading.sentences[hit.sentence][1], hit.end + _TO_BY)
    return next((k for k in range(hit.end, stop) if tokens[k].text == "by"), 0)


def _the_two(reading: Reading, k: int) -> bool:
    k += reading.words[k : k + 1] == ["the"]
    words = reading.words[k : k + 2]
    return len(words) > 1 and words[0] == "two" and words[1] in syntax_words("two")


def _linked(
    reading: Reading, hit: Hit, right: int, pair: Pair | None
) -> tuple[bool, list[Found]] | None:
    """The names after «between A and B» (true) or «with B» (false); ``None`` without either."""
    tokens = reading.tokens
    for k in range(hit.end, min(right, hit.end + _TO_WITH)):
        if tokens[k].text in ("between", "with", "among"):
            after = reading.actors_in(k + 1, _end(reading, k + 1, hit))
            if not after and pair is not None and _the_two(reading, k + 1):
                after = list(pair[1])  # «the last meeting between the two leaders»
            return (tokens[k].text != "with", after) if after else None
        if tokens[k].text in ("to", "from") and k == hit.end and hit.trigger.mode == "phone":
            after = reading.actors_in(k + 1, k + 1 + _TITLED)[:1]
            told = after and after[0].actor.kind == "person"
            return (False, after) if told else None  # «a phone call to Lavrov»
        if tokens[k].text == "of" and k == hit.end:
            after = reading.actors_in(k + 1, _end(reading, k + 1, hit))
            return (True, after) if len(distinct(after)) > 1 else None
    if hit.trigger.mode == "talks":
        stop = min(reading.sentences[hit.sentence][1], hit.end + _REACH)
        for k in range(hit.end, stop):
            near = reading.actors_in(k + 1, k + _TITLED) if tokens[k].text == "with" else []
            if near and near[0].actor.kind == "person":
                return False, near[:1]  # «discussed his plan to freeze the fighting with Assad»
    return None


def _compound(reading: Reading, hit: Hit) -> bool:
    """«the Kerry-Lavrov meeting», «Kerry, Lavrov meet», «Putin and Erdogan held talks»."""
    near = reading.actors_in(max(0, hit.start - 8), hit.start)
    return len(near) > 1 and hit.start - near[-1].end <= 1 and near[-1].start - near[-2].end == 1


def _object(reading: Reading, actor: Found, hit: Hit) -> bool:
    if actor.start == hit.end:
        return True  # «spoke to Putin»
    before = reading.words[actor.start - 1]
    if before == "the" and actor.start > 1:
        before = reading.words[actor.start - 2]
    return before not in vocabulary().outside - {"with", "and"} and not owned(reading, actor)


def _right(reading: Reading, hit: Hit) -> int:
    return _end(reading, hit.end, hit)


def _end(reading: Reading, start: int, hit: Hit) -> int:
    """Where the stretch that can name parties ends: at a topic, a clause or a stop."""
    stop = min(reading.sentences[hit.sentence][1], start + _REACH)
    for k in range(start, stop):
        if k in reading.dated or k + 1 in reading.dated:
            continue  # «held talks in Riyadh on Sunday with the crown prince»
        match = vocabulary().right.at(reading.tokens, k)
        word = reading.words[k]
        clause = k == start and word in syntax_words("at_once")
        if (match is not None and k > start) or clause or word in (";", ":", '"', "."):
            if word == "." and k - start < stop and _initial(reading, k):
                continue
            if quotes_a_word(reading, k):
                continue
            return k
        if reading.words[k] == "," and told_by(reading, k, stop):
            return k
    return stop


def _initial(reading: Reading, k: int) -> bool:
    return k > 0 and len(reading.words[k - 1]) <= 3


def distinct(parties: list[Found]) -> list[Found]:
    """Each party once, without the state of one of the people."""
    out: list[Found] = []
    people = {p.actor.side for p in parties if p.actor.kind == "person"}
    for party in parties:
        if party.actor.id in {p.actor.id for p in out}:
            continue
        if party.actor.kind == "state" and party.actor.side in people:
            continue  # «Russia's Lavrov»
        out.append(party)
    return out


def _elided(reading: Reading, hit: Hit) -> bool:
    """«after a meeting with …», «he held talks with …», «he was in Oman for talks with …»."""
    first = reading.sentences[hit.sentence][0]
    words = [reading.words[k] for k in range(max(first, hit.start - _FOR_IT), hit.start)]
    if "for" in words[-3:] and not {",", ";"} & set(words[-3:]):
        return any(word in vocabulary().pronouns for word in words)
    if reading.words[first] in vocabulary().pronouns and hit.start - first <= _FOR_IT:
        held = reading.words[max(first, hit.start - _BY_THE) : hit.start]
        if not syntax_words("holding").isdisjoint(held):
            return True  # «He is due to hold there talks with …»
    return any(w in ("after", "during", "following", "his", "her", "he", "she") for w in words[-4:])
