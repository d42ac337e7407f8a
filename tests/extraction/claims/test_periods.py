"""Tolls counted since an event, over months or to this day are running totals; one deed's are not."""

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.model import Document

PUBLISHED = date(2018, 3, 13)


def _scopes(text: str) -> list[tuple[int | None, str, date | None]]:
    found = extract(Document("d", f"{text}.", published=PUBLISHED))
    return [(claim.low, claim.scope, claim.first) for claim in found.claims]


@pytest.mark.parametrize(
    ("text", "low", "first"),
    [
        ("قُتل 640 مدنياً منذ تكثيف القوات الحكومية قصفها على الغوطة الشرقية", 640, None),
        ("قُتل أكثر من 900 شخص منذ صعّد الجيش عملياته على الغوطة الشرقية في 18 شباط", 900, date(2018, 2, 18)),
        ("نزح نحو 300 شخص من البلدة منذ فتح الممر الإنساني", 300, None),
        ("مقتل 45 عسكرياً هناك منذ ذلك التاريخ", 45, None),
        ("ومنذ تولي الحاكم الجديد منصبه، قتل 80 شخصاً في المدينة", 80, None),
        ("ومنذ ذلك الحين وحتى كانون الثاني 2018، قتل 80 شخصاً", 80, None),
        ("قتل 700 شخص في معارك المدينة خلال ثلاثة أشهر من الاشتباكات", 700, None),
        ("ارتفع إلى 892 مدنياً عدد من قُتلوا خلال نحو أربعة أعوام", 892, None),
        ("وثقت المجموعة حتى اليوم 1200 قتيل في المخيم", 1200, None),
    ],
)  # fmt: skip
def test_a_toll_since_an_event_or_over_months_runs_on(
    text: str, low: int, first: date | None
) -> None:
    assert _scopes(text) == [(low, "cumulative", first)]


@pytest.mark.parametrize(
    "text",
    [
        "قُتل 14 شخصاً في أول هجوم كبير تشهده العاصمة منذ تعيين القائد الجديد",
        "قُتل 14 شخصاً جراء القصف الذي لم يتوقف منذ أيام",
        "قُتل 14 شخصاً في هجوم هو من أكثر الهجمات دموية منذ توقف القصف",
        "أدى التفجير إلى مقتل 14 شخصاً، وحظرت السلطات منذ ذلك الوقت التجمعات",
        "قُتل 14 شخصاً في المدينة التي يحاصرها الجيش منذ سيطرته على الطريق",
        "قُتل 14 شخصاً في الانفجار وفق حصيلة أولية حتى الآن",
        "قُتل 14 شخصاً خلال الاشتباكات",
        "قُتل 14 شخصاً خلال ساعات",
    ],
)
def test_a_toll_of_one_deed_beside_words_of_a_period_stays_one(text: str) -> None:
    assert _scopes(text) == [(14, "incident", None)]
