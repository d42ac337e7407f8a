"""The days of an encounter: two told side by side, a stay, days counted from another, or none."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.extraction.export import record
from dashboard.model import Document, Event

PUBLISHED = date(2018, 6, 17)  # a Sunday

DAYS = [
    ("تستضيف جنيف غداً وبعد غد محادثات بين سيرغي لافروف وجون كيري.", "2018-06-18/2018-06-19"),
    ("زار سيرغي لافروف الرياض يومي السبت والأحد.", "2018-06-16/2018-06-17"),
    ("بدأ سيرغي لافروف أمس زيارة رسمية ليومين إلى الرياض.", "2018-06-16/2018-06-17"),
    ("بدأ سيرغي لافروف اليوم زيارة إلى الرياض تمتد ثلاثة أيام.", "2018-06-17/2018-06-19"),
    ("بدأ سيرغي لافروف اليوم زيارة إلى الرياض تتواصل على مدى يومين.", "2018-06-17/2018-06-18"),
    ("وصل سيرغي لافروف إلى الرياض السبت في مستهل جولة تستمر ثلاثة أيام.", "2018-06-16"),
    ("قال مصدر إن مارتن غريفيث يزور صنعاء حالياً. وكان غريفيث قد وصل السبت إلى صنعاء.",
     "2018-06-16/2018-06-17"),
    ("يجري سيرغي لافروف مباحثات في الرياض تستمر يومين اعتباراً من الاثنين مع نظيره السعودي "
     "عادل الجبير.", "2018-06-18/2018-06-19"),
    ("قتل خمسة مدنيين السبت، بعد يوم من فشل قمة طهران، والتي جمعت رؤساء كل من روسيا وإيران.",
     "2018-06-15"),
    ("قال سيرغي لافروف أمس، غداة لقاء مع نظيره جون كيري في جنيف، إن الاتفاق قريب.", "2018-06-15"),
    ("قال سيرغي لافروف الخميس، قبل يومين من لقاء مع جون كيري في جنيف، إن الاتفاق قريب.",
     "2018-06-16"),
    ("التقى سيرغي لافروف الخميس جون كيري في جنيف، بعد يوم من قصف حلب.", "2018-06-14"),
]  # fmt: skip

UNDATED = [
    "التقى سيرغي لافروف جون كيري في جنيف.",
    "لقاء سيرغي لافروف وجون كيري في الدوحة والاجتماع القادم غداً في موسكو مع وليد المعلم.",
    "قال مصدران أمنيان أمس إن قاسم سليماني زار موسكو.",
    "أجريت محادثات عقب انسحاب واشنطن في وقت سابق من هذا العام، حيث التقى محمد جواد ظريف "
    "نظيره الفرنسي جان إيف لودريان.",
]


def met(text: str) -> list[Event]:
    found = extract(Document("d", text, published=PUBLISHED)).events
    return [event for event in found if event.event_type == "CONSULT"]


@pytest.mark.parametrize(("text", "edtf"), DAYS)
def test_the_days_of_an_encounter(text: str, edtf: str) -> None:
    assert [event.date.edtf for event in met(text)] == [edtf]


@pytest.mark.parametrize("text", UNDATED)
def test_a_day_that_is_not_the_encounters_is_not_given_to_it(text: str) -> None:
    assert met(text)[0].date.basis in ("published", "none")


def test_the_record_gives_no_days_that_only_the_report_has() -> None:
    text = "التقى سيرغي لافروف جون كيري في جنيف."
    (row,) = record(extract(Document("d", text, published=PUBLISHED)))["events"]
    assert row["date"] == {
        "edtf": "", "first": None, "last": None, "precision": "unknown", "basis": "published",
    }  # fmt: skip


def test_the_talks_a_speaker_comes_from_were_on_the_day_he_speaks() -> None:
    (event,) = met("قال سيرغي لافروف، السبت، بعد لقائه نظيره جون كيري إن الاتفاق قريب.")
    assert (event.date.first, event.date.first == event.date.last) == (date(2018, 6, 16), True)


def test_what_is_expected_takes_no_day_of_what_was_before() -> None:
    text = (
        "التقى كيم جونغ أون الرئيس الصيني شي جين بينغ في مايو، ويتوقع أن يحضر قمة مع دونالد ترامب."
    )
    by_people = {frozenset(p.name for p in event.participants): event for event in met(text)}
    summit = by_people[frozenset({"Kim Jong-un", "Donald Trump"})]
    assert (summit.modality, summit.date.first) == ("future", None)


def test_an_arrival_lends_no_place_to_what_was_told_before_it() -> None:
    text = (
        "وصل مايك بومبيو إلى الرياض السبت. ويجري بومبيو محادثات مع عادل الجبير قبل أن يلتقي "
        "الأمير محمد بن سلمان. ثم يتوجه بومبيو إلى إسرائيل للقاء بنيامين نتنياهو."
    )
    places = {
        name: event.place.name if event.place else None
        for event in met(text)
        for name in (p.name for p in event.participants)
        if name != "Mike Pompeo"
    }
    assert places["Mohammed bin Salman"] == "Riyadh"
    assert places["Benjamin Netanyahu"] == "Israel"


def test_who_is_told_of_before_a_meeting_is_not_at_it() -> None:
    text = (
        "عقد لقاء ضم جون كيري وسيرغي لافروف وعادل الجبير في فيينا الخميس، بعد ثلاثة أيام من "
        "زيارة قام بها الرئيس بشار الأسد إلى موسكو."
    )
    people = {frozenset(p.name for p in event.participants): event.date.edtf for event in met(text)}
    assert people == {
        frozenset({"John Kerry", "Sergey Lavrov", "Adel al-Jubeir"}): "2018-06-14",
        frozenset({"Bashar al-Assad"}): "2018-06-11",
    }


def test_a_body_does_not_meet_where_its_member_was_another_day() -> None:
    text = (
        "ترأس جون كيري الجلسة بعد اجتماع للمجموعة الدولية لدعم سورية عقد في وقت سابق في نيويورك. "
        "وكان كيري زار موسكو يوم الثلاثاء الماضي."
    )
    by_place = {event.place.name: event for event in met(text) if event.place}
    assert by_place["New York"].date.basis == "published"
    assert {p.name for p in by_place["Moscow"].participants} == {"John Kerry"}


IN_TURN = [
    ("وكان جون كيري التقى في موسكو في 14 أيار الرئيس الروسي فلاديمير بوتين، وعقد في اليوم التالي "
     "اجتماعاً مطولاً مع نظيره الروسي سيرغي لافروف.",
     {("John Kerry", "Vladimir Putin"): "2018-05-14", ("John Kerry", "Sergey Lavrov"): "2018-05-15"}),
    ("كان الأخضر الإبراهيمي التقى الرئيس بشار الأسد في دمشق يوم 14 حزيران، قبل أن يتوجه إلى موسكو "
     "حيث أجرى أمس محادثات مع سيرغي لافروف.",
     {("Lakhdar Brahimi", "Bashar al-Assad"): "2018-06-14",
      ("Lakhdar Brahimi", "Sergey Lavrov"): "2018-06-16"}),
    ("قام فلاديمير بوتين بزيارة إلى حميميم. وأمس توجه إلى القاهرة واجتمع بالرئيس المصري عبد الفتاح "
     "السيسي، قبل أن يلتقي في أنقرة نظيره التركي رجب طيب إردوغان.",
     {("Vladimir Putin", "Abdel Fattah el-Sisi"): "2018-06-16",
      ("Vladimir Putin", "Recep Tayyip Erdogan"): None}),
    ("أعلن سيرغي لافروف ومحمد جواد ظريف ومولود جاويش أوغلو، بعد اجتماع عقدوه في موسكو أمس، "
     "استعدادهم لضمان اتفاق بين الحكومة السورية والمعارضة.",
     {("Sergey Lavrov", "Mohammad Javad Zarif", "Mevlut Cavusoglu"): "2018-06-16"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), IN_TURN)
def test_whom_each_met_in_turn(text: str, expected: dict[tuple[str, ...], str | None]) -> None:
    meetings = {
        frozenset(p.name for p in event.participants): event
        for event in met(text)
        if event.mode != "visit"
    }
    assert set(meetings) == {frozenset(names) for names in expected}
    for names, day in expected.items():
        if day is not None:
            assert meetings[frozenset(names)].date.edtf.rstrip("?") == day


NOT_TOLD = [
    "دعت 17 دولة، في ختام اجتماع عقدته في فيينا أمس، المنظمة الدولية إلى جمع ممثلين عن الحكومة "
    "السورية والمعارضة في عملية سياسية.",
    "أقر المجلس جدولاً زمنياً يبدأ بمفاوضات بين الحكومة السورية والمعارضة في فيينا.",
]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_those_who_are_only_to_be_brought_together_have_not_met(text: str) -> None:
    assert met(text) == []


def test_what_is_told_after_a_day_ahead_is_not_of_that_day() -> None:
    text = (
        "تسحب الأسلحة بحلول العاشر من الشهر المقبل. "
        "ووقع الوزيران سيرغي شويغو وخلوصي أكار مذكرة بهذا الشأن."
    )
    found = extract(Document("d", text, published=PUBLISHED)).events
    (agreed,) = [event for event in found if event.event_type == "AGREE"]
    assert (agreed.modality, agreed.date.basis) == ("actual", "published")


def test_whom_he_met_next_on_another_day() -> None:
    text = (
        "التقى ستافان دي ميستورا في جنيف جون كيري يوم الأربعاء، ثم محمد جواد ظريف يوم الخميس، "
        "ثم اجتمع رسمياً بوفد الهيئة العليا للمفاوضات يوم الجمعة."
    )
    days = {
        next(p.name for p in event.participants if p.name != "Staffan de Mistura"): event.date.edtf
        for event in met(text)
    }
    assert days == {
        "John Kerry": "2018-06-13",
        "Mohammad Javad Zarif": "2018-06-14",
        "High Negotiations Committee": "2018-06-15",
    }


def test_whom_he_called_next_he_did_not_meet() -> None:
    text = "استقبل فلاديمير بوتين بشار الأسد في سوتشي أمس، ثم أطلع دونالد ترامب هاتفياً اليوم."
    assert {event.mode for event in met(text)} == {"meeting", "phone"}
