"""Somebody named in full before: by his surname, by his given name after a style, by nothing."""

from __future__ import annotations

import pytest

from tests.extraction.encounters.reading import told

PUBLISHED = "2020-10-14"  # a Wednesday
Row = tuple[str, str, set[str], str | None, str]

NAMED: list[Row] = [
    # «على» is spelt like «علي», with which a name would go on.
    ("وصل مصطفى مدبولي إلى جوبا أمس. والتقى مدبولي على هامش الاحتفال في جوبا أمس سلفا كير.",
     "meeting", {"Mostafa Madbouly", "Salva Kiir"}, "Juba", "2020-10-13"),
    ("عقد فيصل بن فرحان مؤتمراً صحفياً. واستقبل الأمير فيصل في الرياض أمس جان إيف لودريان.",
     "meeting", {"Faisal bin Farhan", "Jean-Yves Le Drian"}, "Riyadh", "2020-10-13"),
    ("التقى محمد بن سلمان وسيرغي لافروف الشيخ محمد بن زايد. واستقبل الشيخ محمد أمس في أبوظبي جاريد كوشنر.",
     "meeting", {"Mohammed bin Zayed Al Nahyan", "Jared Kushner"}, "Abu Dhabi", "2020-10-13"),
    ("استقبل الأمير تركي الفيصل أمس في الرياض جاريد كوشنر.",
     "meeting", {"Turki al-Faisal", "Jared Kushner"}, "Riyadh", "2020-10-13"),
    ("أشاد أنطونيو غوتيريش بالاتفاق، وكان قد أجرى أمس مكالمة هاتفية مع سالفا كير.",
     "phone", {"Antonio Guterres", "Salva Kiir"}, None, "2020-10-13"),
    ("رحب سامح شكري بالاتفاق، وقد عقد الأحد سلسلة اجتماعات مع جوزيب بوريل.",
     "meeting", {"Sameh Shoukry", "Josep Borrell"}, None, "2020-10-11"),
    # «إن» is spelt like «آن», with which a name would begin or go on.
    ("استقبل ناصر جودة وليام بيرنز. وقال مسؤول إن بيرنز التقى أمس في العقبة جون كيري.",
     "meeting", {"William Burns", "John Kerry"}, "Aqaba", "2020-10-13"),
    ("استقبل ناصر جودة وليام بيرنز. وأعلن بيرنز أنه التقى أمس في العقبة جون كيري.",
     "meeting", {"William Burns", "John Kerry"}, "Aqaba", "2020-10-13"),
]  # fmt: skip

OF_NOBODY = [
    "استقبل محمد بن سلمان محمد بن زايد. واستقبل الأمير محمد العلي أمس جاريد كوشنر.",
    "قال فيصل بن فرحان ذلك أمس. واستقبل الشيخ محمد أمس جاريد كوشنر.",
]


@pytest.mark.parametrize("row", NAMED, ids=[row[0][-40:] for row in NAMED])
def test_who_is_named_again(row: Row) -> None:
    text, mode, who, place, day = row
    assert (mode, "actual", who, place, day) in told(PUBLISHED, text)


@pytest.mark.parametrize("text", OF_NOBODY)
def test_another_of_that_given_name(text: str) -> None:
    known = {"Mohammed bin Salman", "Mohammed bin Zayed Al Nahyan", "Faisal bin Farhan"}
    with_him = [who for _, _, who, _, _ in told(PUBLISHED, text) if "Jared Kushner" in who]
    assert all(known.isdisjoint(who) for who in with_him)
