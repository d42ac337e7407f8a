"""Names spelt otherwise than the list has them: «Fayez Al-Serraj», «Omar Hassan al-Bashir».

Arabic names have no one spelling in Latin letters. Of the first and the last part of a name the
consonants are kept, those that are written now so, now so, alike; a name whose parts agree so with
one person of the list, and with no other, is his.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from dashboard.extraction.vocabulary.registry import registry
from dashboard.text import fold_word

_GLUED = 6  # letters of a surname that may begin with «Abu»: «Abusahmain», «Abu-Sahmein»
_FEWEST = 5  # consonants of both parts: fewer are too many people's
_ALIKE = (("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("sh", "x"), ("ch", "x"), ("ph", "f"))
_LETTERS = str.maketrans({"q": "k", "c": "k", "z": "s", "j": "g", "p": "b", "v": "f", "w": "u"})
_OPENS = "aeiouy"  # «Eslami» is no Salam, «Yousif» no Shayef
_VOWELS = re.compile(r"[aeiouy'’\-]")
_TWICE = re.compile(r"(.)\1+")
_SERVANT = frozenset(
    ("abd", "abdul", "abdel", "abdal", "abdol")
)  # of one of God's names, which follows
_PARTICLES = frozenset(("al", "el", "bin", "ben", "ibn", "abu", "abou", "de", "von", "van"))


def skeleton(part: str) -> str:
    """The consonants of a part of a name, however it is spelt in Latin letters."""
    word = fold_word(part)
    for written, kept in _ALIKE:
        word = word.replace(written, kept)
    word = word.translate(_LETTERS)
    opening = "" if word[:1] not in _OPENS else "y" if word[0] == "y" else "a"
    closing = "i" if len(word) > 1 and word[-1] in "iy" else ""  # «Jabouri» is no Jaber
    return opening + _TWICE.sub(r"\1", _VOWELS.sub("", word)) + closing


def _ends(name: str) -> tuple[str, str] | None:
    """The skeletons of the first and last part of a name; ``None`` where they say too little."""
    parts = _parts(name)
    if len(parts) < 2:
        return None
    last_part = fold_word(parts[-1])
    last_part = last_part.removeprefix("abu") if len(last_part) > _GLUED else last_part
    first, last = skeleton(parts[0]), skeleton(last_part)
    one, two = len(first.strip("ayi")), len(last.strip("ayi"))
    if one + two < _FEWEST or one < 2 or two < 2:
        return None
    return first, last


def _parts(name: str) -> list[str]:
    """The parts of a name but for articles: «Abd al-Malik» and «Abdul Salam» are one each."""
    out: list[str] = []
    servant = False
    for part in name.replace("-", " ").split():
        word = fold_word(part)
        if word in _PARTICLES:
            continue
        if servant:
            out[-1] = "Abdul" + word
        else:
            out.append(part)
        servant = word in _SERVANT
    return out


_SKELETONS = frozenset(map(skeleton, _PARTICLES)) | {""}


@lru_cache(maxsize=1)
def _people() -> dict[tuple[str, str], str]:
    """The ends of names to the one person of the list who bears such a name."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for actor in registry().actors.values():
        ends = _ends(actor.name) if actor.kind == "person" else None
        if ends is not None:
            found[ends].add(actor.id)
    return {ends: next(iter(ids)) for ends, ids in found.items() if len(ids) == 1}


def spelt_otherwise(name: str) -> str:
    """The id of the one person of the list whose name this is in another spelling, or ""."""
    ends = _ends(name) if " " in name else None
    who = _people().get(ends, "") if ends is not None else ""
    if who and not middles_agree(name, registry().actors[who].name):
        return ""
    return who


def middles_agree(name: str, listed: str) -> bool:
    """Whether no middle name tells two people apart.

    «Mohammed Ali al-Hakim» is not Muhammad Saeed al-Hakim.
    """
    one, other = ({skeleton(p) for p in _parts(text)[1:-1]} - _SKELETONS for text in (name, listed))
    return not one or not other or bool(one & other)
