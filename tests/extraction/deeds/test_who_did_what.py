"""Who did a deed and who suffered it, where and when; what is told of and was not done that day."""

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.model import Document

PUBLISHED = date(2016, 12, 21)


def deeds(text: str) -> list[tuple[str, str, str | None, str, list[tuple[str, str]]]]:
    found = extract(Document("d", text, published=PUBLISHED)).events
    return [
        (
            e.event_type,
            e.modality,
            e.place.name if e.place else None,
            e.date.edtf,
            [(p.name, p.role) for p in e.participants],
        )
        for e in found
        if e.event_type not in ("CONSULT", "STATEMENT")
    ]


TOLD_OF = [
    # Who is killed is not who killed him.
    ("اغتيال السفير الروسي أندريه كارلوف في أنقرة الإثنين.",
     [("ASSAULT", "actual", "Ankara", "2016-12-19", [("Andrei Karlov", "mentioned")])]),
    # The subject goes on, and asks others.
    ("اعتبر بان كي مون الجمعة أن القوة غير مقبولة، ودعا السلطات السورية إلى الامتناع عن العنف.",
     [("DEMAND", "actual", None, "2016-12-16",
       [("Ban Ki-moon", "source"), ("Syrian government", "mentioned")])]),
    ("وطلب القرار من المعارضة السورية الاجتماع في مقر الجامعة.", []),
    # Only counted from, or condemned.
    ("قدرت المفوضية الثلاثاء عدد القتلى بأكثر من 3500 منذ بداية الاحتجاجات في سوريا.", []),
    ("استخدمت روسيا أمس حق النقض ضد مشروع قرار يدين الهجوم الكيماوي على خان شيخون.",
     [("ASSAULT", "actual", "Khan Shaykhun", "", [])]),
    ("خرج المقاتلون من حمص القديمة يوم الاثنين بعد حصار استمر سنتين.",
     [("COERCE", "actual", "Old City of Homs", "", [])]),
    # Named for the city.
    ("دمرت غارة جوية الإثنين مستشفى القدس في حلب.",
     [("ASSAULT", "actual", "Aleppo", "2016-12-19", [])]),
    # Where it was agreed, not the land it is on; when, not what it is on.
    ("أقر مجلس الأمن الإثنين القرار 2328 الذي يطلب نشر مراقبين في حلب.",
     [("AGREE", "actual", None, "2016-12-19", [("UN Security Council", "source")])]),
    # What a resolution allows has not been done.
    ("صادق مجلس الأمن أمس على القرار 2165 الذي يأذن لوكالات الإغاثة بإيصال المساعدات إلى سوريا.",
     [("AID", "demanded", "Syria", "2016-12-20~", []),
      ("AGREE", "actual", None, "2016-12-20", [("UN Security Council", "source")])]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOLD_OF)
def test_who_did_what_where_and_when(
    text: str, expected: list[tuple[str, str, str | None, str, list[tuple[str, str]]]]
) -> None:
    assert sorted(deeds(text)) == sorted(expected)


def test_parts_of_a_running_total_are_no_attack() -> None:
    text = "أحصى المرصد مقتل 331 ألف شخص منذ 2011. وبين القتلى أكثر من 99 ألف مدني."
    assert deeds(text) == []


NOT_DONE = [
    # What was permitted,
    "ذكرت صحيفة أن تركيا تعتزم السماح للطائرات باستخدام القاعدة لشن هجمات على الرقة.",
    # A mandate, a plan, what may come.
    "صوت البرلمان الإثنين على منح الحكومة تفويضاً لشن غارات على الرقة.",
    "اعتقلت الشرطة شابين في أنقرة لتخطيطهم لهجوم.",
    "كتب في تغريدة الإثنين أن الهجوم على إدلب قد يكون وشيكاً.",
    "العملية العسكرية في إدلب قد تبدأ الإثنين.",
    # What is usual is no one attack.
    "ونادراً ما اشتبك الجيش السوري مع خصومه في دير الزور.",
    # What is made or sold was not used.
    "باعت الشركات مواد يمكن استخدامها في إنتاج غاز السارين إلى سوريا.",
    "المنطقة فقيرة حيث تحدث غالباً اشتباكات في ريف درعا.",
]


@pytest.mark.parametrize("text", NOT_DONE)
def test_an_attack_that_may_come_is_not_told_as_done(text: str) -> None:
    assert [deed for deed in deeds(text) if deed[0] == "ASSAULT" and deed[1] == "actual"] == []


SAID_OF_IT = [
    # What is denied, in two words.
    ("رفضت الوزارة مزاعم بقصف بلدة سرمين الإثنين.", ("denied", "Sarmin", "2016-12-19")),
    # A gas that was used, and its day.
    ("أكد تقرير الإثنين استخدام غاز السارين الذي تسبب في مقتل العشرات في منبج في آب 2016.",
     ("historical", "Manbij", "2016-08")),
    ("نفت وحدات حماية الشعب الكردية الإثنين قصف القوات التركية لمدينة منبج.",
     ("denied", "Manbij", "2016-12-19~")),
    # A clause of its own is not denied with the one before.
    ("رفضت روسيا الإثنين المقترح وقصفت طائراتها منبج.", ("actual", "Manbij", "2016-12-19~")),
    ("نفت روسيا الإثنين أن تكون هاجمت المدينة وقصفت منبج.", ("denied", "Manbij", "2016-12-19~")),
    # How long it lasted is no day long past; nor is a price for an attack one that will come.
    ("سيطر الجيش الإثنين على التل بعد يومين من المعارك في منبج.",
     ("actual", "Manbij", "2016-12-19")),
    ("قال الإثنين إنه سيكون هناك ثمن للهجوم في منبج.", ("actual", "Manbij", "2016-12-19~")),
    # Told again in its sentence; its traces.
    ("ستشن الطائرات غارات على منبج وستدعم تركيا تلك الغارات.", ("future", "Manbij", "")),
    ("رأى الصحفيون الإثنين في منبج جدراناً خرقتها آثار القصف.", None),
    # The town, not its land.
    ("أعلن النفير في منبج بعد الهجوم الذي شنه التنظيم شمال سوريا في 10 كانون الأول.",
     ("actual", "Manbij", "2016-12-10")),
    # The day of the saying is only about that of the deed.
    ("أعلنت وزارة الدفاع الإثنين مقتل عشرة مقاتلين في قصف على منبج.",
     ("actual", "Manbij", "2016-12-19~")),
    ("أعلنت وزارة الدفاع أن قصفاً على منبج الإثنين أوقع قتلى.", ("actual", "Manbij", "2016-12-19")),
    ("نفى مصدر بالجيش، مساء الإثنين، تعرض مطار المزة إلى هجوم.",
     ("denied", "Mazzeh Military Airport", "2016-12-19~")),
    # Words, and computers.
    ("شن رئيس الوزراء هجوماً حاداً على منبج الإثنين.", None),
    ("تعرضت الشركة في منبج لهجوم إلكتروني الإثنين.", None),
    ("قال الوزير الإثنين إن هجوم القوات المتوقع على منبج تصعيد.", None),
    # A plan has no day but its own.
    ("أعلنت تركيا الإثنين أنها ستشن قريباً هجوماً في منبج.", ("future", "Manbij", "")),
    # The clause of the attack dates and places it.
    ("تظاهر المئات الأحد في اسطنبول بعد الهجوم الذي وقع في 10 كانون الأول في منبج.",
     ("actual", "Manbij", "2016-12-10")),
    # Mourned, or told of long after.
    ("قدم الوزير التعازي الأحد في ضحايا التفجير الذي طال حي الكرادة في بغداد.",
     ("actual", "Karrada", "")),
    ("تحدث الرئيس الأحد بعد يوم من هجوم في منبج.", ("actual", "Manbij", "2016-12-17")),
    # A right to strike is no strike.
    ("قالت واشنطن الإثنين إن لحليفتها الحق بقصف منبج.", None),
    ("ارتكبت القوات جرائم بحق المدنيين بقصف مستشفى في منبج الإثنين.",
     ("actual", "Manbij", "2016-12-19")),
    # Ahead, whatever is suffered; a house of mourning is no condolence; arms beside computers.
    ("ستتعرض بلدة منبج للقصف قريباً.", ("future", "Manbij", "")),
    ("استهدف القصف صالة عزاء في منبج الإثنين.", ("actual", "Manbij", "2016-12-19")),
    ("قصفت القوات منبج الإثنين وشن قراصنة هجوماً إلكترونياً.", ("actual", "Manbij", "2016-12-19")),
    ("توفي الأحد جريح بعد أسبوع من الهجوم في منبج.", ("actual", "Manbij", "")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SAID_OF_IT)
def test_what_is_only_said_of_an_attack(text: str, expected: tuple[str, str, str] | None) -> None:
    told = [deed[1:4] for deed in deeds(text) if deed[0] == "ASSAULT"]
    assert told == ([expected] if expected else [])


def test_at_whose_hands() -> None:
    text = "مقاتلون دربهم الجيش الأميركي اعتقلوا على أيدي مقاتلي جبهة النصرة في سرمين الإثنين."
    assert [deed[4] for deed in deeds(text)] == [[("al-Nusra Front", "source")]]


def test_the_doers_of_one_deed() -> None:
    text = (
        "شنت الولايات المتحدة وفرنسا وبريطانيا فجر الإثنين 19 كانون الأول (ديسمبر) ضربات على منبج."
    )
    who = [("United States", "source"), ("France", "mentioned"), ("United Kingdom", "mentioned")]
    assert [deed[4] for deed in deeds(text)] == [who]


def test_what_is_agreed_on_is_not_done_yet() -> None:
    text = "اتفقت روسيا وتركيا الإثنين على إيصال المساعدات إلى منبج بعد غارات على سرمين الأحد."
    told = {(kind, modality, place) for kind, modality, place, _, _ in deeds(text)}
    assert told == {
        ("AGREE", "actual", None),
        ("AID", "demanded", "Manbij"),
        ("ASSAULT", "actual", "Sarmin"),
    }


def test_what_befell_the_place_of_an_agreement_did_happen() -> None:
    text = "وافقت الحكومة السورية على دخول الخبراء مناطق في منبج، تعرضت فجر الإثنين لهجوم."
    attacks = [deed[1:4] for deed in deeds(text) if deed[0] == "ASSAULT"]
    assert attacks == [("actual", "Manbij", "2016-12-19")]


def test_the_international_coalition_is_not_the_opposition() -> None:
    abroad = "نفذ الائتلاف الدولي الإثنين غارات على الرقة. وقال الائتلاف إنه أصاب مواقع."
    at_home = "قصفت قوات الائتلاف الوطني السوري بلدة سرمين الإثنين."
    assert deeds(abroad)[0][4][0] == ("International coalition against ISIS", "source")
    assert deeds(at_home)[0][4][0] == ("Syrian National Coalition", "source")
