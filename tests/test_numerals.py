"""Arabic cardinals."""

import pytest

from dashboard.numerals import read_cardinal
from dashboard.text import fold, words

NUMBERS = [
    ("260 الف قتيل", 260_000),
    ("ألفين وأربعمئة وسبعة عشر قتيلا", 2417),
    ("ثلاثة وعشرون", 23),
    ("1,5 مليون", 1_500_000),
    ("٢٦٠٬٠٠٠ قتيل", 260_000),
    ("2,400", 2400),
    ("خمسة وعشرين ألفا", 25_000),
    ("مئة وخمسة وعشرين ألفا وثلاثمئة", 125_300),
    ("ثلاث مئة", 300),
    ("سبعة عشر شخصا", 17),
    ("ثمانية ملايين و300 ألف", 8_300_000),
    ("ألف ومئتي شخص", 1200),
    ("3 آلاف و400", 3400),
    ("ثلاثمئة وثلاثة وخمسين ألفا وتسعمئة", 353_900),
    ("خمسة أو ستة", 5),
]


@pytest.mark.parametrize(("text", "value"), NUMBERS)
def test_cardinal(text: str, value: int) -> None:
    reading = read_cardinal(words(fold(text)), 0)
    assert reading is not None
    assert reading.value == value


@pytest.mark.parametrize("text", ["مئات", "قتيل", "", "و"])
def test_no_cardinal(text: str) -> None:
    assert read_cardinal(words(fold(text)), 0) is None
