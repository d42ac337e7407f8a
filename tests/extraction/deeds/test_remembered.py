"""Attacks of another war or of many years beside those of now: each has its own day and place."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.model import Document, Event

PUBLISHED = date(2024, 6, 12)
YESTERDAY = "2024-06-11"


def attacks(text: str) -> list[Event]:
    found = extract(Document("d", text, published=PUBLISHED)).events
    return [e for e in found if e.event_type == "ASSAULT"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("قتل ثلاثة أشخاص في انفجار عبوة ناسفة في حلبجة أمس.", "Halabja"),
        ("قصفت طائرات مسيرة موقعاً قرب حلبجة فجر الثلاثاء وأصيب شخصان.", "Halabja"),
        ("قتل شخصان بهجوم مسلح في فيتنام أمس.", "Vietnam"),
        ("طعن رجل ثلاثة أشخاص في هيروشيما أمس الثلاثاء.", "Hiroshima"),
        ("قال الرئيس إن غزو العراق كان خطأ، وقصفت طائرات التحالف أمس مواقع في الموصل.", "Mosul"),
        ("في ذكرى النكبة، اقتحمت قوات الاحتلال أمس مدينة جنين وقتلت شاباً.", "Jenin"),
    ],
)
def test_a_place_or_day_of_memory_still_has_news(text: str, place: str) -> None:
    [attack] = attacks(text)
    assert (attack.modality, attack.date.edtf) == ("actual", YESTERDAY)
    assert attack.place and attack.place.name == place


@pytest.mark.parametrize(
    "text",
    [
        "أحيا الأكراد أمس ذكرى مجزرة حلبجة التي قتل فيها خمسة آلاف شخص بالغازات السامة.",
        "شبه الوزير أمس القصف على حلب بقصف هيروشيما.",
        "كما فعلت أمريكا في فيتنام حيث قصفت القرى بالنابالم.",
        "استخدم الطيران الغازات كما في حلبجة، وقصف المدينة مراراً.",
        "خلال حملة الأنفال قصفت القوات العراقية قرى السليمانية.",
        "سبق أن قصفت الطائرات أمس الأول بلدة الباب.",
        "وشهدت نيجيريا هجمات كثيرة في السنوات الأخيرة.",
        'أهالي "خان شيخون" يحيون ذكرى مرور 100 يوم على الهجوم الكيماوي.',
        "إحياء لذكرى مرور عام على مقتل العشرات جراء هجوم في خان شيخون، أقفلت المحال أبوابها.",
    ],
)
def test_an_attack_remembered_is_not_told_as_made(text: str) -> None:
    assert not [e for e in attacks(text) if e.modality == "actual"]


@pytest.mark.parametrize(
    "text",
    [
        "شهدت المدينة في السنوات الأخيرة هجمات كثيرة، وهاجم مسلحون أمس مركزاً للشرطة في بغداد.",
        "تعرض الحي خلال الأعوام الأخيرة لهجمات كثيرة، كان آخرها أمس حين هاجم مسلحون فندقاً في بغداد.",
    ],
)
def test_attacks_of_years_take_neither_the_day_nor_the_place_of_one_of_now(text: str) -> None:
    [attack] = attacks(text)
    assert (attack.modality, attack.date.edtf) == ("actual", YESTERDAY)
    assert attack.place and attack.place.name == "Baghdad"


def test_each_of_two_attacks_has_its_own_place() -> None:
    text = "شهدت السنوات الماضية تفجيرات عديدة في كابل، وفجر انتحاري نفسه أمس في قندهار."
    told = {e.modality: (e.place and e.place.name, e.date.edtf) for e in attacks(text)}
    assert told == {"historical": ("Kabul", ""), "actual": ("Kandahar", YESTERDAY)}


def test_the_worst_attack_in_years_is_of_now() -> None:
    [attack] = attacks("قتل عشرون شخصاً أمس في بغداد في أعنف هجوم في السنوات الأخيرة.")
    assert attack.modality == "actual"


def test_a_quarter_is_no_crossing_nor_village_of_its_name() -> None:
    found = attacks("سقطت قذائف على حي باب السلام أمس.") + attacks("قصفت الطائرات حي الروضة أمس.")
    assert not [e for e in found if e.place is not None]


def test_where_the_wounded_were_brought_is_not_where_they_fell() -> None:
    told = attacks("نقل جرحى الغارات إلى مستشفى ناصر في خان يونس أمس.")
    assert not [e for e in told if e.place is not None]


def test_a_place_of_its_own_that_is_not_known_is_not_the_scene() -> None:
    text = "استهدفت الطائرات أمس ضحيان بصعدة. وشن الطيران ست غارات على جبل الصمع وقتل راعيان."
    assert [e.place and e.place.name for e in attacks(text)][1:] in ([None], [None, None])


def test_a_hospital_that_the_wounded_reached_is_no_scene() -> None:
    text = "وصلت مستشفى الشفاء بمدينة غزة حالة خطرة، وأصيب فتى بقنبلة غاز شرق خان يونس."
    assert [e.place and e.place.name for e in attacks(text)] == ["Khan Younis"]


def test_the_town_far_from_a_toll_in_its_sentence_is_nearer_than_the_scene() -> None:
    text = (
        "قصفت الطائرات اللطامنة أمس. وقتل أربعة مدنيين على الأقل وجرح أكثر من ستة آخرين إصاباتهم "
        "خطرة جداً بحسب ما أفاد به ناشطون وأطباء من فرق الإنقاذ، إثر قصف التجمعات السكنية "
        "والأسواق والمدارس والأفران في بلدة مرعيان."
    )
    assert {e.place and e.place.name for e in attacks(text) if e.claims} == {"Maraayan"}
