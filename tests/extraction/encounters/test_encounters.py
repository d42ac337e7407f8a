"""Who met whom, where and when: sentences as newspapers write them, read as encounters."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.model import Document, Event

PUBLISHED = date(2018, 9, 3)  # a Monday


def encounters(text: str) -> list[Event]:
    found = extract(Document("x", text, published=PUBLISHED))
    return [event for event in found.events if event.event_type == "CONSULT"]


def told(event: Event) -> tuple[str, set[str], str | None]:
    return event.mode, {p.name for p in event.participants}, event.place and event.place.name


ONE = [
    (
        "طلب وليد المعلم من محمد جواد ظريف مواصلة الدعم، وذلك خلال اجتماعه معه في دمشق الاثنين.",
        ("meeting", {"Walid Muallem", "Mohammad Javad Zarif"}, "Damascus"),
    ),
    (
        "يتحدد مصير الهدنة في اجتماع في طهران اليوم بين مسؤولين سوريين وروس وإيرانيين.",
        ("multilateral", {"Syria", "Russia", "Iran"}, "Tehran"),
    ),
    (
        "قال أيمن الصفدي عقب اجتماع مع أنطونيو غوتيريش الاثنين إن الخيام أرسلت.",
        ("meeting", {"Ayman Safadi", "Antonio Guterres"}, None),
    ),
    (
        "حض أفيغدور ليبرمان الذي تفقد الجولان الأحد بشار الأسد على طرد المقاتلين.",
        ("visit", {"Avigdor Lieberman"}, "Golan Heights"),
    ),
    (
        "أعلن سيرغي لافروف أنه سيلتقي بنظيريه، الأميركي مايك بومبيو والتركي مولود تشاووش أوغلو.",
        (
            "multilateral",
            {"Sergey Lavrov", "Mike Pompeo", "Mevlut Cavusoglu"},
            None,
        ),
    ),
    (
        "وقال وزير الخارجية إن إيران وتركيا ستشاركان. وأضاف أن اجتماعاً بين إيران وتركيا وروسيا "
        "بشأن مواجهة المسلحين في إدلب سيعقد الجمعة.",
        ("multilateral", {"Iran", "Turkey", "Russia"}, None),
    ),
]


@pytest.mark.parametrize(("text", "expected"), ONE, ids=[text[:30] for text, _ in ONE])
def test_encounter(text: str, expected: tuple[str, set[str], str | None]) -> None:
    assert expected in [told(event) for event in encounters(text)]


@pytest.mark.parametrize(
    "text",
    [
        "تأتي الخطوة بعد سلسلة من المواجهات بين روسيا والولايات المتحدة.",
        "ناقش المجلس العلاقات بين الولايات المتحدة وروسيا.",
        "كلما كان مجلس الأمن يجتمع مع ستافان دي ميستورا حدث هجوم.",
        "بعد اجتماع الثلاثاء بين دونالد ترامب وفريقه، قال البيت الأبيض إن القتال ينتهي.",
    ],
)
def test_no_encounter(text: str) -> None:
    assert [told(event) for event in encounters(text)] == []


def test_what_is_told_again_gives_the_first_its_city_and_day() -> None:
    text = (
        "ومن المقرر أن يلتقي حسن روحاني بفلاديمير بوتين في إيران. "
        "ويقول الكرملين إن الاجتماع سيعقد في طهران في السابع من أيلول."
    )
    (event,) = encounters(text)
    assert told(event) == ("meeting", {"Hassan Rouhani", "Vladimir Putin"}, "Tehran")
    assert (event.date.first, event.modality) == (date(2018, 9, 7), "future")


def test_hosts_receive_a_visitor_where_he_is() -> None:
    text = (
        "وأضاف محمد جواد ظريف في بداية زيارته إلى دمشق أن المنطقة ستعود. "
        "وذكرت الوكالة أن عماد خميس التقى ظريف الاثنين."
    )
    assert [told(event) for event in encounters(text)] == [
        ("meeting", {"Imad Khamis", "Mohammad Javad Zarif"}, "Damascus")
    ]  # the visit is told by it


def test_a_deputy_is_not_the_minister() -> None:
    text = "جاء ذلك خلال لقاء جمانة غنيمات مع مساعدة وزير الخارجية الأميركي كارول أوكونيل."
    assert all("Mike Pompeo" not in told(event)[1] for event in encounters(text))


@pytest.mark.parametrize(
    ("text", "expected", "modality"),
    [
        (
            "قالت مصادر إن فيديريكا موغيريني ستتوجه إلى طهران لإجراء محادثات مع محمد جواد ظريف.",
            {"Federica Mogherini", "Mohammad Javad Zarif"},
            "future",
        ),
        (
            "وصل سيرغي لافروف إلى جنيف الأحد، على أن يلتقي لاحقاً نظيره الأميركي مايك بومبيو.",
            {"Sergey Lavrov", "Mike Pompeo"},
            "future",
        ),
        (
            "سيلتقي مايك بومبيو غداً نظراءه في دول مجلس التعاون الخليجي.",
            {"Mike Pompeo", "Gulf Cooperation Council"},
            "future",
        ),
        (
            "استقبل أمير قطر الوزير مايك بومبيو. وعقد الوزير الأميركي اجتماعاً مع سيرغي لافروف.",
            {"Mike Pompeo", "Sergey Lavrov"},
            "actual",
        ),
        (
            "بحث دونالد ترامب ونظيره التركي رجب طيب أردوغان خلال اتصال هاتفي الحرب في سوريا.",
            {"Donald Trump", "Recep Tayyip Erdogan"},
            "actual",
        ),
        (
            "التقى بشار الأسد مشرعين روساً خلال اجتماع له مع مشرعين روس في دمشق.",
            {"Bashar al-Assad", "Russia"},
            "actual",
        ),
    ],
)
def test_who_met_and_whether_it_lies_ahead(text: str, expected: set[str], modality: str) -> None:
    found = {(frozenset(told(event)[1]), event.modality) for event in encounters(text)}
    assert (frozenset(expected), modality) in found


@pytest.mark.parametrize(
    "text",
    [
        # One side's consultations, an envoy's post, a framework, what may come.
        "قال عبداللهيان إن زيارة ستيفان دي ميستورا إلى إيران تأتي في إطار مشاوراته حول سوريا.",
        "تطبق الهدنة بموجب محادثات أستانة برعاية روسيا وتركيا وإيران.",
        "إن مشاورات موسكو قد تكون جزءاً من عملية بمشاركة روسيا والولايات المتحدة.",
        "سيلتقي الوفد بوزير الخارجية سيرغي لافروف.",
    ],
)
def test_no_encounter_of_two(text: str) -> None:
    assert [told(event) for event in encounters(text) if len(event.participants) > 1] == []


def test_a_date_after_since_is_not_the_encounters() -> None:
    text = "ومنذ الإعلان عن الهجوم يوم السبت، تجري واشنطن مباحثات مع بريطانيا وفرنسا."
    assert [event.date.basis for event in encounters(text)] == ["published"]
