"""Who acts, in English word order: the name before the verb, or right after «said»."""

from __future__ import annotations

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.english.vocabulary import syntax_words, vocabulary
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.registry import registry

_REACH = 22  # words before a verb in which its subject is looked for
_AFTER = 6
_TRADE, _OWN = 3, 3  # words from «strike by» to the trade, and from «doctors'» to «strike»
_APOSTROPHES = ("'", "’", "s")
_AT_WORK = ("civilians", "medics", "journalists")  # classes of people
_ARTICLES = ("the", "a", "an")
_ENDS = ('"', ";", ":", "whose")  # «Macron, whose army launched strikes»
_PASSIVE, _BY = ("was", "were", "been", "being", "is", "are"), 4  # words from «by» to who did
_VOICE = 4  # words from «Iran's» to «army»
_SAYS = 9  # words of «, the country's defence ministry said»


def subject_before(reading: Reading, hit: Hit) -> Found | None:
    """The actor that acts in a verb's clause, or ``None``."""
    words, tokens = vocabulary(), reading.tokens
    first = reading.sentences[hit.sentence][0]
    if hit.start > first and tokens[hit.start - 1].text in _PASSIVE and hit.trigger.form == "verb":
        if hit.trigger.type in ("ASSAULT", "COERCE"):
            return _suffering(reading, hit, first)
        by = hit.end < len(tokens) and tokens[hit.end].text == "by"
        doers = reading.actors_in(hit.end + 1, hit.end + _BY) if by else []
        return doers[0] if doers else None  # «reports that Kerry met Lavrov were denied by Moscow»
    start = hit.start
    while start > first and (
        tokens[start - 1].text in words.auxiliaries or tokens[start - 1].text.endswith("ly")
    ):
        start -= 1
    if start > first and tokens[start - 1].text in words.anonymous:
        return None
    floor = max(first, start - _REACH)
    for k in range(start - 1, floor - 1, -1):
        if tokens[k].text in _ENDS or (tokens[k].text in words.left and start - k > 1):
            floor = k + 1
            break
    if hit.trigger.type == "STATEMENT":
        floor = _own_clause(reading, floor, start)
    inside = [a for a in reading.actors_in(floor, start) if _free(reading, a, floor)]
    if inside:
        near = inside[-1]
        between = [tokens[k].text for k in range(near.end, start)]
        if len(between) <= 2 or between[0] == "," or near is inside[0]:
            return inside[0] if between and between[0] != "," and len(inside) > 1 else near
        return inside[0]
    if hit.trigger.type != "STATEMENT":
        return None
    return _voice(reading, floor, start) or _after(reading, hit)


def _voice(reading: Reading, floor: int, start: int) -> Found | None:
    """«the Turkish defence ministry said», «Iraqi police said»: the state speaks."""
    if start <= floor or reading.words[start - 1] not in syntax_words("voices"):
        return None
    for k in range(start - 2, max(floor, start - 1 - _VOICE) - 1, -1):
        match = vocabulary().demonyms.at(reading.tokens, k)
        begin = reading.folded.span(reading.tokens[k].start, reading.tokens[k].end)[0]
        if match is None or not reading.document.text[begin].isupper():
            continue
        state = registry().state(match.values[0])
        return Found(k, match.end, 0, state, "nation") if state is not None else None
    return None


def _after(reading: Reading, hit: Hit) -> Found | None:
    """«… in Aleppo,» said Kirby: after a quotation or a comma only."""
    if not hit.start or reading.words[hit.start - 1] not in (",", '"', "”", "'"):
        return None
    for actor in reading.actors_in(hit.end, hit.end + _AFTER):
        between = [reading.words[k] for k in range(hit.end, actor.start)]
        if all(word.isalpha() and word not in vocabulary().outside for word in between):
            return actor
    return None


def _free(reading: Reading, actor: Found, first: int) -> bool:
    """Whether a name may act: not «of Russia», «Kerry's adviser», «in Turkey»."""
    words, tokens = vocabulary(), reading.tokens
    k = actor.start - 1
    while k >= first and tokens[k].text == "the":
        k -= 1
    if k >= first and tokens[k].text in words.outside and tokens[k + 1].text != "secretary":
        return False  # but «the Under Secretary»
    if of_another(reading, first, actor.start):
        return False
    if actor.end < len(tokens) and tokens[actor.end].text == "-" and actor.actor.kind != "person":
        return False  # «the Britain-based monitor»
    owner = (
        actor.end + 1 < len(tokens)
        and tokens[actor.end].text in ("'", "’")
        and tokens[actor.end + 1].text == "s"
    )
    if owner and actor.actor.kind == "state":  # «Iran's army said»
        near = [token.text for token in tokens[actor.end + 2 : actor.end + 2 + _VOICE]]
        return any(word in syntax_words("voices") for word in near)
    return not owner


def of_another(reading: Reading, first: int, k: int) -> bool:
    """«the coalition fighting Yemen's Houthi rebels carried out»: whom the subject fights."""
    tokens = reading.tokens
    if k - 3 >= first and tokens[k - 1].text == "s" and tokens[k - 2].text in "'’":
        k -= 3
    while k > first and tokens[k - 1].text in _ARTICLES:
        k -= 1
    if k <= first or not tokens[k - 1].text.endswith("ing"):
        return False
    return reading.document.text[reading.span(k - 1, k)[0]].islower()


def _own_clause(reading: Reading, floor: int, start: int) -> int:
    """Where the clause of «…, the military said» begins: who is named before its comma is silent.

    «Kerry, the secretary of state, said», «Kerry met Lavrov, and later said» have no such clause.
    """
    tokens = reading.tokens
    for k in range(start - 1, floor - 1, -1):
        if tokens[k].text == "," and k not in reading.dated:
            word = tokens[k + 1].text
            if start - k in range(2, _SAYS) and not (
                word in syntax_words("not_speaking") or word.endswith("ing")
                or all(j in reading.dated for j in range(k + 1, start))
            ):  # fmt: skip
                return k + 1
            return floor
    return floor


def _suffering(reading: Reading, hit: Hit, first: int) -> Found | None:
    """«Haniyeh was assassinated»: the person right before the verb, who suffered it."""
    near = reading.actors_in(max(first, hit.start - _VOICE), hit.start - 1)
    ends = near and hit.start - 1 - near[-1].end <= 1
    return near[-1] if ends and near[-1].actor.kind == "person" else None


def of_labour(reading: Reading, hit: Hit) -> bool:
    """«a strike by teachers», «the doctors' strike»: work that is left, no attack."""
    if not reading.words[hit.end - 1].startswith("strike"):
        return False
    by = hit.end < len(reading.tokens) and reading.words[hit.end] == "by"
    owned = reading.words[hit.start - 1] in _APOSTROPHES
    near = range(hit.start - _OWN, hit.start) if owned else range(0)
    near = range(hit.end + 1, hit.end + 1 + _TRADE) if by else near
    for k in near:
        if not 0 <= k < len(reading.tokens):
            continue
        people = vocabulary().people.at(reading.tokens, k)
        if people is not None and people.values[0] in _AT_WORK:
            return True
        if reading.words[k] in syntax_words("trades"):
            return True
    return False
