"""Encounters on the margins of a gathering were where it was, and it where they were."""

from __future__ import annotations

import pytest

from tests.extraction.encounters.reading import told

PUBLISHED = "2020-10-14"  # a Wednesday
Row = tuple[str, set[str], str | None]

ROWS: list[Row] = [
    ("افتتحت أمس في الرياض القمة العربية. وعلى هامش القمة التقى برهم صالح محمود عباس.",
     {"Barham Salih", "Mahmoud Abbas"}, "Riyadh"),
    ("شارك أيمن الصفدي مؤخراً في القمة العربية التي عقدت لبحث الأزمة. والتقى الصفدي على هامش القمة محمود عباس في الظهران.",
     {"Arab League", "Ayman Safadi"}, "Dhahran"),
    ("وقعت الحكومة السودانية وحركة العدل والمساواة في جوبا أمس اتفاقاً. والتقى مصطفى مدبولي على هامش المراسم سلفا كير.",
     {"Mostafa Madbouly", "Salva Kiir"}, "Juba"),
    ("اجتمعت جامعة الدول العربية أمس في القاهرة. وعلى هامش الاجتماع التقى أيمن الصفدي سامح شكري.",
     {"Ayman Safadi", "Sameh Shoukry"}, "Cairo"),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=[row[0][-40:] for row in ROWS])
def test_where_it_was(row: Row) -> None:
    text, who, place = row
    assert (who, place) in [(people, where) for _, _, people, where, _ in told(PUBLISHED, text)]


def test_those_at_a_council_are_told_after_it() -> None:
    text = (
        "حضر وزراء الخارجية اجتماع الدورة الأربعين لمجلس التعاون الخليجي الذي عقد أمس في الرياض. "
        "ورأس الاجتماع صباح الخالد الصباح، وحضره نايف الحجرف."
    )
    who = {"Gulf Cooperation Council", "Sabah al-Khalid al-Sabah", "Nayef al-Hajraf"}
    assert [(people, where) for _, _, people, where, _ in told(PUBLISHED, text)] == [
        (who, "Riyadh")
    ]
