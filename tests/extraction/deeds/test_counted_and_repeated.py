"""An attack that something else is counted from has its own day; one told again is one event."""

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.model import Document, Event

PUBLISHED = date(2015, 7, 23)  # a Thursday


def attacks(text: str) -> list[Event]:
    found = extract(Document("d", text, published=PUBLISHED))
    return [event for event in found.events if event.event_type == "ASSAULT"]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("ويأتي ذلك بعد يومين على هجوم انتحاري أوقع 32 قتيلاً في سوروتش.", "2015-07-21~"),
        ("وتأتي الزيارة بعد ثلاثة أيام من تفجير انتحاري في سوروتش.", "2015-07-20~"),
        ("شددت الحكومة إجراءات الأمن غداة هجوم انتحاري ضرب مدينة سوروتش.", "2015-07-22~"),
        ("زار الوزير المدينة الأربعاء بعد يومين على تفجير في سوروتش.", "2015-07-20"),
        ("ويأتي ذلك بعد أيام على هجوم انتحاري في سوروتش.", ""),
        ("ويأتي ذلك بعد أسبوع على هجوم انتحاري في سوروتش.", ""),
        ("زار الوزير المدينة بعد ثلاثة أيام على الهجوم الذي وقع في سوروتش الإثنين.", "2015-07-20"),
    ],
)
def test_the_day_of_an_attack_is_reckoned_from_what_it_is_counted_to(text: str, edtf: str) -> None:
    assert [event.date.edtf for event in attacks(text)] == [edtf]


def test_an_attack_told_again_without_a_day_is_one() -> None:
    text = (
        "قُتل 32 شخصاً الإثنين في تفجير انتحاري في سوروتش. ولم تتبن أي جهة حتى الآن الهجوم في سوروتش. "
        "وأعلن مسؤول أن تنظيم داعش نفذ الهجوم الانتحاري في سوروتش."
    )
    (event,) = attacks(text)
    assert event.date.edtf == "2015-07-20"


def test_a_town_may_be_shelled_again() -> None:
    text = "قصفت الطائرات مدينة دوما الإثنين.\nوشنت الطائرات غارات على دوما."
    assert len(attacks(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "خطف التنظيم ثلاثة عمال قرب المدينة، حسب ما أفاد الإعلام المحلي الثلاثاء.",
        "قُتل 25 مقاتلاً في هجوم على قاعدة في حلب، حسبما أفاد المرصد السوري لحقوق الإنسان الثلاثاء.",
        "أفادت مصادر طبية، الثلاثاء، بمقتل 43 مسلحاً في المدينة.",
        "دان مسعود البارزاني الثلاثاء قصف تركيا لقرية في الإقليم.",
        "دانت فرنسا قصف بلدة قرب حلب، على لسان وزير خارجيتها، الثلاثاء.",
        "بث التنظيم الثلاثاء شريطاً يظهر إعدام عشرات الجنود في تدمر.",
    ],
)
def test_the_day_of_the_words_is_only_about_that_of_the_deed(text: str) -> None:
    found = extract(Document("d", text, published=PUBLISHED))
    (deed,) = [event for event in found.events if event.event_type in ("ASSAULT", "COERCE")]
    assert deed.date.edtf == "2015-07-21~"


def test_the_land_that_strikes_is_not_where_it_strikes() -> None:
    (strike,) = attacks("دان مسعود البارزاني الثلاثاء قصف تركيا لقرية في الإقليم.")
    assert strike.place is None
