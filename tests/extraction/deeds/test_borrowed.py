"""An attack takes no day, place or doer from another thing told beside it."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.model import Document, Event

PUBLISHED = date(2016, 9, 9)


def attacks(text: str) -> list[Event]:
    found = extract(Document("d", text, published=PUBLISHED))
    return [event for event in found.events if event.event_type == "ASSAULT"]


def sure_day(event: Event) -> bool:
    return event.date.basis != "published" and event.date.edtf[-1:].isdigit()


@pytest.mark.parametrize(
    "text",
    [
        "قتل خمسة في قصف على مدينة تعز، فيما شن الطيران غارات أمس على مواقع في حجة.",
        "وفي الأول من سبتمبر، استعاد الجيش السيطرة على داريا إثر هجوم عنيف على داريا.",
        "وفي 5 أيلول سبتمبر قالت وزارة الصحة إن 43 شخصاً قتلوا في قصف على دار سعد.",
        "شيع الأهالي أمس في أبها ضحايا التفجير بمسجد أبها.",
        "تظاهر المئات في بروكسل السبت احتجاجاً على الغارات على إدلب.",
        "والثلاثاء الماضي، دخل مقاتلون عفرين للتصدي لهجوم تشنه تركيا على عفرين.",
        "دخلت قافلة الأمم المتحدة دوما الثلاثاء، بعدما تعذر ذلك مرات بسبب القصف على دوما.",
    ],
)
def test_the_day_of_another_thing_is_not_certain(text: str) -> None:
    found = attacks(text)
    assert found
    assert not sure_day(found[0])


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("قال المتحدث إن الهجوم وقع الثلاثاء في مدينة سرت.", date(2016, 9, 6)),
        ("قتل سبعة أمس إثر تفجير في مسجد بالعاصمة كابول.", date(2016, 9, 8)),
        ("قتل سبعة أمس بعدما فجر انتحاري نفسه في مدينة كابول.", date(2016, 9, 8)),
        ("وقعت الغارات على دوما غداة سيطرة القوات على حمورية، الثلاثاء.", date(2016, 9, 7)),
        ("نفذ مسلحون هجوماً في 7 سبتمبر على دورية للشرطة.", date(2016, 9, 7)),
        ("قتل سائحان في الهجوم الذي جد ليلة أمس في ملهى بمدينة إسطنبول.", date(2016, 9, 8)),
    ],
)
def test_its_own_day_is(text: str, day: date) -> None:
    (event,) = attacks(text)
    assert sure_day(event)
    assert event.date.first == day


def test_a_deed_counted_from_in_a_sentence_of_long_ago_is_past() -> None:
    text = (
        "شنت واشنطن هجوماً على قاعدة الشعيرات في نيسان 2015، وذلك بعد ثلاثة أيام من هجوم "
        "كيماوي في خان شيخون."
    )
    assert all(event.modality == "historical" for event in attacks(text))


def test_what_was_formerly_done_is_past() -> None:
    (event,) = attacks("شنت إسرائيل في السابق ضربات جوية على مواقع في دمشق.")
    assert event.modality == "historical"
    assert event.date.first is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("نفذ مسلحون هجوماً في 7 سبتمبر على قوات مدعومة من الولايات المتحدة.", None),
        ("ندد المتظاهرون في بروكسل بالغارات التركية على المقاتلين.", None),
        ("وبعد أربعة أيام على الهجوم لقي منفذه حتفه في ميلانو.", None),
        ("وجاء القرار بعد أسبوع من القصف المكثف لمنطقة الغوطة الشرقية.", "Eastern Ghouta"),
    ],
)
def test_the_place_of_another_thing_is_not_its_place(text: str, place: str | None) -> None:
    assert {event.place and event.place.name for event in attacks(text)} <= {place}


def test_losses_since_a_time_are_of_no_one_scene() -> None:
    found = attacks(
        "انفجرت سيارة مفخخة في مدينة مديات أمس. وقتل 17 جندياً في هجمات نسبت للمتمردين منذ "
        "التصعيد الأخير."
    )
    assert [event.place and event.place.name for event in found] == ["Midyat"]


def test_the_worst_in_years_is_of_the_scene() -> None:
    found = attacks(
        "هاجم مسلحون بلدة كفريا أمس. وقال المرصد إن الهجوم هو الأعنف منذ ثلاث سنوات وقتل فيه ستة."
    )
    assert {event.place and event.place.name for event in found} == {"Kafriya"}


def test_two_towns_on_two_days_are_two_attacks() -> None:
    found = attacks("قصفت القوات مدينة دوما أمس، وشن الطيران غارات على مدينة حرستا فجر اليوم.")
    told = sorted((event.place and event.place.name, event.date.edtf) for event in found)
    assert told == [("Douma", "2016-09-08"), ("Harasta", "2016-09-09")]


def test_the_day_of_a_speaker_with_a_long_title_is_his() -> None:
    (event,) = attacks(
        "قالت مايا كوسيجانسيك، المتحدثة باسم الاتحاد الأوروبي لشؤون الخارجية، الأحد، إن النظام "
        "وراء الهجوم الكيماوي الذي استهدف دوما."
    )
    assert not sure_day(event)


def test_whence_an_attack_was_made_is_not_where() -> None:
    found = attacks("سيطرت القوات على مواقع في زنجبار إثر هجوم شنته من عدن بدعم من الطيران.")
    assert "Aden" not in [event.place and event.place.name for event in found]


def test_what_is_answered_is_not_of_the_scene() -> None:
    found = attacks(
        "قصف مسلحون بلدة الفوعة أمس. وقتل شرطيان رداً على الهجوم الانتحاري الذي نسب إلى التنظيم."
    )
    assert [event.place and event.place.name for event in found] == ["Al-Foua", None]


def test_what_a_period_saw_is_of_no_scene() -> None:
    found = attacks(
        "انفجرت سيارة في مدينة أنقرة أمس. وشهدت الفترة نفسها مقتل 11 مسلحاً خلال اشتباكات."
    )
    assert [event.place and event.place.name for event in found] == ["Ankara", None]


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("أعلن الرئيس توجيه ضربات عسكرية للنظام السوري في دمشق.", None),
        ("تتعرض دوما لقصف للنظام السوري.", "Syrian government"),
        ("وجاء في البيان أن الطائرات الحربية التركية قصفت قرية في سوريا.", "Turkey"),
        ("وجاء في البيان أن مقاتلات تركية قصفت قرية في سوريا.", "Turkey"),
    ],
)
def test_whose_arms_they_are(text: str, doer: str | None) -> None:
    (event,) = attacks(text)
    assert [p.name for p in event.participants if p.role == "source"] == ([doer] if doer else [])


@pytest.mark.parametrize(
    "text",
    [
        "أعادت المحكمة فرض عقوبة الإعدام على منفذ هجوم ماراثون بوسطن.",
        "قضت محكمة في الكويت بسجن رجلين لإدانتهما بتفجير مسجد في الكويت.",
        "عرضت الصحيفة الجرائم التي حوكم بها من اغتيالات في القاهرة.",
    ],
)
def test_what_a_court_tries_is_past(text: str) -> None:
    assert "actual" not in [event.modality for event in attacks(text)]
