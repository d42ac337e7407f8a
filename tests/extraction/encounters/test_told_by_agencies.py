"""Encounters in the ways of agencies and local pages: quotation marks, styles, days at the end."""

from __future__ import annotations

import pytest

from tests.extraction.encounters.reading import encounters, told

KERRY, LAVROV, ABBAS = "John Kerry", "Sergey Lavrov", "Mahmoud Abbas"
PUTIN, ERDOGAN, HARIRI = "Vladimir Putin", "Recep Tayyip Erdogan", "Saad Hariri"


@pytest.mark.parametrize(
    ("published", "text", "who", "where", "day"),
    [
        # Names in quotation marks.
        ("2019-10-23", "بحث الرئيسان “رجب طيب أردوغان” و“فلاديمير بوتين” في سوتشي أمس الوضع في إدلب.",
         {ERDOGAN, PUTIN}, "Sochi", "2019-10-22"),
        ("2016-09-09", 'التقى الوزير "جون كيري" اليوم نظيره "سيرغي لافروف" في جنيف.',
         {KERRY, LAVROV}, "Geneva", "2016-09-09"),
        ("2016-09-09", 'وأوضح المتحدث أن كيري "اتصل بالوزير لافروف اليوم".', {KERRY, LAVROV}, None,
         "2016-09-09"),
        ("2016-09-09", 'وقال كيري إنه "التقى لافروف أمس في جنيف".', {KERRY, LAVROV}, "Geneva",
         "2016-09-08"),
        # The day of what the sentence tells, at its end.
        ("2016-09-09", "أجرى كيري ولافروف اتصالاً هاتفياً تناولا فيه الهدنة في حلب وإدخال المساعدات إلى أحيائها المحاصرة، وذلك أمس الخميس.",
         {KERRY, LAVROV}, None, "2016-09-08"),
        # A call told at the end of talks.
        ("2016-09-09", "بحث لافروف مع نظيره الأميركي جون كيري الملف السوري وما آلت إليه الهدنة في حلب وريفها وفي ريف دمشق وتطورات أخرى، في اتصال هاتفي أمس.",
         {KERRY, LAVROV}, None, "2016-09-08"),
        # A capital that receives.
        ("2013-02-20", "تستقبل موسكو في 1 آذار رئيس الائتلاف الوطني السوري معاذ الخطيب.",
         {"Moaz al-Khatib", "Russia"}, "Moscow", "2013-03-01"),
        # Styles of address.
        ("2014-08-05", "بحث جلالة الملك عبد الله الثاني مع الملك حمد بن عيسى آل خليفة الوضع في غزة. كما هاتف جلالته أمس الرئيس الفلسطيني محمود عباس.",
         {"King Abdullah II", ABBAS}, None, "2014-08-04"),
        # Who was named in full is meant by his surname.
        ("2017-05-11", "أعلن مكتب بارزاني برنامجه. ويزور مسرور بارزاني واشنطن الأسبوع المقبل. وقال بارزاني إنه التقى اليوم تيلرسون.",
         {"Masrour Barzani", "Rex Tillerson"}, None, "2017-05-11"),
        # Who set out after a meeting.
        ("2013-06-30", "بعد أن التقى كيري مع عباس في عمان الجمعة توجه إلى القدس لإجراء محادثات مع نتنياهو.",
         {KERRY, "Benjamin Netanyahu"}, "Jerusalem", "2013-06-28"),
        # «إن الأخير استقبل»
        ("2022-03-12", "قال مكتب مقتدى الصدر إن الأخير استقبل اليوم هادي العامري في النجف.",
         {"Muqtada al-Sadr", "Hadi al-Amiri"}, "Najaf", "2022-03-12"),
        # A list of hosts by commas.
        ("2023-11-29", "زار لودريان بيروت أمس حيث التقى نجيب ميقاتي، نبيه بري وجوزيف عون.",
         {"Jean-Yves Le Drian", "Najib Mikati", "Nabih Berri", "Joseph Aoun"}, "Beirut",
         "2023-11-28"),
        # What somebody goes to attend.
        ("2023-05-18", "وصل بشار الأسد اليوم إلى جدة لحضور القمة العربية التي تعقد غداً.",
         {"Arab League", "Bashar al-Assad"}, "Jeddah", "2023-05-19"),
        # The body of which the work begins.
        ("2019-10-27", "تنطلق أعمال لجنة مناقشة الدستور في جنيف الأربعاء.",
         {"Syrian Constitutional Committee"}, "Geneva", "2019-10-30"),
        # On a visit whose day is told, and not on that of a stop before it.
        ("2019-01-10", "وصل مايك بومبيو إلى بغداد أمس. وكان قد بدأ جولته أمس الأول في عمان. والتقى بومبيو خلال زيارته برهم صالح.",
         {"Mike Pompeo", "Barham Salih"}, "Baghdad", "2019-01-09"),
        # Where an envoy is posted is no place of his meetings.
        ("2019-07-22", "استقبل خلوصي أكار اليوم المبعوث الخاص للولايات المتحدة في سوريا جيمس جيفري.",
         {"Hulusi Akar", "James Jeffrey"}, None, "2019-07-22"),
        ("2018-02-27", "التقى سعد الحريري اليوم المبعوث السعودي نزار العلولا في بيروت.",
         {HARIRI, "Nizar al-Alula"}, "Beirut", "2018-02-27"),
        # Who left, named before the verb, and where he goes.
        ("2021-10-31", "أعلن الجيش أن جوزيف عون غادر لبنان أمس، متوجهاً إلى الولايات المتحدة.",
         {"Joseph Aoun"}, "United States", "2021-10-30"),
        ("2024-06-20", "يغادر آموس هوكشتاين بيروت إلى إسرائيل غداً.", {"Amos Hochstein"}, "Israel",
         "2024-06-21"),
        # Who came to attend is there.
        ("2022-07-19", "وصل بوتين إلى طهران اليوم لحضور القمة الثلاثية مع نظيريه التركي رجب طيب أردوغان والإيراني إبراهيم رئيسي.",
         {PUTIN, ERDOGAN, "Ebrahim Raisi"}, "Tehran", "2022-07-19"),
        # The head of the state whose house speaks.
        ("2017-12-10", "انتقد عباس قرار دونالد ترامب. وقال المتحدث باسم الرئاسة الفلسطينية نبيل أبو ردينة إن الرئيس التقى أمس الملك عبد الله الثاني في عمان.",
         {ABBAS, "King Abdullah II"}, "Amman", "2017-12-09"),
        ("2019-10-23", "أعلنت الرئاسة التركية أن الرئيس تحدث هاتفياً أمس مع بوتين.",
         {ERDOGAN, PUTIN}, None, "2019-10-22"),
        # The spelling of Erbil.
        ("2025-01-13", "وصل رئيس إقليم كوردستان مساء أمس إلى بغداد.", {"Nechirvan Barzani"}, "Baghdad",
         "2025-01-12"),
        ("2022-11-22", "استقبل الزعيم الكوردي مسعود بارزاني اليوم وفداً من الحزب الديمقراطي الكوردستاني برئاسة فؤاد حسين.",
         {"Masoud Barzani", "Fuad Hussein"}, None, "2022-11-22"),
        # Ministers of states after an adjective, and each of a list after a colon.
        ("2023-05-01", "انطلق في عمان اليوم الاجتماع التشاوري لوزراء خارجية الأردن والسعودية والعراق.",
         {"Ayman Safadi", "Faisal bin Farhan", "Fuad Hussein"}, "Amman", "2023-05-01"),
        ("2022-11-03", "استقبل محمد شياع السوداني اليوم كلاً من: هاكان فيدان، وأيمن الصفدي.",
         {"Mohammed Shia al-Sudani", "Ayman Safadi"}, None, "2022-11-03"),
        # Who tells of a meeting is whose it was.
        ("2024-08-19", "أعلن مكتب بنيامين نتنياهو أن اللقاء مع أنتوني بلينكن الذي استمر ثلاث ساعات اليوم كان إيجابياً.",
         {"Benjamin Netanyahu", "Antony Blinken"}, None, "2024-08-19"),
        # A line broken at a comma.
        ("2016-12-28", "بحث سيرغي لافروف،\nاليوم في اتصال هاتفي، مع نظيره التركي، مولود جاويش أوغلو، تدابير الهدنة.",
         {LAVROV, "Mevlut Cavusoglu"}, None, "2016-12-28"),
    ],
)  # fmt: skip
def test_told_by_agencies(
    published: str, text: str, who: set[str], where: str | None, day: str
) -> None:
    rows = [(names, place, edtf.rstrip("?~")) for _, _, names, place, edtf in told(published, text)]
    assert (who, where, day) in rows


@pytest.mark.parametrize(
    ("published", "text", "who"),
    [
        # What was assumed did not come about.
        ("2013-06-30", "ألغى كيري زيارته لأبوظبي حيث كان يفترض أن يجتمع مساء السبت مع محمد بن زايد.",
         {KERRY, "Mohammed bin Zayed Al Nahyan"}),
        # What talks were about is no meeting of theirs.
        ("2017-01-24", "لافروف وجاويش أوغلو بحثا هاتفياً سير اجتماع أستانا.", set()),
        # How rare a call is, is no other call.
        ("2024-02-12", "بدأت المحادثة الهاتفية بين نتنياهو وبايدن مساء أمس، في أول محادثة بينهما منذ شهر.",
         set()),
        # A council of a state is not that of the world.
        ("2024-08-19", "التقى بلينكن رئيس مجلس الأمن القومي تساحي هنغبي.", {"UN Security Council"}),
        # Where an envoy is sent is not where he came.
        ("2012-10-17", "وصل المبعوث الأممي العربي إلى سوريا الأخضر الإبراهيمي إلى بيروت.", {"Syria"}),
        # Into exile long ago, and refugees that leave.
        ("2018-05-09", "وفي سبعينيات القرن العشرين غادر نوري المالكي العراق إلى سوريا.",
         {"Nouri al-Maliki"}),
        # Where an embassy is moved, nobody met.
        ("2017-12-10", "أجرى محمود عباس مشاورات مع الملك عبد الله الثاني تناولت القرار الأميركي بنقل السفارة إلى القدس.",
         {"Jerusalem"}),
        # Who tells of the sessions of a body is not of them.
        ("2022-05-30", "كشف بيدرسن عن جدول أعمال اجتماعات اللجنة الدستورية بمشاركة وفدي الحكومة والمعارضة في جنيف.",
         {"Geir Pedersen"}),
    ],
)  # fmt: skip
def test_not_told(published: str, text: str, who: set[str]) -> None:
    found = encounters(published, text)
    if not who:
        assert len(found) == 1 and found[0].mode == "phone"
        return
    for event in found:
        places = {event.place.name} if event.place else set()
        assert not who <= {p.name for p in event.participants} | places


def test_each_by_himself() -> None:
    rows = told("2019-09-19", "سيجتمع جيسون غرينبلات بشكل منفصل مع نتنياهو وبيني غانتس في القدس.")
    assert {frozenset(names) for _, _, names, _, _ in rows} == {
        frozenset(("Jason Greenblatt", "Benjamin Netanyahu")),
        frozenset(("Jason Greenblatt", "Benny Gantz")),
    }


def test_the_delegation_of_one_who_came_is_told_with_him() -> None:
    text = (
        "وصل إسماعيل هنية إلى القاهرة أمس على رأس وفد رفيع. وقال مصدر إن الوفد سيلتقي مسؤولين "
        "مصريين. وتأتي زيارة وفد حماس إلى القاهرة بعد أيام من القصف."
    )
    rows = told("2019-02-05", text)
    assert any({"Ismail Haniyeh", "Egypt"} <= names for _, _, names, _, _ in rows)
    assert all(names != {"Hamas"} for _, _, names, _, _ in rows)


def test_a_number_in_a_quoted_name_counts_nobody() -> None:
    rows = encounters("2015-08-03", 'خطفت جبهة النصرة مقاتلين من "الفرقة 30" متهمة قائدهم.')
    assert rows == []
