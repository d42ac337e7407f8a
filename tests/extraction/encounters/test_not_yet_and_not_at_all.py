"""Encounters denied, hoped for or agreed on, and days and places that are not theirs."""

from __future__ import annotations

import pytest

from tests.extraction.encounters.reading import told

KERRY, LAVROV = "John Kerry", "Sergey Lavrov"


@pytest.mark.parametrize(
    "text",
    [
        "ونفت مصادر في حزب الله أن يكون الأمين العام السيد حسن نصرالله التقى سعد الحريري الأحد.",
        "نفت الخارجية الروسية ما تردد عن لقاء جمع لافروف وكيري في جنيف الاثنين.",
        "ونفى مصدر في الخارجية الروسية عقد لقاء بين لافروف وكيري في جنيف الاثنين.",
        "نفى هادي علمه بلقاء عقد في مسقط بين كيري والحوثيين الاثنين.",
        "كان مقرراً أن يلتقي كيري لافروف في جنيف الاثنين لكن اللقاء لم يعقد.",
        "سيزور الموفد رام الله في إطار محاولاته لمواصلة المفاوضات بين الفلسطينيين والإسرائيليين.",
        "أعلن محمود عباس بعد المحادثات استعداده للقاء بنيامين نتنياهو برعاية أميركية.",
        "ومن المقرر أن تعرض ميركل وهولاند نتائج محادثات بروكسل على شركائهما.",
    ],
)
def test_what_is_denied_or_hoped_for_is_no_encounter(text: str) -> None:
    assert [row for row in told("2016-03-15", text) if row[0] != "visit"] == []


@pytest.mark.parametrize(
    "text",
    [
        "ونفت الخارجية الروسية الخبر، وقالت إن لافروف التقى كيري في جنيف أمس.",
        "نفى لافروف علمه بالهجوم بعد لقائه كيري في جنيف أمس.",
        "عرض كيري على شركائه نتائج محادثاته مع لافروف في جنيف أمس.",
    ],
)
def test_what_is_told_beside_a_denial_was_held(text: str) -> None:
    ((_, modality, who, place, day),) = told("2016-03-15", text)
    assert ({KERRY, LAVROV}, "Geneva", "2016-03-14") == (who, place, day)
    assert modality == "actual"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "اتفق بوتين وأردوغان أمس في سوتشي على عقد قمة مع روحاني.",
            {"Vladimir Putin", "Recep Tayyip Erdogan", "Hassan Rouhani"},
        ),
        (
            "اتفق بوتين وأردوغان خلال قمة عقداها في منتجع سوتشي الروسي أمس على عقد مؤتمر للحوار "
            "الوطني يجمع الحكومة السورية والمعارضة.",
            {"Syria", "Syrian opposition"},
        ),
    ],
)
def test_what_was_agreed_on_has_not_the_place_and_day_of_the_agreement(
    text: str, who: set[str]
) -> None:
    rows = [(place, day) for _, mode, them, place, day in told("2017-11-23", text) if
            them == who and mode == "future"]  # fmt: skip
    assert rows == [(None, "")]


@pytest.mark.parametrize(
    "text",
    [
        "ويتوقع أن يجري سعد الحريري خلال أيام محادثات مع فلاديمير بوتين.",
        "وسيفتتح بان كي مون المشاورات، على أن يجري سعد الحريري لقاءات مع فلاديمير بوتين.",
        "ومن المقرر أن يعقد سعد الحريري في موسكو اجتماعاً مع فلاديمير بوتين.",
    ],
)
def test_what_is_expected_to_be_held_is_ahead(text: str) -> None:
    rows = [row for row in told("2017-09-10", text) if "Saad Hariri" in row[2]]
    assert [(modality, day) for _, modality, _, _, day in rows] == [("future", "")]


@pytest.mark.parametrize(
    ("published", "text", "row"),
    [
        (
            "2016-01-10",
            "التقى وليد المعلم دي ميستورا في دمشق أمس، استعداداً للمشاركة في محادثات جنيف في 25 "
            "كانون الثاني.",
            ({"Walid Muallem", "Staffan de Mistura"}, "Damascus", "2016-01-09"),
        ),
        (
            "2015-06-15",
            "أجرى لافروف مساء السبت اتصالاً بنظيره كيري، شدد فيه على الهدنة خلال شهر رمضان الذي "
            "يبدأ هذا الأسبوع.",
            ({LAVROV, KERRY}, None, "2015-06-13"),
        ),
        (
            "2017-11-19",
            "قال سعد الحريري إنه سيشارك في احتفالات عيد الاستقلال الأربعاء، وإنه سيعلن موقفه بعد "
            "لقائه ميشال عون.",
            ({"Saad Hariri", "Michel Aoun"}, None, ""),
        ),
        (
            "2018-12-09",
            "بحث لافروف مع كيري ملف مدينة الحديدة غربي اليمن.",
            ({LAVROV, KERRY}, None, "2018-12-09~"),
        ),
        (
            "2019-05-08",
            "وصل مايك بومبيو أمس إلى بغداد. وسيلتقي رئيس الوزراء عادل عبد المهدي.",
            ({"Mike Pompeo", "Adil Abdul-Mahdi"}, "Baghdad", ""),
        ),
    ],
)
def test_days_and_places_of_something_else(
    published: str, text: str, row: tuple[set[str], str | None, str]
) -> None:
    rows = [(who, place, day) for mode, _, who, place, day in told(published, text)
            if mode != "visit"]  # fmt: skip
    assert rows == [row]
