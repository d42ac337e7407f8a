"""The filters: the URL gives back what was chosen, and never anything it cannot read."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dashboard.filters import EVENT_TYPES, MODALITIES, Filters, unread

_words = st.text(max_size=12) | st.sampled_from(["a,b", "\\", ",", "a\\,b", "كيري، جون", "un"])
_lists = st.lists(_words, max_size=4).map(tuple)
_filters = st.builds(
    Filters,
    first=st.none() | st.dates(),
    last=st.none() | st.dates(),
    actors=_lists,
    places=_lists,
    types=st.lists(st.sampled_from(EVENT_TYPES), max_size=3).map(tuple),
    sources=_lists,
    modalities=st.lists(st.sampled_from(MODALITIES), max_size=3).map(tuple),
    text=st.text(max_size=20),
    version=st.none() | st.integers(min_value=0, max_value=10**9),
    reviewed=st.booleans(),
)


@given(_filters)
def test_the_url_gives_back_the_same_filters(filters: Filters) -> None:
    assert Filters.from_query(filters.to_query()) == filters


@example({"v": "0\x1f"})
@given(st.dictionaries(st.sampled_from(["from", "to", "actor", "type", "v", "q"]), st.text()))
def test_any_url_is_readable(query: dict[str, str]) -> None:
    Filters.from_query(query).where()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"from": "2016-09-09"}, Filters(first=date(2016, 9, 9))),
        ({"from": "2016-13-01", "to": "soon"}, Filters()),
        ({"from": "2017-01-01", "to": "2016-01-01"},
         Filters(first=date(2016, 1, 1), last=date(2017, 1, 1))),
        ({"type": "CONSULT,MEETING,AGREE"}, Filters(types=("CONSULT", "AGREE"))),
        ({"modality": "actual,maybe"}, Filters(modalities=("actual",))),
        ({"actor": "john-kerry,,sergey-lavrov,john-kerry"},
         Filters(actors=("john-kerry", "sergey-lavrov"))),
        ({"actor": ["john-kerry", "a,b"]}, Filters(actors=("john-kerry", "a", "b"))),
        ({"source": "London\\, Paris"}, Filters(sources=("London, Paris",))),
        ({"v": "7"}, Filters(version=7)),
        ({"reviewed": "yes"}, Filters(reviewed=True)),
        ({"reviewed": "maybe"}, Filters()),
        ({"v": "-1"}, Filters()),
        ({"v": "٧x"}, Filters()),
        ({"q": "  وقف   إطلاق "}, Filters(text="وقف إطلاق")),
        ({"lang": "ar", "page": "3"}, Filters()),
    ],
)  # fmt: skip
def test_a_url_is_read(query: dict[str, str], expected: Filters) -> None:
    assert Filters.from_query(query) == expected


def test_nothing_chosen_leaves_the_url_bare() -> None:
    assert Filters().to_query() == {}
    assert Filters().active() == {}


def test_what_is_chosen_can_be_said_and_taken_back() -> None:
    chosen = Filters(first=date(2016, 9, 1), actors=("john-kerry",), text="هدنة", version=3)
    assert chosen.active() == {"from": ("2016-09-01",), "actor": ("john-kerry",), "q": ("هدنة",)}
    assert chosen.without("actor") == chosen.with_(actors=())
    assert chosen.without("q").without("from").without("actor") == Filters(version=3)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("الأزمةُ السوريّة", ("الازمه", "السوريه")),
        ("«وقف إطلاق النار» حلب", ("وقف اطلاق النار", "حلب")),
        ('"حلب', ("حلب",)),
        ('" "', ()),
        ("Kerry ٢٠١٦", ("kerry", "2016")),
    ],
)
def test_free_text_is_folded_into_terms(text: str, terms: tuple[str, ...]) -> None:
    assert Filters(text=text).terms == terms


def test_values_never_become_sql() -> None:
    hostile = "x'); DROP TABLE events; --"
    sql, params = Filters(actors=(hostile,), text=hostile, sources=(hostile,)).where()
    assert "DROP" not in sql
    assert params["actor0"] == hostile


def test_what_a_url_asks_for_and_cannot_be_read_is_named_as_it_stands():
    query = {
        "from": "xx", "to": "2016-09-30", "type": "CONSULT,WAR", "v": "-3", "reviewed": "maybe",
        "actor": "nobody", "modality": ["actual", "dreamt"], "lang": "xx",
    }  # fmt: skip
    assert unread(query) == [
        ("from", "xx"), ("v", "-3"), ("type", "WAR"), ("modality", "dreamt"), ("reviewed", "maybe"),
    ]  # fmt: skip
    assert unread({"from": "", "to": "2016-09-30", "q": "<b>", "reviewed": "yes"}) == []
