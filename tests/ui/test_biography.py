"""What is said of an actor is what the lists say, with open and uncertain days said as such."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.ui import biography
from dashboard.ui.i18n import catalogue


def said(held, language):
    return biography.in_words(held, catalogue(language))


def test_an_office_has_its_title_its_state_and_its_days():
    [held] = biography.offices("john-kerry")
    assert said(held, "en").startswith("Foreign Minister, United States: 1 February 2013 – ")
    assert "الولايات المتحدة" in said(held, "ar") and "شباط/فبراير 2013" in said(held, "ar")


def test_an_office_still_held_has_no_last_day():
    held = biography.Held("Envoy", "مبعوث", None, date(2018, 10, 31), None)
    assert said(held, "en") == "Envoy: since 31 October 2018"


def test_a_first_day_that_the_lists_do_not_know_is_said_to_be_perhaps_earlier():
    held = biography.Held("Envoy", "مبعوث", None, date(2011, 1, 1), date(2012, 5, 6))
    assert "or from earlier" in said(held, "en")
    assert "or from earlier" not in said(
        biography.Held("Envoy", "مبعوث", None, date(2011, 1, 2), date(2012, 5, 6)), "en"
    )


def test_an_office_without_days_is_its_title():
    assert said(biography.Held("King", "ملك", None, None, None), "en") == "King"


@pytest.mark.parametrize(
    ("actor", "code", "expected"),
    [
        ("john-kerry", "USA", "Person · United States"),
        ("russia", "RUS", "State"),  # its own side
        ("sohr", "sohr", "Organisation"),
        ("a-name-of-one-document", "SYR", "Syria"),
        ("a-name-of-one-document", "", ""),
    ],
)
def test_kind_and_side_are_said_where_they_are_known(actor, code, expected):
    assert biography.kind_and_side(actor, code, catalogue("en")) == expected


def test_every_office_of_the_lists_has_a_name_in_both_languages():
    from dashboard.extraction.vocabulary.registry import registry

    unnamed = {
        held.office
        for actor_id in registry().held
        for held in biography.offices(actor_id)
        if held.office == held.office_ar or held.of is None
    }
    assert not unnamed


def test_an_actor_of_the_lists_is_known_by_its_name() -> None:
    assert biography.named("Human Rights Watch").kind == "organisation"  # type: ignore[union-attr]
    assert biography.named("nobody of this name") is None
