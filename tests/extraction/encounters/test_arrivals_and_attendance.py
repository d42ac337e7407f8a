"""Who is received on arriving, who was at a meeting of a body, and which city an encounter was in."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.model import Document, Event

PUBLISHED = date(2018, 10, 24)  # a Wednesday
Row = tuple[str, list[tuple[str, set[str], str | None, str]]]


def met(text: str) -> list[Event]:
    found = extract(Document("t", text, published=PUBLISHED))
    return [event for event in found.events if event.event_type == "CONSULT"]


def told(text: str) -> list[tuple[str, set[str], str | None, str]]:
    return [
        (e.modality, {p.name for p in e.participants}, e.place and e.place.name, e.date.edtf)
        for e in met(text)
    ]


ROWS: list[Row] = [
    # an airport, a palace or a quarter: the city
    ("التقى جون كيري سيرغي لافروف أمس في مطار دمشق الدولي.",
     [("actual", {"John Kerry", "Sergey Lavrov"}, "Damascus", "2018-10-23")]),
    ("استقبل عبد العزيز بوتفليقة أمس جون كيري بقصر المرادية.",
     [("actual", {"Abdelaziz Bouteflika", "John Kerry"}, "Algiers", "2018-10-23")]),
    ("وصل مارتن غريفيث، ظهر اليوم، إلى مطار صنعاء الدولي.",
     [("actual", {"Martin Griffiths"}, "Sanaa", "2018-10-24")]),
    ("قال ستيفان دي ميستورا لدى وصوله إلى مطار دمشق إنه سيلتقي وليد المعلم.",
     [("future", {"Staffan de Mistura", "Walid Muallem"}, "Damascus", "")]),
    # received on arriving: there and then
    ("استقبل الملك عبد الله الثاني فؤاد معصوم، بعد وصوله إلى مطار عمان، اليوم، في أول جولة له.",
     [("actual", {"King Abdullah II", "Fuad Masum"}, "Amman", "2018-10-24")]),
    ("وصل ستيفان دي ميستورا إلى دمشق أمس، حيث كان في استقباله فيصل المقداد.",
     [("actual", {"Staffan de Mistura", "Faisal Mekdad"}, "Damascus", "2018-10-23")]),
    # no city in the name of a land, no land in a title
    ("استقبل إبراهيم محلب أمس جون كيري وأسعد بن طارق ممثلاً عن سلطنة عمان.",
     [("actual", {"Ibrahim Mahlab", "John Kerry", "Asaad bin Tariq"}, None, "2018-10-23")]),
    ("التقى سلفا كير ورياك مشار أمس بحضور رئيس دولة أوغندا، يوري موسيفيني.",
     [("actual", {"Salva Kiir", "Riek Machar", "Yoweri Museveni"}, None, "2018-10-23")]),
    ("استقبل سلطان عمان أمس وزير الخارجية الأميركي مايك بومبيو في مسقط.",
     [("actual", {"Qaboos bin Said", "Mike Pompeo"}, "Muscat", "2018-10-23")]),
    # who was at a meeting told before
    ("انعقدت أمس في المنامة القمة الخليجية. وشارك في أعمال القمة الملك سلمان وولي العهد محمد بن سلمان.",
     [("actual", {"Gulf Cooperation Council", "King Salman", "Mohammed bin Salman"}, "Manama",
       "2018-10-23")]),
    ("انطلق أمس في الجزائر اجتماع حول ليبيا. ويشارك في أشغال هذا الاجتماع سامح شكري وسيرغي لافروف.",
     [("actual", {"Sameh Shoukry", "Sergey Lavrov"}, "Algeria", "2018-10-23")]),
    ("استقبل ميشال عون أمس جون كيري في بعبدا. وجرى الاستقبال بحضور سعد الحريري وجبران باسيل.",
     [("actual", {"Michel Aoun", "John Kerry", "Saad Hariri", "Gebran Bassil"}, "Baabda",
       "2018-10-23")]),
    ("أكدت القمة الـ46 لمجلس التعاون الخليجي المنعقدة أمس في المنامة على وقف الحرب.",
     [("actual", {"Gulf Cooperation Council"}, "Manama", "2018-10-23")]),
    ("اختتم الملك سلمان اجتماعات الدورة الـ 36 لمجلس التعاون التي جرت في الرياض أمس.",
     [("actual", {"Gulf Cooperation Council", "King Salman"}, "Riyadh",
       "2018-10-23")]),
    # a land that begins with ل, a town after commas, «المملكة» of those who are named
    ("زار مايك بومبيو المملكة أمس والتقى الملك عبد الله الثاني.",
     [("actual", {"Mike Pompeo", "King Abdullah II"}, "Jordan", "2018-10-23")]),
    ("قال معارضون إن وفدهم سيسافر غداً (اليوم) إلى فيينا برئاسة رياض حجاب.",
     [("future", {"Riyad Hijab"}, "Vienna", "2018-10-24")]),
    ("زار جون كيري لبنان أمس.", [("actual", {"John Kerry"}, "Lebanon", "2018-10-23")]),
    ("من المقرر أن يزور علي لاريجاني لبنان وتركيا.",
     [("future", {"Ali Larijani"}, "Lebanon", ""), ("future", {"Ali Larijani"}, "Turkey", "")]),
    ("وصل نوري المالكي، صباح اليوم الأربعاء، مدينة أربيل.",
     [("actual", {"Nouri al-Maliki"}, "Erbil", "2018-10-24")]),
    # not the day on which it was announced
    ("قالت وزارة الخارجية الأميركية أمس إن الوزير مايك بومبيو سيسافر إلى أنقرة.",
     [("future", {"Mike Pompeo"}, "Ankara", "")]),
    # how long it takes, told after it
    ("بدأ مفاوضون من إيران وروسيا وتركيا اجتماعاً أمس في أستانا. واللقاء الذي يستمر يومين هو الثالث.",
     [("actual", {"Iran", "Russia", "Turkey"}, "Astana", "2018-10-23/2018-10-24")]),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=[row[0][:40] for row in ROWS])
def test_where_when_and_who(row: Row) -> None:
    text, wanted = row
    found = told(text)
    assert len(found) == len(wanted)
    assert all(item in found for item in wanted)


def test_what_had_been_before_has_no_day_of_the_story() -> None:
    text = "أعلن ماكرون أمس دعوة الحريري. وكان قد وجهها بعد محادثة هاتفية أجراها مع محمد بن سلمان."
    assert [(e.mode, e.date.basis) for e in met(text)] == [("phone", "published")]


def test_a_meeting_told_right_after_another_was_not_there_and_then() -> None:
    text = "التقى جون كيري سيرغي لافروف أمس في جنيف. ويلتقي كيري عادل الجبير."
    assert [e.place and e.place.name for e in met(text)] == ["Geneva", None]
