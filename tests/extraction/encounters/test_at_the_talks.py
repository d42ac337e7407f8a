"""Those who sit at talks of many sides: their delegations, whom each met, where the table is."""

from __future__ import annotations

import pytest

from tests.extraction.encounters.reading import told

MISTURA, SYRIA, OPPOSITION = "Staffan de Mistura", "Syria", "Syrian opposition"
KERRY, LAVROV, ZARIF = "John Kerry", "Sergey Lavrov", "Mohammad Javad Zarif"
GRIFFITHS, YEMEN, HOUTHIS = "Martin Griffiths", "Yemeni government", "Houthis"
PUTIN, ASSAD, OBAMA = "Vladimir Putin", "Bashar al-Assad", "Barack Obama"


def who_where_when(published: str, text: str) -> list[tuple[set[str], str | None, str]]:
    return [(who, place, day) for _, _, who, place, day in told(published, text)]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("لا هدنة في سوريا. واجتمع دي ميستورا الخميس في جنيف مع وفد الحكومة.", {SYRIA}),
        ("لا هدنة في سوريا. واجتمع دي ميستورا الخميس في جنيف مع الوفد الحكومي.", {SYRIA}),
        (
            "استأنفت الحكومة السورية والمعارضة مفاوضاتهما الخميس في جنيف.",
            {SYRIA, OPPOSITION},
        ),
        (
            "استأنف طرفا النزاع السوري مفاوضاتهما الخميس في جنيف.",
            {SYRIA, OPPOSITION},
        ),
        (
            "بدأ ممثلو الحكومة السورية وشخصيات من المعارضة الخميس في جنيف محادثات مباشرة.",
            {SYRIA, OPPOSITION},
        ),
        (
            "عقد وفدا الحكومة والمعارضة السورية الخميس جلسة مباشرة في جنيف.",
            {SYRIA, OPPOSITION},
        ),
    ],
)
def test_a_delegation_is_of_the_land_that_is_spoken_of(text: str, sides: set[str]) -> None:
    ((who, place, day),) = who_where_when("2017-02-24", text)
    assert who - {MISTURA} == sides
    assert (place, day) == ("Geneva", "2017-02-23")


def test_the_same_words_mean_the_sides_of_another_land() -> None:
    text = (
        "اجتمع غريفيث الخميس في السويد مع وفد الحكومة اليمنية، ثم مع وفد صنعاء. "
        "وقال إنه سيلتقي الوفدين على حدة السبت."
    )
    rows = who_where_when("2018-12-07", text)
    assert ({GRIFFITHS, YEMEN}, "Sweden", "2018-12-06") in rows
    assert ({GRIFFITHS, HOUTHIS}, "Sweden", "2018-12-06") in rows


def test_who_leads_a_delegation_is_told_by_his_name() -> None:
    text = "التقى دي ميستورا الخميس في جنيف رئيس الوفد الحكومي السوري بشار الجعفري."
    assert who_where_when("2017-02-24", text) == [
        ({MISTURA, "Bashar Jaafari"}, "Geneva", "2017-02-23")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "اجتمع دي ميستورا الخميس في جنيف مع وفد الحكومة السورية، ثم مع وفد المعارضة السورية.",
        "عقد دي ميستورا الخميس في جنيف اجتماعين منفصلين، الأول مع وفد الحكومة السورية، "
        "والثاني بعد الظهر مع وفد المعارضة السورية.",
        "عقد دي ميستورا الخميس في جنيف لقاءين، الأول مع الوفد الحكومي السوري والآخر مع وفد "
        "المعارضة السورية.",
    ],
)
def test_sides_met_one_after_the_other_are_two_meetings(text: str) -> None:
    rows = who_where_when("2017-02-24", text)
    assert ({MISTURA, SYRIA}, "Geneva", "2017-02-23") in rows
    assert ({MISTURA, OPPOSITION}, "Geneva", "2017-02-23") in rows
    assert len(rows) == 2


@pytest.mark.parametrize(
    "text",
    [
        "تحدث بوتين هاتفياً أمس إلى بشار الأسد، ثم إلى باراك أوباما.",
        "أبلغ بوتين بشار الأسد قراره في مكالمة هاتفية أمس، ثم باراك أوباما.",
        "أجرى بوتين أمس اتصالات هاتفية بدأها ببشار الأسد ثم الرئيس الأميركي باراك أوباما.",
    ],
)
def test_who_is_called_next_is_called_apart(text: str) -> None:
    rows = [(who, day) for who, _, day in who_where_when("2016-03-15", text)]
    assert ({PUTIN, ASSAD}, "2016-03-14") in rows
    assert ({PUTIN, OBAMA}, "2016-03-14") in rows
    assert len(rows) == 2


def test_a_separate_meeting_each_with_one_man() -> None:
    text = "تحدث لافروف وظريف إلى الصحافة، ثم عقد لافروف وظريف لقاءات منفصلة مع وليد المعلم."
    pairs = [who for who, *_ in who_where_when("2016-03-15", text)]
    assert {LAVROV, "Walid Muallem"} in pairs
    assert {ZARIF, "Walid Muallem"} in pairs


@pytest.mark.parametrize(
    "text",
    [
        "تواصلت أمس في لوزان المفاوضات النووية بين إيران والدول الست. وعقد جون كيري ومحمد جواد "
        "ظريف اجتماعاً صباح أمس.",
        "دخلت المفاوضات بين إيران والدول الست في مدينة لوزان أمس يومها الأخير.\nوعقد كيري ومحمد "
        "جواد ظريف لقاء ثنائياً أمس.",
    ],
)
def test_who_sits_at_the_table_meets_where_the_table_is(text: str) -> None:
    assert ({KERRY, ZARIF}, "Lausanne", "2015-03-30") in who_where_when("2015-03-31", text)


@pytest.mark.parametrize(
    "text",
    [
        # on another day
        "تواصلت أمس في لوزان المفاوضات بين إيران والدول الست. وعقد جون كيري لقاء مع محمد جواد "
        "ظريف الخميس الماضي.",
        # of nobody who sits there
        "تواصلت أمس في لوزان المفاوضات بين إيران والدول الست. والتقى وليد المعلم أمس ناصر جودة.",
    ],
)
def test_others_and_other_days_are_not_at_the_table(text: str) -> None:
    rows = who_where_when("2015-03-31", text)
    places = [place for who, place, _ in rows if who & {KERRY, "Walid Muallem"}]
    assert places == [None]


def test_others_who_take_part_sit_with_the_two_sides() -> None:
    text = (
        "اختتمت أمس في أستانا الجولة الخامسة من المحادثات السورية بمشاركة وفود روسيا وتركيا وإيران."
    )
    ((who, place, day),) = who_where_when("2017-07-05", text)
    assert who >= {SYRIA, OPPOSITION, "Russia", "Turkey", "Iran"}
    assert (place, day) == ("Astana", "2017-07-04")


def test_sponsors_do_not_sit_there() -> None:
    text = "تنطلق اليوم في أستانا جولة من محادثات السلام السورية برعاية روسيا وتركيا وإيران."
    ((who, *_),) = who_where_when("2017-07-05", text)
    assert who == {SYRIA, OPPOSITION}


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "التقى دي ميستورا أمس في جنيف بشار الجعفري، على أن يجتمع المبعوث اليوم مع نصر الحريري "
            "في إطار المحادثات السورية.",
            ({MISTURA, "Nasr al-Hariri"}, "Geneva", "2016-03-15"),
        ),
        (
            "التقى كيري أمس في فيينا لافروف. واجتمع أيضاً بنظيره الإيراني محمد جواد ظريف.",
            ({KERRY, ZARIF}, "Vienna", "2016-03-14"),
        ),
        (
            "بدأ ظريف السبت جولة قادته إلى مسقط ثم موسكو حيث أجرى الاثنين محادثات مع لافروف.",
            ({ZARIF, LAVROV}, "Moscow", "2016-03-14"),
        ),
        (
            "وقعت الفصائل الفلسطينية أمس في بلدة الصخيرات جنوب الرباط اتفاقاً في حضور كيري.",
            ({"Palestinian factions", KERRY}, "Skhirat", "2016-03-14"),
        ),
    ],
)
def test_where_one_goes_on_to_meet(text: str, row: tuple[set[str], str, str]) -> None:
    assert row in who_where_when("2016-03-15", text)


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        (
            "وكان رئيسا المجلسين عقيلة صالح ونوري أبو سهمين اللذان التقيا في مالطا أمس متفائلين.",
            {"Aguila Saleh", "Nouri Abusahmain"},
        ),
        (
            "عقد ميشال عون اجتماعاً مع سمير جعجع، أما سعد الحريري فتشاور مع وليد جنبلاط الذي "
            "استقبله أمس.",
            {"Saad Hariri", "Walid Jumblatt"},
        ),
        (
            "زار عادل الجبير بغداد أمس، في أول زيارة من نوعها، التقى خلالها حيدر العبادي وإبراهيم "
            "الجعفري.",
            {"Adel al-Jubeir", "Haider al-Abadi", "Ibrahim al-Jaafari"},
        ),
        (
            "أكد الناطق باسم الأمم المتحدة أن الأمين العام أنطونيو غوتيريش متفائل بعد محادثات "
            "أجراها مع لافروف.",
            {"Antonio Guterres", LAVROV},
        ),
        (
            "استقبل الوزير زيغمار غابرييل نظيره القطري الشيخ محمد بن عبدالرحمن آل ثاني أمس.",
            {"Sigmar Gabriel", "Mohammed bin Abdulrahman Al Thani"},
        ),
    ],
)
def test_who_is_meant(text: str, pair: set[str]) -> None:
    assert pair in [who for who, *_ in who_where_when("2018-01-10", text)]


def test_ban_is_known_by_one_word_once_he_is_named() -> None:
    text = "دعا بان كي مون إلى هدنة. وأجرى بان أمس اتصالاً بالرئيس عبد ربه منصور هادي."
    assert ({"Ban Ki-moon", "Abdrabbuh Mansur Hadi"}, None, "2015-06-14") in who_where_when(
        "2015-06-15", text
    )
    assert who_where_when("2015-06-15", "دعا بان كي مون إلى هدنة. وأفاد بأن لافروف تفاءل.") == []


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "وكان كيري ولافروف توصلا أمس في جنيف، بعد يوم طويل من المفاوضات، إلى اتفاق على هدنة.",
            ({KERRY, LAVROV}, "Geneva", "2016-03-14"),
        ),
        (
            "انتهت المحادثات التي استضافتها لوزان أمس بمشاركة كيري ولافروف من دون اختراق.",
            ({KERRY, LAVROV}, "Lausanne", "2016-03-14"),
        ),
        (
            "تواصلت في الكويت أمس الجلسات المباشرة بين وفد الحكومة اليمنية ووفد الحوثيين.",
            ({YEMEN, HOUTHIS}, "Kuwait", "2016-03-14"),
        ),
        (
            "اختتمت المعارضة السورية في القاهرة أمس اجتماعاً أقرت فيه وثيقة.",
            ({OPPOSITION}, "Cairo", "2016-03-14"),
        ),
        (
            "عقدت جولة جديدة من الحوار الوطني أمس في عين التينة برئاسة نبيه بري وحضور سعد الحريري.",
            ({"Nabih Berri", "Saad Hariri"}, "Beirut", "2016-03-14"),
        ),
        (
            "توجه بوتين أمس إلى القاهرة والتقى عبد الفتاح السيسي، واختتم يومه في أنقرة بلقاء "
            "رجب طيب أردوغان.",
            ({PUTIN, "Abdel Fattah el-Sisi"}, "Cairo", "2016-03-14"),
        ),
        (
            "التقى حيدر العبادي أمس في أنقرة رجب طيب أردوغان، ويتوجه اليوم إلى طهران للقاء حسن "
            "روحاني.",
            ({"Haider al-Abadi", "Hassan Rouhani"}, "Tehran", "2016-03-15"),
        ),
        (
            "افتتح الملك سلمان وباراك أوباما أمس في الرياض القمة العربية.",
            ({"Arab League", "King Salman", OBAMA}, "Riyadh", "2016-03-14"),
        ),
        (
            "اجتمعت الهيئة العليا للمفاوضات أمس في الرياض مع منصتي القاهرة وموسكو.",
            (
                {"High Negotiations Committee", "Cairo platform", "Moscow platform"},
                "Riyadh",
                "2016-03-14",
            ),
        ),
        (
            "زار بشار الأسد موسكو السبت وأجرى محادثات مع بوتين، كما أعلن الكرملين أمس.",
            ({ASSAD, PUTIN}, "Moscow", "2016-03-12"),
        ),
        (
            "أعلن بوتين الهدنة أمس، وتحدث بعد ذلك هاتفياً مع بشار الأسد وحسن روحاني.",
            ({PUTIN, ASSAD}, None, "2016-03-15~"),
        ),
        (
            "أعلن ترامب استعداده للتوسط، واتصل لافروف أمس بنظيره كيري.",
            ({KERRY, LAVROV}, None, "2016-03-14"),
        ),
        (
            "اجتمع كيري ولافروف أمس في أحد فنادق فيينا.",
            ({KERRY, LAVROV}, "Vienna", "2016-03-14"),
        ),
        (
            "اجتمع وزراء خارجية ودفاع روسيا وتركيا أمس في موسكو.",
            ({LAVROV, "Mevlut Cavusoglu"}, "Moscow", "2016-03-14"),
        ),
    ],
)
def test_talks_as_they_are_told(text: str, row: tuple[set[str], str | None, str]) -> None:
    assert row in who_where_when("2016-03-15", text)


def test_who_speaks_to_the_press_stands_with_both() -> None:
    text = "أعلن كيري الهدنة. وقال في مؤتمر صحافي مشترك مع لافروف ودي ميستورا إن الاختبار قريب."
    assert [who for who, *_ in who_where_when("2016-03-15", text)] == [{KERRY, LAVROV, MISTURA}]


def test_what_the_king_did_is_no_part_of_his_name() -> None:
    text = "اتصل باراك أوباما أمس بالعاهل السعودي الملك سلمان ودعاه إلى زيارة واشنطن."
    assert ({OBAMA, "King Salman"}, None, "2016-03-14") in who_where_when("2016-03-15", text)
