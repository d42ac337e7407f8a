"""Encounters in the ordinary words of dispatches: handshakes, sessions, what a visit will bring."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.model import Document
from tests.extraction.encounters.reading import encounters

TOLD = [
    # published, text, who, where, first, last, modality
    ("2018-03-18", "سيلتقي الوزير بوريس جونسون ينس ستولتنبرغ، لإجراء محادثات في بروكسل، يوم الاثنين.",
     {"Boris Johnson", "Jens Stoltenberg"}, "Brussels", "2018-03-19", "future"),
    ("2014-01-03", "يصل جون كيري إلى رام الله اليوم قادماً من القدس حيث التقى أمس بنيامين نتانياهو.",
     {"John Kerry", "Benjamin Netanyahu"}, "Jerusalem", "2014-01-02", "actual"),
    ("2014-01-03", "يعقد الوزير جون كيري جلسة عمل مع الرئيس محمود عباس في رام الله غداً.",
     {"John Kerry", "Mahmoud Abbas"}, "Ramallah", "2014-01-04", "future"),
    ("2015-08-01", "يتوجه سيرغي لافروف إلى الدوحة الأحد في زيارة، يلتقي خلالها الشيخ تميم بن حمد.",
     {"Sergey Lavrov", "Tamim bin Hamad Al Thani"}, "Doha", "2015-08-02", "future"),
    ("2025-05-14", "صافح الرئيس ترامب اليوم أحمد الشرع في الرياض.",
     {"Donald Trump", "Ahmed al-Sharaa"}, "Riyadh", "2025-05-14", "actual"),
    ("2020-02-04", "اجتمع عبد الفتاح البرهان برئيس الوزراء الإسرائيلي في عنتيبي بأوغندا يوم أمس.",
     {"Abdel Fattah al-Burhan", "Benjamin Netanyahu"}, "Entebbe", "2020-02-03", "actual"),
    ("2018-03-18", "قال الوزير إن خبراء من منظمة حظر الأسلحة الكيماوية سيزورون بريطانيا، الاثنين.",
     {"OPCW"}, "United Kingdom", "2018-03-19", "future"),
    ("2018-07-04", "مجلس الأمن الدولي سوف يعقد جلسة طارئة، الخميس، لبحث الوضع في درعا.",
     {"UN Security Council"}, None, "2018-07-05", "future"),
]  # fmt: skip


@pytest.mark.parametrize(("published", "text", "who", "where", "first", "modality"), TOLD)
def test_encounter(
    published: str, text: str, who: set[str], where: str | None, first: str, modality: str
) -> None:
    found = [
        event for event in encounters(published, text)
        if {person.name for person in event.participants} == who
    ]  # fmt: skip
    assert len(found) == 1
    (event,) = found
    assert (event.place.name if event.place else None) == where
    assert event.date.first == date.fromisoformat(first)
    assert event.modality == modality


def test_titled_people_on_no_list_keep_their_arabic_names() -> None:
    (event,) = encounters(
        "2016-04-04", "استقبل عقيلة صالح في القبة أمس وفداً من الأعيان برئاسة الشيخ محمد الوكواك."
    )
    assert {person.name for person in event.participants} == {"Aguila Saleh", "محمد الوكواك"}
    assert any(person.actor_id.startswith("unlinked:") for person in event.participants)


def test_a_quarter_is_nobody() -> None:
    found = extract(Document("d", "قصف حي الشيخ سعيد في حلب.", published=date(2016, 4, 4)))
    assert all(p.name != "Kais Saied" for event in found.events for p in event.participants)


def test_the_day_of_a_visit_told_after_it() -> None:
    (event,) = encounters(
        "2023-04-10",
        "زار وفد سعودي برئاسة السفير محمد آل جابر العاصمة صنعاء. وقالت الوكالة إن الزيارة بدأت السبت.",
    )
    assert event.date.first == date(2023, 4, 8)


def test_the_summit_of_a_body_does_not_date_a_meeting_with_its_secretary() -> None:
    found = encounters(
        "2018-03-18",
        "سيلتقي جونسون نظراءه في الاتحاد الأوروبي والأمين العام لحلف شمال الأطلسي ينس ستولتنبرغ "
        "في بروكسل. وقال ستولتنبرغ إنه يتوقع الرد في قمة الناتو في يوليو المقبل.",
    )
    meeting = next(e for e in found if e.place is not None and e.place.name == "Brussels")
    assert meeting.date.first is None


@pytest.mark.parametrize(
    "text",
    [
        "قال صالحي إن بلاده لم تدع إلى لقاء بين الحكومة السورية والمعارضة في طهران هذا الأسبوع.",
        "رأى الكاتب أن لقاء وزيري خارجية السعودية وإيران، إن حصل، لن يبدل المعادلات.",
    ],
)
def test_none_was_held(text: str) -> None:
    assert encounters("2014-06-10", text) == []
