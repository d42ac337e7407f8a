"""Tolls and deeds as health ministries, monitors and resistance committees of many lands tell them."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.model import Document, Extraction

PUBLISHED = date(2024, 6, 12)
Figures = list[tuple[str, int | None, int | None, str]]


def read(text: str) -> Extraction:
    return extract(Document("d", text, published=PUBLISHED))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # From a day long past on, and figures joined in one breath.
        ("بلغت حصيلة الاعتقالات بعد 7 أكتوبر نحو 8140 حالة اعتقال.",
         [("detained", 8140, 8140, "cumulative")]),
        ("ارتفع عدد ضحايا السيول في درنة إلى 11300 قتيل و10100 مفقود.",
         [("killed", 11300, 11300, "cumulative"), ("missing", 10100, 10100, "cumulative")]),
        ("قتل شخصان بعد ظهر الجمعة في القصف.", [("killed", 2, 2, "incident")]),
        # A number that is not told.
        ("خلف الهجوم قتيلين وعدداً غير محدد من الجرحى.",
         [("killed", 2, 2, "incident"), ("wounded", 1, None, "incident")]),
        ("زار الوفد عدداً من المعتقلين في السجن.", []),
        # He who fell with those of his company.
        ("مقتل ضابط برتبة عقيد وخمسة من مرافقيه في كمين.",
         [("killed", 1, 1, "incident"), ("killed", 5, 5, "incident")]),
        ("نعى حزب الله المقاتل حسن علي مرتضى.", [("killed", 1, 1, "incident")]),
        ("نعى الرئيس الفنان صباح فخري.", []),
        # Those of whom nothing is known.
        ("لا يزال ما لا يقل عن 1200 شخص قيد الاختفاء القسري.",
         [("missing", 1200, None, "incident")]),
        ("وثقت الشبكة اختفاء 80 شخصاً في المدينة.", [("missing", 80, 80, "incident")]),
        # Drowned, found, brought about.
        ("غرق ستة أشخاص في النهر.", [("killed", 6, 6, "incident")]),
        ("عثر على جثتي شابين قرب البلدة.", [("killed", 2, 2, "incident")]),
        ("انفجارات في الضاحية توقع 9 قتلى ونحو 2000 جريح.",
         [("killed", 9, 9, "incident"), ("wounded", 2000, 2000, "incident")]),
        ("توقع الخبير نزوح 200 ألف شخص.", []),
        # Each of a list of figures; losses of an army; some with no number.
        ("ارتفع عدد قتلى الزلزال إلى 2946 وعدد المصابين إلى 5674.",
         [("killed", 2946, 2946, "cumulative"), ("wounded", 5674, 5674, "cumulative")]),
        ("روسيا فقدت أكثر من 900 جندي في المعركة.", [("casualties", 900, None, "incident")]),
        ("غرق 78 مهاجراً وفقد المئات قبالة اليونان.",
         [("killed", 78, 78, "incident"), ("missing", 100, None, "incident")]),
        ("تفجيران يقتلان مئة شخص ويصيبان 300.",
         [("killed", 100, 100, "incident"), ("wounded", 300, 300, "incident")]),
        ("قتلى وجرحى في صفوف القوات جراء انفجار عبوة.",
         [("killed", 1, None, "incident"), ("wounded", 1, None, "incident")]),
        ("مقتل 12 من فلول النظام و4 من الأمن العام في اشتباكات.",
         [("killed", 12, 12, "incident"), ("killed", 4, 4, "incident")]),
        ("صاروخ يصيب مبنى ويوقع قتيلاً وثمانية جرحى.",
         [("killed", 1, 1, "incident"), ("wounded", 8, 8, "incident")]),
        ("غارات على موقع عسكري تدمر موقعاً عسكرياً.", []),
        ("أكثر من 170 طفلاً فقدوا أحد والديهم.", []),
        ("استعاد الجيش أربعة رهائن في عملية.", []),
        # Captives no more.
        ("الاحتلال يفرج عن 15 أسيراً من غزة.", []),
        ("كبدت المقاومة الميليشيا خسائر منها 20 قتيلاً.", [("killed", 20, 20, "incident")]),
        ("تبادلت روسيا وأوكرانيا 90 أسير حرب.", []),
        ("عملية تبادل أسرى بين الطرفين شملت 18 أسيراً.", []),
        ("وصل 200 أسير محرر إلى رام الله.", []),
    ],
)  # fmt: skip
def test_what_is_counted(text: str, expected: Figures) -> None:
    assert [(c.kind, c.low, c.high, c.scope) for c in read(text).claims] == expected


def test_a_total_after_a_day_counts_from_it_and_is_no_arrest_of_that_day() -> None:
    found = read("بلغت حصيلة الاعتقالات بعد 7 أكتوبر نحو 8140 حالة اعتقال.")
    assert found.claims[0].first == date(2023, 10, 7)
    assert [event.event_type for event in found.events] == ["STATEMENT"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("نعى حزب الله اثنين من عناصره.", "Hezbollah"),
        ("نعت ميليشيا الحوثي ثلاثة من قياداتها.", "Houthis"),
        ("سجلت الشبكة السورية لحقوق الإنسان مقتل 20 مدنياً.", "Syrian Network for Human Rights"),
        ("وزارة الدفاع السورية تعلن مقتل 18 من عناصرها.", "Syrian Defence Ministry"),
        ("نعى الأهالي اثنين من أبنائهم قتلا في القصف.", ""),
    ],
)
def test_who_gives_the_figure(text: str, name: str) -> None:
    assert [claim.asserted_by for claim in read(text).claims] in ([name], [])


def deeds(text: str) -> list[tuple[str, str, str | None, list[tuple[str, str]]]]:
    return [
        (e.event_type, e.mode, e.place.name if e.place else None,
         [(p.name, p.role) for p in e.participants])
        for e in read(text).events if e.event_type in ("ASSAULT", "COERCE", "RETREAT", "AGREE")
    ]  # fmt: skip


ISRAEL = [("Israel", "source")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Whose arms they were.
        ("قتل قيادي بضربة نفذتها مسيرة إسرائيلية على سيارة في صور.",
         [("ASSAULT", "airstrike", "Tyre", ISRAEL)]),
        ("قصف إسرائيلي على بلدة حولا.", [("ASSAULT", "airstrike", "Houla (Nabatieh)", ISRAEL)]),
        ("قصف طيران النظام مدينة سراقب.",
         [("ASSAULT", "shelling", "Saraqib", [("Syrian Air Force", "source")])]),
        ("غارة بمسيرة تركية قرب سنجار.", [("ASSAULT", "airstrike", "Sinjar", [("Turkey", "source")])]),
        ("مقتل 23 جندياً بكمين لداعش في السخنة.",
         [("ASSAULT", "attack", "Al-Sukhnah", [("ISIS", "source")])]),
        ("عدوان جوي إسرائيلي على القصير.", [("ASSAULT", "attack", "Al-Qusayr", ISRAEL)]),
        ("أصيب قائد في كمين وجرى إسعافه إلى عدن.", [("ASSAULT", "attack", None, [])]),
        ("سقوط جرحى نتيجة قصف قوات الأسد لبلدة نصيب.",
         [("ASSAULT", "shelling", "Nasib", [("Syrian army", "source")])]),
        # «الاحتلال»: whose, and only as it acts.
        ("قصف الاحتلال مدرسة في جباليا.", [("ASSAULT", "shelling", "Jabalya", ISRAEL)]),
        ("قصف الاحتلال التركي قرى عين عيسى.",
         [("ASSAULT", "shelling", "Ain Issa", [("Turkey", "source")])]),
        ("قوات الاحتلال التركي تقصف عين عيسى.",
         [("ASSAULT", "shelling", "Ain Issa", [("Turkish armed forces", "source")])]),
        ("قصف الاحتلال الفارسي قرى الأحواز.", [("ASSAULT", "shelling", "Ahvaz", [])]),
        ("وفقاً لإحصاءات رويترز قتل 29 جندياً في دونيتسك.",
         [("ASSAULT", "unspecified", "Donetsk", [])]),
        ("قصفت مسيرة تابعة للدعم السريع سوقاً في أم درمان.",
         [("ASSAULT", "shelling", "Omdurman", [("Rapid Support Forces", "source")])]),
        ("الدعم السريع تعدم 31 شخصاً في أم درمان.",
         [("ASSAULT", "unspecified", "Omdurman", [("Rapid Support Forces", "source")])]),
        ("طالب عباس بإنهاء الاحتلال في الضفة الغربية.", []),
        ("الاحتلال يرتكب مجزرة في البريج.", [("ASSAULT", "attack", "Al Burayj", ISRAEL)]),
        # A camp or town by its whole name, as what is struck.
        ("قصفت إسرائيل مخيم الشاطئ أمس.", [("ASSAULT", "shelling", "Al-Shati camp", ISRAEL)]),
        ("استهدفت غارة إسرائيلية بلدة الخيام أمس.",
         [("ASSAULT", "shelling", "Al-Khiam", ISRAEL)]),
        ("استشهد ثلاثة بقصف من الاحتلال استهدف حي الزيتون بمدينة غزة.", [("ASSAULT", "shelling", "Zeitoun", ISRAEL)]),
        # Who did what only a figure tells of; what no arms did.
        ("قتلت قوات النظام 17 مدنياً في الأتارب.",
         [("ASSAULT", "unspecified", "Al-Atarib", [("Syrian army", "source")])]),
        ("قتل لاجئ برصاص حرس الحدود التركي.",
         [("ASSAULT", "unspecified", None, [("Turkey", "source")])]),
        ("مصرع تسعة أشخاص في انقلاب حافلة بالقصرين.", []),
        ("وفاة 7 أطفال جوعاً في غزة.", []),
        ("القوات الموالية للرئيس هادي شنت هجوماً على مأرب.",
         [("ASSAULT", "attack", "Marib", [])]),
        # Who is named beside «اغتيل» suffered it.
        ("اغتيل رفيق الحريري أمس في بيروت.",
         [("ASSAULT", "assassination", "Beirut", [("Rafic Hariri", "mentioned")])]),
        ("اغتيل فؤاد شكر أمس في بيروت على يد إسرائيل.",
         [("ASSAULT", "assassination", "Beirut", [("Israel", "source")])]),
        # Headlines in the present tense, and habits.
        ("قوات الاحتلال تقتحم مخيم جنين.",
         [("ASSAULT", "attack", "Jenin camp", [("Israeli army", "source")])]),
        ("ندد بالجماعة التي تعتقل الناس في صنعاء.", []),
        # Exchanged, set free, led out; talked of only.
        ("أطلق سراح 39 أسيرة فلسطينية مقابل 13 محتجزاً.", [("RETREAT", "", None, [])]),
        ("جرت عملية تبادل أسرى بين الحوثيين والجيش في مأرب.",
         [("RETREAT", "", "Marib", [("Houthis", "mentioned")])]),
        ("بحث الطرفان ملف تبادل الأسرى في عمان.", []),
        ("صفقة تبادل الأسرى قد تشمل 30 أسيراً.", []),
        ("مقترح لتبادل 50 أسيراً بين الطرفين.", []),
        ("تبادل الطرفان إطلاق النار في الحي.", []),
        ("أجلت السعودية 91 من مواطنيها من الخرطوم.",
         [("RETREAT", "", "Khartoum", [("Saudi Arabia", "source")])]),
        ("اتفاق على إجلاء سبعة آلاف من المقاتلين.", []),
        ("دخلت الهدنة في غزة حيز التنفيذ الجمعة.", [("AGREE", "", "Gaza Strip", [])]),
    ],
)  # fmt: skip
def test_what_was_done(
    text: str, expected: list[tuple[str, str, str | None, list[tuple[str, str]]]]
) -> None:
    assert deeds(text) == expected


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("غارة على سيارة في صور.", "Tyre"),
        ("ظهرت آثار القصف في صور نشرها ناشطون.", None),
    ],
)
def test_a_town_that_is_spelt_as_pictures(text: str, place: str | None) -> None:
    found = [p.place.name for p in read(text).places]
    assert found == ([place] if place else [])


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("ارتفاع حصيلة القتلى إلى 940 منذ 13 تموز.", date(2023, 7, 13)),
        ("ارتفاع عدد القتلى منذ 7 أكتوبر إلى 650 جندياً.", date(2023, 10, 7)),
    ],
)
def test_a_total_counts_from_a_day_that_is_past(text: str, first: date) -> None:
    assert read(text).claims[0].first == first
