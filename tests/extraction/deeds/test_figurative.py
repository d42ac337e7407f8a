"""Words of attack that stand for quarrels, campaigns, accidents, films, drills and trials."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.model import Document, Event

PUBLISHED = date(2024, 6, 12)


def attacks(text: str) -> list[Event]:
    found = extract(Document("d", text, published=PUBLISHED)).events
    return [e for e in found if e.event_type == "ASSAULT"]


def made(text: str) -> bool:
    return any(e.modality == "actual" for e in attacks(text))


NO_ATTACK = [
    # Whom an old attack names.
    "زار الوزير جرحى القصف في مستشفى الشفاء بغزة أمس.",
    "استقبل الرئيس عائلات ضحايا تفجير مرفأ بيروت أمس.",
    "تظاهر أهالي ضحايا انفجار بيروت أمس.",
    "التقى الوزير الناجين من الهجوم في سنجار أمس.",
    # Plots that came to nothing.
    "أسقط الجيش مسيرتين حاولتا استهداف مطار عطبرة.",
    "أعلنت الشرطة إحباط مخطط لتفجير سوق في الكاظمية.",
    "أعلنت الاستخبارات كشف مخطط لاغتيال محافظ الأنبار.",
    "أفشلت الأجهزة الأمنية هجوماً إرهابياً كان يستهدف كنيسة في القاهرة أمس.",
    "أفشلت قوات الأمن عملية انتحارية في بغداد.",
    # Nobody has arms.
    "هاجم النائب الحكومة في جلسة البرلمان في بغداد.",
    "هاجم مدرب ريال مدريد الحكم بعد المباراة في مدريد.",
    "شن ناشطون حملة على مواقع التواصل ضد الوزير في عمان.",
    "شن المدرب هجوماً على الحكام بعد خسارة فريقه في الدوحة.",
    "استهدف الإضراب شل الحركة في تونس.",
    "استهدفت حملة التلقيح الأطفال في إدلب.",
    "استهدفت العقوبات الأمريكية مصارف في دمشق.",
    "يستضيف الرياض المركز الدولي لاستهداف تمويل الإرهاب في الرياض.",
    "هاجمت أسراب الجراد حقول القمح في الحسكة.",
    "قصف المنتخب شباك ضيفه بخمسة أهداف في الرباط.",
    "خاض الفريق مواجهات صعبة في الدوحة.",
    "اندلعت معركة كلامية بين النواب في الكويت.",
    "اغتيال الحقيقة في دمشق.",
    "اجتاحت السيول أحياء في مدينة درنة.",
    "هجوم شرس على الفنانة بعد تصريحاتها في القاهرة.",
    "هجوم شديد اللهجة من الوزير على المعارضة في عمان.",
    "استهدف الهاكرز مطار بيروت.",
    # It burst, and nobody blew it up.
    "انفجرت أزمة سياسية في بغداد.",
    "انفجر بركان في إيطاليا.",
    "انفجار سكاني في القاهرة يقلق الخبراء.",
    "انفجار أنبوب غاز في البصرة يوقف الضخ.",
    "وقع انفجار في مطعم في صيدا ناجم عن تسرب الغاز.",
    "فجر نائب مفاجأة في جلسة مجلس النواب في عمان.",
    "فجرت فرق الهندسة ألغاماً وذخائر غير منفجرة في تدمر.",
    # Films, books, games, drills.
    "يروي الفيلم قصة قصف مدينة حلب.",
    "تدور أحداث الرواية حول تفجير مقهى في بغداد.",
    "يتناول الوثائقي مجزرة سبايكر في تكريت.",
    "تجسد اللعبة معارك خاضها الحزب في القصير.",
    "تدربت فرق الإنقاذ في عمان على التعامل مع هجوم كيميائي.",
    "نفذت طائرتان إسرائيليتان غارات وهمية فوق مدينة صيدا.",
    # Known by what it left, of no one day.
    "قررت الحكومة إعادة بناء ما دمره القصف في حمص.",
    "يعيش الأطفال في غزة تحت القصف.",
]


@pytest.mark.parametrize("text", NO_ATTACK)
def test_what_is_only_called_an_attack_is_none(text: str) -> None:
    assert not made(text)


OF_ARMS = [
    "هاجم مسلحون مركزاً للشرطة في كركوك فجراً.",
    "استهدفت حملة قصف جوية مدينة الباب.",
    "شنت قوات النظام حملة قصف عنيفة على مخيم اليرموك.",
    "انفجرت سيارة مفخخة قرب مقر الشرطة في عدن.",
    "وقع انفجار في سوق شعبي في بغداد.",
    "فجر مسلحون منزل قائد في الشرطة في تكريت.",
    "اجتاحت القوات مدينة عفرين فجر اليوم.",
    "قتل مخرج أفلام في قصف على مدينة دوما أمس.",
    "عرض الناشط فيلماً عن القرية بعد هجوم على مدينة سراقب أمس.",
    "دارت معارك عنيفة في محيط المطار في الحديدة.",
    "دمر القصف مدرسة في سراقب.",
    "نفذت طائرتان إسرائيليتان غارات عنيفة على مدينة صيدا.",
]


@pytest.mark.parametrize("text", OF_ARMS)
def test_an_attack_beside_such_words_is_told(text: str) -> None:
    assert made(text)


TRIED = [
    "بدأت في باريس محاكمة المتهمين في هجمات باتاكلان.",
    "تنظر المحكمة في قضية اغتيال رفيق الحريري في بيروت.",
    "مثل أمام القضاء متهم باغتيال المعارض شكري بلعيد في تونس.",
    "حكم على رجل بالسجن ثلاثين عاماً لتفجير محطة في لندن. وأحدثت القنبلة انفجاراً في محطة في لندن.",
]


@pytest.mark.parametrize("text", TRIED)
def test_what_is_before_a_court_was_done_long_before(text: str) -> None:
    told = attacks(text)
    assert told and all(e.modality == "historical" and e.date.first is None for e in told)


NOT_TRIED = [
    "عبر الوزير عن إدانته الهجوم على مسجد في كابل.",
    "ألقت الشرطة القبض على متهم بتفجير سوق في بغداد أمس.",
    "اتهم المتحدث الجيش بقصف سوق في دارفور.",
]


@pytest.mark.parametrize("text", NOT_TRIED)
def test_where_no_court_sits_it_is_news(text: str) -> None:
    assert made(text)


UNREAL = [
    "تتضمن المبادرة وقفاً شاملاً للقصف على الغوطة الشرقية.",
    "أكدت طهران عدم صحة الأنباء عن هجوم بطائرات مسيرة على أصفهان.",
    "أكد ناطق باسم الحوثيين أن الحديث عن قصف ميناء الحديدة عار عن الصحة.",
    "وصف المتحدث ما نشر عن غارة على مطار النجف بأنه لا أساس له.",
    "توعد الجيش الإسرائيلي بتوسيع القصف على لبنان.",
    "تلوح أنقرة بشن عملية عسكرية وهجوم على منبج.",
    "اتخذت لندن خطوات وهددت بتوجيه ضربات صاروخية إلى سوريا.",
    "نزح آلاف السكان من خان يونس تحسباً لقصف إسرائيلي.",
    "دمرت القوات عجلات مفخخة كانت معدة لاستهداف الجيش في الرمادي.",
    "واصل الثوار استعدادهم لاقتحام مدينة زنجبار.",
    "تدرس تل أبيب قصف مواقع نووية في نطنز.",
    "كاد انفجار أن يودي بحياة العشرات في عدن لولا إبطال مفعول العبوة.",
    "لن تتردد إسرائيل في قصف أي موقع إيراني في سوريا.",
    "شبه المتحدث ما يجري في الحي بقصف دريسدن.",
    "نشأ الكاتب في بغداد أيام القصف الأمريكي.",
    "من شأن هجوم على إدلب أن يشرد مليون شخص.",
    "تراجعت أنقرة عن شن هجوم على تل رفعت.",
    "تدعو المنظمة إلى تحييد المدنيين عن القصف في حلب.",
    "كانت الغواصات على مسافة تتيح لها إطلاق صواريخ على سوريا.",
    "شهدت السنوات الأخيرة هجمات على السياح في تونس.",
    "كما فعلت حين قصفت غروزني في الشيشان.",
    "نادراً ما أقرت إسرائيل بقيامها بضربات عسكرية في سوريا.",
]


@pytest.mark.parametrize("text", UNREAL)
def test_what_is_meant_feared_or_untrue_is_not_made(text: str) -> None:
    assert not made(text)


MADE = [
    # Not the town of an office, nor the one that a gulf is named for.
    ("نجا محافظ تعز من تفجير استهدف موكبه في المخا أمس.", "Mokha"),
    ("أعلنت القوات استهداف سفينة في خليج عدن بعدد من الصواريخ.", "Gulf of Aden"),
    ("تعرضت قاعدة عين الأسد لهجوم بصواريخ.", "Ain al-Asad Base"),
    ("غارة النبطية أوقعت 11 شهيداً.", "Nabatieh"),
    ("دبابات الاحتلال تتوغل وسط رفح.", "Rafah"),
    ("لم يسفر القصف على أطراف كفرشوبا عن إصابات.", "Kfar Shouba"),
    ("لم تؤد الغارة على صنعاء إلى سقوط قتلى.", "Sanaa"),
    ("كفرنبل وغيرها من بلدات الريف لم تسلم من القصف الجوي.", "Kafr Nabl"),
    ("تشن القوات منذ أيام حملة قصف عنيفة على مخيم اليرموك.", "Yarmouk Camp"),
    ("أفشلت القوات هجوماً للمسلحين على مواقعها في تعز أمس.", "Taiz"),
    ("كشفت الشرطة أن عبوة ناسفة انفجرت في سوق بالنجف أمس.", "Najaf"),
    ("ارتفع عدد ضحايا القصف على رفح إلى 20 قتيلاً.", "Rafah"),
    ("تعرّض حي الشجاعية في غزة لقصف مكثف.", "Shujaiya"),
    ("استخدمت الطائرات المطار لشن هجمات على إدلب أمس.", "Idlib"),
    ("كثفت الطائرات الروسية غاراتها على اللطامنة.", "Al-Lataminah"),
    ("انفجار ضخم يهز بيروت.", "Beirut"),
    ("غارات تستهدف صنعاء.", "Sanaa"),
    ("هزت انفجارات دمشق.", "Damascus"),
    ("نفذت طائرة أمريكية من دون طيار ضربة في مأرب.", "Marib"),
    ("ضربت صواريخ إيرانية قاعدة في أربيل.", "Erbil"),
    ("دمر الطيران الروسي مستشفى في كفرزيتا.", "Kafr Zita"),
    ("طعن شاب جندياً في القدس.", "Jerusalem"),
    ("مجهولون يغتالون قاضياً في عدن.", "Aden"),
    ("صاروخ يسقط على مبنى سكني في حيفا.", "Haifa"),
    ("الطيران المسير يستهدف نقطة للجيش في مأرب.", "Marib"),
    ("الحوثيون يقصفون حياً سكنياً في مأرب بصاروخ.", "Marib"),
    ("مقتل 20 شخصاً في تفجيرات بغداد.", "Baghdad"),
    ("وقد شنت القوات غارات على سوريا بشأن هجوم سابق.", "Syria"),
    ("مسيرة تستهدف سيارة في صور.", "Tyre"),
    ("نفذت القيادة المركزية ضربات على مواقع في الحديدة.", "Hodeidah"),
    ("قتل سبعة جنود في اشتباكات في رفح بشمال سيناء.", "Rafah (Egypt)"),
    ("قتل سبعة أشخاص في قصف على رفح.", "Rafah"),
]


@pytest.mark.parametrize(("text", "where"), MADE)
def test_attacks_in_the_words_of_headlines(text: str, where: str) -> None:
    told = [e for e in attacks(text) if e.modality == "actual"]
    assert [e.place and e.place.name for e in told[:1]] == [where]


def sources(text: str) -> list[str]:
    return [p.name for e in attacks(text)[:1] for p in e.participants if p.role == "source"]


DOERS = [
    ("الضربات التي نفذتها إسرائيل ليلاً على مواقع عسكرية في سوريا.", "Israel"),
    ("بعد الغارات التي نفذتها فرنسا ضد أهداف عسكرية، فجر السبت.", "France"),
    ("أظهر التسجيل قيام تنظيم داعش بتفجير سجن المدينة.", "ISIS"),
    ("شن سلاح الجو التركي أولى غاراته على مواقع لتنظيم داعش في الرقة.", "Turkish armed forces"),
    ("شن طيران التحالف العربي غارات على مواقع للحوثيين في صعدة.", "Arab coalition in Yemen"),
    ("ضاعف حزب العمال الكردستاني هجماته في ديار بكر.", "Kurdistan Workers' Party (PKK)"),
]


@pytest.mark.parametrize(("text", "who"), DOERS)
def test_whose_the_targets_are_did_not_strike(text: str, who: str) -> None:
    assert sources(text) == [who]


def test_the_day_of_the_answer_is_not_that_of_what_it_answers() -> None:
    text = "شنت واشنطن فجر أمس ضربات على سوريا. وقالت إنها قصفت أمس رداً على هجوم في دوما."
    (first, *others) = attacks(text)
    assert first.date.first == date(2024, 6, 11)
    answered = [e for e in others if e.place is not None and e.place.name == "Douma"]
    assert all(e.date.first is None for e in answered)


def test_a_day_after_despite_is_that_of_something_else() -> None:
    text = "تتعرض دوما لقصف عنيف على الرغم من إصدار مجلس الأمن السبت قراراً بوقف النار."
    (told,) = attacks(text)
    assert told.modality == "actual" and told.date.basis == "published"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("مقتل 40 في قصف مدرسة للأونروا في النصيرات.", []),
        ("قصف مدفعي للجيش السوري على مدينة دوما.", ["Syrian army"]),
    ],
)
def test_whose_school_was_shelled_did_not_shell_it(text: str, who: list[str]) -> None:
    assert sources(text) == who


@pytest.mark.parametrize(
    ("text", "actual"),
    [
        # Measured against what was long before: that is told of another time.
        ("وهجوم مانشستر هو الأعنف في بريطانيا منذ 2005 عندما قتل 52 شخصاً في هجمات في لندن.", []),
        ("ويعد هذا القصف على إدلب الأعنف منذ مجزرة السوق التي راح ضحيتها 40 مدنياً.", []),
        ("قتل 14 جندياً في كمين في غاو هو الأعنف منذ أشهر.", [14]),
    ],
)
def test_a_toll_that_an_attack_is_measured_against_is_not_its_own(
    text: str, actual: list[int]
) -> None:
    found = extract(Document("d", text, published=PUBLISHED))
    now = [k for e in found.events if e.event_type == "ASSAULT" and e.modality == "actual"
           and e.mode != "unspecified" for k in e.claims]  # fmt: skip
    assert [found.claims[k].low for k in now] == actual


@pytest.mark.parametrize(
    "text",
    [
        "ورد اسم الرجل في تحقيقات بدأت في أعقاب هجوم برلين.",
        "نشرت المجلة صورة منفذ اعتداء برلين.",
    ],
)
def test_an_attack_known_by_its_town_has_no_day_where_none_is_told(text: str) -> None:
    (told,) = attacks(text)
    assert told.place is not None and told.place.name == "Berlin"
    assert told.date.first is None


def test_an_attack_of_no_day_is_not_told_beside_one_that_has_its_own() -> None:
    text = "انفجرت قنبلة في سوروتش أمس. وتتعرض الحكومة منذ هجوم سوروتش لانتقادات شديدة."
    assert [e.date.first for e in attacks(text)] == [date(2024, 6, 11)]


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("قتل شرطيان في هجوم مسلح على نقطة تفتيش في غروزني أمس.", "Grozny"),
        ("وقع انفجار أمام مسجد في دريسدن أمس الثلاثاء.", "Dresden"),
        ("انفجرت قنبلة في سراييفو أمس.", "Sarajevo"),
    ],
)
def test_a_town_known_by_another_war_still_has_news(text: str, town: str) -> None:
    [attack] = attacks(text)
    assert (attack.modality, attack.date.edtf) == ("actual", "2024-06-11")
    assert attack.place and attack.place.name == town
