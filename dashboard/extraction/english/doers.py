"""Whose encounter an English trigger tells of: «he», «they», «the two», «…, Kerry said»."""

from __future__ import annotations

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.english.apposed import long_title
from dashboard.extraction.english.clauses import quotes_a_word, relative_before
from dashboard.extraction.english.vocabulary import syntax_words, vocabulary
from dashboard.extraction.reading import Hit, Reading

_SUBJECT = 26  # words from the subject to its second verb
_APOSTROPHES = ("'", "’")
_OWN = 8  # words from «Kerry's» to his talks
_PLURAL = 3  # words from «they» to the verb, «have last» between
_FRONTED = 3  # words from the comma to who «after meeting Putin, …» is of
_PRONOUN = 5  # words from «he» to the verb, «was expected to» between
_BACK = 2  # sentences back to the two who met


def subjects(reading: Reading, hit: Hit) -> list[Found]:
    """The subjects of the verb or the noun's clause: names free to act before it."""
    words, tokens = vocabulary(), reading.tokens
    first = reading.sentences[hit.sentence][0]
    floor = max(first, hit.start - _SUBJECT)
    aside = _aside(reading, floor, hit.start) or long_title(reading, first, hit.start)
    for k in range(hit.start - 1, floor - 1, -1):
        if k in aside:
            continue
        quoted = tokens[k].text == '"' and not quotes_a_word(reading, k)
        if tokens[k].text in words.left or tokens[k].text in (";", ":") or quoted:
            floor = k + 1
            break
        if tokens[k].text in words.pronouns:
            return []
    names = [
        a for a in reading.actors_in(floor, hit.start)
        if a.start not in aside and _may_act(reading, a, floor, hit)
    ]  # fmt: skip
    return [a for a in names if a.actor.kind != "media"]


def _may_act(reading: Reading, actor: Found, floor: int, hit: Hit) -> bool:
    before = reading.words[max(0, actor.start - 3) : actor.start]
    if "from" in before and vocabulary().delegation & set(before):
        return True  # «a delegation from Egypt's intelligence service»
    if owned(reading, actor):
        noun = hit.trigger.form == "noun" or reading.words[hit.start] == "meeting"
        his = hit.start - actor.end - 2 <= _OWN and noun
        return his and reading.words[actor.end + 2] not in vocabulary().kin
    if actor.start == floor or _of_members(reading, actor):
        return True
    before = reading.words[: actor.start][-2:]
    if before[-1] == "the":
        before = before[:-1]  # «After talks with the king, he met …»
    return before[-1:] == [] or before[-1] not in vocabulary().outside - {"and"}


def _aside(reading: Reading, first: int, stop: int) -> range:
    """«Abdollahian, who arrived on Wednesday, also met»: the words of the relative clause."""
    tokens = reading.tokens
    for k in range(stop - 1, first, -1):
        if tokens[k].text in syntax_words("relative") and tokens[k - 1].text == ",":
            end = next((j for j in range(k, stop) if tokens[j].text == ","), k)
            return range(k, end)
    return range(0)


def _of_members(reading: Reading, actor: Found) -> bool:
    """«The foreign ministers of Russia, Turkey and Iran»: the state met through them."""
    before = reading.words[max(0, actor.start - 2) : actor.start]
    return before[-1:] in (["of"], ["from"]) and before[0] in vocabulary().members


def owned(reading: Reading, actor: Found) -> bool:
    """«Kerry's adviser met», «Libya's two rivals», «UN-backed»: not the named one himself.

    «Syria's government» is Syria.
    """
    tokens = reading.tokens
    after = [token.text for token in tokens[actor.end : actor.end + 3]]
    if after[:1] == ["-"] and actor.actor.kind != "person":
        return len(after) > 1 and after[1] not in ("", "-")
    if actor.via in ("office", "counterpart", "delegation") or after[:1] == []:
        return False
    if after[0] in _APOSTROPHES and len(after) > 2:
        return after[2] not in syntax_words("stands_for") | vocabulary().members
    return False


def is_pronoun(reading: Reading, start: int) -> bool:
    """Whether «he», «she» or «they» stands right before a verb."""
    reach = _PRONOUN * (1 + (start > 0 and reading.words[start - 1] == "to"))
    for k in range(start - 1, max(0, start - reach) - 1, -1):
        if reading.words[k] in vocabulary().pronouns:
            return True
        if k in reading.actor_tokens or not reading.words[k].isalpha():
            return False
    return False


def person_before(reading: Reading, hit: Hit) -> Found | None:
    """The first person of the sentence before."""
    if hit.sentence == 0:
        return None
    first, stop = reading.sentences[hit.sentence - 1]
    people = [a for a in reading.actors_in(first, stop) if a.actor.kind == "person"]
    free = [a for a in people if reading.words[a.start - 1] not in vocabulary().outside]
    return next(iter(free or people), None)


def subject_of_sentence(reading: Reading, hit: Hit) -> Found | None:
    """«Araghchi went to Ankara, a day after he was received …»: whom the pronoun means."""
    first = reading.sentences[hit.sentence][0]
    if reading.words[first] in vocabulary().pronouns:
        return None  # «He landed at the base, where Assad waited; he then went to Cairo»
    named = [a for a in reading.actors_in(first, hit.start) if a.actor.kind == "person"]
    if named and vocabulary().pronouns & set(reading.words[first : named[0].start]):
        return None  # «On Thursday, he is due to see King Salman; he also will meet …»
    if not named or reading.words[named[0].start - 1] in vocabulary().outside:
        return None
    return named[0]


def fronted(reading: Reading, hit: Hit) -> Found | None:
    """«After meeting Putin in Moscow on Sunday, Netanyahu said»: who stands after the comma."""
    tokens = reading.tokens
    first, stop = reading.sentences[hit.sentence]
    opening = [token.text for token in tokens[first : hit.start + 1]]
    if not any(word in syntax_words("fronting") for word in opening):
        return None
    if any(a.actor.kind == "person" for a in reading.actors_in(first, hit.start)):
        return None
    for k in range(hit.end, stop):
        if tokens[k].text != "," or k in reading.dated:
            continue
        near = reading.actors_in(k + 1, k + 1 + _FRONTED)
        if near and near[0].actor.kind == "person" and _acts(reading, near[0], stop):
            return near[0]
    return None


def _acts(reading: Reading, actor: Found, stop: int) -> bool:
    """Whether a verb, and no comma or «and», follows a name."""
    if actor.end >= stop:
        return False
    return reading.words[actor.end].isalpha() and reading.words[actor.end] != "and"


def both(reading: Reading, hit: Hit, pair: tuple[int, tuple[Found, ...]] | None) -> list[Found]:
    """«the two met», «they met there»: the two told of in the sentence, or who met before it.

    ``pair`` is the sentence of the encounter told last, with its parties.
    """
    if hit.trigger.form != "verb" or not _plural(reading, hit):
        return []
    first = reading.sentences[hit.sentence][0]
    here = _people(reading, first, hit.start)
    if len(here) == 2:
        return here
    if pair is not None and hit.sentence - pair[0] <= _BACK and len(pair[1]) > 1:
        return list(pair[1])
    begin = reading.sentences[max(0, hit.sentence - 1)][0]
    return list(reversed(list(reversed(_people(reading, begin, hit.start)))[:2]))


def _plural(reading: Reading, hit: Hit) -> bool:
    tokens = reading.tokens
    k = hit.start - 1
    first = reading.sentences[hit.sentence][0]
    if tokens[k].text == "," and (opens := relative_before(reading, first, k)):
        k = opens - 1  # «The two leaders, who are in Davos, met …»
        return tokens[k].text in syntax_words("two") and tokens[k - 1].text == "two"
    while k > 0 and hit.start - k <= _PLURAL and tokens[k].text in syntax_words("adverbs"):
        k -= 1
    if tokens[k].text in ("they", "both", "two", "pair"):
        return True
    return tokens[k].text in syntax_words("two") and tokens[k - 1].text == "two"


def _people(reading: Reading, first: int, stop: int) -> list[Found]:
    """The people named in a stretch, each once, in the order of their last mention."""
    out: dict[str, Found] = {}
    for actor in reading.actors_in(first, stop):
        if actor.actor.kind == "person":
            out.pop(actor.actor.id, None)
            out[actor.actor.id] = actor
    return list(out.values())
