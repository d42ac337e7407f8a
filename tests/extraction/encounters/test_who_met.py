"""Who met: delegations without a name, sessions of an assembly, surnames, pronouns, accords."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from dashboard.extraction import extract
from dashboard.model import ConsultMode, Document, Event

PUBLISHED = date(2018, 3, 18)  # a Sunday
Row = tuple[str, str, set[str], str | None, str]

DELEGATIONS: list[Row] = [
    ("استقبل الرئيس السوري بشار الأسد اليوم وفداً برلمانياً تونسياً في أول لقاء منذ اندلاع الحرب في سوريا.",
     "meeting", {"Bashar al-Assad", "Tunisia"}, None, "2018-03-18"),
    ("عقد مسؤولون أميركيون وأتراك محادثات في أنقرة الخميس.",
     "meeting", {"United States", "Turkey"}, "Ankara", "2018-03-15"),
    ("التقى وفد من المعارضة السورية مسؤولين روساً في جنيف الأربعاء.",
     "meeting", {"Syrian opposition", "Russia"}, "Geneva", "2018-03-14"),
    ("أجرى وفد أميركي برئاسة بريت ماكغورك محادثات مع الرئيس العراقي فؤاد معصوم في بغداد السبت.",
     "meeting", {"Brett McGurk", "Fuad Masum"}, "Baghdad", "2018-03-17"),
    ("عقد وفد الحكومة السورية برئاسة بشار الجعفري جلسة محادثات مع دي ميستورا في جنيف أمس.",
     "meeting", {"Bashar Jaafari", "Staffan de Mistura"}, "Geneva", "2018-03-17"),
    ("تستضيف العاصمة الكازاخية أستانا جولة جديدة من المحادثات بين النظام السوري والمعارضة "
     "يومي 14 و15 مايو.",
     "meeting", {"Syria", "Syrian opposition"}, "Astana", "2018-05-14/2018-05-15"),
]  # fmt: skip
SESSIONS: list[Row] = [
    ("ونقلت وكالة الأنباء السورية على لسان الجعفري قوله في جلسة لمجلس الأمن، الخميس: «لم ينسق أحد».",
     "multilateral", {"UN Security Council", "Bashar Jaafari"}, None, "2018-03-15"),
    ("أطلع دي ميستورا مجلس الأمن الدولي الأربعاء على نتائج محادثاته.",
     "multilateral", {"UN Security Council", "Staffan de Mistura"}, None, "2018-03-14"),
    ("استمع مجلس الأمن إلى إحاطة من المبعوث الأممي ستافان دي ميستورا الأربعاء.",
     "multilateral", {"UN Security Council", "Staffan de Mistura"}, None, "2018-03-14"),
    ("قالت السفيرة نيكي هايلي أمام مجلس الأمن في نيويورك الاثنين إن واشنطن مستعدة للتحرك.",
     "multilateral", {"UN Security Council", "Nikki Haley"}, "New York", "2018-03-12"),
]  # fmt: skip
SIDES: list[Row] = [
    ("قال مصدر إن الحوار بين الحكومة السورية وجماعة \"جيش الإسلام\" مستمر في دوما.",
     "meeting", {"Syria", "Jaysh al-Islam"}, "Douma", "2018-03-18~"),
    ("كشف لافروف عن اتصال هاتفي جرى أمس بينه وبين نظيره الأميركي مايك بومبيو.",
     "phone", {"Sergey Lavrov", "Mike Pompeo"}, None, "2018-03-17"),
    ("تحدث دونالد ترامب الخميس إلى الرئيس الفرنسي إيمانويل ماكرون.",
     "phone", {"Donald Trump", "Emmanuel Macron"}, None, "2018-03-15"),
    ("وتابع عادل الجبير: بحثنا اليوم مع وزير الخارجية المصري سامح شكري الأوضاع في اليمن.",
     "meeting", {"Adel al-Jubeir", "Sameh Shoukry"}, None, "2018-03-18"),
    ("استضافت تركيا الأربعاء محادثات بين سيرغي لافروف وجون كيري.",
     "meeting", {"Sergey Lavrov", "John Kerry"}, "Turkey", "2018-03-14"),
    ("تتواصل المفاوضات الروسية مع جيش الإسلام في دوما.",
     "meeting", {"Russia", "Jaysh al-Islam"}, "Douma", "2018-03-18~"),
    ("جرت مفاوضات في دوما أمس بين \"جيش الإسلام\"، الفصيل الأكبر في المدينة، وروسيا.",
     "meeting", {"Russia", "Jaysh al-Islam"}, "Douma", "2018-03-17"),
    ("عقدت أمس في جنيف محادثات بين النظام السوري والمعارضة.",
     "meeting", {"Syria", "Syrian opposition"}, "Geneva", "2018-03-17"),
    ("قال سيرغي لافروف الخميس إن الاتفاق قريب، وذلك في لقاء مع نظيره جون كيري في جنيف.",
     "meeting", {"Sergey Lavrov", "John Kerry"}, "Geneva", "2018-03-15"),
    ("وضعت واشنطن وموسكو خطة خلال محادثات في جنيف أمس.",
     "meeting", {"United States", "Russia"}, "Geneva", "2018-03-17"),
    ("طلب الايرانيون خلال تفاوضهم مع أحرار الشام في تركيا مغادرة المسلحين.",
     "meeting", {"Iran", "Ahrar al-Sham"}, "Turkey", "2018-03-18~"),
    ("جاء ذلك بعد اجتماع هيئة التنسيق الوطنية مع الائتلاف الوطني السوري في بروكسل الخميس.",
     "meeting", {"National Coordination Body for Democratic Change",
                 "Syrian National Coalition"}, "Brussels", "2018-03-15"),
    ("وأثناء زيارة إلى مرتفعات الجولان اليوم، قال وزير الدفاع أفيغدور ليبرمان إن الرد كان قوياً.",
     "visit", {"Avigdor Lieberman"}, "Golan Heights", "2018-03-18"),
    ("زار فريق خبراء من منظمة حظر الأسلحة الكيميائية دوما السبت.",
     "visit", {"OPCW"}, "Douma", "2018-03-17"),
    ("وصل قاسم سليماني إلى موسكو والتقى الرئيس فلاديمير بوتين أمس.",
     "meeting", {"Qassem Soleimani", "Vladimir Putin"}, "Moscow", "2018-03-17"),
]  # fmt: skip
NAMED_BEFORE: list[Row] = [
    ("قال الأسد، وفقاً لعضو البرلمان الروسي دميتري سابلين، الذي اجتمع به في دمشق الأحد: «كنت هناك».",
     "meeting", {"Bashar al-Assad", "Dmitry Sablin"}, "Damascus", "2018-03-18"),
    ("شهدت موسكو الخميس محادثات بين لافروف وظريف وجاويش أوغلو.",
     "multilateral", {"Sergey Lavrov", "Mohammad Javad Zarif", "Mevlut Cavusoglu"}, "Moscow",
     "2018-03-15"),
    ("وصل بوتين إلى أنقرة حيث سيعقد قمة ثلاثية مع نظيريه التركي والإيراني الأربعاء.",
     "multilateral", {"Vladimir Putin", "Recep Tayyip Erdogan", "Hassan Rouhani"}, "Ankara",
     "2018-03-21"),
    ("قال مولود جاويش أوغلو في مؤتمر صحفي عقده في عمان الاثنين مع نظيره الأردني أيمن الصفدي إنه باق.",
     "meeting", {"Mevlut Cavusoglu", "Ayman Safadi"}, "Amman", "2018-03-12"),
    ("توجه جيم ماتيس إلى أنقرة لبحث الوضع في شمال سوريا مع نظيره التركي نور الدين جانيكلي.",
     "meeting", {"James Mattis", "Nurettin Canikli"}, "Ankara", "2018-03-18~"),
    ("اتفق وفدا الائتلاف وهيئة التنسيق الوطنية في بروكسل أمس على خارطة طريق مشتركة.",
     "meeting", {"Syrian National Coalition",
                 "National Coordination Body for Democratic Change"}, "Brussels", "2018-03-17"),
    ("توصل كيري ولافروف في جنيف، السبت، إلى اتفاق إطار، بعد محادثات استمرت من 15 إلى 17 آذار.",
     "meeting", {"John Kerry", "Sergey Lavrov"}, "Geneva", "2018-03-15/2018-03-17"),
]  # fmt: skip


IN_ANOTHER_ORDER: list[Row] = [
    ("قال مصدر إن مسؤولين أميركيين وروساً عقدوا محادثات في جنيف الخميس.",
     "meeting", {"United States", "Russia"}, "Geneva", "2018-03-15"),
    ("إن مسؤولين أميركيين وكوريين شماليين اجتمعوا في أوسلو الخميس.",
     "meeting", {"United States", "North Korea"}, "Oslo", "2018-03-15"),
    ("ناقش الجانبان الأميركي والروسي في جنيف الخميس الأزمة السورية.",
     "meeting", {"United States", "Russia"}, "Geneva", "2018-03-15"),
    ("ناقش وزيرا الخارجية الروسي سيرغي لافروف والتركي مولود جاويش أوغلو في موسكو أمس ملف إدلب.",
     "meeting", {"Sergey Lavrov", "Mevlut Cavusoglu"}, "Moscow", "2018-03-17"),
    ("عقد في فيينا أمس اجتماع حول سوريا بمشاركة لافروف وبوريس جونسون.",
     "meeting", {"Sergey Lavrov", "Boris Johnson"}, "Vienna", "2018-03-17"),
    ("شارك بوريس جونسون وسيرغي لافروف في اجتماع حول سوريا في فيينا أمس.",
     "meeting", {"Boris Johnson", "Sergey Lavrov"}, "Vienna", "2018-03-17"),
    ("على هامش الجمعية العامة للأمم المتحدة في نيويورك، التقى ظريف بنظيره الفرنسي جان إيف لودريان أمس.",
     "meeting", {"Mohammad Javad Zarif", "Jean-Yves Le Drian"}, "New York", "2018-03-17"),
    ("وصل إلى الدوحة أمس معالي وزير الخارجية الروسي سيرغي لافروف في زيارة للبلاد.",
     "visit", {"Sergey Lavrov"}, "Doha", "2018-03-17"),
    ("من المقرر أن يزور وزير الخارجية الفرنسي السابق جان مارك إيرولت موسكو في السادس من أكتوبر.",
     "visit", {"Jean-Marc Ayrault"}, "Moscow", "2018-10-06"),
    ("تعقد في أستانا يومي 23 و24 أيار محادثات بين الحكومة السورية والفصائل المعارضة.",
     "meeting", {"Syria", "Syrian opposition"}, "Astana", "2018-05-23/2018-05-24"),
    ("استأنف طرفا النزاع اليمني محادثات السلام في جنيف أمس.",
     "meeting", {"Yemeni government", "Houthis"}, "Geneva", "2018-03-17"),
    ("أرجئ اللقاء بين محمود عباس وبنيامين نتنياهو في موسكو إلى 5 أيار.",
     "meeting", {"Mahmoud Abbas", "Benjamin Netanyahu"}, "Moscow", "2018-05-05"),
    ("تحدثت تيريزا ماي مع ترامب في وقت متأخر مساء الخميس.",
     "phone", {"Theresa May", "Donald Trump"}, None, "2018-03-15"),
    ("ذكر مولود جاويش أوغلو أن الاتفاق باق. وأضاف خلال زيارة إلى ماليزيا أمس أنه سينفذ.",
     "visit", {"Mevlut Cavusoglu"}, "Malaysia", "2018-03-17"),
    ("قال بشار الجعفري إن بلاده عازمة. جاء ذلك في كلمة ألقاها، الجمعة في جلسة لمجلس الأمن حول إدلب.",
     "multilateral", {"UN Security Council", "Bashar Jaafari"}, None, "2018-03-16"),
    ("لكن السفير الروسي، فاسيلي نيبينزيا، فقد أكد في جلسة لمجلس الأمن الخميس أن المعارضة هي الفاعلة.",
     "multilateral", {"UN Security Council", "Vasily Nebenzya"}, None, "2018-03-15"),
    ("حيث أعلن آنذاك بوتين عقب محادثات أجراها مع نتنياهو أن الاتفاق باق.",
     "meeting", {"Vladimir Putin", "Benjamin Netanyahu"}, None, ""),
    ("وقال لافروف غداة لقاء مع نظيره التركي مولود جاويش أوغلو في ماليزيا أمس إن الاتفاق جيد.",
     "meeting", {"Sergey Lavrov", "Mevlut Cavusoglu"}, "Malaysia", "2018-03-16"),
    ("التقى جون سوليفان بعادل الجبير أمس، على هامش قمة العشرين في العاصمة الأرجنتينية، بوينس آيرس.",
     "meeting", {"John Sullivan", "Adel al-Jubeir"}, "Buenos Aires", "2018-03-17"),
    ("جرت في عمان أمس محادثات بين الأتراك والروس.",
     "meeting", {"Turkey", "Russia"}, "Amman", "2018-03-17"),
    ("زار الرئيس السوري بشار الأسد الغوطة الشرقية بعد استعادة غالبية مناطقها من يد التنظيمات المسلحة "
     "في عملية عسكرية واسعة أطلقها الجيش السوري قبل شهر.",
     "visit", {"Bashar al-Assad"}, "Eastern Ghouta", "2018-03-18~"),
    ("سلم وليد المعلم رسالة من الأسد إلى خامنئي خلال لقائهما في طهران الاثنين.",
     "meeting", {"Walid Muallem", "Ali Khamenei"}, "Tehran", "2018-03-12"),
    ("يصل غداً إلى بيروت المبعوث الأممي ستافان دي ميستورا.",
     "visit", {"Staffan de Mistura"}, "Beirut", "2018-03-19"),
    ("وأكد بوتين خلال زيارة إلى بيروت أمس دعم لبنان.",
     "visit", {"Vladimir Putin"}, "Beirut", "2018-03-17"),
    ("زار مسؤولون روس واشنطن الشهر الماضي.",
     "visit", {"Russia"}, "Washington", "2018-02"),
    ("زار وفد من الائتلاف موسكو الخميس.",
     "visit", {"Syrian National Coalition"}, "Moscow", "2018-03-15"),
    ("استقبل الرئيس العراقي فؤاد معصوم في قصر السلام ببغداد أمس السفير الأميركي دوغلاس سيليمان.",
     "meeting", {"Fuad Masum", "دوغلاس سيليمان"}, "Baghdad", "2018-03-17"),
]  # fmt: skip


def encounters(text: str) -> list[Event]:
    found = extract(Document("d", text, published=PUBLISHED)).events
    met = [event for event in found if event.event_type == "CONSULT"]
    assert {event.mode for event in met} <= set(get_args(ConsultMode))
    return met


@pytest.mark.parametrize("row", [*DELEGATIONS, *SESSIONS, *SIDES, *NAMED_BEFORE, *IN_ANOTHER_ORDER])
def test_who_met_where_and_when(row: Row) -> None:
    text, mode, parties, place, day = row
    (event,) = encounters(text)
    assert (event.mode, {p.name for p in event.participants}) == (mode, parties)
    assert (event.place.name if event.place else None, event.date.edtf) == (place, day)


@pytest.mark.parametrize(
    "text",
    [
        "دعا ماكرون إلى جلسة طارئة لمجلس الأمن.",
        "قال بيان لهايلي عشية اجتماع مجلس الأمن إن واشنطن قلقة.",
        "قال مسؤولون أميركيون إن الأسد انتصر.",
        "تأجل اللقاء بين محمود عباس وبنيامين نتنياهو في موسكو.",
        "اللقاء بين محمود عباس وبنيامين نتنياهو في موسكو ألغي.",
        "تحدث سيرغي لافروف عن العلاقات مع تركيا ومع الرئيس أردوغان.",
        "تحدث سيرغي لافروف مع الصحفيين في موسكو.",
        "لم يتفق كيري ولافروف في جنيف أمس على هدنة.",
        "كان الأمير في استقبال الرئيس بوتين في المطار.",
        "قالت هايلي إن الولايات المتحدة لن تجري أي محادثات مباشرة مع الأسد.",
        "التقى الرئيس الفرنسي بالمجموعات الكردية، حيث تحدث عن تركيا.",
        "اتهمت هايلي الحكومة الروسية باستغلال محادثات الهدنة لمساعدة الأسد.",
    ],
)
def test_nobody_is_said_to_have_met(text: str) -> None:
    assert encounters(text) == []


def test_a_surname_is_somebody_once_he_was_named_in_full() -> None:
    text = "زار رئيس المكتب السياسي خالد مشعل موسكو. والتقى مشعل هناك سيرغي لافروف الخميس."
    met = [e for e in encounters(text) if e.mode == "meeting"]
    assert [{p.name for p in e.participants} for e in met] == [{"Khaled Meshaal", "Sergey Lavrov"}]
    alone = "والتقى مشعل سيرغي لافروف الخميس."
    assert encounters(alone) == []
    another = "زار خالد مشعل موسكو. وقال مشعل السلمي إن البرلمان العربي مع لافروف."
    names = [a.text for a in extract(Document("d", another, published=PUBLISHED)).actors]
    assert "مشعل" not in names


def test_he_who_is_received_arrives() -> None:
    text = "استقبل يوسف بن علوي نظيره السوري وليد المعلم لدى وصوله إلى مسقط الاثنين."
    (event,) = encounters(text)
    assert {p.name for p in event.participants} == {"Yusuf bin Alawi", "Walid Muallem"}
    assert event.place is not None
    assert event.place.name == "Muscat"


def test_a_tour_has_several_places() -> None:
    text = "عاد رجب طيب أردوغان من جولة نقلته إلى الصين وإندونيسيا الأسبوع الماضي."
    told = {(e.mode, e.place.name if e.place else None) for e in encounters(text)}
    assert told == {("visit", "China"), ("visit", "Indonesia")}
    ahead = encounters("يبدأ دي ميستورا الأحد جولة تشمل السعودية والأردن.")
    assert {e.place.name for e in ahead if e.place} == {"Saudi Arabia", "Jordan"}


def test_a_visit_of_talks_is_no_encounter_of_its_own() -> None:
    text = "بحث سيرغي لافروف خلال زيارة إلى طهران أمس مع علي شمخاني الوضع في سوريا."
    (event,) = encounters(text)
    assert (event.mode, event.place.name if event.place else None) == ("meeting", "Tehran")


def test_what_was_spoken_of_is_no_place_of_the_talks() -> None:
    text = "التقى لافروف وظريف الخميس في اجتماع هيمن عليه الوضع في سوريا."
    assert [e.place for e in encounters(text)] == [None]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("اختتم لافروف وظريف، السبت، محادثات استمرت ثلاثة أيام في جنيف.", "2018-03-15/2018-03-17"),
        ("يبدأ الملك سلمان غداً زيارة إلى القاهرة تستمر ثلاثة أيام.", "2018-03-19/2018-03-21"),
        ("التقى كيري لافروف الجمعة في جنيف في محادثات استمرت يومين.", "2018-03-16"),
        ("شكر الوزراء الدوحة على استضافة الاجتماع بين دول مجلس التعاون الخليجي والوزير جون كيري "
         "الذي سيعقد يوم غد.", "2018-03-19"),
        ("وفي كانون الأول اعترفا بالهجوم في أعقاب اجتماع بين رجب طيب أردوغان ودونالد ترامب.", ""),
    ],
)  # fmt: skip
def test_the_days_it_took(text: str, days: str) -> None:
    (event,) = encounters(text)
    assert event.date.edtf == days


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("عقد دونالد ترامب اجتماعاً مع جيم ماتيس في البيت الأبيض.", "Washington"),
        ("استقبل بوتين نظيره الفرنسي إيمانويل ماكرون في الكرملين الخميس.", "Moscow"),
        ("ردت موسكو على الهجوم الكيماوي في غوطة دمشق، خلال استقبال بوتين أمير قطر الشيخ تميم بن حمد آل ثاني.",
         None),
        ("عقد كيري اجتماعاً مع لافروف تناول الأوضاع في سوريا واليمن.", None),
        ("التقى المقداد بمفتشين من منظمة حظر الأسلحة الكيميائية في دمشق بحضور ضباط روس.", "Damascus"),
    ],
)  # fmt: skip
def test_where_they_met(text: str, place: str | None) -> None:
    (event,) = encounters(text)
    assert (event.place.name if event.place else None) == place


def test_who_performs_a_visit_is_who_comes() -> None:
    text = (
        "من المقرر أن يقوم ممثلون عن المعارضة السورية التي تشككت في روسيا بسبب مساندتها الأسد "
        "بزيارة العاصمة الروسية، الأسبوع المقبل، للقاء مسؤولين من بينهم الوزير سيرغي لافروف."
    )
    (event,) = encounters(text)
    assert {p.name for p in event.participants} == {"Syrian opposition", "Sergey Lavrov"}
    assert event.modality == "future"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("أعلن رئيس الوزراء الإسرائيلي بنيامين نيتنياهو موقفه.", "Benjamin Netanyahu"),
        ("قال وزير الخارجية التركي مولود أوغلو إنه باق.", "Mevlut Cavusoglu"),
        ("قال رئيس وزراء بريطانيا ديفيد لويد جورج إنه باق.", "ديفيد لويد جورج"),
        ("زار المبعوث السعودي نزار القحطاني رئيس الجمهورية اللبنانية ميشال عون.", "نزار القحطاني"),
        ("قال المتحدث باسم الكرملين ديمتري بيسكوف إنه باق.", "Dmitry Peskov"),
    ],
)
def test_a_title_before_a_name_not_quite_as_listed(text: str, name: str) -> None:
    actors = extract(Document("d", text, published=PUBLISHED)).actors
    assert name in {mention.actor.name for mention in actors}


@pytest.mark.parametrize(
    "text",
    ["التقى نائب المبعوث الأممي فور وصوله محافظ عدن.", "وقال مستشار المرشد الأعلى في طهران."],
)
def test_a_deputy_is_not_him_whom_he_serves(text: str) -> None:
    actors = extract(Document("d", text, published=PUBLISHED)).actors
    assert [mention.actor.name for mention in actors if mention.actor.kind == "person"] == []


def test_a_day_counted_from_another_encounter() -> None:
    text = (
        "التقى دونالد ترامب فلاديمير بوتين في هلسنكي الخميس. "
        "وقبل يومين من القمة استقبل بوتين أمير قطر الشيخ تميم بن حمد آل ثاني في موسكو."
    )
    days = {e.place.name: e.date.edtf for e in encounters(text) if e.place is not None}
    assert days == {"Helsinki": "2018-03-15", "Moscow": "2018-03-13"}


@pytest.mark.parametrize(
    ("word", "day"), [("وغداة", "2018-03-16?"), ("وعشية", ""), ("وبعد", "2018-03-15?")]
)
def test_the_day_after_what_was_just_told(word: str, day: str) -> None:
    text = f"صدر القرار الخميس. {word} صدوره التقى سيرغي لافروف نظيره التركي في أنقرة."
    (event,) = encounters(text)
    assert event.date.edtf == day


def test_an_aside_of_a_call_leaves_its_subject() -> None:
    text = "طلب إيمانويل ماكرون من فلاديمير بوتين، في اتصال هاتفي الأربعاء، أن يضغط على دمشق."
    (event,) = encounters(text)
    assert {p.name for p in event.participants} == {"Emmanuel Macron", "Vladimir Putin"}


def test_two_calls_of_one_caller() -> None:
    text = (
        "وكان ترامب التقى الأمير محمد بن سلمان في 2 مارس، كما تحدث هاتفياً مع الملك سلمان "
        "وأمير قطر الشيخ تميم بن حمد آل ثاني، الأسبوع الماضي."
    )
    told = {(e.mode, e.date.edtf, e.participants[1].name) for e in encounters(text)}
    assert told == {
        ("meeting", "2018-03-02", "Mohammed bin Salman"),
        ("phone", "2018-03-05/2018-03-11", "King Salman"),
        ("phone", "2018-03-05/2018-03-11", "Tamim bin Hamad Al Thani"),
    }


def test_the_sides_of_a_call_are_those_of_one_office() -> None:
    text = (
        "تلقى سامح شكري اتصالاً هاتفياً من سيرغي لافروف. وأوضح المتحدث أحمد أبو زيد أن الجانبين "
        "المصري والروسي بحثا خلال الاتصال العلاقات."
    )
    (event,) = encounters(text)
    assert {p.name for p in event.participants} == {"Sameh Shoukry", "Sergey Lavrov"}


def test_what_was_agreed_on_is_ahead() -> None:
    text = "قال ميخائيل بوغدانوف إن روسيا والولايات المتحدة والأردن اتفقت على عقد اجتماع في عمان."
    assert [e.modality for e in encounters(text)] == ["future"]
