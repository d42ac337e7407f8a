"""Where an event was and when something was said, apart from what is only spoken of."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.model import Document, Event

PUBLISHED = date(2018, 10, 26)  # a Friday


def events(text: str, kind: str) -> list[Event]:
    found = extract(Document("d", text, published=PUBLISHED)).events
    return [event for event in found if event.event_type == kind]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("زار دي ميستورا دمشق، حيث التقى الأربعاء وزير الخارجية السوري وليد المعلم.", "Damascus"),
        ("التقى بوتين أردوغان في سوتشي الأربعاء.", "Sochi"),
        ("وصل كيري إلى جنيف. واجتمع بلافروف في المدينة نفسها الخميس.", "Geneva"),
        ("عقد أول لقاء بين دونالد ترامب وفلاديمير بوتين، الذي انعقد في هامبورغ الجمعة.", "Hamburg"),
        ("أجرى لافروف وكيري اتصالاً هاتفياً الخميس بشأن حلب.", None),
        ("عقد بوتين وأردوغان اجتماعاً أثناء تقدم القوات نحو المدن في الغوطة الشرقية.", None),
        ("قالت أحرار الشام إنها تجري محادثات مع وفد إيراني تتعلق بمدينة الزبداني.", None),
    ],
)
def test_an_encounter_is_where_its_clause_says(text: str, place: str | None) -> None:
    met = [event for event in events(text, "CONSULT") if event.mode != "visit"]
    assert [event.place.name if event.place else None for event in met] == [place]


@pytest.mark.parametrize(
    ("text", "kind", "not_there"),
    [
        ("طالب ماكرون روسيا بالضغط على دمشق لتنفيذ القرار.", "DEMAND", "Damascus"),
        (
            "قال أنطونيو غوتيريش أمام مجلس الأمن في نيويورك الخميس إن القصف لم يتوقف.",
            "ASSAULT",
            "New York",
        ),
        (
            "وفي نيويورك، اعتبر بان كي مون أن استخدام القوة ضد متظاهرين مرفوض.",
            "PROTEST",
            "New York",
        ),
    ],
)
def test_where_it_was_said_is_not_where_it_was_done(text: str, kind: str, not_there: str) -> None:
    assert [e.place.name for e in events(text, kind) if e.place and e.place.name == not_there] == []


def test_a_statement_about_a_period_is_dated_when_it_was_made() -> None:
    text = (
        "أحصى المرصد السوري لحقوق الإنسان مقتل 331 ألفاً و765 شخصاً "
        "بين 15 آذار/مارس 2011 و15 تموز/يوليو 2017."
    )
    (toll,) = extract(Document("d", text, published=PUBLISHED)).claims
    assert (toll.scope, toll.first, toll.last) == (
        "cumulative",
        date(2011, 3, 15),
        date(2017, 7, 15),
    )
    assert {(e.date.first, e.date.last) for e in events(text, "STATEMENT")} == {
        (PUBLISHED, PUBLISHED)
    }


def test_the_day_of_what_is_told_before_is_not_that_of_who_speaks_then() -> None:
    (statement,) = events(
        "قتل قيادي في الثامن من أكتوبر، وقال وزير الدفاع جيمس ماتيس إنه خطير.", "STATEMENT"
    )
    assert statement.date.basis == "published"


def test_a_surname_too_common_to_stand_alone_is_known_after_the_whole_name() -> None:
    text = "وصل المبعوث كوفي عنان إلى دمشق. واجتمع عنان بالرئيس السوري بشار الأسد الخميس في دمشق."
    (met,) = (event for event in events(text, "CONSULT") if event.mode == "meeting")
    assert {p.name for p in met.participants} == {"Kofi Annan", "Bashar al-Assad"}


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("وثق مقتل 312 ألفاً وشخص واحد منذ آذار 2011.", 312_001),
        ("قتل ألف وشخصان في المعارك.", 1_002),
        ("قتل 312 ألف شخص منذ آذار 2011.", 312_000),
    ],
)
def test_the_odd_one_belongs_to_the_round_number(text: str, low: int) -> None:
    claims = extract(Document("d", text, published=PUBLISHED)).claims
    assert [claim.low for claim in claims] == [low]


def test_the_greatest_number_of_victims_is_no_number() -> None:
    text = "وسُجل أكبر عدد من الضحايا في محافظة ريف دمشق."
    assert extract(Document("d", text, published=PUBLISHED)).claims == ()


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("وينقل الدكتور سعيد طانيوس عن مصدر قوله إن الاجتماع انتهى.", False),
        ("قال الرئيس التونسي قيس سعيد ذلك. وأضاف الدكتور سعيد أن البلاد بخير.", True),
    ],
)
def test_a_doctor_with_a_common_name_is_not_the_president(text: str, known: bool) -> None:
    found = extract(Document("d", text, published=date(2020, 3, 5))).events
    assert any(p.name == "Kais Saied" for e in found for p in e.participants) is known


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # What a place lies by is not where it was.
        ("وفي محافظة إب بجنوب صنعاء تحتدم المواجهات.", "Ibb"),
        ("وفي منطقة أرحب شمال صنعاء اندلعت مواجهات عنيفة.", "Arhab"),
        ("نفذت الغارات في سوريا قرب مدينة الحسكة.", "Al-Hasakah"),
        ("قصف على ناحية صوران شمالي حلب.", "Soran (Aleppo)"),
        ("قصف على مدينة صوران بريف حماة.", "Suran (Hama)"),
        ("انفجار عبوة بجنوب لبنان.", "Lebanon"),
        # Nor is where the fallen was from.
        ("استشهاد الشاب أحمد خالد من بلدة بيتا برصاص الاحتلال في نابلس.", "Nablus"),
        ("نعى حزب الله الشهيد علي حسن غندور من بلدة النبطية الفوقا.", None),
        ("القوات تقتل 5 مهربين حاولوا التسلل من سوريا.", None),
        # What reached a town did not last.
        ("شهيدان في قصف طال مدينة سرمين.", "Sarmin"),
    ],
)
def test_an_attack_is_at_the_place_that_its_words_mean(text: str, place: str | None) -> None:
    (attack,) = events(text, "ASSAULT")
    assert (attack.place.name if attack.place else None) == place


def test_one_figure_in_two_towns_by_one_city_is_two_tolls() -> None:
    text = (
        "دوى انفجار دراجة ملغومة في الزعفرانية بجنوب بغداد، فأودى بأربعة أشخاص. وفي محافظة "
        "ديالى (شمال شرقي بغداد)، قتل أربعة أشخاص بعبوة زرعت في بلدة مندلي."
    )
    claims = extract(Document("d", text, published=PUBLISHED)).claims
    assert [claim.low for claim in claims] == [4, 4]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("أعلنت قوات التحالف العربي الالتزام بهدنة إنسانية في اليمن تبدأ منتصف ليلة الإثنين.", "2015-07-26~"),
        ("ألقت الشرطة التركية القبض على 14 شخصاً في أنقرة قبل الانتخابات المقررة يوم الأحد المقبل.", "2015-07-26~"),
        ("اندلعت المعارك في 3 تشرين الثاني 2009. وأعلنت السعودية حينها أنها سترد على الهجمات.", ""),
    ],
)  # fmt: skip
def test_a_day_to_come_or_long_past_is_not_when_something_was_said(text: str, edtf: str) -> None:
    found = extract(Document("d", text, published=date(2015, 7, 26))).events
    assert [e.date.edtf for e in found if e.event_type in ("STATEMENT", "COERCE")] == [edtf]
