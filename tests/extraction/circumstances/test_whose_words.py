"""Whose words and deeds they are: who is only spoken of, asked or accused has said nothing."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.model import Document


def _who(text: str, kind: str) -> list[str]:
    found = extract(Document("x", text, published=date(2017, 4, 12)))
    told = [event for event in found.events if event.event_type == kind]
    return [p.name for event in told for p in event.participants if p.role in ("source", "speaker")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("وشدد على حرص بلاده على وحدة اليمن.", []),
        ("أكد الوزيران أهمية التزام إيران بالاتفاق.", []),
        ("وأدان المجتمعون الجرائم التي يرتكبها تنظيم داعش.", []),
        ("فر المئات عبر الحدود مع العراق.", []),
        ("وصلت الشحنة عبر تركيا إلى الشمال.", []),
        ("وأعرب عن أمله في المرونة التي تبديها روسيا.", []),
        ("الحزب الذي يعتبر حزب الله حليفاً له تأسس قبل سنوات.", []),
        ("المبنى تابع لوزارة الدفاع الروسية.", []),
        ("عبر ستافان دي ميستورا عن قلقه من التصعيد.", ["Staffan de Mistura"]),
        ("وقال متحدث باسم الجيش الإسرائيلي إن الحادث قيد التحقيق.", ["Israeli army"]),
        ("وأوضح مندوب روسيا أن بلاده ستصوت ضد المشروع.", ["Russia"]),
        ("قالت جماعة \"أنصار الله\" إن الطريق فتح.", ["Houthis"]),
        ("أكدت كل من فرنسا وألمانيا دعمهما للعملية السياسية.", ["France"]),
        ("وهو ما أعلن عنه المرصد السوري لحقوق الإنسان.", ["Syrian Observatory for Human Rights"]),
        ("أما الأمم المتحدة فقد حذرت من كارثة في إدلب.", ["United Nations"]),
        ("أكدت القوات الموالية لحكومة هادي أنها تقدمت.", []),
        ("وقالت وزارة الصحة التابعة لحكومة اليمن إن المشفى أغلق.", ["Yemen"]),
        ("وأعلن ما يسمى تنظيم داعش مسؤوليته عن التفجير.", ["ISIS"]),
        ("دخلت الهدنة التي أعلنت عنها روسيا يومها الثاني.", ["Russia"]),
        ("أثارت تصريحات علي خامنئي التي أكد فيها أن الحرب مستمرة قلقاً.", ["Ali Khamenei"]),
        ("وحول دخول تركيا مؤخراً، قال فورد: «هناك خطر».", []),
        ("قال فورد إن نظام بشار الأسد يعتبر جثة ولا جدوى من «التعاون» معه.", []),
    ],
)  # fmt: skip
def test_who_says_something(text: str, names: list[str]) -> None:
    assert _who(text, "STATEMENT") == names


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("واتهم بريطانيا وفرنسا بالوقوف وراء الحملة.", "ACCUSE", []),
        ("ويُتهم النظام السوري باستخدام غاز السارين.", "ACCUSE", []),
        ("واتهم زعيم حزب معارض أردوغان بإسكات خصومه.", "ACCUSE", []),
        ("واتهمت الولايات المتحدة روسيا بعرقلة القرار.", "ACCUSE", ["United States"]),
        ("وكانت تركيا قد اتهمت النظام السوري بخرق الهدنة.", "ACCUSE", ["Turkey"]),
        ("واتهم لافروف الغرب بالسعي إلى التقسيم.", "ACCUSE", ["Sergey Lavrov"]),
        ("واتهم لافروف بعض الدول بالسعي إلى التقسيم.", "ACCUSE", ["Sergey Lavrov"]),
        ("وحث موسكو على الضغط على حليفها.", "DEMAND", []),
        ("وحثت تركيا روسيا على وقف الغارات.", "DEMAND", ["Turkey"]),
        ("رفض البيان مطالبة حزب العمال الكردستاني بسحب مقاتليه.", "DEMAND", []),
        ("ودعت روسيا إلى ضبط النفس.", "DEMAND", ["Russia"]),
        ("الهجوم يهدد جيران اليمن.", "THREATEN", []),
        ("انهار الاتفاق مما يهدد وحدة سوريا.", "THREATEN", []),
        ("هدد أردوغان بتوسيع العملية.", "THREATEN", ["Recep Tayyip Erdogan"]),
    ],
)
def test_who_accuses_asks_or_threatens(text: str, kind: str, names: list[str]) -> None:
    assert _who(text, kind) == names


def test_a_toll_is_not_given_by_whom_its_sentence_is_about() -> None:
    text = "أعلنت الداخلية القبض على خمسة من قادة داعش. وأكد مصدر محلي مقتل 11 من مسلحي الحوثيين."
    found = extract(Document("x", text, published=date(2017, 4, 12)))
    assert {claim.asserted_by for claim in found.claims} <= {""}
    assert found.claims


@pytest.mark.parametrize(
    ("text", "mode", "doer", "place", "day"),
    [
        ("أدانت دمشق الغارات التي شنتها إسرائيل أمس على مطار الضمير.",
         "airstrike", "Israel", "Dumayr Military Airport", "2017-04-11"),
        ("رد على الضربات التي نفذتها تركيا نهاية الأسبوع الماضي على مواقع في سوريا.",
         "airstrike", "Turkey", "Syria", "2017-04-08~/2017-04-09~"),
        ("وكانت قوات النظام الإيراني قصفت الأحد مقراً حزبياً في بلدة كويسنجق.",
         "shelling", "Iran", "Koya", "2017-04-09"),
        ("قصفت قوات النظام السوري بلدة دوما أمس.", "shelling", "Syrian army", "Douma", "2017-04-11"),
        ("استهدفت إسرائيل مرات عدة مواقع عسكرية في سوريا كان آخرها أمس.",
         "shelling", "Israel", "Syria", "2017-04-11"),
        ("قتل جندي في غارة شنها التحالف الدولي أمس على موقع قرب الرقة.",
         "airstrike", "International coalition against ISIS", "Raqqa", "2017-04-11"),
        ("أدان المجلس الهجوم الذي نفذه تنظيم الدولة أمس في تدمر.",
         "attack", "ISIS", "Palmyra", "2017-04-11"),
        ("ظهروا في صور التقطت قبيل غارة نفذتها طائرات التحالف العربي أمس على صعدة.",
         "airstrike", "Arab coalition in Yemen", "Saada", "2017-04-11"),
        ("قال المرصد السوري: قصف الطيران المروحي صباح أمس أحياء في مدينة داريا.",
         "airstrike", "", "Darayya", "2017-04-11"),
        ("وبحسب المرصد السوري، فقد استهدفت الغارات أمس مواقع في مدينة إدلب.",
         "shelling", "", "Idlib", "2017-04-11"),
        ("تجمعوا يوم الاثنين تضامناً مع عفرين التي سيطرت عليها القوات التركية.",
         "attack", "Turkish armed forces", "Afrin", "2017-04-10?"),
        ("وقبل أن تبدأ قمة طهران، ضربت غارة جوية روسية فجر الثلاثاء أطراف إدلب الجنوبية.",
         "airstrike", "Russia", "Idlib", "2017-04-11"),
        ("وفي محافظة أبين الواقعة شرق عدن، شن طيران التحالف العربي أمس غارات على مواقع.",
         "airstrike", "Arab coalition in Yemen", "Abyan", "2017-04-11"),
        ("نفذت مقاتلات أمس غارات على مزارع تقع غرب مدينة زبيد.",
         "airstrike", "", "Zabid", "2017-04-11"),
        ("قصفت ثلاث طائرات حربية تركية أمس مواقع في ريف الرقة قبل أن تعود إلى قاعدة ديار بكر.",
         "shelling", "Turkey", "Raqqa", "2017-04-11"),
        ("استهدفت ضربات الميليشيات الموالية لإيران أمس منازل في مديرية حيس بمحافظة الحديدة.",
         "shelling", "", "Hays", "2017-04-11"),
        ("انضم إليهم عشية الهجوم الانتحاري الذي وقع في بغداد يوم الاثنين.",
         "bombing", "", "Baghdad", "2017-04-10"),
    ],
)  # fmt: skip
def test_who_did_it_where_and_when(text: str, mode: str, doer: str, place: str, day: str) -> None:
    found = extract(Document("x", text, published=date(2017, 4, 12)))
    (event,) = [e for e in found.events if e.event_type == "ASSAULT"]
    did = [p.name for p in event.participants if p.role == "source"]
    where = event.place.name if event.place else ""
    assert (event.mode, did, where, event.date.edtf) == (mode, [doer] if doer else [], place, day)


@pytest.mark.parametrize(
    "text",
    ["وخطفت المليشيات الحوثية أمس سبعة صحفيين.", "الحوثيون اختطفوا أمس سبعة صحفيين في ذمار."],
)
def test_who_abducts(text: str) -> None:
    assert _who(text, "COERCE") == ["Houthis"]


@pytest.mark.parametrize(
    "text",
    [
        "اعتقلت الشرطة التونسية أمس شخصين في سوسة، بحسب ما نقلت فرانس برس.",
        "اعتقلت الشرطة التونسية أمس شخصين في سوسة، وفق المرصد السوري لحقوق الإنسان.",
    ],
)
def test_who_only_tells_of_a_deed_has_no_part_in_it(text: str) -> None:
    found = extract(Document("x", text, published=date(2017, 4, 12)))
    (event,) = [e for e in found.events if e.event_type == "COERCE"]
    assert [p.name for p in event.participants] == ["Tunisia"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("حذر مبعوث الأمم المتحدة للشرق الأوسط من الحرب في سوريا.", ["Nickolay Mladenov"]),
        ("وقال مبعوث الأمم المتحدة للتغير المناخي إن سوريا عضو.", ["United Nations"]),
        ("قال صالح الصماد، رئيس المجلس السياسي الأعلى، إن الوفد سيسافر.", ["Saleh al-Sammad"]),
    ],
)
def test_whose_office_it_is(text: str, names: list[str]) -> None:
    assert _who(text, "STATEMENT") == names


def test_the_other_americas_are_not_the_united_states() -> None:
    found = extract(
        Document("x", "وصل لافروف أمس إلى أميركا اللاتينية.", published=date(2017, 4, 12))
    )
    assert not [e for e in found.events if e.place is not None]


def test_a_deed_is_not_at_the_scene_of_another_where_its_sentence_tells_of_its_own_land() -> None:
    text = (
        "تظاهر المئات في إسطنبول مساء الجمعة. "
        "وقتل تسعة في غارات على مواقع للتنظيم في الشريط الحدودي في الريف الشمالي الشرقي لمحافظة حلب."
    )
    found = extract(Document("x", text, published=date(2017, 4, 12)))
    (event,) = [e for e in found.events if e.event_type == "ASSAULT"]
    assert event.place is None or event.place.country == "SY"


@pytest.mark.parametrize(
    "text",
    [
        "حذر الرئيس الأميركي، دونالد ترامب، الاثنين، الرئيس بشار الأسد من شن هجوم على محافظة إدلب.",
        "وصل ظريف صباح الاثنين إلى دمشق لإجراء محادثات حول الهجوم.",
        "إذا سقطت البلدة يصبح بإمكانهم استهداف قرى في محافظة اللاذقية.",
        "أثار الحادث الذي فجر غضباً في الشارع قلق حكومة عمّان.",
    ],
)
def test_what_may_be_struck_or_stirred_was_not_struck(text: str) -> None:
    found = extract(Document("x", text, published=date(2017, 4, 12)))
    assert not [e for e in found.events if e.event_type == "ASSAULT"]


def test_one_child_is_not_three() -> None:
    text = (
        "ندد البيان بمقتل الطفل سامر عيسى ذبحاً في حلب. وأضاف أن الطفل قتل أمام داره. "
        "ودانت منظمات أخرى قتل الطفل."
    )
    found = extract(Document("x", text, published=date(2017, 4, 12)))
    assert [(c.kind, c.best) for c in found.claims] == [("killed", 1)]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "بحث الوزيران العلاقات بين الأردن والسعودية. وأكد الجانبان أهمية أمن العراق. "
            "كما شدد الجانبان على وقف تدخل إيران في سوريا.",
            {"Jordan", "Saudi Arabia"},
        ),
        (
            "أطلقت الولايات المتحدة وفرنسا وبريطانيا صواريخ على مواقع في سوريا، ونددت روسيا بالضربة. "
            "وقالت الدول الثلاث إن الضربة محدودة.",
            {"United States", "France", "United Kingdom"},
        ),
    ],
)
def test_the_sides_are_those_of_before(text: str, speakers: set[str]) -> None:
    found = extract(Document("x", text, published=date(2018, 4, 15)))
    said = [e for e in found.events if e.event_type == "STATEMENT"]
    assert said
    for event in said:
        assert {p.name for p in event.participants} in (speakers, {"Russia"})


def test_two_officials_of_one_state_are_no_pair() -> None:
    text = "هاجم تنظيم داعش القاعدة. وقال المسؤولان الأميركيان إن الانفجار وقع قرب منبج."
    found = extract(Document("x", text, published=date(2018, 4, 15)))
    assert not [e for e in found.events if e.event_type == "STATEMENT"]


@pytest.mark.parametrize(
    "text",
    [
        "عين التنظيم زعيماً بعد وفاة الملا عمر التي أُعلنت الأسبوع الماضي.",
        "صدر القانون في عهد زين العابدين بن علي، يقول المدافعون عن الحقوق إنه كان أداة للقمع.",
    ],
)
def test_what_others_tell_of_somebody_are_not_his_words(text: str) -> None:
    found = extract(Document("x", text, published=date(2015, 8, 10)))
    assert not [e for e in found.events if e.event_type == "STATEMENT"]


def test_who_said_it_in_his_message_said_it() -> None:
    text = "جاء ذلك بعد تغريدة ترامب التي قال فيها إن الرد قادم."
    found = extract(Document("x", text, published=date(2018, 4, 10)))
    (said,) = [e for e in found.events if e.event_type == "STATEMENT"]
    assert [p.name for p in said.participants] == ["Donald Trump"]
