"""Whose office it is: a name before it, an envoy of who holds it, words that only look like it."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction.reading import Reading
from dashboard.model import Document

PUBLISHED = date(2015, 8, 4)


def people(text: str, published: date = PUBLISHED) -> list[str]:
    reading = Reading(Document("t", text, published=published))
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
        ("وقال مدير المركز، أحمد الشيخو لـBBC إن الهدنة صامدة.", ["أحمد الشيخو", "BBC"]),
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
        ("استقبل سفير خادم الحرمين الشريفين لدى اليمن محمد آل جابر.", ["Mohammed Al Jaber"]),
        ("زار الوفد سفارة خادم الحرمين الشريفين في روما.", []),
    ],
)
def test_an_envoy_is_not_him_who_sent_him(text: str, names: list[str]) -> None:
    assert people(text) == names


def test_compelling_circumstances_are_not_the_government_of_egypt() -> None:
    assert people("تأجلت الزيارة بسبب الظروف القاهرة.") == []


@pytest.mark.parametrize(
    ("text", "published", "names"),
    [
        ("استقبل الرئيس الشرع وفداً في دمشق.", "2001-05-02", ["Farouk al-Sharaa"]),
        ("استقبل الرئيس الشرع وفداً في دمشق.", "2025-05-02", ["Ahmed al-Sharaa"]),
        ("استقبل الرئيس السوري وفداً في دمشق.", "2025-05-02", ["Ahmed al-Sharaa"]),
        ("تحدث أحمد الشرع، ثم قال الشرع إن الهدنة صامدة.", "2025-05-02", ["Ahmed al-Sharaa"] * 2),
        ("ظهر أبو محمد الجولاني في تسجيل.", "2016-07-28", ["Abu Mohammad al-Julani"]),
        ("قال نائب الرئيس فاروق الشرع إن الهدنة صامدة.", "2012-12-17", ["Farouk al-Sharaa"]),
        ("قال نائب الرئيس فاروق الشرع إن الهدنة صامدة.", "2025-02-25", ["Farouk al-Sharaa"]),
    ],
)
def test_a_name_means_who_bears_it_then(text: str, published: str, names: list[str]) -> None:
    assert people(text, date.fromisoformat(published)) == names


@pytest.mark.parametrize(
    ("published", "names"),
    [
        ("2016-09-09", ["John Kerry", "Bashar al-Assad"]),
        ("2025-08-31", ["Marco Rubio", "Ahmed al-Sharaa"]),
        ("2026-11-30", ["United States", "Syria"]),
    ],
)
def test_after_what_is_known_an_office_is_no_person(published: str, names: list[str]) -> None:
    told = "قال وزير الخارجية الأميركي إن الرئيس السوري وافق."
    assert people(told, date.fromisoformat(published)) == names
