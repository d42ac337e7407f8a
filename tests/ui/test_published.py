"""The publication date is said as surely as it is known, and how it is known stands under it."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from dashboard.model import PublishedBasis
from dashboard.ui import documents
from dashboard.ui.i18n import t

DAY = date(2016, 9, 9)


@pytest.mark.parametrize("basis", get_args(PublishedBasis))
def test_every_basis_is_said_in_words(basis):
    day, why = documents.published_says(DAY, basis).split("\n")
    assert "2016" in day
    assert why == t(f"basis.says.{basis}")


def test_an_inferred_day_is_about_that_day_and_a_given_one_is_that_day():
    given, _ = documents.published_says(DAY, "given").split("\n")
    inferred, _ = documents.published_says(DAY, "inferred").split("\n")
    assert inferred == t("date.about", date=given)


def test_without_a_day_nothing_is_made_up():
    said, why = documents.published_says(None, "unknown").split("\n")
    assert said == t("reader.no_date") and why == t("basis.says.unknown")
