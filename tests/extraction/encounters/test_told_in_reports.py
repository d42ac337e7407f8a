"""Encounters in the long sentences of reports: whose, where and on which day, clause by clause."""

from __future__ import annotations

import pytest

from tests.extraction.encounters.reading import encounters

PUBLISHED = "2016-10-20"  # a Thursday
Row = tuple[str, set[str], str | None, str | None]

TOLD: list[Row] = [
    # text, who, where, the day that the text gives
    # Where somebody speaks who comes from talks, they were.
    ("وفي القاهرة، طالب وزير الخارجية الأردني ناصر جودة بعد لقائه الأمين العام للجامعة العربية أحمد أبو الغيط بموقف موحد.",
     {"Nasser Judeh", "Ahmed Aboul Gheit"}, "Cairo", None),
    ("وفي القاهرة، رأى ناصر جودة أنه بعد لقائه سيرغي لافروف لم يعد الحل بعيداً.",
     {"Nasser Judeh", "Sergey Lavrov"}, None, None),
    # Of what happened elsewhere they will be told.
    ("وفي بيروت، قال ستيفان دي ميستورا إنه سيلتقي السبت جبران باسيل لإطلاعه على ما دار في العاصمة الكازاخية.",
     {"Staffan de Mistura", "Gebran Bassil"}, None, "2016-10-22"),
    # The day on which he went on is not that of the meeting.
    ("والتقى جون كيري رياض حجاب في مقر إقامته في الرياض قبل أن يغادر صباح اليوم إلى لاوس.",
     {"John Kerry", "Riyad Hijab"}, "Riyadh", None),
    # Two talks in one sentence, one told beside the other.
    ("وكان جون كيري وصل إلى عمان أمس، وعقد قبل لقائه محمود عباس اجتماعاً مع الملك عبد الله الثاني.",
     {"John Kerry", "King Abdullah II"}, "Amman", "2016-10-19"),
    ("وكان جون كيري وصل إلى عمان أمس، وعقد قبل لقائه محمود عباس اجتماعاً مع الملك عبد الله الثاني.",
     {"John Kerry", "Mahmoud Abbas"}, "Amman", "2016-10-19"),
    ("أجرى فلاديمير بوتين محادثات في القاهرة مع عبد الفتاح السيسي، واختتم جولته في أنقرة بلقاء رجب طيب أردوغان.",
     {"Vladimir Putin", "Abdel Fattah el-Sisi"}, "Cairo", None),
    ("أجرى فلاديمير بوتين محادثات مع عبد الفتاح السيسي قبل أن يختتم جولته في أنقرة بلقاء رجب طيب أردوغان.",
     {"Vladimir Putin", "Recep Tayyip Erdogan"}, "Ankara", None),
    ("قال ميخائيل بوغدانوف إنه اجتمع صباح أمس، قبل انطلاق المشاورات، مع القيادي المعارض قدري جميل.",
     {"Mikhail Bogdanov", "Qadri Jamil"}, None, "2016-10-19"),
    # Whom a guest met on a visit: both of his hosts.
    ("قال ستيفان دي ميستورا ذلك في ختام زيارة لدمشق التقى خلالها الرئيس بشار الأسد ووزير الخارجية وليد المعلم.",
     {"Staffan de Mistura", "Bashar al-Assad", "Walid Muallem"}, "Damascus", None),
    # What had been before what is ahead.
    ("سيلتقي جون كيري سيرغي لافروف في باريس الأحد، بعدما اتصل فلاديمير بوتين بباراك أوباما.",
     {"Vladimir Putin", "Barack Obama"}, None, None),
    ("قال رجب طيب أردوغان إنه سيثير الأمر عندما يزور واشنطن في 16 تشرين الثاني (نوفمبر).",
     {"Recep Tayyip Erdogan"}, "Washington", "2016-11-16"),
    # One who is not yet minister is not the one who is.
    ("انتقد دونالد ترامب جون كيري. وقال سيرغي لافروف إنه سيلتقي وزير الخارجية الأميركي المعين ريكس تيلرسون.",
     {"Sergey Lavrov", "Rex Tillerson"}, None, None),
    # «الوزير» is no head of government, whoever was named last.
    ("قال جون كيربي إن جون كيري تحدث مع رئيس الوزراء العراقي حيدر العبادي. وأضاف أن الوزير سيلتقي غداً عادل الجبير.",
     {"John Kerry", "Adel al-Jubeir"}, None, "2016-10-21"),
    # Where he came from, and the day of it.
    ("وصل ستيفان دي ميستورا إلى طهران آتياً من دمشق، حيث أجرى صباحاً محادثات مع وليد المعلم.",
     {"Staffan de Mistura", "Walid Muallem"}, "Damascus", None),
    ("وصل ستيفان دي ميستورا إلى طهران آتياً من دمشق، حيث أجرى أمس محادثات مع وليد المعلم.",
     {"Staffan de Mistura"}, "Tehran", None),
    ("وصل جون كيري إلى الرياض آتياً من روما حيث استقبله باولو جنتيلوني، في ختام جولة بدأها الاثنين في لاهاي.",
     {"John Kerry", "Paolo Gentiloni"}, "Rome", None),
    ("يتوجه حيدر العبادي غداً إلى القاهرة للقاء عبد الفتاح السيسي، ثم إلى عمان حيث يستقبله الملك عبد الله الثاني.",
     {"Haider al-Abadi", "King Abdullah II"}, "Amman", None),
    ("وأوضح دي ميستورا أن الأسد أبلغه خلال اجتماعهما أمس موافقته.\nوزار دي ميستورا الاثنين مدينة حمص.",
     {"Staffan de Mistura", "Bashar al-Assad"}, None, "2016-10-19"),
    ("وجمع اللقاء الذي دام أربع ساعات في لوزان سيرغي لافروف وجون كيري وعادل الجبير.",
     {"Sergey Lavrov", "John Kerry", "Adel al-Jubeir"}, "Lausanne", None),
    # «الملك سلمان», whatever word follows him.
    ("بعث الملك سلمان ببرقية تهنئة إلى الرئيس السيسي. والتقى الملك سلمان السيسي أمس في الرياض.",
     {"King Salman", "Abdel Fattah el-Sisi"}, "Riyadh", "2016-10-19"),
    # Two of one side did not meet each other.
    ("بعث الملك سلمان برسالة إلى عبد الفتاح السيسي نقلها عادل الجبير خلال لقائهما في القاهرة أمس.",
     {"Adel al-Jubeir", "Abdel Fattah el-Sisi"}, "Cairo", "2016-10-19"),
    # He who is accompanied meets.
    ("ورافق محمد بن سلمان الملك سلمان في لقائه باراك أوباما في الرياض أمس.",
     {"King Salman", "Barack Obama"}, "Riyadh", "2016-10-19"),
    # Whose visit opens the sentence is told after it.
    ("قال حسن نصر الله إن الحل قريب. وفي اليوم الثاني من زيارته لبيروت، التقى محمد جواد ظريف أمس تمام سلام.",
     {"Mohammad Javad Zarif", "Tammam Salam"}, "Beirut", "2016-10-19"),
    # Whose guest somebody is, and whose plane lands.
    ("حل خالد العطية ضيفاً على عادل الجبير في جدة أمس.",
     {"Khalid al-Attiyah", "Adel al-Jubeir"}, "Jeddah", "2016-10-19"),
    ("هبطت طائرة وزير الخارجية الأميركي جون كيري في مطار القاهرة صباح اليوم.",
     {"John Kerry"}, "Cairo", "2016-10-20"),
    # Each in his town and on his day.
    ("وكان جون كيري أجرى الثلثاء محادثات في باريس مع جان مارك آرولت، وفي لندن الأربعاء مع بوريس جونسون.",
     {"John Kerry", "Jean-Marc Ayrault"}, "Paris", "2016-10-18"),
    ("وكان جون كيري أجرى الثلثاء محادثات في باريس مع جان مارك آرولت، وفي لندن الأربعاء مع بوريس جونسون.",
     {"John Kerry", "Boris Johnson"}, "London", "2016-10-19"),
    ("والتقى سيرغي لافروف في فيينا الاثنين جون كيري، وفي موسكو أمس مولود جاويش أوغلو.",
     {"Sergey Lavrov", "John Kerry"}, "Vienna", "2016-10-17"),
    ("والتقى سيرغي لافروف في فيينا الاثنين جون كيري، وفي موسكو أمس مولود جاويش أوغلو.",
     {"Sergey Lavrov", "Mevlut Cavusoglu"}, "Moscow", "2016-10-19"),
    # Whose people they are stands in quotation marks.
    ("استقبل علي خامنئي في طهران أمس وفداً من «حماس».",
     {"Ali Khamenei", "Hamas"}, "Tehran", "2016-10-19"),
    ("قال ميخائيل بوغدانوف بعد لقائه في إسطنبول أمس وفداً من «الائتلاف» إن موسكو تدعم الحوار.",
     {"Mikhail Bogdanov", "Syrian National Coalition"}, "Istanbul", "2016-10-19"),
    ("التقى ستيفان دي ميستورا في جنيف أمس ممثلين لـ«الائتلاف».",
     {"Staffan de Mistura", "Syrian National Coalition"}, "Geneva", "2016-10-19"),
    # Each with the place and the day that follow him.
    ("عاد أحمد الجربا أمس من جولة التقى خلالها باراك أوباما في البيت الأبيض في 13 أيلول (سبتمبر) الماضي وفرنسوا هولاند في قصر الإليزيه في 20 منه.",
     {"Ahmad Jarba", "Barack Obama"}, "Washington", "2016-09-13"),
    ("عاد أحمد الجربا أمس من جولة التقى خلالها باراك أوباما في البيت الأبيض في 13 أيلول (سبتمبر) الماضي وفرنسوا هولاند في قصر الإليزيه في 20 منه.",
     {"Ahmad Jarba", "Francois Hollande"}, "Paris", "2016-09-20"),
    # The evening on which he came, told after the talks.
    ("اجتمع سيرغي لافروف مع نجيب ميقاتي، ثم استقبل فلاديمير بوتين جون كيري في الكرملين.\nوكان كيري وصل إلى موسكو مساء الثلثاء آتياً من لوكا، حيث شارك في اجتماع مجموعة السبع.",
     {"John Kerry"}, "Moscow", "2016-10-18"),
    ("استقبل فلاديمير بوتين جون كيري في الكرملين.\nوكان كيري وصل إلى موسكو مساء الثلثاء آتياً من لوكا، حيث شارك في اجتماع مجموعة السبع.",
     {"Vladimir Putin", "John Kerry"}, "Moscow", None),
    # «الأول» of two.
    ("عقد جون كيري وسيرغي لافروف لقاء في ميونيخ أمس، كما اجتمع الأول مع نظيره السعودي عادل الجبير.",
     {"John Kerry", "Adel al-Jubeir"}, "Munich", "2016-10-19"),
]  # fmt: skip


@pytest.mark.parametrize("row", TOLD, ids=[row[0][:40] for row in TOLD])
def test_whose_where_and_when(row: Row) -> None:
    text, who, place, day = row
    found = {
        (e.place.name if e.place else None,
         None if e.date.basis == "published" or e.date.first is None else e.date.first.isoformat())
        for e in encounters(PUBLISHED, text)
        if {p.name for p in e.participants} == who
    }  # fmt: skip
    assert (place, day) in found


def test_what_somebody_used_to_do_on_visits_is_no_visit() -> None:
    assert encounters(PUBLISHED, "كان إيمانويل ماكرون يشدد على ذلك عندما يزور موسكو.") == []


def test_each_town_of_a_tour_has_one_meeting() -> None:
    text = "والتقى سيرغي لافروف في فيينا الاثنين جون كيري، وفي موسكو أمس مولود جاويش أوغلو."
    assert len(encounters(PUBLISHED, text)) == 2


def test_how_many_meetings_there_were_is_no_meeting() -> None:
    text = (
        "أجرى فلاديمير بوتين محادثات مع عبد الفتاح السيسي أمس، ثم مع رجب طيب أردوغان. "
        "وهذا هو اللقاء السابع بين الرئيسين هذا العام."
    )
    days = {e.date.edtf for e in encounters(PUBLISHED, text)}
    assert "2016" not in days


def test_what_nobody_plans_is_no_encounter() -> None:
    for text in (
        "ولا يتوقع أن يلتقي باراك أوباما فلاديمير بوتين في ليما.",
        "وليس مقرراً أن يجتمع جون كيري مع سيرغي لافروف في جنيف.",
        "ولا يعتزم باراك أوباما لقاء فلاديمير بوتين في ليما.",
        "وكان يفترض أن يلتقي جون كيري محمد جواد ظريف في فيينا أمس، لكن الأخير لم يحضر.",
    ):
        assert encounters(PUBLISHED, text) == []


def test_who_was_named_before_made_no_visit() -> None:
    text = "قال حسن نصر الله إن الحل قريب. وخلال زيارته لبيروت، التقى محمد جواد ظريف أمس تمام سلام."
    assert all("Hassan Nasrallah" not in {p.name for p in e.participants}
               for e in encounters(PUBLISHED, text))  # fmt: skip


def test_whom_a_guest_meets_on_arriving_made_no_visit() -> None:
    text = "وصل ألكسندر لافرينتييف إلى بيروت أمس، والتقى فور وصوله رئيس الجمهورية ميشال عون في قصر بعبدا."
    assert not any(e.mode == "visit" and {p.name for p in e.participants} == {"Michel Aoun"}
                   for e in encounters(PUBLISHED, text))  # fmt: skip


def test_talks_in_a_call_are_a_call() -> None:
    text = "ناقش سيرغي لافروف وجون كيري في اتصال أمس تنفيذ الهدنة."
    assert [e.mode for e in encounters(PUBLISHED, text)] == ["phone"]
