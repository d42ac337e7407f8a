"""The usual sentences about meetings and visits, with every kind of name, day and place in them."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from dashboard.extraction import extract
from dashboard.model import Document, Event

PUBLISHED = date(2016, 9, 14)  # a Wednesday

HOSTS = {
    "وزير الخارجية الأمريكي جون كيري": "John Kerry",
    "المبعوث الأممي إلى سوريا ستيفان دي ميستورا": "Staffan de Mistura",
    "وفد من الائتلاف الوطني السوري": "Syrian National Coalition",
    "نائب وزير الخارجية الروسي ميخائيل بوغدانوف": "Mikhail Bogdanov",
}
GUESTS = {
    "وزير الخارجية السعودي عادل الجبير": "Adel al-Jubeir",
    "وزير الدفاع الروسي": "Sergei Shoigu",
    "ولي العهد السعودي الأمير محمد بن نايف": "Mohammed bin Nayef",
    "أمين عام الجامعة العربية أحمد أبو الغيط": "Ahmed Aboul Gheit",
}
DAYS = {
    "أمس": "2016-09-13",
    "يوم الجمعة الماضي": "2016-09-09",
    "في التاسع من أيلول/سبتمبر": "2016-09-09",
    "مساء أمس الثلاثاء": "2016-09-13",
}
PLACES = {
    "في جنيف": "Geneva",
    "في العاصمة القطرية الدوحة": "Doha",
    "بمدينة سوتشي الروسية": "Sochi",
    "في مقر الأمم المتحدة بنيويورك": "New York",
}
MEETINGS = [
    "التقى {host} {day} {guest} {place}.",
    "عقد {host} و{guest} اجتماعا {place} {day}.",
    "بحث {host} {day} {place} مع {guest} سبل وقف إطلاق النار في حلب.",
    "أجرى {host} {place} {day} مباحثات مع {guest} تناولت الوضع في اليمن.",
    "قال {host} عقب لقائه {guest} {place} {day} إن الحل سياسي.",
    "جاء ذلك خلال اجتماع عقد {day} {place} بين {host} و{guest}.",
    "وكان {host} اجتمع {day} {place} مع {guest}.",
    "استقبل {host} {day} {place} {guest}.",
    "ناقش {host} مع {guest} خلال لقائهما {place} {day} ملف المعتقلين.",
    "وأضافت الوكالة أن {host} و{guest} التقيا {day} {place}.",
    "اختتم {host} و{guest} محادثاتهما {place} {day}.",
    "أكد {host} لدى استقباله {day} {place} {guest} ضرورة وقف القتال.",
]
VISITS = [
    "وصل {host} {day} إلى {place} في زيارة رسمية.",
    "وصل إلى {place} {day} {host}.",
    "زار {host} {place} {day}.",
    "زار {host} {day} {place}.",
    "قام {host} {day} بزيارة إلى {place}.",
    "غادر {host} {day} إلى {place} في زيارة عمل.",
    "قال {host} خلال زيارته إلى {place} {day} إن الحل سياسي.",
    "أنهى {host} زيارته إلى {place} {day}.",
]
CITIES = {
    "جنيف": "Geneva",
    "العاصمة القطرية الدوحة": "Doha",
    "مدينة سوتشي الروسية": "Sochi",
    "بغداد": "Baghdad",
    "اليابان": "Japan",
}


def encounters(text: str) -> list[Event]:
    found = extract(Document("d", text, published=PUBLISHED))
    return [event for event in found.events if event.event_type == "CONSULT"]


def told(text: str) -> list[tuple[set[str], str | None, str]]:
    return [
        ({p.name for p in event.participants}, event.place and event.place.name, event.date.edtf)
        for event in encounters(text)
    ]


@pytest.mark.parametrize("shape", MEETINGS)
def test_two_meet_on_a_day_in_a_place(shape: str) -> None:
    for (host, one), (guest, other), (day, on), (place, at) in product(
        HOSTS.items(), GUESTS.items(), DAYS.items(), PLACES.items()
    ):
        text = shape.format(host=host, guest=guest, day=day, place=place)
        assert told(text) == [({one, other}, at, on)], text


@pytest.mark.parametrize("shape", VISITS)
def test_one_visits_a_place_on_a_day(shape: str) -> None:
    people = {name: who for name, who in HOSTS.items() if not name.startswith("وفد")}
    people["أردوغان"] = "Recep Tayyip Erdogan"
    for (host, one), (day, on), (place, at) in product(
        people.items(), DAYS.items(), CITIES.items()
    ):
        text = shape.format(host=host, day=day, place=place)
        assert told(text) == [({one}, at, on)], text


@pytest.mark.parametrize(
    "bodies", ["وزراء خارجية دول مجلس التعاون", "قادة دول مجلس التعاون الخليجي"]
)
def test_the_people_of_a_body_are_joined_to_a_person(bodies: str) -> None:
    text = f"عقد اجتماع بين جون كيري و{bodies} في الدوحة أمس."
    assert told(text) == [({"John Kerry", "Gulf Cooperation Council"}, "Doha", "2016-09-13")]


def test_the_first_of_each_of_several_is_one_of_them() -> None:
    text = "عقد لقاء ثلاثي بين كل من روسيا وإيران وتركيا في أنطاليا أمس."
    assert told(text) == [({"Russia", "Iran", "Turkey"}, "Antalya", "2016-09-13")]


@pytest.mark.parametrize("deputies", ["نواب", "مساعدو", "معاونو"])
def test_deputies_of_ministers_are_not_the_ministers(deputies: str) -> None:
    text = f"اجتمع {deputies} وزراء خارجية روسيا وتركيا في موسكو أمس."
    assert told(text) == [({"Russia", "Turkey"}, "Moscow", "2016-09-13")]
