"""Who visits where nobody is named beside the words of the visit, and what is no visit of his."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.model import Document

PUBLISHED = date(2018, 3, 5)  # a Monday
Told = tuple[str, str | None, str]


def visits(text: str) -> list[Told]:
    found = extract(Document("d", text, published=PUBLISHED)).events
    return [
        (e.participants[0].name, e.place.name if e.place else None, e.modality)
        for e in found
        if e.event_type == "CONSULT" and e.mode == "visit"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "في ثالث أيام زيارته إلى اليابان، افتتح الرئيس الفرنسي إيمانويل ماكرون معرضاً.",
            [("Emmanuel Macron", "Japan", "actual")],
        ),
        (
            "وخلال زيارة إلى بغداد أمس، وصف وزير الدفاع الأميركي جيمس ماتيس الوضع بالصعب.",
            [("James Mattis", "Baghdad", "actual")],
        ),
        (
            "أُغلقت الطرق في اليوم نفسه الذي وصل فيه رئيس الوزراء العراقي حيدر العبادي إلى الأردن.",
            [("Haider al-Abadi", "Jordan", "actual")],
        ),
        (
            "وصل إلى مدينة عدن أمس كل من نائب الرئيس علي محسن الأحمر، ورئيس الوزراء أحمد بن دغر.",
            [
                ("Ali Mohsen al-Ahmar", "Aden", "actual"),
                ("Ahmed Obeid bin Daghr", "Aden", "actual"),
            ],
        ),
        (
            "سيقوم عدد من المسؤولين بزيارة الكويت قريباً ومن بينهم وزير الخارجية سامح شكري.",
            [("Sameh Shoukry", "Kuwait", "future")],
        ),
    ],
)
def test_who_visits_stands_after_the_place(text: str, expected: list[Told]) -> None:
    assert visits(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "يزور مفتشو منظمة حظر الأسلحة الكيميائية سوريا. وكان الفريق قد وصل إلى دمشق السبت.",
            ("OPCW", "Damascus", "actual"),
        ),
        (
            "طلبت لندن الإسراع. وقد وصل المفتشون إلى دمشق السبت. "
            "وقال وفد من منظمة حظر الأسلحة الكيميائية إنه يحتاج إلى أيام.",
            ("OPCW", "Damascus", "actual"),
        ),
        (
            "تحدث مفتشون من منظمة حظر الأسلحة الكيميائية. "
            "والتقى المفتشون أطباء، ويتوقع أن يزوروا بلدة دوما قريباً.",
            ("OPCW", "Douma", "future"),
        ),
    ],
)
def test_a_team_is_that_of_the_body_told_of(text: str, expected: Told) -> None:
    assert expected in visits(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "يلتقي سيرغي لافروف الأمير في الدوحة، ثم يتوجه إلى الكويت.",
            ("Sergey Lavrov", "Kuwait"),
        ),
        (
            "دعا وزير الخارجية الألماني زيغمار غابرييل إلى التهدئة. وأعلن أنه سيزور لبنان.",
            ("Sigmar Gabriel", "Lebanon"),
        ),
        ("يخطط الرئيس السوداني عمر البشير للتوجه إلى موسكو.", ("Omar al-Bashir", "Moscow")),
        (
            "تحدث لودريان عن خطط الرئيس إيمانويل ماكرون لزيارة إيران.",
            ("Emmanuel Macron", "Iran"),
        ),
        (
            "أعلنت فيديريكا موغيريني اعتزامها زيارة طهران.",
            ("Federica Mogherini", "Tehran"),
        ),
    ],
)
def test_who_goes_on_or_plans_to_go(text: str, expected: tuple[str, str]) -> None:
    assert expected in [(name, place) for name, place, _ in visits(text)]


def test_what_is_asked_for_on_a_visit_is_not_the_visit() -> None:
    text = "طالب بيتر ماورير في ختام زيارة إلى اليمن بالسماح بدخول الدواء."
    assert visits(text) == [("Peter Maurer", "Yemen", "actual")]


@pytest.mark.parametrize(
    "text",
    [
        "نفى بهاء الأعرجي توقف الحملة العسكرية لطرد التنظيم من محافظة الأنبار.",
        "وصلت كتائب القذافي إلى بنغازي ثم انسحبت.",
        "دعا بشار الأسد إلى زيارة موسكو.",
    ],
)
def test_what_is_no_visit_of_his(text: str) -> None:
    assert visits(text) == []


def test_who_spoke_today_was_on_his_visit_today() -> None:
    text = (
        "قال سيرغي لافروف اليوم الاثنين إن الهدنة صامدة، وقال مسؤولون أمس إنها انهارت. "
        "وقال لافروف خلال زيارته لقطر إن الحل سياسي."
    )
    (event,) = [
        e for e in extract(Document("d", text, published=PUBLISHED)).events
        if e.event_type == "CONSULT"
    ]  # fmt: skip
    assert (event.date.first, event.date.last) == (PUBLISHED, PUBLISHED)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "يزور إيمانويل ماكرون واشنطن الاثنين المقبل لثني ترامب عن الانسحاب من الاتفاق.",
            {"Emmanuel Macron", "Donald Trump"},
        ),
        (
            "وصل مارتن غريفيث أمس إلى صنعاء على أمل إقناع الحوثيين بالهدنة.",
            {"Martin Griffiths", "Houthis"},
        ),
        (
            "زار مسؤولون أردنيون موسكو الشهر الماضي لإبلاغها بموقفهم.",
            {"Jordan", "Russia"},
        ),
        ("وصل مارتن غريفيث أمس إلى صنعاء لمتابعة الوضع.", {"Martin Griffiths"}),
    ],
)
def test_whom_a_visitor_goes_to_deal_with_is_at_the_visit(text: str, expected: set[str]) -> None:
    found = extract(Document("d", text, published=PUBLISHED)).events
    (visit,) = [e for e in found if e.event_type == "CONSULT"]
    assert {p.name for p in visit.participants} == expected


def test_whom_reporters_go_with_is_on_his_visit() -> None:
    text = "وزع البيان على الصحافيين المرافقين لوزير الدفاع جيمس ماتيس في زيارته إلى العراق."
    assert visits(text) == [("James Mattis", "Iraq", "actual")]


def test_a_minister_speaks_on_the_day_on_which_his_land_does() -> None:
    text = (
        "قالت تركيا أمس إن المعركة قريبة. وقال مولود تشاووش أوغلو إن بلاده جاهزة. "
        "وأضاف خلال زيارة إلى ماليزيا أن الطائرات وصلت."
    )
    (event,) = [
        e for e in extract(Document("d", text, published=PUBLISHED)).events
        if e.event_type == "CONSULT"
    ]  # fmt: skip
    assert (event.date.edtf, event.date.basis) == ("2018-03-04?", "narrative")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "أشاد الكاتب بزيارة الأمير محمد بن نايف ولي العهد نائب رئيس "
            "مجلس الوزراء وزير الداخلية مؤخراً لباريس لأنها مهدت للتعاون.",
            ("Mohammed bin Nayef", "Paris", "actual"),
        ),
        (
            "كتبت الصحف عن زيارة الشيخ محمد بن زايد آل نهيان ولي عهد أبو ظبي لتركيا.",
            ("Mohammed bin Zayed Al Nahyan", "Turkey", "actual"),
        ),
    ],
)
def test_a_land_after_long_titles_is_visited(text: str, expected: Told) -> None:
    event = extract(Document("d", text, published=date(2015, 8, 10))).events[-1]
    place = event.place.name if event.place else None
    assert (event.participants[0].name, place, event.modality) == expected


def test_the_day_of_a_statement_on_a_visit_is_not_the_day_of_the_visit() -> None:
    text = "صدر أمس بيان بمناسبة زيارة الأمير محمد بن سلمان إلى الأردن."
    (event,) = extract(Document("d", text, published=PUBLISHED)).events
    assert event.date.basis == "published"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "قال مايك بومبيو إن جولته بعد توليه المنصب التي شملت الأردن وإسرائيل كانت مفيدة.",
            {("Mike Pompeo", "Jordan", "actual"), ("Mike Pompeo", "Israel", "actual")},
        ),
        (
            "يقوم محمد جواد ظريف بجولة في المنطقة قادته إلى عمان ثم الدوحة.",
            {
                ("Mohammad Javad Zarif", "Amman", "actual"),
                ("Mohammad Javad Zarif", "Doha", "actual"),
            },
        ),
        (
            "تبدأ غداً جولة بومبيو الإقليمية التي ستشمل مصر والكويت إضافة إلى العراق.",
            {
                ("Mike Pompeo", "Egypt", "future"),
                ("Mike Pompeo", "Kuwait", "future"),
                ("Mike Pompeo", "Iraq", "future"),
            },
        ),
        ("ألغى مايك بومبيو جولته التي كانت ستشمل الأردن.", set()),
        ("انتهت الجولة التاسعة من المحادثات التي شملت ملف المعتقلين في سوريا.", set()),
    ],
)
def test_a_tour_is_a_visit_to_each_land_it_took_in(text: str, expected: set[Told]) -> None:
    assert set(visits(text)) == expected
