"""Ministers, councils and counterparts of whom was named before; bodies in their own sessions."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.model import Document, Event

PUBLISHED = date(2018, 4, 13)  # a Friday
Row = tuple[str, set[str], str | None, str]

MET: list[Row] = [
    ("تحركت طهران سريعاً، فأجرى وزير خارجيتها أمس اتصالاً هاتفياً بنظيره الروسي.",
     {"Mohammad Javad Zarif", "Sergey Lavrov"}, None, "2018-04-12"),
    ("قالت روسيا إن وزير خارجيتها بحث مع نظيره التركي أمس الوضع في إدلب.",
     {"Sergey Lavrov", "Mevlut Cavusoglu"}, None, "2018-04-12"),
    ("التقى وزير خارجية الأسد نظيره العماني في مسقط الخميس.",
     {"Walid Muallem", "Yusuf bin Alawi"}, "Muscat", "2018-04-12"),
    ("قال لافروف الخميس بعد اجتماع مع نظيره من طاجيكستان في موسكو إن بلاده ترفض الاتهامات.",
     {"Sergey Lavrov", "Sirodjidin Aslov"}, "Moscow", "2018-04-12"),
    ("عقدت الخميس في سنغافورة قمة بين رئيسي كوريا الشمالية وكوريا الجنوبية.",
     {"Kim Jong-un", "Moon Jae-in"}, "Singapore", "2018-04-12"),
    ("ترأس رجب طيب أردوغان أمس اجتماعاً لمجلس الأمن القومي التركي.",
     {"Turkish National Security Council", "Recep Tayyip Erdogan"}, None, "2018-04-12"),
    ("ترأست تيريزا ماي اجتماعاً لمجلس الأمن القومي البريطاني أمس.",
     {"UK National Security Council", "Theresa May"}, None, "2018-04-12"),
    ("قال دونالد ترامب إنه باق، وسيعقد اجتماع لمجلس الأمن القومي الثلاثاء.",
     {"US National Security Council"}, None, "2018-04-17"),
    ("عقدت لجنة مبادرة السلام العربية أمس اجتماعاً لها في القاهرة.",
     {"Arab Peace Initiative Committee"}, "Cairo", "2018-04-12"),
    ("نوه المجلس بما أكدت عليه لجنة مبادرة السلام العربية في اجتماعها الطارئ بالقاهرة.",
     {"Arab Peace Initiative Committee"}, "Cairo", "2018-04-13~"),
    ("وصل جون كيري للقاهرة أمس.", {"John Kerry"}, "Cairo", "2018-04-12"),
    ("قام لوران فابيوس بزيارة إيران أمس.", {"Laurent Fabius"}, "Iran", "2018-04-12"),
    ("ناقش مجلس الأمن الدولي الهدنة. وقال المندوب السوري بشار الجعفري في جلسة، الخميس، إن بلاده ملتزمة.",
     {"UN Security Council", "Bashar Jaafari"}, None, "2018-04-12"),
]  # fmt: skip


def encounters(text: str) -> list[Event]:
    found = extract(Document("d", text, published=PUBLISHED))
    return [event for event in found.events if event.event_type == "CONSULT"]


@pytest.mark.parametrize(("text", "who", "place", "edtf"), MET)
def test_who_is_meant_meets(text: str, who: set[str], place: str | None, edtf: str) -> None:
    told = [
        ({p.name for p in event.participants}, event.place and event.place.name, event.date.edtf)
        for event in encounters(text)
    ]
    assert (who, place, edtf) in told


@pytest.mark.parametrize(
    "text",
    [
        "قال وزير الخارجية الروسي سيرغي لافروف إن مجلس الأمن القومي يعرف ذلك.",
        "ووجه له دعوة لزيارة موسكو.",
        "قالت المنظمة في جلسة تدريب، الخميس، إن العمل مستمر.",
    ],
)
def test_nobody_met(text: str) -> None:
    assert encounters(text) == []


def test_an_invitation_is_not_where_they_met() -> None:
    (event,) = encounters("اجتمع سيرغي لافروف أمس مع خالد مشعل ووجه له الدعوة لزيارة موسكو.")
    assert event.place is None


DEEDS = [
    ("قبل عام، أعلن باراك أوباما عن شن ضربات جوية في العراق.", "historical", "2017~"),
    ("ومنذ نحو ثلاث سنوات تتعرض بلدة الفوعة لحصار مشدد تفرضه الفصائل.", "actual", "2018-04-13~"),
    ("يصوت مجلس الأمن اليوم على قرار بشأن هجمات وقعت مؤخراً في دوما.", "actual", "2018-04-13~"),
    ("تأثر المئات بهجوم كيماوي محتمل على مدينة دوما.", "actual", "2018-04-13~"),
]


@pytest.mark.parametrize(("text", "modality", "edtf"), DEEDS)
def test_old_days_and_vague_ones(text: str, modality: str, edtf: str) -> None:
    found = extract(Document("d", text, published=PUBLISHED)).events
    told = [(e.modality, e.date.edtf) for e in found if e.event_type in ("ASSAULT", "COERCE")]
    assert told == [(modality, edtf)]


def test_an_attack_that_may_come_is_not_told_as_made() -> None:
    text = "ناقش الرؤساء في طهران أمس هجوماً عسكرياً محتملاً على محافظة إدلب."
    found = extract(Document("d", text, published=PUBLISHED)).events
    assert not [e for e in found if e.event_type == "ASSAULT" and e.modality == "actual"]
