"""Actors by their office: titles with a state or a name, forms of address, envoys, «الوزير»."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dashboard.extraction.actors.apposed import name_before, named_just_before
from dashboard.extraction.actors.capitals import visited_after_titles
from dashboard.extraction.actors.given import (
    by_given_name,
    goes_on,
    name_follows,
)
from dashboard.extraction.actors.houses import house_before
from dashboard.extraction.actors.names_after_titles import misspelt, name_at, same_name
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.phrases import Match
from dashboard.extraction.vocabulary.titles import CLITICS
from dashboard.model import Actor
from dashboard.text import fold_word

if TYPE_CHECKING:
    from dashboard.extraction.actors.mentions import ActorReader

_FORMER = word_set("offices", "former")
_JOINS = word_set("offices", "joins")
_PARTS_OF_IT = word_set("offices", "parts_of_it")
_HEIR = "crown-prince"  # «ولي العهد», of whom a story has one
_POSTED = ("ambassador", "un-ambassador", "special-envoy", "charge-d-affaires")
_POSTS_AT = ("state", "organisation")
_IN_STATE = frozenset((fold_word("في"), fold_word("لدى")))


def titled(reader: ActorReader, i: int) -> int | None:
    """«وزير الخارجية الأميركي [جون كيري]», «الرئيس بوتين», «مبعوث الأمم المتحدة إلى سورية»."""
    fixed = reader.reg.fixed.at(reader.tokens, i, CLITICS)
    if fixed is not None and of_a_deputy(reader, i):
        office, of = fixed.values[0]
        return deputy(reader, i, fixed.end, fixed.clitic, of, office)
    title = reader.reg.titles.at(reader.tokens, i, CLITICS)
    if fixed is not None and (title is None or fixed.end >= title.end):
        name = reader.known_name(fixed.end) or reader.known_name(_posted(reader, fixed.end))
        office, of = fixed.values[0]
        if name is not None:
            return reader.add(i, name[1], fixed.clitic, name[0], "name", office)
        holder = reader.reg.holder(office, of, reader.published)
        if holder is not None:
            if (stop := _styled(reader, fixed.end, holder)) is not None:
                return reader.add(i, stop, fixed.clitic, holder, "name", office)
            end = misspelt(reader, fixed.end, holder) or fixed.end
            return _held(reader, (i, end), fixed.clitic, holder, office)
        return unlisted(reader, i, fixed.end, fixed.clitic, of, office)
    if title is None:
        return None
    state, end = _adjective(reader, title.end)
    if not state:
        state, end = _of_state(reader, title.end)
    crown = None
    if not state and title.values[0] in _POSTED:
        crown = reader.reg.fixed.at(reader.tokens, title.end)
        if crown is not None:  # «سفير خادم الحرمين الشريفين»
            state, end = crown.values[0][1], crown.end
    if state in reader.words.national and _of_the_nation(reader, end):
        return None  # «رئيس مجلس الأمن القومي»: of a state that is not told
    name = reader.known_name(end)
    if name is None and state and title.values[0] in _POSTED:
        end = _posted(reader, end)
        name = reader.known_name(end)
    if name is not None and (minister := _of_leader(reader, title, name[0], end)) is not None:
        return reader.add(i, name[1], title.clitic, minister, "office", title.values[0])
    if name is not None:
        office = _office_of(reader, name[0], title.values)
        return reader.add(i, name[1], title.clitic, name[0], "name", office)
    if not state:
        return _titled_before(reader, i, title.end, title.clitic, title.values)
    if of_a_deputy(reader, i):
        return deputy(reader, i, end, title.clitic, state, title.values[0])
    some = _indefinite(reader, title.end, end) or _no_longer(reader, end)
    for office in title.values if not some else ():
        holder = reader.reg.holder(office, state, reader.published)
        if holder is not None:
            stop = _styled(reader, end, holder) or misspelt(reader, end, holder)
            if stop is not None:
                return reader.add(i, stop, title.clitic, holder, "name", office)
            if _styled_unknown(reader, i, end):
                return unlisted(reader, i, end + 1, title.clitic, state, title.values[0])
            if name_at(reader, end) and reader.tokens[reader.skip_comma(end) - 1].text != ",":
                break
            return _held(reader, (i, end), title.clitic, holder, office)
    found = unlisted(reader, i, end, title.clitic, state, title.values[0])
    if found is None and (crown is not None or _no_longer(reader, end)):
        return end
    actor = reader.reg.state(state)
    if found is not None or actor is None or reader.tokens[i].text[title.clitic :] == "نايب":
        return found
    return reader.add(i, end, title.clitic, actor, "office", title.values[0])


def _of_the_nation(reader: ActorReader, end: int) -> bool:
    return end < len(reader.tokens) and reader.tokens[end].text in reader.words.of_one_state


def _adjective(reader: ActorReader, i: int) -> tuple[str, int]:
    """«الرئيس التركي», «رئيس تركي», but not «الأمير تركي», which is a name."""
    definite = reader.tokens[i - 1].text.startswith("ال")
    agrees = i >= len(reader.tokens) or reader.tokens[i].text.startswith("ال") or not definite
    return reader.adjective(i) if agrees else ("", i)


def _held(
    reader: ActorReader, office_at: tuple[int, int], clitic: int, holder: Actor, office: str
) -> int:
    """The holder, or who is named before the office, which then says who that is."""
    start, end = office_at
    if clitic:
        return reader.add(start, end, clitic, holder, "office", office)
    if named_just_before(reader, start, holder):
        return end
    named = name_before(reader, start, name_at)
    if named is None:
        return reader.add(start, end, clitic, holder, "office", office)
    begin, words = named
    if same_name(words, holder):
        return reader.add(begin, end, 0, holder, "name", office)
    return _add_unlisted(reader, (begin, end), 0, (begin, words), holder.side, office)


def _of_leader(reader: ActorReader, title: Match[str], named: Actor, end: int) -> Actor | None:
    """«وزير خارجية الأسد»: the minister of the leader who is named, not a minister of his name."""
    if end != title.end or reader.tokens[end - 1].text.startswith("ال"):
        return None
    held = {t.office for t in reader.reg.offices(named.id, reader.published)}
    if held.intersection(title.values) or not held & reader.words.leaders:
        return None
    holders = (reader.reg.holder(o, named.side, reader.published) for o in title.values)
    return next((holder for holder in holders if holder is not None), None)


def _posted(reader: ActorReader, end: int) -> int:
    """«السفير الأمريكي في هولندا، كينيث وورد»: where he is posted stands before his name."""
    if end + 1 < len(reader.tokens) and reader.tokens[end].text in _IN_STATE:
        if reader.tokens[end + 1].text in _PARTS_OF_IT:
            return end + 2  # «رئيس حركة حماس في القطاع يحيى السنوار»
        named = reader.reg.names.at(reader.tokens, end + 1)
        named = named or reader.reg.capitals.at(reader.tokens, end + 1)
        while named is not None and reader.reg.actors[named.values[0]].kind in _POSTS_AT:
            end = named.end
            named = reader.reg.names.at(reader.tokens, end, ("و",))  # «لدى إيطاليا ومالطا»
            if named is not None and not named.clitic:
                break
    return end


def _styled(reader: ActorReader, end: int, holder: Actor) -> int | None:
    """«أمير دولة الكويت الشيخ صباح الأحمد»: the word after his name, a style before it."""
    if end >= len(reader.tokens) or reader.tokens[end].text not in reader.words.honorifics:
        return None
    name = reader.known_name(end + 1)
    return name[1] if name is not None and name[0].id == holder.id else None


def _styled_unknown(reader: ActorReader, i: int, end: int) -> bool:
    """«مع رئيس الوزراء القطري الشيخ عبد الله بن خليفة»: one man, where no verb stands before."""
    if end >= len(reader.tokens) or reader.tokens[end].text not in reader.words.honorifics:
        return False
    before = reader.tokens[i - 1].text if i else ""
    joined = before in _JOINS or reader.tokens[i].text[:1] in ("و", "ب", "ل")
    return joined and bool(name_at(reader, end + 1))


def _no_longer(reader: ActorReader, end: int) -> bool:
    """«الرئيس الأميركي السابق», «الرئيس المصري الراحل»: not who holds the office."""
    return end < len(reader.tokens) and reader.tokens[end].text in _FORMER


def _indefinite(reader: ActorReader, i: int, end: int) -> bool:
    """«وزير خارجية أميركي»: one who holds the office, not the one."""
    word = reader.tokens[i].text if i < end else ""
    return bool(word) and not word.startswith("ال") and bool(reader.reg.adjective(word))


def _of_state(reader: ActorReader, i: int) -> tuple[str, int]:
    """«[وزير خارجية] كوريا الشمالية», «[وزير الخارجية] بدولة قطر», «… في المملكة المتحدة»."""
    at = i + 1 if i < len(reader.tokens) and reader.tokens[i].text in _IN_STATE else i
    if at == i and i < len(reader.tokens) and visited_after_titles(reader, i):
        return "", i
    for clitics in (("",), ("ب", "ل")) if at == i else (("",),):
        named = reader.reg.names.at(reader.tokens, at, clitics) if at < len(reader.tokens) else None
        actor = reader.choose(named.values) if named else None
        if named is None or actor is None:
            continue
        if actor.kind == "state" or (actor.kind == "organisation" and at == i):
            return (actor.side if actor.kind == "state" else actor.id), named.end
    return "", i


def honoured(reader: ActorReader, i: int) -> int | None:
    """«الوزير ظريف», «السيد الجبير»: a short name after a form of address."""
    word = reader.tokens[i].text
    clitic = next(
        len(c) for c in CLITICS if word.startswith(c) and word[len(c) :] in
        reader.words.honorifics
    )  # fmt: skip
    name = reader.known_name(i + 1)
    if name is None or (name[1] == i + 2 and goes_on(reader, i + 2)):
        if (again := by_given_name(reader, i + 1, word[clitic:])) is not None:
            return reader.add(i, i + 2, clitic, again, "name")
        if _known_with_style(reader, i):
            return None  # «بعث الملك سلمان برسالة», and no Salman of that family
        return unlisted(reader, i, i + 1, clitic, "", "")  # «الشيخ محمد الوكواك»
    short = name[1] == i + 2 and reader.reg.names.at(reader.tokens, i + 1) is None
    if short and word[clitic:] in reader.words.common and name[0].id not in reader.ids:
        return None  # «الدكتور سعيد طانيوس» is not Kais Saied
    return reader.add(i, name[1], clitic, name[0], "name")


def _known_with_style(reader: ActorReader, i: int) -> bool:
    """Whether style and given name are somebody's whole name, with no more of a name after it."""
    match = reader.reg.names.at(reader.tokens, i, CLITICS)
    if match is None or match.end < i + 2 or match.end >= len(reader.tokens):
        return match is not None and match.end >= i + 2
    family = reader.tokens[match.end].text.startswith("ال")
    another = family and reader.reg.names.at(reader.tokens, match.end) is not None
    if goes_on(reader, match.end) or name_follows(reader, match.end):
        return False
    return another or not family


def _titled_before(
    reader: ActorReader, i: int, end: int, clitic: int, offices: Sequence[str]
) -> int | None:
    """«المبعوث», «الوزير»: the person named last who holds that office."""
    definite = reader.tokens[i].text[clitic:].startswith("ال") or _HEIR in offices
    if not definite or end - i > 2:
        return None
    following = reader.tokens[end].text if end < len(reader.tokens) else ""
    if following in _FORMER or name_at(reader, end):
        return None  # «الرئيس السابق للائتلاف», «الرئيس إسماعيل عمر جيله»
    house = house_before(reader, i)
    holders = (reader.reg.holder(office, house, reader.published) for office in offices if house)
    if (head := next((holder for holder in holders if holder is not None), None)) is not None:
        return reader.add(i, end, clitic, head, "office", offices[0])
    for previous in reversed(reader.found[-12:]):
        if previous.actor.kind == "person" and (
            previous.office in offices
            or any(
                t.office in offices for t in reader.reg.offices(previous.actor.id, reader.published)
            )
        ):
            return reader.add(i, end, clitic, previous.actor, "office", previous.office)
    return None


def _office_of(reader: ActorReader, actor: Actor, titles: Sequence[str]) -> str:
    held = {t.office for t in reader.reg.offices(actor.id, reader.published)}
    return next((t for t in titles if t in held), titles[0])


def of_a_deputy(reader: ActorReader, i: int) -> bool:
    """«نائب المبعوث الأممي», «مستشار الرئيس الأميركي»: not who holds the office."""
    before = reader.tokens[i - 1].text if i else ""
    deputies = reader.words.deputies
    return before in deputies or (before[:1] in ("و", "ب", "ل") and before[1:] in deputies)


def deputy(reader: ActorReader, i: int, end: int, clitic: int, of: str, office: str) -> int:
    """The deputy where his name follows, in the list or not; else the words name nobody."""
    name = reader.known_name(end)
    if name is not None:
        return reader.add(i, name[1], clitic, name[0], "name")
    found = unlisted(reader, i, end, clitic, of, office)
    before = name_before(reader, i - 1, name_at) if found is None else None
    if before is not None:  # «صالح القنيعير مبعوث الأمين العام»
        return _add_unlisted(reader, (before[0], end), 0, before, of, office)
    return found or end


def unlisted(
    reader: ActorReader, i: int, end: int, clitic: int, of: str, office: str
) -> int | None:
    """A titled person who is not in the list, with the Arabic name the text gives."""
    name = name_at(reader, end)
    if not name:
        return None
    begin = reader.skip_comma(end)
    while reader.tokens[begin].text in reader.words.between:
        begin += 1
    return _add_unlisted(reader, (i, begin + len(name)), clitic, (begin, name), of, office)


def _add_unlisted(
    reader: ActorReader,
    at: tuple[int, int],
    clitic: int,
    named: tuple[int, Sequence[str]],
    of: str,
    office: str,
) -> int:
    begin, name = named
    text = reader.spelt(begin, begin + len(name))
    actor = Actor("unlinked:" + "-".join(name), text, text, "person", of)
    reader.unlinked.setdefault(name[-1], actor)
    reader.again.update(before + name[-1] for before in ("", "و", "ب", "ل"))
    return reader.add(*at, clitic, actor, "title", office)
