"""Who asserts a figure: the named source, never the last speaker in place of another."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.model import Document


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قال أنطونيو غوتيريش إن الوضع خطير. وأضاف أن 11 شخصاً قتلوا.", "Antonio Guterres"),
        ("قال أنطونيو غوتيريش إن الوضع خطير. وأوضح أن القصف أسفر عن مقتل 11 شخصاً.", "Antonio Guterres"),
        ("قتل 11 شخصاً بحسب المرصد السوري لحقوق الإنسان.", "Syrian Observatory for Human Rights"),
        ("قال سيرغي لافروف إن الهدنة صامدة.\nوأفادت مصادر أمنية بمقتل 11 شخصاً.", ""),
        ("قال سيرغي لافروف إن الهدنة صامدة. وقالت السلطات إن 11 شخصاً أصيبوا.", ""),
        (
            "قال سيرغي لافروف إن الهدنة صامدة. وكان مركز للدراسات قدر عدد القتلى بنحو 470 ألف "
            "شخص.",
            "",
        ),
        (
            "قال سيرغي لافروف إن الهدنة صامدة. وكان المركز السوري لبحوث السياسات قدر عدد القتلى "
            "بنحو 470 ألف شخص.",
            "Syrian Center for Policy Research",
        ),
        ("نفت روسيا ما أعلنه المرصد السوري عن مقتل 20 مدنياً.",
         "Syrian Observatory for Human Rights"),
        ("المرصد السوري: مقتل 20 مدنياً في حلب", "Syrian Observatory for Human Rights"),
        ("اتهمت الخوذ البيضاء روسيا بقتل 20 مدنياً في إدلب.", "White Helmets"),
        ("وكانت السلطات قد اتهمت تونس بالتقصير بعد مقتل 12 شخصاً.", ""),
        ("قال قائد الشرطة في إقليم بغلان بشمال أفغانستان إن 21 شخصاً قتلوا.", ""),
        ("أكدت فرنسا أنها سترد، بعدما تحدث مسعفون عن سقوط عشرات القتلى.", ""),
        ("تحدث المرصد السوري عن مقتل 20 مدنياً في حلب.", "Syrian Observatory for Human Rights"),
        # Who speaks later in the sentence says something else.
        ("قالت مصادر طبية إن 11 شخصاً قتلوا في غارتين، فيما قال الجيش الإسرائيلي إنه استهدف مقراً.", ""),
        ("مقتل 40 شخصاً في قصف مدرسة، وإسرائيل تقول إنها استهدفت مسلحين.", ""),
        ("فر 5.6 مليون سوري، وقالت الخارجية السورية إن كثيراً منهم عادوا.", ""),
        ("قال سيرغي لافروف إن الهدنة صامدة. وقال أحمد الشيخو مدير الإعلام إن 11 شخصاً قتلوا.", ""),
        ("أسفر الهجوم عن مقتل 40 شخصاً، في وقت حذر فيه أنطونيو غوتيريس من انفلات الوضع.", ""),
        ("أسفر الهجوم عن مقتل 40 شخصاً، في الوقت الذي قالت فيه روسيا إنها ستبقى.", ""),
        ("اتهم المحافظ الميليشيات الحوثية التي قال إنها ارتكبت مجزرة راح ضحيتها 45 قتيلاً.", ""),
        ("ذكرت منظمة الخوذ البيضاء التي قالت إنها انتشلت 9 جثث أن القصف استمر.", "White Helmets"),
        ("قال قائد عمليات بغداد إن الانفجار أدى إلى مقتل 8.", ""),
        ("قال سيرغي لافروف إن الهدنة صامدة، وأعلنت سلطات الإقليم مقتل 4 مدنيين.", ""),
        ("قال المرصد السوري إن القصف عنيف، وأشار إلى مقتل 11 شخصاً.",
         "Syrian Observatory for Human Rights"),
        ("قتل 11 شخصاً، قال المرصد السوري لحقوق الإنسان.", "Syrian Observatory for Human Rights"),
    ],
)  # fmt: skip
def test_who_asserts_the_figure(text: str, name: str) -> None:
    found = extract(Document("x", text, published=date(2016, 9, 9)))
    assert [claim.asserted_by for claim in found.claims] == [name]


def test_two_sources_of_one_sentence_have_each_their_figure() -> None:
    text = (
        "وتقول الأمم المتحدة إن الحرب أودت بحياة أكثر من 250 ألف شخص، بينما يقدر المرصد السوري "
        "العدد بـ 300 ألف قتيل."
    )
    found = extract(Document("x", text, published=date(2016, 9, 9)))
    assert [(claim.low, claim.asserted_by) for claim in found.claims] == [
        (250_000, "United Nations"), (300_000, "Syrian Observatory for Human Rights"),
    ]  # fmt: skip
