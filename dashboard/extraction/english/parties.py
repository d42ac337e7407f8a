"""Who met in English: the subjects before a verb and its objects, or the names after «between»."""

from __future__ import annotations

from dashboard.extraction.actors import Found
from dashboard.extraction.english.apposed import long_title, without_their_bodies
from dashboard.extraction.english.vocabulary import syntax_words, vocabulary
from dashboard.extraction.reading import Hit, Reading

_REACH = 18  # words on either side in which the parties stand
_TO_BY, _BY_THE = 6, 3  # words from the verb to «by», from «by the» to the host
_SUBJECT = 26  # words from the subject to its second verb
_TO_WITH = 11  # words from «talks» to «with», a place and a day between
_OF_A_TITLE = (".", ",", "'", "’", "-")  # «Lt. Gen», «Israel's prime minister, …»
_TITLED = 6  # words from «called» to a name with its title


def parties_of(reading: Reading, hit: Hit, pronoun: Found | None) -> list[Found]:
    """Who met in the encounter of a trigger; ``pronoun`` is whom «he» means before it."""
    found = [a for a in _parties(reading, hit, pronoun) if a.actor.kind != "media"]
    return without_their_bodies(reading, found)


def _parties(reading: Reading, hit: Hit, pronoun: Found | None) -> list[Found]:
    if (whom := _whom(reading, hit)) is not None and pronoun is not None:
        return distinct([pronoun, whom])
    left, right = subjects(reading, hit), _right(reading, hit)
    if hit.trigger.needs == "host":
        return _with_host(reading, hit, left, pronoun)
    if hit.trigger.form == "noun" or hit.trigger.mode in ("talks", "phone"):
        linked = _linked(reading, hit, right)
        if linked is None:
            together = hit.trigger.form == "verb" and len(distinct(left)) > 1
            if reading.tokens[hit.start - 1].text == "to" or _told_before(reading, hit):
                return []  # «Kerry called Lavrov to discuss Aleppo»: what the call was about
            return distinct(left) if together or _compound(reading, hit) else []
        between, after = linked
        if between:
            return distinct(after)
        subject = left or ([pronoun] if pronoun and _elided(reading, hit) else [])
        return distinct([*subject, *after]) if subject and after else []
    subject = left
    if not subject and pronoun is not None and is_pronoun(reading, hit.start):
        subject = [pronoun]
    by = _passive(reading, hit)
    objects = [
        a for a in reading.actors_in(by + 1 if by else hit.end, right)
        if _object(reading, a, hit) or (by and a.start <= by + _BY_THE)
    ]  # fmt: skip
    return distinct([*subject, *objects]) if subject else []


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
    subject = [a for a in left if a.actor.kind == "person"]
    if reading.tokens[hit.start].text in syntax_words("then"):  # «said …, after meeting Berri»
        him = subject_of_sentence(reading, hit)
        subject = [him] if him is not None else subject
    if not subject and pronoun is not None and is_pronoun(reading, hit.start):
        subject = [pronoun]
    near = reading.actors_in(hit.end, hit.end + _TITLED + 2)
    if near and near[0].actor.kind == "state" and len(near) > 1:
        near = near[1:]  # «saw Israel's prime minister, Benjamin Netanyahu»
    if not subject or not near or near[0].actor.kind != "person" or _owned(reading, near[0]):
        return []
    before = reading.tokens[hit.end : near[0].start]
    if any(token.text in vocabulary().outside for token in before):
        return []
    if any(not token.text.isalpha() and token.text not in _OF_A_TITLE for token in before):
        return []
    after = [token.text for token in reading.tokens[near[0].end : near[0].end + 2]]
    if after[:1] and after[0] in syntax_words("named_as"):
        return []  # «Trump called Assad an animal»
    if after in (["'", "s"], ["’", "s"]):
        return []  # «Kerry called Lavrov's proposal unacceptable»
    return distinct([*subject, *_joined(reading, near[0])])


def _joined(reading: Reading, first: Found) -> list[Found]:
    """A name and those joined to it: «Kadhimi and Barzani»."""
    out = [first]
    for actor in reading.actors_in(first.end, first.end + _REACH):
        if (
            reading.tokens[actor.start - 1].text not in ("and", ",")
            or actor.start - out[-1].end > 1
        ):
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


def _linked(reading: Reading, hit: Hit, right: int) -> tuple[bool, list[Found]] | None:
    """The names after «between A and B» (true) or «with B» (false); ``None`` without either."""
    tokens = reading.tokens
    for k in range(hit.end, min(right, hit.end + _TO_WITH)):
        if tokens[k].text in ("between", "with", "among"):
            after = reading.actors_in(k + 1, _end(reading, k + 1, hit))
            return (tokens[k].text != "with", after) if after else None
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


def subjects(reading: Reading, hit: Hit) -> list[Found]:
    """The subjects of the verb or the noun's clause: names free to act before it."""
    words, tokens = vocabulary(), reading.tokens
    first = reading.sentences[hit.sentence][0]
    floor = max(first, hit.start - _SUBJECT)
    aside = _aside(reading, floor, hit.start) or long_title(reading, first, hit.start)
    for k in range(hit.start - 1, floor - 1, -1):
        if k in aside:
            continue
        if tokens[k].text in words.left or tokens[k].text in (";", ":", '"'):
            floor = k + 1
            break
        if tokens[k].text in words.pronouns and hit.trigger.form == "verb":
            return []
    if reading.tokens[hit.start - 1].text in syntax_words("two") and floor < hit.start - 1:
        return _last_two(reading, hit)
    names = [
        a
        for a in reading.actors_in(floor, hit.start)
        if a.start not in aside and _may_act(reading, a, floor)
    ]
    return [a for a in names if a.actor.kind != "media"]


def _may_act(reading: Reading, actor: Found, floor: int) -> bool:
    if actor.start == floor or _of_members(reading, actor):
        return True
    before = reading.tokens[actor.start - 1].text
    return before not in vocabulary().outside - {"and"} and not _owned(reading, actor)


def _aside(reading: Reading, first: int, stop: int) -> range:
    """«Abdollahian, who arrived on Wednesday, also met»: the words of the relative clause."""
    tokens = reading.tokens
    for k in range(stop - 1, first, -1):
        if tokens[k].text in syntax_words("relative") and tokens[k - 1].text == ",":
            end = next((j for j in range(k, stop) if tokens[j].text == ","), k)
            return range(k, end)
    return range(0)


def _last_two(reading: Reading, hit: Hit) -> list[Found]:
    """«the two men met»: the last two people named before, in the sentence or the one before."""
    tokens = reading.tokens
    k = hit.start - 2
    if k < 1 or tokens[k].text != "two" or tokens[k - 1].text not in ("the", "these"):
        return []
    first = reading.sentences[max(0, hit.sentence - 1)][0]
    people = [a for a in reading.actors_in(first, k) if a.actor.kind == "person"]
    pair = distinct(list(reversed(people)))[:2]
    return list(reversed(pair)) if len(pair) == 2 else []


def _of_members(reading: Reading, actor: Found) -> bool:
    """«The foreign ministers of Russia, Turkey and Iran»: the state met through them."""
    before = [t.text for t in reading.tokens[max(0, actor.start - 2) : actor.start]]
    return before[-1:] in (["of"], ["from"]) and before[0] in vocabulary().members


def _owned(reading: Reading, actor: Found) -> bool:
    """«Kerry's adviser met …»: the adviser did; «Kerry's talks with …» are his."""
    tokens = reading.tokens
    if actor.end + 2 >= len(tokens) or tokens[actor.end].text not in ("'", "’"):
        return False
    return tokens[actor.end + 2].text in vocabulary().kin


def _object(reading: Reading, actor: Found, hit: Hit) -> bool:
    before = reading.tokens[actor.start - 1].text
    if before == "the" and actor.start > 1:
        before = reading.tokens[actor.start - 2].text
    return before not in vocabulary().outside - {"with", "and"} and not _owned(reading, actor)


def _right(reading: Reading, hit: Hit) -> int:
    return _end(reading, hit.end, hit)


def _end(reading: Reading, start: int, hit: Hit) -> int:
    """Where the stretch that can name parties ends: at a topic, a clause or a stop."""
    stop = min(reading.sentences[hit.sentence][1], start + _REACH)
    for k in range(start, stop):
        if k in reading.dated or k + 1 in reading.dated:
            continue  # «held talks in Riyadh on Sunday with the crown prince»
        match = vocabulary().right.at(reading.tokens, k)
        if (match is not None and k > start) or reading.tokens[k].text in (";", ":", '"', "."):
            if reading.tokens[k].text == "." and k - start < stop and _initial(reading, k):
                continue
            return k
    return stop


def _initial(reading: Reading, k: int) -> bool:
    return k > 0 and len(reading.tokens[k - 1].text) <= 3


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


def is_pronoun(reading: Reading, start: int) -> bool:
    """Whether «he», «she» or «they» stands right before a verb."""
    tokens = reading.tokens
    return any(tokens[k].text in vocabulary().pronouns for k in range(max(0, start - 3), start))


def _elided(reading: Reading, hit: Hit) -> bool:
    """«after a meeting with …», «he held talks with …»: whose it was stands before."""
    first = reading.sentences[hit.sentence][0]
    words = [reading.tokens[k].text for k in range(max(first, hit.start - 4), hit.start)]
    return any(w in ("after", "during", "following", "his", "her", "he", "she") for w in words)


def person_before(reading: Reading, hit: Hit) -> Found | None:
    """The first person of the sentence before."""
    if hit.sentence == 0:
        return None
    first, stop = reading.sentences[hit.sentence - 1]
    people = [a for a in reading.actors_in(first, stop) if a.actor.kind == "person"]
    return people[0] if people else None


def subject_of_sentence(reading: Reading, hit: Hit) -> Found | None:
    """«Araghchi went to Ankara, a day after he was received …»: whom the pronoun means."""
    first = reading.sentences[hit.sentence][0]
    if reading.tokens[first].text in vocabulary().pronouns:
        return None  # «He landed at the base, where Assad waited; he then went to Cairo»
    named = [a for a in reading.actors_in(first, hit.start) if a.actor.kind == "person"]
    if not named or reading.tokens[named[0].start - 1].text in vocabulary().outside:
        return None
    return named[0]
