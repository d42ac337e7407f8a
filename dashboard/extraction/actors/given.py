"""Given names: what may begin a name, what goes on with one, and who is meant by one alone."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from dashboard.extraction.vocabulary.registry import registry
from dashboard.extraction.vocabulary.titles import CLITICS, titles
from dashboard.model import Actor
from dashboard.text import fold_word

if TYPE_CHECKING:
    from dashboard.extraction.actors.mentions import ActorReader

SON = ("بن", "ابن", "بنت")
_ON = "على"  # the preposition, as it is spelt
_ALI = fold_word(_ON)
_DEFINITE, _HIS = ("ال", "لل", "بال", "وال", "وبال", "ولل", "كال"), ("يته", "يتها", "يتهم")
_MORE = frozenset((*SON, *map(fold_word, ("أبو", "أبي", "عبد", "آل"))))


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Given names, folded, of the list of people and others: what may begin a name not in it."""
    people = (actor for actor in registry().actors.values() if actor.kind == "person")
    known = frozenset(fold_word(actor.name_ar.split()[0]) for actor in people if actor.name_ar)
    return known | titles().given


def is_given(word: str) -> bool:
    """Whether a word begins a name: «آن» and «هو» do, but folded they are mostly other words."""
    return word in given_names() and word not in titles().not_names


def name_follows(reader: ActorReader, i: int) -> bool:
    """Whether the word is a given name or «بن»: more of a name; «على» only looks like «علي»."""
    word = reader.tokens[i].text if i < len(reader.tokens) else ""
    if word == _ALI:
        return reader.spelt(i, i + 1) != _ON
    return is_given(word) or word == SON[0]


def joins_another(word: str) -> bool:
    """«[الملك سلمان ]ومحمد بن راشد»: و and a given name, which begins another's name."""
    return word[:1] == "و" and word[1:] in given_names() and word not in given_names()


def of_a_nation(reader: ActorReader, i: int, clitic: int) -> bool:
    """«الرئيس السوداني», «المصري والسوداني»: an adjective, though somebody is called so."""
    if not reader.reg.adjective(reader.tokens[i].text[clitic:]):
        return False
    before = reader.tokens[i - 1].text if i else ""
    noun = before.startswith(_DEFINITE) or before.endswith(_HIS) or not before.isalpha()
    his = any(before == c + word for c in CLITICS for word in reader.words.counterparts)
    return noun or his or bool(reader.reg.adjective(before))


def goes_on(reader: ActorReader, i: int) -> bool:
    """«اللواء توفيق أبو النعيم»: more of a name than the short one that is known."""
    return i < len(reader.tokens) and reader.tokens[i].text in _MORE


def by_given_name(reader: ActorReader, i: int, style: str) -> Actor | None:
    """«الأمير تركي» after «تركي الفيصل»: the one of that given name whom the text has named.

    Of several the one who was called by the same style.
    """
    if style not in reader.words.by_given_name or i >= len(reader.tokens):
        return None
    after = reader.tokens[i + 1].text if i + 1 < len(reader.tokens) else ""
    more = after.startswith("ال") and after not in reader.words.not_names
    if more or name_follows(reader, i + 1) or goes_on(reader, i + 1):
        return None
    named = [
        found for found in reader.found if found.actor.kind == "person"
        and fold_word(found.actor.name_ar).removeprefix(style + " ").split()[0]
        == reader.tokens[i].text
    ]  # fmt: skip
    styled = [
        found for found in named
        if style in (token.text for token in reader.tokens[found.start : found.end])
    ]  # fmt: skip
    for those in (named, styled):
        if len({found.actor.id for found in those}) == 1:
            return those[0].actor
    return None
