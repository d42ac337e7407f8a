"""What an analyst types as a date or a place, and the value it becomes."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.table import claim_wishes, wishes


@pytest.mark.parametrize(
    ("typed", "edtf", "first", "last", "precision"),
    [
        ("2016-09-09", "2016-09-09", "2016-09-09", "2016-09-09", "day"),
        ("2016-09~", "2016-09~", "2016-09-01", "2016-09-30", "month"),
        ("2016", "2016", "2016-01-01", "2016-12-31", "year"),
        ("2016-21", "2016-21", "2016-03-01", "2016-05-31", "season"),
        ("2016-24", "2016-24", "2015-12-01", "2016-02-29", "season"),
        ("2016-34", "2016-34", "2016-04-01", "2016-06-30", "quarter"),
        ("201X", "201X", "2010-01-01", "2019-12-31", "decade"),
        ("19XX", "19XX", "1900-01-01", "1999-12-31", "century"),
        ("2016-09-04/2016-09-05", "2016-09-04/2016-09-05", "2016-09-04", "2016-09-05", "day"),
        ("2016-08/2016-09", "2016-08/2016-09", "2016-08-01", "2016-09-30", "month"),
        ("2011-03-15/..", "2011-03-15/..", "2011-03-15", None, "day"),
        ("../2016-09", "../2016-09", None, "2016-09-30", "month"),
        ("أمس", "2016-09-08", "2016-09-08", "2016-09-08", "day"),
        ("9 أيلول (سبتمبر) 2016", "2016-09-09", "2016-09-09", "2016-09-09", "day"),
        ("", "", None, None, "unknown"),
    ],
)  # fmt: skip
def test_days_are_read_as_edtf_or_words(
    typed: str, edtf: str, first: str | None, last: str | None, precision: str
) -> None:
    found = wishes.days(typed, date(2016, 9, 9))
    assert [found[k] for k in ("edtf", "first", "last", "precision")] == [
        edtf, first, last, precision
    ]  # fmt: skip
    assert found["approximate"] == typed.endswith("~")


@pytest.mark.parametrize("typed", ["2016-02-30", "2016-09-09/2016-09-08", "13", "/", "2016-77", "0000",
                                   "أمس أو 3 أيلول 2016", "soon"])  # fmt: skip
def test_what_names_no_one_date_is_refused(typed: str) -> None:
    with pytest.raises(wishes.CorrectionError, match="names no one date"):
        wishes.days(typed, date(2016, 9, 9))


def test_a_name_of_several_places_lists_their_ids() -> None:
    with pytest.raises(wishes.CorrectionError, match="write the id of one") as refused:
        wishes.place("الطيبة")
    first = str(refused.value.details["ids"]).split(" ")[0]
    assert wishes.place(first)["id"] == first


def test_a_place_has_its_coordinates_and_precision() -> None:
    found = wishes.place("Aleppo")
    assert (found["name_ar"], found["country"]) == ("حلب", "SY")
    assert found["lat"] and found["lon"] and found["precision"]


CLAIM = {"start": 0, "end": 9, "kind": "killed", "text": "260 ألف", "unit": "people",
         "approximate": False, "low": 260_000, "best": 260_000, "high": None}  # fmt: skip


def test_figures_are_typed_in_either_digits_and_an_empty_field_is_open() -> None:
    typed = CLAIM | {"low": "٢٥٠٬٠٠٠", "best": "260,000", "high": ""}
    (found,) = claim_wishes.claims([typed], {"claims": [CLAIM]})
    assert [found[name] for name in claim_wishes.FIGURES] == [250_000, 260_000, None]
    assert claim_wishes.claims([CLAIM | {"low": "260000", "high": ""}], {"claims": [CLAIM]}) == []


@pytest.mark.parametrize("typed", ["many", "-3", "2.5", "9" * 12])
def test_what_is_no_count_is_refused(typed: str) -> None:
    with pytest.raises(wishes.CorrectionError, match="whole numbers"):
        claim_wishes.claims([CLAIM | {"high": typed}], {"claims": [CLAIM]})
