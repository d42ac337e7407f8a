"""Attacks in the words of agencies and local pages, and the words of attack that tell of none now."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.model import Document, Event

PUBLISHED = date(2018, 3, 16)


def attacks(text: str) -> list[Event]:
    found = extract(Document("d", text, published=PUBLISHED))
    return [event for event in found.events if event.event_type == "ASSAULT"]


@pytest.mark.parametrize(
    "text",
    [
        "أطلق ثلاثة مسلحين النار على المصلين في مطار إسطنبول مساء الثلاثاء.",
        "فتحت قوات الأمن النار على المتظاهرين في الخرطوم أمس.",
        "أطلقت الميليشيات عشرات الصواريخ على مدينة مأرب فجر الخميس.",
        "ألقت مروحيات برميلين متفجرين على بلدة حاس في ريف إدلب.",
        "شهدت مدينة البصرة إطلاق نار كثيفاً مساء أمس.",
        "سقوط قذائف هاون على حي باب توما في دمشق اليوم.",
        "اعتداء بسيارة مفخخة على مقر للشرطة في بغداد الأحد.",
        "أدانت الجامعة استهداف المصلين في مسجد الروضة بمدينة بئر العبد الجمعة.",
        "فجروا أحزمتهم الناسفة في مدينة كركوك أمس.",
        "هاجم مسلحون كنيستين وحاجزاً للشرطة مساء الأحد.",
        "طائرات مسيرة مفخخة استهدفت مطار أربيل ليل الأربعاء.",
    ],
)
def test_it_happened(text: str) -> None:
    found = attacks(text)
    assert found
    assert found[0].modality == "actual"


@pytest.mark.parametrize(
    "text",
    [
        "اتفق الطرفان على وقف إطلاق النار في إدلب.",
        "أطلق الوزير مبادرة للحوار في عدن أمس.",
        "أجازت الحكومة للجيش الرد عند تعرضه لأي اعتداء في جرود عرسال.",
        "توعد التنظيم في تسجيل مصور نشره أمس بقصف مدينة الرقة.",
        "شهدت العقود الثلاثة الماضية تفجيرات واغتيالات في بيروت.",
        "المدينة التي سبق لها أن شهدت هجمات في تدمر تستعد للعيد.",
        "أتلفت الفرق لغماً أرضياً ضخماً في سنجار أمس.",
        "تستهدف الحملة 5050 عائلة سورية في صيدا وطرابلس.",
        "قال المتحدث إن القوات لم تقتل أي مدني هناك.",
    ],
)
def test_none_is_told_as_made(text: str) -> None:
    assert [event.modality for event in attacks(text) if event.modality == "actual"] == []


def test_what_an_anniversary_remembers_is_past() -> None:
    text = (
        "يحيي أهالي بيروت اليوم الذكرى السادسة عشرة للجريمة. "
        "وكان الرئيس قضى مع 21 آخرين بتفجير شاحنة مفخخة في بيروت."
    )
    assert {event.modality for event in attacks(text)} <= {"historical"}


@pytest.mark.parametrize(
    "text",
    [
        "دعا بوتين إلى وقف إطلاق النار في حلب.",
        "يسري منذ ظهر الأحد وقف لإطلاق النار اتفقت عليه روسيا والأردن في حلب.",
        "اتفقت روسيا وتركيا على آلية لمراقبة وقف إطلاق النار في سورية.",
    ],
)
def test_a_ceasefire_is_no_attack(text: str) -> None:
    found = extract(Document("d", text, published=date(2017, 7, 17)))
    assert [event for event in found.events if event.event_type == "ASSAULT"] == []


def test_a_light_verb_leaves_its_noun_to_tell_manner_and_place() -> None:
    text = (
        "شنت الولايات المتحدة وفرنسا فجر أمس السبت 14 أبريل ضربات صاروخية على ثلاثة مواقع في سوريا "
        "قالت إنها على صلة بالسلاح الكيماوي. وجاءت الضربات رداً على هجوم على دوما قبل أسبوع."
    )
    found = extract(Document("d", text, published=date(2018, 4, 15)))
    event = next(event for event in found.events if event.event_type == "ASSAULT")
    assert event.mode == "airstrike"
    assert event.place is not None
    assert event.place.name == "Syria"
    assert {p.name for p in event.participants} >= {"United States", "France"}


@pytest.mark.parametrize(
    "text",
    [
        "تتواصل المعارك في حلب منذ السبت، وقال كيري إنه سيلتقي لافروف.",
        "وقعت اشتباكات لليوم الثالث في درعا، بينما التقى وليد المعلم نظيره الإيراني في طهران.",
        "استهدفت صواريخ مستودعات قرب حمص أمس، وأوردت سانا أنه تم التصدي لها.",
    ],
)
def test_who_is_told_of_beside_an_attack_is_not_in_it(text: str) -> None:
    found = extract(Document("d", text, published=date(2018, 5, 10)))
    (event,) = [event for event in found.events if event.event_type == "ASSAULT"]
    assert event.participants == ()


def test_who_claims_an_attack_is_in_it() -> None:
    text = "قتل 57 شخصاً في كابول أمس في هجوم انتحاري أعلن تنظيم داعش مسؤوليته عنه."
    found = extract(Document("d", text, published=date(2018, 4, 23)))
    (event,) = [event for event in found.events if event.event_type == "ASSAULT"]
    assert {p.name for p in event.participants} == {"ISIS"}
