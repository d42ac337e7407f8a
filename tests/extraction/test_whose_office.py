"""Whose office it is: a name before it, an envoy of who holds it, words that only look like it."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction.reading import Reading
from dashboard.model import Document

PUBLISHED = date(2015, 8, 4)


def people(text: str) -> list[str]:
    reading = Reading(Document("t", text, published=PUBLISHED))
    return [found.actor.name for found in reading.actors]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قالت ماري هارف المتحدثة باسم الخارجية الأميركية إن الهدنة صامدة.", ["Marie Harf"]),
        ("وقال أحمد فوزي، المتحدث باسم الأمم المتحدة في جنيف، إن الهدنة صامدة.", ["أحمد فوزي"]),
        ("نقلت الصحيفة عن محمود خالد رئيس الأركان المصري قوله إن القوات جاهزة.", ["محمود خالد"]),
        ("سبق أن صرح حازم الشعلان وزير الدفاع العراقي بغير ذلك.", ["حازم الشعلان"]),
        ("وقال جون ايرنست المتحدث باسم البيت الأبيض إن الرئيس لم يقرر.", ["Josh Earnest"]),
        ("دعا حسن روحاني وزير الخارجية التركي.", ["Hassan Rouhani", "Mevlut Cavusoglu"]),
        ("كلف بوتين وزير الدفاع الروسي بذلك.", ["Vladimir Putin", "Sergei Shoigu"]),
        ("ألقى اللوم على عاتق رئيس الوزراء العراقي.", ["Haider al-Abadi"]),
    ],
)
def test_an_office_after_a_name_is_of_that_name(text: str, names: list[str]) -> None:
    assert people(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("استقبل موفد الرئيس الروسي في دمشق.", []),
        ("حضر الحفل ممثل الأمين العام للأمم المتحدة.", []),
        ("سلم رسالة لمبعوث رئيس الوزراء العراقي.", []),
        ("التقى ميخائيل بوغدانوف مبعوث الرئيس الروسي.", ["Mikhail Bogdanov"]),
        ("وصل والد الرئيس الأميركي.", []),
    ],
)
def test_an_envoy_is_not_him_who_sent_him(text: str, names: list[str]) -> None:
    assert people(text) == names


def test_compelling_circumstances_are_not_the_government_of_egypt() -> None:
    assert people("تأجلت الزيارة بسبب الظروف القاهرة.") == []
