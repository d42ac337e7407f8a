"""Encounters as wire reports tell them: wishes, calls, towns beside days, posts, bodies in session."""

from __future__ import annotations

from datetime import date

import pytest

from tests.extraction.encounters.reading import encounters, told

PUBLISHED = date(2018, 10, 24)  # a Wednesday
Row = tuple[str, str, str, set[str], str | None, str]

ROWS: list[Row] = [
    ("رجح دبلوماسيون أن يلتقي ستيفان دي ميستورا وليد المعلم في دمشق.",
     "meeting", "future", {"Staffan de Mistura", "Walid Muallem"}, "Damascus", ""),
    ("وصل سعد الحريري إلى موسكو للقاء سيرغي لافروف، اليوم في مدينة سوتشي.",
     "meeting", "actual", {"Saad Hariri", "Sergey Lavrov"}, "Sochi", "2018-10-24"),
    ("بدأ مفاوضون من إيران وتركيا وروسيا اجتماعاً أمس في أستانا.",
     "multilateral", "actual", {"Iran", "Turkey", "Russia"}, "Astana", "2018-10-23"),
    ("أبلغ إيمانويل ماكرون فلاديمير بوتين، خلال اتصال أمس، أن بلاده قلقة.",
     "phone", "actual", {"Emmanuel Macron", "Vladimir Putin"}, None, "2018-10-23"),
    ("أوضح مولود تشاوش أوغلو أن دونالد ترامب وعد بذلك خلال اتصال هاتفي أجراه الاثنين مع رجب طيب أردوغان.",
     "phone", "actual", {"Donald Trump", "Recep Tayyip Erdogan"}, None, "2018-10-22"),
    ("قرر وزراء الخارجية العرب في ختام اجتماعهم، أمس الثلاثاء، في القاهرة رفع العقوبات اعتباراً من 5 نوفمبر.",
     "multilateral", "actual", {"Arab League"}, "Cairo", "2018-10-23"),
    ("افتتحت في العاصمة الإثيوبية أديس أبابا، الاثنين، قمة الاتحاد الأفريقي.",
     "multilateral", "actual", {"African Union"}, "Addis Ababa", "2018-10-22"),
    ("استقبل برهم صالح بالعاصمة بغداد أمس وزير الخارجية الروسي سيرغي لافروف.",
     "meeting", "actual", {"Barham Salih", "Sergey Lavrov"}, "Baghdad", "2018-10-23"),
    ("التقى سيرغي لافروف أمس في بيروت وزير الشؤون الاجتماعية عثمان الخطيب.",
     "meeting", "actual", {"Sergey Lavrov", "عثمان الخطيب"}, "Beirut", "2018-10-23"),
    ("قال سيرغي لافروف أمس بعد لقائه بنيامين نتنياهو في \"تل أبيب\" إن الاتفاق قائم.",
     "meeting", "actual", {"Sergey Lavrov", "Benjamin Netanyahu"}, "Tel Aviv", "2018-10-23"),
    ("اجتمع فايز السراج وخليفة حفتر أمس، كما أوردت وكالة قريبة من سلطات طرابلس.",
     "meeting", "actual", {"Fayez al-Sarraj", "Khalifa Haftar"}, None, "2018-10-23"),
    ("يبدأ رجب طيب أردوغان الأحد المقبل زيارة إلى السودان يجري خلالها مباحثات مع عمر البشير.",
     "meeting", "future", {"Recep Tayyip Erdogan", "Omar al-Bashir"}, "Sudan", "2018-10-28"),
    ("تتفاوض روسيا مع جيش الإسلام في دوما منذ أمس.",
     "meeting", "actual", {"Russia", "Jaysh al-Islam"}, "Douma", "2018-10-24~"),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=[row[0][:40] for row in ROWS])
def test_an_encounter(row: Row) -> None:
    text, *rest = row
    assert tuple(rest) in told(PUBLISHED, text)


@pytest.mark.parametrize(
    "text",
    [
        "لم يحدد البيان ما إذا كان سيعقد لقاء بين سيرغي لافروف وجون بولتون.",
        "إن عقد لقاء بين محمود عباس وبنيامين نتنياهو في موسكو قيد الدراسة.",
        "إيران تتفاوض مع الدول الست منذ أعوام.",
        "زار شقيق الرئيس حسن روحاني فيينا أمس.",
        "وصل وزير الخارجية العراقي إبراهيم الجعفري إلى العراق مساء أمس.",
    ],
)
def test_none_is_told(text: str) -> None:
    assert told(PUBLISHED, text) == []


def test_one_by_one_and_with_each_are_encounters_of_their_own() -> None:
    one_by_one = "التقى سيرغي لافروف أمس كلاً على حدة: عادل الجبير، وسامح شكري."
    with_each = "سيجري سيرغي لافروف محادثات مع عادل الجبير ومع سامح شكري في الرياض غداً."
    for text in (one_by_one, with_each):
        assert sorted(
            sorted(p.name for p in e.participants) for e in encounters(PUBLISHED, text)
        ) == [
            ["Adel al-Jubeir", "Sergey Lavrov"],
            ["Sameh Shoukry", "Sergey Lavrov"],
        ]


def test_what_the_two_sides_spoke_of_is_no_second_meeting() -> None:
    text = (
        "التقى سيرغي لافروف أمس سامح شكري في موسكو. وأكد شكري أن لا مكان لبشار الأسد في الحل. "
        "وبحث الجانبان العلاقات بين البلدين."
    )
    assert [{p.name for p in e.participants} for e in encounters(PUBLISHED, text)] == [
        {"Sergey Lavrov", "Sameh Shoukry"}
    ]


def test_the_day_of_the_report_is_not_that_of_a_visit_ahead() -> None:
    (visit,) = told(
        PUBLISHED, "من المقرر أن يزور سيرغي لافروف بغداد، بحسب ما أفادت اليوم وكالة روسية."
    )
    assert visit == ("visit", "future", {"Sergey Lavrov"}, "Baghdad", "")


def test_headline_and_lead_of_a_session_are_one_with_its_day_and_town() -> None:
    text = (
        "اجتماع للائتلاف الوطني السوري في إسطنبول\n"
        "اجتمع أمس الثلاثاء أعضاء الائتلاف الوطني السوري في تركيا لاختيار قيادة جديدة."
    )
    assert told(PUBLISHED, text) == [
        ("multilateral", "actual", {"Syrian National Coalition"}, "Istanbul", "2018-10-23")
    ]
