"""Places: small ones need a word for it, namesakes are told apart, ordinary words are none."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.model import Document


def places(text: str) -> list[tuple[str, str]]:
    found = extract(Document("d", text, published=date(2018, 9, 3))).places
    return [(mention.place.name, mention.place.country) for mention in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("اعتُقل المتهم في طرابلس شمال لبنان قرب باب التبانة.", ("Tripoli Lebanon", "LB")),
        ("دارت اشتباكات في طرابلس، وأعلنت حكومة الوفاق الليبية النفير.", ("Tripoli", "LY")),
        ("أحرق مستوطنون منزلاً في قرية دوما جنوب نابلس.", ("Duma Nablus", "PS")),
        ("قصف الطيران الحربي مدينة دوما في الغوطة الشرقية.", ("Douma", "SY")),
        ("قصفت المدفعية بلدات القنيطرة ودرعا في الجنوب السوري.", ("Quneitra", "SY")),
        ("شهدت مدينة القنيطرة شمال الرباط بالمغرب مسيرة.", ("Kenitra", "MA")),
        ("تقدمت القوات في مدينة البيضاء قرب بنغازي شرق ليبيا.", ("Al Bayda", "LY")),
        ("سيطر الحوثيون على مواقع في البيضاء ومأرب وسط اليمن.", ("Al Bayda", "YE")),
        ("دارت مواجهات في منطقة الطائف والتحيتا بالحديدة.", ("Al-Taif (Hodeidah)", "YE")),
        ("أصيب ثلاثة في مدينة الطائف غرب السعودية.", ("Taif", "SA")),
    ],
)
def test_namesakes_are_told_apart_by_what_else_is_named(
    text: str, expected: tuple[str, str]
) -> None:
    found = places(text)
    country = [place for place in found if place[1] == expected[1]]
    assert country, found
    others = {"SY", "LB", "LY", "PS", "MA", "YE", "SA"} - {expected[1]}
    assert not [place for place in found if place[1] in others], found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("استهدفت غارة قريتي الطوب والبوليل في ريف دير الزور.", {"Al Tob", "Al Boleel"}),
        ("قُصفت بلدات حاس وكفرومة وجوزف جنوب إدلب.", {"Hass", "Josef"}),
        ("سقطت قذيفة على بلدة “مرعيان” في جبل الزاوية.", {"Maraayan"}),
        ("وصل الجرحى إلى مستشفى في زبيد بمحافظة الحديدة.", {"Zabid"}),
        ("قصف الاحتلال منزلاً غرب النصيرات وسط قطاع غزة.", {"An Nusayrat"}),
        ("غارة على مخيم المغازي وسط قطاع غزة.", {"Maghazi"}),
        ("أغارت الطائرات على مديرية حيدان في صعدة.", {"Haydan district"}),
        ("قصف استهدف تاجوراء شرق العاصمة الليبية.", {"Tajoura"}),
        ("استهدفت غارة بلدة سلعا في قضاء صور.", {"Silaa"}),
        ("قصف الحوثيون منطقة الحوبان شرق تعز.", {"Al-Hawban"}),
        ("هاجمت القوات قرى غرب المحيريبا بولاية الجزيرة.", {"Al-Muhayriba"}),
        ("انفجرت عبوة في ناحية العبارة بمحافظة ديالى.", {"Al-Abbara"}),
    ],
)
def test_towns_and_villages_of_local_reports_are_places(text: str, names: set[str]) -> None:
    assert names <= {name for name, _ in places(text)}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("سنبقى دوماً إلى جانب الشعب السوري في دمشق.", "Douma"),
        ("رسمت الأمم المتحدة في سوريا الخريطة الجديدة للحل.", "Al Khuraytah"),
        ("كان الرجل عطشان في طريقه إلى حماة.", "Atshan"),
        ("رفع المتظاهرون العلم في ساحة بحمص السورية.", "Al Alam"),
        ("وقعت اشتباكات في منطقة العلم بساحل أبين جنوب اليمن.", "Al Alam"),
        ("دُفن القتيل في مسقط رأسه بريف إدلب.", "Muscat"),
        ("وجه التحية إلى حماة الديار في عيدهم.", "Hama"),
        ("أصيبت جدة الطفل بجروح في القصف على إدلب.", "Jeddah"),
        ("ألغيت الجلسة بسبب الظروف القاهرة التي تمر بها البلاد.", "Cairo"),
    ],
)
def test_ordinary_words_and_strangers_are_no_places(text: str, word: str) -> None:
    assert word not in {name for name, _ in places(text)}


def test_where_the_victims_came_from_is_not_where_they_died() -> None:
    text = "قُتل عشرة أشخاص من عائلة واحدة، نازحون من مدينة تدمر، جراء غارات على مدينة الرقة أمس."
    events = extract(Document("d", text, published=date(2018, 9, 3))).events
    assert {event.place.name for event in events if event.place} == {"Raqqa"}


def test_a_deed_without_a_place_is_where_the_sentence_before_tells_and_less_sure() -> None:
    text = "أغار الطيران الحربي اليوم على مدينة معرة النعمان. وقتل في القصف خمسة مدنيين."
    told, again = extract(Document("d", text, published=date(2018, 9, 3))).events
    assert again.place is not None and again.place.name == "Maarrat al-Numan"
    assert again.rule.endswith(".scene")
    assert again.confidence < told.confidence


@pytest.mark.parametrize(
    "text",
    [
        "قدم بان كي مون تقريره إلى المجلس في نيويورك. وقتل في القصف عشرات المدنيين.",
        "نشرت اللجنة تقريرها في جنيف يوم الأربعاء. وأحصت مقتل 83 شخصاً على الأقل.",
        "اجتمع وزيرا الخارجية في أنقرة. وقتل في القصف خمسة مدنيين.",
        "سقط 40 شهيداً خلال 24 ساعة. وكانت النصيرات قد شهدت مظاهرة.",
    ],
)
def test_where_a_report_is_given_nobody_was_killed(text: str) -> None:
    found = extract(Document("d", text, published=date(2018, 9, 3))).events
    assert [event.place for event in found if event.event_type == "ASSAULT"] == [None]


def events_of(text: str) -> list[tuple[str, str, int]]:
    found = extract(Document("d", text, published=date(2024, 6, 12))).events
    return [(e.place.name, e.place.country, e.place.precision) for e in found if e.place]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("أصيب سبعة متظاهرين بالرصاص الحي في الناصرية", ("Nasiriyah", "IQ", 1)),
        ("قتل مدنيان في الناصرية بريف دمشق بقصف جوي", ("Al-Nasiriyah (Rif Dimashq)", "SY", 1)),
        ("قتل شخصان وأصيب ثلاثة بانفجار سيارة في صور", ("Tyre", "LB", 1)),
        ("أصيب عشرة بالرصاص في بلدة بيتا جنوب نابلس", ("Beita", "PS", 1)),
        ("سقط عشرات القتلى من الحوثيين في معارك حجة", ("Hajjah", "YE", 1)),
        ("قتل ستة بهجوم على حاجز بين بلدتي صيدا والطيبة شرق درعا", ("Saida (Daraa)", "SY", 1)),
        ("قتل 17 شخصاً في اشتباكات في الزاوية غرب طرابلس", ("Az Zawiyah", "LY", 1)),
        ("قتل ثلاثة بتفجير دراجة في سوق سلوك شمال الرقة", ("Suluk", "SY", 1)),
        ("قتل طفل بانفجار قنبلة في الحراك شرقي درعا", ("Al-Hirak", "SY", 1)),
        ("مقتل عشرة باشتباكات في الجنينة عاصمة ولاية غرب دارفور", ("Al-Junaynah", "SD", 1)),
        ("قتل ثلاثة في إطلاق نار في حي التبانة في طرابلس", ("Bab al-Tabbaneh", "LB", 1)),
        ("استشهد شاب برصاص الاحتلال عند حاجز قلنديا شمال القدس", ("Qalandiya", "PS", 1)),
        ("قتل العشرات في الخليل", ("Hebron", "PS", 1)),
        ("هجوم لداعش على قرية الرشاد بالمقدادية يقتل 11 شخصا", ("Muqdadiyah", "IQ", 1)),
        ("مقتل ثلاثة شرطيين في الرياض جنوب غرب كركوك", ("Kirkuk", "IQ", 2)),
        ("قنص طفلة في حي الروضة بتعز", ("Taiz", "YE", 1)),
        ("قتل خمسة في هجوم بمدينة سوسة بتونس", ("Sousse", "TN", 1)),
        ("مقتل ثلاثة في العزيزية بحلب", ("Aleppo", "SY", 1)),
        ("قتل متظاهر في حي السلام شرقي الموصل", ("Al-Salam", "IQ", 1)),
        ("مقتل ستة في كمين بوادي حوران", ("Wadi Hauran", "IQ", 3)),
        ("قتل نازح من الغوطة في عفرين", ("Afrin", "SY", 1)),
        ("قوات النظام تقصف بنش وتفتناز بريف ادلب الشرقي", ("Binnish", "SY", 1)),
        ("مقتل 17 بهجوم على مخيم الهول", ("Al-Hol", "SY", 1)),
        ("استهدف تفجير حي السيدة زينب وقتل ستة", ("Sayyidah Zaynab", "SY", 1)),
        ("قوات قادمة من حلب تقصف الأتارب وتقتل ثلاثة", ("Al-Atarib", "SY", 1)),
        ("قصف من مواقع النظام في الزربة استهدف بلدة كفرحلب وقتل اثنين", ("Kafr Halab", "SY", 1)),
        ("في بلدة النيرب شرق إدلب اندلعت اشتباكات قتل فيها ستة", ("Nayrab (Idlib)", "SY", 1)),
        ("في حي الشجاعية بمدينة غزة قتل سبعة في غارة إسرائيلية", ("Shujaiya", "PS", 1)),
        ("ففي قلقيلية، أطلقت القوات النار ما أدى إلى إصابة شاب", ("Qalqilyah", "PS", 1)),
        # The one town of a sentence is where those fell, however long it is before it is named.
        (
            "وفي الهجوم الثاني الذي وقع الليلة الماضية قتل 4 أشخاص إثر استهدافهم بإطلاق نار مباشر "
            "خلال مداهمة مسلحين مجهولين لمنزل كانوا يتواجدون فيه مع عائلاتهم منذ أيام قليلة في "
            "مدينة الصنمين شمالي درعا",
            ("Al-Sanamayn", "SY", 1),
        ),
    ],
)
def test_what_is_named_right_after_a_place_tells_which_it_is(
    text: str, place: tuple[str, str, int]
) -> None:
    assert set(events_of(text)) == {place}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("قتل خمسة مقاتلين في اشتباكات شمال شرقي حلب", ("Aleppo", "SY", 2)),
        ("أصيب ستة جنود بانفجار لغم في محيط مدينة الباب", ("Al-Bab", "SY", 2)),
        ("قتل أربعة من عناصر قسد على محور عين عيسى", ("Ain Issa", "SY", 2)),
        ("سقطت قذائف على أطراف بلدة سرمين وقتل طفلان", ("Sarmin", "SY", 2)),
        ("مقتل سبعة أثناء جمع الكمأة في بادية السخنة", ("Al-Sukhnah", "SY", 2)),
        ("قتل متظاهر في محافظة البصرة", ("Basra", "IQ", 4)),
        ("قصف تركي على قضاء سنجار يقتل خمسة", ("Sinjar", "IQ", 3)),
        ("مقتل 28 متظاهرا في ذي قار", ("Dhi Qar", "IQ", 4)),
        ("أصيب أربعة أطفال بانفجار في ناحية العوينات", ("Uwaynat (Nineveh)", "IQ", 2)),
        ("مقتل عامل إغاثة في غرب كردفان", ("West Kordofan", "SD", 4)),
    ],
)
def test_near_a_place_or_in_its_district_is_less_exact(
    text: str, place: tuple[str, str, int]
) -> None:
    assert set(events_of(text)) == {place}


@pytest.mark.parametrize(
    "text",
    [
        "قصف التحالف مواقع مدنية بحجة وجود مسلحين وقتل خمسة",
        "نشر الجيش بيانه مرفقا بصور لقتلى الهجوم",
        "ظهر القتيل في صور.",
        "قتلت الطفلة فاطمة برصاص قناص",
        "ولد الصحابي الجليل قبل الهجرة",
        "كان دوما يقول إن الهجوم قتل خمسة",
        "قال إن من وصف ظريف بأنه كاذب مخطئ",
        "هجوم في محيط القصر الرئاسي يقتل خمسة",
        "قتل متظاهر في حي السلام",
        "اقترح الحوار كآلية رئيسية بعد أن قتل خمسة",
        "يرى البعض أن جده مصدر إلهامه وقتل في الهجوم خمسة",
        "تعيش الفيلة في قارة أفريقيا وقتل منها خمسة",
        "كان القتلى في الزاوية الجنوبية من المبنى",
        "قال في حواره أمس إن الهجوم قتل خمسة",
        "سيطر التنظيم على ولاية جديدة وقتل خمسة",
    ],
)
def test_words_that_look_like_a_place(text: str) -> None:
    assert [name for name, _ in places(text)] == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("غارة على بلدة ديرقانون رأس العين في قضاء صور", ("Deir Qanoun Ras al-Ain", "LB")),
        ("قصف على بلدة كفر نبل بريف إدلب", ("Kafr Nabl", "SY")),
    ],
)
def test_names_written_as_one_or_apart(text: str, place: tuple[str, str]) -> None:
    assert place in places(text)
