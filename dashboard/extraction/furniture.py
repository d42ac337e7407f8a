"""What stands around an article on its page: menus, related headlines, counters, copyright lines.

A page as crawled has them in lines of their own. Their dates and tolls belong to other articles,
so no event is read from them; the article's own headline is kept.
"""

from __future__ import annotations

import re

from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.text import fold_word, wrapped_at

_SHORT = 14  # words: the longest line that may be a menu entry or a headline
_LONG = 15  # words of a line that is surely prose
_FEW, _POST = 3, 600  # lines and characters of a post, which has no menus around it
_RUN = 2  # short lines in a row that make a block
_ENDS = re.compile(r"[.!؟?…:؛][\"»”')\]]*\s*$")
_ASKS_FOR_MORE = word_set("furniture", "asks_for_more")
_WORD = re.compile(r"\w{3,}")


def furniture(text: str) -> list[tuple[int, int]]:
    """The spans of lines that are no part of the article, in order; none where no prose is found.

    A block of short lines without a full stop is furniture before, between and after lines of
    prose. The line right before the first prose is kept where it shares its words with it: the
    headline.
    """
    if wrapped_at(text):
        return []
    lines, kinds, at = [], [], 0
    for line in text.split("\n"):
        if line and not line.isspace():
            lines.append((at, at + len(line)))
            kinds.append(_is_prose(line))
        at += len(line) + 1
    if True not in kinds or all(kinds) or (len(lines) <= _FEW and len(text) < _POST):
        return []
    first = kinds.index(True)
    out: list[tuple[int, int]] = []
    k = 0
    while k < len(lines):
        if kinds[k]:
            k += 1
            continue
        stop = k
        while stop < len(lines) and not kinds[stop]:
            stop += 1
        block = list(range(k, stop))
        if stop == first and block:
            while block and _unfinished(text, lines[block[-1]]):
                block.pop()  # «… في محافظة ⏎ ديالى شمالي ⏎ العراق، …»
            block = [i for i in block if not _headline(text, lines[i], lines[first])]
        if len(block) >= _RUN:
            out += [lines[i] for i in block]
        k = stop
    return out


def _is_prose(line: str) -> bool:
    count = len(line.split(None, _LONG))  # no more words are counted
    return count >= _LONG or (count > 3 and _ENDS.search(line) is not None) or count > _SHORT


def _unfinished(text: str, line: tuple[int, int]) -> bool:
    """Whether a line ends in a word that asks for more: a preposition, «محافظة», «شمالي»."""
    last = text[line[0] : line[1]].rsplit(None, 1)[-1:]
    return bool(last) and fold_word(last[0]) in _ASKS_FOR_MORE


def _headline(text: str, line: tuple[int, int], prose: tuple[int, int]) -> bool:
    """Whether a line tells in short what the first prose tells: half of its words are there."""
    words = {_stem(w) for w in _WORD.findall(text[line[0] : line[1]])}
    told = {_stem(w) for w in _WORD.findall(text[prose[0] : prose[1]])}
    return len(words) >= 3 and 2 * len(words & told) >= len(words)


def _stem(word: str) -> str:
    return word.lstrip("وبفل").removeprefix("ال")[:4]
