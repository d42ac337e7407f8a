"""Encounters told with what came before and after them: journeys, words spoken, plans."""

from __future__ import annotations

from datetime import date

import pytest

from tests.extraction.encounters.reading import told

PUBLISHED = date(2016, 9, 14)  # a Wednesday

KERRY, LAVROV = "John Kerry", "Sergey Lavrov"
SISI, ZARIF = "Abdel Fattah el-Sisi", "Mohammad Javad Zarif"

BEFORE_A_JOURNEY = [
    ("غادر جون كيري القاهرة بعد لقاء مع الرئيس عبد الفتاح السيسي متوجهاً إلى تل أبيب.",
     {KERRY, SISI}, "Cairo"),
    ("وصل سيرغي لافروف إلى أنقرة قادماً من طهران بعد محادثات مع الرئيس حسن روحاني.",
     {LAVROV, "Hassan Rouhani"}, "Tehran"),
    ("قال كيري في ختام لقاء مع بنيامين نتنياهو قبل توجهه إلى رام الله إن السلام ممكن.",
     {KERRY, "Benjamin Netanyahu"}, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who", "place"), BEFORE_A_JOURNEY)
def test_an_encounter_before_a_journey_was_not_where_it_led(
    text: str, who: set[str], place: str | None
) -> None:
    (meeting,) = [row for row in told(PUBLISHED, text) if row[2] == who]
    assert meeting[3] == place


def test_who_set_out_is_the_subject_of_the_verb() -> None:
    found = told(PUBLISHED, BEFORE_A_JOURNEY[0][0])
    assert [row[2] for row in found if row[0] == "visit"] in ([], [{KERRY}])


ARRIVED = [
    ("وصل سيرغي لافروف بغداد أمس.", LAVROV, "Baghdad", "2016-09-13"),
    ("وصل مبعوث الأمم المتحدة إلى اليمن إسماعيل ولد الشيخ أحمد مسقط اليوم الأربعاء.",
     "Ismail Ould Cheikh Ahmed", "Muscat", "2016-09-14"),
    ("يصل كيري القاهرة غداً.", KERRY, "Cairo", "2016-09-15"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who", "place", "day"), ARRIVED)
def test_arrival_in_a_capital_without_a_preposition(
    text: str, who: str, place: str, day: str
) -> None:
    (visit,) = told(PUBLISHED, text)
    assert (visit[0], visit[2], visit[3], visit[4]) == ("visit", {who}, place, day)


AHEAD = [
    "من المتوقع أن يزور كيري أنقرة للقاء الرئيس التركي رجب طيب أردوغان.",
    "ومن المنتظر أن يتوجه لافروف إلى الرياض للقاء نظيره السعودي عادل الجبير.",
    "سيتوجه كيري إلى موسكو لإجراء محادثات مع لافروف.",
]


@pytest.mark.parametrize("text", AHEAD)
def test_what_a_journey_ahead_is_made_for_is_ahead(text: str) -> None:
    (meeting,) = told(PUBLISHED, text)
    assert (meeting[1], meeting[4]) == ("future", "")


def test_what_is_announced_after_an_encounter_is_another() -> None:
    text = (
        "صرح سيرغي لافروف عقب لقائه نظيره الإيراني محمد جواد ظريف بأن اجتماعاً ثلاثياً سيعقد "
        "الأسبوع المقبل."
    )
    held = [row for row in told(PUBLISHED, text) if row[1] == "actual"]
    assert [(row[2], row[4]) for row in held] == [({LAVROV, ZARIF}, "2016-09-14~")]


def test_the_place_of_a_summit_announced_at_an_encounter_is_not_its_own() -> None:
    text = (
        "أعلن لافروف خلال لقائه نظيره الإيراني محمد جواد ظريف عن قمة ستعقد في طهران الأسبوع المقبل."
    )
    held = [row for row in told(PUBLISHED, text) if row[1] == "actual"]
    assert [row[3] for row in held] == [None]


def test_the_day_agreed_on_in_a_call_is_not_the_day_of_the_call() -> None:
    text = "اتفق لافروف وظريف في اتصال هاتفي على اللقاء الخميس في موسكو."
    assert [row[4] for row in told(PUBLISHED, text) if row[0] == "phone"] == ["2016-09-14~"]


def test_a_day_counted_from_another_encounter_leaves_each_its_own() -> None:
    text = (
        "أجرى جيسون جرينبلات محادثات مع محمود عباس في رام الله، الثلاثاء. وعقد جرينبلات محادثات مع "
        "عباس بعد يوم من اجتماع مطول مع بنيامين نتنياهو في القدس. وقال جرينبلات بعد الاجتماع إنه ناقش مع "
        "عباس السلام."
    )
    days = {frozenset(row[2]): row[4][:10] for row in told(PUBLISHED, text)}
    assert days == {
        frozenset({"Jason Greenblatt", "Mahmoud Abbas"}): "2016-09-13",
        frozenset({"Jason Greenblatt", "Benjamin Netanyahu"}): "2016-09-12",
    }


def test_since_when_it_is_the_first_is_not_when_it_was() -> None:
    text = (
        "يجري الملك سلمان والرئيس الأميركي باراك أوباما محادثات في الرياض اليوم في أول قمة تجمعهما "
        "منذ تولي سلمان الحكم في يناير 2015."
    )
    assert {row[4] for row in told(PUBLISHED, text)} == {"2016-09-14"}


NOT_TOLD = [
    "تعذر عقد لقاء بين فايز السراج وخليفة حفتر في القاهرة الثلاثاء الماضي.",
    "يأتي ذلك تعليقاً على أنباء نقلتها صحف عبرية، حول لقاء بنيامين نتنياهو مع الأمير محمد بن سلمان "
    "في نيوم أمس.",
]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_what_failed_to_come_about_or_is_rumoured_is_no_encounter(text: str) -> None:
    assert told(PUBLISHED, text) == []


def test_a_name_with_peace_in_it_is_no_matter_of_talks() -> None:
    (meeting,) = told("2024-06-12", "التقى هانس غروندبرغ أمس محمد عبد السلام في مسقط.")
    assert meeting[3] == "Muscat"


def test_the_day_of_leaving_is_not_that_of_the_talks() -> None:
    text = (
        "توجه نوري المالكي اليوم الأربعاء إلى واشنطن في زيارة رسمية. ويجري المالكي خلال زيارته "
        "مباحثات مع الرئيس الأميركي باراك أوباما."
    )
    (meeting,) = [row for row in told(PUBLISHED, text) if row[0] == "meeting"]
    assert (meeting[3], meeting[4]) == ("Washington", "2016-09-14~")


def test_where_somebody_came_from_has_its_own_meeting_and_stay() -> None:
    text = (
        "وصل كيري إلى بغداد أمس قادماً من الكويت التي أقام فيها ليومين والتقى فيها الشيخ صباح الأحمد "
        "الصباح."
    )
    found = {row[0]: row[3:] for row in told(PUBLISHED, text)}
    assert found == {"visit": ("Baghdad", "2016-09-13"), "meeting": ("Kuwait", "2016-09-14~")}


def test_a_visitor_meets_all_his_hosts() -> None:
    text = (
        "يزور وزير الخارجية الفرنسي جان مارك أيرولت اليوم الأربعاء السعودية. ومن المقرر أن يلتقي "
        "العاهل السعودي الملك سلمان بن عبد العزيز ووزير الخارجية عادل الجبير."
    )
    (meeting,) = [row for row in told(PUBLISHED, text) if row[0] != "visit"]
    assert meeting[2] == {"Jean-Marc Ayrault", "King Salman", "Adel al-Jubeir"}


def test_he_who_is_named_after_a_count_of_days_had_met() -> None:
    text = (
        "بعد يومين من لقائه بوتين في سوتشي، استقبل أردوغان الأربعاء في أنقرة وزير الخارجية "
        "الأميركي جون كيري."
    )
    found = {frozenset(row[2]): (row[3], row[4][:10]) for row in told(PUBLISHED, text)}
    assert found[frozenset({"Recep Tayyip Erdogan", "Vladimir Putin"})] == ("Sochi", "2016-09-12")
    assert found[frozenset({"Recep Tayyip Erdogan", KERRY})] == ("Ankara", "2016-09-14")


def test_a_report_given_to_a_body_is_one_of_its_sessions() -> None:
    text = "قدم المبعوث الأممي إلى ليبيا مارتن كوبلر أمس إحاطة إلى مجلس الأمن."
    assert [(row[1], row[2], row[4]) for row in told(PUBLISHED, text)] == [
        ("actual", {"UN Security Council", "Martin Kobler"}, "2016-09-13")
    ]


def test_a_summit_that_tells_when_is_no_encounter_of_the_two() -> None:
    text = "قال دميتري بيسكوف إن بوتين قد يلتقي ترامب قبل قمة الناتو."
    assert told("2018-06-20", text) == []


def test_another_scene_has_not_the_day_of_the_one_before() -> None:
    text = (
        "وأجرى المبعوث الأممي هانس غروندبرغ أمس اتصالاً بوزير الخارجية العماني. وفي نيويورك، بحث "
        "رشاد العليمي مع أنتوني بلينكن مستجدات الوساطة."
    )
    found = {frozenset(row[2]): row[4] for row in told("2023-09-19", text)}
    assert found[frozenset({"Rashad al-Alimi", "Antony Blinken"})] == "2023-09-19~"


def test_a_look_back_leaves_its_days_to_itself() -> None:
    text = (
        "وكان رامي الحمد الله قد زار غزة مطلع الشهر الجاري. وتلقى إسماعيل هنية اتصالاً هاتفياً من "
        "الرئيس محمود عباس عقب التوقيع."
    )
    assert [row[4] for row in told("2017-10-12", text) if row[0] == "phone"] == ["2017-10-12~"]


def test_calls_to_each_of_several_are_calls_of_two() -> None:
    text = (
        "كما تحدث دونالد ترامب هاتفياً إلى كل من ولي عهد أبوظبي محمد بن زايد وأمير قطر تميم بن حمد."
    )
    assert [len(row[2]) for row in told("2017-09-09", text)] == [2, 2]


def test_on_the_margins_of_a_conference_is_in_its_town() -> None:
    text = (
        "انطلقت في بغداد السبت أعمال مؤتمر بغداد للتعاون بمشاركة الرئيس الفرنسي إيمانويل ماكرون والملك "
        "عبد الله الثاني. وعلى هامش المؤتمر التقى الرئيس المصري عبد الفتاح السيسي الأمير تميم بن حمد."
    )
    found = {frozenset(row[2]): row[3] for row in told("2021-08-28", text)}
    assert found[frozenset({SISI, "Tamim bin Hamad Al Thani"})] == "Baghdad"


def test_before_a_larger_meeting_two_had_met() -> None:
    text = "انتهى اجتماع لوزان، الذي عقد مساء السبت. وقبيل الاجتماع الموسع عقد كيري لقاء ثنائياً مع لافروف."
    assert [(row[1], row[2]) for row in told("2016-10-16", text)] == [("actual", {KERRY, LAVROV})]


def test_a_summit_told_by_its_number_has_the_day_of_its_own_clause() -> None:
    text = (
        "يختتم الأمير محمد بن سلمان جولته في الكويت قبيل القمة الخليجية الثانية والأربعين التي "
        "تستضيفها الرياض في 14 ديسمبر الجاري."
    )
    (summit,) = [row for row in told("2021-12-08", text) if row[0] == "multilateral"]
    assert summit[3:] == ("Riyadh", "2021-12-14")


def test_earlier_in_the_day_is_that_day() -> None:
    text = (
        "استقبل أحمد الشرع في دمشق اليوم الأحد وزير الخارجية التركي هاكان فيدان. وفي وقت سابق من "
        "النهار التقى الشرع وليد جنبلاط."
    )
    found = {frozenset(row[2]): row[4][:10] for row in told("2024-12-22", text)}
    assert found[frozenset({"Ahmed al-Sharaa", "Walid Jumblatt"})] == "2024-12-22"


def test_the_next_day_belongs_to_what_was_done_on_it() -> None:
    text = (
        "وصل لافروف الاثنين إلى طهران حيث التقى ظريف، وفي اليوم التالي انتقل إلى الدوحة حيث التقى "
        "محمد بن عبد الرحمن آل ثاني."
    )
    found = {frozenset(row[2]): row[4] for row in told("2018-06-20", text)}
    assert found[frozenset({LAVROV, ZARIF})] == "2018-06-18"


SAID_THERE = [
    ("قال كيري في مؤتمر صحافي مع لافروف في جنيف إن الخطة ستبدأ الاثنين.", "actual"),
    ("تجري التحضيرات لقمة تجمع بوتين وأردوغان وروحاني في طهران.", "future"),
]


@pytest.mark.parametrize(("text", "modality"), SAID_THERE)
def test_what_is_said_to_begin_and_what_is_prepared(text: str, modality: str) -> None:
    assert [row[1] for row in told("2018-06-20", text)] == [modality]


def test_a_summit_to_come_is_not_the_one_just_told() -> None:
    text = (
        "استقبل إردوغان بوتين يوم الثلاثاء في قمة ثنائية. وكشف الرئيس الإيراني أن القمة المقبلة ستعقد "
        "في طهران."
    )
    assert all(row[3] != "Tehran" for row in told("2018-04-05", text))


def test_a_guest_meets_his_hosts_on_a_day_told_before_them() -> None:
    text = (
        "وصل إلى موسكو أمس المبعوث الأممي ستيفان دي ميستورا حيث يلتقي اليوم لافروف ووزير الدفاع "
        "سيرغي شويغو."
    )
    (meeting,) = [row for row in told(PUBLISHED, text) if row[0] != "visit"]
    assert meeting[2] == {"Staffan de Mistura", LAVROV, "Sergei Shoigu"}


def test_a_capital_that_saw_a_summit_is_where_it_was() -> None:
    text = (
        "قال أيمن الصفدي إن القمة الثنائية التي جمعت الملك عبد الله الثاني بالرئيس عبد الفتاح السيسي "
        "خرجت بتفاهم. وكانت العاصمة الأردنية احتضنت القمة الثنائية مساء أمس."
    )
    (summit,) = told("2018-01-29", text)
    assert summit[3:] == ("Amman", "2018-01-28")


def test_a_letter_before_a_name_of_two_words_is_no_other_town() -> None:
    (meeting,) = told("2017-10-05", "استقبل محمود عباس أمس جاريد كوشنر في مكتبه برام الله.")
    assert meeting[3] == "Ramallah"


NOT_SURE = [
    "أعلن سيرغي لافروف أمس السبت أن جون كيري قد يقوم بزيارة إلى روسيا.",
    "قال المتحدث إن جون كيري قد يجري محادثات مع سيرغي لافروف في جنيف الجمعة.",
    "أعلن لافروف أن موسكو مستعدة لمناقشة الملف الليبي مع مايك بومبيو.",
    # of others, who are at the conference
    "قال أنطونيو غوتيريش أمس إن الأطراف المشاركة في مؤتمر باريس بشأن لبنان تنوي نشر وثيقة.",
    # back at home
    "وصل الرئيس المصري عبد الفتاح السيسي فجر اليوم إلى القاهرة آتياً من بكين.",
]


@pytest.mark.parametrize("text", NOT_SURE)
def test_what_may_be_is_not_told_as_held(text: str) -> None:
    assert told("2019-05-02", text) == []


def test_he_whose_envoy_somebody_is_did_not_meet() -> None:
    text = (
        "أبلغ جاريد كوشنر، مبعوث الرئيس الأميركي دونالد ترامب لعملية السلام، الرئيس الفلسطيني محمود "
        "عباس، أثناء لقائهما أمس، أنه سيعود."
    )
    assert [row[2] for row in told("2017-06-23", text)] == [{"Jared Kushner", "Mahmoud Abbas"}]


SAID_ON = [
    ("كشفت صحيفة هآرتس أمس أن نتنياهو التقى سراً السيسي في القاهرة قبل أسابيع.", "2018-06-20~"),
    ("قال لافروف أمس إنه التقى كيري في موسكو.", "2018-06-20~"),
    # an office tells of its day, perhaps
    ("قال البيت الأبيض أمس إن ترامب التقى نتنياهو في واشنطن.", "2018-06-19?"),
    ("أعلن الكرملين اليوم أن بوتين التقى الأسد أمس في سوتشي.", "2018-06-19"),
]


@pytest.mark.parametrize(("text", "day"), SAID_ON)
def test_the_day_of_saying_is_not_that_of_what_is_said(text: str, day: str) -> None:
    assert [row[4] for row in told("2018-06-20", text)] == [day]


def test_those_of_a_pronoun_may_be_named_after_it() -> None:
    text = (
        "وفي بيان صدر عقب لقاء جمعهما في باريس أمس، دعا إيمانويل ماكرون وفايز السراج إلى انتخابات."
    )
    assert [(row[2], row[3]) for row in told("2018-06-20", text)] == [
        ({"Emmanuel Macron", "Fayez al-Sarraj"}, "Paris")
    ]


def test_a_summit_of_three_for_the_presidents_of_three_states() -> None:
    text = "تستضيف أنقرة قمة ثلاثية لرؤساء تركيا وروسيا وإيران."
    (summit,) = told("2018-06-20", text)
    assert summit[2] == {"Recep Tayyip Erdogan", "Vladimir Putin", "Hassan Rouhani"}
