"""Casualty phrases: kind, low, best, high, approximate, scope."""

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.model import Document

K = 1000
PHRASES = [
    ("سقط 14 قتيلاً في الهجوم", [("killed", 14, 14, 14, False, "incident")]),
    (
        "أكثر من 260 ألف قتيل منذ بدء النزاع",
        [("killed", 260 * K, 260 * K, None, False, "cumulative")],
    ),
    (
        "هجوم على مسجد في نوفمبر الماضي راح ضحيته أكثر من 300 شخص",
        [("killed", 300, 300, None, False, "incident")],
    ),
    (
        "أدى تفجير وقع في شهر رمضان إلى مقتل 26 شخصاً وإصابة 227",
        [("killed", 26, 26, 26, False, "incident"), ("wounded", 227, 227, 227, False, "incident")],
    ),
    ("مقتل ما لا يقل عن 7 مدنيين", [("killed", 7, 7, None, False, "incident")]),
    ("مقتل 7 على الأقل في القصف", [("killed", 7, 7, None, False, "incident")]),
    ("نزوح نحو عشرة آلاف شخص", [("displaced", 10 * K, 10 * K, 10 * K, True, "cumulative")]),
    ("ما بين 70 و80 قتيلاً", [("killed", 70, 75, 80, False, "incident")]),
    ("أقل من 20 جريحاً", [("wounded", None, None, 20, False, "incident")]),
    ("عشرات القتلى", [("killed", 10, None, None, False, "incident")]),
    ("مئات الجرحى", [("wounded", 100, None, None, False, "incident")]),
    ("عشرات القتلى والجرحى", [("casualties", 10, None, None, False, "incident")]),
    ("أوقع القصف قتيلين", [("killed", 2, 2, 2, False, "incident")]),
    ("مقتل طفلين وامرأة", [("killed", 3, 3, 3, False, "incident")]),
    (
        "مقتل شخص وإصابة آخر",
        [("killed", 1, 1, 1, False, "incident"), ("wounded", 1, 1, 1, False, "incident")],
    ),
    (
        "مقتل سبعة وإصابة 12 بينهم 3 أطفال",
        [
            ("killed", 7, 7, 7, False, "incident"),
            ("wounded", 12, 12, 12, False, "incident"),
            ("wounded", 3, 3, 3, False, "subset"),
        ],
    ),
    ("قتل ١٥ طفلا وامرأتان في غارة", [("killed", 17, 17, 17, False, "incident")]),
    ("مقتل ألفين وأربعمئة وسبعة عشر شخصاً", [("killed", 2417, 2417, 2417, False, "incident")]),
    ("استشهاد ما يزيد على 500 شخص", [("killed", 500, 500, None, False, "incident")]),
    ("مقتل ما لا يقل على 40 شخصاً", [("killed", 40, 40, None, False, "incident")]),
    ("إصابة 40 شخصاً فأكثر", [("wounded", 40, 40, None, False, "incident")]),
    ("سقوط 80 جندياً بين قتلى وجرحى", [("casualties", 80, 80, 80, False, "incident")]),
    ("289 مدنياً على الأقل قتلوا", [("killed", 289, 289, None, False, "incident")]),
    ("ارتفاع حصيلة الضحايا إلى 14 شخصاً", [("killed", 14, 14, 14, False, "incident")]),
    (
        "إن جنديين قتلا وأصيب 31 في هجوم",
        [("killed", 2, 2, 2, False, "incident"), ("wounded", 31, 31, 31, False, "incident")],
    ),
    ("سقط نحو 350 مسلحاً بين قتيل وجريح", [("casualties", 350, 350, 350, True, "incident")]),
    ("أدى القصف إلى سقوط 22 لاجئاً", [("killed", 22, 22, 22, False, "incident")]),
    (
        "قتل 27 مدنياً بينهم خمسة أطفال وأصيب 25 بجروح",
        [
            ("killed", 27, 27, 27, False, "incident"),
            ("killed", 5, 5, 5, False, "subset"),
            ("wounded", 25, 25, 25, False, "incident"),
        ],
    ),
    # Local reports: their own verbs, parts of a toll that are never added up, as many again.
    (
        "ارتقى 9 مدنيين وأصيب آخر",
        [("killed", 9, 9, 9, False, "incident"), ("wounded", 1, 1, 1, False, "incident")],
    ),
    ("أكثر من 15 شهيد في غارة على المدينة", [("killed", 15, 15, None, False, "incident")]),
    (
        "أدى القصف إلى سقوط قتيل وجريحين",
        [("killed", 1, 1, 1, False, "incident"), ("wounded", 2, 2, 2, False, "incident")],
    ),
    ("مجزرة بحق 12 مدنياً", [("killed", 12, 12, 12, False, "incident")]),
    ("إن أربعة فلسطينيين ارتقوا في القصف", [("killed", 4, 4, 4, False, "incident")]),
    (
        "استشهد فلسطينيان وفُقد 6 آخرون",
        [("killed", 2, 2, 2, False, "incident"), ("missing", 6, 6, 6, False, "incident")],
    ),
    ("فقد ثلاثة أشخاص حياتهم في الغارة", [("killed", 3, 3, 3, False, "incident")]),
    ("فقد أعلن 5 نواب موقفهم", []),
    (
        "قتل سبعة بينهم طفلان اثنان دون سن الـ 18 وأصيب آخرون",
        [
            ("killed", 7, 7, 7, False, "incident"),
            ("killed", 2, 2, 2, False, "subset"),
            ("wounded", 1, None, None, False, "incident"),
        ],
    ),
    ("إن القتلى والجرحى من قبيلة واحدة", []),
    (
        "قتل 20 مدنياً بينهم عائلات ولاجئون عراقيون",
        [("killed", 20, 20, 20, False, "incident")],
    ),
    (
        "قتل 17 شخصاً خلال الساعات الأربع والعشرين الماضية",
        [("killed", 17, 17, 17, False, "incident")],
    ),
    ("يريد التنظيم قتل عصفورين بحجر واحد", []),
    (
        "قتل حوثيان وأصيب أربعة",
        [("killed", 2, 2, 2, False, "incident"), ("wounded", 4, 4, 4, False, "incident")],
    ),
    (
        "سقط 35 قتيلاً و20 جريحاً، كما أسروا 11 آخرين",
        [
            ("killed", 35, 35, 35, False, "incident"),
            ("wounded", 20, 20, 20, False, "incident"),
            ("detained", 11, 11, 11, False, "incident"),
        ],
    ),
    (
        "وفاة زوجين اختناقاً بينهم أجانب : إحالة 3517 شخصاً على القضاء",
        [("killed", 2, 2, 2, False, "incident")],
    ),
    ("خطفوا قائد الفرقة 30 من منزله", [("detained", 1, 1, 1, False, "incident")]),
    ("أوقفوا سيارة الضابط", []),
    ("أسفر عن إصابة /7/ مدنيين", [("wounded", 7, 7, 7, False, "incident")]),
    (
        "إضافة إلى إصابة 11 آخرين، كما استسلم العشرات من الجنود",
        [("wounded", 11, 11, 11, False, "incident")],
    ),
    ("إن طفلين نازحين قتلا في القصف", [("killed", 2, 2, 2, False, "incident")]),
    (
        "سقوط 8 قتلى ومثلهم جرحى",
        [("killed", 8, 8, 8, False, "incident"), ("wounded", 8, 8, 8, False, "incident")],
    ),
    (
        "مقتل 30 مدنياً بينهم 11 طفلاً و9 نساء",
        [
            ("killed", 30, 30, 30, False, "incident"),
            ("killed", 11, 11, 11, False, "subset"),
            ("killed", 9, 9, 9, False, "subset"),
        ],
    ),
    (
        "سقوط 6 قتلى، هم أربعة أطفال وامرأتان",
        [
            ("killed", 6, 6, 6, False, "incident"),
            ("killed", 4, 4, 4, False, "subset"),
            ("killed", 2, 2, 2, False, "subset"),
        ],
    ),
    (
        "ليرتفع إلى 120 على الأقل بينهم 30 طفلاً عدد الشهداء",
        [("killed", 120, 120, None, False, "incident"), ("killed", 30, 30, 30, False, "subset")],
    ),
    (
        "مقتل سبعة مدنيين في قصف على المدينة، فضلاً عن خمسة آخرين في غارات على السوق",
        [("killed", 7, 7, 7, False, "incident"), ("killed", 5, 5, 5, False, "incident")],
    ),
    ("مقتل شخص واحد في الانفجار", [("killed", 1, 1, 1, False, "incident")]),
    ("قتل تفجيران انتحاريان 13 شخصاً", [("killed", 13, 13, 13, False, "incident")]),
    ("انتهى الهجوم دون إصابة أي شخص", [("wounded", 0, 0, 0, False, "incident")]),
    ("اعتقلت الشرطة أربعة رجال", [("detained", 4, 4, 4, False, "incident")]),
]
NOT_CLAIMS = [
    "دفع 2015 دولاراً ثمنها",
    "فاز الفريق 3-2",
    "القرار 2254 لمجلس الأمن",
    "محاولة اغتيال قيادي",
    "توقعنا سقوط رئيس سوريا",
    "هرب من سوريا وانضم إلى جماعة أخرى",
    "تدمير 3 رشاشات ومدفع عيار 23",
    "أصدرت المحكمة حكمها بإعدام 75 متهماً",
    "المتهمون الذين هم في حالة فرار خمسة أفراد",
    "لا تشمل هذه الأرقام الضحايا في صفوف الجيش",
    "قتل الوقت 16 عاماً",
    "زار 12 مدينة",
    "في المئة 20 من السكان",
]


def claims(text: str) -> list[tuple[object, ...]]:
    found = extract(Document("x", text, published=date(2016, 9, 9))).claims
    return [(c.kind, c.low, c.best, c.high, c.approximate, c.scope) for c in found]


@pytest.mark.parametrize(("text", "expected"), PHRASES, ids=[p[0] for p in PHRASES])
def test_claim(text: str, expected: list[tuple[object, ...]]) -> None:
    assert claims(text + ".") == expected


@pytest.mark.parametrize("text", NOT_CLAIMS)
def test_no_claim(text: str) -> None:
    assert claims(text + ".") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أودى النزاع بحياة نصف مليون إنسان", [("killed", 500 * K, 500 * K)]),
        ("الحرب التي أودت بحياة ربع مليون نسمة وألقت بالملايين في المنافي", [("killed", 250 * K, 250 * K)]),
        ("قُتل في الحرب مليون ونصف المليون شخص", [("killed", 1500 * K, 1500 * K)]),
        ("قُتل في الحرب نحو مليونين ونصف مليون إنسان", [("killed", 2500 * K, 2500 * K)]),
        ("نزح ألفان ونصف الألف من أهالي البلدة", [("displaced", 2500, 2500)]),
        ("سقوط حر للعملة إلى 8000 تومان للدولار", []),
        ("لقي القرار ترحيب 14 دولة", []),
        ("لقي عشرون مدنياً حتفهم في الغارة", [("killed", 20, 20)]),
        ("مقتل ثلاثة في بلدة البالغ عدد سكانها 20 ألف نسمة", [("killed", 3, 3)]),
        ("اتهمه بالسعي لقتل مليون شخص", []),
        ("قضت المحكمة بإعدام 75 متهماً", []),
        ("مقتل 41 شخصاً وظهور أعراض تدل على تعرض 300 آخرين إلى غاز سام", [("killed", 41, 41)]),
        ("مقتل 41 مدنياً في القصف فضلاً عن 12 آخرين في كمين", [("killed", 41, 41), ("killed", 12, 12)]),
        ("قد يؤدي الهجوم إلى مقتل آلاف المدنيين", []),
        ("مئات آلاف القتلى وملايين المهجرين", [("killed", 100 * K, None), ("displaced", 1000 * K, None)]),
        ("قُتل خمسة في حلب وثلاثة في إدلب", [("killed", 5, 5), ("killed", 3, 3)]),
    ],
)  # fmt: skip
def test_no_number_is_invented_from_its_neighbours(
    text: str, expected: list[tuple[str, int | None, int | None]]
) -> None:
    claims = extract(Document("d", f"{text}.", published=date(2018, 5, 1))).claims
    assert [(claim.kind, claim.low, claim.high) for claim in claims] == expected


@pytest.mark.parametrize(
    "before",
    ["كان يخشى ذلك كثيراً من.", "وهو ما كان يخشى.", "أفرج عنهم.", "هناك ذكرى.", "وهذا ما نفاه."],
)
@pytest.mark.parametrize(
    "text", ["وأضاف أن 30 شخصاً قتلوا في القصف.", "قال مسؤول محلي إن 12 مدنياً قتلوا في غارة."]
)
def test_a_sentence_before_changes_no_figure(before: str, text: str) -> None:
    alone = extract(Document("d", text, published=date(2016, 9, 9))).claims
    after = extract(Document("d", f"{before} {text}", published=date(2016, 9, 9))).claims
    assert alone
    assert [(c.kind, c.low, c.high, c.scope) for c in after] == [
        (c.kind, c.low, c.high, c.scope) for c in alone
    ]
