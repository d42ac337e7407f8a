"""Evacuations, protests, aid and sanctions as bulletins tell them."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.model import Document

PUBLISHED = date(2024, 6, 12)  # a Wednesday


def told(text: str) -> list[tuple[str, str, str | None, str]]:
    found = extract(Document("t", text, published=PUBLISHED))
    return [(e.event_type, e.modality, e.place and e.place.name, e.date.edtf) for e in found.events]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("خرجت قافلة تقل مئات المقاتلين من الفوعة إلى حلب أمس.", ("RETREAT", "actual", "Al-Foua", "2024-06-11")),
        ("تم إجلاء مقاتلين وعائلاتهم من مضايا أمس.", ("RETREAT", "actual", "Madaya", "2024-06-11")),
        ("نفذ ناشطون وقفة احتجاجية في بيروت أمس.", ("PROTEST", "actual", "Beirut", "2024-06-11")),
        ("بدأ أهالي اللاذقية اعتصاماً في اللاذقية أمس.", ("PROTEST", "actual", "Latakia", "2024-06-11")),
        ("وصلت شاحنات مساعدات إلى دوما أمس.", ("AID", "actual", "Douma", "2024-06-11")),
        ("جمدت الولايات المتحدة أصول شركة إيرانية أمس.", ("SANCTION", "actual", None, "2024-06-11")),
    ],
)  # fmt: skip
def test_a_deed(text: str, event: tuple[str, str, str | None, str]) -> None:
    assert event in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "أخلت المحكمة سبيل خمسة متهمين في بيروت أمس.",
        "يتظاهر المسلحون بقبول المحادثات في كابول.",
    ],
)
def test_none_is_told(text: str) -> None:
    assert [row for row in told(text) if row[0] in ("RETREAT", "PROTEST")] == []
