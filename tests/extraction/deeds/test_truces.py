"""Truces: told as begun, reached or made longer, and those that are only wished for or failed."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.model import Document, Event

PUBLISHED = date(2024, 6, 12)  # a Wednesday


def agreed(text: str) -> list[Event]:
    found = extract(Document("t", text, published=PUBLISHED))
    return [event for event in found.events if event.event_type == "AGREE"]


@pytest.mark.parametrize(
    ("text", "place", "edtf"),
    [
        ("بدأ سريان هدنة لثلاثة أيام في حلب فجر اليوم.", "Aleppo", "2024-06-12"),
        ("دخل وقف إطلاق النار في لبنان حيز التنفيذ فجر أمس.", "Lebanon", "2024-06-11"),
        ("اتفاق على وقف إطلاق النار في درعا برعاية روسية أمس.", "Daraa", "2024-06-11"),
        ("تم التوصل إلى هدنة في القلمون.", "Qalamoun", "2024-06-12~"),
        ("مددت الهدنة في غزة ليومين.", "Gaza Strip", "2024-06-12~"),
        ("استنكر الوزير خرق الهدنة في اليمن منذ دخول الهدنة حيز التنفيذ يوم الأحد الماضي.", "Yemen", "2024-06-09"),
    ],
)  # fmt: skip
def test_a_truce_has_its_place_and_day(text: str, place: str, edtf: str) -> None:
    (event,) = agreed(text)
    assert (event.modality, event.place and event.place.name, event.date.edtf) == (
        "actual", place, edtf,
    )  # fmt: skip


def test_those_keep_it_who_declare_it() -> None:
    (event,) = agreed("أعلنت روسيا والولايات المتحدة التوصل إلى هدنة في حلب لمدة 48 ساعة.")
    assert [p.name for p in event.participants] == ["Russia", "United States"]


@pytest.mark.parametrize(
    "text",
    [
        "فشلت روسيا وتركيا في التوصل إلى هدنة في إدلب أمس.",
        "دعا المبعوث إلى تمديد الهدنة في اليمن.",
        "تعالت الدعوات للتوصل إلى هدنة في الغوطة الشرقية.",
        "طالبت الأمم المتحدة بهدنة في حلب.",
        "لم تدخل الهدنة حيز التنفيذ.",
        "قصفت طائرات حلب بعد دخول الهدنة حيز التنفيذ.",
    ],
)
def test_no_truce_is_told_as_made(text: str) -> None:
    assert [event for event in agreed(text) if event.modality == "actual"] == []


def test_what_is_long_past_without_a_day_has_none() -> None:
    found = extract(Document("t", "ودشن قصف هيروشيما العصر النووي.", published=PUBLISHED))
    assert all(e.date.first is None for e in found.events if e.modality == "historical")
