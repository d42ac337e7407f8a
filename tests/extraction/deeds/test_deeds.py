"""Events other than encounters: what happened, who did it, and what is only said of it."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.model import Document, Event

PUBLISHED = date(2018, 9, 3)


def deeds(text: str) -> list[Event]:
    found = extract(Document("d", text, published=PUBLISHED)).events
    return [event for event in found if event.event_type not in ("CONSULT", "STATEMENT")]


def sources(text: str) -> list[tuple[str, str]]:
    return [
        (event.event_type, person.name)
        for event in deeds(text)
        for person in event.participants
        if person.role == "source"
    ]


@pytest.mark.parametrize(
    ("text", "kind", "mode", "modality"),
    [
        ("شنت طائرات حربية غارات على مدينة سراقب أمس.", "ASSAULT", "airstrike", "actual"),
        ("قصفت المدفعية بلدة كفرنبل أمس.", "ASSAULT", "shelling", "actual"),
        ("انفجرت سيارة مفخخة في اعزاز الأحد.", "ASSAULT", "bombing", "actual"),
        ("اندلعت اشتباكات في درعا الأحد.", "ASSAULT", "clash", "actual"),
        ("وقع هجوم كيماوي في خان شيخون الأحد.", "ASSAULT", "chemical", "actual"),
        ("خرجت مظاهرات في إدلب الجمعة.", "PROTEST", "", "actual"),
        ("وافقت تركيا على الهدنة في إدلب الأحد.", "AGREE", "", "actual"),
        ("انسحبت القوات الروسية من منبج الأحد.", "RETREAT", "", "actual"),
        ("دخلت قافلة مساعدات إلى دوما الأحد.", "AID", "", "actual"),
        ("فرضت الولايات المتحدة عقوبات جديدة الأحد.", "SANCTION", "", "actual"),
        ("اعتقلت القوات العراقية قيادياً في الموصل الأحد.", "COERCE", "arrest", "actual"),
        ("فرضت القوات السورية حصاراً على مضايا.", "COERCE", "siege", "actual"),
        ("اغتيل قيادي في الجيش الحر في درعا أمس.", "ASSAULT", "assassination", "actual"),
        ("أعدم التنظيم خمسة رجال في تدمر أمس.", "ASSAULT", "execution", "actual"),
        ("أفرج جيش الإسلام عن أسرى في دوما أمس.", "RETREAT", "", "actual"),
        ("خرجت الدفعة الثانية من مقاتلي جيش الإسلام من دوما أمس.", "RETREAT", "", "actual"),
        ("فرضت واشنطن عقوبات على إيران أمس.", "SANCTION", "", "actual"),
        ("طالبت فرنسا روسيا بالضغط.", "DEMAND", "", "actual"),
        ("رفضت إيران المقترح الأحد.", "REJECT", "", "actual"),
        ("هددت تركيا بعملية عسكرية الأحد.", "THREATEN", "", "actual"),
        ("اتهمت بريطانيا روسيا بالتسميم.", "ACCUSE", "", "actual"),
        # Only asked for, denied, feared or ahead.
        ("طالب مجلس الأمن بوقف قصف حلب.", "ASSAULT", "shelling", "demanded"),
        ("دعت فرنسا إلى رفع الحصار عن مضايا.", "COERCE", "siege", "demanded"),
        ("نفت روسيا قصف إدلب.", "ASSAULT", "shelling", "denied"),
    ],
)
def test_events(text: str, kind: str, mode: str, modality: str) -> None:
    assert (kind, mode, modality) in [(e.event_type, e.mode, e.modality) for e in deeds(text)]


@pytest.mark.parametrize(
    "text",
    [
        "قال إن حصار تعز أطول من حصار سراييفو في حرب البوسنة.",
        "أحيا الأهالي ذكرى مجزرة الحولة في حمص.",
        "قتل عشرات الآلاف في قصف هيروشيما.",
        "وصف ما جرى في حلب بأنه على غرار قصف غروزني.",
        "Thousands were killed in the bombing of Hiroshima.",
        "People in Halabja marked the anniversary of the gas attack.",
    ],
)
def test_what_is_recalled_of_another_war_is_background(text: str) -> None:
    violent = [e for e in deeds(text) if e.event_type in ("ASSAULT", "COERCE")]
    assert [e.modality for e in violent if e.modality == "actual"] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("فشل مجلس الأمن في تبني مشروع القرار.", "AGREE"),
        ("تبنت جبهة النصرة خطف العناصر.", "AGREE"),
        ("طردت القوات الحكومية مسلحي تنظيم داعش من مخيم اليرموك.", "SANCTION"),
        ("نصب مسلحون كميناً للقافلة العسكرية في حمص.", "AID"),
        ("تريد السعودية أن تبني مصالح مع روسيا.", "DEMAND"),
        ("قال مسؤول في الخارجية الروسية، طلب عدم ذكر اسمه، إن الوضع هادئ.", "DEMAND"),
        ("أفاد التلفزيون بإطلاق سراح 13 شخصاً كانوا محتجزين في حمص.", "COERCE"),
        ("ربما يقع هجوم كيماوي في إدلب.", "ASSAULT"),
    ],
)
def test_words_that_tell_of_no_such_event(text: str, kind: str) -> None:
    assert [e for e in deeds(text) if e.event_type == kind and e.modality == "actual"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قصفت طائرات التحالف مواقع الحوثيين في صعدة اليمنية.", ("ASSAULT", "Arab coalition in Yemen")),
        ("قصفت طائرات التحالف مواقع لتنظيم داعش في الرقة بسوريا.",
         ("ASSAULT", "International coalition against ISIS")),
        ("أغارت الطائرات على حصار تعز من قبل الحوثيين في اليمن.", ("COERCE", "Houthis")),
        ("وبعد أيام من إعلان #الولايات_المتحدة دعا غوتيريش واشنطن إلى الحوار.",
         ("DEMAND", "Antonio Guterres")),
    ],
)  # fmt: skip
def test_who_did_it(text: str, expected: tuple[str, str]) -> None:
    assert expected in sources(text)


@pytest.mark.parametrize(
    ("text", "innocent"),
    [
        ("اتهمت منظمات حقوقية نظام الرئيس بشار الأسد بالتعذيب.", "Nobody"),
        ("قال إن منظمات حقوقية اتهمت الرئيس بشار الأسد بالتعذيب.", "Bashar al-Assad"),
        ("اتفقا على محاسبة الحكومة السورية.", "Syrian government"),
        ("قصفت مقاتلات مجهولة مواقع الحوثيين في صعدة.", "Houthis"),
        ("ودعا المصدر نفسه إلى عدم تصديق رواية بشار الأسد.", "Bashar al-Assad"),
    ],
)
def test_who_is_named_after_an_unknown_doer_did_not_do_it(text: str, innocent: str) -> None:
    assert innocent not in [name for _, name in sources(text)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("قصفت طائرات إسرائيلية مطار التيفور فجر الاثنين.", "Israel"),
        ("استهدفت المدفعية التركية عفرين أمس.", "Turkey"),
        ("شنت مقاتلات أميركية ضربات على دير الزور أمس.", "United States"),
        ("أسفرت غارات جوية روسية على إدلب عن دمار واسع.", "Russia"),
        ("قصفت طائرات حربية تركية مواقع في منبج أمس.", "Turkey"),
    ],
)
def test_whose_arms_they_were(text: str, who: str) -> None:
    assert ("ASSAULT", who) in sources(text)


def test_what_was_hit_is_no_doer() -> None:
    assert sources("ضربة جوية على قاعدة روسية في حميميم أمس.") == []


def test_a_release_only_asked_for_is_none() -> None:
    told = deeds("طالبت الأمم المتحدة الحكومة السورية بالإفراج عن المعتقلين في سوريا.")
    assert ("RETREAT", "actual") not in [(e.event_type, e.modality) for e in told]


def test_captives_set_free_are_no_arrest() -> None:
    found = extract(Document("d", "أفرج جيش الإسلام عن 50 أسيراً أمس.", published=PUBLISHED))
    assert found.claims == ()
    assert [event.event_type for event in found.events] == ["RETREAT"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "وقعت روسيا وإيران وتركيا في أستانا أمس مذكرة لإنشاء مناطق.",
            {"Russia", "Iran", "Turkey"},
        ),
        ("أبرمت أحرار الشام وروسيا هدنة في الغوطة أمس.", {"Ahrar al-Sham", "Russia"}),
        ("وقع انفجار في دمشق أمس رغم اتفاق الهدنة.", None),
        ("وقعت اشتباكات بين الجيش وداعش في حلب أمس بعد اتفاق الهدنة.", None),
    ],
)
def test_what_is_signed_is_agreed(text: str, who: set[str] | None) -> None:
    found = extract(Document("d", text, published=date(2017, 5, 5))).events
    agreed = [
        {p.name for p in event.participants} for event in found if event.event_type == "AGREE"
    ]
    assert agreed == ([who] if who else [])
