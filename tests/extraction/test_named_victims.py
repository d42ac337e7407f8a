"""One person told by name is a claim of one; a death that is recalled, and who did it, is none."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.model import Document

PUBLISHED = date(2018, 3, 16)
Figures = list[tuple[str, int | None, int | None]]


def figures(text: str) -> Figures:
    found = extract(Document("d", text, published=PUBLISHED))
    return [(claim.kind, claim.low, claim.high) for claim in found.claims]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("مقتل السفير الروسي أندريه كارلوف في أنقرة.", "killed"),
        ("قتل السفير الروسي أندريه كارلوف بالرصاص في أنقرة أمس.", "killed"),
        ("استشهاد المواطن محمد خالد العلي في قصف على دوما.", "killed"),
        ("استشهد المواطن محمد خالد العلي برصاص قوات الاحتلال في الخليل.", "killed"),
        ("أعلنت الوزارة استشهاد الممرضة رزان النجار (21 عاماً) برصاص الاحتلال.", "killed"),
        ("ارتقى الشهيد عمر خالد جراء القصف المدفعي على دوما.", "killed"),
        ("قتل زعيم تنظيم القاعدة في اليمن قاسم الريمي في غارة أميركية.", "killed"),
        ("اغتيال القيادي في حركة حماس مازن فقهاء في غزة.", "killed"),
        ("اغتال مجهولون الناشط الإعلامي رائد الفارس في كفرنبل.", "killed"),
        ("اغتال مسلحون القيادي أبو خالد الحمصي في درعا.", "killed"),
        ("أصيب الطفل محمود سعيد بجروح خطيرة.", "wounded"),
        ("اعتقلت قوات الاحتلال الشاب محمد نزال من جنين.", "detained"),
        ("أوقفت السلطات في جمهورية التشيك صالح مسلم.", "detained"),
        ("خطف مسلحون مجهولون الطبيب سامر العلي في إدلب.", "detained"),
    ],
)
def test_one_person_by_name(text: str, kind: str) -> None:
    assert figures(text) == [(kind, 1, 1)]


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("قتل القيادي حسن العلي والشيخ محمد عمر في غارة.", 2),
        ("استشهاد الشابين محمد خالد وأحمد حسن.", 2),
    ],
)
def test_several_by_name_are_one_claim(text: str, many: int) -> None:
    assert figures(text) == [("killed", many, many)]


@pytest.mark.parametrize(
    "text",
    [
        "بعد اغتيال رئيس الوزراء اللبناني الأسبق رفيق الحريري انسحب الجيش.",
        "في الذكرى الخامسة لاغتيال الناشط شكري بلعيد.",
        "اتهموا بمحاولة اغتيال الرئيس حافظ الأسد.",
        "قد تقتل إسرائيل الرئيس السوري بشار الأسد.",
        "انتقدت الحركة وفاة الملا محمد عمر التي أعلنت قبل أيام.",
        "ارتقى السوري عمر السومة لعرضية زميله في الدقيقة الرابعة.",
        "دعوا إلى قتل العقيد، بأن يحملوا السلاح.",
    ],
)
def test_nobody(text: str) -> None:
    assert figures(text) == []


def test_his_troops_are_not_himself() -> None:
    assert figures("اعتقلت قوات الرئيس بشار الأسد 20 شخصاً.") == [("detained", 20, 20)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Of both together, and of each.
        ("وصل عدد القتلى والجرحى إلى 40.", [("casualties", 40, 40)]),
        ("بلغت حصيلة القتلى والمصابين 40.", [("casualties", 40, 40)]),
        ("تراوح عدد القتلى بين 22 إلى 33 قتيلاً والجرحى بين 40 إلى 50 جريحاً.",
         [("killed", 22, 33), ("wounded", 40, 50)]),
        # Heads and verbs that stand far from their number, or after it.
        ("ارتفاع العدد الإجمالي للقتلى إلى 3216 على الأقل.", [("killed", 3216, None)]),
        ("ارتفع إلى 25 على الأقل عدد المقاتلين الذين لقوا مصرعهم.", [("killed", 25, None)]),
        ("إن 36 مدنياً خطفوا الأربعاء من القرية.", [("detained", 36, 36)]),
        ("إن عشرات الآلاف جرى تشريدهم في عفرين.", [("displaced", 10000, None)]),
        ("إن 500 شخص تلقوا علاجاً من أعراض الغاز.", [("wounded", 500, 500)]),
        ("إن جندياً قتل وفقد آخر في العملية.", [("killed", 1, 1), ("missing", 1, 1)]),
        ("إن الكتائب فقدت 27 من عناصرها في بيجي.", [("killed", 27, 27)]),
        ("قتل 29 جندياً وأصيب 175 في المناطق المحاصرة.",
         [("killed", 29, 29), ("wounded", 175, 175)]),
        ("الحريق لم يسفر عن وقوع أي إصابات بشرية.", [("wounded", 0, 0)]),
        ("الضربة لم تسفر عن أي خسائر في الأرواح.", [("killed", 0, 0)]),
    ],
)  # fmt: skip
def test_told_of(text: str, expected: Figures) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أدى إلى استشهاد 26 شخصاً وإصابة 227 آخرين 29 شخصاً متورطاً فيها.",
         [("killed", 26, 26), ("wounded", 227, 227)]),
        ("أصيب آخرون حين أطلقت الشرطة النار على مئات المتظاهرين.", [("wounded", 1, None)]),
        ("حضر الدفن أهالي وأسر ذوي الشهداء، وعدد من القيادات الأمنية.", []),
        ("إنه قد \"يسفر عن مقتل مئات الآلاف من الأشخاص\".", []),
        ("قد يكون \"خطأ فادحاً\" ينتج عنه مقتل المئات من المدنيين.", []),
        ("إن عدد النازحين زاد بأكثر من ثلاثة أمثال ليصل إلى 160 ألفاً.",
         [("displaced", 160_000, 160_000)]),
        ("قال ثلاثة شهود إن أكثر من 27 شخصاً قتلوا في الانفجار.", [("killed", 27, None)]),
        ("قال موقع سويداء 24 إن 36 مدنياً خطفوا الأربعاء.", [("detained", 36, 36)]),
    ],
)  # fmt: skip
def test_no_number_of_its_neighbours(text: str, expected: Figures) -> None:
    assert figures(text) == expected
