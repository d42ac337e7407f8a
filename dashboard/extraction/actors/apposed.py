"""Who holds an office that stands after his name: «أحمد فوزي المتحدث باسم الأمم المتحدة».

The registry knows who held an office on a day, but not everybody who ever did. Where the words
before an office are a name, the office is that person's, whoever the registry has for it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.model import Actor
from dashboard.text import fold_word

if TYPE_CHECKING:
    from dashboard.extraction.actors.mentions import ActorReader

_MOST = 4  # words of a name without «بن»
_INTRODUCES = word_set("offices", "introduces")
_JOINED = ("و", "ب", "ل")
_ALI = fold_word("علي")  # and «على»


def named_just_before(reader: ActorReader, at: int, holder: Actor) -> bool:
    """Whether another than the holder, known and of his side, is named right before his office.

    «قالت ماري هارف المتحدثة باسم الخارجية الأميركية»; not «كلف بوتين وزير الدفاع الروسي»: he
    who holds another office then is not described by this one.
    """
    last = reader.found[-1] if reader.found else None
    if last is None or last.actor.kind != "person" or last.via == "office":
        return False
    if last.end != _before_comma(reader, at) or last.actor.id == holder.id:
        return False
    if last.actor.side != holder.side or reader.reg.offices(last.actor.id, reader.published):
        return False
    apart = last.end < at  # «مقتل صالح الصماد، رئيس المجلس السياسي»
    return apart or _introduced(reader, last.start, last.prefix)


def name_before(
    reader: ActorReader, at: int, names: Callable[[ActorReader, int], Sequence[str]]
) -> tuple[int, list[str]] | None:
    """Where a name on no list, that ends right before ``at``, begins, and its words.

    ``names`` reads the words at a place that look like a person's name.
    """
    end = _before_comma(reader, at)
    for begin in range(max(0, end - _MOST), end - 1):
        if reader.found and reader.found[-1].end > begin:
            continue
        words = list(names(reader, begin))
        if words[:1] == [_ALI] and not names(reader, begin + 1):
            continue  # «على عاتق رئيس الوزراء»
        if len(words) == end - begin and _introduced(reader, begin, ""):
            return begin, words
    return None


def _before_comma(reader: ActorReader, at: int) -> int:
    return at - 1 if at and reader.tokens[at - 1].text == "," else at


def _introduced(reader: ActorReader, at: int, prefix: str) -> bool:
    """Whether a word before a name tells that it is a subject of its own or a partner."""
    if prefix in _JOINED:
        return True
    before = reader.tokens[at - 1].text if at else ""
    return before in _INTRODUCES or before.removeprefix("و") in _INTRODUCES
