"""Rounds and summits told by their number alone, after the talks they are rounds of."""

from __future__ import annotations

import pytest

from tests.extraction.encounters import told

PUBLISHED = "2020-10-14"  # a Wednesday
TALKS = "بدأت أمس في جنيف الجولة الثانية من المحادثات بين الحكومة اليمنية والحوثيين. "
SUMMIT = "اختتمت أمس في أبوظبي القمة الأربعون لمجلس التعاون الخليجي. "
SIDES = {"Yemeni government", "Houthis"}
Row = tuple[str, str, set[str], str | None, str]

ROUNDS: list[Row] = [
    (TALKS + "وكانت الجولة الأولى عقدت في ستوكهولم الشهر الماضي.",
     "actual", SIDES, "Stockholm", "2020-09"),
    (TALKS + "وستعقد الجولة الثالثة في عمان في 20 ديسمبر المقبل.",
     "future", SIDES, "Amman", "2020-12-20"),
    (SUMMIT + "وكانت القمة السابقة قد عقدت في الرياض في ديسمبر 2018.",
     "historical", {"Gulf Cooperation Council"}, "Riyadh", "2018-12"),
    ("عقد محمود عباس وعبد الفتاح السيسي والملك عبد الله الثاني قمة ثلاثية في شرم الشيخ أمس. "
     "ويعقد الاجتماع المقبل على مستوى وزراء الخارجية في عمان.",
     "future", {"Palestine", "Egypt", "Jordan"}, "Amman", ""),
]  # fmt: skip

NO_ROUND = [
    TALKS + "واختتمت الجولة الأولى الشهر الماضي من دون اتفاق.",
    TALKS + "ودعا المبعوث الأممي إلى عقد الجولة الثالثة في عمان.",
    "زار جون كيري جدة أمس. وكانت الجولة الأولى عقدت في ستوكهولم الشهر الماضي.",
]


@pytest.mark.parametrize("row", ROUNDS, ids=[row[0][-40:] for row in ROUNDS])
def test_a_round_is_of_those_who_met(row: Row) -> None:
    text, *rest = row
    assert rest in [list(item[1:]) for item in told(PUBLISHED, text)]


def test_the_talks_told_keep_their_place() -> None:
    text = SUMMIT + "وكانت القمة السابقة قد عقدت في الرياض في ديسمبر 2018."
    first, _ = sorted(told(PUBLISHED, text), key=lambda item: item[1])
    assert first[3:] == ("Abu Dhabi", "2020-10-13")


@pytest.mark.parametrize("text", NO_ROUND)
def test_no_round_is_told(text: str) -> None:
    assert len(told(PUBLISHED, text)) == 1
