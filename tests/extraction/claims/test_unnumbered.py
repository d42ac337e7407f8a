"""Casualties told of without a number, survivors and things counted beside them, found dead."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.model import Document

Figures = list[tuple[str, int | None, int | None]]


def figures(text: str) -> Figures:
    found = extract(Document("d", text, published=date(2017, 3, 14))).claims
    return [(claim.kind, claim.low, claim.high) for claim in found]


SOME_DEAD, SOME_HURT = ("killed", 1, None), ("wounded", 1, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("سقطت قذيفة على السوق ما أدى إلى وقوع إصابات.", [SOME_HURT]),
        ("وقعت إصابات في صفوف المدنيين جراء القصف على سرمين.", [SOME_HURT]),
        ("أسفرت الصواريخ عن إصابات بين السكان.", [SOME_HURT]),
        ("إصابات بقصف مدفعي على بلدة كفرنبل", [SOME_HURT]),
        ("خلف الهجوم 5 قتلى وإصابات أخرى.", [("killed", 5, 5), SOME_HURT]),
        ("سقط قتلى وجرحى في غارات على تعز.", [SOME_DEAD, SOME_HURT]),
        ("سقط جرحى في القصف على بنش.", [SOME_HURT]),
        ("سقط مدنيون (لم يعرف عددهم) بين قتيل وجريح في تعز.", [("casualties", 1, None)]),
        ("مقتل وإصابة عدد من قوات الشرطة الاتحادية في الرشاد.", [("casualties", 1, None)]),
        # What was hit, an illness, what did not happen or is not known.
        ("حققت المدفعية إصابات مباشرة في تجمع الآليات.", []),
        ("أسفر القصف عن إصابات دقيقة.", []),
        ("وقعت إصابات في صفوف لاعبي المنتخب قبل المباراة.", []),
        ("سجلت إصابات جديدة بفيروس كورونا في إدلب.", []),
        ("قصفت الطائرات بلدة حاس دون ورود أنباء عن وقوع إصابات.", []),
        ("قصفت الطائرات بلدة حاس دون أن ترد أنباء عن إصابات.", []),
        ("أخلي المبنى لتفادي وقوع إصابات.", []),
        ("لم تعلن عن وقوع قتلى في صفوفها.", []),
        ("أصيب ستة آخرون إصابات بليغة.", [("wounded", 6, 6)]),
    ],
)
def test_some_fell_and_nobody_says_how_many(text: str, expected: Figures) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قتل 20 شخصاً وأصيب 12 آخرون، في حين نجا أربعة آخرون.",
         [("killed", 20, 20), ("wounded", 12, 12)]),
        ("ارتفع عدد الشهداء إلى 174 وعدد الجرحى إلى 279 جريحاً وعدد الآليات المستهدفة إلى 245.",
         [("killed", 174, 174), ("wounded", 279, 279)]),
        ("بلغ عدد القتلى 20 وعدد المصابين 30.", [("killed", 20, 20), ("wounded", 30, 30)]),
    ],
)  # fmt: skip
def test_who_lived_and_what_burned_are_not_counted(text: str, expected: Figures) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أدى الهجوم إلى مقتل «ما يصل إلى 100» شخص.", [("killed", None, 100)]),
        ("أدى الهجوم إلى نزوح ما يقدر بـ 343 ألف 437 فرداً.", [("displaced", 343437, 343437)]),
        ("خطف المسلحون عناصر من «الفرقة 30» متهمين إياهم بالخيانة.", []),
        ("أصيب اثنان من أقاربه بجراح.", [("wounded", 2, 2)]),
        ("قتل شقيقه عام 2012.", []),
        ("قضى أكثر من 43 مدنياً بينهم أطفال بغارة على الرقة.", [("killed", 43, None)]),
        ("قضى 20 سائحاً عطلتهم في المدينة.", []),
        (
            "مقتل تسعة من عناصر تنظيم الدولة (داعش) و11 مدنياً.",
            [("killed", 9, 9), ("killed", 11, 11)],
        ),
        ("أوقعت الغارة 20 مدنياً بين شهداء وجرحى.", [("casualties", 20, 20)]),
        ("ارتفع عددهم إلى 39 قتيلاً و20 بجروح.", [("killed", 39, 39), ("wounded", 20, 20)]),
        ("إصابتان من السوق وإصابة من الحارة 14.", [("wounded", 2, 2)]),
        ("مقتل أحد ركابها بإطلاق نار.", [("killed", 1, 1)]),
        ("قتلت الغارات منذ أيلول الماضي 97 من الطواقم الطبية.", [("killed", 97, 97)]),
        ("عثر الأهالي على جثة شاب تحت جسر بلدة محجة.", [("killed", 1, 1)]),
        ("عثر الأهالي على جثة الشاب «ضياف الدرخاوي» قرب محجة.", [("killed", 1, 1)]),
    ],
)
def test_counts_in_the_ways_of_local_pages(text: str, expected: Figures) -> None:
    assert figures(text) == expected


def test_a_sentence_that_its_links_break_into_lines_is_no_menu() -> None:
    text = (
        "قتل 16 شخصاً وأصيب 57 آخرون في سلسلة انفجارات بمناطق متفرقة في محافظة\n"
        "ديالى شمالي\n"
        "العراق، بحسب مصادر أمنية.\n"
        "وقال مسؤول محلي إن عبوتين ناسفتين انفجرتا مساء الأحد وسط سوق في ناحية السعدية، "
        "ما أسفر عن مقتل ستة أشخاص وإصابة أربعة آخرين."
    )
    assert ("killed", 16, 16) in figures(text) and ("wounded", 57, 57) in figures(text)
