"""Numbers beside words of killing that count nobody: the worst a reader of tolls can do."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.model import Document

PUBLISHED = date(2018, 5, 16)


def claims(text: str) -> list[tuple[str, int | None, int | None]]:
    found = extract(Document("d", text, published=PUBLISHED))
    return [(claim.kind, claim.low, claim.high) for claim in found.claims]


@pytest.mark.parametrize(
    "text",
    [
        "يؤدي 20 ألف شخص مناسك العمرة.",
        "تؤدي 30 فتاة رقصة شعبية.",
        "تؤدي دور سيدة متزوجة من طبيب نفسي.",
        "يغطي المهرجان بدورته الـ71 بما يجري من قتل متعمد ضد المدنيين.",
        "للأسبوع الـ12 على التوالي أصيبوا بالرصاص.",
        "قتلت الشرطة 20 كلباً.",
        "نفق 200 رأس من الأغنام.",
        "جرح كرامة 20 مليون سوري.",
        "قتل الأمل في نفوس 20 مليون سوري.",
        "تخرج 20 ضابطاً قتل أحدهم لاحقاً.",
        "حكم على 20 شخصاً بالإعدام بتهمة قتل جنود.",
        "كاد القصف يودي بحياة 20 مدنياً.",
        "قتل 20 في المئة من المقاتلين.",
        "يهدد القصف حياة 20 ألف مدني.",
        "حذر من مقتل 20 ألف مدني.",
        "توعد بقتل 100 جندي مقابل كل شهيد.",
        "نجا 20 شخصاً من الموت.",
        "أنقذ الدفاع المدني 20 شخصاً من تحت الأنقاض.",
        "قتل محمد البالغ من العمر 25 عاماً في الغارة.",
        "أصيب بثلاث رصاصات.",
        "القناة 12 قتل.",
        "عدد المتهمين الذين هم بحالة فرار يبلغ خمسة أفراد.",
        "عدد المتهمين الذين هم بحالة فرار فيبلغ 5 أفراد.",
    ],
)
def test_nobody_is_counted(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("عند الساعة 12 قتل شخص.", ("killed", 1, 1)),
        ("في اليوم الـ 20 قتل القائد في الغارات.", ("killed", 1, 1)),
        ("الفرقة 25 قتلت خمسة مسلحين.", ("killed", 5, 5)),
        ("إف 16 قتلت 3 أشخاص.", ("killed", 3, 3)),
        ("حاجز الـ 17 قتل عنده 3 أشخاص.", ("killed", 3, 3)),
        ("قتل 3 أشخاص و20 رأساً من الماشية.", ("killed", 3, 3)),
        ("على بعد 20 كيلومتراً قتل 3 أشخاص.", ("killed", 3, 3)),
        ("ألقت المروحيات 20 برميلاً متفجراً وقتل شخصان.", ("killed", 2, 2)),
        ("المعارك تودي بحياة العشرات.", ("killed", 10, None)),
        ("قصف يؤدي إلى مقتل 20 مدنياً.", ("killed", 20, 20)),
        ("260 قتلوا في القصف.", ("killed", 260, 260)),
        ("الـ12 قتيلاً من عائلة واحدة.", ("killed", 12, 12)),
        ("ارتفع عدد القتلى من 20 إلى 35.", ("killed", 35, 35)),
        ("قتل من 20 إلى 35 مسلحاً.", ("killed", 20, 35)),
        ("ثلاثة أرباع مليون شخص نزحوا.", ("displaced", 750_000, 750_000)),
        ("مقتل أو إصابة 20 جندياً.", ("casualties", 20, 20)),
    ],
)
def test_only_the_people_are_counted(text: str, claim: tuple[str, int, int | None]) -> None:
    assert claims(text) == [claim]
