"""Actors named together or by another: dual and plural titles, counterparts, pairs, delegates."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dashboard.extraction.actors.envoys import land_of
from dashboard.extraction.actors.offices import unlisted
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.titles import CLITICS
from dashboard.model import Actor
from dashboard.text import fold_word

if TYPE_CHECKING:
    from dashboard.extraction.actors.mentions import ActorReader, Found
    from dashboard.extraction.vocabulary.phrases import Match

_ROYAL = frozenset(("crown-prince", "deputy-crown-prince", "emir", "sultan"))
_STYLED, _MAJESTY = word_set("groups", "styled"), fold_word("جلالة")
_OF_THE_HOUSE = word_set("groups", "of_the_house")
_SIDES = 60  # words
_BETWEEN = frozenset((fold_word("بين"), fold_word("وبين")))
_OF_A_STATE = ("من", "في")
_WHOSE = 3  # people named before, of whom «نظيره» may be one's
_WHOSE_AT_MOST = 8  # where «نظيره» would be somebody whom the text has named
_BACK = 80  # actors among whom «الجانبان» are looked for
_WITH = word_set("groups", "with")
_MEDIATED, _MEDIATOR = word_set("groups", "mediated"), 2  # words from «برعاية» to who mediates
_SAID = word_set("groups", "said")
_WELCOMED, _WELCOME = word_set("shared", "welcomed"), 2  # words from the verb to who welcomes


def delegates(reader: ActorReader, i: int) -> int | None:
    """«بين مسؤولين سوريين وروس وإيرانيين»: each adjective stands for its state.

    Only after a word of company: «قال مسؤولون أميركيون» is an anonymous source, not a state.
    """
    tokens = reader.tokens
    if tokens[i].text not in reader.words.delegates or i == 0:
        return None
    if tokens[i - 1].text.removeprefix("و") not in _WITH:
        return None
    at = i + 1
    while at < len(tokens):
        state, end = reader.adjective(at)
        if not state or (at > i + 1 and not tokens[at].text.startswith("و")):
            break
        actor = reader.reg.state(state)
        if actor is None:
            break
        clitic = int(at > i + 1)
        reader.add(at if clitic else i, end, clitic, actor, "nation")
        at = end
    return at if at > i + 1 else None


def group(reader: ActorReader, i: int) -> int | None:
    """«وزيرا الخارجية الأميركي جون كيري والروسي سيرغي لافروف»: each of a dual or plural."""
    match = reader.words.groups.at(reader.tokens, i, CLITICS)
    if match is None:
        return None
    office = match.values[0]
    at = match.end
    if [t.text for t in reader.tokens[at : at + 3]] == ["في", "كل", "من"]:
        at += 3  # «وزراء الدفاع في كل من روسيا وتركيا»
    elif [t.text for t in reader.tokens[at : at + 2]] == ["كل", "من"]:
        at += 2  # «رؤساء كل من تركيا وإيران وروسيا»
    added = 0
    start, clitic = i, match.clitic
    before = reader.tokens[i - 1].text if i else ""
    theirs = any(before.removeprefix(c) in reader.words.deputies for c in ("", "و", "ل", "ب"))
    while at < len(reader.tokens):
        joined = reader.tokens[at].text.startswith("و") or reader.tokens[at].text in (",", "و")
        if added and not joined:
            break
        if reader.tokens[at].text in (",", "و"):
            at += 1
        state, end = reader.adjective(at)
        name = reader.known_name(end)
        if name is None and not state:
            match_name = (
                reader.reg.names.at(reader.tokens, at, ("", "و"))
                if at < len(reader.tokens)
                else None
            )
            actor = reader.choose(match_name.values) if match_name else None
            if match_name and actor and actor.kind == "state":
                state, end = actor.side, match_name.end
                name = reader.known_name(end)  # «روسيا سيرغي لافروف وتركيا …»
            elif match_name and actor and actor.kind == "person":
                name = (actor, match_name.end)
        if name is not None:
            actor, end = name
        elif state:
            offices = (office, *reader.words.heads.get(office, ()))
            held = (reader.reg.holder(one, state, reader.published) for one in offices)
            holder = next((one for one in held if one is not None), None)
            if theirs:
                holder = reader.reg.state(state)  # «نواب وزراء خارجية روسيا وتركيا»
            if holder is None:
                break
            actor = holder
        else:
            break
        via = "name" if name else "delegation" if theirs else "office"
        reader.add(start, end, clitic, actor, via, "" if theirs else office)
        added += 1
        at = start = end
        clitic = 1 if at < len(reader.tokens) and reader.tokens[at].text.startswith("و") else 0
    return at if added >= 2 else (at if added else None)


def counterpart(reader: ActorReader, i: int) -> int | None:
    word = reader.tokens[i].text
    clitic = next(
        (len(c) for c in CLITICS if word.startswith(c) and word[len(c) :] in
         reader.words.counterparts),
        None,
    )  # fmt: skip
    if clitic is None:
        return None
    state, end = reader.adjective(i + 1)
    if not state and i + 2 < len(reader.tokens) and reader.tokens[i + 1].text in _OF_A_STATE:
        match = reader.reg.names.at(reader.tokens, i + 2)  # «نظيره من طاجيكستان»
        land = reader.choose(match.values) if match is not None else None
        if match is not None and land is not None and land.kind == "state":
            state, end = land.side, match.end
    name = reader.known_name(end)
    if name is not None:
        return reader.add(i, name[1], clitic, name[0], "counterpart")
    if not state:
        return None
    people = [found for found in reader.found if found.actor.kind == "person"]
    may_be: list[tuple[Actor, str]] = []
    for back, previous in enumerate(reversed(people[-_WHOSE_AT_MOST:])):
        offices = [previous.office] if previous.office else []
        offices += [t.office for t in reader.reg.offices(previous.actor.id, reader.published)]
        for office in offices:
            holder = reader.reg.holder(office, state, reader.published)
            if holder is None or holder.id == previous.actor.id:
                continue
            if back < _WHOSE or holder.id in reader.ids:
                may_be.append((holder, office))
    # Of two it may be, the one whom the text has named.
    known = [one for one in may_be if one[0].id in reader.ids]
    for holder, office in [*known, *may_be][:1]:
        return reader.add(i, end, clitic, holder, "counterpart", office)
    office = next((p.office for p in reversed(reader.found) if p.office), "")
    named = unlisted(reader, i, end, clitic, state, office)
    actor = reader.reg.state(state)
    if named is not None or actor is None:
        return named
    return reader.add(i, end, clitic, actor, "counterpart", office)


def _between(reader: ActorReader, i: int) -> list[Found]:
    """«الحديث بين الولايات المتحدة ودول مجلس التعاون»: the two sides named so before «الجانبين»."""
    recent = [f for f in reader.found[-_BACK:] if i - f.end <= _SIDES]
    for one, other in reversed(list(pairwise(recent))):
        k = one.start - 1
        if k >= 0 and reader.tokens[k].text in _BETWEEN and "و" in other.prefix:
            if other.start - one.end <= 1 and one.actor.id != other.actor.id:
                return [other, one]
    return []


def _sides_named(reader: ActorReader, match: Match[str]) -> int | None:
    """«الجانبان المصري والأميركي»: a person of each, named last, else the two states."""
    one, middle = reader.adjective(match.end)
    other, end = reader.adjective(middle)
    states = [reader.reg.state(side) if side else None for side in (one, other)]
    if one == other or None in states or not reader.tokens[middle].text.startswith("و"):
        return None
    recent = [f.actor for f in reversed(reader.found[-_BACK:]) if f.actor.kind == "person"]
    people: list[Actor | None] = [None, None]
    for first in (actor for actor in recent if actor.side == one):
        # «وزير الخارجية … نظيره»: two who hold the same office met, not one's spokesman
        held = {t.office for t in reader.reg.offices(first.id, reader.published)}
        for second in (actor for actor in recent if actor.side == other):
            if None in people and held.intersection(
                t.office for t in reader.reg.offices(second.id, reader.published)
            ):
                people = [first, second]
    for k, actor in enumerate(states if None in people else people):
        begin, stop = ((match.start, middle), (middle, end))[k]
        if actor is not None:
            reader.add(begin, stop, 1 if k else match.clitic, actor, "pair", "any")
    return end


def counterparts(reader: ActorReader, i: int) -> int | None:
    """«نظيريه التركي والإيراني», «نظراءه الروسي سيرغي لافروف والسعودي عادل الجبير»."""
    word = reader.tokens[i].text
    clitic = next(
        len(c) for c in CLITICS if word.startswith(c) and word[len(c) :] in
        reader.words.counterparts_many
    )  # fmt: skip
    people = [found for found in reader.found if found.actor.kind == "person"]
    offices = [
        office
        for previous in reversed(people[-_WHOSE:])
        for office in (
            previous.office,
            *(t.office for t in reader.reg.offices(previous.actor.id, reader.published)),
        )
        if office
    ]
    at, start, added = i + 1, i, 0
    while at < len(reader.tokens):
        if added and not reader.tokens[at].text.startswith("و"):
            break
        state, end = reader.adjective(at)
        name = reader.known_name(end) if state or added else None
        holder = name[0] if name is not None else None
        for office in offices if holder is None and state else ():
            holder = holder or reader.reg.holder(office, state, reader.published)
        if holder is None:
            break
        end = name[1] if name is not None else end
        reader.add(start, end, clitic if start == i else 1, holder, "counterpart")
        added, at, start = added + 1, end, end
    return at if added else None


def members(reader: ActorReader, i: int) -> int | None:
    """«الدول الضامنة», «وفد الحكومة»: each member of a body that is known by what it does."""
    match = reader.words.members.at(reader.tokens, i, CLITICS)
    if match is None:
        return None
    ids = next((ids for land, ids in match.values if not land or land == land_of(reader)), ())
    of_state = reader.adjective(match.end)[0]
    both_known = reader.ids.issuperset(ids) and not of_state
    if not ids or (match.end - i == 1 and len(ids) > 1 and not both_known):
        return None
    if len(ids) == 1 and (of_state or reader.known_name(match.end) is not None):
        return None  # «رئيس الوفد الحكومي بشار الجعفري»: he, by name
    for actor_id in ids:
        reader.add(i, match.end, match.clitic, reader.reg.actors[actor_id], "pair")
    return match.end


def addressed(reader: ActorReader, i: int) -> int | None:
    """«جلالته», «سموه»: the person named last to whom that form of address is due."""
    match = reader.words.address.at(reader.tokens, i, CLITICS)
    if match is None or reader.known_name(match.end) is not None:
        return None  # «جلالة الملك عبد الله الثاني»: he, by name
    office = match.values[0]
    if (him := _so_styled(reader, office)) is not None:
        return reader.add(i, match.end, match.clitic, him, "office", office)
    first = reader.tokens[i].text[match.clitic :] in _OF_THE_HOUSE
    for previous in reader.found if first else reversed(reader.found[-_BACK:]):
        if previous.actor.kind != "person":
            continue
        held = {t.office for t in reader.reg.offices(previous.actor.id, reader.published)}
        styled = any(
            token.text in _STYLED for token in reader.tokens[previous.start : previous.end]
        )
        royal = office == "crown-prince" and (held & _ROYAL or styled)
        if office in held or royal:
            return reader.add(i, match.end, match.clitic, previous.actor, "office", office)
    return None


def _so_styled(reader: ActorReader, office: str) -> Actor | None:
    """«جلالة الملك …. كما هاتف جلالته …»: whom the text names first by that form of address."""
    for previous in reader.found if office == "king" else ():
        near = reader.tokens[max(0, previous.start - 1) : previous.end]
        if previous.actor.kind == "person" and any(token.text == _MAJESTY for token in near):
            return previous.actor
    return None


def triple(reader: ActorReader, i: int) -> int | None:
    """«القوى الثلاث», «الزعماء الثلاثة»: each of the last three of them named."""
    match = reader.words.triples.at(reader.tokens, i, CLITICS)
    if match is None:
        return None
    office = match.values[0]
    chosen: list[Found] = []
    for previous in reversed(reader.found[-_BACK:]):
        held = {t.office for t in reader.reg.offices(previous.actor.id, reader.published)}
        fits = (
            previous.actor.kind == "state" if office == "state"
            else previous.office == office or office in held
            or (office == "president" and held & reader.words.leaders)
        )  # fmt: skip
        if fits and all(previous.actor.id != c.actor.id for c in chosen):
            chosen.append(previous)
        if len(chosen) == 3:
            break
    if len(chosen) < 3:
        return None
    for previous in reversed(chosen):
        reader.add(i, match.end, match.clitic, previous.actor, "pair", office)
    return match.end


def _welcomes(reader: ActorReader, actor: Found) -> bool:
    """«رحبت الرياض وواشنطن ببدء المحادثات بين الطرفين»: neither of the two that are meant."""
    near = reader.tokens[max(0, actor.start - _WELCOME) : actor.start]
    return any(token.text.removeprefix("و") in _WELCOMED for token in near)


def _mediates(reader: ActorReader, actor: Found) -> bool:
    """«برعاية المبعوث», «قال غوتيريش إن الجانبين …»: he who brings the two together.

    Of those who say it only somebody of the United Nations, which is no side.
    """
    before = reader.tokens[max(0, actor.start - _MEDIATOR) : actor.start]
    if any(token.text.removeprefix("و") in _MEDIATED for token in before):
        return True
    spoke = before[-1:] != [] and before[-1].text.lstrip("وف") in _SAID
    return actor.actor.side == "united-nations" and spoke


def _of_one_body(one: Found, other: Found) -> bool:
    """Whether two people are of one organisation, and so no two sides; a state's id is «RUS»."""
    side = one.actor.side
    people = one.actor.kind == other.actor.kind == "person"
    return people and side == other.actor.side and side.islower()


def pair(reader: ActorReader, i: int) -> int | None:
    match = reader.words.pairs.at(reader.tokens, i, CLITICS)
    if match is None:
        return None
    office = match.values[0]
    if office == "any" and (named := _sides_named(reader, match)) is not None:
        return named
    chosen: list[Found] = _between(reader, i) if office == "any" else []
    for previous in reversed(reader.found[-_BACK:]):
        if len(chosen) == 2:
            break
        if office == "any":
            fits = previous.actor.kind in ("person", "state", "organisation", "armed_group")
        elif office == "person":
            fits = previous.actor.kind == "person"
        else:
            held = {t.office for t in reader.reg.offices(previous.actor.id, reader.published)}
            fits = previous.office == office or office in held
        fits = fits and previous.actor.id not in reader.words.monitors
        fits = fits and not _welcomes(reader, previous) and not _mediates(reader, previous)
        if office == "any" and any(_of_one_body(previous, c) for c in chosen):
            continue  # «أعلن غريفيث أن الطرفين سيلتقيان»: not he and another of the United Nations
        if fits and all(previous.actor.id != c.actor.id for c in chosen):
            chosen.append(previous)
        if len(chosen) == 2:
            break
    if len(chosen) < 2:
        return None
    for previous in reversed(chosen):
        reader.add(i, match.end, match.clitic, previous.actor, "pair", office)
    return match.end
