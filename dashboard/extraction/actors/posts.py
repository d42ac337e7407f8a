"""People of whom only a post and a name are told, neither in a list: «محافظ أربيل أوميد خوشناو».

A title that is not known is read as far as a name that begins with a known given name; a verb, a
preposition of company or another's title ends it. The state that the post names is his side.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.extraction.actors.names_after_titles import name_at, opens_a_title
from dashboard.extraction.actors.offices import unlisted
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.titles import CLITICS

if TYPE_CHECKING:
    from dashboard.extraction.actors.mentions import ActorReader

POSTS = word_set("posts", "posts")
_INSIDE = word_set("posts", "inside")  # what may stand in a post besides nouns: «في», «لدى»
_LONGEST = 14  # words of a post


def by_post(reader: ActorReader, i: int) -> int | None:
    """The person of a post in no list, whose name follows it, perhaps after a comma."""
    word = reader.tokens[i].text
    clitic = next(len(c) for c in CLITICS if word.startswith(c) and word[len(c) :] in POSTS)
    last = reader.found[-1] if reader.found else None
    joined = last is not None and last.end == i and "و" in word[:clitic]
    side = last.actor.side if joined and last is not None else ""
    for k in range(i + 1, min(len(reader.tokens), i + 1 + _LONGEST)):
        if reader.known_name(k) is not None:
            return None
        alone = k == i + 1 and not word[clitic:].startswith("ال")
        if name_at(reader, k) and not alone:
            return unlisted(reader, i, k, clitic, side, "")
        text = reader.tokens[k].text
        if text == '"' or text in _INSIDE:
            continue
        if not text.isalpha() or k in reader.blocked or text in reader.words.not_names:
            return None
        if opens_a_title(reader, k) or text.removeprefix("و") in POSTS:
            return None  # «المتحدث باسم الحكومة ونائب رئيس الوزراء بكير بوزداغ»
        side = side or _side(reader, k)
    return None


def _side(reader: ActorReader, k: int) -> str:
    """The state or body that a word of the post names."""
    state = reader.reg.adjective(reader.tokens[k].text)
    if state:
        return state
    named = reader.reg.names.at(reader.tokens, k, ("", "ل"))
    actor = reader.choose(named.values) if named is not None else None
    if actor is None or actor.kind == "person":
        return ""
    return actor.side or actor.id
