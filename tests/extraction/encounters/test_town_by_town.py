"""Whom a tour brought together, whose delegation came, and bodies known by a word of two meanings."""

from __future__ import annotations

import pytest

from tests.extraction.encounters.reading import told

PUBLISHED = "2020-10-14"  # a Wednesday
Row = tuple[str, str, set[str], str | None, str]

ROWS: list[Row] = [
    ("التقى جون كيري في جدة أمس عادل الجبير وفي القاهرة سامح شكري.",
     "meeting", {"John Kerry", "Adel al-Jubeir"}, "Jeddah", "2020-10-13"),
    ("التقى جون كيري في جدة أمس عادل الجبير وفي القاهرة سامح شكري.",
     "meeting", {"John Kerry", "Sameh Shoukry"}, "Cairo", ""),
    ("وصل إلى القاهرة وفد من حماس برئاسة إسماعيل هنية. ومن المقرر أن يلتقي الوفد غداً عباس كامل.",
     "meeting", {"Ismail Haniyeh", "Abbas Kamel"}, "Cairo", "2020-10-15"),
    ("عقد وفدا حماس وفتح في القاهرة أمس اجتماعاً.", "meeting", {"Hamas", "Fatah"}, "Cairo", "2020-10-13"),
    ("استقبل عباس كامل أمس في القاهرة وفد فتح برئاسة عزام الأحمد.",
     "meeting", {"Abbas Kamel", "Azzam al-Ahmad"}, "Cairo", "2020-10-13"),
    ("وقع 12 فصيلاً فلسطينياً في الجزائر أمس إعلاناً بحضور عبد المجيد تبون.",
     "multilateral", {"Palestinian factions", "Abdelmadjid Tebboune"}, "Algeria", "2020-10-13"),
    ("انعقدت في عمان أمس القمة العربية الطارئة بمشاركة قادة بينهم برهم صالح وقيس سعيد.",
     "multilateral", {"Arab League", "Barham Salih", "Kais Saied"}, "Amman", "2020-10-13"),
    ("أوفد باراك أوباما جون كيري إلى بغداد حيث أجرى أمس محادثات مع فؤاد معصوم.",
     "meeting", {"John Kerry", "Fuad Masum"}, "Baghdad", "2020-10-13"),
    ("التقى صباح الأحمد أمس في الكويت الملك سلمان ومحمد بن راشد.",
     "multilateral", {"Sabah al-Ahmad al-Sabah", "King Salman", "Mohammed bin Rashid Al Maktoum"},
     "Kuwait", "2020-10-13"),
    ("عقد مجلس القيادة الرئاسي أمس اجتماعاً في عدن برئاسة رشاد العليمي.",
     "multilateral", {"Presidential Leadership Council", "Rashad al-Alimi"}, "Aden", "2020-10-13"),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=[row[0][-40:] for row in ROWS])
def test_who_met_where(row: Row) -> None:
    text, *rest = row
    assert rest in [[mode, *more] for mode, _, *more in told(PUBLISHED, text)]


@pytest.mark.parametrize(
    "text",
    [
        "أعلنت حماس وفتح المعبر أمس يستمر. والتقى إسماعيل هنية أمس في القاهرة عباس كامل.",
        "مع فتح معبر رفح أمس اجتمع عباس كامل مع إسماعيل هنية في القاهرة.",
    ],
)
def test_what_is_opened_is_no_movement(text: str) -> None:
    assert not any("Fatah" in who for _, _, who, _, _ in told(PUBLISHED, text))


def test_who_sponsors_talks_is_no_side_of_them() -> None:
    text = "استأنف ممثلو المعارضة أمس في جدة محادثاتهم برعاية سعودية أميركية."
    assert not any("Saudi Arabia" in who for _, _, who, _, _ in told(PUBLISHED, text))
