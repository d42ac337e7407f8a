"""The day of an encounter told without one: that of the words spoken at it or about it."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.model import Document, Event

PUBLISHED = date(2018, 6, 17)  # a Sunday


def met(text: str) -> list[Event]:
    found = extract(Document("d", text, published=PUBLISHED)).events
    return [event for event in found if event.event_type == "CONSULT"]


SPOKEN = [
    # what he spoke of was on another day
    ("قال سيرغي لافروف، السبت، إن الغارة التي استهدفت دوما يوم الأربعاء خطيرة.\n"
     "وأضاف بعد اجتماع مع نظيره الإيراني محمد جواد ظريف في موسكو إن ما جرى يوم الأربعاء استفزاز.",
     "2018-06-16?"),
    # another spoke on another day
    ("قال سيرغي لافروف اليوم إن التسوية بحاجة إلى حوار، وقال مسؤولون أميركيون أمس إن واشنطن ستبقى.\n"
     "وقال لافروف بعد لقاء مع نظيره الأردني أيمن الصفدي في عمان إن الحوار مفتوح.",
     "2018-06-17?"),
    # the state says it on a day, and its minister at his meeting
    ("أعلنت تركيا الجمعة أنها سترسل قوات إلى شمال سوريا.\n"
     "وقال وزير الخارجية التركي مولود جاويش أوغلو خلال لقائه نظيره الأميركي مايك بومبيو في واشنطن إن "
     "العملية قريبة.",
     "2018-06-15?"),
    # «كان يتحدث»: at the time of what has been told
    ("قال مولود جاويش أوغلو الجمعة إن العملية قريبة.\n"
     "وكان أوغلو يتحدث عقب محادثات في موسكو مع نظيره الروسي سيرغي لافروف.",
     "2018-06-15?"),
    # earlier on that day
    ("قال عادل الجبير، الجمعة، في تصريح لقناة تلفزيونية إن الحل سياسي.\n"
     "وفي وقت سابق، استقبل الجبير المبعوث الأممي مارتن غريفيث.", "2018-06-15?"),
    # a call that those around them tell of
    ("أعلن الكرملين، مساء السبت، أن الرئيس الروسي فلاديمير بوتين أجرى اتصالاً هاتفياً مع المستشارة "
     "الألمانية أنغيلا ميركل.",
     "2018-06-16?"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "day"), SPOKEN)
def test_the_day_of_what_was_said_at_an_encounter(text: str, day: str) -> None:
    (event,) = met(text)
    assert event.date.edtf == day


NOT_THEIR_DAY = [
    # of a meeting, not of a call: it may have been days before
    "أعلن الكرملين، مساء السبت، أن الرئيس الروسي فلاديمير بوتين عقد اجتماعاً مطولاً ومثمراً مع "
    "المستشارة الألمانية أنغيلا ميركل.",
    # the state spoke, and nothing is said at the meeting
    "أعلنت تركيا الجمعة أنها سترسل قوات إلى شمال سوريا.\n"
    "والتقى وزير الخارجية التركي مولود جاويش أوغلو نظيره الأميركي مايك بومبيو في واشنطن.",
]  # fmt: skip


@pytest.mark.parametrize("text", NOT_THEIR_DAY)
def test_a_day_of_other_words_is_not_that_of_an_encounter(text: str) -> None:
    assert [event.date.basis for event in met(text)] == ["published"]


WHERE = [
    ("غادر سيغمار غابرييل برلين إلى أنطاليا للمشاركة الجمعة في اجتماع لحلف شمال الأطلسي.",
     "Antalya", "2018-06-15"),
    ("بحث سيرغي لافروف الأزمة السورية مع نظيريه الأميركي جون كيري والسعودي عادل الجبير في قطر، أمس، "
     "في اجتماع غير معتاد.", "Qatar", "2018-06-16"),
    ("التقى باراك أوباما الأمير محمد بن نايف في كامب ديفد أمس.", "Camp David", "2018-06-16"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place", "day"), WHERE)
def test_where_it_was(text: str, place: str, day: str) -> None:
    (event,) = met(text)
    assert (event.place.name if event.place else "", event.date.edtf) == (place, day)


def test_two_calls_are_each_of_its_own() -> None:
    text = "أجرى سامح شكري أمس اتصالين هاتفيين مع نظيريه الروسي سيرغي لافروف والأميركي جون كيري."
    with_whom = {frozenset(p.name for p in event.participants) for event in met(text)}
    assert with_whom == {
        frozenset({"Sameh Shoukry", "Sergey Lavrov"}), frozenset({"Sameh Shoukry", "John Kerry"}),
    }  # fmt: skip
