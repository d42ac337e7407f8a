"""The catalogues say the same things in both languages, and everything the code asks for."""

from __future__ import annotations

import re
import string
import tomllib
from pathlib import Path
from typing import get_args

import pytest

from dashboard import model
from dashboard.ui.highlight import LAYERS
from dashboard.ui.i18n import LANGUAGES, catalogue

ROOT = Path(__file__).parents[2]
CODE = [*ROOT.glob("pages/*/*.py"), *ROOT.glob("dashboard/ui/*.py"), ROOT / "streamlit_app.py"]
ASKED = re.compile(r"\b(t|tn|text|say|_say)\(\s*(f?)([\"'])([a-z][\w.{}\[\]' ]*)\3")

TRIGGERS = tomllib.loads((ROOT / "data/language/triggers.toml").read_text(encoding="utf-8"))
COUNTED = tomllib.loads((ROOT / "data/language/casualties.toml").read_text(encoding="utf-8"))
# «talks» is how a verb is read; its encounter is a meeting or a call.
MODES = {row["mode"] for row in TRIGGERS["trigger"] if row.get("mode")} - {
    "talks",
    "press",
    "conference",
}
FAMILIES = {
    "type": get_args(model.EventType),
    "mode": (*get_args(model.ConsultMode), *MODES, "toll", "unspecified"),
    "modality": get_args(model.Modality),
    "victims": [victims for victims in COUNTED["people"] if victims],
    "kind": get_args(model.ClaimKind),
    "scope": get_args(model.ClaimScope),
    "basis": get_args(model.PublishedBasis),
    "basis.says": get_args(model.PublishedBasis),
    "actors.kind": get_args(model.ActorKind),
    "date.kind": ("duration", "reference"),
    "via": ("name", "office", "counterpart", "pair", "title", "capital", "nation"),
    "layer": LAYERS,
    "month": [str(n) for n in range(1, 13)],
}


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_have_the_same_keys():
    arabic, english = catalogue("ar"), catalogue("en")
    assert arabic.texts.keys() == english.texts.keys()
    assert arabic.plurals.keys() == english.plurals.keys()


def test_both_languages_fill_in_the_same_values():
    arabic, english = catalogue("ar"), catalogue("en")
    different = [k for k in arabic.texts if fields(arabic.texts[k]) != fields(english.texts[k])]
    assert not different


@pytest.mark.parametrize("name", LANGUAGES)
def test_no_text_is_empty(name):
    assert [key for key, text in catalogue(name).texts.items() if not text.strip()] == []


def test_arabic_texts_are_arabic():
    named = {"language.other", "chart.map.more", "actors.office", "chart.told.item", "quoted"}
    latin = [
        key for key, text in catalogue("ar").texts.items()
        if key not in named and not re.search("[\u0600-\u06ff]", text) and re.search("[A-Za-z]", text)
    ]  # fmt: skip
    assert not latin


def test_every_key_the_pages_ask_for_exists():
    words = catalogue("en")
    there = words.texts.keys() | words.plurals.keys()
    missing = []
    for file in CODE:
        for call, formatted, _, key in ASKED.findall(file.read_text(encoding="utf-8")):
            if call in ("say", "_say"):
                missing += [
                    k for k in (f"state.{key}.title", f"state.{key}.body") if k not in there
                ]
            elif not formatted and key not in there and not key.endswith("."):
                missing.append(f"{file.name}: {key}")
    assert not missing


@pytest.mark.parametrize("family", FAMILIES)
def test_every_word_of_the_model_has_a_text(family):
    there = catalogue("ar").texts
    assert [v for v in FAMILIES[family] if f"{family}.{v}" not in there] == []


@pytest.mark.parametrize(
    ("n", "said"),
    [
        (0, "لا أحداث"), (1, "حدث واحد"), (2, "حدثان"), (3, "3 أحداث"), (10, "10 أحداث"),
        (11, "11 حدثاً"), (99, "99 حدثاً"), (100, "100 حدث"), (102, "102 حدث"), (103, "103 أحداث"),
        (1_000, "1,000 حدث"), (260, "260 حدثاً"),
    ],
)  # fmt: skip
def test_arabic_counts_agree_with_their_noun(n, said):
    assert catalogue("ar").count("count.events", n) == said


@pytest.mark.parametrize(("n", "said"), [(0, "0 events"), (1, "1 event"), (2, "2 events")])
def test_english_counts_agree_with_their_noun(n, said):
    assert catalogue("en").count("count.events", n) == said
