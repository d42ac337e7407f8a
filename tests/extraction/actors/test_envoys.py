"""«مبعوث الأمين العام»: of the land told, nobody for certain where none is told."""

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.model import Document

DAY = date(2024, 1, 14)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("بدأ مبعوث الأمين العام للأمم المتحدة إلى السودان رمطان لعمامرة محادثات مع البرهان",
         {"Ramtane Lamamra", "Abdel Fattah al-Burhan"}),
        ("استقبل البرهان في الخرطوم رمطان لعمامرة المبعوث الشخصي للأمين العام للأمم المتحدة",
         {"Abdel Fattah al-Burhan", "Ramtane Lamamra"}),
        ("استقبل لافروف في موسكو المبعوث الأممي لبحث الوضع في سوريا",
         {"Sergey Lavrov", "Geir Pedersen"}),
    ],
)  # fmt: skip
def test_an_envoy_is_of_the_land_told(text, expected):
    events = extract(Document("d", text, published=DAY)).events
    met = [e for e in events if e.event_type == "CONSULT"]
    assert [{p.name for p in e.participants} for e in met] == [expected]


def test_where_no_land_is_told_nobody_is_named():
    events = extract(Document("d", "قال المبعوث الأممي إن الحل قريب", published=DAY)).events
    assert all(p.name != "Geir Pedersen" for e in events for p in e.participants)


def test_who_fights_around_a_meeting_does_not_meet():
    text = "ويأتي اللقاء وسط تصعيد يشهده البلد بين الجيش السوري وقوات سوريا الديمقراطية"
    events = extract(Document("d", text, published=DAY)).events
    assert not [e for e in events if e.event_type == "CONSULT"]
