"""Threats, charges, penalties and agreements: the words that are none, and whose they are."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.model import Document

PUBLISHED = date(2018, 9, 3)


def told(text: str, kind: str) -> list[tuple[str, list[str]]]:
    found = extract(Document("d", text, published=PUBLISHED)).events
    return [
        (e.modality, [p.name for p in e.participants if p.role == "source"])
        for e in found
        if e.event_type == kind
    ]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("تهدد إسرائيل بين الحين والآخر بضربة ضد إيران.", "Israel"),
        ("هددت تركيا بمهاجمة القوات الأمريكية في منبج.", "Turkey"),
        ("لوحت الولايات المتحدة بعقوبات على النظام السوري.", "United States"),
        ("قال الوزير إن الرئيس محمد بخاري الذي توعد بسحق التمرد يزور باريس.", "Muhammadu Buhari"),
    ],
)
def test_a_threat(text: str, source: str) -> None:
    assert told(text, "THREATEN") == [("actual", [source])]


@pytest.mark.parametrize(
    "text",
    [
        "حذر المبعوث من أزمة في سوريا تهدد وحدة البلاد.",
        "قال السفير إن واشنطن تهدد السلام العالمي.",
        "نفذ حزب العمال الكردستاني عملية تهدد بنسف عملية السلام.",
        "لوح نتنياهو بقطعة من طائرة مسيرة.",
        "ناقش ترامب خيارات بشأن سوريا التي هدد بتوجيه ضربات إليها.",
    ],
)
def test_no_threat_of_theirs(text: str) -> None:
    assert told(text, "THREATEN") == []


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("وكانت أميركا قد اتهمت النظام بشن هجوم على دوما.", [["United States"]]),
        ("روسيا اتهمت بريطانيا بفبركة الهجوم.", [["Russia"]]),
        ("وكانت إسرائيل قد اتهمت بشن هجوم على قاعدة التيفور.", []),
    ],
)
def test_who_accuses(text: str, sources: list[list[str]]) -> None:
    assert [names for _, names in told(text, "ACCUSE")] == sources


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("تمثل خطوة السعودية بطرد السفير الكندي رداً على بيان.", [["Saudi Arabia"]]),
        ("وكانت السعودية قد استدعت سفيرها لدى كندا وطردت السفير الكندي.", [["Saudi Arabia"]]),
        ("قال المسؤول إن بلاده ستواصل العقوبات على الحرس الثوري.", []),
        ("فرضت الولايات المتحدة عقوبات على شركات إيرانية.", [["United States"]]),
    ],
)
def test_who_punishes(text: str, sources: list[list[str]]) -> None:
    assert [names for _, names in told(text, "SANCTION")] == sources


def test_what_an_agreement_says_is_of_its_own_time() -> None:
    assert told("وبموجب الاتفاق، وافقت طهران على الحد من برنامجها النووي.", "AGREE") == [
        ("historical", ["Iran"])
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("أبلغ ترامب مستشاريه برغبته في انسحاب القوات الأميركية من سوريا.", "RETREAT"),
        ("أعلنت روسيا فتح ممرات لإجلاء سكان الغوطة الشرقية.", "RETREAT"),
        ("قررت الأمم المتحدة تأجيل إرسال قافلة مساعدات إلى الغوطة الخميس.", "AID"),
        ("طالب ترامب بفتح الغوطة الشرقية لإيصال المساعدات.", "AID"),
        ("لم توفر الهدنة أي مساعدات إنسانية للغوطة الشرقية.", "AID"),
        ("قال المندوب: ندعو إلى مظاهرة سلمية في البصرة.", "PROTEST"),
        ("تسيطر الفصائل على محافظة درعا، مهد الاحتجاجات، منذ سنوات.", "PROTEST"),
    ],
)
def test_what_was_not_done_is_not_told_as_done(text: str, kind: str) -> None:
    assert "actual" not in [modality for modality, _ in told(text, kind)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("استعاد الجيش البلدة بعد انتهاء عملية إجلاء المدنيين من حلب أمس.", "RETREAT"),
        ("بدأ انسحاب القوات الروسية من حلب أمس.", "RETREAT"),
        ("دخلت قافلة مساعدات إنسانية إلى الغوطة الشرقية أمس.", "AID"),
    ],
)
def test_what_was_done_is(text: str, kind: str) -> None:
    assert "actual" in [modality for modality, _ in told(text, kind)]


def test_whose_words_a_relative_clause_tells() -> None:
    found = extract(Document("d", "أثارت تغريدة ترامب التي قال فيها إن هناك ثمناً جدلاً.")).events
    assert [[p.name for p in e.participants] for e in found] == [["Donald Trump"]]
    found = extract(Document("d", "زار سوريا التي قال إنها آمنة.", published=PUBLISHED)).events
    assert [e for e in found if e.event_type == "STATEMENT"] == []


@pytest.mark.parametrize(
    ("text", "kind", "source"),
    [
        ("وتركيا العضو في الحلف الأطلسي رفضت المشاركة في العمليات.", "REJECT", "Turkey"),
        ("وكانت روسيا، حليف الحكومة السورية، قد طلبت بدء التهدئة.", "DEMAND", "Russia"),
        ("إيران الداعمة لحزب الله رفضت القرار.", "REJECT", "Iran"),
        ("وكانت تركيا وروسيا قد رفضتا القرار، وسوريا رفضت المقترح.", "REJECT", "Syria"),
    ],
)
def test_who_is_told_by_a_tie_to_another(text: str, kind: str, source: str) -> None:
    assert [source] in [names for _, names in told(text, kind)]


def test_those_around_somebody_are_not_he() -> None:
    assert told("ويتهم حلفاء تركيا منذ أشهر أنقرة بأنها لا تبذل جهوداً كافية.", "ACCUSE") == []


def test_a_clause_that_opens_with_what_was_before_gives_no_day_and_no_place() -> None:
    found = extract(
        Document("d", "بعدما قصفت روسيا حلب أمس، دعت فرنسا إلى هدنة.", published=PUBLISHED)
    ).events
    by_type = {e.event_type: e for e in found}
    assert by_type["DEMAND"].place is None
    assert by_type["DEMAND"].date.basis == "published"
    assert by_type["ASSAULT"].date.edtf == "2018-09-02"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("هدد الرئيس الأميركي بضربة على النظام رداً على هجوم استهدف السبت مدينة دوما.", "THREATEN"),
        ("وهددت تركيا بالهجوم على مدينة منبج، التي استعيدت من التنظيم في عام 2016.", "THREATEN"),
        ("دعا أردوغان إلى انتخابات مبكرة بعد خسارة الحزب في انتخابات 7 يونيو.", "DEMAND"),
        ("دعت روسيا مجلس الأمن إلى اجتماع، والمتوقع أن يعقد الجمعة المقبل.", "DEMAND"),
    ],
)
def test_the_day_of_what_is_spoken_of_is_not_that_of_the_saying(text: str, kind: str) -> None:
    found = extract(Document("d", text, published=PUBLISHED)).events
    (event,) = (e for e in found if e.event_type == kind)
    assert (event.modality, event.date.basis) == ("actual", "published")


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("دعت زعيمة المقاومة مريم رجوي، السبت، أكراد إيران إلى الانتفاض.", "DEMAND", "2018-09-01"),
        ("اتهم رئيس السلطة محمود عباس، الأربعاء، حركة حماس بعرقلتها.", "ACCUSE", "2018-08-29"),
    ],
)
def test_a_day_beside_who_speaks_is(text: str, kind: str, day: str) -> None:
    found = extract(Document("d", text, published=PUBLISHED)).events
    assert [e.date.edtf for e in found if e.event_type == kind] == [day]


def test_what_was_asked_long_ago_is_told_of_about_then() -> None:
    found = extract(
        Document(
            "d", "وفي عام 2016، دخل عامل جديد، إذ طالب سليماني قطر بتنفيذه.", published=PUBLISHED
        )
    ).events
    assert [(e.modality, e.date.edtf) for e in found if e.event_type == "DEMAND"] == [
        ("historical", "2016~")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "أوقفت الطائرات تقدم الحوثيين في مأرب.",
        "أوقفت الخارجية اللبنانية، الجمعة، طلبات إقامة الموظفين في بيروت.",
        "أوقفت الحكومة النرويجية جميع صادرات الأسلحة إلى الإمارات.",
    ],
)
def test_what_only_stops_is_no_arrest(text: str) -> None:
    assert told(text, "COERCE") == []


@pytest.mark.parametrize(
    "text",
    [
        "أوقفت الشرطة خمسة أشخاص في بيروت أمس.",
        "وأوقفت الشرطة البلجيكية الشخصين في بروكسل السبت.",
    ],
)
def test_an_arrest(text: str) -> None:
    assert [modality for modality, _ in told(text, "COERCE")] == ["actual"]


def test_who_is_led_out_does_not_lead() -> None:
    text = "وأجلي المئات من أصحاب «الخوذ البيضاء» من درعا إلى الأردن."
    assert [names for _, names in told(text, "RETREAT")] in ([[]], [])
    assert told("أجلت إسرائيل المئات من عناصر الخوذ البيضاء إلى الأردن.", "RETREAT") == [
        ("actual", ["Israel"])
    ]


def test_an_arrest_is_of_no_day_to_come() -> None:
    text = "ألقت الشرطة القبض على 14 شخصاً في أنقرة قبل الانتخابات المقررة يوم الأحد المقبل."
    found = extract(Document("d", text, published=PUBLISHED)).events
    assert [(e.modality, e.date.basis) for e in found if e.event_type == "COERCE"] == [
        ("actual", "published")
    ]
