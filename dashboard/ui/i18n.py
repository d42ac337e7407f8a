"""Every word a user reads, by key, from the gettext catalogues in ``data/locale``.

Plural forms follow CLDR through the ``Plural-Forms`` header of each catalogue: Arabic has six.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import streamlit as st
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from babel.plural import PluralRule

from dashboard.digits import NUMERALS, Numerals, number, written

LOCALES = Path(__file__).parents[2] / "data" / "locale"
LANGUAGES = ("ar", "en")
_CATEGORIES = {"ar": ("zero", "one", "two", "few", "many", "other"), "en": ("one", "other")}
_RULES = {
    "ar": PluralRule(
        {
            "zero": "n is 0",
            "one": "n is 1",
            "two": "n is 2",
            "few": "n mod 100 in 3..10",
            "many": "n mod 100 in 11..99",
        }
    ),
    "en": PluralRule({"one": "n is 1"}),
}


@dataclass(frozen=True)
class Catalogue:
    """One language's texts: ``texts`` by key, ``plurals`` by key as forms in CLDR order.

    Numbers among the values are written in the digits of ``numerals``; a value that is text
    already, and the digits of a text itself ("A4", what is to be typed), stay as they are.
    """

    language: str
    texts: dict[str, str]
    plurals: dict[str, tuple[str, ...]]
    numerals: Numerals = "latn"

    def text(self, key: str, **values: Any) -> str:
        """The text of a key with its values filled in; the key itself where it is missing."""
        found = self.texts.get(key, key)
        return self._filled(found, values) if values else found

    def count(self, key: str, n: int, **values: Any) -> str:
        """The form for ``n`` things; ``{n}`` in it is the number as it is written."""
        forms = self.plurals.get(key)
        if forms is None:
            return key
        category = _RULES[self.language](n)
        form = forms[_CATEGORIES[self.language].index(category)]
        return self._filled(form, {"n": self.number(n), **values})

    def number(self, value: float) -> str:
        """A number with thousands separators, in the chosen digits."""
        return number(value, self.numerals)

    def digits(self, text: str) -> str:
        """Our own text, never a document's, in the chosen digits."""
        return written(text, self.numerals)

    def _filled(self, form: str, values: dict[str, Any]) -> str:
        told = {
            name: self.digits(str(value)) if isinstance(value, (int, float)) else value
            for name, value in values.items()
        }
        return form.format(**told)


@lru_cache(maxsize=len(LANGUAGES))
def catalogue(name: str) -> Catalogue:
    """The catalogue of ``ar`` or ``en``; ``ValueError`` names a file whose plurals do not fit."""
    path = LOCALES / f"{name}.po"
    with path.open("rb") as file:
        messages: Catalog = read_po(file, locale=name)
    if messages.num_plurals != len(_CATEGORIES[name]):
        forms = ", ".join(_CATEGORIES[name])
        raise ValueError(f"{path}: Plural-Forms must be those of CLDR, in order: {forms}")
    texts: dict[str, str] = {}
    plurals: dict[str, tuple[str, ...]] = {}
    for message in messages:
        if not message.id:
            continue
        if isinstance(message.id, (tuple, list)):
            plurals[str(message.id[0])] = tuple(str(form) for form in message.string or ())
        else:
            texts[str(message.id)] = str(message.string)
    return Catalogue(name, texts, plurals)


def language() -> str:
    """The interface's language: the URL's ``lang``, Arabic where it names none of ours."""
    asked = st.query_params.get("lang", LANGUAGES[0])
    return asked if asked in LANGUAGES else LANGUAGES[0]


def numerals() -> Numerals:
    """The digits of the interface: the URL's ``digits`` in Arabic, Western ones in English."""
    return words().numerals


def words() -> Catalogue:
    """The catalogue of the interface, its language and digits: the URL is asked once."""
    name = language()
    asked = st.query_params.get("digits", "") if name == "ar" else ""
    return _dressed(name, next((known for known in NUMERALS if known == asked), NUMERALS[0]))


@lru_cache(maxsize=len(LANGUAGES) * len(NUMERALS))
def _dressed(name: str, chosen: Numerals) -> Catalogue:
    return replace(catalogue(name), numerals=chosen)


def t(key: str, **values: Any) -> str:
    """The text of a key in the interface's language and digits."""
    return words().text(key, **values)


def tn(key: str, n: int, **values: Any) -> str:
    """The text for ``n`` things in the interface's language, with the number written out."""
    return words().count(key, n, **values)
