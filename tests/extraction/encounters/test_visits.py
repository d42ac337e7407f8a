"""Visits and what is told around them: who came, who met on the visit, where and on which day."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.model import Document, Event

PUBLISHED = date(2018, 3, 5)  # a Monday


def told(text: str) -> list[tuple[str, set[str], str | None, str]]:
    found = extract(Document("d", text, published=PUBLISHED)).events
    return [
        (e.mode, {p.name for p in e.participants}, e.place.name if e.place else None, e.modality)
        for e in found
        if e.event_type == "CONSULT"
    ]


def one(text: str, mode: str) -> Event:
    found = extract(Document("d", text, published=PUBLISHED)).events
    (event,) = [e for e in found if e.event_type == "CONSULT" and e.mode == mode]
    return event


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "وصل وزير الخارجية الروسي سيرغي لافروف أمس الأحد إلى مدينة أربيل في إقليم كردستان، "
            "فيما عقد اجتماعاً مع رئيس الإقليم مسعود البارزاني.",
            ("meeting", {"Sergey Lavrov", "Masoud Barzani"}, "Erbil", "actual"),
        ),
        (
            "استقبل سعد الحريري اليوم وفداً من الكونغرس الأميركي.",
            ("meeting", {"Saad Hariri", "US Congress"}, None, "actual"),
        ),
        (
            "استقبل وزير الخارجية اليمني سفير المملكة المتحدة لدى اليمن.",
            ("meeting", {"Abdulmalik al-Mekhlafi", "United Kingdom"}, None, "actual"),
        ),
        (
            "أجرى ألكسندر لافرنتييف محادثات حول الوضع في سوريا مع علي شمخاني ومسؤولين آخرين.",
            ("meeting", {"Alexander Lavrentiev", "Ali Shamkhani"}, None, "actual"),
        ),
        (
            "أكد سيرغي لافروف أنه سيبحث الملف عندما يلتقي مع نظيره الأميركي ريكس تيلرسون في قطر.",
            ("meeting", {"Sergey Lavrov", "Rex Tillerson"}, "Qatar", "future"),
        ),
        (
            "وفي الدوحة من المقرر أن يجتمع سيرغي لافروف مع نظيره الأميركي ريكس تيلرسون الخميس.",
            ("meeting", {"Sergey Lavrov", "Rex Tillerson"}, "Doha", "future"),
        ),
        (
            "ربما يقوم فلاديمير بوتين بدور جديد، خاصة بعد لقائه الأخير مع بنيامين نتنياهو في موسكو.",
            ("meeting", {"Vladimir Putin", "Benjamin Netanyahu"}, "Moscow", "actual"),
        ),
        (
            "تشمل زيارة ريكس تيلرسون للدوحة لقاء ثلاثياً بينه ونظيريه الروسي سيرغي لافروف "
            "والسعودي عادل الجبير.",
            (
                "multilateral",
                {"Rex Tillerson", "Sergey Lavrov", "Adel al-Jubeir"},
                "Doha",
                "actual",
            ),
        ),
        (
            "عقدت في أنقرة قمة روسية إيرانية تركية الأربعاء.",
            ("multilateral", {"Russia", "Iran", "Turkey"}, "Ankara", "actual"),
        ),
        (
            "بحث الرئيسان الروسي فلاديمير بوتين والتركي رجب طيب إردوغان المشروع في سوتشي الأحد.",
            ("meeting", {"Vladimir Putin", "Recep Tayyip Erdogan"}, "Sochi", "actual"),
        ),
        (
            "قمة سورية - روسية في سوتشي.",
            ("meeting", {"Syria", "Russia"}, "Sochi", "actual"),
        ),
        (
            "أجرى ممثلون عن الحوثيين محادثات مع وفد من الأمم المتحدة في مسقط.",
            ("meeting", {"Houthis", "United Nations"}, "Muscat", "actual"),
        ),
    ],
    ids=lambda value: value[:24] if isinstance(value, str) else "",
)
def test_who_met_where(text: str, expected: tuple[str, set[str], str | None, str]) -> None:
    assert expected in told(text)


def test_a_visit_has_the_visitor_and_his_city() -> None:
    event = one("وصل وزير الخارجية الروسي سيرغي لافروف أمس إلى بغداد.", "visit")
    assert {p.name for p in event.participants} == {"Sergey Lavrov"}
    assert event.place is not None and event.place.name == "Baghdad"
    assert event.date.first == date(2018, 3, 4)


def test_the_day_of_saying_is_that_of_the_encounter_in_which_it_was_said() -> None:
    text = (
        "أعلن أمس الأحد مولود تشاوش أوغلو أن بلاده ستبدأ العملية في شمال سوريا، "
        "خلال لقاء مع نظيره الأميركي ريكس تيلرسون في ماليزيا."
    )
    event = one(text, "meeting")
    assert (event.date.first, event.date.basis) == (date(2018, 3, 4), "sentence")


def test_an_encounter_on_the_margins_has_the_day_of_the_occasion() -> None:
    text = (
        "قال سامح شكري إن القمة الثلاثية التي جمعت رؤساء السودان وإثيوبيا ومصر في أديس أبابا، "
        "على هامش القمة الأفريقية في يناير الماضي، أقرت الاجتماع."
    )
    event = one(text, "multilateral")
    assert (event.date.edtf, event.modality) == ("2018-01", "historical")


@pytest.mark.parametrize(
    "text",
    [
        "استبعد سيرغي لافروف أن يلتقي نظيره الأميركي ريكس تيلرسون.",
        "أجرى سيرغي لافروف محادثات حول الأزمة مع تركيا.",
        "دعا إيمانويل ماكرون إلى محادثات بين روسيا وتركيا.",
    ],
)
def test_what_is_only_wanted_or_talked_about_is_no_encounter(text: str) -> None:
    assert told(text) == []


def test_what_carries_on_is_where_and_when_the_talks_before_it_were() -> None:
    text = (
        "أجرى ريكس تيلرسون محادثات مع وزراء خارجية دول مجلس التعاون في الدوحة أمس. "
        "وقال إن الوضع صعب. وأضاف أن الحل سياسي. ودعا إلى الهدوء. "
        "كما عقد تيلرسون اجتماعاً مع سيرغي لافروف."
    )
    assert ("meeting", {"Rex Tillerson", "Sergey Lavrov"}, "Doha", "actual") in told(text)


def test_who_was_in_a_city_that_day_met_there() -> None:
    text = (
        "أجرى ريكس تيلرسون محادثات مع عادل الجبير في الدوحة أمس. وكان يوماً طويلاً. "
        "وهطل المطر. واستقبل تميم بن حمد آل ثاني ريكس تيلرسون أمس."
    )
    found = extract(Document("d", text, published=PUBLISHED)).events
    (event,) = [
        e for e in found if {p.name for p in e.participants} >= {"Tamim bin Hamad Al Thani"}
    ]
    assert event.place is not None and event.place.name == "Doha"
    assert event.rule.endswith(".sameday")


def test_the_talks_of_two_states_of_which_nothing_is_told_are_no_event() -> None:
    assert told("تؤثر المباحثات السعودية الروسية في الأسعار.") == []
