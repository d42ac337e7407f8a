"""Numbers in Arabic-Indic digits: digits and separators change, words and lists do not."""

from __future__ import annotations

import pytest

from dashboard.digits import number, written


@pytest.mark.parametrize(
    ("value", "western", "arabic"),
    [
        (0, "0", "٠"), (7, "7", "٧"), (1_000, "1,000", "١٬٠٠٠"),
        (353_935, "353,935", "٣٥٣٬٩٣٥"), (12_000_000, "12,000,000", "١٢٬٠٠٠٬٠٠٠"),
        (1.5, "1.5", "١٫٥"), (2.0, "2", "٢"), (-40, "-40", "-٤٠"),
    ],
)  # fmt: skip
def test_a_number_is_written_in_the_digits_asked_for(value, western, arabic):
    assert number(value, "latn") == western
    assert number(value, "arab") == arabic


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("9 أيلول/سبتمبر 2016", "٩ أيلول/سبتمبر ٢٠١٦"),
        ("2011–2018", "٢٠١١–٢٠١٨"),
        ("86%", "٨٦٪"),
        ("14:05", "١٤:٠٥"),
        ("في 2016. ثم", "في ٢٠١٦. ثم"),  # a full stop is no decimal point
        ("1, 2, 3", "١, ٢, ٣"),
        ("قتيل", "قتيل"),
    ],
)
def test_only_signs_between_digits_change_with_them(text, said):
    assert written(text, "arab") == said
    assert written(text, "latn") == text
