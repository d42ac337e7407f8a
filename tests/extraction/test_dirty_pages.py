"""Pages as they are crawled: menus, other headlines, counters, repeats, words hidden from censors."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.extraction.furniture import furniture
from dashboard.model import Document, Extraction

PUBLISHED = date(2019, 7, 22)
BODY = (
    "أفاد ناشطون بأن طائرات حربية قصفت مدينة معرة النعمان في ريف إدلب الجنوبي صباح اليوم، "
    "ما أدى إلى مقتل 9 مدنيين بينهم 3 أطفال وإصابة 17 آخرين.\n"
    "وقال الدفاع المدني إن فرقه انتشلت الضحايا من تحت الأنقاض حتى المساء."
)
MENU = (
    "الرئيسية\nأخبار\nاقتصاد\nالسبت 1 آب, 2026\nالأكثر قراءة\nمقتل 40 شخصاً في انفجار بكابول\n"
    "12 قتيلاً في غارة على صنعاء\nعدد المشاهدات: 1532\n"
)
RELATED = (
    "\n#سوريا #إدلب\nشاهد أيضاً\nبوتين يلتقي أردوغان في سوتشي الإثنين المقبل\n"
    "استشهاد 25 مدنياً في غارة على حلب\nجميع الحقوق محفوظة 2026"
)


def read(text: str) -> Extraction:
    return extract(Document("x", text, published=PUBLISHED))


def told(found: Extraction) -> list[tuple[object, ...]]:
    return [
        (e.event_type, e.mode, e.place and e.place.name, e.date.first,
         tuple((found.claims[k].kind, found.claims[k].low) for k in e.claims))
        for e in found.events
    ]  # fmt: skip


@pytest.mark.parametrize(("before", "after"), [(MENU, ""), ("", RELATED), (MENU, RELATED)])
def test_the_frame_of_a_page_changes_nothing(before: str, after: str) -> None:
    assert told(read(before + BODY + after)) == told(read(BODY))


def test_the_articles_own_headline_is_kept() -> None:
    text = MENU + "قصف معرة النعمان: مقتل 9 مدنيين بينهم أطفال\n" + BODY
    around = [text[a:b] for a, b in furniture(text)]
    assert around == MENU.strip().split("\n")


@pytest.mark.parametrize("text", ["", "\n\n", "عاجل\nقصف على حلب\nأنباء عن ضحايا", BODY])
def test_a_text_without_a_frame_is_all_article(text: str) -> None:
    assert furniture(text) == []


def test_headline_lead_and_recap_make_one_claim() -> None:
    text = (
        "مقتل 9 مدنيين بقصف على معرة النعمان\nقتل تسعة مدنيين اليوم في قصف جوي على مدينة معرة "
        "النعمان.\nوكان 9 مدنيين قتلوا في المدينة، وقتل 9 مدنيين في سراقب."
    )
    assert [(c.kind, c.low) for c in read(text).claims] == [("killed", 9), ("killed", 9)]
    places = {e.place.name for e in read(text).events if e.place and e.claims}
    assert places == {"Maarrat al-Numan", "Saraqib"}


@pytest.mark.parametrize(
    ("text", "place", "claims"),
    [
        (
            "#عاجل ارتقى 9 شهـ.ـداء وعشرات الجـ.ـرحى جراء قصف الطيران على ديرالزور",
            "Deir ez-Zor",
            [("killed", 9), ("wounded", 10)],
        ),
        (
            "استشهاد 9 مدنيين واصابة 17 اخرين جراء غارات على اطراف بلدة احسم بريف ادلب الجنوبي",
            "Ihsim",
            [("killed", 9), ("wounded", 17)],
        ),
        (
            "ارتقى 9 مدنيين بينهم طفلة في قصف على سراقب",
            "Saraqib",
            [("killed", 9), ("killed", 1)],
        ),
    ],
)
def test_local_and_hidden_spelling(text: str, place: str, claims: list[tuple[str, int]]) -> None:
    found = read(text)
    assert [(c.kind, c.low) for c in found.claims] == claims
    assert place in [e.place.name for e in found.events if e.place]


def test_a_post_of_a_few_lines_has_no_frame() -> None:
    text = (
        "شبكة أطباء السودان:\n"
        "ارتقى خمسة وثلاثون شهيداً في ساحة الاعتصام وأصيب المئات\n"
        "ونؤكد أن الرقم مرشح للزيادة لصعوبة الحصر ولأن كثيراً من المصابين لم يصلوا بعد إلى المستشفيات"
    )
    found = extract(Document("d", text, published=date(2019, 6, 3)))
    assert [(c.kind, c.low, c.high) for c in found.claims] == [
        ("killed", 35, 35),
        ("wounded", 100, None),
    ]


def test_lines_broken_at_one_width_are_no_sentences() -> None:
    text = (
        "التقى وزير الخارجية الروسي سيرغي لافروف\nنظيره الأميركي جون كيري في جنيف صباح يوم\n"
        "الأحد، وبحثا معاً سبل تثبيت الهدنة في\nمدينة حلب ومحيطها. وقال مصدر دبلوماسي\n"
        "إن المحادثات استمرت نحو ثلاث ساعات في\nأحد فنادق المدينة، وإن الوزيرين اتفقا\n"
        "على مواصلة العمل بينهما. وأضاف المصدر\nأن بياناً مشتركاً سيصدر خلال ساعات قليلة."
    )
    found = [e for e in read(text).events if e.event_type == "CONSULT"]
    assert [(e.place and e.place.name, e.date.edtf) for e in found] == [("Geneva", "2019-07-21")]


def test_a_stop_without_a_space_after_it_ends_a_sentence() -> None:
    text = "قصف الطيران بلدة سرمين.وقال ناشطون إن القصف أوقع ثلاثة قتلى (أ.ف.ب)."
    assert next(e.quote for e in read(text).events if e.event_type == "ASSAULT").endswith("سرمين.")
    assert [(c.kind, c.low) for c in read(text).claims] == [("killed", 3)]


@pytest.mark.parametrize("stamp", ["20 تموز, 2019 - 08:15:00 ", "نشر 20 يوليو 2019 | 17:20 "])
def test_the_stamp_of_a_page_is_no_day_of_what_it_tells(stamp: str) -> None:
    found = read(stamp + "زار وزير الخارجية الروسي سيرغي لافروف العاصمة العراقية بغداد.")
    assert [e.date.edtf for e in found.events] == ["2019-07-22~"]
