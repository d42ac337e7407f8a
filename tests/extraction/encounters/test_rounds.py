"""Rounds and summits told by their number alone, after the talks they are rounds of."""

from __future__ import annotations

import pytest

from tests.extraction.encounters.reading import told

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


@pytest.mark.parametrize(
    ("text", "who", "place", "day"),
    [
        ("استقبل ولي العهد محمد بن سلمان تميم بن حمد في الرياض أمس. وافتتح الأمير محمد أمس القمة الأربعين لمجلس التعاون "
         "في الرياض. وقال إن القمة المقبلة للمجلس ستعقد في المنامة في 5 ديسمبر.",
         {"Gulf Cooperation Council"}, "Manama", "2020-12-05"),
        ("يجتمع مجلس التعاون الخليجي الأحد. وتعقد الجلسة الطارئة للمجلس في المنامة في 18 أكتوبر.",
         {"Gulf Cooperation Council"}, "Manama", "2020-10-18"),
        ("تستأنف المشاورات اليمنية في عمان في 20 أكتوبر.", SIDES, "Amman", "2020-10-20"),
        ("وستلتقي الفصائل الفلسطينية في القاهرة في 20 أكتوبر.", {"Palestinian factions"}, "Cairo", "2020-10-20"),
    ],
)  # fmt: skip
def test_a_body_is_meant(text: str, who: set[str], place: str, day: str) -> None:
    read = [(people, where, when) for _, _, people, where, when in told(PUBLISHED, text)]
    assert any(who <= people and (where, when) == (place, day) for people, where, when in read)


def test_another_council_is_no_body_named_before() -> None:
    text = "دان مجلس الأمن الهجوم. وقال محمود عباس في اجتماع للمجلس الاستشاري لحركة فتح إن الحوار مستمر."
    assert not any("UN Security Council" in who for _, _, who, _, _ in told(PUBLISHED, text))
