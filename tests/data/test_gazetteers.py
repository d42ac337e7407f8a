"""The actors under ``data/``: unique names, sane offices; no name of any list tells a tense."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from datetime import date
from itertools import pairwise

import pytest

from dashboard.dates.calendars import FUTURE
from dashboard.dates.tense import word_tense
from dashboard.text import fold_word
from tests.data.gazetteer_rows import (
    actors,
    ambiguous,
    offices,
    places,
    sides,
)

# Actors


def test_there_are_enough_actors_and_every_field_is_known() -> None:
    kinds = Counter(row["kind"] for row in actors())
    assert kinds["person"] >= 200 and kinds["state"] >= 75 and len(actors()) >= 400
    assert set(kinds) <= {"person", "state", "organisation", "armed_group", "media", "office"}
    known = {
        "id", "name", "name_ar", "aliases", "aliases_titled", "kind", "side", "offices",
        "capital_ar", "adjectives", "called",
    }  # fmt: skip
    for row in actors():
        assert set(row) <= known, row["id"]
        assert set(row.get("called", {})) in (set(), {"from", "name", "name_ar", "side"}), row["id"]
        assert row["name"] and row["name_ar"] and row["side"], row["id"]
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row["id"]), row["id"]


def test_actor_ids_are_unique() -> None:
    counts = Counter(row["id"] for row in actors())
    assert [i for i, n in counts.items() if n > 1] == []


def test_every_alias_of_an_actor_is_unique_or_declared() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    titled: dict[str, set[str]] = defaultdict(set)
    for row in actors():
        now = row.get("called", row)
        for alias in (
            row["name"], row["name_ar"], now["name"], now["name_ar"], *row.get("aliases", ()),
        ):  # fmt: skip
            owners[fold_word(alias)].add(row["id"])
        for alias in row.get("aliases_titled", ()):
            titled[fold_word(alias)].add(row["id"])
    declared = {fold_word(entry["alias"]) for entry in ambiguous("actors")}
    for table in (owners, titled):
        shared = {alias: ids for alias, ids in table.items() if len(ids) > 1}
        assert {a: i for a, i in shared.items() if a not in declared} == {}


def test_no_actor_repeats_an_alias() -> None:
    for row in actors():
        forms = [fold_word(a) for a in (row["name"], row["name_ar"], *row.get("aliases", ()))]
        assert len(forms) == len(set(forms)), row["id"]


def test_no_adjective_or_capital_means_two_states() -> None:
    for key in ("adjectives", "capital_ar"):
        owners: dict[str, set[str]] = defaultdict(set)
        for row in actors():
            for form in row.get(key, ()):
                owners[fold_word(form)].add(row["id"])
        assert {form: ids for form, ids in owners.items() if len(ids) > 1} == {}


def test_adjectives_are_written_without_the_article() -> None:
    article = {f for row in actors() for f in row.get("adjectives", ()) if f.startswith("ال")}
    # «ألماني», «ألباني» begin with a root alif; the bare «ال» is the article.
    assert article == set()


def test_every_side_is_a_state_or_an_actor() -> None:
    known = sides()
    assert {(row["id"], row["side"]) for row in actors() if row["side"] not in known} == set()


@pytest.mark.parametrize("alias", ["is", "us", "who", "hit", "may", "nice", "a", "the", "in"])
def test_no_actor_answers_to_an_english_word(alias: str) -> None:
    for row in actors():
        forms = {fold_word(a) for a in (row["name"], row["name_ar"], *row.get("aliases", ()))}
        assert alias not in forms, row["id"]


def test_ambiguous_actors_exist() -> None:
    ids = {row["id"] for row in actors()}
    for entry in ambiguous("actors"):
        assert entry["form"] in {"alias", "titled"}
        assert set(entry["actors"]) <= ids and entry["default"] in ("", *entry["actors"])
        assert set(entry["context"]) <= set(entry["actors"]), entry["alias"]


# Offices


def test_offices_have_titles_of_their_own() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    known = sides()
    for office in offices().values():
        assert office.get("titles") or office.get("fixed"), office["id"]
        if office.get("fixed"):
            assert office["of"] in known, office["id"]
        for title in (*office.get("titles", ()), *office.get("fixed", ())):
            owners[fold_word(title)].add(office["id"])
    assert {title: ids for title, ids in owners.items() if len(ids) > 1} == {}


def test_terms_of_office_are_sane() -> None:
    known = sides()
    for row in actors():
        for term in row.get("offices", ()):
            where = (row["id"], term["office"])
            assert term["office"] in offices(), where
            assert term["of"] in known, where
            assert isinstance(term["from"], date) and term["from"].year >= 1970, where
            if "to" in term:
                assert term["from"] < term["to"] <= date.today(), where
            fixed = offices()[term["office"]].get("of")
            assert fixed in (None, term["of"]), where


def test_one_holder_at_a_time() -> None:
    """A handover day may belong to both; offices with ``several_holders`` are left out."""
    held: dict[tuple[str, str], list[tuple[date, date, str]]] = defaultdict(list)
    for row in actors():
        for term in row.get("offices", ()):
            if not offices()[term["office"]].get("several_holders"):
                spell = (term["from"], term.get("to", date.max), row["id"])
                held[term["office"], term["of"]].append(spell)
    clashes = [
        (office, first[2], second[2])
        for office, spells in held.items()
        for first, second in pairwise(sorted(spells))
        if second[0] < first[1]
    ]
    assert clashes == []


@pytest.mark.parametrize(
    ("office", "of", "day", "holder"),
    [
        ("foreign-minister", "USA", date(2016, 9, 9), "john-kerry"),
        ("foreign-minister", "USA", date(2018, 10, 16), "mike-pompeo"),
        ("foreign-minister", "RUS", date(2016, 9, 9), "sergey-lavrov"),
        ("defence-minister", "USA", date(2016, 9, 8), "ashton-carter"),
        ("foreign-ministry-spokesperson", "USA", date(2016, 9, 8), "john-kirby"),
        ("un-envoy-syria", "united-nations", date(2012, 6, 30), "kofi-annan"),
        ("un-envoy-syria", "united-nations", date(2014, 1, 22), "lakhdar-brahimi"),
        ("un-envoy-syria", "united-nations", date(2016, 9, 9), "staffan-de-mistura"),
        ("un-envoy-yemen", "united-nations", date(2018, 9, 6), "martin-griffiths"),
        ("foreign-minister", "TUR", date(2015, 10, 1), "feridun-sinirlioglu"),
        ("foreign-minister", "FRA", date(2016, 2, 20), "jean-marc-ayrault"),
        ("president", "EGY", date(2013, 1, 1), "mohamed-morsi"),
        ("eu-high-representative", "european-union", date(2013, 11, 24), "catherine-ashton"),
        ("opposition-coalition-president", "syrian-national-coalition", date(2015, 8, 1), "khaled-khoja"),
    ],
)  # fmt: skip
def test_who_held_an_office_on_a_day(office: str, of: str, day: date, holder: str) -> None:
    found = {
        row["id"]
        for row in actors()
        for term in row.get("offices", ())
        if (term["office"], term["of"]) == (office, of)
        and term["from"] <= day <= term.get("to", date.max)
    }
    assert found == {holder}


# Places


# Names that are as well verbs of the future: «سيجري الوزير».
VERBS_TOO = {fold_word(w) for w in ("سيجري", "سوف", "سيمسك", "سيميل", "سيروا", "سيرين", "سيجال")}


def test_no_name_shows_a_tense() -> None:
    """«فيصل», «سيهوفر» beside a weekday would move it to the week ahead."""
    phrases = [row["name_ar"] for row in (*actors(), *places())]
    phrases += [alias for row in actors() for key in ("aliases", "aliases_titled")
                for alias in row.get(key, ())]  # fmt: skip
    phrases += [alias for row in places() for alias in row["aliases"].split("|")]
    words = {fold_word(word) for phrase in phrases for word in re.findall(r"[\u0621-\u064a]+", phrase)}
    # 2: a verb of the present that announces («يصل الوزير الخميس»)
    ahead = {word for word in words if word_tense(word) in (2, FUTURE)}
    assert ahead <= VERBS_TOO
