"""Places: small ones need a word for it, namesakes are told apart, ordinary words are none."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.model import Document


def places(text: str) -> list[tuple[str, str]]:
    found = extract(Document("d", text, published=date(2018, 9, 3))).places
    return [(mention.place.name, mention.place.country) for mention in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("اعتُقل المتهم في طرابلس شمال لبنان قرب باب التبانة.", ("Tripoli Lebanon", "LB")),
        ("دارت اشتباكات في طرابلس، وأعلنت حكومة الوفاق الليبية النفير.", ("Tripoli", "LY")),
        ("أحرق مستوطنون منزلاً في قرية دوما جنوب نابلس.", ("Duma Nablus", "PS")),
        ("قصف الطيران الحربي مدينة دوما في الغوطة الشرقية.", ("Douma", "SY")),
        ("قصفت المدفعية بلدات القنيطرة ودرعا في الجنوب السوري.", ("Quneitra", "SY")),
        ("شهدت مدينة القنيطرة شمال الرباط بالمغرب مسيرة.", ("Kenitra", "MA")),
        ("تقدمت القوات في مدينة البيضاء قرب بنغازي شرق ليبيا.", ("Al Bayda", "LY")),
        ("سيطر الحوثيون على مواقع في البيضاء ومأرب وسط اليمن.", ("Al Bayda", "YE")),
    ],
)
def test_namesakes_are_told_apart_by_what_else_is_named(
    text: str, expected: tuple[str, str]
) -> None:
    found = places(text)
    country = [place for place in found if place[1] == expected[1]]
    assert country, found
    others = {"SY", "LB", "LY", "PS", "MA", "YE"} - {expected[1]}
    assert not [place for place in found if place[1] in others], found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("استهدفت غارة قريتي الطوب والبوليل في ريف دير الزور.", {"Al Tob", "Al Boleel"}),
        ("قُصفت بلدات حاس وكفرومة وجوزف جنوب إدلب.", {"Hass", "Josef"}),
        ("سقطت قذيفة على بلدة “مرعيان” في جبل الزاوية.", {"Maraayan"}),
        ("وصل الجرحى إلى مستشفى في زبيد بمحافظة الحديدة.", {"Zabid"}),
        ("قصف الاحتلال منزلاً غرب النصيرات وسط قطاع غزة.", {"An Nusayrat"}),
        ("غارة على مخيم المغازي وسط قطاع غزة.", {"Maghazi"}),
        ("أغارت الطائرات على مديرية حيدان في صعدة.", {"Haydan district"}),
        ("قصف استهدف تاجوراء شرق العاصمة الليبية.", {"Tajoura"}),
    ],
)
def test_towns_and_villages_of_local_reports_are_places(text: str, names: set[str]) -> None:
    assert names <= {name for name, _ in places(text)}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("سنبقى دوماً إلى جانب الشعب السوري في دمشق.", "Douma"),
        ("رسمت الأمم المتحدة في سوريا الخريطة الجديدة للحل.", "Al Khuraytah"),
        ("كان الرجل عطشان في طريقه إلى حماة.", "Atshan"),
        ("رفع المتظاهرون العلم في ساحة بحمص السورية.", "Al Alam"),
        ("وقعت اشتباكات في منطقة العلم بساحل أبين جنوب اليمن.", "Al Alam"),
        ("دُفن القتيل في مسقط رأسه بريف إدلب.", "Muscat"),
        ("وجه التحية إلى حماة الديار في عيدهم.", "Hama"),
        ("أصيبت جدة الطفل بجروح في القصف على إدلب.", "Jeddah"),
        ("ألغيت الجلسة بسبب الظروف القاهرة التي تمر بها البلاد.", "Cairo"),
    ],
)
def test_ordinary_words_and_strangers_are_no_places(text: str, word: str) -> None:
    assert word not in {name for name, _ in places(text)}


def test_where_the_victims_came_from_is_not_where_they_died() -> None:
    text = "قُتل عشرة أشخاص من عائلة واحدة، نازحون من مدينة تدمر، جراء غارات على مدينة الرقة أمس."
    events = extract(Document("d", text, published=date(2018, 9, 3))).events
    assert {event.place.name for event in events if event.place} == {"Raqqa"}


def test_a_deed_without_a_place_is_where_the_sentence_before_tells_and_less_sure() -> None:
    text = "أغار الطيران الحربي اليوم على مدينة معرة النعمان. وقتل في القصف خمسة مدنيين."
    told, again = extract(Document("d", text, published=date(2018, 9, 3))).events
    assert again.place is not None and again.place.name == "Maarrat al-Numan"
    assert again.rule.endswith(".scene")
    assert again.confidence < told.confidence


@pytest.mark.parametrize(
    "text",
    [
        "قدم بان كي مون تقريره إلى المجلس في نيويورك. وقتل في القصف عشرات المدنيين.",
        "نشرت اللجنة تقريرها في جنيف يوم الأربعاء. وأحصت مقتل 83 شخصاً على الأقل.",
        "اجتمع وزيرا الخارجية في أنقرة. وقتل في القصف خمسة مدنيين.",
    ],
)
def test_where_a_report_is_given_nobody_was_killed(text: str) -> None:
    found = extract(Document("d", text, published=date(2018, 9, 3))).events
    assert [event.place for event in found if event.event_type == "ASSAULT"] == [None]
