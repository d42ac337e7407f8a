"""Days, places and people of what a meeting was about, or of another, kept off the meeting."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.model import Document, Event

PUBLISHED = date(2018, 4, 13)  # a Friday
KERRY, LAVROV = "John Kerry", "Sergey Lavrov"
NEVER = "2018-04-13~"  # told without a day of its own


def of_type(text: str, kind: str) -> list[Event]:
    found = extract(Document("d", text, published=PUBLISHED))
    return [event for event in found.events if event.event_type == kind]


def told(text: str) -> list[tuple[set[str], str | None, str, str]]:
    return [
        ({p.name for p in e.participants}, e.place and e.place.name, e.date.edtf, e.modality)
        for e in of_type(text, "CONSULT")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "التقى كيري لافروف في جنيف، مؤكداً أن روسيا قصفت حلب يوم الاثنين.",
        "التقى كيري لافروف في جنيف وأكد أن روسيا قصفت حلب يوم الاثنين.",
        "التقى كيري لافروف في جنيف وقال إن القوات ستنسحب من حلب يوم السبت المقبل.",
        "بحث كيري مع لافروف في جنيف الهدنة التي بدأت الاثنين.",
        "التقى كيري لافروف في جنيف لبحث القمة المقررة الأحد المقبل.",
        "التقى كيري لافروف في جنيف قبل الانتخابات المقررة في 20 مايو.",
        "التقى كيري لافروف في جنيف بعد الهجوم الذي استهدف دمشق الاثنين.",
    ],
)
def test_the_day_of_what_was_spoken_of_is_not_that_of_the_meeting(text: str) -> None:
    assert told(text) == [({KERRY, LAVROV}, "Geneva", NEVER, "actual")]


def test_the_place_and_day_of_the_next_meeting_are_its_own() -> None:
    text = "قال إن كيري الذي التقى لافروف سيجتمع الأحد مع عادل الجبير في الرياض."
    rows = told(text)
    assert ({KERRY, LAVROV}, None, NEVER, "actual") in rows
    assert ({KERRY, "Adel al-Jubeir"}, "Riyadh", "2018-04-15", "future") in rows


def test_who_goes_on_is_not_whom_a_clause_names() -> None:
    text = "قال المتحدث إن كوفي عنان الذي أجرى محادثات مع بشار الأسد سيسافر إلى طهران الأحد."
    assert ({"Kofi Annan"}, "Tehran", "2018-04-15", "future") in told(text)
    assert all(who != {"Bashar al-Assad"} for who, *_ in told(text))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("وتأتي التصريحات غداة لقاء كيري ولافروف في جنيف.", "2018-04-12~"),
        ("وتأتي التصريحات بعد يومين من لقاء كيري ولافروف في جنيف.", "2018-04-11~"),
        ("ويأتي ذلك بعد أسبوع من اجتماع كيري ولافروف في جنيف.", "2018-04-06~"),
        ("أعلن ذلك أمس بعد يومين من لقاء كيري ولافروف في جنيف.", "2018-04-10"),
        ("قال كيري غداة لقائه لافروف الثلاثاء في جنيف إن الحل سياسي.", "2018-04-10"),
        ("أفاد كيري الأربعاء باتفاق.\nوقال كيري غداة لقاء مع لافروف في جنيف: بحثنا القرار.",
         "2018-04-10?"),
        ("قال كيري الاثنين بعد أشهر من لقاء لافروف وكيري في جنيف إن الحل سياسي.", NEVER),
    ],
)  # fmt: skip
def test_a_day_counted_from_the_meeting(text: str, day: str) -> None:
    assert [(row[1], row[2]) for row in told(text)] == [("Geneva", day)]


@pytest.mark.parametrize(
    "text",
    [
        "ومن المقرر أن يزور كيري موسكو ويلتقي لافروف.",
        "سيزور كيري موسكو ويلتقي لافروف.",
        "ويعتزم كيري زيارة موسكو ولقاء لافروف.",
    ],
)
def test_what_is_joined_to_a_visit_ahead_is_ahead(text: str) -> None:
    assert told(text) == [({KERRY, LAVROV}, "Moscow", "", "future")]


def test_a_meeting_that_will_deal_with_something_is_ahead() -> None:
    text = "قال أردوغان إن لقاءه مع دونالد ترامب سيتناول القضايا بين تركيا والولايات المتحدة."
    assert told(text) == [({"Recep Tayyip Erdogan", "Donald Trump"}, None, "", "future")]


def test_a_session_after_a_meeting_is_another() -> None:
    text = "وكان مجلس الأمن عقد جلسة بعد يومين من اجتماع كيري ولافروف في جنيف."
    assert [row[0] for row in told(text)] == [{"UN Security Council"}, {KERRY, LAVROV}]


def test_an_attack_after_a_meeting_is_neither_there_nor_theirs() -> None:
    text = "شنت الطائرات الروسية غارات على حلب بعد ساعات من لقاء كيري ولافروف في جنيف."
    (attack,) = of_type(text, "ASSAULT")
    assert attack.place is not None
    assert attack.place.name == "Aleppo"
    assert not {KERRY, LAVROV}.intersection(p.name for p in attack.participants)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("انطلقت الطائرة من مطار حميميم وقصفت إدلب أمس.", "Idlib"),
        ("قصفت قوات متمركزة في حماة بلدة كفرزيتا أمس.", "Kafr Zita"),
        ("قصفت مدفعية النظام المتمركزة في جبل قاسيون حي جوبر أمس.", "Jobar"),
    ],
)
def test_a_strike_is_not_where_it_came_from(text: str, place: str) -> None:
    (attack,) = of_type(text, "ASSAULT")
    assert attack.place is not None
    assert attack.place.name == place


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("وفي اتصال هاتفي أمس، بحث كيري ولافروف الهدنة.", {KERRY, LAVROV}),
        ("وفي اتصال هاتفي أمس، أكد بوتين لأردوغان أن الحل سياسي.",
         {"Vladimir Putin", "Recep Tayyip Erdogan"}),
        ("بحث كيري ولافروف أمس الهدنة.", {KERRY, LAVROV}),
        ("وصل كيري أمس إلى موسكو حيث استقبله لافروف.", {KERRY, LAVROV}),
        ("قال قاسم سليماني ذلك. وخلال لقاء مع لافروف أمس، أكد كيري أن الحل سياسي.", {KERRY, LAVROV}),
    ],
)  # fmt: skip
def test_who_they_are_stands_around(text: str, who: set[str]) -> None:
    assert (who, "2018-04-12") in [(row[0], row[2]) for row in told(text)]


def test_who_was_there_too_joins_the_meeting_told_before() -> None:
    text = "بحث كيري مع لافروف أمس الهدنة. وعقد اللقاء في جنيف بحضور المبعوث ستيفان دي ميستورا."
    assert told(text) == [({KERRY, LAVROV, "Staffan de Mistura"}, "Geneva", "2018-04-12", "actual")]


@pytest.mark.parametrize(
    "text",
    [
        "نفى مسؤول صحة التقارير التي تفيد بأن كيري أجرى محادثات مع لافروف في جنيف.",
        "نفت موسكو أنباء عن لقاء كيري ولافروف في جنيف.",
        "وأكد الكرملين أنه لم يجر أي لقاء بين كيري ولافروف.",
        "كان من المقرر أن يلتقي كيري لافروف أمس لكن اللقاء ألغي.",
        "وتحدثت المواقع عن شائعات عن لقاء كيري ولافروف.",
        "هل التقى كيري لافروف أمس؟",
        "طالب أحمد الجربا بأن يمثل فاروق الشرع الحكومة في محادثات السلام المقبلة.",
    ],
)
def test_nobody_met(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "نفت روسيا صحة التقارير التي تفيد بأن طائراتها قصفت حلب أمس.",
        "رفضت موسكو اتهامات بأن طائراتها قصفت مستشفى في حلب أمس.",
        "ليس صحيحاً أن الجيش قصف حلب.",
        "هل قصفت روسيا حلب أمس؟",
        "استبعدت موسكو شن هجوم على إدلب.",
        "بدلاً من قصف حلب.",
        "أجرت القوات تدريبات على صد هجوم كيماوي في حمص أمس.",
        "عرض أمس فيلم عن الهجوم على برلين.",
        "تحدث عن حق إسرائيل في قصف مواقع في سوريا.",
    ],
)
def test_no_attack_was_made(text: str) -> None:
    assert all(attack.modality != "actual" for attack in of_type(text, "ASSAULT"))


@pytest.mark.parametrize(
    "text",
    [
        "نفت موسكو الاتهامات، وشنت طائراتها غارات على حلب أمس.",
        "هل انتهت الحرب؟ قصفت الطائرات حلب أمس.",
        "صد الجيش هجوماً على حلب أمس.",
    ],
)
def test_an_attack_beside_such_words_was_made(text: str) -> None:
    (attack,) = of_type(text, "ASSAULT")
    assert (attack.modality, attack.date.edtf) == ("actual", "2018-04-12")


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        (
            "أفاد المرصد يوم الثلاثاء بمقتل خمسة في هجوم وقع فجر الاثنين.",
            "ASSAULT",
            "2018-04-09",
        ),
        ("بعد عامين على مقتله في 11 مايو 2016 تظاهر المئات اليوم.", "PROTEST", "2018-04-13"),
    ],
)
def test_a_deed_takes_the_day_of_its_own_clause(text: str, kind: str, day: str) -> None:
    assert [event.date.edtf for event in of_type(text, kind)] == [day]


def test_between_two_days_are_all_the_days_between() -> None:
    found = extract(Document("d", "قتل 33 مدنياً بين 3 و8 نيسان", published=PUBLISHED))
    assert [mention.edtf for mention in found.dates] == ["2018-04-03/2018-04-08"]


def test_a_day_known_by_name_is_not_known_before_it() -> None:
    for published, edtf in ((date(2024, 6, 12), "2023-10-07"), (PUBLISHED, "2017-10-07")):
        found = extract(Document("d", "قتل ثلاثة في هجوم 7 أكتوبر", published=published))
        assert [mention.edtf for mention in found.dates] == [edtf]
