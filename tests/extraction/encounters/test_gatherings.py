"""Conferences, sessions and reports to a body: who was there, where and when."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.model import Document, Event

PUBLISHED = date(2018, 4, 13)  # a Friday
Row = tuple[str, set[str], str | None, str]

ALONE: list[Row] = [
    ("قال وليد المعلم في كلمة ألقاها خلال المؤتمر الدولي لمكافحة الإرهاب الذي عقد في دمشق أمس إن "
     "بلاده ماضية في الحوار.",
     {"Walid Muallem"}, "Damascus", "2018-04-12"),
    ("وكان ريكس تيلرسون قد أعلن عن هذه المساعدات خلال مؤتمر عقد في الكويت في فبراير الماضي.",
     {"Rex Tillerson"}, "Kuwait", "2018-02"),
    ("قال حيدر العبادي في كلمة خلال منتدى اقتصادي عقد في الكويت الأربعاء. وحضر المنتدى محمد جواد "
     "ظريف.",
     {"Haider al-Abadi", "Mohammad Javad Zarif"}, "Kuwait", "2018-04-11"),
]  # fmt: skip

OF_BODIES: list[Row] = [
    ("دعا ينس ستولتنبرغ في ختام قمة حلف شمال الأطلسي في بروكسل الخميس إلى الحوار.",
     {"NATO", "Jens Stoltenberg"}, "Brussels", "2018-04-12"),
    ("عقد مجلس الأمن الدولي جلسة طارئة أمس. وقال فاسيلي نيبينزيا إن بلاده سترد.",
     {"UN Security Council", "Vasily Nebenzya"}, None, "2018-04-12"),
    ("شهدت جلسة مجلس الأمن الدولي الخميس تلاسناً بين فاسيلي نيبينزيا ونيكي هايلي.",
     {"UN Security Council", "Vasily Nebenzya", "Nikki Haley"}, None, "2018-04-12"),
    ("وجاء ذلك في تصريح أدلى به أنطونيو غوتيريش قبل بدء جلسة لمجلس حقوق الإنسان في جنيف الخميس.",
     {"UN Human Rights Council", "Antonio Guterres"}, "Geneva", "2018-04-12"),
    ("توجه فيليب هاموند إلى أنطاليا لحضور اجتماع لوزراء حلف شمال الأطلسي الجمعة.",
     {"NATO", "Philip Hammond"}, "Antalya", "2018-04-13"),
    ("تعهد جيم ماتيس بذلك خلال اجتماع للتحالف الدولي ضد داعش في روما الخميس.",
     {"International coalition against ISIS", "James Mattis"}, "Rome", "2018-04-12"),
]  # fmt: skip

REPORTS: list[Row] = [
    ("ومن المقرر أن يقدم مارتن غريفيث إحاطة إلى مجلس الأمن الدولي الثلاثاء المقبل.",
     {"UN Security Council", "Martin Griffiths"}, None, "2018-04-17"),
    ("قال المتحدث إن ستيفان دي ميستورا سيقدم تقريره إلى مجلس الأمن الدولي الأربعاء المقبل.",
     {"UN Security Council", "Staffan de Mistura"}, None, "2018-04-18"),
    ("وأضاف مارتن غريفيث أن ذلك يأتي قبل الإحاطة التي سيقدمها إلى مجلس الأمن الثلاثاء المقبل.",
     {"UN Security Council", "Martin Griffiths"}, None, "2018-04-17"),
]  # fmt: skip

AHEAD: list[Row] = [
    ("ورجا إيمانويل ماكرون أن تنتهي قمة مقررة مع فلاديمير بوتين الأحد باتفاق.",
     {"Emmanuel Macron", "Vladimir Putin"}, None, "2018-04-15"),
    ("وصل جون كيري اليوم تمهيداً للاجتماع بين سيرغي لافروف ومولود تشاووش أوغلو الذي سيعقد غداً في "
     "أنقرة.",
     {"Sergey Lavrov", "Mevlut Cavusoglu"}, "Ankara", "2018-04-14"),
    ("قالت واشنطن إن القمة الأميركية الخليجية ستعقد في واشنطن الأحد المقبل.",
     {"United States", "Gulf Cooperation Council"}, "Washington", "2018-04-15"),
]  # fmt: skip

TWO: list[Row] = [
    ("جلسة مجلس الأمن الدولي التي دعت روسيا لانعقادها، الخميس، شهدت تلاسناً بين فاسيلي نيبينزيا "
     "وكارين بيرس.",
     {"UN Security Council", "Vasily Nebenzya", "Karen Pierce"}, None, "2018-04-12"),
    ("ورفضت روسيا القرار على لسان مندوبها في مجلس الأمن، أثناء الجلسة التي انعقدت، الاثنين.",
     {"UN Security Council", "Vasily Nebenzya"}, None, "2018-04-09"),
    ("عرض بنيامين نتنياهو عام 2012 أمام الجمعية العامة للأمم المتحدة صورة، وقال إن الخطر قريب.",
     {"UN General Assembly", "Benjamin Netanyahu"}, None, "2012"),
    ("اجتمع ممثلون عن أوكرانيا وروسيا أمس في مينسك.", {"Ukraine", "Russia"}, "Minsk", "2018-04-12"),
    ("وأكد وزراء خارجية دول مجلس التعاون الخليجي خلال اجتماعهم المشترك مع ريكس تيلرسون أمس في "
     "الرياض دعم الهدنة.",
     {"Gulf Cooperation Council", "Rex Tillerson"}, "Riyadh", "2018-04-12"),
    ("ذكر دبلوماسي أن بشار الجعفري، سفير سوريا في مجلس الأمن، ألقى كلمة في جلسة، الخميس، "
     "عن الوضع.",
     {"UN Security Council", "Bashar Jaafari"}, None, "2018-04-12"),
    ("قال عادل الجبير خلال الجلسة الافتتاحية للمؤتمر الوزاري العربي في الرياض أمس إن إيران تتدخل.",
     {"Arab League", "Adel al-Jubeir"}, "Riyadh", "2018-04-12"),
]  # fmt: skip

NO_GATHERING = [
    "قمة أنقرة: تقسيم النفوذ في سوريا؟",
    "قال مصدر إن قمة كامب ديفيد في مايو 2000 فشلت.",
    "قال رجب طيب أردوغان في مؤتمر لحزبه في أنقرة أمس إن بلاده سترد.",
    "قدم ستيفان دي ميستورا تقريراً عن الوضع. وطالب مجلس الأمن بالتحرك.",
]


def met(text: str) -> list[Event]:
    found = extract(Document("d", text, published=PUBLISHED)).events
    return [event for event in found if event.event_type == "CONSULT"]


@pytest.mark.parametrize(("text", "who", "place", "edtf"), [*ALONE, *OF_BODIES, *REPORTS])
def test_who_was_there(text: str, who: set[str], place: str | None, edtf: str) -> None:
    (event,) = met(text)
    assert event.mode == "multilateral"
    assert {party.name for party in event.participants} == who
    assert (event.place.name if event.place else None) == place
    assert event.date.edtf == edtf


@pytest.mark.parametrize(("text", "who", "place", "edtf"), [*AHEAD, *TWO])
def test_who_meets(text: str, who: set[str], place: str | None, edtf: str) -> None:
    (event,) = met(text)
    assert {party.name for party in event.participants} == who
    assert (event.place.name if event.place else None) == place
    assert event.date.edtf == edtf


@pytest.mark.parametrize("text", NO_GATHERING)
def test_of_no_gathering(text: str) -> None:
    assert met(text) == []


def test_the_two_sides_that_had_met() -> None:
    text = (
        "اجتمع وزراء خارجية دول مجلس التعاون الخليجي مع مايك بومبيو أمس في الرياض. وبحثوا الاتفاق "
        "النووي مع إيران، وجدول أعمال الاجتماع المقبل بين الجانبين المقرر عقده في نيويورك في سبتمبر."
    )
    ahead = [e for e in met(text) if e.modality == "future"]
    assert [{p.name for p in e.participants} for e in ahead] == [
        {"United States", "Gulf Cooperation Council"}
    ]


def test_he_who_goes_to_report() -> None:
    text = (
        "قال المتحدث أحمد فوزي إن مارتن غريفيث سيزور صنعاء. "
        "وسيسافر بعدها إلى نيويورك ليطلع مجلس الأمن على النتائج."
    )
    council = [e for e in met(text) if e.mode == "multilateral"]
    assert [{p.name for p in e.participants} for e in council] == [
        {"UN Security Council", "Martin Griffiths"}
    ]
    assert council[0].modality == "future"
    assert council[0].place is not None
    assert council[0].place.name == "New York"
