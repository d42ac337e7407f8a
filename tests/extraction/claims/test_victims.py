"""Victims named or in parts, who did it, who is only left, and what a verb after «لم» tells."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.model import Document

Claims = list[tuple[str, int | None, int | None]]


def figures(text: str) -> Claims:
    found = extract(Document("d", text, published=date(2018, 3, 5)))
    return [(claim.kind, claim.low, claim.high) for claim in found.claims]


TOLD: list[tuple[str, Claims]] = [
    # Who killed is no victim.
    ("أثار مقتل الأسد الذي قتله طبيب أسنان أمريكي غضباً واسعاً.", []),
    ("قتله جنديان إسرائيليان عند الحاجز.", []),
    ("بعد قتله ثلاثة جنود فر المهاجم.", [("killed", 3, 3)]),
    ("قتل أربعة انتحاريين بريطانيين 52 شخصاً في هجمات منسقة.", [("killed", 52, 52)]),
    ("قتلت قوات النظام ثلاثة مدنيين في دوما.", [("killed", 3, 3)]),
    # Those left are not those told of, and how many of either is not told.
    ("كان فيها مليون ونصف المليون، لم يبق منهم سوى 250 ألفاً، أي أن نحو مليون قتلوا أو هجروا.", []),
    ("لم يقتل سوى ثلاثة جنود في الكمين.", [("killed", 3, 3)]),
    ("لم يسقط سوى جريح واحد.", [("wounded", 1, 1)]),
    ("لم يسفر الهجوم إلا عن إصابة شرطي.", [("wounded", 1, 1)]),
    ("لم يسفر الهجوم عن سقوط ضحايا.", [("casualties", 0, 0)]),
    # «لم» reaches no further than its own verb.
    ("لم يسقط قتلى وأصيب خمسة مدنيين.", [("killed", 0, 0), ("wounded", 5, 5)]),
    ("دون مقتل أي مدني.", [("killed", 0, 0)]),
    # Named, in parts, and elsewhere.
    ("استشهد محمد الحسون برصاص قناص.", [("killed", 1, 1)]),
    ("مقتل سبعة مدنيين، امرأة وستة أطفال، في القصف.",
     [("killed", 7, 7), ("killed", 1, 1), ("killed", 6, 6)]),
    ("استشهد مدني في اللطامنة، وآخر في الزكاة.", [("killed", 1, 1), ("killed", 1, 1)]),
    ("مقتل 22 مسلحاً بينهم أربعة قادة.", [("killed", 22, 22), ("killed", 4, 4)]),
    # Of whom another verb tells, who only took them, and what may come to be.
    ("إن 75 شخصاً قُتلوا في الهجوم، بينما يعاني ألف آخرون من الاختناق.", [("killed", 75, 75)]),
    ("خطف ثلاثة مقنعين الأب جاك مراد رئيس الدير.", [("detained", 1, 1)]),
    ("ترجح التقارير أعداداً أكبر، قد تصل إلى 180 ضحية.", []),
    ("يعيش فيها عشرات الآلاف من المدنيين بينهم عدد كبير من الذين فروا من القصف.", []),
    ("والقتلى هم 21 من حزب الله و62 من مقاتلي المعارضة.",
     [("killed", 21, 21), ("killed", 62, 62)]),
    ("أدت المعارك إلى مقتل أكثر 80 مقاتلاً.", [("killed", 80, None)]),
    ("سقطت ضحية واحدة في اللاذقية.", [("killed", 1, 1)]),
    ("إن أكثر من 500 شخص نقلوا إلى المراكز الطبية.", [("wounded", 500, None)]),
    ("سمحت الممرات لقرابة أربعة آلاف شخص بالفرار من المدينة.", [("displaced", 4000, 4000)]),
    ("أكثر من سبعة آلاف شخص غادروا منطقة الغوطة.", [("displaced", 7000, None)]),
    ("الطائرة تحمل 30 مقاتلاً جرى أسرهم في المعارك.", [("detained", 30, 30)]),
    # The dead and the wounded not told apart.
    ("خلف القصف عشرات الضحايا.", [("casualties", 10, None)]),
    ("سقوط 46 ضحية في القصف.", [("killed", 46, 46)]),
    # Counts of other things.
    ("في هجوم واحد على البلدة قتل جندي.", [("killed", 1, 1)]),
    ("سفر 300 شخص عبر المعبر.", []),
    ("فر نحو 400 سجين من السجن.", []),
    ("أدى إغلاق القناة إلى تشريد 200 صحفي من أعمالهم.", []),
    ("أدى القصف إلى تشريد 200 مدني من أحياء المدينة.", [("displaced", 200, 200)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_who_is_counted(text: str, expected: Claims) -> None:
    assert figures(text) == expected


def test_thousands_killed_are_a_running_total() -> None:
    text = "تحدثت بيلاي عن سقوط ما لا يقل عن 4000 قتيل. وقتل 129 شخصاً في هجمات باريس."
    found = extract(Document("d", text, published=date(2018, 3, 5)))
    assert [(c.low, c.scope) for c in found.claims] == [(4000, "cumulative"), (129, "incident")]
