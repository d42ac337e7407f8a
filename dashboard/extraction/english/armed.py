"""Who did a deed of arms in English: «Israeli airstrikes», «Houthi fighters attacked», «by Turkish
fire».

A state acts through its arms and its forces, an armed body through its fighters too. What is only
suspected is nobody's.
"""

from __future__ import annotations

from dataclasses import replace

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.deeds.places import deed_place
from dashboard.extraction.english.people import ARTICLES
from dashboard.extraction.english.subjects import of_another, subject_before
from dashboard.extraction.english.vocabulary import syntax_words, vocabulary
from dashboard.extraction.places.lands import side_of
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.lexicon import Trigger
from dashboard.extraction.vocabulary.registry import registry

_ARMS = 5  # words of «army special forces fighter jets»
_NATION = 6  # tokens of «U.S.», «Saudi Arabia's»
_BY, _DONE = 10, 2  # words from a deed to «by», of «carried out»
_THERE = 4  # words of «in the city of Jenin»
_LAUNCHED = 8  # words from «launched» to the offensive
_VERB = Trigger("ASSAULT", "", "verb", "place")
_CHARGED = ("of", "for", "from")
_KILLING, _VERBS, _FATE = 16, 4, 12  # words between a verb of casualties and raid or count
_ENDS = (",", ";", ":", ".")
_ARTICLES = ("the", "a", "an")
_PASSIVE = ("was", "were", "been", "being", "be", "is", "are", "get", "got")
_OF_A_LAND = ("attack", "bombing", "chemical", "siege", "assassination", "execution", "clash")
_OF_ARMS = ("ASSAULT", "COERCE", "RETREAT")
_STATELESS = ("PSE",)  # «Palestinian rockets»: whose, of several


def doers(reading: Reading, hit: Hit) -> list[Found]:
    """The doers of a violent deed in the order of the text."""
    first = reading.sentences[hit.sentence][0]
    if hit.trigger.form == "noun":
        if reading.words[hit.end - 1] == "of" and hit.trigger.type == "RETREAT":
            return _forward(reading, hit.end, reading.sentences[hit.sentence][1])
        here = _owners(reading, first, hit.start, noun=True)
        if here and hit.trigger.mode in _OF_A_LAND and not _elsewhere(reading, hit, here):
            here = []  # «the Iraqi attacks» are where they were
        return (
            here or doers_after(reading, hit.end, hit.sentence) or _launched(reading, first, hit)
            or _killing_in(reading, first, hit)
        )  # fmt: skip
    if is_passive(reading, first, hit.start):
        return doers_after(reading, hit.end, hit.sentence)
    if reading.words[hit.start - 1] in _CHARGED:
        return []  # «accused Hezbollah of firing rockets»
    if reading.words[min(hit.end, len(reading.tokens) - 1)] == "by":
        return doers_after(reading, hit.end, hit.sentence)  # «shelling by the Houthis»
    return doers_before(reading, hit.sentence, hit.start)


def _launched(reading: Reading, first: int, hit: Hit) -> list[Found]:
    """«Turkey launched an offensive», «Russian jets carried out strikes»."""
    for k in range(hit.start - 1, max(first, hit.start - _LAUNCHED), -1):
        word = reading.words[k]
        if word in vocabulary().left or word in (",", "by"):
            return []
        if word in syntax_words("light"):
            if is_passive(reading, first, k):
                return []
            verb = replace(hit, start=k, end=k + 1)
            found = doers_before(reading, hit.sentence, k)
            source = None if found else subject_before(reading, verb)
            return joined(reading, source, replace(verb, trigger=_VERB)) if source else found
    return []


def _killing_in(reading: Reading, first: int, hit: Hit) -> list[Found]:
    """«Israeli forces killed three people in a raid»: whose killing it was."""
    k = hit.start - 1
    where = {j for p in reading.places_in(first, hit.start) for j in range(p.start, p.end)}
    while k > first and (k in where or reading.words[k] in syntax_words("arms") | set(_ARTICLES)):
        k -= 1  # «in a Beirut drone strike»
    if reading.words[k] not in ("in", "during"):
        return []
    for j in range(k - 1, max(first, k - _KILLING), -1):
        word = reading.words[j]
        if word in vocabulary().left or word == ",":
            return []
        if vocabulary().before.at(reading.tokens, j) is not None:
            return killers(reading, hit.sentence, j)
    return []


def killers(reading: Reading, sentence: int, verb: int) -> list[Found]:
    """Who did what a verb of casualties tells, before it or after «by»."""
    first = reading.sentences[sentence][0]
    if is_passive(reading, first, verb):
        return doers_after(reading, verb + 1, sentence)
    if reading.words[verb - 1] in _CHARGED:
        return []
    if reading.words[verb].endswith("ing"):
        told = [
            h for h in reading.hits_in(first, verb)
            if h.trigger.type == "ASSAULT" and h.trigger.form == "verb"
        ]  # fmt: skip
        return acting(reading, told[-1], subject_before(reading, told[-1]))[0] if told else []
    if reading.words[verb - 1] == "and":  # «killed a UN peacekeeper and wounded four»
        before = [k for k in range(first, verb) if vocabulary().before.at(reading.tokens, k)]
        return killers(reading, sentence, before[-1]) if before else []
    hit = Hit(verb, verb + 1, "", _VERB, sentence)
    found = doers_before(reading, sentence, verb)
    source = None if found else subject_before(reading, hit)
    return joined(reading, source, hit) if source is not None else found


def killers_of_all(reading: Reading, sentence: int, counts: list[int]) -> list[Found]:
    """Who killed all those counted in a sentence; nobody where one killed some, another others."""
    told = [found for at in counts if (found := killers_of(reading, sentence, at))]
    same = {tuple(doer.actor.id for doer in found) for found in told}
    return told[0] if len(same) == 1 else []


def killers_of(reading: Reading, sentence: int, count: int) -> list[Found]:
    """Who killed those counted at a token: the verb is right before them or soon after."""
    tokens, (first, stop) = reading.tokens, reading.sentences[sentence]
    near = range(max(first, count - _VERBS), count)
    begin = max((k + 1 for k in near if not tokens[k].text.isalpha()), default=near.start)
    for k in range(begin, count):
        if vocabulary().before.at(tokens, k) is not None:
            return killers(reading, sentence, k)
    for k in range(count + 1, min(stop, count + _FATE)):
        if tokens[k].text in _ENDS:
            break
        if vocabulary().after.at(tokens, k) is not None and is_passive(reading, first, k):
            return doers_after(reading, k + 1, sentence)
    return []


def is_passive(reading: Reading, first: int, at: int) -> bool:
    """Whether the verb at a token is suffered by its subject: «were reportedly arrested»."""
    k = at - 1
    while k > first and reading.words[k].endswith("ly"):
        k -= 1
    return k >= first and reading.words[k] in _PASSIVE


def doers_before(reading: Reading, sentence: int, verb: int) -> list[Found]:
    """«Israeli forces in Jenin have killed», «said it struck», «said its planes struck»."""
    tokens, first = reading.tokens, reading.sentences[sentence][0]
    k = verb
    while k > first and (
        tokens[k - 1].text in vocabulary().auxiliaries or tokens[k - 1].text.endswith("ly")
    ):
        k -= 1
    while k > first and (k - 1 in reading.dated or tokens[k - 1].text in syntax_words("when")):
        k -= 1  # «Algerian police on Friday detained»
    if k > first and tokens[k - 1].text in ("it", "they"):
        return _who_says(reading, sentence, k)
    places = reading.places_in(max(first, k - _THERE), k)
    if places and places[-1].end == k:
        j = places[0].start
        while j > max(first, k - _THERE) and tokens[j - 1].text not in syntax_words("place"):
            j -= 1
        k = j - 1 if j > first and tokens[j - 1].text in syntax_words("place") else k
    return _owners(reading, first, k, noun=False)


def _who_says(reading: Reading, sentence: int, stop: int) -> list[Found]:
    """«The army said it struck», «said its jets struck»: the last who says something before it."""
    first = reading.sentences[sentence][0]
    told = [
        h for h in reading.hits_in(first, stop)
        if h.trigger.type == "STATEMENT" and h.trigger.form == "verb"
    ]  # fmt: skip
    who = subject_before(reading, told[-1]) if told else None
    return [who] if who is not None and _armed(who) else []


def _armed(found: Found) -> bool:
    return found.actor.kind not in ("person", "media")


def _owners(reading: Reading, first: int, stop: int, *, noun: bool) -> list[Found]:
    """Whose the arms before a token are, those joined by «and» included.

    ``noun`` where the arms follow at the token: «an Israeli | airstrike».
    """
    tokens = reading.tokens
    k = stop
    while k > max(first, stop - _ARMS) and (
        tokens[k - 1].text in syntax_words("arms") or tokens[k - 1].text == "-"
    ):
        if any(a.end == k for a in reading.actors_in(max(first, k - _NATION), k)):
            break  # «Saudi-led coalition airstrikes»
        k -= 1
    by_state = noun or k < stop
    fought = k > first and tokens[k - 1].text in syntax_words("fighters")
    k -= fought
    near_body = noun or k < stop  # «Houthi fighters», not «the Houthi | killed»
    if k > first and tokens[k - 1].text == "its" and by_state:
        return _who_says(reading, reading.sentence_of(stop), k - 1)
    out: list[Found] = []
    while (one := _owner(reading, first, k, by_state=by_state and not fought)) is not None:
        if one.via == "nation" and not near_body:
            break
        out.insert(0, one)
        k = one.start
        if k - 1 <= first or tokens[k - 1].text not in ("and", ",", "-"):
            break
        if tokens[k - 1].text == "-" and tokens[k - 1].start > tokens[k - 2].end:
            break  # «US-British strikes», not «Kyiv, Ukraine - Russia fired»
        k -= 1
    before = tokens[k - 1].text if k > first else ""
    if not noun and out and of_another(reading, first, k):
        return []
    if before in syntax_words("suspected") or (not noun and before in vocabulary().outside):
        return []  # «an attack on Sudanese army troops killed»
    return out


def _owner(reading: Reading, first: int, stop: int, *, by_state: bool) -> Found | None:
    """The state of a demonym that ends at a token, or the body that is named there."""
    tokens = reading.tokens
    owned = stop - 2 > first and tokens[stop - 1].text == "s" and tokens[stop - 2].text in "'’"
    named = [
        a for a in reading.actors_in(max(first, stop - _NATION), stop)
        if a.end in (stop, stop - 2 * owned) and _armed(a)
    ]  # fmt: skip
    if named and (named[-1].actor.kind != "state" or by_state or named[-1].end == stop):
        return named[-1]
    for k in range(max(first, stop - _NATION), stop):
        match = vocabulary().demonyms.at(tokens, k)
        if match is None or match.end < stop or match.values[0] in _STATELESS:
            continue  # «the Syrian regime» is told by both words
        state = registry().state(match.values[0])
        begin = reading.folded.span(tokens[k].start, tokens[k].end)[0]
        armed = state is not None and (by_state or state.kind != "state")
        if state is not None and armed and reading.document.text[begin].isupper():
            return Found(k, stop, 0, state, "nation")
    return None


def _elsewhere(reading: Reading, hit: Hit, here: list[Found]) -> bool:
    """Whether a deed was outside the land of its doers, or they are named by more than it."""
    if any(doer.via != "nation" or doer.end < hit.start for doer in here):
        return True
    place = deed_place(reading, hit, reading.sentences[hit.sentence])
    return place is not None and all(side_of(place.country) != d.actor.side for d in here)


def doers_after(reading: Reading, at: int, sentence: int) -> list[Found]:
    """«airstrikes by the coalition», «raids carried out by Russian jets», «killed by Israeli fire».

    Nothing but where and when may stand before «by», or the carrying out.
    """
    tokens, stop = reading.tokens, reading.sentences[sentence][1]
    for k in range(at, min(stop, at + _BY)):
        word = tokens[k].text
        if word == "by":
            return _forward(reading, k + 1, stop)
        if word == "from" and k == at:  # «artillery fire from the RSF», not «from Lebanon»
            return [d for d in _forward(reading, k + 1, stop) if d.actor.kind != "state"]
        if k in reading.dated or any(p.start <= k < p.end for p in reading.places_in(k - 2, k + 1)):
            continue
        if word.isdecimal() or word in vocabulary().one:
            continue  # «killed and five others injured by»
        if word not in syntax_words("place") | syntax_words("done") | {"on", *_ARTICLES}:
            return []
    return []


def _forward(reading: Reading, k: int, stop: int) -> list[Found]:
    tokens = reading.tokens
    while k < stop and tokens[k].text in (*_ARTICLES, *ARTICLES, "-"):
        k += 1  # «by al-Shabaab»
    near = [a for a in reading.actors_in(k, k + 1) if _armed(a)]
    if near:
        after = tokens[near[0].end].text if near[0].end < stop else ""
        return [] if after == "-" else near[:1]
    out: list[Found] = []
    while k < stop and (match := vocabulary().demonyms.at(tokens, k)) is not None:
        state = registry().state(match.values[0])
        if match.end >= stop or match.values[0] in _STATELESS or state is None:
            return []
        out.append(Found(k, match.end, 0, state, "nation"))
        k = match.end + (tokens[match.end].text == "and")  # «by Syrian and Russian jets»
    return out if k < stop and tokens[k].text in syntax_words("arms") else []


def acting(reading: Reading, hit: Hit, source: Found | None) -> tuple[list[Found], list[Found]]:
    """Who did a deed, and who suffered it where its sentence begins with them.

    ``source`` is who is free to act before its verb, or beside its noun.
    """
    first = reading.sentences[hit.sentence][0]
    if hit.trigger.type not in _OF_ARMS:
        return joined(reading, source, hit) if source is not None else [], []
    found = doers(reading, hit)
    if hit.trigger.form == "noun":
        claimed = _claimed(reading, first, hit)
        return found, [claimed] if claimed is not None and not found else []
    if is_passive(reading, first, hit.start):
        return found, [source] if source is not None else []
    if found or source is None or reading.words[hit.start - 1] in _CHARGED:
        return found, []
    return joined(reading, source, hit), []


def _claimed(reading: Reading, first: int, hit: Hit) -> Found | None:
    """«The Houthis claimed responsibility for the attack»: who says it was theirs."""
    for k in range(hit.start - 1, max(first, hit.start - _LAUNCHED), -1):
        if reading.words[k] == "responsibility":
            told = reading.hits_in(max(first, k - 2), k)
            return subject_before(reading, told[0]) if told else None
    return None


def joined(reading: Reading, source: Found, hit: Hit) -> list[Found]:
    """«Russia, Turkey and Iran agreed»: those joined to a subject by «and», it among them."""
    tokens, first = reading.tokens, reading.sentences[hit.sentence][0]
    if hit.trigger.form != "verb" or source.start >= hit.start:
        return [source]
    out, anded = [source], False
    for actor in reversed(reading.actors_in(first, source.start)):
        between = [t.text for t in tokens[actor.end : out[0].start] if t.text not in _ARTICLES]
        if between not in (["and"], [","], [",", "and"]) or actor.actor.kind == "media":
            break
        anded = anded or "and" in between
        out.insert(0, actor)
    out = out if anded else [source]
    for actor in reading.actors_in(source.end, hit.start):
        between = [t.text for t in tokens[out[-1].end : actor.start] if t.text not in _ARTICLES]
        if between not in (["and"], [","], [",", "and"]) or actor.actor.kind == "media":
            break
        out.append(actor)
    return out
