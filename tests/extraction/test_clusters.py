"""Which reports of different documents are of one event, and which are not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.extraction.clusters import Report, clusters, same_words

DAY = date(2018, 4, 6)
STRIKE = Report(
    "a1", "doc-a", "ASSAULT", "airstrike", "actual", DAY, DAY, True, "geonames:douma", 33.57,
    36.40, 1, "", frozenset(), frozenset({("killed", 27, None)}),
    "قتل 27 مدنياً على الأقل في غارات على مدينة دوما.", DAY,
)  # fmt: skip
OTHER = replace(
    STRIKE, event_id="b1", doc_id="doc-b", quote="غارات جوية أوقعت 27 قتيلاً في دوما مساء الجمعة."
)
TALKS = replace(
    STRIKE, type="CONSULT", mode="meeting", place_id="geonames:geneva", lat=46.2, lon=6.15,
    lead="john-kerry", actors=frozenset({"john-kerry", "sergey-lavrov"}), figures=frozenset(),
    quote="التقى كيري لافروف في جنيف.",
)  # fmt: skip
TALKS_TOO = replace(
    TALKS, event_id="b1", doc_id="doc-b", quote="محادثات أميركية روسية على مستوى الوزراء."
)


def same(one: Report, two: Report) -> bool:
    found = clusters([one, two])
    assert set(found) in (set(), {one.event_id, two.event_id})
    return bool(found)


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        (STRIKE, OTHER, True),
        (STRIKE, replace(OTHER, lat=33.60, place_id="geonames:harasta"), True),
        (STRIKE, replace(OTHER, lat=36.2, lon=37.15, place_id="geonames:aleppo"), False),
        (STRIKE, replace(OTHER, first=date(2018, 4, 8), last=date(2018, 4, 8)), False),
        (STRIKE, replace(OTHER, mode="shelling"), False),
        (STRIKE, replace(OTHER, modality="demanded"), False),
        (STRIKE, replace(OTHER, modality="historical"), True),
        (STRIKE, replace(OTHER, place_id=None, lat=None, lon=None), False),
        # A city and a day are not enough: Douma was bombed more than once that day.
        (STRIKE, replace(OTHER, told=False, figures=frozenset({("killed", 3, 3)})), False),
        (TALKS, TALKS_TOO, True),
        (TALKS, replace(TALKS_TOO, place_id=None, lat=None, lon=None), True),
        (TALKS, replace(TALKS_TOO, mode="phone"), False),
        (TALKS, replace(TALKS_TOO, actors=frozenset({"john-kerry", "hassan-rouhani"})), False),
        (TALKS, replace(TALKS_TOO, first=DAY, last=date(2018, 6, 30)), False),
        (TALKS, replace(TALKS_TOO, told=False, first=date(2018, 4, 7), last=date(2018, 4, 7)), True),
    ],
)  # fmt: skip
def test_two_reports(one: Report, two: Report, expected: bool) -> None:
    assert same(one, two) is expected


def test_one_document_never_joins_its_own_events() -> None:
    assert not same(STRIKE, replace(OTHER, doc_id="doc-a"))


def test_a_copy_is_known_by_its_words_without_place_or_day() -> None:
    words = "وأكد الجانبان أن سلامة وأمن المملكة الأردنية والمملكة العربية السعودية كل لا يتجزأ"
    one = replace(STRIKE, type="STATEMENT", mode="", quote=words, place_id=None, first=None,
                  last=None, figures=frozenset())  # fmt: skip
    two = replace(one, event_id="b1", doc_id="doc-b", quote=words.replace("أن", "على أن", 1))
    assert same_words(one.quote, two.quote)
    assert same(one, two)
    assert not same(one, replace(two, published=date(2018, 6, 1)))


def test_contradicting_figures_stay_side_by_side_in_one_cluster() -> None:
    more = replace(OTHER, figures=frozenset({("killed", 40, 40)}))
    assert same(STRIKE, more)


@given(st.permutations([
    STRIKE, OTHER, replace(TALKS, event_id="c1", doc_id="doc-c"),
    replace(TALKS_TOO, event_id="d1", doc_id="doc-d"),
    replace(OTHER, event_id="e1", doc_id="doc-e", place_id=None),
]))  # fmt: skip
def test_the_order_of_the_reports_changes_nothing(reports: list[Report]) -> None:
    found = {"a1": "a1", "b1": "a1", "c1": "c1", "d1": "c1"}
    assert clusters(reports) == found | {"e1": "a1"}  # no place, but the words of b1
