"""Talks that a text names by their place, and by nothing else."""

from __future__ import annotations

from datetime import date

from dashboard.extraction import extract
from dashboard.model import Document, Event


def met(text: str, published: date) -> list[Event]:
    found = extract(Document("d", text, published=published)).events
    return [event for event in found if event.event_type == "CONSULT"]


def test_a_summit_named_by_its_place_has_those_who_are_known_to_have_met_there() -> None:
    text = "رحب عبد اللطيف الزياني، أمين عام مجلس التعاون الخليجي، بما تقرر في قمة كامب ديفيد."
    (event,) = met(text, date(2015, 8, 2))
    assert {p.name for p in event.participants} == {"Gulf Cooperation Council", "United States"}
    assert (event.modality, event.date.first, event.place.name if event.place else "") == (
        "historical", None, "Camp David",
    )  # fmt: skip


def test_its_day_is_taken_from_beside_its_place_wherever_that_is_named() -> None:
    text = (
        "قالت واشنطن إنها ملتزمة بما أعلن في كامب ديفيد في 14 مايو 2015.\n"
        "وأكد مجلس التعاون الخليجي أن قمة كامب ديفيد كانت بداية."
    )
    (event,) = met(text, date(2015, 8, 2))
    assert event.date.edtf == "2015-05-14"


def test_it_is_not_told_twice() -> None:
    text = (
        "التقى دونالد ترامب نظيره الروسي فلاديمير بوتين في هلسنكي الاثنين. "
        "وقال ترامب إن قمة هلسنكي كانت ناجحة."
    )
    (event,) = met(text, date(2018, 7, 17))
    assert event.date.edtf == "2018-07-16"


def test_a_summit_there_at_another_time_or_of_nobody_near_is_none_of_those() -> None:
    text = "فشلت قمة كامب ديفيد التي رعتها الولايات المتحدة."
    assert met(text, date(2000, 7, 30)) == []
    assert met("تناولت الصحف قمة كامب ديفيد.", date(2015, 8, 2)) == []
    assert met("قمة كامب ديفيد: ماذا تريد الولايات المتحدة؟", date(2015, 8, 2)) == []
