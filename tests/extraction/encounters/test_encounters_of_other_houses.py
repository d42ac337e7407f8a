"""Encounters as houses of Yemen, Libya, Sudan, Egypt, the Gulf and Iran tell them."""

from __future__ import annotations

import pytest

from tests.extraction.encounters.reading import Told, told

COUNCIL = "UN Security Council"
NILE = {"Egypt", "Sudan", "Ethiopia"}
TELLS: list[tuple[str, str, list[Told]]] = [
    # A session on a day told at length, and who reports there.
    ("2023-09-08", "يعقد مجلس الأمن الدولي يوم الاثنين في الـ 11 من سبتمبر الجاري، جلسة بشأن اليمن.",
     [("multilateral", "future", {COUNCIL}, None, "2023-09-11")]),
    ("2021-10-13", "يعقد مجلس الأمن الدولي غداً الخميس جلسة دورية. وسيقدم المبعوث هانس غروندبرغ إحاطة.",
     [("multilateral", "future", {COUNCIL, "Hans Grundberg"}, None, "2021-10-14")]),
    ("2023-07-11", "عقد مجلس الأمن أمس جلسة مفتوحة، واستمع الأعضاء إلى إحاطة قدمها المبعوث هانس غروندبرغ.",
     [("multilateral", "actual", {COUNCIL, "Hans Grundberg"}, None, "2023-07-10")]),
    # Ministers who are told by their states alone.
    ("2019-12-20", "تستضيف الخرطوم غداً الاجتماع السداسي لوزراء الخارجية والري في مصر والسودان وإثيوبيا.",
     [("multilateral", "future", NILE, "Khartoum", "2019-12-21")]),
    ("2020-01-08", "انطلقت اليوم جولة من مفاوضات السد بين وزراء الري لكل من مصر وإثيوبيا والسودان.",
     [("multilateral", "actual", NILE, None, "2020-01-08")]),
    ("2019-12-04", "اختتم في القاهرة أمس اجتماع وزراء الري في مصر والسودان وإثيوبيا.",
     [("multilateral", "actual", NILE, "Cairo", "2019-12-03")]),
    # Nuclear talks.
    ("2021-04-17", "انتهى اليوم في فيينا اجتماع اللجنة المشتركة للاتفاق النووي بين إيران ومجموعة 4+1.",
     [("multilateral", "actual", {"JCPOA Joint Commission", "Iran", "P4+1"}, "Vienna", "2021-04-17")]),
    # Visits: back from one, left after one, an airport, a province, a place seen before.
    ("2023-08-30", "عاد عبد الفتاح البرهان مساء أمس إلى بورتسودان من زيارة لمصر استغرقت ساعات.",
     [("visit", "actual", {"Abdel Fattah al-Burhan"}, "Egypt", "2023-08-30~")]),
    ("2018-09-18", "غادر المبعوث الأممي إلى اليمن مارتن غريفيث، اليوم الثلاثاء، العاصمة صنعاء بعد زيارة.",
     [("visit", "actual", {"Martin Griffiths"}, "Sanaa", "2018-09-18")]),
    ("2022-07-15", "وصل جو بايدن، اليوم الجمعة، إلى مطار الملك عبد العزيز في مدينة جدة السعودية.",
     [("visit", "actual", {"Joe Biden"}, "Jeddah", "2022-07-15")]),
    ("2024-04-30", "وصل رشاد العليمي أمس إلى محافظة مأرب.",
     [("visit", "actual", {"Rashad al-Alimi"}, "Marib", "2024-04-29")]),
    ("2018-09-16", "وصل المبعوث الأممي مارتن غريفيث، قبل قليل، إلى مطار صنعاء الدولي.",
     [("visit", "actual", {"Martin Griffiths"}, "Sanaa", "2018-09-16~")]),
    ("2019-01-27", "وصل عمر البشير إلى القاهرة اليوم قادماً من قطر التي زارها الثلاثاء.",
     [("visit", "actual", {"Omar al-Bashir"}, "Cairo", "2019-01-27"),
      ("visit", "actual", {"Omar al-Bashir"}, "Qatar", "2019-01-22")]),
    ("2023-08-30", "بدأ عبد الفتاح البرهان جولة خارجية من المقرر أن تشمل السعودية وقطر.",
     [("visit", "future", {"Abdel Fattah al-Burhan"}, "Saudi Arabia", ""),
      ("visit", "future", {"Abdel Fattah al-Burhan"}, "Qatar", "")]),
    # Hosts met on a visit are met one by one.
    ("2016-01-26", "وصل حسن روحاني إلى روما أمس في زيارة يلتقي خلالها سيرجيو ماتاريلا وماتيو رينزي.",
     [("meeting", "actual", {"Hassan Rouhani", "Matteo Renzi"}, "Rome", "2016-01-25"),
      ("meeting", "actual", {"Hassan Rouhani", "Sergio Mattarella"}, "Rome", "2016-01-25")]),
    # Where and when it was, told around it.
    ("2024-06-03", "سلم ناصر بوريطة، اليوم الاثنين، بالرياض، رسالة من الملك، وذلك خلال لقائه فيصل بن فرحان.",
     [("meeting", "actual", {"Nasser Bourita", "Faisal bin Farhan"}, "Riyadh", "2024-06-03")]),
    ("2023-10-08", "التقى عقيلة صالح المبعوث عبد الله باتيلي. وتناول اللقاء الذي عقده في مدينة القبة الانتخابات.",
     [("meeting", "actual", {"Aguila Saleh", "Abdoulaye Bathily"}, "Al Qubbah", "2023-10-08~")]),
    ("2020-01-30", "استقبل الرئيس التونسي قيس سعيد أمس بقصر قرطاج الوزير فيصل بن فرحان.",
     [("meeting", "actual", {"Kais Saied", "Faisal bin Farhan"}, "Tunis", "2020-01-29")]),
    ("2022-10-30", "أعلن مساء السبت أن تميم بن حمد سيشارك في القمة العربية المقرر عقدها في الجزائر الثلاثاء.",
     [("multilateral", "future", {"Arab League", "Tamim bin Hamad Al Thani"}, "Algeria", "2022-11-01")]),
    # The day of an invitation is not that of the summit.
    ("2022-09-27", "تسلم الملك سلمان، الاثنين، دعوة للمشاركة في القمة العربية التي ستعقد في الجزائر.",
     [("multilateral", "future", {"Arab League", "King Salman"}, "Algeria", "")]),
    # Names: between quotes, as Egyptian papers spell them, by the office alone.
    ("2018-07-07", "وكان وزير الخارجية الإيراني \"محمد جواد ظريف\" قد التقى أمس \"فيدريكا موغيريني\".",
     [("meeting", "actual", {"Mohammad Javad Zarif", "Federica Mogherini"}, None, "2018-07-06")]),
    ("2022-03-06", "التقى رافائيل جروسي أمس في طهران حسين أمير عبد اللهيان.",
     [("meeting", "actual", {"Rafael Grossi", "Hossein Amir-Abdollahian"}, "Tehran", "2022-03-05")]),
    ("2023-06-10", "تحدث رئيس الجمهورية عبد المجيد تبون. وسيزور رئيس الجمهورية روسيا الثلاثاء المقبل.",
     [("visit", "future", {"Abdelmadjid Tebboune"}, "Russia", "2023-06-13")]),
    ("2022-07-20", "استقبل عبد المجيد تبون أمس رئيس غينيا بيساو عمر سيسوكو إمبالو.",
     [("meeting", "actual", {"Abdelmadjid Tebboune", "Umaro Sissoco Embaló"}, None, "2022-07-19")]),
    # What is quoted of what will be is ahead all the same.
    ("2023-09-04", "وسيجري عبد الفتاح البرهان خلال الزيارة \"مباحثات مع سلفا كير\".",
     [("meeting", "future", {"Abdel Fattah al-Burhan", "Salva Kiir"}, None, "")]),
]  # fmt: skip
TELLS_NOT = [
    # What an agreement provides for, whom others lead, and a ministry that only sounds like a visit.
    ("2023-12-14", "وقال أنتوني بلينكن إن الاتفاق ينص على أن يلتقي البرهان وحميدتي."),
    ("2015-07-20", "وأوضح أن وزارة الخارجية في عدن تعمل، وأن وزارتها تتابع الأمر."),
    ("2019-12-20", "وزراء الري في مصر والسودان وإثيوبيا يدرسون مقترحات بشأن السد."),
]


@pytest.mark.parametrize(("published", "text", "expected"), TELLS)
def test_what_is_told(published: str, text: str, expected: list[Told]) -> None:
    def place_and_who(item: Told) -> tuple[str, list[str]]:
        return item[3] or "", sorted(item[2])

    assert sorted(told(published, text), key=place_and_who) == sorted(expected, key=place_and_who)


@pytest.mark.parametrize(("published", "text"), TELLS_NOT)
def test_what_is_none(published: str, text: str) -> None:
    assert told(published, text) == []


def test_led_by_the_king_is_not_met_by_the_prince() -> None:
    text = (
        "أشاد عبد ربه منصور هادي أثناء استقباله السفير محمد آل جابر بدعم المملكة "
        "بقيادة الملك سلمان وولي العهد."
    )
    (met,) = told("2018-01-12", text)
    assert met[2] == {"Abdrabbuh Mansur Hadi", "Mohammed Al Jaber"}


def test_a_deputy_of_the_president_is_not_the_president() -> None:
    text = "استقبل عبد ربه منصور هادي السفير. ووصل نائب رئيس الجمهورية إلى عدن أمس."
    visits = [item for item in told("2015-08-07", text) if item[0] == "visit"]
    assert all("Abdrabbuh Mansur Hadi" not in item[2] for item in visits)


def test_a_long_title_stands_between_company_and_name() -> None:
    text = (
        "بحث عبد الفتاح البرهان أمس مع المدير التنفيذي لبرنامج الأغذية العالمي ديفيد بيزلي الوضع."
    )
    assert told("2020-11-16", text) == [
        ("meeting", "actual", {"Abdel Fattah al-Burhan", "David Beasley"}, None, "2020-11-15")
    ]
    text = "بحث عادل الجبير أمس مع وزير الخارجية المصري سامح شكري الأوضاع في اليمن وسوريا والعراق."
    assert told("2015-07-24", text) == [
        ("meeting", "actual", {"Adel al-Jubeir", "Sameh Shoukry"}, None, "2015-07-23")
    ]
