"""Encounters in the long sentences of reports: whose, where and on which day, clause by clause."""

from __future__ import annotations

import pytest

from tests.extraction.encounters import encounters

PUBLISHED = "2016-10-20"  # a Thursday
Row = tuple[str, set[str], str | None, str | None]

TOLD: list[Row] = [
    # text, who, where, the day that the text gives
    # Where somebody speaks who comes from talks, they were.
    ("وفي القاهرة، طالب وزير الخارجية الأردني ناصر جودة بعد لقائه الأمين العام للجامعة العربية أحمد أبو الغيط بموقف موحد.",
     {"Nasser Judeh", "Ahmed Aboul Gheit"}, "Cairo", None),
    ("وفي القاهرة، رأى ناصر جودة أنه بعد لقائه سيرغي لافروف لم يعد الحل بعيداً.",
     {"Nasser Judeh", "Sergey Lavrov"}, None, None),
    # Of what happened elsewhere they will be told.
    ("وفي بيروت، قال ستيفان دي ميستورا إنه سيلتقي السبت جبران باسيل لإطلاعه على ما دار في العاصمة الكازاخية.",
     {"Staffan de Mistura", "Gebran Bassil"}, None, "2016-10-22"),
    # The day on which he went on is not that of the meeting.
    ("والتقى جون كيري رياض حجاب في مقر إقامته في الرياض قبل أن يغادر صباح اليوم إلى لاوس.",
     {"John Kerry", "Riyad Hijab"}, "Riyadh", None),
]  # fmt: skip


@pytest.mark.parametrize("row", TOLD, ids=[row[0][:40] for row in TOLD])
def test_whose_where_and_when(row: Row) -> None:
    text, who, place, day = row
    found = {
        (e.place.name if e.place else None,
         None if e.date.basis == "published" or e.date.first is None else e.date.first.isoformat())
        for e in encounters(PUBLISHED, text)
        if {p.name for p in e.participants} == who
    }  # fmt: skip
    assert (place, day) in found
