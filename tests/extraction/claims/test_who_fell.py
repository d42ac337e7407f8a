"""Who fell by name, past whose the first were, with a verb after; and who is only counted beside."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.model import Document

Claims = list[tuple[str, int | None, int | None]]


def figures(text: str) -> Claims:
    found = extract(Document("d", text, published=date(2018, 3, 5)))
    return [(claim.kind, claim.low, claim.high) for claim in found.claims]


FELL: list[tuple[str, Claims]] = [
    # Named, as news of him; not recalled, tried, asked for or meant.
    ("أدت الغارة إلى مقتل سالم الهادي القيادي في التنظيم.", [("killed", 1, 1)]),
    ("إن سالم الهادي قتل في غارة على البلدة.", [("killed", 1, 1)]),
    ("ألقت الشرطة القبض على رامي الحسن في المزرعة.", [("detained", 1, 1)]),
    ("بعد مقتل سالم الهادي تولى أخوه القيادة.", []),
    ("حاولت خلية اغتيال سالم الهادي في عمان.", []),
    ("طالب المعتصمون بإعدام سالم الهادي وتوقيف رامي الحسن.", []),
    ("تستعد الشرطة للقبض على رامي الحسن.", []),
    ("ألقت الشرطة القبض على مالك المركبة وبقية الشركاء.", []),
    ("أعلنت الوزارة مقتل أسد هارب من الحديقة.", []),
    # Who stands before the verb fell, or killed.
    ("إن ضابطاً في الحرس الوطني قتل في الاشتباك.", [("killed", 1, 1)]),
    ("إن جندياً في الجيش قتل متظاهراً أمام المبنى.", [("killed", 1, 1)]),
    ("إن سالم الهادي قتل ثلاثة جنود في الكمين.", [("killed", 3, 3)]),
    ("إن 9 أشخاص بينهم طفل لقوا حتفهم.", [("killed", 9, 9), ("killed", 1, 1)]),
    ("قتل أمس الأول ضابط وأصيب جنديان.", [("killed", 1, 1), ("wounded", 2, 2)]),
    ("مقتل عشرين مسلحاً بينهم القيادي رامي الحسن.", [("killed", 20, 20), ("killed", 1, 1)]),
    ("مقتل عشرين مسلحاً بينهم القيادي في الفصيل.", [("killed", 20, 20)]),
    # One of theirs, some without a number, two spelt as many are.
    ("أسفر الكمين عن مقتل أحد جنودها.", [("killed", 1, 1)]),
    ("أعلن الفصيل مقتل ثلاثة من عناصره.", [("killed", 3, 3)]),
    ("استشهد مدنيون في القصف على الحي.", [("killed", 1, None)]),
    ("قتل مسلحون ثمانية عمال في المزرعة.", [("killed", 8, 8)]),
    ("أدى القصف إلى مقتل وجرح مدنيين.", [("casualties", 1, None)]),
    ("إن عشرات الأشخاص قتلوا وجرحوا في التفجير.", [("casualties", 10, None)]),
    ("أدى الانفجار إلى مقتل ضابط وإصابة عسكريين اثنين.", [("killed", 1, 1), ("wounded", 2, 2)]),
    # Joined past whose the first were; another fate, another count.
    ("مقتل 12 مسلحاً من التنظيم و7 من قوات البيشمركة.", [("killed", 12, 12), ("killed", 7, 7)]),
    ("مقتل 12 مسلحاً من التنظيم و7 من الآليات دمرت.", [("killed", 12, 12)]),
    ("مقتل 12 عنصراً من التنظيم و30 آخرون فروا.", [("killed", 12, 12), ("displaced", 30, 30)]),
    ("قتل 5 من عناصر الشرطة و3 من المهاجمين أصيبوا بجروح.",
     [("killed", 5, 5), ("wounded", 3, 3)]),
    ("مقتل خمسة من حراس المخيم و40 ألفاً من سكانه ينتظرون الطعام.", [("killed", 5, 5)]),
    # Done, or only meant; the last of things, or one more.
    ("تمكن الجيش من القضاء على 14 مسلحاً في الوادي.", [("killed", 14, 14)]),
    ("يسعى الجيش إلى القضاء على 3000 مسلح في الجبال.", []),
    ("تنتشر القوات للقضاء على 3000 مسلح في الجبال.", []),
    ("يهدف التحالف إلى القضاء على مقاتلي التنظيم.", []),
    ("تجري عمليات تمشيط وتصفية آخر جيوب المتمردين.", []),
    ("مقتل شاب وإصابة آخر في إطلاق نار.", [("killed", 1, 1), ("wounded", 1, 1)]),
    # Returns, fighters in flight, and reports that have not come.
    ("تمت إعادة آلاف النازحين إلى قراهم.", []),
    ("فر العشرات من مقاتلي التنظيم نحو البادية.", []),
    ("فر عشرات الآلاف من المقاتلين والمدنيين نحو إدلب.", [("displaced", 10_000, None)]),
    ("لم ترد أنباء عن سقوط قتلى.", []),
    ("لم تعلن الشرطة عدم اعتقال أي شخص.", []),
    ("استولوا على ملايين الدولارات وتمكنوا من الهرب.", []),
    ("تضاعف عدد المعتقلين إلى 26 ألفاً عندما تولى ستون القيادة.", [("detained", 26_000, 26_000)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FELL)
def test_who_fell(text: str, expected: Claims) -> None:
    assert figures(text) == expected
