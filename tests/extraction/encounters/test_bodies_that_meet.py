"""Meetings of bodies, teams and a president's own council; whose official is meant."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.model import Document, Event

PUBLISHED = date(2018, 4, 13)  # a Friday
Row = tuple[str, set[str], str | None, str]

BODIES: list[Row] = [
    ("عقد مجلس الأمن الدولي أمس الخميس جلسة طارئة بشأن سوريا.",
     {"UN Security Council"}, None, "2018-04-12"),
    ("بحث وزراء خارجية الاتحاد الأوروبي، الاثنين، في لوكسمبورغ الوضع في سوريا.",
     {"European Union"}, "Luxembourg", "2018-04-09"),
    ("يشارك أنطونيو غوتيريش الأحد في القمة العربية في الظهران.",
     {"Arab League", "Antonio Guterres"}, "Dhahran", "2018-04-15"),
    ("قال نتنياهو خلال مؤتمر ميونيخ للأمن في 18 فبراير إن بلاده ستتحرك.",
     {"Munich Security Conference", "Benjamin Netanyahu"}, "Munich", "2018-02-18"),
    ("قال سيرغي لافروف أمس، غداة مشاركته في أعمال القمة العربية في الظهران.",
     {"Arab League", "Sergey Lavrov"}, "Dhahran", "2018-04-11"),
    ("قال جون كيري الخميس أمام لجنة العلاقات الخارجية في مجلس الشيوخ إن الاتفاق هو الأفضل.",
     {"US Senate", "John Kerry"}, None, "2018-04-12"),
    ("اجتمع دونالد ترامب الخميس مع فريقه للأمن القومي لبحث الرد.",
     {"Donald Trump", "US national security team"}, None, "2018-04-12"),
    ("يجتمع فريق المحققين الدوليين التابعين لمنظمة حظر الأسلحة الكيميائية اليوم مع نائب وزير "
     "الخارجية السوري فيصل المقداد في دمشق.",
     {"OPCW", "Faisal Mekdad"}, "Damascus", "2018-04-13"),
    ("تعرض فريق الأمم المتحدة الأمني الذي زار دوما الثلاثاء لإطلاق نار.",
     {"United Nations"}, "Douma", "2018-04-10"),
    ("قال مصدر إن فريقاً أمنياً تابعاً للأمم المتحدة زار دوما أمس.",
     {"United Nations"}, "Douma", "2018-04-12"),
    ("من المقرر أن يجتمع مجلس الأمن الدولي، في وقت لاحق السبت، لبحث الهدنة.",
     {"UN Security Council"}, None, "2018-04-14"),
    ("زار مفتشون من منظمة حظر الأسلحة الكيميائية دمشق أمس.", {"OPCW"}, "Damascus", "2018-04-12"),
    ("علق على اللقاء المرتقب والذي سيجمع بنيامين نتنياهو مع الرئيس الروسي فلاديمير بوتين.",
     {"Benjamin Netanyahu", "Vladimir Putin"}, None, ""),
    ("عقدت الاجتماعات بين سيرغي لافروف وجون كيري أمس في جنيف.",
     {"Sergey Lavrov", "John Kerry"}, "Geneva", "2018-04-12"),
]  # fmt: skip

NOT_MET = [
    "صنف المنتدى الاقتصادي العالمي السلطنة تاسعة عام 2015 بين الدول الأكثر أماناً.",
    "ودان البيان الختامي للقمة العربية اضطهاد أقلية الروهينغا المسلمة بميانمار.",
    "وقال علي عبد الله صالح إن الحرب مستمرة. والتقى المسؤول الأممي محافظ عدن نايف البكري.",
]


def met(text: str) -> list[Event]:
    found = extract(Document("d", text, published=PUBLISHED)).events
    return [event for event in found if event.event_type == "CONSULT"]


@pytest.mark.parametrize(("text", "who", "place", "edtf"), BODIES)
def test_who_of_a_body_meets(text: str, who: set[str], place: str | None, edtf: str) -> None:
    (event,) = met(text)
    assert {p.name for p in event.participants} == who
    assert (event.place.name if event.place else None, event.date.edtf) == (place, edtf)


@pytest.mark.parametrize("text", NOT_MET)
def test_nobody_is_put_where_he_was_not(text: str) -> None:
    assert met(text) == []


def test_the_official_of_a_body_is_the_one_named_before() -> None:
    text = "وصل ستافان دي ميستورا إلى دمشق أمس. والتقى المسؤول الأممي الوزير وليد المعلم."
    people = [{p.name for p in event.participants} for event in met(text)]
    assert {"Staffan de Mistura", "Walid Muallem"} in people


def test_what_two_discussed_is_told_of_their_call() -> None:
    text = (
        "تحدث باراك أوباما الخميس هاتفياً مع رجب طيب أردوغان. "
        "وقال البيان إن الرئيسين بحثا التعاون في الحرب."
    )
    (event,) = met(text)
    assert (event.mode, event.date.edtf) == ("phone", "2018-04-12")


def test_a_call_told_again_gives_its_day() -> None:
    text = (
        "بحث أحمد داود أوغلو في اتصال هاتفي مع بان كي مون العمليات. "
        "وأضاف أن الاتصال الذي جرى مساء أول من أمس كان مثمراً."
    )
    (event,) = met(text)
    assert (event.mode, event.date.edtf) == ("phone", "2018-04-11")


@pytest.mark.parametrize(
    ("text", "who", "edtf"),
    [
        ("ناقش فلاديمير بوتين ودونالد ترامب الملف في مكالمة هاتفية الثلاثاء.",
         {"Vladimir Putin", "Donald Trump"}, "2018-04-10"),
        ("قال بوتين في مكالمته الهاتفية مع ترامب أمس إن الاتفاق قريب.",
         {"Vladimir Putin", "Donald Trump"}, "2018-04-12"),
        ("أجرى ماكرون وترامب مشاورات هاتفية أمس.", {"Emmanuel Macron", "Donald Trump"}, "2018-04-12"),
    ],
)  # fmt: skip
def test_a_call_has_both_who_speak(text: str, who: set[str], edtf: str) -> None:
    (event,) = met(text)
    assert (event.mode, event.date.edtf) == ("phone", edtf)
    assert {p.name for p in event.participants} == who


OPENED = [
    ("انتهى اجتماع دولي حول سورية عقد في مدينة لوزان أمس من دون بيان. وضم الاجتماع جون كيري وسيرغي "
     "لافروف وعادل الجبير.",
     {"John Kerry", "Sergey Lavrov", "Adel al-Jubeir"}, "Lausanne", "2018-04-12"),
    ("دعت 17 دولة، في ختام اجتماع عقدته في فيينا أمس، إلى وقف القتال. وشارك في الاجتماع جون كيري "
     "وسيرغي لافروف.", {"John Kerry", "Sergey Lavrov"}, "Vienna", "2018-04-12"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who", "place", "edtf"), OPENED)
def test_who_was_at_the_meeting_just_told(text: str, who: set[str], place: str, edtf: str) -> None:
    (event,) = met(text)
    assert {p.name for p in event.participants} == who
    assert (event.place.name if event.place else None, event.date.edtf) == (place, edtf)
