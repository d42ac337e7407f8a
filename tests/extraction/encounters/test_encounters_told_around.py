"""Encounters told around something else: an agreement, a visit, a day or a place named before."""

from __future__ import annotations

from datetime import date

import pytest

from tests.extraction.encounters.reading import encounters

B_W = {"Vladimir Putin", "Bashar al-Assad"}
K_L = {"John Kerry", "Sergey Lavrov"}
TOLD = [
    # published, text, who, where, first, last
    ("2013-09-14", "توصل جون كيري وسيرغي لافروف إلى اتفاق على السلاح. وجاء الاتفاق بعد محادثات أمس في جنيف.",
     K_L, "Geneva", "2013-09-13", "2013-09-13"),
    ("2019-10-23", "توصل أردوغان وبوتين إلى اتفاق، وذلك في محادثات استمرت ساعات في سوتشي أمس الثلاثاء.",
     {"Recep Tayyip Erdogan", "Vladimir Putin"}, "Sochi", "2019-10-22", "2019-10-22"),
    ("2021-08-29", "عقد أمس السبت مؤتمر بغداد للتعاون. وحضر المؤتمر الرئيس إيمانويل ماكرون والملك عبد الله الثاني.",
     {"Emmanuel Macron", "King Abdullah II"}, "Baghdad", "2021-08-28", "2021-08-28"),
    ("2022-11-02", "انطلقت في العاصمة الجزائرية الثلاثاء أعمال القمة العربية برئاسة عبد المجيد تبون.",
     {"Arab League", "Abdelmadjid Tebboune"}, "Algiers", "2022-11-01", "2022-11-01"),
    ("2021-05-26", "وصل أنتوني بلينكن إلى رام الله أمس. ومن المقرر أن يزور لاحقاً القاهرة.",
     {"Antony Blinken"}, "Cairo", None, None),
    ("2018-12-17", "عقد الرئيس بشار الأسد والرئيس السوداني عمر البشير جلسة محادثات في دمشق مساء أمس.",
     {"Bashar al-Assad", "Omar al-Bashir"}, "Damascus", "2018-12-16", "2018-12-16"),
    ("2018-01-21", "استقبل حيدر العبادي أمس نيجيرفان بارزاني. ويلتقي بارزاني اليوم حسن روحاني في طهران.",
     {"Nechirvan Barzani", "Hassan Rouhani"}, "Tehran", "2018-01-21", "2018-01-21"),
    ("2021-11-09", "وصل عبد الله بن زايد إلى دمشق الثلاثاء. وقالت وكالة إن الرئيس بشار الأسد استقبله.",
     {"Bashar al-Assad", "Abdullah bin Zayed Al Nahyan"}, "Damascus", "2021-11-09", "2021-11-09"),
    ("2019-10-22", "عقد بوتين وأردوغان محادثات في سوتشي الثلاثاء. وأجرى بوتين عقب ذلك اتصالاً هاتفياً ببشار الأسد.",
     B_W, None, "2019-10-22", "2019-10-22"),
    ("2025-08-13", "اختتم اجتماع سوري أردني استضافته عمان أمس الثلاثاء. وضم الاجتماع أيمن الصفدي وأسعد الشيباني.",
     {"Ayman Safadi", "Asaad al-Shaibani"}, "Amman", "2025-08-12", "2025-08-12"),
    ("2017-11-21", "استقبل بوتين بشار الأسد في سوتشي الاثنين. وسيستضيف بوتين في المدينة نفسها غداً قمة مع أردوغان.",
     {"Vladimir Putin", "Recep Tayyip Erdogan"}, "Sochi", "2017-11-22", "2017-11-22"),
    ("2018-08-08", "سيصل وفد إلى القاهرة غداً للقاء رئيس حركة حماس في القطاع يحيى السنوار ووليد المعلم.",
     {"Yahya Sinwar", "Walid Muallem"}, "Cairo", "2018-08-09", "2018-08-09"),
    ("2019-02-26", "اجتمع بشار الأسد في طهران أمس بعلي خامنئي، ثم بالرئيس حسن روحاني.",
     {"Bashar al-Assad", "Hassan Rouhani"}, "Tehran", "2019-02-25", "2019-02-25"),
    ("2023-05-19", "وصل بشار الأسد إلى جدة الخميس للمشاركة في القمة العربية التي تعقد الجمعة.",
     {"Arab League", "Bashar al-Assad"}, "Jeddah", "2023-05-19", "2023-05-19"),
    ("2020-01-08", "زار الرئيس فلاديمير بوتين دمشق الثلاثاء وعقد مع الرئيس بشار الأسد اجتماعاً في مقر القوات.",
     B_W, "Damascus", "2020-01-07", "2020-01-07"),
    ("2016-12-20", "عقد وزراء خارجية روسيا سيرغي لافروف وتركيا مولود جاويش أوغلو وإيران محمد جواد ظريف اجتماعاً في موسكو اليوم.",
     {"Sergey Lavrov", "Mevlut Cavusoglu", "Mohammad Javad Zarif"}, "Moscow", "2016-12-20", "2016-12-20"),
    ("2022-12-29", "اجتمع وزراء الدفاع في كل من روسيا وتركيا في موسكو الأربعاء.",
     {"Sergei Shoigu", "Hulusi Akar"}, "Moscow", "2022-12-28", "2022-12-28"),
    ("2023-05-07", "تتواصل في مدينة جدة لليوم الثاني المحادثات بين الجيش السوداني وقوات الدعم السريع.",
     {"Sudanese army", "Rapid Support Forces"}, "Jeddah", "2023-05-06", "2023-05-07"),
    ("2023-05-07", "تتواصل في مدينة جدة منذ السبت محادثات بين الجيش السوداني وقوات الدعم السريع.",
     {"Sudanese army", "Rapid Support Forces"}, "Jeddah", "2023-05-06", "2023-05-07"),
    ("2018-05-10", "غاب سامح شكري عن لقاء جون كيري وسيرغي لافروف في الرياض أمس.",
     K_L, "Riyadh", "2018-05-09", "2018-05-09"),
    ("2014-11-10", "استقبل بشار الأسد اليوم ستيفان دي ميستورا المبعوث الخاص للأمم المتحدة إلى سوريا.",
     {"Bashar al-Assad", "Staffan de Mistura"}, None, "2014-11-10", "2014-11-10"),
]  # fmt: skip


@pytest.mark.parametrize(("published", "text", "who", "where", "first", "last"), TOLD)
def test_encounter(
    published: str, text: str, who: set[str], where: str | None, first: str | None, last: str | None
) -> None:
    found = [
        event for event in encounters(published, text)
        if {person.name for person in event.participants} == who
        and (event.place.name if event.place else None) == where
    ]  # fmt: skip
    assert len(found) == 1
    (event,) = found
    assert event.date.first == (date.fromisoformat(first) if first else None)
    assert event.date.last == (date.fromisoformat(last) if last else None)


@pytest.mark.parametrize(
    "text",
    [
        "قال الرئيس أردوغان إن من الممكن أن يلتقي بشار الأسد.",
        "قال أردوغان إن من غير المستبعد أن يجتمع ببوتين.",
        "أكدت الوزارة عدم وجود أي لقاء مقرر بين إبراهيم الجعفري وعادل الجبير.",
        "ونفى مسؤول سعودي في وقت سابق إجراء أي محادثات مع طهران.",
        "رحبت الرياض وواشنطن ببدء المحادثات الأولية بين الطرفين.",
        "قال المتحدث إنهم لن يدخلوا في أي محادثات مع النظام السوري.",
        "عمل جون كيري وزيراً للخارجية. والتقينا وزير الخارجية الإيراني محمد جواد ظريف في أنقرة.",
    ],
)
def test_none_is_told(text: str) -> None:
    assert encounters("2022-11-18", text) == []


def test_a_visit_beside_a_meeting_there_and_then_is_one_with_it() -> None:
    found = encounters(
        "2018-07-30",
        "التقى جيريمي هانت الوزير وانغ يي في بكين. وتأتي زيارة هانت إلى بكين بعد أسابيع من تعيينه.",
    )
    assert [event.mode for event in found] == ["meeting"]


def test_of_a_tour_that_goes_on_no_day_is_told() -> None:
    found = encounters(
        "2024-03-21", "وصل أنتوني بلينكن إلى القاهرة الخميس في إطار جولة تشمل السعودية وإسرائيل."
    )
    days = {event.place.name: event.date.first for event in found if event.place}
    assert days == {"Cairo": date(2024, 3, 21), "Saudi Arabia": None, "Israel": None}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("كانت زيارة الرئيس المصري الراحل أنور السادات إلى القدس عام 1977.", {"Anwar Sadat"}),
        ("التقى نبيه بري الموفد القطري جاسم بن فهد آل ثاني في بيروت أمس.",
         {"Nabih Berri", "جاسم بن فهد آل ثاني"}),
        ("بحث أمير دولة الكويت الشيخ صباح الأحمد الجابر الصباح مع أحمد الجربا الأزمة.",
         {"Sabah al-Ahmad al-Sabah", "Ahmad Jarba"}),
    ],
)  # fmt: skip
def test_who_is_meant(text: str, who: set[str]) -> None:
    (event,) = encounters("2014-05-19", text)
    assert {person.name for person in event.participants} == who


def test_two_who_speak_to_the_press_come_from_the_meeting_of_many_told_before() -> None:
    text = (
        "ناقش جون كيري مع وزراء دول مجلس التعاون الخليجي في الدوحة أمس الملف النووي.\n"
        "وقال كيري خلال مؤتمر صحافي مشترك مع نظيره القطري خالد العطية عقب الاجتماع إن الاتفاق جيد."
    )
    (event,) = encounters("2018-06-17", text)
    assert event.mode == "multilateral"
    assert {p.name for p in event.participants} == {
        "John Kerry", "Gulf Cooperation Council", "Khalid al-Attiyah",
    }  # fmt: skip
