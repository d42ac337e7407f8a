"""Tolls of several towns in one sentence: each is told where its people fell."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.model import Document

Rows = set[tuple[str | None, str, int | None]]


def told(text: str) -> Rows:
    found = extract(Document("d", text, published=date(2024, 6, 12)))
    return {
        (event.place and event.place.name, found.claims[k].kind, found.claims[k].low)
        for event in found.events
        for k in event.claims
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("استشهد 3 في بنش، و2 في سرمين، و4 في تفتناز.",
         {("Binnish", "killed", 3), ("Sarmin", "killed", 2), ("Taftanaz", "killed", 4)}),
        ("قتل ثلاثة أشخاص في بنش واثنان في سرمين وأربعة في تفتناز.",
         {("Binnish", "killed", 3), ("Sarmin", "killed", 2), ("Taftanaz", "killed", 4)}),
        ("قتل خمسة أشخاص في حي الميسر، وثلاثة في حي الصاخور.",
         {("Al-Maysar", "killed", 5), ("Al-Sakhour", "killed", 3)}),
        # One attack told with the tolls of each town in brackets.
        ("غارات على بنش (3 شهداء) وسرمين (شهيدان) وتفتناز (4 جرحى).",
         {("Binnish", "killed", 3), ("Sarmin", "killed", 2), ("Taftanaz", "wounded", 4)}),
        ("حلب: 12 شهيداً، إدلب: 7 شهداء، حماة: شهيدان.",
         {("Aleppo", "killed", 12), ("Idlib", "killed", 7), ("Hama", "killed", 2)}),
        # Of one town those told right beside it.
        ("سقط 3 قتلى و5 جرحى في دوما وقتيلان في حرستا.",
         {("Douma", "killed", 3), ("Douma", "wounded", 5), ("Harasta", "killed", 2)}),
        ("بنش 3 شهداء، سرمين شهيدان و7 جرحى، تفتناز 4 جرحى.",
         {("Binnish", "killed", 3), ("Sarmin", "killed", 2), ("Sarmin", "wounded", 7),
          ("Taftanaz", "wounded", 4)}),
        ("قتل ثلاثة فلسطينيين في جنين واعتقل 20 في الخليل.",
         {("Jenin", "killed", 3), ("Hebron", "detained", 20)}),
        # A part stays with its whole.
        ("قتل 10 أشخاص في غزة بينهم 3 في رفح.",
         {("Gaza Strip", "killed", 10), ("Gaza Strip", "killed", 3)}),
        # One attack in one town.
        ("قتل خمسة أشخاص وأصيب عشرة في قصف على حلب.",
         {("Aleppo", "killed", 5), ("Aleppo", "wounded", 10)}),
        # A town that is not known is not the next one.
        ("سجلت محافظة بغداد سقوط 335 قتيلاً تلتها محافظة ديالى ب170 قتيلاً ثم نينوى ب101 قتيل.",
         {(None, "killed", 335), ("Diyala", "killed", 170), ("Nineveh", "killed", 101)}),
    ],
)  # fmt: skip
def test_each_toll_is_told_in_its_town(text: str, expected: Rows) -> None:
    assert told(text) == expected
