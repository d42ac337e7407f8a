"""The lists of words in ``data/language``."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dashboard.text import fold_word

LANGUAGE = Path(__file__).resolve().parents[2] / "data" / "language"


def _lists(content: Any, place: str) -> Iterator[tuple[str, list[str]]]:
    if isinstance(content, dict):
        for name, part in content.items():
            yield from _lists(part, f"{place}.{name}")
    elif isinstance(content, list) and all(isinstance(word, str) for word in content):
        yield place, content
    elif isinstance(content, list):
        for number, part in enumerate(content):
            yield from _lists(part, f"{place}[{number}]")


def test_no_list_has_a_word_twice() -> None:
    lists = [
        found
        for path in sorted(LANGUAGE.glob("*.toml"))
        for found in _lists(tomllib.loads(path.read_text(encoding="utf-8")), path.stem)
    ]
    assert len(lists) > 100, "the lists were not found"
    twice = {place: [w for w, n in Counter(words).items() if n > 1] for place, words in lists}
    assert {place: words for place, words in twice.items() if words} == {}


def test_function_words_stand_once_and_are_single_words() -> None:
    raw = tomllib.loads((LANGUAGE / "function_words.toml").read_text(encoding="utf-8"))
    sets: dict[frozenset[str], str] = {}
    for place, words in _lists(raw, ""):
        folded = [fold_word(word) for word in words]
        assert len(set(folded)) == len(folded), f"{place}: a word twice, spelt otherwise"
        assert not [word for word in words if " " in word], f"{place}: a phrase is never found"
        assert sets.setdefault(frozenset(folded), place) == place, f"{place} stands elsewhere"
