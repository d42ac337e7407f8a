"""The name that follows a title: how far it goes, and whose it is when it is spelt otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from dashboard.extraction.actors.given import (
    SON,
    given_names,
    joins_another,
)
from dashboard.extraction.vocabulary.titles import CLITICS
from dashboard.model import Actor
from dashboard.text import fold_word

if TYPE_CHECKING:
    from dashboard.extraction.actors.mentions import ActorReader

_SURNAME = 4  # letters of a last word that tells who is meant
_ALIKE = 0.8  # of the letters of two spellings of a name (difflib's ratio)
_WORDS, _LONGEST = 3, 7  # words of a name, and of one with «بن فهد آل ثاني»
_AL, _SERVANT = fold_word("آل"), fold_word("عبد")
_JOINED = ("وال", "بال")  # what is no more of a name


def name_at(reader: ActorReader, i: int) -> list[str]:
    """Two or three words after a title that look like a person's name."""
    i = reader.skip_comma(i)
    out: list[str] = []
    stems: list[int] = []
    while i < len(reader.tokens) and len(out) < _LONGEST:
        word = reader.tokens[i].text
        if word in reader.words.between and not out:
            i += 1
            continue
        if not out and word not in given_names():
            return []
        if (
            not word.isalpha()
            or any(letter.isascii() for letter in word)  # «أحمد الشيخو لـCNN»
            or i in reader.blocked
            or word in reader.words.not_names
            or word.lstrip("وف") in reader.words.not_names
            or (word.startswith("ال") and not out and not _named_so(reader, i))
            or (len(out) >= 1 and reader.reg.adjective(word) and word.startswith("ال"))
            or len(word) < 2
            or (out and (opens_a_title(reader, i) or joins_another(word) or _and_did(reader, i)))
            or _after_the_father(out, word)
        ):
            break
        out.append(word)
        stems.append(i)
        i += 1
    most = _LONGEST - 1 if any(word in SON for word in out) else _WORDS
    least = 3 if out[:1] == [_SERVANT] else 2  # «عبد الله» is one given name
    return out if least <= len(out) <= most else []


def _and_did(reader: ActorReader, i: int) -> bool:
    """«الملك سلمان ودعاه إلى …»: a verb with its object, and no name («وهبة» ends otherwise)."""
    word = reader.spelt(i, i + 1)
    verb = word.startswith("و") and word.endswith(("ه", "ها", "هما"))
    return word.startswith(_JOINED) or (verb and reader.tokens[i].text not in given_names())


def _after_the_father(out: Sequence[str], word: str) -> bool:
    """«عوض بن عوف العلاقة»: after the father's name only «آل», another «بن» or a family in ي."""
    sons = [k for k, part in enumerate(out) if part in SON]
    if not sons or len(out) - 1 - sons[-1] < 1 or out[-1] == _AL:
        return False
    return not (word in (*SON, _AL) or (word.startswith("ال") and word.endswith("ي")))


def _named_so(reader: ActorReader, i: int) -> bool:
    """«إليزابيث», «ألكسندر», «الطيب»: a given name that begins like the article, and no title."""
    word = reader.tokens[i].text
    return (
        word in given_names()
        and word not in reader.words.honorifics
        and reader.reg.titles.at(reader.tokens, i) is None
    )


def opens_a_title(reader: ActorReader, i: int) -> bool:
    """«المبعوث نزار العلولا رئيس الجمهورية …»: the name ends where another's title begins."""
    titles = (reader.reg.fixed, reader.reg.titles)
    return any(table.at(reader.tokens, i, CLITICS) is not None for table in titles)


def misspelt(reader: ActorReader, end: int, holder: Actor) -> int | None:
    """The word after a name that is the holder's, not quite as the list has it.

    «رئيس الوزراء التركي أحمد داود أغولو», «المبعوث الدولي مارك غريفيث»: the same last word, or
    nearly the same letters; another holder of long ago shares neither («ديفيد لويد جورج»).
    """
    name = name_at(reader, end)
    if not name:
        return None
    if not same_name(name, holder):
        return None
    begin = reader.skip_comma(end)
    while reader.tokens[begin].text in reader.words.between:
        begin += 1
    return begin + len(name)


def same_name(name: Sequence[str], holder: Actor) -> bool:
    known = fold_word(holder.name_ar).split()
    written, listed = " ".join(name), " ".join(known)
    last = name[-1].removeprefix("ال")
    same = len(last) >= _SURNAME and last == known[-1].removeprefix("ال")
    return same or SequenceMatcher(None, written, listed).ratio() >= _ALIKE
