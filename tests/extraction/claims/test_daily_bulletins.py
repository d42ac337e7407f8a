"""The daily bulletins of health ministries and monitors: each number its kind, scope, end, speaker."""

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.model import Document

PUBLISHED = date(2024, 11, 9)  # a Saturday

TOLLS = [
    # From there they came; «منها» makes them no part of a count.
    ("ارتكب الجيش 3 مجازر وصل منها للمستشفيات 12 شهيداً و40 مصاباً",
     [("killed", 12, "incident"), ("wounded", 40, "incident")]),
    # A head of its own has its own number.
    ("ارتفعت حصيلة الشهداء إلى 2100، والجرحى إلى 9800",
     [("killed", 2100, "incident"), ("wounded", 9800, "incident")]),
    # Each in its place is a claim of its own.
    ("استشهد 8 أشخاص في بلدة الخيام و5 أشخاص في بلدة عيترون",
     [("killed", 8, "incident"), ("killed", 5, "incident")]),
    # The period is of the toll after it.
    ("أسفرت الغارات عن مقتل 9 أشخاص، ما رفع الحصيلة منذ بدء الحرب إلى 4100 قتيل",
     [("killed", 9, "incident"), ("killed", 4100, "cumulative")]),
    ("قتل 6 مدنيين في القصف ليرتفع عدد القتلى إلى 31 منذ 2 تشرين الثاني",
     [("killed", 6, "incident"), ("killed", 31, "cumulative")]),
    # What has lasted since then is the siege.
    ("مقتل شابين برصاص القوات التي تحاصر المخيم منذ أمس الأول", [("killed", 2, "incident")]),
    # A list of parts goes on behind brackets and after a semicolon.
    ("مقتل 90 شخصاً، من بينهم 14 سيدة (إحداهن توفيت لاحقاً)، و11 طفلاً، و3 من المسعفين",
     [("killed", 90, "incident"), ("killed", 14, "subset"), ("killed", 11, "subset"),
      ("killed", 3, "subset")]),
    ("أدى الانفجار إلى إصابة 5 آخرين؛ ثلاثة منهم في حالة خطرة",
     [("wounded", 5, "incident"), ("wounded", 3, "subset")]),
    # The wounded joined to a part of the dead are no part of them.
    ("ارتفاع شهداء الغارات منذ 2 تشرين الأول إلى 640 بينهم 90 طفلاً و1500 جريح",
     [("killed", 640, "cumulative"), ("killed", 90, "subset"), ("wounded", 1500, "cumulative")]),
    ("قتل 700 شخص. وتضم الحصيلة 250 مدنياً",
     [("killed", 700, "incident"), ("killed", 250, "subset")]),
    # All those attacks since the war began, told in the sentence before.
    ("ومنذ بدء الحرب في 8 تشرين الأول تتواصل الهجمات. وأسفرت تلك الهجمات عن مقتل 77 شخصاً",
     [("killed", 77, "cumulative")]),
    ("المغرب: قتيل و3 جرحى في انفجار بالسمارة", [("killed", 1, "incident"), ("wounded", 3, "incident")]),
    # Who is led out of a fight has not been detained.
    ("إجلاء 234 عائلة وعشرات من الأطباء الذين احتجزوا في مناطق القتال", []),
    # The headline's figure and the body's are one toll, since when the body says.
    ("حصيلة القتلى ترتفع إلى 826\nأعلنت الوزارة أن القتلى منذ 2 تشرين الأول بلغوا 826 قتيلاً",
     [("killed", 826, "cumulative")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOLLS)
def test_each_number_is_of_its_kind_and_scope(text, expected):
    found = extract(Document("d", text, published=PUBLISHED)).claims
    assert [(c.kind, c.low, c.scope) for c in found] == expected


def test_a_toll_up_to_a_day_ends_there():
    text = "ترتفع الحصيلة الإجمالية للشهداء منذ بدء العدوان حتى يوم أمس إلى 2350"
    claim = extract(Document("d", text, published=PUBLISHED)).claims[0]
    assert (claim.scope, claim.first, claim.last) == ("cumulative", None, date(2024, 11, 8))


def test_where_they_are_from_does_not_make_them_civilians():
    found = extract(
        Document("d", "مقتل 30 فلسطينياً. قتل 12 مدنياً في دمشق", published=PUBLISHED)
    ).claims
    assert [(c.low, c.victims) for c in found] == [(30, ""), (12, "civilians")]


def test_a_number_of_people_is_no_year():
    found = extract(Document("d", "ارتفعت الحصيلة إلى 826 قتيلاً و2009 جرحى", published=PUBLISHED))
    assert not found.dates
    assert [(c.kind, c.low) for c in found.claims] == [("killed", 826), ("wounded", 2009)]


SPEAKERS = [
    ("أعلنت وزارة الصحة الفلسطينية مقتل 5. وقالت الوزارة إن 7 أصيبوا",
     ["Palestinian Health Ministry"] * 2),
    ('قالت "الشبكة السورية لحقوق الإنسان" إنها وثقت مقتل 160 شخصاً',
     ["Syrian Network for Human Rights"]),
    ("أعلنت جماعة “الحوثيين” مقتل 45 شخصاً في الغارات", ["Houthis"]),
    ("أفاد نادي الأسير الفلسطيني بأن قوات الاحتلال اعتقلت 22 فلسطينياً",
     ["Palestinian Prisoners' Club"]),
    ("وأعلن المتحدث العسكري للجيش المصري مقتل ثلاثة من الجنود", ["Egyptian army"]),
    # Somebody who is not known speaks: neither who spoke before nor who is spoken of.
    ("قال بوتين إن 20 شخصاً قتلوا. وأفادت وحدة إدارة الكوارث بنزوح 8000 شخص", ["Vladimir Putin", ""]),
    ("وأفادت تنسيقية محلية بأن قوات الدعم السريع قتلت 14 مدنياً", [""]),
    # The deed is the group's own, the toll need not be.
    ("أعلن تنظيم داعش مسؤوليته عن هجوم أسفر عن مقتل 18 شخصاً", [""]),
    # Where it was, and who says it.
    ("ليبيا: مقتل 12 شخصاً في اشتباكات طرابلس", [""]),
    ("روسيا: مقتل 30 مسلحاً في غارة على إدلب", ["Russia"]),
    # The headline's figure is whose the body says.
    ("مقتل 40 شخصاً في غارة على صعدة\nقالت الأمم المتحدة إن 40 شخصاً قتلوا في صعدة",
     ["United Nations"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SPEAKERS)
def test_who_says_so(text, expected):
    found = extract(Document("d", text, published=PUBLISHED)).claims
    assert [c.asserted_by for c in found] == expected


def test_who_carried_it_out_may_stand_before():
    text = "أكد السكان أن قوات الدعم السريع قامت بقصف حي في مدينة الفاشر"
    event = next(e for e in extract(Document("d", text, published=PUBLISHED)).events
                 if e.event_type == "ASSAULT")  # fmt: skip
    assert [(p.name, p.role) for p in event.participants] == [("Rapid Support Forces", "source")]
