"""Names that are another word too: «وفد فتح», «فتح وحماس», not «فتح المعبر»; «أجرى بان»."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from dashboard.extraction.vocabulary.phrases import load
from dashboard.extraction.vocabulary.titles import CLITICS
from dashboard.text import fold_word

if TYPE_CHECKING:
    from dashboard.extraction.actors.mentions import ActorReader

_JOINED = ("", "و", "ل", "ب")


@lru_cache(maxsize=1)
def _known() -> dict[str, tuple[str, frozenset[str], frozenset[str]]]:
    """The body's id of each word, the words before it and the names beside it that show it."""
    rows = load("language/titles.toml")["short_bodies"]
    return {
        fold_word(row["word"]): (
            body, frozenset(map(fold_word, row["after"])), frozenset(map(fold_word, row["beside"]))
        )
        for body, row in rows.items()
    }  # fmt: skip


@lru_cache(maxsize=1)
def openers() -> frozenset[str]:
    """The words with what may be attached to them."""
    return frozenset(clitic + word for word in _known() for clitic in _JOINED)


def short_body(reader: ActorReader, i: int) -> int | None:
    """The body where «وفد» stands before its word, or its rival beside it, joined by و."""
    word = reader.tokens[i].text
    clitic = next(c for c in _JOINED if word[len(c) :] in _known() and word.startswith(c))
    body, after, beside = _known()[word[len(clitic) :]]
    before = reader.tokens[i - 1].text if i else ""
    following = reader.tokens[i + 1].text if i + 1 < len(reader.tokens) else ""
    sent = not clitic and any(before == c + noun for noun in after for c in CLITICS)
    actor = reader.reg.actors[body]
    if actor.kind == "person" and (body not in reader.ids or reader.spelt(i, i + 1) != word):
        return None  # «بأن», written without its hamza or with it
    ahead = following[:1] == "و" and following[1:] in beside
    behind = clitic == "و" and before in beside and not following.startswith("ال")
    if not (sent or ahead or behind):
        return None
    return reader.add(i, i + 1, len(clitic), actor, "name")
